"""Findings about one text: small rules, each a generator, in one explicit list. Printing is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.lint import (
    adoption,
    breaks,
    citations,
    garbled,
    later,
    marked,
    markup,
    masthead,
    notes,
    structure,
    supplements,
    words,
)
from converter.lint.reading import Reading
from converter.model import Diagnostic

Rule = Callable[[Reading], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    structure.enacting_phrase,
    structure.operative_paragraphs,
    structure.numbers_in_order,
    structure.numbers_of_annexes,
    structure.mended_numbers,
    structure.doubtful_labels,
    structure.plain_paragraphs,
    structure.unnumbered_paragraphs,
    structure.last_heading,
    structure.neighbours,
    structure.action_verbs,
    masthead.unread_lines,
    breaks.doubtful_breaks,
    breaks.unended_paragraphs,
    breaks.lines_apart,
    masthead.unknown_sponsors,
    masthead.unknown_joined,
    masthead.session_dates,
    masthead.misprinted_dates,
    masthead.years,
    masthead.number_and_symbol,
    masthead.closing_day,
    masthead.identity,
    notes.notes_without_mark,
    notes.signs_for_marks,
    notes.marks_without_note,
    notes.notes_in_the_text,
    notes.text_in_notes,
    notes.notes_in_notes,
    notes.numbers_of_notes,
    notes.misprinted_marks,
    notes.unclear_marks,
    adoption.misprinted_numbers,
    adoption.missing,
    adoption.figures,
    adoption.counts,
    citations.dates,
    citations.years,
    later.later,
    citations.misprints,
    supplements.contradicted,
    marked.contradicted,
    citations.unresolved,
    citations.unread,
    garbled.other_languages,
    garbled.encodings,
    garbled.letters_apart,
    garbled.numbered_lines,
    markup.differs,
    words.every_character,
)


def lint(reading: Reading) -> tuple[Diagnostic, ...]:
    """Every finding about one text, in the order of the text."""
    found = [finding for rule in RULES for finding in rule(reading)]
    return tuple(sorted(found))


__all__ = ["RULES", "Reading", "lint"]
