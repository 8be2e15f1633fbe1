"""How an element looks, as far as a page says so in its own attributes: raised, bold, in the middle, struck out.

What style sheets say is in them too (`dress`). Whether a reader sees it at all is told by `seen`.
"""

from __future__ import annotations

import re

from converter.read.nodes import Node

UNQUOTED = "\0unquoted"  # no attribute of a page can be called so
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,60}\bline-through", re.IGNORECASE)
_FORCED = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_LEFTWARDS = re.compile(r"(?<![-\w])direction\s*:\s*rtl", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_LOWERED = re.compile(r"vertical-align\s*:\s*sub(?!\w)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ASIDE = re.compile(r"text-align\s*:\s*(?:left|right|justify|start|end)", re.IGNORECASE)
_DISPLAY = re.compile(r"(?<![-\w])display\s*:\s*([a-z-]{4,20})", re.IGNORECASE)
_LINE_ENDS = re.compile(r"white-space\s*:\s*([a-z-]{3,20})", re.IGNORECASE)
_TURNED_ROUND = re.compile(
    r"flex-(?:direction|flow)\s*:[^;]{0,40}-reverse|(?<![-\w])order\s*:\s*[+-]?0{0,9}[1-9]", re.IGNORECASE
)
_COMMENT = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
_HEAD = re.compile(r"mso-element\s*:\s*(?:header|footer)", re.IGNORECASE)
_BORDER = re.compile(
    r"border(?:-(?:top|bottom|left|right))?(?:-width)?\s*:\s*(?![^;]{0,60}\bnone\b)[^;]{0,60}[1-9]", re.IGNORECASE
)
_LIST = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{3,30})", re.IGNORECASE)
_COMMENT_CLASSES = ("msocomanchor", "msocommentreference", "msocomtxt")
_RAISED_CLASSES = ("msofootnotereference", "msoendnotereference", "sdfootnoteanc", "sdendnoteanc")


def is_struck(node: Node) -> bool:
    """Whether a line runs through the element's words."""
    return node.tag in ("s", "strike") or _STRUCK.search(_style(node)) is not None


def forced(node: Node) -> bool | None:
    """Whether the element has its words shown from right to left, letter by letter; None where it forces nothing."""
    style = _style(node)
    if node.tag != "bdo" and not _FORCED.search(style):
        return None
    return node.attrs.get("dir", "").lower() == "rtl" or _LEFTWARDS.search(style) is not None


def direction(node: Node) -> bool | None:
    """Whether the element, which stands in a line, sets its words from right to left; None where it sets nothing."""
    said = node.attrs.get("dir", "").strip().lower()
    return said == "rtl" if said in ("rtl", "ltr") else None


def display(node: Node) -> str:
    """How the style has an element stand: `block`, `inline` …; empty where it does not say."""
    found = _DISPLAY.search(_style(node))
    return found[1].lower() if found else ""


def shows_line_ends(node: Node) -> bool | None:
    """Whether the line ends in the file are shown in the element; None where its style does not say."""
    found = _LINE_ENDS.search(_style(node))
    how = found[1].lower() if found else ""
    return None if how in ("", "inherit") else how.startswith("pre") or how == "break-spaces"


def is_turned_round(node: Node) -> bool:
    """Whether the element, or the parts of it, are shown in another order than they stand in the page."""
    return _TURNED_ROUND.search(_style(node)) is not None


def is_quoted(node: Node) -> bool:
    """Whether a quotation (`q`) has the marks that a browser puts around it."""
    return node.attrs.get(UNQUOTED) is None


def is_comment(node: Node) -> bool:
    """Whether the element is a comment of a word processor, or the mark of one."""
    return _COMMENT.search(_style(node)) is not None or not _classes(node).isdisjoint(_COMMENT_CLASSES)


def is_page_head(node: Node) -> bool:
    """Whether the element is the header or footer of a page that a word processor wrote."""
    return _HEAD.search(_style(node)) is not None


def is_raised(node: Node) -> bool:
    """Whether the element stands higher than the line."""
    return (
        node.tag == "sup" or _RAISED.search(_style(node)) is not None or not _classes(node).isdisjoint(_RAISED_CLASSES)
    )


def is_lowered(node: Node) -> bool:
    """Whether the element stands lower than the line."""
    return node.tag == "sub" or _LOWERED.search(_style(node)) is not None


def is_bold(node: Node) -> bool | None:
    """Whether the element is bold; None where it does not say."""
    if node.tag in ("b", "strong", "th") or _BOLD.search(_style(node)):
        return True
    return False if _LIGHT.search(_style(node)) else None


def is_centred(node: Node) -> bool | None:
    """Whether the element stands in the middle; None where it does not say."""
    if node.tag == "center" or node.attrs.get("align", "").lower() in ("center", "middle"):
        return True
    if _CENTRED.search(_style(node)):
        return True
    return False if node.attrs.get("align") or _ASIDE.search(_style(node)) else None


def has_border(node: Node) -> bool:
    """Whether the element has a border."""
    return node.attrs.get("border", "0").strip() not in ("", "0") or _BORDER.search(_style(node)) is not None


def list_style(node: Node) -> str:
    """The kind of number or bullet that a list's style asks for; empty where it does not say."""
    found = _LIST.search(_style(node))
    return found[1].lower() if found else ""


def _style(node: Node) -> str:
    return node.attrs.get("style", "")[:2000]


def _classes(node: Node) -> set[str]:
    return set(node.attrs.get("class", "").lower().split())
