"""What a work is made of: paragraphs and notes with what a reader should find in them, their numbers and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from converter.demo.plan import Planned

_MARK = re.compile("⟦(\\d+)⟧")
NOTED = "⟦{}⟧"


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation in a paragraph or a note must be read as."""

    target: str | None
    kind: str
    date: str | None
    pinpoint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote: its words and what they cite."""

    text: str
    cites: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `kind` as the converter names it, or `closing`, `annex`, `annexed`; ⟦n⟧ is the mark of note n."""

    kind: str
    text: str
    label: str = ""
    cites: tuple[Cited, ...] = ()
    notes: tuple[Noted, ...] = ()
    asks: str | None = None  # a mandate: `report`, `meeting`, `date`
    due: int | None = None  # the session that it is due by
    form: str | None = None

    @property
    def bare(self) -> str:
        """The words alone."""
        return _MARK.sub("", self.text)


@dataclass(frozen=True, slots=True)
class Composed:
    """A work as written: its blocks and notes in order, and the anchors of the paragraphs."""

    planned: Planned
    blocks: tuple[Block, ...]
    notes: tuple[Noted, ...]
    anchors: tuple[str, ...]  # one per block, "" for the closing lines


def number_notes(blocks: list[Block]) -> tuple[list[Block], tuple[Noted, ...]]:
    """Give the notes their numbers, in the order of their marks."""
    notes: list[Noted] = []
    numbered = []
    for block in blocks:
        notes += block.notes
        text = block.text.replace(NOTED.format(0), NOTED.format(len(notes)))
        numbered.append(replace(block, text=text))
    return numbered, tuple(notes)


def anchors_of(blocks: list[Block]) -> Iterator[str]:
    """The anchor that each paragraph must get."""
    count = {"preambular": 0, "heading": 0}
    operative = outer = ""
    for block in blocks:
        bare = block.label.strip("().")
        if block.kind in count:
            count[block.kind] += 1
            yield f"{'pp' if block.kind == 'preambular' else 'h'}{count[block.kind]}"
        elif block.kind == "operative":
            operative = f"op{bare}"
            yield operative
        elif block.kind in ("annex", "annexed"):
            yield f"annex-{bare}" if bare else "annex"
        elif block.kind == "sub" and bare.isascii():
            outer = f"{operative}-{bare}"
            yield outer
        elif block.kind == "sub":
            yield f"{outer}-{'一二三四五六七八九'.index(bare) + 1}"
        else:
            yield ""
