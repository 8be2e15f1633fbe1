"""The account of what looks like a citation: each number and symbol is in a mark, is known to be none, or is said.

A number is known to be none where it has a sign and no noun of ours (general recommendation No. 25 (2000)), stands
behind a volume or a page, or has a shape that other things have too and nothing near it that speaks of a resolution
(2/3, 24/7).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from converter.annotate.found import Remark
from converter.cite import symbols
from converter.languages.page import Page
from converter.view import Token, Tokens

UNREAD = "citation-unread"
_NEAR = 40  # tokens of the sentence in which a noun speaks of a number behind it
_SERIAL = re.compile(r"(?P<session>\d{2,3})/(?P<number>\d{1,4})[A-Z]{0,2}")
_MOST_SESSION = 99
_DAYS = (24, 7)
_ENDS = frozenset(";؛；。")

Spans = Sequence[tuple[int, int]]


def unread(tokens: Tokens, taken: Spans, own: str | None, page: Page) -> Iterator[Remark]:
    """What is number-shaped or a symbol and lies in none of the spans; `own` is the text's own symbol."""
    spans = sorted(taken)
    for index, token in enumerate(tokens.items):
        if token.kind not in ("number", "lost", "symbol"):
            continue
        start, end = tokens.view.span(token.start, token.end)
        at = bisect_right(spans, (end, 0)) - 1
        if any(start < last for _, last in spans[max(0, at - 1) : at + 1]):
            continue
        if token.kind == "symbol":
            known = symbols.canonical(token.value) == own
        else:
            known = _is_none(tokens, index, token, page)
        if not known:
            yield Remark(start, end, UNREAD)


def _is_none(tokens: Tokens, index: int, token: Token, page: Page) -> bool:
    """Whether a number is known to be none of a resolution."""
    before = tokens[index - 1] if index else None
    if before is not None and (before.has("number sign") or before.has("not before")):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.has("not after"):
        return True
    if token.kind == "number" and token.value.sure:
        return False
    if token.kind == "number" and (_is_other(token.value.text) or token.value.wrong):
        return not _is_spoken_of(tokens, index, 2)
    return not _is_spoken_of(tokens, index, _NEAR)


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
