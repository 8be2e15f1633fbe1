"""The words of a page by their first word: what each is, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from converter.view import View, fold, key_of

HAN = "\u3400-\u9fff"
UNIT = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+|\d+|.", re.DOTALL)
"""What a text is cut into: a Han character, a word, a number, a sign."""
_HAN = re.compile(rf"[{HAN}]")
_TITLES = frozenset("“”„«\"'「《¿¡")  # in Arabic quotation marks open to the right
_APART = "\x01"  # stands in no word
_TATWEEL = "\u0640"


class Entry(NamedTuple):
    """A word of the table; `capital` is the first letter where the page writes a capital."""

    key: str
    capital: str
    kind: str
    value: Any


@dataclass
class Table:
    """The words of a page by their first word; of two that begin alike the longer one counts."""

    _entries: dict[str, list[Entry]] = field(default_factory=dict)
    _known: set[tuple[str, str, str]] = field(default_factory=set)
    _longer: set[str] = field(default_factory=set)  # first words of which the table has several words

    def add_all(self, words: Iterable[tuple[str, str, Any]]) -> None:
        """Take in words, or a few words each: what they are, and what they mean."""
        listed = list(words)
        keyed = _keyed(word for word, _, _ in listed)
        known, grown = self._known, set[str]()
        for word, kind, value in listed:
            key, first, capital = keyed[word]
            if not first or (key, kind, capital) in known:
                continue
            known.add((key, kind, capital))
            entry = Entry(key, capital, kind, word if value is None else value)
            entries = self._entries.get(first)
            if entries is None:
                self._entries[first] = [entry]
            else:
                entries.append(entry)
                grown.add(first)
            if len(first) < len(key):
                self._longer.add(first)
        for first in grown:
            self._entries[first].sort(key=lambda one: -len(one.key))

    def leads(self, unit: str) -> bool:
        """Whether an entry of several words begins with this one."""
        return unit in self._longer

    def begins(self, unit: str) -> bool:
        """Whether an entry begins with this word."""
        return unit in self._entries

    def find(self, view: View, at: int, unit: str) -> tuple[int, dict[str, Any]] | None:
        """The longest word that stands here: where it ends, and its kinds with their values."""
        found: dict[str, Any] = {}
        end = 0
        for one in self._entries.get(unit, ()):
            if found and at + len(one.key) < end:
                break
            if view.key.startswith(one.key, at) and _has_edge(view.key, at + len(one.key)) and _fits(one, view, at):
                end = at + len(one.key)
                found.setdefault(one.kind, one.value)
        return (end, found) if found else None


def _keyed(words: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Words as a table has them: each with its key, the first unit of that, and the capital that it is written with."""
    return {
        word: (key, key.partition(" ")[0] if plain else _first(key), text[:1] if text[:1].isupper() else "")
        for word, (text, key, plain) in _folded(words).items()
    }


def _first(key: str) -> str:
    unit = UNIT.match(key)
    return unit[0] if unit else ""


def folded_words(words: Iterable[str]) -> dict[str, str]:
    """Words as a view has them."""
    return {word: text for word, (text, _, _) in _folded(words).items()}


def _folded(words: Iterable[str]) -> dict[str, tuple[str, str, bool]]:
    """Words as a view has them, each with its key, and whether it has letters and blanks alone, and no Han ones.

    Those of letters alone are folded at once, for there are thousands; the others one by one.
    """
    spelled = {word: " ".join(word.split()) if " " in word else word.strip() for word in words}
    letters = [word for word, text in spelled.items() if text.isalpha() or text.replace(" ", "").isalpha()]
    plain = [word for word in letters if _TATWEEL not in word]
    text = fold(_APART.join([spelled[word] for word in plain])).text
    key = key_of(text)
    parted = _HAN.search(key) is None
    found = dict(zip(plain, zip(text.split(_APART), key.split(_APART), repeat(parted)), strict=False)) if plain else {}
    for word, other in spelled.items():
        if word not in found:
            text = fold(other).text
            found[word] = (text, key_of(text), False)
    return found


def first_units(words: Iterable[str]) -> frozenset[str]:
    """What words begin with, as `unit_at` cuts it: what can begin with none of them need not be cut."""
    return frozenset(unit_at(view.key, 0) for word in words if (view := fold(word)).text)


def opens_title(sign: str) -> bool:
    """Whether a title may open with a sign: a quotation mark, or a letter that is no small one."""
    return sign in _TITLES or (sign.isalpha() and not sign.islower())


def _has_edge(key: str, end: int) -> bool:
    """Whether a word may end here: no letter goes on, unless of a script that has no blanks."""
    if end >= len(key) or not key[end].isalpha() or not key[end - 1].isalpha():
        return end >= len(key) or not (key[end].isdigit() and key[end - 1].isdigit())
    return bool(_HAN.match(key[end]) or _HAN.match(key[end - 1]))


def _fits(one: Entry, view: View, at: int) -> bool:
    if len(one.key) == 1 and not one.capital:  # section A, and no à
        return not view.text[at].isupper()
    return not one.capital or view.text[at] == one.capital


def is_han(text: str) -> bool:
    """Whether a text begins with a Han character."""
    return _HAN.match(text) is not None


def columns(text: str) -> int:
    """How wide a text is; a Han character takes two columns."""
    return len(text) + (0 if text.isascii() else sum(east_asian_width(char) in "WF" for char in text))


def unit_at(key: str, at: int) -> str:
    """The word, number or sign that stands here, as the table's first words are cut."""
    match = UNIT.match(key, at)
    assert match is not None  # every character is one at least
    return match[0]
