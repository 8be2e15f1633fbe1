"""Citations by tokens: each text is cut once, numbers are read with what stands around them, then resolved.

The symbols of documents and their addenda are read on tokens too (`addenda`); what is said of them, treaties and ibid.
are still read by `documents` and `ibid`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from converter.annotate.places import places
from converter.cite import numbers, symbols
from converter.cite.addenda import documents
from converter.cite.documents import Place, by_symbol, treaties, with_reports
from converter.cite.ibid import ibid, without_asides
from converter.cite.internal import find_internal
from converter.cite.lists import Listed, spread
from converter.cite.reader import Remark, numbered
from converter.cite.references import Reference
from converter.cite.scope import Scope
from converter.languages import Language
from converter.languages.page import Page, load_page
from converter.model import Citation, Internal, Resolution
from converter.model.marks import FOOTNOTE_PLACE
from converter.view import Tokens, fold

_STATEMENTS = ("statement", "statement-year")
MAX_NUMBERS = 20_000  # with a stroke or a bracket; the longest budgets have some hundreds
_NUMBER = re.compile(r"\d ?[/(]")
_SHOWN = 40  # characters of the text that a finding about it shows
_SEE_WITHIN = 150  # tokens before a citation in which `see also` is looked for


@dataclass(frozen=True, slots=True)
class Said:
    """A remark with the text that it is about: a paragraph's id, or `fn:` and a marker."""

    place: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Found:
    """What a resolution cites, in order within each text, and what could not be read of it.

    `internal` are the references to its own paragraphs.
    """

    citations: tuple[Citation, ...]
    said: tuple[Said, ...] = ()
    internal: tuple[Internal, ...] = ()


def read_citations(resolution: Resolution, language: Language) -> Found:
    """Every citation of the paragraphs and the footnotes, and every reference of the text to itself.

    From the text on with which there are more than `MAX_NUMBERS` numbers none is read, and that is said once.
    """
    page = load_page(language.code, language.authorities)
    scope = Scope(language, resolution.masthead.body)
    found: list[Citation] = []
    said: list[Said] = []
    note_before: list[Citation] = []  # what the footnote before this one cites
    count = 0
    for name, text in places(resolution):
        place = Place(name, text, symbols.fold(text))
        view = fold(text)
        count += sum(1 for _ in _NUMBER.finditer(view.text))
        if count > MAX_NUMBERS:
            said.append(Said(name, Remark(0, min(len(text), _SHOWN), "citations-too-many")))
            break
        tokens = cache(partial(page.tokens, view))
        scope.enter(tokens)
        mine: list[Citation] = []
        if page.has_number(view):
            references, remarks = numbered(tokens(), page)
            said += (Said(name, remark) for remark in remarks)
            mine += _numbered(place, tokens(), references, scope, page)
        bares, remarks = documents(view, page)
        said += (Said(name, remark) for remark in remarks)
        mine += [*by_symbol(place, language, bares), *treaties(place, language)]
        if name.startswith(FOOTNOTE_PLACE):
            mine.sort(key=_span)
            mine += ibid(place, note_before, mine, language)
            note_before = without_asides(mine, text)
        mine.sort(key=_span)
        found += (one for one in _without_overlaps(mine) if not one.target or one.target != resolution.masthead.symbol)
    citations = tuple(with_reports(found, resolution, language))
    internal, lost = find_internal(resolution, citations, page)
    return Found(citations, (*said, *(Said(place, remark) for place, remark in lost)), internal)


def _span(citation: Citation) -> tuple[int, int]:
    return citation.start, citation.end


def _without_overlaps(citations: list[Citation]) -> list[Citation]:
    """The first of two that overlap stays; the parts of one lettered reference share its span."""
    kept: list[Citation] = []
    last = (0, 0)
    for citation in citations:
        span = (citation.start, citation.end)
        if span == last or citation.start >= last[1]:
            kept.append(citation)
            last = span
    return kept


def _numbered(
    place: Place, tokens: Tokens, references: list[Reference], scope: Scope, page: Page
) -> Iterator[Citation]:
    organ: tuple[str, ...] | None = None
    of_others = False  # whether an organ of others is printed with the number, or with another of its list
    for one in spread(references):
        reference = one.reference
        printed = reference.organ or one.late_organ
        if printed:
            other = scope.bodies(reference.other, reference.main_start) if reference.other else ()
            organ = (*scope.bodies(printed, reference.main_start), *other)
            of_others = not organ and not scope.is_own(printed)
        else:
            organ = organ if reference.chained else None
            of_others = of_others and not one.opens
        yield from _resolved(place, tokens, one, organ, of_others, scope, page)


def _resolved(
    place: Place,
    tokens: Tokens,
    one: Listed,
    organ: tuple[str, ...] | None,
    of_others: bool,
    scope: Scope,
    page: Page,
) -> Iterator[Citation]:
    """The citations of one reference: of its number, its parts, and what a range leaves out before it."""
    reference = one.reference
    kind = one.noun or "resolution"
    see_also = _sees_also(place, tokens, reference, page)
    seen: set[str] = set()
    for printed in _printed(reference, page):
        number = numbers.normalise(printed)
        if number is None or number.text in seen:
            continue
        statement = number.shape in _STATEMENTS
        if one.noun is None and organ is None and not statement:
            continue  # 2000(2015), No. 41032: a number alone is no citation
        seen.add(number.text)
        if organ is None and _is_foreign(reference.inside, scope):
            body = None
        else:
            body = scope.carrier(number, organ, firm=reference.firm or of_others)
        if body is None and organ is None and reference.hint:
            body = scope.carrier(number, scope.bodies(reference.hint, reference.main_start), firm=True)
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
            title=place.text[slice(*reference.title)].strip() if reference.title else None,
            see_also=see_also,
        )


def _is_foreign(symbol: str | None, scope: Scope) -> bool:
    """Whether a document is of an organ whose texts have no symbols here; the resolutions in it are its own."""
    return symbol is not None and scope.language.authorities.body_of(symbols.canonical(symbol)) is None


def _printed(reference: Reference, page: Page) -> Iterator[str]:
    for printed in (*reference.between, reference.printed):
        yield from numbers.split_letters(numbers.mend(printed), page.ranges)


def _sees_also(place: Place, tokens: Tokens, reference: Reference, page: Page) -> bool:
    """Whether the sentence of a note says see also, and not see, before the citation."""
    if not place.name.startswith(FOOTNOTE_PLACE):
        return False
    before = bisect_left(tokens.items, reference.start, key=lambda token: tokens.view.at[token.start])
    for token in reversed(tokens.items[max(0, before - _SEE_WITHIN) : before]):
        if token.word in page.sentence_ends or token.has("see see"):
            return False
        if token.has("see also"):
            return True
    return False
