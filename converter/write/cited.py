"""The page of a cited work that the collection does not hold: what is known, and who cites it where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter import addresses
from converter.cite import symbols
from converter.corpus import CitedIn, Corpus
from converter.model import Artifact, Record
from converter.write import escape, front
from converter.write.removed import note
from converter.write.words import Words


def cited_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """One page per symbol that the texts of a language cite and that the collection does not hold."""
    for (lang, symbol), places in sorted(corpus.cited.items(), key=lambda item: item[0]):
        if lang == words.lang and (lang, symbol) not in corpus.held:
            yield _page(symbol, places, corpus, words)


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is known of a cited work, and who cites it."""

    symbol: str
    kind: str
    body: str | None
    title: str | None
    date: str | None
    author: str | None
    places: list[CitedIn]

    @property
    def name(self) -> str:
        return " ".join(part for part in (symbols.displayed(self.symbol), self.title) if part)


def _known(symbol: str, places: list[CitedIn], corpus: Corpus, lang: str) -> _Known:
    known = corpus.authorities.work(symbol)
    return _Known(
        symbol=symbol,
        kind=symbols.kind_of(symbol),
        body=corpus.body_of(symbol),
        title=corpus.title(lang, symbol),
        date=(known.date if known else None) or next((p.citing.date for p in places if p.citing.date), None),
        author=next((place.citing.author for place in places if place.citing.author), None),
        places=places,
    )


def _page(symbol: str, places: list[CitedIn], corpus: Corpus, words: Words) -> Artifact:
    page = addresses.symbol_page(words.lang, symbol)
    assert page is not None, "only symbols that may become addresses are counted as cited"
    work = _known(symbol, places, corpus, words.lang)
    meta = {
        "title": work.name,
        "template": "cited.html",
        "lang": words.lang,
        "symbol": symbol,
        "kind": work.kind,
        "body": work.body,
        "date": work.date,
        "year": work.date[:4] if work.date else None,
        "search": True,
    }
    return Artifact(page, front.page(meta, "".join(_body(work, page, corpus, words))))


def _body(work: _Known, page: str, corpus: Corpus, words: Words) -> Iterator[str]:
    yield f"# {escape.markdown(work.name)} {{: #title }}\n\n"
    author = words.colon(words("author"), work.author) if work.author else ""
    facts = [words.body(work.body), words.of("kind", work.kind), words.date(work.date), author]
    yield " · ".join(escape.markdown(fact) for fact in facts if fact) + "\n{: .facts }\n\n"
    held = _held_in(work.symbol, page, corpus, words) or _of_one_number(work.symbol, page, corpus, words)
    yield f"{f'{held} ·' if held else words('not_held')}{_official(work.symbol, words)}\n{{: .not-held }}\n\n"
    for removed in corpus.removed:
        if work.symbol in removed.symbols and words.lang in removed.languages:
            yield f"{note(removed, words)}\n{{: .not-held }}\n\n"
    yield from cited_by(work.places, page, words)


def cited_by(places: list[CitedIn], page: str, words: Words) -> Iterator[str]:
    """Who cites the work whose page this is: in all, then each of its paragraphs that is cited, on its anchor."""
    yield f"## {words('cited_by')} {{: #cited-by }}\n\n"
    yield from _places(places, page, words)
    for anchor in pinpointed(places):
        inner = [p for p in places if anchor in map(addresses.pinpoint_anchor, p.citing.pinpoints)]
        label = next(
            pinpoint for p in inner for pinpoint in p.citing.pinpoints if addresses.pinpoint_anchor(pinpoint) == anchor
        )
        named = words.pinpoint(label)
        yield f"## {escape.markdown(words('cited_by_pinpoint').format(paragraph=named))} {{: #{anchor} }}\n\n"
        yield from _places(inner, page, words)


def _held_in(symbol: str, page: str, corpus: Corpus, words: Words) -> str:
    """Where the text is held in other languages, each by its title there; '' when it is held in none."""
    return " · ".join(held_there(corpus.held[lang, symbol], page, corpus, words) for lang in corpus.held_in(symbol))


def _of_one_number(symbol: str, page: str, corpus: Corpus, words: Words) -> str:
    """The whole of a part that is held, on that part, or other parts of it, each by its title; '' without any."""
    part = symbols.whole_of(symbol)[1]
    found = [
        f"[{escape.markdown(words.name(record))}]({addresses.link(page, corpus.page(record), _part_in(record, part))})"
        for record in corpus.of_one_number(words.lang, symbol)
    ]
    return f"{escape.markdown(words('same_number'))} {' · '.join(found)}" if found else ""


def _part_in(whole: Record, part: str) -> str:
    """The heading of a part whose paragraphs are counted by its letter (b-1, b-2); '' where there are none."""
    ids = whole.paragraphs
    first = next((at for at, one in enumerate(ids) if re.fullmatch(rf"{part.lower()}-\d+", one)), 0) if part else 0
    return next((one for one in reversed(ids[:first]) if re.fullmatch(r"h\d+", one)), "")


def held_there(record: Record, page: str, corpus: Corpus, words: Words) -> str:
    """The text in another language, by its title there, with a link to its page."""
    language = escape.markdown(words("held_in").format(language=words.of("languages", record.lang)))
    title = escape.markdown(record.title or words.symbol(record) or record.work)
    target = addresses.link(page, corpus.page(record))
    return f"{language} [{title}]({target}){{: lang={record.lang} hreflang={record.lang} dir=auto }}"


def _official(symbol: str, words: Words) -> str:
    link = addresses.official_link(words.lang, symbol)
    return f" [{words('official')} {escape.markdown(symbols.displayed(symbol))}](<{link}>)" if link else ""


def pinpointed(places: list[CitedIn]) -> list[str]:
    """The anchors of the paragraphs that are cited, each once, in the order of their numbers."""
    anchors = {addresses.pinpoint_anchor(pinpoint) for place in places for pinpoint in place.citing.pinpoints}
    return sorted(anchors, key=lambda anchor: (len(anchor), anchor))


def _places(places: list[CitedIn], page: str, words: Words) -> Iterator[str]:
    for place in places:
        yield place_item(place, page, words)
    yield "\n"


def place_item(place: CitedIn, page: str, words: Words) -> str:
    """One list item: the citing work and paragraph, linked, and the citing words."""
    target = addresses.link(page, place.page, place.citing.anchor)
    name = words.place(words.name(place.record), place.citing.anchor)
    return f"- [{escape.markdown(name)}]({target}) — {escape.markdown(place.citing.excerpt)}\n"
