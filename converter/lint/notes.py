"""Footnotes and their marks: each needs the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.lint.reading import AS_PRINTED, MISSING, Reading
from converter.model import Diagnostic, Footnote, Severity

# A raised number on a word or behind a sentence: on a number, a unit or the letter of a formula it is a power.
_RAISED = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[,;:.”»]))(?P<mark>[⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹\w])")


def notes_without_mark(reading: Reading) -> Iterator[Diagnostic]:
    """A note nobody points to is shown at the end, as a paragraph."""
    for note in reading.resolution.footnotes:
        if not note.places:
            message = f"note {note.marker} has no mark in the text"
            yield reading.finding(note.label, "note-without-mark", Severity.ERROR, message, MISSING)


def marks_without_note(reading: Reading) -> Iterator[Diagnostic]:
    """A number that hangs on the end of a paragraph is the mark of a note that is not there."""
    for paragraph in reading.resolution.paragraphs:
        match = reading.language.page.notes.dangling(paragraph.text.text) or _RAISED.search(paragraph.text.text)
        if match:
            message = f"the mark {match['mark']} has no note"
            offset = paragraph.text.source_offset(match.start("mark"))
            yield reading.finding(offset, "mark-without-note", Severity.ERROR, message, MISSING)


def numbers_of_notes(reading: Reading) -> Iterator[Diagnostic]:
    """Notes are numbered one by one, from 1 or, where they are numbered through a year, from any number.

    They may begin again with 1: on a page, in a section, in an annex.
    """
    notes = [note for note in reading.resolution.footnotes if note.marker.isdecimal()]
    anywhere = reading.language.table("text.notes_begin") == "any"
    expected = int(notes[0].marker) if notes and anywhere else 1
    for note in notes:
        number = int(note.marker)
        if number not in (expected, 1):
            message = f"note {number} follows {expected - 1}"
            yield reading.finding(note.label, "note-number", Severity.ERROR, message, AS_PRINTED)
        expected = number + 1


def misprinted_marks(reading: Reading) -> Iterator[Diagnostic]:
    """A mark that is another number than its note's: one of the two is misprinted."""
    for note in reading.resolution.footnotes:
        for place in note.places:
            if place.printed != note.marker:
                other = ", which has no other" if len(note.places) == 1 else ""
                message = f"the mark {place.printed} was taken for that of note {note.marker}{other}"
                yield reading.finding(place.mark, "note-misprint", Severity.WARNING, message, AS_PRINTED)


def unclear_marks(reading: Reading) -> Iterator[Diagnostic]:
    """Marks of a number that several notes have, one of them without any: which note is meant is not known."""
    same: dict[str, list[Footnote]] = {}
    for note in reading.resolution.footnotes:
        same.setdefault(note.marker, []).append(note)
    for marker, notes in same.items():
        if len(notes) > 1 and not all(note.places for note in notes):
            message = f"{len(notes)} notes have the number {marker}: which of them this mark means is not known"
            hint = "compare with the official text; the link leads to the nearest of them"
            for offset in sorted(mark for note in notes for mark in note.marks):
                yield reading.finding(offset, "note-unclear", Severity.WARNING, message, hint)
