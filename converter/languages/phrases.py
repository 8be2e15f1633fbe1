"""Phrases of a language's page: short lists of words and slots, read from their lines. `match` finds them in texts.

{noun} [{number sign}]          slots; what is in square brackets may be missing
of|on|dated {date}[,]           one of several words
(on behalf|in the name) of      one of several groups of words
{organ} [,] …6 in|by {own}      up to six words of the sentence; …,6 up to six of the clause
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from converter.model import PageLine

_LEXER = re.compile(
    r"\s*(?:(?P<open>\[|\()|(?P<close>\]|\))|(?P<bar>\|)|\{(?P<slot>[a-z ]+)\}|…(?P<gap>,?\d{1,3})"
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
    """Up to so many tokens of one sentence, or of one clause, and no number among them."""

    most: int
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; the empty one among them where it may be missing."""

    options: tuple[tuple[Part, ...], ...]


Part = Slot | Word | Gap | Choice


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a page: its parts, its words as the page has them, and where they stand there.

    `line` is that of the file `page`, in its `block`; `kind` is what the line begins with (that of a pinpoint).
    """

    text: str
    line: int
    parts: tuple[Part, ...]
    kind: str = ""
    page: str = ""
    block: str = ""

    @property
    def at(self) -> PageLine:
        """Where it stands, for a mark that was read by it."""
        words = f"{self.kind}: {self.text}" if self.kind else self.text
        return PageLine(self.page, self.block, self.line, words)

    @property
    def has_slots(self) -> bool:
        """Whether it has any slot or gap; one without is words that belong to the number."""
        return "{" in self.text or "…" in self.text

    @property
    def may_be_empty(self) -> bool:
        """Whether every part of it may be missing."""
        return all(isinstance(part, Choice) and () in part.options for part in self.parts)


class PhraseError(ValueError):
    """A phrase that cannot be read: what is wrong with it."""


def lines_of(block: str) -> Iterator[tuple[int, str]]:
    """(number from 0, phrase) for each line of a block; what stands behind a number sign is a remark."""
    for number, line in enumerate(block.split("\n")):
        phrase = line.split(" # ")[0].strip()
        if phrase and not phrase.startswith("#"):
            yield number, phrase


def kind_of(line: str) -> tuple[str, str]:
    """What a line says before its colon, and the phrase behind it."""
    kind, _, phrase = line.partition(":")
    return kind.strip(), phrase.strip()


def words_of(text: str) -> Iterator[str]:
    """The words of a phrase, for the table of words."""
    for match in _LEXER.finditer(text):
        if match["word"]:
            yield match["word"]


class Telling(NamedTuple):
    """Words of which one is in the key of any text that has one of some phrases, if only as a part of another word."""

    words: tuple[str, ...]

    def may_be_in(self, key: str) -> bool:
        """Whether the key of a text has one of them."""
        return any(map(key.__contains__, self.words))


def telling(phrases: Iterable[Phrase], hidden: Iterable[str] = ()) -> Telling:
    """The words without which none of the phrases is in a text; in any text is one where a phrase has no such word.

    `hidden` is what a prefix may hide of the beginning of a word (للبلدان for البلدان).
    """
    each = [_telling(one.parts) for one in phrases]
    words = frozenset[str]().union(*each) if all(each) else frozenset({""})
    for letters in hidden:
        words = frozenset(word.removeprefix(letters) for word in words)
    shortest: list[str] = []  # para is in paragraphs
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(map(word.__contains__, shortest)):
            shortest.append(word)
    return Telling(tuple(shortest))


def _telling(parts: Sequence[Part]) -> frozenset[str]:
    """Words of which one is there wherever the phrase is: of all such sets the one whose shortest word is longest."""
    best: frozenset[str] = frozenset()
    for part in parts:
        if isinstance(part, Word):
            words = frozenset({max(part.words, key=len)}) if part.words else frozenset()
        elif isinstance(part, Choice) and all(part.options):
            each = [_telling(option) for option in part.options]
            words = frozenset().union(*each) if all(each) else frozenset()
        else:
            continue
        if words and (not best or min(map(len, words)) > min(map(len, best))):
            best = words
    return best


def parse(text: str, line: int, cut: Callable[[str], tuple[str, ...]], slots: frozenset[str], kind: str = "") -> Phrase:
    """A phrase from its line on the page.

    `cut` gives the words of tokens for a word as printed (by the same scanner as texts), `slots` are the
    names that there may be. Raises PhraseError.
    """
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
        return Gap(int(match["gap"].lstrip(",")), match["gap"].startswith(",")), at
    words = [match["word"]]
    while not alone and not _bar_follows(text, at) and (following := _LEXER.match(text, at)) and following["word"]:
        if not inside and _bar_follows(text, following.end()):
            break
        words.append(following["word"])
        at = following.end()
    return Word(cut(" ".join(words))), at


def _bar_follows(text: str, at: int) -> bool:
    return text[at:].lstrip().startswith("|")
