"""Resolution → outline: every part of a text with its place in the file, so that languages can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.model import Outlined, Resolution, Source


def outline(resolution: Resolution, source: Source) -> tuple[Outlined, ...]:
    """The masthead's blocks, the paragraphs and the notes of a text, each in the order of the text."""
    return (*_masthead(resolution, source), *_paragraphs(resolution, source), *_notes(resolution, source))


def _masthead(resolution: Resolution, source: Source) -> Iterator[Outlined]:
    for block in resolution.masthead.blocks:
        place = source.locate(block.text.source_offset(0))
        yield Outlined(block.kind, "masthead", None, None, *place, len(block.text.text))


def _paragraphs(resolution: Resolution, source: Source) -> Iterator[Outlined]:
    marks = Counter(mark.place for note in resolution.footnotes for mark in note.places)
    for one in resolution.paragraphs:
        place = source.locate((one.label or one.text).source_offset(0))
        yield Outlined(one.id, one.kind, one.number, one.parent, *place, len(one.text.text), marks[one.id])


def _notes(resolution: Resolution, source: Source) -> Iterator[Outlined]:
    for note in resolution.footnotes:
        place = source.locate(note.label)
        yield Outlined(note.anchor, "note", None, note.paragraph, *place, len(note.text.text))
