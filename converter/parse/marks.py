"""Footnote marks: taken out of the texts they stand in, their places remembered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from string import ascii_lowercase

from converter.model import Clean, Footnote, MastheadBlock, Note, NoteMark, Text

MASTHEAD = "masthead:"  # and the number of a block: a place that is no paragraph
_SIGN = "/"
_LONGEST_SIGN = 3
_AFTER = " \n\t,;.:،؛)”\"'"


class Marks:
    """The footnote marks of a text, in order, to be taken out of its paragraphs."""

    def __init__(self, clean: Clean) -> None:
        signs = {one.start for one in clean.furniture if one.kind == "note-sign"}
        spans = {span for note in clean.notes for span in note.spans}
        self._text = clean.source.text
        self._marks = sorted(
            (at, int(at - 1 in signs and clean.source.text[at - 1] in "(["), length + _signs_after(at + length, signs))
            for at, length in spans
        )
        self._starts = {at - bracket for at, bracket, _ in self._marks}
        self._placed: dict[int, tuple[str, int]] = {}
        self._waiting: list[int] = []  # marks before any words

    def lift(self, text: Text) -> tuple[Text, list[tuple[int, int]]]:
        """Take the marks out of a text. Returns the rest and, per mark, its source offset and where it stood in it.

        The space before a mark goes as well where another one or the end follows.
        """
        if not text.runs or not self._marks:
            return text, []
        first = bisect_left(self._marks, (text.runs[0].source, 0, 0))
        last = bisect_left(self._marks, (text.runs[-1].source + text.runs[-1].length, 0, 0))
        sources = [run.source for run in text.runs] if first < last else []
        spans = []
        for mark, bracket, length in self._marks[first:last]:
            run = text.runs[bisect_right(sources, mark) - 1]
            if mark < run.source + run.length:
                at = run.at + mark - run.source - bracket
                end = at + bracket + length
                goes = text.text[end : end + 1] in _AFTER or mark + length in self._starts
                spaced = at > 0 and text.text[at - 1] == " " and goes
                spans.append((at - spaced, end, mark))
        if not spans:
            return text, []
        parts, found, start, removed = [], [], 0, 0
        for left, right, mark in spans:
            parts.append(text.slice(start, left))
            found.append((mark, left - removed))
            removed += right - max(left, start)
            start = right
        parts.append(text.slice(start, len(text.text)))
        return Text.join(parts, [""] * len(spans)), found

    def place(self, found: list[tuple[int, int]], place: str, shift: int = 0) -> None:
        """Remember that these marks stand in the text of `place`, from which `shift` characters were taken off."""
        self._placed.update(dict.fromkeys(self._waiting, (place, 0)))
        self._waiting = []
        for mark, offset in found:
            self._placed[mark] = (place, max(0, offset - shift))

    def place_in(self, blocks: tuple[MastheadBlock, ...], found: list[int]) -> None:
        """Remember the marks that stood in the masthead, whose lines have become blocks since.

        Those before its first words stand before them, and where it has none before the first paragraph.
        """
        filled = [(block.text.runs[0].source, number) for number, block in enumerate(blocks) if block.text.runs]
        for mark in found:
            if not filled:
                self._waiting.append(mark)
            else:
                number = filled[max(0, bisect_left(filled, (mark + 1, 0)) - 1)][1]
                text = blocks[number].text
                behind = bisect_right(text.runs, mark, key=lambda run: run.source)
                offset = text.runs[behind].at if behind < len(text.runs) else len(text.text)
                self._placed[mark] = (f"{MASTHEAD}{number}", offset)

    def footnotes(self, notes: Iterable[Note]) -> tuple[Footnote, ...]:
        """The notes with the places of their marks."""
        numbered = [note for note in notes if not note.is_star]
        named = zip(identities([note.marker for note in numbered]), numbered, strict=True)
        return tuple(self._footnote(identity, note) for identity, note in named)

    def _footnote(self, identity: str, note: Note) -> Footnote:
        found = [
            NoteMark(*self._placed[at], at, self._text[at : at + length])
            for at, length in note.spans
            if at in self._placed
        ]
        first = next((mark for mark in found if not mark.place.startswith(MASTHEAD)), None)
        if first is None:
            return Footnote(identity, note.marker, None, None, note.text, note.label, None, tuple(found))
        also = tuple(mark for mark in found if mark is not first)
        printed = first.printed if first.printed != note.marker else ""
        place = first.place, first.offset
        return Footnote(identity, note.marker, *place, note.text, note.label, first.mark, also, printed)


def _signs_after(at: int, signs: Container[int]) -> int:
    """How many signs follow a mark: a slash or a bracket, or a comma and a space before another mark."""
    return next(count for count in range(_LONGEST_SIGN + 1) if at + count not in signs or count == _LONGEST_SIGN)


def identities(markers: Sequence[str]) -> list[str]:
    """What each note is called in addresses: its marker, of the next ones with the same one with a letter behind it.

    A marker without a letter or digit of ASCII is called `note`.
    """
    bases = [_base(marker) for marker in markers]
    taken = set(bases)
    count: Counter[str] = Counter()
    found = []
    for base in bases:
        name = base
        while count[base] and name in taken:
            name = f"{base}{_letters(count[base])}"
            count[base] += 1
        count[base] = count[base] or 1
        taken.add(name)
        found.append(name)
    return found


def _base(marker: str) -> str:
    digits = (str(int(char)) if char.isdecimal() else char for char in marker)
    return "".join(char for char in digits if char.isascii() and char.isalnum()) or "note"


def _letters(number: int) -> str:
    """1 → b, 25 → z, 26 → aa, 27 → ab."""
    letters = ""
    while number >= 0:
        letters = ascii_lowercase[number % 26] + letters
        number = number // 26 - 1
    return letters
