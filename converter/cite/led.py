"""What the sentence above a list says of the numbers that its items begin with: the resolutions: (a) 751 (1992)."""

from __future__ import annotations

from converter.annotate.found import Given
from converter.cite.around import OWN
from converter.cite.clauses import is_like_fraction
from converter.cite.reading import Above
from converter.clean import ends_in_colon
from converter.languages.page import Page
from converter.view import Token, Tokens

_BEFORE = 3  # tokens, at most, before the number of an item: its sign
_BESIDE = 4  # tokens between a noun and the organ before it: Security Council, the following


class Leads:
    """The sentences of a text that stand above lists, asked for by the place of an item; each is read once."""

    def __init__(self, given: Given) -> None:
        every = given.resolution.own_paragraphs
        self._texts = {one.id: one.text.text for one in every}
        self._parents = {one.id: one.parent for one in every if one.kind == "sub" and one.parent}
        self._page = given.page
        self._read: dict[str, Above | None] = {}

    def above(self, place: str) -> Above | None:
        """What stands above an item; None for what is none, and where the sentence above tells nothing."""
        parent = self._parents.get(place, "")
        if parent not in self._read:
            text = self._texts.get(parent, "")
            self._read[parent] = _told(text, self._page) if ends_in_colon(text) else None
        return self._read[parent]


def _told(text: str, page: Page) -> Above | None:
    """What a sentence tells that ends in a colon: nothing if it has no noun, or a number behind it."""
    tokens = page.tokens(text)
    last = max((at for at, token in enumerate(tokens.items) if token.kind in ("number", "symbol")), default=-1)
    nouns = [at for at in range(last + 1, len(tokens)) if tokens[at].has("noun") or tokens[at].has("own noun")]
    kinds = {tokens[at].sense("noun") or tokens[at].sense("own noun") for at in nouns}
    if not nouns:
        return None
    return Above(kinds.pop() if len(kinds) == 1 else "", _organ(tokens, nouns[-1]))


def _organ(tokens: Tokens, noun: int) -> str | None:
    """The organ that is named behind a noun, or else right before it."""
    if tokens[noun].has("own noun"):
        return OWN
    behind = (at for at in range(noun + 1, len(tokens)) if tokens[at].has("organ"))
    before = (at for at in range(noun - 1, max(-1, noun - 1 - _BESIDE), -1) if _names(tokens[at]))
    named = next(behind, next(before, None))
    if named is None:
        return None
    organ: str = OWN if tokens[named].has("own") else tokens[named].sense("organ")
    return organ


def _names(token: Token) -> bool:
    return bool(token.has("organ") or token.has("own"))


def opening(tokens: Tokens) -> int:
    """The index of the number that an item begins with, behind a sign of numbers at most; -1 for none."""
    for index, token in enumerate(tokens.items[:_BEFORE]):
        if token.kind == "number":
            return index if token.value.sure or not is_like_fraction(token.value.text) else -1
        if not token.has("number sign"):
            return -1
    return -1
