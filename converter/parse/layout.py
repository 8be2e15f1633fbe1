"""Lines → paragraphs: hard wraps and page breaks healed.

A text tells where a paragraph begins in one of three ways: by indentation, by blank lines, or only by its
punctuation and labels. Which one is decided once per text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from converter.clean import ends, heal
from converter.languages import Language
from converter.model import Line, Text

_MAX_ALONE = 80  # headings and closing lines are short


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the body and its healed text."""

    line: Line
    text: Text
    inset: bool  # it stands further in than the text's own margin
    label: int | None  # the number of the operative paragraph that it begins, if it looks like that


_MANY = 0.1


class Layout(Enum):
    """How a text shows where a paragraph begins."""

    INDENT = auto()
    GAP = auto()
    PUNCTUATION = auto()


def rows_of(lines: Sequence[Line], language: Language) -> list[Row]:
    """The lines healed and measured."""
    operative = language.pattern("body.operative")
    margins = [len(line.text) - len(line.text.lstrip()) for line in lines]
    margin = min(margins, default=0)
    rows = []
    for line, inset in zip(lines, margins, strict=True):
        text = heal(line, language)
        label = operative.match(text.text) if text.text[:1].isdecimal() else None
        rows.append(Row(line, text, inset > margin, int(label["number"]) if label else None))
    return rows


def layout_of(rows: Sequence[Row], breaks: frozenset[int] = frozenset()) -> Layout:
    """Indentation wins over blank lines, blank lines over punctuation; each needs both of its forms.

    Lines with a label begin a paragraph for sure: where there are some, most of them must show the form. What
    stands between the lines at `breaks` was taken out, so nobody knows whether there is a blank line.
    """
    sure = [index for index, row in enumerate(rows) if row.label is not None]
    inset = [row.inset for row in rows]
    if 0 < sum(inset) < len(rows) and (not sure or 2 * sum(inset[index] for index in sure) > len(sure)):
        return Layout.INDENT
    pairs = [(before, after) for before, after in pairwise(rows) if after.line.start not in breaks]
    gaps = [after.line.gap for _, after in pairs]
    labelled = [gap for gap, (_, after) in zip(gaps, pairs, strict=True) if after.label is not None]
    if any(gaps) and not all(gaps) and (not labelled or 2 * sum(labelled) > len(labelled)):
        return Layout.GAP
    return Layout.PUNCTUATION


def paragraphs(rows: Sequence[Row], breaks: frozenset[int], language: Language) -> list[list[Row]]:
    """Group the body's lines into paragraphs. Every line is in exactly one, in order."""
    layout = layout_of(rows, breaks)
    gaps_tell = _gaps_tell(rows)
    groups: list[list[Row]] = []
    expected = 1
    for row in rows:
        is_next = row.label == expected
        if is_next:
            expected += 1
        if not groups or is_next or _begins(row, groups[-1], breaks, layout, gaps_tell, language):
            groups.append([row])
        else:
            groups[-1].append(row)
        if groups[-1][0] is row and is_annex(row.text.text, language):
            expected = 1  # an annex counts anew
    return groups


def _gaps_tell(rows: Sequence[Row]) -> bool:
    """Whether a blank line says something: many lines follow each other at once, not just a few at page breaks."""
    gaps = [row.line.gap for row in rows[1:]]
    return any(gaps) and gaps.count(False) >= _MANY * len(gaps)


def _begins(
    row: Row, before: list[Row], breaks: frozenset[int], layout: Layout, gaps_tell: bool, language: Language
) -> bool:
    """Whether a line begins a paragraph rather than continues the one before it."""
    last, bare = before[-1], row.text.text
    terminal = ends(last.text.text, "text.terminal", language)
    if len(before) == 1 and stands_alone(last.text.text, language):
        return True
    if terminal and stands_alone(bare, language):
        return True
    if row.line.start in breaks:
        return terminal and _may_begin(row, last, language)
    if layout is Layout.INDENT:
        # A preamble may stand at the margin, set apart by blank lines, above numbered paragraphs that stand in.
        return row.inset or (gaps_tell and terminal and row.line.gap)
    if layout is Layout.GAP:
        return row.line.gap
    return terminal and _may_begin(row, last, language)


def _may_begin(row: Row, last: Row, language: Language) -> bool:
    """After a full stop any line may begin a paragraph; after a comma only one with a label or a verb."""
    if row.label is not None or not ends(last.text.text, "text.soft_terminal", language):
        return True
    return is_labelled(row.text.text, language) or opens_with_verb(row.text.text, language)


def is_labelled(bare: str, language: Language) -> bool:
    """Whether a line begins with the label of an operative paragraph or of a sub-paragraph."""
    return any(pattern.match(bare) for pattern in (language.pattern("body.operative"), *language.sub_rules))


def stands_alone(bare: str, language: Language) -> bool:
    """Whether a line is a heading or a closing line (the meeting that adopted the text)."""
    if len(bare) > _MAX_ALONE:
        return False
    return bool(language.pattern("body.heading").match(bare) or language.pattern("body.closing").match(bare))


def is_annex(bare: str, language: Language) -> bool:
    """Whether a line is the heading of an annex, after which the paragraphs are counted anew."""
    return stands_alone(bare, language) and language.pattern("body.annex").match(bare) is not None


def opens_with_verb(bare: str, language: Language) -> bool:
    """Whether a line opens with an action verb, as every preambular paragraph does."""
    return language.opening_verb.match(bare) is not None
