"""What the markup of a source says of the text in it, beside its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each there are in a text: as its markup says, or as its words are read.

    `recitals` are the preambular paragraphs, `operative` the numbered ones of the operative part, without those of
    annexes; `points` are the lettered or numbered items below any paragraph.
    """

    recitals: int = 0
    operative: int = 0
    points: int = 0
    notes: int = 0
    annexes: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Keyword:
    """A term that a text is classed under.

    `vocabulary` is what the source calls the list that the term is of (`UNBIS`, `EuroVoc`, `SDGO`); `address` is the
    term's own in it (https or http), empty where the source gives none.
    """

    name: str
    vocabulary: str
    address: str


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """The facts that a marked-up source states; empty or None where it states none.

    `date` is that of adoption, ISO 8601; `meeting` the number of the meeting. `documents` are the documents that links
    lead to: the words of the link, and the symbol in its address. `keywords` are what whoever marked it up classed it
    under, each once, in the order of the file. `origin` is the document that was before the organ, as it is printed:
    the report of a committee with the paragraph of it that recommends the text, or a draft.
    """

    symbol: str
    date: str
    meeting: int | None
    counts: Counts
    documents: tuple[tuple[str, str], ...] = ()
    keywords: tuple[Keyword, ...] = ()
    origin: str = ""
