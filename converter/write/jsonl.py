"""JSON Lines: one work a line, one paragraph a line. Contracts: schemas/works.schema.json, paragraphs.schema.json.

The lines of one expression's paragraphs are an output of that expression; the file of all of them is these files
one after the other. A paragraph knows its `work`, whose line among the works has the address.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from converter import addresses
from converter.corpus import Corpus
from converter.model import Citation, Entity, Expression, Footnote, Internal, Paragraph, Record, Sidecar, Verb
from converter.model.marks import FOOTNOTE_PLACE
from converter.write import adoption
from converter.write.facts import facts
from converter.write.subjects import subjects
from converter.write.words import Words


def lines(rows: Iterable[dict[str, Any]]) -> str:
    """The rows as JSON Lines."""
    return "".join(map(compact, rows))


def compact(value: object) -> str:
    """A value as JSON on one line, with its end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def works(corpus: Corpus, words: Words) -> str:
    """The catalogue of one language: what every text is, where it is, what it cites and what cites it."""
    return lines(_work(record, corpus, words) for record in corpus.of(words.lang))


def _work(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    return {
        "work": record.work,
        **facts(record),
        "subject": record.subject,
        "subjects": subjects(record, words),
        "keywords": [
            {"name": one.name, "vocabulary": one.vocabulary, "address": one.address or None} for one in record.keywords
        ],
        "sponsors": adoption.sponsors(record),
        "joined": adoption.joined(record),
        "adoption": adoption.data(record.adoption) if record.adoption else None,
        "address": addresses.url(corpus.page(record)),
        "official": [
            link
            for symbol in (record.symbol, record.adopted_as)
            if symbol and (link := addresses.official_link(record.lang, symbol))
        ],
        "source": record.path,
        "aside": record.aside or None,
        "paragraphs": list(record.paragraphs),
        "cites": sorted({citing.target for citing in record.citings if citing.target}),
        "cited_by": sorted({addresses.url(place.page) for place in corpus.citing(record)}),
    }


def paragraphs(expression: Expression, sidecar: Sidecar) -> str:
    """The paragraphs of one expression: full text, verbs, and what each cites and names, its footnotes included."""
    return lines(_paragraphs(expression, sidecar))


def _paragraphs(expression: Expression, sidecar: Sidecar) -> Iterator[dict[str, Any]]:
    resolution = expression.resolution
    symbol = sidecar.symbol or resolution.masthead.symbol
    places = _by_paragraph(expression)
    adopted = resolution.adoption
    for order, paragraph in enumerate(resolution.paragraphs, 1):
        notes, verbs, citations, internal, entities = places.get(paragraph.id, ([], [], [], [], []))
        yield {
            "work": expression.work,
            "lang": resolution.lang,
            "symbol": symbol,
            "id": paragraph.id,
            "order": order,
            **_facts(paragraph),
            "adoption": adoption.data(adopted) if adopted and adopted.place == paragraph.id else None,
            "verbs": [{"text": verb.text, "lemma": verb.lemma, "addressee": verb.addressee} for verb in verbs],
            "cites": [_cited(citation) for citation in citations],
            "internal": [{"to": list(one.to), "text": one.text, "footnote": _footnote(one.place)} for one in internal],
            "names": [{"kind": entity.kind, "id": entity.id, "text": entity.text} for entity in entities],
            "footnotes": [{"id": n.id, "marker": n.marker, "offset": n.offset, "text": n.text.text} for n in notes],
        }


_Places = tuple[list[Footnote], list[Verb], list[Citation], list[Internal], list[Entity]]


def _by_paragraph(expression: Expression) -> dict[str, _Places]:
    """The notes and marks of each paragraph; a mark in a footnote belongs to the paragraph that bears its number."""
    found: dict[str, _Places] = {}
    home: dict[str, str] = {}
    for note in expression.resolution.footnotes:
        if note.paragraph is not None:
            home[note.place] = note.paragraph
            found.setdefault(note.paragraph, ([], [], [], [], []))[0].append(note)
    for verb in expression.verbs:
        found.setdefault(verb.place, ([], [], [], [], []))[1].append(verb)
    for citation in expression.citations:
        found.setdefault(home.get(citation.place, citation.place), ([], [], [], [], []))[2].append(citation)
    for reference in expression.internal:
        found.setdefault(home.get(reference.place, reference.place), ([], [], [], [], []))[3].append(reference)
    for entity in expression.entities:
        found.setdefault(home.get(entity.place, entity.place), ([], [], [], [], []))[4].append(entity)
    return found


def _facts(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "kind": paragraph.kind,
        "number": paragraph.number,
        "label": paragraph.label.text if paragraph.label else None,
        "parent": paragraph.parent,
        "text": paragraph.text.text,
        "page": paragraph.page or None,
    }


def _cited(citation: Citation) -> dict[str, Any]:
    return {
        "target": citation.target,
        "kind": citation.kind,
        "number": citation.number,
        "date": citation.date,
        "pinpoints": [pinpoint.label for pinpoint in citation.pinpoints],
        "text": citation.text,
        "footnote": _footnote(citation.place),
    }


def _footnote(place: str) -> str | None:
    """The id of the footnote that a mark stands in."""
    return place.removeprefix(FOOTNOTE_PLACE) if place.startswith(FOOTNOTE_PLACE) else None
