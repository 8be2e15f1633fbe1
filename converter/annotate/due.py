"""By when: the time that a clause of a mandate names.

The ways of naming a time are data, `mandates.times`, tried in their order: a session, a date, a day without a year,
a span (within thirty days of the adoption), a year or month as a limit, a recurrence. A day is computed where the
text gives one, if need be from the text's own date; else the words stand alone. A time that is past when the text
is adopted is not the time of an act (the report of 12 May).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from converter.languages import Language, numerals
from converter.languages.dates import iso_date, iso_dates, iso_period, shifted, with_year
from converter.model import Due

_BEFORE = 80  # how far back the words that make a time the time of something else may begin
_TRIES = 20  # how many places of one clause are looked at


@dataclass(frozen=True, slots=True)
class Adopted:
    """What a time is told from: the organ that speaks, and the day of the text (ISO) where it is known."""

    body: str | None
    day: str | None


def find_due(clause: str, adopted: Adopted, language: Language) -> Due | None:
    """The time that a clause names, or None."""
    for time in language.table("mandates.times"):
        unless = language.compile_cached(time["unless"]) if "unless" in time else None
        pattern = language.compile_cached(time["pattern"])
        for match in islice(pattern.finditer(clause), _TRIES):
            if unless and unless.search(clause[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            relation, text = _relation(clause, match, language)
            due = _READERS[time["kind"]](match, Due(text, relation), adopted, language)
            if due and not _past(due, adopted):
                return due
    return None


def _past(due: Due, adopted: Adopted) -> bool:
    return bool(due.to_date and adopted.day and due.to_date < adopted.day)


def _relation(clause: str, match: re.Match[str], language: Language) -> tuple[str, str]:
    """Whether a time is a limit (之前, not later than) or the time itself, and its words with that word.

    The word may stand in what was matched, before or after it.
    """
    for rule in language.table("mandates.relations"):
        relation = str(rule["relation"])
        if "within" in rule and language.compile_cached(rule["within"]).search(match[0]):
            return relation, match[0]
        if "follows" in rule:
            follows = language.compile_cached(rule["follows"]).match(clause, match.end())
            if follows:
                return relation, clause[match.start() : follows.end()]
        if "precedes" in rule:
            before = max(0, match.start() - _BEFORE)
            precedes = language.compile_cached(rule["precedes"]).search(clause[before : match.start()])
            if precedes:
                return relation, clause[before + precedes.start() : match.end()]
    return "at", match[0]


# --- one reader per kind of time: what was matched and its words → the whole, or None -----------------------


def _session(match: re.Match[str], due: Due, adopted: Adopted, language: Language) -> Due | None:
    organ = language.organs.get(match["organ"] or "", (adopted.body, False))[0]
    if match["organ"] in language.short_names and adopted.body in language.short_names[match["organ"]]:
        organ = adopted.body  # 理事会: the organ that speaks
    try:
        number = str(numerals.ordinal(match["session"], language.table("ordinals")))
    except ValueError:
        return None
    session = language.authorities.session(organ, number) if organ else None
    first, last = (session.first, session.last) if session else (None, None)
    return Due(due.text, due.relation, organ, number, first, last)


def _date(match: re.Match[str], due: Due, _adopted: Adopted, language: Language) -> Due | None:
    day = iso_date(match["date"], language.table("dates.months")) or None
    return Due(due.text, due.relation, from_date=day, to_date=day)


def _day(match: re.Match[str], due: Due, adopted: Adopted, language: Language) -> Due | None:
    """31 May: the first one that is not past when the text is adopted."""
    days = iso_dates(match["date"], language.table("dates.months"))
    if not days or adopted.day is None:
        return due
    year = int(adopted.day[:4])
    day = next((day for y in (year, year + 1) if (day := with_year(days[0], y)) >= adopted.day), None)
    return Due(due.text, due.relation, from_date=day, to_date=day)


def _span(match: re.Match[str], due: Due, adopted: Adopted, language: Language) -> Due | None:
    """Within thirty days of the adoption: the last of them."""
    number, unit = match["number"].casefold(), language.table("mandates.units")[match["unit"].casefold()]
    count = int(number) if number.isdecimal() else language.table("mandates.numbers")[number]
    day = shifted(adopted.day, count, unit) if adopted.day else None
    return Due(due.text, due.relation, from_date=day, to_date=day)


def _period(match: re.Match[str], due: Due, _adopted: Adopted, language: Language) -> Due | None:
    month, months = match["month"], language.table("dates.months")
    number = month if not month or month.isdecimal() else str(months.get(month, ""))
    first, last = iso_period(match["year"], number) or (None, None)
    return Due(due.text, due.relation, from_date=first, to_date=last)


def _words(_match: re.Match[str], due: Due, _adopted: Adopted, _language: Language) -> Due | None:
    return due


_READERS: dict[str, Callable[[re.Match[str], Due, Adopted, Language], Due | None]] = {
    "session": _session,
    "date": _date,
    "day": _day,
    "span": _span,
    "period": _period,
    "words": _words,
}
