"""Two rows, one above the other: whether the words of the first go on in the second."""

from __future__ import annotations

import re
from itertools import islice

from converter.read.pdf.row import SPACE, Row
from converter.read.signs import BULLETS

LABEL = re.compile(rf"[(（]?\w{{1,5}}[)).．]|[-–—{BULLETS}]")
_RAGGED = 1.5  # sizes that a line may end early although the next word would fit
_COMMAS = (",", "،", "，", "、")
_PAUSE = re.compile(r"[.,;:!?،؛؟。，；：！？…”’»\")\]）]\d{0,3}\*{0,3}$")


def pauses(row: Row) -> bool:
    """Whether a row ends as a sentence or a part of one does, marks of notes aside."""
    return _PAUSE.search(row.text[-8:]) is not None


def first_words(row: Row, rtl: bool) -> list[tuple[str, float]]:
    """The first words of a row from the side where it begins, each with the edge where it begins."""
    pieces = row.cut(SPACE)[:-5:-1] if rtl else islice(row.pieces(SPACE), 4)
    return [(piece.words, piece.x1 if rtl else piece.x0) for piece in pieces]


def ends_early(before: Row, row: Row, left: float, right: float, rtl: bool) -> bool:
    """Whether the first word of a row would have found room in the row before, between the edges of their column."""
    room = (before.x0 - left if rtl else right - before.x1) - _RAGGED * row.size
    if room <= 0:
        return False
    words = first_words(row, rtl)
    start = row.x1 if rtl else row.x0
    needed = row.x1 - row.x0 if len(words) < 2 else abs(words[1][1] - start)
    return room > needed


def goes_on(before: Row, row: Row, left: float, right: float, rtl: bool) -> bool:
    """Whether a sentence runs from one row into the next: no stop, no capital, no label, no room."""
    first = row.text[:1]
    return (
        first.isalpha()
        and not first.isupper()
        and (not pauses(before) or before.text.endswith(_COMMAS))
        and not LABEL.match(first_words(row, rtl)[0][0])
        and not ends_early(before, row, left, right, rtl)
    )
