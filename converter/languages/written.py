"""A language's page as it is written (`xx.page.yml`): its keys checked, its lists as words, its blocks as phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from converter.languages.endings import UnknownEndingsError, spelled_out
from converter.languages.furniture import FURNITURE
from converter.languages.internal import split
from converter.languages.keys import (
    DOCUMENT_WORDS,
    FOLLOWING,
    GOALS,
    JOINED,
    JOINTS,
    KEYS,
    LIMITS,
    NOTES,
    OPENING_WORDS,
    SLOTS,
    STATES,
    TYPES,
)
from converter.languages.phrases import Phrase, PhraseError, Slot, kind_of, lines_of, parse, words_of
from converter.languages.table import is_han
from converter.view import Variants
from converter.yaml_safe import LineMap, Problem

BY_KIND = ("pinpoints", "internal", "documents", "treaties", "dates again")
"""Keys of phrases for any text whose lines begin with a kind."""
_BARE = ("before a number", "after a number", "dates")
"""Keys of such phrases whose lines do not; neither do those of `enacting`."""
_SIGNS = "the signs and slots of phrases are in docs/contribute/languages.md"
Entry = tuple[str, str, Any]
"""A word of a table: itself, the kind of token that it is, its value."""


@dataclass
class Written:
    """The data of a page, and what is wrong with it."""

    path: str
    data: dict[str, Any]
    lines: LineMap
    problems: list[Problem] = field(default_factory=list)

    def get(self, key: str) -> Any:
        """What a key holds, else what it is when it is not there."""
        return self.data.get(key, KEYS[key][1])

    def note(self, key: str, message: str, hint: str, line: int = 0) -> None:
        """Keep what is wrong with a key, or with a line of its block."""
        place = self.lines.key((key,))
        self.problems.append(Problem(self.path, line or place[0], 1 if line else place[1], message, hint, (key,)))

    def check(self) -> None:
        """Note each unknown key and each value of the wrong kind, which is then left out."""
        for key, value in list(self.data.items()):
            if key not in KEYS:
                self.note(key, f"there is no key “{key}”", f"one of: {', '.join(KEYS)}")
                del self.data[key]
            elif wanted := KEYS[key][0](value):
                self.note(key, f"“{key}” is not what it must be", f"write {wanted}")
                del self.data[key]
        lists = (
            ("joints", "joint", JOINTS),
            ("document words", "list", DOCUMENT_WORDS),
            ("own of what follows", "list", FOLLOWING),
            ("notes", "list", NOTES),
            ("states", "list", STATES),
            ("furniture", "list", FURNITURE),
            ("limits", "list", LIMITS),
            ("goals", "list", tuple(GOALS)),
            ("opening words", "list", OPENING_WORDS),
            ("types", "type", TYPES),
        )
        for key, what, names in lists:
            for name in self.get(key):
                if name not in names:
                    self.note(key, f"there is no {what} “{name}”", f"one of: {', '.join(names)}")

    def spell_out(self) -> None:
        """Put each form of a word in the place of its stem, everywhere on the page."""
        endings = self.data.pop("endings", {})
        for key, value in self.data.items():
            try:
                self.data[key] = spelled_out(value, endings)
            except UnknownEndingsError as error:
                known = ", ".join(endings) or "there are none yet"
                self.note(key, f"there are no endings “{error}”", f"one of `endings`: {known}")
                self.data[key] = KEYS[key][1]

    def lines_of(self, key: str) -> Iterator[tuple[int, str]]:
        """(line of the file, phrase) for each line of a block."""
        first = self.lines.value((key,))[0] + 1
        yield from ((first + number, phrase) for number, phrase in lines_of(self.get(key)))

    def bare_lines(self, key: str) -> list[str]:
        """The phrases of a block, without the kind that its lines begin with."""
        return [text if key in (*_BARE, "enacting") else kind_of(text)[1] for _, text in self.lines_of(key)]

    def phrases(self, key: str, cut: Callable[[str], tuple[str, ...]], kinds: tuple[str, ...] = ()) -> list[Phrase]:
        """The phrases of a block; `cut` cuts a word into tokens, `kinds` are those that its lines may begin with."""
        made: list[Phrase] = []
        for line, text in self.lines_of(key):
            kind, phrase = kind_of(text) if kinds else ("", text)
            if kinds and kind not in kinds:
                self.note(key, f"there is no kind “{kind}” of {key}", f"one of: {', '.join(kinds)}", line)
                continue
            try:
                read = split(phrase, line, cut, kind) if key == "internal" else parse(phrase, line, cut, SLOTS, kind)
                if (phrase.count("{states}"), read.parts.count(Slot("states"))) != (kind == JOINED,) * 2:
                    raise PhraseError("{states} stands in no bracket, once where the kind is joined and nowhere else")
                made.append(replace(read, page=self.path, block=key))
            except PhraseError as error:
                self.note(key, f"{error}: {phrase}", _SIGNS, line)
        return made

    def words_of_phrases(self) -> Iterator[str]:
        """The words of the phrases that are looked for in any text."""
        for key in (*_BARE, *BY_KIND):
            yield from (word for phrase in self.bare_lines(key) for word in words_of(phrase))

    def words(self, *kinds: str) -> Iterator[Entry]:
        """Those of the lists of the page that are of some kinds of token; without any, all."""
        return (one for one in self._listed if not kinds or one[1] in kinds)

    @cached_property
    def _listed(self) -> tuple[Entry, ...]:
        return tuple(self._words())

    def _words(self) -> Iterator[Entry]:
        for kind, words in self.get("nouns").items():
            yield from ((word, "noun", kind) for word in words)
        for kind, words in self.get("nouns with own").items():
            yield from ((word, "own noun", kind) for word in words)
        for joint, words in self.get("joints").items():
            yield from ((word, joint, None) for word in words)
        for key, kind in (("own", "own"), ("own of others", "their"), ("organs of others", "organ"),
                          ("number sign", "number sign"), ("asides", "aside"), ("not after a number", "not after"),
                          ("joined", "word"),
                          ("number end", "number end"), ("not before a number", "not before"),
                          ("other words", "word"), ("ibid", "ibid"),
                          ("agreements", "agreement"), ("about", "about"), ("authors", "author"),
                          ("records", "records")):  # fmt: skip
            yield from ((word, kind, None) for word in self.get(key))
        yield from ((name, "month", number) for name, number in self.months())
        yield from ((word, "letter", latin) for word, latin in self.get("letters").items())
        yield from self.named("document words", "document")
        for place, words in self.get("item signs").items():
            yield from ((word, f"item {place}", None) for word in words)
        yield from ((word, "ordinal", number) for word, number in self.get("ordinals").items())
        for kind, words in self.get("see also").items():
            yield from ((word, f"see {kind}", None) for word in words)

    @property
    def is_han(self) -> bool:
        """Whether the language is written in Han characters, numbers among them."""
        return any(is_han(word[0]) for words in self.get("nouns").values() for word in words)

    def months(self) -> Iterator[tuple[str, int]]:
        """Each name of a month, and its number."""
        for number, names in enumerate(self.get("months"), 1):
            yield from ((name, number) for name in ([names] if isinstance(names, str) else names))

    def named(self, key: str, kind: str) -> Iterator[Entry]:
        """The words of lists that have names, as one kind of token; the value is the name."""
        return ((word, kind, name) for name, words in self.get(key).items() for word in words)

    @cached_property
    def variants(self) -> Variants:
        """One character for each of other spellings."""
        return Variants({ord(other): char for other, char in self.get("variants").items()})

    def words_of_dates(self) -> list[Entry]:
        """What dates are made of."""
        phrases = ((word, "word", word) for _, text in self.lines_of("dates") for word in words_of(text))
        return [*self.words("month", "and", "to", "between"), *phrases]

    def words_before_dates(self) -> set[str]:
        """The words that lead from a document to its date: of, dated; en date du; of `by the {organ}, of` the last."""
        lines = (kind_of(line) for _, line in self.lines_of("documents"))
        leads = (text.rpartition("{organ}")[2] for kind, text in lines if kind in ("dated", "after"))
        return {word for text in leads for word in words_of(text) if word.isalpha()}

    def ordinals(self) -> list[Entry]:
        """What ordinals are made of."""
        kinds = (("ordinals", "ordinal"), ("ordinal parts", "ordinal part"))
        return [(word, kind, value) for key, kind in kinds for word, value in self.get(key).items()]
