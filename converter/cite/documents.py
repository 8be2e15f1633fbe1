"""Documents cited by their symbol: what is printed and what the words around it say, made into citations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from converter import symbols
from converter.authorities import Authorities
from converter.cite import described, described_dates, described_titles, paths
from converter.cite.references import Bare
from converter.cite.see_also import sees_also
from converter.languages.page import Page
from converter.model import Citation, Resolution
from converter.view import Tokens, fold

_LISTED = frozenset(",،、")
_BEFORE = 600  # characters before the mark of a note that may speak of the document in it


def by_symbol(
    place: str, tokens: Tokens, page: Page, authorities: Authorities, bares: list[Bare], numbered: Sequence[Citation]
) -> Iterator[Citation]:
    """Every document of a text that is cited by its symbol; `bares` are the symbols, `numbered` its other citations.

    What stands behind a document and its corrigenda is a place of the document: A/68/953 and Corr.1, para. 3.
    """
    found = [*_each(place, tokens, page, authorities, bares, numbered)]
    those = described_dates.chained(tokens, bares)
    for index, bare in enumerate(bares):
        joined = those.of(index)[1:]
        if joined and not those.is_joined(index) and all(_corrects(bares[at], bare) for at in joined):
            found[index : joined.stop] = _of_corrected(found[index : joined.stop], tokens)
        elif not bare.addendum and (end := _corrected(tokens, bares, index)) > index + 1:
            found[index:end] = _with_places_behind(found[index:end])
    yield from found


def _corrects(bare: Bare, document: Bare) -> bool:
    return bare.symbol.startswith(f"{document.symbol}/Corr.")


def _corrected(tokens: Tokens, bares: list[Bare], index: int) -> int:
    """Where the corrigenda end that stand in a list behind their document, by whole symbols: A/9/1 and A/9/1/Corr.1."""
    end = index + 1
    while end < len(bares) and not bares[end].addendum and _corrects(bares[end], bares[index]):
        between = tokens.items[bares[end - 1].last : bares[end].first]
        if not all(token.word in _LISTED or token.has("and") for token in between):
            break
        end += 1
    return end


def _with_places_behind(cited: Sequence[Citation]) -> list[Citation]:
    """A document and its corrigenda, the pinpoints behind the last of these given to the document, at its name."""
    document, *corrigenda = cited
    behind = tuple(one for one in corrigenda[-1].pinpoints if one.start >= corrigenda[-1].main_end)
    if not behind or document.pinpoints:
        return [*cited]
    at = document.main_end
    document = replace(document, pinpoints=tuple(replace(one, start=at, end=at) for one in behind))
    kept = tuple(one for one in corrigenda[-1].pinpoints if one not in behind)
    return [document, *corrigenda[:-1], replace(corrigenda[-1], pinpoints=kept)]


def _of_corrected(cited: Sequence[Citation], tokens: Tokens) -> list[Citation]:
    """A document and its corrigenda, the pinpoints behind the last of these given to the document, in one span."""
    document, *corrigenda = cited
    behind = tuple(one for one in corrigenda[-1].pinpoints if one.start >= corrigenda[-1].main_end)
    if not behind:
        return [*cited]
    start, end = document.start, behind[-1].end
    text = tokens.view.source[start:end]
    document = replace(document, pinpoints=(*document.pinpoints, *behind))
    bare = (replace(one, pinpoints=tuple(at for at in one.pinpoints if at not in behind)) for one in corrigenda)
    return [replace(one, start=start, end=end, text=text) for one in (document, *bare)]


def _each(
    place: str, tokens: Tokens, page: Page, authorities: Authorities, bares: list[Bare], numbered: Sequence[Citation]
) -> Iterator[Citation]:
    """Each of them with what is said of it alone."""
    text, floor, kind = tokens.view.source, 0, "document"
    taken, chained = _taken(tokens, numbered), described_dates.chained(tokens, bares)
    listed = sorted(numbered, key=lambda one: one.end)
    ends = [one.end for one in listed]
    dates: dict[int, str] = {}  # also of documents further on, whose dates stand together
    for index, bare in enumerate(bares):
        at = bisect_right(ends, bare.start)
        own_from = max(floor, tokens.index(ends[at - 1] if at else 0))  # the pinpoints of a number are its own
        before, first = described.pinpoints_before(tokens, own_from, bare, page)
        of = "symbol" if symbols.kind_of(bare.symbol) == "document" else "number"
        after, last = paths.after(tokens, described.behind(tokens, bare.last, page), page, of=of)
        kind = _kind(tokens, floor, bare, kind, page)
        if bare.addendum:
            own = described_dates.date_of_addendum(tokens, bare, page)
            dates |= {index: own} if own else {}
        elif index not in dates:
            dates |= described_dates.dates_of(tokens, chained, index, floor, page, taken)
        title, author = described_titles.title_before(tokens, bare.first, page)
        body = authorities.body_of(bare.symbol)
        start = tokens.span(first, first + 1)[0] if before else bare.start
        end = max([bare.end, *(pinpoint.end for pinpoint in after)])
        yield Citation(
            place=place,
            start=start,
            end=end,
            text=text[start:end],
            target=bare.symbol,
            kind=kind,
            body=body.id if body else None,
            number=symbols.number_of(bare.symbol),
            date=dates.get(index) or _date_around(tokens, bare, listed[max(0, at - 1) : at + 1]),
            pinpoints=(*before, *after),
            main_start=bare.start,
            main_end=bare.end,
            title=title,
            author=author,
            see_also=sees_also(place, tokens, bare.start, page),
            phrases=tuple(one.at for one in described.lead(tokens, bare.first, floor, page).phrases),
        )
        floor = last if after else bare.last
        if symbols.kind_of(bare.symbol) != "document":
            kind = "document"  # what a symbol itself says holds for no other


def _date_around(tokens: Tokens, bare: Bare, beside: Sequence[Citation]) -> str | None:
    """The date that the two numbers beside a symbol share, where its number is of their session or year.

    71/827, A/RES/71/828 and 71/829, all of 8 December 2016.
    """
    number = symbols.number_of(bare.symbol)
    if number is None or len(beside) != 2:
        return None
    before, behind = beside
    if not before.date or before.date != behind.date or before.end > bare.start or behind.start < bare.end:
        return None
    if {_series(before.number), _series(behind.number)} != {_series(number)}:
        return None
    gaps = ((before.end, bare.start), (bare.end, behind.start))
    between = (token for start, end in gaps for token in tokens.items[tokens.index(start) : tokens.index(end)])
    return before.date if all(token.word in _LISTED or token.has("and") for token in between) else None


def _series(number: str | None) -> str:
    """The session or the year that a number is of: 71 of 71/828, 2016 of 2286(2016)."""
    return (number or "").partition("(")[2] or (number or "").partition("/")[0]


def _taken(tokens: Tokens, numbered: Sequence[Citation]) -> Callable[[int], bool]:
    """Whether a token lies in a numbered citation."""
    spans = sorted((one.start, one.end) for one in numbered)

    def inside(index: int) -> bool:
        start = tokens.view.at[tokens[index].start]
        at = bisect_right(spans, (start, len(tokens.view.source) + 1)) - 1
        return at >= 0 and start < spans[at][1]

    return inside


def _kind(tokens: Tokens, floor: int, bare: Bare, kind_before: str, page: Page) -> str:
    """What the symbol says the document is, or else the words before it; in a list it is what the one before is."""
    kind = symbols.kind_of(bare.symbol)
    if kind != "document":
        return kind
    if bare.addendum or (floor and described.goes_on_from(tokens, floor, bare.first, page)):
        return kind_before
    return described.kind_of(tokens, bare.first, 0, page)


def with_reports(citations: list[Citation], resolution: Resolution, page: Page) -> Iterator[Citation]:
    """Give the document of a footnote the title and author that the text before its mark gives it."""
    paragraphs = {paragraph.id: paragraph for paragraph in resolution.paragraphs}
    marked = {
        note.place: paragraphs[note.paragraph].text.text[: note.offset or 0]
        for note in resolution.footnotes
        if note.paragraph in paragraphs
    }
    for citation in citations:
        before = None if citation.title else marked.pop(citation.place, None)  # the first document of a note
        title, author = _report(before[-_BEFORE:], page) if before else (None, None)
        yield replace(citation, title=title, author=author) if title else citation


def _report(before: str, page: Page) -> tuple[str | None, str | None]:
    view = fold(before)
    if not any(mark in view.text for mark in described_titles.QUOTES):
        return None, None
    tokens = page.tokens(view)
    return described_titles.title_at_end(tokens, len(tokens), page)
