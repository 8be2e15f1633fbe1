"""Blocks as they are put together from the words of a page: where each begins and ends, and what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.read.html.blocks import Block, Run, would_join
from converter.read.html.setting import Setting
from converter.read.nodes import Node
from converter.read.pieces import extent

_LETTERHEAD = 80  # letters; the lines of a letterhead are shorter


@dataclass(slots=True)
class Building:
    """The blocks that are done, and the one that is open.

    `label` is what a list, or a cell, puts before the next block; `begun`: a paragraph that is more than a line of a
    letterhead stands above.
    """

    blocks: list[Block] = field(default_factory=list)
    label: list[Run] = field(default_factory=list)
    begun: bool = False
    _open: Block = field(default_factory=Block)
    _boxes: list[int] = field(default_factory=list)
    _box_count: int = 0
    _seam: bool = False  # made words stand beside what comes next

    @property
    def is_open(self) -> bool:
        """Whether a block has begun, if only with spaces."""
        return bool(self._open.runs)

    @property
    def has_words(self) -> bool:
        """Whether the open block shows anything yet."""
        return any(run.text.strip() for run in self._open.runs)

    def add(self, run: Run, setting: Setting) -> None:
        """Words come to the open block, set as they are; a first one begins it."""
        if not run.text:
            return
        if self._seam and self._open.runs and would_join(self._open.runs[-1], run):
            self._open.runs.append(Run(" "))
        self._seam = False
        if not self._open.runs:
            self._open.region, self._open.boxes = setting.region, tuple(self._boxes)
            self._open.heading, self._open.centred = setting.heading, setting.centred
            self._open.typed = setting.pre
        self._open.runs.append(run._replace(bold=setting.bold, lowered=setting.lowered))

    def part(self) -> None:
        """What comes next never becomes one word with what came last."""
        self._seam = True

    def anchors(self, node: Node) -> None:
        """The names of an element lead to the block that is open."""
        self._open.anchors += [node.attrs[key] for key in ("id", "name") if node.attrs.get(key)]

    def enter(self) -> None:
        """A box begins."""
        self._box_count += 1
        self._boxes.append(self._box_count)

    def leave(self) -> None:
        """The innermost box ends."""
        self._boxes.pop()

    def end(self, *, alone: bool = False) -> None:
        """The block that is open ends; one without words leaves its anchors to the next one.

        `alone`: a label that waits for words is a block of its own.
        """
        block, has_words = self._open, self.has_words
        self._open = Block()
        if not has_words and not (alone and self.label):
            self._open.anchors = block.anchors
            return
        block.runs = [*self.label, *block.runs]
        self.label.clear()
        self.blocks.append(block)
        self.begun = self.begun or (not block.region and extent(block.words.strip()) > _LETTERHEAD)

    def cell(self) -> list[Run]:
        """The words since the last cell are one."""
        found, self._open.runs = self._open.runs, []
        return found

    def row(self, cells: Sequence[list[Run]], setting: Setting) -> None:
        """A row of a table ends, with its cells; what stands behind the last one goes with it."""
        block, self._open = self._open, Block()
        found = [*cells[:-1], [*(cells[-1] if cells else []), Run(" "), *block.runs]]
        if any(run.text.strip() for cell in found for run in cell):
            block.cells, block.region, block.boxes = found, setting.region, tuple(self._boxes)
            block.runs = []
            self.blocks.append(block)
