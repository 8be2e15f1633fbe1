"""From the tree of an Akoma Ntoso file to its blocks, in the order of the page, and its notes.

A part that stands among the `components` is read where a `documentRef` or `componentRef` leads to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from converter.read.akn.facts import is_recital
from converter.read.html.blocks import Run
from converter.read.html.tables import Grid
from converter.read.nodes import Node

# Elements that stand in a line; each other one begins a block of its own. The names are those of Akoma Ntoso 3.0.
_IN_LINE = frozenset({
    "a", "abbr", "affectedDocument", "argument", "b", "caseName", "change", "concept", "courtType", "date",
    "decoration", "def", "docAuthority", "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docNumber",
    "docProponent",
    "docPurpose", "docStage", "docStatus", "docTitle", "docType", "docketNumber", "embeddedText", "entity", "eop",
    "event", "fillIn", "i", "img", "inline", "judge", "lawyer", "legislature", "location", "marker", "mmod", "mod",
    "mref", "neutralCitation", "object", "omissis", "opinion", "organization", "outcome", "party", "person",
    "placeholder", "process", "quantity", "ref", "relatedDocument", "remark", "rmod", "role", "rref", "session",
    "shortTitle", "signature", "span", "sub", "sup", "term", "time", "tocTitle", "u", "vote", "witness",
})  # fmt: skip
LOOSE = "unmarkedNote"  # what this house calls a container with a note that no mark leads to
_HEADINGS = ("heading", "subheading", "crossHeading")
_LEADS = ("componentRef", "documentRef")  # to a part of the text


@dataclass(frozen=True, slots=True)
class _Setting:
    raised: bool = False
    lowered: bool = False
    loose: bool = False  # among the notes that no mark leads to

    def of(self, name: str, node: Node) -> _Setting:
        """What holds within this element."""
        if name in ("sup", "sub"):
            return replace(self, raised=name == "sup", lowered=name == "sub")
        return replace(self, loose=True) if name == "container" and node.attrs.get("name") == LOOSE else self


@dataclass(slots=True)
class Block:
    """A paragraph, a heading, or a row of a table (`cells`)."""

    runs: list[Run] = field(default_factory=list)
    cells: list[list[Run]] | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the name that ties it to its mark, what is printed there, its paragraphs."""

    name: str
    marker: str
    paragraphs: list[list[Run]]


@dataclass(slots=True)
class Walk:
    """Walks a file and collects its blocks and notes; `changes` are the words that were put in or struck out."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    changes: int = 0
    _open: Block = field(default_factory=Block)
    _label: list[Run] = field(default_factory=list)  # the number that stands before the next block
    _grid: Grid = field(default_factory=Grid)  # of the table that is open
    _row: bool = False  # inside a row, or a note: nothing in it ends the block
    _parts: Mapping[str, Node] = field(default_factory=dict)  # the components by name, the first of each
    _begun: set[int] = field(default_factory=set)  # those that are read, or being read: none is read twice
    _names: dict[int, str] = field(default_factory=dict)  # of each note: its place among them and its eId
    _by_eid: dict[str, str] = field(default_factory=dict)  # eId → the name of the first note that has it
    _led: bool = False  # inside a part that something led to: what it leads to is read where it stands

    def read(self, root: Node) -> None:
        """Collect the blocks of a file."""
        parts = [one for one in root.walk() if one.tag == "akn:component"]
        self._parts = {one.attrs.get("eId", ""): one for one in reversed(parts)}
        for count, note in enumerate(one for one in root.walk() if one.tag == "akn:authorialNote"):
            eid = note.attrs.get("eId", "")
            self._names[id(note)] = f"{count} {eid}".strip()
            if eid:
                self._by_eid.setdefault(eid, self._names[id(note)])
        self._inside(root, _Setting())
        self._end()
        self._label_alone()

    def _inside(self, node: Node, setting: _Setting) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._text(child, setting)
            else:
                self._element(child, setting)

    def _text(self, text: str, setting: _Setting) -> None:
        # Between two blocks there are only the line ends of the file.
        if text.strip() or self._open.runs:
            words = text.replace("\r", "\n").replace("\n", "\v")
            self._open.runs.append(Run(words, setting.raised, setting.lowered))

    def _element(self, node: Node, outer: _Setting) -> None:
        name = node.tag.removeprefix("akn:")
        setting = outer.of(name, node)
        if name in ("ins", "del"):
            self.changes += 1
        match name:
            case "meta":
                return
            case "eol":
                self._open.runs.append(Run(" " if self._row else "\n"))
            case "authorialNote":
                self._note(node, setting)
            case "noteRef":
                self._mark(node.attrs.get("marker", ""), self._by_eid.get(node.attrs.get("href", "")[1:], ""))
                self._inside(node, setting)
            case "component" if id(node) in self._begun:
                return
            case _ if name in _LEADS and not self._row:
                self._block(name, node, setting)
                self._led_to(node.attrs.get("href", ""))
            case _ if name in _IN_LINE or name in ("ins", "del"):
                self._inside(node, setting)
            case _ if self._row:
                self._open.runs.append(Run(" "))
                self._inside(node, setting)
            case _:
                self._block(name, node, setting)

    def _led_to(self, address: str) -> None:
        """The part that an address within the file names, where it was not read yet."""
        part = self._parts.get(address[1:]) if len(address) > 1 and address.startswith("#") else None
        if part is not None and not self._led and id(part) not in self._begun:
            self._led = True
            self._block("component", part, _Setting())
            self._led = False

    def _block(self, name: str, node: Node, setting: _Setting) -> None:
        if name == "component":
            self._begun.add(id(node))
        self._end()
        if name == "table":
            self._grid = Grid()
        if name == "num":
            self._label += [Run(f"{' '.join(node.words().split())} ", label=True)]
            return
        if name == "tr":
            self._table_row(node, _Setting(loose=setting.loose))
            return
        if name == "crossHeading":
            self._label_alone()
        self._inside(node, setting)
        self._open.heading = name in _HEADINGS and not is_recital(node)
        self._end()
        if name in ("paragraph", "point", "item", "section"):
            self._label_alone()

    def _table_row(self, row: Node, setting: _Setting) -> None:
        self._label_alone()
        found: list[tuple[Node, list[Run]]] = []
        self._row = True
        for child in row.elements():
            self._inside(child, setting)
            found.append((child, self._open.runs))
            self._open.runs = []
        cells = self._grid.row(found)
        loose = "".join(child for child in row.children if isinstance(child, str))
        self._row = False
        if loose.strip():
            cells.append([Run(loose)])
        if any(run.text.strip() or run.mark for cell in cells for run in cell):
            self.blocks.append(Block(cells=cells))

    def _mark(self, marker: str, name: str) -> None:
        if marker.strip():
            self._open.runs.append(Run("", raised=True, mark=marker.strip(), note=name))

    def _note(self, node: Node, outer: _Setting) -> None:
        """A mark where the note stands, and its words for the end of the text."""
        name, marker = self._names[id(node)], node.attrs.get("marker", "").strip()
        if not outer.loose:
            self._mark(marker, name)
        held, row, label = self._open, self._row, self._label
        self.notes.append(Note(name, marker, paragraphs := []))
        self._open, self._row, self._label = Block(), True, []
        setting = _Setting(loose=outer.loose)
        for child in node.children:
            if isinstance(child, str):
                self._text(child, setting)
                continue
            self._element(child, setting)
            if child.tag == "akn:p":
                paragraphs.append(self._open.runs)
                self._open = Block()
        if any(run.text.strip() for run in self._open.runs):
            paragraphs.append(self._open.runs)
        self._open, self._row, self._label = held, row, label

    def _end(self) -> None:
        """The block that is open ends."""
        block, self._open = self._open, Block()
        if any(run.text.strip() or run.mark for run in block.runs):
            block.runs = [*self._label, *block.runs]
            self._label = []
            self.blocks.append(block)

    def _label_alone(self) -> None:
        """A number that nothing followed is a line of its own."""
        if self._label:
            self.blocks.append(Block(self._label, heading=True))
            self._label = []
