"""`new`: start a work from the official file. The words stay as they are; only their container is put in order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from converter.addresses import is_work_name
from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.guess import LanguageGuess, guess_language, symbol_in_name
from converter.languages import available
from converter.model import Diagnostic, Expression, Severity, Sidecar, Source
from converter.pipeline import authorities_of
from converter.project import SIDECAR, Project
from converter.read import MAX_BYTES, READERS, reader_of

_TEXT = "text"
_FORMATS = {".txt": _TEXT, ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
_KEPT_AS = {".htm": ".html"}
_BY_LANGUAGE = (".txt", ".html", ".htm")  # where the language decides in which encoding the bytes are
_SAVE_AS = "open it in a word processor and save it as .docx"
_NO_READER = {
    ".doc": f"a file of Word before 2007 cannot be read: {_SAVE_AS}",
    ".docm": f"a file with macros is not read: {_SAVE_AS}",
    ".dot": f"a file of Word before 2007 cannot be read: {_SAVE_AS}",
    ".odt": f"an OpenDocument text cannot be read: {_SAVE_AS}",
    ".rtf": f"a file in RTF cannot be read: {_SAVE_AS}",
    ".wpd": f"a file of WordPerfect cannot be read: {_SAVE_AS}",
}
_MAX_NAME = 60
_MAX_FILE_NAME = 120
_PAGE_BREAK = re.compile("(?<=\n)\f+|\f+(?=\n)")
_OTHER_LINE_ENDS = re.compile("\r\n|[\r\f\x0b\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"
_SIDECAR = """\
# yaml-language-server: $schema=../../converter/schemas/work.schema.json
#
# The text prints everything else that the site says about this work.

source:
  format: {format}
{changes}  note: {note}
"""
_CHANGES = "  changes: accept\n"


class CannotStartError(Exception):
    """No work can be made of this file; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Started:
    """A work that was started: the path of its source, what to tell whoever started it, and every finding."""

    source: str
    said: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def start_work(
    project: Project, file: Path, name: str | None, lang: str | None, *, accept_changes: bool = False
) -> Started:
    """Make `sources/<work>/` from an official file. Raises CannotStartError; an existing work is never touched.

    `lang` None: it is guessed. `accept_changes`: tracked changes are accepted, and the sidecar says so.
    """
    if name is not None and not is_work_name(name):
        raise CannotStartError(f"{name!r} cannot name a work: use small letters, digits and hyphens")
    ending = file.suffix.lower()
    if ending not in READERS:
        no_reader = f"no reader for {file.suffix or file.name}; formats: {', '.join(READERS)}"
        raise CannotStartError(_NO_READER.get(ending, no_reader))
    data = _bytes(file)
    guess = None if lang else _guess(file, data, accept_changes=accept_changes)
    chosen = lang or _language(file, guess)
    source, findings = reader_of(ending, accept_changes=accept_changes)(data, file.name, chosen)
    if not source.text.strip():
        raise CannotStartError(f"{file.name}: {_why(findings)}")
    if _REPLACEMENT in source.text and any(finding.code == "read-encoding" for finding in findings):
        raise CannotStartError(f"{file.name} has bytes that are no text: their words would be lost")
    kept = in_order(source.text).encode() if source.format == _TEXT else data
    _refuse_twice(project, kept)
    authorities, _ = authorities_of(project)
    sidecar = Sidecar("work", "", accept_changes=accept_changes)
    read_as = f"{chosen}{_KEPT_AS.get(ending, ending)}"
    work = name or _free_name(project, _wanted_name(_converted(read_as, chosen, kept, sidecar, authorities), file))
    folder = project.sources / work
    if folder.exists() or folder.is_symlink():
        raise CannotStartError(f"sources/{work} is there already: choose another name with --work")
    path = f"sources/{work}/{read_as}"
    expression = _converted(path, chosen, kept, sidecar, authorities)
    folder.mkdir(parents=True)
    (project.root / path).write_bytes(kept)
    (folder / SIDECAR).write_text(_sidecar(file, accept_changes=accept_changes), encoding="utf-8", newline="\n")
    said = (
        f"made {path} and sources/{work}/{SIDECAR}",
        *_container(source, data, kept, file, chosen, authorities),
        *_language_said(chosen, guess, given=lang is not None),
        *_understood(expression),
        *_how_sure(expression, source, file, authorities),
    )
    return Started(path, said, expression.diagnostics)


def in_order(text: str) -> str:
    """The same words in the container that a source has: LF line ends, no byte order mark, no form feeds."""
    text = _PAGE_BREAK.sub("", text.removeprefix("\ufeff"))
    return _OTHER_LINE_ENDS.sub("\n", text.lstrip("\f"))


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise CannotStartError(f"{file.name} is larger than {MAX_BYTES // 1024 // 1024} MiB: is it the right file?")
        return file.read_bytes()
    except OSError as error:
        raise CannotStartError(f"{file.name} cannot be read: {error.strerror}") from error


def _refuse_twice(project: Project, data: bytes) -> None:
    for path in sorted(project.sources.glob("*/*")):
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            raise CannotStartError(f"this text is there already: {project.relative(path)}")


def _converted(path: str, lang: str, data: bytes, sidecar: Sidecar, authorities: Authorities) -> Expression:
    return convert(Input(path, lang, data, sidecar), authorities)


def _why(findings: tuple[Diagnostic, ...]) -> str:
    """Why there is no text in a file."""
    first = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    return f"{first.message}: {first.hint}" if first else "there is no text in it"


# --- what can be guessed -----------------------------------------------------------------------------------


def _guess(file: Path, data: bytes, *, accept_changes: bool) -> LanguageGuess:
    ending, languages = file.suffix.lower(), available()
    read = reader_of(ending, accept_changes=accept_changes)
    if ending in _BY_LANGUAGE:
        return guess_language({lang: read(data, file.name, lang)[0].text for lang in languages})
    source, findings = read(data, file.name, languages[0])
    if not source.text.strip():
        raise CannotStartError(f"{file.name}: {_why(findings)}")
    return guess_language(dict.fromkeys(languages, source.text))


def _language(file: Path, guess: LanguageGuess | None) -> str:
    """The language that the file's name says, else the one that its words speak for."""
    named = [part for part in file.name.split(".")[:-1] if part in available()]
    if named:
        return named[-1]
    if guess is None or not guess.is_likely:
        raise CannotStartError(f"the language of {file.name} cannot be told: say it with --lang")
    return guess.lang


def _wanted_name(expression: Expression, file: Path) -> str:
    """A name for the folder: the symbol, else organ, session and number, else the file's own name."""
    masthead = expression.resolution.masthead
    if masthead.symbol:
        return _slug(masthead.symbol)
    if masthead.body and masthead.session:
        serial = re.search(r"/(\d+.*)$", masthead.number or "")
        return _slug(f"{masthead.body} {masthead.session} {serial[1] if serial else 'draft'}")
    return _slug(file.stem) or "work"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:_MAX_NAME].strip("-")


def _free_name(project: Project, wanted: str) -> str:
    """The name itself; a draft without a number is counted, since a session has many."""
    if not wanted.endswith("-draft"):
        return wanted
    return next(name for number in count(1) if not (project.sources / (name := f"{wanted}-{number}")).exists())


# --- what is written and said ------------------------------------------------------------------------------


def _sidecar(file: Path, *, accept_changes: bool) -> str:
    shown = "".join(char for char in file.name[-_MAX_FILE_NAME:] if char.isprintable())
    note = json.dumps(f"Taken over from the official file {shown}.", ensure_ascii=False)
    changes = _CHANGES if accept_changes else ""
    return _SIDECAR.format(format=_FORMATS[file.suffix.lower()], note=note, changes=changes)


def _container(
    source: Source, data: bytes, kept: bytes, file: Path, lang: str, authorities: Authorities
) -> Iterator[str]:
    if kept == data:
        yield "the file was taken over byte for byte"
        return
    yield "the file was written as UTF-8 with LF line ends; no word was changed"
    given, ordered = (_converted(f"{lang}.txt", lang, one, Sidecar("work", ""), authorities) for one in (data, kept))
    before, after = given.resolution.paragraphs, ordered.resolution.paragraphs
    if "\f" in source.text and [one.text.text for one in before] != [one.text.text for one in after]:
        yield "its page breaks told where some paragraphs end: compare the paragraphs with the official document"


def _language_said(lang: str, guess: LanguageGuess | None, *, given: bool) -> Iterator[str]:
    """The language, and how far its guess can be trusted."""
    yield f"language: {lang}{'' if given else ' (guessed: change it with --lang)'}"
    if guess is None:
        return
    of = f"{guess.share:.0%} of the text is what texts in {guess.lang} are full of"
    then = f", {guess.next_share:.0%} for {guess.next}" if guess.next else ""
    if guess.lang != lang:
        yield f"the file's name says {lang}, but {of}{then}: compare"
    else:
        yield f"{'sure' if guess.is_sure else 'not sure'} of the language: {of}{then}"


def _understood(expression: Expression) -> Iterator[str]:
    resolution = expression.resolution
    masthead = resolution.masthead
    for label, value in (
        ("symbol", masthead.symbol),
        ("body", masthead.body),
        ("session", masthead.session),
        ("number", masthead.number),
        ("title", masthead.title),
    ):
        yield f"{label}: {value or 'not printed, or not understood'}"
    numbers = {kind: sum(one.kind == kind for one in resolution.paragraphs) for kind in ("preambular", "operative")}
    yield (
        f"{masthead.kind}, {masthead.status}: {numbers['preambular']} preambular and {numbers['operative']} operative"
        f" paragraphs, {len(resolution.footnotes)} footnotes"
    )
    if masthead.status == "draft":
        yield f"a draft: when it is adopted, put its symbol into {SIDECAR} under adopted_as"


def _how_sure(expression: Expression, source: Source, file: Path, authorities: Authorities) -> Iterator[str]:
    """What the symbol and the body rest on, where the text does not simply print them."""
    masthead = expression.resolution.masthead
    symbol = masthead.symbol
    if symbol and symbol in source.text:
        yield "sure of the symbol: it is printed"
    elif symbol:
        yield "not sure of the symbol: it follows from the number and the body, the text does not print it"
    elif found := symbol_in_name(file.stem, authorities):
        yield f"the file's name looks like {found}: if that is the symbol, put `symbol: {found}` into {SIDECAR}"
    if masthead.body and expression.resolution.enacting:
        yield "sure of the body: the enacting phrase names it"
    elif masthead.body:
        yield "not sure of the body: no enacting phrase names it"
    elif symbol and (body := authorities.body_of(symbol)):
        yield f"not sure of the body: nothing names it, but the symbol is one of {body.id}"
