"""Lists: what is printed once for several numbers is given to each of them.

A noun or a date that stands before the first number of a list holds for those after it (resolutions 5/1 and 5/2;
2007年6月18日第5/1号和第5/2号决议), a noun, an organ or a date after the last for those before it
(第6/3号、第7/5号和第9/2号决议; resolutions 5/1 and 5/2 of 18 June 2007). A further noun begins a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from converter.cite import numbers
from converter.cite.references import Reference
from converter.languages.dates import with_year


@dataclass(slots=True)
class Listed:
    """A reference with what its list gives it; `late_organ` is one that is printed after a later number."""

    reference: Reference
    number: numbers.Number | None  # None where there are several (31/6 A and B), or none
    noun: str | None
    noun_late: bool
    date: str | None = None
    late_organ: str | None = None

    @property
    def opens(self) -> bool:
        """Whether it begins a list: what stands after it holds for none of those before it."""
        own_noun = self.reference.noun is not None and "noun" not in self.reference.late
        return own_noun or not self.reference.chained


def spread(references: list[Reference]) -> list[Listed]:
    """Each reference with its noun, its date (ISO) and its organ, where they are printed with another of its list."""
    listed = [
        Listed(one, numbers.normalise(numbers.mend(one.printed)), one.noun, "noun" in one.late) for one in references
    ]
    _spread_nouns(listed)
    _spread_organs(listed)
    _spread_left_dates(listed)
    _spread_right_dates(listed)
    return listed


def _spread_nouns(listed: list[Listed]) -> None:
    for before, one in pairwise(listed):
        if one.reference.chained and one.noun is None and before.noun is not None and not before.noun_late:
            one.noun, one.noun_late = before.noun, False
    for after, one in pairwise(reversed(listed)):
        if one.noun is None and after.reference.chained and after.noun_late:
            one.noun = after.noun
    waiting: str | None = None  # the noun that stands before a list: its decisions, including 60/251 and 60/252
    for one in listed:
        if not one.reference.chained or one.noun is not None:
            waiting = None
        if one.noun is None:
            one.noun = waiting = one.reference.likely or waiting


def _spread_organs(listed: list[Listed]) -> None:
    later: str | None = None
    for one in reversed(listed):
        printed = one.reference.organ
        if printed is None:
            one.late_organ = later
        elif "organ" in one.reference.late:
            later = printed
        else:
            later = None
        if one.opens:
            later = None


def _spread_left_dates(listed: list[Listed]) -> None:
    before: Listed | None = None
    further: tuple[str, ...] = ()  # of several dates before a number those of the next numbers
    for one in listed:
        dates = () if "date" in one.reference.late else one.reference.dates
        if not dates and one.reference.chained and not one.reference.dates:
            dates = further
        further = dates[1:]
        if dates:
            one.date = with_year(dates[0], _year(one, before)) or None
        elif before and one.reference.chained and not one.reference.dates and _shares_date(before, one):
            one.date = before.date
        before = one


def _year(one: Listed, before: Listed | None) -> int | None:
    """The year of a date that is printed without it: that of the number, else that of the date before in its list."""
    if one.number and one.number.year:
        return one.number.year
    return int(before.date[:4]) if before and before.date and one.reference.chained else None


def _shares_date(before: Listed, one: Listed) -> bool:
    """Whether the date before a number holds for the next one too.

    Both are of one session or year; one noun follows both, or each says what it is about
    (3月4日关于灯塔的第71/1号决议和关于船舶的第71/2号决议).
    """
    lasts = before.reference.noun is None or (before.reference.about and one.reference.about)
    return lasts and _when(before) == _when(one) and not _has_month(one.reference)


def _has_month(reference: Reference) -> bool:
    """Whether a month or a year without a day is printed with a number, which has no other's day: 2023年4月第77/3号."""
    return any("{year}" in phrase.text for phrase in reference.phrases)


def _spread_right_dates(listed: list[Listed]) -> None:
    """The dates after a number are its own; several are those of as many numbers, one of a list that it closes."""
    year: int | None = None  # of the date to the right
    for index in range(len(listed) - 1, -1, -1):
        one = listed[index]
        dates = one.reference.dates if "date" in one.reference.late else ()
        for holder, date in zip(_run(listed, index, len(dates)), reversed(dates), strict=False):
            likely = (holder.number.year if holder.number else None) or year
            holder.date = with_year(date, likely) or None
            year = int(holder.date[:4]) if holder.date else year
        if len(dates) == 1 and one.reference.closing and one.date:
            _share(listed, index)
        if len(dates) == 1 and one.reference.shared and index:
            _give(one, listed[index - 1])


def _run(listed: list[Listed], index: int, most: int) -> Iterator[Listed]:
    """The references of a list up to this one, at most so many, the last first."""
    for at in range(index, max(-1, index - most), -1):
        yield listed[at]
        if listed[at].opens:
            return


def _share(listed: list[Listed], index: int) -> None:
    """Give the date of the last of a list to those before it that have none and are of the same session or year."""
    last = listed[index]
    for one in islice(_run(listed, index, index + 1), 1, None):
        if one.reference.after or not _give(last, one):
            return


def _give(last: Listed, one: Listed) -> bool:
    """Give a number the date of a later one, if it has none and is of the same session or year; whether it has it."""
    if one.reference.dates or one.date or _when(one) != _when(last):
        return False
    one.date = last.date
    return True


def _when(one: Listed) -> str | None:
    """What a number says of its time: a year, a session."""
    text = one.number.text if one.number else one.reference.printed
    return text.partition("(")[2] or text.partition("/")[0]
