"""Dates with a misread sign in them: | November 1974, 3] March 199l, 12 Novernber 1974.

Only what a month and a year stand beside is seen through, so that nothing else is taken for a day. The words stay as
they are printed; a token says that it was misread, and so does a date that is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.languages.misread import LIKE_DIGITS, LIKE_L, near
from converter.view import Token, Tokens

MISREAD = "misread"
_DIGITS = str.maketrans(LIKE_DIGITS)
_SIGNS = "".join(map(re.escape, LIKE_DIGITS))
_DAY = re.compile(rf"(?P<day>\d?[{_SIGNS}]|[{_SIGNS}]\d)(?:er|st|nd|rd|th|o|º|°)?")
_ALONE = frozenset("lI|]")  # read for a 1 that is the whole day; an S or an O alone is none
_YEAR = re.compile(rf"[1lI|\]]9(?=.?\d)[\d{_SIGNS}]{{2}}|2[0OoО](?=.?\d)[\d{_SIGNS}]{{2}}")
_LONGEST = 5  # characters of a day with its ending
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LAST_DAY = 31
_PARTS = 3  # tokens, at most, that a misread month is cut into
_TO_YEAR = 5  # tokens, at most, from a month to its year
_STOPS = frozenset(",./")
_PLAIN = frozenset(",.;:()[-/'\"«»“”،؛、")  # signs that may well stand before a month


@dataclass(frozen=True, slots=True)
class MisreadDates:
    """Sees through misread signs of dates; `links` are the words between the parts of a date: 3 de mayo de 1974."""

    months: Mapping[str, int]
    links: frozenset[str]

    def mended(self, tokens: Tokens) -> Tokens:
        """The tokens with those of misread days, months and years as what they mean."""
        items = [*tokens.items]
        found = False
        text = tokens.view.text
        index = 0
        while index < len(items):
            if not items[index].has("month") and (month := self._month(text, items, index)) is not None:
                items[index : month[0]], found = [month[1]], True
            if items[index].has("month"):
                at = self._after(items, index)
                if (year := _year(text, items, at)) is not None:
                    items[at : year[0]], found = [year[1]], True
                last = self._before(items, index)
                if _is_year(items, at) and (day := _day(text, items, last)) is not None:
                    items[day[0] : last], found = [day[1]], True
                    index -= last - day[0] - 1
            index += 1
        return Tokens(tokens.view, tuple(items)) if found else tokens

    def unread(self, tokens: Tokens) -> list[tuple[int, int]]:
        """Where a number or an odd sign stands before a month and its year, and they are no date."""
        found: list[tuple[int, int]] = []
        for index, token in enumerate(tokens.items):
            if not index or not token.has("month"):
                continue
            year, day = self._after(tokens.items, index), self._before(tokens.items, index) - 1
            if day >= 0 and _is_year(tokens.items, year) and _is_odd(tokens, day):
                found.append(tokens.span(day, year + 1))
        return found

    def _after(self, items: Sequence[Token], index: int) -> int:
        """The token behind a month; stops, linking words and the other name of the month (أيار/مايو) aside."""
        at = index + 1
        while at < min(len(items), index + _TO_YEAR) and (
            items[at].word in _STOPS or items[at].word in self.links or items[at].has("month")
        ):
            at += 1
        return at

    def _before(self, items: Sequence[Token], index: int) -> int:
        """The token behind the day before a month: the month, or what links the two."""
        return index - (index > 1 and items[index - 1].word in self.links)

    def _month(self, text: str, items: list[Token], at: int) -> tuple[int, Token] | None:
        """The month that a word between a day and a year is a slip of: where it ends, and what it means."""
        token = items[at]
        if token.kind != "word" or len(token.senses) > 1 or not token.word.isalpha():
            return None
        day = self._before(items, at) - 1
        if day < 0 or not 1 <= (items[day].sense("int") or 0) <= _LAST_DAY:
            return None
        end = at + 1
        while end < min(len(items), at + _PARTS) and items[end].start == items[end - 1].end:
            if items[end].word in _STOPS:
                break
            end += 1
        printed = text[token.start : items[end - 1].end].translate(LIKE_L).casefold()
        name = near(printed, self.months) if _is_year(items, self._after(items, end - 1)) else None
        if name is None or not printed.isalpha():
            return None
        value = self.months[name]
        return end, Token("month", value, token.start, items[end - 1].end, name, {"month": value, MISREAD: True})


def _is_odd(tokens: Tokens, at: int) -> bool:
    """Whether a token is a number that stands apart, or a sign that no text has before a month."""
    token = tokens[at]
    if token.kind in ("date", "number", "symbol") or token.end == tokens[at + 1].start:
        return False
    is_number = token.has("int") or token.has("ordinal digits") or token.word[:1].isdecimal()
    return is_number or (not token.word.isalnum() and token.word not in _PLAIN and len(token.word) == 1)


def _is_year(items: Sequence[Token], at: int) -> bool:
    value = items[at].sense("int") if at < len(items) else None
    return value is not None and _FIRST_YEAR <= value <= _LAST_YEAR


def _day(text: str, items: list[Token], last: int) -> tuple[int, Token] | None:
    """The misread day right before an index: the first of its tokens, and what they mean."""
    first = last - 1
    while first > 0 and items[first - 1].end == items[first].start:
        if items[last - 1].end - items[first].start >= _LONGEST:
            break
        first -= 1
    if first < 0:
        return None
    start, end = items[first].start, items[last - 1].end
    match = _DAY.fullmatch(text[start:end])
    if match is None or end == items[last].start or (len(match["day"]) == 1 and match["day"] not in _ALONE):
        return None
    day = int(match["day"].translate(_DIGITS))
    return (first, _whole(text, start, end, day)) if 1 <= day <= _LAST_DAY else None


def _year(text: str, items: list[Token], at: int) -> tuple[int, Token] | None:
    """The misread year that begins at an index: where it ends, and what it means."""
    match = _YEAR.match(text, items[at].start) if at < len(items) and not _is_year(items, at) else None
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    end = next((index + 1 for index in range(at, len(items)) if items[index].end >= match.end()), at)
    if items[end - 1].end != match.end():
        return None
    return end, _whole(text, match.start(), match.end(), int(match[0].translate(_DIGITS)))


def _whole(text: str, start: int, end: int, value: int) -> Token:
    return Token("int", value, start, end, text[start:end].casefold(), {"int": value, MISREAD: True})
