"""A language's page of citations: lists of words and phrases that a linguist edits, checked and made ready.

The page (`xx.page.yml`) has no pattern; what a key holds and which slots a phrase may have is in `keys`. A wrong key,
word or phrase is a `Problem` with its line. The shapes of numbers are `common.yml`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from converter.authorities import Authorities
from converter.language_files import FOLDER
from converter.languages import scan
from converter.languages.closing import Closing
from converter.languages.closing_lines import ClosingLines
from converter.languages.dating import DatesAgain, dated
from converter.languages.enacting import Enacting
from converter.languages.forms import Forms
from converter.languages.furniture import Rule, furniture_rules
from converter.languages.goals import Goals
from converter.languages.headings import Headings
from converter.languages.headlines import HeadLines
from converter.languages.internal import InternalPhrases, internal_of
from converter.languages.keys import (
    DOCUMENTS,
    FOLLOWING,
    INTERNAL,
    JOINING,
    KEYS,
    PINPOINTS,
    TREATIES,
    UNITS,
)
from converter.languages.match import Phrases
from converter.languages.misdated import MisreadDates
from converter.languages.misread import addenda
from converter.languages.names import parted, with_others
from converter.languages.notes import NoteWords
from converter.languages.openings import Openings
from converter.languages.ordinals import Ordinals
from converter.languages.readers import Readers, by_kind, common, plain, ready
from converter.languages.sentences import Sentences, sentences
from converter.languages.sponsors import SponsorWords
from converter.languages.states import StateWords
from converter.languages.times import Times
from converter.languages.written import Written
from converter.view import Tokens, Variants, View, fold, key_of
from converter.yaml_safe import Problem, load_yaml


@dataclass(frozen=True)
class Page:
    """A language's page, ready to read texts by."""

    language: str
    scanner: scan.Scanner
    before: Phrases
    after: Phrases
    dates: Phrases
    dates_again: DatesAgain
    units: Phrases  # of pinpoints
    pinpoints: Mapping[str, Phrases]  # what joins units with each other and with the work
    internal: InternalPhrases  # what makes parts those of the text itself
    definite: frozenset[str]  # articles and the like before a document that is known
    documents: Mapping[str, Phrases]  # what stands around the symbol of a document
    treaties: Mapping[str, Phrases]
    ranges: frozenset[str]
    says_from: bool  # a range of numbers with a noun each opens with a word of its own (من القرار … إلى القرار …)
    following: Mapping[str, frozenset[str]]  # words around an own text of the organ that is named behind it
    tells_own: bool  # its is of the organ that speaks alone; of another one there are other words (его)
    months: Mapping[str, int]
    misread_dates: MisreadDates
    labels: Mapping[str, str]  # letters of sub-paragraphs as they are printed → Latin ones
    label_forms: Forms  # the labels of paragraphs
    short_names: frozenset[str]
    initials: frozenset[str]  # of organs, as they stand in texts of any language: 大会UNGA 60/251号决议
    names_go_on: tuple[tuple[str, ...], ...]
    names_go_on_small: tuple[tuple[str, ...], ...]  # the same, before a small letter, right behind a number
    article: str  # what is joined to the words of a name behind its first (ال); empty where nothing is
    relatives: tuple[tuple[str, ...], ...]  # how the clause behind a number begins that says what the text did
    nouns_with_organ: Mapping[str, tuple[str, str]]  # a word → the organ and the noun that it has in it
    sentence_ends: frozenset[str]
    variants: Variants
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
        tokens = self.misread_dates.mended(self.scanner.scan(addenda(view.spelled(self.variants))))
        tokens = parted(self.dates_again.read(dated(tokens, self.dates)), self.nouns_with_organ)
        return with_others(tokens, self.short_names, self.names_go_on, self.article)


def _page(made: Readers) -> Page:
    """A page of its readers."""
    written, given, cut = made.written, made.written.get, made.scanner.words
    pinpoints = written.phrases("pinpoints", cut, PINPOINTS)
    units = [one for kind in UNITS for one in pinpoints if one.kind == kind]
    closing, lines = made.closing()
    months = {key_of(plain(name)): number for name, number in written.months()}
    return Page(
        language=given("language"),
        scanner=made.scanner,
        before=ready(written.phrases("before a number", cut)),
        after=ready(written.phrases("after a number", cut)),
        dates=made.dates,
        dates_again=made.dates_again(),
        units=ready(units),
        pinpoints=by_kind(pinpoints, JOINING),
        documents=by_kind(written.phrases("documents", cut, DOCUMENTS), DOCUMENTS),
        treaties=by_kind(written.phrases("treaties", cut, TREATIES), TREATIES),
        internal=internal_of(written.phrases("internal", cut, INTERNAL), units, ready),
        definite=frozenset(key_of(plain(word)) for word in given("definite")),
        ranges=frozenset(("-", *map(plain, given("joints").get("to", ())))),
        says_from="from" in given("joints"),
        following={name: _words(given("own of what follows").get(name, ()), cut) for name in FOLLOWING},
        tells_own=bool(given("own of others")),
        months=months,
        misread_dates=_misread_dates(written, months),
        labels=given("labels"),
        label_forms=made.label_forms(),
        short_names=frozenset(name for one in made.authorities.bodies for name in one.short.of(given("language"))),
        initials=made.authorities.initials(),
        article=key_of(plain(given("names go on with"))),
        names_go_on_small=tuple(cut(words) for words in given("names go on small")),
        names_go_on=tuple(cut(words) for words in given("names go on")),
        relatives=tuple(cut(words) for words in given("relatives")),
        nouns_with_organ=_nouns_with_organ(given("nouns with organ")),
        sentence_ends=frozenset(given("sentence ends")),
        variants=written.variants,
        closing=closing,
        closing_lines=lines,
        masthead=made.masthead(),
        enacting=made.enacting(),
        headings=made.headings(),
        goals=made.goals(),
        openings=made.openings(),
        notes=made.notes(),
        sentences=sentences(given("notes")),
        states=made.states(),
        furniture=furniture_rules(common()["furniture"], given("furniture"), made.authorities.roots()),
        times=made.times(),
        ordinals=made.ordinals(),
        problems=tuple(written.problems),
    )


def _words(phrases: Iterable[str], cut: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Each word of some phrases."""
    return frozenset(word for phrase in phrases for word in cut(phrase))


def _misread_dates(written: Written, months: Mapping[str, int]) -> MisreadDates:
    """What sees through a wrong sign in a date: by the words in dates, and by those that stand before them."""
    inside = frozenset(word for word, kind, _ in written.words_of_dates() if kind == "word")
    return MisreadDates(months, inside, frozenset(key_of(plain(word)) for word in written.words_before_dates()))


def _nouns_with_organ(nouns: Mapping[str, Mapping[str, str]]) -> Mapping[str, tuple[str, str]]:
    """Nouns that have the organ in them, by their key: which organ, and which kind of text."""
    return {key_of(plain(word)): (organ, kind) for kind, words in nouns.items() for word, organ in words.items()}


def make(text: str, path: str, authorities: Authorities) -> Page:
    """The page of a file's text; what is wrong with it is in `problems`, and left out."""
    data, lines, problems = load_yaml(text, path)
    if not isinstance(data, dict):
        problems = (*problems, Problem(path, 1, 1, "a page has keys", f"one of: {', '.join(KEYS)}"))
        data = {}
    written = Written(path, data, lines, list(problems))
    written.check()
    written.spell_out()
    return _page(Readers(written, authorities))


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
