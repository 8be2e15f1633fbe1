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
    for name in language.names.find(text):
        yield Entity(name.kind, name.id, place, name.start, name.end, text[name.start : name.end])


def _goals(place: str, text: str, language: Language) -> Iterator[Entity]:
    """Goal 17, 目标4、5和10, where the paragraph speaks of the Sustainable Development Goals."""
    for one in language.page.goals.find(text):
        goal = language.authorities.goal(one.number)
        if goal:
            yield Entity("goal", goal.id, place, one.start, one.end, text[one.start : one.end])
