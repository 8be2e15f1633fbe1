"""Dates as texts print them → ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from converter.languages import numerals

# One pattern per way of printing a date; a language with month names will bring its own.
_FORMS = (re.compile(r"^(?P<year>[^年]+)年(?P<month>[^月]+)月(?P<day>[^日]+)日$"),)


def iso_date(text: str) -> str:
    """2006年3月15日 or 二〇〇六年三月十五日 → 2006-03-15; the empty string for a date that does not exist."""
    for form in _FORMS:
        match = form.match(text)
        if match is None:
            continue
        try:
            return date(*(numerals.number(part) for part in match.group("year", "month", "day"))).isoformat()
        except ValueError:
            return ""
    return ""


def iso_period(year: str, month: str | None) -> tuple[str, str] | None:
    """The first and the last day of a year or of a month; None for one that does not exist."""
    try:
        of_year, first = numerals.number(year), numerals.number(month) if month else 1
        last = first if month else 12
        end = date(of_year, last, monthrange(of_year, last)[1])
        return date(of_year, first, 1).isoformat(), end.isoformat()
    except ValueError:
        return None
