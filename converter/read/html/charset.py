"""Which encoding a page is in, by the rules of the HTML standard (13.2.3, "determining the character encoding").

A byte order mark, else what a `meta` element or an XML declaration says in the first 1024 bytes. Where the page says
nothing, what its bytes are: UTF-8 if they are valid as such, else the encoding of the page's language.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_WITHIN = 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META = re.compile(rb"<meta[\s/]([^>]{0,400})", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# The standard's labels (encoding.spec.whatwg.org) that Python reads in another way, or does not know.
_LABELS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "l1": "cp1252", "x-cp1252": "cp1252", "windows-1252": "cp1252", "x-user-defined": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gb_2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "chinese": "gb18030", "csgb2312": "gb18030", "iso-ir-58": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8", "utf8": "utf-8",
    "x-sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "koi": "koi8-r", "koi8": "koi8-r", "x-cp1251": "cp1251", "x-cp1256": "cp1256", "logical": "iso-8859-8",
}  # fmt: skip
_C1 = {byte: chr(byte) for byte in range(0x80, 0xA0)}
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # windows-1252 has nothing here; the standard, a control


class Decoded(NamedTuple):
    """The text of a page, the encoding that it was read in, and whether the page says that it is in this one."""

    text: str
    encoding: str
    said: bool


def decode(data: bytes, likely: tuple[str, ...] = ()) -> Decoded:
    """Decode a page. `likely` are the encodings that pages in its language come in. Bad bytes become U+FFFD."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, errors="replace"), encoding, said=True)
    said = said_encoding(data)
    if said:
        return Decoded(_decoded(data, said), said, said=True)
    for encoding in ("utf-8", *likely):
        try:
            return Decoded(data.decode(encoding), encoding, said=encoding == "utf-8")
        except UnicodeDecodeError:
            continue
    return Decoded(_decoded(data, "cp1252"), "cp1252", said=False)


def said_encoding(data: bytes) -> str:
    """The codec that the page names, as Python calls it; empty where it names none that is known."""
    head = data[:_WITHIN]
    found = [match[1] for meta in _META.finditer(_COMMENT.sub(b"", head)) for match in _CHARSET.finditer(meta[1])]
    xml = _XML.match(head)
    for label in [*found, *([xml[1]] if xml else [])]:
        name = label.decode("ascii", errors="replace").strip().lower()
        try:
            codec = codecs.lookup(_LABELS.get(name, name)).name
            b"x".decode(codec, errors="ignore")  # some make no text of bytes (base64)
            return codec
        except (LookupError, ValueError):
            continue
    return ""


def _decoded(data: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        return "".join(part.decode("cp1252") if not _UNDEFINED.match(part) else _C1[part[0]] for part in _parts(data))
    return data.decode(encoding, errors="replace")


def _parts(data: bytes) -> list[bytes]:
    return [part for part in re.split(rb"([\x81\x8d\x8f\x90\x9d])", data) if part]
