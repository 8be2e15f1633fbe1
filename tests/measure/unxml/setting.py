"""Blocks set as a text or as a page of HTML, without their markup, and the line on which each block stands.

Text: one blank line between blocks, raised marks, notes at the end. HTML: `<p>`, `<i>`, `<sup>`, `<table>`, notes after
`<hr>`; its lines are its paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from tests.measure.unxml.blocks import Block, Piece

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def as_text(blocks: Sequence[Block], lang: str, symbol: str) -> str:
    """The blocks as plain text; `lang` and `symbol` are not printed."""
    del lang, symbol
    return "\n\n".join(map(_line, blocks)) + "\n"


def _line(block: Block) -> str:
    words = "".join(_plain(piece) for piece in block.pieces)
    label = block.label.translate(_RAISED) if block.what == "note" else block.label
    return f"{label} {words}".strip()


def _plain(piece: Piece) -> str:
    if piece.mark:
        return piece.mark.translate(_RAISED)
    return piece.text.translate(_RAISED) if piece.raised else piece.text


def as_html(blocks: Sequence[Block], lang: str, symbol: str) -> str:
    """The blocks as a page of HTML."""
    direction = ' dir="rtl"' if lang == "ar" else ""
    head = f'<html lang="{lang}"{direction}><head><meta charset="utf-8"><title>{escape(symbol)}</title></head>'
    if lang == "ar":  # set upright
        blocks = [replace(one, pieces=tuple(replace(piece, italic=False) for piece in one.pieces)) for one in blocks]
    return "\n".join(("<!DOCTYPE html>", head, "<body>", *_elements(blocks), "</body></html>")) + "\n"


def _elements(blocks: Sequence[Block]) -> Iterator[str]:
    for what, group in groupby(blocks, lambda block: block.what if block.what in ("row", "note") else ""):
        match what:
            case "row":
                yield "<table>"
                yield from map(_row, group)
                yield "</table>"
            case "note":
                yield "<hr>"
                yield from (f"<p><sup>{block.label}</sup> {_inline(block.pieces)}</p>" for block in group)
            case _:
                yield from (f"<p>{f'{escape(block.label)} {_inline(block.pieces)}'.strip()}</p>" for block in group)


def _row(block: Block) -> str:
    cells: list[list[Piece]] = [[]]
    for piece in block.pieces:
        if piece.text == "\t":
            cells.append([])
        else:
            cells[-1].append(piece)
    return f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in cells)}</tr>"


def _inline(pieces: Sequence[Piece]) -> str:
    return "".join(
        f"<i>{words}</i>" if italic else words
        for italic, group in groupby(pieces, lambda piece: piece.italic and bool(piece.text.strip()))
        for words in ("".join(map(_words, group)),)
    )


def _words(piece: Piece) -> str:
    if piece.mark:
        return f"<sup>{escape(piece.mark)}</sup>"
    return f"<sup>{escape(piece.text)}</sup>" if piece.raised else escape(piece.text, quote=False)


FORMS: dict[str, Callable[[Sequence[Block], str, str], str]] = {"text": as_text, "html": as_html}
SUFFIXES = {"text": ".txt", "html": ".html"}


def lines(blocks: Sequence[Block], form: str) -> list[int]:
    """The line of each block in one of the forms, from 1; in HTML the notes stand at the last paragraph."""
    if form == "text":
        return list(range(1, 2 * len(blocks), 2))
    last = sum(block.what != "note" for block in blocks)
    return [min(number, last) for number, _ in enumerate(blocks, 1)]
