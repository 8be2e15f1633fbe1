"""Which blocks of a page are notes, and which words are their marks.

A page tells by links that lead to each other (`#_ftn1`, `#sdfootnote1sym`, `#fn1`), or only by raising the mark and
the number before the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.read.flow import NOTE, NOTE_GOES_ON
from converter.read.html.blocks import Block, Run
from converter.read.raised import MARK, follows, is_mark, markers_of, parted, undressed

_MARK = re.compile(r"[0-9]{1,3}|\*{1,3}|[a-z]{1,2}|[ivxl]{1,6}")
_BRACKETS = " \t\n\v\u00a0[]()."
_WAY_BACK = re.compile(r"[a-z]{1,2}|\d{1,3}[.,]\d{1,3}")  # of several marks that lead to one note, as wikis count them
_BETWEEN_WAYS = re.compile(r"\W*(?:\w{1,3}\W*)?")  # an arrow before them, a sign or "and" between them


def mark_notes(blocks: Sequence[Block], passed: list[str]) -> tuple[list[Block], list[str]]:
    """The blocks with the marks of notes marked and the notes without their markers, and a role for each block.

    The marker of a note stands first in its block, as a run with `mark`. The letters that lead back from a note to its
    marks are added to what is `passed`.
    """
    blocks = [_with_raised(block) for block in blocks]
    roles = [""] * len(blocks)
    for at, marker in _linked(blocks):
        roles[at] = NOTE
        blocks[at] = _as_note(blocks[at], marker, passed, str(at))
    for at, marker in _raised(blocks, roles):
        roles[at] = NOTE
        blocks[at] = _as_note(blocks[at], marker, passed)
    _continue(blocks, roles)
    return blocks, roles


def _with_raised(block: Block) -> Block:
    """A block in which what is raised is one run, digits that were typed as raised ones among it."""
    cells = block.cells and [_parted(cell) for cell in block.cells]
    return replace(block, runs=_parted(block.runs), cells=cells)


def _parted(runs: Sequence[Run]) -> list[Run]:
    """Runs cut at typed raised digits. Raised ones beside each other are one: each sign of (1) may be raised alone.

    The signs of the sentence that were raised with it are runs that are not.
    """
    cut = [run._replace(text=text, raised=run.raised or high) for run in runs for text, high in parted(run.text)]
    out: list[Run] = []
    for setting, alike in groupby(cut, lambda run: run._replace(text="")):
        words = [run.text for run in alike]
        if setting.raised and any(run.text.strip() for run in out):  # what a note begins with is read with its signs
            out += [setting._replace(text=one, raised=high) for one, high in undressed("".join(words))]
        else:
            out += [setting._replace(text=one) for one in (["".join(words)] if setting.raised else words)]
    return out


def _linked(blocks: list[Block]) -> Iterator[tuple[int, str]]:
    """The notes that a link leads to; the links become marks in `blocks`."""
    places: dict[str, int] = {}
    for index, block in enumerate(blocks):
        for anchor in block.anchors:
            places.setdefault(anchor, index)
    found: dict[int, str] = {}
    back = [{run.link[1:] for run in block.runs if run.link.startswith("#")} for block in blocks]
    anchors = [set(block.anchors) for block in blocks]
    leads_back: dict[tuple[int, int], bool] = {}  # many words may lead to one note, and a note may have many links

    def is_note(target: int, index: int, marker: str) -> bool:
        """Whether the block that a link leads to begins with its words, or leads back to it."""
        if _first_word(blocks[target]) == marker:
            return True
        if (target, index) not in leads_back:
            leads_back[target, index] = not back[target].isdisjoint(anchors[index])
        return leads_back[target, index]

    def marked(run: Run, index: int) -> Run:
        target = places.get(run.link[1:], -1) if run.link.startswith("#") else -1
        marker = run.text.strip(_BRACKETS)
        if target <= index or not _MARK.fullmatch(marker) or not is_note(target, index, marker):
            return run
        found.setdefault(target, marker)
        return run._replace(mark=marker, note=str(target))

    for index, block in enumerate(blocks):
        if not block.region and index not in found:
            runs = [marked(run, index) for run in block.runs]
            cells = block.cells and [[marked(run, index) for run in cell] for cell in block.cells]
            blocks[index] = replace(block, runs=runs, cells=cells)
    yield from found.items()


def _first_word(block: Block) -> str:
    return next((run.text for run in block.runs if run.text.strip(_BRACKETS)), "").strip(_BRACKETS)


def _raised(blocks: list[Block], roles: list[str]) -> Iterator[tuple[int, str]]:
    """The blocks that begin with a raised number which stands raised in the text above as well."""
    seen: set[str] = set()
    last = (-1, "")  # the last note: its block and its marker
    for index, block in enumerate(blocks):
        if block.region or roles[index] or block.cells is not None:
            continue
        shown = [run for run in block.runs if run.text.strip()]
        marker = shown[0].text.strip(_BRACKETS) if shown else ""
        begins = len(shown) > 1 and shown[0].raised and is_mark("", marker)
        if begins and (marker in seen or follows(marker, last[1], near=last[0] == index - 1)):
            last = index, marker
            yield index, marker
            continue
        before = ""
        for run in shown:
            if run.raised and is_mark(before, run.text.strip(_BRACKETS)):
                seen |= markers_of(MARK.findall(run.text))
            before = run.text


def _as_note(block: Block, marker: str, passed: list[str], name: str = "") -> Block:
    """A note with its marker once, in front; without what leads back."""
    ways = _ways_back(block.runs)
    passed += [run.text for run in block.runs[:ways]]
    runs = _without_arrow(block.runs[ways:])
    at = next((index for index, run in enumerate(runs) if run.text.strip(_BRACKETS)), None)
    if at is not None and runs[at].text.strip(_BRACKETS) == marker:
        runs = runs[at + 1 :]
    elif at is not None and runs[at].text.lstrip(_BRACKETS).startswith(f"{marker} "):
        rest = runs[at].text.lstrip(_BRACKETS).removeprefix(marker)
        runs = [runs[at]._replace(text=rest), *runs[at + 1 :]]
    return replace(block, runs=[Run(marker, mark=marker, note=name), *runs])


def _ways_back(runs: Sequence[Run]) -> int:
    """How many runs a note begins with that only lead to its marks: `↑ a b`."""
    end = 0
    for index, run in enumerate(runs):
        if run.link.startswith("#") and _WAY_BACK.fullmatch(run.text.strip(_BRACKETS)):
            end = index + 1
        elif not _BETWEEN_WAYS.fullmatch(run.text):
            break
    return end


def _without_arrow(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if not run.link.startswith("#") or any(char.isalnum() for char in run.text)]


def _continue(blocks: list[Block], roles: list[str]) -> None:
    """Give the further paragraphs of a note their role: those that stand with it in an element of its own."""
    first: dict[int, int] = {}
    for index, block in enumerate(blocks):
        for box in block.boxes:
            first.setdefault(box, index)
    own: set[int] = set()  # the elements of the last note that begin with a note
    for index, block in enumerate(blocks):
        if roles[index] == NOTE:
            own = {box for box in block.boxes if roles[first[box]] == NOTE}
        elif not block.region and not own.isdisjoint(block.boxes):
            roles[index] = NOTE_GOES_ON
            blocks[index] = replace(block, runs=_without_arrow(block.runs))
        else:
            own = set()
