"""DOCX files from raw XML, so that a test says exactly what stands in one: numbering, notes, changes, text boxes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SECTION = "<w:sectPr/>"


class Xml(str):
    """Markup, as against the words that are yet to be escaped."""

    __slots__ = ()


def r(words: str, properties: str = "") -> Xml:
    """A run of words."""
    inner = words if isinstance(words, Xml) else f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return Xml(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>")


def tag(name: str, *inside: str, **attributes: str) -> Xml:
    """An element of Word's: `tag("tab")`, `tag("ins", r("x"), author="A")`."""
    said = "".join(f' w:{key}="{escape(value)}"' for key, value in attributes.items())
    return Xml(f"<w:{name}{said}>{''.join(inside)}</w:{name}>")


def p(*content: str, style: str = "", num: tuple[int, int] | None = None, more: str = "") -> Xml:
    """A paragraph; words stand in runs of their own. `num` is the list and its level, `more` further properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    runs = "".join(part if isinstance(part, Xml) else r(part) for part in content)
    return Xml(f"<w:p><w:pPr>{properties}{more}</w:pPr>{runs}</w:p>")


def mark(identity: int, kind: str = "footnote", custom: str = "") -> Xml:
    """The reference to a note; `custom` is a mark of its own."""
    raised = '<w:vertAlign w:val="superscript"/>'
    if custom:
        words = f'<w:{kind}Reference w:customMarkFollows="1" w:id="{identity}"/><w:t>{custom}</w:t>'
        return r(Xml(words), raised)
    return r(Xml(f'<w:{kind}Reference w:id="{identity}"/>'), raised)


def note(identity: int, *paragraphs: str, kind: str = "footnote", custom: str = "", size: int = 0) -> Xml:
    """A note; its marker is written by Word, or is `custom`. `size` is that of its type, in half points."""
    raised, small = '<w:vertAlign w:val="superscript"/>', f'<w:sz w:val="{size}"/>' if size else ""
    marker = r(custom, raised) if custom else r(Xml(f"<w:{kind}Ref/>"), raised)
    first, *rest = paragraphs
    inside = p(marker, r(" "), r(first, small)) + "".join(p(r(one, small)) for one in rest)
    return Xml(f'<w:{kind} w:id="{identity}">{inside}</w:{kind}>')


SEPARATORS = Xml(
    f'<w:footnote w:type="separator" w:id="-1">{p(r(Xml("<w:separator/>")))}</w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0">{p(r(Xml("<w:continuationSeparator/>")))}</w:footnote>'
)


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    form = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{at}">{form}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(abstract: Mapping[int, str], nums: Mapping[int, tuple[int, str]]) -> str:
    """Lists: the levels of each abstract one, and for each list its abstract one and its overrides."""
    inside = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstract.items()
    )
    inside += "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'
        for key, (of, overrides) in nums.items()
    )
    return inside


def row(*cells: str, properties: str = "") -> Xml:
    """A row of a table; a cell is markup, or words in one paragraph."""
    inside = "".join(tag("tc", cell if isinstance(cell, Xml) else p(cell)) for cell in cells)
    return Xml(f"<w:tr>{properties}{inside}</w:tr>")


def table(*rows: str, borders: bool = True, columns: int = 0) -> Xml:
    """A table, with rules or without; `columns` of one width, where cells take several of them."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return Xml(
        f"<w:tbl><w:tblPr>{f'<w:tblBorders>{sides}</w:tblBorders>' if borders else ''}</w:tblPr>"
        f"{tag('tblGrid', *[tag('gridCol', w='2400')] * columns) if columns else ''}{''.join(rows)}</w:tbl>"
    )


def docx(
    *body: str,
    section: str = SECTION,
    headers: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes | str] | None = None,
    **parts: str,
) -> bytes:
    """A DOCX of paragraphs and tables. `parts` are the insides of styles, numbering, footnotes, endnotes, settings;
    `headers` the headers and footers by the id of their relationship; `extra` any further files in the zip.
    """
    files: dict[str, bytes | str] = {}
    relations = ""
    overrides = ""
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"{_HEAD}<w:{name} {_NAMES}>{inside}</w:{name}>"
        relations += f'<Relationship Id="p{name}" Type="{R}/{name}" Target="{name}.xml"/>'
        overrides += _override(name)
    for identity, inside in (headers or {}).items():
        root, kind = ("ftr", "footer") if identity.startswith("f") else ("hdr", "header")
        files[f"word/{identity}.xml"] = f"{_HEAD}<w:{root} {_NAMES}>{inside}</w:{root}>"
        relations += f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{identity}.xml"/>'
        overrides += _override(identity, kind)
    files["word/document.xml"] = f"{_HEAD}<w:document {_NAMES}><w:body>{''.join(body)}{section}</w:body></w:document>"
    package = "http://schemas.openxmlformats.org/package/2006"
    files["word/_rels/document.xml.rels"] = (
        f'{_HEAD}<Relationships xmlns="{package}/relationships">{relations}</Relationships>'
    )
    files["_rels/.rels"] = (
        f'{_HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{_override('document', 'document.main')}{overrides}</Types>"
    )
    return zipped({**files, **(extra or {})})


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of files; the same ones give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _override(name: str, kind: str = "") -> str:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind or name}+xml"
    return f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
