"""Numbers whose year only the day beside them tells: resolution 1493 of 28 July 2003, 第1493号决议(2003年7月28日).

Whether they are ours is told later, by their organ (`resolve.py`): what is not sure stays unread, and is said.
"""

from __future__ import annotations

import re

from converter.cite.unread_alone import LISTED
from converter.languages.page import Page
from converter.languages.printed import Printed
from converter.view import Token, Tokens

_SERIAL = re.compile(r"\d{3,4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TO_DATE = 6  # tokens, at most, from a number to its day
_OPENS = ("(", ")")
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
    """Whether the noun stands right before a number, maybe with its sign or the organ between, or right behind.

    A sign alone says nothing: Decree No. 377 is none of ours.
    """
    before = tokens[index - 1]
    if before.has("organ") and index > 1:
        return _has_noun(tokens, index - 3, index - 1)
    if before.has("number sign"):
        return _has_noun(tokens, index - 4, index - 1) or _noun_behind(tokens, index)
    return _has_noun(tokens, index - 1, index)


def _has_noun(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun for a text is among some tokens."""
    some = tokens.items[max(0, first) : last]
    return any(one.has("noun") or one.has("own noun") for one in some)


def _noun_behind(tokens: Tokens, index: int) -> bool:
    """Whether the noun stands behind a number, with nothing but its sign, its organ and its day between."""
    for one in tokens.items[index + 1 : index + 1 + _TO_DATE]:
        if one.has("noun") or one.has("own noun"):
            return True
        if not (_is_day(one) or one.word in _OPENS or one.has("number end") or one.has("organ")):
            return False
    return False


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
