"""`cited` and `reports`: every symbol that a text cites, with what is known of it and where it is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from converter import symbols
from converter.cited_series import CITED_BY, Standing
from converter.corpus import CitedIn
from converter.model import ToBe
from converter.write.cells import Cell, Row, Shown, link
from converter.write.cited import author_of, date_of
from converter.write.indexes.table import Column, Group, Table, listing, paged
from converter.write.indexes.view import WORKS_IN_A_CELL, Place, View, number_key
from converter.write.spans import unsymbolled_anchor

_CITING_WORKS = 3  # that the index names; the page of the symbol has them all
_COLUMNS = (
    Column("symbol"),
    Column("title"),
    Column("body", "choice"),
    Column("kind", "choice"),
    Column("date"),
    Column("held", "choice"),
    Column("count"),
    Column("cited_in"),
)
_REPORTS = (
    Column("symbol"),
    Column("title"),
    Column("author", "choice"),
    Column("body", "choice"),
    Column("date"),
    Column("count"),
    Column("cited_in"),
)


def cited_pages(view: View) -> Iterator[ToBe]:
    """Resolutions, decisions and statements; below them, those that have no symbol."""
    nameless = _nameless(view)
    yield from listing(
        view, "cited", _table(view, reports=False), lambda symbol: _group(view, symbol), _nameless_part(view, nameless)
    )
    for anchor, places in nameless.items():
        if len(view.by_work(_places(places))) > WORKS_IN_A_CELL:
            yield from _nameless_pages(view, anchor, places)


def reports_pages(view: View) -> Iterator[ToBe]:
    """Reports and other documents."""
    yield from listing(view, "reports", _table(view, reports=True), lambda symbol: _group(view, symbol))


def _table(view: View, *, reports: bool) -> Table[str]:
    found = [
        symbol
        for lang, symbol in view.corpus.cited
        if lang == view.lang and (symbols.kind_of(symbol) == "document") == reports
    ]
    found.sort(key=lambda symbol: (view.corpus.body_of(symbol) or "~", number_key(symbol)))
    firsts = {view.corpus.body_of(symbol): symbol for symbol in reversed(found)}
    anchors = {symbol: (body or "other").lower() for body, symbol in firsts.items()}
    columns = _REPORTS if reports else _COLUMNS
    return Table(columns, found, lambda symbol: _row(view, symbol, anchors.get(symbol, ""), columns))


def _row(view: View, symbol: str, anchor: str, columns: tuple[Column, ...]) -> Row:
    words = view.words
    places = view.corpus.cited[view.lang, symbol]
    record = view.corpus.held.get((view.lang, symbol))
    standing = view.corpus.standing(view.lang, symbol)
    assert standing is not None, "only symbols that may become addresses are counted as cited"
    date = date_of(symbol, places, view.corpus)
    body = view.corpus.body_of(symbol)
    more = Standing(standing.page, "" if record else standing.at(CITED_BY))
    cells: dict[str, Cell] = {
        "symbol": (link(symbols.displayed(symbol), standing.page, standing.anchor),),
        "title": view.corpus.title(view.lang, symbol) or "",
        "author": author_of(places) or "",
        "body": words.body(body) if body else "",
        "kind": words.of("kind", symbols.kind_of(symbol)),
        "date": view.day(date),
        "held": view.say("held" if record else "held_elsewhere" if view.corpus.held_in(symbol) else "not_held"),
        "count": view.count("n_places", len(places)),
        "cited_in": view.where(view.by_work(_places(places)), more, _CITING_WORKS),
    }
    return Row(tuple(cells[column.key] for column in columns), anchor)


def _group(view: View, symbol: str) -> Group:
    body = view.corpus.body_of(symbol)
    return Group((body or "other").lower(), view.words.body(body))


def nameless(view: View) -> int:
    """How many works that have no symbol are cited."""
    return len(_nameless(view))


def _nameless(view: View) -> dict[str, list[CitedIn]]:
    """The works that the UN gives no symbol, by their anchors."""
    groups: defaultdict[str, list[CitedIn]] = defaultdict(list)
    for place in view.corpus.unsymbolled.get(view.lang, []):
        groups[unsymbolled_anchor(place.citing)].append(place)
    return dict(sorted(groups.items()))


def _nameless_part(view: View, nameless: dict[str, list[CitedIn]]) -> Iterator[Shown]:
    columns = (Column("name"), Column("body", "choice"), Column("count"), Column("cited_in"))
    table = Table(columns, list(nameless.items()), lambda item: _nameless_row(view, *item))
    yield table.shown(view, "without-symbol", view.words("without_symbol"))


def _nameless_row(view: View, anchor: str, places: list[CitedIn]) -> Row:
    body = places[0].citing.body
    cells = (
        _nameless_name(view, places),
        view.words.body(body) if body else "",
        view.count("n_places", len(places)),
        view.where(view.by_work(_places(places)), Standing(view.path(f"cited/{anchor}"))),
    )
    return Row(cells, anchor)


def _nameless_name(view: View, places: list[CitedIn]) -> str:
    first = places[0].citing
    body = view.words.body(first.body) if first.body else ""
    return f"{body} {view.words.of('kind', first.kind)} {first.number}".strip()


def _nameless_pages(view: View, anchor: str, places: list[CitedIn]) -> Iterator[ToBe]:
    """Every place that cites a work without a symbol, when they are too many for a cell."""
    columns = (Column("work"), Column("paragraphs"))
    items = view.by_work(_places(places))
    table = Table(columns, items, lambda item: Row(((view.work_link(item[0]),), view.paragraphs(*item))))
    yield from paged(view, f"cited/{anchor}", _nameless_name(view, places), table, "n_places")


def _places(places: list[CitedIn]) -> Iterator[Place]:
    return (Place(place.record, place.citing.anchor) for place in places)
