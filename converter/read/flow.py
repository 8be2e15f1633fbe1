"""Paragraphs with what a format tells of them → a Source of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from converter.model import Diagnostic, Line, Source
from converter.read import bracketed
from converter.read.pieces import BREAK, Mark, Piece, begun, indented, lines_of, set_line
from converter.read.raised import answers, markers_of, settled, unmarked

NOTE, NOTE_GOES_ON, HEADING, ROW = "note", "note+", "heading", "row"
BOLD = "bold"  # a heading by its bold type alone: in a text that is bold throughout it is none
_MOST = 20  # findings of one kind that are listed; the rest is counted


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
        lines = [indented(line) if typed else set_line(line) for line in lines_of(pieces)]
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
        self.lines = [structs.replace(line, role=heading) if line.role == BOLD else line for line in self.lines]
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
    return structs.replace(line, text=text, marks=marks, leads=tuple(spans[span] for span in marks))


def refused(path: str, lang: str, form: str, code: str, message: str, hint: str) -> tuple[Source, Diagnostic]:
    """A source without lines and the error that says why nothing of the file is read."""
    return Source(path, lang, form, "", ()), Diagnostic(path, 0, 0, code, message, hint)
