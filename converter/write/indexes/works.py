"""`works`: every held text, with all that one looks for it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Record, ToBe
from converter.write.about import vote_parts
from converter.write.cells import BREAK, Apart, Cell, Row, joined
from converter.write.indexes.table import Column, Group, Table, listing
from converter.write.indexes.view import View, number_key, session_slug
from converter.write.subjects import headings, subjects
from converter.write.words import Words

COLUMNS = (
    Column("work"),
    Column("date", "year"),
    Column("vote", "many"),
    Column("body", "choice"),
    Column("session", "choice"),
    Column("agenda", "many"),
    Column("kind", "choice"),
    Column("status", "choice"),
    Column("subjects", "many", few=True),
)


def pages(view: View) -> Iterator[ToBe]:
    """The works by body, the newest session first, by number in it."""
    records = in_order(view.records)
    firsts = {record.body or "": record for record in reversed(records)}
    anchors = {id(record): (body or "unknown").lower() for body, record in firsts.items()}

    def row(record: Record) -> Row:
        return Row(cells(view, record), anchors.get(id(record), ""))

    def group(record: Record) -> Group:
        return Group((record.body or "unknown").lower(), view.words.body(record.body))

    yield from listing(view, "works", Table(COLUMNS, records, row), group)


def in_order(records: Sequence[Record]) -> list[Record]:
    """By body, the newest session first, then by number."""
    ordered = sorted(records, key=lambda r: number_key(r.symbol or r.number or r.work))
    ordered.sort(key=lambda r: (r.session_to or r.date or "", number_key(r.session or "")), reverse=True)
    return sorted(ordered, key=lambda r: r.body or "~")


def cells(view: View, record: Record) -> tuple[Cell, ...]:
    """The cells of one work."""
    words = view.words
    agenda = (f"{item.number} {item.title or ''}".strip() for item in record.agenda_items)
    name = (view.work_link(record),)
    return (
        (*name, BREAK, record.subject) if record.subject else name,
        view.day(record.date) or record.year or "",
        words.between.join(vote_parts(record, words)),
        words.body(record.body) if record.body else "",
        session_link(view, record.body, record.session) if record.session else "",
        words.between.join(view.say("item", item=item) for item in agenda),
        words.of("kind", record.kind),
        words.of("status", record.status),
        _subjects(record, words),
    )


def _subjects(record: Record, words: Words) -> Cell:
    """The subjects of a work; each runs in its own direction."""
    foreign = set(headings(record)) if record.lang != "en" else set()
    each = ((Apart(one, "en" if one in foreign else ""),) for one in subjects(record, words))
    return joined(words.between, each)


def session_link(view: View, body: str | None, session: str | None) -> Cell:
    """A link to the page of a session; only its name where it has none."""
    label, own = view.words.session(session), session_slug(body, session)
    return (view.link(label, f"sessions/{own}"),) if own else label
