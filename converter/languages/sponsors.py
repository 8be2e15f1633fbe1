"""Sponsors: what a State speaks for, and who joined later, by phrases of the page's `masthead`.

A phrase of the kind `joined` has `{states}` where the names stand: at its beginning, its end or inside. One of the kind
`on behalf` is what stands in brackets behind the State that speaks for others (on behalf of the Group of …).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from converter.languages.keys import JOINED, ON_BEHALF
from converter.languages.match import Phrases
from converter.languages.phrases import Phrase, Slot, Telling, telling
from converter.languages.scan import Scanner
from converter.languages.slots import read_names
from converter.model import PageLine
from converter.view import Tokens, Variants, View, fold

_STATES = Slot("states")
_STARS = frozenset("*＊")
_ENDS = frozenset(".。")
_LONGEST = 2_000  # characters that say who joined


@dataclass(frozen=True, slots=True)
class Joined:
    """Who joined the sponsors later: where their names stand in the text, and the line of the page it was read by."""

    start: int
    end: int
    read_by: PageLine


@dataclass(frozen=True, slots=True)
class _Parted:
    """A phrase parted at its `{states}`: what leads to the names, which `may` be missing, and what follows them."""

    phrase: Phrase
    before: Phrases
    may: bool
    behind: Phrases


@dataclass(frozen=True)
class SponsorWords:
    """Reads what is said of sponsors in one language."""

    scanner: Scanner
    telling: Telling  # a word without which a text says of nobody that he joined
    joined_by: Sequence[_Parted]
    on_behalf: Phrases
    variants: Variants

    def joined(self, text: str) -> Joined | None:
        """The names of those who joined later, where the text says that from its first word; stars do not count."""
        view = fold(text[:_LONGEST]).spelled(self.variants)
        if not self.telling.may_be_in(view.key):
            return None
        tokens = self.scanner.scan(view)
        first = _behind_stars(tokens)
        for parted in self.joined_by:
            for start in _begins(parted, tokens, first):
                last = _names_end(parted, tokens, start)
                if last > start:
                    return Joined(*tokens.span(start, last), parted.phrase.at)
        return None

    def leads(self, text: str) -> bool:
        """Whether a text begins with words that only those who joined later may follow."""
        tokens = self._tokens(fold(text[:_LONGEST]))
        first = _behind_stars(tokens)
        return any(parted.before.after(tokens, first) for parted in self.joined_by)

    def without_groups(self, view: View) -> View:
        """The view of a list with blanks for the brackets that say on whose behalf; a star inside one stays."""
        tokens, text = self._tokens(view), view.text
        done = 0
        for index, token in enumerate(tokens.items):
            if token.word != "(" or index < done or not self.on_behalf.after(tokens, index + 1):
                continue
            bracket = read_names(tokens, index)
            if bracket is None:
                break
            done, start, end = bracket[0], token.start, bracket[1][1] + 1
            text = text[:start] + "".join(char if char in _STARS else " " for char in text[start:end]) + text[end:]
        return view.reading(text)

    def _tokens(self, view: View) -> Tokens:
        return self.scanner.scan(view.spelled(self.variants))


def _behind_stars(tokens: Tokens) -> int:
    return next((index for index, token in enumerate(tokens.items) if token.word not in _STARS), len(tokens))


def _begins(parted: _Parted, tokens: Tokens, first: int) -> Iterator[int]:
    """The tokens that the names may begin with, the last first."""
    yield from sorted({match.last for match in parted.before.after(tokens, first)}, reverse=True)
    if parted.may:
        yield first


def _names_end(parted: _Parted, tokens: Tokens, start: int) -> int:
    """The token behind the names that begin at one: where the phrase goes on, or the end of all; 0 for none."""
    if not len(parted.behind):
        last = len(tokens)
        while last > start and tokens[last - 1].word in _ENDS:
            last -= 1
        return last
    may = parted.behind.rightwards.may
    places = (at for at in range(start + 1, len(tokens)) if may(tokens[at]))
    return next((at for at in places if parted.behind.after(tokens, at)), 0)


def sponsor_words(
    scanner: Scanner,
    phrases: Sequence[Phrase],
    ready: Callable[[list[Phrase]], Phrases],
    variants: Variants,
) -> SponsorWords:
    """The reader of the phrases of these two kinds; `ready` makes some ready."""
    joined = [one for one in phrases if one.kind == JOINED]
    return SponsorWords(
        scanner,
        telling(joined, scanner.prefixes.values()),
        [_parted(one, ready) for one in joined],
        ready([one for one in phrases if one.kind == ON_BEHALF]),
        variants,
    )


def _parted(phrase: Phrase, ready: Callable[[list[Phrase]], Phrases]) -> _Parted:
    at = phrase.parts.index(_STATES)
    before, behind = (replace(phrase, parts=parts) for parts in (phrase.parts[:at], phrase.parts[at + 1 :]))
    return _Parted(
        phrase, ready([before] if before.parts else []), before.may_be_empty, ready([behind] if behind.parts else [])
    )
