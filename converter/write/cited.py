"""What texts cite and the collection does not hold: what is known of it, and who cites it where.

The works of one series and session stand on one page (`cited_series.py`), each on its anchor with all that is known
of it; those that are held are named there with the way to their text. The address of a cited work is its symbol's, as
if it were held: what stands there leads on to its anchor. A work that many paragraphs cite has a page of its own there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from converter import addresses, symbols
from converter.cited_series import CITED_BY, Series, Standing, series_page
from converter.corpus import CitedIn, Corpus
from converter.model import Artifact, Record
from converter.removed import Removed
from converter.write import front
from converter.write.words import Words, plural


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph that cites: its page's address and its anchor, how both are called, the citing words."""

    page: str
    anchor: str
    name: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph that is cited: its anchor, the words over its references, and these by their numbers.

    `page` is where it is read, of a work that is read elsewhere.
    """

    anchor: str
    name: str
    references: tuple[int, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class HeldIn:
    """What is held in place of a text: the text in another language, or what has its number; `words` say which.

    `title` is what it is called, `page` the address of its page, with the anchor of what is a part of it.
    """

    lang: str
    words: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class CitedWork:
    """What a page says of a cited work. One that has a page elsewhere is only named, with the way there (`page`)."""

    anchor: str
    name: str
    page: str = ""
    facts: tuple[str, ...] = ()
    official: str = ""
    official_name: str = ""
    held: tuple[HeldIn, ...] = ()
    removed: tuple[str, ...] = ()
    times: str = ""
    references: tuple[Reference, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page of cited works: of a series, or of one of them alone; `index` is the list that all of them are in."""

    title: str
    lang: str
    index: str
    works: tuple[CitedWork, ...]


def cited_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The pages of what the texts of a language cite, and what stands at the address of each work that is not held."""
    for series, anchors in corpus.cited_series.get(words.lang, {}).items():
        works = _Works(corpus, words, series, anchors)
        yield works.together()
        yield from works.alone()


class _Works:
    """The cited works of one series: their page, and what stands at the address of each."""

    def __init__(self, corpus: Corpus, words: Words, series: Series, anchors: dict[str, str]) -> None:
        self._corpus, self._words, self._series, self._anchors = corpus, words, series, anchors
        self._page = series_page(words.lang, series)

    def together(self) -> Artifact:
        """The page of the series."""
        index = _index_of(self._anchors)
        title = self._words.colon(self._words(index), self._series.name)
        works = tuple(self._in_series(symbol, anchor) for symbol, anchor in self._anchors.items())
        page = CitedPage(title, self._words.lang, index, works)
        anchors = [anchor for one in works for anchor in anchors_of(one, Standing(self._page, one.anchor))]
        return Artifact(self._page, _written(page, [*(one.anchor for one in works), *anchors], {}))

    def alone(self) -> Iterator[Artifact]:
        """What stands at the addresses of the works that are not held: a page, or what leads to the series."""
        for symbol in self._anchors:
            if (self._words.lang, symbol) not in self._corpus.held:
                standing = self._standing(symbol)
                yield self._leading_on(symbol, standing) if standing.anchor else self._alone(symbol)

    def _places(self, symbol: str) -> list[CitedIn]:
        return self._corpus.cited[self._words.lang, symbol]

    def _standing(self, symbol: str) -> Standing:
        standing = self._corpus.standing(self._words.lang, symbol)
        assert standing is not None, "only symbols that may become addresses are counted as cited"
        return standing

    def _in_series(self, symbol: str, anchor: str) -> CitedWork:
        standing = self._standing(symbol)
        if standing.page == self._page:
            return known(symbol, self._places(symbol), self._corpus, self._words, anchor)
        places = self._places(symbol)
        there = tuple(
            replace(one, references=(), page=self._read_at(symbol, standing, one.anchor))
            for one in points(places, self._words)
        )
        name, times = _name(symbol, self._corpus, self._words), times_cited(places, self._words)
        return CitedWork(anchor, name, standing.url(), times=times, points=there)

    def _read_at(self, symbol: str, standing: Standing, place: str) -> str:
        """The address of a paragraph of a work that is read elsewhere; of the work where the text lacks it."""
        record = self._corpus.held.get((self._words.lang, symbol))
        lacks = record is not None and not record.aside and place not in record.paragraphs
        return standing.url("" if lacks else place)

    def _alone(self, symbol: str) -> Artifact:
        work = known(symbol, self._places(symbol), self._corpus, self._words, "")
        page = CitedPage(work.name, self._words.lang, _index_of((symbol,)), (work,))
        standing = self._standing(symbol)
        return Artifact(standing.page, _written(page, anchors_of(work, standing), self._meta(symbol)))

    def _leading_on(self, symbol: str, standing: Standing) -> Artifact:
        meta = {
            "title": _name(symbol, self._corpus, self._words),
            "template": "redirect.html",
            "lang": self._words.lang,
            "redirect": standing.url(),
            **self._meta(symbol),
            "anchors": [CITED_BY, *pinpointed(self._places(symbol))],
        }
        return Artifact(self._address(symbol), front.page(meta, ""))

    def _address(self, symbol: str) -> str:
        page = addresses.symbol_page(self._words.lang, symbol)
        assert page is not None, "only symbols that may become addresses are counted as cited"
        return page

    def _meta(self, symbol: str) -> dict[str, Any]:
        """What the search index asks of a cited work."""
        date = date_of(symbol, self._places(symbol), self._corpus)
        body, kind = self._corpus.body_of(symbol), symbols.kind_of(symbol)
        year = date[:4] if date else None
        return {"symbol": symbol, "kind": kind, "body": body, "date": date, "year": year, "search": True}


def _written(page: CitedPage, anchors: list[str], meta: dict[str, Any]) -> str:
    told = msgspec.to_builtins(page)
    return front.page({"title": page.title, "template": "cited.html", **told, **meta, "anchors": anchors}, "")


def known(symbol: str, places: list[CitedIn], corpus: Corpus, words: Words, anchor: str) -> CitedWork:
    """All that is known of a cited work, and who cites it."""
    author = author_of(places)
    facts = (
        words.body(corpus.body_of(symbol)),
        words.of("kind", symbols.kind_of(symbol)),
        words.date(date_of(symbol, places, corpus)),
        words.colon(words("author"), author) if author else "",
    )
    removed = (one for one in corpus.removed if symbol in one.symbols and words.lang in one.languages)
    official = addresses.official_link(words.lang, symbol)
    return CitedWork(
        anchor=anchor,
        name=_name(symbol, corpus, words),
        facts=tuple(filter(None, facts)),
        official=official or "",
        official_name=f"{words('official')} {symbols.displayed(symbol)}" if official else "",
        held=_held_in(symbol, corpus, words) or _of_one_number(symbol, corpus, words),
        removed=tuple(why_removed(one, words) for one in removed),
        times=times_cited(places, words),
        references=references(places, words),
        points=points(places, words),
    )


def why_removed(one: Removed, words: Words) -> str:
    """What a page says of a removed work: that it was removed, and why."""
    reason = one.reason(words.lang)
    return f"{words('removed')} {words.colon(words('removed_reason'), reason)}" if reason else words("removed")


def _name(symbol: str, corpus: Corpus, words: Words) -> str:
    title = corpus.title(words.lang, symbol)
    return " ".join(part for part in (symbols.displayed(symbol), title) if part)


def date_of(symbol: str, places: list[CitedIn], corpus: Corpus) -> str | None:
    """The day of a cited work: as the authority file has it, else as it is cited."""
    recorded = corpus.known.get(symbol)
    cited = next((place.citing.date for place in places if place.citing.date), None)
    return (recorded.date if recorded else None) or cited


def author_of(places: Iterable[CitedIn]) -> str | None:
    """Whose document a cited work is, as the first text says that says it."""
    return next((place.citing.author for place in places if place.citing.author), None)


def times_cited(places: list[CitedIn], words: Words) -> str:
    """How often a work is cited, in words."""
    number = len(places)
    return plural(words.lang, words.table("reader")["cited_times"], number).format(n=number)


def references(places: Iterable[CitedIn], words: Words) -> tuple[Reference, ...]:
    """The paragraphs that cite, in their order."""
    return tuple(
        Reference(
            addresses.url(place.page),
            place.citing.anchor,
            words.place(words.name(place.record), place.citing.anchor),
            place.citing.excerpt,
        )
        for place in places
    )


def points(places: list[CitedIn], words: Words) -> tuple[Point, ...]:
    """The paragraphs that are cited, each once, in the order of their numbers."""
    return tuple(_point(anchor, places, words) for anchor in pinpointed(places))


def _point(anchor: str, places: list[CitedIn], words: Words) -> Point:
    found = {
        number: label
        for number, place in enumerate(places)
        for label in place.citing.pinpoints
        if addresses.pinpoint_anchor(label) == anchor
    }
    named = words.pinpoint(next(iter(found.values())))
    return Point(anchor, words("cited_by_pinpoint").format(paragraph=named), tuple(found))


def pinpointed(places: list[CitedIn]) -> list[str]:
    """The anchors of the paragraphs that are cited, each once, in the order of their numbers."""
    anchors = {addresses.pinpoint_anchor(pinpoint) for place in places for pinpoint in place.citing.pinpoints}
    return sorted(anchors, key=lambda anchor: (len(anchor), anchor))


def anchors_of(work: CitedWork, standing: Standing) -> list[str]:
    """The anchors, where a work stands, of its references and of its paragraphs that are cited."""
    if not work.references and not work.page:
        return []
    return [standing.at(anchor) for anchor in (CITED_BY, *(one.anchor for one in work.points))]


def _index_of(cited: Iterable[str]) -> str:
    """The index that lists these symbols: of documents alone that of the reports."""
    return "reports" if all(symbols.kind_of(one) == "document" for one in cited) else "cited"


def _held_in(symbol: str, corpus: Corpus, words: Words) -> tuple[HeldIn, ...]:
    """Where the text is held in other languages."""
    found = {lang: corpus.standing(lang, symbol) for lang in corpus.held_in(symbol)}
    return tuple(
        replace(held_there(corpus.held[lang, symbol], corpus, words), page=standing.url())
        for lang, standing in found.items()
        if standing is not None
    )


def _of_one_number(symbol: str, corpus: Corpus, words: Words) -> tuple[HeldIn, ...]:
    """What is held under the number of a symbol: the whole without that part of it, or other parts."""
    found = corpus.of_one_number(words.lang, symbol)
    named = (words("same_number") if record is found[0] else "" for record in found)
    pages = (addresses.url(corpus.page(record)) for record in found)
    return tuple(
        HeldIn(words.lang, before, words.name(record), page)
        for before, record, page in zip(named, found, pages, strict=True)
    )


def held_there(record: Record, corpus: Corpus, words: Words) -> HeldIn:
    """The text in another language, by its title there."""
    language = words("held_in").format(language=words.of("languages", record.lang))
    title = record.title or words.symbol(record) or record.work
    return HeldIn(record.lang, language, title, addresses.url(corpus.page(record)))
