"""The words of a paragraph of a DOCX, run by run: what a reader sees, and nothing that is only in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from converter.read.docx.fields import Fields
from converter.read.docx.notes import Notes, NoteText
from converter.read.docx.seen import has_ground, is_hidden, is_like_ground, is_low, is_struck, is_white
from converter.read.docx.styles import Styles, font_of, height_of
from converter.read.docx.symbols import is_of_signs, shown, sign
from converter.read.docx.theme import Theme
from converter.read.docx.tree import ADDED, TAKEN, boxes_in, chosen, has_words, is_drawn_word, words_in
from converter.read.flow import Flow
from converter.read.nodes import Node
from converter.read.pieces import BREAK, Piece, begun
from converter.read.signs import EMBEDDED, FORCED, is_embedded, is_turned

_THROUGH = ("w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo")
_SPACES, _BREAKS = ("w:tab", "w:ptab"), ("w:br", "w:cr")
_DRAWN = ("w:drawing", "w:pict", "w:object")
_PICTURES = ("?:blip", "?:imagedata")
_WITH_WORDS = ("?:chart", "?:relIds", "?:OLEObject")  # charts, diagrams, objects of other programs
_MATHS = ("m:oMath", "m:oMathPara")
_SYMBOL_FONT = 0xF000  # symbol fonts keep their characters here, at the places that ASCII has below
_OF_A_RUN = (
    *("w:t", "w:sym", "w:fldChar", "w:footnoteReference", "w:endnoteReference", "w:noBreakHyphen", "w:ruby"),
    *("w:commentReference", *_SPACES, *_BREAKS, *_DRAWN),
)
_OF_A_PARAGRAPH = ("w:r", *_THROUGH, *ADDED, *TAKEN, *_MATHS, "w:subDoc")
_MADE = ("w:pgNum", *(f"w:{what}{how}" for what in ("day", "month", "year") for how in ("Short", "Long")))
_BLOCKS = ("w:p", "w:tbl", "w:tr", "w:tc")
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

    `boxes` are the text boxes that were met, `referred` the notes that were referred to, `hidden` the
    words that were hidden, `struck` those that a line runs through: whoever adds the paragraph takes them. Tracked
    changes are read as accepted and kept in `changes`. Which words were met is kept too: `unread` has the others.
    """

    flow: Flow
    styles: Styles
    footnotes: Notes
    endnotes: Notes
    theme: Theme = field(default_factory=Theme)
    changes: Changes = field(default_factory=Changes)
    boxes: list[Node] = field(default_factory=list)
    referred: list[NoteText] = field(default_factory=list)
    comments: int = 0
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    on_paper: bool = True  # nothing around the paragraph colours its ground
    of_table: tuple[Node, ...] = ()  # what the style of the table around the paragraph says of characters
    fields: Fields = field(init=False)
    _met: dict[int, Node] = field(default_factory=dict)  # words (`w:t`) that were read or are said to be left out
    _font: str = ""  # of the run that is read
    _astray: bool = False  # in an element of which it was said that its words stand where none do

    def __post_init__(self) -> None:
        self.fields = Fields(self._left_out)

    def pieces(self, paragraph: Node) -> list[Piece]:
        """The words of a paragraph (`w:p`)."""
        return list(self._inside(paragraph, paragraph.find("w:pPr")))

    def leave(self, node: Node) -> None:
        """An element is not read, and a finding says so."""
        self._met |= {id(one): one for one in node.walk() if one.tag == "w:t"}

    def unread(self, node: Node) -> str:
        """The words in an element that were neither read nor said to be left out."""
        words = (one.words().strip() for one in words_in(node) if id(one) not in self._met)
        return " ".join(filter(None, words))

    def _inside(self, node: Node, properties: Node | None) -> Iterator[Piece]:
        for child in node.elements():
            if child.tag == "w:r":
                yield from self._run(child, properties)
            elif child.tag in _THROUGH:
                if child.tag == "w:fldSimple" and not has_words(child):
                    yield from self.fields.made(child.attrs.get("w:instr", ""))
                elif child.tag in ("w:bdo", "w:dir"):
                    self._direction(child)
                yield from self._inside(child, properties)
            elif child.tag in ADDED:
                self.changes.add(child, self.flow.count + 1)
                yield from self._inside(child, properties)
            elif child.tag in TAKEN:
                self.changes.add(child, self.flow.count + 1)
            elif child.tag == "mc:AlternateContent":
                yield from self._inside(chosen(child), properties)
            elif child.tag in _MATHS:
                self.leave(child)
                self._left_out("a formula")
            elif child.tag == "w:subDoc":
                self.part_elsewhere(child)
            elif child.tag in _OF_A_RUN:
                self.misplaced(child)
                yield from self._content(Node("w:r", {}, [child]), properties, raised=False)
            elif not child.tag.endswith("Pr"):  # how something is set
                yield from self._stray(child, properties)

    def _direction(self, node: Node) -> None:
        """Words whose direction is forced letter by letter (`w:bdo`) or set (`w:dir`): said where it turns them."""
        words, left = node.words(), node.attrs.get("w:val") == "rtl"
        forced = node.tag == "w:bdo" and is_turned(words, to_the_left=left)
        if forced or (node.tag == "w:dir" and is_embedded(words, self.flow.lang, to_the_left=left)):
            message = f"{FORCED if forced else EMBEDDED}: {begun(words)!r}"
            self.flow.find("text-bidi", message, "compare with the official file")

    def part_elsewhere(self, node: Node) -> None:
        """A part of the text that stands in another file (`w:subDoc`)."""
        self.leave(node)
        self._left_out("a part that stands in another file")

    def misplaced(self, node: Node) -> bool:
        """Whether an element that the standard does not have here has words, which are read then; a finding says so."""
        if self._astray:
            return True
        found = has_words(node)
        if found:
            message = "words stand where a word processor puts none; they are read in the order of the file"
            self.flow.find("read-misplaced", message, "compare with the official file")
        return found

    def _stray(self, node: Node, paragraph: Node | None) -> Iterator[Piece]:
        """An element that the standard does not have here: words in it are read where it stands."""
        if not self.misplaced(node):
            return
        space = [Piece(" ")] if node.tag in _BLOCKS else []
        yield from space
        with self.astray():
            yield from self._inside(node, paragraph)
        yield from space

    @contextmanager
    def astray(self) -> Iterator[None]:
        """While an element is read that is misplaced: what it holds is not said again."""
        before, self._astray = self._astray, True
        yield
        self._astray = before

    def _run(self, run: Node, paragraph: Node | None) -> Iterator[Piece]:
        setting = (*self.styles.characters(run.find("w:rPr"), paragraph), *self.of_table)
        if is_hidden(setting) or self._is_unseen(setting, paragraph):
            words = " ".join((*(one.words() for one in words_in(run)), *self._notes_of(run))).strip()
            self.hidden += [words] if words else []
            self.fields.skip(run)
            self.leave(run)
            return
        if is_struck(setting) and (words := run.words().strip()):
            self.struck.append(words)
        height = height_of(setting)
        self._font = font_of(setting)
        for piece in self._content(run, paragraph, height > 0):
            yield piece._replace(lowered=height < 0) if height < 0 and not piece.mark else piece

    def _notes_of(self, run: Node) -> Iterator[str]:
        """The words of the notes that a hidden run refers to: nobody sees these either."""
        for child in run.elements():
            notes = {"w:footnoteReference": self.footnotes, "w:endnoteReference": self.endnotes}.get(child.tag)
            if notes:
                yield notes.words(child.attrs.get("w:id", ""))

    def _is_unseen(self, setting: Sequence[Node], paragraph: Node | None) -> bool:
        """Whether words have the colour of their ground, are white on paper, or stand in a line without height."""
        around = self.styles.paragraph(paragraph)
        if is_like_ground(setting, around, self.theme) or is_low(_spacing(around), "w:line", "w:lineRule"):
            return True
        if not self.on_paper or not is_white(setting, self.theme):
            return False
        return not has_ground((*setting, *around), self.theme)

    def _content(self, run: Node, paragraph: Node | None, raised: bool) -> Iterator[Piece]:
        custom: tuple[Notes, str] | None = None  # the note whose mark are the words that follow
        for child in run.elements():
            tag = child.tag
            if tag == "w:fldChar":
                yield from self.fields.character(child)
            elif self.fields.is_instruction:
                self.fields.instruction(child)
                self.leave(child)
            elif tag in ("w:footnoteReference", "w:endnoteReference"):
                notes = self.footnotes if tag == "w:footnoteReference" else self.endnotes
                identity = child.attrs.get("w:id", "")
                if child.attrs.get("w:customMarkFollows", "0") not in ("0", "false", "off"):
                    custom = notes, identity
                else:
                    yield from self._refer(notes.refer(identity))
            elif tag in ("w:t", "w:sym"):
                words = self._signs(child.words()) if tag == "w:t" else self._symbol(child)
                self.leave(child)
                self.fields.shows()
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
            self._ruby(node)
        elif tag in _MADE:
            self._left_out("a number or a day that the word processor writes")
        elif tag == "w:commentReference":
            self.comments += 1
        elif tag in (*_MATHS, "w:subDoc"):
            yield from self._inside(Node("w:r", {}, [node]), paragraph)
        elif tag in _OF_A_PARAGRAPH:
            yield from self._stray(Node("w:r", {}, [node]), paragraph)
        elif not tag.endswith("Pr"):
            yield from self._stray(node, paragraph)

    def _ruby(self, node: Node) -> None:
        """What stands small above characters, to tell how they are said, is no word of the text."""
        for small in node.all("w:rt"):
            if has_words(small):
                self._left_out("what stands small above characters")
            self.leave(small)

    def _refer(self, note: NoteText | None) -> Iterator[Piece]:
        if note is None:
            hint = "look at the official file; fetch it again if it has the note"
            self.flow.find("read-note-missing", "a mark leads to a note that the file has not", hint)
            return
        self.referred.append(note)
        yield Piece(note.marker, raised=True, mark=True, note=note.name)

    def _symbol(self, node: Node) -> str:
        try:
            code = int(node.attrs.get("w:char", ""), 16)
        except ValueError:
            code = _SYMBOL_FONT
        if code < _SYMBOL_FONT and code not in range(0xD800, 0xE000):
            return chr(code) if code >= ord(" ") else ""
        font = node.attrs.get("w:font", "")
        known = sign(code, font)
        if not known:
            self._left_out(f"a character of the font {font[:40]!r}, which has no Unicode")
        return known

    def _signs(self, words: str) -> str:
        """Words as they are shown: in a font of signs (Symbol) a letter is another one; so are private characters."""
        if is_of_signs(self._font):
            signs, known = shown(words, self._font)
        elif any("\uf020" <= char <= "\uf0ff" for char in words):
            parts = [sign(ord(char), "") if "\uf020" <= char <= "\uf0ff" else char for char in words]
            signs, known = "".join(parts), all(parts)
        else:
            return words
        if not known:
            self._left_out(f"a character of the font {self._font[:40]!r}, which has no Unicode")
        return signs

    def _drawn(self, node: Node) -> None:
        boxes = list(boxes_in(node))
        self.boxes += boxes
        if boxes:
            message = "a text box hangs here; its words follow the paragraph"
            self.flow.find("read-text-box", message, "compare the order with the official file")
        tags = {one.tag for one in node.walk()}
        if not tags.isdisjoint(_WITH_WORDS):
            self._left_out("a chart, a diagram or an object of another program")
        elif any(is_drawn_word(one) for one in node.walk()):
            self._left_out("a drawing with words")
        elif not tags.isdisjoint(_PICTURES):
            self.flow.find("read-picture", "a picture is left out", _MISSING)

    def _left_out(self, what: str) -> None:
        self.flow.find("read-left-out", f"{what} is left out", _MISSING)


def _spacing(paragraph: Sequence[Node]) -> Node | None:
    """What is said of the height of a paragraph's lines."""
    said = (one.find("w:spacing") for one in paragraph)
    return next((one for one in said if one is not None and "w:line" in one.attrs), None)
