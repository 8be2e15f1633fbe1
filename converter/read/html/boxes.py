"""Which elements of a page begin and end a block: by what they are, or as a style has them stand."""

from __future__ import annotations

from converter.read.html import look
from converter.read.nodes import Node

_BOXES = frozenset({
    "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "center", "address", "section", "article",
    "main", "header", "footer", "nav", "aside", "figure", "figcaption", "form", "fieldset", "legend", "details",
    "summary", "ol", "ul", "menu", "dir", "li", "dl", "dt", "dd", "table", "caption", "tr", "td", "th", "thead",
    "tbody", "tfoot", "body", "html", "frameset", "dialog", "listing", "xmp", "plaintext", "hr",
})  # fmt: skip
_NEITHER = frozenset({"table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "li", "body", "html", "br"})
_OWN_LINES = ("block", "flow-root", "list-item", "flex", "grid", "table", "table-row")
_IN_LINES = ("inline", "contents")
_ITEMS = ("flex", "inline-flex", "grid", "inline-grid")
LISTS = ("ol", "ul", "menu", "dir")


def is_box(node: Node) -> bool:
    """Whether a block begins and ends with an element."""
    how = look.display(node)
    if node.tag in _NEITHER or not how:
        return node.tag in _BOXES
    return how in _OWN_LINES or (node.tag in _BOXES and how not in _IN_LINES)


def has_items(node: Node) -> bool:
    """Whether each element in an element has a place of its own: words in it are never one with those beside it."""
    return look.display(node) in _ITEMS


def is_cell(node: Node) -> bool:
    """Whether an element that stands in a line is shown as the cell of a table."""
    return look.display(node) == "table-cell"
