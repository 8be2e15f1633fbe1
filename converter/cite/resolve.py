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
from converter.model import Citation, Pinpoint, Resolution
from converter.model.marks import FOOTNOTE_PLACE


def find_citations(resolution: Resolution, language: Language) -> tuple[Citation, ...]:
    """Every citation of the paragraphs and the footnotes, in order within each text."""
    scope = _Scope(language, resolution.masthead.body)
    found: list[Citation] = []
    note_before: list[Citation] = []  # what the footnote before this one cites
    for name, text in places(resolution):
        place = _Place(name, text, symbols.fold(text))
        scope.enter(place.folded)
        mine = [*_numbered(place, scope), *_bare(place, language), *_treaties(place, language)]
        if name.startswith(FOOTNOTE_PLACE):
            mine += _ibid(place, [*note_before, *mine], language)
            note_before = mine
        mine.sort(key=lambda citation: (citation.start, citation.end))
        found += _without_overlaps(mine)
    return tuple(_with_reports(found, resolution, language))


@dataclass(frozen=True, slots=True)
class _Place:
    """A text to search: its name, its words, and the words folded, in which offsets are the same."""

    name: str
    text: str
    folded: str


@dataclass
class _Scope:
    """Which organ a name means here."""

    language: Language
    enacting: str | None
    last_full: dict[str, str] = field(default_factory=dict)  # short name → the body last named in full
    texts: list[str] = field(default_factory=list)  # those whose names are not noted yet; the last is the current one
    noted: int = 0  # how far the names of the first of them are noted

    def enter(self, text: str) -> None:
        """Go on to the next text. The full names of those before it hold in it."""
        self.texts.append(text)

    def bodies(self, printed: str, at: int) -> tuple[str, ...]:
        """The bodies that an organ printed at this offset of the current text may mean."""
        if printed == self.language.table("citations.own"):
            return (self.enacting,) if self.enacting else ()
        named, full = self.language.organs.get(printed, ("", False))
        if full or not named:
            return (named,) if named else ()
        sharing = self.language.short_names[printed]
        if self.enacting in sharing:
            return (self.enacting,)
        self._note_names(at)
        return (self.last_full[printed],) if printed in self.last_full else sharing

    def _note_names(self, at: int) -> None:
        """Note the names up to this offset of the current text, each text once, and only when a short name asks."""
        for text in self.texts[:-1]:
            self._note(text, len(text))
            self.noted = 0
        del self.texts[:-1]
        self._note(self.texts[-1], at)
        self.noted = max(self.noted, at)

    def _note(self, text: str, end: int) -> None:
        for match in self.language.pattern("organ_names").finditer(text, self.noted, end):
            body, full = self.language.organs[match[0]]
            if full:
                for short, sharing in self.language.short_names.items():
                    if body in sharing:
                        self.last_full[short] = body


def _numbered(place: _Place, scope: _Scope) -> Iterator[Citation]:
    organ: tuple[str, ...] | None = None
    date: str | None = None
    for reference in numbered(place.folded, scope.language):
        if reference.organ:
            organ = scope.bodies(reference.organ, reference.start)
        elif not reference.chained:
            organ = None
        date = reference.date or (date if reference.shares_date else None)
        yield from _resolved(place, reference, organ, date, scope)


def _resolved(
    place: _Place, reference: Reference, organ: tuple[str, ...] | None, date: str | None, scope: _Scope
) -> Iterator[Citation]:
    language = scope.language
    kind = language.table("citations.nouns").get(reference.noun, "resolution")
    seen: set[str] = set()
    for printed in numbers.split_letters(reference.printed, language.table("citations.ranges")):
        number = numbers.normalise(printed)
        if number is None or number.text in seen:
            continue
        statement = number.shape == "statement"
        if reference.noun is None and organ is None and not statement:
            continue  # 2000(2015), 第41032号: a number alone is no citation
        seen.add(number.text)
        body = _carrier(number, organ, _is_firm(reference, language), scope)
        start, end = reference.start, reference.finish
        yield Citation(
            place=place.name,
            start=start,
            end=end,
            text=place.text[start:end],
            target=numbers.symbol(number, kind, body) if body else None,
            kind="presidential-statement" if statement else kind,
            body=body.id if body else None,
            number=number.text,
            date=date,
            pinpoints=reference.pinpoints,
            main_end=reference.end,
            title=place.text[slice(*reference.title)][1:-1] if reference.title else None,
            see_also=_sees_also(place, start, language),
        )


def _is_firm(reference: Reference, language: Language) -> bool:
    """Whether the organ is printed with this very number, so that no other organ can be meant."""
    return reference.organ is not None and reference.organ != language.table("citations.own")


def _carrier(number: numbers.Number, organ: tuple[str, ...] | None, firm: bool, scope: _Scope) -> Body | None:
    """The body whose text this number is: one of those named, else the only likely one that can carry it."""
    authorities = scope.language.authorities
    named = [body for id in organ or () if (body := authorities.body(id)) and numbers.fits(number, body)]
    if len(named) == 1 or firm:
        return named[0] if len(named) == 1 else None
    enacting = authorities.body(scope.enacting) if scope.enacting else None
    if enacting is not None and numbers.fits(number, enacting):
        return enacting
    carriers = [body for body in authorities.bodies if numbers.fits(number, body)]
    return carriers[0] if len(carriers) == 1 else None


def _bare(place: _Place, language: Language) -> Iterator[Citation]:
    text = place.folded
    for bare in bare_symbols(text, language):
        pinpoints = _after_comma(text, bare.end, language)
        end = max([bare.end, *(pinpoint.end for pinpoint in pinpoints)])
        title, author = _described(place, bare.start, language)
        body = language.authorities.body_of(bare.symbol)
        yield Citation(
            place=place.name,
            start=bare.start,
            end=end,
            text=place.text[bare.start : end],
            target=bare.symbol,
            kind=symbols.kind_of(bare.symbol),
            body=body.id if body else None,
            number=symbols.number_of(bare.symbol),
            date=None,
            pinpoints=pinpoints,
            main_end=bare.end,
            title=title,
            author=author,
            see_also=_sees_also(place, bare.start, language),
        )


def _after_comma(text: str, end: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints after a symbol or 同上, from which a bracket and a comma may part them."""
    after = language.pattern("citations.after_symbol").match(text, end)
    return read_pinpoints(text, after.end() if after else end, language)


def _described(place: _Place, start: int, language: Language) -> tuple[str | None, str | None]:
    """The title and author that stand before a symbol in brackets: 《…正式记录…》(A/76/53), 题为“…”的报告(A/…)."""
    if not place.folded.endswith("(", 0, start):
        return None, None
    before = place.text[: start - 1].rstrip()
    record = language.pattern("citations.records").search(before)
    return (record["title"], None) if record else _report(before, language)


def _sees_also(place: _Place, start: int, language: Language) -> bool:
    """Whether 另见 stands before the citation in its sentence."""
    if not place.name.startswith(FOOTNOTE_PLACE):
        return False
    cuts = [place.text.rfind(mark, 0, start) for mark in language.table("citations.sentence_ends")]
    return language.pattern("citations.see_also").search(place.text, max(cuts) + 1, start) is not None


def _treaties(place: _Place, language: Language) -> Iterator[Citation]:
    for match in language.pattern("citations.treaty_series").finditer(place.folded):
        number = f"UNTS vol. {match['volume']}, No. {match['number']}"
        start, end = match.span()
        text = place.text[start:end]
        yield Citation(place.name, start, end, text, None, "treaty", None, number, None, main_end=end)


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


def _ibid(place: _Place, before: list[Citation], language: Language) -> Iterator[Citation]:
    """同上，第3段 in a footnote cites what stands last before it, in this footnote or the one before."""
    for match in language.pattern("citations.ibid").finditer(place.folded):
        earlier = [c for c in before if c.place != place.name or c.end <= match.start()]
        if not earlier:
            continue
        pinpoints = _after_comma(place.folded, match.end(), language)
        end = max([match.end(), *(pinpoint.end for pinpoint in pinpoints)])
        yield replace(
            earlier[-1],
            place=place.name,
            start=match.start(),
            end=end,
            text=place.text[match.start() : end],
            pinpoints=pinpoints,
            main_end=match.end(),
            see_also=False,
        )


def _with_reports(citations: list[Citation], resolution: Resolution, language: Language) -> Iterator[Citation]:
    """Give the document of a footnote the title and author that the text before its mark gives it."""
    paragraphs = {paragraph.id: paragraph for paragraph in resolution.paragraphs}
    marked = {
        f"{FOOTNOTE_PLACE}{note.marker}": paragraphs[note.paragraph].text.text[: note.offset or 0]
        for note in resolution.footnotes
        if note.paragraph in paragraphs
    }
    for citation in citations:
        before = None if citation.title else marked.pop(citation.place, None)  # the first document of a note
        title, author = _report(before, language) if before else (None, None)
        yield replace(citation, title=title, author=author) if title else citation


def _report(before: str, language: Language) -> tuple[str | None, str | None]:
    """The title and author of the report that a text ends with."""
    match = language.pattern("citations.report").search(before)
    if match is None:
        return None, None
    named = before[: match.start()]
    author = next((name for name in language.table("citations.authors") if named.endswith(name)), None)
    return match["title"][1:-1], author
