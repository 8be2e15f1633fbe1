"""The words of a page by their first word: what each is, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from converter.view import HAN, UNIT, View, fold, key_of

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


Word = tuple[str, str, Any]
"""A word as it is listed: itself, its kind, what it means; without a meaning it means itself."""


@dataclass
class Firsts:
    """What words begin with, as a text is cut; the tables of a page share one, for they have many words in common."""

    _known: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def of(self, words: Iterable[str]) -> Mapping[str, tuple[str, bool]]:
        """Of each word the first unit of its key, empty where nothing is left of it; and whether more follows."""
        new = {word: word.strip() for word in words if word not in self._known}
        heads = {word: text.partition(" ")[0] for word, text in new.items() if _is_plain(text)}
        keys = {head: key for head, (_, key) in _folded(heads.values()).items()}
        keys |= {word: key for word, (_, key) in _folded(word for word in new if word not in heads).items()}
        for word, text in new.items():
            key = keys[heads.get(word, word)]
            first = _first(key)
            self._known[word] = first, len(first) < len(key) or (word in heads and " " in text)
        return self._known

    def units(self, words: Iterable[str]) -> frozenset[str]:
        """What words begin with, as `unit_at` cuts it: what can begin with none of them need not be cut."""
        listed = list(words)
        known = self.of(listed)
        return frozenset(known[word][0] for word in listed) - {""}


@dataclass
class Table:
    """The words of a page by their first word; of two that begin alike the longer one counts.

    A page has thousands, a text few of them: a word is made ready when a text first has the one that it begins with.
    """

    firsts: Firsts = field(default_factory=Firsts)
    _waiting: dict[str, list[Word]] = field(default_factory=dict)  # by the first word, as they are listed
    _entries: dict[str, list[Entry]] = field(default_factory=dict)
    _longer: set[str] = field(default_factory=set)  # first words of which the table has several words

    def add_all(self, words: Iterable[Word]) -> None:
        """Take in words, or a few words each: what they are, and what they mean."""
        listed = list(words)
        firsts = self.firsts.of(word for word, _, _ in listed)
        for one in listed:
            first, more = firsts[one[0]]
            if first:
                self._waiting.setdefault(first, []).append(one)
                if more:
                    self._longer.add(first)

    def _begun_with(self, unit: str) -> Sequence[Entry]:
        """The entries that begin with a word, the longest first; of two for the same the one that was listed first."""
        if unit not in self._waiting:
            return self._entries.get(unit, ())
        listed = self._waiting.pop(unit)
        entries = self._entries.setdefault(unit, [])
        known = {(one.key, one.kind, one.capital) for one in entries}
        folded = _folded(word for word, _, _ in listed)
        for word, kind, value in listed:
            text, key = folded[word]
            capital = text[:1] if text[:1].isupper() else ""
            if (key, kind, capital) not in known:
                known.add((key, kind, capital))
                entries.append(Entry(key, capital, kind, word if value is None else value))
        entries.sort(key=lambda one: -len(one.key))
        return entries

    def leads(self, unit: str) -> bool:
        """Whether an entry of several words begins with this one."""
        return unit in self._longer

    def begins(self, unit: str) -> bool:
        """Whether an entry begins with this word."""
        return unit in self._waiting or unit in self._entries

    def find(self, view: View, at: int, unit: str) -> tuple[int, dict[str, Any]] | None:
        """The longest word that stands here: where it ends, and its kinds with their values."""
        found: dict[str, Any] = {}
        end = 0
        for one in self._begun_with(unit):
            if found and at + len(one.key) < end:
                break
            if view.key.startswith(one.key, at) and _has_edge(view.key, at + len(one.key)) and _fits(one, view, at):
                end = at + len(one.key)
                found.setdefault(one.kind, one.value)
        return (end, found) if found else None


def _first(key: str) -> str:
    unit = UNIT.match(key)
    return unit[0] if unit else ""


def folded_words(words: Iterable[str]) -> dict[str, str]:
    """Words as a view has them."""
    return {word: text for word, (text, _) in _folded(words).items()}


def _folded(words: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Words as a view has them, each with its key.

    Those of letters alone are folded at once, for there are thousands; the others one by one.
    """
    spelled = {word: " ".join(word.split()) if " " in word else word.strip() for word in words}
    plain = [word for word, text in spelled.items() if _is_plain(text)]
    text = fold(_APART.join([spelled[word] for word in plain])).text
    found = dict(zip(plain, zip(text.split(_APART), key_of(text).split(_APART), strict=True), strict=False))
    for word, other in spelled.items():
        if word not in found:
            text = fold(other).text
            found[word] = (text, key_of(text))
    return found


def _is_plain(text: str) -> bool:
    """Whether a text has letters and single blanks alone, each of which is folded by itself."""
    return (text.isalpha() or text.replace(" ", "").isalpha()) and _TATWEEL not in text


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


def unit_at(key: str, at: int) -> str:
    """The word, number or sign that stands here, as the table's first words are cut."""
    match = UNIT.match(key, at)
    assert match is not None  # every character is one at least
    return match[0]
