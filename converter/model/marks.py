"""Marks: stand-off annotations. A span of a paragraph's (or a footnote's) text and what it means.

`place` names the text that `start` and `end` count in: a paragraph's id (`op11`), or `fn:` and a footnote's
id (`fn:1`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

FOOTNOTE_PLACE = "fn:"


class PageLine(NamedTuple):
    """A line of a language's data that something was read by: its file, the block, the line of the file, its words."""

    page: str
    block: str
    line: int
    text: str


def _read_by() -> tuple[PageLine, ...]:
    """The lines that a mark was read by, for whoever asks why; two marks that say the same are the same."""
    found: tuple[PageLine, ...] = field(default=(), compare=False, repr=False)
    return found


def facts_of(kind: type[Any], one: object) -> dict[str, Any]:
    """The facts of a kind that a value has, by their names: for what has them too, and others besides."""
    return {fact.name: getattr(one, fact.name) for fact in fields(kind)}


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """One paragraph of a cited work: its label (`3`, `3(a)`, `III.3`, `section 5`) and the span that names it."""

    label: str
    start: int
    end: int
    phrases: tuple[PageLine, ...] = _read_by()


@dataclass(frozen=True, slots=True)
class Cited:
    """What a text says of a work or a document that it cites.

    `target` is the canonical symbol, None where the UN gives none (decisions of the General Assembly) or
    where no organ could be told; then `number` and `body` say what is known. `title` and `author` are as the
    citing text gives them.
    """

    target: str | None
    kind: str
    body: str | None
    number: str
    date: str | None
    title: str | None
    author: str | None
    see_also: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Cited):
    """A reference to a work or a document.

    From `main_start` to `main_end` stands the name of the work; pinpoints stand before or after it.
    """

    place: str
    start: int
    end: int
    text: str
    pinpoints: tuple[Pinpoint, ...] = ()
    main_start: int = 0
    main_end: int = 0
    of_others: bool = False  # the text tells whose it is, and that organ is in no authority file
    phrases: tuple[PageLine, ...] = _read_by()


@dataclass(frozen=True, slots=True)
class Landing:
    """A paragraph of the text itself: its id, and the span that names it (empty for one that a range leads over)."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Internal:
    """A reference of a text to its own paragraphs: paragraphs 1 and 2 above; the annex to the present resolution."""

    place: str
    start: int
    end: int
    text: str
    landings: tuple[Landing, ...]
    phrases: tuple[PageLine, ...] = _read_by()

    @property
    def to(self) -> tuple[str, ...]:
        """The ids that are meant, each once."""
        return tuple(dict.fromkeys(one.id for one in self.landings))


@dataclass(frozen=True, slots=True)
class Known:
    """An instrument, agenda, goal, fund or mechanism; `id` is its key in the authority files."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Entity(Known):
    """Where a text names one of them."""

    place: str
    start: int
    end: int
    text: str
    phrases: tuple[PageLine, ...] = _read_by()


@dataclass(frozen=True, slots=True)
class Deed:
    """An action verb: its lemma (注意到), as printed with its modifiers (关切地注意到), and whom it addresses.

    `addressee_id` is the addressee's key in the authority files, where they have it.
    """

    lemma: str
    text: str
    addressee: str | None
    addressee_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb(Deed):
    """Where an action verb stands; `asked` is where its addressee does, in the same text."""

    place: str
    start: int
    end: int
    asked: tuple[int, int] | None = None
    phrases: tuple[PageLine, ...] = _read_by()


@dataclass(frozen=True, slots=True)
class Due:
    """By when: the words of the text, the session or date they mean, and its dates where known.

    `relation` is `at`, `before`, `by` or `after`. `basis` names the paragraph that the time was taken from
    when the paragraph itself only points to it (上述闭会期间会议).
    """

    text: str
    relation: str
    body: str | None = None
    session: str | None = None
    from_date: str | None = None
    to_date: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text is about, in a line: from the `sidecar`, its `agenda-item` or a `paragraph`, which `place` names."""

    text: str
    origin: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a paragraph asks: who does what, to or for whom, by when.

    `kind` is `request`, `report` (a request to report or inform), `decision` (an act of the organ itself) or `renewal`
    (what expires on its day, so that nothing is owed).
    """

    paragraph: str
    actor: str
    actor_id: str | None
    action: str
    to: str | None
    due: Due | None
    kind: str = "request"
    phrases: tuple[PageLine, ...] = _read_by()
