"""Marks of notes typed as numbers in square brackets ([1], [2, 3]), where the format itself tells of no note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from converter.model import Line

NOTE = re.compile(r"^[ \t\u3000]*\[(?P<marker>\d{1,3})\][ \t\u3000]+\S", re.MULTILINE)
_MARK = re.compile(r"\[(?P<markers>\d{1,3}(?:[,،、，] ?\d{1,3}){0,5})\]")
_NUMBER = re.compile(r"\d+")


def spans(text: str) -> list[tuple[int, int]]:
    """Where the numbers in brackets stand that are marks and those of their notes; none where that is not sure.

    It is where lines that begin with [1], [2] … follow each other in their order, each with a mark above it. A
    collection counts its notes through a year: the first may be [23], where no number in brackets is without its note.
    """
    notes = list(NOTE.finditer(text))
    numbers = [int(note["marker"]) for note in notes]
    if not notes or any(after not in (before + 1, 1) for before, after in pairwise(numbers)):
        return []
    labels = {note.start("marker") for note in notes}
    every = [list(_NUMBER.finditer(text, *mark.span("markers"))) for mark in _MARK.finditer(text)]
    found = [mark for mark in every if all(int(one[0]) in numbers for one in mark)]
    if numbers[0] != 1 and len(found) < len(every):
        return []
    each = [one for mark in found for one in mark]
    marks = [one for one in each if one.start() not in labels]
    above = all(any(m[0] == note["marker"] and m.start() < note.start() for m in marks) for note in notes)
    return [one.span() for one in each] if above else []


def with_marks(
    lines: Iterable[Line], text: str, marks: Sequence[tuple[int, int]], begins_note: re.Pattern[str] = NOTE
) -> Iterator[Line]:
    """The lines with their marks; one that begins with a marker is that of a note. `text` is as printed."""
    starts = [start for start, _ in marks]
    for line in lines:
        end = line.start + len(line.text)
        inside = marks[bisect_left(starts, line.start) : bisect_left(starts, end)]
        note = begins_note.match(text, line.start, end)
        role = line.role
        if note and not role:
            role = "note"
            inside = [span for span in inside if span[0] != note.start("marker")]
        if role != line.role or inside:
            told = tuple((start - line.start, stop - line.start) for start, stop in inside)
            line = structs.replace(line, role=role, marks=told)  # noqa: PLW2901
        yield line
