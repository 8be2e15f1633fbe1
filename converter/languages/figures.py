"""Slots of numbers and days of several tokens, read rightwards: years, volumes, meetings, sessions, counts, dates."""

from __future__ import annotations

import re
from typing import Any

from converter.languages.items import (
    MOST_ITEMS,
    joint_at,
)
from converter.languages.misread import one_sign
from converter.languages.table import is_han
from converter.view import Tokens

_MOST_REGISTERED = 200  # from one number of a treaty to the next that is printed with it
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MONTHS = 12
_MOST_STATES = 250
_MOST_MEETINGS = 20_000
_PART = 10  # of a number that a blank parts the first has two or three digits, the second one or two
_ENDING = 3  # letters and tokens of the ending of a number
_ENDING_SIGNS = frozenset("-.ºª°")
DAY = ("int", "ordinal digits", "han")
WORDS_OF_ORDINAL = 9
_TEN, _TWENTY, _HUNDRED, _MOST_SESSIONS = 10, 20, 100, 250
_OPEN_NUMBER = re.compile(r"[^\W\d]{0,3}-?\d{1,4}/(?:…{1,2}|\.{3}|‥|\[(?:…|\.{3})\])")


def read_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A year in four digits, or in Han figures."""
    if at < len(tokens):
        for kind in ("int", "han"):
            value = tokens[at].sense(kind)
            if value is not None and _FIRST_YEAR <= value <= _LAST_YEAR:
                return at + 1, value
    return None


def read_days(tokens: Tokens, at: int) -> tuple[int, tuple[int, ...]] | None:
    """Days of one month: 4; 4 and 16; 4, 5 and 16; 十四."""
    end = at
    days: list[int] = []
    found = at
    while end < len(tokens) and (kind := next((kind for kind in DAY if tokens[end].has(kind)), "")):
        days.append(tokens[end].sense(kind))
        found = end + 1
        joint = joint_at(tokens, found)
        if joint is None:
            break
        end = joint[0]
    return (found, tuple(days)) if days else None


def read_month_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A month in figures."""
    if at < len(tokens):
        for kind in ("int", "han"):
            value = tokens[at].sense(kind)
            if value is not None and 1 <= value <= _MONTHS:
                return at + 1, value
    return None


def read_volume(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The numbers of volumes, with the year that may stand behind one in brackets: 75 (1950); 2171, 2173 and 2983."""
    volumes: list[str] = []
    end = joint = at
    while joint < len(tokens) and len(volumes) < MOST_ITEMS:
        token = tokens[joint]
        volume = token.value.text.partition("(")[0].strip() if token.kind == "number" else token.word
        if not volume.isdecimal():
            break
        volumes.append(volume)
        end = joint + 1
        following = joint_at(tokens, end)
        if following is None:
            break
        joint = following[0]
    return (end, ", ".join(volumes)) if volumes else None


def read_registered(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The numbers of treaties in their series: 970; 970-973; 17512 and 17513."""
    if at >= len(tokens) or not tokens[at].has("int"):
        return None
    printed, last, end = tokens[at].word, tokens[at].sense("int"), at + 1
    while (joint := joint_at(tokens, end)) is not None and joint[0] < len(tokens) and tokens[joint[0]].has("int"):
        number = tokens[joint[0]].sense("int")
        if not last < number <= last + _MOST_REGISTERED:
            break
        printed += f"{'-' if joint[1] == 'to' else ', '}{tokens[joint[0]].word}"
        last, end = number, joint[0] + 1
    return end, printed


def read_count(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """How many: in figures, in words, or as a letter that was read for a figure."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    kind = next((kind for kind in ("count", "int", "han") if token.has(kind)), "")
    value = token.sense(kind) if kind else one_sign(token, tokens.view)
    return (at + 1, value) if value is not None and value <= _MOST_STATES else None


def read_meeting(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The number of a meeting, in figures or in words: 54th, two hundred and sixty-eighth."""
    return _read_figures(tokens, at) or _read_ordinal(tokens, at)


def _read_figures(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A number with what its ending is printed as: 54th, 54e, 54-е, 2081a., 331 5th."""
    if at >= len(tokens):
        return None
    kind = next((kind for kind in DAY if tokens[at].has(kind)), "")
    if not kind:
        return None
    value, end = tokens[at].sense(kind), at + 1
    apart = kind == "int" and end < len(tokens) and tokens[end].kind == "ordinal digits"
    if apart and _PART <= value < _PART**3 and tokens[end].sense("ordinal digits") < _PART**2:
        return end + 1, int(f"{value}{tokens[end].sense('ordinal digits')}")  # 331 5th
    while end < len(tokens) and end < at + _ENDING and _is_ending(tokens, end):
        end += 1
    return (end, value) if 0 < value < _MOST_MEETINGS else None


def _is_ending(tokens: Tokens, at: int) -> bool:
    """Whether a token that touches a number belongs to its ending; a hyphen may stand apart."""
    word = tokens[at].word
    if not tokens.touches(at) and word != "-" and tokens[at - 1].word != "-":
        return False
    return word in _ENDING_SIGNS or (word.isalpha() and len(word) <= _ENDING and not is_han(word))


def read_session(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The number of a session, in words or in figures: sixty-first, one hundred and fifth, 61st, الثالثة والسبعون."""
    found = _read_ordinal(tokens, at)
    if found is None and at < len(tokens):
        found = _read_figures(tokens, at)
        found = found if found and found[1] <= _MOST_SESSIONS else None
    return found


def _read_ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An ordinal of one or several words: sixty-first, one hundred and fifth."""
    total, end, size, last = 0, at, 0, 0  # the size is that of what was added last: 1 to 19, tens, hundreds
    found: tuple[int, int] | None = None
    while end < len(tokens) and end < at + WORDS_OF_ORDINAL:
        token = tokens[end]
        kind = next((kind for kind in ("ordinal", "ordinal part") if token.has(kind)), "")
        if kind and (value := token.sense(kind)):
            magnitude = 3 if value >= _HUNDRED else 1 + (value >= _TWENTY)
            if magnitude == size and not (last == _TEN and value < _TEN):  # décimo séptimo
                break  # the first and the second
            total, size, last = (max(total, 1) * value if magnitude > 2 else total + value), magnitude, value
            found = (end + 1, total) if kind == "ordinal" else found
        elif not kind and not (token.word == "-" and end > at and tokens.touches(end)):
            break
        end += 1
    return found


def read_whole_date(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]] | None:
    """A date with its year: its days in ISO."""
    return _date(tokens, at, whole=True)


def read_day(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]] | None:
    """A date without a year."""
    return _date(tokens, at, whole=False)


def _date(tokens: Tokens, at: int, *, whole: bool) -> tuple[int, tuple[str, ...]] | None:
    if at >= len(tokens) or tokens[at].kind != "date":
        return None
    days = tokens[at].value
    return (at + 1, days) if days[0].startswith("-") is not whole else None


def read_own_number(tokens: Tokens, at: int) -> tuple[int, Any] | None:
    """The number of a resolution, with nothing wrong in it."""
    is_one = at < len(tokens) and tokens[at].kind == "number" and not tokens[at].value.wrong
    return (at + 1, tokens[at].value) if is_one else None


def read_open_number(tokens: Tokens, at: int) -> tuple[int, tuple[int, int]] | None:
    """A number that is not given yet (51/…): where it stands in the view."""
    found = _OPEN_NUMBER.match(tokens.view.text, tokens[at].start) if at < len(tokens) else None
    if found is None:
        return None
    end = next((index for index in range(at, len(tokens)) if tokens[index].start >= found.end()), len(tokens))
    return end, found.span()
