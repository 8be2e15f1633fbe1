"""`terms`: instruments, agendas, goals, funds and mechanisms, each with the paragraphs that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from converter.cited_series import Standing
from converter.model import Record, ToBe
from converter.write.cells import Row, Shown
from converter.write.indexes.table import Column, Table, paged
from converter.write.indexes.view import WORKS_IN_A_CELL, Place, View, number_key, slug

NAME = "terms"
_KINDS = ("instrument", "agenda", "goal", "fund", "mechanism")
_COLUMNS = (Column("name"), Column("works_count"), Column("paragraphs_count"), Column("named_in"))
_OWN = (Column("work"), Column("session", "choice"), Column("year", "choice"), Column("paragraphs"))

Works = list[tuple[Record, list[str]]]


def pages(view: View) -> Iterator[ToBe]:
    """One page with a table per kind; a term that very many works name has all its paragraphs on a page of its own."""
    terms = _found(view)
    order = {kind: at for at, kind in enumerate(_KINDS)}
    kinds = sorted({kind for kind, _ in terms}, key=lambda kind: (order.get(kind, len(order)), kind))
    yield view.page(NAME, view.title(NAME), view.about(NAME), (_section(view, kind, terms) for kind in kinds))
    for (kind, identity), works in sorted(terms.items()):
        if len(works) > WORKS_IN_A_CELL:
            yield from _own_pages(view, kind, identity, works)


def _found(view: View) -> dict[tuple[str, str], Works]:
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for record in view.records:
        for named in record.named:
            places[named.kind, named.id].append(Place(record, named.anchor))
    return {term: view.by_work(inner) for term, inner in places.items()}


def _section(view: View, kind: str, terms: dict[tuple[str, str], Works]) -> Shown:
    items = sorted(((k, i) for k, i in terms if k == kind), key=lambda term: number_key(term[1]))
    table = Table(_COLUMNS, items, lambda term: _row(view, *term, terms[term]))
    return table.shown(view, kind, view.words.of("entity", kind))


def _row(view: View, kind: str, identity: str, works: Works) -> Row:
    more = Standing(view.path(_own_name(identity))) if len(works) > WORKS_IN_A_CELL else None
    cells = (
        view.words.entity(kind, identity),
        view.count("n_works", len(works)),
        view.count("n_paragraphs", _total(works)),
        view.where(works, more),
    )
    return Row(cells, identity)


def _own_name(identity: str) -> str:
    return f"{NAME}/{slug(identity)}"


def _total(works: Works) -> int:
    return sum(len(anchors) for _, anchors in works)


def _own_pages(view: View, kind: str, identity: str, works: Works) -> Iterator[ToBe]:
    table = Table(_OWN, works, lambda item: _work_row(view, *item))
    yield from paged(view, _own_name(identity), view.words.entity(kind, identity), table, "n_places")


def _work_row(view: View, record: Record, anchors: list[str]) -> Row:
    session = view.words.session(record.session) if record.session else ""
    return Row(((view.work_link(record),), session, record.year or "", view.paragraphs(record, anchors)))
