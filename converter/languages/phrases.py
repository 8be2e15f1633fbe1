"""Phrases of a language's page: short lists of words and slots, matched on tokens to the right or to the left.

    {noun} [{number sign}]          slots; what is in square brackets may be missing
    of|on|dated {date}[,]           one of several words
    (on behalf|in the name) of      one of several groups of words
    {organ} [,] …6 in|by {own}      up to six words of the sentence

The same phrase is read rightwards from a place, or leftwards to it. Of several ways to read it, the longest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from converter.view import Tokens

SENTENCE_MARKS = frozenset(".;!?。；؛؟！？")
"""Marks that end a sentence, or what is as good as one; no gap goes over them."""

_LEXER = re.compile(
    r"\s*(?:(?P<open>\[|\()|(?P<close>\]|\))|(?P<bar>\|)|\{(?P<slot>[a-z ]+)\}|…(?P<gap>\d{1,3})"
    r"|(?P<word>[^\s\[\]()|{}…]+))"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one of the things that every language has: {noun}, {organ}, {date}."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    """Words of the language: the `word` of the tokens that must stand there."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many tokens of one sentence, and no number among them."""

    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; the empty one among them where it may be missing."""

    options: tuple[tuple[Part, ...], ...]


Part = Slot | Word | Gap | Choice


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a slot: the tokens from `first` to before `last`, what they mean.

    `apart` says that a gap lies between it and the place that the phrase was read from.
    """

    slot: str
    first: int
    last: int
    value: Any
    apart: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase as it stands in a text: its tokens from `first` to before `last`, and its slots in reading order."""

    phrase: Phrase
    first: int
    last: int
    slots: tuple[Filled, ...]

    def value(self, slot: str) -> Any:
        """What stands in the slot of this name; None where none does."""
        return next((one.value for one in self.slots if one.slot == slot), None)

    def has(self, slot: str) -> bool:
        """Whether the slot of this name is filled."""
        return any(one.slot == slot for one in self.slots)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a page: its parts, its words as the page has them, and the line there; `kind` of a pinpoint."""

    text: str
    line: int
    parts: tuple[Part, ...]
    kind: str = ""
    pattern: re.Pattern[str] | None = None

    @property
    def has_slots(self) -> bool:
        """Whether it has any slot or gap; one without is words that belong to the number."""
        return "{" in self.text or "…" in self.text

    @property
    def may_be_empty(self) -> bool:
        """Whether every part of it may be missing."""
        return self.pattern is None and all(isinstance(part, Choice) and () in part.options for part in self.parts)


SlotReader = Callable[[Tokens, int], tuple[int, Any] | None]
"""Reads a slot of several tokens rightwards from an index: where it ends and what it means, or None."""


class PhraseError(ValueError):
    """A phrase that cannot be read: what is wrong with it."""


def words_of(text: str) -> Iterator[str]:
    """The words of a phrase, for the table of words."""
    for match in _LEXER.finditer(text):
        if match["word"]:
            yield match["word"]


def parse(text: str, line: int, cut: Callable[[str], tuple[str, ...]], slots: frozenset[str], kind: str = "") -> Phrase:
    """A phrase from its line on the page.

    `cut` gives the words of tokens for a word as printed (by the same scanner as texts), `slots` are the
    names that there may be. Raises PhraseError.
    """
    if text.startswith("pattern:"):
        try:
            return Phrase(text, line, (), kind, re.compile(text.removeprefix("pattern:").strip()))
        except re.error as error:
            raise PhraseError(f"not a regular expression: {error}") from error
    parts, at = _sequence(text, 0, cut, slots, "")
    if at != len(text.rstrip()):
        raise PhraseError("a bracket closes that was not opened")
    if not parts:
        raise PhraseError("the phrase is empty")
    return Phrase(text, line, tuple(parts), kind)


def _sequence(
    text: str, at: int, cut: Callable[[str], tuple[str, ...]], slots: frozenset[str], closing: str
) -> tuple[list[Part], int]:
    """The parts up to a closing bracket; inside brackets a bar parts whole groups, outside single words."""
    groups: list[list[Part]] = [[]]
    joined = False  # a bar stands before: the next word is another way for the last
    while match := _LEXER.match(text, at):
        at = match.end()
        parts = groups[-1]
        if match["close"]:
            if match["close"] != closing:
                raise PhraseError(f"“{match['close']}” closes what was not opened")
            break
        if match["bar"]:
            if closing:
                groups.append([])
            else:
                joined = True
            continue
        part, at = _part(match, text, at, cut, slots, inside=bool(closing), alone=joined)
        if joined:
            last = parts.pop()
            options = last.options if isinstance(last, Choice) else ((last,),)
            part, joined = Choice((*options, (part,))), False
        parts.append(part)
    else:
        if closing:
            raise PhraseError(f"“{closing}” is missing")
        if text[at:].strip():
            raise PhraseError(f"“{text[at:].strip()}” cannot be read")
    if not closing:
        return groups[0], at
    return [Choice(tuple(tuple(group) for group in groups))], at


def _part(
    match: re.Match[str],
    text: str,
    at: int,
    cut: Callable[[str], tuple[str, ...]],
    slots: frozenset[str],
    *,
    inside: bool,
    alone: bool,
) -> tuple[Part, int]:
    """One part; words that stand side by side are one, for the page may know them as one (in particular)."""
    if match["open"]:
        inner, at = _sequence(text, at, cut, slots, "]" if match["open"] == "[" else ")")
        choice = inner[0]
        assert isinstance(choice, Choice)
        return (Choice((*choice.options, ())) if match["open"] == "[" else choice), at
    if match["slot"]:
        if match["slot"] not in slots:
            raise PhraseError(f"there is no slot {{{match['slot']}}}")
        return Slot(match["slot"]), at
    if match["gap"]:
        return Gap(int(match["gap"])), at
    words = [match["word"]]
    while not alone and not _bar_follows(text, at) and (following := _LEXER.match(text, at)) and following["word"]:
        if not inside and _bar_follows(text, following.end()):
            break
        words.append(following["word"])
        at = following.end()
    return Word(cut(" ".join(words))), at


def _bar_follows(text: str, at: int) -> bool:
    return text[at:].lstrip().startswith("|")


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches phrases on tokens; `readers` read the slots of several tokens, the others are senses of one token."""

    readers: Mapping[str, SlotReader]
    senses: Mapping[str, tuple[str, ...]]

    def after(self, phrase: Phrase, tokens: Tokens, at: int) -> Match | None:
        """The phrase where it begins right at the index."""
        if phrase.pattern is not None:
            return self._pattern(phrase, tokens, at, 1)
        ends = self._read(phrase.parts, tokens, at, len(tokens), 1, False)
        best = max(ends, key=lambda one: one[0], default=None)
        return Match(phrase, at, best[0], best[1]) if best and best[0] > at else None

    def before(self, phrase: Phrase, tokens: Tokens, at: int, floor: int) -> Match | None:
        """The phrase where it ends right before the index and begins at `floor` or later."""
        if phrase.pattern is not None:
            return self._pattern(phrase, tokens, at, -1)
        ends = self._read(tuple(reversed(phrase.parts)), tokens, at, floor, -1, False)
        best = min(ends, key=lambda one: one[0], default=None)
        return Match(phrase, best[0], at, tuple(reversed(best[1]))) if best and best[0] < at else None

    def _read(
        self, parts: Sequence[Part], tokens: Tokens, at: int, limit: int, step: int, apart: bool
    ) -> Iterator[tuple[int, tuple[Filled, ...]]]:
        if not parts:
            yield at, ()
            return
        part, rest = parts[0], parts[1:]
        match part:
            case Choice(options):
                for option in options:
                    inner = option if step > 0 else tuple(reversed(option))
                    yield from self._read((*inner, *rest), tokens, at, limit, step, apart)
            case Gap(most):
                for end in _gap(tokens, at, limit, step, most):
                    yield from self._read(rest, tokens, end, limit, step, True)
            case Word(words):
                end = at + step * len(words)
                first = min(at, end)
                if (end - limit) * step <= 0 and all(tokens[first + i].word == word for i, word in enumerate(words)):
                    yield from self._read(rest, tokens, end, limit, step, apart)
            case Slot(name):
                found = self._slot(name, tokens, at, limit, step)
                if found is not None:
                    end, value = found
                    filled = Filled(name, min(at, end), max(at, end), value, apart)
                    for last, slots in self._read(rest, tokens, end, limit, step, apart):
                        yield last, (filled, *slots)

    def _slot(self, name: str, tokens: Tokens, at: int, limit: int, step: int) -> tuple[int, Any] | None:
        if name in self.readers:
            return self._long_slot(self.readers[name], tokens, at, limit, step)
        index = at if step > 0 else at - 1
        if not (at < limit if step > 0 else at > limit):
            return None
        token = tokens[index]
        for sense in self.senses.get(name, (name,)):
            if token.has(sense):
                return at + step, token.sense(sense)
        return None

    @staticmethod
    def _long_slot(reader: SlotReader, tokens: Tokens, at: int, limit: int, step: int) -> tuple[int, Any] | None:
        if step > 0:
            return reader(tokens, at)
        for first in range(at - 1, max(limit, at - _LONGEST_SLOT) - 1, -1):
            found = reader(tokens, first)
            if found is not None and found[0] == at:
                return first, found[1]
        return None

    def _pattern(self, phrase: Phrase, tokens: Tokens, at: int, step: int) -> Match | None:
        """The escape hatch: a regular expression on the view, from token edge to token edge; groups are slots."""
        assert phrase.pattern is not None
        text = tokens.view.text
        if step > 0:
            found = phrase.pattern.match(text, tokens[at].start) if at < len(tokens) else None
        else:
            end = tokens[at - 1].end if at else 0
            begin = max(0, end - _LONGEST_PATTERN)
            found = next((one for one in phrase.pattern.finditer(text, begin, end) if one.end() == end), None)
        if found is None or found.start() == found.end():
            return None
        inside = [
            i for i in _near(tokens, at, step) if found.start() <= tokens[i].start and tokens[i].end <= found.end()
        ]
        if not inside:
            return None
        slots = tuple(
            Filled(name, inside[0], inside[-1] + 1, value, False) for name, value in found.groupdict().items() if value
        )
        return Match(phrase, min(inside), max(inside) + 1, slots)


_LONGEST_SLOT = 40  # tokens in which a slot is looked for leftwards
_LONGEST_PATTERN = 300


def _near(tokens: Tokens, at: int, step: int) -> range:
    return range(at, min(len(tokens), at + 100)) if step > 0 else range(max(0, at - 100), at)


def _gap(tokens: Tokens, at: int, limit: int, step: int, most: int) -> Iterator[int]:
    """The indexes that a gap may reach, the nearest first."""
    yield at
    for _ in range(most):
        index = at if step > 0 else at - 1
        if not (at < limit if step > 0 else at > limit):
            return
        token = tokens[index]
        if token.kind in ("number", "lost") or token.word in SENTENCE_MARKS:
            return
        at += step
        yield at
