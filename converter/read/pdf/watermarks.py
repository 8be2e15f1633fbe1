"""Words of a watermark that runs level with the text: larger or paler than it, and printed where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce

from converter.read.pdf.objects import Box, Colour, meet, together
from converter.read.pdf.seen import Piece, Place

WATERMARK = "watermark"
_LARGER = 1.5  # times the size of the text
_HUGE = 3.0  # times: pale print of this size is one wherever it stands
_PALER = 80  # of 255
_SHARED = 3  # one glyph in so many stands where others stand
_MOST = 3000  # glyphs that are compared with those around them
_FEW = 30  # pieces that each other piece is compared with one by one
_CELL = 24.0  # points
_CELLS = 12  # in a row or a column that one glyph reaches over
_MIDDLE = (0.35, 0.55)  # the part of a glyph's height where letters have ink

Known = set[tuple[str, Colour | None, int]]
"""The words of watermarks on the pages before, with their colours and sizes."""


def watermarks(pieces: Sequence[Piece], places: Callable[[Piece], list[Place]], known: Known) -> Iterator[Piece]:
    """The pieces of text on a page that are a watermark. What is found is added to `known`."""
    usual = Counter[tuple[float, int]]()
    for piece in pieces:
        usual[round(piece.size * 2) / 2, _light(piece)] += len(piece.glyphs)
    (size, light), _ = usual.most_common(1)[0] if usual else ((0.0, 0), 0)
    odd = [piece for piece in pieces if piece.size >= _LARGER * size or _light(piece) >= light + _PALER]
    if not 0 < sum(len(piece.glyphs) for piece in odd) <= _MOST:
        return
    own = {id(piece) for piece in odd}
    boxes = [piece.box for piece in odd]
    boxes = boxes if len(boxes) <= _FEW else [reduce(together, boxes)]
    beside = (one for one in pieces if id(one) not in own and any(meet(one.box, box) for box in boxes))
    others = _by_cell(beside, places)
    for piece in odd:
        found = [place for place in places(piece) if not place.char.isspace()]
        key = ("".join(place.char for place in found), piece.colour, round(piece.size))
        pale = _light(piece) >= light + _PALER
        shared = sum(any(meet(place.box, box) for box in _near(place.box, others)) for place in found)
        if key in known or (pale and piece.size >= _HUGE * size) or _SHARED * shared >= len(found) > 0:
            known.add(key)
            yield piece


def _light(piece: Piece) -> int:
    """How light a piece is printed: 0 is black, 255 white."""
    ink = sum(piece.colour) // 3 if piece.colour else 0
    return 255 - (255 - ink) * piece.alpha // 255


def _by_cell(pieces: Iterable[Piece], places: Callable[[Piece], list[Place]]) -> dict[tuple[int, int], list[Box]]:
    """Where the letters of pieces have ink, by the squares of the page."""
    cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for piece in pieces:
        for char, (left, bottom, right, top) in places(piece):
            if not char.isspace():
                high = top - bottom
                box = left, bottom + _MIDDLE[0] * high, right, bottom + _MIDDLE[1] * high
                cells[int(left // _CELL), int(box[1] // _CELL)].append(box)
    return cells


def _near(box: Box, cells: dict[tuple[int, int], list[Box]]) -> Iterator[Box]:
    """The letters that may stand in the middle of a box."""
    high = box[3] - box[1]
    bottom, top = box[1] + _MIDDLE[0] * high, box[1] + _MIDDLE[1] * high
    for column in range(int(box[0] // _CELL) - 1, min(int(box[2] // _CELL), int(box[0] // _CELL) + _CELLS) + 1):
        for row in range(int(bottom // _CELL) - 1, min(int(top // _CELL), int(bottom // _CELL) + _CELLS) + 1):
            yield from (one for one in cells.get((column, row), ()) if one[3] > bottom and one[1] < top)
