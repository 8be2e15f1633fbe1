"""Files of formats that no program writes: zips, XML, PDFs, pages and texts, each one strange in one way."""

# ruff: noqa: E501, PLR0915, PLW0108 - markup reads better in one piece, and a list of files is as long as it is
from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.documents.word import Xml, docx, mark, note, p, r, row, table
from tests.hostile.costly import Costly
from tests.hostile.raw_pdf import page, pdf, stream

_BODY = "The Council of Lamps,\n\nRecalling its resolution 1/2,1\n\n1. Decides that lamps shall burn; {}\n\n2. Requests a report.\n\n 1 See A/1/3.\n"
_SHOWN = b"BT /A 12 Tf 72 700 Td (The Council of Lamps) Tj ET"
_CATALOG, _PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</A 5 0 R>>>>/Contents 4 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def odd() -> Iterator[Costly]:
    """All of them."""
    kinds: tuple[tuple[str, str, Iterator[tuple[str, Callable[[], bytes]]]], ...] = (
        ("zip", ".docx", _zips()),
        ("docx", ".docx", _parts()),
        ("pdf", ".pdf", _pdfs()),
        ("html", ".html", _pages()),
        ("text", ".txt", _texts()),
        ("akn", ".xml", _marked()),
    )
    for kind, ending, files in kinds:
        for name, make in files:
            yield Costly(f"{kind}: {name}", ending, "en", make)
    for ending in (".docx", ".html", ".pdf", ".txt"):  # one format under the name of another
        for name, data in (
            ("docx", _plain()),
            ("pdf", page(_SHOWN)),
            ("page", b"<p>Lamps"),
            ("nothing", b""),
            ("zeros", bytes(9999)),
            ("all bytes", bytes(range(256)) * 99),
        ):
            yield Costly(f"{ending}: in truth {name}", ending, "en", lambda given=data: given)


# --- zips ----------------------------------------------------------------------------------------------------


def _plain() -> bytes:
    return docx(p("The Council of Lamps,"), p("1. Decides that lamps shall burn."))


def _files() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_plain())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zip(
    *more: tuple[str, bytes | int], method: int = zipfile.ZIP_DEFLATED, first: bool = False, **entry: int
) -> bytes:
    """A DOCX with further entries, before its own or after: of bytes, or of so many zeros. `entry` are fields of theirs."""
    out = io.BytesIO()
    own: list[tuple[str, bytes | int]] = list(_files().items())
    added = set(more)
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as packed:
        for name, content in [*more, *own] if first else [*own, *more]:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            if (name, content) in added:
                for key, value in entry.items():
                    setattr(info, key, value)
            if isinstance(content, bytes):
                packed.writestr(info, content)
                continue
            with packed.open(info, "w") as file:
                for _ in range(content >> 20):
                    file.write(bytes(1 << 20))
    return out.getvalue()


def _changed(offset: int, value: bytes, central: bool = True, only: bytes = b"word/document.xml") -> bytes:
    """A DOCX with a field of an entry's header changed, in the central directory or where the entry lies."""
    data = bytearray(_plain())
    at = 0
    sign, length = (b"PK\x01\x02", 46) if central else (b"PK\x03\x04", 30)
    while (at := data.find(sign, at)) >= 0:
        if data[at + length : at + length + len(only)] == only:
            data[at + offset : at + offset + len(value)] = value
        at += 4
    return bytes(data)


def _end(offset: int, value: bytes) -> bytes:
    data = bytearray(_plain())
    at = data.rfind(b"PK\x05\x06")
    data[at + offset : at + offset + len(value)] = value
    return bytes(data)


def _overlapping() -> bytes:
    """All entries of the directory lead to one place."""
    data = bytearray(_plain())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 42 : at + 46] = b"\0\0\0\0"
        at += 4
    return bytes(data)


def _in_itself() -> bytes:
    return _zip(("word/media/again.docx", _plain()), ("word/embeddings/a.zip", _zip(("a", 1 << 20))))


def _zips() -> Iterator[tuple[str, Callable[[], bytes]]]:
    document = _files()["word/document.xml"]
    bomb = 65 << 20
    yield "a bomb beside the text", lambda: _zip(("word/media/a.bin", bomb))
    for part in (
        "word/document.xml",
        "word/styles.xml",
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    ):
        yield f"a bomb is {part}", lambda name=part: _zip((name, bomb))
    yield "a bomb in a bomb", lambda: _zip(("word/media/a.zip", _zip(("a", bomb))))
    yield "in itself", _in_itself
    yield "overlapping entries", _overlapping
    yield "two texts", lambda: _zip(("word/document.xml", document.replace(b"burn", b"drown")))
    yield (
        "two texts, the other first",
        lambda: _zip(("word/document.xml", document.replace(b"burn", b"drown")), first=True),
    )
    for name in (
        "/etc/passwd",
        "../../../../tmp/x",
        "..\\..\\x",
        "C:\\x",
        "//host/x",
        "word/../../x",
        "a\0b",
        "CON",
        "x" * 60_000,
        "\u202eslx.docx",
        "word/",
        "",
        ".",
        "word/document.xml/x",
        "WORD/DOCUMENT.XML",
    ):
        yield f"a name {name[:24]!r}", lambda given=name: _zip((given, b"<x/>"), first=True)
    yield "a link", lambda: _zip(("word/link.xml", b"/etc/passwd"), external_attr=0o120777 << 16)
    for flag in (1, 8, 0x20, 0x40, 0x800, 0x2000, 0xFFFF):
        yield f"flags {flag:#x}", lambda given=flag: _changed(8, struct.pack("<H", given))
        yield f"flags {flag:#x} at the entry", lambda given=flag: _changed(6, struct.pack("<H", given), central=False)
    for method in (0, 1, 6, 9, 12, 14, 93, 95, 99, 65535):
        yield f"method {method}", lambda given=method: _changed(10, struct.pack("<H", given))
    for size in (0, 1, 2**31, 2**32 - 1):
        yield f"it says {size} bytes", lambda given=size: _changed(24, struct.pack("<I", given))
        yield f"it says {size} bytes packed", lambda given=size: _changed(20, struct.pack("<I", given))
    yield "another checksum", lambda: _changed(16, b"\1\2\3\4")
    yield "an entry beyond the end", lambda: _changed(42, b"\xff\xff\xff\x7f")
    yield "zip64 without its fields", lambda: _changed(42, b"\xff\xff\xff\xff")
    yield "a version of the future", lambda: _changed(6, b"\xff\xff")
    for offset, value in (
        (4, b"\1\0"),
        (8, b"\xff\xff"),
        (10, b"\0\0"),
        (12, b"\xff\xff\xff\xff"),
        (16, b"\0\0\0\0"),
        (16, b"\xff\xff\xff\xff"),
        (20, b"\xff\xff"),
    ):
        yield f"an end with {value!r} at {offset}", lambda at=offset, given=value: _end(at, given)
    yield "60000 entries", lambda: _zip(*((f"a{n}", b"") for n in range(60_000)))
    yield "stored", lambda: _zip(method=zipfile.ZIP_STORED)
    yield "bzip2", lambda: _zip(method=zipfile.ZIP_BZIP2)
    yield "lzma", lambda: _zip(method=zipfile.ZIP_LZMA)
    yield "words before it", lambda: b"MZ" + bytes(5000) + _plain()
    yield "words after it", lambda: _plain() + b"PK\x05\x06" * 5000
    yield "cut in the middle", lambda: _plain()[: len(_plain()) // 2]
    yield "no directory", lambda: _plain()[: _plain().find(b"PK\x01\x02")]
    yield "only an end", lambda: b"PK\x05\x06" + bytes(18)
    yield "a comment of 65 kB", lambda: _end(20, b"\xff\xff") + b"PK\x05\x06" * 16_000


# --- parts of a DOCX -----------------------------------------------------------------------------------------


def _with(**parts: bytes) -> bytes:
    """A DOCX with parts of its own: `document`, `types`, `rels`, `document_rels`."""
    names = {
        "document": "word/document.xml",
        "types": "[Content_Types].xml",
        "rels": "_rels/.rels",
        "document_rels": "word/_rels/document.xml.rels",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {**_files(), **{names[key]: value for key, value in parts.items()}}.items():
            packed.writestr(name, content)
    return out.getvalue()


def _document(inside: str, head: str = "<?xml version='1.0'?>") -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f"{head}<w:document xmlns:w='{w}'><w:body>{inside}</w:body></w:document>".encode()


def _parts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    laughs = (
        "<!DOCTYPE x [<!ENTITY a 'lol'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
    )
    entities = {
        "laughs": (laughs, "&i;"),
        "a file as an entity": ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;"),
        "an address as an entity": ("<!DOCTYPE x [<!ENTITY a SYSTEM 'http://localhost:1/'>]>", "&a;"),
        "a parameter entity": ("<!DOCTYPE x [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>", "x"),
        "a quadratic entity": (f"<!DOCTYPE x [<!ENTITY a '{'a' * 50_000}'>]>", "&a;" * 50_000),
        "an external type": ("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", "x"),
        "an unknown entity": ("", "&nbsp;"),
        "a character that XML has not": ("", "&#1;"),
        "a character beyond Unicode": ("", "&#x110000;"),
        "half a character": ("", "&#xD800;"),
        "a huge number of a character": ("", f"&#{'9' * 100_000};"),
    }
    for name, (head, inside) in entities.items():
        yield name, lambda before=head, said=inside: _with(document=_document(words.format(said), before))
    for code in ("utf-16", "utf-32", "utf-7", "latin-1", "cp037", "gb18030", "x-unknown", "rot13"):
        yield (
            f"it says {code}",
            lambda given=code: _with(
                document=_document(words.format("x"), f"<?xml version='1.0' encoding='{given}'?>")
            ),
        )
    yield "utf-16", lambda: _with(document=_document(words.format("x")).decode().encode("utf-16"))
    yield "100 deep", lambda: _with(document=_document("<w:sdt>" * 97 + words.format("x") + "</w:sdt>" * 97))
    yield "a million deep", lambda: _with(document=_document("<w:sdt>" * 10**6))
    yield (
        "tables in tables",
        lambda: _with(
            document=_document("<w:tbl><w:tr><w:tc>" * 30 + words.format("x") + "</w:tc></w:tr></w:tbl>" * 30)
        ),
    )
    yield (
        "runs in runs",
        lambda: _with(document=_document("<w:p>" + "<w:r>" * 95 + "<w:t>x</w:t>" * 9000 + "</w:r>" * 95 + "</w:p>")),
    )
    yield (
        "paragraphs in paragraphs",
        lambda: _with(document=_document("<w:p>" * 95 + "<w:r><w:t>x</w:t></w:r>" * 9000 + "</w:p>" * 95)),
    )
    yield (
        "200000 attributes",
        lambda: _with(
            document=_document("<w:p " + " ".join(f"a{n}=''" for n in range(200_000)) + "/>" + words.format("x"))
        ),
    )
    yield "an attribute of 5 MB", lambda: _with(document=_document(f"<w:p a='{'x' * 5_000_000}'/>" + words.format("x")))
    yield "a name of 5 MB", lambda: _with(document=_document(f"<{'x' * 5_000_000}/>" + words.format("x")))
    yield (
        "20000 names",
        lambda: _with(document=_document("".join(f"<a xmlns='urn:{n}'/>" for n in range(20_000)) + words.format("x"))),
    )
    yield "no types", lambda: _with(types=b"")
    yield (
        "types of a table",
        lambda: _with(types=_files()["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")),
    )
    yield "no relations", lambda: _with(rels=b"<x/>")
    rels = _files()["_rels/.rels"]
    for target in (
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://localhost:1/",
        "word/document.xml/..",
        "",
        "word/./document.xml",
        "_rels/.rels",
        "word\\document.xml",
    ):
        yield (
            f"a relation to {target!r}",
            lambda given=target: _with(rels=rels.replace(b"word/document.xml", given.encode())),
        )
    yield (
        "20000 relations",
        lambda: _with(
            document_rels=rels.replace(
                b"</Relationships>",
                b"".join(
                    b'<Relationship Id="x%d" Type="styles" Target="../word/document.xml"/>' % n for n in range(20_000)
                )
                + b"</Relationships>",
            )
        ),
    )
    yield "fields without an end", lambda: docx(p(*[r(Xml('<w:fldChar w:fldCharType="begin"/>'))] * 30_000, "x"))
    yield (
        "fields in fields",
        lambda: docx(
            p(
                *[r(Xml('<w:fldChar w:fldCharType="begin"/>'))] * 20_000,
                "x",
                *[r(Xml('<w:fldChar w:fldCharType="end"/>'))] * 20_000,
            ),
            p("The Council"),
        ),
    )
    yield "one note and 20000 marks", lambda: docx(p("Lamps", *[mark(1)] * 20_000), footnotes=note(1, "See."))
    yield (
        "a note that leads to itself",
        lambda: docx(p("Lamps", mark(1)), footnotes=note(1, "See.").replace("</w:p>", f"{mark(1)}</w:p>")),
    )
    yield (
        "styles in a circle",
        lambda: docx(
            *[p("Lamps", style="a")] * 5000,
            styles='<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        ),
    )
    yield "a table of 3000 columns", lambda: docx(p("Lamps"), table(row(*"ab" * 1500), row(*"cd" * 1500)))
    yield (
        "text boxes in text boxes",
        lambda: docx(
            p(
                Xml(
                    "<w:r><w:pict><w:txbxContent><w:p>" * 20
                    + "<w:r><w:t>x</w:t></w:r>"
                    + "</w:p></w:txbxContent></w:pict></w:r>" * 20
                )
            )
        ),
    )
    yield (
        "alternatives in alternatives",
        lambda: docx(
            p(
                Xml(
                    "<w:r><mc:AlternateContent><mc:Choice>" * 25
                    + "<w:t>x</w:t>"
                    + "</mc:Choice></mc:AlternateContent></w:r>" * 25
                )
            )
        ),
    )
    yield (
        "numbers of 4300 digits",
        lambda: docx(
            p("x", num=(1, 0)),
            numbering=f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{"9" * 5000}"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
    )


# --- PDFs ----------------------------------------------------------------------------------------------------


def _objects(*more: bytes, **changed: bytes) -> bytes:
    parts = {
        "catalog": _CATALOG,
        "pages": _PAGES,
        "page": _PAGE,
        "content": stream(b"", _SHOWN),
        "font": _FONT,
        **changed,
    }
    return pdf([*parts.values(), *more])


def _pdfs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    whole = page(_SHOWN)
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
    yield "no offsets", lambda: whole[: whole.rfind(b"xref")] + b"trailer<</Root 1 0 R>>"
    yield "wrong offsets", lambda: whole.replace(b"0000000009", b"0000000001")
    yield "offsets in a circle", lambda: whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % whole.rfind(b"xref"))
    yield "an offset beyond the end", lambda: whole[: whole.rfind(b"startxref")] + b"startxref\n99999999999\n%%EOF"
    yield "cut", lambda: whole[: len(whole) // 2]
    yield "only a head", lambda: b"%PDF-1.7\n%%EOF"
    yield "a head of the future", lambda: whole.replace(b"%PDF-1.7", b"%PDF-9.9")
    yield "words before it", lambda: b"x" * 2000 + whole
    yield "two files in one", lambda: whole + whole
    encrypted = (
        b"/Encrypt<</Filter/Standard/V %d/R %d/Length 128/P -4/O("
        + b"x" * 32
        + b")/U("
        + b"y" * 32
        + b")>>/ID[<00><00>]"
    )
    for version, revision in ((1, 2), (2, 3), (4, 4), (5, 6), (99, 99)):
        yield (
            f"encrypted, version {version}",
            lambda v=version, n=revision: whole.replace(b"/Root 1 0 R", b"/Root 1 0 R" + encrypted % (v, n)),
        )
    script = b"/S/JavaScript/JS(app.alert\\(1\\);while\\(1\\);)"
    yield (
        "a script on opening",
        lambda: _objects(catalog=_CATALOG.replace(b"/Pages", b"/OpenAction<<%b>>/Pages" % script)),
    )
    yield (
        "a script of the page",
        lambda: _objects(page=_PAGE.replace(b"/Contents", b"/AA<</O<<%b>>>>/Contents" % script)),
    )
    yield (
        "a command on opening",
        lambda: _objects(catalog=_CATALOG.replace(b"/Pages", b"/OpenAction<</S/Launch/F(/bin/sh)>>/Pages")),
    )
    yield (
        "a form to fill in, XFA",
        lambda: _objects(
            stream(b"", b"<xdp/>"), catalog=_CATALOG.replace(b"/Pages", b"/AcroForm<</XFA 6 0 R/Fields[]>>/Pages")
        ),
    )
    yield (
        "an address",
        lambda: _objects(
            page=_PAGE.replace(
                b"/Contents",
                b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/A<</S/URI/URI(javascript:alert\\(1\\))>>>>]/Contents",
            )
        ),
    )
    yield (
        "20000 remarks",
        lambda: _objects(
            page=_PAGE.replace(
                b"/Contents",
                b"/Annots[" + b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(x)>>" * 20_000 + b"]/Contents",
            )
        ),
    )
    yield (
        "words in an empty field",
        lambda: _objects(
            page=_PAGE.replace(
                b"/Contents",
                b"/Annots[<</Type/Annot/Subtype/FreeText/Rect[0 0 600 700]/DA(/A 9 Tf)/Contents(Lamps)>>]/Contents",
            )
        ),
    )
    yield (
        "an embedded file",
        lambda: _objects(
            stream(b"", bytes(10**6), packed=True),
            catalog=_CATALOG.replace(
                b"/Pages", b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<</F 6 0 R>>>>]>>>>/Pages"
            ),
        ),
    )
    for size in (10 * 1024 * 1024, 300 * 1024 * 1024):
        yield (
            f"a stream that unpacks to {size}",
            lambda n=size: _objects(content=stream(b"", _SHOWN + b" " * n, packed=True)),
        )
    yield "packed ten times", lambda: _objects(content=_packed(10, _SHOWN))
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
    yield "an array 100000 deep", lambda: _objects(b"[" * 100_000)
    yield "a dictionary 50000 deep", lambda: _objects(b"<</A" * 50_000)
    yield "arrays in the content", lambda: page(b"[" * 200_000 + _SHOWN)
    yield "300000 states saved", lambda: page(b"q " * 300_000 + _SHOWN)
    yield "300000 states restored", lambda: page(b"Q " * 300_000 + _SHOWN)
    yield "a letter of size 1e9", lambda: page(b"BT /A 1e9 Tf 72 700 Td (Lamps) Tj ET")
    yield "a letter of no size", lambda: page(b"BT /A 0 Tf 72 700 Td (Lamps) Tj ET")
    yield "letters that are not drawn", lambda: page(b"BT /A 12 Tf 3 Tr 72 700 Td (Lamps) Tj ET")
    yield "letters far away", lambda: page(b"BT /A 12 Tf 1e30 -1e30 Td (Lamps) Tj ET " + _SHOWN)
    yield "a matrix of nothing", lambda: page(b"0 0 0 0 0 0 cm " + _SHOWN)
    yield "a matrix of 1e38", lambda: page(b"1e38 1e38 -1e38 1e38 1e38 1e38 cm " * 9 + _SHOWN)
    yield "a string of 3 MB", lambda: page(b"BT /A 12 Tf (" + b"a" * 3_000_000 + b") Tj ET")
    yield "spaces between letters of 1e30", lambda: page(b"BT /A 12 Tf 1e30 Tc 1e30 Tw (Lamps burn) Tj ET")
    yield (
        "a picture within the content",
        lambda: page(b"BI /W 99999 /H 99999 /BPC 8 /CS /G ID " + bytes(99) + b" EI " + _SHOWN),
    )
    yield "20000 pictures within the content", lambda: page(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI " * 20_000 + _SHOWN)
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


def _packed(times: int, content: bytes) -> bytes:
    for _ in range(times):
        content = zlib.compress(content)
    return b"<</Length %d/Filter[%b]>>\nstream\n%b\nendstream" % (len(content), b"/FlateDecode" * times, content)


# --- pages ---------------------------------------------------------------------------------------------------


def _pages() -> Iterator[tuple[str, Callable[[], bytes]]]:
    words = "<p>The Council of Lamps,<p>1. Decides {}<p>2. Requests a report."
    for tag in (
        "div",
        "b",
        "font",
        "p",
        "table><tr><td",
        "ol><li",
        "svg",
        "math",
        "select",
        "button",
        "template",
        "iframe",
        "noscript",
        "title",
        "textarea",
        "plaintext",
        "frameset",
        "marquee",
        "a href=#x",
        "sup",
        "ruby",
        "details",
    ):
        yield f"5000 of <{tag}>", lambda given=tag: words.format(f"<{given}>" * 5000 + "lamps").encode()
    for inside in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<base href='http://localhost:1/'>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<object data=x>",
        "<style>*{display:none}</style>",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
        "<xml id=x>",
        "<!--[if IE]>x<![endif]-->",
        "<!-- never ends",
        "<script>never ends",
        "<a href='never ends",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#0;&#x110000;&#xD800;&#99999999999;&notanentity;",
        "&nbsp;" * 9000,
        "\0" * 9000,
        "\ufeff" * 900,
        "\u202e\u2066" * 900,
        "a\u0301" + "\u0301" * 50_000,
    ):
        yield f"with {inside[:30]!r}", lambda given=inside: words.format(given).encode()
    for code in (
        "utf-7",
        "utf-16",
        "utf-16be",
        "utf-32",
        "iso-2022-jp",
        "hz-gb-2312",
        "gb18030",
        "big5",
        "shift_jis",
        "koi8-r",
        "windows-1256",
        "x-user-defined",
        "replacement",
        "rot13",
        "idna",
        "zlib",
        "a" * 9000,
    ):
        yield (
            f"it says {code[:20]}",
            lambda given=code: (
                f"<meta charset={given}>".encode() + words.format("灯塔 café +ADw-script+AD4- é").encode()
            ),
        )
    for code in ("utf-16", "utf-16-be", "utf-32", "gb18030", "cp1256", "koi8-r", "cp1252", "utf-8-sig"):
        yield f"in truth {code}", lambda given=code: words.format("lamps é").encode(given, "replace")
    yield "an attribute of 6 MB", lambda: f"<p title='{'x' * 6_000_000}'>{words.format('x')}".encode()
    yield "100000 attributes", lambda: f"<p {' '.join(f'a{n}=x' for n in range(100_000))}>{words.format('x')}".encode()
    yield "a name of 5 MB", lambda: f"<{'x' * 5_000_000}>{words.format('x')}".encode()
    yield "a style of 3 MB", lambda: f"<p style='{'a:b;' * 800_000}'>{words.format('x')}".encode()
    yield (
        "a table of 3000 columns",
        lambda: words.format("<table border=1><tr>" + "<td>a" * 3000 + "<tr><td>b</table>").encode(),
    )
    for span in ("99999999", "-1", "0", "x"):
        yield (
            f"a cell over {span}",
            lambda given=span: words.format(
                f"<table border=1><tr><td colspan={given} rowspan={given}>a<td>b<tr><td>c</table>"
            ).encode(),
        )
    for start in ("99999999999999999999", "-5", "x", "0"):
        yield (
            f"a list from {start}",
            lambda given=start: words.format(f"<ol start={given}><li value={given}>lamps<li>oil</ol>").encode(),
        )
    yield (
        "a list of kinds",
        lambda: words.format("".join(f"<ol type={kind} start=5000><li>lamps</ol>" for kind in "1aAiIx")).encode(),
    )
    yield (
        "two links to each other, 9000 times",
        lambda: words.format("<a id=a href=#b>1</a><a id=b href=#a>1</a>" * 9000).encode(),
    )


# --- texts ---------------------------------------------------------------------------------------------------


def _texts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    said = (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![a](x)", "<javascript:x>", "```\nx\n```", "~~~", "{: onclick=alert(1) }", "{: #x .y }",
        "[^1]: x", "[a]: x", "*a* **b** ***c***", "__a__", "`a`", "# a", "> a", "- a", "+ a", "---", "===", "| a | b |\n| --- | --- |", "!!! note", "??? note", "=== \"x\"", ":::", "--8<-- \"/etc/passwd\"",
        "{{ config }}", "{% include '/etc/passwd' %}", "${7*7}", "<!-- x", "-->", "<?x?>", "]]>", "&amp;&lt;&#60;&#x3c;", "\\", "\\\\*", "a  \nb", "\ta", "    a", "http://x.y", "www.x.y", "a@b.c", ":smile:", "H~2~O", "x^2^", "==a==", "++a++", "(c) (tm)", "[[x]]", "[TOC]", "*[HTML]: x", "Term\n: x", "[x]", "[ ] x",
        "\u202ealert\u202c", "\u2066a\u2069", "\u200b\u200c\u200d\ufeff", "\u0301" * 5000, "a" + "\u0489" * 5000, "\ufffd", "\ufdd0\uffff", "\u0085\u2028\u2029", "\v\f\x1c\x1d", "\0", "\x1b[31m", "\r", "\a\b", "\U000e0041" * 900, "\ud7ff", "\ue000", "\U0010ffff", "１２３（ａ）", "ﷺ" * 500, "𝟏𝟐", "½²①", "0" * 5000, "9" * 5000, "1/" * 900, "A/" * 900, "(" * 5000, ")" * 5000, "(a)" * 900, "1. " * 900, "І\u0456", "İıſK", "ß" * 900, "ﬁ" * 900,
    )  # fmt: skip
    for one in said:
        yield f"with {one[:24]!r}", lambda given=one: _BODY.format(given).encode()
        if len(one) < 30:
            yield f"begins with {one[:24]!r}", lambda given=one: f"{given}\n{_BODY.format('')}{given}".encode()
    for code in (
        "utf-16",
        "utf-16-le",
        "utf-32",
        "utf-8-sig",
        "cp1252",
        "gb18030",
        "cp1256",
        "koi8-r",
        "utf-7",
        "cp037",
    ):
        yield f"in truth {code}", lambda given=code: _BODY.format("café").encode(given, "replace")
    for data in (
        b"\xff",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe2\x82",
        b"\xef\xbb\xbf" * 9,
        b"\x80" * 999,
    ):
        yield f"with the bytes {data[:8]!r}", lambda given=data: _BODY.format("\0").encode().replace(b"\0", given)
    for end in ("\r", "\r\n", "\n\r", "\x85", "\u2028", "\f"):
        yield f"lines that end with {end!r}", lambda given=end: _BODY.format("").replace("\n", given).encode()


# --- Akoma Ntoso ---------------------------------------------------------------------------------------------------

_NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OP = "<paragraph><num>{n}.</num><content><p>Decides that lamps shall burn;</p></content></paragraph>"


def _akn(body: str, head: str = "", root: str = f"<akomaNtoso xmlns='{_NS}'>", meta: str = "") -> bytes:
    start = "<formula name='enactingFormula'><p>The Council of Lamps,</p></formula>"
    inside = f"<meta>{meta}</meta><preamble>{start}</preamble><mainBody>{body}</mainBody>"
    return f"{head}{root}<statement name='resolution'>{inside}</statement></akomaNtoso>".encode()


def _many(each: str, count: int) -> str:
    return "".join(each.format(n=n, m=n + 1) for n in range(count))


def _marked() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Marked-up files: declarations, names, depth and width, parts and notes that lead in circles, facts without end."""
    op, words = _OP.format(n=1), "<p>Lamps.</p>"
    doctype = "<!DOCTYPE akomaNtoso [{}]>"
    for name, declared, used in (
        ("a bomb", "<!ENTITY a 'lamp'>" + _many("<!ENTITY a{n} '&a;&a;&a;&a;&a;'>", 30), "&a29;"),
        ("an entity of a file", "<!ENTITY a SYSTEM 'file:///etc/passwd'>", "&a;"),
        ("an entity of the network", "<!ENTITY a SYSTEM 'http://127.0.0.1:9/'>", "&a;"),
        ("a parameter entity", "<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;", ""),
        ("attributes declared", "<!ATTLIST p lamp CDATA 'lamp'>", ""),
        ("an empty declaration", "", ""),
    ):
        yield f"declares {name}", lambda d=declared, u=used: _akn(f"<p>1. Decides {u} to burn.</p>", doctype.format(d))
    yield "entity that is not declared", lambda: _akn("<p>1. Decides &lamp; to burn.</p>")
    yield "signs by number", lambda: _akn("<p>1. Decides &#1110000; &#0; to burn.</p>")
    yield "signs that may not be", lambda: _akn("<p>1. Decides &#x1F; to burn.</p>")
    yield "other prefix", lambda: _akn(op, root=f"<x:akomaNtoso xmlns:x='{_NS}'>").replace(b"</akoma", b"</x:akoma")
    yield "no namespace", lambda: _akn(op, root="<akomaNtoso>")
    yield "namespace of another version", lambda: _akn(op, root=f"<akomaNtoso xmlns='{_NS[:-3]}2.0'>")
    yield "words in other namespaces", lambda: _akn("<p xmlns='urn:x'>Lamps <b>burn</b></p>" + op)
    yield "30000 namespaces", lambda: _akn(_many("<n{n}:p xmlns:n{n}='urn:{n}'>Lamps</n{n}:p>", 30_000))
    yield "prefix that is not declared", lambda: _akn("<lamp:p>Lamps</lamp:p>")
    for deep in (95, 120, 100_000):
        for tag in (
            "p",
            "paragraph",
            "list",
            "span",
            "table",
            "attachments",
            "authorialNote",
            "container name='unmarkedNote'",
        ):
            opened = f"<{tag}>" * deep + "Lamps" + f"</{tag.split()[0]}>" * deep
            yield f"{tag} in itself {deep} times", lambda inside=opened: _akn(inside + op)
    for name, each, count in (
        ("empty elements", "<p/>", 190_000),
        ("elements, more than there may be", "<p/>", 250_000),
        ("paragraphs", _OP, 3_000),
        ("labels without words", "<num>{n}.</num>", 5_000),
        ("points in one list", "<list><point><num>(a)</num><content><p>lamps;</p></content></point></list>", 3_000),
        ("headings", "<crossHeading>Lamps</crossHeading>", 3_000),
        ("recitals", "<crossHeading refersTo='#preamble'>Noting the lamps,</crossHeading>", 3_000),
        ("rows", "<table><tr><td><p>Lamps</p></td></tr></table>", 3_000),
        ("cells of a row", "", 0),
        ("notes of one number", "<p>Lamps<authorialNote marker='1' eId='a'><p>A/1/3.</p></authorialNote></p>", 2_000),
        ("notes in a row", "<authorialNote marker='{n}'><p>A/1/{n}.</p></authorialNote>", 3_000),
        ("marks of one note", "<p>Lamps<noteRef href='#a' marker='1'/></p>", 3_000),
        ("marks that lead nowhere", "<p>Lamps<noteRef href='#b{n}' marker='{n}'/></p>", 3_000),
        ("links", "<a href='https://undocs.org/en/A/RES/{n}/1'>{n}/1</a> and ", 5_000),
        (
            "links in 3000 paragraphs",
            "<p><a href='https://undocs.org/en/A/RES/1/{n}'>resolution 1/{n}</a></p>",
            3_000,
        ),
        ("line ends", "<eol/>", 190_000),
        ("raised signs", "x<sup>2</sup>", 20_000),
        ("annexes", "<attachment><doc><mainBody><p>Annex</p></mainBody></doc></attachment>", 3_000),
        ("covers", "<coverPage><docNumber>A/RES/1/{n}</docNumber></coverPage>", 3_000),
        ("closing lines", "<conclusions><p><location>{n}th meeting</location></p></conclusions>", 3_000),
        ("bodies in bodies' places", "<mainBody><p>Lamps</p></mainBody>", 3_000),
        (
            "parts that lead to the next",
            "<component eId='c{n}'><componentRef href='#c{m}'/><p>Lamps</p></component>",
            3_000,
        ),
        ("parts of one name", "<component eId='c0'><componentRef href='#c0'/><p>Lamps</p></component>", 3_000),
        ("ways to one part", "<documentRef href='#c0'/>", 60_000),
        ("parts in other files", "<componentRef href='{n}.xml'/>", 5_000),
    ):
        yield (
            f"{count} {name}" if count else name,
            (
                (lambda e=each, c=count: _akn("<componentRef href='#c0'/>" + _many(e, c) + words + op))
                if count
                else (lambda: _akn("<table><tr>" + "<td><p>a</p></td>" * 5_000 + "</tr></table>" + op))
            ),
        )
    for name, meta in (
        ("keywords", _many("<keyword value='lamp {n}' dictionary='UNBIS' href='http://x/{n}'/>", 60_000)),
        ("languages", "<FRBRlanguage language='eng'/>" * 60_000),
        ("days of adoption", "<FRBRdate date='2018-10-10' name='adoption'/>" * 60_000),
        ("a day that is none", "<FRBRdate date='2018-99-99T&#10;' name='adoption'/>"),
        ("a language that is none", "<FRBRlanguage language='&#10;eng/../..'/>"),
        ("a language of a million letters", f"<FRBRlanguage language='{'x' * 1_000_000}'/>"),
        ("an organ that is the converter", "<TLCOrganization href='/akn/ontology/organization/un/converter'/>"),
    ):
        yield f"meta: {name}", lambda m=meta: _akn(op, meta=m)
    yield "attribute of 5000000 letters", lambda: _akn(f"<p class='{'x' * 5_000_000}'>Lamps</p>" + op)
    yield "link of 5000000 letters", lambda: _akn(f"<a href='https://undocs.org/en/A/{'1/' * 2_500_000}'>1/1</a>" + op)
    yield "marker of 1000000 figures", lambda: _akn(f"<p>Lamps<authorialNote marker='{'1' * 1_000_000}'/></p>" + op)
    yield "50000 attributes", lambda: _akn("<p " + " ".join(f"a{n}='1'" for n in range(50_000)) + ">Lamps</p>" + op)
    yield "an attribute twice", lambda: _akn("<p eId='a' eId='b'>Lamps</p>" + op)
    yield (
        "a number of 1000000 letters",
        lambda: _akn(f"<paragraph><num>{'1' * 1_000_000}</num><content>{words}</content></paragraph>"),
    )
    yield "an element of 900000 letters", lambda: _akn(f"<p>{'lamp ' * 180_000}</p>" + op)
    yield (
        "an origin of 900000 letters",
        lambda: _akn(op).replace(
            b"<preamble>",
            b"<coverPage><inline name='originating document'>" + b"A/1 " * 225_000 + b"</inline></coverPage><preamble>",
        ),
    )
    yield "comments and instructions", lambda: _akn("<p>La<!-- x -->mps<?x y?> burn</p>" * 1_000)
    yield "words without any element", lambda: _akn("Lamps " * 90_000)
    yield "UTF-16", lambda: _akn(op, "<?xml version='1.0' encoding='UTF-16'?>").decode().encode("utf-16")
    yield "UTF-16 that says UTF-8", lambda: _akn(op, "<?xml version='1.0' encoding='UTF-8'?>").decode().encode("utf-16")
    yield "encoding that is not known", lambda: _akn(op, "<?xml version='1.0' encoding='lamps'?>")
    yield "cut in the middle", lambda: _akn(op * 9)[:-200]
    yield "two roots", lambda: _akn(op) * 2
    yield "two statements", lambda: _akn("</mainBody></statement><statement><mainBody>" + op)
    yield (
        "a collection in a collection",
        lambda: _akn(
            "<documentCollection><collectionBody><component>" * 30
            + op
            + "</component></collectionBody></documentCollection>" * 30
        ),
    )
