"""Labels of sub-paragraphs as the anchors of a page write them, `a`, `b`, `i`, whatever alphabet is printed."""

from __future__ import annotations

import re
import unicodedata

from converter import numerals

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALIKE = str.maketrans("асеорхАСЕОРХ", "aceopxACEOPX")  # Cyrillic letters that look Latin
_ROMAN = re.compile(r"^(?=[ivxl])(?:x{0,3})(?:ix|iv|v?i{0,3})$")
_MARKS = re.compile(r"[()\s.\-–ـ'’‘\"“”]")
_LATIN = re.compile(r"^[a-z]{1,4}$")
_DIGIT = re.compile(r"^\d+$")
_HAN = re.compile(r"^[一二三四五六七八九十]{1,3}$")


def roman(number: int) -> str:
    """A number in small Roman numerals, up to 89."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def in_figures(number: str, depth: int) -> str:
    """A number in figures or Han signs as it is compared: 2, below another label ii; anything else as it is."""
    if not (_DIGIT.match(number) or _HAN.match(number)):
        return number
    count = int(number) if number.isdecimal() else numerals.han(number)
    return roman(count) if depth > 1 else str(count)


class Count:
    """Where the count of labels stands: under which paragraph, and the names of the levels so far."""

    def __init__(self) -> None:
        self._stem = ""
        self._path: list[str] = []

    def begin(self, stem: str, kind: str) -> None:
        """A paragraph begins; an unnumbered one (`u`) that only goes on after a list leaves the count where it is."""
        if kind != "u" or not self._path:
            self._stem, self._path = stem, []

    def sub(self, label: str, depth: int) -> str:
        """The kind of a labelled sub-paragraph; `depth` counts from 1, and is 0 where the label has to tell."""
        bare = _MARKS.sub("", unicodedata.normalize("NFKC", label)).replace("هـ", "ه").lower().translate(_ALIKE)
        depth = depth or self._depth(bare)
        before = self._path[depth - 1] if len(self._path) >= depth else ""
        self._path = self._path[: depth - 1]
        self._path.append(_named(bare, before, depth))
        return f"sub:{self._stem}-{'-'.join(self._path)}"

    def _depth(self, bare: str) -> int:
        if not self._path:
            return 1
        if _DIGIT.match(bare) or _HAN.match(bare):
            return 1 if self._path[0].isdecimal() else 2
        if not _ROMAN.match(bare):
            return 1
        if len(self._path) > 1:
            return 2
        return 1 if len(bare) == 1 and ord(bare) == ord(self._path[0][-1]) + 1 else 2


def _named(bare: str, before: str, depth: int) -> str:
    if _LATIN.match(bare):
        return bare
    if bare and all(letter in _ABJAD for letter in bare):
        first = chr(ord("a") + _ABJAD.index(bare[0])) if _ABJAD.index(bare[0]) < 26 else bare
        return first * len(bare)
    if _DIGIT.match(bare) or _HAN.match(bare):
        return in_figures(bare, depth)
    return chr(ord(before) + 1) if len(before) == 1 else "a"
