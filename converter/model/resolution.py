"""The resolution as it was understood: masthead, paragraphs, footnotes."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model.diagnostic import Diagnostic
from converter.model.marks import Citation, Entity, Mandate, Verb
from converter.model.text import Furniture, Note, Text


@dataclass(frozen=True, slots=True)
class MastheadBlock:
    """One printed piece of the masthead: `kind` is body, session, dates, agenda, sponsors, type, title…"""

    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the session's agenda."""

    number: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A State that puts the draft forward; `member` is False where a star marks a non-member.

    `start` and `end` are the name's span in the text of the masthead's sponsors block.
    """

    name: str
    code: str | None
    member: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the first paragraph, as printed (`blocks`) and as understood (the rest)."""

    blocks: tuple[MastheadBlock, ...]
    body: str | None
    session: str | None
    session_from: str | None
    session_to: str | None
    agenda_items: tuple[AgendaItem, ...]
    symbol: str | None
    kind: str
    status: str
    number: str | None
    title: str | None
    date: str | None
    sponsors: tuple[Sponsor, ...]
    sponsors_note: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `id` is its anchor (`pp5`, `op11`, `op11-a`).

    `kind` is preambular, operative, sub, heading or plain. `label` is the number as printed (`11.`), `number`
    the bare one (`11`); `text` has neither the label nor the footnote marks.
    """

    id: str
    kind: str
    number: str | None
    parent: str | None
    label: Text | None
    text: Text


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and the place of its mark: before the character at `offset` of the paragraph's text.

    `paragraph` is None for a note whose mark stands in the masthead (the non-members' star) or nowhere.
    """

    marker: str
    paragraph: str | None
    offset: int | None
    text: Text
    label: int
    mark: int | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """One expression of a work, as its text alone tells."""

    path: str
    lang: str
    masthead: Masthead
    enacting: Text | None
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    star_notes: tuple[Note, ...]  # notes whose mark is a star of the masthead
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A resolution with its marks: all that one source file, its sidecar and the authority files give."""

    work: str
    resolution: Resolution
    verbs: tuple[Verb, ...]
    entities: tuple[Entity, ...]
    citations: tuple[Citation, ...]
    mandates: tuple[Mandate, ...]
    diagnostics: tuple[Diagnostic, ...]
