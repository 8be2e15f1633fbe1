"""Resolutions of the World Health Assembly without its letters: World Health Assembly resolution 63.22 is WHA63.22.

Numbers with a point are many things. These stand right behind the noun, its sign or an organ, or behind another of
their list; whether the organ is the Health Assembly is told later, with those of all numbers (`finder.py`).
In Arabic a hyphen stands for the point (63-22); elsewhere that is a range.
"""

from __future__ import annotations

import re
import unicodedata

from converter.cite.numbers import BARE_HEALTH
from converter.languages.printed import Printed
from converter.view import Token, Tokens

_PARTS = 3  # tokens of 63.22
_NUMBER = re.compile(r"\d{1,3}(?P<joint>[.-])\d{1,3}(?![\d%]|[.,/-]\d)")
_COMMAS = frozenset(",،、")


def with_bare_health(tokens: Tokens) -> Tokens:
    """Tokens in which such a number is one."""
    if not _NUMBER.search(tokens.view.text):
        return tokens
    items: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match = _NUMBER.match(tokens.view.text, token.start) if token.word.isdecimal() and _is_led(items) else None
        if match is not None and match["joint"] == "-" and not _runs_left(tokens, items[-1]):
            match = None
        if match is not None and index + _PARTS <= len(tokens) and tokens[index + _PARTS - 1].end == match.end():
            items.append(
                Token("number", Printed(match[0].replace("-", "."), BARE_HEALTH, sure=False), *match.span(), match[0])
            )
            index += _PARTS
        else:
            items.append(token)
            index += 1
    return Tokens(tokens.view, tuple(items)) if len(items) < len(tokens) else tokens


def _runs_left(tokens: Tokens, token: Token) -> bool:
    """Whether a word is of a script that runs to the left."""
    return unicodedata.bidirectional(tokens.view.text[token.start]) in ("R", "AL")


def _is_led(items: list[Token]) -> bool:
    """Whether the noun, its sign, an organ or another such number of a list stands last."""
    if not items:
        return False
    last = items[-1]
    if any(last.has(kind) for kind in ("noun", "own noun", "number sign")) or last.kind == "organ":
        return True
    before = items[-2] if len(items) > 1 and (last.has("and") or last.word in _COMMAS) else None
    return before is not None and before.kind == "number" and before.value.shape == BARE_HEALTH
