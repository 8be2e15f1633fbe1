"""The text layer of a PDF held against what was read of it: each character of the one is in the other."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from converter.model import Diagnostic, Source
from converter.read.pdf.shapes import Sheet

# What reading turns, drops or puts in: mirrored brackets and quotation marks, hyphens at line ends, strokes.
_TURNED = "()[]{}«»‹›“”<>"
_DROPPED = "-\u2010\u2011\u2212\u00ad\u0640"
_FOLDED = str.maketrans(_TURNED, "(" * len(_TURNED), _DROPPED)
_SHOWN = 12  # characters that the finding names


def unaccounted(pages: Sequence[Sheet], source: Source) -> Diagnostic | None:
    """The finding for characters of the file's text layer that are not in the text, or the other way round."""
    given = chain.from_iterable((page.glyphs, page.turned, *(glyphs for _, glyphs in page.unseen)) for page in pages)
    layer = _counted("".join(glyph.char for glyphs in given for glyph in glyphs))
    read = _counted(source.text)
    lost, invented = layer - read, read - layer
    if not lost and not invented:
        return None
    kinds = ((lost, "lost"), (invented, "invented"))
    parts = [f"{sum(many.values())} {what} ({_named(many)})" for many, what in kinds if many]
    message = f"characters of the PDF and of its text are not the same: {', '.join(parts)}"
    hint = "report the file: it is misread; until then use the DOCX file of the same document"
    return Diagnostic(source.path, 0, 0, "read-account", message, hint)


def _counted(words: str) -> Counter[str]:
    """How often each character stands in a text, those that reading changes as one."""
    counted = Counter[str]()
    for char, count in Counter(words).items():
        for part in unicodedata.normalize("NFKD", char).translate(_FOLDED):
            if not part.isspace():
                counted[part] += count
    return counted


def _named(many: Counter[str]) -> str:
    return " ".join(sorted(many)[:_SHOWN])
