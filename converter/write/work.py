"""The page of a work: the expression's Markdown under front matter that says what the collection knows of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from converter import addresses, symbols
from converter.corpus import CitedIn, Corpus
from converter.formats import AKN
from converter.mandates import Entry, entries_of
from converter.model import Accepted, Citing, Diagnostic, Due, Record
from converter.write import adoption, doubts, front, graph, ledger, parallel
from converter.write.about import glance, vote
from converter.write.bibliography import bibtex_entry, ris_entry
from converter.write.facts import FACTS, facts, fields
from converter.write.house_styles import house_styles
from converter.write.ledger.names import days_in_words, shortened, time_of, why_undated
from converter.write.series import chain, neighbours
from converter.write.subjects import headings, subjects
from converter.write.treatment import treatment
from converter.write.words import Words

_PLAIN = re.compile(r"(?:pp|op|u|h|p|table)\d+(?:-[^-]+)*")  # anchors that reader.js names
ParagraphText = Callable[[Record, str], str | None]
Doubts = Iterable[tuple[Diagnostic, Accepted | None]]
"""What is not certain in a text, with what the sidecar says of it."""


def front_matter(
    record: Record,
    corpus: Corpus,
    words: Words,
    paragraph_text: ParagraphText,
    uncertain: Doubts = (),
    misprints: Iterable[str] = (),
) -> dict[str, Any]:
    """Metadata for the templates, the index and whoever reuses the page; addresses are from the site's root.

    `paragraph_text` gives the text of a paragraph of a held work, for previews of pinpoints; `uncertain` is what is
    not certain in the text, `misprints` the anchors where it is misprinted.
    """
    return {
        **_of_the_text(record, words),
        "template": "work.html",
        "hide": ["navigation", "toc"],
        "work": record.work,
        "shown": words.symbol(record),
        "adopted_text": [_stage(one, corpus, words) for one in _adopted(record, corpus)],
        "draft_text": [_stage(one, corpus, words) for one in corpus.drafts(record)],
        "year": record.year,
        "subjects": subjects(record, words),
        "headings": headings(record),
        "sponsors": adoption.sponsors(record),
        "joined": adoption.joined(record),
        "adoption": adoption.facts(record, corpus, words),
        **_of_the_file(record, words),
        "search": True,
        **_to_quote(record, corpus, words),
        "names": names_of(record, words),
        "pages": dict(zip(record.paragraphs, record.pages, strict=False)),
        "paged": _paged(record),
        "cites": [_cite(citing, record, corpus, words, paragraph_text) for citing in _first_of_each(record.citings)],
        **_in_the_collection(record, corpus, words),
        "misprints": list(misprints),
        "uncertain": [doubts.doubt(one, by, words) for one, by in uncertain],
    }


def _of_the_text(record: Record, words: Words) -> dict[str, Any]:
    """What it is, the title first, as whoever opens the file wants it; of what has none, words for it."""
    title = {"title": words.title(record)}
    return {
        **(title | facts(record) | title),
        "untitled": None if record.title else True,
        "description": _description(record, words),
        "subject": record.subject,
        "glance": glance(record, words),
    }


def _of_the_file(record: Record, words: Words) -> dict[str, Any]:
    """Where the text was read, and where the official one is."""
    return {
        "source": record.path,
        "official": official(record, words),
        # The United Nations' terms for its marked-up texts ask that a copy says that it is none of the official ones.
        "unofficial_copy": True if record.path.endswith(AKN) else None,
    }


def _to_quote(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """What whoever writes about the text takes along."""
    return {
        "quote": words.quote(record),
        "styles": [style.told() for style in house_styles(record, corpus.authorities)],
        "bibtex": bibtex_entry(record, corpus, words),
        "ris": ris_entry(record, corpus, words),
    }


def _in_the_collection(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """What other texts, the authority files and the other languages add."""
    return {
        "cited_by": [_cited_by(place, corpus, words) for place in corpus.citing(record)],
        "label": graph.label_of(record.symbol, record.number, words.title(record)),
        "body_name": words.body(record.body),
        "treatment": treatment(record, corpus, words),
        "mandates": [_mandate(entry, corpus, words) for entry in entries_of(record, corpus)],
        "series": chain(record, corpus, words),
        "neighbours": neighbours(record, corpus, words),
        "terms": list(_terms(record, corpus, words)),
        "parallel": parallel.choices(record, corpus),
    }


# What the file beside a page says above its Markdown: the metadata of the text. What the collection knows of it is the
# page's, and what the text cites is in work.json.
_TAKEN_AWAY = (
    "title", *(fact.name for fact in FACTS if fact.name != "title"),
    "work", "description", "subject", "subjects", "sponsors", "joined", "source", "official", "unofficial_copy",
)  # fmt: skip


def downloaded(meta: dict[str, Any], body: str) -> str:
    """The Markdown of a work for whoever takes it away, under what its front matter says of the text itself."""
    return front.page({key: meta[key] for key in _TAKEN_AWAY}, body)


def _adopted(record: Record, corpus: Corpus) -> Iterator[Record]:
    """The text that a draft was adopted as, where it is held."""
    if adopted := corpus.adopted(record):
        yield adopted


def _stage(record: Record, corpus: Corpus, words: Words) -> dict[str, str]:
    """How a page names the draft of its text, or the text that its draft became."""
    name = " ".join(part for part in (words.symbol(record), record.title) if part)
    return {"name": name or record.work, "lang": record.lang, "page": addresses.url(corpus.page(record))}


def _description(record: Record, words: Words) -> str:
    session = words.session(record.session) if record.session else None
    parts = [words.body(record.body), session, words.of("kind", record.kind)]
    if record.status == "draft":
        parts.append(words.of("status", "draft"))
    label = words.symbol(record) or record.number
    return words.join([*parts, label, record.title or record.subject])


def names_of(record: Record, words: Words) -> dict[str, str]:
    """Anchor → what it is called, for the anchors that the script cannot name by the form of their kind."""
    return {anchor: words.paragraph(anchor) for anchor in record.paragraphs if not _PLAIN.fullmatch(anchor)}


def _paged(record: Record) -> str | None:
    """The address of the document whose pages the paragraphs stand on: where the file came from, else the UN's own."""
    if not record.pages:
        return None
    return record.source_url or (addresses.official_link(record.lang, record.symbol) if record.symbol else None)


def official(record: Record, words: Words) -> list[dict[str, Any]]:
    """The UN's own document under each of the work's symbols, in each of its official languages."""
    names: dict[str, str] = words.table("languages")
    return [
        {
            "symbol": symbols.displayed(symbol),
            "links": [
                {"lang": lang, "name": name, "url": addresses.official_link(lang, symbol)}
                for lang, name in names.items()
            ],
        }
        for symbol in (record.symbol, record.adopted_as)
        if symbol and addresses.official_link(record.lang, symbol)
    ]


def _first_of_each(citings: tuple[Citing, ...]) -> list[Citing]:
    """One citation per cited work, the first."""
    first: dict[tuple[str | None, str, str], Citing] = {}
    for citing in citings:
        first.setdefault((citing.target, citing.kind, citing.number), citing)
    return list(first.values())


def _cite(
    citing: Citing, record: Record, corpus: Corpus, words: Words, paragraph_text: ParagraphText
) -> dict[str, Any]:
    """One cited work: what is known of it, where this text cites it, and what its pinpoints say if it is held."""
    symbol = citing.target
    places = [c for c in record.citings if (c.target, c.kind, c.number) == (symbol, citing.kind, citing.number)]
    held = corpus.held.get((record.lang, symbol)) if symbol else None
    # Each anchor once, in the order of the text.
    anchors = dict.fromkeys(place.anchor for place in places)
    pinpoints = dict.fromkeys(anchor for place in places for anchor in corpus.anchors_of(record.lang, place))
    return {
        "symbol": symbol or citing.number,
        "shown": symbols.displayed(symbol) if symbol else citing.number,
        "label": graph.label_of(symbol, citing.number),
        "year": graph.year_of(symbol, corpus, record.lang) if symbol else None,
        "kind": words.of("kind", citing.kind),
        "body": _issuer(citing, words),
        **_known(places, held, record.lang, corpus, words),
        **_elsewhere(symbol, corpus, words),
        "anchors": [words.at(anchor) for anchor in anchors],
        **fields(citing, "verb", "excerpt"),
        "pinpoints": [
            {**words.at(anchor), "text": text}
            for anchor in pinpoints
            if held is not None and (text := paragraph_text(held, anchor))
        ],
    }


def _known(places: Sequence[Citing], held: Record | None, lang: str, corpus: Corpus, words: Words) -> dict[str, Any]:
    """What is known of a cited work, by its text if held, and where it is read; `places` is where it is cited."""
    citing, symbol = places[0], places[0].target
    address = addresses.symbol_page(lang, symbol) if symbol else None
    standing = corpus.standing(lang, symbol) if symbol else None
    known = corpus.authorities.work(symbol) if symbol else None
    date = (held.date if held else None) or (known.date if known else None) or citing.date
    return {
        "title": (corpus.title(lang, symbol) or (held.subject if held else None)) if symbol else citing.title,
        "vote": vote(held, words) if held else "",
        "author": next((place.author for place in places if place.author), None),
        "date": words.date(date),
        "page": standing and standing.url(),
        "address": address and addresses.url(address),
        "held": held is not None and not held.aside,
    }


def _issuer(citing: Citing, words: Words) -> str:
    """What a cited work stands under: its body; a treaty is of no body and stands with its like."""
    if citing.body:
        return words.body(citing.body)
    return words.of("entity", "instrument") if citing.kind == "treaty" else ""


def _elsewhere(symbol: str | None, corpus: Corpus, words: Words) -> dict[str, str]:
    """In which languages a cited work is held, for who does not find it in this one."""
    languages = corpus.held_in(symbol) if symbol else ()
    return {"held_in": words.listed(words.of("languages", lang) for lang in languages)} if languages else {}


def _terms(record: Record, corpus: Corpus, words: Words) -> Iterator[dict[str, str]]:
    """The instruments, goals, funds and mechanisms that the text names, for the previews of their links."""
    for kind, identity in dict.fromkeys((named.kind, named.id) for named in record.named):
        facts = [words.of("entity", kind)]
        instrument = next((one for one in corpus.authorities.instruments if one.id == identity), None)
        if instrument is not None:
            facts += [symbols.displayed(instrument.symbol or ""), words.date(instrument.adopted)]
        yield {
            "id": identity,
            "name": words.entity(kind, identity),
            "facts": " · ".join(fact for fact in facts if fact),
        }


def _cited_by(place: CitedIn, corpus: Corpus, words: Words) -> dict[str, Any]:
    return {
        "title": words.name(place.record),
        "page": addresses.url(place.page),
        **words.at(place.citing.anchor),
        "pinpoints": [words.at(anchor) for anchor in corpus.anchors_of(place.record.lang, place.citing)],
        "verb": place.citing.verb,
        "body": words.body(place.record.body),
        "label": graph.label_of(place.record.symbol, place.record.number, words.title(place.record)),
        "year": place.record.year,
        "excerpt": place.citing.excerpt,
    }


def _mandate(entry: Entry, corpus: Corpus, words: Words) -> dict[str, Any]:
    mandate = entry.mandate
    due = mandate.due
    return ledger.facts(entry, corpus, words) | {
        **words.at(mandate.paragraph),
        "kind": mandate.kind,
        "actor": shortened(mandate.actor),
        **fields(mandate, "action", "to"),
        "due": due and _due(due, words),
    }


def _due(due: Due, words: Words) -> dict[str, Any]:
    dates = days_in_words(due.relation, due.from_date, due.to_date, words) if due.from_date else why_undated(due, words)
    return fields(due, "relation", "session") | {
        "text": time_of(due, words),
        "from": due.from_date,
        "to": due.to_date,
        "dates": dates,
    }
