"""How far apart Arabic words stand in a file that has no spaces, or a few of them, as browsers print it.

The letters of one word may stand apart, as far as the spaces of another font; what parts words is told by the file as a
whole: between the gaps in its words and those between them is a measure that hardly any gap has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.read.pdf.bidi import is_rtl
from converter.read.pdf.row import SPACE_OF_ARABIC
from converter.read.pdf.shapes import Glyph, Sheet

_LEAST, _MOST = 0.1, 0.4  # sizes between which words of any font begin to stand apart
_BAND = 0.05  # sizes; how wide the measure is that no gap has
_WORDS = (0.06, 0.45)  # the part of all gaps that are wider: words have two to fifteen letters
_ENOUGH = 20  # gaps that tell
_STRAY = 0.002  # of all gaps, so many may have the measure nevertheless


def least_space(sheets: Sequence[Sheet]) -> float:
    """The least space between two Arabic words, in sizes; the usual one where the gaps of a file tell none."""
    gaps = sorted(gap for sheet in sheets for gap in _gaps(sheet.glyphs))
    if len(gaps) < _ENOUGH:
        return SPACE_OF_ARABIC
    stray = int(_STRAY * len(gaps))
    bands = [
        (gaps[at + 1 + stray] - gap, gap + (gaps[at + 1 + stray] - gap) / 2)
        for at, gap in enumerate(gaps[: len(gaps) - 1 - stray])
        if _WORDS[0] <= 1 - (at + 1) / len(gaps) <= _WORDS[1] and gaps[at + 1 + stray] > _LEAST and gap < _MOST
    ]
    wide, middle = max(bands, default=(0.0, 0.0))
    return min(max(middle, _LEAST), SPACE_OF_ARABIC) if wide >= _BAND else SPACE_OF_ARABIC


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[float]:
    """The gaps between Arabic letters that stand side by side, in sizes, where the file has a space and where not."""
    rows: defaultdict[float, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        rows[round(glyph.base, 1)].append(glyph)
    for row in rows.values():
        reach = float("-inf")
        inks = (glyph for glyph in row if not glyph.char.isspace())
        for before, glyph in pairwise(sorted(inks, key=lambda one: one.x0)):
            reach = max(reach, before.x1)
            if is_rtl(before.char) and is_rtl(glyph.char):
                yield (glyph.x0 - reach) / glyph.size
