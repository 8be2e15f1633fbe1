"""Days, months and years → ISO 8601. How texts print them is told by the phrases of a page (`dating.py`)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from converter import numerals

YEARLESS = "-"  # what an ISO date without a year begins with: --03-15


@dataclass(frozen=True, slots=True)
class DayParts:
    """Days of one month, as a text names them; the year may be missing."""

    days: tuple[int, ...]
    month: int
    year: int | None


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
    2000年10月21日和10月25日. A day that does not exist is the empty string.
    """
    years = [part.year for part in parts]
    for index in (*reversed(range(len(parts) - 1)), *range(1, len(parts))):
        if years[index] is None:
            beside = [years[at] for at in (index + 1, index - 1) if 0 <= at < len(parts)]
            years[index] = next((year for year in beside if year is not None), None)
    return [_iso(year, part.month, day) for part, year in zip(parts, years, strict=True) for day in part.days]


def with_year(day: str, year: int | None) -> str:
    """--03-15 → 1964-03-15; a whole date as it is; the empty string without a year or for a day that it lacks."""
    if not day.startswith(YEARLESS):
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
