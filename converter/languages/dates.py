"""Dates as texts print them → ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from converter.languages import numerals

_CJK = re.compile(r"^(?P<year>[^年]+)年(?P<month>[^月]+)月(?P<day>[^日]+)日$")


def iso_date(text: str) -> str:
    """2006年3月15日 or 二〇〇六年三月十五日 → 2006-03-15; the empty string for a date that does not exist."""
    match = _CJK.match(text)
    if match is None:
        return ""
    try:
        return date(*(numerals.number(part) for part in match.groups())).isoformat()
    except (ValueError, IndexError):
        return ""
