"""DOCX whose parts no program writes."""

# ruff: noqa: E501 - markup reads better in one piece
from __future__ import annotations

import io
import zipfile

from tests.documents.word import Xml, docx, mark, note, p, r, row, table
from tests.hostile.odd.zips import Made, files

_WORDS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


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
        for name, content in {**files(), **{names[key]: value for key, value in parts.items()}}.items():
            packed.writestr(name, content)
    return out.getvalue()


def _document(inside: str, head: str = "<?xml version='1.0'?>") -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f"{head}<w:document xmlns:w='{w}'><w:body>{inside}</w:body></w:document>".encode()


def _declared() -> Made:
    """Entities and encodings."""
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
        yield name, lambda before=head, said=inside: _with(document=_document(_WORDS.format(said), before))
    for code in ("utf-16", "utf-32", "utf-7", "latin-1", "cp037", "gb18030", "x-unknown", "rot13"):
        yield (
            f"it says {code}",
            lambda given=code: _with(
                document=_document(_WORDS.format("x"), f"<?xml version='1.0' encoding='{given}'?>")
            ),
        )
    yield "utf-16", lambda: _with(document=_document(_WORDS.format("x")).decode().encode("utf-16"))


def _deep_and_wide() -> Made:
    """Elements in elements, and very many of something."""
    yield "100 deep", lambda: _with(document=_document("<w:sdt>" * 97 + _WORDS.format("x") + "</w:sdt>" * 97))
    yield "a million deep", lambda: _with(document=_document("<w:sdt>" * 10**6))
    yield (
        "tables in tables",
        lambda: _with(
            document=_document("<w:tbl><w:tr><w:tc>" * 30 + _WORDS.format("x") + "</w:tc></w:tr></w:tbl>" * 30)
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
            document=_document("<w:p " + " ".join(f"a{n}=''" for n in range(200_000)) + "/>" + _WORDS.format("x"))
        ),
    )
    yield (
        "an attribute of 5 MB",
        lambda: _with(document=_document(f"<w:p a='{'x' * 5_000_000}'/>" + _WORDS.format("x"))),
    )
    yield "a name of 5 MB", lambda: _with(document=_document(f"<{'x' * 5_000_000}/>" + _WORDS.format("x")))
    yield (
        "20000 names",
        lambda: _with(document=_document("".join(f"<a xmlns='urn:{n}'/>" for n in range(20_000)) + _WORDS.format("x"))),
    )


def _relations() -> Made:
    """Types and relations that lead elsewhere."""
    yield "no types", lambda: _with(types=b"")
    yield (
        "types of a table",
        lambda: _with(types=files()["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")),
    )
    yield "no relations", lambda: _with(rels=b"<x/>")
    rels = files()["_rels/.rels"]
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


def _circles() -> Made:
    """Fields, notes, styles and boxes without end or in a circle."""
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


def parts() -> Made:
    """All of them."""
    yield from _declared()
    yield from _deep_and_wide()
    yield from _relations()
    yield from _circles()
