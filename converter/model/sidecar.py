"""The sidecar of a work: the few facts that its official text does not print."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Met:
    """What met a mandate of the work: the paragraph that asked, and what answered it.

    `mandate` is the number of the mandate in its paragraph, None when all of them were met; `notes` are the words
    by language, `''` for words in no particular one.
    """

    paragraph: str
    source: str
    mandate: int | None = None
    symbol: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    session: str | None = None
    date: str | None = None

    def note(self, lang: str) -> str:
        """The words in a language, else those in no particular one, else the first."""
        return in_language(self.notes, lang)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that stays because the official text is like that: which one, why, and where the sidecar says so.

    `lang`, `code` and `at` are those of the finding; `reasons` the words by language, `''` for words in no particular
    one. `path`, `line` and `column` are the place in the sidecar.
    """

    lang: str
    code: str
    at: str
    reasons: tuple[tuple[str, str], ...]
    path: str
    line: int
    column: int

    def reason(self, lang: str) -> str:
        """The words in a language, else those in no particular one, else the first."""
        return in_language(self.reasons, lang)


@dataclass(frozen=True, slots=True)
class Former:
    """An address that the work had, without its language: a symbol, or `drafts/<folder>`; where the sidecar says so."""

    address: str
    path: str
    line: int
    column: int


def in_language(texts: tuple[tuple[str, str], ...], lang: str) -> str:
    """Of words by language those in one, else those in no particular one, else the first."""
    words = dict(texts)
    return words.get(lang) or words.get("") or next(iter(words.values()), "")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """`work.yml`, checked. `work` is the folder's name and the work's identity until it has a symbol.

    `places` are line and column of the values of `symbol`, `adopted_as` and `date`.
    `accept_changes` says that a source with tracked changes is read with all of them accepted, `accept_recognised` that
    the text which a machine recognised on a picture of a page is read.
    `diagnostics` are the findings about the file itself; what they are about is left out of the facts.
    """

    work: str
    path: str
    symbol: str | None = None
    adopted_as: str | None = None
    date: str | None = None
    subjects: tuple[str, ...] = ()
    series: str | None = None
    subject: tuple[tuple[str, str], ...] = ()  # words by language; '' is none in particular
    met: tuple[Met, ...] = ()
    accept_changes: bool = False
    accept_recognised: bool = False
    accepted: tuple[Accepted, ...] = ()
    source_url: str | None = None
    formerly: tuple[Former, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of the value of a key; 0, 0 where it has none."""
        return next(((line, column) for name, line, column in self.places if name == key), (0, 0))
