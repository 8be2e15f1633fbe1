"""The letters and digits that a file shows, told by readers that share no code with ours where there is one.

Findings that say what is left out are for whoever compares.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable

import pypdfium2
from lxml import etree

from converter.read.akn.walk import LOOSE
from converter.read.docx.inline import words_in
from converter.read.html.charset import decode
from converter.read.nodes import parse_xml

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_NOTE = f"{_AKN}authorialNote"
_NEVER_SHOWN = ("script", "style", "template", "noscript", "title", "meta", "link", "base", "iframe")


def _of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml")
    return "".join("".join(one.words()) for one in words_in(parse_xml(body)))


def _of_html(data: bytes) -> str:
    text = decode(data, ()).text.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = etree.HTML(text, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    if root is None:
        return ""
    etree.strip_elements(root, *_NEVER_SHOWN, with_tail=False)
    return "".join(root.itertext())


def _of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _of_akn(data: bytes) -> str:
    """The text outside `meta`, and the marker of each note before its words and wherever a mark of it stands."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    etree.strip_tags(root, etree.Comment, etree.PI)
    etree.strip_elements(root, "{*}meta", with_tail=False)
    loose = {one for box in root.iter("{*}container") if box.get("name") == LOOSE for one in box.iter(_NOTE)}
    notes = (one.get("marker", "") * (1 if one in loose else 2) for one in root.iter(_NOTE))
    return "".join((*root.itertext(), *notes, *(one.get("marker", "") for one in root.iter(f"{_AKN}noteRef"))))


_SHOWN: dict[str, Callable[[bytes], str]] = {"akn": _of_akn, "docx": _of_docx, "html": _of_html, "pdf": _of_pdf}


def letters(kind: str, data: bytes) -> Counter[str]:
    """How often a file of a kind that was read shows each letter and digit; nothing for plain text."""
    return counted(_SHOWN.get(kind, lambda _: "")(data))


def counted(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text, raised ones as the others (¹ is 1)."""
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
