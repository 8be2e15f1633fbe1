"""What somebody laid on the finished page (annotations, ISO 32000-1, 12.5): words that are shown and no text of it.

PDFium's text is that of the page alone, so these words are never read. Whoever sees the page sees them: they are said.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from converter.read.pdf.objects import Box

_MOST = 2000
_LINK, _POPUP = pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP  # what is pressed, and the window of another one
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_LONGEST = 1000  # bytes of words that are quoted
WORDS, COMMENT, STRUCK, TO_BE_TAKEN_OUT, BY_HAND, FILE, MORE, OTHER = (
    "words", "comment", "struck", "to-be-taken-out", "by-hand", "file", "more", "other",
)  # fmt: skip
INSTEAD = "instead"  # no annotation: words that the file gives in place of what it prints
AGAIN = "again"  # nor is this: words whose characters PDFium does not tell, since the same ones overlap them
# Which string of an annotation is painted where it stands (12.5.6); `Contents` of others is shown in a window apart.
_PAINTED = {
    pdfium.FPDF_ANNOT_FREETEXT: b"Contents",
    pdfium.FPDF_ANNOT_STAMP: b"Contents",
    pdfium.FPDF_ANNOT_WIDGET: b"V",
}
_WITH_REMARK = frozenset({*range(pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_INK + 1), pdfium.FPDF_ANNOT_REDACT})
_OF_THEIR_OWN = {
    pdfium.FPDF_ANNOT_TEXT: COMMENT,
    pdfium.FPDF_ANNOT_STRIKEOUT: STRUCK,
    pdfium.FPDF_ANNOT_REDACT: TO_BE_TAKEN_OUT,
    pdfium.FPDF_ANNOT_INK: BY_HAND,
    pdfium.FPDF_ANNOT_FILEATTACHMENT: FILE,
}


class Laid(NamedTuple):
    """An annotation that is shown: its place, what it is, and its words where the file tells them."""

    box: Box
    kind: str
    words: str = ""


def laid_on(page: pypdfium2.PdfPage, shown: Box) -> Iterator[Laid]:
    """The annotations of a page that are shown, in the order in which they are painted.

    `shown` is the part of the page that a reader sees: there may stand what is too much to be looked at one by one.
    """
    box = pdfium.FS_RECTF()
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    for index in range(min(count, _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(note)
        seen = subtype not in (_LINK, _POPUP) and not pdfium.FPDFAnnot_GetFlags(note) & _NOT_SHOWN
        if seen and pdfium.FPDFAnnot_GetRect(note, box):
            place = (box.left, box.bottom, box.right, box.top)
            yield from (Laid(place, kind, words) for kind, words in _told(note, subtype))
        pdfium.FPDFPage_CloseAnnot(note)
    if count > _MOST:
        yield Laid(shown, MORE)


def _told(note: Any, subtype: int) -> Iterator[tuple[str, str]]:
    """What an annotation is, the words that it paints, and the remark that goes with it."""
    yield _OF_THEIR_OWN.get(subtype, OTHER), ""
    painted = _painted(note, subtype)
    if painted is not None:
        yield WORDS, painted
    if subtype in _WITH_REMARK and (remark := _string(note, b"Contents")) and remark != painted:
        yield COMMENT, remark


def _painted(note: Any, subtype: int) -> str | None:
    """The words that an annotation shows where it stands; empty where only its drawing has them, None for none."""
    if subtype == pdfium.FPDF_ANNOT_TEXT:
        return None  # its drawing is a sign to be pressed
    is_caption = subtype == pdfium.FPDF_ANNOT_LINE and pdfium.FPDFAnnot_HasKey(note, b"Cap")
    key = b"Contents" if is_caption else _PAINTED.get(subtype)
    words = _string(note, key) if key else ""
    count = max(0, pdfium.FPDFAnnot_GetObjectCount(note))
    drawn = (pdfium.FPDFAnnot_GetObject(note, index) for index in range(min(count, _MOST)))
    has_words = words or count > _MOST or any(_may_be_words(one, may_be_drawn=key is not None) for one in drawn)
    return words if has_words else None


def _may_be_words(drawn: Any, *, may_be_drawn: bool) -> bool:
    """Whether something in the drawing of an annotation is text; in that of a stamp, letters may be drawn as shapes."""
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        return bool(kind == pdfium.FPDF_PAGEOBJ_TEXT)
    count = pdfium.FPDFFormObj_CountObjects(drawn)
    inside = (pdfium.FPDFFormObj_GetObject(drawn, index) for index in range(max(0, min(count, _MOST))))
    return may_be_drawn or any(_may_be_words(one, may_be_drawn=True) for one in inside)


def _string(note: Any, key: bytes) -> str:
    """A string of an annotation's dictionary; empty for none, and for what is no string, such as the state of a box."""
    if pdfium.FPDFAnnot_GetValueType(note, key) != pdfium.FPDF_OBJECT_STRING:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST)
    length = pdfium.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), _LONGEST)
    words = buffer.raw[: min(length, _LONGEST)].decode("utf-16-le", "replace").rstrip("\0")
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
