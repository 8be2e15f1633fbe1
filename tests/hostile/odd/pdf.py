"""PDFs that no program writes."""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

import zlib

from tests.hostile.odd.zips import Made
from tests.hostile.raw_pdf import page, pdf, stream

SHOWN = b"BT /A 12 Tf 72 700 Td (The Council of Lamps) Tj ET"
_CATALOG, _PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</A 5 0 R>>>>/Contents 4 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _objects(*more: bytes, **changed: bytes) -> bytes:
    parts = {
        "catalog": _CATALOG,
        "pages": _PAGES,
        "page": _PAGE,
        "content": stream(b"", SHOWN),
        "font": _FONT,
        **changed,
    }
    return pdf([*parts.values(), *more])


def _trees() -> Made:
    """Page trees, boxes and turns."""
    for count in (-1, 0, 10**6, 2**31, 10**20):
        yield (
            f"it says {count} pages",
            lambda given=count: _objects(pages=b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % given),
        )
    yield (
        "one page 200000 times",
        lambda: _objects(pages=b"<</Type/Pages/Kids[" + b"3 0 R " * 200_000 + b"]/Count 200000>>"),
    )
    yield "pages in themselves", lambda: _objects(pages=b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")
    yield "a page that is its parent", lambda: _objects(page=_PAGE.replace(b"2 0 R", b"3 0 R"))
    yield "no pages", lambda: _objects(pages=b"<</Type/Pages/Kids[]/Count 0>>")
    yield "a catalogue that is the pages", lambda: _objects(catalog=b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>")
    for box in (b"[0 0 0 0]", b"[0 0 1e9 1e9]", b"[0 0 -612 -792]", b"[NaN 0 1 1]", b"[]", b"[612 792 0 0]", b"4 0 R"):
        yield f"a box {box.decode()}", lambda given=box: _objects(page=_PAGE.replace(b"[0 0 612 792]", given))
    for turn in (b"90", b"45", b"-1", b"99999999999"):
        yield (
            f"turned by {turn.decode()}",
            lambda given=turn: _objects(page=_PAGE.replace(b"/Contents", b"/Rotate %b/Contents" % given)),
        )
    yield "units of 1e9", lambda: _objects(page=_PAGE.replace(b"/Contents", b"/UserUnit 1e9/Contents"))


def _offsets() -> Made:
    """Tables of offsets, heads and ends."""
    whole = page(SHOWN)
    yield "no offsets", lambda: whole[: whole.rfind(b"xref")] + b"trailer<</Root 1 0 R>>"
    yield "wrong offsets", lambda: whole.replace(b"0000000009", b"0000000001")
    yield "offsets in a circle", lambda: whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % whole.rfind(b"xref"))
    yield "an offset beyond the end", lambda: whole[: whole.rfind(b"startxref")] + b"startxref\n99999999999\n%%EOF"
    yield "cut", lambda: whole[: len(whole) // 2]
    yield "only a head", lambda: b"%PDF-1.7\n%%EOF"
    yield "a head of the future", lambda: whole.replace(b"%PDF-1.7", b"%PDF-9.9")
    yield "words before it", lambda: b"x" * 2000 + whole
    yield "two files in one", lambda: whole + whole


def _locked() -> Made:
    """Encryption of every version, and of none that there is."""
    whole = page(SHOWN)
    told = (
        b"/Encrypt<</Filter/Standard/V %d/R %d/Length 128/P -4/O("
        + b"x" * 32
        + b")/U("
        + b"y" * 32
        + b")>>/ID[<00><00>]"
    )
    for version, revision in ((1, 2), (2, 3), (4, 4), (5, 6), (99, 99)):
        root = b"/Root 1 0 R" + told % (version, revision)
        yield f"encrypted, version {version}", lambda with_it=root: whole.replace(b"/Root 1 0 R", with_it)


def _of_page(more: bytes) -> bytes:
    """A page with one more entry."""
    return _objects(page=_PAGE.replace(b"/Contents", more + b"/Contents"))


def _of_catalogue(more: bytes, *objects: bytes) -> bytes:
    """A file whose catalogue has one more entry, and the objects that it names."""
    return _objects(*objects, catalog=_CATALOG.replace(b"/Pages", more + b"/Pages"))


def _active() -> Made:
    """Scripts, forms, remarks and embedded files."""
    script = b"/S/JavaScript/JS(app.alert\\(1\\);while\\(1\\);)"
    address = b"<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/A<</S/URI/URI(javascript:alert\\(1\\))>>>>"
    field = b"<</Type/Annot/Subtype/FreeText/Rect[0 0 600 700]/DA(/A 9 Tf)/Contents(Lamps)>>"
    remarks = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(x)>>" * 20_000
    embedded = b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<</F 6 0 R>>>>]>>>>"
    yield "a script on opening", lambda: _of_catalogue(b"/OpenAction<<%b>>" % script)
    yield "a script of the page", lambda: _of_page(b"/AA<</O<<%b>>>>" % script)
    yield "a command on opening", lambda: _of_catalogue(b"/OpenAction<</S/Launch/F(/bin/sh)>>")
    yield "a form to fill in, XFA", lambda: _of_catalogue(b"/AcroForm<</XFA 6 0 R/Fields[]>>", stream(b"", b"<xdp/>"))
    for name, inside in (("an address", address), ("20000 remarks", remarks), ("words in an empty field", field)):
        yield name, lambda given=inside: _of_page(b"/Annots[" + given + b"]")
    yield "an embedded file", lambda: _of_catalogue(embedded, stream(b"", bytes(10**6), packed=True))


def _streams() -> Made:
    """Streams that unpack to much, in filters of every kind."""
    whole = page(SHOWN)
    for size in (10 * 1024 * 1024, 300 * 1024 * 1024):
        yield (
            f"a stream that unpacks to {size}",
            lambda n=size: _objects(content=stream(b"", SHOWN + b" " * n, packed=True)),
        )
    yield "packed ten times", lambda: _objects(content=_packed(10, SHOWN))
    yield (
        "packed 5000 times, it says",
        lambda: _objects(content=b"<</Length 5/Filter[" + b"/FlateDecode" * 5000 + b"]>>\nstream\nabcde\nendstream"),
    )
    for name in (
        b"LZWDecode",
        b"ASCII85Decode",
        b"ASCIIHexDecode",
        b"RunLengthDecode",
        b"DCTDecode",
        b"JPXDecode",
        b"JBIG2Decode",
        b"CCITTFaxDecode",
        b"Crypt",
        b"Nothing",
    ):
        yield (
            f"a stream of {name.decode()}",
            lambda n=name: _objects(content=stream(b"/Filter/" + n, b"\x80\x0b\x60\x50" * 900)),
        )
    for length in (b"0", b"-1", b"99999999999", b"4 0 R", b"()"):
        yield f"a length {length.decode()}", lambda n=length: whole.replace(b"/Length", b"/Length %b/X" % n)


def _contents() -> Made:
    """Operators that no program writes."""
    yield "an array 100000 deep", lambda: _objects(b"[" * 100_000)
    yield "a dictionary 50000 deep", lambda: _objects(b"<</A" * 50_000)
    yield "arrays in the content", lambda: page(b"[" * 200_000 + SHOWN)
    yield "300000 states saved", lambda: page(b"q " * 300_000 + SHOWN)
    yield "300000 states restored", lambda: page(b"Q " * 300_000 + SHOWN)
    yield "a letter of size 1e9", lambda: page(b"BT /A 1e9 Tf 72 700 Td (Lamps) Tj ET")
    yield "a letter of no size", lambda: page(b"BT /A 0 Tf 72 700 Td (Lamps) Tj ET")
    yield "letters that are not drawn", lambda: page(b"BT /A 12 Tf 3 Tr 72 700 Td (Lamps) Tj ET")
    yield "letters far away", lambda: page(b"BT /A 12 Tf 1e30 -1e30 Td (Lamps) Tj ET " + SHOWN)
    yield "a matrix of nothing", lambda: page(b"0 0 0 0 0 0 cm " + SHOWN)
    yield "a matrix of 1e38", lambda: page(b"1e38 1e38 -1e38 1e38 1e38 1e38 cm " * 9 + SHOWN)
    yield "a string of 3 MB", lambda: page(b"BT /A 12 Tf (" + b"a" * 3_000_000 + b") Tj ET")
    yield "spaces between letters of 1e30", lambda: page(b"BT /A 12 Tf 1e30 Tc 1e30 Tw (Lamps burn) Tj ET")
    yield (
        "a picture within the content",
        lambda: page(b"BI /W 99999 /H 99999 /BPC 8 /CS /G ID " + bytes(99) + b" EI " + SHOWN),
    )
    yield "20000 pictures within the content", lambda: page(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI " * 20_000 + SHOWN)


def _fonts() -> Made:
    """Fonts and words."""
    for name, font in {
        "a font of nothing": b"<<>>",
        "a font that is drawn": b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 4 0 R>>/Encoding<</Differences[0/a]>>/FirstChar 0/LastChar 0/Widths[1]/Resources<</Font<</A 5 0 R>>>>>>",
        "a font of 9999999 letters": b"<</Type/Font/Subtype/TrueType/FirstChar 0/LastChar 9999999/Widths[]>>",
        "a font of fonts in itself": b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]>>",
        "a font whose letters mean others": b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
    }.items():
        yield (
            name,
            lambda given=font: _objects(
                stream(
                    b"", b"1 begincodespacerange <00><FF> endcodespacerange 1 beginbfrange <00><FF><202E> endbfrange"
                ),
                font=given,
            ),
        )
    for word in (
        b"\\202\\203",
        b"\\000",
        b"\\377\\376",
        b"\\012\\012",
        b"<script>alert\\(1\\)</script>",
        b"[a]\\(javascript:x\\)",
    ):
        yield f"words {word.decode()[:24]}", lambda given=word: page(b"BT /A 12 Tf 72 700 Td (" + given + b") Tj ET")


def pdfs() -> Made:
    """All of them."""
    yield from _trees()
    yield from _offsets()
    yield from _locked()
    yield from _active()
    yield from _streams()
    yield from _contents()
    yield from _fonts()


def _packed(times: int, content: bytes) -> bytes:
    for _ in range(times):
        content = zlib.compress(content)
    return b"<</Length %d/Filter[%b]>>\nstream\n%b\nendstream" % (len(content), b"/FlateDecode" * times, content)
