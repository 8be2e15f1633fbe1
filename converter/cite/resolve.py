"""References → citations: which organ is meant, which symbol that gives, what pinpoints follow.

The organ is the one printed; 理事会 alone is the organ of the enacting phrase, else the last one named in full
that has this short name; 其 is the organ of the enacting phrase; in a list, the organ of the number before.
Where none is printed, the number's shape decides between the organs that can carry it (`scope`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from converter.annotate.places import places
from converter.cite import numbers, symbols
from converter.cite.documents import Place, after_comma, by_symbol, sees_also, treaties, with_reports
from converter.cite.find import Reference, bare_symbols, numbered
from converter.cite.lists import Listed, spread
from converter.cite.scope import Scope
from converter.languages import Language
from converter.model import Citation, Resolution
from converter.model.marks import FOOTNOTE_PLACE

_SAME_SENTENCE = 300  # characters, at most, from an ibid. to the document that it names
_ASIDE = re.compile(r"\s?[(（]")
_CLOSES = re.compile(r"[)）]")
_STATEMENTS = ("statement", "statement-year")


def find_citations(resolution: Resolution, language: Language) -> tuple[Citation, ...]:
    """Every citation of the paragraphs and the footnotes, in order within each text; the text itself is none."""
    scope, own = Scope(language, resolution.masthead.body), resolution.masthead.symbol
    found: list[Citation] = []
    note_before: list[Citation] = []  # what the footnote before this one cites
    for name, text in places(resolution):
        place = Place(name, text, symbols.fold(text))
        scope.enter(place.folded)
        bares = list(bare_symbols(place.folded, language))
        mine = [*_numbered(place, scope), *by_symbol(place, language, bares), *treaties(place, language)]
        if name.startswith(FOOTNOTE_PLACE):
            mine.sort(key=_span)
            mine += ibid(place, note_before, mine, language)
            note_before = without_asides(mine, text)
        mine.sort(key=_span)
        found += (one for one in without_overlaps(mine) if one.target is None or one.target != own)
    return tuple(with_reports(found, resolution, language))


def _numbered(place: Place, scope: Scope) -> Iterator[Citation]:
    organ: tuple[str, ...] | None = None
    for one in spread(numbered(place.folded, scope.language)):
        reference = one.reference
        printed = reference.organ or one.late_organ
        if printed:
            other = scope.bodies(reference.other, reference.main_start) if reference.other else ()
            organ = (*scope.bodies(printed, reference.main_start), *other)
        elif not reference.chained:
            organ = None
        yield from _resolved(place, one, organ, scope)


def _resolved(place: Place, one: Listed, organ: tuple[str, ...] | None, scope: Scope) -> Iterator[Citation]:
    language, reference = scope.language, one.reference
    kind = language.table("citations.nouns").get((one.noun or "").lower(), "resolution")
    seen: set[str] = set()
    for printed in numbers.split_letters(numbers.mend(reference.printed), language.table("citations.ranges")):
        number = numbers.normalise(printed)
        if number is None or number.text in seen:
            continue
        statement = number.shape in _STATEMENTS
        if one.noun is None and organ is None and not statement:
            continue  # 2000(2015), 第41032号: a number alone is no citation
        seen.add(number.text)
        body = scope.carrier(number, organ, firm=_is_firm(reference, scope))
        yield Citation(
            place=place.name,
            start=reference.start,
            end=reference.finish,
            text=place.text[reference.start : reference.finish],
            target=numbers.symbol(number, kind, body) if body else None,
            kind="presidential-statement" if statement else kind,
            body=body.id if body else None,
            number=number.text,
            date=one.date,
            pinpoints=reference.pinpoints,
            main_start=reference.main_start,
            main_end=reference.main_end,
            title=place.text[slice(*reference.title)][1:-1].strip() if reference.title else None,
            see_also=sees_also(place, reference.start, language),
        )


def _is_firm(reference: Reference, scope: Scope) -> bool:
    """Whether the organ is printed with this very number, so that no other organ can be meant."""
    return reference.organ is not None and not scope.is_own(reference.organ)


def without_overlaps(citations: list[Citation]) -> list[Citation]:
    """The first of two that overlap stays; the parts of one lettered reference share its span."""
    kept: list[Citation] = []
    last = (0, 0)
    for citation in citations:
        span = (citation.start, citation.end)
        if span == last or citation.start >= last[1]:
            kept.append(citation)
            last = span
    return kept


def _span(citation: Citation) -> tuple[int, int]:
    return citation.start, citation.end


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
