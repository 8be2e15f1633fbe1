"""What a text cannot cite yet: a work of a later day, year or session than its own.

In 2,038 texts of the shared corpus three works are later than their text, each by a slip of the print, which their
numbers told as well (resolution 78/52 of 4 December 2024 in a text of 2 December); and no other is. A work that is
years later shows no slip beside itself, but another day of the text, which its own symbol tells (`lint/masthead.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.cite import numbers
from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Citation, Diagnostic

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_SESSION = re.compile(r"A/(?:C\.[1-6]/)?(?P<session>\d{2,3})/[L\d]")
_OF_YEAR = re.compile(r"S/(?:PRST/)?(?P<year>(?:19|20)\d\d)/\d")
_BEFORE_FIRST = 1945  # session N of the Assembly opens in 1945 + N, and its first documents come out in the year before
_MOST_DAYS = 400
_MOST_YEARS = 1


def later(reading: Reading) -> Iterator[Diagnostic]:
    """A cited work that was not there yet on the day of the text."""
    own = reading.resolution.masthead.date
    if own is None or not _DAY.fullmatch(own):
        return
    for citation in reading.citations:
        told = _told(citation, own, reading)
        if told:
            message = f"{citation.target or citation.text} cannot be cited here: {told}, and this text of {own}"
            offset = reading.at(citation.place, citation.main_start)
            yield reading.finding(offset, "citation-year", message, AS_PRINTED)


def _told(citation: Citation, own: str, reading: Reading) -> str:
    """What shows that a work was not there yet: its day, or what its number tells; empty where nothing does.

    A number and a day that contradict each other are told already (`citations.years`).
    """
    body = reading.authorities.body(citation.body or "")
    number = numbers.normalise(citation.number) if citation.target and body else None
    months = number.months(body.id) if number is not None and body is not None else None
    day = citation.date or ""
    if day and not day.startswith("-"):
        agrees = months is None or months[0] <= day[:7] <= months[1]
        return f"it is of {day}" if _DAY.fullmatch(day) and agrees and 0 < _days(own, day) <= _MOST_DAYS else ""
    if months is not None:
        is_later = months[0] > own[:7] and int(months[0][:4]) - int(own[:4]) <= _MOST_YEARS
        return f"its number is of {months[0]} or later" if is_later else ""
    session, printed = _OF_SESSION.match(citation.target or ""), _OF_YEAR.match(citation.target or "")
    if session and _is_near(int(session["session"]) + _BEFORE_FIRST - 1, own):
        return f"its symbol is of session {session['session']}"
    return f"its symbol is of {printed['year']}" if printed and _is_near(int(printed["year"]), own) else ""


def _days(first: str, last: str) -> int:
    """The days from one to another, as if each month had 31."""
    begun, ended = (int(one[:4]) * 372 + int(one[5:7]) * 31 + int(one[8:]) for one in (first, last))
    return ended - begun


def _is_near(year: int, own: str) -> bool:
    """Whether a year is one behind the text's own, and not many."""
    return 0 < year - int(own[:4]) <= _MOST_YEARS
