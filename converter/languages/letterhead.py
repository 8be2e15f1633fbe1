"""Lines of the masthead that are words and nothing else: the letterhead, committees, agenda items.

Their phrases are those of the page's `letterhead`, matched on tokens of their own with no other words in the table. A
line is known where a phrase takes all of it; behind one agenda item its title may stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.languages.closing import scanner_of
from converter.languages.match import Match, Phrases
from converter.languages.phrases import words_of
from converter.languages.scan import Scanner
from converter.languages.slots import Item
from converter.languages.table import unit_at
from converter.model import PageLine
from converter.view import Tokens, fold

_LONGEST = 400  # characters of a line
_STARS = frozenset("*＊")
_TITLE_SIGNS = frozenset(":：.،")
_OPENING = frozenset("«“\"'")
_AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line of the masthead is, and of agenda items their numbers and where the title of one begins.

    `read_by` is the line of the page that has its phrase.
    """

    kind: str
    read_by: PageLine | None
    items: tuple[str, ...] = ()
    title_at: int | None = None


@dataclass(frozen=True)
class Letterhead:
    """Reads such lines of one language."""

    scanner: Scanner
    phrases: Phrases
    first: frozenset[str]  # the words that one may begin with, besides a number
    variants: Mapping[int, str]

    def read(self, text: str) -> HeadLine | None:
        """What a line is; None for one that no phrase takes whole."""
        if len(text) > _LONGEST:
            return None
        view = fold(text).spelled(self.variants)
        if not view.text or not (view.text[0].isdecimal() or unit_at(view.key, 0) in self.first):
            return None
        tokens = self.scanner.scan(view)
        matches = sorted(self.phrases.after(tokens, 0), key=lambda match: -match.last)
        return next((line for match in matches if (line := _line(match, tokens))), None)


def _line(match: Match, tokens: Tokens) -> HeadLine | None:
    """The line that a phrase begins, if nothing is left of it but stars or the title of one agenda item."""
    at, kind = match.last, match.phrase.kind.replace(" ", "-")
    while at < len(tokens) and tokens[at].word in _STARS:
        at += 1
    items = tuple(_numbers(match.value("items") or ()))
    if at == len(tokens):
        return HeadLine(kind, match.phrase.at, items)
    if kind != _AGENDA or len(items) != 1:
        return None
    while at < len(tokens) and tokens[at].word in _TITLE_SIGNS:
        at += 1
    begins = tokens.view.text[tokens[at].start] if at < len(tokens) else ""
    is_title = bool(begins) and (begins in _OPENING or (begins.isalpha() and not begins.islower()))
    return HeadLine(kind, match.phrase.at, items, tokens.span(at, at + 1)[0]) if is_title else None


def _numbers(items: Sequence[Item]) -> Iterator[str]:
    """The number of each item in its canonical spelling: 3, 3(a); a letter alone is of the number before it."""
    number = ""
    for item in items:
        number = str(item.number) if item.number is not None else number
        yield f"{number}{''.join(f'({label})' for label in item.labels)}"


def letterhead_of(
    scanner: Scanner,
    lines: Iterable[str],
    words: Iterable[tuple[str, str, object]],
    variants: Mapping[int, str],
    phrases: Callable[[Callable[[str], tuple[str, ...]]], Phrases],
) -> Letterhead:
    """The reader of the phrases in `lines`; `words` are those that join numbers.

    `phrases` makes them ready, given what cuts a word into tokens.
    """
    every = [*lines]
    own = replace(scanner_of(scanner, words, every), starts=frozenset())  # no numbers of resolutions: item 18 (l)

    first = {unit_at(view.key, 0) for line in every for word in words_of(line) if (view := fold(word)).text}
    return Letterhead(own, phrases(own.words), frozenset(first), variants)
