"""What the words around a symbol say of its document: its kind, its dates, its title and author, its paragraphs.

They stand mostly before it: paragraph 12 of the Secretary-General's report of 21 September 1993 (S/26480). Which words
name a document, its author and its date is data of the page (`document words`, `documents`); here is how they are
looked for, from the symbol leftwards, in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from converter.cite import paths
from converter.cite.references import Bare
from converter.languages.dates import with_year
from converter.languages.match import Filled, Match
from converter.languages.names import goes_on
from converter.languages.page import Page
from converter.languages.phrases import Phrase
from converter.model import Pinpoint
from converter.view import Tokens

_BEFORE = 100  # tokens before a symbol that may speak of its document
_WALLS = frozenset(";؛；()")
_ENDS = frozenset(";؛；")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?!\d)")
_YEAR_WITHIN = 80  # characters
_AUTHOR_WITHIN = 80  # characters
_TOPIC = 24  # tokens, at most, from a paragraph to the word for its document, and from there to the symbol
_PUBLICATION = 30  # tokens
_TOUCHING = 2  # tokens, at most, from a date to the symbol that it stands with: a comma, 第
QUOTES = frozenset('"《》')

Taken = Callable[[int], bool]
"""Whether the token of this index belongs to a numbered citation."""


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
        match = _longest(page.documents["before"].before(tokens, reach, floor))
        if match is None or (date is not None and match.has("date")):
            break
        date = date or next((slot for slot in match.slots if slot.slot == "date"), None)
        reach, phrases = match.first, (match.phrase, *phrases)
    return Lead(reach, date, phrases)


def _longest(found: list[Match]) -> Match | None:
    return max(found, key=lambda match: match.last - match.first, default=None)


# --- kind ---------------------------------------------------------------------------------------------------------


def kind_of(tokens: Tokens, at: int, floor: int, page: Page) -> str:
    """What the words before a symbol say that it is: statement of its President (S/23500); else `document`."""
    reach = lead(tokens, at, floor, page).reach
    for index in _leftwards(tokens, reach, _WALLS):
        noun = tokens[index].sense("noun") if tokens[index].has("noun") else None
        if noun == "draft" and index + 1 == reach:
            return "draft"
        if noun == "presidential-statement":
            return "presidential-statement"
        if tokens[index].has("document"):
            match = _longest(page.documents["president"].after(tokens, index))
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


def _leftwards(tokens: Tokens, at: int, walls: frozenset[str]) -> Iterator[int]:
    """The indexes before one, down to a wall."""
    for index in range(at - 1, max(-1, at - _BEFORE), -1):
        if tokens[index].word in walls:
            return
        yield index


# --- dates --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chained:
    """The documents of a text, and of each where those end that are joined to it.

    Those are its addenda, its other symbol, and those of the range that it begins.
    """

    bares: list[Bare]
    ends: list[int]

    def of(self, index: int) -> range:
        """The indexes of a document and of what is joined to it."""
        return range(index, self.ends[index])

    def is_joined(self, index: int) -> bool:
        """Whether a document is joined to the one before it."""
        return index > 0 and self.ends[index] == self.ends[index - 1]


def chained(tokens: Tokens, bares: list[Bare]) -> Chained:
    """The documents with their chains: A/36/308-S/14506 is one document of two organs, L.1-L.4 are four of one."""
    heads: list[int] = []
    roots: set[str] = set()
    for at, bare in enumerate(bares):
        root = bare.symbol.partition("/")[0]
        if not at or not (bare.addendum or _is_joined(tokens, bares[at - 1], bare, roots)):
            heads.append(at)
            roots = set()
        roots.add(root)
    ends = [end for start, end in pairwise((*heads, len(bares))) for _ in range(start, end)]
    return Chained(bares, ends)


def _is_joined(tokens: Tokens, before: Bare, bare: Bare, roots: set[str]) -> bool:
    """Whether a document is the other symbol of the one before it, of none of its roots, or of one range with it."""
    if before.last + 1 != bare.first or tokens[before.last].word != "-":
        return bare.in_range and before.first == bare.first
    return not before.in_range if bare.in_range else bare.symbol.partition("/")[0] not in roots


def dates_of(tokens: Tokens, those: Chained, index: int, floor: int, page: Page, taken: Taken) -> dict[int, str]:
    """The dates that are told here, each of the document of that index: S/26480 of 21 September 1993.

    Several dates before a bracket are those of as many documents in it, in their order; else nobody can tell. What
    stands before a document and its addenda is of all: his report of 3 May (S/12 and Add.1). So is what stands behind
    all of them (S/12 and Add.1 of 3 May), unless the document is set apart: behind its bracket, (S/12) and Add.1 of
    3 May, and behind an addendum with a date of its own, S/12, Add.1 of 3 May and Add.2 of 7 June.
    """
    bares = those.bares
    bare, chain = bares[index], those.of(index)
    slot = _date_after(tokens, bare.last, page)
    if slot is not None:
        chain = range(index, index + 1)  # what follows behind a date of its own has none of it
    else:
        slot = _date_before(tokens, bare.first, floor, page, taken) or _date_behind_bracket(tokens, bare, page)
        slot = slot or _date_behind_all(tokens, those, index, page)
    if slot is None:
        return {}
    dated = [[*chain]]
    if len(slot) > 1:
        inside = _in_bracket(tokens, bares, index)
        chains = [[*those.of(at)] for at in inside if not those.is_joined(at)]
        dated = next((rows for rows in (chains, [[at] for at in inside]) if len(rows) == len(slot)), [])
    end = tokens[bare.last - 1].end
    year = _YEAR.search(tokens.view.text, end, end + _YEAR_WITHIN)
    days = [with_year(day, int(year[0]) if year else None) for day in slot]
    return {at: day for rows, day in zip(dated, days, strict=False) for at in rows if day}


def date_of_addendum(tokens: Tokens, bare: Bare, page: Page) -> str | None:
    """The date that stands behind an addendum and is its own, whoever else has it: S/12, Add.1 of 3 May and Add.2."""
    slot = _date_after(tokens, bare.last, page)
    return slot[0] if slot and len(slot) == 1 and not slot[0].startswith("-") else None


def _date_behind_all(tokens: Tokens, those: Chained, index: int, page: Page) -> tuple[str, ...] | None:
    """The date behind the last that is joined to a document, where it is that of the document as well."""
    first, last = those.bares[index], those.bares[those.ends[index] - 1]
    slot = _date_after(tokens, last.last, page)
    if slot is None or any(tokens[at].word == ")" for at in range(first.last, last.first)):
        return None
    inside = {those.bares[at].last for at in those.of(index)} - {last.last}
    return None if any(_date_after(tokens, end, page) for end in inside) else slot


def _date_after(tokens: Tokens, at: int, page: Page) -> tuple[str, ...] | None:
    match = _longest(page.documents["after"].after(tokens, at))
    return match.value("date") if match else None


def _date_behind_bracket(tokens: Tokens, bare: Bare, page: Page) -> tuple[str, ...] | None:
    """The date behind the bracket that a symbol opens: his report (S/26422 and Add.1) dated 9 September 1993."""
    if not bare.first or tokens[bare.first - 1].word != "(":
        return None
    return _date_after(tokens, _closing(tokens, bare.last) + 1, page)


def _closing(tokens: Tokens, at: int) -> int:
    """The bracket that closes behind an index; where none does, the end."""
    return next((index for index in range(at, len(tokens)) if tokens[index].word == ")"), len(tokens))


def _date_before(tokens: Tokens, at: int, floor: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    led = lead(tokens, at, floor, page)
    if led.date is not None:
        between = tokens.items[led.date.last : at]
        apart = len(between) > _TOUCHING or any(token.word == "(" for token in between)
        is_own = not taken(led.date.first) and (not apart or _is_of_document(tokens, led.date.first))
        return led.date.value if is_own else None
    return _date_in_sentence(tokens, at, led.reach, page, taken) if led.reach < at else None


def _is_of_document(tokens: Tokens, at: int) -> bool:
    """Whether a date before a bracket, or before the word for a document, is that of one.

    It is not that of the agreement that the document has in it.
    """
    for index in _leftwards(tokens, at, _ENDS):
        if tokens[index].has("agreement"):
            return False
        if _is_dated(tokens, index):
            return True
    return False


def _is_dated(tokens: Tokens, index: int) -> bool:
    """Whether this is the word for a document whose date stands with it: a report, its resolution (S/1376)."""
    token = tokens[index]
    return bool(token.sense("document") == "dated" or token.has("noun"))


def _date_in_sentence(tokens: Tokens, at: int, reach: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The date behind the word for the document, where no other one stands between it and the symbol."""
    dates = 0
    for index in _leftwards(tokens, reach, _WALLS):
        token = tokens[index]
        if token.kind == "date" and not taken(index):
            dates += 1
            if dates > 1:
                return None
        if token.kind == "symbol":
            return None
        if not _is_dated(tokens, index):
            continue
        if dates:
            return _date_behind(tokens, index + 1, reach, page, taken)
        before = _date_right_before(tokens, index, page)
        if before is not None and not taken(before.first):
            value: tuple[str, ...] = before.value
            return value if len(value) == 1 else None
        if any(tokens[before].has("and") for before in range(max(0, index - 2), index)):
            return None  # the letter of 3 May and his report (S/12)
    return None


def _date_right_before(tokens: Tokens, at: int, page: Page) -> Filled | None:
    """The date right before the word for a document: his 9 May 1993 report; 1993年5月9日的报告."""
    if at and tokens[at - 1].kind == "date":
        return Filled("date", at - 1, at, tokens[at - 1].value, apart=False)
    match = _longest(page.documents["before"].before(tokens, at, 0))
    return next((slot for slot in match.slots if slot.slot == "date"), None) if match else None


def _date_behind(tokens: Tokens, at: int, end: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The date that the words behind a document's name lead to, before they say what it is about."""
    for index in range(at, end):
        for match in page.documents["dated"].after(tokens, index):
            slot = next(slot for slot in match.slots if slot.slot == "date")
            if not taken(slot.first) and match.last <= end:
                is_listed = match.last < len(tokens) and tokens[match.last].has("and")
                value: tuple[str, ...] = slot.value
                return None if is_listed or len(value) > 1 else value
        if tokens[index].has("about"):
            return None
    return None


def _in_bracket(tokens: Tokens, bares: list[Bare], index: int) -> list[int]:
    """The documents that stand from this one on until the bracket closes."""
    end = _closing(tokens, bares[index].last)
    return [at for at in range(index, len(bares)) if bares[at].first < end]


# --- title and author ---------------------------------------------------------------------------------------------


def title_before(tokens: Tokens, at: int, page: Page) -> tuple[str | None, str | None]:
    """The title and author that stand before a symbol in brackets: 《…正式记录…》(A/76/53), 题为“…”的报告(A/…)."""
    if not at or tokens[at - 1].word != "(":
        return None, None
    record = _record(tokens, at - 1)
    return (record, None) if record else title_at_end(tokens, at - 1, page)


def _record(tokens: Tokens, at: int) -> str | None:
    """The title of the Official Records that ends at an index; in Chinese it stands in signs of its own."""
    closed = at > 0 and tokens[at - 1].word == "》"
    for index in _leftwards(tokens, at, _WALLS):
        if not tokens[index].has("records"):
            continue
        first, last = index, at
        if closed:
            first = next((i + 1 for i in range(index, -1, -1) if tokens[i].word == "《"), index)
            last = at - 1
        return _words(tokens, first, last)
    return None


def title_at_end(tokens: Tokens, at: int, page: Page) -> tuple[str | None, str | None]:
    """The title and author of the report that a text ends with, at an index."""
    match = max(
        page.documents["title"].before(tokens, at, 0),
        key=lambda one: (one.has("author"), one.last - one.first),
        default=None,
    )
    if match is None:
        return None, None
    start, end = match.value("title")
    title = tokens.view.source[slice(*tokens.view.span(start, end))].strip()
    author = next((slot for slot in match.slots if slot.slot == "author"), None)
    return title, _author(tokens, author) if author else None


def _author(tokens: Tokens, slot: Filled) -> str:
    """The author; where he stands apart from the title, the first of those in the clause is meant."""
    first, last = slot.first, slot.last
    if slot.apart:
        for index in range(first - 1, -1, -1):
            token = tokens[index]
            if tokens[first].start - token.start > _AUTHOR_WITHIN or token.word in _WALLS or token.word in QUOTES:
                break
            if token.has("author"):
                first, last = index, index + 1
    return _words(tokens, first, last)


def _words(tokens: Tokens, first: int, last: int) -> str:
    return tokens.view.source[slice(*tokens.span(first, last))].strip()


# --- paragraphs ---------------------------------------------------------------------------------------------------


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
    for index in _leftwards(tokens, at - 1, _WALLS | {"/"}):
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
        if not any(tokens[i].word in _WALLS or tokens[i].kind in ("symbol", "number") for i in range(near, word)):
            return pinpoints, start
    return (), at


def behind(tokens: Tokens, at: int, page: Page) -> int:
    """Where the pinpoints of a symbol may begin: behind its part, its sales number and the bracket it stands in."""
    match = _longest(page.documents["behind"].after(tokens, at))
    at = match.last if match else at
    publication = _longest(page.documents["publication"].after(tokens, at))
    if publication is not None:
        ends = range(publication.last, min(len(tokens), publication.last + _PUBLICATION))
        at = next((index for index in ends if tokens[index].word in _WALLS), at)
    for _ in range(2 if match else 1):
        if at < len(tokens) and tokens[at].word == ")":
            at += 1
    return at
