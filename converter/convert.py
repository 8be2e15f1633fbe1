"""One source, one page: bytes → Expression, its page and its catalogue record. Pure; no disk, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from converter import addresses
from converter.annotate.subject import find_subject
from converter.authorities import Authorities
from converter.catalogue import catalogued
from converter.cite.origin import find_origin
from converter.clean import clean
from converter.formats import MAX_BYTES
from converter.identity import contradictions
from converter.language_files import read_data
from converter.languages import Language, load
from converter.lint import Reading, lint
from converter.lint.words import WORDS
from converter.model import (
    Catalogued,
    Citation,
    Cited,
    Citing,
    Clean,
    Diagnostic,
    Expression,
    Named,
    Record,
    Resolution,
    Severity,
    Sidecar,
    Source,
    Sponsor,
    facts_of,
)
from converter.model.marks import FOOTNOTE_PLACE
from converter.model.text import word_edge
from converter.outline import outline
from converter.parse import parse
from converter.parse.parts import parts_of
from converter.read import reader_of
from converter.recognisers import recognise

_EXCERPT = 80  # characters kept on each side of a citation when its clause is longer
# What a record tells of the words of a text, besides its title and its adoption.
_OF_THE_WORDS = (
    "agenda_items", "origin", "sponsors", "citings", "named", "mandates", "paragraphs", "pages", "met", "outline",
    "parts",
)  # fmt: skip
_TOO_LARGE = "read-too-large"
_OF_CHARACTERS = ("read-bom", "read-encoding", "read-line-ends", "text-")


@dataclass(frozen=True, slots=True)
class Input:
    """All that an expression is made from, besides the languages and the authority files."""

    path: str
    lang: str
    data: bytes
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class Understood:
    """A text read, cleaned and parsed, and what its format's reader said of it: what marks are looked for in."""

    source: Source
    findings: tuple[Diagnostic, ...]
    clean: Clean
    resolution: Resolution
    language: Language


def understand(given: Input, authorities: Authorities) -> Understood:
    """Read, clean and parse one source. Whatever the bytes, it returns a resolution."""
    data = given.data
    too_large: tuple[Diagnostic, ...] = ()
    if len(data) > MAX_BYTES:
        hint = f"a resolution is smaller than {MAX_BYTES // 1024 // 1024} MiB: is this the right file?"
        too_large = (Diagnostic(given.path, 0, 0, _TOO_LARGE, "the file is too large", hint),)
        data = b""
    language = load(given.lang, authorities)
    accept = {"accept_changes": given.sidecar.accept_changes, "accept_recognised": given.sidecar.accept_recognised}
    read = reader_of(PurePosixPath(given.path).suffix.lower(), **accept)
    source, findings = read(data, given.path, given.lang)
    cleaned = clean(source, language)
    return Understood(source, too_large or tuple(findings), cleaned, parse(cleaned, language), language)


def convert(given: Input, authorities: Authorities) -> Expression:
    """Read, clean, parse, annotate and lint one source. Whatever the bytes, it returns an expression."""
    return express(understand(given, authorities), given, authorities)


def express(understood: Understood, given: Input, authorities: Authorities) -> Expression:
    """Annotate and lint a text that was parsed."""
    source, resolution, language = understood.source, understood.resolution, understood.language
    marks = recognise(resolution, language)
    reading = Reading(
        understood.clean, resolution, marks.verbs, marks.citations, language, authorities,
        unread=marks.said, origin=find_origin(resolution, language),
    )  # fmt: skip
    is_too_large = any(one.code == _TOO_LARGE for one in understood.findings)
    found = (*understood.findings, *(() if is_too_large else lint(reading)))
    if reading.is_empty and not any(map(_refuses, found)):
        message, hint = "there is no text in the file", "take the official file that has the text"
        found = (*found, Diagnostic(given.path, 0, 0, "read-empty", message, hint))
    expression = Expression(
        work=given.sidecar.work,
        resolution=resolution,
        verbs=marks.verbs,
        entities=marks.entities,
        citations=marks.citations,
        mandates=marks.mandates,
        diagnostics=(
            *given.sidecar.diagnostics,
            *contradictions(given.sidecar, resolution, source),
            *(replace(one, at="" if reading.is_empty else one.at) for one in map(reading.places.put, found)),
        ),
        outline=outline(resolution, source),
        aside=_aside(found, is_empty=reading.is_empty),
        internal=marks.internal,
        keywords=source.markup.keywords if source.markup else (),
        origin=reading.origin,
        parts=parts_of(resolution, language),
    )
    return replace(expression, subject=find_subject(expression, given.sidecar, language))


def _aside(found: Iterable[Diagnostic], *, is_empty: bool) -> str:
    """The code of the error for which a text is not shown: nothing of it is read, or words are lost or invented."""
    return next((one.code for one in found if one.code == WORDS or (is_empty and _refuses(one))), "")


def _refuses(one: Diagnostic) -> bool:
    """Whether a finding is why nothing of a file is read; what is said of its characters or line ends is not."""
    return one.severity is Severity.ERROR and not one.code.startswith(_OF_CHARACTERS)


def page_of(sidecar: Sidecar, lang: str, printed_symbol: str | None) -> str:
    """The path of a work's page: its symbol, else the one it was adopted as, else its name among the drafts."""
    for symbol in (sidecar.symbol, printed_symbol, sidecar.adopted_as):
        page = addresses.symbol_page(lang, symbol) if symbol else None
        if page:
            return page
    return addresses.draft_page(lang, sidecar.work)


def record_of(expression: Expression, sidecar: Sidecar) -> Record:
    """The catalogue record: what the rest of the collection needs to know of this expression."""
    resolution = expression.resolution
    masthead = resolution.masthead
    told = catalogued(expression, sidecar)
    record = Record(
        **facts_of(Catalogued, told),
        work=expression.work,
        path=resolution.path,
        subjects=sidecar.subjects,
        sponsors=(*masthead.sponsors, *(Sponsor(one.name, one.code, None, joined=True) for one in masthead.joined)),
        citings=tuple(_citings(expression)),
        named=tuple(Named(one.kind, one.id, _anchor(one.place, expression)) for one in expression.entities),
        mandates=tuple(replace(one, phrases=()) for one in expression.mandates),
        paragraphs=tuple(paragraph.id for paragraph in resolution.paragraphs),
        series=sidecar.series,
        met=sidecar.met,
        outline=expression.outline,
        adoption=resolution.adoption,
        aside=expression.aside,
        source_url=sidecar.source_url,
        accepted=sidecar.accepted,
        formerly=sidecar.formerly,
        subject=expression.subject.text if expression.subject else None,
        pages=_pages(resolution),
        keywords=expression.keywords,
        parts=expression.parts,
    )
    return _identity(record) if expression.aside else record


def _pages(resolution: Resolution) -> tuple[int, ...]:
    pages = tuple(paragraph.page for paragraph in resolution.paragraphs)
    return pages if any(pages) else ()


def _identity(record: Record) -> Record:
    """What is known of a text that is set aside: which it is, and nothing of its words."""
    nothing: dict[str, Any] = dict.fromkeys(_OF_THE_WORDS, ())
    return replace(record, title=None, adoption=None, subject=None, **nothing)


def _anchor(place: str, expression: Expression) -> str:
    """The paragraph to land on: a footnote's mark's paragraph, else the place itself."""
    if not place.startswith(FOOTNOTE_PLACE):
        return place
    note = next(note for note in expression.resolution.footnotes if note.place == place)
    return note.paragraph or note.anchor


def _citings(expression: Expression) -> Iterator[Citing]:
    texts = {paragraph.id: paragraph.text.text for paragraph in expression.resolution.paragraphs}
    notes = {note.place: note for note in expression.resolution.footnotes}
    ends = read_data(expression.resolution.lang)["text"]["clause_ends"]
    for citation in expression.citations:
        note = notes.get(citation.place)
        if note is not None and note.paragraph in texts and note.offset is not None:
            # A report cited in a footnote is spoken of where the mark stands.
            excerpt = _excerpt(texts[note.paragraph], note.offset, note.offset, ends)
        elif note is not None:
            excerpt = note.text.text
        else:
            excerpt = _excerpt(texts[citation.place], citation.start, citation.end, ends)
        anchor = _anchor(citation.place, expression)
        yield Citing(
            **facts_of(Cited, citation),
            pinpoints=tuple(pinpoint.label for pinpoint in citation.pinpoints),
            anchor=anchor,
            excerpt=excerpt,
            verb=_verb_over(citation, anchor, expression),
            in_note=note is not None,
        )


def _excerpt(text: str, start: int, end: int, marks: str) -> str:
    """The clause around a span, cut to a readable length, with … where it is cut."""
    left = max(text.rfind(mark, 0, start) for mark in marks) + 1
    rights = [text.find(mark, end) for mark in marks]
    right = min([position for position in rights if position >= 0], default=len(text))
    begin = word_edge(text, max(left, start - _EXCERPT), -1)
    finish = word_edge(text, min(right, end + _EXCERPT), 1)
    return ("…" if begin > left else "") + text[begin:finish].strip() + ("…" if finish < right else "")


def _verb_over(citation: Citation, anchor: str, expression: Expression) -> str | None:
    """The lemma of the last verb before the citation in its paragraph."""
    before = [
        verb.lemma
        for verb in expression.verbs
        if verb.place == anchor and (citation.place != anchor or verb.start <= citation.start)
    ]
    return before[-1] if before else None
