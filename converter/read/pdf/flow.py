"""Rows of a column → where a paragraph begins and what is a heading, by space, indentation and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.read.pdf.columns import Column
from converter.read.pdf.row import Row
from converter.read.pdf.running import LABEL, ends_early, first_words, pauses
from converter.read.signs import BULLETS

_WIDER = 1.2  # line distances; more is a gap
_LINE = 1.2  # the usual line distance, in sizes, where a page has too few lines to tell
_CLOSEST, _FARTHEST = 0.8, 2.5  # sizes; other distances are not those of lines
_TELLING = 3  # lines that tell a line distance
_SHARE = 0.3  # of all distances that are one that is common
_NEAR = 0.1  # sizes; printers round
_STEP = 0.6  # sizes; a difference of indentation that counts
_FAR = 0.3  # of the column; no line of a paragraph begins so much further in than the one before
_AT_LABEL = 0.4  # sizes; how exactly a hanging line stands below the words after its label
_RAGGED = 1.5  # sizes that a line may end early although the next word would fit
_PAUSE = re.compile(r"[.,;:!?،؛؟。，；：！？…”’»\")\]）]\d{0,3}\*{0,3}$")
_LABEL = re.compile(rf"[(（]?\w{{1,5}}[)）.．]|[-–—{BULLETS}]")
_CENTRED = 1.5  # sizes by which the margins of a centred line may differ
_CENTRED_INSET = 0.1  # of the column's width
_HEADING_LENGTH = 200
_HEADING_ROWS = 6
_NO_HEADING = re.compile(r"[;,،؛，；]\d{0,3}$")


@dataclass(frozen=True, slots=True)
class Flowing:
    """A row of the body: whether a paragraph begins with it, and whether it is set as a heading."""

    row: Row
    gap: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a file is set: its line distance in sizes, its direction, and whether bold rows stand beside others.

    `roman` are the raised Roman numbers that may be marks of notes at its end.
    """

    usual: float
    rtl: bool
    bold_tells: bool = True
    roman: frozenset[str] = frozenset()


def flowing(column: Column, rows: Sequence[Row], look: Look, ended: tuple[Column, Row] | None = None) -> list[Flowing]:
    """The rows of a column's body in order; `ended` is the column that is read before it, and its last row."""
    if not rows:
        return []
    distance = line_distance([rows]) or look.usual or _LINE
    column = _measure(column, rows)
    headings = _headings(column, rows, distance, bold_tells=look.bold_tells)
    lead = _Leading(column, look.rtl)
    begins = _is_first_line(rows, lead) or (ended is not None and _has_ended(*ended, rows[0], look.rtl))
    out = [Flowing(rows[0], headings[0] or begins, headings[0])]
    for index in range(1, len(rows)):
        before, row = rows[index - 1], rows[index]
        gap = _is_apart(before, row, distance)
        if headings[index] != headings[index - 1]:
            gap = True
        elif not gap and not headings[index]:
            after = rows[index + 1] if index + 1 < len(rows) else None
            if after is not None and _is_apart(row, after, distance):
                after = None
            gap = lead.begins(before, row, after, started=out[-1].gap or index == 1)
        out.append(Flowing(row, gap, headings[index]))
    return out


def _measure(column: Column, rows: Sequence[Row]) -> Column:
    """The column between the edges of its running text: a letterhead or a note may reach further out."""
    widest = max(row.x1 - row.x0 for row in rows)
    wide = [row for row in rows if 2 * (row.x1 - row.x0) >= widest]
    lefts, rights = sorted(row.x0 for row in wide), sorted(row.x1 for row in wide)
    return replace(column, left=lefts[len(lefts) // 4], right=rights[len(rights) * 3 // 4])


def line_distance(columns: Sequence[Sequence[Row]]) -> float:
    """The usual distance between lines of one size, in sizes: the least that is common; 0 for none."""
    counted = Counter(
        round((row.base - before.base) / row.size, 1)
        for rows in columns
        for before, row in pairwise(rows)
        if before.size == row.size and _CLOSEST * row.size < row.base - before.base < _FARTHEST * row.size
    )
    if not counted:
        return 0.0
    for distance in sorted(counted):  # where most paragraphs have one line, most distances are those between them
        near = {one: counted[one] for one in (distance, round(distance + _NEAR, 1))}
        if sum(near.values()) >= max(_TELLING, _SHARE * counted.total()):
            return max(near, key=lambda one: near[one])
    return min(counted) if counted.total() > 1 else 0.0


def _is_apart(before: Row, row: Row, distance: float) -> bool:
    space = row.base - before.base
    return space > _WIDER * distance * max(before.size, row.size) + 0.5


def _is_first_line(rows: Sequence[Row], lead: _Leading) -> bool:
    """Whether the first row of a column begins a paragraph: it stands in, and the next row does not."""
    return len(rows) > 1 and lead.of(rows[0]) - lead.of(rows[1]) > _STEP * rows[0].size


def _has_ended(column: Column, last: Row, row: Row, rtl: bool) -> bool:
    """Whether the last paragraph of a column ends in it: its last row pauses, and the next word would find room."""
    return pauses(last) and ends_early(last, row, column.left, column.right, rtl)


class _Leading:
    """Measures from the side where lines begin."""

    def __init__(self, column: Column, rtl: bool) -> None:
        self._left, self._right, self._rtl = column.left, column.right, rtl

    def of(self, row: Row) -> float:
        """How far in a row begins."""
        return self._right - row.x1 if self._rtl else row.x0 - self._left

    def begins(self, before: Row, row: Row, after: Row | None, started: bool) -> bool:
        """Whether a row begins a paragraph although no space stands above it; `started`: the row before did."""
        step = _STEP * row.size
        inward = self.of(row) - self.of(before)
        short = ends_early(before, row, self._left, self._right, self._rtl)
        pause = pauses(before)
        returns = after is not None and self.of(row) - self.of(after) > step
        if inward > _FAR * (self._right - self._left):
            return True
        if inward > step:
            if started and self._hangs(before, row):
                return False
            return (pause and (returns or after is None or not started)) or short
        if inward < -step:
            return (short and pause) if started else (pause or short)
        inset = self.of(row) > step and (after is None or returns)  # two paragraphs of one line each
        return pause and (short or (started and inset))

    def _hangs(self, before: Row, row: Row) -> bool:
        """Whether a row stands below the words after the label of the row before."""
        words = first_words(before, self._rtl)
        if len(words) < 2 or not LABEL.match(words[0][0]):
            return False
        edge = row.x1 if self._rtl else row.x0
        return any(abs(at - edge) <= _AT_LABEL * row.size for _, at in words[1:3])


def _headings(column: Column, rows: Sequence[Row], distance: float, *, bold_tells: bool) -> list[bool]:
    """Which rows are set as headings: bold or centred, short, with space above and below them."""
    bold = [bold_tells and _is_bold(row) for row in rows]
    set_so = [is_bold or _is_centred(row, column) for is_bold, row in zip(bold, rows, strict=True)]
    found = [False] * len(rows)
    start = 0
    while start < len(rows):
        end = start + 1
        if set_so[start]:
            while end < len(rows) and set_so[end] and not _is_apart(rows[end - 1], rows[end], distance):
                end += 1
            alone = (start == 0 or _is_apart(rows[start - 1], rows[start], distance) or bold[start]) and (
                end == len(rows) or _is_apart(rows[end - 1], rows[end], distance) or bold[start]
            )
            text = " ".join(row.text for row in rows[start:end])
            short = end - start <= _HEADING_ROWS and len(text) <= _HEADING_LENGTH
            if alone and short and not _NO_HEADING.search(text):
                found[start:end] = [True] * (end - start)
        start = end
    return found


def _is_bold(row: Row) -> bool:
    return all(glyph.bold for glyph in row.ink)


def _is_centred(row: Row, column: Column) -> bool:
    before, after = row.x0 - column.left, column.right - row.x1
    inset = max(_CENTRED_INSET * (column.right - column.left), 2 * row.size)
    return min(before, after) > inset and abs(before - after) <= _CENTRED * row.size
