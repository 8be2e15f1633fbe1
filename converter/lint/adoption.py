"""The record of the vote: misprinted numbers, counts that do not agree with the names, names of no State."""

from __future__ import annotations

from collections.abc import Iterator

from converter.lint.reading import AS_PRINTED, MISSING, STATE, Reading
from converter.model import Adoption, Diagnostic, Text
from converter.parse.adoption import closing_of
from converter.parse.marks import MASTHEAD

_CAST = ("for", "against", "abstaining")


def misprinted_numbers(reading: Reading) -> Iterator[Diagnostic]:
    """A number of the vote or the meeting with a letter in it: I abstention is 1."""
    adoption = reading.resolution.adoption
    text = _text(adoption, reading) if adoption else None
    if adoption is None or text is None:
        return
    told = closing_of(reading.language).read(text.text[adoption.start : adoption.end])
    for read in (told.meeting, told.date, *told.votes.values()):
        if read is not None and read.mended:
            start, end = adoption.start + read.start, adoption.start + read.end
            message = f"{text.text[start:end]} was read as {read.value}"
            yield reading.finding(text.source_offset(start), "adoption-misprint", message, AS_PRINTED)


def missing(reading: Reading) -> Iterator[Diagnostic]:
    """A resolution of an organ that prints below each how it was adopted, without the meeting at which it was."""
    resolution, masthead = reading.resolution, reading.resolution.masthead
    says = any(body.id == masthead.body and body.says_adoption for body in reading.authorities.bodies)
    is_adopted = (masthead.kind, masthead.status) == ("resolution", "adopted")
    if not (says and is_adopted and masthead.number and resolution.own_paragraphs):
        return
    adoption = resolution.adoption
    text = _text(adoption, reading) if adoption else None
    if adoption is None or text is None:
        offset, printed = resolution.own_paragraphs[-1].text.source_offset(0), ""
    elif adoption.meeting is None:
        offset, printed = text.source_offset(adoption.start), text.text[adoption.start : adoption.end]
    else:
        return
    if any(char.isdecimal() for char in printed):
        message = "the number of the meeting cannot be read in the words on the adoption"
        yield reading.finding(offset, "adoption-meeting", message, AS_PRINTED)
    else:
        message = "the text does not say at which meeting it was adopted"
        yield reading.finding(offset, "adoption-missing", message, MISSING)


def figures(reading: Reading) -> Iterator[Diagnostic]:
    """A meeting that was not held in the year, and more votes than the organ has members."""
    adoption, masthead = reading.resolution.adoption, reading.resolution.masthead
    text = _text(adoption, reading) if adoption else None
    body = next((one for one in reading.authorities.bodies if one.id == masthead.body), None)
    day = masthead.date or (adoption.date if adoption else None)
    if adoption is None or text is None or body is None or day is None:
        return
    offset, year = text.source_offset(adoption.start), int(day[:4])
    if adoption.meeting is not None and not body.could_hold(adoption.meeting, year):
        message = f"meeting {adoption.meeting} was not held in {year}"
        yield reading.finding(offset, "adoption-meeting", message, AS_PRINTED)
    members, votes = body.members(year), dict(adoption.votes)
    counted = sum(votes.get(column, 0) for column in _CAST)
    if members is not None and counted > members:
        message = f"{counted} votes are counted, and the organ had {members} members in {year}"
        yield reading.finding(offset, "adoption-count", message, AS_PRINTED)


def counts(reading: Reading) -> Iterator[Diagnostic]:
    """As many States are named as the count says, and each is one."""
    adoption = reading.resolution.adoption
    text = _text(adoption, reading) if adoption else None
    if adoption is None or text is None:
        return
    votes = dict(adoption.votes)
    offset = text.source_offset(adoption.start)
    for column, states in adoption.states:
        if column in votes and votes[column] != len(states):
            message = f"{column}: {votes[column]} are counted and {len(states)} named"
            yield reading.finding(offset, "adoption-count", message, AS_PRINTED)
        for state in states:
            if state.code is None:
                message = f"{state.name} is no State that authorities/countries.yml knows"
                yield reading.finding(offset, "adoption-state", message, STATE)


def _text(adoption: Adoption, reading: Reading) -> Text | None:
    if adoption.place.startswith(MASTHEAD):
        return reading.resolution.masthead.blocks[int(adoption.place.removeprefix(MASTHEAD))].text
    return reading.text_of(adoption.place)
