"""Ibid.: a note that cites again what the citation before it cites, in the same note or in the note before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from converter.cite.documents import Place, after_comma
from converter.languages import Language
from converter.model import Citation

_SAME_SENTENCE = 300  # characters, at most, from an ibid. to the document that it names
_ASIDE = re.compile(r"\s?[(（]")
_CLOSES = re.compile(r"[)）]")


def ibid(place: Place, note_before: list[Citation], mine: list[Citation], language: Language) -> Iterator[Citation]:
    """同上，第3段 in a footnote cites what stands last before it, in this footnote or the one before."""
    starts = [citation.start for citation in mine]
    named = without_asides(mine, place.text)
    for match in language.pattern("citations.ibid").finditer(place.folded):
        index = bisect_left(starts, match.start())
        before = bisect_left(named, match.start(), key=lambda citation: citation.start)
        earlier = named[max(0, before - 1) : before] or note_before[-1:]
        if not earlier or _names_another(place.text, match.end(), starts[index : index + 1], language):
            continue
        pinpoints = after_comma(place.folded, match.end(), language)
        end = max([match.end(), *(pinpoint.end for pinpoint in pinpoints)])
        yield replace(
            earlier[0],
            place=place.name,
            start=match.start(),
            end=end,
            text=place.text[match.start() : end],
            pinpoints=pinpoints,
            main_start=match.start(),
            main_end=match.end(),
            see_also=False,
        )


def without_asides(citations: list[Citation], text: str) -> list[Citation]:
    """The citations of a note, in order, without those in a bracket right behind another: (which replaces A/73/31)."""
    kept: list[Citation] = []
    closing = 0
    for one in citations:
        if kept and (opening := _ASIDE.match(text, kept[-1].end)):
            end = _CLOSES.search(text, opening.end(), opening.end() + _SAME_SENTENCE)
            closing = end.start() if end else 0
        if not kept or not kept[-1].end <= one.start < closing:
            kept.append(one)
    return kept


def _names_another(text: str, end: int, next_start: list[int], language: Language) -> bool:
    """Whether the words after an ibid. name the document that it cites: Ibid., pp. 85-86 (document S/25)."""
    if not next_start or next_start[0] > end + _SAME_SENTENCE:
        return False
    ends = language.table("citations.sentence_ends")
    return all(text.find(mark, end, next_start[0]) < 0 for mark in ends)
