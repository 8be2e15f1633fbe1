"""Whether a table holds figures or only places the text on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.read.html.blocks import Run
from converter.read.html.lists import LABEL
from converter.read.html.look import has_border
from converter.read.nodes import Node

GROUPS = ("thead", "tbody", "tfoot")
CELLS = ("td", "th")
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "blockquote", "pre", "hr", "dl")
_MOST_COLUMNS, _LONGEST = 63, 3  # of a table, as Word has them; figures of a number of cells
_MAX_CELL = 300  # characters; what is longer in a table without rules is a paragraph beside another


def rows(table: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables in it."""
    for node in table.elements():
        if node.tag == "tr":
            yield node
        elif node.tag in GROUPS:
            yield from node.all("tr")


def cells(row: Node) -> list[Node]:
    """The cells of a row."""
    return [node for node in row.elements() if node.tag in CELLS]


def is_layout(table: Node, *, begun: bool) -> bool:
    """Whether the table only places text. `begun`: a paragraph of the text stands above it.

    A table above the text is its letterhead, unless it says that it is more.
    """
    inner = [node for node in table.walk() if node is not table]
    tags = {node.tag for node in inner}
    if table.attrs.get("role", "").lower() in ("presentation", "none") or "table" in tags:
        return True
    grid = [cells(row) for row in rows(table)]
    if all(len(row) <= 1 for row in grid):
        return True
    if not tags.isdisjoint(("th", "caption", "thead")):
        return False
    if not begun or not tags.isdisjoint(_BLOCKS) or _is_numbered(grid):
        return True
    if has_border(table) or any(has_border(cell) for row in grid for cell in row):
        return False
    return any(
        len(cell.words(_MAX_CELL + 1)) > _MAX_CELL or sum(1 for _ in cell.all("p")) > 1 for row in grid for cell in row
    )


@dataclass(slots=True)
class Grid:
    """The columns of a table, from row to row: which of them cells further up still take."""

    _below: dict[int, int] = field(default_factory=dict)

    def row(self, cells: Sequence[tuple[Node, list[Run]]]) -> list[list[Run]]:
        """The cells of a row, each in its column: those that one takes up as well are empty."""
        out: list[list[Run]] = []
        for cell, words in cells:
            self._skip(out)
            wide, high = (_span(cell, name) for name in ("colspan", "rowspan"))
            for more in range(wide):
                self._below[len(out)] = high - 1
                out.append([] if more else words)
        self._skip(out)
        return out

    def _skip(self, out: list[list[Run]]) -> None:
        """The columns that cells further up take."""
        while self._below.get(len(out), 0) > 0 and len(out) < _MOST_COLUMNS:
            self._below[len(out)] -= 1
            out.append([])


def _span(cell: Node, name: str) -> int:
    said = cell.attrs.get(name, "").strip()
    return min(max(1, int(said)), _MOST_COLUMNS) if said.isascii() and said.isdecimal() and len(said) <= _LONGEST else 1


def is_label(cell: Node) -> bool:
    """Whether a cell holds the number of the paragraph in the next one, and nothing else."""
    return LABEL.fullmatch(cell.words(100)) is not None


def _is_numbered(grid: list[list[Node]]) -> bool:
    """Whether paragraphs stand in the rows, their numbers in a cell before them."""
    wide = [row for row in grid if len(row) > 1]
    numbered = sum(any(is_label(cell) for cell in row[:-1]) and len(row[-1].words(50)) > 40 for row in wide)
    return 2 * numbered > len(wide)
