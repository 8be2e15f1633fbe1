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
        yield Entity(place, name.start, name.end, text[name.start : name.end], name.kind, name.id)


def _goals(place: str, text: str, language: Language) -> Iterator[Entity]:
    """目标17, 目标4、5和10, where the paragraph speaks of the Sustainable Development Goals.

    The goals that a range leaves out (目标1至4) have an empty span at its end.
    """
    if language.table("goals.sign") not in text or not language.pattern("goals.context").search(text):
        return
    for match in language.pattern("goals.pattern").finditer(text):
        last, end = 0, match.start()
        for one in language.pattern("goals.number").finditer(text, match.start(), match.end()):
            number = int(one["number"])
            if last and text[end : one.start()] in language.table("goals.ranges"):
                for between in range(last + 1, number):
                    yield from _goal(place, text, between, (one.start(), one.start()), language)
            yield from _goal(place, text, number, one.span(), language)
            last, end = number, one.end()


def _goal(place: str, text: str, number: int, span: tuple[int, int], language: Language) -> Iterator[Entity]:
    goal = language.authorities.goal(number)
    if goal:
        yield Entity(place, *span, text[slice(*span)], "goal", goal.id)
