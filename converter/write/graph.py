"""Who cites whom, drawn along time: the whole collection on a page of its own, and the surroundings of one work.

The page of the collection shows the most cited works one by one and counts the rest where they stand. A work's
surroundings are drawn from nothing but the front matter of its page, so that the page stays a function of its own
Markdown. The table below the drawing says the same in words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from converter import addresses, symbols
from converter.cited_series import Standing
from converter.corpus import Corpus
from converter.model import Artifact, Record
from converter.write import front
from converter.write.cells import Head, Row, Shown, link
from converter.write.cited import date_of
from converter.write.escape import Html
from converter.write.svg import Column, Drawing, Item, draw
from converter.write.words import Words

MOST_SHOWN = 500  # works that the page of the collection shows one by one
_MOST_LABELLED = 40  # … of which so many have their number beside them, unless there are few
_FEW = 60
_MOST_YEARS = 40  # columns; with more years, the older ones are put together by decades
_RECENT = 25
_MOST_AROUND = 30  # works before, and works after, in the surroundings of one
_UNDATED = ""
_GA_FIRST_YEAR = 1945  # session N of the General Assembly begins in 1945 + N
_GA_SESSION = re.compile(r"A/(?:RES/|DEC/|C\.\d/)?(?P<session>\d{1,3})/", re.ASCII)
_HRC_SESSION = re.compile(r"A/HRC/(?:RES/|DEC/|PRST/|OM/)?(?P<session>\d{1,3})/", re.ASCII)
_IN_BRACKETS = re.compile(r"\((?P<year>(?:19|20)\d{2})\)")
_LABEL = 12  # the most characters of a title that stands in for a number


@dataclass(frozen=True, slots=True)
class Node:
    """A work in the graph: its page is its key; `standing` says where it is read."""

    page: str
    standing: Standing
    label: str
    name: str
    body: str | None
    year: str | None
    held: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """The works of one language and who cites whom: (citing page, cited page), each pair once."""

    nodes: dict[str, Node]
    edges: tuple[tuple[str, str], ...]

    def cited(self) -> Counter[str]:
        """How many works cite each."""
        return Counter(other for _, other in self.edges)


def build_graph(corpus: Corpus, words: Words) -> Graph:
    """The graph of one language, in the order of the records."""
    lang = words.lang
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], None] = {}
    for record in corpus.of(lang):
        page = corpus.page(record)
        nodes.setdefault(page, _held_node(record, page, words))
        for target in dict.fromkeys(citing.target for citing in record.citings):
            other = _target_node(target, corpus, words) if target else None
            if other is not None and other.page != page:
                nodes.setdefault(other.page, other)
                edges[page, other.page] = None
    return Graph(nodes, tuple(edges))


def _held_node(record: Record, page: str, words: Words) -> Node:
    label = label_of(record.symbol, record.number, record.title or record.work)
    return Node(page, Standing(page), label, words.name(record), record.body, record.year, True)


def _target_node(symbol: str, corpus: Corpus, words: Words) -> Node | None:
    lang = words.lang
    record = corpus.held.get((lang, symbol))
    if record is not None:
        return _held_node(record, corpus.page(record), words)
    page, standing = addresses.symbol_page(lang, symbol), corpus.standing(lang, symbol)
    if page is None or standing is None:
        return None
    name = " ".join(part for part in (symbols.displayed(symbol), corpus.title(lang, symbol)) if part)
    return Node(page, standing, label_of(symbol), name, corpus.body_of(symbol), year_of(symbol, corpus, lang), False)


def label_of(symbol: str | None, number: str | None = None, title: str = "") -> str:
    """What stands beside a work: the number of a resolution (its lane says of which body), a symbol, or a title."""
    label = symbols.number_of(symbol) if symbol else number
    return label or (title if len(title) <= _LABEL else f"{title[: _LABEL - 1]}…")


def year_of(symbol: str, corpus: Corpus, lang: str) -> str | None:
    """The year of a cited work: as known, as a text gives it, or that of the session that its symbol names."""
    record = corpus.held.get((lang, symbol))
    if record is not None:
        return record.year
    date = date_of(symbol, corpus.cited.get((lang, symbol), []), corpus)
    return date[:4] if date else _year_of_session(symbol, corpus)


def _year_of_session(symbol: str, corpus: Corpus) -> str | None:
    if match := _HRC_SESSION.match(symbol):
        session = corpus.authorities.session("HRC", match["session"])
        return session.first[:4] if session else None
    if match := _GA_SESSION.match(symbol):
        return str(_GA_FIRST_YEAR + int(match["session"]))
    match = _IN_BRACKETS.search(symbol)
    return match["year"] if match else None


# --- the page of the collection -------------------------------------------------------------------------------


def graph_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The page of the citation graph of one language."""
    graph = build_graph(corpus, words)
    cited = graph.cited()
    ranked = sorted(graph.nodes.values(), key=lambda node: (-cited[node.page], node.page)) if graph.edges else []
    shown = ranked[:MOST_SHOWN]
    meta = {
        "title": words("graph"),
        "description": words("graph_about"),
        "template": "graph.html",
        "lang": words.lang,
        "hide": ["navigation", "toc"],
        "drawing": shown and msgspec.to_builtins(_drawing(graph, shown, ranked[MOST_SHOWN:], corpus, words)),
        "table": shown and msgspec.to_builtins(_table(graph, shown, words)),
        "anchors": ["title", *(["table"] if shown else [])],
    }
    yield Artifact(f"{words.lang}/graph.md", front.page(meta, ""))


def _drawing(graph: Graph, shown: Sequence[Node], rest: Sequence[Node], corpus: Corpus, words: Words) -> Drawing:
    cited = graph.cited()
    period = periods({node.year for node in graph.nodes.values() if node.year})
    labelled = {node.page for node in shown[: _FEW if len(shown) <= _FEW else _MOST_LABELLED]}
    items = [
        Item(
            key=node.page,
            lane=words.body(node.body),
            column=period(node.year),
            label=node.label if node.page in labelled else "",
            name=_spoken(node, cited[node.page], words),
            href=node.standing.url(),
            weight=cited[node.page],
            kind="rd-held" if node.held else "rd-known",
        )
        for node in shown
    ]
    items += _rest(rest, period, words, addresses.url(f"{words.lang}/works.md"))
    among = {node.page for node in shown}
    edges = [edge for edge in graph.edges if among.issuperset(edge)]
    columns = sorted({item.column for item in items})
    description = words("graph_desc").format(works=len(graph.nodes), citations=len(graph.edges))
    return Drawing(
        "rd-graph",
        words("graph"),
        description,
        items,
        _lanes(items, corpus, words),
        [Column(key, (key or words("undated"),)) for key in columns],
        edges,
    )


def _spoken(node: Node, times: int, words: Words) -> str:
    facts = [node.name, node.year or words("undated"), words.count("cited_by_works", times) if times else ""]
    return " · ".join(fact for fact in facts if fact)


def _rest(rest: Iterable[Node], period: Callable[[str | None], str], words: Words, href: str) -> Iterator[Item]:
    """One item for all the works of a body and a time that are not shown one by one."""
    counts = Counter((words.body(node.body), period(node.year)) for node in rest)
    for (lane, column), number in sorted(counts.items()):
        name = words.count("graph_more", number)
        yield Item(f"+{lane}+{column}", lane, column, f"+{number}", name, href, weight=-1, kind="rd-more")


def periods(years: set[str]) -> Callable[[str | None], str]:
    """Years are columns; when there are very many, those long ago are put together by decades.

    The last decade ends before the first year that has a column of its own.
    """
    recent = sorted(years)[-_RECENT:]

    def period(year: str | None) -> str:
        if year is None:
            return _UNDATED
        if len(years) <= _MOST_YEARS or year in recent:
            return year
        first, last = f"{year[:3]}0", min(f"{year[:3]}9", str(int(recent[0]) - 1))
        return first if first == last else f"{first}–{last}"

    return period


def _lanes(items: Iterable[Item], corpus: Corpus, words: Words) -> list[str]:
    """The names of the bodies, in the order of the authority file; those that it does not know at the end."""
    order = {words.body(body.id): place for place, body in enumerate(corpus.authorities.bodies)}
    names = {item.lane for item in items}
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))


def _table(graph: Graph, shown: Sequence[Node], words: Words) -> Shown:
    """The same facts, the most cited works first."""
    cites: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in graph.edges:
        cites[one].append(graph.nodes[other].label)
    cited = graph.cited()
    rows = (
        Row(
            (
                (link(node.name, node.standing.page, node.standing.anchor),),
                words.body(node.body),
                node.year or "—",
                str(cited[node.page]),
                words.listed(cites[node.page]) or "—",
            )
        )
        for node in shown
    )
    return Shown(tuple(map(Head, words.row("graph_columns"))), tuple(rows), False, "table", words("graph_table"))


# --- around one work ------------------------------------------------------------------------------------------


def neighbourhood(meta: Mapping[str, Any], ui: Mapping[str, Any], to_page: Callable[[str], str]) -> Html:
    """The drawing around one work, from its page's front matter; empty when it cites nothing and nothing cites it.

    `ui` are the words of the language; `to_page` makes an address from the site's root relative to the page.
    """
    before = _neighbours(meta.get("cites") or [])
    after = _neighbours(meta.get("cited_by") or [])
    own = str(meta.get("label") or meta.get("title") or "")
    after = {page: row for page, row in after.items() if page not in before}
    if not before and not after:
        return Html()
    centre = {"label": own, "title": meta.get("title"), "year": meta.get("year"), "body": meta.get("body_name")}
    items = [_neighbour("", centre, "rd-centre", ui)]
    edges = []
    for rows, kind in ((before, "rd-before"), (after, "rd-after")):
        for page in sorted(rows, key=lambda page: (str(rows[page].get("year") or ""), page))[-_MOST_AROUND:]:
            items.append(_neighbour(page, rows[page], kind, ui))
            edges.append(("", page) if kind == "rd-before" else (page, ""))
    lanes = dict.fromkeys(item.lane for item in items)
    columns = [Column(key, (key or ui["undated"],)) for key in sorted({item.column for item in items})]
    description = ui["neighbours_desc"].format(cites=len(before), cited_by=len(after))
    title = ui["neighbours"].format(name=own)
    return draw(Drawing("rd-neighbours", title, description, items, tuple(lanes), columns, edges), to_page)


def _neighbours(rows: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The works of a list in the front matter, each once, those that have a page."""
    found: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        if row.get("page"):
            found.setdefault(str(row["page"]), row)
    return found


def _neighbour(page: str, row: Mapping[str, Any], kind: str, ui: Mapping[str, Any]) -> Item:
    year = str(row.get("year") or _UNDATED)
    parts = [row.get("shown"), row.get("title"), year or ui["undated"]]
    name = " · ".join(str(part) for part in parts if part)
    body = str(row.get("body") or ui["body_unknown"])
    return Item(page, body, year, str(row.get("label") or row.get("title") or "…"), name, page, 0, kind)
