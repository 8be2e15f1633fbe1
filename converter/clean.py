"""Source → Clean: furniture declared, footnotes taken out of the flow, every kept character accounted for.

Notes are found before anything is joined, because a mark fuses with what follows it: in the first text,
`；2` before paragraph 11 becomes 211 once white space is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from converter.languages import Language
from converter.model import Clean, Furniture, Line, Note, Run, Source, Text
from converter.read.text import INVISIBLE

_NOTE_LINE = re.compile(r"^[\s\u3000]*(?P<marker>\d{1,3}|\*{1,3})(?P<gap>[ \t\u00a0\u3000]+)(?P<rest>\S.*)$")
_MAX_FURNITURE = 48  # running heads, page and job numbers are short; longer lines are not even tried
_NEAR = 2  # how far a note's number may run ahead of the expected one and still be taken for a note
_HELD_BY_PUNCTUATION, _HELD_BY_WORD, _APART = 3, 2, 1


def heal(line: Line, language: Language, start: int = 0, end: int | None = None) -> Text:
    """The characters of a line from `start` to `end`, without outer white space, stray spaces and controls."""
    raw = line.text[start:end]
    begin = len(raw) - len(raw.lstrip())
    finish = max(begin, len(raw.rstrip()))
    dropped = [match.span() for match in language.pattern("text.stray_space").finditer(raw, begin, finish)]
    if not raw.isprintable():
        dropped = sorted([*dropped, *(match.span() for match in INVISIBLE.finditer(raw, begin, finish))])
    pieces, runs, at, length = [], [], begin, 0
    for left, right in [*dropped, (finish, finish)]:
        if left > at:
            pieces.append(raw[at:left])
            runs.append(Run(length, line.start + start + at, left - at))
            length += left - at
        at = max(at, right)
    return Text("".join(pieces), tuple(runs))


def join_lines(texts: list[Text], language: Language) -> Text:
    """Join wrapped lines: the language's glue, but a space between two Latin letters or digits."""
    glue = []
    for before, after in zip(texts, texts[1:], strict=False):
        left, right = before.text[-1:], after.text[:1]
        latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
        glue.append(" " if latin or left in ",;" else language.table("text.glue"))
    return Text.join(texts, glue)


@dataclass
class _Sorting:
    """What the pass over the lines has found so far."""

    body: list[Line] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    furniture: list[Furniture] = field(default_factory=list)
    notes: list[tuple[str, int, list[Text], int | None]] = field(default_factory=list)
    broken: bool = False  # a page, a note or furniture stood since the last body line


def clean(source: Source, language: Language) -> Clean:
    """Sort the lines of a source into body, notes and furniture. Never raises, whatever the text."""
    sorting = _Sorting()
    enacting = enacting_line(source.lines, language)
    indented = _is_indented(source.lines)
    marks = _Marks(source.lines, language)
    open_note = False
    for index, line in enumerate(source.lines):
        bare = line.text.strip()
        sorting.furniture += _controls(line)
        if not INVISIBLE.sub("", bare).strip():
            sorting.broken = sorting.broken or line.page_top
            continue
        kind = _furniture_kind(bare, language, in_masthead=enacting is None or index <= enacting)
        if kind:
            offset = line.start + line.text.index(bare)
            sorting.furniture.append(Furniture(line.number, bare, kind, offset))
            sorting.broken, open_note = True, False
        elif (found := marks.note(line, index)) is not None:
            marker, label, rest_at, mark = found
            sorting.notes.append((marker, label, [heal(line, language, rest_at)], mark))
            sorting.broken, open_note = True, True
        elif open_note and _continues_note(sorting, line, language, indented):
            sorting.notes[-1][2].append(heal(line, language))
        else:
            if sorting.broken or line.page_top:
                sorting.breaks.add(line.number)
            sorting.body.append(line)
            sorting.broken, open_note = False, False
    notes = tuple(Note(marker, label, join_lines(texts, language), mark) for marker, label, texts, mark in sorting.notes)
    return Clean(source, tuple(sorting.body), frozenset(sorting.breaks), notes, tuple(sorting.furniture))


def enacting_line(lines: Iterable[Line], language: Language) -> int | None:
    """The index of the line with the enacting phrase (人权理事会，), or None."""
    pattern = language.pattern("masthead.enacting")
    for index, line in enumerate(lines):
        bare = line.text.strip()
        if len(bare) <= _MAX_FURNITURE and pattern.match(INVISIBLE.sub("", bare)):
            return index
    return None


def _is_indented(lines: tuple[Line, ...]) -> bool:
    """Whether the text shows by indentation where a paragraph begins."""
    filled = [line.text for line in lines if line.text.strip()]
    inset = sum(text[0].isspace() for text in filled)
    return inset >= 3 and len(filled) - inset >= 3


def _controls(line: Line) -> Iterator[Furniture]:
    if line.text.isprintable():
        return
    for match in INVISIBLE.finditer(line.text):
        yield Furniture(line.number, match[0], "control", line.start + match.start())


def _furniture_kind(bare: str, language: Language, in_masthead: bool) -> str | None:
    if len(bare) > _MAX_FURNITURE:
        return None
    for kind, pattern in language.furniture_rules:
        if pattern.match(bare) and not (in_masthead and kind == "symbol"):
            return kind
    return None


def _continues_note(sorting: _Sorting, line: Line, language: Language, indented: bool) -> bool:
    """Whether a line after a note belongs to the note.

    A note runs on until a full stop; after one, only a line at the margin of an indented text whose body had
    come to the end of a paragraph can still belong to it.
    """
    if line.page_top:
        return False
    if not language.pattern("text.note_end").search(sorting.notes[-1][2][-1].text):
        return True
    if not indented or line.text[:1].isspace() or not sorting.body:
        return False
    return bool(language.pattern("text.terminal").search(sorting.body[-1].text.strip()))


class _Marks:
    """Finds notes in their order, each with its mark in the lines before it."""

    def __init__(self, lines: tuple[Line, ...], language: Language) -> None:
        self._lines = lines
        self._language = language
        self._expected = 1
        self._search_from = 0  # marks stand in order, so the next one is not before the last one found

    def note(self, line: Line, index: int) -> tuple[str, int, int, int | None] | None:
        """Marker, offset of the label, column of the words and offset of the mark, if `line` begins a note."""
        match = _NOTE_LINE.match(line.text)
        if match is None:
            return None
        marker, label = match["marker"], line.start + match.start("marker")
        if not marker.isdecimal():
            starred = any(marker in earlier.text for earlier in self._lines[:index])
            return (marker, label, match.start("rest"), None) if starred else None
        number = int(marker)
        if not self._expected <= number <= self._expected + _NEAR:
            return None
        mark = self._find_mark(marker, index, sure=number != self._expected)
        if mark is None and not self._language.pattern("text.note_start").match(match["rest"]):
            return None
        if mark is not None:
            self._search_from = mark + 1
        self._expected = number + 1
        return marker, label, match.start("rest"), mark

    def _find_mark(self, marker: str, before: int, sure: bool) -> int | None:
        best: tuple[int, int] | None = None
        pattern = self._language.pattern("text.mark")
        for line in self._lines[:before]:
            if line.start + len(line.text) < self._search_from or marker not in line.text:
                continue
            for match in pattern.finditer(line.text):
                offset = line.start + match.start("mark")
                if match["mark"] == marker and offset >= self._search_from:
                    best = max(best or (0, 0), (self._hold(line.text, match), offset))
        if best is None or best[0] <= (_HELD_BY_WORD - 1 if sure else 0):
            return None
        return best[1]

    @staticmethod
    def _hold(text: str, match: re.Match[str]) -> int:
        """How firmly a candidate hangs on what stands before it; 0 is a number of the text itself."""
        before = text[match.start("mark") - 1]
        apart = before.isspace()
        held_by = text[: match.start("mark")].rstrip()[-1:]
        if held_by.isalnum():
            return 0 if apart else _HELD_BY_WORD
        return _APART if apart else _HELD_BY_PUNCTUATION
