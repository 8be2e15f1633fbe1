"""What a text gives to its recognisers, and what they have found in it so far (`recognisers.py` is their list)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from converter.annotate.places import places
from converter.languages import Language
from converter.languages.page import Page
from converter.model import Citation, Entity, Internal, Mandate, Resolution, Verb
from converter.model.marks import FOOTNOTE_PLACE
from converter.view import Tokens, View, fold

M = TypeVar("M", Citation, Internal, Entity, Verb)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d ?[/(]")
MAX_NUMBERS = 20_000  # with a stroke or a bracket; the longest budgets have some hundreds


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader should be told of a place: a member that cannot be read, a range that is open.

    `start` and `end` count in the text; `code` is that of the diagnostic, `means` what was seen in the place.
    """

    start: int
    end: int
    code: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A remark with the text that it is about: a paragraph's id, or `fn:` and a note's."""

    place: str
    remark: Remark


@dataclass(frozen=True)
class Words:
    """One text in which marks stand: a paragraph or a note, cut into tokens once, when the first recogniser asks."""

    place: str
    text: str
    page: Page

    @property
    def in_note(self) -> bool:
        """Whether it is a note's."""
        return self.place.startswith(FOOTNOTE_PLACE)

    @cached_property
    def view(self) -> View:
        """The text as words are looked for in it."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Its tokens, by the page of its language."""
        return self.page.tokens(self.view)

    @cached_property
    def may_cite(self) -> bool:
        """Whether it may have a number in it; another is not worth cutting."""
        return _DIGIT.search(self.view.text) is not None or self.page.has_number(self.view)


@dataclass(frozen=True)
class Given:
    """A resolution with its language, and its texts: paragraphs in order, then notes."""

    resolution: Resolution
    language: Language

    @cached_property
    def page(self) -> Page:
        """The page of its language."""
        return self.language.page

    @cached_property
    def texts(self) -> tuple[Words, ...]:
        """Its own paragraphs, then its notes."""
        return tuple(Words(place, text, self.page) for place, text in places(self.resolution))

    @cached_property
    def read(self) -> tuple[Words, ...]:
        """The texts in which citations are read: up to where there are more than `MAX_NUMBERS` numbers."""
        count = 0
        for index, words in enumerate(self.texts):
            count += sum(1 for _ in _NUMBER.finditer(words.view.text))
            if count > MAX_NUMBERS:
                return self.texts[:index]
        return self.texts


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: marks in the order of the text, and what could not be read.

    `internal` are the references of the text to its own paragraphs.
    """

    verbs: tuple[Verb, ...] = ()
    citations: tuple[Citation, ...] = ()
    internal: tuple[Internal, ...] = ()
    entities: tuple[Entity, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    said: tuple[Said, ...] = ()


class Recogniser(NamedTuple):
    """One step of understanding a text's words: pure, and run in the order of the list.

    `reads` and `makes` are fields of `Found`: what it needs of those before it, and what it adds to or takes away;
    `of` says in words what it looks at.
    """

    name: str
    reads: tuple[str, ...]
    makes: tuple[str, ...]
    of: str
    find: Callable[[Given, Found], Found]


def by_place(marks: Iterable[M]) -> Mapping[str, list[M]]:
    """Marks by the text that they stand in."""
    found: defaultdict[str, list[M]] = defaultdict(list)
    for mark in marks:
        found[mark.place].append(mark)
    return found


def in_order(marks: Mapping[str, Iterable[M]], given: Given) -> Iterator[M]:
    """Marks by their text, in the order of the texts and of where they stand; of two at one place, the first first."""
    for words in given.texts:
        if mine := marks.get(words.place):
            yield from sorted(mine, key=lambda one: (one.start, one.end))
