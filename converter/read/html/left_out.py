"""What a page shows that is not read, and is said: formulas, drawings, files in the page, fields to fill in."""

from __future__ import annotations

from converter.read.html.tree import SAID, SHADOW
from converter.read.nodes import Node

_FILLED = ("", "text", "number", "date", "email", "search", "tel", "url")  # kinds of fields that show what is in them
_ALWAYS = {"math": "a formula"}
CONTROLS = {"button": "what stands on a button", "select": "a list to choose from"}
_WHERE_WORDS = {
    "svg": "a drawing with words",
    SHADOW: "a part that is shown in place of what stands here",
    "textarea": "what stands in a field to fill in",
    **CONTROLS,
}
_FILES = {"iframe": "a part that stands in another file", "object": "an embedded file", "embed": "an embedded file"}
_FROM = ("src", "data", "srcdoc")
_TINY = ("0", "1", "0px", "1px")  # what counts visitors, not what they read


def left_out(node: Node) -> str | None:
    """What somebody sees of an element that is not read; '' where nobody sees anything, None for one that is read."""
    tag = node.tag
    if tag in _ALWAYS:
        return _ALWAYS[tag]
    if tag in _WHERE_WORDS:
        return _WHERE_WORDS[tag] if node.attrs.get(SAID, "").strip() else ""
    if tag in _FILES:
        return _FILES[tag] if any(node.attrs.get(name) for name in _FROM) and not _is_tiny(node) else ""
    if tag == "input":
        shown = node.attrs.get("type", "").lower() in _FILLED and node.attrs.get("value", "").strip()
        return _WHERE_WORDS["textarea"] if shown else ""
    if tag == "rt":  # how characters are said
        return "what stands small above characters" if node.words().strip() else ""
    return "" if tag == "rp" else None


def is_picture(node: Node) -> bool:
    """Whether an element is a picture that may tell something: not one that the page says tells nothing."""
    return node.tag == "img" and node.attrs.get("alt", "?").strip() != "" and not _is_tiny(node)


def _is_tiny(node: Node) -> bool:
    return node.attrs.get("width") in _TINY or node.attrs.get("height") in _TINY
