"""Tokens: a view cut into what its parts may be. Made once a paragraph, read by every recogniser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from converter.view.fold import View

_NONE: Mapping[str, Any] = MappingProxyType({})


class Token(msgspec.Struct, frozen=True):  # some thousands are made for a text: see view/fold.py
    """A part of a view from `start` to `end`: its kind, what it means, and what else it may be.

    `word` is what the view has there, in small letters without accents. `senses` are the other kinds that the page
    gives the word, each with its value: of is `between` two numbers of a list, and a word of many phrases.
    """

    kind: str
    value: Any
    start: int
    end: int
    word: str
    senses: Mapping[str, Any] = _NONE

    def has(self, kind: str) -> bool:
        """Whether the token is, or may be, of this kind."""
        return self.kind == kind or kind in self.senses

    def sense(self, kind: str) -> Any:
        """What it means as one of this kind; None where it is none."""
        return self.value if self.kind == kind else self.senses.get(kind)


class Tokens(msgspec.Struct, frozen=True):
    """The tokens of a view, in order; blanks are none, every other character is in one."""

    view: View
    items: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        return self.items[index]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens from `first` to before `last` stand in the source."""
        return self.view.span(self.items[first].start, self.items[last - 1].end)

    def index(self, place: int) -> int:
        """The first token that begins at a place of the source, or behind it."""
        return bisect_left(self.items, place, key=lambda token: self.view.at[token.start])

    def part(self, first: int, last: int) -> Tokens:
        """The tokens from `first` to before `last`, of the same view."""
        return Tokens(self.view, self.items[first:last])

    def touches(self, index: int) -> bool:
        """Whether no blank stands before this token."""
        return index > 0 and self.items[index - 1].end == self.items[index].start
