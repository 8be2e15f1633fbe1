"""A page → a plain tree, with lxml's forgiving parser as a source of events.

lxml (BSD, maintained, wheels for every system) closes what a page leaves open much as a browser does, in one pass:
it does not rebuild open formatting elements, which costs time and memory out of all proportion on hostile pages.
No tree of its own is made; depth and size are bounded here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from converter.read.bounds import MAX_CHARACTERS
from converter.read.html.sheets import is_for_reading
from converter.read.nodes import MarkupError, Node

_MAX_DEPTH = 200
_MAX_ELEMENTS = 100_000  # the page of a resolution of a hundred pages, as a word processor writes it, has a tenth
_MAX_TEXT = 2 * MAX_CHARACTERS  # with the spaces between its elements, which are not shown
_NEVER_SHOWN = frozenset({
    "script", "style", "template", "noscript", "title", "meta", "link", "base", "iframe", "noframes", "object",
    "embed", "applet", "audio", "video", "canvas", "svg", "select", "datalist", "button", "textarea", "input",
})  # fmt: skip
# Of these the place is kept, with the words in `SAID`: what somebody sees there is said to be left out.
_WITH_A_PLACE = frozenset({"iframe", "object", "embed", "svg", "textarea", "input", "button", "select"})
SHADOW = "\0shadow"  # a part that a browser shows in place of what stands in the element around it
_WITH_A_PLACE |= {SHADOW}
_NO_WORDS = frozenset({"script", "style", "title", "desc", "metadata", "defs", "noscript", "template"})
SAID = "\0words"  # no attribute of a page can be called so
_MAX_SAID = 200  # characters of these words


class Parsed(NamedTuple):
    """A page as a tree, how many elements stood too deep to nest, and its style sheets.

    `elsewhere`: there are sheets in other files, which nobody reads. `scripted`: there are scripts.
    """

    root: Node
    flattened: int
    sheets: tuple[str, ...]
    elsewhere: bool
    scripted: bool


class _Builder:
    """Takes the parser's events; `flattened` counts the elements that stood too deep to nest."""

    def __init__(self) -> None:
        self.root = Node("page")
        self.sheets: list[str] = []
        self.elsewhere = self.scripted = False
        self._hushed: list[str] = []  # the elements that are open in one that is never shown, itself included
        self._sheet: list[str] | None = None  # the style sheet that is open, where it counts
        self._place: Node | None = None  # of what is never shown, but said
        self.flattened = 0
        self._open = [self.root]
        self._count = 0
        self._over = 0
        self._length = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MAX_ELEMENTS:
            raise MarkupError("the page has more elements than that of any official text")
        if self._hushed or tag in _NEVER_SHOWN:
            self._hush(tag, attrs)
            return
        node = Node(tag, dict(attrs))
        self._open[-1].children.append(node)
        if self._over or len(self._open) >= _MAX_DEPTH:
            self._over += 1
            self.flattened += 1
        else:
            self._open.append(node)

    def _hush(self, tag: str, attrs: Mapping[str, str]) -> None:
        """An element that is never shown, or one in it, begins."""
        if tag == "style":
            self._sheet = [] if is_for_reading(attrs.get("media", "")) else None
        elif tag == "script":
            self.scripted = True
        elif tag == "link":
            self.elsewhere = self.elsewhere or "stylesheet" in attrs.get("rel", "").lower().split()
        if tag == "template" and attrs.get("shadowrootmode", "").lower() in ("open", "closed"):
            tag = SHADOW
        if not self._hushed and tag in _WITH_A_PLACE:
            self._place = Node(tag, {**attrs, SAID: ""})
            self._open[-1].children.append(self._place)
        self._hushed.append(tag)

    def _words_unshown(self, text: str) -> None:
        """Words in what is never shown: of a style sheet, or of what is said to be left out."""
        if self._hushed[-1] == "style":
            if self._sheet is not None:
                self._sheet.append(text)
        elif self._place is not None and _NO_WORDS.isdisjoint(self._hushed):
            self._place.attrs[SAID] = (self._place.attrs[SAID] + text)[:_MAX_SAID]

    def end(self, _: str) -> None:
        if self._hushed:
            if self._hushed.pop() == "style" and self._sheet:
                self.sheets.append("".join(self._sheet))
            self._place = self._place if self._hushed else None
        elif self._over:
            self._over -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        if self._hushed:
            self._words_unshown(text)
            return
        self._length += len(text)
        if self._length > _MAX_TEXT:
            raise MarkupError("the page has more characters than that of any official text")
        self._open[-1].children.append(text)

    def close(self) -> None:
        return None


def parse_html(text: str) -> Parsed:
    """The page as a tree. Raises MarkupError for what is too large.

    Scripts, forms and everything else that shows no text of its own is not in the tree; nor are comments.
    """
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        parser.feed(text.replace("\0", "\ufffd").encode("utf-8", errors="replace"))
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        if not builder.root.children:
            raise MarkupError(f"the page cannot be read: {error}") from error
    return Parsed(builder.root, builder.flattened, tuple(builder.sheets), builder.elsewhere, builder.scripted)
