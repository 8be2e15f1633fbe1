"""The annex that stands at one end of a list of paragraphs is that of all of them: paragraphs 1 and 2 and paragraph 3
of annex B, 附件二第1段和第3段.

A path that names an annex without a paragraph (paragraph 1 and annex B) owns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from converter.cite.units import Units
from converter.model import Pinpoint

Named = tuple[Units, tuple[Pinpoint, ...]]
"""One path of a list, and its pinpoints."""


def owned(paths: Sequence[Named]) -> tuple[Pinpoint, ...]:
    """The pinpoints of all paths, each paragraph without an annex that of the next one behind it, else of the last."""
    behind = reversed(list(_of_owners(reversed(paths), first=False)))
    both = _of_owners([(units, found) for (units, _), found in zip(paths, behind, strict=True)], first=True)
    return tuple(one for found in both for one in found)


def _of_owners(paths: Iterable[Named], *, first: bool) -> Iterable[tuple[Pinpoint, ...]]:
    """The pinpoints of each path as they are read on from an owner, whose annex stands before its paragraphs or not."""
    annex = ""
    for units, found in paths:
        if units.annexes:
            stands_first = units.kinds[0] == "annex"
            is_one = len(units.annexes) == 1 and bool(units.paragraphs)
            annex = units.annexes[0] if is_one and stands_first == first else ""
        yield tuple(replace(one, label=f"{annex}.{one.label}") if _is_bare(one, annex) else one for one in found)


def _is_bare(one: Pinpoint, annex: str) -> bool:
    """Whether a pinpoint is a paragraph in figures, and an annex is told of."""
    return bool(annex) and one.label[:1].isdigit()
