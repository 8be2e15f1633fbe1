"""Fields of a DOCX (ECMA-376-1, 17.16): of each only its result is shown; one without a result shows what it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from converter.read.docx.styles import value
from converter.read.docx.symbols import is_of_signs, sign
from converter.read.docx.tree import fields_in, has_words
from converter.read.nodes import Node
from converter.read.pieces import Piece

_ALWAYS_MADE = ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "EQ", "SYMBOL", "FORMDROPDOWN")  # a result is none
_SHOWING = (*_ALWAYS_MADE, "QUOTE", "SEQ", "REF", "NOTEREF")  # without a result
_LONGEST_CODE, _LONGEST_SIGN = 400, 5


@dataclass(slots=True)
class _Field:
    """A field that is open: where it began, its instruction, whether its result has begun and shows anything."""

    start: Node
    code: str = ""
    begun: bool = False
    shown: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open where a text is read. `left_out` is told what one shows that is not read."""

    left_out: Callable[[str], None]
    _open: list[_Field] = field(default_factory=list)
    _endless: dict[int, Node] = field(default_factory=dict)  # where fields begin that have no end, by identity
    _automatic: int = 0  # how many paragraphs a field has numbered

    def enter(self, story: Node) -> None:
        """A story begins (the body, a note, a header). A field without an end in it is none (17.16.18): words stay."""
        begun: list[Node] = []
        for node in fields_in(story):
            kind = node.attrs.get("w:fldCharType")
            if kind == "begin":
                begun.append(node)
            elif kind == "end" and begun:
                begun.pop()
        self._endless |= {id(node): node for node in begun}

    @property
    def is_instruction(self) -> bool:
        """Whether what is read here is no result: an instruction, or in one."""
        return not all(one.begun for one in self._open)

    def instruction(self, node: Node) -> None:
        """An element in the instruction of a field; words of its own, which are no instruction, are said."""
        last = self._open[-1]
        if last.begun:
            return
        if node.tag == "w:instrText":
            last.code = (last.code + node.words())[:_LONGEST_CODE]
        if has_words(node):
            self.left_out("what stands in the instruction of a field")

    def shows(self) -> None:
        """Words are read here: they are the result of every field that is open."""
        for one in self._open:
            one.shown = True

    def character(self, node: Node) -> Iterator[Piece]:
        """A character of a field (`w:fldChar`): where it begins, where its result does, where it ends."""
        kind = node.attrs.get("w:fldCharType")
        if id(node) in self._endless:
            return
        if kind == "begin":
            self._open.append(_Field(node))
        elif kind == "separate" and self._open:
            self._open[-1].begun = True
        elif kind == "end" and self._open:
            last = self._open.pop()
            has_result = last.begun and (last.shown or _name(last.code) not in _ALWAYS_MADE)
            if not has_result and not self.is_instruction:
                yield from self.made(last.code, last.start)

    def skip(self, run: Node) -> None:
        """A hidden run: its words are passed over, its fields are not, or what follows would seem their instruction."""
        for node in fields_in(run):
            for _ in self.character(node):
                pass

    def made(self, code: str, start: Node | None = None) -> Iterator[Piece]:
        """What a field without a result shows: a number that counts paragraphs, a sign, a choice; others are said."""
        code = code[:_LONGEST_CODE]
        name, rest = _name(code), code.split()[1:]
        if name == "AUTONUM":
            self._automatic += 1
            mark = rest[rest.index("\\s") + 1][:1] if "\\s" in rest[:-1] else "."
            yield Piece(f"{self._automatic}{mark} ")
        elif name == "FORMDROPDOWN" and start is not None:
            yield Piece(_chosen_in(start))
        elif name == "SYMBOL" and rest and rest[0].isdecimal() and len(rest[0]) <= _LONGEST_SIGN:
            font = " ".join(rest[rest.index("\\f") + 1 :]).split("\\")[0].strip().strip('"') if "\\f" in rest else ""
            found = sign(int(rest[0]), font) if is_of_signs(font) else chr(int(rest[0]))
            if found and found.isprintable():
                yield Piece(found)
            else:
                self.left_out(f"a character of the font {font[:40]!r}, which has no Unicode")
        elif name in _SHOWING:
            self.left_out(f"what a field shows ({name[:20]})")


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _chosen_in(start: Node) -> str:
    """The entry that is chosen in a list of a form (17.16.9); the first where none is."""
    entries = [one.attrs.get("w:val", "") for one in start.walk() if one.tag == "w:listEntry"]
    asked = next((one for one in start.walk() if one.tag == "w:ddList"), None)
    number = (value(asked, "w:result") or value(asked, "w:default") or "0") if asked else "0"
    at = int(number) if number.isdecimal() and len(number) <= _LONGEST_SIGN else 0
    return entries[at] if at < len(entries) else ""
