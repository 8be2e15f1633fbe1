"""Footnotes and their marks: each needs the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from converter.clean.misprints import LONE_PUNCTUATION, places_of_marks
from converter.languages.sentences import CLAUSE_ENDS, CLOSING, COMMAS
from converter.lint.loose_marks import loose_marks
from converter.lint.reading import AS_PRINTED, MISSING, Reading
from converter.model import Diagnostic, Footnote

# A number or stars before words, where a sentence or a clause is over.
_BEGINS = re.compile(
    rf"(?:^|(?<=[{CLAUSE_ENDS}{CLOSING}\w]\s))\(?(?P<mark>\d{{1,3}}|[*＊]{{1,3}}|[⁰¹²³⁴-⁹]{{1,3}})\)?[/.]?\s+(?=[^\W\d_])"
)
_GOES_ON = (*COMMAS, ";", "؛", "；")
_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Z\d]")
_QUOTES = "’‘'"
_OPENS = re.compile(r"‘|(?<!\w)['’](?=\w)")
_ENOUGH = 80  # characters that tell what words open with
_RAISED_SIGNS = ("⁺", "⁻")
_SERIAL, _LONG = re.compile(r"\d+/\d+$"), 9  # 73/195, and so many characters
_MOST_LOST = 3  # notes at the head of a text


def notes_without_mark(reading: Reading) -> Iterator[Diagnostic]:
    """A note nobody points to is shown at the end, as a paragraph."""
    for note in reading.resolution.footnotes:
        if not note.places:
            message = f"note {note.marker} has no mark in the text"
            yield reading.finding(note.label, "note-without-mark", message, MISSING)


def signs_for_marks(reading: Reading) -> Iterator[Diagnostic]:
    """One sign alone in the place of a note without a mark may be what a scan made of it; it stays in the text."""
    notes = [note for note in reading.resolution.footnotes if note.marker.isdecimal()]
    if all(note.places for note in notes) or reading.language.table("text.notes_begin") != "any":
        return
    signs = sorted(_lone_signs(reading))
    found = [[(mark.mark, len(mark.printed)) for mark in note.places] for note in notes]
    for note, (left, right) in zip(notes, places_of_marks([note.label for note in notes], found), strict=True):
        first, last = bisect_left(signs, (left + 1, "")), bisect_left(signs, (right, ""))
        if not note.places and last - first == 1:
            offset, sign = signs.pop(first)
            message = f"{sign} may be the mark of note {note.marker}, misread, but is shown as it is"
            yield reading.finding(offset, "mark-without-note", message, MISSING, lighter=True)


def _lone_signs(reading: Reading) -> Iterator[tuple[int, str]]:
    """Punctuation that may be a misread number: its source offset, and what is printed; no end of a quotation is."""
    for paragraph in reading.resolution.paragraphs:
        text, opens = paragraph.text.text, _OPENS.search(paragraph.text.text)
        for match in LONE_PUNCTUATION.finditer(text):
            at = match.start("sign")
            if match["sign"] not in _QUOTES or not opens or opens.start() >= at:
                yield paragraph.text.source_offset(at), match["sign"]


def marks_without_note(reading: Reading) -> Iterator[Diagnostic]:
    """A number or star that hangs like a mark is one whose note is not there, and stays in the text."""
    known = {note.marker for note in reading.resolution.footnotes}
    numbers, text = [*_numbers_of_works(reading)], reading.clean.source.text
    for one in loose_marks(reading.resolution, reading.clean.source, reading.language):
        if any(start <= one.source < end for start, end in numbers) or _is_signed(text, one.source, len(one.printed)):
            continue
        if one.printed in known:
            message = f"{one.printed} may be a further mark of note {one.printed}, but is shown as a number"
        elif one.is_sure:
            message = f"the mark {one.printed} has no note"
        else:
            message = f"{one.printed} may be the mark of a note that is not there"
        yield reading.finding(one.source, "mark-without-note", message, MISSING, lighter=not one.is_sure)


def _is_signed(text: str, start: int, length: int) -> bool:
    """Whether a raised number has a raised sign beside it: it is a power or a charge (s⁻¹, SO₄²⁻), and no mark."""
    return any(text[at : at + 1] in _RAISED_SIGNS for at in (start - 1, start + length))


def _numbers_of_works(reading: Reading) -> Iterator[tuple[int, int]]:
    """The source offsets between which numbers of works stand, read or not: of 775 1992 none is a mark."""
    for citation in reading.citations:
        yield reading.at(citation.place, citation.main_start), reading.at(citation.place, citation.main_end - 1) + 1
    for one in reading.unread:
        if one.remark.code == "citation-unread":
            yield reading.at(one.place, one.remark.start), reading.at(one.place, one.remark.end - 1) + 1


def notes_in_the_text(reading: Reading) -> Iterator[Diagnostic]:
    """Words that begin like a note, with a number before them, may be one that was taken for text."""
    notes = reading.language.page.notes
    for paragraph in reading.resolution.paragraphs:
        text = paragraph.text.text
        for match in _BEGINS.finditer(text):
            before = text[max(0, match.start() - _ENOUGH) : match.start()].rstrip()
            if not notes.opens(text[match.end() : match.end() + _ENOUGH]) or (before and notes.is_own(before)):
                continue
            message = f"this reads like note {match['mark']}, but was taken for text"
            offset = paragraph.text.source_offset(match.start("mark"))
            yield reading.finding(offset, "note-in-text", message, AS_PRINTED)


def text_in_notes(reading: Reading) -> Iterator[Diagnostic]:
    """A note that ends like a paragraph may have words of the text at its end."""
    for note in reading.resolution.footnotes:
        text = note.text.text.rstrip()
        if text[-1:] in _GOES_ON:
            message = f"note {note.marker} ends in {text[-1]}: words of the text may have been taken for the note"
            offset = note.text.source_offset(len(text) - 1)
            yield reading.finding(offset, "note-with-text", message, AS_PRINTED)


def notes_in_notes(reading: Reading) -> Iterator[Diagnostic]:
    """A note with the number of the next one inside, which is nowhere else, may hold that one: S/98976.57 S/98998."""
    words, known = reading.language.page.notes, {note.marker for note in reading.resolution.footnotes}
    for note in reading.resolution.footnotes:
        following = str(int(note.marker) + 1) if note.marker.isdecimal() and note.marker.isascii() else ""
        if not following or following in known:
            continue
        text = note.text.text
        for match in re.finditer(rf"(?<=[{CLAUSE_ENDS}{CLOSING}])\s?(?P<mark>{following})[.]?\s+", text):
            after = text[match.end() : match.end() + _ENOUGH]
            if _SYMBOL.match(after) or words.opens(after):
                message = f"note {following} may begin inside note {note.marker}, and was taken for a part of it"
                offset = note.text.source_offset(match.start("mark"))
                yield reading.finding(offset, "note-with-text", message, AS_PRINTED)


def numbers_of_notes(reading: Reading) -> Iterator[Diagnostic]:
    """Notes are numbered one by one, from 1 or, where they are numbered through a year, from any number.

    They may begin again with 1: on a page, in a section, in an annex. Where notes of a language begin with 1, those of
    the Official Records count on from the page before: no note was lost above a first one that is further on.
    """
    notes = [note for note in reading.resolution.footnotes if note.marker.isdecimal()]
    first = int(notes[0].marker) if notes else 1
    anywhere = reading.language.table("text.notes_begin") == "any" or first > _MOST_LOST
    expected = first if anywhere else 1
    for note in notes:
        number = int(note.marker)
        if number not in (expected, 1):
            message = f"note {number} follows {expected - 1}"
            yield reading.finding(note.label, "note-number", message, AS_PRINTED)
        expected = number + 1


def misprinted_marks(reading: Reading) -> Iterator[Diagnostic]:
    """A mark that is another number than its note's: one of the two is misprinted. Or one that a number ran into."""
    source = reading.clean.source
    for note in reading.resolution.footnotes:
        other = ", which has no other" if len(note.places) == 1 else ""
        for place in note.places:
            number = None if source.knows_marks else _SERIAL.search(source.text, max(0, place.mark - _LONG), place.mark)
            if place.printed != note.marker:
                message = f"the mark {place.printed} was taken for that of note {note.marker}{other}"
                yield reading.finding(place.mark, "note-misprint", message, AS_PRINTED)
            elif number and source.text[place.mark : place.mark + 1].isdecimal():
                message = f"{number[0]}{note.marker} was read as {number[0]} and the mark of note {note.marker}{other}"
                yield reading.finding(place.mark, "note-misprint", message, AS_PRINTED)


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
                yield reading.finding(offset, "note-unclear", message, hint)
