"""One official file, read once: what it is, how surely, and what was found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.formats import AKN, FORMATS, TEXT, ending_of, no_reader
from converter.guess import LanguageGuess, guess_file, language_of_markup, symbol_in_name
from converter.kept import digest
from converter.language_files import available
from converter.model import Diagnostic, Expression, Severity, Sidecar, Source
from converter.printable import shown
from converter.project import language_in_name
from converter.read import reader_of
from converter.upkeep.offered import CannotTakeError, LeftOut, Offered

_KEPT_AS = {".htm": ".html"}
_PAGE_BREAK = re.compile("(?<=\n)\f+|\f+(?=\n)")
_OTHER_LINE_ENDS = re.compile("\r\n|[\r\f\x0b\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"


class AnotherLanguageError(CannotTakeError):
    """A text is in a language that has no page of ours: nobody has to do anything about it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to look at, and what whoever offers it says of it: its language, and that tracked changes are accepted."""

    offered: Offered
    lang: str | None = None
    accept_changes: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What an official file is. No words of it: those are read again when they are put in their place.

    `ending` is that of its format, which the name may not have.
    `key` is the hash of the bytes to keep and `size` their number; `guess` is None where the language was given.
    `symbol_in_name` is what the file's name looks like where the text has no symbol. The paths of `diagnostics` are
    those of a file that lies nowhere yet.
    """

    asked: Asked
    ending: str
    key: str
    size: int
    lang: str
    guess: LanguageGuess | None
    is_as_it_was: bool
    breaks_told: bool  # page breaks that are not kept told where paragraphs end
    symbol: str | None
    symbol_is_printed: bool
    symbol_in_name: str | None
    body: str | None
    body_is_named: bool
    body_of_symbol: str | None
    session: str | None
    number: str | None
    title: str | None
    kind: str
    status: str
    preambular: int
    operative: int
    footnotes: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def offered(self) -> Offered:
        """The file."""
        return self.asked.offered

    @property
    def file_name(self) -> str:
        """What it is called among the sources: `fr.docx`."""
        return f"{self.lang}{_KEPT_AS.get(self.ending, self.ending)}"


class Taker:
    """Looks at files in a process of its own; set up once per process."""

    authorities: Authorities

    @classmethod
    def start(cls, authorities: Authorities) -> None:
        """Set the process up."""
        cls.authorities = authorities

    @classmethod
    def run(cls, asked: Asked) -> Taken | LeftOut:
        """Look at one file."""
        try:
            return take(asked, cls.authorities)
        except CannotTakeError as error:
            return LeftOut(asked.offered, str(error), is_wrong=not isinstance(error, AnotherLanguageError))


def take(asked: Asked, authorities: Authorities) -> Taken:
    """Read and convert an official file. Raises CannotTakeError with what to do."""
    offered = asked.offered
    data = offered.data()
    ending = ending_of(data, offered.ending)
    if ending not in FORMATS:
        raise CannotTakeError(no_reader(ending, offered.shown))
    lang, guess = _language(asked, data, ending)
    source = _source(asked, data, lang, ending)
    kept = kept_bytes(source, data, ending)
    sidecar = Sidecar("work", "", accept_changes=asked.accept_changes)
    read_as = f"{lang}{ending}"
    expression = convert(Input(read_as, lang, kept, sidecar), authorities)
    may_tell = ending == TEXT and "\f" in source.text
    as_it_was = convert(Input(read_as, lang, data, sidecar), authorities) if may_tell else expression
    masthead = expression.resolution.masthead
    of_symbol = authorities.body_of(masthead.symbol) if masthead.symbol else None
    kinds = [paragraph.kind for paragraph in expression.resolution.paragraphs]
    return Taken(
        asked=asked,
        ending=ending,
        key=digest(kept),
        size=len(kept),
        lang=lang,
        guess=guess,
        is_as_it_was=kept == data,
        breaks_told=_paragraphs(as_it_was) != _paragraphs(expression),
        symbol=masthead.symbol,
        symbol_is_printed=bool(masthead.symbol and masthead.symbol in "".join(source.text.split())),
        symbol_in_name=None if masthead.symbol or ending == AKN else symbol_in_name(offered.stem, authorities),
        body=masthead.body,
        body_is_named=bool(expression.resolution.enacting),
        body_of_symbol=of_symbol.id if of_symbol else None,
        session=masthead.session,
        number=masthead.number,
        title=masthead.title,
        kind=masthead.kind,
        status=masthead.status,
        preambular=kinds.count("preambular"),
        operative=kinds.count("operative"),
        footnotes=len(expression.resolution.footnotes),
        diagnostics=expression.diagnostics,
    )


def bytes_of(taken: Taken) -> bytes:
    """The bytes to keep, read again. Raises CannotTakeError when they are not those that were looked at."""
    data = taken.offered.data()
    kept = kept_bytes(_source(taken.asked, data, taken.lang, TEXT), data, TEXT) if taken.ending == TEXT else data
    if digest(kept) != taken.key:
        raise CannotTakeError(f"{taken.offered.shown} has changed while it was read: try again")
    return kept


def kept_bytes(source: Source, data: bytes, ending: str) -> bytes:
    """What is kept of a file: its bytes; of a text its words, in the container that a source has."""
    return in_order(source.text).encode() if ending == TEXT else data


def in_order(text: str) -> str:
    """The same words in the container that a source has: LF line ends, no byte order mark, no form feeds."""
    text = _PAGE_BREAK.sub("", text.removeprefix("\ufeff"))
    return _OTHER_LINE_ENDS.sub("\n", text.lstrip("\f"))


def _language(asked: Asked, data: bytes, ending: str) -> tuple[str, LanguageGuess | None]:
    """The language that was given, else that of the file's name, else the one that its words speak for."""
    if asked.lang:
        return asked.lang, None
    offered = asked.offered
    if ending == AKN:
        return _language_of_markup(asked, data), None
    guess, findings = guess_file(data, offered.file_name, ending, accept_changes=asked.accept_changes)
    if findings:
        raise CannotTakeError(f"{offered.shown}: {_why(findings)}")
    chosen = language_in_name(offered.file_name) or (guess.lang if guess and guess.is_likely else None)
    if chosen is None:
        raise CannotTakeError(f"the language of {offered.shown} cannot be told: say it with --lang")
    return chosen, guess


def _language_of_markup(asked: Asked, data: bytes) -> str:
    """The language that marked-up words say they are in: a name may say `_A` of Arabic, and of a part."""
    said, findings = language_of_markup(data, asked.offered.file_name)
    if said in available():
        return said
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise CannotTakeError(f"{asked.offered.shown}: {_why(findings)}")
    if not said:
        raise CannotTakeError(f"{asked.offered.shown} does not say its language; languages: {', '.join(available())}")
    raise AnotherLanguageError(f"{asked.offered.shown} is in {shown(said)!r}; languages: {', '.join(available())}")


def _source(asked: Asked, data: bytes, lang: str, ending: str) -> Source:
    """The file as it reads. Raises CannotTakeError where there is no text in it, or words would be lost."""
    offered = asked.offered
    source, findings = reader_of(ending, accept_changes=asked.accept_changes)(data, offered.file_name, lang)
    if not source.text.strip():
        raise CannotTakeError(f"{offered.shown}: {_why(findings)}")
    if _REPLACEMENT in source.text and any(finding.code == "read-encoding" for finding in findings):
        raise CannotTakeError(f"{offered.shown} has bytes that are no text: their words would be lost")
    return source


def _why(findings: tuple[Diagnostic, ...]) -> str:
    """Why there is no text in a file."""
    first = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    return f"{first.message}: {first.hint}" if first else "there is no text in it"


def _paragraphs(expression: Expression) -> list[str]:
    return [paragraph.text.text for paragraph in expression.resolution.paragraphs]
