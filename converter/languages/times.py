"""By when a thing is to be done, in the words of a page: the phrases of its `times`.

They are matched on tokens of their own, with few words in their table and no shape of a number, so that no word of a
citation stands in the way and no number of a resolution swallows a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter.languages.dating import dated
from converter.languages.keys import TIMES
from converter.languages.match import Match, Phrases
from converter.languages.scan import Scanner
from converter.model import PageLine
from converter.view import Tokens, Variants, fold

_TRIES = 20  # times of one kind in a clause
_AT = "at"


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names: its kind, where it stands, and its words with what makes a limit of it.

    `relation` is `at`, `before`, `by` or `after`; `read_by` is the line of the page.
    """

    kind: str
    start: int
    end: int
    relation: str
    read_by: PageLine
    _match: Match

    def value(self, slot: str) -> Any:
        """What stands in a slot of the phrase, None where nothing does."""
        return self._match.value(slot)


@dataclass(frozen=True)
class Times:
    """Finds the times that clauses of one language name."""

    scanner: Scanner
    dates: Phrases
    variants: Variants
    phrases: Mapping[str, Phrases]  # of each kind, and what makes one the time of something else

    def find(self, text: str) -> Iterator[Time]:
        """The times in a text, those of the first kind first; of two that overlap the first, as long as it goes."""
        tokens = self._tokens(text)
        for kind in TIMES:
            for match in self._matches(kind, tokens):
                start, end = tokens.span(match.first, match.last)
                yield Time(kind, start, end, _relation(match, tokens), match.phrase.at, match)

    def _tokens(self, text: str) -> Tokens:
        return dated(self.scanner.scan(fold(text).spelled(self.variants)), self.dates)

    def _matches(self, kind: str, tokens: Tokens) -> Iterator[Match]:
        phrases, tried, done = self.phrases[kind], 0, 0
        for at in phrases.begin(tokens):
            found = phrases.after(tokens, at) if at >= done else []
            if not found:
                continue
            match = max(found, key=lambda one: one.last)
            done, tried = match.last, tried + 1
            if not self._is_of_others(kind, tokens, match):
                yield match
            if tried == _TRIES:
                return

    def _is_of_others(self, kind: str, tokens: Tokens, match: Match) -> bool:
        """Whether the words around a time say that it is that of something else: adopted at its tenth session."""
        return any(
            self.phrases[f"not after{one}"].before(tokens, match.first, 0)
            or self.phrases[f"not before{one}"].after(tokens, match.last)
            for one in ("", f" {kind}")
        )


def _relation(match: Match, tokens: Tokens) -> str:
    """What the time is to what is to be done: by the slot of its limit, else by its first or its last word."""
    edges = (tokens[at].sense("limit") for at in (match.first, match.last - 1))
    return match.value("limit") or next((one for one in edges if one), _AT)
