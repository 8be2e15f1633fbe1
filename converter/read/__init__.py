"""Bytes → Source: one file per format, and the table that says which file reads what."""

from __future__ import annotations

from collections.abc import Callable

from converter.model import Diagnostic, Source
from converter.read.text import read_text

Reader = Callable[[bytes, str, str], tuple[Source, tuple[Diagnostic, ...]]]

# The ending of a source's name → the reader. A reader takes the bytes, the path to name in diagnostics and
# the language; it never raises on what people wrote.
READERS: dict[str, Reader] = {
    ".txt": read_text,
}

MAX_BYTES = 8 * 1024 * 1024

__all__ = ["MAX_BYTES", "READERS", "Reader", "read_text"]
