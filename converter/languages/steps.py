"""Phrases made into steps, once for each direction, and known by what they may begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from converter.languages.phrases import Choice, Gap, Part, Phrase, Slot, Word
from converter.view import Token, Tokens

ANYTHING = ""


@dataclass(frozen=True, slots=True)
class LongSlot:
    """A slot of several tokens.

    `read` goes rightwards from an index: where it ends and what it means, or None. `first` and `last` are the words
    and kinds that its first and its last token may be. `back`, where there is one, goes leftwards from the end of
    the slot to where it begins; without it that is looked for nearby. A slot that takes no token and only marks a
    place has no first and no last one. So many tokens as `reach` says tell that none stands at a place; 0 where no
    number of tokens does.
    """

    read: Callable[[Tokens, int], tuple[int, Any] | None]
    first: frozenset[str]
    last: frozenset[str]
    back: Callable[[Tokens, int], tuple[int, Any] | None] | None = None
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a phrase in one direction; `then` is the next one, None at the end of the phrase."""

    then: Step | None = None
    words: tuple[str, ...] = ()  # these, one after the other in the text
    one_of: frozenset[str] = frozenset()  # one of these
    slot: str = ""
    kinds: tuple[str, ...] = ()  # of a slot of one token
    long: LongSlot | None = None
    most: int = 0  # of a gap
    clause: bool = False  # the gap goes over no mark inside a sentence
    ways: tuple[Step | None, ...] = ()  # one of these, the next step in each
    heads: frozenset[str] | None = None  # words of which the first token must be one; None where others may stand


@dataclass(frozen=True, slots=True)
class Way:
    """A phrase in one direction, with its place among its group."""

    order: int
    phrase: Phrase
    step: Step | None


@dataclass(slots=True)
class Table:
    """Ways by what they may begin with: a word, a kind of token, or anything."""

    words: dict[str, list[Way]] = field(default_factory=dict)
    kinds: dict[str, list[Way]] = field(default_factory=dict)
    anything: list[Way] = field(default_factory=list)
    _together: dict[tuple[str, ...], Sequence[Way]] = field(default_factory=dict)  # by word and kinds, once asked

    def add(self, way: Way, names: Iterable[str]) -> None:
        """Take in a way; of its names those that begin with `=` are words."""
        for name in sorted(names):
            if name == ANYTHING:
                self.anything.append(way)
            elif name.startswith("="):
                self.words.setdefault(name[1:], []).append(way)
            else:
                self.kinds.setdefault(name, []).append(way)

    def may(self, token: Token) -> bool:
        """Whether a way may begin with a token."""
        return (
            token.word in self.words
            or token.kind in self.kinds
            or bool(token.senses and not self.kinds.keys().isdisjoint(token.senses))
            or bool(self.anything)
        )

    def ways(self, token: Token) -> Sequence[Way]:
        """The ways that may begin with a token, in the order of the page."""
        words, kinds = self.words, self.kinds
        word = token.word if token.word in words else ""
        if token.senses:
            known = (word, *[kind for kind in (token.kind, *token.senses) if kind in kinds])
        elif token.kind in kinds:
            known = (word, token.kind)
        elif word:
            known = (word,)
        else:
            return self.anything  # as at most places: none
        ways = self._together.get(known)
        if ways is None:
            lists = (self.anything, words.get(word, ()), *(kinds[kind] for kind in known[1:]))
            each = {way.order: way for some in lists for way in some}
            ways = self._together[known] = [each[order] for order in sorted(each)]
        return ways


def steps(
    parts: Sequence[Part],
    then: Step | None,
    by: int,
    slots: Mapping[str, LongSlot],
    kinds: Mapping[str, tuple[str, ...]],
) -> Step | None:
    """The steps of some parts, before those that follow."""
    for part in parts if by < 0 else reversed(parts):
        match part:
            case Word(words):
                then = _of_words(words, then, by)
            case Gap(most, clause):
                then = Step(then, most=most, clause=clause)
            case Slot(name):
                then = Step(then, slot=name, kinds=kinds.get(name, (name,)), long=slots.get(name))
            case Choice(options):
                single = _single_words(options)
                if single:
                    alone = Step(then, one_of=single, heads=single)
                    then = _of_ways((alone, then)) if () in options else alone
                else:
                    then = _of_ways(tuple(steps(option, then, by, slots, kinds) for option in options))
    return then


def _of_words(words: tuple[str, ...], then: Step | None, by: int) -> Step:
    heads = frozenset(words[:1] if by > 0 else words[-1:])
    return Step(then, words=words, heads=heads) if len(words) > 1 else Step(then, one_of=heads, heads=heads)


def _of_ways(ways: tuple[Step | None, ...]) -> Step:
    heads = [way.heads if way is not None else None for way in ways]
    known = [one for one in heads if one is not None]
    return Step(ways=ways, heads=frozenset().union(*known) if len(known) == len(heads) else None)


def _single_words(options: Sequence[Sequence[Part]]) -> frozenset[str]:
    """The words of a choice between single words; none where it is another."""
    words: list[str] = []
    for option in options:
        match list(option):
            case []:
                pass
            case [Word((word,))]:
                words.append(word)
            case _:
                return frozenset()
    return frozenset(words)


def begins(step: Step | None, by: int) -> set[str]:
    """What the first token may be: `=` and a word, a kind of token, or anything."""
    if step is None:
        return set()
    if step.ways:
        return set().union(*(begins(way, by) for way in step.ways))
    if step.most:
        return {ANYTHING}
    if step.long is not None:
        return set(step.long.first if by > 0 else step.long.last) or begins(step.then, by)
    words = step.one_of or step.words[:1] if by > 0 else step.one_of or step.words[-1:]
    return {f"={word}" for word in words} or set(step.kinds)
