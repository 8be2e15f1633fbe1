"""Instruments, agendas, goals, funds and mechanisms, by the names that the authority files give them."""

from __future__ import annotations

from collections.abc import Iterator

from converter.annotate.places import places
from converter.languages import Language
from converter.model import Entity, Resolution


def find_entities(resolution: Resolution, language: Language) -> tuple[Entity, ...]:
    """Every named entity in the paragraphs and footnotes; the longest name wins where names overlap."""
    return tuple(
        entity
        for place, text in places(resolution)
        for entity in sorted([*_named(place, text, language), *_goals(place, text, language)], key=lambda e: e.start)
    )


def _named(place: str, text: str, language: Language) -> Iterator[Entity]:
    names = language.entity_names
    for match in language.entity_pattern.finditer(text):
        kind, identity = names[match[0]]
        start, end = _with_title_marks(text, match.start(), match.end())
        yield Entity(place, start, end, text[start:end], kind, identity)


def _with_title_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """《世界人权宣言》: title marks right around a name belong to it."""
    if start and text[start - 1] == "《" and text[end : end + 1] == "》":
        return start - 1, end + 1
    return start, end


def _goals(place: str, text: str, language: Language) -> Iterator[Entity]:
    """目标17, where the paragraph speaks of the Sustainable Development Goals."""
    if language.table("goals.context") not in text:
        return
    for match in language.pattern("goals.pattern").finditer(text):
        for group in ("number", "more"):
            number = match[group]
            goal = language.authorities.goal(int(number)) if number else None
            if goal:
                start = match.start() if group == "number" else match.start(group)
                yield Entity(place, start, match.end(group), text[start : match.end(group)], "goal", goal.id)

