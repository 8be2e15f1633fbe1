"""The table that answers a typed symbol exactly: the work, then the paragraphs that cite it.

`search/symbols.json` says into how many files the table is cut; `search/symbols/<n>.json` holds the rows whose
key hashes to n. A browser reads one or two small files for a query, however many works there are. `symbol_key`
and `bucket_of` have their twins in symbols.js; the browser tests compare the two. How people write a symbol is
told in `search/symbols.json` too (`spoken`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter import addresses
from converter.corpus import CitedIn, Corpus
from converter.model import Artifact, Record
from converter.symbols import UN_ROOTS, displayed
from converter.write.about import glance
from converter.write.cited import pinpointed
from converter.write.indexes.view import session_slug
from converter.write.jsonl import compact
from converter.write.spoken import spoken
from converter.write.words import Words, plural

_BUCKET_BYTES = 24_000
_MAX_BUCKETS = 4096
_DASHES = re.compile(r"[-\u2010-\u2015\u2212\uff0d/\uff0f]+")
_SPACE = re.compile(r"\s+")
_SHORT = re.compile(r"/(?:RES|DEC|PRST)/(.+)$")
_DRAFT = re.compile(r"/L[.]\d")  # of the draft that a text was adopted from
_PART = re.compile(r"(?:\d+/)?[A-Z]+[.]\d")  # how the end of a symbol begins that is asked for alone: L.10, 79/L.10
_FEW = 20  # symbols that such a part may be of; what is part of more says nothing
_YEAR = re.compile(r"\((?:(?:19|20)\d\d|(?:ES-|S-)?[IVXL]+)\)$")  # of resolutions that are numbered through


@dataclass(frozen=True, slots=True)
class SymbolRow:
    """A work or cited work: how it may be called, where it is, and what cites it: (title, url, excerpt).

    `about` are the facts of a held text in a line; the `url` of a work that stands with others has its anchor (#251);
    `anchors` are those of its page: of a text that is held its paragraphs, else the paragraphs of it that are cited.
    Of a part of a text `places` are its paragraphs as they are asked for → as the text has them: op2 is b-2.
    One that is a `series` is what the symbols of a session's texts begin with, and leads to the session.
    """

    symbol: str
    aliases: tuple[str, ...]
    title: str
    url: str
    citing: tuple[tuple[str, str, str], ...]
    held: bool = True
    anchors: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    series: bool = False
    places: Mapping[str, str] | None = None


def symbol_files(corpus: Corpus, words: Words) -> Iterator[Artifact]:
    """The files of the table of one language."""
    for path, text in symbol_artifacts(words.lang, symbol_rows(corpus, words), spoken(corpus, words)):
        yield Artifact(path, text)


def _leads_here(former: str, record: Record, corpus: Corpus) -> bool:
    """Whether a former symbol of a work is one that still leads to it."""
    page = addresses.symbol_page(record.lang, former) if not former.startswith(addresses.DRAFTS) else None
    return page is not None and corpus.redirects.get(page) == corpus.page(record)


def symbol_rows(corpus: Corpus, words: Words) -> Iterator[SymbolRow]:
    """The rows of one language: every work that has a symbol, and every symbol that is cited."""
    for record in corpus.of(words.lang):
        names = list(corpus.names_of(record))
        names += [one.address for one in record.formerly if names and _leads_here(one.address, record, corpus)]
        names += [one.symbol for one in record.origin if names and _DRAFT.search(one.symbol)]
        if names:
            title, url = words.title(record), addresses.url(corpus.page(record))
            citing = _citing(corpus.citing(record), words)
            about = tuple(glance(record, words))
            yield SymbolRow(names[0], tuple(names[1:]), title, url, citing, not record.aside, record.paragraphs, about)
    yield from _parts_of_texts(corpus, words)
    for (lang, symbol), places in corpus.cited.items():
        standing = corpus.standing(lang, symbol)
        if lang == words.lang and (lang, symbol) not in corpus.held and standing is not None:
            title = corpus.title(lang, symbol) or ""
            anchors = tuple(pinpointed(places))
            yield SymbolRow(symbol, (), title, standing.url(), _citing(places, words), False, anchors)
    yield from _series(corpus, words)


def _parts_of_texts(corpus: Corpus, words: Words) -> Iterator[SymbolRow]:
    """The parts of held texts, which are asked for by symbols of their own (73/901 B) and lead to their place."""
    for (lang, symbol), standing in corpus.parts.items():
        if lang == words.lang:
            record, places = corpus.held[lang, symbol], standing.places or {}
            citing, about = _citing(corpus.cited.get((lang, symbol), ()), words), tuple(glance(record, words))
            title, anchors = words.title(record), tuple(places)
            yield SymbolRow(symbol, (), title, standing.url(), citing, True, anchors, about, places=places)


def _series(corpus: Corpus, words: Words) -> Iterator[SymbolRow]:
    """What the symbols of a session's texts begin with: A/RES/77, A/HRC/48; each leads to the page of the session."""
    found: dict[tuple[str, str, str], list[Record]] = {}
    for record in corpus.of(words.lang):
        start, _, _ = (record.symbol or "").rpartition("/")
        if record.body and record.session and start.endswith(f"/{record.session}") and not record.aside:
            found.setdefault((start, record.body, record.session), []).append(record)
    for (start, body, session), records in found.items():
        if slug := session_slug(body, session):
            title = words("session_of").format(body=words.body(body), session=words.session(session))
            count = plural(words.lang, words.table("index")["n_works"], len(records)).format(n=len(records))
            url = addresses.url(f"{words.lang}/sessions/{slug}.md")
            yield SymbolRow(start, (), title, url, (), about=(count,), series=True)


def _citing(places: Iterable[CitedIn], words: Words) -> tuple[tuple[str, str, str], ...]:
    rows = (
        (
            words.place(words.name(place.record), place.citing.anchor),
            f"{addresses.url(place.page)}#{place.citing.anchor}",
            place.citing.excerpt,
        )
        for place in places
    )
    return tuple(dict.fromkeys(rows))  # a paragraph that cites a work twice is one paragraph


def symbol_key(text: str) -> str:
    """A symbol as the table spells it: `a-res-60-251`, `Ａ/RES/60/251` and `A/RES/60/251` are one key."""
    return _DASHES.sub("/", _SPACE.sub("", unicodedata.normalize("NFKC", text)).upper()).strip("/")


def bucket_of(key: str, buckets: int) -> int:
    """Which file a key is in: FNV-1a over its UTF-8 bytes, because a browser can do that in four lines too."""
    hashed = 0x811C9DC5
    for byte in key.encode():
        hashed = (hashed ^ byte) * 0x01000193 & 0xFFFFFFFF
    return hashed % buckets


def symbol_artifacts(
    lang: str, works: Iterable[SymbolRow], told: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, str]]:
    """Make the table of one language, with what is `told` beside it. Out: paths from the site's root, and JSON."""
    rows = sorted(works, key=lambda row: (row.symbol, row.url))
    names: dict[str, list[str]] = {}
    full: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        own = symbol_key(row.symbol)
        full.setdefault(own, []).append(_row(row))
        short = () if row.series else _short_forms(row.symbol)
        for alias in {symbol_key(alias) for alias in (*row.aliases, *short)} - {own, ""}:
            if own not in (listed := names.setdefault(alias, [])):
                listed.append(own)
    names = {**_parts(full), **names}
    table: dict[str, dict[str, Any]] = {key: {"rows": found} for key, found in full.items()}
    for alias, symbols in names.items():
        table.setdefault(alias, {})["see"] = symbols
    yield from _files(lang, table, told or {})


def _parts(keys: Iterable[str]) -> dict[str, list[str]]:
    """What symbols end with, as people type them in a meeting (L.10, 79/L.10) → the keys that end so, if few."""
    found: dict[str, list[str]] = {}
    for key in keys:
        pieces = key.split("/")
        for at in range(1, len(pieces)):
            part = "/".join(pieces[at:])
            if _PART.match(part):
                found.setdefault(part, []).append(key)
    return {part: own for part, own in found.items() if len(own) <= _FEW}


def _files(lang: str, table: dict[str, dict[str, Any]], told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    size = sum(len(compact(entry).encode()) for entry in table.values())
    buckets = 1
    while buckets * _BUCKET_BYTES < size and buckets < _MAX_BUCKETS:
        buckets *= 2
    files: list[dict[str, Any]] = [{} for _ in range(buckets)]
    for key in sorted(table):
        files[bucket_of(key, buckets)][key] = table[key]
    yield f"{lang}/search/symbols.json", compact({**told, "buckets": buckets})
    for number, file in enumerate(files):
        yield f"{lang}/search/symbols/{number}.json", compact(file)


def _row(row: SymbolRow) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "symbol": displayed(row.symbol),
        "title": row.title,
        "url": row.url,
        "citing": [list(found) for found in row.citing],
        "anchors": list(row.anchors),
        "held": row.held,
    }
    if row.about:
        shown["about"] = list(row.about)
    if row.series:
        shown["series"] = True
    if row.places is not None:
        shown["places"] = dict(row.places)
    if not row.held and row.symbol.partition("/")[0] in UN_ROOTS:
        shown["official"] = row.symbol
    return shown


def _short_forms(symbol: str) -> Iterator[str]:
    """What people call a resolution: 60/251 for A/RES/60/251; 1325, 1325(2000), S/RES/1325 for S/RES/1325(2000).

    Those of the General Assembly were numbered through until 1976: 1514 for A/RES/1514(XV).
    """
    if short := _SHORT.search(symbol):
        yield short[1]
        if _YEAR.search(short[1]):
            yield _YEAR.sub("", short[1])
            yield _YEAR.sub("", symbol)
