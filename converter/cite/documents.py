"""Documents cited by their symbol, and treaties: what the words around them say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from converter.cite import symbols
from converter.cite.pinpoints import pinpoints_before, read_pinpoints
from converter.cite.references import Bare
from converter.languages import Language
from converter.languages.dates import iso_date, iso_dates, with_year
from converter.model import Citation, Pinpoint, Resolution
from converter.model.marks import FOOTNOTE_PLACE

_BEFORE = 600  # characters before a symbol that may speak of it
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?!\d)")
_YEAR_WITHIN = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A text to search: its name, its words, and the words folded, in which offsets are the same."""

    name: str
    text: str
    folded: str


def by_symbol(place: Place, language: Language, bares: Sequence[Bare]) -> Iterator[Citation]:
    """Every document of a text that is cited by its symbol; `bares` are the symbols, in order."""
    text, floor, kind = place.folded, 0, "document"
    dates: tuple[str, ...] = ()  # of the next documents in the bracket, whose dates stand together before it
    for index, bare in enumerate(bares):
        start, before = (bare.start, ()) if bare.addendum else pinpoints_before(text, floor, bare.start, language)
        pinpoints = (*before, *after_comma(text, bare.end, language))
        end = max([bare.end, *(pinpoint.end for pinpoint in pinpoints)])
        title, author = _described(place, bare.start, language)
        body = language.authorities.body_of(bare.symbol)
        kind = _kind(text, floor, bare, kind, language)
        if not bare.addendum:
            dates = dates[1:] or _dates(text, bares, index, language)
        yield Citation(
            place=place.name,
            start=start,
            end=end,
            text=place.text[start:end],
            target=bare.symbol,
            kind=kind,
            body=body.id if body else None,
            number=symbols.number_of(bare.symbol),
            date=(dates[0] or None) if dates and not bare.addendum else None,
            pinpoints=pinpoints,
            main_start=bare.start,
            main_end=bare.end,
            title=title,
            author=author,
            see_also=sees_also(place, bare.start, language),
        )
        floor = end
        if symbols.kind_of(bare.symbol) != "document":
            kind = "document"  # what a symbol itself says holds for no other


def after_comma(text: str, end: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints after a symbol or 同上, from which a bracket and a comma may part them."""
    after = language.pattern("citations.after_symbol").match(text, end)
    return read_pinpoints(text, after.end() if after else end, language)


def sees_also(place: Place, start: int, language: Language) -> bool:
    """Whether 另见 stands before the citation in its sentence."""
    if not place.name.startswith(FOOTNOTE_PLACE):
        return False
    floor = max(0, start - _BEFORE)
    cuts = [place.text.rfind(mark, floor, start) for mark in language.table("citations.sentence_ends")]
    return language.pattern("citations.see_also").search(place.text, max(floor, *cuts), start) is not None


def treaties(place: Place, language: Language) -> Iterator[Citation]:
    """Every treaty that is cited by its volume of the United Nations Treaty Series."""
    for match in language.pattern("citations.treaty_series").finditer(place.folded):
        registered = f", No. {match['number']}" if match["number"] else ""
        start, end = match.span()
        yield Citation(
            place=place.name,
            start=start,
            end=end,
            text=place.text[start:end],
            target=None,
            kind="treaty",
            body=None,
            number=f"UNTS vol. {match['volume']}{registered}",
            date=None,
            main_start=start,
            main_end=end,
        )


def with_reports(citations: list[Citation], resolution: Resolution, language: Language) -> Iterator[Citation]:
    """Give the document of a footnote the title and author that the text before its mark gives it."""
    paragraphs = {paragraph.id: paragraph for paragraph in resolution.paragraphs}
    marked = {
        note.place: paragraphs[note.paragraph].text.text[: note.offset or 0]
        for note in resolution.footnotes
        if note.paragraph in paragraphs
    }
    for citation in citations:
        before = None if citation.title else marked.pop(citation.place, None)  # the first document of a note
        title, author = _report(before[-_BEFORE:], language) if before else (None, None)
        yield replace(citation, title=title, author=author) if title else citation


def _kind(text: str, floor: int, bare: Bare, kind_before: str, language: Language) -> str:
    """What the symbol says the document is, or else the words before it: statement of its President (S/23500).

    In a list it is what the one before is; that ends at `floor`.
    """
    kind = symbols.kind_of(bare.symbol)
    if kind != "document":
        return kind
    if bare.addendum or (floor and language.pattern("citations.same_kind").fullmatch(text, floor, bare.start)):
        return kind_before
    for named, pattern in language.citation_kinds:
        if pattern.search(text, max(0, bare.start - _BEFORE), bare.start):
            return named
    return kind


def _dates(text: str, bares: Sequence[Bare], index: int, language: Language) -> tuple[str, ...]:
    """The date of a document: S/26480 of 21 September 1993; his report of 21 September 1993 (S/26480).

    Several dates before a bracket are those of as many documents in it, in their order; else nobody can tell.
    """
    bare = bares[index]
    match = language.pattern("citations.dated_after").match(text, bare.end)
    before = max(0, bare.start - _BEFORE)
    for pattern in language.table("citations.dated_before"):
        match = match or language.compile_cached(pattern).search(text, before, bare.start)
    if match is None:
        return ()
    months = language.table("dates.months")
    printed = [whole] if (whole := iso_date(match["date"], months)) else iso_dates(match["date"], months)
    if len(printed) > 1 and len(printed) != _in_bracket(text, bares, index):
        return ()
    year = _YEAR.search(text, bare.end, bare.end + _YEAR_WITHIN)
    return tuple(with_year(day, int(year[0]) if year else None) for day in printed)


def _in_bracket(text: str, bares: Sequence[Bare], index: int) -> int:
    """How many documents stand from this one on until the bracket closes, addenda not counted."""
    bare = bares[index]
    end = max(text.find(")", bare.end, bare.end + _BEFORE), bare.end)
    inside = takewhile(lambda one: one.start < end, islice(bares, index, None))
    return sum(not one.addendum for one in inside)


def _described(place: Place, start: int, language: Language) -> tuple[str | None, str | None]:
    """The title and author that stand before a symbol in brackets: 《…正式记录…》(A/76/53), 题为“…”的报告(A/…)."""
    if not place.folded.endswith("(", 0, start):
        return None, None
    before = place.text[max(0, start - 1 - _BEFORE) : start - 1].rstrip()
    record = language.pattern("citations.records").search(before)
    return (record["title"], None) if record else _report(before, language)


def _report(before: str, language: Language) -> tuple[str | None, str | None]:
    """The title and author of the report that a text ends with."""
    match = language.pattern("citations.report").search(before)
    if match is None:
        return None, None
    return match["title"][1:-1].strip(), match["author"]
