"""Lines of a masthead that stand in one, as a page that lost its line breaks has them, each on a line of its own.

Resolution 21 (2031) Adopted by the Council at its 7th meeting, on 5 May 2031: each piece must be a line that a phrase
of the page knows whole, and one of them the number of the text, its symbol or how it was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from converter.languages import Language
from converter.model import Line

_LONGEST = 300  # characters of such a line
_BEGINS = re.compile(r"(?<=[\s)）])(?=[^\W_a-zß-ÿа-яё])")  # no small letter
_TELLING = frozenset({"number", "symbol", "adoption"})


def parted_head(lines: Sequence[Line], language: Language) -> list[Line]:
    """The lines of a masthead, those that run together parted."""
    return [piece for line in lines for piece in _pieces(line, language)]


def _pieces(line: Line, language: Language) -> list[Line]:
    """The lines that stand in one; the line itself where it is known, or where a piece is not."""
    text = line.text
    told = line.marks or line.role or len(text) > _LONGEST or not any(map(str.isdecimal, text))
    if told or _kind(text, language):
        return [line]
    ways: dict[int, list[int] | None] = {len(text): []}
    places = [match.start() for match in _BEGINS.finditer(text) if text[: match.start()].strip()]
    cuts = _cuts(text, 0, places, language, ways)
    spans = list(zip((0, *(cuts or ())), (*(cuts or ()), len(text)), strict=True))
    if not cuts or not any(_kind(text[start:end], language) in _TELLING for start, end in spans):
        return [line]
    return [
        structs.replace(line, text=text[start:end], start=line.start + start, gap=line.gap and not start)
        for start, end in spans
    ]


def _cuts(
    text: str, start: int, places: Sequence[int], language: Language, ways: dict[int, list[int] | None]
) -> list[int] | None:
    """Where the rest of a text from `start` on is cut so that all its pieces are known, long ones first; else None."""
    if start not in ways:
        ways[start] = None
        for end in (len(text), *reversed([at for at in places if at > start])):
            if _kind(text[start:end], language):
                further = _cuts(text, end, places, language, ways)
                if further is not None:
                    ways[start] = [end, *further] if end < len(text) else []
                    break
    return ways[start]


def _kind(text: str, language: Language) -> str:
    found = language.page.masthead.read(text.strip())
    return found.kind if found else ""
