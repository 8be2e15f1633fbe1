"""A page → a plain tree, with lxml's forgiving parser as a source of events.

lxml (BSD, maintained, wheels for every system) closes what a page leaves open much as a browser does, in one pass:
it does not rebuild open formatting elements, which costs time and memory out of all proportion on hostile pages.
No tree of its own is made; depth and size are bounded here.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from converter.read.bounds import MAX_CHARACTERS
from converter.read.nodes import MarkupError, Node

_MAX_DEPTH = 200
_MAX_ELEMENTS = 100_000  # the page of a resolution of a hundred pages, as a word processor writes it, has a tenth
_MAX_TEXT = 2 * MAX_CHARACTERS  # with the spaces between its elements, which are not shown
_NEVER_SHOWN = frozenset({
    "script", "style", "template", "noscript", "title", "meta", "link", "base", "iframe", "noframes", "object",
    "embed", "applet", "audio", "video", "canvas", "svg", "map", "select", "datalist", "button", "textarea",
    "input",
})  # fmt: skip


class _Builder:
    """Takes the parser's events; `flattened` counts the elements that stood too deep to nest."""

    def __init__(self) -> None:
        self.root = Node("page")
        self.flattened = 0
        self._open = [self.root]
        self._count = 0
        self._skipped = 0  # how many elements are open in one that is never shown, itself included
        self._over = 0
        self._length = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MAX_ELEMENTS:
            raise MarkupError("the page has more elements than that of any official text")
        if self._skipped or tag in _NEVER_SHOWN:
            self._skipped += 1
            return
        node = Node(tag, dict(attrs))
        self._open[-1].children.append(node)
        if self._over or len(self._open) >= _MAX_DEPTH:
            self._over += 1
            self.flattened += 1
        else:
            self._open.append(node)

    def end(self, _: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._over:
            self._over -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        if not self._skipped:
            self._length += len(text)
            if self._length > _MAX_TEXT:
                raise MarkupError("the page has more characters than that of any official text")
            self._open[-1].children.append(text)

    def close(self) -> None:
        return None


def parse_html(text: str) -> tuple[Node, int]:
    """The page as a tree, and how many elements stood too deep to nest. Raises MarkupError for what is too large.

    Scripts, styles, forms and everything else that shows no text of its own is not in the tree; nor are comments.
    """
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        parser.feed(text.replace("\0", "\ufffd").encode("utf-8", errors="replace"))
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        if not builder.root.children:
            raise MarkupError(f"the page cannot be read: {error}") from error
    return builder.root, builder.flattened
