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
_NOT_PAINTED = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_WITH_WORDS = {
    pdfium.FPDF_ANNOT_FREETEXT: b"Contents",
    pdfium.FPDF_ANNOT_STAMP: b"Contents",
    pdfium.FPDF_ANNOT_WIDGET: b"V",
}
_DRAWN = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)
_LONGEST = 1000  # bytes of words that are quoted
WORDS, COMMENT, STRUCK, OTHER = "words", "comment", "struck", "other"
INSTEAD = "instead"  # no annotation: words that the file gives in place of what it prints


class Laid(NamedTuple):
    """An annotation that is shown: its place, what it is, and its words where the file tells them."""

    box: Box
    kind: str
    words: str = ""


def laid_on(page: pypdfium2.PdfPage) -> Iterator[Laid]:
    """The annotations of a page that are shown, in the order in which they are painted."""
    box = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(note)
        shown = subtype not in _NOT_PAINTED and not pdfium.FPDFAnnot_GetFlags(note) & _NOT_SHOWN
        if shown and pdfium.FPDFAnnot_GetRect(note, box):
            yield Laid((box.left, box.bottom, box.right, box.top), *_told(note, subtype))
        pdfium.FPDFPage_CloseAnnot(note)


def _told(note: Any, subtype: int) -> tuple[str, str]:
    """What an annotation is, and its words."""
    if subtype == pdfium.FPDF_ANNOT_TEXT:
        return COMMENT, ""
    if subtype == pdfium.FPDF_ANNOT_STRIKEOUT:
        return STRUCK, ""
    if subtype not in _WITH_WORDS:
        return OTHER, ""
    words = _string(note, _WITH_WORDS[subtype])
    count = min(_MOST, pdfium.FPDFAnnot_GetObjectCount(note))
    drawn = (pdfium.FPDFPageObj_GetType(pdfium.FPDFAnnot_GetObject(note, index)) for index in range(max(0, count)))
    return (WORDS, words) if words or any(kind in _DRAWN for kind in drawn) else (OTHER, "")


def _string(note: Any, key: bytes) -> str:
    """A string of an annotation's dictionary; empty for none, and for what is no string, such as the state of a box."""
    if pdfium.FPDFAnnot_GetValueType(note, key) != pdfium.FPDF_OBJECT_STRING:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST)
    length = pdfium.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), _LONGEST)
    words = buffer.raw[: min(length, _LONGEST)].decode("utf-16-le", "replace").rstrip("\0")
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
