"""The words of `addressee` in a language's profile, ready to be found in texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter.languages.around import around, check, check_lists, several
from converter.languages.listed import Listed, listed
from converter.languages.match import Phrases
from converter.languages.steps import ANYTHING, LongSlot
from converter.languages.table import folded_words
from converter.view import Tokens

KINDS = ("that", "end", "no end", "no end after", "no end before", "shall")
"""The kinds of phrases around a name."""
_LISTS = (
    "heads", "articles", "articles_of_one", "no_joined", "no_names", "not_in_names", "asides", "manners", "no_manners",
    "no_manners_after", "infinitives", "no_infinitives", "clitics", "bases", "no_bases", "deeds",
)  # fmt: skip
_WORDS = ("verbs", "joints", "joined", "deed_articles", "deed_endings", "joined_to_deeds")
_OTHERS = ("around", "head_last")
_SHORTEST = 3  # letters of a name that a letter is joined to


@dataclass(frozen=True, slots=True)
class AddresseeWords:
    """What the reader of addressees knows of a language."""

    verbs: tuple[str, ...]
    lists: Mapping[str, Listed]
    around: Mapping[str, Phrases]
    joints: frozenset[str]
    letters: tuple[str, ...]
    deeds: _Deeds
    head_last: bool

    def joined(self, word: str) -> int:
        """How many letters at the beginning of a word are no part of the name (بالدول)."""
        return next((len(one) for one in self.letters if word.startswith(one) and len(word) > _SHORTEST), 0)

    def is_no_name(self, tokens: Tokens, at: int) -> bool:
        """Whether what stands here begins no name: a word of the list, or what somebody is to do."""
        word = tokens[at].word
        bare_words = [word, *(word.removeprefix(one) for one in self.letters if word.startswith(one))]
        return self.lists["no_names"].longest(tokens, at) is not None or any(map(self.deeds.has, bare_words))


@dataclass(frozen=True, slots=True)
class _Deeds:
    """Nouns for what somebody is to do, with an article before and endings behind them (تقديمها)."""

    words: frozenset[str]
    articles: tuple[str, ...]
    endings: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a word is one of them."""
        if not self.words:
            return False
        stems = [word, *(word.removeprefix(one) for one in self.articles)]
        return any(stem.removesuffix(end) in self.words for stem in stems for end in ("", *self.endings))

    def slot(self, *letters: str) -> LongSlot:
        """A slot of phrases that takes one of them, written as one with a letter where any are given."""

        def read(tokens: Tokens, at: int) -> tuple[int, Any] | None:
            word = tokens[at].word if at < len(tokens) else ""
            rests = [word.removeprefix(one) for one in letters if word.startswith(one)] if letters else [word]
            return (at + 1, word) if any(map(self.has, rests)) else None

        return LongSlot(read, frozenset({ANYTHING}), frozenset({ANYTHING}))


def read(given: Mapping[str, Any]) -> AddresseeWords:
    """The words of a profile. Raises ProfileError."""
    check("addressee", given, (*_LISTS, *_WORDS, *_OTHERS))
    check_lists("addressee", {key: given.get(key, []) for key in (*_LISTS, *_WORDS)})
    lists = {name: listed(given.get(name, ())) for name in _LISTS}
    nouns = folded_words([*given.get("bases", ()), *given["deeds"]]) if "deeds" in given else {}
    articles, endings = (tuple(folded_words(given.get(f"deed_{one}", ())).values()) for one in ("articles", "endings"))
    deeds = _Deeds(frozenset(nouns.values()), articles, endings)
    slots = {
        "infinitive": _small(lists["infinitives"], lists["no_infinitives"]),
        "base": _small(lists["bases"], lists["no_bases"]),
        "clitics": several(lists["clitics"]),
        "deed": deeds.slot(),
        "joined deed": deeds.slot(*given.get("joined_to_deeds", ())),
    }
    phrases = around("addressee.around", given.get("around", ""), KINDS, slots)
    return AddresseeWords(
        tuple(given["verbs"]),
        lists,
        {kind: Phrases(tuple(group), slots, {}) for kind, group in phrases.items()},
        frozenset(given.get("joints", ())),
        tuple(given.get("joined", ())),
        deeds,
        bool(given.get("head_last")),
    )


def but_for(words: Listed, no_words: Listed, tokens: Tokens, at: int) -> Iterator[tuple[int, str]]:
    """The words that stand here, the longest first; the others speak against those that a star stands for."""
    found = words.all_at(tokens, at)
    against = bool(found) and no_words.longest(tokens, at) is not None
    return ((end, word) for end, word in found if not against or "*" not in word)


def _small(words: Listed, no_words: Listed) -> LongSlot:
    """A slot of one of some words that has no capital, and is none of some others."""

    def read_small(tokens: Tokens, at: int) -> tuple[int, Any] | None:
        if at >= len(tokens) or tokens.view.text[tokens[at].start].isupper():
            return None
        return next(but_for(words, no_words, tokens, at), None)

    return LongSlot(read_small, words.begins(), frozenset({ANYTHING}))
