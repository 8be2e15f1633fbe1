"""Rows → reading order: where a page is set in two columns, the left one is read before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.read.pdf.shapes import Row

_STEPS = 32  # places between 0.3 and 0.7 of the width at which a gutter is looked for
_MIDDLE = (0.3, 0.7)
_GUTTER = 0.7  # its least width, in sizes
_LEAST_ROWS = 4  # in each column
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
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    gutter = _gutter(rows, left, right) if 2 * _LEAST_ROWS <= len(rows) <= _MOST_ROWS else None
    if gutter is None:
        return [Column(tuple(rows), left, right)]
    columns: list[Column] = []
    across: list[Row] = []
    for band in _bands(rows, gutter):
        halves = _halves(band, gutter)
        if halves is None or not _is_set_in_columns(*halves, left, right, gutter):
            across += band
            continue
        columns += [Column(tuple(across), left, right)] if across else []
        across = []
        sides = ((halves[0], left, gutter[0]), (halves[1], gutter[1], right))
        for half, start, end in reversed(sides) if rtl else sides:
            is_wide = not inner and end - start >= _TWO_OF_THREE * (right - left)
            columns += columns_of(half, rtl, inner=True) if is_wide else [Column(tuple(half), start, end)]
    columns += [Column(tuple(across), left, right)] if across else []
    return columns


def _gutter(rows: Sequence[Row], left: float, right: float) -> tuple[float, float] | None:
    """The widest empty strip near the middle beside which most rows stand in columns."""
    best: tuple[int, float, float] | None = None
    for step in range(_STEPS + 1):
        x = left + (right - left) * (_MIDDLE[0] + (_MIDDLE[1] - _MIDDLE[0]) * step / _STEPS)
        count, start, end = 0, left, right
        for band in _bands(rows, (x, x)):
            halves = _halves(band, (x, x))
            if halves is None or not _is_set_in_columns(*halves, left, right, (x, x)):
                continue
            count += len(band)
            start = max(start, *(row.x1 for row in halves[0]))
            end = min(end, *(row.x0 for row in halves[1]))
        if count and (best is None or (count, end - start) > (best[0], best[2] - best[1])):
            best = (count, start, end)
    return (best[1], best[2]) if best else None


def _bands(rows: Sequence[Row], gutter: tuple[float, float]) -> list[list[Row]]:
    """Rows from top to bottom: those that cross the gutter, and those between them."""
    bands: list[list[Row]] = []
    crossed = False
    for row in rows:
        crosses = _crosses(row, gutter)
        if not bands or crosses is not crossed:
            bands.append([])
        bands[-1].append(row)
        crossed = crosses
    return bands


def _crosses(row: Row, gutter: tuple[float, float]) -> bool:
    """Whether a row has ink in the gutter, or hardly more than a space there."""
    return any(start < gutter[1] - 0.5 and end > gutter[0] + 0.5 for start, end in row.spans(_GUTTER))


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


def _is_set_in_columns(
    before: Sequence[Row], after: Sequence[Row], left: float, right: float, gutter: tuple[float, float]
) -> bool:
    """Whether two halves are columns of running text: enough rows, mostly full, side by side."""
    if min(len(before), len(after)) < _LEAST_ROWS:
        return False
    if not _is_full(before, gutter[0] - left) or not _is_full(after, right - gutter[1]):
        return False
    top, bottom = max(before[0].base, after[0].base), min(before[-1].base, after[-1].base)
    heights = (before[-1].base - before[0].base, after[-1].base - after[0].base)
    return bottom - top >= _SIDE_BY_SIDE * min(heights)


def _is_full(rows: Sequence[Row], width: float) -> bool:
    widths = sorted(row.x1 - row.x0 for row in rows)
    return widths[len(widths) // 2] >= _FILLED * width
