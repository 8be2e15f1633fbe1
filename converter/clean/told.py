"""Marks of notes that the format itself knows, each given to its note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.clean.misprints import Span
from converter.model import Line

_SIGN = "/"  # 1/ for a raised 1


@dataclass(frozen=True, slots=True)
class Begun:
    """The beginning of a note: its marker, the source offset of that, and the column of its words."""

    marker: str
    label: int
    rest_at: int
    line: int  # its index
    mark: int | None
    name: str = ""  # that of the format


def told_marks(lines: Sequence[Line], notes: Sequence[Begun]) -> list[list[Span]]:
    """The marks that the format knows: each belongs to the note that it leads to, if the format tells which.

    Else it belongs to the next note with its number, as on a page with notes at its foot; or where that would
    leave a note without a mark, the marks and notes of a number follow each other in one order.
    """
    found: list[list[Span]] = [[] for _ in notes]
    named = {(note.name, note.marker): position for position, note in enumerate(notes) if note.name}
    loose: dict[str, list[int]] = {}  # per marker: where marks stand that name no note
    for at, marker, name in _told(lines):
        owner = named.get((name, marker))
        if owner is None:
            loose.setdefault(marker, []).append(at)
        else:
            found[owner].append((at, len(marker)))
    labels: dict[str, list[int]] = {}  # per marker: the notes that have no mark yet, else all
    for position, note in enumerate(notes):
        if note.marker in loose:
            labels.setdefault(note.marker, []).append(position)
    for marker, positions in labels.items():
        free = [position for position in positions if not found[position]] or positions
        starts = [notes[position].label for position in free]
        owners = [min(bisect_left(starts, at), len(free) - 1) for at in loose[marker]]
        if len(set(owners)) < len(free) == len(owners):
            owners = list(range(len(free)))
        for at, owner in zip(loose[marker], owners, strict=True):
            found[free[owner]].append((at, len(marker)))
    return [sorted(marks) for marks in found]


def _told(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """The marks that the format knows: offset, marker, and the name of the note."""
    for line in lines:
        if line.role.startswith(("note", "furniture")):
            continue
        leads = line.leads or ("",) * len(line.marks)
        for (start, end), name in zip(line.marks, leads, strict=True):
            printed = line.text[start:end]
            marker = printed.strip().rstrip(_SIGN)
            yield line.start + start + printed.index(marker), marker, name
