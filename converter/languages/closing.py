"""What closing lines tell: at which meeting a text was adopted, on which day, in which manner, by which votes.

The phrases are those of the page's `adoption`. They are matched on tokens of their own, with few words in the table,
so that a closing line may be read more boldly than a paragraph: misread digits and words are seen through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from converter.languages import misread
from converter.languages.dating import dated
from converter.languages.keys import NAMED
from converter.languages.match import Match, Phrases
from converter.languages.phrases import Choice, Part, Phrase, Word
from converter.languages.scan import LEAD, Scanner
from converter.languages.slots import COUNTED
from converter.view import Tokens, Variants, fold, key_of

T = TypeVar("T")
_YEARLESS = "-"
_LONGEST_DAY = 60  # characters
_MOST_KEPT = 64  # lines: those around the end of a text
_LONG = 4  # letters of a word that may be known with a slip in it


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A number or a day in a closing line: what it means, where it stands, and whether a sign of it was mended."""

    value: T
    start: int
    end: int
    mended: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a piece of a text tells of its adoption.

    `manners` are the kinds of phrases in it; `ends` says where each count of votes ends and whose it is last, for the
    names that may follow in brackets: `for` where it says nothing of the others. `columns` are the heads of lists of
    States with where each stands, `named` the lists inside a phrase with how many States they are said to have.
    """

    meeting: Read[int] | None
    date: Read[str] | None
    manners: frozenset[str]
    votes: Mapping[str, Read[int]]
    ends: tuple[tuple[int, str], ...]
    adopted: bool
    columns: tuple[tuple[int, int, str], ...] = ()
    named: tuple[tuple[int, int, str, int], ...] = ()


@dataclass(frozen=True)
class Closing:
    """Reads closing lines of one language."""

    scanner: Scanner
    dates: Phrases
    phrases: Phrases
    endings: Mapping[str, str]
    known: misread.Slips  # the words that may have a slip
    variants: Variants
    columns: Phrases
    roles: Phrases
    beside_day: Phrases

    def date(self, text: str) -> Read[str] | None:
        """The first whole day that is printed; one misread sign of it is seen through."""
        tokens, mended = self._tokens(text)
        return _date(tokens, mended)

    def taken(self, text: str) -> tuple[Tokens, Read[str] | None]:
        """The tokens of a text, and the day that `date` finds in them."""
        tokens, mended = self._mended(text)
        return tokens, _date(dated(tokens, self.dates), mended)

    def days(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the whole days stand that a text names; nothing is seen through."""
        tokens = dated(self.scanner.scan(fold(text).spelled(self.variants)), self.dates)
        for index, token in enumerate(tokens.items):
            if token.kind == "date" and not token.value[0].startswith(_YEARLESS):
                yield tokens.span(index, index + 1)

    def named_days(self, text: str) -> frozenset[str]:
        """All the whole days that a text names, in ISO: both of 19 and 20 December 2031."""
        tokens, _ = self._tokens(text)
        found = (day for token in tokens.items if token.kind == "date" for day in token.value)
        return frozenset(day for day in found if not day.startswith(_YEARLESS))

    def is_day(self, text: str) -> bool:
        """Whether a text is a day and nothing else."""
        return len(text) <= _LONGEST_DAY and self.is_all(self.date(text), text)

    def is_all(self, day: Read[str] | None, text: str) -> bool:
        """Whether a text is the day that was read in it and the words that may stand beside one, as short as a day is.

        So is `le 11 mai 2046`, and `el miércoles 11 de mayo de 2046`.
        """
        if day is None or len(text) > _LONGEST_DAY:
            return False
        return all(self.is_beside_day(words) for words in (text[: day.start], text[day.end :]))

    def is_beside_day(self, words: str) -> bool:
        """Whether words may stand beside the day of a closing line, all of them together: nothing, the, held on."""
        bare = words.strip(" .,،。，()（）")
        tokens = self.scanner.scan(fold(bare).spelled(self.variants)) if bare else None
        return tokens is None or any(match.last == len(tokens) for match in self.beside_day.after(tokens, 0))

    def read(self, text: str) -> Told:
        """All that a text tells of its adoption."""
        tokens, mended = self._tokens(text)
        meeting: Read[int] | None = None
        manners: set[str] = set()
        votes: dict[str, Read[int]] = {}
        ends: list[tuple[int, str]] = []
        named: list[tuple[int, int, str, int]] = []
        adopted = False
        for match in self._matches(tokens):
            kind = match.phrase.kind
            if kind == "meeting":
                meeting = meeting or next(_reads(match, tokens, mended))[1]
            elif kind == "votes":
                slot = ""
                for slot, count in _reads(match, tokens, mended):
                    votes.setdefault(slot, count)
                ends.append((tokens.span(match.first, match.last)[1], slot))
            elif kind == "adopted":
                adopted = adopted or match.first <= 1 + (tokens[0].word == "[")
            elif kind in NAMED:
                start, end = tokens.view.span(*match.value("names"))
                named.append((start, end, _column(kind), match.value("count")))
            else:
                manners.add(kind)
        columns = tuple(self._columns(tokens)) if _has_colon(text) else ()
        day = _date(tokens, mended)
        return Told(meeting, day, frozenset(manners), votes, tuple(ends), adopted, columns, tuple(named))

    def begins(self, text: str) -> bool:
        """Whether a line begins to say how the text was adopted."""
        tokens, _ = self._tokens(text[:_LONGEST_DAY])
        lead = len(tokens) and tokens[0].word == "["
        return any(match.phrase.kind == "adopted" for match in self.phrases.after(tokens, int(lead)))

    def begins_column(self, text: str) -> bool:
        """Whether a line begins to list the States of one side of a vote."""
        head = text[:_LONGEST_DAY]
        return _has_colon(head) and bool(self.columns.after(self._tokens(head)[0], 0))

    def role(self, names: str) -> tuple[str, int] | None:
        """What the States of a list did, as its last words say, and where these begin: …, absent."""
        tokens, _ = self._tokens(names)
        for at in self.roles.begin(tokens):
            for match in self.roles.after(tokens, at):
                return _column(match.phrase.kind), tokens.span(at, match.last)[0]
        return None

    def _columns(self, tokens: Tokens) -> Iterator[tuple[int, int, str]]:
        """The head of each column: where it stands, and whose it is."""
        done = 0
        for at in self.columns.begin(tokens):
            best = (
                max(self.columns.after(tokens, at), key=lambda match: match.last, default=None) if at >= done else None
            )
            if best is not None:
                done = best.last
                yield (*tokens.span(at, done), best.phrase.kind.removeprefix("column "))

    def count(self, printed: str) -> int | None:
        """A number as it is printed alone: 2, one, I; None for what is none."""
        tokens, _ = self._tokens(printed)
        found = COUNTED.read(tokens, 0) if len(tokens) else None
        return found[1] if found and found[0] == len(tokens) else None

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text, with misread signs and words seen through."""
        return self._mended(text)[0]

    @cached_property
    def _tokens(self) -> Callable[[str], tuple[Tokens, frozenset[int]]]:
        """The same, each date one token, and where signs were mended; of the lines met last, which several ask for."""
        return lru_cache(_MOST_KEPT)(self._dated)

    def _dated(self, text: str) -> tuple[Tokens, frozenset[int]]:
        tokens, places = self._mended(text)
        return dated(tokens, self.dates), places

    def may_open(self, text: str, *kinds: Phrases) -> bool:
        """Whether phrases of one of these kinds may begin a text, as far as its first tokens show."""
        lead = misread.near_lead(self.scanner.lead(self._plain(text).view, LEAD), self.known)
        return not len(lead) or any(phrases.may_open(lead) for phrases in kinds)

    def _mended(self, text: str) -> tuple[Tokens, frozenset[int]]:
        plain = self._plain(text)
        tokens, places = misread.near_words(self.scanner.scan(plain.view), self.known)
        return tokens, plain.places | places

    def _plain(self, text: str) -> misread.Mended:
        """The view of a text, with misread digits seen through."""
        return misread.digits(fold(text).spelled(self.variants), self.endings, self.known.names)

    def _matches(self, tokens: Tokens) -> Iterator[Match]:
        """The longest phrase of each kind at each place; those of votes do not overlap."""
        counted = 0
        for at in self.phrases.begin(tokens):
            best: dict[str, Match] = {}
            for match in self.phrases.after(tokens, at):
                kind = match.phrase.kind
                if kind not in best or match.last > best[kind].last:
                    best[kind] = match
            for kind, match in best.items():
                if kind == "votes":
                    if at < counted or any(other.last > match.last for other in best.values()):
                        continue  # no vote was taken
                    counted = match.last
                yield match


def _column(kind: str) -> str:
    """The name of a column, of the kind of a phrase: `named not participating` is `not-participating`."""
    return kind.removeprefix("named ").replace(" ", "-")


def _has_colon(text: str) -> bool:
    return ":" in text or "：" in text


def _date(tokens: Tokens, mended: frozenset[int]) -> Read[str] | None:
    for index, token in enumerate(tokens.items):
        day = token.value[0] if token.kind == "date" else _YEARLESS
        if not day.startswith(_YEARLESS):
            return _read(day, tokens, index, index + 1, mended)
    return None


def _reads(match: Match, tokens: Tokens, mended: frozenset[int]) -> Iterator[tuple[str, Read[int]]]:
    for slot in match.slots:
        yield slot.slot, _read(slot.value, tokens, slot.first, slot.last, mended)


def _read(value: T, tokens: Tokens, first: int, last: int, mended: frozenset[int]) -> Read[T]:
    one = last == first + 1 and misread.one_sign(tokens[first], tokens.view) is not None
    one = one or (last > first + 1 and tokens[last - 1].kind == "ordinal digits")  # 331 5th
    places = range(tokens[first].start, tokens[last - 1].end)
    return Read(value, *tokens.span(first, last), one or not mended.isdisjoint(places))


def known_words(scanner: Scanner, phrases: Iterable[Phrase], months: Iterable[str]) -> misread.Slips:
    """The words of the phrases and the names of months that may be known with a slip in them."""
    names = {word: word for phrase in phrases for word in _words_in(phrase.parts)}
    names |= {key_of(fold(month).text): month for month in months}  # as printed: with the capital that it may need
    known = {name: scanner.scan(fold(names[name])).items for name in sorted(names) if len(name) >= _LONG}
    return misread.Slips({name: items[0] for name, items in known.items() if len(items) == 1})


def _words_in(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Word):
            yield from part.words
        elif isinstance(part, Choice):
            for option in part.options:
                yield from _words_in(option)
