"""Lines that run through words: what they strike out is read, and said, and they are no rules of the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter.read.pdf.shapes import Glyph, Rule

# Parts of a glyph's size above its baseline: between them stands a line through it, and no other.
_LOW, _HIGH = 0.12, 0.5
_LEAST = 3  # letters; of fewer, such as a sign with a stroke, nobody says that they are struck out


def without_strikes(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], list[str]]:
    """The rules that run through no words, and the words that the others run through, each line's together."""
    bases = {glyph.base for glyph in glyphs} if rules else set()
    tall = _HIGH * max((glyph.size for glyph in glyphs), default=0.0) if bases else 0.0
    level = [rule for rule in rules if rule.level and any(rule.y0 < base <= rule.y1 + tall for base in bases)]
    if not level:  # as on nearly every page
        return tuple(rules), []
    ordered = sorted(glyphs, key=lambda glyph: glyph.base)
    places = [glyph.base for glyph in ordered]
    struck: dict[Rule, str] = {}
    for rule in level:
        near = ordered[bisect_left(places, rule.y0) : bisect_left(places, rule.y1 + tall)]
        words = "".join(glyph.char for glyph in sorted(_through(rule, near), key=lambda glyph: glyph.x0))
        if sum(map(str.isalnum, words)) >= _LEAST:
            struck[rule] = " ".join(words.split())
    return tuple(rule for rule in rules if rule not in struck), list(struck.values())


def _through(rule: Rule, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs that a level rule runs through."""
    middle = (rule.y0 + rule.y1) / 2
    for glyph in glyphs:
        is_inside = rule.x0 <= (glyph.x0 + glyph.x1) / 2 <= rule.x1
        if is_inside and _LOW * glyph.size <= glyph.base - middle <= _HIGH * glyph.size:
            yield glyph
