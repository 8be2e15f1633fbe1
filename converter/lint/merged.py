"""Lines that were read as going on, although the line above them was not full: a paragraph may begin there.

Where neither indents nor blank lines show paragraphs, one begins after a full stop, or after a comma with a verb that
the language knows. A paragraph that opens with a verb it does not know would be lost in the one above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter.clean import ends
from converter.lint.reading import Reading
from converter.model import Diagnostic, Severity
from converter.parse.layout import Layout, had_room, layout_of, rows_of, width_of

_KINDS = ("preambular", "operative", "sub")


def merged_lines(reading: Reading) -> Iterator[Diagnostic]:
    """A line inside a paragraph, below one that ended in a comma and was not wrapped."""
    spans = sorted(
        (text.source_offset(0), text.source_offset(len(text.text) - 1))
        for paragraph in reading.resolution.own_paragraphs
        if paragraph.kind in _KINDS
        for text in [paragraph.text]
        if text.runs
    )
    breaks, lines = reading.clean.breaks, reading.clean.lines
    body = [line for line in lines if spans and line.start + len(line.text) > spans[0][0]]
    rows = rows_of(body, reading.language)
    if not rows or layout_of(rows, breaks) is not Layout.PUNCTUATION or any(row.line.gap for row in rows[1:]):
        return
    at, width = 0, width_of(rows)
    for above, row in pairwise(rows):
        start = row.line.start + len(row.line.text) - len(row.line.text.lstrip())
        while at < len(spans) and spans[at][1] < start:
            at += 1
        inside = at < len(spans) and spans[at][0] < start
        comma = ends(above.bare, "text.soft_terminal", reading.language)
        if inside and comma and had_room(above, row, width) and start not in breaks and row.line.start not in breaks:
            message = f"this line was read as part of the paragraph above: {row.bare[:20]}…"
            verb = f"add its verb to converter/languages/{reading.language.code}.yml"
            hint = f"if a paragraph begins here, {verb}, or take the DOCX, which tells where paragraphs begin"
            yield reading.finding(start, "merged-line", Severity.WARNING, message, hint)
