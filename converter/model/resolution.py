"""The resolution as it was understood: masthead, paragraphs, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from converter.model.diagnostic import Diagnostic
from converter.model.marks import FOOTNOTE_PLACE, Citation, Entity, Internal, Mandate, Subject, Verb
from converter.model.markup import Keyword
from converter.model.outline import Outlined
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
class Origin:
    """A document that was before the organ when it adopted a text: a committee's report, or a draft.

    `pinpoint` is the paragraph of it, as a pinpoint of a citation has it. It is named at this span of that block of the
    masthead; where a document is named makes it no other one.
    """

    symbol: str
    pinpoint: str | None
    block: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A State that puts the draft forward; `member` is False where a star marks a non-member.

    `start` and `end` are the name's span in the text of the masthead's sponsors block. `joined` tells that it joined
    the sponsors later: of such a one the text does not tell whether it was a member, and it has no place there.
    """

    name: str
    code: str | None
    member: bool | None
    start: int = 0
    end: int = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Ballot:
    """A State in the record of a vote or among sponsors who joined, with its ISO 3166 code where it has one.

    The name is as printed; a slip in it is mended.
    """

    name: str
    code: str | None


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
    joined: tuple[Ballot, ...] = ()  # States that joined the sponsors later


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `id` is its anchor (`pp5`, `op11`, `op11-a`).

    `kind` is preambular, operative, sub, heading, table or plain. `label` is the
    number as printed (`11.`), `number` the bare one (`11`), which is what a misprinted label means;
    `text` has neither the label nor the footnote marks. A table's text has its rows parted by line ends and their
    cells by tabs. `page` is the page of the file on which it begins, from 1; 0 where the format has no pages.
    """

    id: str
    kind: str
    number: str | None
    parent: str | None
    label: Text | None
    text: Text
    page: int = 0

    @property
    def opens_annex(self) -> bool:
        """Whether it is the heading of an annex, whose paragraphs follow."""
        return self.kind == "heading" and self.id.split("-")[0] == "annex"


FIRST_PART = "part"  # the kind of the block that is the letter of the first part, and its anchor


@dataclass(frozen=True, slots=True)
class Part:
    """A lettered part of a text, which others cite by a symbol of its own (73/901 B): its Latin letter, its anchor."""

    letter: str
    at: str


@dataclass(frozen=True, slots=True)
class LabelDoubt:
    """Why the label of a sub-paragraph is not certain.

    `what` is `mended` (the number of the paragraph is not what is printed), `skips`, `repeats`, or `open` (another
    reading of its list is as good); `due` is the count that its list was waiting for.
    """

    paragraph: str
    what: str
    due: float


class NoteMark(msgspec.Struct, frozen=True):
    """A mark of a note: before the character at `offset` of the text of `place`.

    `place` is a paragraph's anchor, or `masthead:` and the number of a block from 0. `mark` is its source offset,
    `printed` what stands there: another number than the note's own where one of the two is misprinted.
    """

    place: str
    offset: int
    mark: int
    printed: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and the place of its first mark in the body: before the character at `offset` of the paragraph's text.

    `id` is its own in the text, where several notes may be printed with one number: of those the first keeps the
    number, a later one has a letter behind it (`1`, `1b`, `1c`). `marker` is what is printed before the note.
    `paragraph` is None for a note whose marks all stand in the masthead, or that has none. `printed` is the first
    mark as printed where that is not the marker. `also` are its other marks, those in the masthead among them.
    """

    id: str
    marker: str
    paragraph: str | None
    offset: int | None
    text: Text
    label: int
    mark: int | None
    also: tuple[NoteMark, ...] = ()
    printed: str = ""

    @property
    def place(self) -> str:
        """The name of its text, in which marks stand: `fn:1`."""
        return f"{FOOTNOTE_PLACE}{self.id}"

    @property
    def anchor(self) -> str:
        """Where links to it lead: `fn-1`."""
        return f"fn-{self.id}"

    @property
    def places(self) -> tuple[NoteMark, ...]:
        """All marks of the note, in the order of the text."""
        if self.paragraph is None or self.offset is None or self.mark is None:
            return self.also
        first = NoteMark(self.paragraph, self.offset, self.mark, self.printed or self.marker)
        return tuple(sorted((first, *self.also), key=lambda mark: mark.mark))

    @property
    def marks(self) -> tuple[int, ...]:
        """The source offsets of all its marks."""
        return tuple(place.mark for place in self.places)


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the text was adopted.

    `place` is the anchor of the paragraph that says so, or `masthead:` and the number of a block; `start` and `end`
    are the span of the statement in its text. `manner` is `unanimous`, `vote`, `without-vote`, `parts` (voted on
    in parts) or `unstated`. `votes` has the counts that the text gives and `states` the States that it names, both
    by column: `for`, `against`, `abstaining`, `absent`, `not-participating`. `notes` are the ids of the
    footnotes that say more.
    """

    place: str
    start: int
    end: int
    manner: str
    meeting: int | None
    date: str | None
    votes: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[str, tuple[Ballot, ...]], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def paragraph(self) -> str | None:
        """The anchor of the paragraph that says how the text was adopted; None where the masthead does."""
        return None if self.place.startswith("masthead:") else self.place


@dataclass(frozen=True, slots=True)
class BreakDoubt:
    """A line of which the signs hardly tell whether a paragraph begins there: `begins` says how it was read.

    `start` is the source offset of the line's first word.
    """

    start: int
    begins: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """One expression of a work, as its text alone tells.

    `enacting_at` is the number of paragraphs that stand above the enacting phrase: a preamble of recitals may.
    `ends` is the number of its own paragraphs, where a neighbour on the page has left some below them.
    `break_doubts` are the lines of which it is not sure whether a paragraph begins there.
    """

    path: str
    lang: str
    masthead: Masthead
    enacting: Text | None
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    star_notes: tuple[Note, ...]  # notes whose mark is a star of the masthead
    furniture: tuple[Furniture, ...]
    adoption: Adoption | None = None
    enacting_at: int = 0
    ends: int | None = None
    label_doubts: tuple[LabelDoubt, ...] = ()
    break_doubts: tuple[BreakDoubt, ...] = ()

    @property
    def own_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs without those of a neighbour on the page."""
        return self.paragraphs[: self.ends]

    def marks(self) -> dict[str, list[tuple[NoteMark, Footnote]]]:
        """The marks of the notes by their place, in the order of print: several may stand at one offset."""
        every = ((mark, note) for note in self.footnotes for mark in note.places)
        found: dict[str, list[tuple[NoteMark, Footnote]]] = {}
        for mark, note in sorted(every, key=lambda one: (one[0].offset, one[0].mark)):
            found.setdefault(mark.place, []).append((mark, note))
        return found


@dataclass(frozen=True, slots=True)
class Expression:
    """A resolution with its marks: all that one source file, its sidecar and the authority files give.

    `aside` is the code of the error for which the text is set aside: its page says so and does not show it. `keywords`
    are what the source says that it is classed under; `origin` are the documents on which it was adopted; `parts`
    its lettered parts, in their order, of a text that is in such.
    """

    work: str
    resolution: Resolution
    verbs: tuple[Verb, ...]
    entities: tuple[Entity, ...]
    citations: tuple[Citation, ...]
    mandates: tuple[Mandate, ...]
    diagnostics: tuple[Diagnostic, ...]
    outline: tuple[Outlined, ...] = ()
    aside: str = ""
    internal: tuple[Internal, ...] = ()
    subject: Subject | None = None
    keywords: tuple[Keyword, ...] = ()
    origin: tuple[Origin, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def first_letter(self) -> MastheadBlock | None:
        """The letter of the first part where it stands in the masthead; else None, also without parts."""
        blocks = (one for one in self.resolution.masthead.blocks if one.kind == FIRST_PART)
        return next(blocks, None) if self.parts and self.parts[0].at == FIRST_PART else None
