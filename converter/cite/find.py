"""What in a text looks like a citation: numbers in their setting, and bare symbols.

Nothing is resolved here: a `Reference` says what is printed and where. The texts are folded
(`symbols.fold`), so that patterns need not know full-width digits and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.cite import symbols
from converter.cite.pinpoints import pinpoints_before, read_pinpoints
from converter.cite.setting import left_of, right_of
from converter.languages import Language
from converter.model import Pinpoint

_LONGEST_GAP = 200  # between two numbers of one list


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as printed, in Latin letters, with the organ, dates, noun, title and pinpoints around it.

    It begins at `start`, with the pinpoints before the name of the work; from `main_start` to `main_end` stand the
    organ, the date, the number and the noun. `title` is the span of the quoted
    title. `before` are the pinpoints on the left, `pinpoints` all of them. `chained` says that it continues the list
    of the reference before it (第5/1号和第5/2号决议), `closing` that it is the last of such a list (…, and 9/2).
    `other` is a second organ, whose numbers may stand in the list as well.
    `late` names the parts that stand after the number, where they may hold for the numbers before it as well.
    """

    start: int
    main_start: int
    main_end: int
    printed: str
    organ: str | None
    other: str | None
    dates: tuple[str, ...]
    noun: str | None
    title: tuple[int, int] | None
    before: tuple[Pinpoint, ...]
    after: tuple[Pinpoint, ...]
    chained: bool
    closing: bool
    late: frozenset[str]
    firm: bool = False  # the organ is printed with this very number
    hint: str | None = None  # an organ that its sentence names before it
    between: tuple[str, ...] = ()  # the numbers that a range leaves out before this one
    inside: str | None = None  # the symbol of the document in which it is printed
    shared: bool = False  # its date is also that of the number before it
    damaged: bool = False  # the number is not as printed
    likely: str | None = None  # a noun that stands further off and waits for its numbers
    about: bool = False  # what the text is about, or its title, stands between the number and its date

    @property
    def pinpoints(self) -> tuple[Pinpoint, ...]:
        """Those before the name of the work, then those after it."""
        return (*self.before, *self.after)

    @property
    def finish(self) -> int:
        """Where the reference ends with its pinpoints."""
        return max([self.main_end, *(pinpoint.end for pinpoint in self.after)])


def numbered(text: str, language: Language) -> list[Reference]:
    """Every numbered reference of a text, in order; what holds for a whole list is not spread over it yet."""
    found: list[Reference] = []
    of_work = language.pattern("citations.pinpoints.of_work")
    floor, chain = 0, False  # how far the reference before reaches, and whether the next may continue its list
    for match, needs_noun in _numbers(text, language):
        if match.start("number") < floor:
            continue
        left = left_of(text, floor, match.start(), language)
        begin, before = pinpoints_before(text, floor, left.reach, language, of_work)
        gap = text[floor:begin]
        chained = chain and _is_separator(gap, language, sure=not needs_noun)
        noun_left = match.groupdict().get("noun") or left.noun
        if needs_noun and noun_left is None and not chained:
            continue
        right = right_of(text, match.end(), language)
        noun = noun_left or right.noun
        if noun is None and not chained and language.pattern("citations.not_noun").match(text, match.end()):
            floor, chain = match.end(), False
            continue
        after = _after(text, right.end, right.reach, language)
        reference = Reference(
            start=begin if before else left.begin,
            main_start=left.begin,
            main_end=right.end,
            printed=_in_latin(match["number"], language),
            organ=left.organ or right.organ,
            other=left.other,
            dates=left.dates or right.dates,
            noun=noun,
            title=left.title or right.title,
            before=before,
            after=after,
            chained=chained,
            closing=chained and not right.alone and language.pattern("citations.closing").search(gap) is not None,
            late=frozenset(_late(left.organ is None, not left.dates, noun_left is None)),
        )
        found.append(reference)
        floor, chain = max(reference.finish, right.reach), True
    return found


def _in_latin(printed: str, language: Language) -> str:
    for word, latin in language.table("citations.spellings").items():
        printed = printed.replace(word, latin)
    return printed


def _late(organ: bool, date: bool, noun: bool) -> Iterator[str]:
    """The parts that did not stand on the left."""
    yield from (name for name, is_late in (("organ", organ), ("date", date), ("noun", noun)) if is_late)


def _numbers(text: str, language: Language) -> list[tuple[re.Match[str], bool]]:
    """The numbers in each of the settings that the language knows, in order; the first setting wins.

    With each, whether a noun must stand before it, or a list that has one.
    """
    found: dict[int, tuple[re.Match[str], bool]] = {}
    for sign, needs_noun, pattern in language.citation_forms:
        if sign in text:
            for match in pattern.finditer(text):
                found.setdefault(match.start("number"), (match, needs_noun))
    return [found[at] for at in sorted(found)]


def _after(text: str, end: int, reach: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints after the name of the work, or after its title."""
    return read_pinpoints(text, end, language) or (read_pinpoints(text, reach, language) if reach > end else ())


def _is_separator(gap: str, language: Language, *, sure: bool) -> bool:
    """Whether a list goes on over this gap; it may be wider before a number that is surely one of a resolution."""
    if not 0 < len(gap) <= _LONGEST_GAP:
        return False
    between = language.pattern("citations.separators").fullmatch(gap)
    return between is not None or (sure and language.pattern("citations.far").fullmatch(gap) is not None)


@dataclass(frozen=True, slots=True)
class Bare:
    """A symbol as printed, with the addenda that stand after it."""

    start: int
    end: int
    symbol: str
    addendum: bool = False  # one of those that stand after a symbol: A/58/817 and Corr.1


def bare_symbols(text: str, language: Language) -> Iterator[Bare]:
    """Every document symbol of a text, addenda as symbols of their own."""
    addenda = language.pattern("citations.addenda")
    ranges = language.table("citations.ranges")
    for match in symbols.find(text, language.roots):
        symbol = symbols.canonical(match[0])
        yield Bare(match.start(), match.end(), symbol)
        at = match.end()
        while after := addenda.match(text, at):
            for addendum in symbols.addenda(symbol, after["addendum"], ranges):
                yield Bare(after.start("addendum"), after.end("addendum"), addendum, addendum=True)
            at = after.end("addendum")
