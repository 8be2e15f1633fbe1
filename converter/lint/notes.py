"""Footnotes and their marks: each needs the other."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import Reading
from converter.model import Diagnostic, Severity


def notes_without_mark(reading: Reading) -> Iterator[Diagnostic]:
    """A note nobody points to is shown at the end, as a paragraph."""
    for note in reading.resolution.footnotes:
        if note.paragraph is None:
            message = f"note {note.marker} has no mark in the text"
            hint = "the mark was lost in extraction: put the number back where the official text has it"
            yield reading.finding(note.label, "note-without-mark", Severity.ERROR, message, hint)


def marks_without_note(reading: Reading) -> Iterator[Diagnostic]:
    """A number that hangs on the end of a paragraph is the mark of a note that is not there."""
    pattern = reading.language.pattern("text.dangling_mark")
    for paragraph in reading.resolution.paragraphs:
        match = pattern.search(paragraph.text.text)
        if match:
            message = f"the mark {match['mark']} has no note"
            hint = "the note was lost in extraction: add its line at the foot of the page"
            offset = paragraph.text.source_offset(match.start("mark"))
            yield reading.finding(offset, "mark-without-note", Severity.ERROR, message, hint)


def numbers_of_notes(reading: Reading) -> Iterator[Diagnostic]:
    """Notes are numbered 1, 2, 3…"""
    expected = 1
    for note in reading.resolution.footnotes:
        number = int(note.marker)
        if number != expected:
            message, hint = (
                f"note {number} follows {expected - 1}",
                "compare with the official text: a note may be lost",
            )
            yield reading.finding(note.label, "note-number", Severity.ERROR, message, hint)
        expected = number + 1
