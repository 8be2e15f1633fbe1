"""How a mandate is told in a language: the name of its actor, the days between which it falls due, what met it."""

from __future__ import annotations

from converter.mandates import Entry
from converter.model import Due, Mandate, Met
from converter.model.text import word_edge
from converter.write.cells import Cell, Day, filled, text_of
from converter.write.words import Words

_LONGEST_ACTOR = 120  # characters of an actor's name that are shown
_STATE = "state-"  # before the code of a State that must act


def shortened(actor: str) -> str:
    """An actor as printed, cut where a text goes on about it for lines."""
    return actor if len(actor) <= _LONGEST_ACTOR else f"{actor[: word_edge(actor, _LONGEST_ACTOR, -1)].rstrip()}…"


def group_name(entry: Entry, words: Words) -> str:
    """What the mandates of one actor are under: its name, or that the paragraph names it in words of its own."""
    return actor_name(entry.mandate, words) if entry.shared else words("ledger_own_words")


def actor_name(mandate: Mandate, words: Words) -> str:
    """The full name of an actor, as the authority files have it, else as printed."""
    return called(mandate.actor_id, mandate.actor, words)


def called(actor_id: str | None, printed: str, words: Words) -> str:
    """The name of whom a text asks: that of its key in the authority files, else as printed."""
    return (actor_id and name_of(actor_id, words)) or shortened(printed)


def name_of(actor_id: str, words: Words) -> str | None:
    """The name of a body, an office, a mechanism or a State by its key; None where no authority file has it."""
    if actor_id.startswith(_STATE):
        return words.state(actor_id.removeprefix(_STATE).upper())
    body = words.body(actor_id)
    if body != actor_id:
        return body
    names = (words.entity(kind, actor_id) for kind in ("office", "mechanism"))
    return next((name for name in names if name != actor_id), None)


def met_when(entry: Entry, met: Met, words: Words) -> str:
    """When a mandate was met: the session and the day."""
    due = entry.mandate.due
    body = (due.body if due else None) or entry.record.body
    session = words.session_of(body, met.session) if met.session else ""
    return words.join((session, words.date(met.date)))


def days_of(relation: str, first: str, last: str | None, words: Words) -> Cell:
    """The days of a time: 2022年9月12日至10月7日."""
    last = last or first
    days = {
        "first": (Day(words.date(first), first),),
        "last": (Day(words.date(last), last),),
        "first_day": (Day(words.day(first), first),),
        "last_day": (Day(words.day(last), last),),
    }
    if relation == "at":
        relation = "day" if first == last else "year" if first[:4] == last[:4] else "at"
    return filled(words.of("due_days", relation), **days)


def days_in_words(relation: str, first: str, last: str | None, words: Words) -> str:
    """The same as words alone."""
    return text_of(days_of(relation, first, last, words))


def time_of(due: Due, words: Words) -> str:
    """By when, in words: a session by its name, for other words may stand between it and the body; else as printed."""
    if due.relation == "at" and due.body and due.session:
        return words.session_of(due.body, due.session)
    return due.text


def why_undated(due: Due, words: Words) -> str:
    """What is said of a time whose days are not known: for a session, that its days are not recorded here."""
    return words("no_session_days" if due.session else "no_dates")
