"""What of a text is in marks already: the account asks it of each thing that it may say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

UNREAD = "citation-unread"
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Taken:
    """Spans of a text, those that overlap as one; whether another touches one is told by halving."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Spans) -> Taken:
        """From spans in any order."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def touch(self, start: int, end: int) -> bool:
        """Whether a span shares a character with one of these."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and start < self.ends[at]
