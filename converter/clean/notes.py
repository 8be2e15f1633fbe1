"""Which lines begin a note, and where its marks stand.

A format may know both (`Line.role`, `Line.marks`). Where it does not, a number is a mark by where it stands: after a
word or a punctuation mark, not in a date, a quantity or the number of something (`candidates.py`). Marks stand in the
order of their notes; a number may be marked again later.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence

from converter.clean.candidates import APART, HELD_BY_PUNCTUATION, HELD_BY_WORD, NOTE_LINE, OWN, Candidates
from converter.clean.healing import ends_in_colon
from converter.clean.misprints import Span, add_glued, add_misprinted
from converter.clean.note_signs import DOT, HOLLOW, SIGN
from converter.clean.told import Begun, told_marks
from converter.clean.unnumbered import plain, unnumbered, unnumbered_marks
from converter.languages import Language
from converter.languages.sentences import COMMAS
from converter.model import Line, Source

# 17See: the words right behind the number; a note only where they are those that notes begin with.
_GLUED = re.compile(
    r"^[\s\u3000]*(?P<bracket>\()?(?P<marker>\d{1,3})(?P<sign>)(?P<gap>)(?P<rest>(?P<words>[^\W\d_].*))$"
)
# The format says it is one; it may leave the brackets of a marker behind it: 1 () See.
_TOLD = re.compile(rf"^\s*\[?(?P<marker>[^\s/\[\]]{{1,6}})\]?(?P<sign>/?)(?P<gap>\s+(?:{HOLLOW}\s*)?)(?P<rest>\S.*)$")
_GOES_ON = re.compile(r"[ \u00a0\u202f]+[^\W\d_]")
_WORDS = re.compile(r"\w+")
_LONE = re.compile(r"(?<=[^\W\d_]\s(?:19|20)\d\d)[‘?°º](?=\s|$)")
_MOST_LONE = 20
_NEARBY = 60  # characters that have the words before a mark
_STARS = re.compile(r"[*＊]{1,3}")
_NEAR = 2  # how far a note's number may run ahead of the expected one and still be taken for a note
_REACH = 400  # characters; longer lines are no closing ones
_HEAD = 10  # lines that may be the masthead of a text without an enacting phrase


class NoteFinder:
    """Finds notes in their order, each with its marks in the lines before it."""

    def __init__(self, source: Source, enacting: int | None, language: Language) -> None:
        self._source = source
        self._lines = source.lines
        self._language = language
        self._words = language.page.notes
        self._any = language.table("text.notes_begin") == "any"
        self._last = 0  # the number of the note before
        self._search_from = 0  # marks stand in order, so the next one is not before the last one found
        self._labels: dict[str, int] = {}  # the last note of each number: the offset of its marker
        self._last_label = 0
        self._others: set[str] = set()  # the marks so far that are no numbers
        self._head = _HEAD if enacting is None else enacting  # no text is over before this line
        self._candidates = Candidates(self._lines, language)
        self.brackets = self._candidates.brackets  # marks may stand in round ones
        self._counted = 0  # the number that the last numbered line below that begins with
        self._items = 0  # the last of a list whose items are counted in brackets: (2)
        self._closed = False  # the line on the adoption has been passed: below it stand notes
        self._closing = -1  # the source offset of the last such line

    def pass_by(self, index: int) -> None:
        """Remember a line of the body, and its stars: a note that begins with one belongs to them."""
        text = self._lines[index].text
        self._candidates.body.append(index)
        if "*" in text or "＊" in text:
            for run in _STARS.findall(text):
                self._others.update("*" * length for length in range(1, len(run) + 1))
        self._others.update(printed for printed, _ in unnumbered(self._lines[index]))
        if index > self._head and len(text) <= _REACH and self._language.page.closing_lines.is_one(text.strip()):
            self._closed, self._closing = True, self._lines[index].start
        number = self._language.page.label_forms.number.match(text.strip()) if self._closed or self._items else None
        self._items = 0 if number else self._items
        self._counted = int(number["number"]) if number and self._closed else self._counted

    # --- the lines that begin a note -------------------------------------------------------------------------

    def begins(self, index: int, *, apart: bool, last: Line | None, note: Line | None = None) -> Begun | None:
        """The note that a line begins, if it does.

        `apart` says that it stands apart from the body above it, `last` is the body's last line, `note` the line right
        above it where that is one of a note.
        """
        line = self._lines[index]
        if line.role:
            match = _TOLD.match(line.text) if line.role == "note" else None
            return _begun(match, line, index, None) if match else None
        match = NOTE_LINE.match(line.text) or self._glued(line)
        if match is None or (match["sign"] == DOT and not self._may_be_dotted(match["marker"])):
            return None
        if (match["bracket"] and not self.brackets) or (note is not None and self._runs_into(note, line)):
            return None
        if self.brackets and not match["bracket"] and self._language.page.label_forms.number.match(line.text.strip()):
            return None  # 1 - تقرر: a paragraph, whatever mark stands above it
        if not match["marker"].isdecimal():
            known = plain(match["marker"]) in self._others
            joined = known or self._language.page.sponsors.joined(match["words"][:_REACH]) is not None
            return _begun(match, line, index, None) if joined else None  # who joined later needs no mark
        told = self._source.knows_marks or (match["bracket"] and self._is_item(match, last))
        return None if told else self._numbered(match, index, apart=apart, last=last)

    def _is_item(self, match: re.Match[str], last: Line | None) -> bool:
        """Whether a line with a number in brackets is an item of the text: the first below a colon, or the next one.

        What begins as notes do is none, and neither is (1) below other items.
        """
        if last is None or self._words.opens(match["words"]):
            return False
        number = int(match["marker"])
        if not (ends_in_colon(last.text.strip()) if number == 1 else self._items and number == self._items + 1):
            return False
        self._items = number
        return True

    def _may_be_dotted(self, marker: str) -> bool:
        """Whether a number with a full stop may be that of a note: not the next one of an annex's paragraphs."""
        counted = marker.isdecimal() and int(marker) == self._counted + 1 and self._counted > 0
        return self._any and self._closed and not counted

    def _runs_into(self, above: Line, line: Line) -> bool:
        """Whether the number a line begins with belongs to the words above it: Supplement No.⏎12 (A/79/12)."""
        bare = above.text.strip()
        return not line.gap and bare[-1:] not in COMMAS and self._words.is_own(bare)

    def _glued(self, line: Line) -> re.Match[str] | None:
        """A line whose words stand right behind the number, if they are those that a note begins with."""
        match = _GLUED.match(line.text)
        return match if match and not match["bracket"] and self._words.opens(match["words"]) else None

    def _numbered(self, match: re.Match[str], index: int, *, apart: bool, last: Line | None) -> Begun | None:
        """The note that begins with a number, if it is one."""
        fits, mark = self._is_note(match, index, apart=apart, last=last)
        if not fits:
            fits, mark = self._begins_again(match, index, apart=apart)
        if not fits or int(match["marker"][0]) == 0:
            return None
        if mark is not None:
            self._search_from = max(self._search_from, mark + 1)
        self._last = int(match["marker"])
        begun = _begun(match, self._lines[index], index, mark)
        self._labels[begun.marker] = self._last_label = begun.label
        return begun

    def _is_note(self, match: re.Match[str], index: int, *, apart: bool, last: Line | None) -> tuple[bool, int | None]:
        """Whether a line with a number before it is a note, and the offset of its mark."""
        number, starts = int(match["marker"]), self._words.opens(match["words"])
        ahead = number - self._last
        if not self._any:
            on_its_way = self._closed and starts and not self._last  # the Official Records count on from page to page
            if not (1 <= ahead <= _NEAR + 1 or on_its_way):
                return False, None
            mark = self._find_mark(match["marker"], index, sure=ahead != 1)
            return mark is not None or starts, mark
        if ahead < 1 or last is None or self._words.is_counted(match["marker"], match["words"]):
            return False, None
        if match["sign"] == DOT and not starts:
            return False, None
        below = last.start == self._closing  # a day or a vote ends without a sign: 17 December 2031⏎1 See A/81/9
        ended = below or self._language.page.sentences.clause_ends(last.text.strip())
        typed = match["sign"] == SIGN and self._closed  # 14/ right below the line on the adoption
        if not apart and not ((starts or typed or below) and ended):
            return False, None
        mark = self._find_mark(match["marker"], index, sure=True)
        if mark is None:
            before = self._labels.get(match["marker"], 0)
            mark = self._find_mark(match["marker"], index, sure=True, search_from=before)
        opens = not match["words"][0].islower()
        held = mark is not None or (self._closed and (apart or typed))
        return starts or (opens and (apart or typed or below) and held), mark

    def _begins_again(self, match: re.Match[str], index: int, *, apart: bool) -> tuple[bool, int | None]:
        """Whether a line is note 1 of a new row, and where its mark is: below the last note, or the last mark."""
        marker = match["marker"]
        is_first = int(marker) == 1 and self._last >= 1 and match["sign"] != DOT
        if not is_first or self._words.is_counted(marker, match["words"]):
            return False, None
        mark = self._find_mark(marker, index, sure=True, search_from=self._last_label)
        if mark is None:
            mark = self._find_mark(marker, index, sure=True)
        return mark is not None and (apart or self._words.opens(match["words"])), mark

    # --- the marks -------------------------------------------------------------------------------------------

    def marks(self, notes: Sequence[Begun]) -> list[list[Span]]:
        """The marks of each note, in the order of the text."""
        found = self._numbered_marks(notes)
        markers, labels = [note.marker for note in notes], [note.label for note in notes]
        body = [self._lines[index] for index in self._candidates.body]
        above = bisect_left(body, self.body_from, key=lambda line: line.start)
        for position, spans in unnumbered_marks(markers, labels, body[:above], body[above:]).items():
            found[position] = found[position] or spans
        return found

    @property
    def body_from(self) -> int:
        """The source offset below the enacting phrase, or where that is missing, some lines below the first."""
        below = self._lines[self._head + 1 : self._head + 2]
        return below[0].start if below else len(self._source.text)

    def _numbered_marks(self, notes: Sequence[Begun]) -> list[list[Span]]:
        if self._source.knows_marks:
            return told_marks(self._lines, notes)
        found: list[list[Span]] = [[(n.mark, len(n.marker))] if n.mark is not None else [] for n in notes]
        if self._any:
            markers, labels = [note.marker for note in notes], [note.label for note in notes]
            body = [self._lines[index] for index in self._candidates.body]
            add_misprinted(markers, labels, found, body, lambda: self._candidates.dangling(set(markers)))
            add_glued(markers, labels, found, self._candidates.too_long)
            for note, marks, (first, last) in zip(notes, found, _reaches(notes, found), strict=True):
                if marks and note.marker.isdecimal():
                    again = self._again(note.marker, note.line, first, marks)
                    marks[:] = sorted({*marks, *(span for span in again if span[0] < last)})
            self._add_lone(found)
        return found

    def _find_mark(self, marker: str, before: int, *, sure: bool, search_from: int | None = None) -> int | None:
        """The offset of the mark that is held best: of several the first where notes begin anywhere, else the last."""
        best: tuple[int, int] | None = None
        start = self._search_from if search_from is None else search_from
        for hold, offset in self._candidates.of(marker, before, start):
            best = max(best or (0, 0), (hold, -offset if self._any else offset))
        if best is None or best[0] <= (APART if sure else OWN):
            return None
        return abs(best[1])

    def _again(self, marker: str, line: int, search_from: int, marks: Sequence[Span]) -> list[Span]:
        """The further marks of a note: those that nothing but a mark can be.

        Where its first mark touches the word before it, so do they at words that go on: ", 5 cooks" is a number. Where
        it has a space before it, one behind a word is a mark if the same words stand before both.
        """
        text, found = self._source.text, self._candidates.of(marker, line, search_from)
        touches = not text[marks[0][0] - 1].isspace()
        known = set() if touches else {self._words_before(at, 2) for at, _ in marks} - {()}
        return [
            (offset, len(marker))
            for hold, offset in found
            if (hold == HELD_BY_WORD and self._words_before(offset, 2) in known)
            or (
                hold == HELD_BY_PUNCTUATION
                and not (touches and text[offset - 1] in " \u00a0" and _GOES_ON.match(text, offset + len(marker)))
            )
        ]

    def _add_lone(self, found: Sequence[list[Span]]) -> None:
        """A sign on a year, which a raised figure was misread as, is a mark of the note that stands behind this day.

        The day is known by its three words before another mark of the note: 23 October 1991 4, 23 October 1991‘.
        """
        lines = (self._lines[index] for index in self._candidates.body)
        lone = [line.start + match.start() for line in lines for match in _LONE.finditer(line.text)]
        days = [self._words_before(at, 3) for at in lone[:_MOST_LONE]]
        for at, day in zip(lone, days, strict=False):
            owners = [marks for marks in found if any(self._words_before(mark, 3) == day for mark, _ in marks)]
            if day and len(owners) == 1 and at not in dict(owners[0]):
                owners[0][:] = sorted([*owners[0], (at, 1)])

    def _words_before(self, offset: int, count: int) -> tuple[str, ...]:
        """So many words before an offset of the source; none where fewer stand there."""
        words = _WORDS.findall(self._source.text, max(0, offset - _NEARBY), offset)[-count:]
        return tuple(words) if len(words) == count else ()


def _reaches(notes: Sequence[Begun], found: Sequence[Sequence[Span]]) -> list[tuple[int, int]]:
    """From where to where a note may be marked again: up to the first mark of the next note with its number."""
    reaches = [(0, sys.maxsize)] * len(notes)
    later: dict[str, int] = {}  # per number: the note that comes next
    for position in range(len(notes) - 1, -1, -1):
        marker, marks = notes[position].marker, found[position]
        after = later.get(marker)
        if after is not None:
            end = found[after][0][0] if found[after] else notes[position].label
            reaches[position] = 0, end
            first = found[after][0][0] if found[after] else 0
            reaches[after] = first, reaches[after][1]
        if marks or after is None:
            later[marker] = position
    return reaches


def _begun(match: re.Match[str], line: Line, index: int, mark: int | None) -> Begun:
    return Begun(match["marker"], line.start + match.start("marker"), match.start("rest"), index, mark, line.note)
