"""What a number in a text may be, and what a note begins with, by the words of a page's `notes`.

The words are matched on tokens of their own, with few words in the table, and only around a number: in `_NEAR`
characters on each side of it. The signs are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from converter import symbols
from converter.languages.dating import dated
from converter.languages.match import Phrases
from converter.languages.scan import Scanner
from converter.languages.sentences import CLAUSE_ENDS, CLOSING
from converter.languages.table import unit_at
from converter.view import HAN, UNIT, Variants, fold

_NEAR = 60  # characters on each side of a number that tell what it is
_LAST_DAY = 31
_NO_YEAR = "--"  # before the month of a day whose year is not printed
_KEPT = 1000  # of what numbers stand behind; it is asked several times of each, and a run of numbers asks the same
_UNITS = 8  # words and signs before it
_VOWELS = "\u064b-\u0655"  # signs that hang on an Arabic letter
SIGNS = rf"{CLAUSE_ENDS}{CLOSING}、…}}{_VOWELS}"
_MARK = r"(?P<mark>\d{1,3}|[*＊]{1,3})"
_OPENS = rf"(?:(?<=[\w{SIGNS}]\()|(?<=[\w{SIGNS}][ \u00a0\u202f]\())(?=(?:\d{{1,3}}|[*＊]{{1,3}})\))"
MARK = re.compile(
    rf"(?:^(?!\d{{1,3}}[.)])"  # the first of a line, and no label
    rf"|(?<=[\w{SIGNS}])[ \u00a0\u202f]|(?<=[^\W\d_])|(?<=[{SIGNS}])"
    rf"|(?<=[^\W\d_]\s(?:19|20)\d\d)|(?<=^(?:19|20)\d\d)"  # of 15 March 20061, also where the line breaks before it
    rf"|{_OPENS}){_MARK}"
    rf"(?=\)?/?(?:$|[\s{SIGNS}{HAN}《〈「『“]))"  # 《宣言》、1《纲领》2
)
"""A number or stars that hang on a word or a sign."""
_FIGURE = re.compile(r"[\d*＊]")
_DANGLING = re.compile(
    rf"(?<=[{SIGNS}])(?<!(?<!\d)\d[.,])"  # 7.5
    rf"(?:(?P<blank>[ ])|(?<!(?<![\d/])\d\d[.,])(?<!(?<![\d/])\d{{3}}[.,]))"  # 20.004
    rf"\(?(?P<mark>\d{{1,3}})\)?/?[ ]*$"
)
_OWN_SIGN = re.compile(
    r"(?:[-–—/(（\[£$€<=+№]|(?<![A-Za-z\d_])(?:Add|Rev|Corr|L|C|PV|CRP|WG|NGO|Sub|CN|CONF|AC|PRST|INF|SR)\.)$"
)
_QUANTITY = frozenset("%‰°ºª٪％")
_YEAR = re.compile(r"(?:^|\D)\d{4}$")
_DIRT = "[(|"  # a sign before the first word of a note: of a bracket, of the scan
_INSIDE = tuple("/-")  # behind one of them stands a part of a word


def marks_in(text: str) -> Iterator[re.Match[str]]:
    """All that `MARK` finds in a text, tried only where a figure stands or a blank before one.

    It begins with what stands before the figure, so that the pattern alone would be tried at each character.
    """
    done = 0
    for figure in _FIGURE.finditer(text):
        at = figure.start()
        if at < done:
            continue
        match = MARK.match(text, at - 1) if at > done and text[at - 1].isspace() else None
        match = match or MARK.match(text, at)
        if match is not None:
            done = match.end()
            yield match


@dataclass(frozen=True)
class NoteWords:
    """Tells numbers of a text from marks of notes, and how notes begin, in one language."""

    scanner: Scanner
    dates: Phrases
    roots: re.Pattern[str]
    spaced: bool  # words are parted by blanks
    variants: Variants

    def dangling(self, text: str) -> re.Match[str] | None:
        """A number that hangs on a sign at the end of a text: the group `mark`."""
        match = _DANGLING.search(text)
        if match is None or (match["blank"] and not self.spaced):
            return None
        before = text[max(0, match.start() - _NEAR) : match.start()]
        own = _OWN_SIGN.search(before) or (match["blank"] and self.is_own(before))  # L.901 of a symbol, Strategy No. 1
        return None if own else match

    def is_own(self, before: str) -> bool:
        """Whether a number behind these words is one of the text's own: paragraph, of, No."""
        before = before[-_NEAR:]
        if not before or _OWN_SIGN.search(before):
            return True
        if not self.spaced and before[-1].isascii() and (before[-1].isalnum() or before[-1] == "."):
            return True
        return any(senses.get("number of") for senses in self._ending(before))

    def is_dated(self, before: str) -> bool:
        """Whether words end in a month or a year, after which no day follows."""
        before = before[-_NEAR:]
        bare = before.rstrip(", ،")
        if _YEAR.search(before) or any("month" in senses for senses in self._ending(bare)):
            return True
        word = bare.rpartition(" ")
        return any("year" in senses for senses in self._ending(bare)) and _YEAR.search(word[0]) is not None

    def is_day(self, before: str) -> bool:
        """Whether words end in a day with its month and year."""
        return self._ends_in_day(before[-_NEAR:])

    def is_counted(self, number: str, follows: str, *, day: bool = True) -> bool:
        """Whether the words behind a number make it one of the text's own: votes, (1967), May.

        `day` says that it may be a day of a month.
        """
        if follows[:1] in _QUANTITY and follows:
            return True
        return self._counts(number, follows[:_NEAR], day)

    @cached_property
    def _counts(self) -> Callable[[str, str, bool], bool]:
        """A number, what stands behind it, whether it may be a day → whether it is one of the text's own."""
        return lru_cache(_KEPT)(self._find_counted)

    @cached_property
    def _ends_in_day(self) -> Callable[[str], bool]:
        """The words before a number → whether they end in a day with its month and year."""
        return lru_cache(_KEPT)(self._find_day)

    @cached_property
    def _ending(self) -> Callable[[str], tuple[Mapping[str, Any], ...]]:
        """The words before a number → what the words of the table that they end with may be."""
        return lru_cache(_KEPT)(lambda before: tuple(self._find_ending(before)))

    def _find_day(self, before: str) -> bool:
        tokens = dated(self.scanner.scan(fold(before)), self.dates)
        last = tokens[-1] if tokens.items else None
        return last is not None and last.kind == "date" and not last.value[-1].startswith(_NO_YEAR)

    def _find_counted(self, number: str, follows: str, day: bool) -> bool:
        view = fold(follows)
        found = self.scanner.table.find(view, 0, view.first) if view.text else None
        if found and (word := found[1].get("counted")) and (word[0].isupper() or not view.text[0].isupper()):
            return True
        view = fold(f"{number} {follows}")
        first = self.scanner.lead(view, 1)[0]
        if first.kind == "number":
            return first.value.sure and not first.value.wrong and first.value.shape != "statement"
        if not day or int(number) > _LAST_DAY:
            return False
        first = dated(self.scanner.scan(view), self.dates)[0]
        return first.kind == "date" and first.end > len(number)

    def opens(self, words: str) -> bool:
        """Whether these are the first words of a note: See, Ibid., Official Records, a symbol."""
        view = fold(words[:_NEAR]).spelled(self.variants)
        at = int(view.text[:1] in _DIRT)
        if at >= len(view.text) or self.roots.match(view.text):
            return at < len(view.text)
        found = self.scanner.table.find(view, at, unit_at(view.key, at))
        return found is not None and "opening" in found[1]

    def _find_ending(self, before: str) -> Iterator[Mapping[str, Any]]:
        view = fold(before)
        units = list(UNIT.finditer(view.key))[-_UNITS:]
        for unit in units:
            if view.key[: unit.start()][-1:] in _INSIDE:
                continue  # and/or
            for begin, word in self._words(unit):
                found = self.scanner.table.find(view, begin, word) if word.strip() else None
                if found and found[0] == len(view.key):
                    yield found[1]

    def _words(self, unit: re.Match[str]) -> Iterator[tuple[int, str]]:
        """A word, and what it is without letters that are written as one with it (وفي is في)."""
        yield unit.start(), unit[0]
        for letter in (*self.scanner.joined, *self.scanner.prefixes):
            if unit[0] != letter and unit[0].startswith(letter):
                yield unit.start() + len(letter), unit[0][len(letter) :]


def note_words(scanner: Scanner, dates: Phrases, *, spaced: bool, variants: Variants) -> NoteWords:
    """What knows them by a scanner whose table has the words of a page's `notes`, and those that dates are made of."""
    known = "|".join(map(re.escape, sorted({*symbols.UN_ROOTS, *scanner.roots}, key=lambda one: (-len(one), one))))
    return NoteWords(scanner, dates, re.compile(rf"(?:{known})\$?/"), spaced, variants)
