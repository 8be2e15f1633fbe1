"""A page of PDFium → its characters, with the pieces of text that they belong to.

Each character costs a few calls into PDFium, which take a third of the time that a page takes: so a thing is asked for
once for a piece where it holds for all of it. With engine.py, objects.py and seen.py all that knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from converter.read.pdf.bidi import is_rtl
from converter.read.pdf.limits import MAX_GLYPHS, CannotReadError
from converter.read.pdf.objects import Objects
from converter.read.pdf.seen import Piece, Place, piece_of
from converter.read.pdf.shapes import LOST
from converter.read.signs import DRAWN

_QUARTER = math.pi / 2
_SLANTED = math.radians(1)  # a scan is not laid quite straight
_LEANS = 0.05
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_BOLD = 600
_HYPHEN = "-"
_NO_WIDTH = 0.01
_SPACE = ord(" ")
_STROKE = "\u0640"
# Sizes: how high the stroke that draws an Arabic word out is, and how far from the baseline; it fills its width.
_NUMBERS = "\u0100"  # the numbers of glyphs in a font of few, which may be taken for characters, are lower
_INKED, _FLAT, _ON_BASE, _FILLS = 0.02, 0.2, 0.1, 0.85
_RIGHT_TO_LEFT = "\u0590"  # from here on; of these PDFium tells no end
SOFT_HYPHEN = "\u00ad"
_SPACES = "\u00a0\u2002\u2003\u2009\u202f\t"


@dataclass(eq=False, slots=True)
class Style:
    """What holds for all characters of one text object."""

    size: float
    turn: int
    bold: bool
    italic: bool
    slant: float  # its angle where that is no quarter turn
    lean: float = 0.0  # how far upright letters are pushed over for each point of height, as an italic that is made so
    mirrored: bool = False  # as in a mirror, unless its font is


Char = tuple[str, float, float, float, float, float, float, Style]
"""A character: its origin (of level text its left edge, on its baseline), its left, right, bottom and top edges."""


@dataclass(slots=True)
class Raw:
    """The characters of a page in its own coordinates, and the pieces of text that they belong to."""

    chars: list[Char] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _places: dict[int, list[Place]] = field(default_factory=dict)  # by identity of the piece

    def measure(self) -> None:
        """Say of each piece where it stands."""
        for piece in self.pieces:
            found = [self.chars[index] for index in piece.glyphs]
            chars, _, _, lefts, rights, bottoms, tops, _ = zip(*found, strict=True)
            piece.box = min(lefts), min(bottoms), max(rights), max(tops)
            piece.is_inked = any(char != " " for char in chars)

    def places(self, piece: Piece) -> list[Place]:
        """The characters of a piece with their boxes."""
        known = self._places.get(id(piece))
        if known is None:
            found = map(self.chars.__getitem__, piece.glyphs)
            known = [Place(char, (left, bottom, right, top)) for char, _, _, left, right, bottom, top, _ in found]
            self._places[id(piece)] = known
        return known


# The functions that are called for each character, with plain addresses instead of typed pointers: half the time.
_TEXT_OBJECT, _UNICODE, _IS_UNKNOWN = (
    ctypes.cast(function, ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int))
    for function, result in (
        (pdfium.FPDFText_GetTextObject, ctypes.c_void_p),
        (pdfium.FPDFText_GetUnicode, ctypes.c_uint),
        (pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int),
    )
)


def characters_of(text: Any, number: int, objects: Objects) -> Raw:
    """The characters of a page, by the handle of its text. Raises CannotReadError for more than a page has."""
    count = pdfium.FPDFText_CountChars(text)
    if count > MAX_GLYPHS:
        raise CannotReadError("characters", number)
    raw = Raw()
    address = ctypes.cast(text, ctypes.c_void_p).value
    styles: dict[int, tuple[Style, Piece | None, float]] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    to_the_left = False  # a letter came that may be drawn out
    level: tuple[Style, float] | None = None  # the style and the bottom of the last character of level text
    for index in range(max(0, count)):
        key = _TEXT_OBJECT(address, index) or 0
        if not key and pdfium.FPDFText_IsGenerated(text, index) == 1:
            # A space or line end that PDFium put in: ours come from where the ink is.
            _end_before(text, index, raw.chars)
            continue
        char = _named(text, address, index)
        if not char:
            continue
        known = styles.get(key)
        if known is None:
            known = styles[key] = _style_and_piece(text, index, objects)
        style, piece, lean = known
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        left, right, bottom = box.left, box.right, box.bottom
        if char == " " and right - left < _NO_WIDTH:
            continue  # PDFium puts such spaces where it turns a text round
        if char >= _RIGHT_TO_LEFT:
            to_the_left = to_the_left or is_rtl(char)
        if to_the_left and (char < _NUMBERS or char == LOST) and _is_stroke(text, index, style, right - left):
            char = _STROKE
        if level != (style, bottom):  # else it stands on the line of the one before it
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            level = None if style.turn or style.slant else (style, bottom)
        if lean:
            left, right = left - lean * (bottom - y.value), right - lean * (box.top - y.value)
        if piece:
            if not piece.glyphs:
                raw.pieces.append(piece)
            piece.glyphs.append(len(raw.chars))
        raw.chars.append((char, left if level else x.value, y.value, left, right, bottom, box.top, style))
    raw.measure()
    return raw


def _named(text: Any, address: Any, index: int) -> str:
    """What the file says that a character is; nothing for what has no width."""
    if _IS_UNKNOWN(address, index) == 1:
        return LOST
    char = _char(_UNICODE(address, index))
    if char != " " and not char.isalnum() and pdfium.FPDFText_IsHyphen(text, index) == 1:
        return _HYPHEN
    return char or _of_halves(address, index)


def _is_stroke(text: Any, index: int, style: Style, width: float) -> bool:
    """Whether what a file names otherwise is a stroke that draws a word out: flat ink on the baseline, edge to edge.

    LibreOffice gives such a glyph no meaning, and PDFium takes its number in the font for one.
    """
    if style.turn % 2 or not style.size:
        return False
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    high = (top.value - bottom.value) / style.size
    if not _INKED < high < _FLAT or right.value - left.value < _FILLS * width:
        return False
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return abs((y.value - top.value) if style.turn else (bottom.value - y.value)) < _ON_BASE * style.size


def _end_before(text: Any, index: int, chars: list[Char]) -> None:
    """The character before a space that PDFium puts in ends there: one that hangs over, as f does, is cut off."""
    box = pdfium.FS_RECTF()
    if (
        chars
        and pdfium.FPDFText_GetUnicode(text, index) == _SPACE
        and pdfium.FPDFText_GetLooseCharBox(text, index, box)
    ):
        char, x, y, left, right, bottom, top, style = chars[-1]
        is_level = not style.turn and not style.slant
        if is_level and left < box.left < right and char < _RIGHT_TO_LEFT:
            chars[-1] = char, x, y, left, box.left, bottom, top, style


def _style_and_piece(text: Any, index: int, objects: Objects) -> tuple[Style, Piece | None, float]:
    style = _style(text, index)
    handle = pdfium.FPDFText_GetTextObject(text, index)
    return style, piece_of(handle, objects, style.size) if handle else None, style.lean


def _of_halves(address: Any, index: int) -> str:
    """A character beyond the first plane, which PDFium tells in halves, at the first; a half alone is a lost one.

    Empty for the second of two halves, and for what has no width.
    """
    code = _UNICODE(address, index)
    if code in _SECOND_HALVES:
        return "" if index and _UNICODE(address, index - 1) in _FIRST_HALVES else LOST
    if code not in _FIRST_HALVES:
        return ""
    other = _UNICODE(address, index + 1)
    return _char(0x10000 + ((code - 0xD800) << 10) + other - 0xDC00) if other in _SECOND_HALVES else LOST


@lru_cache(maxsize=4096)
def _char(code: int) -> str:
    """The character of a code point, the sign of a lost one for what means nothing, nothing for what has no width."""
    char = chr(code) if 0 < code <= 0x10FFFF else LOST
    if char.isprintable() and char not in _SPACES:
        return char
    if char in _SPACES:
        return " "
    if char == SOFT_HYPHEN:
        return char
    category = unicodedata.category(char)
    return DRAWN.get(code, "" if category in ("Cf", "Cs", "Zl", "Zp") or char in "\r\n" else LOST)


def _style(text: Any, index: int) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    angle = math.atan2(matrix.b, matrix.a)
    quarters = round(angle / _QUARTER)
    slant = angle if abs(angle - quarters * _QUARTER) > _SLANTED else 0.0
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD or "bold" in name or "black" in name
    italic = "italic" in name or "oblique" in name or "slanted" in name
    lean = matrix.c / matrix.d if not quarters and not slant and matrix.d > 0 else 0.0
    size = pdfium.FPDFText_GetFontSize(text, index) * scale
    mirrored = matrix.a * matrix.d < matrix.b * matrix.c
    return Style(size, quarters % 4, bold, italic, slant, lean if abs(lean) > _LEANS else 0.0, mirrored)
