"""Which encoding a page is in, by the rules of the HTML standard (13.2.3, "determining the character encoding").

A byte order mark, else what a `meta` element or an XML declaration says in the first 1024 bytes. Where the page says
nothing, what its bytes are: UTF-8 if they are valid as such, else the encoding of the page's language. What a label
means is known to `webencodings` (encoding.spec.whatwg.org).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

import webencodings

_WITHIN = 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META = re.compile(rb"<meta[\s/]([^>]{0,400})", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# A page whose label is readable is in no UTF-16 and has no bytes of its own; GBK is decoded as what contains it.
_READ_AS = {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252", "gbk": "gb18030"}
_HANDLER = "as-browsers-do"
_CONTROLS = range(0x80, 0xA0)


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
    named = said_encoding(data)
    if named is not None:
        return _decoded(data, named, said=True)
    for encoding in ("utf-8", *likely):
        try:
            return Decoded(data.decode(encoding), encoding, said=encoding == "utf-8")
        except UnicodeDecodeError:
            continue
    return _decoded(data, webencodings.lookup("windows-1252"), said=False)


def said_encoding(data: bytes) -> webencodings.Encoding | None:
    """The encoding that the page names; `None` where it names none that a browser knows."""
    head = data[:_WITHIN]
    found = [match[1] for meta in _META.finditer(_COMMENT.sub(b"", head)) for match in _CHARSET.finditer(meta[1])]
    xml = _XML.match(head)
    for label in [*found, *([xml[1]] if xml else [])]:
        encoding = webencodings.lookup(label.decode("ascii", errors="replace"))
        if encoding is not None:
            return webencodings.lookup(_READ_AS.get(encoding.name, encoding.name))
    return None


def _decoded(data: bytes, encoding: webencodings.Encoding, *, said: bool) -> Decoded:
    text, _ = encoding.codec_info.decode(data, _HANDLER)
    return Decoded(text, encoding.codec_info.name, said)


def _as_browsers_do(error: UnicodeError) -> tuple[str, int]:
    """What stands for a byte that Python's codec has no character for: the standard's tables have some more."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    if error.encoding == "charmap" and byte in _CONTROLS:
        return chr(byte), error.start + 1
    if error.encoding == "gb18030" and byte == 0x80:
        return "€", error.start + 1
    return "\ufffd", error.end


codecs.register_error(_HANDLER, _as_browsers_do)
