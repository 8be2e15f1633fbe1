"""What the markup of a source says of the text in it, beside its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """The facts that a marked-up source states; empty or None where it states none.

    `date` is that of adoption, ISO 8601; `meeting` the number of the meeting. `operative` counts the numbered
    paragraphs of the operative part, without those of annexes; `notes` the notes. `documents` are the documents that
    links lead to: the words of the link, and the symbol in its address.
    """

    symbol: str
    date: str
    meeting: int | None
    operative: int
    notes: int
    documents: tuple[tuple[str, str], ...] = ()
