"""A note that is nothing but the number of a text: 63/1. The noun that other languages print there is lost.

It is read where the number can only be that of a resolution of the organ that speaks, else it is said.
"""

from __future__ import annotations

import string

from converter.annotate.found import Remark
from converter.authorities import Body
from converter.cite import numbers
from converter.cite.clauses import is_like_fraction
from converter.cite.taken import UNREAD, Spans, Taken
from converter.languages.page import Page
from converter.view import Tokens

_BEFORE = 4  # tokens, at most, before the number: (), the word that says where to look
_CLOSES = frozenset(".,;،؛，；、。")
_FIRST_DECISION = 401  # of the Assembly: its decisions of a session are numbered from here on


def alone(tokens: Tokens, page: Page) -> int | None:
    """The index of the number that the words of a note are, or begin with before a place or another number."""
    for index, token in enumerate(tokens.items[:_BEFORE]):
        if token.kind == "number":
            return index if _stands_alone(tokens, index) else None
        if token.word not in ("(", ")") and not any(map(token.has, ("see see", "see also", "number sign"))):
            return None
    return None


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """Whether the number of a text stands here, and nothing behind it that it counts."""
    printed = tokens[index].value
    if not printed.sure and is_like_fraction(printed.text):
        return False
    at = index + 1
    at += at < len(tokens) and tokens[at].has("number end")
    return at >= len(tokens) or tokens[at].word in _CLOSES or tokens[at].has("and")


def is_sure(printed: str, speaker: Body | None) -> bool:
    """Whether a number can only be that of a resolution of the organ that speaks."""
    number = numbers.normalise(numbers.mend(printed))
    if number is None or speaker is None or not numbers.fits(number, speaker):
        return False
    serial = number.text.rpartition("/")[2]
    return number.shape != "session-serial" or int(serial.rstrip(string.ascii_uppercase)) < _FIRST_DECISION


def unread(tokens: Tokens, taken: Spans, page: Page) -> tuple[Remark, ...]:
    """The number that a note is, where it is in none of the spans; the account has what is surely one of a text."""
    at = alone(tokens, page)
    if at is None or tokens[at].value.sure or Taken.of(taken).touch(*tokens.span(at, at + 1)):
        return ()
    return (Remark(*tokens.span(at, at + 1), UNREAD),)
