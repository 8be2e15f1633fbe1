"""What a blank line, an indent and a short line above weigh in one text.

It is measured in the text itself: how often each stands at the breaks that the other signs (`evidence`) make sure, and
how often inside paragraphs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from converter.parse.evidence import Evidence, Sign, total
from converter.parse.lines import Row

_SURE = 3.5  # signs that weigh as much make a break, or the lack of one, sure enough to measure others by it
_MOST = 5.0  # what is measured weighs at most as much
_FEW = 3  # lines as long as the longest show that lines are wrapped
_NEARLY = 4  # columns
_NARROW = 36  # columns: no page has shorter lines throughout
_PRIOR = 3.0  # cases that are thought of before the first is seen: how often each place is a break, and none
_BLANK = {True: (0.8, 0.2), False: (0.2, 0.8)}
_ROOM = {True: (0.65, 0.3), False: (0.35, 0.7)}
_ROOM_UNSPACED = {True: (0.75, 0.1), False: (0.25, 0.9)}  # a line may end anywhere, so one that is wrapped is full
# Whether a line stands in, and where it begins against the one above it: further in, at the same place, further out.
_INDENT = {
    (True, 1): (0.35, 0.1), (True, 0): (0.1, 0.1), (True, -1): (0.05, 0.05),
    (False, 1): (0.05, 0.05), (False, 0): (0.4, 0.5), (False, -1): (0.05, 0.2),
}  # fmt: skip


class Measured:
    """What a blank line, an indent and a short line above weigh in one text.

    `rows` are its lines, `sure` what the other signs say of the break above each of them (the first has none), `lost`
    the lines above which a page, a note or a heading of the page was taken out: a blank line there says nothing.
    `spaced` says that words are parted by spaces.
    """

    def __init__(
        self, rows: Sequence[Row], sure: Sequence[float], lost: frozenset[int], width: int, *, spaced: bool
    ) -> None:
        self._room_before = _ROOM if spaced else _ROOM_UNSPACED
        self._rows, self._width, self._sure = rows, width, sure
        self._lost = [row.line.start in lost for row in rows]
        self._rooms = [index > 0 and row.fits_on(rows[index - 1], width) for index, row in enumerate(rows)]
        self._is_wrapped = width >= _NARROW and sum(row.columns >= width - _NEARLY for row in rows) >= _FEW
        # What stands nowhere in a text says nothing, by not standing there, against a break that other signs speak for.
        self._has_blanks = any(row.line.gap for row in rows[1:])
        self._has_indents = len({row.indent for row in rows}) > 1
        self._measure(sure)
        self._measure([weight + total(self.evidence(index)) if index else 0.0 for index, weight in enumerate(sure)])
        self.blank_tells = self._blank[True] - self._blank[False] >= 1

    def _measure(self, sure: Sequence[float]) -> None:
        seen = [(index, weight > 0) for index, weight in enumerate(sure) if index and abs(weight) >= _SURE]
        known = [(index, begins) for index, begins in seen if not self._lost[index]]
        self._blank = _weights(((self._rows[index].line.gap, begins) for index, begins in known), _BLANK)
        self._room = _weights(((self._rooms[index], begins) for index, begins in known), self._room_before)
        self._indent = _weights(((self._place(index), begins) for index, begins in known), _INDENT)

    def evidence(self, index: int) -> tuple[Evidence, ...]:
        """What these signs weigh above a line."""
        if self._lost[index]:
            return ()
        gap, room = self._rows[index].line.gap, self._rooms[index]
        found = []
        spoken_for = self._sure[index] > 0
        if self._has_blanks or not spoken_for:
            found.append(Evidence(Sign.BLANK if gap else Sign.NO_BLANK, self._blank[gap]))
        if self._has_indents or not spoken_for:
            found.append(Evidence(Sign.INDENT, self._indent[self._place(index)]))
        if room or self._is_wrapped:
            found.append(Evidence(Sign.ROOM if room else Sign.NO_ROOM, self._room[room]))
        return tuple(found)

    def _place(self, index: int) -> tuple[bool, int]:
        row, above = self._rows[index], self._rows[index - 1]
        return row.inset, (row.indent > above.indent) - (row.indent < above.indent)


def _weights(seen: Iterable[tuple[Hashable, bool]], prior: Mapping[Any, tuple[float, float]]) -> dict[Any, float]:
    """The logarithm of how much more often each sign stands at a break than inside a paragraph."""
    counts = Counter(seen)
    breaks = sum(count for (_, begins), count in counts.items() if begins)
    inside = sum(counts.values()) - breaks
    found = {}
    for sign, (at_break, within) in prior.items():
        first = (counts[sign, True] + _PRIOR * at_break) / (breaks + _PRIOR)
        second = (counts[sign, False] + _PRIOR * within) / (inside + _PRIOR)
        found[sign] = max(-_MOST, min(_MOST, math.log(first / second)))
    return found
