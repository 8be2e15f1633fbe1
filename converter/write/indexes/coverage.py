"""`coverage`: what this site holds, by language, body and session; and what is cited most of what it does not hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from converter import symbols
from converter.model import Artifact, Record
from converter.ordering import number_key
from converter.write.cells import Link, Row, link
from converter.write.feeds import body_feed
from converter.write.indexes.table import Column, Table
from converter.write.indexes.view import View
from converter.write.indexes.works import session_link

NAME = "coverage"
_WANTED = 200  # cited works that are not held; all of them are in the index of cited documents


def pages(view: View) -> Iterator[Artifact]:
    """The page, with a table for each way to count."""
    tables = (make(view).shown(view, key, view.named(NAME, key) or key) for key, make in _TABLES.items())
    yield view.page(NAME, view.title(NAME), view.about(NAME), tables)


def _shown(view: View) -> Iterator[Record]:
    """The texts of the language that are shown: none that is set aside."""
    return (record for record in view.records if not record.aside)


def _languages(view: View) -> Table[Any]:
    """How many texts there are in each language; the same work counts in each."""
    counts = Counter(record.lang for record in view.corpus.records if not record.aside)
    items = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    columns = (Column("language"), Column("works_count"))

    def row(item: tuple[str, int]) -> Row:
        return Row((view.words.of("languages", item[0]), view.count("n_works", item[1])))

    return Table(columns, items, row, listed=False)


def _bodies(view: View) -> Table[Any]:
    """How many texts of each body, with the years that they are from."""
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in _shown(view):
        groups[record.body or ""].append(record)
    items = sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))
    columns = (Column("body"), Column("works_count"), Column("years"), Column("kind"), Column("feed"))

    def row(item: tuple[str, list[Record]]) -> Row:
        body, records = item
        years = sorted({record.year for record in records if record.year})
        span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
        kinds = Counter(view.words.of("kind", record.kind) for record in records)
        shown = (f"{kind}{view.words.brackets(view.words.number(count))}" for kind, count in kinds.most_common())
        return Row(
            (
                view.words.body(body or None),
                view.count("n_works", len(records)),
                span,
                view.words.between.join(shown),
                (Link("Atom", body_feed(view.lang, body)),) if body else "",
            )
        )

    return Table(columns, items, row, listed=False)


def _sessions(view: View) -> Table[Any]:
    """How many texts of each session, the newest first within a body; of a body without sessions nothing."""
    counts = Counter((one.body, one.session) for one in _shown(view) if one.body and one.session)
    items = sorted(counts.items(), key=lambda one: number_key(one[0][1] or ""), reverse=True)
    items.sort(key=lambda one: one[0][0] or "")
    columns = (Column("body"), Column("session"), Column("works_count"))

    def row(item: tuple[tuple[str | None, str | None], int]) -> Row:
        (body, session), count = item
        return Row((view.words.body(body), session_link(view, body, session), view.count("n_works", count)))

    return Table(columns, items, row, listed=False)


def _wanted(view: View) -> Table[Any]:
    """The works that texts here cite and no language of this site has, those with most places first."""
    cited = {
        symbol: len(places)
        for (lang, symbol), places in view.corpus.cited.items()
        if lang == view.lang and not view.corpus.held_in(symbol)
    }
    items = sorted(cited, key=lambda symbol: (-cited[symbol], number_key(symbol)))[:_WANTED]
    columns = (Column("symbol"), Column("title"), Column("body", "choice"), Column("count"))

    def row(symbol: str) -> Row:
        body = view.corpus.body_of(symbol)
        standing = view.corpus.standing(view.lang, symbol)
        shown = symbols.displayed(symbol)
        return Row(
            (
                (link(shown, standing.page, standing.anchor),) if standing else shown,
                view.corpus.title(view.lang, symbol) or "",
                view.words.body(body) if body else "",
                view.count("n_places", cited[symbol]),
            )
        )

    return Table(columns, items, row)


# The key of a heading, and of its anchor → the table below it.
_TABLES: dict[str, Callable[[View], Table[Any]]] = {
    "languages": _languages,
    "bodies": _bodies,
    "sessions": _sessions,
    "wanted": _wanted,
}
