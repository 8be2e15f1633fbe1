"""How much text is read: bounds far above any resolution, so that what a file costs stays in bounds.

They are counts, so the same file gives the same finding on every machine. The longest resolutions (the 2030 Agenda, the
Pact for the Future, conventions in annexes) have fewer than 100 pages: some 400,000 characters on 6,000 lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from converter.model import Diagnostic, Source

MAX_CHARACTERS = 1_150_000
MAX_LINES = 20_000  # of a DOCX or an HTML page, paragraphs and rows of tables
MAX_SIGNS = 40_000  # of what Markdown must be told is no markup; each costs as much as its paragraph is long
_SIGN = re.compile(r"[\\`*_\[\]<>&{}|~#]")


def beyond(source: Source) -> Diagnostic | None:
    """The finding for a source that is larger than any resolution, at the place where it is; None for all others."""
    for count, what, offset in _exceeded(source):
        page, line, column = source.locate(offset)
        message = f"the text has more than {count} {what}, the last one that fits is here"
        hint = "a resolution is far shorter: is this the right file, and is it whole and undamaged?"
        return Diagnostic(source.path, line, column, "read-too-large", message, hint, page=page)
    return None


def _exceeded(source: Source) -> Iterator[tuple[int, str, int]]:
    if len(source.lines) > MAX_LINES:
        yield MAX_LINES, "lines", source.lines[MAX_LINES - 1].start
    if len(source.text) > MAX_CHARACTERS:
        yield MAX_CHARACTERS, "characters", MAX_CHARACTERS - 1
    signs = list(islice(_SIGN.finditer(source.text), MAX_SIGNS - 1, MAX_SIGNS + 1))
    if len(signs) > 1:
        yield MAX_SIGNS, "signs that are markup elsewhere (such as & * _ [ <)", signs[0].start()
