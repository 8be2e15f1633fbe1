"""The readers of a language's page: the scanner of any text, and one reader a block of phrases.

A block is read on tokens of its own, with few words in its table: those of its phrases, and a few lists of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from converter import numerals
from converter.authorities import Authorities
from converter.language_files import FOLDER, read_file
from converter.languages import scan, shapes
from converter.languages.closing import Closing, known_words
from converter.languages.closing_lines import ClosingLines, closing_lines
from converter.languages.dating import DatesAgain
from converter.languages.enacting import Enacting
from converter.languages.forms import Forms, is_label, is_number, label_forms, labels_of
from converter.languages.goals import Goals
from converter.languages.headings import Headings
from converter.languages.headlines import HeadLines
from converter.languages.keys import (
    ADOPTION,
    BELOW_TITLE,
    COLUMNS,
    DATES_AGAIN,
    GOALS,
    HEADINGS,
    JOINED,
    JOINTS,
    LINES,
    MASTHEAD,
    NAMED,
    NO_TIMES,
    NO_TITLE,
    ON_BEHALF,
    OPENINGS,
    ROLES,
    TIMES,
)
from converter.languages.match import Phrases
from converter.languages.notes import NoteWords, note_words
from converter.languages.openings import Openings
from converter.languages.ordinals import Ordinals
from converter.languages.phrases import Phrase, Slot, telling, words_of
from converter.languages.printed import Spelling
from converter.languages.slots import READERS
from converter.languages.sponsors import sponsor_words
from converter.languages.states import StateWords, state_words
from converter.languages.table import Firsts, Table
from converter.languages.times import Times
from converter.languages.words import spellings
from converter.languages.written import Entry, Written
from converter.view import fold, key_of

_SENSES: Mapping[str, tuple[str, ...]] = {
    "number": ("int", "han", "ordinal digits"),
    "ordinal": ("ordinal", "ordinal digits"),
    "own date": ("date",),
    "shared date": ("date",),
}


@dataclass
class Readers:
    """Makes the readers of a page from what is written on it."""

    written: Written
    authorities: Authorities
    firsts: Firsts = field(default_factory=Firsts)

    @cached_property
    def organs(self) -> list[Entry]:
        """Each name of a body; the value is the name as `Language.organs` has it."""
        code = self.written.get("language")
        names = (name for one in self.authorities.bodies for name in (*one.names.of(code), *one.short.of(code)))
        return [(spelled, "organ", name) for name in names for spelled in spellings(name)]

    @cached_property
    def table(self) -> Table:
        """The words that are looked for in any text."""
        words = Table(self.firsts)
        plain = ((word, "word", word) for word in self.written.words_of_phrases())
        words.add_all((*self.organs, *self.written.words(), *plain))
        return words

    @cached_property
    def scanner(self) -> scan.Scanner:
        """What cuts any text."""
        shared, given = common(), self.written.get
        letters, sessions = given("letters"), given("sessions")
        joints = given("joints")
        fills = {
            "letter": r"{part}(?![A-Za-zÀ-ÿ])",
            "session": rf"(?:E?S ?- ?|(?:{shapes.any_of(map(plain, sessions))}) ?-? ?)",
            "and": shapes.any_of(map(plain, joints.get("and", ()))),
            "to": shapes.any_of(map(plain, joints.get("to", ()))),
        }
        if letters:
            after = "[A-Za-z0-9]" if self.written.is_han else r"\w"
            fills["letter"] = rf"(?:{fills['letter']}|(?:{shapes.any_of(map(plain, letters))})(?!{after}))"
        made = shapes.shapes(shared, fills, han=self.written.is_han)
        prefixes = {plain(key): f"{value}-" if value else "" for key, value in sessions.items()}
        others = shared["others"]
        labels = {plain(key): value for key, value in {**labels_of(given("alphabet")), **given("labels")}.items()}
        return scan.Scanner(
            table=self.table,
            shapes=made,
            any_shape=shapes.any_shape(made),
            unit=shapes.unit({**others, "label": others["label"].replace("{labels}", shapes.any_of(labels))}),
            joined=tuple(map(plain, given("joined"))),
            prefixes=_longest_first({plain(key): plain(value) for key, value in given("prefixes").items()}),
            spelling=Spelling(_longest_first(prefixes), {plain(key): value for key, value in letters.items()}),
            labels=labels,
            roots=self.authorities.roots(),
            nouns=tuple(key_of(plain(word)) for words in given("nouns").values() for word in words if " " not in word),
            starts=frozenset(
                "0123456789SEPOIVXLl$(WGAج" + numerals.FIGURES + "".join(plain(key)[:1] for key in sessions)
            ),
        )

    @cached_property
    def dates(self) -> Phrases:
        """The phrases of dates, for any text."""
        return ready(self.written.phrases("dates", self.scanner.words))

    def _own(self, words: Iterable[tuple[str, str, Any]], block: str = "") -> scan.Scanner:
        """The page's scanner with a table of its own: these words and those of the phrases of a block."""
        table = Table(self.firsts)
        table.add_all((*words, *((word, "word", word) for word in self._words_of(block))))
        return replace(self.scanner, table=table, nouns=())

    def _words_of(self, block: str) -> list[str]:
        return [word for line in self.written.bare_lines(block) for word in words_of(line)] if block else []

    def dates_again(self) -> DatesAgain:
        """What reads a day of the month or the year that was named before."""
        phrases = self.written.phrases("dates again", self.scanner.words, DATES_AGAIN)
        month, year = (ready([one for one in phrases if one.kind == kind]) for kind in DATES_AGAIN)
        return DatesAgain(month, year, telling(phrases))

    def _begins(self, words: Iterable[Entry], block: str) -> frozenset[str]:
        """What a phrase of a block may begin with: one of these words, or one of its own."""
        return self.firsts.units([*(word for word, _, _ in words), *self._words_of(block)])

    def closing(self) -> tuple[Closing, ClosingLines]:
        """What tells how a text was adopted, and which lines do."""
        written = self.written
        words = [
            *written.words_of_dates(),
            *((word, "count", number) for word, number in written.get("counts").items()),
            *written.ordinals(),
        ]
        own = self._own(words, "adoption")
        every = written.phrases("adoption", own.words, ADOPTION)
        told = [one for one in every if one.kind not in (*COLUMNS, *NAMED, *ROLES, *LINES)]
        roles = [replace(one, parts=(*one.parts, Slot("end"))) for one in every if one.kind in ROLES]
        months = [word for word, kind, _ in words if kind == "month"]
        closing = Closing(
            own,
            self.dates,
            ready([one for one in every if one.kind not in (*COLUMNS, *ROLES, *LINES)]),
            written.get("number endings"),
            known_words(own, told, months),
            written.variants,
            columns=ready([one for one in every if one.kind in COLUMNS]),
            roles=ready(roles),
            beside_day=ready([one for one in every if one.kind == "beside day"]),
        )
        kinds = by_kind(every, ("adopted", "meeting", *LINES))
        return closing, closing_lines(closing, kinds, written.get("nouns"), (word for word, *_ in written.ordinals()))

    def enacting(self) -> Enacting:
        """What knows the line that names the organ."""
        words = [*self.organs, *self.written.ordinals()]
        own = self._own(words, "enacting")
        phrases = ready(self.written.phrases("enacting", own.words))
        return Enacting(own, phrases, self._begins(words, "enacting"), self.written.variants)

    def times(self) -> Times:
        """What finds by when a thing is to be done; no number of a resolution swallows a year there."""
        written = self.written
        words = [*self.organs, *written.words_of_dates(), *written.ordinals()]
        for key, kind in (("counts", "count"), ("time units", "time unit")):
            words += [(word, kind, value) for word, value in written.get(key).items()]
        words += written.named("limits", "limit")
        words += [(word, "name end", None) for word in written.get("no names")]
        own = replace(self._own(words, "times"), any_shape=shapes.any_shape(()), starts=frozenset())
        kinds = (*TIMES, *NO_TIMES)
        phrases = by_kind(written.phrases("times", own.words, kinds), kinds)
        return Times(own, self.dates, written.variants, phrases)

    def masthead(self) -> HeadLines:
        """What knows the lines of the masthead."""
        written = self.written
        words = [*written.words(*JOINTS), *written.words_of_dates(), *written.ordinals(), *self.organs]
        words += written.named("types", "type")
        words += [(word, kind, None) for kind in ("number sign", "number end") for word in written.get(kind)]
        numbers = self._own(words, "masthead")
        # The agenda's letters are the same in all languages: its аа is the aa behind z, none behind я.
        once = {letter: latin for letter, latin in numbers.labels.items() if len(set(letter)) == len(letter)}
        own = replace(numbers, starts=frozenset(), labels=once)
        every = written.phrases("masthead", own.words, MASTHEAD)
        whole = [one for one in every if one.kind not in (JOINED, ON_BEHALF, NO_TITLE, BELOW_TITLE)]
        return HeadLines(
            own,
            numbers,
            ready([one for one in whole if "number}" not in one.text]),
            ready([one for one in whole if "number}" in one.text]),
            self.dates,
            known_words(own, (), [word for word, kind, _ in words if kind == "month"]),
            written.variants,
            sponsor_words(own, every, ready, written.variants),
            by_kind(every, (NO_TITLE, BELOW_TITLE)),
        )

    def headings(self) -> Headings:
        """What knows the labels of headings; it cuts out no numbers of resolutions."""
        words = [*self.written.words("letter", "ordinal")]
        own = replace(self._own(words, "headings"), starts=frozenset())
        counted = any(line.startswith("{") for line in self.written.bare_lines("headings"))
        figures = [(figure, "figure", None) for figure in numerals.FIGURES]
        begins = self._begins((*words, *figures) if counted else (), "headings")
        phrases = ready(self.written.phrases("headings", own.words, HEADINGS))
        return Headings(own, phrases, begins, self.written.variants)

    def openings(self) -> Openings:
        """What knows openings of paragraphs besides a verb."""
        own = self._own(self.organs, "openings")
        anything = any(line.startswith("…") for line in self.written.bare_lines("openings"))
        phrases = by_kind(self.written.phrases("openings", own.words, OPENINGS), OPENINGS)
        return Openings(
            own,
            phrases,
            {kind: telling(some, own.prefixes.values()) for kind, some in phrases.items()},
            {name: [fold(word).key for word in some] for name, some in self.written.get("opening words").items()},
            None if anything else self._begins(self.organs, "openings"),
            self.written.variants,
        )

    def goals(self) -> Goals:
        """What finds goals; it cuts out no numbers of resolutions."""
        words = [*self.written.words(*JOINTS, "month", "number sign")]
        words += [(word, "counted", None) for word in ("%", *self.written.get("notes").get("counted", ()))]
        words += [(word, GOALS[name], None) for word, _, name in self.written.named("goals", "")]
        first = self.firsts.units(word for word, kind, _ in words if kind == "goal")
        return Goals(replace(self._own(words), starts=frozenset()), first, self.written.variants)

    def notes(self) -> NoteWords:
        """What tells numbers from marks of notes."""
        words = self.written.get("notes")
        kinds = {"openings": "opening", "number of": "number of", "counted": "counted", "year": "year"}
        own = [(word, kind, word) for name, kind in kinds.items() for word in words.get(name, ())]
        scanner = self._own([*own, *self.written.words_of_dates()])
        return note_words(scanner, self.dates, spaced=not self.written.is_han, variants=self.written.variants)

    def ordinals(self) -> Ordinals:
        """What reads ordinals; it cuts out no numbers of resolutions, and no prefixes."""
        own = self._own(self.written.ordinals())
        return Ordinals(replace(own, any_shape=shapes.any_shape(()), starts=frozenset(), prefixes={}))

    def label_forms(self) -> Forms:
        """The labels of paragraphs; Han figures count in them, and are no letters."""
        printed = {**self.written.get("labels"), **self.scanner.labels}
        letters = {letter: latin for letter, latin in printed.items() if not set(letter) <= set(numerals.FIGURES)}
        good: dict[str, list[str]] = {}
        for key, known in (("paragraph numbers", is_number), ("sub-paragraph labels", is_label)):
            good[key] = [label for label in self.written.get(key) if known(label)]
            for label in set(self.written.get(key)) - set(good[key]):
                self.written.note(key, f"no label looks like “{label}”", "one of those under `labels` in common.yml")
        return label_forms(
            good["paragraph numbers"], good["sub-paragraph labels"], self.written.get("alphabet"), letters
        )

    def states(self) -> StateWords:
        """What cuts lists of States."""
        joined, words = self.written.get("joined"), self.written.get("states")
        joints = words.get("and", ())
        return state_words(
            words,
            attached=bool(joints) and all(one in joined for one in joints),
            others=self.written.get("other words"),
            names=(name for one in self.authorities.countries for name in one.names.of(self.written.get("language"))),
            variants=self.written.variants,
        )


def ready(phrases: list[Phrase]) -> Phrases:
    """Phrases that can be found."""
    return Phrases(tuple(phrases), READERS, _SENSES)


def by_kind(phrases: list[Phrase], kinds: tuple[str, ...]) -> Mapping[str, Phrases]:
    """The same, those of each kind apart."""
    return {kind: ready([one for one in phrases if one.kind == kind]) for kind in kinds}


def plain(word: str) -> str:
    """A word as a view has it."""
    return fold(word).text


def _longest_first(words: Mapping[str, str]) -> Mapping[str, str]:
    """Of two that begin alike, the longer one must be tried first."""
    return dict(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def common() -> dict[str, Any]:
    """What all pages share: the shapes of numbers and of furniture."""
    return read_file(FOLDER / "common.yml")
