"""Lines of which the signs hardly tell whether a paragraph begins there."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import Reading
from converter.model import Diagnostic

_KINDS = ("preambular", "operative", "sub")
_SHOWN = 24  # characters of the line that a message shows


def doubtful_breaks(reading: Reading) -> Iterator[Diagnostic]:
    """A line that might as well be read the other way: as the beginning of a paragraph, or as going on."""
    spans = sorted(
        (first.source_offset(0), text.source_offset(len(text.text) - 1))
        for paragraph in reading.resolution.own_paragraphs
        if paragraph.kind in _KINDS
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
        words = reading.clean.source.text[doubt.start : doubt.start + _SHOWN].split("\n")[0]
        read, other = ("the beginning of a paragraph", "go on from the line above")
        if not doubt.begins:
            read, other = ("going on from the line above", "begin a paragraph")
        message = f"“{words}…” was read as {read}, but it may {other}"
        verb = f"add the verb that it opens with to converter/languages/{reading.language.code}.yml"
        hint = f"look at the official document; if this is misread, {verb}, or take the DOCX, which knows paragraphs"
        yield reading.finding(doubt.start, "break-doubtful", message, hint)
