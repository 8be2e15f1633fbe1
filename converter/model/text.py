"""Text that remembers where it came from.

Offsets count code points. A `Source` offset points into `Source.text`; every other offset points into the
`Text` that carries it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import msgspec

from converter.model.markup import MarkedUp

# Two signs of one word, number or symbol (60/251, A/79/L.2); Han is written without spaces.
_SIGN = r"(?:[^\W_\u2e80-\uffff\U00020000-\U000323af]|[\u0300-\u036f\u064b-\u0652/.,:’'\u2010-\u2013-])"
_IN_A_WORD = re.compile(_SIGN + "{2}")
_LONGEST_WORD = 40


def word_edge(text: str, at: int, step: int) -> int:
    """An offset where a text is cut, moved by steps of `step` (1 or -1) out of the middle of a word or symbol.

    A run of signs longer than any word is cut where it is.
    """
    for edge in range(at, at + step * _LONGEST_WORD, step):
        if not 0 < edge < len(text) or not _IN_A_WORD.fullmatch(text, edge - 1, edge + 1):
            return edge
    return at


class Line(msgspec.Struct, frozen=True):
    """One line of a source, without its line end; of a DOCX or HTML file, a paragraph or a part up to a break in it.

    `number` counts from 1 through the file, or through its page where `page` is not 0 (a PDF), so that a person
    finds the place; `start` is the offset of the first character in `Source.text`. The rest is what a format
    itself tells; plain text tells little of it:

    - `page_top`: a page begins here (a form feed in plain text);
    - `gap`: there is more space above than between the lines of one paragraph (a blank line in plain text);
    - `marks`: the spans of the line that are raised like the mark of a footnote, as offsets in `text`;
    - `leads`: for each of them the `note` that it leads to, empty where that is not told;
    - `note`: the name that the format has for the note which begins here; of two that are printed as 1 it tells which;
    - `role`: `note` begins a note (its marker, a space, its words), `note+` goes on with it; `furniture:<kind>` is
      what the page added; `heading` is set as a heading; `row` is a table's row, its cells parted by tabs; empty
      where the words must tell.

    A soft hyphen (U+00AD) at the end of a line parts a word that goes on on the next one.
    """

    number: int
    start: int
    text: str
    page_top: bool = False
    page: int = 0
    gap: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    role: str = ""
    leads: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Source:
    """A file as it was read: all its text, cut into lines. Nothing is removed yet.

    `format` is a key of `READERS` without its dot. `knows_marks` says that the format tells which numbers are
    marks of footnotes, so that no other number is one; `tells_paragraphs` that a paragraph begins at each line with a
    `gap`, and at another only where its words say so. `markup` is what a marked-up format states of the text.
    """

    path: str
    lang: str
    format: str
    text: str
    lines: tuple[Line, ...]
    knows_marks: bool = False
    tells_paragraphs: bool = False
    markup: MarkedUp | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line | None:
        """The line that holds a source offset; None where there are no lines."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)] if self.lines else None

    def locate(self, offset: int) -> tuple[int, int, int]:
        """Page (0 where the format has none), line and column, the latter from 1, of a source offset."""
        line = self.line_at(offset)
        return (line.page, line.number, offset - line.start + 1) if line else (0, 0, 0)


class Run(NamedTuple):
    """`length` characters that stand at `at` in a text and at `source` in the source."""

    at: int
    source: int
    length: int


class Text(msgspec.Struct, frozen=True):
    """Healed text and, run by run, where each of its characters stands in the source.

    A character between two runs (the space that heals a wrapped line of a Latin script) has no source.
    """

    text: str
    runs: tuple[Run, ...]

    def source_offset(self, offset: int) -> int:
        """The source offset of the character at `offset`, or of the nearest one before it."""
        index = bisect_right(self.runs, offset, key=lambda run: run.at) - 1
        if index < 0:
            return self.runs[0].source if self.runs else 0
        run = self.runs[index]
        return run.source + min(offset - run.at, run.length)

    def slice(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, with its own runs."""
        if start <= 0 and end >= len(self.text):
            return self
        runs = []
        for at, source, length in self.runs:
            if at >= end:
                break
            if at >= start and at + length <= end:
                runs.append(Run(at - start, source, length))
            elif at + length > start:
                left, right = max(at, start), min(at + length, end)
                runs.append(Run(left - start, source + left - at, right - left))
        return Text(self.text[start:end], tuple(runs))

    def strip(self) -> Text:
        """The text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    @staticmethod
    def join(parts: list[Text], glue: list[str]) -> Text:
        """The parts in order; `glue[i]` stands between part `i` and the next."""
        pieces: list[str] = []
        runs: list[Run] = []
        start = 0
        for part, sep in zip(parts, [*glue, ""], strict=True):
            runs += [Run(at + start, source, length) for at, source, length in part.runs] if start else part.runs
            pieces += (part.text, sep)
            start += len(part.text) + len(sep)
        return Text("".join(pieces), tuple(runs))


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the page added to the text: a running head, a page number, a control character.

    `runs` are the places in the source that it covers, so that the account of every character closes.
    """

    line: int
    text: str
    kind: str
    start: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of a page: its marker as printed, its words, and where its mark stands.

    `label` is the source offset of the marker before the note; `mark` the one of its first mark in the body, or
    None when no mark was found. `also` are the spans (source offset, length) of its further marks; `length` is that
    of the first one, which may be misprinted (28 for 38), else that of the marker. `in_body` says that one of its marks
    stands below the masthead.
    """

    marker: str
    label: int
    text: Text
    mark: int | None
    also: tuple[tuple[int, int], ...] = ()
    length: int = 0
    in_body: bool = False

    @property
    def is_star(self) -> bool:
        """Whether the note is one of the masthead's (sponsors that are no members), not one of the text."""
        return self.marker.startswith(("*", "＊")) and not self.in_body

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Source offset and length of each of its marks."""
        first = ((self.mark, self.length or len(self.marker)),) if self.mark is not None else ()
        return (*first, *self.also)


@dataclass(frozen=True, slots=True)
class Clean:
    """A source without its furniture, its notes taken out of the flow of the body.

    `lines` are the body's lines in order; `breaks` holds the source offsets of those before which a page, a
    note or a piece of furniture stood, so that a paragraph may run on across them.
    """

    source: Source
    lines: tuple[Line, ...]
    breaks: frozenset[int]
    notes: tuple[Note, ...]
    furniture: tuple[Furniture, ...]

    @property
    def has_words(self) -> bool:
        """Whether there is any text at all besides furniture."""
        return bool(self.lines or self.notes)
