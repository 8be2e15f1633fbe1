"""Marks that a scan or a typist misprinted: found by the note that lacks its mark, or else words.

A run of signs and figures is the mark of a note whose number it fits (?° or ?0 for 20), where no other run in the
note's place does. What is left over may be another number (28 for 38), where it is alone in the place of such a note,
or one sign that nothing else explains (;° or 1949® for a raised number). Punctuation is never taken for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from converter.model import Line

Span = tuple[int, int]  # source offset, length

_SIGNS = "?*'’‘\"”°º®"  # what small raised figures are misread as
_RAISED = "?*°º®"  # those of them that stand behind a word for nothing else
# No longer than a mark, so that a long word costs no more than it is long.
_RUN = re.compile(rf"(?<=[^\W_]|[,;:.،؛])[ \u00a0]?(?P<mark>[0-9{_SIGNS}]{{2,3}})(?=\s|$)")
_BEHIND_A_SIGN = re.compile(r"[?*'’][0-9]{1,2}|[0-9]{1,2}[?*'’]|\*['’]|['’]\*")
_SHOWS_A_FIGURE = re.compile(r"[?*'’‘\"]{0,2}(?:[0-9°º]|\?\?)")
_MONTH_AND_YEAR = r"(?<=[^\W\d_][ ](?:1[89]|20)\d\d)"
# Behind a point only where no ordinal and no short word ends in it: 1.º, n.º, Inc.®
_LONE = re.compile(
    rf"(?:{_MONTH_AND_YEAR}[*°º®]|(?:(?<=[,;:،؛])|(?<=[^\W\d_]{{5}}\.)(?!®))[ \u00a0]?(?P<sign>[*°º®]))(?=\s|$)"
)
LONE_PUNCTUATION = re.compile(rf"(?:{_MONTH_AND_YEAR}|(?<=[,;:.،؛]))[ \u00a0]?(?P<sign>[!?’‘'])(?=\s|$)")
"""A sign that may be a misread number and belongs to the text all the same: it is said, and stays there."""
_SERIAL = 3  # figures of a resolution's number in its session
_MANY = 200  # so many of them are no raised numbers


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of signs: its source offset, and whether it may be nothing but a misread number."""

    at: int
    printed: str
    is_sure: bool

    def fits(self, marker: str) -> bool:
        """Whether it may be this number: as long as it, with its figures in their places."""
        if len(self.printed) != len(marker) or not marker.isdecimal():
            return False
        return all(char in (digit, *_SIGNS) for char, digit in zip(self.printed, marker, strict=True))


def add_misprinted(
    markers: Sequence[str],
    labels: Sequence[int],
    found: Sequence[list[Span]],
    body: Sequence[Line],
    dangling: Callable[[], list[Span]],
) -> None:
    """Add to the marks `found` of each note those that are misprinted.

    Of each note `markers` has its number, `labels` where that stands below the text. `dangling` gives the numbers of
    the text, in order, that hang on a word or a sign like marks and belong to no note.
    """
    places = places_of_marks(labels, found)
    runs = [run for line in body for run in _runs(line)]
    runs = runs if len(runs) <= _MANY else []
    for (left, right), marker, marks in zip(places, markers, found, strict=True):
        fit = [] if marks else [run for run in runs if left < run.at < right and run.fits(marker)]
        if len(fit) == 1:
            marks.append((fit[0].at, len(fit[0].printed)))
    _add_further(markers, found, runs)
    if all(found):
        return
    loose = dangling()
    _take_alone(markers, places, found, loose)
    if not all(found):
        taken = {at for marks in found for at, _ in marks}
        _take_alone(markers, places, found, [span for span in _lone(body) if span[0] not in taken])


def _take_alone(markers: Sequence[str], places: Sequence[Span], found: Sequence[list[Span]], loose: list[Span]) -> None:
    """A run that is alone in the place of a note without a mark is its mark."""
    for (left, right), marker, marks in zip(places, markers, found, strict=True):
        first, last = bisect_left(loose, (left + 1, 0)), bisect_left(loose, (right, 0))
        if not marks and marker.isdecimal() and last - first == 1:
            marks.append(loose.pop(first))


def add_glued(
    markers: Sequence[str],
    labels: Sequence[int],
    found: Sequence[list[Span]],
    too_long: Callable[[str], list[Span]],
) -> None:
    """Add the mark of the only note that has none where the only number in its place ends that is too long without.

    `too_long` gives the serial numbers of sessions that end in a marker and have too many figures: 1955 for 5 in
    resolution 73/1955, which is 73/195 and mark 5.
    """
    lacking = [position for position, marks in enumerate(found) if not marks]
    if len(lacking) != 1 or not markers[lacking[0]].isdecimal():
        return
    marker, marks = markers[lacking[0]], found[lacking[0]]
    left, right = places_of_marks(labels, found)[lacking[0]]
    fit = [span for span in too_long(marker) if left < span[0] < right]
    if len(fit) == 1 and 0 < fit[0][1] - len(marker) <= _SERIAL:
        marks.append((sum(fit[0]) - len(marker), len(marker)))


def _lone(body: Sequence[Line]) -> Iterator[Span]:
    """Signs that hang on a month's year or on another sign, and are no punctuation."""
    for line in body:
        for match in _LONE.finditer(line.text):
            yield line.start + (match.start("sign") if match["sign"] else match.start()), 1


def places_of_marks(labels: Sequence[int], found: Sequence[Sequence[Span]]) -> list[Span]:
    """Between which offsets the mark of each note must stand: after the marks before it, before those of the next."""
    firsts = [marks[0][0] if marks else 0 for marks in found]
    ends = (first or label for first, label in zip(firsts[::-1], labels[::-1], strict=True))
    rights = list(accumulate(ends, min))[::-1]
    return list(zip(accumulate(firsts, max, initial=0), rights, strict=False))


def _runs(line: Line) -> Iterator[_Run]:
    for match in _RUN.finditer(line.text):
        printed, before = match["mark"], line.text[match.start() - 1]
        if printed.isdecimal():
            continue
        raised = printed[0] in _SIGNS and any(sign in printed for sign in _RAISED)  # 10° is a quantity
        is_sure = raised and _SHOWS_A_FIGURE.match(printed) is not None
        if is_sure or (not before.isalnum() and _BEHIND_A_SIGN.fullmatch(printed)):
            yield _Run(line.start + match.start("mark"), printed, is_sure)


def _add_further(markers: Sequence[str], found: Sequence[list[Span]], runs: Sequence[_Run]) -> None:
    """A run that kept a figure of its number is a further mark of the only note that it fits."""
    taken = {at for marks in found for at, _ in marks}
    for run in runs:
        owners = [marks for marker, marks in zip(markers, found, strict=True) if run.fits(marker)]
        if run.is_sure and len(owners) == 1 and run.at not in taken and any(map(str.isdecimal, run.printed)):
            owners[0].append((run.at, len(run.printed)))
            owners[0].sort()
