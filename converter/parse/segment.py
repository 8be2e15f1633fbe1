"""Lines → paragraphs: the best whole of all ways to part them, by the evidence at each break.

At each line a paragraph goes on, begins, or begins with the number that is due: `ways` has them. The best way is kept
for each state that one may lead to, from line to line; the work is linear in the lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from converter.languages import Language
from converter.model import BreakDoubt
from converter.parse.due import joined_for_good
from converter.parse.evidence import CERTAIN, Evidence
from converter.parse.lines import Row
from converter.parse.ways import Reached, State, Step, Ways

_MARGIN = 1.0  # a break that is decided by less is doubtful


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one paragraph, and what is known of it besides its words."""

    rows: tuple[Row, ...]
    number: int | None = None  # of an operative paragraph, where it is known to be the next one
    kind: str = ""  # `heading`, `annex`, `enacting`, `table`, `number`; empty where the words must tell


class Break(msgspec.Struct, frozen=True):
    """What was decided above one line.

    `begins` says whether a paragraph begins there, `evidence` why; `margin` is how much worse the best whole is in
    which the opposite holds.
    """

    row: Row
    begins: bool
    margin: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The paragraphs of a text, every line in exactly one, in order, and the break above each line."""

    groups: tuple[Group, ...]
    breaks: tuple[Break, ...]
    joined: frozenset[int] = frozenset()  # breaks where a line goes on though the label that is due begins it

    def doubts(self) -> tuple[BreakDoubt, ...]:
        """The lines that might be taken the other way: that is hardly worse, or would be a list's next item."""
        doubtful = (one for at, one in enumerate(self.breaks) if one.margin < _MARGIN or at in self.joined)
        return tuple(BreakDoubt(one.row.text.source_offset(0), one.begins) for one in doubtful)


def segment(rows: Sequence[Row], lost: frozenset[int], language: Language, *, given: bool) -> Segmentation:
    """Part the body's lines into paragraphs.

    `lost` holds the offsets of lines above which a page, a note or a heading of the page was taken out; `given` says
    that each line with a gap begins a paragraph (`Source.tells_paragraphs`).
    """
    if not rows:
        return Segmentation((), ())
    ways = Ways(rows, lost, language, given=given)
    chosen, margins = _best(list(ways.steps()))
    groups = tuple(_groups(rows, chosen))
    breaks = tuple(
        Break(row, step.begins, margin, step.evidence) for row, step, margin in zip(rows, chosen, margins, strict=True)
    )
    joined = joined_for_good(ways.due, [step.begins for step in chosen])
    return Segmentation(groups, breaks, frozenset(joined))


def _groups(rows: Sequence[Row], chosen: Sequence[Step]) -> Iterator[Group]:
    begins = [index for index, step in enumerate(chosen) if step.begins]
    for start, end in pairwise([*begins, len(rows)]):
        yield Group(tuple(rows[start:end]), chosen[start].number, chosen[start].kind)


def _best(steps: Sequence[tuple[Sequence[Step], Reached]]) -> tuple[list[Step], list[float]]:
    """The best whole, and for each line how much worse the best whole is that takes it the other way."""
    last = steps[-1][1]
    backward = dict.fromkeys(last, 0.0)
    margins: list[float] = []
    for index in range(len(steps) - 1, -1, -1):
        start = steps[index - 1][1] if index else {}
        ways: dict[bool, float] = {}
        before: dict[State, float] = {}
        for step in steps[index][0]:
            rest = step.score + backward.get(step.after, -math.inf)  # a state that led nowhere was dropped
            if step.before not in before or rest > before[step.before]:
                before[step.before] = rest
            whole = rest + start[step.before][0] if index else rest
            if step.begins not in ways or whole > ways[step.begins]:
                ways[step.begins] = whole
        margins.append(abs(ways[True] - ways[False]) if len(ways) > 1 else CERTAIN)
        backward = before
    state = max(last, key=lambda one: last[one][0])
    chosen: list[Step] = []
    for _, reached in reversed(steps):
        step = reached[state][1]
        chosen.append(step)
        state = step.before
    return chosen[::-1], margins[::-1]
