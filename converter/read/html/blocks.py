"""The blocks of a page as they are found, before it is known which are notes and which only surround the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.read.pieces import BREAK, Piece, extent

_OPENING, _CLOSING = "([{«“‘\"'", ")]},.;:!?»”’\"'،؛؟"
_WIDE = "\u1100-\u11ff\u2e80-\u303f\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"
# A line end between two wide characters is no space (CSS Text 3, 4.1.3): authors wrap Chinese anywhere.
_WRAPPED = re.compile(f"(?<=[{_WIDE}])[ \t]{{0,99}}\v[ \t\v]{{0,99}}(?=[{_WIDE}])")


class Run(NamedTuple):
    r"""Words in one setting. `link` is the address that they lead to; `label` are words that a list generates.

    A line end of the file is ``\v`` and one that is shown ``\n``.
    """

    text: str
    raised: bool = False
    lowered: bool = False
    link: str = ""
    label: bool = False
    bold: bool = False
    mark: str = ""  # the marker of the note that the words refer to
    note: str = ""  # the name of that note: the number of its block


@dataclass(slots=True)
class Block:
    """A paragraph of the page, or a row of a table (`cells`).

    `anchors` are the names by which links find it; `boxes` the elements that it stands in, the outermost first;
    `region` is the kind of furniture that it is a part of, empty for the text.
    """

    runs: list[Run] = field(default_factory=list)
    cells: list[list[Run]] | None = None
    anchors: list[str] = field(default_factory=list)
    boxes: tuple[int, ...] = ()
    region: str = ""
    heading: bool = False
    centred: bool = False
    typed: bool = False  # in `pre`

    @property
    def all_runs(self) -> list[Run]:
        """Its runs, of a row those of all its cells with spaces between."""
        return self.runs if self.cells is None else [run for cell in self.cells for run in (*cell, Run(" "))]

    @property
    def words(self) -> str:
        """Its words, as they stand in the file."""
        return "".join(run.text for run in self.all_runs)

    def linked(self) -> bool:
        """Whether all that it says is links to other pages, as in a menu."""
        shown = [run for run in self.all_runs if any(char.isalnum() for char in run.text)]
        return bool(shown) and all(run.link and not run.link.startswith("#") for run in shown)


def pieces(runs: Sequence[Run]) -> list[Piece]:
    """Runs as pieces, with the line ends of the file made spaces or nothing, as a browser does."""
    whole = "".join(run.text for run in runs)
    dropped = {at for match in _WRAPPED.finditer(whole) for at in range(*match.span())}
    out, start = [], 0
    for run in runs:
        if run.mark:
            out.append(Piece(run.mark, raised=True, mark=True, note=run.note))
        elif run.text == "\n":
            out.append(BREAK)
        else:
            kept = (char for at, char in enumerate(run.text, start) if at not in dropped) if dropped else run.text
            out.append(Piece("".join(kept).replace("\v", " "), run.raised, lowered=run.lowered))
        start += len(run.text)
    return out


def would_join(before: Run, after: Run) -> bool:
    """Whether two runs would be one word: not East Asian ones, what stands higher, a comma or a bracket."""
    left, right = before.text[-1:], after.text[:1]
    if before.raised != after.raised or left.isspace() or right.isspace() or extent(left + right) != 2:
        return False
    return left not in _OPENING and right not in _CLOSING
