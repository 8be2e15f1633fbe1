"""Tables with ruling lines: the rows of a region between rules, cut into cells by the empty strips in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from converter.read.pdf.row import Row
from converter.read.pdf.shapes import Rule, Span

_SAME = 4.0  # points by which the ends of rules of one table may differ
_STRIP = 0.7  # sizes; the narrowest empty strip between two columns
_LEAST_RULES = 3  # level rules: above and below the head, and below the table
_LEAST_UPRIGHTS = 3  # at both edges of a grid, and between two of its columns
_FARTHEST = 400.0  # points between two rules of one table
_SHORTEST = 100.0
_MOST_ROWS, _MOST_RULES = 2000, 2000  # on a page: more are a drawing
_CELLS = "\t"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: the rows of print that it covers, and its own lines with their cells parted by tabs."""

    rows: tuple[Row, ...]
    lines: tuple[tuple[str, tuple[Span, ...]], ...]
    top: float
    left: float
    right: float


def tables_of(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Table]:
    """The tables among the rows of a page, from top to bottom."""
    found: list[Table] = []
    if len(rows) > _MOST_ROWS or len(rules) > _MOST_RULES:
        return found
    taken: set[int] = set()
    stacks = _stacks([rule for rule in rules if rule.level and rule.x1 - rule.x0 >= _SHORTEST])
    # Two rules that part some columns of a table are none: the larger one comes first.
    for levels in sorted(stacks, key=lambda levels: -min(len(levels), _LEAST_RULES)):
        top, bottom = levels[0].y0, levels[-1].y0
        left, right = min(rule.x0 for rule in levels), max(rule.x1 for rule in levels)
        inside = [
            row for row in rows if top < row.base <= bottom + 1 and row.x0 >= left - _SAME and row.x1 <= right + _SAME
        ]
        drawn = [rule for rule in rules if not rule.level and rule.y1 > top + 1 and rule.y0 < bottom - 1]
        uprights = sorted({round(rule.x0) for rule in drawn})
        edges = [x for x in uprights if left + _SAME < x < right - _SAME] or _strips(inside)
        is_grid = len(uprights) >= _LEAST_UPRIGHTS  # of which one row may stand alone, at the top of a page
        if not edges or not inside or any(id(row) in taken for row in inside):
            continue
        if not is_grid and (len(inside) < 2 or len(levels) < _LEAST_RULES):
            continue
        splits = _splits(rules, drawn, levels, [left, *edges, right])
        lines = tuple(_lines(inside, edges, [rule.y0 for rule in levels], drawn, splits))
        found.append(Table(tuple(inside), lines, top, left, right))
        taken |= set(map(id, inside))
    return sorted(found, key=lambda table: table.top)


def is_in_grid(row: Row, rules: Sequence[Rule]) -> bool:
    """Whether a row stands in a ruled table: between uprights, with one more of them through it."""
    middle = row.base - row.size / 3
    beside = [rule.x0 for rule in rules if not rule.level and rule.y0 <= middle <= rule.y1]
    return len(beside) >= _LEAST_UPRIGHTS and min(beside) < row.x0 and row.x1 < max(beside)


class _Split(NamedTuple):
    """A rule that parts some columns alone, by their places from the left."""

    y: float
    columns: frozenset[int]


def _stacks(levels: Sequence[Rule]) -> list[list[Rule]]:
    """Level rules of the same ends, one below the other."""
    stacks: list[list[Rule]] = []
    for rule in sorted(levels, key=lambda rule: (rule.y0, rule.x0)):
        for stack in stacks[-4:]:
            last = stack[-1]
            same = abs(last.x0 - rule.x0) <= _SAME and abs(last.x1 - rule.x1) <= _SAME
            if same and rule.y0 - last.y0 <= _FARTHEST:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > 1]


def _splits(
    rules: Sequence[Rule], drawn: Sequence[Rule], levels: Sequence[Rule], bounds: Sequence[float]
) -> list[_Split]:
    """The level rules that part some columns alone, from one upright to another: beside a cell over two rows."""
    found = []
    top, bottom = levels[0].y0 + 1, levels[-1].y0 - 1
    for rule in rules if drawn else ():
        if not rule.level or not top < rule.y0 < bottom or any(abs(rule.y0 - one.y0) <= 1 for one in levels):
            continue
        columns = frozenset(
            at for at, (x0, x1) in enumerate(pairwise(bounds)) if rule.x0 <= x0 + _SAME and rule.x1 >= x1 - _SAME
        )
        ends = [x for x in (rule.x0, rule.x1) if bounds[0] + _SAME < x < bounds[-1] - _SAME]
        if columns and ends and all(any(abs(one.x0 - x) <= _SAME for one in drawn) for x in ends):
            found.append(_Split(rule.y0, columns))
    return sorted(found, key=lambda split: split.y)


def _strips(rows: Sequence[Row]) -> list[float]:
    """The middles of the strips without ink that run through most rows: through all but one, such as a title."""
    spans = sorted((piece.x0, piece.x1) for row in rows for piece in row.cut(_STRIP))
    if not spans:
        return []
    size = rows[0].size
    edges, reach = [], spans[0][1]
    for start, end in spans[1:]:
        if start - reach > _STRIP * size:
            edges.append((start + reach) / 2)
        reach = max(reach, end)
    return edges


def _lines(
    rows: Sequence[Row],
    edges: Sequence[float],
    levels: Sequence[float],
    drawn: Sequence[Rule],
    splits: Sequence[_Split],
) -> list[tuple[str, tuple[Span, ...]]]:
    """A line for each row of cells: what stands between two rules, or, where these are few, each row of print."""
    between = [[row for row in rows if top < row.base <= bottom + 1] for top, bottom in pairwise(levels)]
    ruled = [group for group in between if group]
    lines: list[list[list[Row]]] = []  # line → cell → rows
    for group in ruled:
        every = len(ruled) <= 2 and group is ruled[-1] and len(group) > 1  # only the head has a rule below it
        fresh = True
        inner = [split for split in splits if group[0].base - group[0].size < split.y < group[-1].base]
        if inner:
            lines += _parted(group, inner, edges, drawn)
            continue
        for row in group:
            cells = _cells(row, [edge if _parts(row, edge, drawn) else None for edge in edges])
            if fresh or (every and cells[0] is not None):
                lines.append([[] for _ in range(len(edges) + 1)])
                fresh = False
            for place, cell in enumerate(cells):
                if cell is not None:
                    lines[-1][place].append(cell)
    return [_text(cells) for cells in lines]


def _parted(
    group: Sequence[Row], splits: Sequence[_Split], edges: Sequence[float], drawn: Sequence[Rule]
) -> list[list[list[Row]]]:
    """The lines of a row of which some columns are parted by rules: what is not parted stands in the first of them."""
    lines: list[list[list[Row]]] = [[[] for _ in range(len(edges) + 1)] for _ in range(len(splits) + 1)]
    for row in group:
        cells = _cells(row, [edge if _parts(row, edge, drawn) else None for edge in edges])
        for place, cell in enumerate(cells):
            column = len(edges) - place if row.rtl else place
            line = sum(split.y < row.base and column in split.columns for split in splits)
            if cell is not None:
                lines[line][place].append(cell)
    return lines


def _parts(row: Row, edge: float, drawn: Sequence[Rule]) -> bool:
    """Whether an edge parts a row: not where no rule is drawn at its height and words stand across it."""
    if any(abs(rule.x0 - edge) <= _SAME and rule.y0 - 1 <= row.base - row.size / 2 <= rule.y1 + 1 for rule in drawn):
        return True
    return not any(start < edge - 1 and end > edge + 1 for start, end in row.spans(_STRIP))


def _cells(row: Row, edges: Sequence[float | None]) -> list[Row | None]:
    """What stands in each cell of a row, in reading order.

    An edge that does not part it (None) leaves the cell after it empty.
    """
    bounds = [float("-inf"), *(edge for edge in edges if edge is not None), float("inf")]
    joined = [edge is None for edge in edges]
    found = []
    for left, right in pairwise(bounds):
        glyphs = tuple(glyph for glyph in row.glyphs if left <= (glyph.x0 + glyph.x1) / 2 < right)
        filled = any(not glyph.char.isspace() for glyph in glyphs)
        found.append(row.part(glyphs) if filled else None)
    if row.rtl:
        found.reverse()
        joined.reverse()
    cells: list[Row | None] = [found.pop(0)]
    for is_joined in joined:
        cells.append(None if is_joined else found.pop(0))
    return cells


def _text(cells: Sequence[Sequence[Row]]) -> tuple[str, tuple[Span, ...]]:
    text, marks = "", []
    for index, cell in enumerate(cells):
        text += _CELLS if index else ""
        for place, row in enumerate(cell):
            text += " " if place else ""
            words, spans = row.printed
            marks += [(start + len(text), end + len(text)) for start, end in spans]
            text += words
    return text, tuple(marks)
