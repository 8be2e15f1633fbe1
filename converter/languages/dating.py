"""The dates of a text as tokens: phrases of a page matched, dates joined by a comma or by and taken together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from converter.languages.dates import YEARLESS, DayParts, days_of, with_year
from converter.languages.match import Match, Phrases
from converter.languages.misdated import MISREAD
from converter.languages.phrases import Telling
from converter.view import Token, Tokens

UNDATED = "undated"  # the kind of a token: a list of dates of which one cannot be
_LAST_DAY = 31
_MONTH_SIGNS = frozenset("月")  # behind a month in figures
_LONGEST_DAYS = 70  # tokens: all the days of a month with their joints; most numbers have no month so near


def dated(tokens: Tokens, dates: Phrases) -> Tokens:
    """The tokens with each date, or dates of a list, as one token: its value the days in ISO.

    A list in which a day is none (29 and 31 April) is one token without a day: which document is of which nobody knows.
    """
    items: list[Token] = []
    done = 0
    months = [
        index
        for index, token in enumerate(tokens.items)
        if token.kind == "month" or "month" in token.senses or token.word in _MONTH_SIGNS
    ]
    for at in dates.begin(tokens) if months else ():
        ahead = bisect_left(months, at)
        near = ahead < len(months) and months[ahead] - at <= _LONGEST_DAYS
        found = _date(tokens, at, dates) if near and at >= done else None
        if found is None:
            continue
        end, parts = found
        start, finish = tokens[at].start, tokens[end - 1].end
        every = days_of(parts)
        days = tuple(day for day in every if day)
        items += tokens.items[done:at]
        if days and _lacks_one(parts, every):
            items.append(Token(UNDATED, (), start, finish, tokens.view.key[start:finish]))
        elif days:
            misread = any(token.has(MISREAD) for token in tokens.items[at:end])
            senses = {MISREAD: True} if misread else {}
            items.append(Token("date", days, start, finish, tokens.view.key[start:finish], senses))
        else:
            items += tokens.items[at:end]
        done = end
    return Tokens(tokens.view, (*items, *tokens.items[done:])) if done else tokens


@dataclass(frozen=True, slots=True)
class DatesAgain:
    """The phrases by which a day has the month or the year of the day that was named before it."""

    month: Phrases  # with the day in them
    year: Phrases  # beside a day with its month
    telling: Telling

    def read(self, tokens: Tokens) -> Tokens:
        """The tokens with such days as dates: 10 May 2091 and 17 May of the same year, and the 19th of the same month.

        One with no whole day before it stays as it is.
        """
        if not self.telling.may_be_in(tokens.view.key):
            return tokens
        items: list[Token] = []
        last, at = "", 0
        while at < len(tokens):
            day, end = self._day(tokens, at, last) if last else ("", at)
            if day:
                start, finish = tokens[at].start, tokens[end - 1].end
                items.append(Token("date", (day,), start, finish, tokens.view.key[start:finish]))
            else:
                end = at + 1
                items.append(tokens[at])
            if items[-1].kind == "date" and not items[-1].value[-1].startswith(YEARLESS):
                last = items[-1].value[-1]
            at = end
        return Tokens(tokens.view, tuple(items))

    def _day(self, tokens: Tokens, at: int, last: str) -> tuple[str, int]:
        """The day that begins at a token, with what it has of the `last` one, and where it ends; or no day."""
        year, month = int(last[:4]), int(last[5:7])
        if _is_yearless(tokens, at):
            behind = _longest(self.year.after(tokens, at + 1))
            return (with_year(tokens[at].value[0], year), behind.last) if behind else ("", at)
        before = _longest(self.year.after(tokens, at))
        if before is not None and _is_yearless(tokens, before.last):
            return with_year(tokens[before.last].value[0], year), before.last + 1
        found = _longest(self.month.after(tokens, at))
        days = _parts(found).days if found else ()
        if found is None or len(days) != 1:
            return "", at
        return days_of([DayParts(days, month, year)])[0], found.last


def _is_yearless(tokens: Tokens, at: int) -> bool:
    one = tokens[at] if at < len(tokens) else None
    return one is not None and one.kind == "date" and len(one.value) == 1 and one.value[0].startswith(YEARLESS)


def _longest(found: list[Match]) -> Match | None:
    return max(found, key=lambda match: match.last, default=None)


def _lacks_one(parts: list[DayParts], every: list[str]) -> bool:
    """Whether a day of a list is none; a number that no month has counts right before it only: 40 and 12 May."""
    printed = [(day, place) for part in parts for place, day in enumerate(part.days, 1 - len(part.days))]
    return any(not iso and (day <= _LAST_DAY or not place) for (day, place), iso in zip(printed, every, strict=True))


def _date(tokens: Tokens, at: int, dates: Phrases) -> tuple[int, list[DayParts]] | None:
    """The date (or dates, joined by and or a comma) that begins here: where it ends, and its parts."""
    parts: list[DayParts] = []
    match, end = _one_date(tokens, at, dates), at
    while match is not None:
        parts.append(_parts(match))
        joint = end = match.last
        while joint < min(len(tokens), end + 3) and _joins_dates(tokens[joint], first=joint == end):
            joint += 1
        match = _one_date(tokens, joint, dates) if joint > end else None
    return (end, parts) if parts else None


def _one_date(tokens: Tokens, at: int, dates: Phrases) -> Match | None:
    return _longest(dates.after(tokens, at))


def _parts(match: Match) -> DayParts:
    """The days, the month and the year that a phrase of a date says."""
    days = [day for slot in match.slots if slot.slot == "days" for day in slot.value]
    days += [slot.value for slot in match.slots if slot.slot in ("ordinal", "int")]
    return DayParts(tuple(days), match.value("month") or match.value("month number"), match.value("year"))


def _joins_dates(token: Token, *, first: bool) -> bool:
    """Whether a token joins two dates: and, a comma; behind one of them also what leads on (y de 3 de mayo)."""
    return token.word in ",،、，" or token.has("and") or (not first and token.has("between"))
