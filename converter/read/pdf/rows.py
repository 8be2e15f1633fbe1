"""Glyphs → rows: which glyphs share a baseline, and which small ones are raised above one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter.read.pdf.bidi import is_rtl
from converter.read.pdf.row import SPACE_OF_ARABIC, Row, most_common
from converter.read.pdf.shapes import Glyph

# Parts of a size. Baselines of one row hardly differ, but those that a machine recognised on a scan do.
_SAME_BASE = 0.25
_SAME_SIZE = 0.8  # a glyph that is smaller than this part of its row is small
_HARDLY_SMALLER = 0.87  # one that is a sign or two beside its row as well: browsers raise in five sixths of the size
_FEW = 4  # glyphs: no more stand raised in a size that is hardly smaller
_BESIDE_CAPITAL = 0.6  # sizes; what stands so near to such a letter is one word with it
_CAPITAL = 1.8  # sizes of its row; how large the letter is that several lines begin beside
_LEVEL = 0.06  # a small glyph that stands this near to the baseline stands on it
_RAISED = (0.1, 0.85)
_LOWERED = (0.06, 0.45)
_BESIDE = 1.0  # how far from a row's ink a raised glyph may stand
_NEAR_ROWS = 6
_ONE_PLACE = 0.06
_ALEFS = frozenset("اأإآ")


def rows_of(page: int, glyphs: Iterable[Glyph], rtl: bool = False, space: float = SPACE_OF_ARABIC) -> list[Row]:
    """The rows of a page from top to bottom; raised and lowered glyphs stand in the row that they belong to.

    `rtl`: the text of the file runs from right to left; `space` is the least that parts its words then, in sizes.
    """
    given = list(glyphs)
    told = _Told(given, space) if rtl else None
    ordered = sorted(given, key=lambda glyph: (glyph.base, glyph.x0))
    groups = _grouped([glyph for glyph in ordered if not _is_sign(glyph)])
    _add_signs(groups, filter(_is_sign, ordered))
    rows = [row for group in _with_capitals(groups) if (row := _row(page, group, told))]
    return _levelled(_attached(rows, told), told)


class _Told:
    """The order in which the file has the glyphs of a page: of two in one place it tells which is read first."""

    def __init__(self, glyphs: Sequence[Glyph], space: float) -> None:
        self.space = space
        self._glyphs = glyphs
        self._at = {id(glyph): index for index, glyph in enumerate(glyphs)}

    def leads(self, outer: Glyph, inner: Glyph) -> bool:
        """Whether a glyph that reaches over the one beside it comes first in a file that runs to the left there."""
        first = self._at.get(id(outer), -1)
        if first < 0 or self._at.get(id(inner)) != first + 1 or not is_rtl(inner.char):
            return False
        near = [self._glyphs[at] for at in (first - 1, first + 2) if 0 <= at < len(self._glyphs)]
        before, after = near[0], near[-1]
        right = before.base == outer.base and before.x0 >= inner.x0
        return right or (after.base == inner.base and after.x0 <= outer.x0)


def _add_signs(groups: list[list[Glyph]], signs: Iterable[Glyph]) -> None:
    """Put vowel signs, which some fonts set on a baseline of their own, into the row of the letters that carry them."""
    bases = [group[0].base for group in groups]
    reach = [(min(glyph.x0 for glyph in group), max(glyph.x1 for glyph in group)) for group in groups]
    for sign in signs:
        first, last = bisect_left(bases, sign.base - sign.size), bisect_right(bases, sign.base + sign.size)
        near = [row for row in range(first, min(last, first + _NEAR_ROWS)) if reach[row][0] <= sign.x0 <= reach[row][1]]
        best = min(near, key=lambda row: abs(bases[row] - sign.base), default=None)
        if best is None:
            groups.append([sign])
        else:
            groups[best].append(sign._replace(base=bases[best]))


def _with_capitals(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """The groups with each letter that is as high as several lines, and begins them, in the first of these."""
    sizes = [glyph.size for group in groups for glyph in group]
    if max(sizes, default=0.0) < _CAPITAL * most_common(sizes):  # as on nearly every page
        return groups
    for index, group in enumerate(groups):
        capital = min(group, key=lambda glyph: glyph.x0)
        others = [glyph for glyph in group if glyph is not capital]
        beside = others or (groups[index - 1] if index else [])
        if not capital.char.isalpha() or not beside or capital.size < _CAPITAL * beside[-1].size:
            continue
        top, end = capital.base - capital.size, capital.x1 - _SAME_BASE * capital.size
        for above in groups[:index]:
            left = min(above, key=lambda glyph: glyph.x0)
            if above[0].base > top and left.x0 >= end and left.x0 < end + capital.size:
                near = left.x0 - capital.x1 < _BESIDE_CAPITAL * left.size
                end = left.x0 if near else capital.x1
                above.append(capital._replace(base=left.base, size=left.size, x1=end))
                groups[index] = others
                break
    return [group for group in groups if group]


def _levelled(rows: list[Row], told: _Told | None) -> list[Row]:
    """Print of two sizes side by side on nearly one baseline, as in a letterhead, is one row."""
    levelled: list[Row] = []
    for row in rows:
        last = levelled[-1] if levelled else None
        if last and row.base - last.base <= _SAME_BASE * min(row.size, last.size) and _apart(last, row):
            levelled[-1] = _row(row.page, (*last.glyphs, *row.glyphs), told) or row
        else:
            levelled.append(row)
    return levelled


def _apart(one: Row, other: Row) -> bool:
    return one.x1 <= other.x0 or other.x1 <= one.x0


def _row(page: int, glyphs: Iterable[Glyph], told: _Told | None) -> Row | None:
    """A row of glyphs; `told` where the text runs from right to left."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.x0)
    if told:
        ordered = _in_one_place(ordered, told)
    inks = [glyph for glyph in ordered if not glyph.char.isspace()]
    if not inks:
        return None
    large = max(inks, key=lambda glyph: glyph.size)
    return Row(page, large.base, tuple(ordered), told is not None, space=told.space if told else SPACE_OF_ARABIC)


def _is_sign(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.char[0]) > 0


def _in_one_place(glyphs: list[Glyph], told: _Told) -> list[Glyph]:
    """The glyphs with the one last of two in one place that is read first: it stands on the right, whatever its edge.

    A kaf reaches over the letter after it; the alef of لا may be set above the lam as a glyph of its own.
    """
    for index, (left, right) in enumerate(pairwise(glyphs)):
        if right.x1 >= left.x1:
            continue
        inside = right.x0 - left.x0 < _ONE_PLACE * left.size
        if (inside and left.char == "ل" and right.char in _ALEFS) or told.leads(left, right):
            glyphs[index], glyphs[index + 1] = right, left
    return glyphs


def _grouped(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    groups: list[tuple[float, float, list[Glyph]]] = []  # baseline, size, glyphs
    for glyph in glyphs:
        for base, size, group in reversed(groups[-3:]):
            off, ratio = glyph.base - base, glyph.size / size if size else 1.0
            alike = _SAME_SIZE <= ratio <= 1 / _SAME_SIZE
            if off <= (_SAME_BASE if alike else _LEVEL) * max(glyph.size, size):
                group.append(glyph)
                break
        else:
            groups.append((glyph.base, glyph.size, [glyph]))
    return [group for _, _, group in groups]


def _attached(rows: list[Row], told: _Told | None) -> list[Row]:
    """Runs of small glyphs moved into the larger row that they stand beside, such as from the row of another column."""
    bases = [row.base for row in rows]
    given: dict[int, list[Glyph]] = {}
    kept: dict[int, list[Glyph]] = {}
    for index, row in enumerate(rows):
        below = range(index + 1, min(len(rows), index + 1 + _NEAR_ROWS))
        above = range(max(0, bisect_right(bases, row.base) - 1 - _NEAR_ROWS), index)
        size = min(glyph.size for glyph in row.ink)
        near = [other for other in (*below, *reversed(above)) if rows[other].size * _HARDLY_SMALLER > size]
        if not near:
            continue
        for run in _runs(row):
            own = max(glyph.size for glyph in run)
            hosts = (other for other in near if rows[other].size * _HARDLY_SMALLER > own)
            host = next(((other, up) for other in hosts if (up := _hangs(run, rows[other])) is not None), None)
            if host:
                moved = (glyph._replace(raised=host[1], lowered=not host[1]) for glyph in run)
                given.setdefault(host[0], []).extend(moved)
            else:
                kept.setdefault(index, []).extend(run)
        kept.setdefault(index, [])
    whole = []
    for index, row in enumerate(rows):
        if index not in given and index not in kept:
            whole.append(row)
        elif joined := _row(row.page, [*kept.get(index, row.glyphs), *given.get(index, ())], told):
            whole.append(joined)
    return whole


def _runs(row: Row) -> list[list[Glyph]]:
    return [list(piece.glyphs) for piece in row.cut(_BESIDE)]


def _hangs(run: list[Glyph], row: Row) -> bool | None:
    """Whether a run of small glyphs is raised (True) or lowered (False) beside the ink of a row; None if neither."""
    ink = sum(not glyph.char.isspace() for glyph in run)
    if ink > _FEW and (run[0].size >= _SAME_SIZE * row.size or ink > len(row.ink)):
        return None  # a line beside another one, or beside a letter as high as several
    up = (row.base - run[0].base) / row.size
    raised, lowered = _RAISED[0] <= up <= _RAISED[1], _LOWERED[0] <= -up <= _LOWERED[1]
    if not raised and not lowered:
        return None
    reach = _BESIDE * row.size
    left, right = run[0].x0 - reach, max(glyph.x1 for glyph in run) + reach
    return raised if row.has_ink(left, right) else None
