"""The account of the characters: each one of the source is printed, a mark, a label or declared furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.lint.reading import Reading
from converter.model import Diagnostic, Text
from converter.write.markdown import printed_texts

Interval = tuple[int, int]
WORDS = "words"  # the code of words that are lost or invented


def every_character(reading: Reading) -> Iterator[Diagnostic]:
    """No character but white space is lost, none is printed twice. A finding here is a bug of the converter."""
    text = reading.clean.source.text
    at = 0
    for start, end in sorted(_intervals(reading)):
        lost = text[at:start]
        if lost.strip():
            yield _bug(reading, at + len(lost) - len(lost.lstrip()), f"lost: {lost.strip()[:40]}")
        if start < at:
            yield _bug(reading, start, f"printed twice: {text[start : min(at, end)][:40]}")
        at = max(at, end)
    if text[at:].strip():
        yield _bug(reading, at, f"lost: {text[at:].strip()[:40]}")


def _intervals(reading: Reading) -> Iterator[Interval]:
    resolution = reading.resolution
    for _, printed in printed_texts(resolution):
        yield from _runs(printed)
    for note in resolution.footnotes:
        yield from _runs(note.text)
        yield note.label, note.label + len(note.marker)
        for place in note.places:
            yield place.mark, place.mark + len(place.printed)
    for star in resolution.star_notes:
        yield from _runs(star.text)
        yield star.label, star.label + len(star.marker)
    for furniture in resolution.furniture:
        yield furniture.start, furniture.start + len(furniture.text)


def _runs(text: Text) -> Iterator[Interval]:
    for run in text.runs:
        yield run.source, run.source + run.length


def _bug(reading: Reading, offset: int, message: str) -> Diagnostic:
    hint = "this is a fault of the converter: please report it with the file"
    return replace(reading.finding(offset, WORDS, message, hint), at="")  # nobody may accept it
