"""What verbs ask for, in the words of a profile's `mandates`: acts, where one ends and the next begins, for whom.

Phrases are matched on the tokens of the verbs. What one finds is marked in it by slots that take no word: `{from}`,
and `{until}` where it does not end with the phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from converter.languages.around import around, check, check_lists
from converter.languages.listed import Listed, listed
from converter.languages.match import Match, Phrases
from converter.languages.sentences import COMMAS
from converter.languages.steps import ANYTHING, LongSlot
from converter.view import Tokens

_FIRST = ("recipient", "recipient joint")  # phrases that are a slot of the others
KINDS = (
    *_FIRST, "orders", "others", "no others before", "split", "dangling", "lead", "to", "purpose", "same event",
    "nothing", "nothing at once", "renews", "reports", "no reports",
)  # fmt: skip
"""The kinds of phrases of mandates."""
_WORDS = ("requests", "decides", "enacts", "recipient_words")
_OTHERS = ("asides", "around", "event", "including", "own", "shares_due")
_MARKS = ("from", "until")  # slots that take no word
_COMMAS = frozenset(COMMAS)
_TRIM = frozenset(",،，;؛；.。:：-、")  # signs at the ends of an act
_QUOTE = '"'
Span = tuple[int, int]
"""The first token and the one behind the last."""


class MandateWords:
    """The words of `mandates` of one language; `organs` are the names of bodies."""

    def __init__(self, given: Mapping[str, Any], organs: Listed) -> None:
        lists = {key: given[key] for key in given if key not in ("around", "event", "own", "shares_due")}
        check_lists("mandates", lists)
        used = [key for key in lists if "{" + key.replace("_", " ") + "}" in given["around"]]
        check("mandates", given, (*_WORDS, *_OTHERS, *used))
        self.requests, self.decides, self.enacts = (frozenset(given[key]) for key in _WORDS[:3])
        self.event: str = given["event"]
        self.own = frozenset(given.get("own", ()))  # words for the organ that speaks: submit to it
        self.shares_due: bool = given.get("shares_due", False)
        self._asides = listed(given.get("asides", ()))
        self._including = listed(given.get("including", ()))
        self._around = _ready(given, organs)
        self._to = [Phrases((phrase,), _slots(given, organs, self._around), {}) for phrase in self._around["to"]]

    def orders(self, tokens: Tokens) -> bool:
        """Whether the words behind a verb that decides order an act."""
        return bool(self._around["orders"].after(tokens, 0))

    def others(self, tokens: Tokens) -> Span | None:
        """Who is bound by the words behind a verb that decides: that all States shall act."""
        for match in self._around["others"].after(tokens, 0):
            if not self._around["no others before"].after(tokens, match.last):
                return _marked(match)
        return None

    def acts(self, tokens: Tokens) -> Iterator[Tokens]:
        """The acts of one request: parted where a further one begins, not inside what it is for."""
        purpose = self.purpose(tokens)
        limit = purpose[0] if purpose else len(tokens)
        first = 0
        for at in self._around["split"].begin(tokens):
            found = self._around["split"].after(tokens, at) if first <= at < limit else []
            if found and found[0].last <= limit:
                yield from self._act(tokens, first, at)
                first = _marked(found[0])[0]
        yield from self._act(tokens, first, len(tokens))

    def _act(self, tokens: Tokens, first: int, last: int) -> Iterator[Tokens]:
        """The words of an act without what joins it to others, and marks at its ends; nothing where none is left."""
        first, last = self._bare(tokens, first, last)
        for match in self._around["dangling"].before(tokens, last, first):
            first, last = self._bare(tokens, first, match.first)
            break
        leads = self._around["lead"].after(tokens.part(first, last), 0)
        if leads:
            first, last = self._bare(tokens, first + max(match.last for match in leads), last)
        if first < last:
            yield tokens.part(first, last)

    @staticmethod
    def _bare(tokens: Tokens, first: int, last: int) -> Span:
        words = [token.word for token in tokens.items[first:last]]
        if words and words[-1] == _QUOTE and words.count(_QUOTE) % 2:  # it closes what was opened before
            last -= 1
        while first < last and tokens[first].word in _TRIM:
            first += 1
        while first < last and tokens[last - 1].word in _TRIM:
            last -= 1
        return first, last

    def asks_nothing(self, act: Tokens) -> bool:
        """Whether an act asks for nothing: to remain seized of the matter, to renew a call."""
        return bool(self._around["nothing at once"].after(act, 0)) or self._has("nothing", act)

    def renews(self, act: Tokens) -> bool:
        """Whether an act extends a period."""
        return self._has("renews", act)

    def reports(self, act: Tokens) -> bool:
        """Whether an act is to report or to inform."""
        told, no = self._around["reports"], self._around["no reports"]
        return any(told.after(act, at) and not no.after(act, at) for at in told.begin(act))

    def recipient(self, act: Tokens) -> Span | None:
        """To whom an act goes, by the first phrase that fits."""
        found = (_marked(match) for phrases in self._to for match in _all(phrases, act))
        return next((span for span in found if span[0] < span[1]), None)

    def purpose(self, act: Tokens) -> Span | None:
        """The words that begin what an act is for: in order to enable; none with a capital, which is of a name."""
        for match in _all(self._around["purpose"], act):
            if not act.view.text[act[match.last - 1].start].isupper():
                return match.first, match.last
        return None

    def same_event(self, act: Tokens) -> Span | None:
        """The words for an event that an earlier act orders: the said meeting."""
        match = _first(self._around["same event"], act)
        return (match.first, match.last) if match else None

    def bare_name(self, name: Tokens) -> int:
        """Where a name ends, an aside behind it left out; any words behind a comma are one where none are listed."""
        for at, token in enumerate(name.items):
            if token.word in _COMMAS and at and (not self._asides or self._asides.longest(name, at + 1)):
                return at
        return len(name)

    def without_included(self, name: Tokens) -> int:
        """Where a name ends, without those that it includes; all of it where others may follow these."""
        commas = [at for at, token in enumerate(name.items) if token.word in _COMMAS]
        aside = next((at for at in commas if at and self._including.longest(name, at + 1)), None)
        if aside is None or any(self._around["dangling"].after(name, at + 1) for at in commas if at > aside):
            return len(name)
        return aside

    def _has(self, kind: str, act: Tokens) -> bool:
        return _first(self._around[kind], act) is not None


def _all(phrases: Phrases, tokens: Tokens) -> Iterator[Match]:
    """Each place where one of some phrases stands, as long as it goes."""
    found = (phrases.after(tokens, at) for at in phrases.begin(tokens))
    return (max(matches, key=lambda match: match.last) for matches in found if matches)


def _first(phrases: Phrases, tokens: Tokens) -> Match | None:
    return next(_all(phrases, tokens), None)


def _marked(match: Match) -> Span:
    """What a phrase marks in itself."""
    places = {slot.slot: slot.first for slot in match.slots}
    return places.get("from", match.first), places.get("until", match.last)


def _ready(given: Mapping[str, Any], organs: Listed) -> dict[str, Phrases]:
    slots = _slots(given, organs, {})
    phrases = around("mandates.around", given.get("around", ""), KINDS, slots)
    ready = {kind: Phrases(tuple(phrases[kind]), slots, {}) for kind in _FIRST}
    slots = _slots(given, organs, ready)
    return ready | {kind: Phrases(tuple(phrases[kind]), slots, {}) for kind in KINDS if kind not in _FIRST}


def _slots(given: Mapping[str, Any], organs: Listed, ready: Mapping[str, Phrases]) -> dict[str, LongSlot]:
    """The slots of phrases: each list of the profile by its name, names of bodies, and those that mark a place."""
    slots = {key.replace("_", " "): listed(words).slot() for key, words in given.items() if isinstance(words, list)}
    slots |= dict.fromkeys(_MARKS, LongSlot(lambda _, at: (at, None), frozenset(), frozenset()))
    slots["organ"] = _organ(organs, frozenset())
    slots["recipient organ"] = _organ(organs, frozenset(given.get("recipient_words", ())))
    slots["recipient"] = LongSlot(_recipients(ready), frozenset({ANYTHING}), frozenset({ANYTHING}))
    return slots


def _organ(organs: Listed, wanted: frozenset[str]) -> LongSlot:
    """A slot of a name of a body with the capital that it has, and one of some words where any are wanted."""

    def read(tokens: Tokens, at: int) -> tuple[int, Any] | None:
        for end, name in organs.all_at(tokens, at):
            capital = tokens.view.text[tokens[at].start].isupper() or not name[:1].isupper()
            if capital and (not wanted or not wanted.isdisjoint(name.split())):
                return end, name
        return None

    return LongSlot(read, organs.begins(), frozenset({ANYTHING}))


def _recipients(ready: Mapping[str, Phrases]) -> Callable[[Tokens, int], tuple[int, Any] | None]:
    """Reads one recipient or several: the General Assembly and the Economic and Social Council."""

    def longest(kind: str, tokens: Tokens, at: int) -> int:
        return max((match.last for match in ready[kind].after(tokens, at)), default=0)

    def read(tokens: Tokens, at: int) -> tuple[int, Any] | None:
        end, more = 0, longest("recipient", tokens, at)
        while more:
            end = more
            joint = longest("recipient joint", tokens, end)
            more = longest("recipient", tokens, joint) if joint else 0
        return (end, None) if end else None

    return read
