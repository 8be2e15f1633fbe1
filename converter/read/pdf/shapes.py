"""What stands on a page: glyphs and rules. Points, from the top left corner of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]

LOST = "\ufffd"  # stands for a glyph of which the file does not say which character it is

SLANTED = "slanted"  # the kind of furniture of print at an angle; the others that nobody reads are in seen.py
_THIN, _SHORTEST = 2.0, 6.0  # points: of a rule, how far its pieces may be off its line, and how long it is at least


class Glyph(NamedTuple):
    """A character where it is printed: its left and right edge, its baseline (downwards), its size and style.

    `raised` says that it is small and stands above the baseline of its row, like the mark of a footnote, `lowered` that
    it stands below.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False


class Rule(NamedTuple):
    """A thin line drawn on the page, upright or level."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


def joined(rules: list[Rule]) -> list[Rule]:
    """Rules that go on one another's line are one; what stays too short is no rule."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=_line_of):
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, rule):
            joined[-1] = last._replace(x1=max(last.x1, rule.x1), y1=max(last.y1, rule.y1))
        else:
            joined.append(rule)
    return [rule for rule in joined if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST]


def _line_of(rule: Rule) -> tuple[bool, int, float]:
    return (True, round(rule.y0), rule.x0) if rule.level else (False, round(rule.x0), rule.y0)


def _goes_on(last: Rule, rule: Rule) -> bool:
    if last.level is not rule.level:
        return False
    off, apart = (rule.y0 - last.y0, rule.x0 - last.x1) if rule.level else (rule.x0 - last.x0, rule.y0 - last.y1)
    return abs(off) <= _THIN and apart <= _THIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as the file has it.

    `turned` are glyphs that run in another direction than most, each seen from where it is upright;
    `pictured` says that an image covers much of the page, `hidden` that its text is there to be found and not to be
    seen. `unseen` are glyphs that are no text of the page, by the kind of furniture that they are; `pictures` the left,
    top, right and bottom edges of the images; `drawn` counts all that is painted; `laid` are the kinds and the words of
    what somebody laid on the finished page.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    turned: tuple[Glyph, ...] = ()
    pictured: bool = False
    hidden: bool = False
    unseen: tuple[tuple[str, tuple[Glyph, ...]], ...] = ()
    pictures: tuple[tuple[float, float, float, float], ...] = ()
    drawn: int = 0
    laid: tuple[tuple[str, str], ...] = ()
