"""`works`: every held text, with all that one looks for it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Artifact, Record
from converter.write import escape
from converter.write.about import vote_parts
from converter.write.indexes.table import Column, Group, Row, Table, listing
from converter.write.indexes.view import View, number_key, session_slug
from converter.write.subjects import headings, subjects
from converter.write.words import Words

COLUMNS = (
    Column("work"),
    Column("date"),
    Column("vote", "many"),
    Column("body", "choice"),
    Column("session", "choice"),
    Column("year", "choice"),
    Column("agenda", "many"),
    Column("kind", "choice"),
    Column("status", "choice"),
    Column("subjects", "many"),
)


def pages(view: View) -> Iterator[Artifact]:
    """The works by body, the newest session first, by number in it."""
    records = in_order(view.records)
    firsts = {record.body or "": record for record in reversed(records)}
    anchors = {id(record): (body or "unknown").lower() for body, record in firsts.items()}

    def row(record: Record, name: str) -> Row:
        return Row(cells(view, record, name), anchors.get(id(record), ""))

    def group(record: Record) -> Group:
        return Group((record.body or "unknown").lower(), view.words.body(record.body))

    yield from listing(view, "works", Table(COLUMNS, records, row), group)


def in_order(records: Sequence[Record]) -> list[Record]:
    """By body, the newest session first, then by number."""
    ordered = sorted(records, key=lambda r: number_key(r.symbol or r.number or r.work))
    ordered.sort(key=lambda r: (r.session_to or r.date or "", number_key(r.session or "")), reverse=True)
    return sorted(ordered, key=lambda r: r.body or "~")


def cells(view: View, record: Record, name: str) -> tuple[str, ...]:
    """The cells of one work on the page `name`."""
    words, text = view.words, escape.markdown
    agenda = (f"{item.number} {item.title or ''}".strip() for item in record.agenda_items)
    about = f"<br>{text(record.subject)}" if record.subject else ""
    return (
        f"{view.work_link(name, record)}{about}",
        view.day(record.date),
        words.between.join(map(text, vote_parts(record, words))),
        text(words.body(record.body)) if record.body else "",
        session_link(view, record.body, record.session, name) if record.session else "",
        text(record.year or ""),
        words.between.join(text(view.say("item", item=item)) for item in agenda),
        text(words.of("kind", record.kind)),
        text(words.of("status", record.status)),
        _few(record, words),
    )


def _few(record: Record, words: Words) -> str:
    """The subjects of a work, of which the first lines are seen; each runs in its own direction."""
    foreign = set(headings(record)) if record.lang != "en" else set()
    each = (
        f"<bdi{' lang=en' if one in foreign else ''}>{escape.markdown(one)}</bdi>" for one in subjects(record, words)
    )
    found = words.between.join(each)
    return f'<span class="rd-few">{found}</span>' if found else ""


def session_link(view: View, body: str | None, session: str | None, name: str) -> str:
    """A link to the page of a session; only its name where it has none."""
    label, own = view.words.session(session), session_slug(body, session)
    return view.link(name, label, view.path(f"sessions/{own}")) if own else escape.markdown(label)
