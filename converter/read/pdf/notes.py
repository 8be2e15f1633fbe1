"""Where the notes at the foot of a column begin, and which of their rows begins a note."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from converter.numerals import to_roman
from converter.read.pdf.columns import Column
from converter.read.pdf.glued import Before, glued_note
from converter.read.pdf.row import SIGN_OF_MARK, Row
from converter.read.pdf.shapes import Rule

_SMALL = 0.93  # notes are printed in less than this part of the body's size, where no rule parts them
_NOT_LARGER = 1.04
_SHORTEST, _LONGEST = 20.0, 0.62  # of a rule above notes: points, part of the column's width
_OUTSIDE = 40.0  # points that such a rule may stand outside the text
_STARS = re.compile(r"(?P<marker>\*{1,3})\s*(?=\S)")
_PRINTED_ROMAN = re.compile(r"(?P<marker>[ivx]{1,6})\s(?=\s*\S)")
ROMAN = {to_roman(number).lower(): number for number in range(1, 40)}
_PRINTED = re.compile(rf"(?P<marker>\d{{1,3}}){SIGN_OF_MARK}?\s(?=\s*\S)")


def notes_begin(
    column: Column, rules: Sequence[Rule], ruled: Container[int], body: float, marks: Collection[str], before: Before
) -> int | None:
    """The index of the first row of the notes of a column, or None.

    `ruled` holds the ids of rows that are a rule made of characters, `body` is the size of the text, `marks` are
    the raised numbers and stars in it, `before` says what notes came before, the last of which may run on here.
    """
    is_open = bool(before.marker)
    rows = [row for row in column.rows if id(row) not in ruled]
    tops = {id(row) for before, row in pairwise(column.rows) if id(before) in ruled}
    drawn = sorted((rule for rule in rules if rule.level), key=lambda rule: rule.y0)
    heights = [rule.y0 for rule in drawn]
    first = len(rows)
    while first and rows[first - 1].size <= body * _NOT_LARGER:
        first -= 1
    for index in range(first, len(rows)):
        above = rows[index - 1].base if index else 0.0
        between = drawn[bisect_left(heights, above - 1) : bisect_right(heights, rows[index].base)]
        if id(rows[index]) not in tops and not any(_is_above_notes(rule, column) for rule in between):
            continue
        small = rows[index].size <= body * _SMALL
        if marker_of(rows[index], after=None) or (is_open and small) or glued_note(rows[index], before, marks):
            return index
    at_end = _at_end(rows, marks, is_open)
    return _by_size(rows, body, marks, before) if at_end is None else at_end


def _at_end(rows: Sequence[Row], marks: Container[str], is_open: bool) -> int | None:
    """The first row of notes at the end of a text, which are as large as it: a row with a Roman number that is a mark.

    A word processor prints them on a page of their own, the number raised or not: the next one must follow, if a mark
    leads to it.
    """
    found = [(index, marker) for index, row in enumerate(rows) if (marker := _roman_of(row)) in marks]
    for at, (index, marker) in enumerate(found):
        number = ROMAN[marker]
        after = ROMAN[found[at + 1][1]] if at + 1 < len(found) else 0
        goes_on = after == number + 1 or (not after and to_roman(number + 1).lower() not in marks)
        if (number == 1 or is_open) and goes_on:
            return index
    return None


def _roman_of(row: Row) -> str:
    """The Roman number that a row begins with, raised or with a space behind it; empty for none."""
    text, raised = row.printed
    if raised and raised[0][0] == 0:
        marker = text[: raised[0][1]]
        return marker if marker in ROMAN and len(text) > len(marker) else ""
    found = _PRINTED_ROMAN.match(text)
    return found["marker"] if found and found["marker"] in ROMAN else ""


def _by_size(rows: Sequence[Row], body: float, marks: Collection[str], before: Before) -> int | None:
    """The first row of small print at the foot of the column that has the marker of a mark in the text."""
    first = len(rows)
    while first and rows[first - 1].size <= body * _SMALL:
        first -= 1
    for index in range(first, len(rows)):
        marker = marker_of(rows[index], after=None)
        if (marker and marker in marks) or glued_note(rows[index], before, marks):
            return first if before.marker else index
    return None


def _is_above_notes(rule: Rule, column: Column) -> bool:
    """Whether a drawn rule is as long as one that parts notes from text, and belongs to the column."""
    return (
        column.left - _OUTSIDE <= rule.x0
        and rule.x1 <= column.right + _OUTSIDE
        and _SHORTEST <= rule.x1 - rule.x0 <= _LONGEST * (column.right - column.left)
    )


def marker_of(row: Row, after: str | None) -> str:
    """The marker that a row of the notes begins with, empty for none.

    A number that is not raised must be the next one after the marker `after`, or the first of its notes (None).
    """
    text, marks = row.printed
    if marks and marks[0][0] == 0 and marks[0][1] < len(text):
        return text[: marks[0][1]].rstrip(SIGN_OF_MARK)
    roman = _PRINTED_ROMAN.match(text)
    if roman and ROMAN.get(roman["marker"], 0) == ROMAN.get(after or "", 0) + 1:
        return roman["marker"]
    stars = _STARS.match(text)
    if stars:
        return stars["marker"]
    number = _PRINTED.match(text)
    if number and (not after or not after.isdecimal() or int(number["marker"]) == int(after) + 1):
        return number["marker"]
    return ""
