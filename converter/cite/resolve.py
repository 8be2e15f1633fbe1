"""References → citations: which organ is meant, which symbol that gives, what pinpoints follow.

The organ is the one printed; 理事会 alone is the organ of the enacting phrase, else the last one named in full
that has this short name; 其 is the organ of the enacting phrase; in a list, the organ of the number before.
Where none is printed, the number's shape decides between the organs that can carry it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from converter.annotate.places import places
from converter.authorities import Body
from converter.cite import numbers, symbols
from converter.cite.find import Reference, bare_symbols, numbered
from converter.cite.pinpoints import read_pinpoints
from converter.languages import Language
from converter.model import Citation, Paragraph, Resolution
from converter.model.marks import FOOTNOTE_PLACE


def find_citations(resolution: Resolution, language: Language) -> tuple[Citation, ...]:
    """Every citation of the paragraphs and the footnotes, in order within each text."""
    scope = _Scope(language, resolution.masthead.body)
    found: list[Citation] = []
    for place, text in places(resolution):
        mine = [*_numbered(place, text, scope), *_bare(place, text, language), *_treaties(place, text, language)]
        mine.sort(key=lambda citation: (citation.start, citation.end))
        mine = _without_overlaps(mine)
        if not mine and place.startswith(FOOTNOTE_PLACE):
            mine = _ibid(place, text, found, language)
        found += mine
        scope.leave(text)
    return tuple(_with_reports(found, resolution, language))


@dataclass
class _Scope:
    """Which organ a short name means here."""

    language: Language
    enacting: str | None
    last_full: dict[str, str] = field(default_factory=dict)  # short name → the body last named in full

    def leave(self, text: str) -> None:
        """Remember the full names of a text that has been read."""
        self._note_names(text)

    def _note_names(self, text: str) -> None:
        for match in self.language.pattern("organ_names").finditer(text):
            body, full = self.language.organs[match[0]]
            if full:
                for short in self._short_names(body):
                    self.last_full[short] = body

    def _short_names(self, body: str) -> tuple[str, ...]:
        record = self.language.authorities.body(body)
        return record.short.of(self.language.code) if record else ()

    def body(self, printed: str, before: str) -> str | None:
        """The id of the body that a printed organ means after the text `before`."""
        if printed == self.language.table("citations.own"):
            return self.enacting
        body, full = self.language.organs[printed]
        if full:
            return body
        if self.enacting and printed in self._short_names(self.enacting):
            return self.enacting
        self._note_names(before)
        return self.last_full.get(printed, body)


def _numbered(place: str, text: str, scope: _Scope) -> Iterator[Citation]:
    language = scope.language
    organ: str | None = None
    date: str | None = None
    for reference in numbered(text, language):
        if reference.organ:
            organ = scope.body(reference.organ, text[: reference.start])
        elif not reference.chained:
            organ = None
        date = reference.date or (date if reference.shares_date else None)
        if reference.noun is None and reference.organ is None and organ is None:
            continue
        yield from _resolved(place, text, reference, organ, date, scope)


def _resolved(
    place: str, text: str, reference: Reference, organ: str | None, date: str | None, scope: _Scope
) -> Iterator[Citation]:
    kind = scope.language.table("citations.nouns").get(reference.noun, "resolution")
    pinpoints = read_pinpoints(text, reference.end, scope.language)
    end = max([reference.end, *(pinpoint.end for pinpoint in pinpoints)])
    for printed in numbers.split_letters(reference.printed):
        number = numbers.normalise(printed)
        if number is None:
            continue
        body = _carrier(number, organ, scope)
        target = numbers.symbol(number, kind, body) if body else None
        yield Citation(
            place=place,
            start=reference.start,
            end=end,
            text=text[reference.start : end],
            target=target,
            kind="presidential-statement" if number.shape == "statement" else kind,
            body=body.id if body else None,
            number=number.text,
            date=date,
            pinpoints=pinpoints,
            main_end=reference.end,
            title=_unquoted(reference.title),
        )


def _carrier(number: numbers.Number, organ: str | None, scope: _Scope) -> Body | None:
    """The body whose text this number is: the one named, else the only likely one that can carry it."""
    authorities = scope.language.authorities
    named = authorities.body(organ) if organ else None
    if named is not None and numbers.fits(number, named):
        return named
    enacting = authorities.body(scope.enacting) if scope.enacting else None
    if enacting is not None and numbers.fits(number, enacting):
        return enacting
    carriers = [body for body in authorities.bodies if numbers.fits(number, body)]
    return carriers[0] if len(carriers) == 1 else None


def _unquoted(title: str | None) -> str | None:
    return title[1:-1] if title else None


def _bare(place: str, text: str, language: Language) -> Iterator[Citation]:
    see_also = language.pattern("citations.see_also")
    for bare in bare_symbols(text, language):
        after = bare.end + 1 if text[bare.end : bare.end + 1] in ")）" else bare.end
        if text[after : after + 1] in "，,":
            after += 1
        pinpoints = read_pinpoints(text, after, language)
        end = max([bare.end, *(pinpoint.end for pinpoint in pinpoints)])
        sentence = text[max(text.rfind("。", 0, bare.start), text.rfind("；", 0, bare.start)) + 1 : bare.start]
        record = language.pattern("citations.records").search(text[: bare.start])
        yield Citation(
            place=place,
            start=bare.start,
            end=end,
            text=text[bare.start : end],
            target=bare.symbol,
            kind=symbols.kind_of(bare.symbol),
            body=symbols.body_of(bare.symbol),
            number=symbols.number_of(bare.symbol),
            date=None,
            pinpoints=pinpoints,
            main_end=bare.end,
            title=record["title"] if record else None,
            see_also=bool(see_also.search(sentence)),
        )


def _treaties(place: str, text: str, language: Language) -> Iterator[Citation]:
    for match in language.pattern("citations.treaty_series").finditer(text):
        number = f"UNTS vol. {match['volume']}, No. {match['number']}"
        span = (match.start(), match.end())
        yield Citation(place, *span, match[0], None, "treaty", None, number, None, main_end=match.end())


def _without_overlaps(citations: list[Citation]) -> list[Citation]:
    """The first of two that overlap stays; the parts of one lettered reference share its span."""
    kept: list[Citation] = []
    for citation in citations:
        if not kept or citation.start >= kept[-1].end or (citation.start, citation.end) == (kept[-1].start, kept[-1].end):
            kept.append(citation)
    return kept


def _ibid(place: str, text: str, before: list[Citation], language: Language) -> list[Citation]:
    """同上，第3段 in a footnote cites what the footnote before it cites last."""
    match = language.pattern("citations.ibid").search(text)
    earlier = next((c for c in reversed(before) if c.place.startswith(FOOTNOTE_PLACE)), None)
    if match is None or earlier is None:
        return []
    after = match.end() + 1 if text[match.end() : match.end() + 1] in ("，", ",") else match.end()
    pinpoints = read_pinpoints(text, after, language)
    end = max([match.end(), *(pinpoint.end for pinpoint in pinpoints)])
    return [
        replace(
            earlier,
            place=place,
            start=match.start(),
            end=end,
            text=text[match.start() : end],
            pinpoints=pinpoints,
            main_end=match.end(),
            see_also=False,
        )
    ]


def _with_reports(citations: list[Citation], resolution: Resolution, language: Language) -> Iterator[Citation]:
    """Give the document of a footnote the title and author that the text before its mark gives it."""
    paragraphs = {paragraph.id: paragraph for paragraph in resolution.paragraphs}
    named: set[str] = set()
    for citation in citations:
        footnote = next(
            (f for f in resolution.footnotes if f"{FOOTNOTE_PLACE}{f.marker}" == citation.place), None
        )
        paragraph = paragraphs.get(footnote.paragraph) if footnote and footnote.paragraph else None
        if footnote is None or paragraph is None or citation.place in named or citation.title:
            yield citation
            continue
        named.add(citation.place)  # the title belongs to the first document of the note
        title, author = _report(paragraph, footnote.offset or 0, language)
        yield replace(citation, title=title, author=author) if title else citation


def _report(paragraph: Paragraph, mark: int, language: Language) -> tuple[str | None, str | None]:
    match = language.pattern("citations.report").search(paragraph.text.text[:mark])
    if match is None:
        return None, None
    before = paragraph.text.text[: match.start("title") - len(language.table("citations.entitled"))]
    author = next((name for name in language.table("citations.authors") if before.endswith(name)), None)
    return match["title"][1:-1], author
