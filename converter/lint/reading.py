"""What the rules look at: one text with all that was understood of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.annotate.found import Said
from converter.authorities import Authorities
from converter.languages import Language
from converter.lint.places import Places
from converter.model import Citation, Clean, Diagnostic, Origin, Resolution, Text, Verb
from converter.model.marks import FOOTNOTE_PLACE

# What to do about a finding that the official document itself may have; its text is never edited.
AS_PRINTED = (
    "compare with the official document: if it prints this, the finding can be accepted in work.yml;"
    " if not, fetch the file again or report how it is misread"
)
MISSING = (
    "compare with the official document: if it has it, fetch the file again or report how it is misread;"
    " if not, the finding can be accepted in work.yml"
)
STATE = (
    "add the spelling to authorities/countries.yml with its source; a misprint of the official document"
    " can be accepted in work.yml"
)


@dataclass(frozen=True)
class Reading:
    """One text, its resolution and marks, and what they were read with."""

    clean: Clean
    resolution: Resolution
    verbs: tuple[Verb, ...]
    citations: tuple[Citation, ...]
    language: Language
    authorities: Authorities
    unread: tuple[Said, ...] = ()  # what the reader of citations could not read
    origin: tuple[Origin, ...] = ()  # the documents that were before the organ

    def finding(self, offset: int, code: str, message: str, hint: str, *, lighter: bool = False) -> Diagnostic:
        """A diagnostic at an offset of the source; `lighter` where its code has two weights and this is the second."""
        page, line, column = self.clean.source.locate(offset)
        path, lang = self.clean.source.path, self.resolution.lang
        return Diagnostic(path, line, column, code, message, hint, page, lang, self.places.at(offset), lighter)

    @cached_property
    def places(self) -> Places:
        """What stands where."""
        return Places(self.resolution, self.clean.source)

    def text_of(self, place: str) -> Text | None:
        """The text of a paragraph or footnote by its place."""
        if place.startswith(FOOTNOTE_PLACE):
            notes = self.resolution.footnotes
            return next((note.text for note in notes if note.place == place), None)
        return next((paragraph.text for paragraph in self.resolution.paragraphs if paragraph.id == place), None)

    def at(self, place: str, offset: int) -> int:
        """The source offset of an offset in a place's text."""
        text = self.text_of(place)
        return text.source_offset(offset) if text else 0

    @property
    def is_empty(self) -> bool:
        """Whether there is no text at all, so that only the reader's own finding matters."""
        return not self.clean.has_words
