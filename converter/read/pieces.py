"""Words in one setting, and the line that they make: spaces in order, raised figures, marks of notes.

What a format tells of its words is the same for all (`Piece`); `flow` makes the lines of a text of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from converter.read.raised import MARK, follows, is_mark, lowered, parted, raised, undressed
from converter.read.signs import DRAWN

_SHOWN = 60  # characters of words that a finding quotes
_SPACES = re.compile(r"[^\S\n]+")
_MAX_HEADING = 120
_MAX_TITLE = 400  # of what the format itself calls a heading: titles of resolutions are long
_END = 8  # characters in which a sentence ends
_SENTENCE_END = re.compile(r"[,;:.，；：。、،؛]\W{0,3}$")
_AROUND = " \t\n\u00a0()[]"
_BRACKETED = re.compile(rf"\[({MARK.pattern})\]")
_MIRRORED = re.compile(rf"[()]({MARK.pattern})[()]")  # a text that runs to the left may have its brackets turned
_WIDE = re.compile("[\u2e80-\uffff]")
# A soft hyphen; the hyphen that is one for sure, and that which does not part.
_NOT_SHOWN = {0xAD: None, 0x2010: "-", 0x2011: "-", **DRAWN}


class Piece(NamedTuple):
    """Words in one setting. `raised` are words that stand higher, `lowered` lower; `mark` is a note's mark for sure.

    `note` is the name that the format has for that note.
    """

    text: str
    raised: bool = False
    mark: bool = False
    note: str = ""
    lowered: bool = False


BREAK = Piece("\n")
Mark = tuple[int, int, str]
"""The span of a mark in its line, and the name of the note that it leads to, if the format tells."""


def typed_marker(pieces: Sequence[Piece], marked: set[str], last: str = "") -> tuple[str, list[Piece]] | None:
    """The marker and the words of a note that somebody typed: a raised number first, which is `marked` in the text.

    `last` is the marker of a note right above, after which another follows though no mark leads to it.
    """
    at = next((index for index, piece in enumerate(pieces) if piece.text.strip()), None)
    if at is None or not pieces[at].raised:
        return None
    marker = pieces[at].text.strip(_AROUND)
    if marker not in marked and not follows(marker, last, near=True):
        return None
    rest = list(pieces[at + 1 :])
    return (marker, rest) if any(piece.text.strip() for piece in rest) else None


def may_be_heading(pieces: Iterable[Piece], *, named: bool = False) -> bool:
    """Whether words that are set as a heading are short enough for one and do not end as a sentence does.

    `named`: the format calls them a heading, which people also do to paragraphs to have them in an outline.
    """
    words = "".join(piece.text for piece in pieces).strip()
    return 0 < len(words) <= (_MAX_TITLE if named else _MAX_HEADING) and not _SENTENCE_END.search(words[-_END:])


def indented(pieces: Sequence[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """The same as `set_line`, with the blanks that the line begins with."""
    before = "".join(piece.text for piece in pieces).expandtabs()
    lead = len(before) - len(before.lstrip())
    text, marks = set_line(pieces)
    return (" " * lead + text if text else "", tuple((start + lead, end + lead, name) for start, end, name in marks))


def begun(words: str) -> str:
    """Words as a finding quotes them."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def extent(words: str) -> int:
    """How long words are, in letters: a character of East Asia counts as two."""
    return len(words) + len(_WIDE.findall(words))


def set_line(pieces: Iterable[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """The words of a line with their spaces in order, and the marks in them."""
    parts: list[str] = []
    marks: list[Mark] = []
    length, space, before = 0, False, ""
    for piece in merged(pieces):
        words = _SPACES.sub(" ", piece.text.translate(_NOT_SHOWN))
        if space or not length:
            words = words.lstrip(" ")
        bare = words.strip()
        start = length + len(words) - len(words.lstrip())
        if bare and piece.mark:
            marks.append((start, start + len(bare), piece.note))
        elif piece.raised and is_mark(before, bare):
            words = _MIRRORED.sub(r"(\1)", words)
            marks += [(start + match.start(), start + match.end(), "") for match in MARK.finditer(bare)]
        elif piece.raised or piece.lowered:
            words = words.replace(bare, raised(bare) if piece.raised else lowered(bare))
        if words:
            parts.append(words)
            length += len(words)
            space = words[-1] == " "
            before = (before + words)[-4:]
    text = "".join(parts)
    return text.rstrip(" "), tuple(marks)


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours in the same setting as one piece: a word processor cuts words wherever somebody typed."""
    held: Piece | None = None
    for piece in chain.from_iterable(map(_parted, pieces)):
        alike = held and (held.raised, held.lowered) == (piece.raised, piece.lowered)
        if held and alike and not held.mark and not piece.mark:
            held = held._replace(text=held.text + piece.text)
        else:
            if held:
                yield from _undressed(held)
            held = piece
    if held:
        yield from _undressed(held)


def _undressed(piece: Piece) -> Iterator[Piece]:
    """A piece; of a raised one the signs of the sentence around a mark as pieces that are not raised."""
    if not piece.raised or piece.mark:
        yield piece
        return
    yield from (piece._replace(text=words, raised=high) for words, high in undressed(piece.text))


def _parted(piece: Piece) -> Iterator[Piece]:
    """A piece in parts: the digits that were typed as raised ones are raised; a mark loses its brackets."""
    if piece.mark:
        yield piece
        return
    text = _BRACKETED.sub(r"\1", piece.text) if piece.raised else piece.text
    for words, high in parted(text):
        yield piece._replace(text=words, raised=piece.raised or high)


def lines_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line: where one has a line end, it is cut."""
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for words in rest:
            yield line
            line = [piece._replace(text=words)]
    yield line
