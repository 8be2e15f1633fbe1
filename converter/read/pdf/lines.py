"""Pages of rows → the lines of a source, each with its role, its marks and the space above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from converter.model import Line
from converter.read.pdf.bidi import runs_rtl
from converter.read.pdf.columns import Column, columns_of
from converter.read.pdf.flow import Look, flowing, line_distance
from converter.read.pdf.furniture import Kinds, furniture_of
from converter.read.pdf.glued import Before, glued_note
from converter.read.pdf.hyphens import Piece, mended
from converter.read.pdf.linenumbers import KIND as LINE_NUMBER
from converter.read.pdf.linenumbers import without_numbers
from converter.read.pdf.notes import ROMAN, marker_of, notes_begin
from converter.read.pdf.row import OF_ROMAN, SIGN_OF_MARK, SPACE_OF_ARABIC, Row
from converter.read.pdf.rows import rows_of
from converter.read.pdf.shapes import Sheet, Span
from converter.read.pdf.spaces import least_space
from converter.read.pdf.tables import Table, is_in_grid, tables_of
from converter.read.raised import answers, settled, unmarked
from converter.read.signs import BULLETS

_WIDE = 2.5  # sizes; what stands further apart in a row is not read as one line
_LABEL = re.compile(rf"\S{{0,11}}[.)）．]|\S{{0,2}}[\d.]*\d|[-–—{BULLETS}]")  # may stand further from what it labels
_IN_ROW = 0.3  # sizes; how far from its baseline stands what is in a row and no text of it
_TALL = 3.0  # sizes; a picture that is higher stands beside rows, not in one
_FURNITURE = "furniture:"
NOTE, NOTE_GOES_ON, HEADING, ROW = "note", "note+", "heading", "row"


@dataclass(frozen=True, slots=True)
class _Page:
    sheet: Sheet
    rows: list[Row]
    tables: list[Table]
    kinds: Kinds
    numbers: list[Row]  # that count its lines


def lines_of(sheets: Sequence[Sheet]) -> list[Line]:
    """The lines of a file in reading order. Offsets are those of the lines joined by line ends."""
    rtl = runs_rtl("".join(glyph.char for sheet in sheets for glyph in sheet.glyphs))
    pages = _pages(sheets, rtl, least_space(sheets) if rtl else SPACE_OF_ARABIC)
    body = _body_size(pages)
    columns = [_columns(page, rtl) for page in pages]
    usual = line_distance([column.rows for several in columns for column in several])
    look = Look(usual, rtl, _bold_tells(pages), frozenset(_roman_marks(columns)))
    pieces: list[Piece] = []
    before = Before()
    for page, several in zip(pages, columns, strict=True):
        placed, before = _page_pieces(page, several, body, look, before)
        pieces += placed
    return list(_numbered(mended(_settled(pieces))))


def _roman_marks(columns: Sequence[Sequence[Column]]) -> Iterator[str]:
    """The raised Roman numbers of a file that hang on a word: their notes may stand on another page."""
    for row in (row for several in columns for column in several for row in column.rows):
        text, marks = row.printed
        yield from (text[start:end] for start, end in marks if start and text[start:end] in ROMAN)


def _settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with signs in place of the raised numbers that no note answers."""
    notes = [piece.text.split(" ", 1)[0].rstrip(SIGN_OF_MARK) for piece in pieces if piece.role == NOTE]
    answered = answers(notes, (piece.text for piece in pieces))
    pieces = [_without_letters(piece, notes) for piece in pieces]
    alone = unmarked(answered, ((piece.text, piece.marks) for piece in pieces))
    return [_of_signs(piece, answered, alone) if piece.marks else piece for piece in pieces]


def _without_letters(piece: Piece, notes: Sequence[str]) -> Piece:
    """A piece without the marks of raised letters that are the number of no note."""
    told = [span for span in piece.marks if OF_ROMAN.isdisjoint(words := piece.text[slice(*span)]) or words in notes]
    return piece if len(told) == len(piece.marks) else replace(piece, marks=tuple(told))


def _of_signs(piece: Piece, answered: set[str], alone: set[str]) -> Piece:
    text, fates = settled(piece.text, piece.marks, answered, told=False, alone=alone)
    return replace(piece, text=text, marks=tuple(span for fate in fates for span in fate))


def _pages(sheets: Sequence[Sheet], rtl: bool, space: float) -> list[_Page]:
    counted = without_numbers([_bridged(rows_of(sheet.number, sheet.glyphs, rtl, space), sheet) for sheet in sheets])
    rows = [of_page for of_page, _ in counted]
    kinds = furniture_of(rows, [sheet.height for sheet in sheets])
    pages = []
    for sheet, (of_page, numbers), every in zip(sheets, counted, kinds, strict=True):
        of_kind = {index: kind for index, kind in every.items() if not is_in_grid(of_page[index], sheet.rules)}
        free = [row for index, row in enumerate(of_page) if index not in of_kind]
        pages.append(_Page(sheet, of_page, tables_of(free, sheet.rules), of_kind, numbers))
    return pages


def _bridged(rows: list[Row], sheet: Sheet) -> list[Row]:
    """The rows of a page with what stands in them and is no text: the words that nobody sees, small pictures."""
    things = [(glyph.x0, glyph.x1, glyph.base, glyph.base) for _, glyphs in sheet.unseen for glyph in glyphs]
    things += [(left, right, top, bottom) for left, top, right, bottom in sheet.pictures]
    if not things:
        return rows
    out = []
    for row in rows:
        above, below, tall = row.base - row.size, row.base + _IN_ROW * row.size, _TALL * row.size
        near = (one for one in things if one[2] <= below and one[3] > above and one[3] - one[2] <= tall)
        bridges = tuple((left, right) for left, right, _, _ in near)
        out.append(replace(row, bridges=bridges) if bridges else row)
    return out


def _body_size(pages: Sequence[_Page]) -> float:
    """The size in which most of the text is printed."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for index, row in enumerate(page.rows):
            if index not in page.kinds:
                sizes[row.size] += len(row.ink)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _bold_tells(pages: Sequence[_Page]) -> bool:
    """Whether bold rows stand beside others: where most of a text is bold, that makes no heading."""
    bold = whole = 0
    for page in pages:
        for index, row in enumerate(page.rows):
            if index not in page.kinds:
                whole += len(row.ink)
                bold += sum(glyph.bold for glyph in row.ink)
    return 2 * bold <= whole


def _columns(page: _Page, rtl: bool) -> list[Column]:
    """What is to be read of a page: its text and the rules between text and notes; a table takes one row's place."""
    in_table = {id(row) for table in page.tables for row in table.rows}
    read = [
        row
        for index, row in enumerate(page.rows)
        if id(row) not in in_table and page.kinds.get(index, "rule") == "rule"
    ]
    return columns_of(read, rtl)


def _page_pieces(
    page: _Page, columns: Sequence[Column], body: float, look: Look, before: Before
) -> tuple[list[Piece], Before]:
    """The pieces of a page in reading order, and what stands above the next notes."""
    number = page.sheet.number
    ruled = {id(row) for index, row in enumerate(page.rows) if page.kinds.get(index) == "rule"}
    middle = page.sheet.height / 2
    outer = [(row, page.kinds[index]) for index, row in enumerate(page.rows) if page.kinds.get(index, "rule") != "rule"]
    head = [_furniture(row, kind) for row, kind in outer if row.base <= middle]
    foot = [_furniture(row, kind) for row, kind in outer if row.base > middle]
    printed = (row.text[start:end] for column in columns for row in column.rows for start, end in row.printed[1])
    marks = {one.rstrip(SIGN_OF_MARK) for one in printed}
    marks |= look.roman
    tables = sorted(page.tables, key=lambda table: table.top)
    pieces = head
    ended: tuple[Column, Row] | None = None
    for column in columns:
        first = notes_begin(column, page.sheet.rules, ruled, body, marks, before)
        text_rows = [row for row in column.rows if id(row) not in ruled]
        cut = len(text_rows) if first is None else first
        notes_top = text_rows[cut].base if cut < len(text_rows) else float("inf")
        while tables and text_rows and tables[0].top < text_rows[0].base:
            pieces += _table_pieces(tables.pop(0), number)
        for flow in flowing(column, text_rows[:cut], look, ended):
            while tables and tables[0].top < flow.row.base and _stands_in(tables[0], column):
                pieces += _table_pieces(tables.pop(0), number)
            pieces += _body_pieces(flow.row, flow.gap, HEADING if flow.heading else "", look.rtl)
        ended = (column, text_rows[cut - 1]) if cut else ended
        while tables and tables[0].top < notes_top and _stands_in(tables[0], column):
            pieces += _table_pieces(tables.pop(0), number)
        pieces += [_furniture(row, "rule") for row in column.rows if id(row) in ruled]
        noted, before = _note_pieces(text_rows[cut:], before, column, marks)
        pieces += noted
    for table in tables:
        pieces += _table_pieces(table, number)
    turned = [_furniture(row, "turned") for row in rows_of(number, page.sheet.turned, look.rtl)]
    aside = [_furniture(row, kind) for kind, glyphs in page.sheet.unseen for row in rows_of(number, glyphs, look.rtl)]
    counting = [_furniture(row, LINE_NUMBER) for row in page.numbers]
    return [*pieces, *foot, *turned, *counting, *aside], before


def _stands_in(table: Table, column: Column) -> bool:
    return table.left < column.right and table.right > column.left


def _table_pieces(table: Table, page: int) -> list[Piece]:
    return [Piece(page, text, marks, gap=not index, role=ROW) for index, (text, marks) in enumerate(table.lines)]


def _furniture(row: Row, kind: str) -> Piece:
    return Piece(row.page, row.text, role=_FURNITURE + kind)


def _body_pieces(row: Row, gap: bool, role: str, rtl: bool) -> Iterator[Piece]:
    """A row in as many lines as stand in it: the two sides of a letterhead are two, a label and its words are one."""
    parts = row.cut(_WIDE)
    if rtl:
        parts.reverse()
    joined: list[Row] = []
    for part in parts:
        if len(joined) == 1 and _LABEL.fullmatch(joined[0].text):
            glyphs = sorted((*joined[-1].glyphs, *part.glyphs), key=lambda glyph: glyph.x0)
            joined = [row.part(glyphs)]
        else:
            joined.append(part)
    for index, part in enumerate(joined):
        text, marks = part.printed
        yield Piece(row.page, text, marks, gap or index > 0, role)


def _note_pieces(
    rows: Sequence[Row], before: Before, column: Column, marks: Collection[str]
) -> tuple[list[Piece], Before]:
    """The pieces of the notes of a column, and what stands above the next ones."""
    pieces = []
    for index, row in enumerate(rows):
        text, spans = row.printed
        marker = marker_of(row, before.marker if index else None)
        if marker:
            text, spans = _parted(text, spans, len(marker) + text.startswith(marker + SIGN_OF_MARK))
        elif glued := glued_note(row, before, marks):
            marker, text, spans = glued
        pieces.append(Piece(row.page, text, spans, role=NOTE if marker else NOTE_GOES_ON))
        before = before.then(row, column, marker)
    return pieces, before


def _parted(text: str, marks: tuple[Span, ...], end: int) -> tuple[str, tuple[Span, ...]]:
    """The text of a note with one space after its marker, which is no mark of its own."""
    rest = text[end:].lstrip()
    moved = end + 1 - (len(text) - len(rest))
    return f"{text[:end]} {rest}", tuple((start + moved, stop + moved) for start, stop in marks if start >= end)


def _numbered(pieces: Sequence[Piece]) -> Iterator[Line]:
    start, page, number = 0, 0, 0
    words_came = False  # on this page, words of the body or a note
    for piece in pieces:
        if piece.page != page:
            page, number, words_came = piece.page, 0, False
        number += 1
        is_words = not piece.role.startswith(_FURNITURE)
        yield Line(
            number,
            start,
            piece.text,
            page_top=is_words and not words_came,
            page=page,
            gap=piece.gap,
            marks=piece.marks,
            role=piece.role,
        )
        words_came = words_came or is_words
        start += len(piece.text) + 1
