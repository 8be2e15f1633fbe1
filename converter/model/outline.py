"""The outline of an expression: what its other languages compare it with, without its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlined:
    """A paragraph, a note or a block of the masthead: where it stands in its file, and how much it says.

    `kind` is the paragraph's, `note`, or `masthead`, whose `id` is then the kind of the block. `parent` is the
    anchor of the paragraph that a sub-paragraph hangs on. `page`, `line` and `column` are those of a diagnostic,
    `length` counts the characters of the words, `marks` the marks of footnotes among them.
    """

    id: str
    kind: str
    number: str | None
    parent: str | None
    page: int
    line: int
    column: int
    length: int
    marks: int = 0
