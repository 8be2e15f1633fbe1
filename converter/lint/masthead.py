"""What stands above the text: lines that no rule knows, sponsors that are no State, dates that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import Reading
from converter.model import Diagnostic, Severity


def unread_lines(reading: Reading) -> Iterator[Diagnostic]:
    """A line of the masthead that no rule knows is shown as it is, and said."""
    for block in reading.resolution.masthead.blocks:
        if block.kind == "plain":
            message = f"this line of the masthead was not understood: {block.text.text[:40]}"
            hint = f"it is shown as it is; a rule for it goes into converter/languages/{reading.language.code}.yml"
            yield reading.finding(block.text.source_offset(0), "masthead-line", Severity.WARNING, message, hint)


def unknown_sponsors(reading: Reading) -> Iterator[Diagnostic]:
    """Sponsors are States; a star on one wants a note."""
    masthead = reading.resolution.masthead
    block = next((block for block in masthead.blocks if block.kind == "sponsors"), None)
    if block is None:
        return
    for sponsor in masthead.sponsors:
        if sponsor.code is None:
            message = f"{sponsor.name} is no State that authorities/countries.yml knows"
            hint = "correct the text, or add the spelling with its source"
            yield reading.finding(
                block.text.source_offset(sponsor.start), "sponsor-unknown", Severity.WARNING, message, hint
            )
    starred = next((sponsor for sponsor in masthead.sponsors if not sponsor.member), None)
    if starred and masthead.sponsors_note is None:
        message, hint = (
            "a star stands here, but no note says what it means",
            "the note was lost in extraction: add its line",
        )
        yield reading.finding(
            block.text.source_offset(starred.start), "mark-without-note", Severity.ERROR, message, hint
        )


def session_dates(reading: Reading) -> Iterator[Diagnostic]:
    """The dates of the session agree with the authority file."""
    masthead = reading.resolution.masthead
    if not (masthead.body and masthead.session and masthead.session_from):
        return
    known = reading.authorities.session(masthead.body, masthead.session)
    if known and (known.first, known.last) != (masthead.session_from, masthead.session_to):
        blocks = [block for block in masthead.blocks if block.kind in ("dates", "date")]  # 26 to 30 May, or one day
        block = next((block for block in blocks if block.kind == "dates"), blocks[0])
        message = f"session {masthead.session} was from {known.first} to {known.last} (authorities/sessions.yml)"
        hint = "compare with the official text; correct whichever is wrong"
        yield reading.finding(block.text.source_offset(0), "session-dates", Severity.ERROR, message, hint)
