"""What a paragraph of the tree is: its kind, its number and label, its anchor."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model import Paragraph, Text
from converter.parse.labels import Reading


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a paragraph before its words are read: its number, and a kind (see `segment.Group`)."""

    number: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is: its kind, number and parent, the length of its label, the anchor that it should have.

    A sub-paragraph has the readings of its label until it is placed.
    """

    kind: str
    number: str | None = None
    parent: str | None = None
    label: int = 0
    anchor: str = ""
    readings: tuple[Reading, ...] = ()

    def paragraph(self, identity: str, text: Text) -> Paragraph:
        """The paragraph with its anchor; its label is taken off the front of its words."""
        label = text.slice(0, self.label).strip() if self.label else None
        words = text.slice(self.label, len(text.text))
        return Paragraph(identity, self.kind, self.number, self.parent, label, words)
