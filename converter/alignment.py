"""Which paragraphs of a work's languages are the same: by their anchors, else by what they cite and their length.

Anchors alone do not do: preambular paragraphs are counted, so one that is missing gives every later one another
anchor. Where two outlines differ, the cheapest way of writing one below the other is taken, as programs that align
translations do (W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora", 1993); what a
paragraph cites, names and notes counts for more than its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from converter.model import Outlined, Record

NOT_ALIGNED = ("masthead", "note")
_MAX_CELLS = 160_000  # of the table of two texts; larger ones are aligned by their anchors alone
_GAP = -0.6  # a paragraph without a counterpart
_BASE = 0.3  # any two paragraphs of one kind
_SHARED, _FOREIGN = 1.5, -0.5  # a work or an entity that both name, or only one
_MOST = 3  # of them count
_SAME_NUMBER = 0.4  # an anchor from a printed number, which may have been given anew
_OTHER_KIND = -0.8
_NOTED = 0.5  # footnotes in both, or in one
_LENGTH = -0.8  # times the logarithm of how much longer one is than the other

_COUNTED = re.compile(r"(?:pp|p|h|u)\d+.*")  # an anchor that shifts with what is missing before it

Row = Mapping[str, Outlined]
"""Language → the paragraph in it; a language that lacks the paragraph is not there."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A paragraph with what its translation has as well."""

    one: Outlined
    names: frozenset[str]


def align(records: Sequence[Record]) -> tuple[Row, ...]:
    """The paragraphs of all expressions of one work, in one order. Pure; the masthead and the notes are not in it."""
    if not records:
        return ()
    first, *others = sorted(records, key=lambda record: -len(_paragraphs(record)))
    rows: list[dict[str, Outlined]] = [{first.lang: one} for one in _paragraphs(first)]
    lead = _sides(first)  # of each row, the paragraph that stands for it
    for record in others:
        sides = _sides(record)
        merged: list[dict[str, Outlined]] = []
        leads: list[_Side] = []
        for at, to in _pairs(lead, sides):
            row = {} if at is None else rows[at]
            merged.append(row if to is None else {**row, record.lang: sides[to].one})
            leads.append(sides[to] if at is None and to is not None else lead[at or 0])
        rows, lead = merged, leads
    return tuple(rows)


def _paragraphs(record: Record) -> list[Outlined]:
    return [one for one in record.outline if one.kind not in NOT_ALIGNED]


def _sides(record: Record) -> list[_Side]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for citing in record.citings:
        names[citing.anchor].add(citing.target or f"{citing.kind} {citing.number}")
    for named in record.named:
        names[named.anchor].add(f"{named.kind}:{named.id}")
    return [_Side(one, frozenset(names.get(one.id, ()))) for one in _paragraphs(record)]


def _pairs(left: list[_Side], right: list[_Side]) -> list[tuple[int | None, int | None]]:
    """The two texts side by side: places in each, None where there is no counterpart."""
    if [_key(side) for side in left] == [_key(side) for side in right]:
        return [(at, at) for at in range(len(left))]
    if len(left) * len(right) > _MAX_CELLS:
        return side_by_side([side.one.id for side in left], [side.one.id for side in right])
    return _by_content(left, right)


def _key(side: _Side) -> tuple[str, str]:
    return side.one.id, side.one.kind


def side_by_side(left: Sequence[str], right: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Two sequences of names, a name beside the same name where both have it, as often as both do and in order."""
    ours, theirs = (list(_counted(names)) for names in (left, right))
    places = {name: to for to, name in enumerate(theirs)}
    common = [(at, places[name]) for at, name in enumerate(ours) if name in places]
    pairs: list[tuple[int | None, int | None]] = []
    at = to = 0
    for next_at, next_to in [*_rising(common), (len(ours), len(theirs))]:
        pairs += [(one, None) for one in range(at, next_at)] + [(None, one) for one in range(to, next_to)]
        pairs.append((next_at, next_to))
        at, to = next_at + 1, next_to + 1
    return pairs[:-1]


def _counted(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each name with how often it came before."""
    seen: Counter[str] = Counter()
    for name in names:
        yield name, seen[name]
        seen[name] += 1


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, which rise on the left, that rises on the right as well."""
    ends: list[int] = []  # the lowest right end of a run of each length
    best: list[int] = []  # where in `pairs` that run ends
    before: list[int] = []
    for place, (_, to) in enumerate(pairs):
        length = bisect_left(ends, to)
        ends[length : length + 1] = [to]
        best[length : length + 1] = [place]
        before.append(best[length - 1] if length else -1)
    found: list[tuple[int, int]] = []
    place = best[-1] if best else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def _by_content(left: list[_Side], right: list[_Side]) -> list[tuple[int | None, int | None]]:
    """The best alignment of two sequences, by dynamic programming; on a tie the pair wins."""
    stretch = log(_length(left) / _length(right))
    score = [[_GAP * to for to in range(len(right) + 1)]]
    for at, one in enumerate(left):
        above = score[-1]
        row = [_GAP * (at + 1)]
        for to, other in enumerate(right):
            row.append(max(above[to] + _likeness(one, other, stretch), above[to + 1] + _GAP, row[to] + _GAP))
        score.append(row)
    pairs: list[tuple[int | None, int | None]] = []
    at, to = len(left), len(right)
    while at and to:
        if score[at][to] == score[at - 1][to - 1] + _likeness(left[at - 1], right[to - 1], stretch):
            at, to = at - 1, to - 1
            pairs.append((at, to))
        elif score[at][to] == score[at - 1][to] + _GAP:
            at -= 1
            pairs.append((at, None))
        else:
            to -= 1
            pairs.append((None, to))
    pairs += [(one, None) for one in reversed(range(at))] + [(None, one) for one in reversed(range(to))]
    return pairs[::-1]


def _length(sides: list[_Side]) -> int:
    return 1 + sum(side.one.length for side in sides)


def _likeness(left: _Side, right: _Side, stretch: float) -> float:
    """How likely two paragraphs are the same one; `stretch` is the logarithm of how much longer the left text is."""
    one, other = left.one, right.one
    likeness = _BASE if one.kind == other.kind else _OTHER_KIND
    if left.names or right.names:
        shared = len(left.names & right.names)
        foreign = len(left.names | right.names) - shared
        likeness += _SHARED * min(_MOST, shared) + _FOREIGN * min(_MOST, foreign)
    if one.id == other.id and not _COUNTED.fullmatch(one.id):
        likeness += _SAME_NUMBER
    if one.marks or other.marks:
        likeness += _NOTED if one.marks == other.marks else -_NOTED
    return likeness + _LENGTH * min(2.0, abs(log((one.length + 4) / (other.length + 4)) - stretch))
