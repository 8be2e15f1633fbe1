"""How a text was adopted: at which meeting, by which votes, and which States did what.

It stands in the last lines (the Security Council until 1994), in the masthead (later), in a note in brackets (the
General Assembly and its councils), or in a footnote on these: `One member (…) was absent.` The patterns are those of
the language's section `adoption`; a language without one reads no votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from converter.clean import ends_in_colon
from converter.languages import Language
from converter.languages.dates import iso_date
from converter.model import Adoption, Ballot, Footnote, Resolution
from converter.parse.marks import MASTHEAD
from converter.parse.states import ballots

COLUMNS = ("for", "against", "abstaining", "absent", "not-participating")
_LONGEST = 12_000  # characters of a note with the names of all States
_MOST = 40  # closing lines
_DIGITS = str.maketrans("IilOoS]", "1110051")
_BRACKETED = re.compile(r"\s*[(\[{](?P<names>(?:[^()\[\]{}]|\([^()]{0,80}\)){2,4000})[)\]}]")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A piece of the text that says how it was adopted."""

    place: str
    text: str
    start: int
    end: int


def find_adoption(resolution: Resolution, language: Language) -> Adoption | None:
    """What a text says of its own adoption; None where it says nothing."""
    if not language.table("adoption"):
        return None
    statements = list(islice(_statements(resolution, language), _MOST))
    if not statements:
        return None
    notes = [note for note in resolution.footnotes if _is_on(note, statements, language)]
    texts = [one.text[one.start : one.end] for one in statements]
    said = [note.text.text[:_LONGEST] for note in notes]
    starred = (note.text.text[:_LONGEST] for note in resolution.star_notes)
    remarks = [*texts, *said, *(text for text in starred if _is_remark(text, language))]
    main = next((one for one in statements if _says(one.text, "statement", language)), statements[0])
    meeting, date = _meeting(texts, language), _date(texts, language)
    votes, states = _votes(remarks, language)
    return Adoption(
        place=main.place,
        start=main.start,
        end=main.end,
        manner=_manner(remarks, votes, language),
        meeting=meeting,
        date=date,
        votes=tuple((column, votes[column]) for column in COLUMNS if column in votes),
        states=tuple((column, states[column]) for column in COLUMNS if column in states),
        notes=tuple(note.id for note in notes),
    )


def _statements(resolution: Resolution, language: Language) -> Iterator[_Statement]:
    """The closing lines, else the lines of the masthead on the adoption."""
    found = False
    for paragraph in resolution.own_paragraphs:
        text = paragraph.text.text[:_LONGEST]
        if paragraph.kind == "plain" and paragraph.number is None and language.pattern("body.closing").match(text):
            found = True
            yield _Statement(paragraph.id, text, 0, len(text))
        elif found and paragraph.kind == "plain" and _says_columns(text, language):
            yield _Statement(paragraph.id, text, 0, len(text))
    own = resolution.own_paragraphs[:1]
    if not found and own and own[0].kind == "plain" and ends_in_colon(own[0].text.text):  # At its 40th meeting, …:
        text = own[0].text.text[:_LONGEST]
        if _meeting([text], language) is not None:
            found = True
            yield _Statement(own[0].id, text, 0, len(text))
    if not found:
        for number, block in enumerate(resolution.masthead.blocks):
            if block.kind == "adoption" and _meeting([block.text.text], language) is not None:
                yield _Statement(f"{MASTHEAD}{number}", block.text.text, 0, len(block.text.text))


def _says(text: str, what: str, language: Language) -> bool:
    return language.pattern(f"adoption.{what}").search(text) is not None


def _is_remark(text: str, language: Language) -> bool:
    """Whether a note of a star is on the vote: One member (…) was absent."""
    return any(_says(text, what, language) for what in ("remarks", "without_vote", "parts"))


def _says_columns(text: str, language: Language) -> bool:
    return any(language.pattern(f"adoption.columns.{name}").match(text) for name in language.table("adoption.columns"))


def _is_on(note: Footnote, statements: list[_Statement], language: Language) -> bool:
    """Whether a note is on the adoption: its mark stands there, or its mark was lost and it speaks of the vote."""
    places = {one.place for one in statements}
    if note.places:
        return any(mark.place in places for mark in note.places)
    return _says(note.text.text[:_LONGEST], "remarks", language)


# --- meeting, date, manner ---------------------------------------------------------------------------------


def number_of(printed: str) -> int | None:
    """A number in a statement, with what scanning makes of 1, 0 and 5; None for what is none."""
    digits = "".join(printed.split()).translate(_DIGITS)  # 331 5th
    return int(digits) if digits.isdecimal() else None


def _meeting(texts: list[str], language: Language) -> int | None:
    matches = (language.pattern("adoption.meeting").search(text) for text in texts)
    return next((number_of(match["meeting"]) for match in matches if match), None)


def _date(texts: list[str], language: Language) -> str | None:
    for text in texts:
        match = language.pattern("adoption.date").search(text)
        if match:
            return iso_date(match["date"], language.table("dates.months")) or None
    return None


def _manner(texts: list[str], votes: dict[str, int], language: Language) -> str:
    for manner, pattern in (("parts", "parts"), ("unanimous", "unanimous"), ("without-vote", "without_vote")):
        if any(_says(text, pattern, language) for text in texts):
            return manner
    return "vote" if "for" in votes else "unstated"


# --- votes -------------------------------------------------------------------------------------------------


def _votes(texts: list[str], language: Language) -> tuple[dict[str, int], dict[str, tuple[Ballot, ...]]]:
    votes: dict[str, int] = {}
    states: dict[str, tuple[Ballot, ...]] = {}
    for text in texts:
        for name in ("votes", "abstentions"):
            match = language.pattern(f"adoption.{name}").search(text)
            if match is None:
                continue
            for counted, printed in match.groupdict().items():
                count = _count(printed, language) if printed else None
                if count is not None:
                    votes.setdefault(counted, count)
            column = "abstaining" if name == "abstentions" else "against" if match["against"] else None
            _note(states, column, _BRACKETED.match(text, match.end()), language)
        for match in language.pattern("adoption.remarks").finditer(text):
            away = "absent" if match["absent"] else "not-participating"
            _note(states, away, match, language)
            count = _count(match["count"], language)
            if count is not None and count != len(states.get(away, ())):
                votes.setdefault(away, count)
        _note_columns(text, states, language)
    return votes, states


def _count(printed: str, language: Language) -> int | None:
    words: dict[str, int] = language.table("adoption.counts")
    return words.get(printed.lower(), number_of(printed))


def _note(
    states: dict[str, tuple[Ballot, ...]], column: str | None, match: re.Match[str] | None, language: Language
) -> None:
    """Take over the names of a match, its group `names`; without a column each part says what these States did."""
    if match is None:
        return
    if column is not None:
        if found := ballots(match["names"], language):
            states.setdefault(column, found)
        return
    for part in match["names"].split(";"):
        for name in language.table("adoption.roles"):
            role = language.pattern(f"adoption.roles.{name}").search(part)
            if role:
                states.setdefault(name, ballots(part[: role.start()], language))


def _note_columns(text: str, states: dict[str, tuple[Ballot, ...]], language: Language) -> None:
    """In favour: …; Against: …: each column up to the next one."""
    heads = [
        (match.start(), match.end(), column)
        for column in language.table("adoption.columns")
        if (match := language.pattern(f"adoption.columns.{column}").search(text))
    ]
    heads.sort()
    ends = [*(head[0] for head in heads[1:]), len(text)]
    for (_, start, column), following in zip(heads, ends, strict=False):
        names = text[start:following].strip(" .;]\n")
        if names and names.lower() not in language.table("adoption.counts"):
            states.setdefault(column, ballots(names, language))
