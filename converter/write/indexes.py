"""Index pages: the ways in. One function per page, one row per page in the table at the end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from converter import addresses
from converter.cite import symbols
from converter.corpus import CitedIn, Corpus
from converter.model import Artifact, Record
from converter.write import escape, front
from converter.write.cited import place_item
from converter.write.markdown import unsymbolled_anchor
from converter.write.words import Words

Index = Callable[[Corpus, Words, str], Iterator[str]]


def index_pages(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """Every index page of one language."""
    for name, index in INDEXES.items():
        page = f"{words.lang}/{name}.md"
        title = words(name)
        meta = {"title": title, "description": words(f"{name}_about"), "lang": words.lang}
        body = "".join(index(corpus, words, page))
        intro = f"# {title} {{: #title }}\n\n{words(f'{name}_about')}\n\n"
        yield Artifact(page, front.page(meta, intro + (body or f"{words('none')}\n")))


def _works(corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    groups: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in corpus.of(words.lang):
        groups[record.body or "", record.session or ""].append(record)
    bodies = sorted({body for body, _ in groups})
    for body in bodies:
        yield f"## {words.body(body or None)} {{: #{(body or 'unknown').lower()} }}\n\n"
        for session in sorted((s for b, s in groups if b == body), key=_number_key, reverse=True):
            yield f"### {words.session(session or None)}\n\n"
            for record in sorted(groups[body, session], key=lambda r: _number_key(r.symbol or r.number or r.work)):
                target = addresses.link(page, corpus.page(record))
                facts = "，".join([words.of("kind", record.kind), words.of("status", record.status)])
                yield f"- [{escape.markdown(words.name(record))}]({target}) — {facts}\n"
            yield "\n"


def _number_key(text: str) -> tuple[tuple[int, str], ...]:
    """Sort 9 before 10, whatever stands around the digits."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text))


def _cited(corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    yield from _symbols(corpus, words, page, lambda kind: kind != "document")
    places = corpus.unsymbolled.get(words.lang, [])
    if places:
        yield f"## {words('without_symbol')} {{: #without-symbol }}\n\n"
    for anchor, inner in _grouped_unsymbolled(places).items():
        first = inner[0].citing
        name = f"{words.body(first.body) if first.body else ''} {words.of('kind', first.kind)} {first.number}".strip()
        yield f"### {escape.markdown(name)} {{: #{anchor} }}\n\n"
        yield from (place_item(place, page, words) for place in inner)
        yield "\n"


def _grouped_unsymbolled(places: list[CitedIn]) -> dict[str, list[CitedIn]]:
    groups: defaultdict[str, list[CitedIn]] = defaultdict(list)
    for place in places:
        groups[unsymbolled_anchor(place.citing)].append(place)
    return dict(sorted(groups.items()))


def _reports(corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    yield from _symbols(corpus, words, page, lambda kind: kind == "document")


def _symbols(corpus: Corpus, words: Words, page: str, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Cited symbols by body: title, author where a text gives one, who cites it where."""
    by_body: defaultdict[str, list[str]] = defaultdict(list)
    for lang, symbol in corpus.cited:
        if lang == words.lang and wanted(symbols.kind_of(symbol)):
            by_body[symbols.body_of(symbol) or ""].append(symbol)
    for body in sorted(by_body):
        yield f"## {words.body(body or None)} {{: #{(body or 'other').lower()} }}\n\n"
        for symbol in sorted(by_body[body], key=_number_key):
            yield from _symbol(symbol, corpus, words, page)


def _symbol(symbol: str, corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    places = corpus.cited[words.lang, symbol]
    title = corpus.title(words.lang, symbol)
    author = next((place.citing.author for place in places if place.citing.author), None)
    target = addresses.symbol_page(words.lang, symbol)
    record = corpus.held.get((words.lang, symbol))
    link = addresses.link(page, corpus.page(record) if record else target or page)
    known = corpus.authorities.work(symbol)
    date = (known.date if known else None) or next((p.citing.date for p in places if p.citing.date), None)
    facts = [title, f"{words('author')}：{author}" if author else None, words.date(date)]
    shown = "；".join(escape.markdown(fact) for fact in facts if fact)
    yield f"### [{escape.markdown(symbol)}]({link})\n\n"
    if shown:
        yield f"{shown}\n\n"
    yield from (place_item(place, page, words) for place in places)
    yield "\n"


def _sponsors(corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    by_code: defaultdict[str, list[tuple[Record, bool]]] = defaultdict(list)
    names: dict[str, str] = {}
    for record in corpus.of(words.lang):
        for sponsor in record.sponsors:
            key = sponsor.code or sponsor.name
            by_code[key].append((record, sponsor.member))
            names.setdefault(key, sponsor.name)
    for code in sorted(by_code, key=lambda key: (len(key) > 2, key)):
        anchor = f" {{: #{code.lower()} }}" if code.isascii() and code.isalpha() else ""
        yield f"## {escape.markdown(names[code])}{anchor}\n\n"
        for record, member in by_code[code]:
            target = addresses.link(page, corpus.page(record))
            standing = words("member" if member else "non_member")
            yield f"- [{escape.markdown(words.name(record))}]({target}) — {standing}\n"
        yield "\n"


def _terms(corpus: Corpus, words: Words, page: str) -> Iterator[str]:
    found: defaultdict[tuple[str, str], list[tuple[Record, str]]] = defaultdict(list)
    for record in corpus.of(words.lang):
        for named in record.named:
            if (record, named.anchor) not in found[named.kind, named.id]:
                found[named.kind, named.id].append((record, named.anchor))
    kinds = sorted({kind for kind, _ in found})
    for kind in kinds:
        yield f"## {words.of('entity', kind)} {{: #{kind} }}\n\n"
        for identity in sorted((i for k, i in found if k == kind), key=_number_key):
            name = words.entity(kind, identity)
            yield f"### {escape.markdown(name)} {{: #{identity} }}\n\n"
            for record, anchor in found[kind, identity]:
                target = addresses.link(page, corpus.page(record), anchor)
                yield f"- [{escape.markdown(words.name(record))} {words.paragraph(anchor)}]({target})\n"
            yield "\n"


# The index pages: the name of the page and of its words in the language's data, and what lists its contents.
INDEXES: dict[str, Index] = {
    "works": _works,
    "cited": _cited,
    "reports": _reports,
    "sponsors": _sponsors,
    "terms": _terms,
}
