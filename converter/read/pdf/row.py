"""A row of glyphs: its ink, the pieces that it falls into, and its words as they are read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from operator import sub

from converter.read.pdf.bidi import is_rtl, letters_of, reading_order, stands_alone, with_brackets_mended
from converter.read.pdf.shapes import Glyph, Span
from converter.read.raised import HIGH_DIGITS, plain, sunk

# The least space between two words, in sizes, where no space was typed: kerning within a word stays below 0.15,
# and a justified space above 0.2. A mark hangs less tightly on its word; Han characters stand wide apart, and
# Arabic letters that were drawn apart to fill a line.
SPACE = 0.18
_SPACE_BEFORE_MARK, _SPACE_OF_HAN, SPACE_OF_ARABIC = 0.45, 0.6, 0.3
_SPACED_ROW = 8  # glyphs of a row that tell whether it is letter-spaced
_SPACED = (0.1, 0.9)  # sizes between letters that are set apart
_BRIDGED = 0.6  # of a place without ink; a hidden word or a picture that fills so much of it stood there
_HANGS = 0.1  # sizes; how near a lowered digit stands to its letter
_RAISED_SIGNS = {"+": "⁺", "\u2212": "⁻"}  # of a power or a charge (s⁻¹); a hyphen may join two marks
SIGN_OF_MARK = "/"  # with which Official Records print the mark of a note, raised or not: 1/
OF_ROMAN = frozenset("ivx")  # of the numbers of notes at the end of a text, as word processors count them
_STROKE = "\u0640"  # tatweel, with which Arabic words are drawn out to fill a line
_ACCENTS = "\u0300"  # before it no character is set upon another
_WIDE = "\u2e80"  # from here on characters are as wide as high


@dataclass(frozen=True)
class Row:
    """Glyphs of one baseline from left to right, at least one of them ink.

    `page` counts from 1; `rtl` says that the text of the file runs from right to left. `bridges` are the edges of what
    stands in the row and is no text of it, such as hidden words or a small picture: no gap between columns. `space` is
    the least that parts Arabic words in the file, in sizes.
    """

    page: int
    base: float
    glyphs: tuple[Glyph, ...]
    rtl: bool = False
    bridges: tuple[tuple[float, float], ...] = ()
    space: float = SPACE_OF_ARABIC

    def part(self, glyphs: Iterable[Glyph]) -> Row:
        """A row of some of its glyphs."""
        return Row(self.page, self.base, tuple(glyphs), self.rtl, self.bridges, self.space)

    @cached_property
    def ink(self) -> tuple[Glyph, ...]:
        """The glyphs that are not spaces."""
        return tuple(glyph for glyph in self.glyphs if not glyph.char.isspace())

    @cached_property
    def x0(self) -> float:
        """The left edge of the ink."""
        return min(glyph.x0 for glyph in self.ink)

    @cached_property
    def x1(self) -> float:
        """The right edge of the ink."""
        return max(glyph.x1 for glyph in self.ink)

    @cached_property
    def _reach(self) -> tuple[list[float], list[float]]:
        """Where each glyph of ink begins, and how far the ink reaches up to it."""
        return [glyph.x0 for glyph in self.ink], list(accumulate((glyph.x1 for glyph in self.ink), max))

    @cached_property
    def last(self) -> float:
        """Where the last glyph of ink begins."""
        return max(glyph.x0 for glyph in self.ink)

    def has_ink(self, left: float, right: float) -> bool:
        """Whether a glyph of ink stands, with any part, between two edges."""
        starts, reach = self._reach
        at = bisect_right(starts, right)
        return at > 0 and reach[at - 1] >= left

    @cached_property
    def size(self) -> float:
        """The size of most of its glyphs."""
        return most_common(glyph.size for glyph in self.ink)

    @cached_property
    def printed(self) -> tuple[str, tuple[Span, ...]]:
        """Its text in reading order, and the spans of its raised digits, stars and letters of Roman numbers."""
        cells = _cells(self.glyphs, self.rtl, self.space)
        order = list(range(len(cells)))
        texts = [text for text, _ in cells]
        rtl = self.rtl and not stands_alone(texts)
        if rtl or any(map(is_rtl, texts)):
            order = reading_order(texts, [mark for _, mark in cells], rtl)
            cells = [cells[index] for index in order]
            texts = [text for text, _ in cells]
        texts = [plain(text) for text in (with_brackets_mended(texts) if rtl else texts)]
        marks: list[Span] = []
        at = 0
        before = -1  # where the last one is printed: a power and a mark on both sides of a unit are not one number
        for text, index, (_, is_mark) in zip(texts, order, cells, strict=True):
            if is_mark:
                goes_on = marks and marks[-1][1] == at and index == before + 1
                marks.append((marks.pop()[0] if goes_on else at, at + len(text)))
            at += len(text)
            before = index
        return "".join(texts), tuple(marks)

    @property
    def text(self) -> str:
        """Its text."""
        return self.printed[0]

    @cached_property
    def words(self) -> str:
        """Its characters without any space, to compare and to match shapes."""
        return "".join(glyph.char for glyph in self.ink)

    @cached_property
    def _spans(self) -> dict[float, list[tuple[float, float]]]:
        return {}

    def spans(self, gap: float) -> list[tuple[float, float]]:
        """The edges of the pieces that `cut` makes."""
        if gap not in self._spans:
            self._spans[gap] = [(piece.x0, piece.x1) for piece in self.cut(gap)]
        return self._spans[gap]

    @cached_property
    def _widest(self) -> float:
        """The widest place without ink between two glyphs: most rows have none that parts them."""
        starts, reach = self._reach
        return max(map(sub, starts[1:], reach), default=0.0)

    def cut(self, gap: float) -> list[Row]:
        """The row in pieces, parted where there is no ink for more than `gap` times its size."""
        return [self] if self._widest <= gap * self.size else [*self.pieces(gap)]

    def _is_bridged(self, left: float, right: float) -> bool:
        """Whether something that is no text fills most of a place without ink."""
        filled = sum(min(right, end) - max(left, start) for start, end in self.bridges if start < right and end > left)
        return filled > _BRIDGED * (right - left)

    def pieces(self, gap: float) -> Iterator[Row]:
        """The pieces that `cut` makes, from the left, each when it is asked for."""
        least, edge = gap * self.size, 0.0
        piece: list[Glyph] = []
        for glyph in self.glyphs:
            if glyph.char.isspace():
                if piece:
                    piece.append(glyph)
                continue
            if piece and glyph.x0 - edge > least and not self._is_bridged(edge, glyph.x0):
                yield self.part(piece)
                piece = []
            piece.append(glyph)
            edge = max(edge, glyph.x1)
        if piece:
            yield self.part(piece)


def most_common(sizes: Iterable[float]) -> float:
    """The most common of some sizes, to half a point; 0 for none. Of two as common, the first."""
    counted = Counter[float]()
    for size, count in Counter(sizes).items():  # there are few, each many times
        counted[round(size * 2) / 2] += count
    return counted.most_common(1)[0][0] if counted else 0.0


def _cells(glyphs: Sequence[Glyph], rtl: bool, arabic: float) -> list[tuple[str, bool]]:
    """What is printed from left to right, spaces with it, and whether it is raised like a mark.

    A space stands where the row has one, and where there is no ink for as long as a narrow space takes.
    An accent of its own stands with its letter.
    """
    cells: list[tuple[str, bool]] = []
    apart = _letter_spacing(glyphs)
    before: Glyph | None = None
    edge, space, waiting = 0.0, False, ""
    for at, glyph in enumerate(glyphs):
        char = glyph.char
        if char.isspace():
            space = True
        elif char >= _ACCENTS and unicodedata.combining(char[0]):
            if before is not None and (glyph.x0 + glyph.x1) / 2 < before.x1 + 0.05 * before.size:
                cells[-1] = (cells[-1][0] + char, cells[-1][1])
            else:
                waiting += char
        else:
            if before is not None:
                gap = glyph.x0 - edge
                least = _space(before, glyph, rtl, arabic)
                parted = gap > apart + SPACE * glyph.size if apart else space or gap > least
                cells += [(" ", False)] if parted else []
            char = letters_of(char)
            is_mark = glyph.raised and (char.isdecimal() or char == "*" or char in OF_ROMAN)
            if char == SIGN_OF_MARK and glyph.raised and cells and cells[-1][1]:
                is_mark = at + 1 == len(glyphs) or not glyphs[at + 1].raised
            if glyph.raised and char in _RAISED_SIGNS:
                char = _RAISED_SIGNS[char]
            elif char in HIGH_DIGITS:
                is_mark = True
            elif glyph.lowered and cells and before is not None and glyph.x0 - edge < _HANGS * before.size:
                char = sunk(char, cells[-1][0])
            cells.append((char + waiting, is_mark))
            edge, before, space, waiting = max(edge, glyph.x1), glyph, False, ""
    cells += [(waiting, False)] if waiting else []
    return [cell for index, cell in enumerate(cells) if cell[0] != _STROKE or not _fills(cells, index)]


def _letter_spacing(glyphs: Sequence[Glyph]) -> float:
    """How far the letters of a row stand apart where it is letter-spaced, as titles are; 0 where it is not."""
    inks = [glyph for glyph in glyphs if not _is_space_or_accent(glyph.char)]
    if len(inks) < _SPACED_ROW:
        return 0.0
    tight, most = 0, (len(inks) - 1) // 8
    gaps: list[float] = []
    for glyph, after in pairwise(inks):
        gap = (after.x0 - glyph.x1) / after.size
        tight += gap < _SPACED[0]
        if tight > most:  # as in nearly every row
            return 0.0
        gaps.append(gap)
    middle = sorted(gaps)[len(gaps) // 2]
    letters = sum(glyph.char.isalpha() and glyph.char < _WIDE and not is_rtl(glyph.char) for glyph in inks)
    if middle > _SPACED[1] or 2 * letters < len(inks):
        return 0.0
    return middle * most_common(glyph.size for glyph in inks)


def _is_space_or_accent(char: str) -> bool:
    return char.isspace() or (char >= _ACCENTS and unicodedata.combining(char[0]) > 0)


def _fills(cells: Sequence[tuple[str, bool]], index: int) -> bool:
    """Whether a stroke stands between two letters, which it only draws apart; at the end of a word it is spelling."""
    return 0 < index < len(cells) - 1 and is_rtl(cells[index - 1][0]) and is_rtl(cells[index + 1][0])


def _space(before: Glyph, after: Glyph, rtl: bool, arabic: float) -> float:
    """The least that parts two words. A mark hangs less tightly on its word; Han characters stand wide apart.

    In a row from right to left what stands on the left of a mark is no word that the mark hangs on.
    """
    if after.raised and not before.raised and not rtl:
        return _SPACE_BEFORE_MARK * before.size
    if is_rtl(before.char) and is_rtl(after.char):
        return arabic * before.size
    if rtl and before.char == after.char and before.char in "()":
        return _SPACE_BEFORE_MARK * before.size
    if before.char >= _WIDE and after.char >= _WIDE:
        return _SPACE_OF_HAN * before.size
    return SPACE * max(before.size, after.size)
