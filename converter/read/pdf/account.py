"""The text layer of a PDF held against what was read of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from converter.model import Diagnostic, Source
from converter.read.account import counted, unaccounted
from converter.read.pdf.shapes import Sheet

# What reading turns, drops or puts in: mirrored brackets and quotation marks, hyphens at line ends, strokes.
_TURNED = "()[]{}«»‹›“”<>"
_DROPPED = "-\u2010\u2011\u2212\u00ad\u0640"
_FOLDED = str.maketrans(_TURNED, "(" * len(_TURNED), _DROPPED)


def difference(pages: Sequence[Sheet], source: Source) -> Diagnostic | None:
    """The finding for characters of the file's text layer that are not in the text, or the other way round."""
    given = chain.from_iterable((page.glyphs, page.turned, *(glyphs for _, glyphs in page.unseen)) for page in pages)
    layer = _counted("".join(glyph.char for glyphs in given for glyph in glyphs))
    read = _counted(source.text)
    return unaccounted(source.path, "PDF", layer - read, read - layer)


def _counted(words: str) -> Counter[str]:
    return counted(words, lambda part: part.translate(_FOLDED))
