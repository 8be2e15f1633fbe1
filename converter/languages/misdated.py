"""Dates with a misread sign in them: | November 1974, 3] March 199l, 12 Novernber 1974.

Only what a month and a year stand beside is seen through, so that nothing else is taken for a day. The words stay as
they are printed; a token says that it was misread, and so does a date that is made of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.languages.misread import LIKE_DIGITS, LIKE_L, alike
from converter.view import Token, Tokens

MISREAD = "misread"
_DIGITS = str.maketrans(LIKE_DIGITS)
_SIGNS = "".join(map(re.escape, LIKE_DIGITS))
_ONES = "lIi|]"  # read for a 1
_DAY = re.compile(rf"(?P<day>\d?[{_SIGNS}]|[{_SIGNS}]\d|[{re.escape(_ONES)}][{_SIGNS}])(?:er|st|nd|rd|th|o|º|°)?")
_ALONE = frozenset("lI|]")  # read for a 1 that is the whole day; an S or an O alone is none
_YEAR = re.compile(rf"[1lI|\]]9(?=.?\d)[\d{_SIGNS}]{{2}}|2[0OoО](?=.?\d)[\d{_SIGNS}]{{2}}")
_LONGEST = 5  # characters of a day with its ending
# Year, month and day, each with its sign: 2030年5月32日, 2O30年5月l2日; blanks may stand between.
_WITH_SIGNS = re.compile(rf"[12](?=.?\d)[\d{_SIGNS}]{{3}} ?年 ?[\d{_SIGNS}]{{1,2}} ?月 ?[\d{_SIGNS}]{{1,2}} ?日")
# A whole date before those that works of the UN have: 1452年6月18日.
_OF_HISTORY = re.compile(r"1[0-8]\d\d ?年 ?(?:0?[1-9]|1[0-2]) ?月 ?(?:0?[1-9]|[12]\d|3[01]) ?日")
_NOUGHT = "0"  # read for the O that a month begins with: 0ctober
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LAST_DAY = 31
_PARTS = 3  # tokens, at most, that a misread month is cut into
_TO_YEAR = 5  # tokens, at most, from a month to its year
_STOPS = frozenset(",./")
# Signs that may well stand before a month, those of notes among them.
_PLAIN = frozenset(",.;:()[-/'\"«»“”،؛、*§†‡¶#")
_SHORT_NAME, _FAIR_NAME = 4, 5  # letters: shorter names of months are like many words (mais, many), fair ones like some
_APART = 0.05  # what parts the month that a word is near to from the next one


@dataclass(frozen=True, slots=True)
class MisreadDates:
    """Sees through misread signs of dates.

    `links` are the words between the parts of a date (3 de mayo de 1974), `leads` those that lead from a work to its
    date (of, dated). A sign alone is a day, and a word like a short name a month, only behind one of these.
    """

    months: Mapping[str, int]
    links: frozenset[str]
    leads: frozenset[str]

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
                if _is_year(items, at) and (day := self._day(text, items, last)) is not None:
                    items[day[0] : last], found = [day[1]], True
                    index -= last - day[0] - 1
            index += 1
        return Tokens(tokens.view, tuple(items)) if found else tokens

    def unread(self, tokens: Tokens) -> list[tuple[int, int]]:
        """Where a number or an odd sign stands before a month and its year, and they are no date.

        The month may be a word that is as near to one month as to another (3 Juny 2030).
        """
        ends = [token.end for token in tokens.items]
        found = [
            tokens.view.span(*match.span())
            for match in _WITH_SIGNS.finditer(tokens.view.text)
            if tokens[bisect_left(ends, match.end())].start > match.start()  # a date that was taken is one token
            and not _OF_HISTORY.fullmatch(match[0])
        ]
        for index, token in enumerate(tokens.items):
            if not index or not (token.has("month") or self._is_doubtful(tokens.items, index)):
                continue
            year, day = self._after(tokens.items, index), self._before(tokens.items, index) - 1
            if day >= 0 and _is_year(tokens.items, year) and self._is_odd(tokens, day):
                found.append(tokens.span(day, year + 1))
        return found

    def _is_led(self, items: Sequence[Token], at: int) -> bool:
        """Whether a word that leads to a date stands before a token."""
        return at > 0 and items[at - 1].word in self.leads

    def _is_doubtful(self, items: Sequence[Token], at: int) -> bool:
        """Whether a word of no meaning here is like a month, and a day that is led to stands before it."""
        token = items[at]
        if token.kind != "word" or token.senses or not token.word.isalpha():
            return False
        day = self._before(items, at) - 1
        if day < 1 or not 1 <= (items[day].sense("int") or 0) <= _LAST_DAY or not self._is_led(items, day):
            return False
        return _is_year(items, self._after(items, at)) and bool(alike(token.word, self.months))

    def _is_odd(self, tokens: Tokens, at: int) -> bool:
        """Whether a token is a number that stands apart, or a sign that no text has between `of` and a month."""
        token = tokens[at]
        if token.kind in ("date", "number", "symbol") or token.end == tokens[at + 1].start:
            return False
        if token.has("int") or token.has("ordinal digits") or token.word[:1].isdecimal():
            return True
        if token.word.isalnum() or token.word in _PLAIN or len(token.word) != 1:
            return False
        first = at - (tokens.touches(at) and tokens[at - 1].has("int"))  # 1? May
        return self._is_led(tokens.items, first) and not _is_bar(tokens.view.text, token.start, token.end)

    def _meant(self, printed: str, *, led: bool) -> str | None:
        """The one month that a word is surely a slip of; `led` is whether a word leads to the day before it."""
        if printed in self.months:
            return printed
        (share, name), *others = alike(printed, self.months) or [(0.0, "")]
        if len(name) <= _SHORT_NAME or any(
            share - other < _APART and self.months[one] != self.months[name] for other, one in others
        ):
            return None
        if len(name) > _FAIR_NAME:
            return name
        slips = sum(one != other for one, other in zip(name, printed, strict=False))
        return name if led and len(name) == len(printed) and slips == 1 else None

    def _day(self, text: str, items: list[Token], last: int) -> tuple[int, Token] | None:
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
        figures = any(map(str.isdecimal, match["day"]))
        if (not figures and not self._is_led(items, first)) or _is_bar(text, start, end):
            return None  # Working Group I, a cell of a table
        day = int(match["day"].translate(_DIGITS))
        return (first, _whole(text, start, end, day)) if 1 <= day <= _LAST_DAY else None

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
        if token.word != _NOUGHT and (token.kind != "word" or len(token.senses) > 1 or not token.word.isalpha()):
            return None
        day = self._before(items, at) - 1
        if day < 0 or not 1 <= (items[day].sense("int") or 0) <= _LAST_DAY:
            return None
        end = at + 1
        while end < min(len(items), at + _PARTS) and items[end].start == items[end - 1].end:
            if items[end].word in _STOPS:
                break
            end += 1
        printed = text[token.start : items[end - 1].end].translate(LIKE_L).replace(_NOUGHT, "o").casefold()
        if not printed.isalpha() or not _is_year(items, self._after(items, end - 1)):
            return None
        name = self._meant(printed, led=self._is_led(items, day))
        if name is None:
            return None
        value = self.months[name]
        return end, Token("month", value, token.start, items[end - 1].end, name, {"month": value, MISREAD: True})


def _is_bar(text: str, start: int, end: int) -> bool:
    """Whether a bar in these signs is that of a table: its line has another one."""
    if "|" not in text[start:end]:
        return False
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return line.count("|") > 1


def _is_year(items: Sequence[Token], at: int) -> bool:
    value = items[at].sense("int") if at < len(items) else None
    return value is not None and _FIRST_YEAR <= value <= _LAST_YEAR


def _year(text: str, items: list[Token], at: int) -> tuple[int, Token] | None:
    """The misread year that begins at an index: where it ends, and what it means."""
    match = _YEAR.match(text, items[at].start) if at < len(items) and not _is_year(items, at) else None
    if match is None or text[match.end() : match.end() + 1].isalnum() or _is_bar(text, *match.span()):
        return None
    end = next((index + 1 for index in range(at, len(items)) if items[index].end >= match.end()), at)
    if items[end - 1].end != match.end():
        return None
    return end, _whole(text, match.start(), match.end(), int(match[0].translate(_DIGITS)))


def _whole(text: str, start: int, end: int, value: int) -> Token:
    return Token("int", value, start, end, text[start:end].casefold(), {"int": value, MISREAD: True})
