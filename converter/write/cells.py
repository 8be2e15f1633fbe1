"""What a template shows in a table or a line: words, links and days, each of its own type.

A template takes them as they are (`overrides/partials/cells.html`) and escapes every word; nothing here is Markdown or
HTML. Addresses are those of the site, as `addresses.url` gives them, with the anchor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from string import Formatter
from typing import TypeAlias

from converter import addresses


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the site."""

    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day in words, and when it is."""

    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    strong: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Words that run in their own direction, and their language where it is not that of the page."""

    text: str
    lang: str = ""


Piece: TypeAlias = str | Link | Day | Strong | Apart
Cell: TypeAlias = str | tuple[Piece, ...]
"""The content of a cell: words alone, or pieces in their order; '' is empty."""

BREAK = "\n"
"""The piece at which a new line of the cell begins."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its name, and what the script needs of it: its key, and by what one can filter.

    Of a column with `few` the first lines are seen, and the rest when its row was chosen.
    """

    name: str
    key: str = ""
    filter: str = ""
    few: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and the anchor that leads to it."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of a page, and the heading above it with its anchor, where it has one.

    One that is not `listed` only counts what is listed elsewhere.
    """

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    listed: bool = True
    anchor: str = ""
    heading: str = ""


def link(text: str, page: str, anchor: str = "") -> Link:
    """A link to a page, given by its path, or to a place of it."""
    address = addresses.url(page)
    return Link(text, f"{address}#{anchor}" if anchor else address)


def text_of(cell: Cell) -> str:
    """The words of a cell, as a reader of the page sees them."""
    if isinstance(cell, str):
        return cell
    return "".join(map(_words, cell))


def _words(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return piece.strong if isinstance(piece, Strong) else piece.text


def year_of(cell: Cell) -> str:
    """The year of the day that a cell has, or the year that stands there where the day is not known."""
    days = (one.day for one in cell if isinstance(one, Day)) if not isinstance(cell, str) else ()
    return next(iter(days), text_of(cell))[:4]


def joined(between: str, cells: Iterable[Cell]) -> Cell:
    """Cells one after the other, with words between them; as one string where all are words."""
    parts = list(cells)
    if all(isinstance(one, str) for one in parts):
        return between.join(map(text_of, parts))
    pieces = chain.from_iterable((between, *((one,) if isinstance(one, str) else one)) for one in parts)
    return tuple(pieces)[1:]


def filled(form: str, **places: Cell) -> tuple[Piece, ...]:
    """The words of a form such as 'by {day}', with what stands in its places."""
    pieces: list[Piece] = []
    for words, place, *_ in Formatter().parse(form):
        cell = places[place] if place else ""
        pieces += [one for one in (words, *((cell,) if isinstance(cell, str) else cell)) if one]
    return tuple(pieces)
