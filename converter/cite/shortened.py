"""Symbols of a list that are printed without what they share with the one before them.

    A/C.3/75/L.34, L.35/Rev.1 and L.40      S/PRST/2015/3 and 2018/1      A/48/91, 92 and 93

What a symbol may be cut to: the series that it is of (L., CRP.) with another number, another year with a number, or
another number. A session (A/70/5 and 71/6) is not read: it may be that of a resolution.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from converter import symbols
from converter.cite.addendum import closes
from converter.view import Tokens

_SERIES = re.compile(r"(?P<stem>.+/(?P<word>[A-Z]{1,4})\.)(?P<number>\d{1,5})(?:/(?:Rev|Add|Corr)\..+)?")
_YEARLY = re.compile(r"(?P<stem>.+/)(?:19|20)\d\d/\d{1,5}")
_YEAR = re.compile(r"(?:19|20)\d\d/\d{1,5}")
_SERIAL = re.compile(r"(?P<stem>.+[/.])(?P<number>\d{1,5})")
_MOST_APART = 60  # from one number of a series to the next that is printed alone
_PARTS = 3  # tokens of L.35


class Shortened(NamedTuple):
    """The index after it, the whole symbol, and its number for a range: 0 where it can end none."""

    end: int
    symbol: str
    number: int


def of_series(symbol: str, tokens: Tokens, at: int) -> Shortened | None:
    """L.35 behind A/C.3/75/L.34."""
    found = _SERIES.fullmatch(symbol)
    if found is None or at + _PARTS > len(tokens) or tokens[at].word != found["word"].lower():
        return None
    stop, number = tokens[at + 1], tokens[at + 2]
    if stop.word != "." or not tokens.touches(at + 1) or not number.word.isdecimal() or not tokens.touches(at + 2):
        return None
    return Shortened(at + _PARTS, f"{found['stem']}{number.word}", int(number.word))


def of_year(symbol: str, tokens: Tokens, at: int) -> Shortened | None:
    """2018/1 behind S/PRST/2015/3."""
    found = _YEARLY.fullmatch(symbol)
    if found is None or at >= len(tokens) or tokens[at].kind != "number" or not _YEAR.fullmatch(tokens[at].value.text):
        return None
    return Shortened(at + 1, f"{found['stem']}{tokens[at].value.text}", 0)


def of_number(symbol: str, tokens: Tokens, at: int) -> Shortened | None:
    """92 behind A/48/91; a word that it may count must not follow (A/48/91 and 92 letters)."""
    found = _SERIAL.fullmatch(symbol)
    if found is None or at >= len(tokens) or tokens[at].kind == "number" or not tokens[at].word.isdecimal():
        return None
    number = int(tokens[at].word)
    if symbols.kind_of(symbol) in ("resolution", "decision") or not closes(tokens, at + 1):
        return None
    is_next = 0 < number - int(found["number"]) <= _MOST_APART
    return Shortened(at + 1, f"{found['stem']}{number}", number) if is_next else None
