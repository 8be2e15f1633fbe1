"""What stands above the text: lines that no rule knows, sponsors that are no State, dates that disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from converter import symbols
from converter.cite import numbers
from converter.languages.keys import JOINED
from converter.lint.reading import AS_PRINTED, MISSING, STATE, Reading
from converter.model import Diagnostic, Masthead

_PARTS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_YEAR = re.compile(r"\((?P<year>(?:19|20)\d\d)\)|PRST/(?P<statement>(?:19|20)\d\d)/")


def unread_lines(reading: Reading) -> Iterator[Diagnostic]:
    """Lines of the masthead that no rule knows are shown as they are, and said: once of those next to each other.

    The navigation of a site may be twenty lines.
    """
    for kind, run in groupby(reading.resolution.masthead.blocks, key=lambda block: block.kind):
        if kind == "plain":
            first, *others = run
            if others:
                message = f"these {len(others) + 1} lines of the masthead were not understood, from the line: "
            else:
                message = "this line of the masthead was not understood: "
            page = f"converter/languages/{reading.language.code}.page.yml"
            shown = "they are shown as they are" if others else "it is shown as it is"
            hint = f"{shown}; a phrase for {'each' if others else 'it'} goes into `masthead` of {page}"
            offset = first.text.source_offset(0)
            yield reading.finding(offset, "masthead-line", f"{message}{first.text.text[:40]}", hint)


def unknown_sponsors(reading: Reading) -> Iterator[Diagnostic]:
    """Sponsors are States; a star on one wants a note."""
    masthead = reading.resolution.masthead
    block = next((block for block in masthead.blocks if block.kind == "sponsors"), None)
    if block is None:
        return
    for sponsor in masthead.sponsors:
        if sponsor.code is None:
            message = f"{sponsor.name} is no State that authorities/countries.yml knows"
            offset = block.text.source_offset(sponsor.start)
            yield reading.finding(offset, "sponsor-unknown", message, STATE)
    starred = next((sponsor for sponsor in masthead.sponsors if not sponsor.member), None)
    if starred and masthead.sponsors_note is None:
        message = "a star stands here, but no note says what it means"
        offset = block.text.source_offset(starred.start)
        yield reading.finding(offset, "mark-without-note", message, MISSING)


def unknown_joined(reading: Reading) -> Iterator[Diagnostic]:
    """Who joined the sponsors later is a State as well: by a line of the masthead or by a note."""
    masthead = reading.resolution.masthead
    texts = [block.text for block in masthead.blocks if block.kind == JOINED]
    texts += [note.text for note in reading.resolution.star_notes]
    for ballot in masthead.joined:
        text = next((text for text in texts if ballot.name in text.text), None)
        if ballot.code is None and text is not None:
            message = f"{ballot.name} is no State that authorities/countries.yml knows"
            offset = text.source_offset(text.text.index(ballot.name))
            yield reading.finding(offset, "sponsor-unknown", message, STATE)


def session_dates(reading: Reading) -> Iterator[Diagnostic]:
    """The dates of the session agree with the authority file.

    A draft is printed before its session ends: its last day is the planned one.
    """
    masthead = reading.resolution.masthead
    if not (masthead.body and masthead.session and masthead.session_from):
        return
    known = reading.authorities.session(masthead.body, masthead.session)
    if known and (known.first, known.last) != (masthead.session_from, masthead.session_to):
        blocks = [block for block in masthead.blocks if block.kind in ("dates", "date")]  # 26 to 30 May, or one day
        block = next((block for block in blocks if block.kind == "dates"), blocks[0])
        message = f"session {masthead.session} was from {known.first} to {known.last} (authorities/sessions.yml)"
        hint = f"{AS_PRINTED}; if the fact in authorities/ is wrong, correct that"
        is_planned = masthead.status == "draft" and known.first == masthead.session_from
        yield reading.finding(block.text.source_offset(0), "session-dates", message, hint, lighter=is_planned)


def misprinted_dates(reading: Reading) -> Iterator[Diagnostic]:
    """The day of adoption with a misprint in it (3 Apri] 1991) is read, and said."""
    closing = reading.language.page.closing
    for block in reading.resolution.masthead.blocks:
        text = block.text.text
        date = closing.date(text) if block.kind in ("number", "adoption") else None
        if date and date.mended:
            message = f"{text[date.start : date.end]} was read as {date.value}"
            offset = block.text.source_offset(date.start)
            yield reading.finding(offset, "date-misprint", message, AS_PRINTED)


def years(reading: Reading) -> Iterator[Diagnostic]:
    """The year in a text's own number, or of its session, is that of its date: 434 (1973) not of 1978, 91/5 of 2031."""
    masthead = reading.resolution.masthead
    block = next((block for block in masthead.blocks if block.kind in ("number", "symbol", "title")), None)
    known = _years(masthead)
    if block is None or masthead.date is None or masthead.status != "adopted":
        return
    if known and int(masthead.date[:4]) not in known:
        message = f"the number is of {' or '.join(map(str, known))} and the date is {masthead.date}"
        yield reading.finding(block.text.source_offset(0), "date-unlike-number", message, AS_PRINTED)


def number_and_symbol(reading: Reading) -> Iterator[Diagnostic]:
    """The number that a text prints is that of its symbol; letters of parts stand in one of them only."""
    masthead = reading.resolution.masthead
    block = next((block for block in masthead.blocks if block.kind in ("number", "title")), None)
    if block is None or not (masthead.number and masthead.symbol) or masthead.status != "adopted":
        return
    printed = numbers.normalise(numbers.mend(masthead.number))
    in_symbol = numbers.normalise(symbols.number_of(symbols.whole_of(masthead.symbol)[0]))
    if printed is None or in_symbol is None or printed.shape != in_symbol.shape:
        return
    if printed.text.rstrip(_PARTS) != in_symbol.text.rstrip(_PARTS):
        message = f"the text prints the number {masthead.number}, its symbol is {masthead.symbol}"
        yield reading.finding(block.text.source_offset(0), "number-unlike-symbol", message, AS_PRINTED)


def _years(masthead: Masthead) -> tuple[int, ...]:
    """The years of which a text with this number may be; none where it does not tell."""
    year = _YEAR.search(masthead.number or "") or _YEAR.search(masthead.symbol or "")
    if year is not None:
        return (int(year["year"] or year["statement"]),)
    number = numbers.normalise(masthead.number or "")
    return () if number is None else number.years(masthead.body or "")


def closing_day(reading: Reading) -> Iterator[Diagnostic]:
    """The day of adoption above the text is that of the lines below it; of several days any counts."""
    masthead, adoption = reading.resolution.masthead, reading.resolution.adoption
    block = next((block for block in masthead.blocks if block.kind in ("adoption", "number")), None)
    if block is None or adoption is None or not (masthead.date and adoption.date) or masthead.status != "adopted":
        return
    closing = reading.language.page.closing
    above = {masthead.date} | closing.named_days(block.text.text)
    below = (closing.named_days(one.text.text) for one in reading.resolution.own_paragraphs if one.kind == "plain")
    if not any(above & days for days in below if adoption.date in days) and adoption.date not in above:
        message = f"the masthead says {masthead.date}, the lines on the adoption say {adoption.date}"
        yield reading.finding(block.text.source_offset(0), "date-unlike-closing", message, AS_PRINTED)


def identity(reading: Reading) -> Iterator[Diagnostic]:
    """An adopted text that prints its number has a symbol, a day and an organ."""
    masthead = reading.resolution.masthead
    block = next((block for block in masthead.blocks if block.kind == "number"), None)
    if block is None or masthead.status != "adopted":
        return
    said = (("no-symbol", masthead.symbol), ("no-date", masthead.date), ("no-organ", masthead.body))
    for code, value in said:
        if value is None:
            name = code.removeprefix("no-")
            message = f"the masthead gives no {name}"
            hint = f"{MISSING}{'' if name == 'organ' else f'; a {name} that is not printed goes into work.yml'}"
            yield reading.finding(block.text.source_offset(0), code, message, hint)
