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
from converter.languages import available, read_data
from converter.model import Diagnostic, Expression, Sidecar, Source
from converter.pipeline import authorities_of
from converter.project import SIDECAR, Project
from converter.read import MAX_BYTES, READERS

_TEXT = "text"
_FORMATS = {".txt": _TEXT, ".pdf": "pdf", ".docx": "docx", ".doc": "doc", ".html": "html", ".htm": "html"}
_LIKELY = 0.1  # how much of a text must be a language's own frequent characters
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
  note: {note}
"""


class CannotStartError(Exception):
    """No work can be made of this file; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Started:
    """A work that was started: the path of its source, what to tell whoever started it, and every finding."""

    source: str
    said: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def start_work(project: Project, file: Path, name: str | None, lang: str | None) -> Started:
    """Make `sources/<work>/` from an official file. Raises CannotStartError; an existing work is never touched."""
    if name is not None and not is_work_name(name):
        raise CannotStartError(f"{name!r} cannot name a work: use small letters, digits and hyphens")
    if file.suffix not in READERS:
        raise CannotStartError(f"no reader for {file.suffix or file.name}; formats: {', '.join(READERS)}")
    data = _bytes(file)
    chosen = lang or _language(file, data)
    source, findings = READERS[file.suffix](data, file.name, chosen)
    if not source.text.strip():
        raise CannotStartError(f"{file.name}: {findings[0].message if findings else 'there is no text in it'}")
    if _REPLACEMENT in source.text and any(finding.code == "read-encoding" for finding in findings):
        raise CannotStartError(f"{file.name} has bytes that are no text: their words would be lost")
    kept = in_order(source.text).encode() if source.format == _TEXT else data
    _refuse_twice(project, kept)
    authorities, _ = authorities_of(project)
    work = name or _free_name(project, _wanted_name(_converted(file.name, chosen, kept, authorities), file))
    folder = project.sources / work
    if folder.exists() or folder.is_symlink():
        raise CannotStartError(f"sources/{work} is there already: choose another name with --work")
    path = f"sources/{work}/{chosen}{file.suffix}"
    expression = _converted(path, chosen, kept, authorities)
    folder.mkdir(parents=True)
    (project.root / path).write_bytes(kept)
    (folder / SIDECAR).write_text(_sidecar(file), encoding="utf-8", newline="\n")
    said = (
        f"made {path} and sources/{work}/{SIDECAR}",
        *_container(source, data, kept, file, chosen, authorities),
        *_understood(expression, chosen, guessed=lang is None),
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


def _converted(path: str, lang: str, data: bytes, authorities: Authorities) -> Expression:
    return convert(Input(path, lang, data, Sidecar("work", "")), authorities)


# --- what can be guessed -----------------------------------------------------------------------------------


def _language(file: Path, data: bytes) -> str:
    """The language that the file's name says, else the one whose frequent characters the text is made of."""
    named = [part for part in file.name.split(".")[:-1] if part in available()]
    if named:
        return named[-1]
    shares = {lang: _share(READERS[file.suffix](data, file.name, lang)[0].text, lang) for lang in available()}
    best = max(shares, key=lambda lang: shares[lang])
    if shares[best] < _LIKELY:
        raise CannotStartError(f"the language of {file.name} cannot be told: say it with --lang")
    return best


def _share(text: str, lang: str) -> float:
    frequent = frozenset(read_data(lang)["text"].get("frequent", ""))
    letters = [char for char in text if not char.isspace()]
    return sum(char in frequent for char in letters) / max(1, len(letters))


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


def _sidecar(file: Path) -> str:
    shown = "".join(char for char in file.name[-_MAX_FILE_NAME:] if char.isprintable())
    note = json.dumps(f"Taken over from the official file {shown}.", ensure_ascii=False)
    return _SIDECAR.format(format=_FORMATS[file.suffix], note=note)


def _container(
    source: Source, data: bytes, kept: bytes, file: Path, lang: str, authorities: Authorities
) -> Iterator[str]:
    if kept == data:
        yield "the file was taken over byte for byte"
        return
    yield "the file was written as UTF-8 with LF line ends; no word was changed"
    before = _converted(file.name, lang, data, authorities).resolution.paragraphs
    after = _converted(file.name, lang, kept, authorities).resolution.paragraphs
    if "\f" in source.text and [one.text.text for one in before] != [one.text.text for one in after]:
        yield "its page breaks told where some paragraphs end: compare the paragraphs with the official document"


def _understood(expression: Expression, lang: str, *, guessed: bool) -> Iterator[str]:
    resolution = expression.resolution
    masthead = resolution.masthead
    yield f"language: {lang}{' (guessed: change it with --lang)' if guessed else ''}"
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
