"""Lists of States, cut on tokens: what stands between two of them in the words of a page (, and · 、和 · ، و)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.languages.listed import Listed, listed
from converter.languages.table import is_han
from converter.languages.units import Cutter
from converter.view import Tokens, Variants, View

Span = tuple[int, int]
"""Where something stands in a view."""
_STOPS = frozenset("、，،؛,")
_SPACED_STOPS = frozenset(".;")  # these want a blank behind them, or a sign of another script


@dataclass(frozen=True)
class StateWords:
    """Cuts lists of States in one language; all places are those of the view.

    A joint (and) parts two States, unless it stands in the name of one. `attached` are those that are written as one
    with the name behind them, `own` the words that only begin like that (ولايات). `others` have a joint in them and
    are none (共和国).
    """

    and_: Listed
    articles: Listed
    others: Listed
    attached: tuple[str, ...]
    own: frozenset[str]
    variants: Variants

    def tokens(self, view: View) -> Tokens:
        """The words and signs of a list."""
        return Cutter().tokens(view.spelled(self.variants))

    def entries(self, tokens: Tokens, most: int) -> Iterator[tuple[int, int]]:
        """The tokens between two stops, from the first to before the last; what follows `most` of them is one."""
        first = found = 0
        for index in range(len(tokens)):
            if found < most and self._is_stop(tokens, index):
                yield first, index
                first, found = index + 1, found + 1
        yield first, len(tokens)

    def joints(self, tokens: Tokens, start: int, last: int) -> Iterator[Span]:
        """Where a joint stands behind a place, with the article behind it, in the tokens before `last`."""
        index = tokens_from(tokens, start)
        begun = index
        while index < last:
            other = self.others.longest(tokens, index)
            joint = self._joint(tokens, index) if index > begun and other is None else None
            if joint is not None and joint[0] < last:
                yield tokens[index].start, self._after(tokens, *joint)
            index = max(index + 1, other[0] if other else 0)

    def name_from(self, tokens: Tokens, first: int, last: int) -> int:
        """Where the name in the tokens of an entry begins, behind a joint and an article."""
        if first >= last:
            return len(tokens.view.text)
        joint = self._joint(tokens, first, opens=True)
        return self._after(tokens, *(joint or (first, tokens[first].start)))

    def behind_article(self, tokens: Tokens, start: int) -> int:
        """Where a name goes on behind an article in whatever letters; the same place where it begins with none."""
        at = tokens_from(tokens, start)
        article = self.articles.longest(tokens, at)
        return tokens[article[0]].start if article and article[0] < len(tokens) else start

    def _is_stop(self, tokens: Tokens, index: int) -> bool:
        word, text, end = tokens[index].word, tokens.view.text, tokens[index].end
        if word in _SPACED_STOPS:
            return end < len(text) and (text[end] == " " or not text[end].isascii())
        return word in _STOPS

    def _joint(self, tokens: Tokens, index: int, *, opens: bool = False) -> tuple[int, int] | None:
        """The token behind a joint and the place there; an attached joint ends inside its own token.

        `opens` says that the joint stands behind a stop, which it may touch.
        """
        token, text = tokens[index], tokens.view.text
        for letter in self.attached:
            apart = (opens or not tokens.touches(index)) and len(token.word) > len(letter)
            if apart and token.word.startswith(letter) and token.word not in self.own:
                return index, token.start + len(letter)
        found = None if self.attached else self.and_.longest(tokens, index)
        if found is None or (not text[token.start : token.end].islower() and not is_han(token.word)):
            return None
        end = found[0]
        touches = (tokens.touches(index) and not opens) or (end < len(tokens) and tokens.touches(end))
        is_word = is_han(token.word) or not touches
        return (end, tokens[end].start) if is_word and end < len(tokens) else None

    def _after(self, tokens: Tokens, index: int, place: int) -> int:
        """The place behind an article in small letters that stands at a token, else the place itself."""
        article = self.articles.longest(tokens, index) if place == tokens[index].start else None
        small = article is not None and tokens.view.text[place].islower() and article[0] < len(tokens)
        return tokens[article[0]].start if small and article else place


def tokens_from(tokens: Tokens, start: int) -> int:
    """The first token that begins at a place of the view, or behind it; that which an attached joint is cut off too."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if tokens[middle].end <= start else (low, middle)
    return low


def state_words(
    words: Mapping[str, Sequence[str]],
    *,
    attached: bool,
    others: Iterable[str],
    names: Iterable[str],
    variants: Variants,
) -> StateWords:
    """What cuts lists by the words of a page's `states`.

    `attached` says that a joint is written as one with the name after it; of the `names` of States those that begin
    like that have none before them. `others` are words that may have a joint in them and are none.
    """
    joints = words.get("and", ())
    return StateWords(
        listed(joints),
        listed(words.get("articles", ())),
        listed(word for word in others if any(one in word and one != word for one in joints) and is_han(word)),
        tuple(joints) if attached else (),
        frozenset(name.split()[0] for name in names if attached and name.startswith(tuple(joints))),
        variants,
    )
