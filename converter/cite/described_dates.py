"""The dates that the words around a symbol give its document, and those that are joined to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from converter.cite.described import WALLS, lead, leftwards, longest
from converter.cite.references import Bare
from converter.languages.dates import with_year
from converter.languages.match import CLAUSE_MARKS, Filled
from converter.languages.page import Page
from converter.view import Tokens

_COMMAS = frozenset(",،、，")
_ENDS = frozenset(";؛；")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?!\d)")
_YEAR_WITHIN = 80  # characters
_FEWEST = 2  # documents in a bracket that have days of their own
_TOUCHING = 2  # tokens, at most, from a date to the symbol that it stands with: a comma, 第
Taken = Callable[[int], bool]
"""Whether the token of this index belongs to a numbered citation."""


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
        slot = _date_before(tokens, bare.first, floor, page, taken)
        slot = (slot and _one_of_each(tokens, those, index, floor, taken)) or slot
        slot = slot or _date_behind_bracket(tokens, bare, page)
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
    match = longest(page.documents["after"].after(tokens, at))
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

    It is not that of the agreement that the document has in it, and the word that names a work with its number is
    none for it: its resolution 9457 (2079) and the Order of the Court of 5 May (S/12).
    """
    for index in leftwards(tokens, at, _ENDS):
        if tokens[index].has("agreement") or tokens[index].kind == "number":
            return False
        if _is_dated(tokens, index):
            return True
    return False


def _is_dated(tokens: Tokens, index: int) -> bool:
    """Whether this is the word for a document whose date stands with it: a report, its resolution (S/1376)."""
    token = tokens[index]
    return bool(token.sense("document") == "dated" or token.has("noun"))


def _one_of_each(tokens: Tokens, those: Chained, index: int, floor: int, taken: Taken) -> tuple[str, ...] | None:
    """The days of several documents that stand in turn with their words before the bracket of all.

    The letter dated 3 May from A and the report of B of 5 June (S/12 and S/14). Each word has one day, all before it
    or all behind it; else None. Whether there are as many as documents is for the caller to see.
    """
    inside = [at for at in _in_bracket(tokens, those.bares, index) if not those.is_joined(at)]
    if len(inside) < _FEWEST or tokens[max(0, those.bares[index].first - 1)].word != "(":
        return None
    found: list[tuple[bool, str]] = []  # from the bracket leftwards: whether it is a day, and which
    for at in leftwards(tokens, those.bares[index].first - 1, WALLS):
        token = tokens[at]
        if at < floor or taken(at) or token.kind in ("symbol", "number") or token.has("agreement"):
            break
        if token.kind == "date":
            if len(token.value) > 1:
                return None
            found.append((True, token.value[0]))
        elif _is_dated(tokens, at):
            found.append((False, ""))
    in_turn = all(one[0] != other[0] for one, other in pairwise(found))
    days = [day for is_day, day in reversed(found) if is_day]
    return tuple(days) if in_turn and len(found) == 2 * len(days) and len(days) > 1 else None


def _date_in_sentence(tokens: Tokens, at: int, reach: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The date behind the word for the document, where no other one stands between it and the symbol.

    Dates that are one list count as one: the letters dated 3 May and 5 June from the Minister (S/12 and S/14).
    """
    dates = words = 0
    for index in leftwards(tokens, reach, WALLS):
        token = tokens[index]
        if token.kind == "date" and not taken(index) and not _is_in_list(tokens, index):
            dates += 1
            if dates > 1:
                return None
        if token.kind == "symbol":
            return None
        if not _is_dated(tokens, index):
            continue
        if dates:
            return _date_behind(tokens, index + 1, reach, page, taken)
        before = _date_before_word(tokens, index, page, taken) or (
            None if words else _date_leading_to(tokens, index, page, taken)
        )
        if before is not None:
            return before
        words += 1
        if any(tokens[before].has("and") for before in range(max(0, index - 2), index)):
            return None  # the letter of 3 May and his report (S/12)
    return None


def _is_in_list(tokens: Tokens, at: int) -> bool:
    """Whether another date is joined to one behind it: 3 May and | 5 June."""
    behind = at + 1
    while behind < len(tokens) and (tokens[behind].word in _COMMAS or tokens[behind].has("and")):
        behind += 1
    return at + 1 < behind < len(tokens) and tokens[behind].kind == "date"


def _date_before_word(tokens: Tokens, at: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The date right before the word for a document, where it is of no numbered citation."""
    before = _date_right_before(tokens, at, page)
    if before is None or taken(before.first):
        return None
    value: tuple[str, ...] = before.value
    return value


def _date_right_before(tokens: Tokens, at: int, page: Page) -> Filled | None:
    """The date right before the word for a document: his 9 May 1993 report; 1993年5月9日的报告."""
    if at and tokens[at - 1].kind == "date":
        return Filled("date", at - 1, at, tokens[at - 1].value, apart=False)
    match = longest(page.documents["before"].before(tokens, at, 0))
    return next((slot for slot in match.slots if slot.slot == "date"), None) if match else None


def _date_leading_to(tokens: Tokens, at: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The one day before the word for a document that leads on to it: 1999年5月5日秘书长关于灯塔的报告.

    It is the nearest one of the clause; words of another work or of an agreement between are a wall.
    """
    if not page.documents["dated before"]:
        return None
    for index in leftwards(tokens, at, CLAUSE_MARKS):
        token = tokens[index]
        if token.kind in ("symbol", "number") or token.has("agreement") or token.has("document") or token.has("noun"):
            return None
        if token.kind == "date":
            is_led = bool(page.documents["dated before"].after(tokens, index)) and not taken(index)
            value: tuple[str, ...] = token.value
            return value if is_led and len(value) == 1 else None
    return None


def _date_behind(tokens: Tokens, at: int, end: int, page: Page, taken: Taken) -> tuple[str, ...] | None:
    """The date that the words behind a document's name lead to, before they say what it is about."""
    for index in range(at, end):
        for match in page.documents["dated"].after(tokens, index):
            slot = next(slot for slot in match.slots if slot.slot == "date")
            if not taken(slot.first) and match.last <= end:
                is_listed = match.last < len(tokens) and tokens[match.last].has("and")
                value: tuple[str, ...] = slot.value
                return None if is_listed else value
        if tokens[index].has("about"):
            return None
    return None


def _in_bracket(tokens: Tokens, bares: list[Bare], index: int) -> list[int]:
    """The documents that stand from this one on until the bracket closes."""
    end = _closing(tokens, bares[index].last)
    return [at for at in range(index, len(bares)) if bares[at].first < end]
