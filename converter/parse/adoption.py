"""How a text was adopted: at which meeting, by which votes, and which States did what.

It stands in the last lines (the Security Council until 1994), in the masthead (later), in a note in brackets (the
General Assembly and its councils), or in a footnote on these: `One member (…) was absent.` Meeting, day, manner and
counts are read by the phrases of the page (`languages/closing.py`), the columns of States by the profile's patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from converter.clean import ends_in_colon
from converter.languages import Language
from converter.languages.closing import Closing, Told
from converter.languages.keys import NO_TITLE
from converter.languages.page import load_page
from converter.model import Adoption, Ballot, Footnote, Masthead, Paragraph, Resolution
from converter.parse.marks import MASTHEAD
from converter.parse.states import ballots

COLUMNS = ("for", "against", "abstaining", "absent", "not-participating")
_LONGEST = 12_000  # characters of a note with the names of all States
_MOST = 40  # closing lines
_FIRST_WORDS = 200  # characters in which a decision tells its meeting
_SHORT = 12  # characters of a column that may be nothing but a number: Against: none
_BRACKETED = re.compile(r"\s*[(（\[{](?P<names>(?:[^()（）\[\]{}]|[(（][^()（）]{0,80}[)）]){2,4000})[)）\]}]")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A piece of the text that says how it was adopted."""

    place: str
    text: str
    start: int
    end: int


def find_adoption(resolution: Resolution, language: Language) -> Adoption | None:
    """What a text says of its own adoption; None where it says nothing."""
    closing = closing_of(language)
    statements = list(islice(_statements(resolution, closing, language), _MOST))
    if not statements:
        return None
    notes = [note for note in resolution.footnotes if _is_on(note, statements, closing)]
    texts = [one.text[one.start : one.end] for one in statements]
    said = [note.text.text[:_LONGEST] for note in notes]
    told = [closing.read(text) for text in texts]
    main = next((one for one, read in zip(statements, told, strict=True) if read.adopted), statements[0])
    meeting, date = _when(told, [read for _, _, read in _of_masthead(resolution, closing)])
    starred = [note.text.text[:_LONGEST] for note in resolution.star_notes]
    remarks = list(zip(texts, told, strict=True))
    remarks += [(text, closing.read(text)) for text in said]
    remarks += [(text, one) for text in starred if _is_remark(one := closing.read(text))]
    votes, states = _votes(remarks, closing, language)
    return Adoption(
        place=main.place,
        start=main.start,
        end=main.end,
        manner=_manner([one for _, one in remarks], votes),
        meeting=meeting,
        date=date,
        votes=tuple((column, votes[column]) for column in COLUMNS if column in votes),
        states=tuple((column, states[column]) for column in COLUMNS if column in states),
        notes=tuple(note.id for note in notes),
    )


def as_decision(masthead: Masthead, resolution: Resolution, language: Language) -> Masthead:
    """The masthead of a decision where nothing says that a text is one but its first sentence, which tells the day.

    At its 40th meeting, on 21 July 2039, the Council decided to …: as a resolution it got another text's symbol.
    """
    known = resolution.enacting or masthead.symbol or masthead.kind != "resolution"
    if known or not resolution.own_paragraphs or resolution.own_paragraphs[0].kind != "plain":
        return masthead
    first, *below = resolution.own_paragraphs[:2]
    text = first.text.text
    lists = not ends_in_colon(text) or any(one.kind == "sub" for one in below)  # else a text in quotation marks follows
    told = closing_of(language).read(text[:_FIRST_WORDS])
    if not lists or not told.meeting or not language.page.masthead.begins(text, NO_TITLE):
        return masthead
    date = masthead.date or (told.date.value if told.date else None)
    return replace(masthead, kind="decision", date=date, body=masthead.body or _speaker(text, language))


def _speaker(text: str, language: Language) -> str | None:
    """The body that a sentence names first: it is the one that decides."""
    tokens = language.page.tokens(text[:_FIRST_WORDS])
    named = next((token.sense("organ") for token in tokens.items if token.has("organ")), None)
    return language.organs[named][0] if named is not None else None


def _statements(resolution: Resolution, closing: Closing, language: Language) -> Iterator[_Statement]:
    """The closing lines, else the sentence that opens a decision, else the lines of the masthead on the adoption.

    The sentence tells too what the closing lines do not: At its 40th meeting, …: above [Adopted without a vote.]
    """
    found = met = in_annex = False
    above = ""
    own = resolution.own_paragraphs
    for paragraph, below in zip_longest(own, own[1:]):
        text = paragraph.text.text[:_LONGEST]
        in_annex |= paragraph.opens_annex
        plain = paragraph.kind == "plain" and paragraph.number is None
        if in_annex and plain and resolution.masthead.date and _is_of_letter(text, (above, below), closing, language):
            plain = False
        if plain and (language.page.closing_lines.is_one(text) or _leads_to_states(text, below, closing)):
            found, met = True, met or closing.read(text).meeting is not None
            yield _Statement(paragraph.id, text, 0, len(text))
        elif found and paragraph.kind == "plain" and _goes_on(text, above, closing, language):
            yield _Statement(paragraph.id, text, 0, len(text))
        above = text
    if not met and own and own[0].kind == "plain" and ends_in_colon(own[0].text.text):  # At its 40th meeting, …:
        text = own[0].text.text[:_LONGEST]
        if closing.read(text).meeting:
            found = True
            yield _Statement(own[0].id, text, 0, len(text))
    if not found:
        for number, text, _ in _of_masthead(resolution, closing):
            yield _Statement(f"{MASTHEAD}{number}", text, 0, len(text))


def _is_of_letter(text: str, beside: tuple[str, Paragraph | None], closing: Closing, language: Language) -> bool:
    """Whether a line of an annex is the day of a letter in it: a day alone, with no line on the adoption beside it."""
    told = closing.read(text)
    if told.date is None or told.meeting or told.adopted or told.manners or told.votes or told.named:
        return False
    above, below = beside
    lines = (above, below.text.text[:_LONGEST] if below else "")
    return not any(language.page.closing_lines.is_one(line) for line in lines)


def _leads_to_states(text: str, below: Paragraph | None, closing: Closing) -> bool:
    """Whether a sentence tells the votes above the columns of States: it was adopted by 161 votes to 2, as follows:"""
    return below is not None and closing.begins_column(below.text.text) and "for" in closing.read(text).votes


def _of_masthead(resolution: Resolution, closing: Closing) -> Iterator[tuple[int, str, Told]]:
    """The lines of the masthead on the adoption that name a meeting: the number of each, its text, what it tells."""
    for number, block in enumerate(resolution.masthead.blocks):
        told = closing.read(block.text.text) if block.kind == "adoption" else None
        if told and told.meeting:
            yield number, block.text.text, told


def _when(told: list[Told], above: list[Told]) -> tuple[int | None, str | None]:
    """The meeting and the day; what the text does not tell, the lines `above` it do of the same meeting.

    The words on the meeting know its day better than a line that is a day alone: a site has one below a text.
    """
    meeting = next((one.meeting.value for one in (*told, *above) if one.meeting), None)
    told = sorted(told, key=lambda one: one.meeting is None)
    same = (one for one in above if one.meeting and one.meeting.value == meeting)
    return meeting, next((one.date.value for one in (*told, *same) if one.date), None)


def _is_remark(told: Told) -> bool:
    """Whether a note of a star is on the vote: One member (…) was absent."""
    return bool(told.manners or told.named)


def _goes_on(text: str, above: str, closing: Closing, language: Language) -> bool:
    """Whether a paragraph below a closing line is one: a column of States, the day, who did not vote.

    So is a count of votes below a comma, which a page set apart: …, / with 3 abstentions.
    """
    if closing.begins_column(text) or closing.is_day(text):
        return True
    told = closing.read(text)
    return bool(told.named or (told.votes and language.page.sentences.comma_ends(above)))


def _is_on(note: Footnote, statements: list[_Statement], closing: Closing) -> bool:
    """Whether a note is on the adoption: its mark stands there, or its mark was lost and it speaks of the vote."""
    places = {one.place for one in statements}
    if note.places:
        return any(mark.place in places for mark in note.places)
    return bool(closing.read(note.text.text[:_LONGEST]).named)


def closing_of(language: Language) -> Closing:
    """What reads the closing lines of a language."""
    return load_page(language.code, language.authorities).closing


def _manner(told: list[Told], votes: dict[str, int]) -> str:
    for manner, kind in (("parts", "in parts"), ("unanimous", "unanimous"), ("without-vote", "without vote")):
        if any(kind in one.manners for one in told):
            return manner
    return "vote" if "for" in votes else "unstated"


# --- votes -------------------------------------------------------------------------------------------------


def _votes(
    remarks: list[tuple[str, Told]], closing: Closing, language: Language
) -> tuple[dict[str, int], dict[str, tuple[Ballot, ...]]]:
    votes: dict[str, int] = {}
    states: dict[str, tuple[Ballot, ...]] = {}
    for text, told in remarks:
        for column, count in told.votes.items():
            votes.setdefault(column, count.value)
        for end, column in told.ends:
            match = _BRACKETED.match(text, end)
            if match and column == "for":
                _note_roles(states, match["names"], closing, language)
            elif match:
                _note(states, column, match["names"], language)
        for start, end, away, named in told.named:
            _note(states, away, text[start:end], language)
            if named != len(states.get(away, ())):
                votes.setdefault(away, named)
        _note_columns(text, told, states, closing, language)
    return votes, states


def _note(states: dict[str, tuple[Ballot, ...]], column: str, names: str, language: Language) -> None:
    """Take over the States of a list."""
    if found := ballots(names, language):
        states.setdefault(column, found)


def _note_roles(states: dict[str, tuple[Ballot, ...]], names: str, closing: Closing, language: Language) -> None:
    """Take over the States of lists that say themselves what these did: (France, absent; Peru, not voting)."""
    for part in names.split(";"):
        role = closing.role(part)
        if role:
            _note(states, role[0], part[: role[1]], language)


def _note_columns(
    text: str, told: Told, states: dict[str, tuple[Ballot, ...]], closing: Closing, language: Language
) -> None:
    """In favour: …; Against: …: each column up to the next one."""
    ends = [*(start for start, _, _ in told.columns[1:]), len(text)]
    for (_, start, column), following in zip(told.columns, ends, strict=False):
        names = text[start:following].strip(" .;]\n")
        if names and (len(names) > _SHORT or closing.count(names) is None):
            states.setdefault(column, ballots(names, language))
