"""The labels between two operative numbers as one sequence: the cheapest way to read all of them at once.

A reading costs nothing as the next of a list that is open or as the first of a new one, more as one that skips, most
as one that comes again. So (i) after (h) waits for (j) or (ii), and (6) after (a) is (b) where that costs less than a
list that begins with 6. A state is the lists that are open; of two ways into one state the dearer is dropped, and only
the few cheapest states are kept, so the work grows with the labels and no faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converter.parse.labels import Reading, is_well_printed

_STATES = 8  # that are kept
_FAR = 9.0  # a way that costs so much more than the cheapest is not gone on with
_COLON = 0.25  # below a colon a list begins, elsewhere it goes on: it tips the scales and nothing more
_SKIP, _EACH, _MOST = 2.0, 0.5, 4  # what a skip costs, what each number that is skipped, and how many are counted
_LATE = 2.5  # a list that does not begin with its first
_FIRST_AGAIN = 3.0  # a list that begins again without a word between
_AGAIN = 4.0
_BACK = 16  # labels: two ways that cost the same are compared so far back


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its readings, and what stands above it: does that end in a colon, is it a paragraph of its own?"""

    readings: tuple[Reading, ...]
    opened: bool = False
    led: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """How a label was read: `parent` is the label that it stands under, None where that is the paragraph of all.

    `doubt` is empty, or `mended` (another sign is meant than the printed one), `skips` (what comes before it is
    missing), `repeats` (it was there before) or `open` (another reading of the sequence costs the same); `due` is what
    a skip leaves out or where a list should begin.
    """

    reading: Reading
    parent: int | None
    doubt: str = ""
    due: float = 0.0


_Stack = tuple[tuple[int, float], ...]  # the open lists: form and count of the last label of each


@dataclass(slots=True, eq=False)
class _Way:
    """A way to read the labels so far."""

    cost: float
    misprints: float
    stack: _Stack
    label: int = -1
    reading: Reading | None = None
    depth: int = 0
    doubt: str = ""
    due: float = 0.0
    before: _Way | None = None
    tied: frozenset[int] = frozenset()  # labels that another way of the same cost reads otherwise


def place(labels: Sequence[Labelled]) -> list[Placed]:
    """Each label's place, in order; every label has a place, if need be one that is dear."""
    ways = [_Way(0.0, 0.0, ())]
    for index, label in enumerate(labels):
        ways = _kept(step for way in ways for step in _steps(way, index, label))
    best = ways[0] if ways else _Way(0.0, 0.0, ())
    for other in ways[1:]:
        if other.cost == best.cost:
            best.tied |= _differ(best, other)
    return _traced(best)


def _kept(steps: Iterable[_Way]) -> list[_Way]:
    """The cheapest way into each state, and of these the few cheapest."""
    found: dict[_Stack, _Way] = {}
    for way in steps:
        other = found.get(way.stack)
        if other is None:
            found[way.stack] = way
            continue
        first, second = (way, other) if _worth(way) < _worth(other) else (other, way)
        if first.cost == second.cost:
            first.tied |= _differ(first, second)
        found[way.stack] = first
    ways = sorted(found.values(), key=_worth)[:_STATES]
    return [way for way in ways if way.cost <= ways[0].cost + _FAR]


def _worth(way: _Way) -> tuple[float, float]:
    """Of two ways that cost the same, the one that leaves the labels as they are printed."""
    return way.cost, way.misprints


def _steps(way: _Way, index: int, label: Labelled) -> Iterable[_Way]:
    well = is_well_printed(label.readings)
    for reading in label.readings:
        depth = next((at for at, (form, _) in enumerate(way.stack) if form == reading.form), -1)
        known = depth >= 0
        if not known:
            depth = _below(way.stack, reading, label)
            cost, doubt, due = _as_first(reading, label)
        else:
            innermost = depth == len(way.stack) - 1
            cost, doubt, due = _as_next(way.stack[depth][1], reading, label, innermost=innermost)
        if well and reading.cost and (doubt or not (known or reading.begins)):
            continue  # a misprint is seen through only where it makes good order
        stack = (*way.stack[:depth], (reading.form, reading.count))
        yield _Way(
            way.cost + cost + reading.cost,
            way.misprints + reading.cost,
            stack,
            index,
            reading,
            depth,
            doubt or ("mended" if reading.cost else ""),
            due,
            way,
        )


def _below(stack: _Stack, reading: Reading, label: Labelled) -> int:
    """How many lists stay open above a new one: all; one that has lost its beginning is below none of an inner form."""
    depth = len(stack)
    while depth and reading.count > 1 and not label.opened and stack[depth - 1][0] > reading.form:
        depth -= 1
    return depth


def _as_first(reading: Reading, label: Labelled) -> tuple[float, str, float]:
    if reading.count in (0, 1):
        return (0.0 if label.opened else _COLON), "", 0
    return _LATE + _EACH * min(reading.count - 2, _MOST), "skips", 1


def _as_next(last: float, reading: Reading, label: Labelled, *, innermost: bool) -> tuple[float, str, float]:
    """What it costs to go on with a list whose last label counts `last`."""
    gap = reading.count - int(last)
    if reading.count == last == 0 or gap == 1 or (reading.count != int(reading.count) and 0 < reading.count - last < 1):
        return (_COLON if label.opened and innermost else 0.0), "", 0
    if reading.count == 1 and label.led:  # a second list below words of its own
        return 0.0, "", 0
    if gap > 1:
        return _SKIP + _EACH * min(gap - 2, _MOST), "skips", int(last) + 1
    return (_FIRST_AGAIN if reading.count == 1 else _AGAIN), "repeats", int(last) + 1


def _differ(one: _Way, other: _Way) -> frozenset[int]:
    """The labels that two ways read otherwise, back to where they part."""
    found = set()
    first: _Way | None = one
    second: _Way | None = other
    for _ in range(_BACK):
        if first is None or second is None or first is second:
            break
        if (first.reading, first.depth) != (second.reading, second.depth):
            found.add(first.label)
        first, second = first.before, second.before
    return frozenset(found)


def _traced(best: _Way) -> list[Placed]:
    ways: list[_Way] = []
    tied: set[int] = set()
    way: _Way | None = best
    while way is not None:
        tied |= way.tied
        ways.append(way)
        way = way.before
    placed: list[Placed] = []
    path: list[int] = []
    for way in reversed(ways):
        if way.reading is None:
            continue
        parent = path[way.depth - 1] if way.depth else None
        path = [*path[: way.depth], way.label]
        doubt = "open" if way.label in tied else way.doubt
        placed.append(Placed(way.reading, parent, doubt, way.due))
    return placed
