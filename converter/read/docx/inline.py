"""The words of a paragraph of a DOCX, run by run: what a reader sees, and nothing that is only in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.model import Severity
from converter.read.docx.notes import Notes, NoteText
from converter.read.docx.styles import Styles, is_on, value
from converter.read.flow import BREAK, Flow, Piece
from converter.read.nodes import Node

_THROUGH = ("w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo")
_ADDED, _TAKEN = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
_SPACES, _BREAKS = ("w:tab", "w:ptab"), ("w:br", "w:cr")
_DRAWN = ("w:drawing", "w:pict", "w:object")
_PICTURES = ("?:blip", "?:imagedata")
_WITH_WORDS = ("?:chart", "?:relIds", "?:OLEObject")  # charts, diagrams, objects of other programs
_MATHS = ("m:oMath", "m:oMathPara")
_SYMBOL_FONT = 0xF000  # symbol fonts keep their characters here, at the places that ASCII has below
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0x2D: "−", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥"}
_MISSING = "look at the official file: what is left out may have to be cited or described"


@dataclass(slots=True)
class Changes:
    """The tracked changes that were met: where each stands, and who made it."""

    paragraphs: list[int] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)

    def add(self, node: Node, paragraph: int) -> None:
        """A change, in a paragraph by its number."""
        self.paragraphs.append(paragraph)
        self.authors.add(node.attrs.get("w:author", ""))


@dataclass(slots=True)
class Inline:
    """Turns the runs of paragraphs into pieces. What it meets on the way is kept for whoever asked.

    `boxes` are the text boxes that were met, `referred` the notes that were referred to, `hidden` says that some
    words were hidden: whoever adds the paragraph takes them. Tracked
    changes are read as accepted and kept in `changes`.
    """

    flow: Flow
    styles: Styles
    footnotes: Notes
    endnotes: Notes
    changes: Changes = field(default_factory=Changes)
    boxes: list[Node] = field(default_factory=list)
    referred: list[NoteText] = field(default_factory=list)
    comments: int = 0
    hidden: bool = False
    _fields: list[bool] = field(default_factory=list)  # per open field: whether its result has begun
    _endless: dict[int, Node] = field(default_factory=dict)  # where fields begin that have no end, by identity

    def enter(self, story: Node) -> None:
        """A story begins (the body, a note, a header). A field without an end in it is none (17.16.18): words stay."""
        begun: list[Node] = []
        for node in _fields_in(story):
            kind = node.attrs.get("w:fldCharType")
            if kind == "begin":
                begun.append(node)
            elif kind == "end" and begun:
                begun.pop()
        self._endless |= {id(node): node for node in begun}

    def pieces(self, paragraph: Node) -> list[Piece]:
        """The words of a paragraph (`w:p`)."""
        return list(self._inside(paragraph, paragraph.find("w:pPr")))

    def _inside(self, node: Node, properties: Node | None) -> Iterator[Piece]:
        for child in node.elements():
            if child.tag == "w:r":
                yield from self._run(child, properties)
            elif child.tag in _THROUGH:
                yield from self._inside(child, properties)
            elif child.tag in _ADDED:
                self.changes.add(child, self.flow.count + 1)
                yield from self._inside(child, properties)
            elif child.tag in _TAKEN:
                self.changes.add(child, self.flow.count + 1)
            elif child.tag == "mc:AlternateContent":
                yield from self._inside(chosen(child), properties)
            elif child.tag in _MATHS:
                self._left_out("a formula")
            elif child.tag == "w:subDoc":
                self._left_out("a part that stands in another file")

    def _run(self, run: Node, paragraph: Node | None) -> Iterator[Piece]:
        setting = self.styles.characters(run.find("w:rPr"), paragraph)
        if next((on for one in setting if (on := is_on(one, "w:vanish")) is not None), False):
            self.hidden = self.hidden or bool(run.words().strip())
            self._skip(run)
            return
        raised = next((found for one in setting if (found := value(one, "w:vertAlign"))), "") == "superscript"
        yield from self._content(run, paragraph, raised)

    def _content(self, run: Node, paragraph: Node | None, raised: bool) -> Iterator[Piece]:
        custom: tuple[Notes, str] | None = None  # the note whose mark are the words that follow
        for child in run.elements():
            tag = child.tag
            if tag == "w:fldChar":
                self._field(child)
            elif not all(self._fields):
                continue  # the instruction of a field
            elif tag in ("w:footnoteReference", "w:endnoteReference"):
                notes = self.footnotes if tag == "w:footnoteReference" else self.endnotes
                identity = child.attrs.get("w:id", "")
                if child.attrs.get("w:customMarkFollows", "0") not in ("0", "false", "off"):
                    custom = notes, identity
                else:
                    yield from self._refer(notes.refer(identity))
            elif tag in ("w:t", "w:sym"):
                words = child.words() if tag == "w:t" else self._symbol(child)
                if custom and words.strip():
                    yield from self._refer(custom[0].refer_custom(custom[1], words.strip()))
                    custom = None
                else:
                    yield Piece(words.replace("\n", " "), raised)
            else:
                yield from self._other(child, paragraph, raised)

    def _other(self, node: Node, paragraph: Node | None, raised: bool) -> Iterator[Piece]:
        """What stands in a run besides words, notes and fields."""
        tag = node.tag
        if tag in _SPACES:
            yield Piece(" ")
        elif tag in _BREAKS:
            yield BREAK
        elif tag == "w:noBreakHyphen":
            yield Piece("-", raised)
        elif tag in _DRAWN:
            self._drawn(node)
        elif tag == "mc:AlternateContent":
            yield from self._content(chosen(node), paragraph, raised)
        elif tag == "w:ruby":
            yield from (piece for base in node.all("w:rubyBase") for piece in self._inside(base, paragraph))
        elif tag == "w:commentReference":
            self.comments += 1

    def _refer(self, note: NoteText | None) -> Iterator[Piece]:
        if note is None:
            hint = "look at the official file; fetch it again if it has the note"
            self.flow.find("read-note-missing", Severity.WARNING, "a mark leads to a note that the file has not", hint)
            return
        self.referred.append(note)
        yield Piece(note.marker, raised=True, mark=True, note=note.name)

    def _field(self, node: Node) -> None:
        kind = node.attrs.get("w:fldCharType")
        if id(node) in self._endless:
            return
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _skip(self, run: Node) -> None:
        """A hidden run: its words are passed over, its fields are not, or what follows would seem their instruction."""
        for node in run.all("w:fldChar"):
            self._field(node)

    def _symbol(self, node: Node) -> str:
        try:
            code = int(node.attrs.get("w:char", ""), 16)
        except ValueError:
            code = _SYMBOL_FONT
        if code < _SYMBOL_FONT and code not in range(0xD800, 0xE000):
            return chr(code) if code >= ord(" ") else ""
        known = _SYMBOLS.get(code - _SYMBOL_FONT, "")
        if not known:
            self._left_out(f"a character of the font {node.attrs.get('w:font', '')[:40]!r}, which has no Unicode")
        return known

    def _drawn(self, node: Node) -> None:
        boxes = list(_boxes(node))
        self.boxes += boxes
        if boxes:
            message = "a text box hangs here; its words follow the paragraph"
            self.flow.find("read-text-box", Severity.INFO, message, "compare the order with the official file")
        tags = {one.tag for one in node.walk()}
        if not tags.isdisjoint(_WITH_WORDS):
            self._left_out("a chart, a diagram or an object of another program")
        elif not tags.isdisjoint(_PICTURES):
            self.flow.find("read-picture", Severity.INFO, "a picture is left out", _MISSING)

    def _left_out(self, what: str) -> None:
        self.flow.find("read-left-out", Severity.WARNING, f"{what} is left out", _MISSING)


def _fields_in(story: Node) -> Iterator[Node]:
    """The characters of fields in a story, in order, as they are met: not those that a tracked change took out."""
    waiting = [story]
    while waiting:
        at = waiting.pop()
        if at.tag == "w:fldChar":
            yield at
        elif at.tag == "mc:AlternateContent":
            waiting.append(chosen(at))
        elif at.tag not in _TAKEN:
            waiting.extend(reversed(list(at.elements())))


def chosen(alternatives: Node) -> Node:
    """One of the alternatives of `mc:AlternateContent`: the first choice, else the fallback, else nothing."""
    return alternatives.find("mc:Choice") or alternatives.find("mc:Fallback") or Node("mc:Choice")


def _boxes(node: Node) -> Iterator[Node]:
    """The outermost text boxes in a drawing; of alternatives, only the chosen one's."""
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at.tag == "w:txbxContent":
            yield at
        elif at.tag == "mc:AlternateContent":
            waiting.append(chosen(at))
        else:
            waiting.extend(reversed(list(at.elements())))
