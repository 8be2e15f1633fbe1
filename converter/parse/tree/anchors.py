"""The anchors of the paragraphs: each is given once, in the order of the text.

`pp1`, `op1`, `op1-a`, `op1-a-i`; where operative paragraphs have no numbers they are counted (`op1`), and where only
some have none, these are `u1`, `u2`. Paragraphs of an annex are `annex-1`, `annex-ii-3`; where the numbers of sections
begin anew, the section stands before the number (`iii-3`), as in pinpoints.
"""

from __future__ import annotations

from converter import numerals
from converter.languages import Language


class Anchors:
    """Those that are given so far."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._copies: dict[str, int] = {}
        self._count: dict[str, int] = {}

    def counted(self, prefix: str) -> str:
        """The next anchor of the paragraphs that are counted with a prefix; `give` gives it."""
        self._count[prefix] = self._count.get(prefix, 0) + 1
        return f"{prefix}{self._count[prefix]}"

    def give(self, wanted: str) -> str:
        """The anchor itself, or with -2, -3… where a number comes again."""
        anchor = wanted
        while anchor in self._given:
            self._copies[wanted] = self._copies.get(wanted, 1) + 1
            anchor = f"{wanted}-{self._copies[wanted]}"
        self._given.add(anchor)
        return anchor


def numeral(printed: str, language: Language) -> str:
    """The number of an annex or a section in an anchor: Roman where it counts as one (附件二 is ii), else as it is.

    One with a letter has both as they are: 29A and 29 ألف are 29a.
    """
    letters = "".join(map(language.latin_letter, printed.split()))
    parted = letters[:1].isdecimal() and letters[-1:].isalpha()
    number = None if parted else language.page.ordinals.read(printed)
    return (numerals.to_roman(number) if number else letters).lower()
