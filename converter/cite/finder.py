"""The recognisers of citations, on the same tokens: numbers, symbols, treaties, ibid., and what becomes of them.

Numbers are read with what stands around them (`reader.py`), then resolved (`resolve.py`); symbols with their addenda
and what is said of them. Each function is one recogniser (`recognisers.py` has their order): it takes what was found
before it, and gives it back with its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from converter.annotate.found import Found, Given, Remark, Said, Words, by_place, in_order
from converter.cite import account, alone, reported, unread_alone, unread_dates, unread_symbols
from converter.cite.addenda import documents
from converter.cite.documents import by_symbol, with_reports
from converter.cite.documents_of_others import of_others
from converter.cite.ibid import ibid, last_list, lost, without_asides
from converter.cite.internal import find_internal
from converter.cite.led import Leads
from converter.cite.reader import numbered
from converter.cite.resolve import Text, resolved
from converter.cite.scope import Scope
from converter.cite.treaties import treaties
from converter.model import Citation

_SHOWN = 40  # characters of the text that a finding about it shows


def find_numbers(given: Given, found: Found) -> Found:
    """Every work that is cited by its number; where there are too many the rest is not read, and that is said."""
    scope = Scope(given.language, given.resolution.masthead.body, given.resolution.masthead.date)
    speaker = given.language.authorities.body(given.resolution.masthead.body or "")
    mine: list[Citation] = []
    said: list[Said] = []
    document: str | None = None
    leads = Leads(given)
    for words in given.read:
        scope.enter(lambda words=words: words.tokens)  # type: ignore[misc]
        if words.may_cite:
            in_note = speaker if words.in_note else None
            references, remarks = numbered(words.tokens, given.page, in_note, leads.above(words.place))
            scope.note_before = document if words.in_note else None
            citations, doubts = resolved(Text(words.place, words.tokens, scope, given.page), references)
            mine += citations
            said += (Said(words.place, remark) for remark in (*remarks, *doubts))
        if words.in_note:
            document = reported.last_document(words.tokens, document)
    if len(given.read) < len(given.texts):
        first = given.texts[len(given.read)]
        said.append(Said(first.place, Remark(0, min(len(first.text), _SHOWN), "citations-too-many")))
    return _with(mine, said, given, found)


def find_documents(given: Given, found: Found) -> Found:
    """Every document that is cited by its symbol."""
    numbered_there = by_place(found.citations)
    mine: list[Citation] = []
    said: list[Said] = []
    for words in _citing(given):
        bares, open_ranges = documents(words.tokens, given.page)
        said += (Said(words.place, remark) for remark in open_ranges)
        if bares:
            there = numbered_there.get(words.place, [])
            mine += by_symbol(words.place, words.tokens, given.page, given.language.authorities, bares, there)
    return _with(mine, said, given, found)


def find_others(given: Given, found: Found) -> Found:
    """Every document of another organization that is cited by its own symbol."""
    taken = spans_taken(found)
    mine = (
        one
        for words in _citing(given)
        for one in of_others(words.place, words.tokens, taken.get(words.place, []), given.page)
    )
    return _with(mine, (), given, found)


def find_treaties(given: Given, found: Found) -> Found:
    """Every treaty that is cited by its volume of the Treaty Series."""
    mine = (one for words in _citing(given) for one in treaties(words.place, words.tokens, given.page))
    return _with(mine, (), given, found)


def find_ibid(given: Given, found: Found) -> Found:
    """What the ibid. of each note cites again: a citation of this note, or of the one before it."""
    there = by_place(found.citations)
    mine: list[Citation] = []
    said: list[Said] = []
    note_before: list[Citation] | None = None
    lost_before: str | None = None
    for words in given.read:
        if not words.in_note:
            continue
        others = there.get(words.place, [])
        again = ibid(words.place, words.tokens, note_before, others, given.page, lost_before)
        mine += again.citations
        said += (Said(words.place, remark) for remark in again.remarks)
        cited = without_asides(sorted([*others, *again.citations], key=_span), words.text)
        note_before, lost_before = last_list(cited, words.tokens), lost(again)
    return _with(mine, said, given, found)


def drop_overlaps(given: Given, found: Found) -> Found:
    """The first of two citations that overlap stays."""
    there = by_place(found.citations)
    kept = [one for words in given.texts for one in _without_overlaps(there.get(words.place, []))]
    return replace(found, citations=tuple(kept))


def say_unread(given: Given, found: Found) -> Found:
    """The account: a number or a symbol in no citation that is not known to be something else."""
    taken, cited = spans_taken(found), by_place(found.citations)
    own = given.resolution.masthead.symbol
    said = [
        Said(words.place, remark)
        for words in _citing(given)
        for remark in (
            *account.unread(words.tokens, taken.get(words.place, []), own, given.page),
            *unread_alone.bare_numbers(words.tokens, taken.get(words.place, []), given.page),
            *unread_symbols.documents(words.tokens, taken.get(words.place, []), given.page),
            *(alone.unread(words.tokens, taken.get(words.place, []), given.page) if words.in_note else ()),
            *unread_dates.dates(words.tokens, given.page),
            *unread_dates.loose_dates(
                words.tokens, [one.end for one in cited.get(words.place, []) if not one.date], given.page
            ),
        )
    ]
    return replace(found, said=(*found.said, *said))


def drop_itself(given: Given, found: Found) -> Found:
    """A text's own symbol or number is no citation."""
    own = given.resolution.masthead.symbol
    return replace(found, citations=tuple(one for one in found.citations if not one.target or one.target != own))


def add_reports(given: Given, found: Found) -> Found:
    """The title and author of a note's document, from the words before the note's mark."""
    return replace(found, citations=tuple(with_reports(list(found.citations), given.resolution, given.page)))


def find_own_paragraphs(given: Given, found: Found) -> Found:
    """Every reference of the text to its own paragraphs, and those that lead to none."""
    internal, lost = find_internal(given, found.citations)
    return replace(found, internal=internal, said=(*found.said, *(Said(place, remark) for place, remark in lost)))


def spans_taken(found: Found) -> Mapping[str, list[tuple[int, int]]]:
    """By text, the spans of its citations and of what is said of it."""
    taken = {place: [*map(_span, some)] for place, some in by_place(found.citations).items()}
    for one in found.said:
        taken.setdefault(one.place, []).append((one.remark.start, one.remark.end))
    return taken


def _with(citations: Iterable[Citation], said: Iterable[Said], given: Given, found: Found) -> Found:
    """What was found before and what is new, each text's citations in order."""
    whole = in_order(by_place((*found.citations, *citations)), given)
    return replace(found, citations=tuple(whole), said=(*found.said, *said))


def _citing(given: Given) -> Iterator[Words]:
    """The texts that may cite anything by a number or a symbol; the others are not worth cutting."""
    return (words for words in given.read if words.in_note or words.may_cite)


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
