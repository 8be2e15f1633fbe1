"""`sessions`: the sessions of each body, their days, what they dealt with and what falls due at them.

A year stands for the session of a text that has none: the Security Council meets the whole year round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.mandates import Entry
from converter.model import Artifact, Record
from converter.write.cells import Row, Shown, text_of
from converter.write.indexes import works
from converter.write.indexes.table import Column, Table
from converter.write.indexes.view import Place, View, number_key, session_slug
from converter.write.ledger.names import actor_name

NAME = "sessions"
_COLUMNS = (Column("session"), Column("body", "choice"), Column("days"), Column("works_count"), Column("due_count"))
_DUE = (Column("task"), Column("actor", "choice"), Column("due"), Column("answer", "choice"), Column("place"))
_WORKS = tuple(column for column in works.COLUMNS if column.key not in ("body", "session"))


@dataclass
class _Session:
    """A session with something in the collection: texts, or mandates due. `name` is what its body calls it."""

    body: str
    number: str
    slug: str
    name: str
    in_year: bool = False
    first: str | None = None
    last: str | None = None
    works: list[Record] = field(default_factory=list)
    due: list[Entry] = field(default_factory=list)


def pages(view: View) -> Iterator[Artifact]:
    """The index by body, the newest session first; then each session's own page."""
    ordered = sorted(_found(view).values(), key=lambda one: number_key(one.number), reverse=True)
    ordered.sort(key=lambda one: one.body)
    table = Table(_COLUMNS, ordered, lambda one: _row(view, one))
    yield view.page(NAME, view.title(NAME), view.about(NAME), [table.shown(view)])
    for one in ordered:
        name = f"{NAME}/{one.slug}"
        title = view.words("session_of").format(body=view.words.body(one.body), session=one.name)
        yield view.page(name, title, text_of(view.days(one.first, one.last)), _tables(view, one), (view.up(name),))


def _found(view: View) -> dict[str, _Session]:
    sessions: dict[str, _Session] = {}
    for record in view.records:
        one = _session(view, sessions, record.body, record.session or record.year, in_year=not record.session)
        if one is not None:
            one.works.append(record)
            one.first, one.last = one.first or record.session_from, one.last or record.session_to
    for entry in view.mandates:
        due = entry.mandate.due
        one = _session(view, sessions, due.body, due.session) if due else None
        if one is not None:
            one.due.append(entry)
    return sessions


def _session(
    view: View, sessions: dict[str, _Session], body: str | None, number: str | None, *, in_year: bool = False
) -> _Session | None:
    slug = session_slug(body, number)
    if slug is None or body is None or number is None:
        return None
    if slug not in sessions:
        known = None if in_year else view.sessions.get((body, number))
        first, last = (known.first, known.last) if known else (None, None)
        name = view.words.year(number) if in_year else view.words.session(number)
        sessions[slug] = _Session(body, number, slug, name, in_year, first, last)
    return sessions[slug]


def _row(view: View, one: _Session) -> Row:
    cells = (
        (view.link(one.name, f"{NAME}/{one.slug}"),),
        view.words.body(one.body),
        view.days(one.first, one.last),
        view.count("n_works", len(one.works)) if one.works else "",
        view.count("n_due", len(one.due)) if one.due else "",
    )
    return Row(cells, one.slug)


def _tables(view: View, one: _Session) -> Iterator[Shown]:
    due = sorted(one.due, key=lambda entry: (view.corpus.page(entry.record), number_key(entry.id)))
    yield Table(_DUE, due, lambda entry: _mandate(view, entry)).shown(view, "due", view.say("due_here"))
    held = sorted(one.works, key=lambda record: number_key(record.symbol or record.number or record.work))
    heading = view.say("works_of_year" if one.in_year else "works_here")
    yield Table(_WORKS, held, lambda record: _work(view, record)).shown(view, "works", heading)


def _work(view: View, record: Record) -> Row:
    cells = dict(zip(works.COLUMNS, works.cells(view, record), strict=True))
    return Row(tuple(cells[column] for column in _WORKS))


def _mandate(view: View, entry: Entry) -> Row:
    mandate = entry.mandate
    cells = (
        mandate.action,
        actor_name(mandate, view.words),
        mandate.due.text if mandate.due else "",
        view.say("met" if entry.met else "no_answer"),
        (view.place_link(Place(entry.record, mandate.paragraph)),),
    )
    return Row(cells)
