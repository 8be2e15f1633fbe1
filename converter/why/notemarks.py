"""What in the body may be the mark of a note: how firmly each number hangs on what is before it, and was it taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.clean.candidates import APART, HELD_BY_PUNCTUATION, HELD_BY_WORD, OWN, Candidates
from converter.languages import Language
from converter.model import Clean, Footnote, Resolution

_HELD = {
    HELD_BY_PUNCTUATION: "it hangs on a sign",
    HELD_BY_WORD: "it hangs on a word",
    APART: "it stands apart from what is before it",
    OWN: "it is a number of the text itself",
}
_TOLD = "the format says that it is one"
_MISPRINTED = "another number is printed; it stands where the mark is due"
_AROUND = 12  # characters on both sides


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number at a source offset that may be the mark of a note: what it hangs on, and whether it was `taken`."""

    note: str
    at: int
    printed: str
    around: str
    why: str
    taken: bool


def candidates(clean: Clean, resolution: Resolution, language: Language) -> tuple[Candidate, ...]:
    """The candidates of all notes, by where they stand; a format that knows its marks has no others."""
    body = {line.start for line in clean.lines}
    source = clean.source
    looked = Candidates(source.lines, language)
    looked.body = [index for index, line in enumerate(source.lines) if line.start in body]
    found: dict[tuple[str, int], Candidate] = {}
    for note in resolution.footnotes:
        for why, at, printed, taken in _of(note, clean, looked):
            around = source.text[max(0, at - _AROUND) : at + len(printed) + _AROUND].replace("\n", "⏎")
            found.setdefault((note.id, at), Candidate(note.id, at, printed, around, why, taken))
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.note)))


def _of(note: Footnote, clean: Clean, looked: Candidates) -> Iterator[tuple[str, int, str, bool]]:
    marks = {mark.mark: mark.printed for mark in note.places}
    if clean.source.knows_marks:
        yield from ((_TOLD, at, printed, True) for at, printed in marks.items())
        return
    label = clean.source.line_at(note.label)
    below = clean.source.lines.index(label) if label else 0
    for held, at in looked.of(note.marker, below, 0):
        yield _HELD[held], at, note.marker, at in marks
    yield from ((_MISPRINTED, at, printed, True) for at, printed in marks.items())
