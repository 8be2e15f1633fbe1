"""The formats: their endings and bounds, and which one a file is in by its first bytes; the readers are in `read/`.

The ending of a name is only the word of whoever named it. Plain text has no first bytes of its own, so nothing is ever
told to be that.
"""

from __future__ import annotations

import re

from converter.printable import shown

AKN, DOCX, DOCM, HTML, PDF, TEXT = ".xml", ".docx", ".docm", ".html", ".pdf", ".txt"
# Each ending that is read and the format's name, what tells most of a text first: docs/contribute/formats.md.
FORMATS = {DOCX: "docx", DOCM: "docx", AKN: "xml", HTML: "html", ".htm": "html", PDF: "pdf", TEXT: "text"}
MAX_BYTES = 8 * 1024 * 1024  # what is longer than any resolution is not read
ODT = ".odt"
ZIP = ".zip"
BEGINS_WITHIN = 4096
_SAME = {".htm": HTML, DOCM: DOCX}  # endings of one format
_OLD = frozenset({".doc", ".dot", ".rtf"})  # named as what they are
_PDF = re.compile(rb"[\s\0]{0,64}%PDF-")
_AKN = re.compile(rb"<(?:[\w.-]{1,40}:)?akomaNtoso[\s>]")
_FIRST_ELEMENT = re.compile(rb"<(?![?!])")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007, or an encrypted DOCX
RTF = b"{\\rtf"
PACKED = b"PK\x03\x04"
END = b"PK\x05\x06"  # in a zip, before the record at its end that says how long its list is
# What no text and no page begins with, whatever it is called: a document, a picture, an archive.
BINARY = (b"%PDF", PACKED, b"\x89PNG", b"GIF8", b"\xff\xd8\xff", OLE[:4], RTF, b"\x1f\x8b")
_SAVE_AS = "open it in a word processor and save it as .docx"
_SAVE_PAGE = "open it in a browser and save the page as HTML alone"
MAIL, ARCHIVED_PAGE = ".eml", ".mht"
# Why a file that somebody may well have is not read, and what to do.
NO_READER = {
    ".doc": f"a file of Word before 2007 cannot be read: {_SAVE_AS}",
    ".dot": f"a file of Word before 2007 cannot be read: {_SAVE_AS}",
    ODT: f"an OpenDocument text cannot be read: {_SAVE_AS}",
    ".rtf": f"a file in RTF cannot be read: {_SAVE_AS}",
    ".wpd": f"a file of WordPerfect cannot be read: {_SAVE_AS}",
    MAIL: "an e-mail cannot be read: save what is attached to it, or copy its text into a .txt",
    ".msg": "an e-mail cannot be read: save what is attached to it, or copy its text into a .txt",
    ARCHIVED_PAGE: f"a page that was saved with its pictures in one file cannot be read: {_SAVE_PAGE}",
    ZIP: "an archive is no text: unpack it, or let `converter new` take its files (of archives in it none)",
    ".mhtml": f"a page that was saved with its pictures in one file cannot be read: {_SAVE_PAGE}",
}
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:|[ \t]")  # how each line of the head of an e-mail begins
_MIME = re.compile(rb"^MIME-Version:\s*1\.0", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_CONTENT_TYPES = b"[Content_Types].xml"
_BEFORE_ROOT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s+|<\?.{0,400}?\?>|<!--.{0,2000}?-->)*", re.DOTALL)
# What no text begins with: one that begins with <script> is a text about it, and is shown as it stands.
_HTML = re.compile(rb"<!doctype\s+html\b|<(?:html|head|meta|title|body)[\s>]", re.IGNORECASE)


def told(data: bytes) -> str | None:
    """The ending that a file of these bytes should have, None where they do not tell.

    In: the whole file, since a zip says at its end what is in it. `.zip` is an archive that is none of the formats.
    """
    begin = data[:BEGINS_WITHIN]
    if begin.startswith(PACKED):
        return _packed(data)
    if begin.startswith((OLE, RTF)):  # not read; the reader of DOCX says what they are
        return DOCX
    if _PDF.match(begin):
        return PDF
    if is_akn(data):
        return AKN
    if _is_page(begin.replace(b"\0", b"")):  # without the zeros of UTF-16
        return HTML
    return _mail(begin)


def no_reader(ending: str, name: str) -> str:
    """Why a file is not read, and what to do. In: the ending that `ending_of` told, and the name as it is shown."""
    return NO_READER.get(ending, f"no reader for {shown(ending) or name}; {why_unread(ending)}")


def why_unread(ending: str) -> str:
    """What to do with a file that is not read: what its kind asks for, else the formats that are read."""
    return NO_READER.get(ending, f"formats: {', '.join(FORMATS)}")


def _mail(begin: bytes) -> str | None:
    """The ending of an e-mail, or of a page that was saved as one, by the head that both have."""
    head = begin.replace(b"\r\n", b"\n").partition(b"\n\n")[0].split(b"\n")
    if not _MIME.search(b"\n".join(head)) or not all(map(_HEADER.match, head[:-1])):
        return None
    return ARCHIVED_PAGE if _RELATED.search(b"\n".join(head)) else MAIL


def _packed(data: bytes) -> str:
    """What a zip is."""
    if _OPEN_DOCUMENT in data[:BEGINS_WITHIN]:
        return ODT
    return DOCX if data.find(_CONTENT_TYPES, _list_of(data)) >= 0 else ZIP


def _list_of(data: bytes) -> int:
    """Where the list of what is in a zip begins: a DOCX that lies in one is in front of it. 0 where it has no end."""
    end = data.rfind(END)
    begin = int.from_bytes(data[end + 16 : end + 20], "little") if end >= 0 else 0
    return begin if begin < end else 0


def _is_page(begin: bytes) -> bool:
    before = _BEFORE_ROOT.match(begin)
    return bool(before and _HTML.match(begin, before.end()))


def is_akn(data: bytes) -> bool:
    """Whether the first element of a file is the root of this markup, whatever the file is called."""
    begin = data[:BEGINS_WITHIN].replace(b"\0", b"")  # also in UTF-16
    first = _FIRST_ELEMENT.search(begin)
    return bool(first and _AKN.match(begin, first.start()))


def ending_of(data: bytes, said: str) -> str:
    """The ending of a file's format. In: its bytes, and the ending of its name in small letters, which may be wrong.

    Where the bytes do not tell, or the name says the same in other letters (`.htm`, `.docm`), it is the name's.
    """
    if said in _OLD and data.startswith((OLE, RTF)):
        return said
    found = told(data)
    if found == ZIP and _SAME.get(said, said) == DOCX:
        return said  # its reader says that it is none
    return said if found is None or found == _SAME.get(said, said) else found
