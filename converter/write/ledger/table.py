"""The tables of the ledger: one for each actor, one row for each mandate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter import addresses, symbols
from converter.corpus import Corpus
from converter.mandates import Entry, window
from converter.model import Due
from converter.write.cells import BREAK, Cell, Day, Link, Strong, filled, joined, link
from converter.write.ledger.names import actor_name, days_of, group_name, met_when, shortened, time_of, why_undated
from converter.write.ledger.where import calendar
from converter.write.words import Words


@dataclass(frozen=True, slots=True)
class Task:
    """The row of a mandate: its anchor, what the script filters by, and its cells."""

    id: str
    data: dict[str, str]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The mandates of one actor: the anchor and the name of the actor, their calendar, and their rows."""

    anchor: str
    name: str
    calendar: Link
    tasks: tuple[Task, ...]


def of_actor(actor: str, group: Sequence[Entry], corpus: Corpus, words: Words) -> Group:
    """The mandates of one actor."""
    name = group_name(group[0], words)
    tasks = tuple(Task(entry.id, _data(entry), _cells(entry, corpus, words)) for entry in group)
    return Group(f"actor-{actor}", name, calendar(words, actor, name), tasks)


def _cells(entry: Entry, corpus: Corpus, words: Words) -> tuple[Cell, ...]:
    mandate = entry.mandate
    place = words.place(words.name(entry.record), mandate.paragraph)
    named = shortened(mandate.actor)
    printed = words.colon(named, "") if not entry.shared or named != actor_name(mandate, words) else ""
    draft = words.brackets(words.of("status", "draft")) if entry.record.status == "draft" else ""
    return (
        printed + mandate.action,
        (link(place, corpus.page(entry.record), mandate.paragraph), draft),
        mandate.to or "—",
        _due(mandate.due, words),
        _answer(entry, corpus, words),
    )


def _data(entry: Entry) -> dict[str, str]:
    """What the script filters by."""
    first, last = window(entry.mandate.due)
    pairs = {
        "actor": entry.actor,
        "kind": entry.mandate.kind,
        "session": entry.session,
        "from": first,
        "until": last,
        "status": entry.status,
    }
    return {name: value for name, value in pairs.items() if value}


def _due(due: Due | None, words: Words) -> Cell:
    if due is None:
        return words("no_due")
    if due.from_date and due.from_date == due.to_date and (said := words.date(due.from_date)) in due.text:
        before, _, after = due.text.partition(said)  # a day that the words name is not said twice
        return (before, Day(said, due.from_date), after)
    return (time_of(due, words), *filled(words.of("punctuation", "brackets"), text=_dates(due, words)))


def _dates(due: Due, words: Words) -> Cell:
    """The days that the words mean, and the paragraph that they were taken from."""
    if not due.from_date:
        return why_undated(due, words)
    basis = words("due_basis").format(paragraph=words.paragraph(due.basis)) if due.basis else ""
    return (*days_of(due.relation, due.from_date, due.to_date, words), basis)


def _answer(entry: Entry, corpus: Corpus, words: Words) -> Cell:
    """What met a mandate and where that was read; else that nothing is recorded."""
    met = entry.met
    if met is None:
        return words("ledger_no_debt" if entry.mandate.kind == "renewal" else "not_recorded")
    when = met_when(entry, met, words)
    parts: list[Cell] = [(Strong(words.of("ledger_status", "met")), f" {when}" if when else "")]
    if met.symbol:
        own = corpus.standing(words.lang, met.symbol)
        to = own.url() if own else addresses.official_link(words.lang, met.symbol)
        shown = symbols.displayed(met.symbol)
        parts.append((Link(shown, to),) if to else shown)
    if met.note(words.lang):
        parts.append(met.note(words.lang))
    parts.append(words("ledger_source").format(source=met.source))
    return joined(BREAK, parts)
