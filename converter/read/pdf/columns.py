"""Rows → reading order: where a page is set in columns, each is read to its end before the next one.

Long columns are told by their shape. A letterhead and a list have the shape of short ones; these are columns where the
words of each go on in its next line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from converter.read.pdf.row import Row
from converter.read.pdf.running import goes_on

_STEPS = 32  # places between 0.3 and 0.7 of the width at which a gutter is looked for
_MIDDLE = (0.3, 0.7)
_GUTTER = 0.7  # its least width, in sizes
_LEAST_ROWS = 4  # in each column, where its shape alone tells that it is one
_FEWEST_ROWS = 3  # in both columns together
_GUTTER_OF_SHORT = 1.5  # sizes; words that are spaced out to fill two lines leave less
_NEXT = 2.0  # sizes; the next line of a paragraph stands no further down
_APART = 1.7  # sizes; a short line that stands further above or below both columns is in none
_NEXT_LINE = 1.15  # of the distance of their lines, where that is larger: some fonts ask for lines far apart
_SHORT = 0.85  # of the widest line of its column
_TWO_OF_THREE = 0.6  # of the width; what is so wide beside a column may be two of three
_FILLED = 0.6  # how much of its column a typical row fills: less is a list or a letterhead
_SIDE_BY_SIDE = 0.4  # how much of the shorter column stands beside the longer one
_MOST_ROWS = 2000  # a page with more has no layout that could be told


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after the other, between the edges of their column."""

    rows: tuple[Row, ...]
    left: float
    right: float


def columns_of(rows: Sequence[Row], rtl: bool = False, *, inner: bool = False) -> list[Column]:
    """The rows of a page in columns, in reading order; a row across the page parts what is above from below.

    `inner`: the rows are one of two columns, the wide one, which may be two again.
    """
    if not rows:
        return []
    page = _Page(min(row.x0 for row in rows), max(row.x1 for row in rows), rtl)
    gutter = _gutter(rows, page) if 1 < len(rows) <= _MOST_ROWS else None
    if gutter is None:
        return [Column(tuple(rows), page.left, page.right)]
    columns: list[Column] = []
    across: list[Row] = []
    for band in _bands(rows, gutter):
        halves = _halves(band, gutter)
        if halves is None or not page.is_set_in_columns(*halves, gutter):
            across += band
            continue
        columns += [Column(tuple(across), page.left, page.right)] if across else []
        across = []
        sides = ((halves[0], page.left, gutter[0]), (halves[1], gutter[1], page.right))
        for half, start, end in reversed(sides) if rtl else sides:
            is_wide = not inner and end - start >= _TWO_OF_THREE * (page.right - page.left)
            columns += columns_of(half, rtl, inner=True) if is_wide else [Column(tuple(half), start, end)]
    columns += [Column(tuple(across), page.left, page.right)] if across else []
    return columns


def _gutter(rows: Sequence[Row], page: _Page) -> tuple[float, float] | None:
    """The widest empty strip near the middle beside which most rows stand in columns."""
    best: tuple[int, float, float] | None = None
    for step in range(_STEPS + 1):
        x = page.left + (page.right - page.left) * (_MIDDLE[0] + (_MIDDLE[1] - _MIDDLE[0]) * step / _STEPS)
        count, start, end = 0, page.left, page.right
        for band in _bands_beside(rows, x):
            halves = _halves(band, (x, x))
            if halves is None or not page.is_set_in_columns(*halves, (x, x)):
                continue
            count += len(band)
            start = max(start, *(row.x1 for row in halves[0]))
            end = min(end, *(row.x0 for row in halves[1]))
        if count and (best is None or (count, end - start) > (best[0], best[2] - best[1])):
            best = (count, start, end)
    return (best[1], best[2]) if best else None


def _bands(rows: Sequence[Row], gutter: tuple[float, float]) -> Iterator[list[Row]]:
    """Rows from top to bottom: those that cross the gutter, and those between them."""
    for crosses, grouped in groupby(rows, lambda row: _crosses(row, gutter)):
        band = list(grouped)
        yield from [band] if crosses else _without_ends(band, sum(gutter) / 2)


def _bands_beside(rows: Sequence[Row], middle: float) -> Iterator[list[Row]]:
    """The bands that may be set in columns: asked of each row at many places, and most have ink on one side alone."""
    for crosses, grouped in groupby(rows, lambda row: _crosses(row, (middle, middle))):
        band = list(grouped)
        if not crosses and _may_be_columns(band, middle):
            yield from (part for part in _without_ends(band, middle) if _may_be_columns(part, middle))


def _without_ends(band: list[Row], middle: float) -> list[list[Row]]:
    """What stands above columns that begin together, the columns, and what stands below those that end together.

    A short line, such as a date above columns, crosses no gutter and yet is in none of them.
    """
    first, last = _alone(band, middle), len(band) - _alone(band[::-1], middle)
    return [rows for rows in (band[:first], band[first:last], band[last:]) if rows] if first < last else [band]


def _alone(band: Sequence[Row], middle: float) -> int:
    """How many short rows at the beginning of a band stand in one half, apart from where both halves begin."""
    sides = [(row.x0 < middle, row.x1 > middle) for row in band]
    both = next((at for at, side in enumerate(sides) if side != sides[0] or all(side)), 0)
    if not both:
        return 0
    apart = max(_APART * band[both].size, _NEXT_LINE * _least_distance(band, middle, sides[0]))
    start = both
    while start and abs(band[start - 1].base - band[both].base) <= apart:
        start -= 1
    if not start or abs(band[start].base - band[start - 1].base) <= apart:
        return 0
    widest, size = max(_width(row, middle, sides[0]) for row in band[start:]), band[both].size
    is_column = any(_width(row, middle, sides[0]) >= _SHORT * widest or row.size < size for row in band[:start])
    return 0 if is_column else start  # small print at its foot are its notes


def _least_distance(band: Sequence[Row], middle: float, side: tuple[bool, bool]) -> float:
    """How far apart the nearest lines stand of those that have words on one side of the middle."""
    bases = sorted(row.base for row in band if (row.x0 < middle if side[0] else row.last >= middle))
    return min((below - above for above, below in pairwise(bases)), default=0.0)


def _width(row: Row, middle: float, side: tuple[bool, bool]) -> float:
    """How wide a row is on one side of the middle."""
    pieces = [piece for piece in row.spans(_GUTTER) if (piece[0] < middle) is side[0]]
    return pieces[-1][1] - pieces[0][0] if pieces else 0.0


def _crosses(row: Row, gutter: tuple[float, float]) -> bool:
    """Whether a row has ink in the gutter, or hardly more than a space there."""
    left, right = gutter[0] + 0.5, gutter[1] - 0.5
    if row.x1 <= left or row.x0 >= right:  # asked of each row at many places
        return False
    return any(start < right and end > left for start, end in row.spans(_GUTTER))


def _may_be_columns(band: Sequence[Row], middle: float) -> bool:
    """Whether ink stands on both sides of a place, in as many rows as columns have."""
    before = sum(row.x0 < middle for row in band)
    after = sum(row.last >= middle for row in band)
    return before > 0 < after and before + after >= _FEWEST_ROWS


def _halves(band: Sequence[Row], gutter: tuple[float, float]) -> tuple[list[Row], list[Row]] | None:
    """What stands left and right of the gutter; None for rows that cross it."""
    if _crosses(band[0], gutter):
        return None
    halves: tuple[list[Row], list[Row]] = ([], [])
    for row in band:
        middle = sum(gutter) / 2
        sides = ([g for g in row.glyphs if g.x0 < middle], [g for g in row.glyphs if g.x0 >= middle])
        for half, glyphs in zip(halves, sides, strict=True):
            if any(not glyph.char.isspace() for glyph in glyphs):
                half.append(row.part(glyphs))
    return halves


@dataclass(frozen=True, slots=True)
class _Page:
    """The edges between which rows are set, and their direction."""

    left: float
    right: float
    rtl: bool

    def is_set_in_columns(self, before: Sequence[Row], after: Sequence[Row], gutter: tuple[float, float]) -> bool:
        """Whether two halves are columns of running text: mostly full, side by side, long or with words that go on."""
        if not before or not after or len(before) + len(after) < _FEWEST_ROWS:
            return False
        if not _is_full(before, gutter[0] - self.left) or not _is_full(after, self.right - gutter[1]):
            return False
        top, bottom = max(before[0].base, after[0].base), min(before[-1].base, after[-1].base)
        heights = (before[-1].base - before[0].base, after[-1].base - after[0].base)
        if bottom - top < _SIDE_BY_SIDE * min(heights):
            return False
        return min(len(before), len(after)) >= _LEAST_ROWS or self._are_short_columns(before, after)

    def _are_short_columns(self, before: Sequence[Row], after: Sequence[Row]) -> bool:
        free = min(row.x0 for row in after) - max(row.x1 for row in before)
        if free < _GUTTER_OF_SHORT * before[0].size:
            return False
        return all(len(half) == 1 or self._goes_on(half) for half in (before, after))

    def _goes_on(self, half: Sequence[Row]) -> bool:
        """Whether words go on from a row of a column into the next; a wide one may hold two columns."""
        for above, below in pairwise(half):
            if below.base - above.base > _NEXT * above.size:
                continue
            for one in above.cut(_GUTTER_OF_SHORT):
                for other in below.cut(_GUTTER_OF_SHORT):
                    left, right = min(one.x0, other.x0), max(one.x1, other.x1)
                    if other.x0 < one.x1 and one.x0 < other.x1 and goes_on(one, other, left, right, self.rtl):
                        return True
        return False


def _is_full(rows: Sequence[Row], width: float) -> bool:
    widths = sorted(row.x1 - row.x0 for row in rows)
    return widths[len(widths) // 2] >= _FILLED * width
