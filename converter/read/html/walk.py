"""From the tree of a page to its blocks, in the order in which a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.read.bounds import MAX_LINES
from converter.read.html import lists, look, tables
from converter.read.html.aside import Aside
from converter.read.html.blocks import Block, Run
from converter.read.html.boxes import LISTS, is_box, is_cell
from converter.read.html.building import Building
from converter.read.html.dress import MADE
from converter.read.html.hides import is_askew, is_hidden, may_appear
from converter.read.html.left_out import CONTROLS, is_picture, left_out
from converter.read.html.regions import SURROUNDINGS
from converter.read.html.seen import Sight
from converter.read.html.setting import Setting
from converter.read.html.tree import SAID
from converter.read.nodes import MarkupError, Node
from converter.read.pieces import begun, extent
from converter.read.signs import EMBEDDED, FORCED, is_embedded, is_turned

QUOTED = ("\u201c", "\u201d")
_MAX_TABLES = 12  # tables in tables; what stands deeper only places text
_FEW, _FEW_BESIDE = 24, 60  # letters of words that are left out and no text: alone, and beside words that are seen
_COUNTED = re.compile(r"[\d.]{1,12}")
_MISSING = "look at the official page: what is left out may have to be cited or described"


class Finding(NamedTuple):
    """A finding at a block, by its index; at the next one where that is not there yet."""

    block: int
    code: str
    message: str
    hint: str
    lighter: bool = False


@dataclass(slots=True)
class Walk:
    """Walks a page and collects its blocks. Tracked changes are read as accepted; `changes` are their blocks.

    `text` is the element that the page says is its text; what stands outside is furniture. None: all may be text.
    `lang` is the language of the text.
    `coloured`: all that gives words a colour is known; `moving`: scripts may change what is shown.
    """

    text: Node | None
    lang: str
    coloured: bool = True
    moving: bool = False
    findings: list[Finding] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)
    aside: Aside = field(default_factory=Aside)
    _veiled: list[str] = field(default_factory=list)  # words that nobody sees, since the last that somebody does
    _veiled_text: bool = False  # some of them stand in the text
    _built: Building = field(default_factory=Building)
    _grid: tables.Grid = field(default_factory=tables.Grid)  # of the innermost open table
    _tables: int = 0  # how many tables are open
    _typed: int = 0  # how many lines in `pre` there are
    _row: bool = False  # inside a row: nothing in it ends the block

    def read(self, root: Node) -> list[Block]:
        """The blocks of a page."""
        self._inside(root, Setting(region=SURROUNDINGS if self.text else "", sight=Sight(judged=self.coloured)))
        self._end()
        return self._built.blocks

    def _inside(self, parent: Node, setting: Setting) -> None:
        for child in parent.children:
            if isinstance(child, str):
                self._text(child, setting)
            else:
                self._element(child, setting)

    def _text(self, text: str, setting: Setting) -> None:
        if not setting.sight.is_seen:
            self._veil(text, setting)
            return
        if self._veiled and text.strip():
            self._hide(beside=True)
        if not setting.pre and not setting.line_ends:
            self._built.add(
                Run(text.replace("\r", "\n").replace("\n", "\v"), setting.raised, link=setting.link), setting
            )
            return
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._typed += len(lines)
        if self._typed > MAX_LINES:
            raise MarkupError("the page has more lines than that of any official text")
        for index, line in enumerate(lines):
            if index:
                self._built.add(Run("\n"), setting)
            self._built.add(Run(line, setting.raised, link=setting.link), setting)

    def _element(self, node: Node, setting: Setting) -> None:
        tag = node.tag
        boxed = is_box(node) and not self._row
        if boxed:
            self._end()  # words right before it are a block of their own, which its anchor is not
        self._built.anchors(node)
        if tag == "br":
            self._built.add(Run("\n"), setting)
        elif tag == MADE:
            self._made(node, setting)
        elif is_hidden(node, moving=self.moving):
            self._veil(node.words(), setting)
            if boxed:
                self._hide()
        elif look.is_comment(node):
            self.aside.comments += tag != "a"  # its mark is none of its own
            self.aside.passed.append(node.words())
        elif look.is_beside_text(node):
            self.aside.passed.append(node.words())
            self.aside.controls.append(" ".join(node.words().split()))
        elif (what := left_out(node)) is not None:
            self._left_out(node, what, setting)
        elif tag == "img":
            if not setting.region and is_picture(node):
                self._find("read-picture", "a picture is left out", _MISSING)
        elif tag in ("del", "ins") and node.words().strip():
            self._changed(node, setting)
        elif tag != "del":
            self._shown(node, setting)

    def _left_out(self, node: Node, what: str, setting: Setting) -> None:
        """An element that is not read. A button that stands alone, as those do that share a page, is no text."""
        self.aside.passed.append(node.words())
        if node.tag in CONTROLS and not self._built.is_open:
            self.aside.controls.append(node.attrs[SAID])
        elif what and not setting.region:
            self._find("read-left-out", f"{what} is left out", _MISSING)

    def _changed(self, node: Node, setting: Setting) -> None:
        self.changes.append(len(self._built.blocks))
        if node.tag == "ins":
            self._inside(node, setting)
        else:
            self.aside.passed.append(node.words())

    def _made(self, node: Node, setting: Setting) -> None:
        """Words that a sheet makes: they never become one word with those beside them."""
        inner = setting.inside(node, self.text)
        words = " ".join((node.words() or node.attrs.get(SAID, "")).split())
        is_label = not self._built.has_words and (lists.LABEL.fullmatch(words) or _COUNTED.fullmatch(words))
        if inner.sight.is_seen and not setting.region and not is_label:
            (self.aside.made if node.children else self.aside.pictures).append(words)
        self._built.part()
        self._inside(node, inner)
        self._built.part()

    def _veil(self, words: str, setting: Setting) -> None:
        """Words that nobody sees."""
        self._veiled += words.split()
        self._veiled_text = self._veiled_text or (not setting.region and bool(words.strip()))

    def _hide(self, *, beside: bool = False) -> None:
        """What nobody sees is furniture, and said; `beside` words that are seen."""
        words, self._veiled = " ".join(self._veiled), []
        few = not self._veiled_text or extent(words) <= (_FEW_BESIDE if beside or self._built.is_open else _FEW)
        self._veiled_text = False
        if words:
            self.aside.hidden.append(words)
            message = f"hidden words are left out: {begun(words)!r}"
            self._find("read-hidden", message, "compare with the official page", lighter=few)

    def _shown(self, node: Node, setting: Setting) -> None:
        inner = setting.inside(node, self.text)
        if may_appear(node, moving=self.moving) and not setting.region and (words := node.words().strip()):
            self.aside.unsure.append(" ".join(words.split()))
        if look.is_struck(node) and not setting.region and (struck := " ".join(node.words().split())):
            message = f"words that are struck out are read as words: {begun(struck)!r}"
            self._find("read-struck", message, "take the official page, which has one text")
        if not setting.region:
            self._direction(node)
        if look.is_turned_round(node) and not setting.region and (turned := " ".join(node.words().split())):
            self.aside.turned.append(turned)
        if is_askew(node) and not setting.region and (askew := " ".join(node.words().split())):
            self.aside.askew.append(askew)
        boxed = is_box(node)
        if not boxed or self._row:
            self._in_line(node, inner, apart=boxed or is_cell(node) or setting.items)
            return
        with self._box():
            if node.tag in LISTS:
                self._list(node, inner)
            elif node.tag == "table":
                self._table(node, inner)
            else:
                self._inside(node, inner)

    def _in_line(self, node: Node, setting: Setting, *, apart: bool) -> None:
        """An element in a line. `apart`: it stands in a place of its own there. What is quoted has its marks."""
        space = [Run(" ")] if apart else []
        opening, closing = QUOTED if node.tag == "q" and look.is_quoted(node) else ("", "")
        for run in (*space, Run(opening)):
            self._built.add(run, setting)
        self._inside(node, setting)
        for run in (Run(closing), *space):
            self._built.add(run, setting)

    def _direction(self, node: Node) -> None:
        """Words whose direction is forced letter by letter, or set in a line, are said where it turns them."""
        left, why = look.forced(node), FORCED
        turned = left is not None and is_turned(node.words(), to_the_left=left)
        if left is None and not is_box(node) and (left := look.direction(node)) is not None:
            turned, why = is_embedded(node.words(), self.lang, to_the_left=left), EMBEDDED
        if turned:
            self._find("text-bidi", f"{why}: {begun(node.words())!r}", "compare with the official page")

    # --- lists and tables --------------------------------------------------------------------------------

    def _list(self, node: Node, setting: Setting) -> None:
        count = lists.begin(node)
        for child in node.children:
            if isinstance(child, str):
                self._text(child, setting)
            elif child.tag == "li" and not is_hidden(child, moving=self.moving):
                label = count.label(child)
                if label and not lists.is_typed(label, child) and setting.inside(child, self.text).sight.is_seen:
                    self._built.label.append(Run(f"{label} ", label=True))
                    self.aside.numbers.append(label)
                self._element(child, setting)
                self._label_alone(setting)
            else:
                self._element(child, setting)

    def _table(self, table: Node, setting: Setting) -> None:
        layout = self._tables > _MAX_TABLES or tables.is_layout(table, begun=self._built.begun)
        self._tables += 1
        around, self._grid = self._grid, tables.Grid()
        self._rows(table, setting, layout=layout)
        self._grid = around
        self._tables -= 1

    def _rows(self, node: Node, setting: Setting, *, layout: bool) -> None:
        """The rows of a table or of a group in it; what stands between them, against the rules, is text."""
        for child in node.children:
            if isinstance(child, str):
                self._text(child, setting)
            elif child.tag in tables.GROUPS and not is_hidden(child, moving=self.moving):
                self._rows(child, setting, layout=layout)
            elif child.tag == "tr" and not is_hidden(child, moving=self.moving):
                self._layout_row(child, setting) if layout else self._data_row(child, setting)
            else:
                self._element(child, setting)

    def _layout_row(self, row: Node, setting: Setting) -> None:
        self._built.anchors(row)
        inner = setting.inside(row, self.text)
        for cell in row.children:
            if isinstance(cell, str):
                self._text(cell, inner)
            elif cell.tag in tables.CELLS and not self._built.label and tables.is_label(cell):
                self._built.anchors(cell)
                self._built.label.append(Run(f"{cell.words().strip()} ", label=True))
            else:
                self._element(cell, inner)
        self._label_alone(setting)

    def _label_alone(self, setting: Setting) -> None:
        """A label that nothing followed is words like any others."""
        if self._built.label:
            self._built.add(Run(" "), setting)
            self._end(alone=True)

    def _data_row(self, row: Node, setting: Setting) -> None:
        self._end()
        self._row = True
        found: list[tuple[Node, list[Run]]] = []
        inner = setting.inside(row, self.text)
        self._built.anchors(row)
        for cell in row.children:
            if isinstance(cell, str):
                self._text(cell, inner)
                continue
            self._element(cell, inner)
            if cell.tag in tables.CELLS:
                found.append((cell, self._built.cell()))
        self._row = False
        self._built.row(self._grid.row(found), setting)

    # --- blocks ------------------------------------------------------------------------------------------

    @contextmanager
    def _box(self) -> Iterator[None]:
        self._end()
        self._built.enter()
        try:
            yield
        finally:
            self._end()
            self._built.leave()

    def _end(self, *, alone: bool = False) -> None:
        """The block that is open ends. `alone`: a label that waits for words is a block of its own."""
        self._hide()
        self._built.end(alone=alone)

    def _find(self, code: str, message: str, hint: str, *, lighter: bool = False) -> None:
        self.findings.append(Finding(len(self._built.blocks), code, message, hint, lighter))
