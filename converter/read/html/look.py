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
_ALIGNED = re.compile(r"vertical-align\s*:\s*([-+\w.%]{1,12})", re.IGNORECASE)
_SMALLER = re.compile(
    r"font-size\s*:\s*(?:smaller|x{0,2}-?small|(?:[1-9]|[1-8]\d)(?:\.\d{1,6})?%|0?\.\d{1,6}r?em)", re.IGNORECASE
)
_RELATIVE = re.compile(r"position\s*:\s*relative", re.IGNORECASE)
_RAISED_BY_WORD = re.compile(r"mso-text-raise", re.IGNORECASE)
_SIDES = (
    (re.compile(r"(?<![-\w])top\s*:\s*([-+\w.%]{1,12})", re.IGNORECASE), -1),
    (re.compile(r"(?<![-\w])bottom\s*:\s*([-+\w.%]{1,12})", re.IGNORECASE), 1),
)
_LENGTH = re.compile(r"([-+]?\d{0,4}\.?\d{1,6})(pt|px|em|rem|ex|%)", re.IGNORECASE)
_UNITS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "ex": 6.0, "%": 0.12}
_DEPTH_OF_COMMENT = 3  # the box of a comment, its paragraph, the way back
_LEAST_MOVED = 2.0  # points, as in a DOCX
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
_COMMENT_OF_DOCS = re.compile(r"cmnt(?:_ref)?\d{1,6}")  # Google's word processor names comments and their marks so
_BESIDE_TEXT = frozenset(
    ("mw-editsection", "mw-jump-link", "catlinks", "navbox", "printfooter")
)  # of MediaWiki's pages
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
    if _COMMENT.search(_style(node)) is not None or not _classes(node).isdisjoint(_COMMENT_CLASSES):
        return True
    return node.tag in ("a", "div") and _is_comment_of_docs(node)


def _is_comment_of_docs(node: Node) -> bool:
    """Whether an element is the mark of a comment of Google's, or the box that begins with the way back to one."""
    first: Node | str = node
    for _ in range(_DEPTH_OF_COMMENT):
        if isinstance(first, str) or first.tag == "a":
            break
        first = next((one for one in first.children if not isinstance(one, str) or one.strip()), "")
    if isinstance(first, str) or not _COMMENT_OF_DOCS.fullmatch(first.attrs.get("id", "")):
        return False
    return _COMMENT_OF_DOCS.fullmatch(first.attrs.get("href", "").lstrip("#")) is not None


def is_beside_text(node: Node) -> bool:
    """Whether the element is one that a wiki sets beside its text: to edit a section, categories, boxes of links."""
    return not _classes(node).isdisjoint(_BESIDE_TEXT)


def is_page_head(node: Node) -> bool:
    """Whether the element is the header or footer of a page that a word processor wrote."""
    return _HEAD.search(_style(node)) is not None


def is_raised(node: Node) -> bool:
    """Whether the element stands higher than the line."""
    return node.tag == "sup" or _moved(node) > 0 or not _classes(node).isdisjoint(_RAISED_CLASSES)


def is_lowered(node: Node) -> bool:
    """Whether the element stands lower than the line."""
    return node.tag == "sub" or _moved(node) < 0


def _moved(node: Node) -> int:
    """Whether a style has an element stand higher (1) or lower (-1) than its line; 0 where it hardly does.

    Word moves words by a length and says so again in a property of its own; others move what they have made smaller.
    """
    style = _style(node)
    said = _ALIGNED.search(style)
    how = said[1].lower() if said else ""
    if how in ("super", "sub"):
        return 1 if how == "super" else -1
    if how == "text-top":
        return int(_SMALLER.search(style) is not None)
    away = _points(how)
    if not away and (_RAISED_BY_WORD.search(style) or _SMALLER.search(style)) and _RELATIVE.search(style):
        away = next((sign * _points(found[1]) for side, sign in _SIDES if (found := side.search(style))), 0.0)
    return 0 if abs(away) < _LEAST_MOVED else (1 if away > 0 else -1)


def _points(length: str) -> float:
    """A length in points, about; shares are those of a line."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _UNITS[match[2].lower()] if match else 0.0


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
