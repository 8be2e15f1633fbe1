"""Whom a verb asks something of, in the words of a profile's `addressee`.

Behind the verb stand an aside, an article and the name: a few words up to its head (all Member *States*) or up to a
capital, and what goes on with it (States in a position to do so). It is over at what its bearer is to do (to report),
at an aside (, in consultation with …) or at a colon. A second construction has a clause of its own (demands that all
parties comply). Where heads come last (所有会员国), the name ends with one, before what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from converter.languages.addressee_words import AddresseeWords, but_for, read
from converter.languages.match import Phrases
from converter.languages.sentences import COMMAS
from converter.view import Tokens

_LONGEST = {"end": 600, "shall": 300}  # characters between the head of a name and what it ends at
_ASIDE = 200  # characters between the commas of an aside before a name
_WORDS = 7  # before the head of a name
_MANNERS = 4  # before what is to be done, each of so many words
_COMMAS, _COLONS, _SEMICOLONS = frozenset(COMMAS), frozenset(":："), frozenset(";؛；")
_MARKS = _COMMAS | _COLONS | _SEMICOLONS | frozenset('。"')  # no name that ends with its head goes over them
_ENDS = _COLONS | _SEMICOLONS | frozenset(".。")
_INSIDE = frozenset("'/-")  # signs inside a word of a name
Place = tuple[int, int, int]
"""A name: its first token, how many letters of that are no part of it, and the token behind it."""


class Addressees:
    """Finds whom the verbs of one language ask; `given` is `addressee` of its profile.

    The tokens are those of its verbs.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._words: AddresseeWords = read(given)
        self.verbs = frozenset(self._words.verbs)

    def find(self, tokens: Tokens, at: int, limit: int | None = None) -> tuple[int, int] | None:
        """The span of whom a verb asks that ends before the token `at`; None where it asks nobody.

        One that goes over `limit`, the token at which the next verb begins, ends there.
        """
        found = self._asked(tokens, at) or self._bound(tokens, at)
        if found is None:
            return None
        first, letters, last = found
        if limit is not None and first < limit < last:
            last = limit
            while last > first and (tokens[last - 1].word in _COMMAS or tokens[last - 1].word in self._words.joints):
                last -= 1
            if last == first:
                return None
        return tokens.view.span(tokens[first].start + letters, tokens[last - 1].end)

    # --- the two constructions ---

    def _asked(self, tokens: Tokens, at: int) -> Place | None:
        """Urges all States to act."""
        has_clause = self._words.around["that"].after(tokens, at)
        begin = at if has_clause else next(self._behind_asides(tokens, at), at)
        for first, letters, alone in self._starts(tokens, begin):
            end = self._name(tokens, first, "end")
            if end and (not alone or end == first + 1):
                return first, letters, end
        return None

    def _bound(self, tokens: Tokens, at: int) -> Place | None:
        """Demands that all parties act."""
        begins = dict.fromkeys((at, next(self._behind_asides(tokens, at), at)))
        clauses = (match.last for begin in begins for match in self._words.around["that"].after(tokens, begin))
        for clause in clauses:
            for begin in (clause, *self._behind_asides(tokens, clause)):
                for first, letters, _ in self._starts(tokens, begin):
                    end = self._name(tokens, first, "shall")
                    if end:
                        return first, letters, end
        return None

    # --- where a name begins ---

    @staticmethod
    def _behind_asides(tokens: Tokens, at: int) -> Iterator[int]:
        """Behind each comma of the words that a comma here parts off."""
        if at >= len(tokens) or tokens[at].word not in _COMMAS:
            return
        for index in range(at + 2, len(tokens)):
            token = tokens[index]
            if token.word in _ENDS or token.start > tokens[at].end + _ASIDE:
                return
            if token.word in _COMMAS:
                yield index + 1

    def _starts(self, tokens: Tokens, at: int) -> Iterator[tuple[int, int, bool]]:
        """Where a name may begin: the token, how many letters of it are no part, whether it has one word only."""
        lists = self._words.lists
        yield from ((end, 0, False) for end, _ in lists["articles"].all_at(tokens, at))
        yield from ((end, 0, True) for end, _ in lists["articles_of_one"].all_at(tokens, at))
        if at < len(tokens):
            letter = self._words.joined(tokens[at].word)
            if letter and not lists["no_joined"].longest(tokens, at):
                yield at, letter, False
            yield at, 0, False

    def _head(self, tokens: Tokens, first: int) -> int | None:
        """Where the head of a name that begins here ends."""
        if first >= len(tokens) or self._words.is_no_name(tokens, first):
            return None
        if self._words.head_last:
            return self._last_head(tokens, first)
        index = first
        for _ in range(_WORDS + 1):
            if index >= len(tokens):
                return None
            after = _behind_word(tokens, index)
            end = self._named(tokens, index, after)
            if end or after == index or self._words.lists["not_in_names"].longest(tokens, index):
                return end
            index = after
        return None

    def _named(self, tokens: Tokens, index: int, after: int) -> int | None:
        """Where a head ends that is here: a word of the list, or with a capital; one with ’s is none."""
        for end, _ in self._words.lists["heads"].all_at(tokens, index):
            if end == len(tokens) or tokens[end].word != "'" or not tokens.touches(end):
                return end
        capital = tokens.view.text[tokens[index].start].isupper()
        return after if capital and not any(tokens[one].word == "'" for one in range(index, after)) else None

    def _last_head(self, tokens: Tokens, first: int) -> int | None:
        """The first head that the name may end with: before what is to be done, or a mark."""
        for index in range(first, len(tokens)):
            if tokens[index].word in _MARKS or tokens[index].start > tokens[first].end + _LONGEST["end"]:
                return None
            for end, _ in self._words.lists["heads"].all_at(tokens, index):
                if end == len(tokens) or tokens[end].word in _MARKS or self._ends(tokens, end):
                    return end
        return None

    # --- where it is over ---

    def _name(self, tokens: Tokens, first: int, kind: str) -> int | None:
        """Where a name ends that begins here, before phrases of a kind; None where none does."""
        head = self._head(tokens, first)
        return self._end(tokens, head, kind) if head else None

    def _end(self, tokens: Tokens, head: int, kind: str) -> int | None:
        """Where a name is over that has its head before this place; None where nothing shows it."""
        if self._words.head_last:
            return head
        limit = tokens[head - 1].end + _LONGEST[kind]
        for index in range(head, len(tokens)):
            word = tokens[index].word
            if word in _COLONS or self._is_aside(tokens, index):
                return index
            if word in _SEMICOLONS or (word == "." and kind == "shall") or tokens[index].start > limit:
                return None
            if self._ends(tokens, index) if kind == "end" else self._words.around[kind].after(tokens, index):
                return self._without_manners(tokens, index, head)
        return None

    def _is_aside(self, tokens: Tokens, at: int) -> bool:
        """Whether words stand here that a comma parts from the name; , and in particular States, goes on with it."""
        return (
            tokens[at].word in _COMMAS
            and tokens[at - 1].word not in self._words.joints
            and self._words.lists["asides"].longest(tokens, at + 1) is not None
        )

    def _ends(self, tokens: Tokens, at: int) -> bool:
        """Whether here stands what somebody is to do."""
        around: Mapping[str, Phrases] = self._words.around
        if tokens.touches(at) and tokens[at - 1].word in self._words.joints:  # وأن goes on with the name
            return False
        found = around["end"].after(tokens, at)
        if not found or around["no end"].after(tokens, at) or around["no end after"].before(tokens, at, 0):
            return False
        return any(not around["no end before"].after(tokens, match.last) for match in found)

    def _without_manners(self, tokens: Tokens, at: int, floor: int) -> int:
        """Before what is printed with the act (not, fully and freely), and a comma."""
        for _ in range(_MANNERS):
            before = self._manner(tokens, at, floor)
            if before is None:
                break
            at = before
        return at - 1 if at > floor and tokens[at - 1].word in _COMMAS else at

    def _manner(self, tokens: Tokens, at: int, floor: int) -> int | None:
        """Where the manner begins that ends right before this place, or before a comma or an and there."""
        lists = self._words.lists
        while at > floor and (tokens[at - 1].word in _COMMAS or tokens[at - 1].word in self._words.joints):
            at -= 1
        for first in range(max(floor, at - _MANNERS), at):
            if any(end == at for end, _ in but_for(lists["manners"], lists["no_manners"], tokens, first)):
                return None if lists["no_manners_after"].longest(tokens, first - 1) else first
        return None


def _behind_word(tokens: Tokens, at: int) -> int:
    """Behind a word of a name with what hangs on it (Secretary-General); the place itself where none stands there."""
    index = at
    while index < len(tokens) and (index == at or tokens.touches(index)):
        word = tokens[index].word
        if not (word.isalnum() or word in _INSIDE):
            break
        index += 1
    return index
