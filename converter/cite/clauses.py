"""Members of a list that each tell what they did: resolutions 5/1, in which it …; 6/2, by which it …; and 7/3.

A semicolon, or a comma, parts them. What a clause cites itself is of no list but its own: behind the semicolon the
list goes on as it stood before the clause.
"""

from __future__ import annotations

from dataclasses import replace

from converter.cite import numbers
from converter.cite.around import OWN
from converter.cite.reading import Reading
from converter.cite.references import Reference
from converter.languages.page import Page
from converter.view import Token, Tokens

SEMICOLONS = frozenset(";؛；")
_COMMAS = frozenset((",", "،", "，", "、"))
_CLOSING = SEMICOLONS | _COMMAS | frozenset(".。")  # what may stand behind a member
_ENDS = frozenset(".。!?؟！？")
_TO_SEMICOLON = 4  # tokens, at most, from a semicolon to the member behind it
_LAST_OF_FRACTIONS = 4  # 3/4 and 4/5; no organ of ours has kept its numbers of so early a session
_HOURS_AND_DAYS = "24/7"
_LONGEST = 200  # tokens of a clause in which the semicolon before it is looked for


def is_like_fraction(printed: str) -> bool:
    """Whether a number may be a fraction, half and half, hours and days: 1/2, 50/50, 24/7."""
    number = numbers.normalise(printed)
    if number is None:
        return True
    early = number.shape == "session-serial" and (number.session or 0) <= _LAST_OF_FRACTIONS
    return early or number.text in (_HOURS_AND_DAYS, f"{number.session}/{number.session}")


def has_clause(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a clause begins at an index, maybe behind a comma, that tells what the text before it did (in which)."""
    at += at < len(tokens) and tokens[at].word in _COMMAS
    return any(
        len(words) <= len(tokens) - at and all(tokens[at + step].word == word for step, word in enumerate(words))
        for words in page.relatives
    )


def semicolon(tokens: Tokens, begin: int) -> int | None:
    """The semicolon before a member, with at most a joint between; None where there is none."""
    at = begin - 1
    while at > max(0, begin - _TO_SEMICOLON) and (_joins(tokens[at]) or tokens[at].word in _COMMAS):
        at -= 1
    return at if at >= 0 and tokens[at].word in SEMICOLONS else None


def tells(reading: Reading, begin: int, end: int) -> bool:
    """Whether a number that has no date is told to be a member by how it stands: …; and 6/2, or 6/2, by which it ….

    It stands behind a semicolon, or behind a clause that nothing is cited in and before one of its own.
    """
    tokens, page = reading.tokens, reading.page
    clause = has_clause(tokens, end, page)
    if semicolon(tokens, begin) is None:
        return clause and has_clause(tokens, reading.floor, page)
    return clause or end >= len(tokens) or tokens[end].word in _CLOSING


def as_before_clause(reference: Reference, reading: Reading, begin: int) -> Reference:
    """A member behind a semicolon, with the organ and the noun of the one whose clause cites another text last."""
    first = _told_before(reading, begin)
    if first is None or first is reading.before or reference.noun or reference.organ:
        return reference
    noun = first.noun or _noun_of(reading, first)
    return replace(reference, organ=first.organ or OWN, noun=noun, late=reference.late - {"noun", "organ"})


def _noun_of(reading: Reading, member: Reference) -> str | None:
    """The noun that holds for a member of a list that has none of its own."""
    before = reading.found[: reading.found.index(member)]
    return next((one.noun for one in reversed(before) if one.noun), None)


def _told_before(reading: Reading, begin: int) -> Reference | None:
    """The member that stands first behind the semicolon before this one, where a clause is behind it."""
    tokens = reading.tokens
    last = semicolon(tokens, begin)
    if last is None:
        return None
    first = last - 1
    while first > max(0, last - _LONGEST) and tokens[first].word not in SEMICOLONS | _ENDS:
        first -= 1
    start, end = tokens.span(first, first + 1)[0], tokens.span(last, last + 1)[0]
    within = (one for one in reading.found if start <= one.main_start < end)
    opening = next(within, None)
    if opening is None or not has_clause(tokens, tokens.index(opening.finish), reading.page):
        return None
    return opening


def _joins(token: Token) -> bool:
    """Whether a token joins two members."""
    return token.has("and") or token.has("between")
