"""The XML of a DOCX as a reader sees it: of alternatives one, and nothing that a tracked change took out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.read.docx.styles import is_on
from converter.read.nodes import Node

THROUGH = ("w:sdt", "w:sdtContent", "w:customXml")  # around blocks, rows and cells
ADDED, TAKEN = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
# What word processors of today understand, by the prefixes that they all write.
_KNOWN = re.compile(r"w1\d\w*|wp\w*|w|wne|m|o|v|r|w10|a\d*|aink|am3d|cx\d*|c\d*|dgm\d*|pic\w*|ma14|mv|x14|sl\w*")


def chosen(alternatives: Node) -> Node:
    """One of the alternatives of `mc:AlternateContent`, as word processors choose (ISO/IEC 29500-3, 7.2).

    The first choice that asks for nothing unknown, else the fallback, else any choice, else nothing.
    """
    choices = list(alternatives.all("mc:Choice"))
    understood = (one for one in choices if all(map(_KNOWN.fullmatch, one.attrs.get("Requires", "").split())))
    fallback = alternatives.find("mc:Fallback")
    return next(understood, None) or fallback or next(iter(choices), Node("mc:Choice"))


def words_in(node: Node) -> Iterator[Node]:
    """The elements with words (`w:t`) that an element shows."""
    return _outermost(node, "w:t")


def deleted_in(node: Node) -> str:
    """The words in an element that the file names as deleted (`w:delText`), where no tracked change takes them out."""
    return " ".join(filter(None, (one.words().strip() for one in _outermost(node, "w:delText"))))


def prompts_in(node: Node) -> Iterator[str]:
    """The words in an element that a form shows where nothing was filled in (`w:showingPlcHdr`)."""
    for control in node.walk():
        if control.tag == "w:sdt" and is_on(control.find("w:sdtPr"), "w:showingPlcHdr"):
            yield " ".join(filter(None, (one.words().strip() for one in words_in(control))))


def has_words(node: Node) -> bool:
    """Whether an element shows any words."""
    return any(one.words().strip() for one in words_in(node))


def fields_in(story: Node) -> Iterator[Node]:
    """The characters of fields in a story, in order, as they are met."""
    return _outermost(story, "w:fldChar")


def paragraphs_in(node: Node) -> Iterator[Node]:
    """The paragraphs in an element, in order; not those of text boxes, which hang on paragraphs."""
    return _outermost(node, "w:p")


def boxes_in(node: Node) -> Iterator[Node]:
    """The outermost text boxes in a drawing."""
    return _outermost(node, "w:txbxContent")


def within(node: Node, tag: str) -> Iterator[Node]:
    """The elements of a name in this one, or in content controls and the like in it."""
    for child in node.elements():
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH or child.tag in ADDED:
            yield from within(child, tag)


def is_drawn_word(node: Node) -> bool:
    """Words that are a part of a picture: of DrawingML outside a text box, or along a line of VML."""
    return (node.tag == "?:t" and bool(node.words().strip())) or (
        node.tag == "?:textpath" and bool(node.attrs.get("string", "").strip())
    )


def _outermost(node: Node, tag: str) -> Iterator[Node]:
    """The elements of a name in another one, in order, not those in one of them."""
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at.tag == tag:
            yield at
        elif at.tag == "mc:AlternateContent":
            waiting.append(chosen(at))
        elif at.tag not in TAKEN:
            waiting.extend(reversed(list(at.elements())))
