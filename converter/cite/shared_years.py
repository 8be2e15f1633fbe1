"""Numbers of a list without a year of their own: resolutions 2712, 2720 (2023); 2712 (2023) and 2749 of 28 May 2024."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.languages.page import Page
from converter.languages.printed import Printed
from converter.view import Token, Tokens

_SERIAL = re.compile(r"(?P<head>\d{1,4})(?P<tail> ?\(.+\))")
_WITH_YEAR = re.compile(r"\d{1,4} ?\((?:19|20)\d\d\)")
_ALONE = re.compile(r"\d{3,4}")
_LISTED = frozenset((",", "、", "،"))
_TO_CLOSE = 3  # tokens from a number to the bracket that closes behind its day
_NAMING = ("noun", "own noun", "number sign", "organ")
_TO_DATE = 3  # tokens, at most, from a number to its date
_TO_LISTED = 6  # tokens, at most, between two numbers of a list with a day each


def with_shared_years(tokens: Tokens) -> Tokens:
    """Tokens in which 2712 of `resolutions 2712, 2720 (2023)` is a number with the year that the last one has."""
    items = list(tokens.items)
    for index, token in enumerate(tokens.items):
        shared = _SERIAL.fullmatch(token.value.text) if token.kind == "number" and token.value.sure else None
        if shared is None:
            continue
        members = _sharing(tokens, index)
        for at in members:
            printed = replace(token.value, text=f"{tokens[at].sense('int')}{shared['tail']}", wrong="")
            items[at] = Token("number", printed, tokens[at].start, tokens[at].end, tokens[at].word)
    return Tokens(tokens.view, tuple(items))


def with_days_for_years(tokens: Tokens) -> Tokens:
    """Tokens in which 2410 of `resolution 2410 (17 May 2018)` is a number with the year of the day in its bracket.

    It stands behind a noun or an organ, or behind another number of a list.
    """
    items = list(tokens.items)
    for index in range(1, len(items) - _TO_CLOSE):
        number, bracket, day, close = tokens.items[index : index + _TO_CLOSE + 1]
        in_bracket = bracket.word == "(" and day.kind == "date" and close.word == ")"
        if not in_bracket or not _ALONE.fullmatch(number.word) or len(day.value) != 1 or day.value[0].startswith("-"):
            continue
        before = index - 1
        while before > 0 and _joins(tokens[before]):
            before -= 1
        if tokens[before].word == ")" or any(tokens[before].has(kind) for kind in _NAMING):
            printed = Printed(f"{number.word}({day.value[0][:4]})", "serial-year", sure=True)
            items[index] = Token("number", printed, number.start, number.end, number.word)
    return Tokens(tokens.view, tuple(items))


def _sharing(tokens: Tokens, index: int) -> list[int]:
    """The indexes of the bare integers that stand in a list before a number, and behind a noun or another number."""
    members: list[int] = []
    at = index
    while True:
        joint = at - 1
        while joint >= 0 and joint > at - 3 and (_joins(tokens[joint]) or tokens[joint].has("to")):
            joint -= 1
        if joint == at - 1 or joint < 0:
            break
        token = tokens[joint]
        if token.has("int") and 1 <= len(token.word) <= 4:
            members.append(joint)
            at = joint
            continue
        return members if members and token.kind == "number" else []
    before = tokens[at - 1] if at else None
    if before is not None and at > 1 and before.has("organ"):  # قرارات مجلس الأمن 1261 و 1314 (1999)
        before = tokens[at - 2]
    is_noun = before is not None and any(before.has(kind) for kind in ("noun", "own noun", "number sign"))
    return members if is_noun else []


def is_listed_without_year(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number alone has a day and is listed behind one with a year: 2712 (2023) and 2749 of 28 May 2024.

    Which text that is its own words do not tell for certain, so that it is no citation.
    """
    dated = at + 1
    while dated < min(len(tokens), at + _TO_DATE) and _leads(tokens[dated], page):
        dated += 1
    return dated < len(tokens) and tokens[dated].kind == "date" and is_behind_one_with_year(tokens, at, page)


def is_behind_one_with_year(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number alone is listed behind one with its year and maybe its day: 2712 (2023) and 2749."""
    if not _ALONE.fullmatch(tokens[at].word) or not at or not _joins(tokens[at - 1]):
        return False
    before = at - 1
    while before > max(0, at - _TO_LISTED) and (
        _joins(tokens[before]) or _leads(tokens[before], page) or tokens[before].kind == "date"
    ):
        before -= 1
    return tokens[before].kind == "number" and _WITH_YEAR.fullmatch(tokens[before].value.text) is not None


def _joins(token: Token) -> bool:
    return token.word in _LISTED or token.has("and")


def _leads(token: Token, page: Page) -> bool:
    """Whether a comma or a word that may stand between a number and its date."""
    return token.word in _LISTED or token.has("between") or token.word in page.misread_dates.leads
