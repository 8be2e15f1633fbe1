"""The blocks of a DOCX in order: paragraphs with their numbers, tables, text boxes, each with its notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from converter.read.docx.inline import Inline
from converter.read.docx.notes import Notes, NoteText, has_reference
from converter.read.docx.numbering import Numbering
from converter.read.docx.seen import has_ground, is_low
from converter.read.docx.setting import has_hidden_end, heading_of, is_beside, is_bold, is_drop_cap
from converter.read.docx.styles import Styles, is_on, number, value
from converter.read.docx.theme import Theme
from converter.read.docx.tree import ADDED, TAKEN, THROUGH, chosen, deleted_in, paragraphs_in, prompts_in, within
from converter.read.flow import NOTE_GOES_ON, Flow
from converter.read.nodes import Node
from converter.read.pieces import Piece, begun, merged, typed_marker

_MOST_COLUMNS = 63  # of a table, as Word has them
_CHANGED = ("w:cellDel", "w:cellIns", "w:cellMerge")
_SAVED = "open the file in a word processor, save it, and compare with the official file"


@dataclass(slots=True)
class Body:
    """Adds blocks to the flow. `sections` are the properties of the sections (`w:sectPr`) in order."""

    flow: Flow
    styles: Styles
    numbering: Numbering
    inline: Inline
    notes: tuple[Notes, Notes]
    sections: list[Node]
    _section: int = 0
    _held: list[Piece] = field(default_factory=list)  # of a paragraph whose end was taken out by a tracked change
    _begun: bool = False  # a paragraph or a row of the body itself stands above
    _printed: set[int] = field(default_factory=set)  # the notes that stand in the text already

    def read(self, root: Node) -> None:
        """Read the body (`w:body`)."""
        self._enter(0)
        self.inline.fields.enter(root)
        self._all_of(root)
        self._end_held()

    def _end_held(self) -> None:
        """Words that wait for the next paragraph are one of their own where none comes."""
        if self._held:
            held, self._held = self._held, []
            self._paragraph_of(held, None)

    def letterhead(self, header: Node) -> None:
        """Read the header of the first page, which prints the masthead, as text above the body."""
        self.inline.fields.enter(header)
        with self._on_ground():
            self._all_of(header)
        self._begun = False

    def _all_of(self, story: Node) -> None:
        """Read the blocks of a story, and say of each what was not read of it."""
        for node in story.elements():
            self._block(node)
            self._account(node)

    def _account(self, node: Node) -> None:
        """Say which words of an element were not read: none is lost without a finding."""
        words = self.inline.unread(node)
        if words:
            self.inline.leave(node)
            message = f"words that stand where a word processor puts none are left out: {begun(words)!r}"
            self.flow.find("read-left-out", message, _SAVED, after=True)
        for prompt in filter(None, prompts_in(node)):
            message = f"words of a form are read, which ask for others in their place: {begun(prompt)!r}"
            self.flow.find("read-misplaced", message, "compare with the official file", after=True)
        if gone := deleted_in(node):
            message = (
                f"words that the file names as deleted, outside of any that it tracks, are left out: {begun(gone)!r}"
            )
            self.flow.find("read-left-out", message, _SAVED, after=True)

    # --- blocks ------------------------------------------------------------------------------------------

    def _blocks(self, parent: Node) -> None:
        for node in parent.elements():
            self._block(node)

    def _block(self, node: Node) -> None:
        if node.tag == "w:p":
            self._paragraph(node)
        elif node.tag == "w:tbl":
            self._table(node)
        elif node.tag in THROUGH:
            self._blocks(node)
        elif node.tag in ADDED or node.tag in TAKEN:
            self.inline.changes.add(node, self.flow.count + 1)
            if node.tag in ADDED:
                self._blocks(node)
        elif node.tag == "mc:AlternateContent":
            self._blocks(chosen(node))
        elif node.tag == "w:altChunk":
            hint = "open the file in a word processor, save it, and take the saved file"
            self.flow.find("read-left-out", "a part in another format is left out", hint)
        elif node.tag == "w:subDoc":
            self.inline.part_elsewhere(node)
        elif self.inline.misplaced(node):
            with self.inline.astray():
                self._paragraph(Node("w:p", {}, [node]))  # what no word processor puts here: a paragraph of its own

    def _paragraph(self, node: Node) -> None:
        properties = node.find("w:pPr")
        read = self.inline.pieces(node)
        pieces = self._held + read
        if is_beside(self.styles.paragraph(properties)) and any(piece.text.strip() for piece in read):
            message = "words that are set to stand beside the page are read"
            self.flow.find("read-misplaced", message, "compare with the official file")
        self._held = []
        if has_hidden_end(pieces, properties):
            self._held = self._labelled(pieces, properties)
            return
        if self._end_is_taken(properties) or is_drop_cap(properties):
            self._held = pieces
            return
        self._paragraph_of(pieces, properties, bold=is_bold(node, properties, self.styles))
        if properties and properties.find("w:sectPr"):
            self._enter(self._section + 1)

    def _paragraph_of(self, pieces: list[Piece], properties: Node | None, *, bold: bool = False) -> None:
        typed = typed_marker(list(merged(pieces)), self.flow.marked, self.flow.last_note)
        if typed:
            self.flow.note(*typed)
            self._after()
            return
        pieces = self._labelled(pieces, properties)
        if self.flow.paragraph(pieces, heading_of(pieces, self.styles.paragraph(properties), bold=bold), bold=bold):
            self._begun = True
        self._after()

    def _after(self) -> None:
        """What hangs on the paragraph or row that was just added: hidden words, notes, text boxes."""
        self._unlike_text()
        while self.inline.referred:
            referred, self.inline.referred = self.inline.referred, []
            for note in referred:
                self._note(note)
        self._unlike_text()
        boxes, self.inline.boxes = self.inline.boxes, []
        with self._on_ground():
            for box in boxes:
                self._blocks(box)

    def _unlike_text(self) -> None:
        """Words that nobody sees are furniture and said; words that are struck out are said."""
        if self.inline.hidden:
            shown = self.flow.set_aside("hidden", " ".join(self.inline.hidden))
            self.inline.hidden = []
            hint = "compare with the official file: hidden words are not printed"
            self.flow.find("read-hidden", f"hidden words are left out: {shown}", hint, after=True, lighter=True)
        if self.inline.struck:
            words, self.inline.struck = " ".join(self.inline.struck), []
            message = f"words that are struck out are read as words: {begun(words)!r}"
            self.flow.find("read-struck", message, "take the official file, which has one text", after=True)

    def _labelled(self, pieces: list[Piece], properties: Node | None) -> list[Piece]:
        """The words with the number that Word writes before them; a paragraph that is hidden whole has none."""
        mark = properties.find("w:rPr") if properties else None
        if is_on(mark, "w:vanish") and not any(piece.text.strip() for piece in pieces):
            return pieces
        label = self.numbering.label(properties)
        return [Piece(label), *pieces] if label else pieces

    def _note(self, note: NoteText) -> None:
        if id(note.node) in self._printed:
            hint = "look at the official file: each mark has a note of its own"
            message = f"the mark {note.marker} leads to a note that another mark leads to as well"
            self.flow.find("read-note-twice", message, hint, after=True)
            return
        self._printed.add(id(note.node))
        self.inline.fields.enter(note.node)
        first = True
        written = note.automatic and has_reference(note.node)
        for paragraph in paragraphs_in(note.node):
            pieces = self.inline.pieces(paragraph)
            if first:
                self.flow.note(note.marker, pieces if written else _without(note.marker, pieces), note.name)
            else:
                self.flow.paragraph(self._labelled(pieces, paragraph.find("w:pPr")), NOTE_GOES_ON)
            first = False
        self._account(note.node)

    def _enter(self, index: int) -> None:
        self._section = index
        section = self.sections[index] if index < len(self.sections) else None
        for notes in self.notes:
            notes.enter(section)
            if notes.by_page:
                hint = "compare the numbers of the notes with the printed file"
                message = "footnotes begin anew on each page, which this format does not tell: they run on here"
                self.flow.find("read-note-numbers", message, hint)

    def _end_is_taken(self, properties: Node | None) -> bool:
        """Whether a tracked change takes out the end of the paragraph, so that it goes on with the next one."""
        mark = properties.find("w:rPr") if properties else None
        found = [node for node in (mark.elements() if mark else ()) if node.tag in (*ADDED, *TAKEN)]
        for node in found:
            self.inline.changes.add(node, self.flow.count + 1)
        return any(node.tag in TAKEN for node in found)

    # --- tables ------------------------------------------------------------------------------------------

    @contextmanager
    def _on_ground(self) -> Iterator[None]:
        """While what is read may stand on a ground of some colour: in a table, a text box, a header."""
        before, self.inline.on_paper = self.inline.on_paper, False
        yield
        self.inline.on_paper = before

    def _table(self, table: Node) -> None:
        self._end_held()
        before = self.inline.of_table
        named = value(table.find("w:tblPr"), "w:tblStyle")
        self.inline.of_table = self.styles.of_table(named)
        on_ground = self.styles.is_shaded(named) or _is_shaded(table, self.inline.theme)
        with self._on_ground() if on_ground else nullcontext():
            self._rows(table)
        self.inline.of_table = before
        self._unlike_text()

    def _rows(self, table: Node) -> None:
        rows = list(within(table, "w:tr"))
        cells = [list(within(row, "w:tc")) for row in rows]
        is_layout = not self._begun or all(len(row) <= 1 for row in cells)
        for row, inside in zip(rows, cells, strict=True):
            if self._is_taken(row) or self._is_hidden(row):
                self.inline.leave(row)
                continue
            if is_layout:
                self._letterhead_row(inside)
            else:
                self._begun |= self.flow.row([*self._cells(row, inside)])
                self._after()

    def _letterhead_row(self, cells: list[Node]) -> None:
        begun = self._begun
        for cell in cells:
            self._blocks(cell)
        self._begun = begun  # a letterhead may have several tables

    def _is_taken(self, row: Node) -> bool:
        """Whether a tracked change takes out a row."""
        changes = [one for name in (*ADDED, *TAKEN) for one in (row.find("w:trPr", name),) if one]
        for change in changes:
            self.inline.changes.add(change, self.flow.count + 1)
        return any(change.tag in TAKEN for change in changes)

    def _is_hidden(self, row: Node) -> bool:
        """Whether a row is hidden, or has no height; then its words are."""
        low = is_low(row.find("w:trPr", "w:trHeight"), "w:val", "w:hRule")
        hidden = low or bool(is_on(row.find("w:trPr"), "w:hidden"))
        if hidden and (words := self.inline.unread(row)):
            self.inline.hidden.append(words)
        return hidden

    def _cells(self, row: Node, cells: list[Node]) -> Iterator[list[Piece]]:
        """The cells of a row, each in its column: those that one takes up as well are empty."""
        before = number(row.find("w:trPr"), "w:gridBefore") or 0
        yield from ([] for _ in range(min(before, _MOST_COLUMNS)))
        for cell in cells:
            own = cell.find("w:tcPr")
            for change in (one for name in _CHANGED for one in ((own.find(name) if own else None),) if one):
                self.inline.changes.add(change, self.flow.count + 1)
            yield self._cell(cell, own)
            wide = number(own, "w:gridSpan") or 1
            yield from ([] for _ in range(min(wide, _MOST_COLUMNS) - 1))

    def _cell(self, cell: Node, own: Node | None) -> list[Piece]:
        """The words of a cell, by its properties; none where it is one with the cell above it or before it."""
        merged = (own.find(name) for name in ("w:vMerge", "w:hMerge")) if own else ()
        if any(one and one.attrs.get("w:val", "continue") == "continue" for one in merged):
            self._joined(cell)
            return []
        if own and own.find("w:cellDel"):
            self.inline.leave(cell)
            return []
        pieces: list[Piece] = []
        for node in paragraphs_in(cell):
            pieces += [*self._labelled(self.inline.pieces(node), node.find("w:pPr")), Piece(" ")]
        if next(within(cell, "w:tbl"), None):
            message = "a table stands in a cell of a table: its words follow each other in the cell"
            self.flow.find("read-nested-table", message, "compare with the official file")
        return pieces

    def _joined(self, cell: Node) -> None:
        """A cell that is one with another one: words of its own are in the file, and are not shown."""
        if self.inline.unread(cell):
            message = "words in a cell that is joined to another one are left out: they are not printed"
            self.flow.find("read-left-out", message, "compare with the official file")
            self.inline.leave(cell)


def _is_shaded(table: Node, theme: Theme) -> bool:
    """Whether a table, or a cell of it, has a ground of its own."""
    parts = [node for node in table.walk() if node.tag in ("w:tblPr", "w:tblPrEx", "w:tcPr")]
    return has_ground(parts, theme)


def _without(marker: str, pieces: list[Piece]) -> list[Piece]:
    """A note's words without the marker that somebody typed before them."""
    at = next((index for index, piece in enumerate(pieces) if piece.text.strip()), None)
    if at is None or not pieces[at].text.lstrip().startswith(marker):
        return pieces
    rest = pieces[at].text.lstrip().removeprefix(marker)
    return [*pieces[:at], pieces[at]._replace(text=rest), *pieces[at + 1 :]]
