"""Orders for lists: numbers by value, texts by time."""

from __future__ import annotations

import re
from functools import lru_cache

from converter.model import Record

Key = tuple[tuple[int, str], ...]


@lru_cache(maxsize=8192)  # each list is sorted by the same symbols
def number_key(text: str) -> Key:
    """Sort 9 before 10, whatever stands around the digits; a number may have any length."""
    parts = ((part.lstrip("0"), part) for part in re.split(r"(\d+)", text))
    return tuple((len(bare), bare) if part.isdecimal() else (-1, part) for bare, part in parts)


def time_key(record: Record) -> tuple[str, Key, Key]:
    """The order of time: by date or end of session, then by session and number."""
    label = record.symbol or record.number or record.work
    return record.date or record.session_to or "", number_key(record.session or ""), number_key(label)
