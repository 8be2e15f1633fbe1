"""The facts of one text, as the gold set writes them: read from a gold file, or from what the converter made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml

from converter.model import Citation, Expression, Paragraph, Resolution
from converter.model.marks import FOOTNOTE_PLACE

_PINPOINTS = (  # how the gold set writes a pinpoint → how the converter labels it
    (re.compile(r"^para (.+)$"), r"\1"),
    (re.compile(r"^(?:sect|chap) (\S+) para (.+)$"), r"\1.\2"),
    (re.compile(r"^(?:sect|chap) (.+)$"), r"\1"),
    (re.compile(r"^pream (.+)$"), r"pp\1"),
)
_COUNTS = ("for", "against", "abstaining", "absent", "not-participating")


class Located(Protocol):
    """What tells of an offset the page, the line and the column: a source, for one."""

    def locate(self, offset: int) -> tuple[int, int, int]:
        """Of a source offset."""
        ...


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: where, what, and what the text says of it."""

    place: str
    target: str
    date: str | None
    pinpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared: each a fact of one text, by kind."""

    masthead: dict[str, Any]
    structure: tuple[tuple[int, str], ...]
    notes: tuple[tuple[str, tuple[int, ...]], ...]
    citations: tuple[Cited, ...]
    adoption: dict[str, Any]
    note_lines: dict[str, int] = field(default_factory=dict)  # of the gold alone, to say where a fault is
    adoption_line: int | None = None


def from_gold(path: Path) -> Facts:
    """The facts of a gold file."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    masthead = {"symbol": data["symbol"], "date": str(data["date"]), "organ": data["organ"]}
    return Facts(
        masthead={**masthead, "enacting": data["enacting"]},
        structure=tuple((line, kind) for line, kind in data["paragraphs"]),
        notes=tuple((str(note["marker"]), tuple(note["mark"])) for note in data["notes"]),
        citations=cited(data["citations"]),
        adoption=adopted(data["adoption"]),
        note_lines={str(note["marker"]): note["line"] for note in data["notes"]},
        adoption_line=(data["adoption"] or {}).get("line"),
    )


def cited(rows: Iterable[dict[str, Any]]) -> tuple[Cited, ...]:
    """The citations of a gold file."""
    return tuple(
        Cited(
            one["in"],
            one["target"],
            str(one["date"]) if "date" in one else None,
            tuple(_label(str(label)) for label in one.get("pinpoints", ())),
        )
        for one in rows
    )


def _label(label: str) -> str:
    for pattern, to in _PINPOINTS:
        label = pattern.sub(to, label)
    return label.replace(" ", "") if not label.startswith("annex") else label


def adopted(data: dict[str, Any] | None) -> dict[str, Any]:
    """What a gold file says of the adoption."""
    if data is None:
        return {}
    facts = {"meeting": data.get("meeting"), "manner": data["manner"]}
    facts |= {name: data[name] for name in _COUNTS if name in data}
    return facts | {"states": {name: sorted(states) for name, states in data.get("states", {}).items()}}


def from_expression(expression: Expression, source: Located) -> Facts:
    """The facts that the converter found in a text."""
    resolution = expression.resolution
    masthead = resolution.masthead
    return Facts(
        masthead={
            "symbol": masthead.symbol,
            "date": masthead.date,
            "organ": masthead.body,
            "enacting": _line(source, resolution.enacting.source_offset(0)) if resolution.enacting else None,
        },
        structure=tuple(_structure(resolution, source)),
        notes=tuple(_notes(resolution, source)),
        citations=tuple(_cited(expression)),
        adoption=_found_adoption(resolution),
    )


def _line(source: Located, offset: int) -> int:
    return source.locate(offset)[1]


# --- paragraphs --------------------------------------------------------------------------------------------


def _structure(resolution: Resolution, source: Located) -> Iterator[tuple[int, str]]:
    closing = {resolution.adoption.paragraph} if resolution.adoption else set()
    kinds = _kinds(resolution)
    for paragraph in resolution.own_paragraphs:
        if paragraph.id not in closing:
            yield _line(source, (paragraph.label or paragraph.text).source_offset(0)), kinds[paragraph.id]


def _kinds(resolution: Resolution) -> dict[str, str]:
    """Each paragraph's anchor → what it is, in the words of the gold set."""
    kinds: dict[str, str] = {}
    annex = False
    for paragraph in resolution.paragraphs:
        kind = _kind(paragraph, kinds, annex=annex)
        annex = annex or kind == "annex"
        kinds[paragraph.id] = kind
    return kinds


def _kind(paragraph: Paragraph, kinds: dict[str, str], *, annex: bool) -> str:
    match paragraph.kind:
        case "preambular":
            return "pp"
        case "operative":
            return f"op:{paragraph.number}" if paragraph.number else "op"
        case "sub":
            above = kinds[paragraph.parent or ""]
            stem = above.partition(":")[2] or ("pp" if above == "pp" else "")
            return f"sub:{stem}-{paragraph.number}"
        case "heading":
            return "annex" if paragraph.id.startswith("annex") else "h"
        case _ if annex:
            return f"annex:{paragraph.number}" if paragraph.number else "annex:p"
    return "p"


# --- notes, citations --------------------------------------------------------------------------------------


def _notes(resolution: Resolution, source: Located) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each note with the lines of its marks."""
    for note in resolution.footnotes:
        yield note.marker, tuple(sorted(_line(source, offset) for offset in note.marks))


def _cited(expression: Expression) -> Iterator[Cited]:
    places = _places(expression.resolution)
    for citation in expression.citations:
        if citation.target:
            yield Cited(_place(citation, places), citation.target, citation.date, _pinpoints(citation))


def _pinpoints(citation: Citation) -> tuple[str, ...]:
    return tuple(pinpoint.label for pinpoint in citation.pinpoints)


def _place(citation: Citation, places: dict[str, str]) -> str:
    if citation.place.startswith(FOOTNOTE_PLACE):
        return f"fn{citation.place.removeprefix(FOOTNOTE_PLACE)}"
    return places[citation.place]


def _places(resolution: Resolution) -> dict[str, str]:
    """Each paragraph's anchor → how the gold set names the place: pp2, op3, op3-a, annex-1."""
    kinds = _kinds(resolution)
    count: Counter[str] = Counter()
    places: dict[str, str] = {}
    for paragraph in resolution.paragraphs:
        kind, _, name = kinds[paragraph.id].partition(":")
        count[kind] += 1
        if kind == "sub":
            places[paragraph.id] = f"{places[paragraph.parent or '']}-{paragraph.number}"
        elif kind == "op":
            places[paragraph.id] = f"op{name or count[kind]}"
        elif kind == "annex":
            places[paragraph.id] = f"annex-{name}" if name else "annex"
        else:
            places[paragraph.id] = f"{kind}{count[kind]}"
    return places


def _found_adoption(resolution: Resolution) -> dict[str, Any]:
    found = resolution.adoption
    if found is None:
        return {}
    states = {column: sorted(ballot.name for ballot in ballots) for column, ballots in found.states}
    return {"meeting": found.meeting, "manner": found.manner, **dict(found.votes), "states": states}
