"""Numbers alone that are in no mark, where a resolution is spoken of: resolution 242, 第942号决议, 901 (1994) and 902.

One is none of ours where it counts things, is a year, or goes on in further digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.annotate.found import Remark
from converter.cite.shared_years import is_behind_one_with_year, is_listed_without_year
from converter.cite.taken import UNREAD, Spans, Taken
from converter.languages.match import SENTENCE_MARKS
from converter.languages.page import Page
from converter.view import Token, Tokens

_NUMBERED = frozenset(("resolution", "decision"))
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CLOSES = frozenset(".,;:()[]/'\"«»“”’،؛。，；：、（）")  # behind a number it is not that of things: 500 observers
_MORE_DIGITS = re.compile(r"[.,٬ ]?\d")
_IN_THOUSANDS = 4  # digits
_JOINT = 2  # tokens, at most, between two numbers of a list
_TO_NAME = 3  # tokens, at most, between a number and the organ or date that it is of
_TO_COMMA = 4  # tokens, at most, from what picks a number out to the comma before it
_TO_NOUN = 30  # tokens, at most, from there to the noun
_ALONE = re.compile(r"\d{3,4}")  # a number alone
LISTED = frozenset(",،，、")  # signs between two numbers of a list


def bare_numbers(tokens: Tokens, taken: Spans, page: Page) -> Iterator[Remark]:
    """A number without a year or session right behind the noun for a resolution, in none of the spans: resolution 242.

    Those of one or two digits are of conferences (chap. I, resolution 1), and a year is none (резолюция 1995 года).
    One behind another with its year is told too, with a day (2712 (2023) and 2749 of 28 May 2024) or without.
    """
    spans = Taken.of(taken)
    for index, token in enumerate(tokens.items):
        listed_last = _ALONE.fullmatch(token.word) and (
            is_listed_without_year(tokens, index, page)
            or _is_last_alone(tokens, index, page)
            or _is_picked_out(tokens, index)
        )
        if listed_last and not spans.touch(*tokens.span(index, index + 1)):
            yield Remark(*tokens.span(index, index + 1), UNREAD)
        if token.kind not in ("noun", "own noun") or token.value not in _NUMBERED:
            continue
        at = _behind_organ(tokens, index + 1)
        signed = at < len(tokens) and tokens[at].has("number sign")
        at += signed
        if at >= len(tokens) or not _ALONE.fullmatch(tokens[at].word) or _is_year(tokens, at, page):
            listed = _signed_before(tokens, index - 1)
        else:
            listed = _listed_alone(tokens, at, page)
            last = listed[-1]
            if not (signed or _is_led_to_date(tokens, last + 1, page) or _may_be_ours(tokens, last)):
                del listed[-1]  # what counts things is that of none: resolution 901 and 902 lamps
        for one in listed:
            if not spans.touch(*tokens.span(one, one + 1)):
                yield Remark(*tokens.span(one, one + 1), UNREAD)


def _may_be_ours(tokens: Tokens, at: int) -> bool:
    """Whether a number alone counts no things, and is no year behind an organ (decision of the Council 1990).

    Things in thousands are rarely counted right behind the noun: those to whom resolution 1373 applies.
    """
    is_year = _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR
    if is_no_count(tokens, at):
        return not (is_year and tokens[at - 1].kind == "organ")
    in_thousands = len(tokens[at].word) == _IN_THOUSANDS and not is_year
    return in_thousands and not _MORE_DIGITS.match(tokens.view.text, tokens[at].end)


def _listed_alone(tokens: Tokens, at: int, page: Page) -> list[int]:
    """The indexes of the numbers alone that stand in a list with the one at an index: resolutions 901, 902 and 903."""
    listed = [at]
    while (following := _behind_joint(tokens, listed[-1] + 1)) < len(tokens):
        if _MORE_DIGITS.match(tokens.view.text, tokens[listed[-1]].end):
            break  # 300,000 keepers
        if not _ALONE.fullmatch(tokens[following].word) or _is_year(tokens, following, page):
            break
        listed.append(following)
    return listed


def _is_last_alone(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number alone, and no year, is the last of a list behind one with its year: 2712 (2023) and 2749."""
    return (
        is_behind_one_with_year(tokens, at, page)
        and tokens[at - 1].has("and")
        and not _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR
        and is_no_count(tokens, at)
    )


def _is_picked_out(tokens: Tokens, at: int) -> bool:
    """Whether a number alone is picked out of resolutions that are spoken of: …, in particular 2712; notamment la 2712.

    A comma or a joint and a word of those between two numbers stand before it, and it is no year.
    """
    if _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR:
        return False
    first = at
    while first > max(0, at - _TO_COMMA) and tokens[first - 1].has("between"):
        first -= 1
    if first == at or not first or not _parts(tokens[first - 1]) or not is_no_count(tokens, at):
        return False
    for index in range(first - 1, max(-1, first - _TO_NOUN), -1):
        if tokens[index].word in SENTENCE_MARKS:
            return False
        if tokens[index].has("noun") or tokens[index].has("own noun"):
            return "resolution" in (tokens[index].sense("noun"), tokens[index].sense("own noun"))
    return False


def is_a_year(token: Token) -> bool:
    """Whether a number alone may be a year."""
    return _FIRST_YEAR <= int(token.word) <= _LAST_YEAR


def _signed_before(tokens: Tokens, at: int) -> list[int]:
    """The indexes of the numbers alone whose signs stand before a noun: 第942号决议, 第942和943号, 第942号和第943号."""
    found: list[int] = []
    signed = 0  # of them, those behind a sign
    first = at if at >= 0 and tokens[at].has("number end") else -1
    for index in range(first, -1, -1):
        token = tokens[index]
        if _ALONE.fullmatch(token.word):
            found.append(index)
        elif token.has("number sign"):
            signed = len(found)
        elif not (token.has("number end") or (found and _parts(token))):
            break
    return found[:signed][::-1]


def _parts(token: Token) -> bool:
    """Whether a token stands between two numbers of a list."""
    return token.word in LISTED or token.has("and")


def _behind_joint(tokens: Tokens, at: int) -> int:
    """Where a comma, a joint or both end; behind the last token where neither stands at an index."""
    end = at
    while end < min(len(tokens), at + _JOINT) and _parts(tokens[end]):
        end += 1
    return end if end > at else len(tokens)


def _behind_organ(tokens: Tokens, at: int) -> int:
    """The index behind the organ that a noun is of; where there is none, the index given."""
    for index in range(at, min(len(tokens), at + _TO_NAME)):
        if tokens[index].kind == "organ":
            return index + 1
        if not tokens[index].word.isalpha():
            break
    return at


def _date_follows(tokens: Tokens, at: int) -> bool:
    """Whether a date stands here, with at most a joint before it."""
    return any(index < len(tokens) and tokens[index].kind == "date" for index in range(at, at + _TO_NAME - 1))


def _is_led_to_date(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a word that leads to a date stands here, and the date behind it."""
    return at < len(tokens) and tokens[at].word in page.misread_dates.leads and _date_follows(tokens, at + 1)


def _is_year(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number is a year by the word behind it, that leads to no day: резолюция 1995 года."""
    if _date_follows(tokens, at + 1) or not _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.word.isalpha() and after.word in page.misread_dates.links and not after.has("between")


def is_no_count(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a number alone shows that it counts no things: the end, a mark, an organ, a date."""
    end = tokens[at].end
    if at + 1 >= len(tokens):
        return True
    if _MORE_DIGITS.match(tokens.view.text, end):
        return False  # 300,000 or 300 000 persons
    after = tokens[at + 1]
    if after.word in _CLOSES or after.kind in ("date", "organ") or after.has("about"):
        return True
    if after.has("and"):
        return at + 2 >= len(tokens) or not tokens[at + 2].has("int")
    behind = at + 1
    while behind < min(len(tokens), at + 1 + _TO_NAME) and tokens[behind].has("between"):
        behind += 1
    return behind > at + 1 and behind < len(tokens) and tokens[behind].kind in ("date", "organ")
