"""Phrases matched on tokens, rightwards from a place or leftwards to it.

Each phrase is made into steps, once for each direction, and known by what it may begin with: at a token only those
are tried that can stand there. Of several ways to read a phrase the longest is taken.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from converter.languages.phrases import Phrase
from converter.languages.steps import LongSlot, Step, Table, Way, begins, steps
from converter.view import Token, Tokens

SENTENCE_MARKS = frozenset(".;!?。；؛؟！？")
"""Marks that end a sentence, or what is as good as one; no gap goes over them."""
CLAUSE_MARKS = SENTENCE_MARKS | frozenset(',，،:："')
"""Those, and marks that end a clause."""

_LONGEST_SLOT = 40  # tokens in which a slot is looked for leftwards
_BEHIND = 3  # tokens behind a slot that tell whether it goes on: a joint and what leads to the next number


class Filled(msgspec.Struct, frozen=True):
    """What stands in a slot: the tokens from `first` to before `last`, what they mean.

    `apart` says that a gap lies between it and the place that the phrase was read from.
    """

    slot: str
    first: int
    last: int
    value: Any
    apart: bool


class Match(msgspec.Struct, frozen=True):
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


Taken = tuple[int, tuple[Filled, ...]]


@dataclass(frozen=True)
class Phrases:
    """Phrases that are tried at the same places, in the order of the page.

    `slots` are those of several tokens, `kinds` what a slot takes that has not its own name. The tables say which may
    begin, and end, with what; each is made when it is first asked: most phrases are read in one direction.
    """

    phrases: tuple[Phrase, ...]
    slots: Mapping[str, LongSlot] = field(repr=False)
    kinds: Mapping[str, tuple[str, ...]] = field(repr=False)

    @cached_property
    def rightwards(self) -> Table:
        """The phrases by what they begin with."""
        return self._table(1)

    @cached_property
    def leftwards(self) -> Table:
        """The phrases by what they end with."""
        return self._table(-1)

    def _table(self, by: int) -> Table:
        table = Table()
        for order, phrase in enumerate(self.phrases):
            step = steps(phrase.parts, None, by, self.slots, self.kinds)
            table.add(Way(order, phrase, step), begins(step, by))
        return table

    def __len__(self) -> int:
        return len(self.phrases)

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self.phrases)

    def begin(self, tokens: Tokens) -> list[int]:
        """The indexes where one of them may begin."""
        table = self.rightwards
        if table.anything:
            return list(range(len(tokens)))
        words, kinds = table.words, table.kinds
        return [
            index
            for index, token in enumerate(tokens.items)
            if token.word in words
            or token.kind in kinds
            or (token.senses and not kinds.keys().isdisjoint(token.senses))
        ]

    def may_begin(self, token: Token) -> bool:
        """Whether one of them may begin with a token."""
        return self.rightwards.may(token)

    def may_open(self, lead: Tokens, but: Container[str] = ()) -> bool:
        """Whether one of them may begin a text, as far as its first tokens show; `but` are kinds that do not count.

        Most lines are none of most kinds: a few tokens show that.
        """
        ways = (way for way in self.rightwards.ways(lead[0]) if way.phrase.kind not in but)
        return any(_may_stand(way.step, lead, 0) for way in ways)

    def after(self, tokens: Tokens, at: int) -> list[Match]:
        """Each phrase that begins right at the index, in the order of the page."""
        items = tokens.items
        ways = self.rightwards.ways(items[at]) if at < len(items) else ()
        if not ways:
            return []  # as at most places
        found: list[Match] = []
        for way in ways:
            taken = take(way.step, tokens, at, len(items), 1, False)
            if taken is not None and taken[0] > at:
                found.append(Match(way.phrase, at, *taken))
        return found

    def end(self, tokens: Tokens, at: int) -> int:
        """Where the longest of them ends that begins right at the index; the index itself where none does."""
        items, end = tokens.items, at
        for way in self.rightwards.ways(items[at]) if at < len(items) else ():
            taken = take(way.step, tokens, at, len(items), 1, False)
            if taken is not None and taken[0] > end:
                end = taken[0]
        return end

    def before(self, tokens: Tokens, at: int, floor: int) -> list[Match]:
        """Each phrase that ends right before the index and begins at `floor` or later, in the order of the page."""
        if at <= floor:
            return []
        found: list[Match] = []
        for way in self.leftwards.ways(tokens.items[at - 1]):
            taken = take(way.step, tokens, at, floor, -1, False)
            if taken is not None and taken[0] < at:
                found.append(Match(way.phrase, taken[0], at, taken[1][::-1]))
        return found


def take(step: Step | None, tokens: Tokens, at: int, limit: int, by: int, apart: bool) -> Taken | None:
    """The longest way from an index over the steps: where it ends, and the slots on it; None where there is none."""
    items = tokens.items
    slots: list[Filled] = []
    while step is not None:
        if step.ways or step.most:
            further = _branch(step, tokens, at, limit, by, apart)
            return (further[0], (*slots, *further[1])) if further else None
        if at == limit and (step.long is None or by < 0):
            return None
        if step.one_of:
            if items[at if by > 0 else at - 1].word not in step.one_of:
                return None
            at += by
        elif step.words:
            end = at + by * len(step.words)
            first = min(at, end)
            if (end - limit) * by > 0 or any(items[first + i].word != word for i, word in enumerate(step.words)):
                return None
            at = end
        else:
            read = _slot(step, tokens, at, limit, by)
            if read is None:
                return None
            slots.append(Filled(step.slot, min(at, read[0]), max(at, read[0]), read[1], apart))
            at = read[0]
        step = step.then
    return at, tuple(slots)


def _may_stand(step: Step | None, lead: Tokens, at: int) -> bool:
    """Whether the steps may be those of a text's first tokens and what follows them; what is not seen may be right."""
    items = lead.items
    while step is not None and at < len(items):
        if step.ways:
            return any(_may_stand(way, lead, at) for way in step.ways)
        if step.most or (step.long is not None and not step.long.reach):
            return True
        if step.one_of or step.words:
            words = [step.one_of] if step.one_of else [(word,) for word in step.words]
            if any(token.word not in one for token, one in zip(items[at:], words, strict=False)):
                return False
            at += len(words)
        else:
            read = _slot(step, lead, at, len(items), 1)
            if step.long is not None and max(at + step.long.reach, read[0] + _BEHIND if read else 0) > len(items):
                return True  # the tokens that are not seen may be of it
            if read is None:
                return False
            at = read[0]
        step = step.then
    return True


def _branch(step: Step, tokens: Tokens, at: int, limit: int, by: int, apart: bool) -> Taken | None:
    """The longest of several ways on, of two that are as long the first; of the places a gap leads to the nearest."""
    best: Taken | None = None
    if step.ways:
        word = _word_ahead(tokens, at, limit, by)
        for way in step.ways:
            if way is not None and way.heads is not None and word not in way.heads:
                continue  # as most: a phrase has many words that may stand in it
            found = take(way, tokens, at, limit, by, apart)
            if found is not None and (best is None or (found[0] - best[0]) * by > 0):
                best = found
        return best
    heads = step.then.heads if step.then is not None else None
    for end in _gap(tokens, at, limit, by, step):
        if heads is not None and _word_ahead(tokens, end, limit, by) not in heads:
            continue
        found = take(step.then, tokens, end, limit, by, True)
        if found is not None and step.then is not None:
            return found
        best = found
    return best


def _word_ahead(tokens: Tokens, at: int, limit: int, by: int) -> str | None:
    """The word of the next token; None where there is none."""
    return tokens.items[at if by > 0 else at - 1].word if at != limit else None


def _slot(step: Step, tokens: Tokens, at: int, limit: int, by: int) -> tuple[int, Any] | None:
    if step.long is not None:
        if by > 0:
            return step.long.read(tokens, at)
        if step.long.back is not None:
            found = step.long.back(tokens, at)
            return found if found is not None and found[0] >= limit else None
        for first in range(at - 1, max(limit, at - _LONGEST_SLOT) - 1, -1):
            found = step.long.read(tokens, first)
            if found is not None and found[0] == at:
                return first, found[1]
        return None
    token = tokens.items[at if by > 0 else at - 1]
    for kind in step.kinds:
        if token.has(kind):
            return at + by, token.sense(kind)
    return None


def _gap(tokens: Tokens, at: int, limit: int, by: int, step: Step) -> Iterator[int]:
    """The indexes that a gap may reach, the nearest first."""
    marks = CLAUSE_MARKS if step.clause else SENTENCE_MARKS
    yield at
    for _ in range(step.most):
        if at == limit:
            return
        token = tokens.items[at if by > 0 else at - 1]
        if token.kind in ("number", "lost") or token.word in marks:
            return
        at += by
        yield at
