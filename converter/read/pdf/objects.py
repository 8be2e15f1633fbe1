"""What a page draws, in the order in which it is painted: its text, thin lines, areas and pictures.

With characters.py, engine.py and seen.py the only room that knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from converter.read.pdf.limits import MAX_OBJECTS, MAX_TEXTS, CannotReadError

_MAX_DRAWN = 50_000  # whose places are asked for; of more, only how many there are
_THIN = 2.0
_WIDE_STROKE = 4.0  # what is drawn with a wider pen hides what it crosses

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page."""

Colour = tuple[int, int, int]
_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Area(NamedTuple):
    """What covers a part of the page: when it is painted, where, and in which colour; None for a picture or a blend."""

    order: int
    box: Box
    colour: Colour | None


@dataclass(slots=True)
class Objects:
    """What stands on a page. `texts` says when each piece of text is painted, by its address.

    `blended` are the addresses of those in a form that lets its ground through. `layered`: any of it may stand on a
    layer that is not shown, which PDFium does not tell.
    """

    rules: list[Box] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    texts: dict[int, int] = field(default_factory=dict)
    blended: set[int] = field(default_factory=set)
    count: int = 0
    layered: bool = False

    def reach_after(self) -> list[Box]:
        """For each area, what it and all those that are painted after it cover together."""
        return list(accumulate((area.box for area in reversed(self.areas)), together))[::-1]


def together(one: Box, other: Box) -> Box:
    """The least box that holds two."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have a place in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def objects_of(page: pypdfium2.PdfPage, number: int) -> Objects:
    """What stands on a page, forms as often as they are drawn. Raises CannotReadError for more than a page has.

    PDFium compares each piece of text with those before it, so that very many cost it minutes.
    """
    found = Objects()
    texts = 0
    for item, kind, matrix, blended in _painted(page.raw):
        found.count += 1
        texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
        if texts > MAX_TEXTS or found.count > MAX_OBJECTS:
            raise CannotReadError("objects", number)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            address = ctypes.addressof(item.contents)
            found.texts[address] = found.count
            if blended:
                found.blended.add(address)
        elif kind != pdfium.FPDF_PAGEOBJ_FORM and found.count <= _MAX_DRAWN:
            _add(found, item, kind, matrix)
    return found


_Painted = tuple[Any, int, _Matrix, bool]


def _painted(page: Any) -> Iterator[_Painted]:
    """The things on a page in the order in which they are painted, each with what moves it to its place.

    The last says whether it is in a form that lets its ground through.
    """
    waiting = [_inside(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _UNMOVED, blended=False)]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
            continue
        yield entry
        item, kind, matrix, blended = entry
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            moved, blended = _times(_matrix_of(item), matrix), blended or bool(pdfium.FPDFPageObj_HasTransparency(item))
            count, get = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
            waiting.append(_inside(item, count, get, moved, blended=blended))


def _inside(parent: Any, count: Any, get: Any, matrix: _Matrix, *, blended: bool) -> Iterator[_Painted]:
    for index in range(count(parent)):
        item = get(parent, index)
        yield item, pdfium.FPDFPageObj_GetType(item), matrix, blended


def _matrix_of(form: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(form, matrix):
        return _UNMOVED
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _add(found: Objects, item: Any, kind: int, matrix: _Matrix) -> None:
    """Add a path, a picture or a blend: as a thin line, or as an area where it hides what is below."""
    box = _box_of(item, matrix)
    if box is None:
        return
    is_path = kind == pdfium.FPDF_PAGEOBJ_PATH
    if is_path and min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        found.rules.append(box)
    elif not is_path or _is_filled(item):
        found.areas.append(Area(found.count, box, colour_of(item)[0] if is_path else None))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(box)


def _box_of(item: Any, matrix: _Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    box = left.value, bottom.value, right.value, top.value
    if matrix is _UNMOVED:
        return box
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    moved = min(xs), min(ys), max(xs), max(ys)
    return moved if all(map(math.isfinite, moved)) else None


def _is_filled(path: Any) -> bool:
    mode, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke):
        return True
    if mode.value:
        return True
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    return bool(stroke.value) and width.value > _WIDE_STROKE


def colour_of(item: Any, *, stroke: bool = False) -> tuple[Colour | None, int]:
    """The colour in which something is filled (or drawn), None for a pattern, and how far it hides: 0 to 255."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    if not ask(item, red, green, blue, alpha):
        return None, 255
    return (red.value, green.value, blue.value), alpha.value
