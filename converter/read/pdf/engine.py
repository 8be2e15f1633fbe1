"""Bytes → pages of glyphs. With characters.py, objects.py and seen.py all that knows pypdfium2.

pypdfium2 is Apache-2.0 or BSD-3-Clause.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from converter.read.pdf.characters import Char, Raw, characters_of
from converter.read.pdf.drawn import draws_too_much, is_layered
from converter.read.pdf.laid import AGAIN, INSTEAD, STRUCK, laid_on
from converter.read.pdf.limits import MAX_ALL_GLYPHS, MAX_PAGES, CannotReadError
from converter.read.pdf.objects import Area, Box, Objects, objects_of
from converter.read.pdf.seen import INVISIBLE, unseen
from converter.read.pdf.shapes import SLANTED, Glyph, Rule, Sheet, joined
from converter.read.pdf.streams import are_whole
from converter.read.pdf.struck import without_strikes
from converter.read.pdf.watermarks import WATERMARK, Known, watermarks

_MAX_RULES = 2500
_ASKEW = math.radians(10)  # nor is one laid with less care
_WIDEST = 2.0  # sizes; a glyph and what stands after it
_COVERED = 0.5
_INKED, _SAME_LINE = 0.5, 0.5  # points that a piece with ink is wide and high; sizes between two prints of one line
_BYTES_AT_ENDS = 2048

_lock = threading.Lock()  # PDFium is not made for more than one thread


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of a PDF in order. Raises CannotReadError, and nothing else, whatever the bytes."""
    if b"%PDF-" not in data[:_BYTES_AT_ENDS] or b"%%EOF" not in data[-_BYTES_AT_ENDS:]:
        raise CannotReadError("broken")
    if not are_whole(data):
        raise CannotReadError("broken")
    if (page := draws_too_much(data)) is not None:
        raise CannotReadError("objects", page)
    with _lock:
        try:
            yield from _sheets(data)
        except pypdfium2.PdfiumError as error:
            encrypted = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise CannotReadError("encrypted" if encrypted else "broken") from error


def _sheets(data: bytes) -> Iterator[Sheet]:
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        if not count:
            raise CannotReadError("broken")
        if count > MAX_PAGES:
            raise CannotReadError("pages")
        total = 0
        known: Known = set()
        layered = is_layered(data)
        for index in range(count):
            try:
                page = document[index]
            except pypdfium2.PdfiumError as error:
                raise CannotReadError("broken", index + 1) from error
            try:
                sheet = _sheet(page, index + 1, known, layered=layered)
            finally:
                page.close()
            total += len(sheet.glyphs)
            if total > MAX_ALL_GLYPHS:
                raise CannotReadError("characters", index + 1)
            yield sheet
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, number: int, known: Known, *, layered: bool) -> Sheet:
    box = page.get_cropbox()
    objects = objects_of(page, number)
    objects.layered = layered
    laid = tuple(laid_on(page, box))  # painted last
    objects.areas += [Area(objects.count + 1 + index, one.box, None) for index, one in enumerate(laid)]
    textpage = page.get_textpage()
    try:
        raw = characters_of(textpage.raw, number, objects)
    finally:
        textpage.close()
    way = _way(raw)
    pictures = tuple(_upright(picture, way.turn, box) for picture in objects.pictures)
    width, height = box[2] - box[0], box[3] - box[1]
    area = max(1.0, width * height)
    pictured = any((right - left) * (bottom - top) > _COVERED * area for left, top, right, bottom in pictures)
    hidden, why = _hidden(page, box, raw, objects, pictured=pictured)
    level = [piece for piece in raw.pieces if piece.glyphs[0] not in why and not raw.chars[piece.glyphs[0]][-1].slant]
    marks = watermarks(level, raw.places, known) if not hidden else ()
    why |= {index: WATERMARK for piece in marks for index in piece.glyphs}
    printed = _Printed.of(raw, way, why, box)
    drawn = joined([Rule(*_upright(rule, way.turn, box)) for rule in objects.rules])[:_MAX_RULES]
    rules, struck = without_strikes(printed.glyphs, drawn)
    return Sheet(
        number,
        height if way.turn % 2 else width,
        width if way.turn % 2 else height,
        tuple(printed.glyphs),
        rules,
        tuple(printed.turned),
        pictured,
        hidden,
        tuple((kind, tuple(found)) for kind, found in printed.aside.items()),
        pictures,
        objects.count,
        (
            *((one.kind, one.words) for one in laid),
            *((STRUCK, words) for words in struck),
            *_instead(raw),
            *_passed_over(raw, objects),
        ),
    )


class _Way(NamedTuple):
    """Which way most of a page is printed: by how many quarter turns, whether skewed, whether as in a mirror."""

    turn: int
    is_skewed: bool
    is_mirrored: bool


class _Printed(NamedTuple):
    """The glyphs of a page: those that are its text, those printed another way, and those that nobody sees, by why."""

    glyphs: list[Glyph]
    turned: list[Glyph]
    aside: dict[str, list[Glyph]]

    @classmethod
    def of(cls, raw: Raw, way: _Way, why: Mapping[int, str], box: Box) -> _Printed:
        """The characters of a page as glyphs; `why` says of some why they are no text."""
        glyphs: list[Glyph] = []
        turned: list[Glyph] = []
        aside: dict[str, list[Glyph]] = {}
        for index, one in enumerate(raw.chars):
            style = one[-1]
            if index in why:
                aside.setdefault(why[index], []).append(_placed(one, style.turn, box))
            elif style.slant:
                straight = _straightened(one, raw.chars[index + 1 : index + 2], box)
                (glyphs if way.is_skewed else aside.setdefault(SLANTED, [])).append(straight)
            elif style.turn == way.turn and style.mirrored is way.is_mirrored:
                glyphs.append(_placed(one, way.turn, box))
            else:
                turned.append(_placed(one, style.turn, box))
        return cls(glyphs, turned, aside)


def _instead(raw: Raw) -> Iterator[tuple[str, str]]:
    """Several words that stand in place of what is printed: one, or a sign, spells a ligature or a hyphen."""
    for words in dict.fromkeys(piece.instead for piece in raw.pieces if piece.instead):
        shown = "".join(char if char.isprintable() else " " for char in words).split()
        if sum(any(map(str.isalnum, word)) for word in shown) > 1:
            yield INSTEAD, " ".join(shown)


def _passed_over(raw: Raw, objects: Objects) -> Iterator[tuple[str, str]]:
    """Pieces of text whose characters PDFium does not tell, since a piece of the same words overlaps them.

    One that is printed twice at one place, as bold may be made, is the same for a reader too.
    """
    told = {ctypes.addressof(piece.handle.contents) for piece in raw.pieces}
    for address in (one for one in objects.texts if one not in told):
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), *sides)
        left, bottom, right, top = (side.value for side in sides)
        if (
            right - left > _INKED
            and top - bottom > _INKED
            and not any(
                max(abs(piece.box[0] - left), abs(piece.box[2] - right)) < piece.size
                and abs(piece.box[1] - bottom) < _SAME_LINE * piece.size
                for piece in raw.pieces
            )
        ):
            yield AGAIN, ""


def _way(raw: Raw) -> _Way:
    """How most of the text is printed: a page was laid askew as a whole, and a font as in a mirror is seen upright."""
    turns: Counter[int] = Counter()
    slanted = mirrored = 0
    for piece in raw.pieces:
        style, count = raw.chars[piece.glyphs[0]][-1], len(piece.glyphs)
        turns[style.turn] += count
        slanted += count if 0 < abs(style.slant) < _ASKEW else 0
        mirrored += count if style.mirrored else 0
    turn = turns.most_common(1)[0][0] if turns else 0
    return _Way(turn, 2 * slanted > len(raw.chars), 2 * mirrored > len(raw.chars))


def _hidden(
    page: pypdfium2.PdfPage, box: Box, raw: Raw, objects: Objects, *, pictured: bool
) -> tuple[bool, dict[int, str]]:
    """Whether the text of a page lies unseen on a picture of it, to be copied; else what nobody sees, and why."""
    unpainted = sum(len(piece.glyphs) for piece in raw.pieces if piece.mode == INVISIBLE)
    if pictured and 2 * unpainted > len(raw.chars):
        return True, {}
    why = unseen(page, box, raw.pieces, objects, raw.places)
    if pictured and 2 * len(why) > len(raw.chars):
        return True, {}
    return False, why


def _placed(raw: Char, turn: int, page: Box) -> Glyph:
    char, x, y, left, right, bottom, top, style = raw
    if turn == 0:
        x0, x1, base = left - page[0], right - page[0], page[3] - y
    else:
        x0, x1 = (_turned(*corner, turn, page)[0] for corner in ((left, bottom), (right, top)))
        base = _turned(x, y, turn, page)[1]
    if x1 < x0:
        x0, x1 = x1, x0
    return Glyph(char, x0, x1, base, style.size, style.bold, style.italic)


def _turned(x: float, y: float, turn: int, page: Box) -> tuple[float, float]:
    """A point of the page seen from where its text is upright, downwards from the top left corner."""
    left, bottom, right, top = page
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:
        return right - x, y - bottom
    if turn == 3:
        return top - y, right - x
    return x - left, top - y


def _upright(box: Box, turn: int, page: Box) -> Box:
    """A box of the page seen from where its text is upright: left, top, right, bottom, downwards."""
    ax, ay = _turned(box[0], box[1], turn, page)
    bx, by = _turned(box[2], box[3], turn, page)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _straightened(raw: Char, after: Sequence[Char], page: Box) -> Glyph:
    """A glyph of slanted text as it would stand on a level line; `after` is the one that follows it, if any."""
    char, x, y, *_, style = raw
    cosine, sine = math.cos(style.slant), math.sin(style.slant)
    start, end = (cosine * px + sine * py for px, py in ((x, y), after[0][1:3] if after else (x, y)))
    if not after or after[0][-1] is not style or not start < end < start + _WIDEST * style.size:
        end = start + style.size / 2
    base = page[3] + sine * x - cosine * y
    return Glyph(char, start - page[0], end - page[0], base, style.size, style.bold, style.italic)
