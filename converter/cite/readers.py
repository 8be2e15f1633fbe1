"""The two readers of citations, and which of them reads each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from converter.cite import finder, resolve
from converter.cite.finder import Found, Said
from converter.cite.internal import find_internal
from converter.languages import Language
from converter.languages.page import available, load_page
from converter.model import Citation, Resolution

__all__ = ["READERS", "Found", "Said", "find_citations", "read_citations"]

Reader = Callable[[Resolution, Language], Found]


def _by_patterns(resolution: Resolution, language: Language) -> Found:
    return Found(resolve.find_citations(resolution, language))


READERS: Mapping[str, Reader] = {"patterns": _by_patterns, "tokens": finder.find}
"""The two readers: the one by patterns of the profile, and the one by tokens and the language's page."""
READ_BY: Mapping[str, str] = {
    "ar": "tokens",
    "en": "tokens",
    "es": "tokens",
    "fr": "tokens",
    "ru": "tokens",
    "zh": "tokens",
}
"""Which of them reads each language."""


def read_citations(resolution: Resolution, language: Language) -> Found:
    """Every citation of a resolution, its references to itself, and what its reader could not read."""
    found = READERS[READ_BY[language.code]](resolution, language)
    if language.code not in available():
        return found
    internal, lost = find_internal(resolution, found.citations, load_page(language.code, language.authorities))
    return replace(found, internal=internal, said=(*found.said, *(Said(place, remark) for place, remark in lost)))


def find_citations(resolution: Resolution, language: Language) -> tuple[Citation, ...]:
    """Every citation of the paragraphs and the footnotes, in order within each text; the text itself is none."""
    return read_citations(resolution, language).citations
