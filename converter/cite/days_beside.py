"""Numbers whose year only the day beside them tells: resolution 1493 of 28 July 2003, 第1493号决议(2003年7月28日).

Whether they are ours is told later, by their organ (`resolve.py`): what is not sure stays unread, and is said.
"""

from __future__ import annotations

import re

from converter.cite.unread_alone import LISTED
from converter.languages.page import Page
from converter.languages.scan import Printed
from converter.view import Token, Tokens

_SERIAL = re.compile(r"\d{3,4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMING = ("noun", "own noun", "number sign")
_TO_DATE = 6  # tokens, at most, from a number to its day
_BEHIND = ("number end", "noun", "own noun", "organ", "between")


def with_days_beside(tokens: Tokens, page: Page) -> Tokens:
    """Tokens in which such a number is one with the year of its day.

    It stands behind a noun, its sign or an organ, or behind the day of another such number in a list; its day behind it
    with nothing but its sign, its noun, its organ and what leads to a day between, or right before its sign.
    """
    items = list(tokens.items)
    last = -1  # where the day of the number before ends
    for index, token in enumerate(tokens.items):
        if not index or not _SERIAL.fullmatch(token.word):
            continue
        if not _is_named(tokens, index) and not _goes_on(tokens, index, last):
            continue
        at = _day_behind(tokens, index + 1, page)
        day = at if at is not None else _day_before(tokens, index)
        if day is not None:
            printed = Printed(f"{token.word}({tokens[day].value[0][:4]})", "serial-year", sure=True, by_day=True)
            items[index] = Token("number", printed, token.start, token.end, token.word)
            last = max(day, index)
    return Tokens(tokens.view, tuple(items))


def _is_named(tokens: Tokens, index: int) -> bool:
    """Whether the noun or its sign stands right before a number, maybe with the organ between."""
    before = tokens[index - 1]
    if before.has("organ") and index > 1:
        return any(tokens[at].has("noun") or tokens[at].has("own noun") for at in range(max(0, index - 3), index - 1))
    return any(before.has(kind) for kind in _NAMING)


def _goes_on(tokens: Tokens, index: int, last: int) -> bool:
    """Whether nothing but joints stands between the day of the number before, at `last`, and a number."""
    between = tokens.items[last + 1 : index]
    joins = (one.word in LISTED or one.word == ")" or one.has("and") for one in between)
    return last >= 0 and bool(between) and all(joins)


def _day_behind(tokens: Tokens, first: int, page: Page) -> int | None:
    """Where the one day behind a number stands."""
    for at in range(first, min(len(tokens), first + _TO_DATE)):
        if _is_day(tokens[at]):
            return at
        if not _leads(tokens[at], page):
            return None
    return None


def _leads(token: Token, page: Page) -> bool:
    """Whether a token may stand between a number and its day."""
    is_led = token.word in ("(", ",", "،", "，") or token.word in page.misread_dates.leads
    return is_led or any(token.has(kind) for kind in _BEHIND)


def _day_before(tokens: Tokens, index: int) -> int | None:
    """Where the day right before the sign of a number stands: 2003年7月28日第1493号决议."""
    at = index - 2
    return at if at >= 0 and tokens[index - 1].has("number sign") and _is_day(tokens[at]) else None


def _is_day(token: Token) -> bool:
    """Whether a token is one whole day."""
    return token.kind == "date" and len(token.value) == 1 and _DAY.fullmatch(token.value[0]) is not None
