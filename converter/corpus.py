"""All the records together: what is held, who cites whom, under which names a work is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from converter import addresses, cited_series
from converter.authorities import Authorities, KnownWork
from converter.authorities.names import normal_name
from converter.cited_series import Series as CitedSeries
from converter.cited_series import Standing
from converter.continued import Continued, Series
from converter.model import Act, Citing, Diagnostic, Record
from converter.ordering import number_key, time_key
from converter.removed import Removed
from converter.symbols import whole_of

_LONGEST_NAME = 80  # characters of a name that several texts share


@dataclass(frozen=True, slots=True)
class CitedIn:
    """One place that cites: the citing expression, its page and the citation."""

    record: Record
    page: str
    citing: Citing


@dataclass
class Corpus:
    """The collection, derived in one pass over the records."""

    authorities: Authorities
    records: tuple[Record, ...]
    pages: dict[tuple[str, str], str] = field(default_factory=dict)  # (work, language) → page
    held: dict[tuple[str, str], Record] = field(default_factory=dict)  # (language, symbol) → record
    parts: dict[tuple[str, str], Standing] = field(default_factory=dict)  # (language, symbol of a part) → its place
    cited: dict[tuple[str, str], list[CitedIn]] = field(default_factory=dict)  # (language, symbol) → places
    unsymbolled: dict[str, list[CitedIn]] = field(default_factory=dict)  # language → places of works without symbol
    redirects: dict[str, str] = field(default_factory=dict)  # old page → page
    mandates: dict[str, int] = field(default_factory=dict)  # language → how many mandates its works hold
    removed: tuple[Removed, ...] = ()
    removed_pages: dict[str, Removed] = field(default_factory=dict)  # page → the work that stood there
    diagnostics: tuple[Diagnostic, ...] = ()
    acts_of: Callable[[Record], tuple[Act, ...]] = lambda _: ()  # what the paragraphs of a text do: read when asked for
    site_url: str = ""  # where the site is published, with a slash at its end; empty where that is not known

    def page(self, record: Record) -> str:
        """The path of the page of an expression."""
        return self.pages[record.work, record.lang]

    def body_of(self, symbol: str) -> str | None:
        """The id of the body whose series a symbol belongs to."""
        body = self.authorities.body_of(symbol)
        return body.id if body else None

    def languages(self) -> tuple[str, ...]:
        """The languages that the collection is in, or was: the addresses of what was removed stay."""
        gone = {lang for one in self.removed for lang in one.languages}
        return tuple(sorted(gone | {record.lang for record in self.records}))

    def of(self, lang: str) -> Iterator[Record]:
        """The records of one language, in their order."""
        return (record for record in self.records if record.lang == lang)

    def languages_of(self, work: str) -> tuple[str, ...]:
        """The languages that a work is held in, sorted."""
        return self._works.get(work, ())

    def shown_in(self, work: str) -> tuple[str, ...]:
        """The languages in which the text of a work is shown, sorted: those in which it is not set aside."""
        return tuple(lang for lang in self.languages_of(work) if not self.expression(work, lang).aside)

    def expression(self, work: str, lang: str) -> Record:
        """The record of a work in one of its languages."""
        return self._expressions[work, lang]

    def held_in(self, symbol: str) -> tuple[str, ...]:
        """The languages that the text with a symbol is held in, sorted; empty when it is only cited."""
        return self._symbols.get(symbol, ())

    def of_one_number(self, lang: str, symbol: str) -> tuple[Record, ...]:
        """The texts with the number of a symbol that are shown in a language: the whole of a part, or other parts."""
        return self._numbers.get((lang, whole_of(symbol)[0]), ())

    def standing(self, lang: str, symbol: str) -> Standing | None:
        """Where a symbol is read in a language: its text, else what is known of the cited work; None without either.

        The symbol's own address stays right whatever becomes of the work; what stands there leads to this.
        """
        if part := self.parts.get((lang, symbol)):
            return part
        record = self.held.get((lang, symbol))
        if record is not None:
            return Standing(self.page(record))
        page = addresses.symbol_page(lang, symbol)
        places = self.cited.get((lang, symbol))
        if page is None or places is None:
            return None
        return Standing(page) if len(places) > cited_series.PLACES_TOGETHER else self._in_series[lang, symbol]

    def leads_to(self, page: str) -> Standing:
        """Where a page leads in one step: of an old address its page, of a part or a cited work its place on one."""
        there = self.redirects.get(page, page)
        return self._led.get(page) or self._led.get(there, Standing(there))

    @cached_property
    def leading_on(self) -> frozenset[str]:
        """The pages that only lead on: old addresses, and those of cited works that stand in their series."""
        return frozenset((*self.redirects, *self._led))

    @cached_property
    def cited_series(self) -> dict[str, dict[CitedSeries, dict[str, str]]]:
        """Language → series (without an anchor), sorted → the symbols cited of it, each with its anchor there."""
        found: defaultdict[str, defaultdict[CitedSeries, list[str]]] = defaultdict(lambda: defaultdict(list))
        for lang, symbol in self.cited:
            found[lang][cited_series.series_of(symbol)._replace(anchor="")].append(symbol)
        return {
            lang: {
                series: cited_series.anchors_in_series(sorted(symbols, key=number_key))
                for series, symbols in sorted(groups.items())
            }
            for lang, groups in found.items()
        }

    @cached_property
    def _in_series(self) -> dict[tuple[str, str], Standing]:
        """(language, symbol) → the place of a cited work in its series."""
        return {
            (lang, symbol): Standing(cited_series.series_page(lang, series), anchor)
            for lang, groups in self.cited_series.items()
            for series, anchors in groups.items()
            for symbol, anchor in anchors.items()
        }

    @cached_property
    def _led(self) -> dict[str, Standing]:
        """The pages at the addresses of parts, and of cited works that stand in their series → where."""
        alone = (key for key in self.cited if key not in self.held)
        places = ((addresses.symbol_page(*key), self.standing(*key)) for key in (*self.parts, *alone))
        return {page: place for page, place in places if page and place and place.anchor}

    @cached_property
    def shared_actors(self) -> dict[str, frozenset[str]]:
        """Language → the names (normal) of actors without an authority that mandates of several works have.

        What a single text calls an actor (these parties, the regional organizations mentioned above, a misprint) is
        no name; nor are words without end.
        """
        works: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for record in self.records:
            for mandate in record.mandates:
                if mandate.actor_id is None and len(mandate.actor) <= _LONGEST_NAME:
                    works[record.lang, normal_name(mandate.actor)].add(record.work)
        found: defaultdict[str, set[str]] = defaultdict(set)
        for (lang, name), named_in in works.items():
            if len(named_in) > 1:
                found[lang].add(name)
        return {lang: frozenset(names) for lang, names in found.items()}

    @cached_property
    def _expressions(self) -> dict[tuple[str, str], Record]:
        return {(record.work, record.lang): record for record in self.records}

    @cached_property
    def _works(self) -> dict[str, tuple[str, ...]]:
        return _grouped((work, lang) for work, lang in self.pages)

    @cached_property
    def _symbols(self) -> dict[str, tuple[str, ...]]:
        return _grouped((symbol, lang) for (lang, symbol), record in self.held.items() if not record.aside)

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], tuple[Record, ...]]:
        found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
        for (lang, symbol), record in sorted(self.held.items(), key=lambda item: item[0]):
            if not record.aside and symbol == record.symbol:
                found[lang, whole_of(symbol)[0]].append(record)
        return {key: tuple(records) for key, records in found.items()}

    @cached_property
    def sponsoring(self) -> dict[str, frozenset[str]]:
        """Language → the codes of the countries that put a text forward in it, or joined those who did."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for record in self.records:
            found[record.lang].update(sponsor.code for sponsor in record.sponsors if sponsor.code)
        return {lang: frozenset(codes) for lang, codes in found.items()}

    def citing(self, record: Record) -> list[CitedIn]:
        """Who cites this work, under any of its names, or one of its parts."""
        names = (*self.names_of(record), *self._symbols_of_parts.get((record.work, record.lang), ()))
        return [place for name in names for place in self.cited.get((record.lang, name), [])]

    def anchors_of(self, lang: str, citing: Citing) -> tuple[str, ...]:
        """The anchors of the paragraphs that a citation names, as the cited text has them, each once."""
        part = self.parts.get((lang, citing.target or ""))
        named = map(addresses.pinpoint_anchor, citing.pinpoints)
        places = part.places if part else None
        return tuple(dict.fromkeys(named if places is None else (places[one] for one in named if one in places)))

    @cached_property
    def _symbols_of_parts(self) -> dict[tuple[str, str], list[str]]:
        """(work, language) → the symbols of its parts."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for lang, symbol in self.parts:
            found[self.held[lang, symbol].work, lang].append(symbol)
        return found

    def names_of(self, record: Record) -> tuple[str, ...]:
        """The symbols that lead to a work, its own first: what a draft was adopted as, unless that text is held."""
        names = (record.symbol, record.adopted_as)
        return tuple(name for name in names if name and (name == record.symbol or self.adopted(record) is None))

    def adopted(self, record: Record) -> Record | None:
        """The text that a draft was adopted as, in the draft's language if it is held in it; None when it is not."""
        return self._in_own_language(record, self._with_symbol.get(record.adopted_as or "", {}))

    def drafts(self, record: Record) -> tuple[Record, ...]:
        """The drafts that a text was adopted from, each in the text's language if it is held in it."""
        works = self._drafts.get(record.symbol or "", {})
        found = (self._in_own_language(record, langs) for langs in works.values())
        return tuple(one for one in found if one is not None)

    @staticmethod
    def _in_own_language(record: Record, langs: dict[str, Record]) -> Record | None:
        found = langs.get(record.lang) or next(iter(langs.values()), None)
        return found if found is not None and found.work != record.work else None

    @cached_property
    def _with_symbol(self) -> dict[str, dict[str, Record]]:
        found: defaultdict[str, dict[str, Record]] = defaultdict(dict)
        for record in self.records:
            if record.symbol and not record.aside:
                found[record.symbol].setdefault(record.lang, record)
        return found

    @cached_property
    def _drafts(self) -> dict[str, dict[str, dict[str, Record]]]:
        found: defaultdict[str, dict[str, dict[str, Record]]] = defaultdict(lambda: defaultdict(dict))
        for record in self.records:
            if record.adopted_as and not record.aside:
                found[record.adopted_as][record.work].setdefault(record.lang, record)
        return found

    def title(self, lang: str, symbol: str) -> str | None:
        """What a symbol is called: the title of the held text, of the authority file, or as cited."""
        record = self.held.get((lang, symbol))
        if record and record.title:
            return record.title
        known = self.authorities.work(symbol)
        title = known.title(lang) if known else None
        places = self.cited.get((lang, symbol), [])
        return title or next((place.citing.title for place in places if place.citing.title), None)

    def beside(self, record: Record) -> tuple[Record | None, Record | None]:
        """The texts of the same body before and after one, in its language and in the order of time."""
        if record.aside:
            return None, None
        texts, at = self._in_time[record.lang, record.work]
        return texts[at - 1] if at else None, texts[at + 1] if at + 1 < len(texts) else None

    @cached_property
    def _in_time(self) -> dict[tuple[str, str], tuple[list[Record], int]]:
        bodies: defaultdict[tuple[str, str | None], list[Record]] = defaultdict(list)
        for record in sorted(self.records, key=time_key):
            if not record.aside:
                bodies[record.lang, record.body].append(record)
        return {(one.lang, one.work): (texts, at) for texts in bodies.values() for at, one in enumerate(texts)}

    @cached_property
    def known(self) -> dict[str, KnownWork]:
        """The works that the authority file knows, by symbol."""
        return {work.symbol: work for work in self.authorities.works}

    def series_of(self, record: Record) -> Series | None:
        """The texts with the same title as this one, or declared to be of its series; None without a title."""
        return self._continued.of(record)

    @cached_property
    def _continued(self) -> Continued:
        cited = ((lang, self.known.get(symbol)) for lang, symbol in sorted(self.cited.keys() - self.held.keys()))
        return Continued(self.records, ((lang, work) for lang, work in cited if work))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, lang in pairs:
        found[key].append(lang)
    return {key: tuple(sorted(langs)) for key, langs in found.items()}
