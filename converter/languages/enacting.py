"""The enacting phrase: the line that names the organ whose text follows (The General Assembly,).

A line of the page without `{organ}` is of any organ: whoever asks must see that a recital follows.
Its phrases are those of the page's `enacting`, matched on tokens of their own with no other words in the table. All
commas are one, a blank before it does not count, and neither do accents that a typewriter did not have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from converter.languages.match import Match, Phrases
from converter.languages.scan import Scanner
from converter.languages.sentences import COMMAS
from converter.model import PageLine
from converter.view import Tokens, Variants, fold

_ONE_COMMA = Variants.of(f"{COMMAS}、", ",")
_LONGEST = 160  # characters in which a phrase ends
_MOST_KEPT = 8_000  # lines: those of the longest texts


@dataclass(frozen=True)
class Enacting:
    """Reads the enacting phrases of one language."""

    scanner: Scanner
    phrases: Phrases
    first: frozenset[str]  # the words that one may begin with
    variants: Variants

    def organ(self, text: str) -> str | None:
        """The organ that a line names, as the authority files have it; None for another line."""
        match = self._whole(text)
        return match.value("organ") if match else None

    def is_of_another(self, text: str) -> bool:
        """Whether a line may name an organ that no authority file has: it begins so, and ends in a comma."""
        match = self._whole(text) if text.endswith(tuple(COMMAS)) else None
        return match is not None and not match.has("organ")

    def read_by(self, text: str) -> PageLine | None:
        """The line of the page that a line which names an organ is read by, for whoever asks why."""
        match = self._whole(text)
        return match.phrase.at if match else None

    def _whole(self, text: str) -> Match | None:
        """The phrase that a text is from its first word to its last."""
        return self._kept(text) if len(text) <= _LONGEST else None

    @cached_property
    def _kept(self) -> Callable[[str], Match | None]:
        """What was found of the lines met before: each is asked of several times."""
        return lru_cache(_MOST_KEPT)(self._read)

    def _read(self, text: str) -> Match | None:
        found = self._found(text)
        if found is None:
            return None
        tokens, matches = found
        whole = [match for match in matches if match.last == len(tokens)]
        return next((match for match in whole if match.has("organ")), whole[0] if whole else None)

    def lead(self, text: str) -> int | None:
        """Where the phrase ends that a text begins with and goes on behind, on the same line: at its comma."""
        found = self._found(text[:_LONGEST])
        if found is None:
            return None
        tokens, matches = found
        matches = [match for match in matches if match.has("organ")]
        ends = (match.last for match in matches if tokens[match.last - 1].word == "," and match.last < len(tokens))
        return max((tokens.span(0, end)[1] for end in ends), default=None)

    def begins_with_name(self, text: str) -> bool:
        """Whether a text begins with a phrase whose first word is of the organ's name, with no article before it."""
        found = self._found(text[:_LONGEST])
        matches = found[1] if found else ()
        return any(one.slots and one.slots[0].slot == "organ" and one.slots[0].first == one.first for one in matches)

    def _found(self, text: str) -> tuple[Tokens, Iterable[Match]] | None:
        """The tokens of a text, and each phrase that they begin with; None where none can begin."""
        view = fold(text.strip()).spelled(self.variants)
        if view.first not in self.first:
            return None
        tokens = self.scanner.scan(view.spelled(_ONE_COMMA))
        return tokens, self.phrases.after(tokens, 0)
