"""The account of what looks like a citation: each number and symbol is in a mark, is known to be none, or is said.

A number is known to be none where it has a sign and no noun of ours (general recommendation No. 25 (2000)), stands
behind a volume or a page, or has a shape that other things have too and nothing near it that speaks of a resolution
(2/3, 24/7). What is no such token is looked for beside it: `unread_alone.py` numbers without a year or session,
`unread_symbols.py` what stands where a symbol would, `unread_dates.py` what stands where a date would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter import symbols
from converter.annotate.found import Remark
from converter.cite.around import is_of_series
from converter.cite.taken import UNREAD, Spans, Taken
from converter.cite.unread_alone import LISTED
from converter.languages.page import Page
from converter.view import Token, Tokens

_NEAR = 40  # tokens of the sentence in which a noun speaks of a number behind it
_SERIAL = re.compile(r"(?P<session>\d{2,3})/(?P<number>\d{1,4})[A-Z]{0,2}")
_SESSION = re.compile(r"(?:3[1-9]|[4-9]\d|19[4-9]\d|20\d\d)/\d{1,3}(?!\d)")
_YOUNG, _FIRST_YOUNG = re.compile(r"[1-9]\d?/[1-9]\d?"), "2006"
_OF_SESSION = re.compile(r"A/(?P<session>\d{2,3})/\d")
_NEAR_SESSION = 20
_TO_DATE = 3  # tokens, at most, from a number to its date
_MOST_SESSION = 99
_DAYS = (24, 7)
_ENDS = frozenset(";؛；。")


@dataclass(frozen=True, slots=True)
class Uncited:
    """A number or a symbol in no citation: its span in the text, and why it is known to be none; empty if it is not."""

    start: int
    end: int
    why: str


def unread(tokens: Tokens, taken: Spans, own: str | None, page: Page) -> Iterator[Remark]:
    """What is number-shaped or a symbol, lies in none of the spans and is not known to be something else."""
    return (Remark(one.start, one.end, UNREAD) for one in uncited(tokens, taken, own, page) if not one.why)


def uncited(tokens: Tokens, taken: Spans, own: str | None, page: Page) -> Iterator[Uncited]:
    """What is number-shaped or a symbol and lies in none of the spans; `own` is the text's own symbol."""
    spans = Taken.of(taken)
    for index, token in enumerate(tokens.items):
        if token.kind not in ("number", "lost", "symbol"):
            continue
        start, end = tokens.view.span(token.start, token.end)
        if spans.touch(start, end):
            continue
        if token.kind == "symbol":
            why = "it is the text's own symbol" if symbols.canonical(token.value) == own else ""
        else:
            why = _why_none(tokens, index, token, page)
        yield Uncited(start, end, why)


def _why_none(tokens: Tokens, index: int, token: Token, page: Page) -> str:
    """Why a number is known to be none of a resolution; empty where it is not known."""
    if _is_followed(tokens, index) or _leads_to_noun(tokens, index):
        return ""
    before = tokens[index - 1] if index else None
    if before is not None and (before.has("number sign") or before.has("not before")):
        return f"“{before.word}” stands before it: it is the number of something else"
    if token.kind == "number" and not token.value.sure and is_of_series(tokens, index, page):
        return "capitals stand before it: it is the number of a document of others"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.has("not after"):
        return f"“{after.word}” stands after it: it is the number of something else"
    if token.kind == "number" and (token.value.sure or _is_dated(tokens, index)):
        return ""
    if token.kind == "number" and (_is_other(token.value.text) or token.value.wrong):
        near, why = 2, "its shape is that of a fraction or a span as well, and no noun stands right before it"
    else:
        near, why = _NEAR, "its shape is not only that of a resolution, and no noun before it speaks of one"
    return "" if _is_spoken_of(tokens, index, near) or _is_listed_with_symbol(tokens, index) else why


def _is_listed_with_symbol(tokens: Tokens, index: int) -> bool:
    """Whether a session and a number stand in a list behind a symbol of one: A/70/5 and 71/6.

    They may be those of a document in short or of a resolution: nobody can tell.
    """
    number = _SERIAL.fullmatch(tokens[index].value.text) if tokens[index].kind == "number" else None
    at = index - 1
    while at > 0 and at > index - _TO_DATE and (tokens[at].has("and") or tokens[at].word in LISTED):
        at -= 1
    if number is None or not 0 <= at < index - 1 or tokens[at].kind != "symbol":
        return False
    before = _OF_SESSION.match(tokens[at].value)
    return before is not None and abs(int(before["session"]) - int(number["session"])) <= _NEAR_SESSION


def _is_dated(tokens: Tokens, index: int) -> bool:
    """Whether a session or a year and a number have a date: 78/92 of 13 August 2024.

    One of a low session is that of a council which is younger than the others (6/3 of 27 September 2007).
    """
    days = [token.value[0] for token in tokens.items[index + 1 : index + 1 + _TO_DATE] if token.kind == "date"]
    printed = tokens[index].value.text
    return bool(days) and bool(_SESSION.match(printed) or (_YOUNG.fullmatch(printed) and days[0] >= _FIRST_YOUNG))


def _is_followed(tokens: Tokens, index: int) -> bool:
    """Whether a noun of ours stands right behind a number, or behind its sign (第76/92号决议)."""
    at = index + 1
    at += at < len(tokens) and tokens[at].has("number end")
    return at < len(tokens) and (tokens[at].has("noun") or tokens[at].has("own noun"))


def _leads_to_noun(tokens: Tokens, index: int) -> bool:
    """Whether a number with signs on both sides is in a list that ends in a noun of ours: 第5/1号和同月第5/2号决议."""
    behind = index + 1
    if not index or not tokens[index - 1].has("number sign"):
        return False
    if behind >= len(tokens) or not tokens[behind].has("number end"):
        return False
    if behind + 1 < len(tokens) and tokens[behind + 1].has("not after"):
        return False
    for at in range(behind + 1, min(len(tokens), behind + _NEAR)):
        if tokens[at].word in _ENDS or tokens[at].has("not after"):
            return False
        if tokens[at].has("noun") and tokens[at - 1].has("number end"):
            return True
    return False


def _is_other(printed: str) -> bool:
    """Whether a number with a stroke may as well be a fraction, a span of years, hours and days."""
    match = _SERIAL.fullmatch(printed.replace(" ", ""))
    if match is None:
        return True
    pair = int(match["session"]), int(match["number"])
    return pair[0] > _MOST_SESSION or pair == _DAYS


def _is_spoken_of(tokens: Tokens, index: int, near: int) -> bool:
    """Whether a noun of ours stands before a number in its sentence.

    What only looks like a number is none behind one that was read: resolution 901 (1994) on the bolt 902 (199?).
    """
    lost = tokens[index].kind == "lost"
    for at in range(index - 1, max(-1, index - 1 - near), -1):
        token = tokens[at]
        if token.word in _ENDS or (token.word == "." and at + 1 < index):
            return False
        if token.has("noun") or token.has("own noun"):
            return True
        if lost and token.kind == "number":
            return False
    return False
