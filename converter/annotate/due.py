"""By when: the time that a clause of a mandate names.

The ways of naming a time are phrases of the page, read in `languages.times`: a session, a date, a day without a year,
a span (within thirty days of the adoption), a year or month as a limit, a recurrence. A day is computed where the
text gives one, if need be from the text's own date; else the words stand alone. A time that is past when the text
is adopted is not the time of an act (the report of 12 May), nor is a session of a body that was no more then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from converter.annotate.organs import is_over, last_joined, session_of
from converter.languages import Language
from converter.languages.dates import iso_period, shifted, with_year
from converter.languages.times import Time
from converter.model import Due, PageLine


@dataclass(frozen=True, slots=True)
class Adopted:
    """What a time is told from: the organ that speaks, and the day of the text (ISO) where it is known."""

    body: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A time, and the line of the page that it was read by."""

    due: Due
    read_by: PageLine


def find_due(clause: str, adopted: Adopted, language: Language) -> Found | None:
    """The time that a clause names, or None."""
    for time in language.page.times.find(clause):
        due = _READERS[time.kind](time, Due(clause[time.start : time.end], time.relation), adopted, language)
        if due and not _past(due, adopted) and not is_over(due.body, adopted.day, language):
            return Found(due, time.read_by)
    return None


def _past(due: Due, adopted: Adopted) -> bool:
    return bool(due.to_date and adopted.day and due.to_date < adopted.day)


# --- one reader per kind of time: what was found and its words → the whole, or None -------------------------


def _session(time: Time, due: Due, adopted: Adopted, language: Language) -> Due | None:
    named = time.value("organ")
    named = last_joined(named, due.text, language) if named else None
    organ = session_of(named, due.text.partition(named or due.text)[2], adopted.body, adopted.day, language)
    number = str(time.value("session"))
    session = language.authorities.session(organ, number) if organ else None
    first, last = (session.first, session.last) if session else (None, None)
    return Due(due.text, due.relation, organ, number, first, last)


def _date(time: Time, due: Due, adopted: Adopted, _language: Language) -> Due | None:
    """31 May 2030; 31 May: the first that is not past when the text is adopted; of several the first and the last."""
    printed = next(days for slot in ("whole date", "day", "date") if (days := time.value(slot)))
    days = [_whole(day, adopted) for day in printed]
    if not all(days):
        return due
    return Due(due.text, due.relation, from_date=days[0], to_date=days[-1])


def _whole(day: str, adopted: Adopted) -> str | None:
    if with_year(day, None):
        return day
    if adopted.day is None:
        return None
    year = int(adopted.day[:4])
    return next((whole for y in (year, year + 1) if (whole := with_year(day, y)) >= adopted.day), None)


def _span(time: Time, due: Due, adopted: Adopted, _language: Language) -> Due | None:
    """Within thirty days of the adoption: the last of them."""
    size, _, unit = time.value("time unit").rpartition(" ")
    count = int(size or 1) * (time.value("count") or 1)  # within a month
    day = shifted(adopted.day, count, unit) if adopted.day else None
    return Due(due.text, due.relation, from_date=day, to_date=day)


def _period(time: Time, due: Due, _adopted: Adopted, _language: Language) -> Due | None:
    month = time.value("month") or time.value("month number")
    first, last = iso_period(str(time.value("year")), str(month) if month else None) or (None, None)
    return Due(due.text, due.relation, from_date=first, to_date=last)


def _words(_time: Time, due: Due, _adopted: Adopted, _language: Language) -> Due | None:
    return due


_READERS: dict[str, Callable[[Time, Due, Adopted, Language], Due | None]] = {
    "session": _session,
    "date": _date,
    "bare date": _date,
    "span": _span,
    "period": _period,
    "words": _words,
}
