"""A PDF written by hand, word by word where it should stand: pages as printers set them, with invented words.

Distances are points from the top left corner. Only standard fonts are used, which no file has to carry. In a text,
`^1^` is a raised mark.
"""

from __future__ import annotations

import ctypes
import zlib
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium

FONTS = {"roman": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic", "courier": "Courier"}
A4 = (595.0, 842.0)
_WIN_ANSI = "\u2014\u2013\u2019\u201c\u201d"
_OWN_CODES = 0xA1
_RAISED_SIZE, _RISE = 0.6, 0.36  # as word processors set the marks of notes


@cache
def _char_width(char: str, font: str) -> float:
    """The width of a character in sizes, as the font has it; 0.5 for one that it lacks."""
    if not char.isascii() and char not in _WIN_ANSI:
        return 0.5
    document = pypdfium2.PdfDocument.new()
    item = pdfium.FPDFPageObj_NewTextObj(document.raw, FONTS[font].encode(), 1000)
    return (_reach(item, char + "n") - _reach(item, "n")) / 1000


def _reach(item: object, text: str) -> float:
    buffer = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    pdfium.FPDFText_SetText(item, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return right.value


def width(text: str, size: float = 10, font: str = "roman") -> float:
    """How wide a text is; its marks are small."""
    parts = text.split("^")
    return sum(
        _char_width(char, font) * size * (_RAISED_SIZE if index % 2 else 1)
        for index, part in enumerate(parts)
        for char in part
    )


class Paper:
    """A document under the printer's hand."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self._size = size
        self._pages: list[list[str]] = []
        self._codes: dict[str, int] = {}
        self._garbled = False
        self._crop = ""

    def page(self) -> Paper:
        """Begin a page."""
        self._pages.append([])
        return self

    def say(self, x: float, y: float, text: str, size: float = 10, font: str = "roman") -> float:
        """Print a text with its left edge at `x` and its baseline at `y`; returns its right edge."""
        for index, part in enumerate(text.split("^")):
            if part:
                raised = bool(index % 2)
                self._show(x, y - _RISE * size * raised, part, size * (_RAISED_SIZE if raised else 1), font)
                x += width(f"^{part}^" if raised else part, size, font)
        return x

    def say_right(self, x: float, y: float, text: str, size: float = 10, font: str = "roman") -> None:
        """Print a text with its right edge at `x`."""
        self.say(x - width(text, size, font), y, text, size, font)

    def say_centred(self, x: float, y: float, text: str, size: float = 10, font: str = "roman") -> None:
        """Print a text with its middle at `x`."""
        self.say(x - width(text, size, font) / 2, y, text, size, font)

    def say_upwards(self, x: float, y: float, text: str, size: float = 8) -> None:
        """Print a text along the margin, from `y` upwards."""
        self._pages[-1].append(f"BT /roman {size} Tf 0 1 -1 0 {x} {self._size[1] - y} Tm ({text}) Tj ET")

    def set_paragraph(
        self,
        x: float,
        y: float,
        right: float,
        text: str,
        size: float = 10,
        leading: float = 12,
        *,
        indent: float = 0,
        hang: float = 0,
        font: str = "roman",
        spaces: bool = True,
    ) -> float:
        """Set a paragraph in justified lines, the first one in by `indent` and the others by `hang`.

        A word may be parted where it has a soft hyphen. With `spaces` false, words stand apart without a space
        in the file. Returns the baseline of the next line.
        """
        words, first = text.split(" "), True
        while words:
            left = x + (indent if first else hang)
            line, words = _line(words, right - left, size, font)
            stretch = (right - left - width(" ".join(line), size, font)) / max(1, len(line) - 1) if words else 0.0
            at = left
            for place, word in enumerate(line):
                shown = word + (" " if spaces and place + 1 < len(line) else "")
                self.say(at, y, shown, size, font)
                at += width(word + " ", size, font) + stretch
            y += leading
            first = False
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.5) -> None:
        """Draw a line."""
        height = self._size[1]
        self._pages[-1].append(f"{thick} w {x0:.2f} {height - y0:.2f} m {x1:.2f} {height - y1:.2f} l S")

    def picture(self) -> None:
        """Cover the page with a picture."""
        self._pages[-1].append(f"q {self._size[0]} 0 0 {self._size[1]} 0 0 cm /Im Do Q")

    def hide(self) -> None:
        """Print what follows on this page without ink, as those do who lay text over a picture."""
        self._pages[-1].append("3 Tr")

    def draw(self, operators: str) -> None:
        """Write operators of the page as they are; places are points from the lower left corner."""
        self._pages[-1].append(operators)

    def crop(self, left: float, top: float, right: float, bottom: float) -> None:
        """Show only a part of each page."""
        self._crop = f"/CropBox [{left} {self._size[1] - bottom} {right} {self._size[1] - top}] "

    def _show(self, x: float, y: float, text: str, size: float, font: str) -> None:
        shown = (
            bytes(self._code(char) for char in text).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        )
        place = f"1 0 0 1 {x:.3f} {self._size[1] - y:.3f} Tm"
        self._pages[-1].append(f"BT /{font} {size:.2f} Tf {place} ({shown.decode('latin-1')}) Tj ET")

    def _code(self, char: str) -> int:
        """The byte for a character. One that the fonts lack gets a byte that the file says means it."""
        if char.isascii() or char in _WIN_ANSI:
            return char.encode("cp1252")[0]
        return self._codes.setdefault(char, _OWN_CODES + len(self._codes))

    def garble(self) -> None:
        """Let the file say of every letter that it is a character for private use."""
        self._garbled = True

    def _meanings(self) -> bytes:
        """The map from bytes to characters (ToUnicode)."""
        pairs = {code: char for char, code in self._codes.items()}
        if self._garbled:
            pairs = {code: chr(0xE000 + code) for code in range(33, 127)}
        rows = "\n".join(f"<{code:02X}> <{char.encode('utf-16-be').hex()}>" for code, char in pairs.items())
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(pairs)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()

    def finished(self, encrypted: bool = False) -> bytes:
        """The file; with `encrypted`, one that opens only with a password that nobody has."""
        objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        fonts = meanings = ""
        if self._codes or self._garbled:
            objects.append(_stream(self._meanings(), ""))
            meanings = f"/ToUnicode {len(objects)} 0 R "
        for name, base in FONTS.items():
            entries = f"/Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding {meanings}"
            objects.append(f"<< {entries}>>".encode())
            fonts += f"/{name} {len(objects)} 0 R "
        objects.append(
            _stream(
                bytes(64),
                "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
            )
        )
        resources = f"<< /Font << {fonts}>> /XObject << /Im {len(objects)} 0 R >> >>"
        kids = ""
        for page in self._pages:
            objects.append(_stream("\n".join(page).encode("latin-1"), ""))
            box = f"[0 0 {self._size[0]} {self._size[1]}]"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} {self._crop}/Resources {resources} "
                f"/Contents {len(objects)} 0 R >>".encode()
            )
            kids += f"{len(objects)} 0 R "
        objects[1] = f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>".encode()
        trailer = ""
        if encrypted:
            key = "00" * 32
            objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>".encode())
            trailer = f"/Encrypt {len(objects)} 0 R /ID [<00><00>] "
        return _file(objects, trailer)


def _line(words: list[str], room: float, size: float, font: str) -> tuple[list[str], list[str]]:
    """The words that fit on a line, and what is left; a word with a soft hyphen may be parted there."""
    line: list[str] = []
    for index, word in enumerate(words):
        whole = word.replace("\u00ad", "")
        if not line or width(" ".join([*line, whole]), size, font) <= room:
            line.append(whole)
            continue
        head, hyphen, tail = word.partition("\u00ad")
        if hyphen and width(" ".join([*line, head + "-"]), size, font) <= room:
            return [*line, head + "-"], [tail, *words[index + 1 :]]
        return line, words[index:]
    return line, []


def _stream(data: bytes, entries: str) -> bytes:
    packed = zlib.compress(data)
    return f"<< {entries}/Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: list[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return out
