"""Hyphens at line ends: which ones part a word that has none.

A file that was typeset does not say so. The hyphen goes only where the file itself has the word in one piece
elsewhere, and never with a hyphen; otherwise it stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.read.pdf.shapes import Span

SOFT = "\u00ad"
_HYPHENS = ("-", "\u2010", SOFT)
_LONGEST = 60  # letters of a word
_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"(?=\b([^\W\d_]+)[-\u2010\u2011]([^\W\d_]+)\b)")
_BEFORE = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_AFTER = re.compile(r"([^\W\d_]+)(.)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line before it has its number and its place in the text."""

    page: int
    text: str
    marks: tuple[Span, ...] = ()
    gap: bool = False
    role: str = ""


def mended(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces; a hyphen that only parts a word is a soft hyphen, and none stands within a line."""
    pieces = [_without_inner(piece) for piece in pieces]
    words = {word.casefold() for piece in pieces for word in _WORD.findall(piece.text)}
    pairs = {(a.casefold(), b.casefold()) for piece in pieces for a, b in _PAIR.findall(piece.text)}
    out = list(pieces)
    following: dict[str, int] = {}  # kind of flow → its next piece
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        flow = piece.role.removesuffix("+")
        if piece.text.endswith(_HYPHENS):
            after = pieces[following[flow]] if flow in following else None
            if after is not None and not after.gap and after.role != "note" and _is_soft(piece, after, words, pairs):
                out[index] = replace(piece, text=piece.text[:-1] + SOFT)
            elif piece.text.endswith(SOFT):
                out[index] = replace(piece, text=piece.text[:-1] + "-")
        following[flow] = index
    return out


def _without_inner(piece: Piece) -> Piece:
    """A soft hyphen within a line is not seen on the page."""
    if SOFT not in piece.text[:-1]:
        return piece
    kept = [at for at, char in enumerate(piece.text) if char != SOFT or at == len(piece.text) - 1]
    before = {at: new for new, at in enumerate(kept)}
    marks = tuple((before[start], before[end - 1] + 1) for start, end in piece.marks)
    return replace(piece, text="".join(piece.text[at] for at in kept), marks=marks)


def _is_soft(piece: Piece, after: Piece, words: set[str], pairs: set[tuple[str, str]]) -> bool:
    left, right = _BEFORE.search(piece.text[-_LONGEST:]), _AFTER.match(after.text)
    if left is None or right is None or not right[1][0].islower():
        return False
    if piece.text.endswith(SOFT):
        return True
    pair = (left[1].casefold(), right[1].casefold())
    return pair not in pairs and "".join(pair) in words
