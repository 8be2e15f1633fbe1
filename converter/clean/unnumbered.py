"""Marks that are no numbers: stars, raised letters (ᵃ), letters with a stroke (a/).

Each is that of a note which begins with the same. Stars of the masthead (on a title, on States that are no members)
belong to a note of their own, which stays there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter.clean.misprints import Span
from converter.languages.notes import SIGNS
from converter.model import Line
from converter.view import HAN

RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_LETTER = rf"(?![{HAN}])\w"
_MARK = re.compile(
    rf"(?<=[\w{SIGNS}])(?P<stars>[*＊]{{1,3}})(?![*＊]|{_LETTER})"
    rf"|(?<=[\w{SIGNS}])(?P<raised>[{RAISED}])(?![{RAISED}]|{_LETTER})"
    rf"|(?:(?<=[\w{SIGNS}][ \u00a0])|(?<=[{SIGNS}]))(?P<letter>[a-z])/(?!/|{_LETTER})"
)
_SEEN = frozenset(f"*＊/{RAISED}")


def plain(marker: str) -> str:
    """A marker with stars of the width of a letter."""
    return marker.replace("＊", "*")


def unnumbered(line: Line) -> Iterator[tuple[str, int]]:
    """Each of these marks in a line, and its source offset."""
    if not _SEEN.isdisjoint(line.text):
        for match in _MARK.finditer(line.text):
            kind = match.lastgroup or ""
            yield plain(match[kind]), line.start + match.start(kind)


def unnumbered_marks(
    markers: Sequence[str], labels: Sequence[int], head: Iterable[Line], body: Iterable[Line]
) -> dict[int, list[Span]]:
    """The marks in the body of each note whose marker is no number, by its position among the notes; `head` is above.

    Of each note `markers` has its marker, `labels` where that stands. A note takes the marks between the note before it
    with the same marker and itself; where several stand below the text, each takes one, in order.
    """
    wanted = {plain(marker) for marker in markers if not marker.isdecimal()}
    if not wanted:
        return {}
    above = {printed for line in head for printed, _ in unnumbered(line)}
    runs: dict[str, list[int]] = {}
    for line in body:
        for printed, at in unnumbered(line):
            runs.setdefault(printed, []).append(at)
    found: dict[int, list[Span]] = {}
    for one in wanted & runs.keys():
        own = [position for position, marker in enumerate(markers) if plain(marker) == one]
        ends = [labels[position] for position in own]
        shares = _shares(runs[one], ends, is_above=one in above)
        found |= {
            position: [(at, len(one)) for at in marks] for position, marks in zip(own, shares, strict=True) if marks
        }
    return found


def _shares(marks: Sequence[int], ends: Sequence[int], *, is_above: bool) -> list[list[int]]:
    """The marks of each note with one marker; those of the first stand above where the masthead has such a mark."""
    cuts = [0, *(bisect_left(marks, end) for end in ends)]
    shares = [list(marks[first:last]) for first, last in pairwise(cuts)]
    if not any(shares[1:]) and len(shares[0]) + is_above == len(ends):  # all stand below the text
        return [[] for _ in range(is_above)] + [[at] for at in shares[0]]
    return [[], *shares[1:]] if is_above else shares
