"""Pages of texts that are not shown: one that is set aside, for what a finding says, and one that was removed.

Each says why, where the official text is and who cites it. It is a typed value, which `overrides/alone.html` shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from converter import addresses, codes, symbols
from converter.cited_series import CITED_BY
from converter.corpus import Corpus
from converter.model import Artifact, Record
from converter.removed import Removed
from converter.write import cited, front, work
from converter.write.cells import Cell, Link, joined
from converter.write.cited import HeldIn, Point, Reference
from converter.write.words import Words


@dataclass(frozen=True, slots=True)
class Alone:
    """What a page says of a text that is not shown: why, the ways to the text elsewhere, and who cites it."""

    title: str
    description: str
    lang: str
    says: Cell
    ways: tuple[Cell, ...] = ()
    held: tuple[HeldIn, ...] = ()
    references: tuple[Reference, ...] = ()
    points: tuple[Point, ...] = ()


def aside_page(record: Record, corpus: Corpus, words: Words) -> str:
    """The whole page of a text that is set aside, with its front matter."""
    places = corpus.citing(record)
    why = words.among("aside", "why", codes.aside(record.aside))
    value = Alone(
        # Where nothing is read, the folder's name is all that is known of the work.
        title=words.title(record) if record.title or record.symbol or record.number else record.work,
        description=words.join((words.body(record.body), words.of("kind", record.kind), words.symbol(record))),
        lang=record.lang,
        says=f"{words.of('aside', 'about')} {why}",
        ways=tuple(_ways(record, words)),
        held=tuple(
            cited.held_there(corpus.expression(record.work, lang), corpus, words)
            for lang in corpus.shown_in(record.work)
        ),
        references=cited.references(places, words),
        points=cited.points(places, words),
    )
    told = ("work", "symbol", "kind", "body", "date", "year", "aside")
    anchors = [CITED_BY, *cited.pinpointed(places)] if places else []
    return _page(value, {name: getattr(record, name) for name in told} | {"search": True}, anchors)


def _ways(record: Record, words: Words) -> Iterator[Cell]:
    """The official documents in each language, and where the file came from."""
    for official in work.official(record, words):
        links = [(Link(one["name"], one["url"]),) for one in official["links"] if one["url"]]
        yield joined(" — ", (words.colon(words("official"), official["symbol"]), joined(" · ", links)))
    if record.source_url:
        yield (Link(words.of("aside", "file"), record.source_url),)


def removed_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """A page for each work of a language that was removed; its other addresses lead there (`corpus.redirects`)."""
    for page, one in corpus.removed_pages.items():
        if page.startswith(f"{words.lang}/"):
            yield Artifact(page, _removed(one, words))


def _removed(one: Removed, words: Words) -> str:
    symbol = next(iter(one.symbols), None)
    printed = symbols.displayed(symbol) if symbol else None
    title = " ".join(part for part in (printed, one.title(words.lang)) if part) or one.work
    link = addresses.official_link(words.lang, symbol) if symbol else None
    official: Cell = (Link(f"{words('official')} {printed}", link),) if link else ""
    says = joined(" ", filter(None, (cited.why_removed(one, words), official)))
    value = Alone(title, words.join((words("removed"), title)), words.lang, says)
    return _page(value, {"symbol": symbol, "removed": True}, [])


def _page(value: Alone, meta: dict[str, Any], anchors: list[str]) -> str:
    told = {**msgspec.to_builtins(value), "template": "alone.html", **meta}
    return front.page({**told, "anchors": ["title", *anchors]}, "")
