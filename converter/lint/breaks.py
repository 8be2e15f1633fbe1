"""Where a paragraph may begin or end elsewhere than was read: by a line's signs, or by the lack of one at its end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Diagnostic, Line, Paragraph
from converter.parse.lines import is_labelled
from converter.printable import columns
from converter.read.text import INVISIBLE

_ACTS = ("preambular", "operative", "sub")
_SHOWN = 24  # characters of the line that a message shows
_FEW = 4  # lines with a blank line above, inside paragraphs: of two pages
_ALIKE = 0.8  # of each other's width: lines of one paragraph, each with a blank one above, are alike but for the last
_PAGE = 3  # figures of the number of a page
_UNSEEN = re.compile(rf"(?:\s|{INVISIBLE.pattern})*")


def doubtful_breaks(reading: Reading) -> Iterator[Diagnostic]:
    """A line that might as well be read the other way: as the beginning of a paragraph, or as going on."""
    spans = sorted(
        (first.source_offset(0), text.source_offset(len(text.text) - 1), labelled)
        for paragraph, labelled in _looked_at(reading.resolution.own_paragraphs)
        for text in [paragraph.text]
        for first in [paragraph.label or text]
        if text.runs
    )
    at = 0
    for doubt in reading.resolution.break_doubts:
        while at < len(spans) and spans[at][1] < doubt.start:
            at += 1
        if at == len(spans) or not spans[at][0] <= doubt.start <= spans[at][1]:
            continue
        if spans[at][2] and not is_labelled(reading.clean.source.text[doubt.start :][:_SHOWN], reading.language):
            continue
        words = reading.clean.source.text[doubt.start : doubt.start + _SHOWN].split("\n")[0]
        read, other = ("the beginning of a paragraph", "go on from the line above")
        if not doubt.begins:
            read, other = ("going on from the line above", "begin a paragraph")
        message = f"“{words}…” was read as {read}, but it may {other}"
        verb = f"add the verb that it opens with to converter/languages/{reading.language.code}.yml"
        hint = f"look at the official document; if this is misread, {verb}, or take the DOCX, which knows paragraphs"
        yield reading.finding(doubt.start, "break-doubtful", message, hint)


def unended_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """A recital, an act or an item ends in a sign: without one it may be a heading, or have lost its last words.

    Items of one list may all have none; what a list, a table or a quotation stands below wants none.
    """
    own = reading.resolution.own_paragraphs
    doubted = {doubt.start for doubt in reading.resolution.break_doubts}
    for at, paragraph in enumerate(own):
        if paragraph.kind not in _ACTS or not paragraph.text.runs or _is_ended(paragraph, reading):
            continue
        below = own[at + 1] if at + 1 < len(own) else None
        beside = [one for one in (own[at - 1] if at else None, below) if one and one.kind == paragraph.kind == "sub"]
        if any(not _is_ended(one, reading) for one in beside):
            continue
        if beside and below in beside and reading.language.page.sentences.item_ends(paragraph.text.text):
            continue  # the last but one of a list: …, or
        if below is not None:
            quoted = below.text.text[:1] in reading.language.table("body.quotes")
            if below.parent == paragraph.id or quoted or below.kind == "table":
                continue
            if (below.label or below.text).source_offset(0) in doubted:
                continue  # it is said there
        last = paragraph.text.text[-_SHOWN:].partition(" ")[2] or paragraph.text.text[-_SHOWN:]
        message = f"this paragraph ends in no sign: “…{last}”; it may be a heading, or its last words may be lost"
        yield reading.finding(paragraph.text.source_offset(0), "paragraph-unended", message, AS_PRINTED)


def lines_apart(reading: Reading) -> Iterator[Diagnostic]:
    """A line inside a paragraph that stands between two blank lines, or is a number alone: it may be the page's.

    Where blank lines part the lines of most paragraphs, they say nothing. What a page adds is taken out where its shape
    is known (`clean/furniture.py`); words of another site, or of a running head, have none.
    """
    lines = reading.clean.lines
    own = reading.resolution.own_paragraphs
    begins = {(one.label or one.text).source_offset(0) for one in own if one.text.runs}
    last = max((one.text.source_offset(max(0, len(one.text.text) - 1)) for one in own if one.text.runs), default=0)
    first = min(begins, default=0)
    inner = [_begins_inside(line, begins) and first < line.start <= last for line in lines]
    apart = [at for at in range(len(lines)) if inner[at] and lines[at].gap]
    few = len(apart) <= max(_FEW, len(begins))
    for at in range(len(lines) - 1):
        words = lines[at].text.strip()
        if not (inner[at] and inner[at + 1] and not lines[at].role):
            continue
        between = few and lines[at].gap and lines[at + 1].gap and not _are_alike(lines[at - 1], lines[at])
        if between or (words.isdecimal() and len(words) <= _PAGE):
            message = f"“{words[:_SHOWN]}” stands on a line of its own inside this paragraph; it may be the page's"
            hint = "look at the official document; if the page added it, fetch another format"
            yield reading.finding(lines[at].start, "line-apart", message, hint)


def _are_alike(above: Line, line: Line) -> bool:
    """Whether two lines are about as wide, as those are that a program set."""
    shorter, longer = sorted((columns(above.text.strip()), columns(line.text.strip())))
    return shorter >= _ALIKE * longer


def _begins_inside(line: Line, begins: Collection[int]) -> bool:
    """Whether no paragraph begins with a line, behind its blanks and what no one sees (\u200f1 -)."""
    unseen = _UNSEEN.match(line.text)
    return line.start + (unseen.end() if unseen else 0) not in begins


def _looked_at(own: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, bool]]:
    """Acts, and below the heading of an annex what is plain: nothing but its lines tells where that ends.

    With each stands whether only a label inside it may begin a paragraph: what has a number in an annex ends above one.
    """
    in_annex = False
    for paragraph in own:
        in_annex |= paragraph.kind == "heading" and paragraph.id.startswith("annex")
        if paragraph.kind in _ACTS or (in_annex and paragraph.kind == "plain"):
            yield paragraph, paragraph.kind == "plain" and paragraph.number is not None


def _is_ended(paragraph: Paragraph, reading: Reading) -> bool:
    return reading.language.page.sentences.clause_ends(paragraph.text.text)
