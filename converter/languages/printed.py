"""A number of a resolution as it stands in a text, and what it means: in Latin letters and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from converter import numerals
from converter.languages.shapes import Shape

HAN_FIGURES = re.compile(f"[{numerals.FIGURES}]{{1,12}}")
"""A number in Han figures."""
_OF_SESSION = frozenset(("serial-roman", "han-letters", "han-session"))  # of `common.yml`
_SESSION_IN_FIGURES = re.compile(r"(?<=\()(?P<special>E?S-)?(?P<session>[1-9]\d?)(?=\))")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it stands in a text.

    `text` is what is meant, in Latin letters, `shape` the name of its shape. `sure` shapes are a resolution's and
    nothing else's. `wrong` says what is wrong with a damaged one, and is empty for others. `by_day` says that its year
    is that of the day beside it (resolution 1493 of 28 July 2003): it is one only of an organ that is sure.
    """

    text: str
    shape: str
    sure: bool
    wrong: str = ""
    by_day: bool = False


@dataclass(frozen=True)
class Spelling:
    """How a language writes the letters of numbers."""

    sessions: Mapping[str, str]  # what stands before the number of a special session → S-, ES- or nothing
    latin: Mapping[str, str]  # letters of numbers as printed → Latin ones

    def number(self, shape: Shape, match: re.Match[str]) -> Printed:
        """The number that a match of a shape means."""
        text = self._plain_session(match.expand(shape.means) if shape.means else match[0])
        for letters, latin in self.latin.items():
            text = text.replace(letters, latin)
        text = HAN_FIGURES.sub(lambda figures: str(numerals.han(figures[0])), text)
        if shape.name in _OF_SESSION:
            text = _SESSION_IN_FIGURES.sub(_in_roman, text)
        return Printed(text, shape.name, shape.sure, shape.wrong)

    def _plain_session(self, printed: str) -> str:
        """The number with the prefix of its session as it is in a symbol: د إ - 26/2 → S-26/2, (د-30) → (30)."""
        for prefix, latin in self.sessions.items():
            printed, count = re.subn(rf"{re.escape(prefix)} ?-? ?(?=\d)", latin, printed)
            if count:
                break
        return printed


def _in_roman(session: re.Match[str]) -> str:
    """The figures of a session (د-11, 十一) as the Roman number that they mean: 11 alone is else a scanned II."""
    return f"{session['special'] or ''}{numerals.to_roman(int(session['session']))}"
