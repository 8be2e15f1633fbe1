"""A language's page of citations: lists of words and phrases that a linguist edits, checked and made ready.

The page (`xx.page.yml`) has no pattern; what a key holds and which slots a phrase may have is in `keys`. A wrong key,
word or phrase is a `Problem` with its line. The shapes of numbers are `common.yml`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from converter.authorities import Authorities
from converter.languages import numerals, scan
from converter.languages.closing import Closing, known_words, scanner_of
from converter.languages.closing_lines import ClosingLines, closing_lines
from converter.languages.dating import dated
from converter.languages.enacting import Enacting, enacting_of
from converter.languages.forms import Forms, is_label, is_number, label_forms
from converter.languages.furniture import Rule, furniture_rules
from converter.languages.goals import Goals, goals_of
from converter.languages.headings import Headings, headings_of
from converter.languages.headlines import HeadLines, headlines_of
from converter.languages.internal import InternalPhrases, internal_of
from converter.languages.keys import (
    ADOPTION,
    COLUMNS,
    DOCUMENTS,
    GOALS,
    HEADINGS,
    INTERNAL,
    JOINING,
    JOINTS,
    KEYS,
    LINES,
    MASTHEAD,
    NAMED,
    NO_TIMES,
    OPENINGS,
    PINPOINTS,
    ROLES,
    TIMES,
    TREATIES,
    UNITS,
)
from converter.languages.match import Phrases
from converter.languages.misdated import MisreadDates
from converter.languages.names import with_others
from converter.languages.notes import NoteWords, note_words
from converter.languages.openings import Openings, openings_of
from converter.languages.ordinals import Ordinals, ordinals_of
from converter.languages.phrases import Phrase, Slot
from converter.languages.sentences import Sentences, sentences
from converter.languages.slots import READERS
from converter.languages.sponsors import SponsorWords
from converter.languages.states import StateWords, state_words
from converter.languages.table import Table
from converter.languages.times import Times
from converter.languages.times import scanner_of as scanner_of_times
from converter.languages.words import spellings
from converter.languages.written import Entry, Written
from converter.view import Tokens, View, fold, key_of
from converter.yaml_safe import Problem, load_yaml

FOLDER = Path(__file__).parent
_BY_KIND = ("pinpoints", "internal", "documents", "treaties")  # keys whose lines begin with a kind

_SENSES: Mapping[str, tuple[str, ...]] = {
    "number": ("int", "han", "ordinal digits"),
    "ordinal": ("ordinal", "ordinal digits"),
    "own date": ("date",),
    "shared date": ("date",),
    "counted": ("roman", "int", "letter", "ordinal", "han"),
}


@dataclass(frozen=True)
class Page:
    """A language's page, ready to read texts by."""

    language: str
    scanner: scan.Scanner
    before: Phrases
    after: Phrases
    dates: Phrases
    units: Phrases  # of pinpoints
    pinpoints: Mapping[str, Phrases]  # what joins units with each other and with the work
    internal: InternalPhrases  # what makes parts those of the text itself
    documents: Mapping[str, Phrases]  # what stands around the symbol of a document
    treaties: Mapping[str, Phrases]
    ranges: frozenset[str]
    says_from: bool  # a range of numbers with a noun each opens with a word of its own (من القرار … إلى القرار …)
    tells_own: bool  # its is of the organ that speaks alone; of another one there are other words (его)
    months: Mapping[str, int]
    misread_dates: MisreadDates
    labels: Mapping[str, str]  # letters of sub-paragraphs as they are printed → Latin ones
    label_forms: Forms  # the labels of paragraphs
    not_after: tuple[str, ...]
    short_names: frozenset[str]
    names_go_on: tuple[tuple[str, ...], ...]
    sentence_ends: frozenset[str]
    variants: Mapping[int, str]
    closing: Closing
    closing_lines: ClosingLines
    masthead: HeadLines
    enacting: Enacting
    headings: Headings
    goals: Goals
    openings: Openings
    notes: NoteWords
    sentences: Sentences  # how they end
    states: StateWords
    furniture: tuple[Rule, ...]  # what a page adds, by its shape
    times: Times  # by when a thing is to be done
    ordinals: Ordinals
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def sponsors(self) -> SponsorWords:
        """What is said of sponsors."""
        return self.masthead.sponsors

    def has_number(self, view: View) -> bool:
        """Whether a text may have a number in it; one without is not worth cutting."""
        return self.scanner.has_number(view)

    def named(self, text: str) -> Tokens:
        """The tokens of a text in which each name of a body, or of an organ of others that the page lists, is one."""
        return self.scanner.scan(fold(text).spelled(self.variants))

    def tokens(self, text: str | View) -> Tokens:
        """The tokens of a text, its dates each one token."""
        view = fold(text) if isinstance(text, str) else text
        tokens = self.misread_dates.mended(self.scanner.scan(view.spelled(self.variants)))
        tokens = dated(tokens, self.dates)
        return with_others(tokens, self.short_names, self.names_go_on)


@dataclass
class _Maker:
    """Makes the readers of a page from what is written on it."""

    written: Written
    authorities: Authorities

    @cached_property
    def organs(self) -> list[Entry]:
        """Each name of a body; the value is the name as `Language.organs` has it."""
        code = self.written.get("language")
        names = (name for one in self.authorities.bodies for name in (*one.names.of(code), *one.short.of(code)))
        return [(spelled, "organ", name) for name in names for spelled in spellings(name)]

    @cached_property
    def table(self) -> Table:
        """The words that are looked for in any text."""
        words = Table()
        plain = ((word, "word", word) for word in self.written.words_of_phrases())
        words.add_all((*self.organs, *self.written.words(), *plain))
        return words

    @cached_property
    def scanner(self) -> scan.Scanner:
        """What cuts any text."""
        common, given = _common(), self.written.get
        letters, sessions = given("letters"), given("sessions")
        joints = given("joints")
        fills = {
            "letter": r"{part}(?![A-Za-zÀ-ÿ])",
            "session": rf"(?:E?S ?- ?|(?:{scan.any_of(map(_plain, sessions))}) ?-? ?)",
            "and": scan.any_of(map(_plain, joints.get("and", ()))),
            "to": scan.any_of(map(_plain, joints.get("to", ()))),
        }
        if letters:
            after = "[A-Za-z0-9]" if self.written.is_han else r"\w"
            fills["letter"] = rf"(?:{fills['letter']}|(?:{scan.any_of(map(_plain, letters))})(?!{after}))"
        shapes = scan.shapes(common, fills, han=self.written.is_han)
        prefixes = {_plain(key): f"{value}-" if value else "" for key, value in sessions.items()}
        others = common["others"]
        labels = scan.any_of(map(_plain, given("labels")))
        return scan.Scanner(
            table=self.table,
            shapes=shapes,
            any_shape=scan.any_shape(shapes),
            unit=scan.unit({**others, "label": others["label"].replace("{labels}", labels)}),
            han=re.compile(f"[{numerals.FIGURES}]{{1,12}}"),
            joined=tuple(map(_plain, given("joined"))),
            prefixes=_longest_first({_plain(key): _plain(value) for key, value in given("prefixes").items()}),
            sessions=_longest_first(prefixes),
            latin={_plain(key): value for key, value in letters.items()},
            labels={_plain(key): value for key, value in given("labels").items()},
            roots=self.authorities.roots(),
            nouns=tuple(key_of(_plain(word)) for words in given("nouns").values() for word in words if " " not in word),
            starts=frozenset("0123456789SEPOIl$(WGA" + numerals.FIGURES + "".join(_plain(key)[:1] for key in sessions)),
        )

    @cached_property
    def dates(self) -> Phrases:
        return _ready(self.written.phrases("dates", self.scanner.words))

    def _closing(self) -> tuple[Closing, ClosingLines]:
        words = [
            *self.written.words_of_dates(),
            *((word, "count", number) for word, number in self.written.get("counts").items()),
        ]
        own = scanner_of(self.scanner, words, self.written.bare_lines("adoption"))

        every = self.written.phrases("adoption", own.words, ADOPTION)
        told = [one for one in every if one.kind not in (*COLUMNS, *NAMED, *ROLES, *LINES)]
        roles = [replace(one, parts=(*one.parts, Slot("end"))) for one in every if one.kind in ROLES]
        phrases = _ready([one for one in every if one.kind not in (*COLUMNS, *ROLES, *LINES)])
        months = [word for word, kind, _ in words if kind == "month"]
        endings = self.written.get("number endings")
        closing = Closing(
            own,
            self.dates,
            phrases,
            endings,
            known_words(own, told, months),
            self.written.variants,
            columns=_ready([one for one in every if one.kind in COLUMNS]),
            roles=_ready(roles),
        )
        lines = _by_kind(every, ("adopted", "meeting", *LINES))
        return closing, closing_lines(closing, lines, self.written.get("nouns"))

    def _enacting(self) -> Enacting:
        return enacting_of(
            self.scanner,
            [text for _, text in self.written.lines_of("enacting")],
            self.organs,
            self.written.variants,
            lambda cut: _ready(self.written.phrases("enacting", cut)),
        )

    def _times(self) -> Times:
        words = [*self.organs, *self.written.words_of_dates()]
        words += self.written.ordinals()
        for key, kind in (("counts", "count"), ("time units", "time unit")):
            words += [(word, kind, value) for word, value in self.written.get(key).items()]
        words += self.written.named("limits", "limit")
        words += [(word, "name end", None) for word in self.written.get("no names")]
        own = scanner_of_times(self.scanner, words, self.written.bare_lines("times"))

        kinds = (*TIMES, *NO_TIMES)
        return Times(
            own, self.dates, self.written.variants, _by_kind(self.written.phrases("times", own.words, kinds), kinds)
        )

    def _masthead(self) -> HeadLines:
        words = [*self.written.words(*JOINTS)]
        words += [*self.written.words_of_dates(), *self.written.ordinals(), *self.organs]
        words += self.written.named("types", "type")
        words += [(word, "number end", None) for word in self.written.get("number end")]

        lines = self.written.bare_lines("masthead")
        every = partial(self.written.phrases, "masthead", kinds=MASTHEAD)
        return headlines_of(self.scanner, lines, words, self.dates, self.written.variants, every, _ready)

    def _headings(self) -> Headings:
        return headings_of(
            self.scanner,
            self.written.bare_lines("headings"),
            [*self.written.words("letter", "ordinal")],
            self.written.variants,
            lambda cut: _ready(self.written.phrases("headings", cut, HEADINGS)),
        )

    def _openings(self) -> Openings:
        words = {name: [fold(word).key for word in some] for name, some in self.written.get("opening words").items()}
        return openings_of(
            self.scanner,
            self.written.bare_lines("openings"),
            self.organs,
            words,
            self.written.variants,
            lambda cut: _by_kind(self.written.phrases("openings", cut, OPENINGS), OPENINGS),
        )

    def _goals(self) -> Goals:
        words = [*self.written.words(*JOINTS, "month", "number sign")]
        words += [(word, "counted", None) for word in ("%", *self.written.get("notes").get("counted", ()))]
        words += [(word, GOALS[name], None) for word, _, name in self.written.named("goals", "")]
        return goals_of(self.scanner, words, self.written.variants)

    def _label_forms(self) -> Forms:
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

    def _states(self) -> StateWords:
        joined, words = self.written.get("joined"), self.written.get("states")
        joints = words.get("and", ())
        return state_words(
            words,
            attached=bool(joints) and all(one in joined for one in joints),
            others=self.written.get("other words"),
            names=(name for one in self.authorities.countries for name in one.names.of(self.written.get("language"))),
            variants=self.written.variants,
        )

    def page(self) -> Page:
        scanner, dates, given = self.scanner, self.dates, self.written.get
        cut = scanner.words

        pinpoints = self.written.phrases("pinpoints", cut, PINPOINTS)
        documents = self.written.phrases("documents", cut, DOCUMENTS)
        treaties = self.written.phrases("treaties", cut, TREATIES)
        units = [one for kind in UNITS for one in pinpoints if one.kind == kind]
        closing, lines = self._closing()
        months = {key_of(_plain(name)): number for name, number in self.written.months()}
        return Page(
            language=given("language"),
            scanner=scanner,
            before=_ready(self.written.phrases("before a number", cut)),
            after=_ready(self.written.phrases("after a number", cut)),
            dates=dates,
            units=_ready(units),
            pinpoints=_by_kind(pinpoints, JOINING),
            documents=_by_kind(documents, DOCUMENTS),
            treaties=_by_kind(treaties, TREATIES),
            internal=internal_of(self.written.phrases("internal", cut, INTERNAL), units, _ready),
            ranges=frozenset(("-", *map(_plain, given("joints").get("to", ())))),
            says_from="from" in given("joints"),
            tells_own=bool(given("own of others")),
            months=months,
            misread_dates=MisreadDates(
                months,
                frozenset(word for word, kind, _ in self.written.words_of_dates() if kind == "word"),
                frozenset(key_of(_plain(word)) for word in self.written.words_before_dates()),
            ),
            labels=given("labels"),
            label_forms=self._label_forms(),
            not_after=tuple(given("not after a number")),
            short_names=frozenset(
                name for body in self.authorities.bodies for name in body.short.of(given("language"))
            ),
            names_go_on=tuple(cut(words) for words in given("names go on")),
            sentence_ends=frozenset(given("sentence ends")),
            variants=self.written.variants,
            closing=closing,
            closing_lines=lines,
            masthead=self._masthead(),
            enacting=self._enacting(),
            headings=self._headings(),
            goals=self._goals(),
            openings=self._openings(),
            notes=note_words(
                scanner, given("notes"), self.written.words_of_dates(), dates, spaced=not self.written.is_han
            ),
            sentences=sentences(given("notes")),
            states=self._states(),
            furniture=furniture_rules(_common()["furniture"], given("furniture"), self.authorities.roots()),
            times=self._times(),
            ordinals=ordinals_of(scanner, self.written.ordinals()),
            problems=tuple(self.written.problems),
        )


def _ready(phrases: list[Phrase]) -> Phrases:
    return Phrases(tuple(phrases), READERS, _SENSES)


def _by_kind(phrases: list[Phrase], kinds: tuple[str, ...]) -> Mapping[str, Phrases]:
    return {kind: _ready([one for one in phrases if one.kind == kind]) for kind in kinds}


def _plain(word: str) -> str:
    return fold(word).text


def _longest_first(words: Mapping[str, str]) -> Mapping[str, str]:
    """Of two that begin alike, the longer one must be tried first."""
    return dict(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _common() -> dict[str, Any]:
    path = FOLDER / "common.yml"
    data, _, problems = load_yaml(path.read_text(encoding="utf-8"), path.name)
    if problems or not isinstance(data, dict):
        raise ValueError(f"{path.name}: {problems}")
    return data


def make(text: str, path: str, authorities: Authorities) -> Page:
    """The page of a file's text; what is wrong with it is in `problems`, and left out."""
    data, lines, problems = load_yaml(text, path)
    if not isinstance(data, dict):
        problems = (*problems, Problem(path, 1, 1, "a page has keys", f"one of: {', '.join(KEYS)}"))
        data = {}
    written = Written(path, data, lines, list(problems))
    written.check()
    written.spell_out()
    return _Maker(written, authorities).page()


def available() -> tuple[str, ...]:
    """The codes of the languages that have a page."""
    return tuple(sorted(path.name.removesuffix(".page.yml") for path in FOLDER.glob("*.page.yml")))


@cache
def load_page(code: str, authorities: Authorities) -> Page:
    """The page of a language. Raises KeyError where there is none, ValueError where something is wrong with it."""
    if code not in available():
        raise KeyError(code)
    path = FOLDER / f"{code}.page.yml"
    page = make(path.read_text(encoding="utf-8"), path.name, authorities)
    if page.problems:
        raise ValueError("\n".join(f"{one.path}:{one.line}: {one.message} ({one.hint})" for one in page.problems))
    return page
