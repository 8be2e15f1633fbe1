"""Dates as texts print them → ISO 8601.

Chinese prints the parts with their signs (2006年3月15日); the other languages print a day, the name of a month and
a year in some order, with words between (15 de marzo de 2006). The names are data: `dates.months` of the profile.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from types import MappingProxyType

from converter.languages import numerals

Months = Mapping[str, int]
"""Each name of a month, in any spelling that texts print → its number; a key is compared without its case."""

_NO_MONTHS: Months = MappingProxyType({})
_SIGNS = re.compile(r"^(?P<year>[^年]+)年(?P<month>[^月]+)月(?P<day>[^日]+)日$")
_TOKEN = re.compile(r"(?P<year>\d{4})|(?P<day>\d{1,2})|(?P<word>[^\W\d_]+)")
_DIGITS = str.maketrans("lI|O", "1110")  # what scanning takes for digits
_PARTS = (3, 5)  # 15 March 2006, 15 de marzo de 2006
_CLOSE = 0.7  # one letter of a month's name is wrong
_YEARLESS = "-"  # what an ISO date without a year begins with: --03-15


@dataclass(frozen=True, slots=True)
class DayParts:
    """Days of one month, as a text names them; the year may be missing."""

    days: tuple[int, ...]
    month: int
    year: int | None


def iso_date(text: str, months: Months = _NO_MONTHS) -> str:
    """2006年3月15日, 二〇〇六年三月十五日, 15 March 2006 → 2006-03-15; the empty string for no date that exists."""
    match = _SIGNS.match(text)
    if match is None:
        found = [day for day in iso_dates(text, months) if not day.startswith(_YEARLESS)]
        return found[0] if len(found) == 1 else ""
    try:
        return date(*(numerals.number(part) for part in match.group("year", "month", "day"))).isoformat()
    except (ValueError, OverflowError):
        return ""


def iso_dates(text: str, months: Months) -> list[str]:
    """4 and 16 November 1948 → both, in order; a day without a year is `--03-15` (ISO 8601:2000).

    Each day has the month and the year that stand after it. Days that do not exist are left out; so is
    everything where the month stands before the day (March 15, 2006), unless it is one date alone.
    """
    found: list[str] = []
    month = year = None
    for kind, value in reversed(list(_tokens(text, months))):
        if kind == "year":
            year = value
        elif kind == "month":
            month = value
        elif month is not None:
            found.append(_iso(year, month, value))
    if not found and month is not None:  # March 15, 2006
        days = [value for kind, value in _tokens(text, months) if kind == "day"]
        found = [_iso(year, month, days[0])] if len(days) == 1 else []
    return [day for day in reversed(found) if day]


def _tokens(text: str, months: Months) -> Iterator[tuple[str, int]]:
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "", match[0]
        if kind != "word":
            yield kind, int(word)
        elif (number := _month(word, months)) is not None:
            yield "month", number


def _month(word: str, months: Months) -> int | None:
    return months.get(word) or next((n for name, n in months.items() if name.casefold() == word.casefold()), None)


def _iso(year: int | None, month: int, day: int) -> str:
    """The ISO date, without a year where there is none; the empty string for a day that does not exist."""
    try:
        whole = date(2000 if year is None else year, month, day)  # a leap year: 29 February may be meant
    except (ValueError, OverflowError):
        return ""
    return whole.isoformat() if year is not None else f"--{month:02}-{day:02}"


def days_of(parts: Sequence[DayParts]) -> list[str]:
    """The dates that parts of a text name one after the other, in ISO; those without any year as `--03-15`.

    One without a year has that of the next date, else that of the one before: 4 May and 16 June 1948,
    2000年10月21日和10月25日. Days that do not exist are left out.
    """
    years = [part.year for part in parts]
    for index in (*reversed(range(len(parts) - 1)), *range(1, len(parts))):
        if years[index] is None:
            beside = [years[at] for at in (index + 1, index - 1) if 0 <= at < len(parts)]
            years[index] = next((year for year in beside if year is not None), None)
    found = [_iso(year, part.month, day) for part, year in zip(parts, years, strict=True) for day in part.days]
    return [day for day in found if day]


def mended_date(text: str, months: Months) -> str:
    """Like `iso_date`, where a date must stand: one sign misread in the day, the month or the year is mended.

    3 Apri] 1991 → 1991-04-03, l2 May l950 → 1950-05-12, 3 de abri] de 1991 → 1991-04-03.
    """
    found = iso_date(text, months)
    parts = text.split()
    if found or not _PARTS[0] <= len(parts) <= _PARTS[1]:
        return found
    day, year = (part.rstrip(",").translate(_DIGITS) for part in (parts[0], parts[-1]))
    known = {name.casefold(): number for name, number in months.items()}
    names = [n for part in parts[1:-1] for n in get_close_matches(part.casefold(), known, n=1, cutoff=_CLOSE)]
    if len(names) != 1:
        return ""
    try:
        return _iso(numerals.number(year), known[names[0]], numerals.number(day))
    except ValueError:
        return ""


def with_year(day: str, year: int | None) -> str:
    """--03-15 → 1964-03-15; a whole date as it is; the empty string without a year or for a day that it lacks."""
    if not day.startswith(_YEARLESS):
        return day
    return _iso(year, int(day[2:4]), int(day[5:7])) if year else ""


def iso_period(year: str, month: str | None) -> tuple[str, str] | None:
    """The first and the last day of a year or of a month; None for one that does not exist."""
    try:
        of_year, first = numerals.number(year), numerals.number(month) if month else 1
        last = first if month else 12
        end = date(of_year, last, monthrange(of_year, last)[1])
        return date(of_year, first, 1).isoformat(), end.isoformat()
    except (ValueError, OverflowError):
        return None


def shifted(day: str, count: int, unit: str) -> str | None:
    """The day that many `days`, `weeks`, `months` or `years` after another (ISO); None for one that no calendar has."""
    try:
        start = date.fromisoformat(day)
        if unit in ("days", "weeks"):
            return (start + timedelta(days=count * (7 if unit == "weeks" else 1))).isoformat()
        months = start.month - 1 + count * (12 if unit == "years" else 1)
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1])).isoformat()
    except (ValueError, OverflowError):
        return None
