"""The signs around the marks of notes and their markers, which only say that these are such: 14/, [1], (١), 1.

They are furniture: no words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.clean.misprints import Span
from converter.model import Furniture, Note, Source

SIGN = "/"
"""What typed records write for a raised figure: 1/."""
DOT = "."
"""What some print behind the number of a note at the foot of the page: 5."""
HOLLOW = r"(?:\([ \u00a0]?\)|\[[ \u00a0]?\])"
"""Brackets of a marker with nothing in them, which a format may leave behind it: 1 () See."""
_LEFT_BEHIND = re.compile(rf"[ \u00a0]+(?P<hollow>{HOLLOW})[ \u00a0]*(?=\S)")
_BRACKETS = ("(", ")")  # and Arabic ones (1), where the language says so (`text.note_brackets`)
_SQUARE = ("[", "]")  # [1], as plain text made from web pages has them
_BETWEEN = re.compile(r"[ \u00a0]?[,，、][ \u00a0]?")  # parts marks of two notes
_SIGN_APART = re.compile(r"[ \u00a0]/(?=[\s,.;:)]|$)")  # 14 /,


def note_signs(source: Source, notes: Sequence[Note], *, brackets: bool) -> Iterator[Furniture]:
    """The slashes and brackets of markers and marks, and the commas between two marks.

    `brackets` says that a mark may stand in round brackets, which are then no words of the text either.
    """
    spans = sorted(span for note in notes for span in note.spans)
    joined = _joined(source.text, spans)
    for end, after in joined.items():
        yield from _signs(source, *range(end, after))
    brackets = brackets or source.knows_marks
    ends = {start: start + length for start, length in spans}
    inner = set(joined.values())
    for note in notes:
        yield from _left_behind(source, note)
        for start, length in ((note.label, len(note.marker)), *note.spans):
            if start not in inner:
                at = start + length
                while at in joined:
                    at = ends[joined[at]]
                yield from _around(source, start, at, brackets=brackets, is_marker=start == note.label)


def _joined(text: str, spans: Sequence[Span]) -> dict[int, int]:
    """Where marks end behind which another one stands in the same bracket, and where that one begins."""
    return {
        start + length: after
        for (start, length), (after, _) in pairwise(spans)
        if _BETWEEN.fullmatch(text, start + length, after)
    }


def _around(source: Source, start: int, end: int, *, brackets: bool, is_marker: bool) -> Iterator[Furniture]:
    """The signs around a mark, or around several in one bracket, or a marker."""
    text = source.text
    sign = text[end : end + 1]
    around = text[start - 1 : start], sign
    if around == _SQUARE or (brackets and around == _BRACKETS):
        yield from _signs(source, start - 1, end)
    elif sign == SIGN or (sign == DOT and is_marker):
        yield from _signs(source, end)
    elif _SIGN_APART.match(text, end):
        yield from _signs(source, end, end + 1)


def _left_behind(source: Source, note: Note) -> Iterator[Furniture]:
    """The brackets of a marker that the format has elsewhere: they stand behind it with nothing in them."""
    after = note.label + len(note.marker)
    found = _LEFT_BEHIND.match(source.text, after) if source.knows_marks else None
    if found:
        yield from _signs(source, found.start("hollow"), found.end("hollow") - 1)


def _signs(source: Source, *offsets: int) -> Iterator[Furniture]:
    """A sign at each of these offsets of one line."""
    line = source.line_at(offsets[-1])
    for at in offsets:
        yield Furniture(line.number if line else 0, source.text[at], "note-sign", at)
