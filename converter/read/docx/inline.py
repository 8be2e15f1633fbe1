"""The words of a paragraph of a DOCX, run by run: what a reader sees, and nothing that is only in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from converter.read.docx.notes import Notes, NoteText
from converter.read.docx.seen import has_ground, is_hidden, is_struck, is_white
from converter.read.docx.styles import Styles, value
from converter.read.docx.symbols import is_of_signs, shown, sign
from converter.read.flow import BREAK, Flow, Piece, begun
from converter.read.nodes import Node
from converter.read.signs import EMBEDDED, FORCED, is_embedded, is_turned

_THROUGH = ("w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo")
_ADDED, _TAKEN = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
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
_OF_A_PARAGRAPH = ("w:r", *_THROUGH, *_ADDED, *_TAKEN, *_MATHS, "w:subDoc")
_MOVED = 4  # half points
_SHOWING = ("AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "EQ", "QUOTE", "SEQ", "REF", "NOTEREF")  # without a result
_LONGEST_CODE, _LONGEST_SIGN = 400, 5
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
    changes: Changes = field(default_factory=Changes)
    boxes: list[Node] = field(default_factory=list)
    referred: list[NoteText] = field(default_factory=list)
    comments: int = 0
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    on_paper: bool = True  # nothing around the paragraph colours its ground
    _fields: list[bool] = field(default_factory=list)  # per open field: whether its result has begun
    _endless: dict[int, Node] = field(default_factory=dict)  # where fields begin that have no end, by identity
    _met: dict[int, Node] = field(default_factory=dict)  # words (`w:t`) that were read or are said to be left out
    _codes: list[str] = field(default_factory=list)  # per open field: its instruction
    _automatic: int = 0  # how many paragraphs a field has numbered
    _font: str = ""  # of the run that is read
    _astray: bool = False  # in an element of which it was said that its words stand where none do

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
                if child.tag == "w:fldSimple" and not _has_words(child):
                    yield from self._made(child.attrs.get("w:instr", "")[:_LONGEST_CODE])
                elif child.tag in ("w:bdo", "w:dir"):
                    self._direction(child)
                yield from self._inside(child, properties)
            elif child.tag in _ADDED:
                self.changes.add(child, self.flow.count + 1)
                yield from self._inside(child, properties)
            elif child.tag in _TAKEN:
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
        found = _has_words(node)
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
        setting = self.styles.characters(run.find("w:rPr"), paragraph)
        if is_hidden(setting) or self._is_white_on_paper(setting, paragraph):
            words = " ".join(one.words() for one in words_in(run)).strip()
            self.hidden += [words] if words else []
            self._skip(run)
            self.leave(run)
            return
        if is_struck(setting) and (words := run.words().strip()):
            self.struck.append(words)
        height = _height(setting)
        self._font = _font(setting)
        for piece in self._content(run, paragraph, height > 0):
            yield piece._replace(lowered=height < 0) if height < 0 and not piece.mark else piece

    def _is_white_on_paper(self, setting: Sequence[Node], paragraph: Node | None) -> bool:
        if not self.on_paper or not is_white(setting):
            return False
        return not has_ground((*setting, *self.styles.paragraph(paragraph)))

    def _content(self, run: Node, paragraph: Node | None, raised: bool) -> Iterator[Piece]:
        custom: tuple[Notes, str] | None = None  # the note whose mark are the words that follow
        for child in run.elements():
            tag = child.tag
            if tag == "w:fldChar":
                yield from self._field(child)
            elif not all(self._fields):
                self._instruction(child)
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
            if _has_words(small):
                self._left_out("what stands small above characters")
            self.leave(small)

    def _instruction(self, node: Node) -> None:
        """An element in the instruction of a field, of which only the result is shown; words of its own are said."""
        if node.tag == "w:instrText" and self._codes and not self._fields[-1]:
            self._codes[-1] = (self._codes[-1] + node.words())[:_LONGEST_CODE]
        if not self._fields[-1] and _has_words(node):
            self._left_out("what stands in the instruction of a field")
        self.leave(node)

    def _refer(self, note: NoteText | None) -> Iterator[Piece]:
        if note is None:
            hint = "look at the official file; fetch it again if it has the note"
            self.flow.find("read-note-missing", "a mark leads to a note that the file has not", hint)
            return
        self.referred.append(note)
        yield Piece(note.marker, raised=True, mark=True, note=note.name)

    def _field(self, node: Node) -> Iterator[Piece]:
        """A character of a field. One without a result shows what its instruction makes."""
        kind = node.attrs.get("w:fldCharType")
        if id(node) in self._endless:
            return
        if kind == "begin":
            self._fields.append(False)
            self._codes.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            code = self._codes.pop()
            if not self._fields.pop() and all(self._fields):
                yield from self._made(code)

    def _made(self, code: str) -> Iterator[Piece]:
        """What a field without a result shows: a number that counts paragraphs, a sign; others are said."""
        name, *rest = code.split() or [""]
        if name.upper() == "AUTONUM":
            self._automatic += 1
            mark = rest[rest.index("\\s") + 1][:1] if "\\s" in rest[:-1] else "."
            yield Piece(f"{self._automatic}{mark} ")
        elif name.upper() == "SYMBOL" and rest and rest[0].isdecimal() and len(rest[0]) <= _LONGEST_SIGN:
            font = " ".join(rest[rest.index("\\f") + 1 :]).split("\\")[0].strip().strip('"') if "\\f" in rest else ""
            found = sign(int(rest[0]), font) if is_of_signs(font) else chr(int(rest[0]))
            if found and found.isprintable():
                yield Piece(found)
            else:
                self._left_out(f"a character of the font {font[:40]!r}, which has no Unicode")
        elif name.upper() in _SHOWING:
            self._left_out(f"what a field shows ({name.upper()[:20]})")

    def _skip(self, run: Node) -> None:
        """A hidden run: its words are passed over, its fields are not, or what follows would seem their instruction."""
        for node in _fields_in(run):
            for _ in self._field(node):
                pass

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
        boxes = list(_boxes(node))
        self.boxes += boxes
        if boxes:
            message = "a text box hangs here; its words follow the paragraph"
            self.flow.find("read-text-box", message, "compare the order with the official file")
        tags = {one.tag for one in node.walk()}
        if not tags.isdisjoint(_WITH_WORDS):
            self._left_out("a chart, a diagram or an object of another program")
        elif any(_is_drawn_word(one) for one in node.walk()):
            self._left_out("a drawing with words")
        elif not tags.isdisjoint(_PICTURES):
            self.flow.find("read-picture", "a picture is left out", _MISSING)

    def _left_out(self, what: str) -> None:
        self.flow.find("read-left-out", f"{what} is left out", _MISSING)


def _font(setting: Sequence[Node]) -> str:
    """The font of a run's Latin letters."""
    fonts = (found for one in setting if (found := one.find("w:rFonts")))
    return next((name for one in fonts if (name := one.attrs.get("w:ascii") or one.attrs.get("w:hAnsi"))), "")


def _height(setting: Sequence[Node]) -> int:
    """Whether a run stands higher (1) or lower (-1) than its line, by its setting; 0 for neither."""
    said = next((found for one in setting if (found := value(one, "w:vertAlign"))), "")
    if said in ("superscript", "subscript"):
        return 1 if said == "superscript" else -1
    moved = next((found for one in setting if (found := value(one, "w:position"))), "0")
    steps = int(moved) if re.fullmatch(r"-?[0-9]{1,4}", moved) else 0  # half points
    return 0 if abs(steps) < _MOVED else (1 if steps > 0 else -1)


def _is_drawn_word(node: Node) -> bool:
    """Words that are a part of a picture: of DrawingML outside a text box, or along a line of VML."""
    return (node.tag == "?:t" and bool(node.words().strip())) or (
        node.tag == "?:textpath" and bool(node.attrs.get("string", "").strip())
    )


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


def words_in(node: Node) -> Iterator[Node]:
    """The elements with words (`w:t`) that an element shows: not what a change took out, of alternatives the chosen."""
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at.tag == "w:t":
            yield at
        elif at.tag == "mc:AlternateContent":
            waiting.append(chosen(at))
        elif at.tag not in _TAKEN:
            waiting.extend(reversed(list(at.elements())))


def _has_words(node: Node) -> bool:
    return any(one.words().strip() for one in words_in(node))


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
