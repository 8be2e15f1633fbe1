"""Source → Clean: furniture declared, footnotes taken out of the flow, every kept character accounted for.

Notes are found before anything is joined, because a mark fuses with what follows it: in the first text,
`；2` before paragraph 11 becomes 211 once white space is gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from converter.languages import Language
from converter.model import Clean, Furniture, Line, Note, Run, Source, Text
from converter.read.text import INVISIBLE

_NOTE_LINE = re.compile(r"^[\s\u3000]*(?P<marker>[0-9]{1,3}|\*{1,3})(?P<gap>[ \t\u00a0\u3000]+)(?P<rest>\S.*)$")
_STARS = re.compile(r"\*{1,3}")
_MAX_FURNITURE = 48  # running heads, page and job numbers are short; longer lines are not even tried
_NEAR = 2  # how far a note's number may run ahead of the expected one and still be taken for a note
_REACH = 400  # lines before a note among which its mark is looked for: a page, and some
_HELD_BY_PUNCTUATION, _HELD_BY_WORD, _APART = 3, 2, 1
_END = 80  # characters that are enough to tell how a line ends


def heal(line: Line, language: Language, start: int = 0, end: int | None = None) -> Text:
    """The characters of a line from `start` to `end`, without outer white space, stray spaces and controls."""
    raw = line.text[start:end]
    words = raw.strip()
    begin = len(raw) - len(raw.lstrip())
    if " " not in words and words.isprintable():
        return Text(words, (Run(0, line.start + start + begin, len(words)),) if words else ())
    finish = begin + len(words)
    dropped = [match.span() for match in language.pattern("text.stray_space").finditer(raw, begin, finish)]
    if not raw.isprintable():
        dropped = sorted([*dropped, *(match.span() for match in INVISIBLE.finditer(raw, begin, finish))])
    offset = line.start + start
    if not dropped:
        length = finish - begin
        return Text(raw[begin:finish], (Run(0, offset + begin, length),) if length else ())
    pieces, runs, at, length = [], [], begin, 0
    for left, right in [*dropped, (finish, finish)]:
        if left > at:
            pieces.append(raw[at:left])
            runs.append(Run(length, offset + at, left - at))
            length += left - at
        at = max(at, right)
    return Text("".join(pieces), tuple(runs)).strip()  # a control character may have stood after the last space


def join_lines(texts: Sequence[Text], language: Language) -> Text:
    """Join wrapped lines: the language's glue, but a space between two Latin words.

    Where the language puts nothing between lines, two digits that meet are one number (第2⏎5段).
    """
    if len(texts) == 1:
        return texts[0]
    plain: str = language.table("text.glue")
    glue = []
    for before, after in pairwise(texts):
        left, right = before.text[-1:], after.text[:1]
        latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
        number = not plain and left.isdecimal() and right.isdecimal()
        glue.append(" " if (latin and not number) or (left and left in ",;") else plain)
    return Text.join(list(texts), glue)


def ends(text: str, place: str, language: Language) -> bool:
    """Whether a text ends as the pattern at `place` says."""
    return language.pattern(place).search(text[-_END:]) is not None


@dataclass
class _Sorting:
    """What the pass over the lines has found so far."""

    body: list[Line] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    furniture: list[Furniture] = field(default_factory=list)
    notes: list[tuple[str, int, list[Text], int | None]] = field(default_factory=list)
    broken: bool = False  # a page, a note or furniture stood since the last body line
    open_note: bool = False  # the line before belongs to a note


def clean(source: Source, language: Language) -> Clean:
    """Sort the lines of a source into body, notes and furniture. Never raises, whatever the text."""
    sorting = _Sorting()
    enacting = enacting_line(source.lines, language)
    indented = _is_indented(source.lines)
    furniture = _FurnitureRules(source.lines, enacting, language)
    marks = _Marks(source.lines, language)
    for index, line in enumerate(source.lines):
        bare = line.text.strip()
        if not bare.isprintable() and not INVISIBLE.sub("", bare).strip():
            bare = ""
        if not bare:
            sorting.furniture += _controls(line)
            continue
        if line.page_top and sorting.body:
            sorting.broken = True
        kind = furniture.kind(index, bare, sorting)
        if kind:
            sorting.furniture.append(Furniture(line.number, bare, kind, line.start + line.text.index(bare)))
            sorting.furniture += _controls(line, outside=bare)
            sorting.broken, sorting.open_note = True, False
            continue
        sorting.furniture += _controls(line)
        if (found := marks.note(line, index)) is not None:
            marker, label, rest_at, mark = found
            sorting.notes.append((marker, label, [heal(line, language, rest_at)], mark))
            sorting.broken, sorting.open_note = True, True
        elif sorting.open_note and _continues_note(sorting, line, language, indented):
            sorting.notes[-1][2].append(heal(line, language))
        else:
            if sorting.broken:
                sorting.breaks.add(line.start)
            sorting.body.append(line)
            sorting.broken = sorting.open_note = False
        marks.pass_by(line)
    notes = tuple(
        Note(marker, label, join_lines(texts, language), mark) for marker, label, texts, mark in sorting.notes
    )
    return Clean(source, tuple(sorting.body), frozenset(sorting.breaks), notes, tuple(sorting.furniture))


def enacting_line(lines: Iterable[Line], language: Language) -> int | None:
    """The index of the line with the enacting phrase (人权理事会，), or None."""
    pattern, last = language.pattern("masthead.enacting"), language.table("masthead.enacting_ends")
    for index, line in enumerate(lines):
        bare = INVISIBLE.sub("", line.text).strip() if len(line.text) <= 2 * _MAX_FURNITURE else ""
        if bare and bare[-1] in last and pattern.match(unspaced(bare, language)):
            return index
    return None


def unspaced(text: str, language: Language) -> str:
    """A short line without the spaces that set its letters apart (大　会)."""
    return language.pattern("text.spaced").sub("", text)


def _is_indented(lines: tuple[Line, ...]) -> bool:
    """Whether the text shows by indentation where a paragraph begins."""
    filled = [line.text for line in lines if line.text.strip()]
    inset = sum(text[0].isspace() for text in filled)
    return inset >= 3 and len(filled) - inset >= 3


def _controls(line: Line, outside: str = "") -> Iterator[Furniture]:
    """The control characters of a line; those inside `outside` are accounted for already."""
    if line.text.isprintable():
        return
    left = line.text.index(outside) if outside else 0
    for match in INVISIBLE.finditer(line.text):
        if not left <= match.start() < left + len(outside):
            yield Furniture(line.number, match[0], "control", line.start + match.start())


def _continues_note(sorting: _Sorting, line: Line, language: Language, indented: bool) -> bool:
    """Whether a line after a note belongs to the note.

    A heading or a paragraph's number never does. A note runs on until a full stop; after one, only a line at
    the margin of an indented text whose body had come to the end of a paragraph can still belong to it.
    """
    bare = line.text.strip()
    labels = (language.pattern("body.operative"), language.pattern("body.heading"), *language.sub_rules)
    if line.page_top or any(label.match(bare) for label in labels):
        return False
    if not ends(sorting.notes[-1][2][-1].text, "text.note_end", language):
        return True
    if not indented or line.text[:1].isspace() or not sorting.body:
        return False
    return ends(sorting.body[-1].text.strip(), "text.terminal", language)


class _FurnitureRules:
    """Tells what the page added. A number or a symbol on a line of its own may also be words of the text."""

    def __init__(self, lines: tuple[Line, ...], enacting: int | None, language: Language) -> None:
        self._lines = lines
        self._language = language
        rules = language.table("furniture")
        self._any = language.compile_cached("|".join(f"(?:{rule['pattern']})" for rule in rules))
        self._head = 0 if enacting is None else enacting  # where the masthead ends, as far as is known
        symbol = language.pattern("text.symbol")
        heads = (line.text for line in lines[: self._head] if len(line.text) <= 2 * _MAX_FURNITURE)
        self._own = {match[0] for text in heads for match in symbol.finditer(text)}

    def kind(self, index: int, bare: str, sorting: _Sorting) -> str | None:
        """The kind of furniture that a line is, or None for words."""
        kind = self._by_rule(bare)
        if kind == "symbol":
            if index < self._head or (self._head == 0 and not sorting.body):
                return None  # the document's own symbol, in its masthead
            return kind if self._is_running_head(index, bare, sorting) else None
        if kind == "page-number" and bare.isdecimal() and self._is_wrapped_number(sorting):
            return None
        return kind

    def _by_rule(self, bare: str) -> str | None:
        if len(bare) > _MAX_FURNITURE or self._any.match(bare) is None:
            return None
        return next((kind for kind, pattern in self._language.furniture_rules if pattern.match(bare)), None)

    def _is_running_head(self, index: int, bare: str, sorting: _Sorting) -> bool:
        """The document's own symbol, or one at the edge of a page; another symbol is cited by the text."""
        if bare.rstrip("*") in self._own or self._lines[index].page_top:
            return True
        if sorting.broken and not sorting.open_note:
            return True
        after = next((line.text.strip() for line in self._lines[index + 1 : index + 6] if line.text.strip()), "")
        return bool(after) and self._by_rule(after) is not None

    def _is_wrapped_number(self, sorting: _Sorting) -> bool:
        if sorting.broken or sorting.open_note or not sorting.body:
            return False
        return ends(sorting.body[-1].text.strip(), "text.number_before", self._language)


def _marks_in(text: str, marker: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a marker stands in a line as a mark may; the pattern is tried only where the marker is."""
    at = text.find(marker)
    while at >= 0:
        match = pattern.match(text, at - 1 if at and text[at - 1].isspace() else at)
        if match and match.span("mark") == (at, at + len(marker)):
            yield match
        at = text.find(marker, at + 1)


class _Marks:
    """Finds notes in their order, each with its mark in the lines before it."""

    def __init__(self, lines: tuple[Line, ...], language: Language) -> None:
        self._lines = lines
        self._ends = [line.start + len(line.text) for line in lines]
        self._language = language
        self._expected = 1
        self._search_from = 0  # marks stand in order, so the next one is not before the last one found
        self._stars: set[str] = set()

    def pass_by(self, line: Line) -> None:
        """Remember the stars of a line: a note that begins with one belongs to them."""
        if "*" in line.text:
            for run in _STARS.findall(line.text):
                self._stars.update("*" * length for length in range(1, len(run) + 1))

    def note(self, line: Line, index: int) -> tuple[str, int, int, int | None] | None:
        """Marker, offset of the label, column of the words and offset of the mark, if `line` begins a note."""
        match = _NOTE_LINE.match(line.text)
        if match is None:
            return None
        marker, label = match["marker"], line.start + match.start("marker")
        if not marker.isdecimal():
            return (marker, label, match.start("rest"), None) if marker in self._stars else None
        number = int(marker)
        if not self._expected <= number <= self._expected + _NEAR or marker[0] == "0":
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
        first = max(before - _REACH, bisect_left(self._ends, self._search_from))
        for index in range(first, before):
            line = self._lines[index]
            for match in _marks_in(line.text, marker, pattern):
                offset = line.start + match.start("mark")
                if offset >= self._search_from:
                    best = max(best or (0, 0), (self._hold(index, match), offset))
        if best is None or best[0] <= (_HELD_BY_WORD - 1 if sure else 0):
            return None
        return best[1]

    def _hold(self, index: int, match: re.Match[str]) -> int:
        """How firmly a candidate hangs on what stands before it; 0 is a number of the text itself."""
        text, start = self._lines[index].text, match.start("mark")
        if ends(text[:start].rstrip(), "text.number_before", self._language):
            return 0
        follows = text[match.end("mark") :].strip()
        wrapped = "" if follows else self._next_words(index)
        if self._language.pattern("text.number_after").match(follows or wrapped):
            return 0
        apart = text[start - 1].isspace() or wrapped[:1].isdecimal()  # 1⏎2月 may be 12月
        if text[:start].rstrip()[-1:].isalnum():
            return 0 if apart else _HELD_BY_WORD
        return _APART if apart else _HELD_BY_PUNCTUATION

    def _next_words(self, index: int) -> str:
        """The words that a number at the end of a line runs into, if the next line goes on with it."""
        after = self._lines[index + 1 : index + 4]
        text = next((line.text for line in after if line.text.strip()), "")
        label = self._language.pattern("body.operative").match(text.strip())
        return "" if label or text[:1].isspace() or _NOTE_LINE.match(text) else text.strip()
