"""The enacting phrase, the paragraphs and their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import Reading
from converter.model import Diagnostic, Severity
from converter.parse.layout import is_annex


def enacting_phrase(reading: Reading) -> Iterator[Diagnostic]:
    """A resolution names the organ that speaks (人权理事会，) on a line of its own."""
    if reading.resolution.enacting is None and not reading.is_empty:
        hint = "the organ's name and a comma stand on a line of their own, above the first paragraph"
        yield reading.finding(
            _first(reading), "no-enacting-phrase", Severity.ERROR, "no enacting phrase was found", hint
        )


def operative_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """A resolution has at least one numbered paragraph."""
    if not reading.is_empty and not any(p.kind == "operative" for p in reading.resolution.paragraphs):
        hint = "operative paragraphs begin with a number and a full stop: 1."
        yield reading.finding(
            _first(reading), "no-operative-paragraph", Severity.ERROR, "no numbered paragraph was found", hint
        )


def _first(reading: Reading) -> int:
    return reading.clean.lines[0].start if reading.clean.lines else 0


def numbers_in_order(reading: Reading) -> Iterator[Diagnostic]:
    """Operative paragraphs are numbered 1, 2, 3…"""
    expected = 1
    for paragraph in reading.resolution.paragraphs:
        if paragraph.kind != "operative" or paragraph.label is None or paragraph.number is None:
            continue
        number = int(paragraph.number)
        offset = paragraph.label.source_offset(0)
        hint = "compare with the official text; if it is printed so, say it in the sidecar's note"
        if number > expected:
            message = f"the number {number} follows {expected - 1}: {expected} is missing"
            yield reading.finding(offset, "number-skips", Severity.ERROR, message, hint)
        elif number < expected:
            message = f"the number {number} comes again (expected {expected})"
            yield reading.finding(offset, "number-repeats", Severity.ERROR, message, hint)
        expected = max(expected, number + 1)


def plain_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """What has no place in the structure is shown as it is, and said.

    An annex has no structure that we know; below the text stand the meeting, the day and a note on the vote.
    """
    closing = reading.language.pattern("body.closing")
    opening, ending = reading.language.table("body.brackets")
    in_note = False  # a note on the vote goes on until its bracket closes
    for paragraph in reading.resolution.paragraphs:
        text = paragraph.text.text
        if paragraph.kind == "heading" and is_annex(text, reading.language):
            return
        if paragraph.kind != "plain":
            in_note = False
        elif closing.match(text):
            in_note = text[:1] in opening and text[-1:] not in ending
        elif in_note:
            in_note = text[-1:] not in ending
        else:
            hint = "it is shown as plain text; a number or a line break may have been lost in extraction"
            message = "this paragraph has no place in the structure"
            yield reading.finding(paragraph.text.source_offset(0), "plain-paragraph", Severity.WARNING, message, hint)


def action_verbs(reading: Reading) -> Iterator[Diagnostic]:
    """Every preambular and operative paragraph does something."""
    with_verb = {verb.place for verb in reading.verbs}
    for paragraph in reading.resolution.paragraphs:
        if paragraph.kind in ("preambular", "operative") and paragraph.id not in with_verb:
            message = f"no action verb is known in {paragraph.text.text[:12]}…"
            hint = f"add the verb to converter/languages/{reading.language.code}.yml, with an example"
            yield reading.finding(paragraph.text.source_offset(0), "no-action-verb", Severity.WARNING, message, hint)
