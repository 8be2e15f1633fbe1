"""Which lines of a work's mastheads stand side by side in the parallel view."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import Any

from converter import alignment

_FEW_LINES = 8  # of one kind, of which every choice is looked at

Lines = Sequence[Mapping[str, Any]]
"""The cells of a masthead (`parallel.Cell`)."""

Pair = tuple[int | None, int | None]
"""The numbers of two cells that stand side by side; None where a language has none."""


def side_by_side(one: Lines, other: Lines) -> Iterator[Pair]:
    """The lines of two mastheads, those of one kind side by side; between them as many of other kinds, in order."""
    pairs = alignment.side_by_side(*_told_apart(one, other))
    for both, run in groupby(pairs, key=lambda pair: None not in pair):
        between = list(run)
        ours, theirs = ([pair[side] for pair in between if pair[side] is not None] for side in (0, 1))
        yield from zip(ours, theirs, strict=True) if not both and len(ours) == len(theirs) else between


def _told_apart(one: Lines, other: Lines) -> tuple[list[str], list[str]]:
    """What the lines of two mastheads are called; of a kind that one has more often, those that are alike share a name.

    The French text says that it is French before it names the language of the original; the English one names it alone.
    """
    names = [[cell["id"] for cell in cells] for cells in (one, other)]
    for kind in {*names[0]} & {*names[1]}:
        places = [[at for at, name in enumerate(own) if name == kind] for own in names]
        fewer, more = sorted(places, key=len)
        if len(fewer) == len(more) or len(more) > _FEW_LINES:
            continue
        few, many = (one, other) if fewer is places[0] else (other, one)
        meant = max(
            combinations(more, len(fewer)),
            key=lambda chosen: sum(_labels(few[at]) == _labels(many[to]) for at, to in zip(fewer, chosen, strict=True)),
        )
        own = names[1] if fewer is places[0] else names[0]
        for at in set(more) - set(meant):
            own[at] = f"{kind} alone"
    return names[0], names[1]


def _labels(cell: Mapping[str, Any]) -> bool:
    """Whether a line says what it tells: Original: English."""
    return any(":" in unicodedata.normalize("NFKC", piece[0]) for piece in cell.get("text", ()))
