"""PDF files object by object, without any help: to make those that no program would write."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_CATALOG, _PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_WORDS = b"BT /A 12 Tf 72 700 Td (The Council of Lamps) Tj ET"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A file of objects, numbered from 1; the first one is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(entries: bytes, content: bytes, *, packed: bool = False) -> bytes:
    """A stream with the entries of its dictionary."""
    if packed:
        entries, content = entries + b"/Filter/FlateDecode", zlib.compress(content, 9)
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def page(content: bytes, more: Sequence[bytes] = (), resources: bytes = b"", *, packed: bool = True) -> bytes:
    """A file of one page; its font is /A, and further objects begin at number 6."""
    of_page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</A 5 0 R>>%b>>/Contents 4 0 R>>"
    return pdf([_CATALOG, _PAGES, of_page % resources, stream(b"", content, packed=packed), _FONT, *more])


def form(content: bytes, draws: int | None) -> bytes:
    """A form that may draw the object of a number as /F."""
    inner = b"/XObject<</F %d 0 R>>" % draws if draws else b""
    return stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</Font<</A 5 0 R>>%b>>" % inner, content, packed=True
    )


def nested_forms(depth: int, times: int) -> bytes:
    """Words in a form that each of `depth` forms around it draws `times` times."""
    forms = [form(b"/F Do " * times, 7 + level) for level in range(depth)]
    innermost = form(b"BT /A 12 Tf 72 600 Td (and of Harbours) Tj ET", None)
    return page(_WORDS + b" /F Do", [*forms, innermost], b"/XObject<</F 6 0 R>>")


def form_in_itself(times: int = 2) -> bytes:
    """A form that draws itself so many times."""
    return page(_WORDS + b" /F Do", [form(b"/F Do " * times, 6)], b"/XObject<</F 6 0 R>>", packed=False)


def many_forms(count: int) -> bytes:
    """So many forms, each of which may draw all others by names of one dictionary, and draws one."""
    names = b"<</XObject<<" + b"".join(b"/F%d %d 0 R" % (n, 7 + n) for n in range(count)) + b">>>>"
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources 6 0 R"
    forms = (stream(entries, b"/F%d Do" % (n + 1)) for n in range(count))
    return page(_WORDS + b" /F Do", [names, *forms], b"/XObject<</F 7 0 R>>")


def packed_in_hex(data: bytes) -> bytes:
    """The same file with what is packed written in digits, which is a packing that hardly any program uses."""
    objects = [one.split(b"\nendobj")[0] for one in data.split(b" obj\n")[1:]]
    return pdf([_in_hex(one) if b"/FlateDecode" in one else one for one in objects])


def _in_hex(one: bytes) -> bytes:
    head, content = one.split(b"stream\n", 1)
    digits = content.removesuffix(b"\nendstream").hex().encode() + b">"
    entries = head.strip().removeprefix(b"<<").removesuffix(b">>").replace(b"/Filter/FlateDecode", b"")
    return stream(entries.split(b"/Length")[0] + b"/Filter[/ASCIIHexDecode/FlateDecode]", digits)
