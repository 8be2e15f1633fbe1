"""Which glyphs of a page nobody sees: those that change nothing on it when they are taken away.

What is painted without ink, in the colour of its ground, under a box, beside the page or beyond the path that clips it
is only suspected by its numbers; the page itself, painted with and without what is suspected, decides. So a white
word on a black bar is text, whatever was drawn in which order. A page without suspects is not painted.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from converter.read.pdf.objects import Box, Colour, Objects, colour_of, meet, together
from converter.read.sight import is_too_small

UNPAINTED, OUTSIDE, CLIPPED, COVERED, GROUND, TINY, LAYER = (
    "unpainted", "outside-page", "clipped", "covered", "colour-of-ground", "tiny", "layer",
)  # fmt: skip
INVISIBLE = 3  # ISO 32000-1, table 106: neither filled nor stroked
_NO_INK = (INVISIBLE, 7)  # 7 only adds it to the path that clips
_STROKED = (1, 5)
_LIGHT = 200  # of 255; what is darker is seen on white paper
_FAINT = 128  # how far ink hides what is below it
_NEAR = 40  # two colours that differ less look alike
_SCALE = 2.0  # pixels to a point
_LARGEST = 1600  # pixels on a side
_CHANGE = 20  # of 255: a pixel that differs by less looks the same
_MARKS, _LONGEST = 8, 400  # marks of a piece that are looked at; bytes of the words of one
_SEGMENTS = 60  # of a path that clips
_FEW = 30  # areas above a piece of text that are looked at one by one


@dataclass(slots=True)
class Piece:
    """A piece of text on the page: how it is painted, and which of the page's glyphs are in it, by their index.

    `box` is around all of them; `is_inked`: they are not spaces alone. `instead` is what the file gives to be read in
    place of what it prints.
    """

    handle: Any
    order: int
    size: float
    mode: int
    colour: Colour | None
    alpha: int
    clip: Box | None
    blended: bool
    glyphs: list[int] = field(default_factory=list)
    box: Box = (0.0, 0.0, 0.0, 0.0)
    is_inked: bool = False
    instead: str = ""


def piece_of(handle: Any, objects: Objects, size: float) -> Piece:
    """What is to be known of a piece of text, by its handle."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    colour, alpha = colour_of(handle, stroke=mode in _STROKED)
    address = ctypes.addressof(handle.contents)
    order = objects.texts.get(address, 0)
    blended = address in objects.blended or bool(pdfium.FPDFPageObj_HasTransparency(handle))
    return Piece(handle, order, size, mode, colour, alpha, _clip_of(handle), blended, instead=_instead_of(handle))


def _instead_of(handle: Any) -> str:
    """The words that a piece is marked to stand for (`ActualText`: ISO 32000-1, 14.9.4); PDFium's text has them."""
    length = ctypes.c_ulong()
    for index in range(min(_MARKS, pdfium.FPDFPageObj_CountMarks(handle))):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        if not pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length):
            continue  # as nearly every mark: most say only which part of the page's structure a piece is in
        buffer = ctypes.create_string_buffer(_LONGEST)
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", pointer, _LONGEST, length):
            return _unpacked(buffer.raw[: min(length.value, _LONGEST)].decode("utf-16-le", "replace").rstrip("\0"))
    return ""


def _unpacked(words: str) -> str:
    """Words that a browser writes in UTF-16 without saying so: PDFium takes each of their bytes for a character."""
    is_packed = len(words) % 2 == 0 and max(words, default="") <= "\xff" and any(char < " " for char in words[::2])
    return words.encode("latin-1").decode("utf-16-be", "replace") if is_packed else words


def _clip_of(handle: Any) -> Box | None:
    """The part of the page that the paths which clip a piece leave of it; None where nothing does."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    left, bottom, right, top = -math.inf, -math.inf, math.inf, math.inf
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(count, _SEGMENTS)):
        xs, ys = [], []
        for index in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, path), _SEGMENTS)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
            if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            left, bottom, right, top = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    return (left, bottom, right, top) if count > 0 else None


class Place(NamedTuple):
    """A glyph and the box that it stands in."""

    char: str
    box: Box


def unseen(
    page: pypdfium2.PdfPage, box: Box, pieces: Sequence[Piece], objects: Objects, places: Callable[[Piece], list[Place]]
) -> dict[int, str]:
    """The glyphs of a page that nobody sees, by their index, and why.

    `box` is what is shown of the page; `places` gives the glyphs of a piece.
    """
    suspicion = _Suspicion(box, objects)
    suspects = [(piece, why) for piece in pieces if piece.is_inked and (why := suspicion.of(piece, places))]
    if not suspects:
        return {}
    trial = _Trial(page, [*(piece.handle for piece, _ in suspects), *_again(pieces, suspects, objects)])
    hidden: dict[int, str] = {}
    for piece, why in suspects:
        found = places(piece)
        for index, place, seen in zip(piece.glyphs, found, _judged(found, trial), strict=True):
            if not seen or why == TINY:
                hidden[index] = why if _holds(box, place.box) or why == UNPAINTED else OUTSIDE
    return hidden


def _again(pieces: Sequence[Piece], suspects: Sequence[tuple[Piece, str]], objects: Objects) -> Iterator[Any]:
    """The pieces that print the words of a suspect again in its place: of the two PDFium tells the first one alone.

    So words are printed with a shadow, or bold: what is seen of the second is the words' own.
    """
    told = {ctypes.addressof(piece.handle.contents) for piece in pieces}
    boxes = [piece.box for piece, _ in suspects]
    boxes = boxes if len(boxes) <= _FEW else [reduce(together, boxes)]
    edges = [ctypes.c_float() for _ in range(4)]
    for address in objects.texts.keys() - told:
        handle = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        if pdfium.FPDFPageObj_GetBounds(handle, *edges):
            box = edges[0].value, edges[1].value, edges[2].value, edges[3].value
            if any(meet(one, box) for one in boxes):
                yield handle


class _Suspicion:
    """What the numbers say of a piece of text. Each is compared with few things, however many are drawn."""

    def __init__(self, page: Box, objects: Objects) -> None:
        self._page, self._areas, self._layered = page, objects.areas, objects.layered
        self._orders = [area.order for area in objects.areas]
        self._reach = objects.reach_after()
        self._grounds: dict[Colour | None, list[Box]] = {}  # by colours, roughly, of each a few
        for area in objects.areas:
            key = area.colour and (area.colour[0] // _NEAR, area.colour[1] // _NEAR, area.colour[2] // _NEAR)
            boxes = self._grounds.setdefault(key, [])
            boxes.append(area.box)
            if len(boxes) > _FEW:
                boxes[:] = [reduce(together, boxes)]

    def of(self, piece: Piece, places: Callable[[Piece], list[Place]]) -> str:
        """Why a piece of text may not be seen; empty where nothing speaks for it."""
        whole = piece.box
        if piece.mode in _NO_INK:
            return UNPAINTED
        if not _within(self._page, piece, places):
            return OUTSIDE
        if piece.clip and not _within(piece.clip, piece, places):
            return CLIPPED
        if self._may_be_covered(piece.order, whole):
            return COVERED
        if is_too_small(piece.size) and is_too_small(whole[3] - whole[1]):
            return TINY
        return GROUND if self._is_like_its_ground(piece, whole) else LAYER if self._layered else ""

    def _may_be_covered(self, order: int, whole: Box) -> bool:
        after = bisect_right(self._orders, order)
        if after == len(self._orders) or not meet(whole, self._reach[after]):
            return False
        later = self._areas[after : after + _FEW]
        return len(self._areas) - after > _FEW or any(meet(whole, area.box) for area in later)

    def _is_like_its_ground(self, piece: Piece, whole: Box) -> bool:
        if piece.alpha < _FAINT or piece.blended or (piece.colour and min(piece.colour) >= _LIGHT):
            return True
        return any(
            (colour is None or piece.colour is None or _alike(colour, piece.colour))
            and any(meet(whole, box) for box in boxes)
            for colour, boxes in self._grounds.items()
        )


def _alike(ground: Colour, colour: Colour) -> bool:
    return all(abs(part - own // _NEAR) <= 1 for part, own in zip(ground, colour, strict=True))


def _holds(box: Box, place: Box) -> bool:
    """Whether a box has the middle of a glyph."""
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _around(places: Sequence[Place]) -> Box:
    """The least box around all glyphs of a piece."""
    left, bottom, right, top = zip(*(place.box for place in places), strict=True)
    return min(left), min(bottom), max(right), max(top)


def _within(box: Box, piece: Piece, places: Callable[[Piece], list[Place]]) -> bool:
    """Whether a box has the middles of all glyphs of a piece."""
    whole = piece.box
    if box[0] <= whole[0] and box[1] <= whole[1] and whole[2] <= box[2] and whole[3] <= box[3]:
        return True
    return all(_holds(box, place.box) for place in places(piece))


def _judged(places: Sequence[Place], trial: _Trial) -> Iterator[bool]:
    """Of each glyph of a piece whether it is seen; a point or a dash, of little ink, as the letter before it."""
    seen = [trial.changed(place.box) if place.char.isalnum() else None for place in places]
    last = next((one for one in seen if one is not None), None)
    last = trial.changed(_around(places)) if last is None else last
    for one in seen:
        last = last if one is None else one
        yield last


class _Trial:
    """The page painted with and without some pieces of text."""

    def __init__(self, page: pypdfium2.PdfPage, handles: Sequence[Any]) -> None:
        self._page = page
        width, height = page.get_size()
        self._scale = min(_SCALE, _LARGEST / max(1.0, width, height))
        self._with = self._painted()
        with _inactive(handles):
            self._without = self._painted()

    def _painted(self) -> bytes:
        bitmap = self._page.render(scale=self._scale, may_draw_forms=False)
        self._stride, self._depth = bitmap.stride, bitmap.n_channels
        self._width, self._height = bitmap.width, bitmap.height
        try:
            return bytes(bitmap.buffer)
        finally:
            bitmap.close()

    def changed(self, box: Box) -> bool:
        """Whether the page looks another where a glyph stood."""
        (ax, ay), (bx, by) = self._pixel(box[0], box[1]), self._pixel(box[2], box[3])
        left, right = max(0, min(ax, bx)), min(self._width, max(ax, bx) + 1)
        for row in range(max(0, min(ay, by)), min(self._height, max(ay, by) + 1)):
            start, end = row * self._stride + left * self._depth, row * self._stride + right * self._depth
            one, other = self._with[start:end], self._without[start:end]
            if one != other and any(abs(a - b) > _CHANGE for a, b in zip(one, other, strict=True)):
                return True
        return False

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        column, row = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page.raw, 0, 0, self._width, self._height, 0, x, y, column, row)
        return column.value, row.value


@contextmanager
def _inactive(handles: Sequence[Any]) -> Iterator[None]:
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    try:
        yield
    finally:
        for handle in handles:
            pdfium.FPDFPageObj_SetIsActive(handle, True)
