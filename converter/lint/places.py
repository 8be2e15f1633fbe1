"""Where a finding stands, in words that a sidecar can repeat: an anchor of the page, else the line."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from converter.model import Diagnostic, Resolution, Source, Text, line_in
from converter.outline import outline

Span = tuple[int, int, str]
"""From and to which source offset (both within) the words of an anchor stand."""


class Places:
    """The paragraphs and notes of one text by where they stand in its source."""

    def __init__(self, resolution: Resolution, source: Source) -> None:
        self._source = source
        self._lang = resolution.lang
        anchors = [one.id for one in outline(resolution, source) if one.kind == "note"]
        self._notes = sorted(
            (note.label, max(note.label, _ends(note.text)[1]), anchor)
            for note, anchor in zip(resolution.footnotes, anchors, strict=True)
        )
        self._paragraphs = sorted(_paragraphs(resolution))
        self._lines: dict[tuple[int, int], int] = {}
        for line in source.lines:
            self._lines.setdefault((line.page, line.number), line.start)

    def at(self, offset: int) -> str:
        """The note or paragraph that a source offset lies in; else its line, empty where there are no lines."""
        found = _within(self._notes, offset) or _within(self._paragraphs, offset)
        page, line, _ = self._source.locate(offset)
        return found or line_in(self._source.path, page, line)

    def put(self, finding: Diagnostic) -> Diagnostic:
        """A finding about the source with its language and place; of the file as a whole, with its page if it has one.

        A file of which nothing is read has no places: there is nothing that could be accepted.
        """
        if finding.path != self._source.path or finding.lang:
            return finding
        start = self._lines.get((finding.page, finding.line))
        if start is None:
            at = line_in(finding.path, finding.page, finding.line) if self._lines else ""
        else:
            at = self.at(start + max(0, finding.column - 1))
        return replace(finding, lang=self._lang, at=at)


def _paragraphs(resolution: Resolution) -> Iterable[Span]:
    marks: defaultdict[str, list[int]] = defaultdict(list)
    for note in resolution.footnotes:
        for place in note.places:
            marks[place.place].append(place.mark + len(place.printed) - 1)
    for one in resolution.paragraphs:
        start, end = _ends(one.text)
        yield min(start, _ends(one.label)[0]) if one.label else start, max([end, *marks[one.id]]), one.id


def _ends(text: Text) -> tuple[int, int]:
    """The first and the last source offset of a text."""
    if not text.runs:
        return 0, -1
    return min(run.source for run in text.runs), max(run.source + run.length - 1 for run in text.runs)


def _within(spans: list[Span], offset: int) -> str:
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return spans[at][2] if at >= 0 and offset <= spans[at][1] else ""
