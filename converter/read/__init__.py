"""Bytes → Source: one file per format, and the table that says which file reads what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from converter.formats import AKN, TEXT, ending_of, why_unread
from converter.model import Diagnostic, Source
from converter.printable import shown
from converter.read.akn import read_akn
from converter.read.apart import read_apart
from converter.read.bounds import beyond
from converter.read.docx import read_docx
from converter.read.flow import refused
from converter.read.html import read_html
from converter.read.pdf import read_pdf
from converter.read.signs import controls, private
from converter.read.text import read_text
from converter.read.twice import refuse_twice
from converter.read.worker import Request

Reader = Callable[[bytes, str, str], tuple[Source, tuple[Diagnostic, ...]]]

# The ending of a source's name → the reader. A reader takes the bytes, the path to name in diagnostics and
# the language; it never raises on what people wrote.
READERS: dict[str, Reader] = {
    ".docx": read_docx,
    ".docm": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".pdf": read_pdf,
    TEXT: read_text,
    AKN: read_akn,
}

# The same for the formats that hold tracked changes, with all of them accepted.
ACCEPTING: dict[str, Reader] = {
    ".docx": partial(read_docx, accept_changes=True),
    ".docm": partial(read_docx, accept_changes=True),
    ".htm": partial(read_html, accept_changes=True),
    ".html": partial(read_html, accept_changes=True),
}

# The same for the formats that hold text which a machine recognised on a picture, with that text read.
RECOGNISED: dict[str, Reader] = {
    ".pdf": partial(read_pdf, accept_recognised=True),
}

# Read where they are asked for: there is no parser in them that could crash.
_HERE = frozenset({TEXT})


def reader_of(ending: str, *, accept_changes: bool = False, accept_recognised: bool = False) -> Reader:
    """The reader for a name's ending, in small letters; foreign formats in a process of their own.

    What is longer than any resolution is refused. The bytes decide which format a file is in, where they tell: a
    name that says another one is a finding. Where neither tells, nothing is read.
    """
    accept = (accept_changes, accept_recognised)

    def read(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
        own = ending_of(data, ending)
        if own not in READERS:
            return _unknown(path, lang, own)
        here = reader_here(own) if own in _HERE else None
        source, findings = here(data, path, lang) if here else read_apart(Request(own, *accept, data, path, lang))
        return (source, findings) if own == ending else (source, (_named(path, lang, ending, own), *findings))

    return read


def _named(path: str, lang: str, ending: str, own: str) -> Diagnostic:
    message = f"the name ends in {shown(ending)!r}, but what is in the file is {own[1:].upper()}, and is read as that"
    hint = f"rename the file: its name should end in {own}"
    return Diagnostic(path, 0, 0, "read-named", message, hint, 0, lang)


def _unknown(path: str, lang: str, own: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    message = f"there is no reader for {shown(own) or 'a name without an ending'}"
    source, finding = refused(path, lang, "", "read-unknown", message, why_unread(own))
    return source, (finding,)


def reader_here(ending: str, *, accept_changes: bool = False, accept_recognised: bool = False) -> Reader:
    """The same in this process: for the one that may crash, and for tests."""
    read = READERS[ending]
    for asked, readers in ((accept_changes, ACCEPTING), (accept_recognised, RECOGNISED)):
        read = readers.get(ending, read) if asked else read
    if ending == TEXT:  # it says so itself, by line and column
        return lambda data, path, lang: _bounded(*read(data, path, lang))
    return lambda data, path, lang: _with_controls(*_bounded(*read(data, path, lang)))


def _with_controls(source: Source, findings: tuple[Diagnostic, ...]) -> tuple[Source, tuple[Diagnostic, ...]]:
    return source, (*findings, *controls(source, closing=False), *private(source))


def _bounded(source: Source, findings: tuple[Diagnostic, ...]) -> tuple[Source, tuple[Diagnostic, ...]]:
    refused = beyond(source)
    if refused:
        return replace(source, text="", lines=()), (refused,)
    twice = refuse_twice(source)
    return (twice[0], (twice[1],)) if twice else (source, findings)


__all__ = ["READERS", "Reader", "read_text", "reader_here", "reader_of"]
