"""Numbers of lines, which drafts have at a margin: they are furniture, and no words of the lines that they count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.read.pdf.row import Row

KIND = "line-number"
_APART = 0.5  # sizes between a number and its line
_LEAST = 5  # lines that are counted, at least
_EVERY = 0.6  # of the rows of a page have a number where each line has one
_STEPS = (1, 5, 10)  # which lines are counted
_LONGEST = 3  # figures of a number
_EDGE = 3.0  # points by which the numbers of one column may differ


class _Number(NamedTuple):
    row: int
    value: int
    piece: Row


def without_numbers(pages: Sequence[Sequence[Row]]) -> list[tuple[list[Row], list[Row]]]:
    """The rows of each page without the numbers that count them, and those numbers.

    Where one page counts its lines, a few numbers beside the text of another one count them too.
    """
    found = [_numbers(rows, sure=False) for rows in pages]
    if any(found):
        found = [numbers or _numbers(rows, sure=True) for rows, numbers in zip(pages, found, strict=True)]
    return [_parted(rows, numbers) for rows, numbers in zip(pages, found, strict=True)]


def _parted(rows: Sequence[Row], found: Sequence[_Number]) -> tuple[list[Row], list[Row]]:
    taken = {number.row: number.piece for number in found}
    rest = [_without(row, taken[index]) if index in taken else row for index, row in enumerate(rows)]
    return [row for row in rest if row is not None], [number.piece for number in found]


def _numbers(rows: Sequence[Row], *, sure: bool) -> list[_Number]:
    """The numbers that count the lines of a page, at its left or right margin; `sure`: the file has such numbers."""
    return next(filter(None, (_column(rows, last=last, sure=sure) for last in (False, True))), [])


def _column(rows: Sequence[Row], *, last: bool, sure: bool) -> list[_Number]:
    """The numbers at the left margin, or at the right one (`last`); none where they do not count the lines."""
    found: list[_Number] = []
    edges: list[float] = []  # of the text
    for index, row in enumerate(rows):
        if not (row.ink[-1] if last else row.ink[0]).char.isdecimal():
            edges.append(row.x1 if last else row.x0)
            continue
        pieces = row.cut(_APART)
        piece, rest = (pieces[-1], pieces[:-1]) if last else (pieces[0], pieces[1:])
        if piece.words.isdecimal() and piece.words.isascii() and len(piece.words) <= _LONGEST:
            found.append(_Number(index, int(piece.words), piece))
        else:
            rest = pieces
        edges += [max(one.x1 for one in rest) if last else min(one.x0 for one in rest)] if rest else []
    if not edges:
        return []
    # Not the number that a note or a line of the text begins with.
    edge = max(edges) if last else min(edges)
    found = [one for one in found if (one.piece.x0 > edge if last else one.piece.x1 < edge)]
    if not found or not _count(found, len(rows), sure=sure):
        return []
    lefts, rights = [one.piece.x0 for one in found], [one.piece.x1 for one in found]
    return found if min(_spread(lefts), _spread(rights)) <= _EDGE else []


def _count(found: Sequence[_Number], rows: int, *, sure: bool) -> bool:
    """Whether numbers follow each other in one step; where it is 1, most rows have one."""
    steps = {after.value - before.value for before, after in pairwise(found)}
    if sure and len(found) < _LEAST:
        return not steps or steps in ({step} for step in _STEPS)
    return (
        len(found) >= _LEAST
        and steps in ({step} for step in _STEPS)
        and (min(steps) > 1 or len(found) >= _EVERY * rows)
    )


def _spread(edges: Sequence[float]) -> float:
    return max(edges) - min(edges)


def _without(row: Row, piece: Row) -> Row | None:
    """What is left of a row; None for nothing."""
    taken = set(map(id, piece.ink))
    rest = row.part(glyph for glyph in row.glyphs if id(glyph) not in taken)
    return rest if rest.ink else None
