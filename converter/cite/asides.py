"""Pinpoints that something parts from their work, or from their word: a bracket between, a word for several works.

Those beyond a bracket have empty spans, at the name of the work: what is cited in the bracket lies between.
"""

from __future__ import annotations

from dataclasses import replace

from converter.cite import paths
from converter.languages.items import joint_at
from converter.languages.page import Page
from converter.model import Pinpoint
from converter.view import Tokens

_LEAD = 8  # tokens, at most, from a bracket to the work
_LONGEST_BRACKET = 120  # tokens


def before(tokens: Tokens, at: int, page: Page) -> tuple[Pinpoint, ...]:
    """Those before a bracket that stands before their work: paragraphs 3 and 6 (see 5/2) of resolution 5/1."""
    closing = next((index for index in range(at - 1, max(-1, at - 1 - _LEAD), -1) if tokens[index].word == ")"), None)
    opening = _opening(tokens, closing) if closing is not None else None
    lines = paths.leading(tokens, closing + 1, at, page) if closing is not None else None
    if opening is None or lines is None:
        return ()
    return _apart(paths.ending(tokens, opening, lines, page), tokens.span(at, at + 1)[0])


def after(tokens: Tokens, at: int, page: Page) -> tuple[Pinpoint, ...]:
    """Those behind a bracket that opens right behind their work: 第5/1号决议(经第5/2号决议澄清)第3段."""
    closing = _closing(tokens, at)
    found = paths.after(tokens, closing + 1, page, of="number")[0] if closing is not None else ()
    return _apart(found, tokens.span(at - 1, at)[1])


def going_on(tokens: Tokens, floor: int, at: int, page: Page) -> paths.Path:
    """Those that have their word from the work before: paragraph 8 of resolution 5/1, 1 and 2 of resolution 5/2.

    Their spans are their own; the index is that of the first of them.
    """
    joint = joint_at(tokens, floor)
    found = paths.going_on(tokens, floor)
    lines = paths.leading(tokens, found[1], at, page) if found and found[1] <= at else None
    return (found[0], joint[0]) if joint and found and lines is not None else ((), at)


def _apart(found: tuple[Pinpoint, ...], at: int) -> tuple[Pinpoint, ...]:
    return tuple(replace(one, start=at, end=at) for one in found)


def _opening(tokens: Tokens, closing: int) -> int | None:
    """The bracket that one closes."""
    depth = 0
    for index in range(closing, max(-1, closing - _LONGEST_BRACKET), -1):
        depth += (tokens[index].word == ")") - (tokens[index].word == "(")
        if not depth:
            return index
    return None


def _closing(tokens: Tokens, opening: int) -> int | None:
    """The bracket that closes the one at an index, if one opens there."""
    depth = 0
    for index in range(opening, min(len(tokens), opening + _LONGEST_BRACKET)):
        depth += (tokens[index].word == "(") - (tokens[index].word == ")")
        if not depth:
            return index if index > opening else None
    return None
