"""See also: whether the sentence of a note leads to a work as a further one."""

from __future__ import annotations

from bisect import bisect_left

from converter.languages.page import Page
from converter.model.marks import FOOTNOTE_PLACE
from converter.view import Tokens

_WITHIN = 150  # tokens before a citation


def sees_also(place: str, tokens: Tokens, start: int, page: Page) -> bool:
    """Whether the sentence of a note says see also, and not see, before a citation; `start` counts in the text."""
    if not place.startswith(FOOTNOTE_PLACE):
        return False
    before = bisect_left(tokens.items, start, key=lambda token: tokens.view.at[token.start])
    for token in reversed(tokens.items[max(0, before - _WITHIN) : before]):
        if token.word in page.sentence_ends or token.has("see see"):
            return False
        if token.has("see also"):
            return True
    return False
