"""Numbers of notes that stand right before the first letter of their note: `1See`, `1A/RES/…`.

So LibreOffice prints them where nobody set a space or a tab behind the number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from converter.read.pdf.bidi import is_rtl
from converter.read.pdf.columns import Column
from converter.read.pdf.row import SPACE, Row
from converter.read.pdf.shapes import Glyph, Span

_OPENING = frozenset("«“„‹「『《〈（(")  # what a note may begin with beside a letter
_STOPS = tuple(".。．؟?!")
_SHORT = 2.0  # sizes; a row that ends so far before the edge of its column is the last of its note


@dataclass(frozen=True, slots=True)
class Before:
    """What stands above a row of the notes: the last marker so far, and whether its note may have ended there."""

    marker: str = ""
    ended: bool = True

    def then(self, row: Row, column: Column, marker: str) -> Before:
        """What stands above the row below a `row` that begins a note with `marker`, or with none goes on."""
        room = row.x0 - column.left if row.rtl else column.right - row.x1
        return Before(marker or self.marker, room >= _SHORT * row.size or row.text.endswith(_STOPS))


def glued_note(row: Row, before: Before, marks: Iterable[str]) -> tuple[str, str, tuple[Span, ...]] | None:
    """The number of a note that its first words hang on, the note with a space between them, and the marks in it.

    None where none hangs there. It is the next of the `marks` in the text above, where the note above may have ended:
    in the midst of one a row may begin with any number. Small letters may be those of an ordinal, figures belong to
    any number.
    """
    marker = _next(before.marker, marks) if before.ended else ""
    if not marker:
        return None
    text, spans = row.printed
    first = text[len(marker) : len(marker) + 1]
    if text.startswith(marker) and (first in _OPENING or (first.isalpha() and not first.islower())):
        text, spans, moved = text[len(marker) :], tuple(span for span in spans if span[0] >= len(marker)), 1
    elif row.rtl and (own := _at_right(row, marker)):
        text, spans = row.part(glyph for glyph in row.glyphs if not any(glyph is one for one in own)).printed
        moved = len(marker) + 1
    else:
        return None
    return marker, f"{marker} {text}", tuple((start + moved, end + moved) for start, end in spans)


def _next(last: str, marks: Iterable[str]) -> str:
    """The mark that the next note answers: the one after `last`, of the first note the lowest."""
    numbers = {int(mark): mark for mark in marks if mark.isdecimal()}
    following = int(last) + 1 if last.isdecimal() else min(numbers, default=0)
    return numbers.get(following, "")


def _at_right(row: Row, marker: str) -> tuple[Glyph, ...]:
    """The figures of a marker at the right end of a row that runs to the left, where Latin words begin its note.

    There they hang on the last figure of a symbol, with which they would be read as one number: `A/RES/94/121`.
    """
    own = row.ink[-len(marker) :]
    beside = row.ink[-len(marker) - 1 : -len(marker)]
    if "".join(glyph.char for glyph in own) != marker or not beside or not beside[0].char.isalnum():
        return ()
    is_near = own[0].x0 - beside[0].x1 < SPACE * row.size
    return own if is_near and not is_rtl(beside[0].char) else ()
