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
from converter.guess import LanguageGuess, guess_file, language_in_name, symbol_in_name
from converter.kept import write_if_changed
from converter.model import Diagnostic, Expression, Severity, Sidecar, Source
from converter.pipeline import authorities_of
from converter.printable import shown
from converter.project import SIDECAR, Project
from converter.read import MAX_BYTES, READERS, reader_of
from converter.sidecar import read_sidecar

_TEXT = "text"
_FORMATS = {".txt": _TEXT, ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
_KEPT_AS = {".htm": ".html"}
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
    """Make `sources/<work>/` from an official file, or add its language to the work that is there.

    `name` None: from what the text says; `lang` None: it is guessed. `accept_changes`: tracked changes are accepted,
    and the sidecar says so. Raises CannotStartError; a file that is there already is never touched.
    """
    if name is not None and not is_work_name(name):
        raise CannotStartError(f"{name!r} cannot name a work: use small letters, digits and hyphens")
    taken = _take(file, lang, accept_changes=accept_changes)
    _refuse_twice(project, taken.kept)
    authorities, _ = authorities_of(project)
    ending = file.suffix.lower()
    read_as = f"{taken.lang}{_KEPT_AS.get(ending, ending)}"
    sidecar = Sidecar("work", "", accept_changes=accept_changes)
    found = convert(Input(read_as, taken.lang, taken.kept, sidecar), authorities)
    folder = project.sources / (name or _free_name(project, _wanted_name(found, file)))
    known = _known(folder, taken.lang, name, found, accept_changes=accept_changes)
    path = project.relative(folder / read_as)
    expression = convert(Input(path, taken.lang, taken.kept, sidecar), authorities)
    beside = folder / SIDECAR
    made = f"made {path}"
    files = {folder / read_as: taken.kept}
    if not beside.exists():
        files[beside] = _sidecar(file, accept_changes=accept_changes).encode()
        made += f" and {project.relative(beside)}"
    _write(folder, files)
    said = (
        made,
        *(
            (f"the work is there already in {', '.join(known)}: its languages are compared by `check`",)
            if known
            else ()
        ),
        *_container(taken, authorities),
        *_language_said(taken.lang, taken.guess, given=lang is not None),
        *_understood(expression),
        *_how_sure(expression, taken.source, file, authorities),
    )
    return Started(path, said, expression.diagnostics)


@dataclass(frozen=True, slots=True)
class _Taken:
    """An official file: its bytes, those that are kept of it, what was read, its language and how that was guessed."""

    data: bytes
    kept: bytes
    source: Source
    lang: str
    guess: LanguageGuess | None


def _take(file: Path, lang: str | None, *, accept_changes: bool) -> _Taken:
    """Read an official file, or raise CannotStartError with what to do."""
    ending = file.suffix.lower()
    if ending not in READERS:
        no_reader = f"no reader for {shown(file.suffix or file.name)}; formats: {', '.join(READERS)}"
        raise CannotStartError(_NO_READER.get(ending, no_reader))
    data = _bytes(file)
    guess, findings = (None, ()) if lang else guess_file(data, file.name, ending, accept_changes=accept_changes)
    if findings:
        raise CannotStartError(f"{shown(file.name)}: {_why(findings)}")
    chosen = lang or language_in_name(file.name) or (guess.lang if guess and guess.is_likely else None)
    if chosen is None:
        raise CannotStartError(f"the language of {shown(file.name)} cannot be told: say it with --lang")
    source, findings = reader_of(ending, accept_changes=accept_changes)(data, file.name, chosen)
    if not source.text.strip():
        raise CannotStartError(f"{shown(file.name)}: {_why(findings)}")
    if _REPLACEMENT in source.text and any(finding.code == "read-encoding" for finding in findings):
        raise CannotStartError(f"{shown(file.name)} has bytes that are no text: their words would be lost")
    kept = in_order(source.text).encode() if source.format == _TEXT else data
    return _Taken(data, kept, source, chosen, guess)


def _known(folder: Path, lang: str, name: str | None, found: Expression, *, accept_changes: bool) -> tuple[str, ...]:
    """The languages that a work is there in already; none for a new one. Raises CannotStartError where it cannot join.

    A text joins a work that was named, or that its symbol names: a folder's name alone may be that of another work.
    """
    where = f"sources/{folder.name}"
    if not folder.exists() and not folder.is_symlink():
        return ()
    if folder.is_symlink() or not folder.is_dir() or not (name or found.resolution.masthead.symbol):
        raise CannotStartError(f"{where} is there already: choose another name with --work")
    if (folder / SIDECAR).is_symlink():
        raise CannotStartError(f"{where}/{SIDECAR} is a link, and nothing is read or written through it")
    known = sorted(path.stem for path in folder.iterdir() if path.suffix in READERS)
    if lang in known:
        raise CannotStartError(f"{where} is there already in {lang}: choose another name with --work")
    beside = folder / SIDECAR
    if accept_changes and beside.is_file():
        sidecar = read_sidecar(beside.read_text(encoding="utf-8", errors="replace"), SIDECAR, folder.name)
        if not sidecar.accept_changes:
            raise CannotStartError(f"put `changes: accept` under `source` in {where}/{SIDECAR} first")
    return tuple(known)


def in_order(text: str) -> str:
    """The same words in the container that a source has: LF line ends, no byte order mark, no form feeds."""
    text = _PAGE_BREAK.sub("", text.removeprefix("\ufeff"))
    return _OTHER_LINE_ENDS.sub("\n", text.lstrip("\f"))


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            size = f"{MAX_BYTES // 1024 // 1024} MiB"
            raise CannotStartError(f"{shown(file.name)} is larger than {size}: is it the right file?")
        return file.read_bytes()
    except OSError as error:
        raise CannotStartError(f"{shown(file.name)} cannot be read: {error.strerror}") from error


def _refuse_twice(project: Project, data: bytes) -> None:
    for path in sorted(project.sources.glob("*/*")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data:
            raise CannotStartError(f"this text is there already: {project.relative(path)}")


def _write(folder: Path, files: dict[Path, bytes]) -> None:
    """Write all of the files or none: half a work would be in the way of the next try."""
    before = folder.exists()
    try:
        for path, data in files.items():
            write_if_changed(path, data)
    except BaseException:
        for path in files:
            path.unlink(missing_ok=True)
        if not before and folder.exists():
            folder.rmdir()
        raise


def _why(findings: tuple[Diagnostic, ...]) -> str:
    """Why there is no text in a file."""
    first = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    return f"{first.message}: {first.hint}" if first else "there is no text in it"


# --- what can be guessed -----------------------------------------------------------------------------------


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
    name = "".join(char for char in file.name[-_MAX_FILE_NAME:] if char.isprintable())
    note = json.dumps(f"Taken over from the official file {name}.", ensure_ascii=False)
    changes = _CHANGES if accept_changes else ""
    return _SIDECAR.format(format=_FORMATS[file.suffix.lower()], note=note, changes=changes)


def _container(taken: _Taken, authorities: Authorities) -> Iterator[str]:
    if taken.kept == taken.data:
        yield "the file was taken over byte for byte"
        return
    yield "the file was written as UTF-8 with LF line ends; no word was changed"
    path, sidecar = f"{taken.lang}.txt", Sidecar("work", "")
    before, after = (
        [one.text.text for one in convert(Input(path, taken.lang, data, sidecar), authorities).resolution.paragraphs]
        for data in (taken.data, taken.kept)
    )
    if "\f" in taken.source.text and before != after:
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
