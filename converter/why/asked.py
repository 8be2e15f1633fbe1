"""What somebody asks about: a label as it is printed or as an address has it, and the pieces of the text so called."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter import addresses
from converter.model import Resolution, Text
from converter.model.marks import FOOTNOTE_PLACE
from converter.printable import shown

MASTHEAD = "masthead"
ENACTING = "enacting"
ADOPTION = "adoption"
_NEAREST = 5
_LONGEST = 40  # characters of a label that are shown
_COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,9})")


class UnknownLabelError(ValueError):
    """Nothing in the text is called so; the message says what is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text that marks may stand in: its place (`op11`, `fn:1`, `masthead:0`) and its words."""

    place: str
    text: Text
    label: Text | None = None


def named(label: str, resolution: Resolution) -> tuple[Piece, ...]:
    """The pieces that a label means; `masthead` is all of its lines, `adoption` where the text says how it was adopted.

    A paragraph's label may be its anchor (`op3-a`) or as printed (`op3.a`, `3 (a)`), a note's `fn-1` or `fn:1`.
    Raises UnknownLabelError.
    """
    every = {one.place: one for one in pieces(resolution)}
    asked = label.strip()
    if asked == MASTHEAD:
        found = tuple(one for place, one in every.items() if place.startswith(f"{MASTHEAD}:"))
        if found:
            return found
    for place in _meant(asked, resolution):
        if place in every:
            return (every[place],)
    raise UnknownLabelError(_unknown(asked, list(every)))


def pieces(resolution: Resolution) -> Iterator[Piece]:
    """Every piece of a text, in order."""
    for number, block in enumerate(resolution.masthead.blocks):
        yield Piece(f"{MASTHEAD}:{number}", block.text)
    if resolution.enacting is not None:
        yield Piece(ENACTING, resolution.enacting)
    for paragraph in resolution.paragraphs:
        yield Piece(paragraph.id, paragraph.text, paragraph.label)
    for note in resolution.footnotes:
        yield Piece(note.place, note.text)


def _meant(asked: str, resolution: Resolution) -> Iterator[str]:
    """The places that a label may mean, the likeliest first."""
    if asked == ADOPTION and resolution.adoption is not None:
        yield resolution.adoption.place
    bare = asked.lstrip("#")
    small = "".join(bare.lower().split())
    yield from (bare, bare.lower(), small, small.replace(".", "-"))
    yield re.sub(r"^fn[-:]?", FOOTNOTE_PLACE, small)
    number = small.removeprefix("op")
    if number[:1].isdecimal():
        yield addresses.pinpoint_anchor(number)
        yield addresses.pinpoint_anchor(re.sub(r"(?<=\d)(?=[a-z])", "-", number))


def _unknown(asked: str, places: list[str]) -> str:
    """That nothing is called so, what comes nearest, and what there is."""
    name = f"“{shown(asked[:_LONGEST])}”"
    if not places:
        return f"nothing in it is called {name}: no paragraph of it was read"
    near = _nearest(asked.lower().lstrip("#"), places)
    said = f"; the nearest: {', '.join(near)}" if near else ""
    return f"nothing in it is called {name}{said}; it has {', '.join(_ranges(places))}"


def _nearest(asked: str, places: list[str]) -> list[str]:
    """The places that a label may be a slip for: those counted like it, the nearest numbers first; else alike ones."""
    wanted = _COUNTED.fullmatch(asked)
    alike = [(match, place) for place in places if (match := _COUNTED.fullmatch(place))]
    if wanted and (near := [(match, place) for match, place in alike if match["stem"] == wanted["stem"]]):
        number = int(wanted["number"])
        return [place for _, place in sorted(near, key=lambda one: abs(int(one[0]["number"]) - number))][:_NEAREST]
    return difflib.get_close_matches(asked, places, _NEAREST, 0.5)


def _ranges(places: list[str]) -> Iterator[str]:
    """Places in short: pp1–pp5 for all from the first to the fifth; sub-paragraphs are left out."""
    runs: list[tuple[str, str, str]] = []  # stem, first and last
    for place in places:
        match = _COUNTED.fullmatch(place)
        if match is None:
            if place.isalpha():
                runs.append(("", place, place))
        elif runs and runs[-1][0] == match["stem"]:
            runs[-1] = (match["stem"], runs[-1][1], place)
        else:
            runs.append((match["stem"], place, place))
    for _, first, last in runs:
        yield first if first == last else f"{first} to {last}"
