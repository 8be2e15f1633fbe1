"""The parts of a resolution whose letters stand behind its symbol: A/RES/90/9 B and C."""

from __future__ import annotations

import re
from collections.abc import Collection

from converter.cite import numbers
from converter.cite.addendum import joint_at
from converter.cite.references import Bare
from converter.view import Tokens

_WHOLE = re.compile(r"(?P<stem>A/RES/)(?P<number>(?:E?S-)?\d+/\d+)")  # a resolution of which a part may be printed
_LETTER = re.compile(r"([A-Z])\1?")


def parts_of(tokens: Tokens, index: int, symbol: str, ranges: Collection[str]) -> list[Bare]:
    """The parts of a resolution whose letters stand behind its symbol: A/RES/90/9 B and C."""
    whole = _WHOLE.fullmatch(symbol)
    end = _behind_letters(tokens, index + 1) if whole else index + 1
    if whole is None or end == index + 1:
        return []
    printed = f"{whole['number']} {tokens.view.text[tokens[index + 1].start : tokens[end - 1].end]}"
    each = numbers.split_letters(printed, ranges)
    span = tokens.span(index, end)
    return [Bare(*span, f"{whole['stem']}{one}", index, end, in_range=len(each) > 1) for one in each]


def _behind_letters(tokens: Tokens, first: int) -> int:
    """Where the letters of parts end that stand from a token on; a letter with a stop or a word behind it is none."""
    at = end = first
    while at < len(tokens) and _is_letter(tokens, at):
        end = at + 1
        kind, at = joint_at(tokens, end)
        if not kind:
            break
    after = tokens[end].word if end < len(tokens) else ""
    is_word = end == first + 1 and (
        (after == "." and end + 1 < len(tokens)) or (after.isalpha() and not tokens[end].senses)
    )
    return first if is_word else end


def _is_letter(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    near = token.start - tokens[at - 1].end <= 1
    return near and _LETTER.fullmatch(numbers.plain(tokens.view.text[token.start : token.end])) is not None
