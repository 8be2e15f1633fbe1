"""What the words around a symbol say of its document: what leads to it, its kind, its paragraphs.

They stand mostly before it: paragraph 12 of the Secretary-General's report of 21 September 1993 (S/26480). Which words
name a document, its author and its date is data of the page (`document words`, `documents`); here is how they are
looked for, from the symbol leftwards, in its sentence. Its dates are in `described_dates.py`, its title and author in
`described_titles.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.cite import paths
from converter.cite.references import Bare
from converter.languages.match import Filled, Match
from converter.languages.names import goes_on
from converter.languages.page import Page
from converter.languages.phrases import Phrase
from converter.model import Pinpoint
from converter.view import Tokens

_BEFORE = 100  # tokens before a symbol that may speak of its document
WALLS = frozenset(";؛；()")
_TOPIC = 24  # tokens, at most, from a paragraph to the word for its document, and from there to the symbol
_PUBLICATION = 30  # tokens


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads directly to a symbol: a bracket, `document`, a date. It begins at `reach`; `date` is its slot."""

    reach: int
    date: Filled | None = None
    phrases: tuple[Phrase, ...] = ()


def lead(tokens: Tokens, at: int, floor: int, page: Page) -> Lead:
    """Read leftwards from a symbol, down to `floor` at most, what leads to it."""
    reach, date = at, None
    phrases: tuple[Phrase, ...] = ()
    while reach > floor:
        match = longest(page.documents["before"].before(tokens, reach, floor))
        if match is None or (date is not None and match.has("date")):
            break
        date = date or next((slot for slot in match.slots if slot.slot == "date"), None)
        reach, phrases = match.first, (match.phrase, *phrases)
    return Lead(reach, date, phrases)


def longest(found: list[Match]) -> Match | None:
    """The match with the most tokens, the first of several; None where there is none."""
    return max(found, key=lambda match: match.last - match.first, default=None)


def kind_of(tokens: Tokens, at: int, floor: int, page: Page) -> str:
    """What the words before a symbol say that it is: statement of its President (S/23500); else `document`."""
    reach = lead(tokens, at, floor, page).reach
    for index in leftwards(tokens, reach, WALLS):
        noun = tokens[index].sense("noun") if tokens[index].has("noun") else None
        if noun == "draft" and index + 1 == reach:
            return "draft"
        if noun == "presidential-statement":
            return "presidential-statement"
        if tokens[index].has("document"):
            match = longest(page.documents["president"].after(tokens, index))
            if match is not None and not goes_on(tokens, match.last, page.names_go_on):
                return "presidential-statement"
            return "document"
    return "document"


def goes_on_from(tokens: Tokens, floor: int, at: int, page: Page) -> bool:
    """Whether nothing but joints, brackets and a date stand between the symbol before and this one."""
    reach = lead(tokens, at, floor, page).reach
    return all(
        tokens[index].word in (")", ",", "،", "、") or tokens[index].has("and") or tokens[index].has("between")
        for index in range(floor, reach)
    )


def leftwards(tokens: Tokens, at: int, walls: frozenset[str]) -> Iterator[int]:
    """The indexes before one, down to a wall."""
    for index in range(at - 1, max(-1, at - _BEFORE), -1):
        if tokens[index].word in walls:
            return
        yield index


def pinpoints_before(tokens: Tokens, floor: int, bare: Bare, page: Page) -> tuple[tuple[Pinpoint, ...], int]:
    """The pinpoints that lead to a symbol, or over the word for its document, and where they begin.

    Paragraph 3 of (document) | S/25492; paragraph 12 of the Secretary-General's report (| S/25492). Without any, an
    empty tuple and where the symbol begins.
    """
    at = bare.first
    if bare.addendum or not at:
        return (), at
    if tokens[at - 1].word != "(":
        reaches = dict.fromkeys((at, lead(tokens, at, floor, page).reach))
        found = (paths.before(tokens, floor, reach, page) for reach in reaches)
        return next((one for one in found if one[0]), ((), at))
    for index in leftwards(tokens, at - 1, WALLS | {"/"}):
        if at - index > _TOPIC + 2 or index < floor:
            break
        if tokens[index].has("document"):
            return _pinpoints_to(tokens, floor, at, index, page)
    return (), at


def _pinpoints_to(tokens: Tokens, floor: int, at: int, word: int, page: Page) -> tuple[tuple[Pinpoint, ...], int]:
    """Those that lead to the word at an index: `to the work`, then words of its sentence."""
    for start in range(max(floor, word - 2 * _TOPIC), word):
        found = paths.standing_at(tokens, start, page)
        if found is None or found[1] > word:
            continue
        pinpoints, end = found
        leads = [one.last for one in page.pinpoints["to the work"].after(tokens, end)]
        near = min((one for one in leads if one <= word), default=None)
        if near is None or word - near > _TOPIC:
            continue
        if not any(tokens[i].word in WALLS or tokens[i].kind in ("symbol", "number") for i in range(near, word)):
            return pinpoints, start
    return (), at


def behind(tokens: Tokens, at: int, page: Page) -> int:
    """Where the pinpoints of a symbol may begin: behind its part, its sales number and the bracket it stands in."""
    match = longest(page.documents["behind"].after(tokens, at))
    at = match.last if match else at
    publication = longest(page.documents["publication"].after(tokens, at))
    if publication is not None:
        ends = range(publication.last, min(len(tokens), publication.last + _PUBLICATION))
        at = next((index for index in ends if tokens[index].word in WALLS), at)
    for _ in range(2 if match else 1):
        if at < len(tokens) and tokens[at].word in (")", "]"):
            at += 1
    return at
