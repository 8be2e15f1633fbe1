"""Bytes → Source: one file per format, and the table that says which file reads what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from converter.model import Diagnostic, Source
from converter.read.akn import is_akn, read_akn
from converter.read.apart import read_apart
from converter.read.bounds import beyond
from converter.read.docx import read_docx
from converter.read.html import read_html
from converter.read.pdf import read_pdf
from converter.read.text import read_text
from converter.read.twice import refuse_twice
from converter.read.worker import Request

Reader = Callable[[bytes, str, str], tuple[Source, tuple[Diagnostic, ...]]]

AKN = ".xml"

# The ending of a source's name → the reader. A reader takes the bytes, the path to name in diagnostics and
# the language; it never raises on what people wrote.
READERS: dict[str, Reader] = {
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".pdf": read_pdf,
    ".txt": read_text,
    AKN: read_akn,
}

# The same for the formats that hold tracked changes, with all of them accepted.
ACCEPTING: dict[str, Reader] = {
    ".docx": partial(read_docx, accept_changes=True),
    ".htm": partial(read_html, accept_changes=True),
    ".html": partial(read_html, accept_changes=True),
}

# The same for the formats that hold text which a machine recognised on a picture, with that text read.
RECOGNISED: dict[str, Reader] = {
    ".pdf": partial(read_pdf, accept_recognised=True),
}

MAX_BYTES = 8 * 1024 * 1024


# Read where they are asked for: there is no parser in them that could crash.
_HERE = frozenset({".txt"})


def reader_of(ending: str, *, accept_changes: bool = False, accept_recognised: bool = False) -> Reader:
    """The reader for a name's ending, which must be a key of `READERS`; foreign formats in a process of their own.

    What is longer than any resolution is refused. Akoma Ntoso is told by its first element, whatever the ending.
    """
    here = reader_here(ending) if ending in _HERE else None
    accept = (accept_changes, accept_recognised)

    def read(data: bytes, path: str, lang: str) -> tuple[Source, tuple[Diagnostic, ...]]:
        own = AKN if is_akn(data) else ending
        return here(data, path, lang) if here and own == ending else read_apart(Request(own, *accept, data, path, lang))

    return read


def reader_here(ending: str, *, accept_changes: bool = False, accept_recognised: bool = False) -> Reader:
    """The same in this process: for the one that may crash, and for tests."""
    read = READERS[ending]
    for asked, readers in ((accept_changes, ACCEPTING), (accept_recognised, RECOGNISED)):
        read = readers.get(ending, read) if asked else read
    return lambda data, path, lang: _bounded(*read(data, path, lang))


def _bounded(source: Source, findings: tuple[Diagnostic, ...]) -> tuple[Source, tuple[Diagnostic, ...]]:
    refused = beyond(source)
    if refused:
        return replace(source, text="", lines=()), (refused,)
    twice = refuse_twice(source)
    return (twice[0], (twice[1],)) if twice else (source, findings)


__all__ = ["AKN", "MAX_BYTES", "READERS", "Reader", "is_akn", "read_text", "reader_here", "reader_of"]
