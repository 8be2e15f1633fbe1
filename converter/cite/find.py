"""What in a text looks like a citation: numbers in their setting, bare symbols, 同上, the Treaty Series.

Nothing is resolved here: a `Reference` says what is printed and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from converter.cite import symbols
from converter.languages import Language
from converter.languages.dates import iso_date

_WINDOW = 400  # how far before a number its organ, date and title may begin


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as printed, with the organ, date, noun and title around it.

    `start` to `end` covers the organ, the date, the number and the noun. `chained` says that it continues
    the list of the reference before it (第5/1号和第5/2号决议), whose organ it then shares; `shares_date` that it
    shares its date too.
    """

    start: int
    end: int
    number_start: int
    printed: str
    organ: str | None
    date: str | None
    noun: str | None
    title: str | None
    chained: bool
    shares_date: bool


def numbered(text: str, language: Language) -> list[Reference]:
    """Every numbered reference of a text, in order, its noun found forward through its list."""
    found: list[Reference] = []
    previous_end, previous_noun = 0, None
    for match in _numbers(text, language):
        noun_match = language.pattern("citations.noun").match(text, match.end())
        noun = match.groupdict().get("noun") or (noun_match[0] if noun_match else None)
        if noun is None and language.pattern("citations.not_noun").match(text, match.end()):
            previous_end, previous_noun = match.end(), None
            continue
        start, organ, date, title = _left(text, previous_end, match.start(), language)
        gap = text[previous_end:start]
        chained = bool(found) and found[-1].end == previous_end and _is_separator(gap, language)
        end = noun_match.end() if noun_match else match.end()
        found.append(
            Reference(
                start=start,
                end=end,
                number_start=match.start(),
                printed=match["number"],
                organ=organ,
                date=date,
                noun=noun,
                title=title,
                chained=chained,
                shares_date=chained and date is None and previous_noun is None,
            )
        )
        previous_end, previous_noun = end, noun
    return _spread_nouns(found)


def _numbers(text: str, language: Language) -> list[re.Match[str]]:
    both = [
        *language.pattern("citations.reference").finditer(text),
        *language.pattern("citations.noun_first").finditer(text),
    ]
    both.sort(key=lambda match: (match.start("number"), match.start()))
    seen: set[int] = set()
    return [match for match in both if match.start("number") not in seen and not seen.add(match.start("number"))]


def _left(
    text: str, floor: int, number_start: int, language: Language
) -> tuple[int, str | None, str | None, str | None]:
    """Where the reference begins, and the organ, date and title that stand before its number."""
    base = max(floor, number_start - _WINDOW)
    match = language.pattern("citations.left").search(text[base:number_start])
    if match is None or not match["core"]:
        title = match["title"] if match else None
        return number_start, None, None, title
    organ = match["organ"] or match["organ2"]
    date = match["date"] or match["date2"]
    title = match["title"] or match["title2"]
    return base + match.start("core"), organ, iso_date(date) if date else None, title


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
        spread.append(replace(reference, noun=noun))
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
    for match in symbols.SYMBOL.finditer(text):
        symbol = symbols.canonical(match[0])
        yield Bare(match.start(), match.end(), symbol)
        at = match.end()
        while after := addenda.match(text, at):
            for addendum in symbols.addenda(symbol, after["addendum"]):
                yield Bare(after.start("addendum"), after.end(), addendum)
            at = after.end()
