"""What the whole collection knows: a short record of every expression, and the files that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from converter.model.marks import Cited, Deed, Known, Mandate
from converter.model.markup import Keyword
from converter.model.outline import Outlined
from converter.model.resolution import Adoption, AgendaItem, Origin, Part, Sponsor
from converter.model.sidecar import Accepted, Former, Met


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be: a path relative to the site's pages, with forward slashes, and its content."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """A file to be, whose content is made only where `made_from`, a digest, is another than it was made from before."""

    path: str
    made_from: str
    make: Callable[[], str]

    @property
    def content(self) -> str:
        """Its content, made now."""
        return self.make()


ToBe: TypeAlias = Artifact | Deferred


@dataclass(frozen=True, slots=True)
class Citing(Cited):
    """One citation as the cited side sees it: who cites, where, in which words.

    `anchor` is the paragraph to land on (for a footnote, the one that carries its mark); `excerpt` is the
    sentence or clause around the citation; `verb` the lemma of the action verb it stands under;
    `in_note` tells that it stands in a footnote.
    """

    pinpoints: tuple[str, ...]
    anchor: str
    excerpt: str
    verb: str | None
    in_note: bool = False


@dataclass(frozen=True, slots=True)
class Named(Known):
    """An entity that a paragraph names."""

    anchor: str


@dataclass(frozen=True, slots=True)
class Act(Deed):
    """What a paragraph does, and the words that its verb opens."""

    anchor: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogued:
    """What a text is, as a catalogue has it: what it prints of itself, and what its sidecar says in place of that.

    `origin` are the documents that were before the organ when it adopted the text. What is told of each fact, and how,
    is a row of `write/facts.py`.
    """

    lang: str
    symbol: str | None
    adopted_as: str | None
    kind: str
    status: str
    body: str | None
    session: str | None
    session_from: str | None
    session_to: str | None
    agenda_items: tuple[AgendaItem, ...]
    number: str | None
    title: str | None
    date: str | None
    origin: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Catalogued):
    """The catalogue record of one expression: its metadata, and what it refers to. No full text: what its paragraphs
    do, with their words, is kept apart (`converter/acts.py`).

    The collection keeps the `outline` only of works that it holds in several languages. `aside` is the code of the
    error for which the text is not shown, so that nothing of it is known but its identity; `source_url` is where the
    sidecar says that the file came from. `accepted` are the findings that the sidecar accepts, in whatever language;
    `formerly` the addresses that the work had. `pages` are those that the `paragraphs` begin on, one for each; empty
    where the source has none. `keywords` are what the source says that the text is classed under; `parts` its lettered
    parts, which have symbols of their own.
    """

    work: str
    path: str
    subjects: tuple[str, ...]
    sponsors: tuple[Sponsor, ...]
    citings: tuple[Citing, ...]
    named: tuple[Named, ...]
    mandates: tuple[Mandate, ...]
    paragraphs: tuple[str, ...]
    series: str | None = None
    met: tuple[Met, ...] = ()
    outline: tuple[Outlined, ...] = ()
    adoption: Adoption | None = None
    aside: str = ""
    source_url: str | None = None
    accepted: tuple[Accepted, ...] = ()
    formerly: tuple[Former, ...] = ()
    subject: str | None = None
    pages: tuple[int, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def year(self) -> str | None:
        """The year of adoption, else that of the session; None when the text tells neither."""
        dated = self.date or self.session_to
        return dated[:4] if dated else None
