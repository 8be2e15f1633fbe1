"""The independent check of a parallel view: each column says the words of its expression, all of them, in order.

The same two readers as for the page of a work (`lint/pages.py`), which share no code with the writer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

from markdown_it import MarkdownIt

from converter.lint import pages
from converter.model import Diagnostic, Resolution

_CELL_ATTRIBUTES = re.compile(r"[ ]?(?<!\\)\{: ([^{}\n]*)\}$")
_CLASS = re.compile(r"\.([a-z0-9-]+)")
_NOTES = {"note", "star-note"}
_NOT_SAID = {"missing"}

Cell = tuple[frozenset[str], str]
"""The classes of a cell, and its words."""


def check_columns(
    resolution: Resolution, text: str, side: int, render: Callable[[str], str], reader: MarkdownIt
) -> Iterator[Diagnostic]:
    """A parallel page's Markdown, read twice; `side` is 0 or 1, the column of the resolution."""
    expected = pages.expected_words(resolution)
    body = pages.without_front_matter(text)
    yield from pages.differences("MkDocs", _said(cells_of_html(render(body), side)), expected, resolution)
    yield from pages.differences("markdown-it-py", _said(cells_of_markdown(body, side, reader)), expected, resolution)


def _said(cells: Iterable[Cell]) -> pages.Words:
    flow: list[str] = []
    notes: list[str] = []
    for classes, words in cells:
        if not classes & _NOT_SAID:
            (notes if classes & _NOTES else flow).append("".join(words.split()))
    return pages.Words("".join(flow), notes)


class _TableReader(HTMLParser):
    """Collects the cells of one column of the body of a table."""

    def __init__(self, column: int) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[tuple[frozenset[str], list[str]]] = []
        self._column = column
        self._at = -1  # the column that we are in
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._at = -1
        elif tag == "td":
            self._at += 1
            self._inside = self._at == self._column
            if self._inside:
                self.cells.append((frozenset((dict(attrs).get("class") or "").split()), []))

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1][1].append(data)


def cells_of_html(html: str, side: int) -> Iterator[Cell]:
    """The cells of a column of a page that MkDocs rendered; the first column names the rows."""
    reader = _TableReader(side + 1)
    reader.feed(html)
    reader.close()
    return ((classes, "".join(words)) for classes, words in reader.cells)


def cells_of_markdown(text: str, side: int, reader: MarkdownIt) -> Iterator[Cell]:
    """The cells of a column as a CommonMark reader that knows tables sees them."""
    at = -1
    tokens = reader.parse(text)
    for token, content in pairwise(tokens):
        if token.type == "tr_open":
            at = -1
        elif token.type == "td_open":
            at += 1
            if at == side + 1:
                found = _CELL_ATTRIBUTES.search(content.content)
                classes = frozenset(_CLASS.findall(found[1])) if found else frozenset()
                yield classes, pages.words_of_inline(_CELL_ATTRIBUTES.sub("", content.content), reader)


def table_reader() -> MarkdownIt:
    """CommonMark with tables."""
    return MarkdownIt("commonmark").enable("table")
