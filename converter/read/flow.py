"""Paragraphs with what a format tells of them → a Source of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from converter.model import Diagnostic, Line, Source
from converter.read import bracketed
from converter.read.raised import (
    MARK,
    answers,
    follows,
    is_mark,
    lowered,
    markers_of,
    parted,
    raised,
    settled,
    undressed,
    unmarked,
)
from converter.read.signs import DRAWN

NOTE, NOTE_GOES_ON, HEADING, ROW = "note", "note+", "heading", "row"
BOLD = "bold"  # a heading by its bold type alone: in a text that is bold throughout it is none
_SHOWN = 60  # characters of words that a finding quotes
_MOST = 20  # findings of one kind that are listed; the rest is counted
_SPACES = re.compile(r"[^\S\n]+")
# A soft hyphen; the hyphen that is one for sure, and that which does not part.
_NOT_SHOWN = {0xAD: None, 0x2010: "-", 0x2011: "-", **DRAWN}
_MAX_HEADING = 120
_MAX_TITLE = 400  # of what the format itself calls a heading: titles of resolutions are long
_END = 8  # characters in which a sentence ends
_SENTENCE_END = re.compile(r"[,;:.，；：。、،؛]\W{0,3}$")
_AROUND = " \t\n\u00a0()[]"
_BRACKETED = re.compile(rf"\[({MARK.pattern})\]")
_MIRRORED = re.compile(rf"[()]({MARK.pattern})[()]")  # a text that runs to the left may have its brackets turned
_WIDE = re.compile("[\u2e80-\uffff]")


class Piece(NamedTuple):
    """Words in one setting. `raised` are words that stand higher, `lowered` lower; `mark` is a note's mark for sure.

    `note` is the name that the format has for that note.
    """

    text: str
    raised: bool = False
    mark: bool = False
    note: str = ""
    lowered: bool = False


BREAK = Piece("\n")
Mark = tuple[int, int, str]
"""The span of a mark in its line, and the name of the note that it leads to, if the format tells."""


@dataclass(slots=True)
class Flow:
    """The lines of a text as they are put together, and the findings on the way.

    Paragraphs, and rows of tables, are counted as a person counts them: those that show something, from 1.
    """

    path: str
    lang: str
    form: str
    count: int = 0
    lines: list[Line] = field(default_factory=list)
    told: bool = True  # the format tells where paragraphs begin
    marked: set[str] = field(default_factory=set)  # the markers that stand raised in the text so far
    _length: int = 0
    _letters: int = 0
    _bold: int = 0  # letters of paragraphs that are bold throughout
    _aside: dict[tuple[str, str], None] = field(default_factory=dict)  # kind and words of what nobody sees
    _findings: dict[str, list[Diagnostic]] = field(default_factory=dict)

    def paragraph(
        self, pieces: Iterable[Piece], role: str = "", *, typed: bool = False, note: str = "", bold: bool = False
    ) -> bool:
        """Add a paragraph, one line for each line that the format itself breaks. Says whether it shows anything.

        `typed`: the lines are set as on a typewriter, so the spaces before them are kept. `note`: the name of the note
        that begins. `bold`: all of it is set in bold.
        """
        lines = [_indented(line) if typed else set_line(line) for line in _cut(pieces)]
        while lines and not lines[0][0]:
            lines.pop(0)
        while lines and not lines[-1][0]:
            lines.pop()
        if not lines:
            return False
        letters = sum(len(text) for text, _ in lines)
        self._letters += letters
        self._bold += letters if bold else 0
        counted = role not in (NOTE, NOTE_GOES_ON) and not role.startswith("furniture:")
        self.count += counted
        gap = True
        for text, marks in lines:
            if not text:  # two breaks in a row part as a paragraph's end does
                self.count += counted and not gap
                gap = True
                continue
            self._line(text, marks, role, gap, note)
            role, note = NOTE_GOES_ON if role == NOTE else role, ""
            gap = False
        return True

    @property
    def last_note(self) -> str:
        """The marker of the note that the last paragraph is; empty where it is none."""
        last = self.lines[-1] if self.lines else None
        return last.text.split(" ", 1)[0] if last is not None and last.role == NOTE else ""

    def row(self, cells: Sequence[Sequence[Piece]]) -> bool:
        """Add a row of a table, its cells parted by tabs. Says whether it shows anything."""
        text, marks = "", list[Mark]()
        for index, cell in enumerate(cells):
            words, found = set_line([Piece(" ") if piece == BREAK else piece for piece in cell])
            text += "\t" if index else ""
            marks += [(start + len(text), end + len(text), name) for start, end, name in found]
            text += words
        if not text.strip():
            return False
        self.count += 1
        self._line(text, marks, ROW, gap=True)
        return True

    def note(self, marker: str, pieces: Sequence[Piece], name: str = "") -> None:
        """Add the first paragraph of a note; `name` is that which the format has for it."""
        self.paragraph([Piece(f"{marker} "), *pieces], NOTE, note=name)

    def set_aside(self, kind: str, words: str) -> str:
        """Declare words that nobody sees as furniture of a kind, below the text. Returns them as findings show them."""
        bare = " ".join(words.split())
        self._aside[kind, bare] = None
        return repr(begun(bare))

    def find(self, code: str, message: str, hint: str, *, after: bool = False, lighter: bool = False) -> None:
        """Report a finding at the paragraph that is being read; `after` it, when it has been added already."""
        number = max(1, self.count if after else self.count + 1)
        found = Diagnostic(self.path, number, 1, code, message, hint, lighter=lighter)
        self._findings.setdefault(code, []).append(found)

    def findings(self) -> Iterator[Diagnostic]:
        """The findings; of very many of a kind only the first, and how many more there are."""
        for found in self._findings.values():
            yield from found[:_MOST]
            if len(found) > _MOST:
                last = found[-1]
                message = f"{last.message}: {len(found) - _MOST} more, the last one here"
                yield Diagnostic(last.path, last.line, 1, last.code, message, last.hint)

    def source(self) -> Source:
        """All the lines as a source; raised numbers that no note answers are signs."""
        for kind, words in self._aside:
            self.paragraph([Piece(words)], f"furniture:{kind}")
        self._aside.clear()
        heading = HEADING if 2 * self._bold <= self._letters else ""
        self.lines = [replace(line, role=heading) if line.role == BOLD else line for line in self.lines]
        notes = [line.text.split(" ", 1)[0] for line in self.lines if line.role == NOTE]
        answered = answers(notes, (line.text for line in self.lines))
        alone = unmarked(answered, ((line.text, line.marks) for line in self.lines))
        lines = tuple(_settled(line, answered, alone) if line.marks else line for line in self.lines)
        text = "".join(f"{line.text}\n" for line in lines)
        # Where no note is one for the format, notes may still be typed: then the words must tell.
        knows_marks = any(line.role == NOTE for line in lines)
        if not knows_marks and not any(line.marks for line in lines) and (typed := bracketed.spans(text)):
            lines, knows_marks = tuple(bracketed.with_marks(lines, text, typed)), True
        return Source(self.path, self.lang, self.form, text, lines, knows_marks, self.told)

    def _line(self, text: str, marks: Sequence[Mark], role: str, gap: bool, note: str = "") -> None:
        spans, leads = tuple((start, end) for start, end, _ in marks), tuple(name for *_, name in marks)
        self.marked |= markers_of(text[start:end] for start, end in spans)
        number = max(1, self.count)
        self.lines.append(Line(number, self._length, text, gap=gap, marks=spans, role=role, leads=leads, note=note))
        self._length += len(text) + 1


def _settled(line: Line, answered: set[str], alone: set[str]) -> Line:
    """A line without the marks that no note answers: they are signs. What the format itself calls a mark is one."""
    free = [span for span, lead in zip(line.marks, line.leads, strict=True) if not lead]
    text, fates = settled(line.text, free, answered, told=True, alone=alone)
    spans = {(start, end): lead for (start, end), lead in zip(line.marks, line.leads, strict=True) if lead}
    spans |= {span: "" for fate in fates for span in fate}
    marks = tuple(sorted(spans))
    return replace(line, text=text, marks=marks, leads=tuple(spans[span] for span in marks))


def refused(path: str, lang: str, form: str, code: str, message: str, hint: str) -> tuple[Source, Diagnostic]:
    """A source without lines and the error that says why nothing of the file is read."""
    return Source(path, lang, form, "", ()), Diagnostic(path, 0, 0, code, message, hint)


def typed_marker(pieces: Sequence[Piece], marked: set[str], last: str = "") -> tuple[str, list[Piece]] | None:
    """The marker and the words of a note that somebody typed: a raised number first, which is `marked` in the text.

    `last` is the marker of a note right above, after which another follows though no mark leads to it.
    """
    at = next((index for index, piece in enumerate(pieces) if piece.text.strip()), None)
    if at is None or not pieces[at].raised:
        return None
    marker = pieces[at].text.strip(_AROUND)
    if marker not in marked and not follows(marker, last, near=True):
        return None
    rest = list(pieces[at + 1 :])
    return (marker, rest) if any(piece.text.strip() for piece in rest) else None


def may_be_heading(pieces: Iterable[Piece], *, named: bool = False) -> bool:
    """Whether words that are set as a heading are short enough for one and do not end as a sentence does.

    `named`: the format calls them a heading, which people also do to paragraphs to have them in an outline.
    """
    words = "".join(piece.text for piece in pieces).strip()
    return 0 < len(words) <= (_MAX_TITLE if named else _MAX_HEADING) and not _SENTENCE_END.search(words[-_END:])


def _indented(pieces: Sequence[Piece]) -> tuple[str, tuple[Mark, ...]]:
    before = "".join(piece.text for piece in pieces).expandtabs()
    lead = len(before) - len(before.lstrip())
    text, marks = set_line(pieces)
    return (" " * lead + text if text else "", tuple((start + lead, end + lead, name) for start, end, name in marks))


def begun(words: str) -> str:
    """Words as a finding quotes them."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def extent(words: str) -> int:
    """How long words are, in letters: a character of East Asia counts as two."""
    return len(words) + len(_WIDE.findall(words))


def set_line(pieces: Iterable[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """The words of a line with their spaces in order, and the marks in them."""
    parts: list[str] = []
    marks: list[Mark] = []
    length, space, before = 0, False, ""
    for piece in merged(pieces):
        words = _SPACES.sub(" ", piece.text.translate(_NOT_SHOWN))
        if space or not length:
            words = words.lstrip(" ")
        bare = words.strip()
        start = length + len(words) - len(words.lstrip())
        if bare and piece.mark:
            marks.append((start, start + len(bare), piece.note))
        elif piece.raised and is_mark(before, bare):
            words = _MIRRORED.sub(r"(\1)", words)
            marks += [(start + match.start(), start + match.end(), "") for match in MARK.finditer(bare)]
        elif piece.raised or piece.lowered:
            words = words.replace(bare, raised(bare) if piece.raised else lowered(bare))
        if words:
            parts.append(words)
            length += len(words)
            space = words[-1] == " "
            before = (before + words)[-4:]
    text = "".join(parts)
    return text.rstrip(" "), tuple(marks)


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours in the same setting as one piece: a word processor cuts words wherever somebody typed."""
    held: Piece | None = None
    for piece in chain.from_iterable(map(_parted, pieces)):
        alike = held and (held.raised, held.lowered) == (piece.raised, piece.lowered)
        if held and alike and not held.mark and not piece.mark:
            held = held._replace(text=held.text + piece.text)
        else:
            if held:
                yield from _undressed(held)
            held = piece
    if held:
        yield from _undressed(held)


def _undressed(piece: Piece) -> Iterator[Piece]:
    """A piece; of a raised one the signs of the sentence around a mark as pieces that are not raised."""
    if not piece.raised or piece.mark:
        yield piece
        return
    yield from (piece._replace(text=words, raised=high) for words, high in undressed(piece.text))


def _parted(piece: Piece) -> Iterator[Piece]:
    """A piece in parts: the digits that were typed as raised ones are raised; a mark loses its brackets."""
    if piece.mark:
        yield piece
        return
    text = _BRACKETED.sub(r"\1", piece.text) if piece.raised else piece.text
    for words, high in parted(text):
        yield piece._replace(text=words, raised=piece.raised or high)


def _cut(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for words in rest:
            yield line
            line = [piece._replace(text=words)]
    yield line
