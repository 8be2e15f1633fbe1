"""The names that the authority files give instruments, agendas, goals, funds and mechanisms, found in a text.

They are one table, by the first word of each: a text is read once, whatever their number. Letter case, accents and the
forms of a letter do not count; what is written as one with a name (باتفاقية) stands before it and is no part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from converter.languages.scan import Scanner
from converter.languages.table import Table, is_han, unit_at
from converter.view import UNIT, View, fold

_TITLE_MARKS = ("《", "》")  # right around the name of an instrument they belong to it
_LONGEST = 300  # characters of a name
_MOST_MET = 20_000  # words that are remembered
_KIND = "name"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands in the source, the kind of what it names and the key of that."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(frozen=True)
class Names:
    """The names that texts of one language may have.

    `joined` are letters that are written as one with a word; `prefixes` likewise, with what they hide of it.
    """

    table: Table
    joined: tuple[str, ...]
    prefixes: Mapping[str, str]

    @cached_property
    def _may(self) -> Callable[[str], bool]:
        """`may_begin`, found out once for each word that is met."""
        return lru_cache(_MOST_MET)(self.may_begin)

    def may_begin(self, word: str) -> bool:
        """Whether a name may begin with this word, or behind what is joined to it."""
        if self.table.begins(word):
            return True
        rests = [word[len(letter) :] for letter in self.joined if word.startswith(letter)]
        behind = (hidden + word[len(one) :] for one, hidden in self.prefixes.items() if word.startswith(one))
        return any(rest and self.may_begin(rest) for rest in rests) or any(map(self.table.begins, behind))

    def find(self, text: str) -> Iterator[Name]:
        """Every name in a text, in order; of two that overlap the first, of two that begin alike the longer."""
        view = fold(text)
        units = UNIT.findall(view.key)  # each character is in one
        begin = set(filter(self._may, set(units)))
        at, done = 0, 0
        for unit in units if begin else ():
            if unit in begin and at >= done and _may_begin(view.key, at):
                found = self._at(view, at, unit)
                if found is not None:
                    start, done, value = found
                    yield Name(*_with_title_marks(text, *view.span(start, done)), *value)
            at += len(unit)

    def _at(self, view: View, at: int, unit: str) -> tuple[int, int, tuple[str, str]] | None:
        """The name that begins here, or behind what is written as one with it: where, to where, and what it is."""
        found = self.table.find(view, at, unit)
        if found is not None:
            return at, found[0], found[1][_KIND]
        for letter in self.joined:
            if unit.startswith(letter) and len(unit) > len(letter):
                rest = at + len(letter)
                return self._at(view, rest, unit_at(view.key, rest))
        for prefix, hidden in self.prefixes.items():
            after = hidden + unit[len(prefix) :]
            if unit.startswith(prefix) and after:
                behind = at + len(prefix)
                rest_of = hidden + view.text[behind : behind + _LONGEST]
                found = self.table.find(View(rest_of, rest_of, ()), 0, after)
                if found is not None:
                    return behind - bool(hidden), behind - len(hidden) + found[0], found[1][_KIND]
        return None


def names_of(known: Iterable[tuple[str, str, str]], scanner: Scanner) -> Names:
    """The table of (name, kind, id), the first of each name; `scanner` knows what may be joined to words."""
    table = Table()
    table.add_all((name.lower(), _KIND, (kind, identity)) for name, kind, identity in known)
    return Names(table, scanner.joined, scanner.prefixes)


def _may_begin(key: str, at: int) -> bool:
    """Whether no word or number goes on here: no letter, digit or hyphen stands before, unless of Han."""
    before = key[at - 1 : at]
    return not before or is_han(before) or not (before.isalnum() or before in "-_")


def _with_title_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """《世界人权宣言》: title marks right around a name belong to it."""
    opening, closing = _TITLE_MARKS
    is_marked = start > 0 and text[start - 1] == opening and text[end : end + 1] == closing
    return (start - 1, end + 1) if is_marked else (start, end)
