"""Bytes → pages of glyphs. The only file that knows pypdfium2 (Apache-2.0 or BSD-3-Clause, as PDFium itself)."""

from __future__ import annotations

import ctypes
import math
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from converter.read.pdf.limits import MAX_ALL_GLYPHS, MAX_GLYPHS, MAX_OBJECTS, MAX_PAGES, MAX_TEXTS, CannotReadError
from converter.read.pdf.shapes import LOST, Glyph, Rule, Sheet
from converter.read.pdf.streams import are_whole

_MAX_OBJECTS = 50_000
_MAX_RULES = 2500
_MAX_NESTING = 4  # forms within forms
_THIN = 2.0
_SHORTEST_RULE = 6.0
_COVERED = 0.5
_BOLD = 600
_HYPHEN = "-"
_NO_WIDTH = 0.01
SOFT_HYPHEN = "\u00ad"
_OF_SYMBOL_FONTS = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0d8": "\u27a2", "\uf0fc": "\u2713"}  # bullets
_SPACES = "\u00a0\u2002\u2003\u2009\u202f\t"
_BYTES_AT_ENDS = 2048
_INVISIBLE_TEXT = 3  # ISO 32000-1, table 106: neither filled nor stroked

_lock = threading.Lock()  # PDFium is not made for more than one thread


@dataclass
class _Style:
    """What holds for all characters of one text object."""

    size: float
    turn: int
    bold: bool
    italic: bool
    hidden: bool


_Char = tuple[str, float, float, float, float, float, float, _Style]  # origin, then left, right, bottom, top
_Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass
class _Raw:
    """The characters of a page in its own coordinates, each with the quarter turns of its text."""

    chars: list[_Char] = field(default_factory=list)


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of a PDF in order. Raises CannotReadError, and nothing else, whatever the bytes."""
    if b"%PDF-" not in data[:_BYTES_AT_ENDS] or b"%%EOF" not in data[-_BYTES_AT_ENDS:]:
        raise CannotReadError("broken")
    if not are_whole(data):
        raise CannotReadError("broken")
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
        for index in range(count):
            try:
                page = document[index]
            except pypdfium2.PdfiumError as error:
                raise CannotReadError("broken", index + 1) from error
            try:
                sheet = _sheet(page, index + 1)
            finally:
                page.close()
            total += len(sheet.glyphs)
            if total > MAX_ALL_GLYPHS:
                raise CannotReadError("characters", index + 1)
            yield sheet
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    box = page.get_cropbox()
    _count_objects(page, number)
    textpage = page.get_textpage()
    try:
        raw = _characters(textpage.raw, number)
    finally:
        textpage.close()
    turns = Counter(style.turn for *_, style in raw.chars)
    turn = turns.most_common(1)[0][0] if turns else 0
    rules, pictured = _drawn(page, turn, box)
    glyphs = tuple(_placed(one, turn, box) for one in raw.chars if one[-1].turn == turn)
    turned = tuple(_placed(one, one[-1].turn, box) for one in raw.chars if one[-1].turn != turn)
    hidden = bool(raw.chars) and 2 * sum(style.hidden for *_, style in raw.chars) > len(raw.chars)
    width, height = box[2] - box[0], box[3] - box[1]
    if turn % 2:
        width, height = height, width
    return Sheet(number, width, height, glyphs, rules, turned, pictured, hidden)


def _count_objects(page: pypdfium2.PdfPage, number: int) -> None:
    """Raise CannotReadError for more pieces of text than a page has, forms within forms counted as often as drawn.

    PDFium compares each piece with those before it, so that very many cost it minutes.
    """
    waiting = [(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)]
    seen = texts = 0
    while waiting:
        parent, count, get = waiting.pop()
        for index in range(count(parent)):
            item = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            seen += 1
            texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
            if texts > MAX_TEXTS or seen > MAX_OBJECTS:
                raise CannotReadError("objects", number)
            if kind == pdfium.FPDF_PAGEOBJ_FORM:
                waiting.append((item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject))


def _characters(text: Any, number: int) -> _Raw:
    count = pdfium.FPDFText_CountChars(text)
    if count > MAX_GLYPHS:
        raise CannotReadError("characters", number)
    raw = _Raw()
    styles: dict[int, _Style] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(max(0, count)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue  # a space or line end that PDFium put in: ours come from where the ink is
        is_hyphen = pdfium.FPDFText_IsHyphen(text, index) == 1
        char = _HYPHEN if is_hyphen else _char(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            char = LOST
        if not char:
            continue
        handle = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.addressof(handle.contents) if handle else 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text, index, handle)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        if char == " " and box.right - box.left < _NO_WIDTH:
            continue  # PDFium puts such spaces where it turns a text round
        raw.chars.append((char, x.value, y.value, box.left, box.right, box.bottom, box.top, style))
    return raw


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
    return _OF_SYMBOL_FONTS.get(char, "" if category in ("Cf", "Zl", "Zp") or char in "\r\n" else LOST)


def _style(text: Any, index: int, handle: Any) -> _Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    bold = pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD or "bold" in name or "black" in name
    italic = "italic" in name or "oblique" in name or "slanted" in name
    hidden = bool(handle) and pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE_TEXT
    return _Style(pdfium.FPDFText_GetFontSize(text, index) * scale, turn, bold, italic, hidden)


def _placed(raw: _Char, turn: int, page: _Box) -> Glyph:
    char, x, y, left, right, bottom, top, style = raw
    if turn == 0:
        x0, x1, base = left - page[0], right - page[0], page[3] - y
    else:
        x0, x1 = (_turned(*corner, turn, page)[0] for corner in ((left, bottom), (right, top)))
        base = _turned(x, y, turn, page)[1]
    if x1 < x0:
        x0, x1 = x1, x0
    return Glyph(char, x0, x1, base, style.size, style.bold, style.italic)


def _turned(x: float, y: float, turn: int, page: _Box) -> tuple[float, float]:
    """A point of the page seen from where its text is upright, downwards from the top left corner."""
    left, bottom, right, top = page
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:
        return right - x, y - bottom
    if turn == 3:
        return top - y, right - x
    return x - left, top - y


def _drawn(page: pypdfium2.PdfPage, turn: int, box: _Box) -> tuple[tuple[Rule, ...], bool]:
    """The thin lines of a page, pieces of one line joined, and whether an image covers much of the page."""
    rules: list[Rule] = []
    pictured = False
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    for seen, item in enumerate(page.get_objects(max_depth=_MAX_NESTING)):
        if seen > _MAX_OBJECTS:
            break
        if item.type not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        try:
            left, bottom, right, top = item.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = pictured or (right - left) * (top - bottom) > _COVERED * area
            continue
        ax, ay = _turned(left, bottom, turn, box)
        bx, by = _turned(right, top, turn, box)
        rule = Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        if min(rule.x1 - rule.x0, rule.y1 - rule.y0) <= _THIN:
            rules.append(rule)
    return tuple(_joined(rules)[:_MAX_RULES]), pictured


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules that go on one another's line are one; what stays too short is no rule."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=_line_of):
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, rule):
            joined[-1] = last._replace(x1=max(last.x1, rule.x1), y1=max(last.y1, rule.y1))
        else:
            joined.append(rule)
    return [rule for rule in joined if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST_RULE]


def _line_of(rule: Rule) -> tuple[bool, int, float]:
    return (True, round(rule.y0), rule.x0) if rule.level else (False, round(rule.x0), rule.y0)


def _goes_on(last: Rule, rule: Rule) -> bool:
    if last.level is not rule.level:
        return False
    off, apart = (rule.y0 - last.y0, rule.x0 - last.x1) if rule.level else (rule.x0 - last.x0, rule.y0 - last.y1)
    return abs(off) <= _THIN and apart <= _THIN
