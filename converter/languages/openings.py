"""Openings of paragraphs that are known by other words than a verb of the table: Now therefore; That; Except.

The phrases are those of the page's `openings`, matched on tokens of their own with few words in the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.languages.match import Phrases
from converter.languages.phrases import Telling
from converter.languages.scan import Scanner
from converter.view import Tokens, Variants, fold

_HEAD = 200  # characters in which an opening ends
_SHORTEST = 4  # letters of a verb that its ending alone shows


@dataclass(frozen=True)
class Openings:
    """Knows such openings in one language."""

    scanner: Scanner
    phrases: Mapping[str, Phrases]  # by kind
    telling: Mapping[str, Telling]  # of each kind, a word without which none of its phrases is there
    words: Mapping[str, Sequence[str]]
    first: frozenset[str] | None  # what the words of a phrase may begin with; None where it may be any
    variants: Variants

    def resolves(self, text: str) -> bool:
        """Whether a paragraph below "Resolves:" is a decision: That …, To …."""
        return self._opens(text, "resolved") or self._is_infinitive(text)

    def limits(self, text: str) -> bool:
        """Whether a paragraph only limits the one above it: Provided that …, Except …."""
        return self._opens(text, "proviso")

    def decides(self, text: str) -> bool:
        """Whether a paragraph is operative by its first words, whatever its verb: The Council hereby …s."""
        tokens = self._tokens(text, "operative", "subject")
        if tokens is None:
            return False
        if self.phrases["operative"].after(tokens, 0):
            return True
        return any(self._is_verb(tokens, match.last) for match in self.phrases["subject"].after(tokens, 0))

    def _opens(self, text: str, kind: str) -> bool:
        tokens = self._tokens(text, kind)
        return tokens is not None and bool(self.phrases[kind].after(tokens, 0))

    def _tokens(self, text: str, *kinds: str) -> Tokens | None:
        """The tokens of a text's first words; None where no phrase of these kinds can begin so."""
        view = fold(text[:_HEAD]).spelled(self.variants)
        if not view.text or (self.first is not None and view.first not in self.first):
            return None
        if not any(self.telling[kind].may_be_in(view.key) for kind in kinds):
            return None  # where a phrase may begin with any words, most texts have none of its own
        return self.scanner.scan(view)

    def _is_verb(self, tokens: Tokens, at: int) -> bool:
        """Whether a word in small letters ends as a verb does of which the organ is the subject."""
        if at >= len(tokens):
            return False
        token = tokens[at]
        printed = tokens.view.text[token.start : token.end]
        known = token.word in self.words.get("no verb", ())
        return printed.isalpha() and printed.islower() and not known and self._ends(token.word, "present")

    def _is_infinitive(self, text: str) -> bool:
        words = text[:_HEAD].split()
        if words and words[0].lower() in self.words.get("not", ()):
            words = words[1:]
        return len(words) > 1 and words[0].isalpha() and self._ends(words[0].lower(), "infinitive")

    def _ends(self, word: str, kind: str) -> bool:
        ends = tuple(self.words.get(kind, ()))
        return bool(ends) and len(word) >= _SHORTEST and word.endswith(ends)
