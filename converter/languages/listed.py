"""Lists of words and phrases of a language, found on tokens by their first word.

In an entry `*` stands for letters: *ly is any word that ends so, ي* any that begins so, * alone any word. Behind a
stem of three letters and more it may stand for none (государств*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from converter.languages.steps import ANYTHING, LongSlot
from converter.languages.units import cut, cut_all
from converter.view import Tokens, fold

_STARRED = re.compile(r"[^\W\d_]*\*[^\W\d_]*|[^\s*]+")
_LEAST = 2  # letters that a star stands for
_STEM = 3  # letters behind which it may stand for none
COMMAS = frozenset(",،，")
Inside = Callable[[Tokens, int], Iterable[int]]


@dataclass(frozen=True, slots=True)
class _Star:
    """A unit with a star: what it begins and ends with."""

    begins: str
    ends: str

    @property
    def key(self) -> str:
        """The first letter of the words that may fit, else the last one, with a star where they may begin with any."""
        return self.begins[:1] or f"*{self.ends[-1:]}"

    def fits(self, word: str) -> bool:
        """Whether a word is one of these."""
        return (
            len(word) >= len(self.begins) + len(self.ends) + (0 if len(self.begins) >= _STEM else _LEAST)
            and word.startswith(self.begins)
            and word.endswith(self.ends)
            and word[:1].isalpha()
        )


Unit = str | _Star


@dataclass(slots=True)
class _Node:
    """What may follow the units before it, and what those mean where a word or phrase ends here."""

    units: dict[str, _Node] = field(default_factory=dict)
    stars: dict[str, list[tuple[_Star, _Node]]] = field(default_factory=dict)  # by `_Star.key`
    values: list[Any] = field(default_factory=list)

    def add(self, unit: Unit) -> _Node:
        """The node behind a unit."""
        if isinstance(unit, str):
            return self.units.setdefault(unit, _Node())
        alike = self.stars.setdefault(unit.key, [])
        known = next((node for star, node in alike if star == unit), None)
        if known is None:
            known = _Node()
            alike.append((unit, known))
        return known

    def after(self, word: str) -> Iterator[_Node]:
        """The nodes behind a word."""
        node = self.units.get(word)
        if node is not None:
            yield node
        for key in (word[:1], f"*{word[-1:]}", "*") if self.stars else ():
            for star, node in self.stars.get(key, ()):
                if star.fits(word):
                    yield node


@dataclass(slots=True)
class Listed:
    """Words, each with what it means, as a tree of their units."""

    _root: _Node = field(default_factory=_Node)

    def add(self, words: Mapping[str, Any]) -> None:
        """Take in words or phrases with what they mean."""
        for word, units in cut_all(words).items():
            node = self._root
            for unit in _with_stars(word) if "*" in word else units:
                node = node.add(unit)
            if node is not self._root:
                node.values.append(words[word])

    def vocabulary(self) -> Iterator[str]:
        """Every unit of the words, but those with a star."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.units
            nodes += (*node.units.values(), *(node for alike in node.stars.values() for _, node in alike))

    def __len__(self) -> int:
        return len(self._root.units) + len(self._root.stars)

    def may_begin(self, word: str) -> bool:
        """Whether one of them may begin with a word."""
        return any(True for _ in self._root.after(word))

    def begins_with(self, first: str, second: str) -> bool:
        """Whether one of them begins with these two words."""
        return any(second in node.units for node in self._root.after(first))

    def begins(self) -> frozenset[str]:
        """What the first token may be, as slots of phrases say it."""
        return frozenset({ANYTHING} if self._root.stars else {f"={word}" for word in self._root.units})

    def all_at(self, tokens: Tokens, at: int, inside: Inside | None = None) -> list[tuple[int, Any]]:
        """Each of them that stands here, the longest first: where it ends, and what it means.

        `inside` gives the places behind what may part the words of one.
        """
        root, items = self._root, tokens.items
        if at >= len(items) or not (root.stars or items[at].word in root.units):
            return []  # as at most places
        found: list[tuple[int, Any]] = []
        for node in root.after(items[at].word) if root.stars else (root.units[items[at].word],):
            _walk(node, tokens, at + 1, inside, found)
        if len(found) > 1:
            found.sort(key=lambda one: -one[0])
        return found

    def longest(self, tokens: Tokens, at: int) -> tuple[int, Any] | None:
        """The longest of them that stands here."""
        found = self.all_at(tokens, at)
        return found[0] if found else None

    def slot(self) -> LongSlot:
        """A slot of phrases that takes one of them."""
        return LongSlot(self.longest, self.begins(), frozenset({ANYTHING}))


def _walk(node: _Node, tokens: Tokens, at: int, inside: Inside | None, found: list[tuple[int, Any]]) -> None:
    """What stands here from a node on: the words that follow, or those behind what may part them."""
    if node.values:
        found += [(at, value) for value in node.values]
    items = tokens.items
    if at >= len(items) or not (node.units or node.stars):
        return
    straight = False
    for following in node.after(items[at].word):
        straight = True
        _walk(following, tokens, at + 1, inside, found)
    if inside is None or straight or (tokens.touches(at) and items[at].word not in COMMAS):
        return
    for end in inside(tokens, at):
        if end < len(items):
            for following in node.after(items[end].word):
                _walk(following, tokens, end + 1, inside, found)


def listed(words: Iterable[str]) -> Listed:
    """Words that mean themselves."""
    made = Listed()
    made.add({word: word for word in words})
    return made


def _with_stars(words: str) -> tuple[Unit, ...]:
    made: list[Unit] = []
    for unit in _STARRED.findall(fold(words).text.lower()):
        begins, star, ends = unit.partition("*")
        made += [_Star(begins, ends)] if star else cut(begins)
    return tuple(made)
