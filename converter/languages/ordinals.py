"""Ordinals in the words of a page (sixty-first, one hundred and fifth, 61st), and numerals of any kind.

The words are those of the page's `ordinals` and `ordinal parts`, matched on tokens of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from converter import numerals
from converter.languages.figures import read_meeting, read_session
from converter.languages.scan import Scanner
from converter.view import fold

_LONGEST = 80  # characters


@dataclass(frozen=True)
class Ordinals:
    """Reads the ordinals of one language."""

    scanner: Scanner

    def read(self, text: str) -> int | None:
        """What an ordinal or a numeral counts, in words or figures (Arabic, Han, Roman); None for anything else."""
        view = fold(text.strip()) if len(text) <= _LONGEST else fold("")
        tokens = self.scanner.scan(view)
        for found in (read_session(tokens, 0), read_meeting(tokens, 0)):
            if found is not None and found[0] == len(tokens):
                return found[1]
        try:
            return numerals.number(view.text)
        except ValueError:
            return None
