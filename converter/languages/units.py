"""A text cut into its words and signs and nothing more: what is matched by words alone needs no shapes of numbers.

The words are those of the folded view in small letters, with their accents: prie is no prié. A capital may have lost
its accent (Etant). Where a language writes letters as one with the word after them (و), they are cut off before a word
that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from converter.languages.table import folded_words
from converter.view import HAN, UNIT, Token, Tokens, View, fold, key_of

_UNIT = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+|\d+|[^\w\s]")  # the line that underlines typed words is as good as a blank
_BLANKS = frozenset(" _")
_SHORTEST = 2  # letters of a word that something may be joined to


def cut(words: str) -> tuple[str, ...]:
    """The units of words that are folded already."""
    return tuple(_UNIT.findall(_small(words)))


def cut_all(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The units of many words at once."""
    return {word: cut(plain) for word, plain in folded_words(words).items()}


def _beginning(text: str, most: int) -> str:
    """A text up to the end of its first units, `most` of them."""
    end = 0
    for unit in islice(_UNIT.finditer(text), most):
        end = unit.end()
    return text[:end]


def _small(text: str) -> str:
    small = text.lower()
    if len(small) != len(text):  # İ
        small = "".join(one if len(one) == 1 else char for char, one in ((char, char.lower()) for char in text))
    return small.replace("ё", "е")  # most texts print е for it


@dataclass
class Cutter:
    """Cuts texts; it knows the words that lists and phrases ask for.

    `joined` are letters that may be written as one with any of them, `behind` what may be so with one of the `stems`.
    `follows` tells whether a phrase begins with two words, which shows what REAFFIRME is behind AYANT.
    """

    joined: Sequence[str] = ()
    known: Collection[str] = frozenset()
    behind: Sequence[str] = ()
    stems: Collection[str] = frozenset()
    follows: Callable[[str, str], bool] = lambda first, second: False

    def tokens(self, text: str | View, most: int | None = None) -> Tokens:
        """The units of a text, or of its first words, `most` of them; each is a token of the kind `word`."""
        view = fold(text) if isinstance(text, str) else text
        small = _small(view.text)
        known, joined, bare = self.known, tuple(self.joined), self._bare
        plain = not (joined or bare or self.behind)  # as in Chinese
        items: list[Token] = []
        end = 0
        for unit in UNIT.findall(small if most is None else _beginning(small, most)):  # each character is in one
            start, end, word = end, end + len(unit), unit
            if word in _BLANKS:
                continue
            if not plain and word not in known:
                while joined and word.startswith(joined) and (length := self._joint(word)):
                    items.append(Token("word", None, start, start + length, word[:length]))
                    start, word = start + length, word[length:]
                if word in bare and view.text[start].isupper():
                    word = self._accented(bare[word], items[-1].word if items else "")
                cut_at = self._stem(word) if self.behind and word not in known else 0
                if cut_at:
                    items.append(Token("word", None, start, start + cut_at, word[:cut_at]))
                    start, word = start + cut_at, word[cut_at:]
            items.append(Token("word", None, start, end, word))
        return Tokens(view, tuple(items))

    def _stem(self, word: str) -> int:
        """How many letters of a word that is not known are one of the stems, with what is written as one behind it."""
        ends = (len(word) - len(one) for one in self.behind if word.endswith(one))
        return next((end for end in ends if word[:end] in self.stems), 0)

    def _joint(self, word: str) -> int:
        """How many letters at the beginning of a word that is not known are a word of their own; 0 for none."""
        if word in self.known or len(word) <= _SHORTEST:
            return 0
        for letter in self.joined:
            rest = word[len(letter) :]
            if word.startswith(letter) and (rest in self.known or self._stem(rest) or self._joint(rest)):
                return len(letter)
        return 0

    def _accented(self, words: Sequence[str], before: str) -> str:
        """Which of the words that are alike without their accents is meant behind another: the plainest, if any may."""
        if len(words) == 1:
            return words[0]
        return next((word for word in words if self.follows(before, word)), words[0])

    @cached_property
    def _bare(self) -> dict[str, list[str]]:
        """Words without their accents → the known words, those with fewest accents first (réaffirme, réaffirmé)."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.known):
            key = word if word.isascii() else key_of(word)
            if key != word and key not in self.known:
                found.setdefault(key, []).append(word)
        return found
