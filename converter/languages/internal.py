"""Phrases that make parts of a work those of the text itself: {part} above; of the present resolution; 上文 {part}.

A line of the page's `internal` is a kind and a phrase with `{part}` at its one end; that is where the paragraphs,
sections or annexes stand, which `pinpoints` reads. A phrase of the kind `preceding` has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from converter.languages.keys import SLOTS
from converter.languages.match import Phrases
from converter.languages.phrases import Phrase, PhraseError, Telling, parse, telling
from converter.view import View

PART = "{part}"


@dataclass(frozen=True, slots=True)
class InternalPhrases:
    """The phrases behind a part, before one, and those that stand alone; what a text that has any has in it."""

    behind: Phrases
    before: Phrases
    alone: Phrases
    telling: Telling  # a word without which no phrase is there
    units: Telling  # a word without which no part is named, by a unit or by a phrase that stands alone

    def may_be_in(self, view: View, *, with_annexes: bool) -> bool:
        """Whether words may have one; others are not cut. Paragraphs of a text's annexes need no other word."""
        telling = with_annexes or self.telling.may_be_in(view.key)
        return telling and self.units.may_be_in(view.key)


def split(text: str, line: int, cut: Callable[[str], tuple[str, ...]], kind: str) -> Phrase:
    """A phrase from its line, without its `{part}`; the `text` keeps it. Raises PhraseError."""
    begins, ends = text.startswith(PART), text.endswith(PART)
    bare = text.removeprefix(PART).removesuffix(PART).strip()
    if kind != "preceding" and begins == ends:
        raise PhraseError(f"{PART} must stand at one end")
    if kind == "preceding" and (begins or ends):
        raise PhraseError(f"a phrase of this kind has no {PART}")
    return replace(parse(bare, line, cut, SLOTS, kind), text=text)


def internal_of(
    phrases: Sequence[Phrase], units: Iterable[Phrase], ready: Callable[[list[Phrase]], Phrases]
) -> InternalPhrases:
    """The phrases of a page, told apart by where the part stands."""
    alone = [one for one in phrases if PART not in one.text]
    return InternalPhrases(
        behind=ready([one for one in phrases if one.text.startswith(PART)]),
        before=ready([one for one in phrases if one.text.endswith(PART)]),
        alone=ready(alone),
        telling=telling(phrases),
        units=telling([*units, *alone]),
    )
