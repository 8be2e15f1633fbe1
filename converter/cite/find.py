"""What in a text looks like a citation: numbers in their setting, and bare symbols.

Nothing is resolved here: a `Reference` says what is printed and where. The texts are folded
(`symbols.fold`), so that patterns need not know full-width digits and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from converter.cite import symbols
from converter.cite.pinpoints import read_pinpoints
from converter.languages import Language
from converter.languages.dates import iso_date
from converter.model import Pinpoint


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as printed, with the organ, date, noun, title and pinpoints around it.

    `start` to `end` covers the organ, the date, the number and the noun. `title` is the span of the quoted
    title. `chained` says that it continues the list of the reference before it (第5/1号和第5/2号决议), whose
    organ it then shares; `shares_date` that it shares its date too.
    """

    start: int
    end: int
    printed: str
    organ: str | None
    date: str | None
    noun: str | None
    title: tuple[int, int] | None
    pinpoints: tuple[Pinpoint, ...]
    chained: bool
    shares_date: bool

    @property
    def finish(self) -> int:
        """Where the reference ends with its pinpoints."""
        return max([self.end, *(pinpoint.end for pinpoint in self.pinpoints)])


def numbered(text: str, language: Language) -> list[Reference]:
    """Every numbered reference of a text, in order, its noun found forward through its list."""
    found: list[Reference] = []
    floor, chain = 0, False  # how far the reference before reaches, and whether the next may continue its list
    for match in _numbers(text, language):
        if match.start("number") < floor:
            continue
        noun, end = _noun(text, match, language)
        if noun is None and language.pattern("citations.not_noun").match(text, match.end()):
            floor, chain = match.end(), False
            continue
        left = _left(text, floor, match.start(), language)
        chained = chain and _is_separator(text[floor : left.begin], language)
        reference = Reference(
            start=left.start,
            end=end,
            printed=match["number"],
            organ=left.organ,
            date=left.date,
            noun=noun,
            title=left.title,
            pinpoints=read_pinpoints(text, end, language),
            chained=chained,
            shares_date=chained and left.date is None and found[-1].noun is None,
        )
        found.append(reference)
        floor, chain = reference.finish, True
    return _spread_nouns(found)


def _numbers(text: str, language: Language) -> list[re.Match[str]]:
    """The numbers in each of the settings that the language knows, in order; the first setting wins."""
    found: dict[int, re.Match[str]] = {}
    for sign, pattern in language.citation_forms:
        if sign in text:
            for match in pattern.finditer(text):
                found.setdefault(match.start("number"), match)
    return [found[at] for at in sorted(found)]


def _noun(text: str, match: re.Match[str], language: Language) -> tuple[str | None, int]:
    """The noun of a number (决议), and where the two end."""
    before = match.groupdict().get("noun")
    if before:
        return before, match.end()
    after = language.pattern("citations.noun").match(text, match.end())
    if after:
        return after[0], after.end()
    later = language.pattern("citations.noun_later").match(text, match.end())
    return (later["noun"] if later else None), match.end()


@dataclass(slots=True)
class _Left:
    """What stands before a number: where its parts begin, where the reference itself begins, and what they say."""

    begin: int
    start: int
    organ: str | None = None
    date: str | None = None
    title: tuple[int, int] | None = None
    seen: set[str] = field(default_factory=set)


def _left(text: str, floor: int, number_start: int, language: Language) -> _Left:
    """Read the parts before a number leftwards, each kind once, until something else stands there."""
    left = _Left(number_start, number_start)
    while _part(text, floor, left, language):
        pass
    return left


def _part(text: str, floor: int, left: _Left, language: Language) -> bool:
    """Read the part that stands before those read so far, if any."""
    end = left.begin
    for name, within, ends, pattern in language.citation_parts:
        if name in left.seen or not text.endswith(ends, floor, end):
            continue
        match = pattern.search(text, max(floor, end - within), end)
        if match is None:
            continue
        if name != "link":  # a link (的) may stand between any two parts
            left.seen.add(name)
        if name == "organ":
            left.organ, left.start = match["organ"], match.start()
        elif name == "date":
            left.date, left.start = iso_date(match["date"]) or None, match.start()
        elif name == "title":
            left.title = match.span("title")
        left.begin = match.start()
        return True
    return False


def _is_separator(gap: str, language: Language) -> bool:
    return bool(gap) and language.pattern("citations.separators").fullmatch(gap) is not None


def _spread_nouns(references: list[Reference]) -> list[Reference]:
    """第6/3号、第7/5号和第9/2号决议: the noun after the last number holds for those before it in the list."""
    spread: list[Reference] = []
    noun: str | None = None
    for index in range(len(references) - 1, -1, -1):
        reference = references[index]
        follows = index + 1 < len(references) and references[index + 1].chained
        noun = reference.noun or (noun if follows else None)
        spread.append(reference if reference.noun else replace(reference, noun=noun))
    return spread[::-1]


@dataclass(frozen=True, slots=True)
class Bare:
    """A symbol as printed, with the addenda that stand after it."""

    start: int
    end: int
    symbol: str


def bare_symbols(text: str, language: Language) -> Iterator[Bare]:
    """Every document symbol of a text, addenda as symbols of their own."""
    addenda = language.pattern("citations.addenda")
    for match in symbols.find(text, language.roots):
        symbol = symbols.canonical(match[0])
        yield Bare(match.start(), match.end(), symbol)
        at = match.end()
        while after := addenda.match(text, at):
            for addendum in symbols.addenda(symbol, after["addendum"]):
                yield Bare(after.start("addendum"), after.end(), addendum)
            at = after.end()
