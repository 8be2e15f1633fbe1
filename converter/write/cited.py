"""The page of a cited work that the collection does not hold: what is known, and who cites it where."""

from __future__ import annotations

from collections.abc import Iterator

from converter import addresses
from converter.cite import symbols
from converter.corpus import CitedIn, Corpus
from converter.model import Artifact
from converter.write import escape, front
from converter.write.words import Words


def cited_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """One page per symbol that the texts of a language cite and that the collection does not hold."""
    for (lang, symbol), places in sorted(corpus.cited.items(), key=lambda item: item[0]):
        if lang == words.lang and (lang, symbol) not in corpus.held:
            yield _page(symbol, places, corpus, words)


def _page(symbol: str, places: list[CitedIn], corpus: Corpus, words: Words) -> Artifact:
    page = addresses.symbol_page(words.lang, symbol)
    assert page is not None, "only symbols that may become addresses are counted as cited"
    title = corpus.title(words.lang, symbol)
    known = corpus.authorities.work(symbol)
    date = (known.date if known else None) or next((p.citing.date for p in places if p.citing.date), None)
    kind, body = symbols.kind_of(symbol), symbols.body_of(symbol)
    meta = {
        "title": f"{symbol} {title}" if title else symbol,
        "description": "，".join(part for part in (words.body(body), words.of("kind", kind), symbol, title) if part),
        "template": "cited.html",
        "lang": words.lang,
        "symbol": symbol,
        "kind": kind,
        "body": body,
        "date": date,
        "year": date[:4] if date else None,
        "search": True,
    }
    return Artifact(page, front.page(meta, "".join(_body(symbol, title, date, places, page, words))))


def _body(
    symbol: str, title: str | None, date: str | None, places: list[CitedIn], page: str, words: Words
) -> Iterator[str]:
    name = f"{symbol} {title}" if title else symbol
    yield f"# {escape.markdown(name)} {{: #title }}\n\n"
    facts = [words.body(symbols.body_of(symbol)), words.of("kind", symbols.kind_of(symbol)), words.date(date)]
    author = next((place.citing.author for place in places if place.citing.author), None)
    if author:
        facts.append(f"{words('author')}：{author}")
    yield " · ".join(escape.markdown(fact) for fact in facts if fact) + "\n{: .facts }\n\n"
    official = f"[{words('official')} {escape.markdown(symbol)}]({_official(symbol, words)})"
    yield f"{words('not_held')} {official}\n{{: .not-held }}\n\n"
    yield f"## {words('cited_by')} {{: #cited-by }}\n\n"
    yield from _places(places, page, words)
    for anchor in _pinpointed(places):
        inner = [p for p in places if anchor in map(addresses.pinpoint_anchor, p.citing.pinpoints)]
        label = next(
            pinpoint for p in inner for pinpoint in p.citing.pinpoints if addresses.pinpoint_anchor(pinpoint) == anchor
        )
        named = words.paragraph(anchor) if anchor.startswith(("op", "pp")) else label
        yield f"## {escape.markdown(words('cited_by_pinpoint').format(paragraph=named))} {{: #{anchor} }}\n\n"
        yield from _places(inner, page, words)


def _official(symbol: str, words: Words) -> str:
    return f"<{addresses.official_link(words.lang, symbol)}>"


def _pinpointed(places: list[CitedIn]) -> list[str]:
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
    name = f"{words.name(place.record)} {words.paragraph(place.citing.anchor)}"
    return f"- [{escape.markdown(name)}]({target}) — {escape.markdown(place.citing.excerpt)}\n"
