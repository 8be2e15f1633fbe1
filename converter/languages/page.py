"""A language's page of citations: lists of words and phrases that a linguist edits, checked and made ready.

The page (`xx.page.yml`) has no pattern; what a key holds and which slots a phrase may have is in `keys`. A wrong key,
word or phrase is a `Problem` with its line. The shapes of numbers are `common.yml`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from converter.authorities import Authorities
from converter.languages import numerals, scan
from converter.languages.closing import Closing, known_words, scanner_of
from converter.languages.closing_lines import ClosingLines, closing_lines
from converter.languages.dating import dated
from converter.languages.enacting import Enacting, enacting_of
from converter.languages.endings import UnknownEndingsError, spelled_out
from converter.languages.forms import Forms, is_label, is_number, label_forms
from converter.languages.furniture import FURNITURE, Rule, furniture_rules
from converter.languages.goals import Goals, goals_of
from converter.languages.headings import Headings, headings_of
from converter.languages.headlines import HeadLines, headlines_of
from converter.languages.internal import InternalPhrases, internal_of, split
from converter.languages.keys import (
    ADOPTION,
    COLUMNS,
    DOCUMENT_WORDS,
    DOCUMENTS,
    GOALS,
    HEADINGS,
    INTERNAL,
    JOINING,
    JOINTS,
    KEYS,
    LIMITS,
    LINES,
    MASTHEAD,
    NAMED,
    NO_TIMES,
    NOTES,
    OPENING_WORDS,
    OPENINGS,
    PINPOINTS,
    ROLES,
    SLOTS,
    STATES,
    TIMES,
    TREATIES,
    TYPES,
    UNITS,
)
from converter.languages.match import Phrases, made
from converter.languages.names import with_others
from converter.languages.notes import NoteWords, note_words
from converter.languages.openings import Openings, openings_of
from converter.languages.ordinals import Ordinals, ordinals_of
from converter.languages.phrases import Phrase, PhraseError, Slot, kind_of, lines_of, parse, words_of
from converter.languages.sentences import Sentences, sentences
from converter.languages.slots import READERS
from converter.languages.states import StateWords, state_words
from converter.languages.table import Table, is_han
from converter.languages.times import Times
from converter.languages.times import scanner_of as scanner_of_times
from converter.languages.words import spellings
from converter.view import Tokens, View, fold, key_of
from converter.yaml_safe import LineMap, Problem, load_yaml

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

    def has_number(self, view: View) -> bool:
        """Whether a text may have a number in it; one without is not worth cutting."""
        return self.scanner.has_number(view)

    def tokens(self, text: str | View) -> Tokens:
        """The tokens of a text, its dates each one token."""
        view = fold(text) if isinstance(text, str) else text
        tokens = dated(self.scanner.scan(view.spelled(self.variants)), self.dates)
        return with_others(tokens, self.short_names, self.names_go_on)


@dataclass
class _Maker:
    """Makes a page from its data, and notes what is wrong with it."""

    path: str
    data: dict[str, Any]
    lines: LineMap
    problems: list[Problem] = field(default_factory=list)

    def get(self, key: str) -> Any:
        return self.data.get(key, KEYS[key][1])

    def note(self, key: str, message: str, hint: str, line: int = 0) -> None:
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

    def phrases(self, key: str, cut: Callable[[str], tuple[str, ...]], kinds: tuple[str, ...] = ()) -> list[Phrase]:
        made: list[Phrase] = []
        for line, text in self.lines_of(key):
            kind, phrase = kind_of(text) if kinds else ("", text)
            if kinds and kind not in kinds:
                self.note(key, f"there is no kind “{kind}” of {key}", f"one of: {', '.join(kinds)}", line)
                continue
            try:
                read = split(phrase, line, cut, kind) if key == "internal" else parse(phrase, line, cut, SLOTS, kind)
                made.append(replace(read, page=self.path, block=key))
            except PhraseError as error:
                self.note(key, f"{error}: {phrase}", "see the box at the head of the page", line)
        return made

    def table(self, authorities: Authorities) -> Table:
        words = Table()
        organs = _organs(self.get("language"), authorities)
        words.add_all((*organs, *self._words(), *((word, "word", word) for word in self._words_of_phrases())))
        return words

    def _words_of_phrases(self) -> Iterator[str]:
        for key in ("before a number", "after a number", "dates", *_BY_KIND):
            for _, text in self.lines_of(key):
                phrase = kind_of(text)[1] if key in _BY_KIND else text
                yield from () if phrase.startswith("pattern:") else words_of(phrase)

    def _words(self) -> Iterator[tuple[str, str, Any]]:
        """(word, kind of token, value) for every list of the page."""
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
        for number, names in enumerate(self.get("months"), 1):
            yield from ((name, "month", number) for name in ([names] if isinstance(names, str) else names))
        yield from ((word, "letter", latin) for word, latin in self.get("letters").items())
        for name, words in self.get("document words").items():
            yield from ((word, "document", name) for word in words)
        for place, words in self.get("item signs").items():
            yield from ((word, f"item {place}", None) for word in words)
        yield from ((word, "ordinal", number) for word, number in self.get("ordinals").items())
        for kind, words in self.get("see also").items():
            yield from ((word, f"see {kind}", None) for word in words)

    @property
    def is_han(self) -> bool:
        """Whether the language is written in Han characters, numbers among them."""
        return any(is_han(word[0]) for words in self.get("nouns").values() for word in words)

    def scanner(self, authorities: Authorities) -> scan.Scanner:
        common = _common()
        letters, sessions = self.get("letters"), self.get("sessions")
        joints = self.get("joints")
        fills = {
            "letter": r"{part}(?![A-Za-zÀ-ÿ])",
            "session": rf"(?:E?S ?- ?|(?:{scan.any_of(map(_plain, sessions))}) ?-? ?)",
            "and": scan.any_of(map(_plain, joints.get("and", ()))),
            "to": scan.any_of(map(_plain, joints.get("to", ()))),
        }
        if letters:
            after = "[A-Za-z0-9]" if self.is_han else r"\w"
            fills["letter"] = rf"(?:{fills['letter']}|(?:{scan.any_of(map(_plain, letters))})(?!{after}))"
        shapes = scan.shapes(common, fills, han=self.is_han)
        prefixes = {_plain(key): f"{value}-" if value else "" for key, value in sessions.items()}
        others = common["others"]
        labels = scan.any_of(map(_plain, self.get("labels")))
        return scan.Scanner(
            table=self.table(authorities),
            shapes=shapes,
            any_shape=scan.any_shape(shapes),
            unit=scan.unit({**others, "label": others["label"].replace("{labels}", labels)}),
            han=re.compile(f"[{numerals.FIGURES}]{{1,12}}"),
            joined=tuple(map(_plain, self.get("joined"))),
            prefixes=_longest_first({_plain(key): _plain(value) for key, value in self.get("prefixes").items()}),
            sessions=_longest_first(prefixes),
            latin={_plain(key): value for key, value in letters.items()},
            labels={_plain(key): value for key, value in self.get("labels").items()},
            roots=authorities.roots(),
            nouns=tuple(
                key_of(_plain(word)) for words in self.get("nouns").values() for word in words if " " not in word
            ),
            starts=frozenset("0123456789SEPOIl$(WG" + numerals.FIGURES + "".join(_plain(key)[:1] for key in sessions)),
        )

    def _variants(self) -> Mapping[int, str]:
        return {ord(other): char for other, char in self.get("variants").items()}

    def _words_of_dates(self) -> list[tuple[str, str, Any]]:
        """(word, kind of token, value) of what dates are made of."""
        wanted = ("month", "and", "to", "between")
        words = [(word, kind, value) for word, kind, value in self._words() if kind in wanted]
        return words + [(word, "word", word) for _, text in self.lines_of("dates") for word in words_of(text)]

    def _closing(self, scanner: scan.Scanner, dates: Phrases) -> tuple[Closing, ClosingLines]:
        words = [*self._words_of_dates(), *((word, "count", number) for word, number in self.get("counts").items())]
        own = scanner_of(scanner, words, [kind_of(text)[1] for _, text in self.lines_of("adoption")])

        every = self.phrases("adoption", own.words, ADOPTION)
        told = [one for one in every if one.kind not in (*COLUMNS, *NAMED, *ROLES, *LINES)]
        roles = [replace(one, parts=(*one.parts, Slot("end"))) for one in every if one.kind in ROLES]
        phrases = _ready([one for one in every if one.kind not in (*COLUMNS, *ROLES, *LINES)])
        months = [word for word, kind, _ in words if kind == "month"]
        endings = self.get("number endings")
        closing = Closing(
            own,
            dates,
            phrases,
            endings,
            known_words(own, told, months),
            self._variants(),
            columns=_ready([one for one in every if one.kind in COLUMNS]),
            roles=_ready(roles),
        )
        return closing, closing_lines(closing, _by_kind(every, ("meeting", *LINES)), self.get("nouns"))

    def _enacting(self, scanner: scan.Scanner, authorities: Authorities) -> Enacting:
        return enacting_of(
            scanner,
            [text for _, text in self.lines_of("enacting")],
            _organs(self.get("language"), authorities),
            self._variants(),
            lambda cut: _ready(self.phrases("enacting", cut)),
        )

    def _times(self, scanner: scan.Scanner, dates: Phrases, authorities: Authorities) -> Times:
        words = [*_organs(self.get("language"), authorities), *self._words_of_dates()]
        words += self._ordinals()
        for key, kind in (("counts", "count"), ("time units", "time unit")):
            words += [(word, kind, value) for word, value in self.get(key).items()]
        words += [(word, "limit", name) for name, some in self.get("limits").items() for word in some]
        words += [(word, "name end", None) for word in self.get("no names")]
        own = scanner_of_times(scanner, words, [kind_of(text)[1] for _, text in self.lines_of("times")])

        kinds = (*TIMES, *NO_TIMES)
        return Times(own, dates, self._variants(), _by_kind(self.phrases("times", own.words, kinds), kinds))

    def _ordinals(self) -> list[tuple[str, str, int]]:
        """(word, kind of token, value) of what ordinals are made of."""
        kinds = (("ordinals", "ordinal"), ("ordinal parts", "ordinal part"))
        return [(word, kind, value) for key, kind in kinds for word, value in self.get(key).items()]

    def _masthead(self, scanner: scan.Scanner, dates: Phrases, authorities: Authorities) -> HeadLines:
        words = [one for one in self._words() if one[1] in JOINTS]
        words += [*self._words_of_dates(), *self._ordinals(), *_organs(self.get("language"), authorities)]
        words += [(word, "type", name) for name, some in self.get("types").items() for word in some]
        words += [(word, "number end", None) for word in self.get("number end")]

        def phrases(cut: Callable[[str], tuple[str, ...]]) -> tuple[Phrases, Phrases]:
            every = self.phrases("masthead", cut, MASTHEAD)
            numbered = [one for one in every if "number}" in one.text]
            return _ready([one for one in every if one not in numbered]), _ready(numbered)

        lines = [kind_of(text)[1] for _, text in self.lines_of("masthead")]
        return headlines_of(scanner, lines, words, dates, self._variants(), phrases)

    def _headings(self, scanner: scan.Scanner) -> Headings:
        return headings_of(
            scanner,
            [kind_of(text)[1] for _, text in self.lines_of("headings")],
            [one for one in self._words() if one[1] in ("letter", "ordinal")],
            self._variants(),
            lambda cut: _ready(self.phrases("headings", cut, HEADINGS)),
        )

    def _openings(self, scanner: scan.Scanner, authorities: Authorities) -> Openings:
        words = {name: [fold(word).key for word in some] for name, some in self.get("opening words").items()}
        return openings_of(
            scanner,
            [kind_of(text)[1] for _, text in self.lines_of("openings")],
            _organs(self.get("language"), authorities),
            words,
            self._variants(),
            lambda cut: _by_kind(self.phrases("openings", cut, OPENINGS), OPENINGS),
        )

    def _goals(self, scanner: scan.Scanner) -> Goals:
        kinds = (*JOINTS, "month", "number sign")
        words = [one for one in self._words() if one[1] in kinds]
        words += [(word, "counted", None) for word in ("%", *self.get("notes").get("counted", ()))]
        words += [(word, GOALS[name], None) for name, some in self.get("goals").items() for word in some]
        return goals_of(scanner, words, self._variants())

    def _label_forms(self, scanner: scan.Scanner) -> Forms:
        """The labels of paragraphs; Han figures count in them, and are no letters."""
        printed = {**self.get("labels"), **scanner.labels}
        letters = {letter: latin for letter, latin in printed.items() if not set(letter) <= set(numerals.FIGURES)}
        good: dict[str, list[str]] = {}
        for key, known in (("paragraph numbers", is_number), ("sub-paragraph labels", is_label)):
            good[key] = [label for label in self.get(key) if known(label)]
            for label in set(self.get(key)) - set(good[key]):
                self.note(key, f"no label looks like “{label}”", "one of those under `labels` in common.yml")
        return label_forms(good["paragraph numbers"], good["sub-paragraph labels"], self.get("alphabet"), letters)

    def _states(self, authorities: Authorities) -> StateWords:
        joined, words = self.get("joined"), self.get("states")
        joints = words.get("and", ())
        return state_words(
            joints,
            words.get("articles", ()),
            attached=bool(joints) and all(one in joined for one in joints),
            others=self.get("other words"),
            names=(name for one in authorities.countries for name in one.names.of(self.get("language"))),
        )

    def page(self, authorities: Authorities) -> Page:
        self.check()
        self.spell_out()
        scanner = self.scanner(authorities)
        cut = scanner.words

        pinpoints = self.phrases("pinpoints", cut, PINPOINTS)
        documents = self.phrases("documents", cut, DOCUMENTS)
        treaties = self.phrases("treaties", cut, TREATIES)
        units = [one for kind in UNITS for one in pinpoints if one.kind == kind]
        dates = _ready(self.phrases("dates", cut))
        closing, lines = self._closing(scanner, dates)
        return Page(
            language=self.get("language"),
            scanner=scanner,
            before=_ready(self.phrases("before a number", cut)),
            after=_ready(self.phrases("after a number", cut)),
            dates=dates,
            units=_ready(units),
            pinpoints=_by_kind(pinpoints, JOINING),
            documents=_by_kind(documents, DOCUMENTS),
            treaties=_by_kind(treaties, TREATIES),
            internal=internal_of(self.phrases("internal", cut, INTERNAL), units, _ready),
            ranges=frozenset(("-", *map(_plain, self.get("joints").get("to", ())))),
            says_from="from" in self.get("joints"),
            tells_own=bool(self.get("own of others")),
            months={
                key_of(_plain(name)): number
                for number, names in enumerate(self.get("months"), 1)
                for name in ([names] if isinstance(names, str) else names)
            },
            labels=self.get("labels"),
            label_forms=self._label_forms(scanner),
            not_after=tuple(self.get("not after a number")),
            short_names=frozenset(name for body in authorities.bodies for name in body.short.of(self.get("language"))),
            names_go_on=tuple(cut(words) for words in self.get("names go on")),
            sentence_ends=frozenset(self.get("sentence ends")),
            variants=self._variants(),
            closing=closing,
            closing_lines=lines,
            masthead=self._masthead(scanner, dates, authorities),
            enacting=self._enacting(scanner, authorities),
            headings=self._headings(scanner),
            goals=self._goals(scanner),
            openings=self._openings(scanner, authorities),
            notes=note_words(scanner, self.get("notes"), self._words_of_dates(), dates, spaced=not self.is_han),
            sentences=sentences(self.get("notes")),
            states=self._states(authorities),
            furniture=furniture_rules(_common()["furniture"], self.get("furniture"), authorities.roots()),
            times=self._times(scanner, dates, authorities),
            ordinals=ordinals_of(scanner, self._ordinals()),
            problems=tuple(self.problems),
        )


def _ready(phrases: list[Phrase]) -> Phrases:
    return made(phrases, READERS, _SENSES)


def _by_kind(phrases: list[Phrase], kinds: tuple[str, ...]) -> Mapping[str, Phrases]:
    return {kind: _ready([one for one in phrases if one.kind == kind]) for kind in kinds}


def _plain(word: str) -> str:
    return fold(word).text


def _longest_first(words: Mapping[str, str]) -> Mapping[str, str]:
    """Of two that begin alike, the longer one must be tried first."""
    return dict(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))


def _organs(code: str, authorities: Authorities) -> Iterator[tuple[str, str, str]]:
    """Each name of a body; the value is the name as `Language.organs` has it."""
    for body in authorities.bodies:
        for name in (*body.names.of(code), *body.short.of(code)):
            for spelled in spellings(name):
                yield spelled, "organ", name


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
    maker = _Maker(path, data, lines, list(problems))
    return maker.page(authorities)


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
