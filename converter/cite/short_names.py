"""Whom a short name means: of the bodies that share it, the one that the text last named in full (the Council)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from converter.languages import Language
from converter.view import Tokens


@dataclass
class ShortNames:
    """The full names of a resolution so far; its texts are entered in order, each noted from its beginning."""

    language: Language
    _last_full: dict[str, str] = field(default_factory=dict)  # short name → the body last named in full
    _seen: list[tuple[int, Callable[[], Tokens]]] = field(default_factory=list)  # whose names are not noted yet

    def enter(self, tokens: Callable[[], Tokens]) -> None:
        """Go on to the next text; it is cut only when a short name asks for the names in it."""
        self._seen.append((0, tokens))

    def last_full(self, short: str, at: int) -> str | None:
        """The body with this short name that was named in full last, up to this offset of the current text."""
        while len(self._seen) > 1:
            first, tokens = self._seen.pop(0)
            self._note(first, tokens(), None)
        first, tokens = self._seen.pop()
        self._seen.append((self._note(first, tokens(), at), tokens))
        return self._last_full.get(short)

    def _note(self, first: int, tokens: Tokens, at: int | None) -> int:
        """Note the full names from the token `first` up to an offset of the text; how far that is."""
        for index in range(first, len(tokens)):
            token = tokens[index]
            if at is not None and tokens.view.at[token.start] >= at:
                return index
            body, full = self.language.organs.get(str(token.sense("organ")), ("", False))
            if full:
                for short, sharing in self.language.short_names.items():
                    if body in sharing:
                        self._last_full[short] = body
        return len(tokens)
