"""What stands around a number: read leftwards from its beginning and rightwards from its end.

Which parts there are (organ, date, noun, title, …) and how each is printed is data of the language: `citations.parts`
for the left, `citations.tails` for the right. A part is read once on each side; a `link` may stand between any two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.languages import Language
from converter.languages.dates import iso_date, iso_dates

Part = tuple[str, int, tuple[str, ...], re.Pattern[str]]
"""A part on the left: its name, its greatest length, the characters that it ends in, its pattern."""


@dataclass(slots=True)
class Side:
    """What stands on one side of a number.

    `begin` to `end` is the stretch that the citation covers on this side, `reach` how far the parts were read:
    a title or a link may be passed over without belonging to the words of the citation.
    """

    begin: int
    end: int
    reach: int
    organ: str | None = None
    other: str | None = None  # a second organ
    noun: str | None = None
    dates: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    alone: bool = False  # its date is that of this number only, whatever list it ends
    seen: set[str] = field(default_factory=set)


def left_of(text: str, floor: int, number_start: int, language: Language) -> Side:
    """Read the parts before a number leftwards, down to `floor` at most, until something else stands there."""
    side = Side(number_start, number_start, number_start)
    while match := _next_left(text, floor, side, language.citation_parts):
        name, found = match
        _take(name, found, side, language)
        if name in ("organ", "date", "noun"):
            side.begin = found.start("start") if found.groupdict().get("start") else found.start()
        side.reach = found.start()
    return side


def _next_left(text: str, floor: int, side: Side, parts: Sequence[Part]) -> tuple[str, re.Match[str]] | None:
    for name, within, ends, pattern in parts:
        if name in side.seen or not text.endswith(ends, floor, side.reach):
            continue
        match = pattern.search(text, max(floor, side.reach - within), side.reach)
        if match is not None:
            return name, match
    return None


def right_of(text: str, number_end: int, language: Language) -> Side:
    """Read the parts after a number rightwards, until something else stands there."""
    side = Side(number_end, number_end, number_end)
    at = number_end
    while match := _next_right(text, at, side, language.citation_tails):
        name, found = match
        _take(name, found, side, language)
        at = found.end()
        if name in ("organ", "date", "noun"):
            side.end = at
        if name == "later":  # 第1325(2000)号及其后各项决议: the noun holds, its words are not the citation's
            at = side.reach
        elif name != "link":
            side.reach = at
    return side


def _next_right(
    text: str, at: int, side: Side, tails: Sequence[tuple[str, re.Pattern[str]]]
) -> tuple[str, re.Match[str]] | None:
    for name, pattern in tails:
        if name not in side.seen and (match := pattern.match(text, at)):
            return name, match
    return None


def _take(name: str, match: re.Match[str], side: Side, language: Language) -> None:
    """Note what a part says: its groups, whichever it has (قرارها is the noun and the organ in one word)."""
    groups = match.groupdict()
    if name != "link" or match.start() == match.end():
        side.seen.add(name)
    side.seen.update(group for group in ("organ", "noun", "date", "title") if groups.get(group))
    if name == "noun":
        side.seen.add("later")
    side.organ = groups.get("organ") or side.organ
    side.other = groups.get("other") or side.other
    side.noun = groups.get("noun") or side.noun
    if groups.get("date"):
        side.dates = _dates(match["date"], language)
        side.alone = bool(groups.get("alone"))
    if groups.get("title"):
        side.title = match.span("title")


def _dates(printed: str, language: Language) -> tuple[str, ...]:
    months = language.table("dates.months")
    whole = iso_date(printed, months)
    return (whole,) if whole else tuple(iso_dates(printed, months))
