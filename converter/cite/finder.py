"""Citations by tokens: each text is cut once, and numbers, symbols, treaties and ibid. are read on the same tokens.

Numbers are read with what stands around them, then resolved; symbols with their addenda and what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from converter.annotate.places import places
from converter.authorities import Body
from converter.cite import numbers, symbols
from converter.cite.account import unread
from converter.cite.addenda import documents
from converter.cite.documents import by_symbol, with_reports
from converter.cite.ibid import ibid, without_asides
from converter.cite.internal import find_internal
from converter.cite.lists import Listed, spread
from converter.cite.reader import Remark, numbered
from converter.cite.references import Reference
from converter.cite.scope import Scope
from converter.cite.see_also import sees_also
from converter.cite.treaties import treaties
from converter.languages import Language
from converter.languages.page import Page, load_page
from converter.model import Citation, Internal, Resolution
from converter.model.marks import FOOTNOTE_PLACE
from converter.view import Tokens, fold

_STATEMENTS = ("statement", "statement-year")
MAX_NUMBERS = 20_000  # with a stroke or a bracket; the longest budgets have some hundreds
_NUMBER = re.compile(r"\d ?[/(]")
_DIGIT = re.compile(r"\d")
_SHOWN = 40  # characters of the text that a finding about it shows


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
    for place, text in places(resolution):
        view = fold(text)
        count += sum(1 for _ in _NUMBER.finditer(view.text))
        if count > MAX_NUMBERS:
            said.append(Said(place, Remark(0, min(len(text), _SHOWN), "citations-too-many")))
            break
        in_note = place.startswith(FOOTNOTE_PLACE)
        tokens_of = cache(partial(page.tokens, view))
        scope.enter(tokens_of)
        if not in_note and _DIGIT.search(view.text) is None and not page.has_number(view):
            continue
        tokens = tokens_of()
        mine, remarks = _of_place(place, tokens, scope, page)
        if in_note:
            again = ibid(place, tokens, note_before, mine, page)
            mine += again.citations
            remarks += again.remarks
            mine.sort(key=_span)
            note_before = without_asides(mine, text)
        mine = _without_overlaps(mine)
        taken = [*map(_span, mine), *((one.start, one.end) for one in remarks)]
        remarks += unread(tokens, taken, resolution.masthead.symbol, page)
        said += (Said(place, remark) for remark in remarks)
        found += (one for one in mine if not one.target or one.target != resolution.masthead.symbol)
    citations = tuple(with_reports(found, resolution, page))
    internal, lost = find_internal(resolution, citations, page)
    return Found(citations, (*said, *(Said(place, remark) for place, remark in lost)), internal)


def _of_place(place: str, tokens: Tokens, scope: Scope, page: Page) -> tuple[list[Citation], list[Remark]]:
    """What one text cites by number, by symbol and by volume, in order, and what cannot be read of it."""
    references, remarks = numbered(tokens, page)
    mine = list(_numbered(place, tokens, references, scope, page))
    bares, open_ranges = documents(tokens)
    if bares:
        mine += [*by_symbol(place, tokens, page, scope.language.authorities, bares, mine)]
    mine += treaties(place, tokens, page)
    mine.sort(key=_span)
    return mine, [*remarks, *open_ranges]


def _span(citation: Citation) -> tuple[int, int]:
    return citation.start, citation.end


def _without_overlaps(citations: list[Citation]) -> list[Citation]:
    """The first of two that overlap stays; the parts of one lettered reference share its span.

    Pinpoints between two works that may lead to either are of the first (A/53/9, sect. I, resolution 10/1).
    """
    kept: list[Citation] = []
    last = (0, 0)
    for one in citations:
        citation = _without_lead(one) if one.start < last[1] <= one.main_start else one
        span = (citation.start, citation.end)
        if span == last or citation.start >= last[1]:
            kept.append(citation)
            last = span
    return kept


def _without_lead(citation: Citation) -> Citation:
    """A citation without the pinpoints before the name of the work."""
    text = citation.text[citation.main_start - citation.start :]
    pinpoints = tuple(one for one in citation.pinpoints if one.start >= citation.main_start)
    return replace(citation, start=citation.main_start, text=text, pinpoints=pinpoints)


def _numbered(place: str, tokens: Tokens, references: list[Reference], scope: Scope, page: Page) -> Iterator[Citation]:
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
    place: str,
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
    see_also = sees_also(place, tokens, reference.start, page)
    seen: set[str] = set()
    for printed in _printed(reference, page):
        number = numbers.normalise(printed)
        if number is None or number.text in seen:
            continue
        statement = number.shape in _STATEMENTS
        before = scope.read_before(number) if one.noun is None and organ is None else None
        if one.noun is None and organ is None and before is None and not statement:
            continue  # 2000(2015), No. 41032: a number alone is no citation
        seen.add(number.text)
        if before is not None:
            body: Body | None = before
        elif organ is None and _is_foreign(reference.inside, scope):
            body = None
        else:
            body = scope.carrier(number, organ, firm=reference.firm or of_others)
        if body is None and organ is None and reference.hint:
            body = scope.carrier(number, scope.bodies(reference.hint, reference.main_start), firm=True)
        if body is not None and one.noun == "resolution":
            scope.note_read(number, body)
        yield Citation(
            place=place,
            start=reference.start,
            end=reference.finish,
            text=tokens.view.source[reference.start : reference.finish],
            target=numbers.symbol(number, kind, body) if body else None,
            kind="presidential-statement" if statement else kind,
            body=body.id if body else None,
            number=number.text,
            date=one.date,
            pinpoints=reference.pinpoints,
            main_start=reference.main_start,
            main_end=reference.main_end,
            title=tokens.view.source[slice(*reference.title)].strip() if reference.title else None,
            see_also=see_also,
        )


def _is_foreign(symbol: str | None, scope: Scope) -> bool:
    """Whether a document is of an organ whose texts have no symbols here; the resolutions in it are its own."""
    return symbol is not None and scope.language.authorities.body_of(symbols.canonical(symbol)) is None


def _printed(reference: Reference, page: Page) -> Iterator[str]:
    for printed in (*reference.between, reference.printed):
        yield from numbers.split_letters(numbers.mend(printed), page.ranges)
