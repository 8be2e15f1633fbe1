"""The graph of citations as GraphML: a node for every work, held or only cited, an edge for every citation.

A node's id must be a name token in XML Schema's sense: it is the symbol, or the work's name where it has none,
with `.` for `/`. What kind of thing it is stands in its data, so any graph program can filter by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from converter import addresses
from converter.corpus import Corpus
from converter.model import Citing, Record
from converter.write.facts import fields
from converter.write.spans import unsymbolled_anchor
from converter.write.words import Words
from converter.write.xml import document, element, in_lines

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {"label": "string", "symbol": "string", "title": "string", "kind": "string", "status": "string",
         "body": "string", "session": "string", "date": "string", "address": "string", "held": "boolean"}  # fmt: skip
_EDGE = {"paragraph": "string", "verb": "string", "pinpoints": "string", "see_also": "boolean"}
_LEAVES = frozenset({"data"})


def citations(corpus: Corpus, words: Words) -> str:
    """The graph of one language."""
    graph = _Graph(corpus, words.lang)
    keys = [*_keys("node", _NODE), *_keys("edge", _EDGE)]
    edges = list(graph.edges())
    whole = element(
        "graph", {"id": f"citations-{words.lang}", "edgedefault": "directed"}, *graph.nodes.values(), *edges
    )
    return document(in_lines(element("graphml", {"xmlns": _NAMESPACE}, *keys, whole), leaves=_LEAVES))


def _keys(target: str, fields: dict[str, str]) -> Iterator[Element]:
    for name, kind in fields.items():
        yield element("key", {"id": f"{target}-{name}", "for": target, "attr.name": name, "attr.type": kind})


def _data(target: str, facts: dict[str, str | bool | None]) -> Iterator[Element]:
    for name, value in facts.items():
        if value is not None and value != "":
            shown = str(value).lower() if isinstance(value, bool) else value
            yield element("data", {"key": f"{target}-{name}"}, shown)


@dataclass
class _Graph:
    """Nodes by what they stand for; the held works first, then the cited ones in the order of first citation."""

    corpus: Corpus
    lang: str
    nodes: dict[tuple[str, str], Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ids: set[str] = set()
        for record in self.corpus.of(self.lang):
            self._held(record)

    def edges(self) -> Iterator[Element]:
        """One edge for each citation, numbered in the order of the texts."""
        count = 0
        for record in self.corpus.of(self.lang):
            source = self._held(record)
            for citing in record.citings:
                count += 1
                facts: dict[str, str | bool | None] = {
                    "paragraph": citing.anchor,
                    "verb": citing.verb,
                    "pinpoints": ";".join(citing.pinpoints),
                    "see_also": citing.see_also,
                }
                ends = {"id": f"e{count}", "source": source, "target": self._cited(citing)}
                yield element("edge", ends, *_data("edge", facts))

    def _held(self, record: Record) -> str:
        if ("work", record.work) in self.nodes:
            return self.nodes["work", record.work].attrib["id"]
        name = record.symbol or record.adopted_as or record.work
        return self._node(
            ("work", record.work),
            name,
            {
                "label": record.symbol or record.number or record.work,
                "symbol": record.symbol or record.adopted_as,
                **fields(record, "title", "kind", "status", "body", "session", "date"),
                "address": addresses.url(self.corpus.page(record)),
                "held": True,
            },
        )

    def _cited(self, citing: Citing) -> str:
        symbol = citing.target
        held = self.corpus.held.get((self.lang, symbol)) if symbol else None
        if held is not None:
            return self._held(held)
        name = symbol or unsymbolled_anchor(citing)
        if ("cited", name) in self.nodes:
            return self.nodes["cited", name].attrib["id"]
        page = addresses.symbol_page(self.lang, symbol) if symbol else None
        known = self.corpus.known.get(symbol) if symbol else None
        return self._node(
            ("cited", name),
            name,
            {
                "label": symbol or citing.number,
                "symbol": symbol,
                "title": self.corpus.title(self.lang, symbol) if symbol else citing.title,
                "kind": citing.kind,
                "body": citing.body,
                "date": known.date if known else citing.date,
                "address": addresses.url(page) if page else None,
                "held": False,
            },
        )

    def _node(self, key: tuple[str, str], name: str, facts: dict[str, str | bool | None]) -> str:
        self.nodes[key] = element("node", {"id": self._id(name)}, *_data("node", facts))
        return self.nodes[key].attrib["id"]

    def _id(self, name: str) -> str:
        wanted = re.sub(r"[^\w.-]", "_", name.replace("/", "."))
        found, count = wanted, 1
        while found in self._ids:
            count += 1
            found = f"{wanted}_{count}"
        self._ids.add(found)
        return found
