"""XML, made in one place: escaping is ElementTree's; what XML 1.0 cannot hold at all is replaced here.

Elements have plain names and the root carries the namespace, so that no global register of prefixes is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

# Everything outside the production Char of XML 1.0, and the carriage return, which every parser would change.
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with characters that no XML document may have replaced by U+FFFD."""
    if text.isprintable():  # the common case, and a quick one
        return text
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def element(tag: str, attributes: Mapping[str, str | None] | None = None, *content: str | Element) -> Element:
    """An element with attributes (those that are None are left out), text and children."""
    made = Element(tag, {key: legal(value) for key, value in (attributes or {}).items() if value is not None})
    for piece in content:
        add(made, piece)
    return made


def add(parent: Element, piece: str | Element) -> None:
    """Append text or a child after what the element holds already."""
    if not isinstance(piece, str):
        parent.append(piece)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + legal(piece)
    else:
        parent.text = (parent.text or "") + legal(piece)


def in_lines(parent: Element, *, leaves: frozenset[str]) -> Element:
    """Put every child on a line of its own, down to the `leaves`, whose white space is part of the text."""
    if parent.tag not in leaves and len(parent):
        parent.text = "\n"
        for child in parent:
            child.tail = "\n"
            in_lines(child, leaves=leaves)
    return parent


def document(root: Element) -> str:
    """The whole file, in UTF-8 once it is encoded."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
