"""JSON Lines: one work a line, one paragraph a line. Contracts: schemas/works.schema.json, paragraphs.schema.json.

The lines of one expression's paragraphs are an output of that expression; the file of all of them is these files
one after the other. A paragraph knows its `work`, whose line among the works has the address.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from converter import addresses
from converter.corpus import Corpus
from converter.model import Citation, Entity, Expression, Footnote, Internal, Record, Sidecar, Verb
from converter.model.marks import FOOTNOTE_PLACE
from converter.write import adoption
from converter.write.facts import facts, fields
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
        "keywords": [{**fields(one, "name", "vocabulary"), "address": one.address or None} for one in record.keywords],
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
        marks = places[paragraph.id]
        yield {
            "work": expression.work,
            "lang": resolution.lang,
            "symbol": symbol,
            "id": paragraph.id,
            "order": order,
            **fields(paragraph, "kind", "number"),
            "label": paragraph.label.text if paragraph.label else None,
            "parent": paragraph.parent,
            "text": paragraph.text.text,
            "page": paragraph.page or None,
            "adoption": adoption.data(adopted) if adopted and adopted.place == paragraph.id else None,
            "verbs": [fields(one, "text", "lemma", "addressee") for one in marks.verbs],
            "cites": [_cited(one) for one in marks.citations],
            "internal": [
                {"to": list(one.to), "text": one.text, "footnote": _footnote(one.place)} for one in marks.internal
            ],
            "names": [fields(one, "kind", "id", "text") for one in marks.entities],
            "footnotes": [{**fields(one, "id", "marker", "offset"), "text": one.text.text} for one in marks.notes],
        }


@dataclass
class _Marks:
    """What stands in a paragraph, and in its notes."""

    notes: list[Footnote] = field(default_factory=list)
    verbs: list[Verb] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    internal: list[Internal] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


def _by_paragraph(expression: Expression) -> Mapping[str, _Marks]:
    """The notes and marks of each paragraph; a mark in a footnote belongs to the paragraph that bears its number."""
    found: defaultdict[str, _Marks] = defaultdict(_Marks)
    home: dict[str, str] = {}
    for note in expression.resolution.footnotes:
        if note.paragraph is not None:
            home[note.place] = note.paragraph
            found[note.paragraph].notes.append(note)
    for verb in expression.verbs:
        found[verb.place].verbs.append(verb)
    for citation in expression.citations:
        found[home.get(citation.place, citation.place)].citations.append(citation)
    for reference in expression.internal:
        found[home.get(reference.place, reference.place)].internal.append(reference)
    for entity in expression.entities:
        found[home.get(entity.place, entity.place)].entities.append(entity)
    return found


def _cited(citation: Citation) -> dict[str, Any]:
    return {
        **fields(citation, "target", "kind", "number", "date"),
        "pinpoints": [pinpoint.label for pinpoint in citation.pinpoints],
        "text": citation.text,
        "footnote": _footnote(citation.place),
    }


def _footnote(place: str) -> str | None:
    """The id of the footnote that a mark stands in."""
    return place.removeprefix(FOOTNOTE_PLACE) if place.startswith(FOOTNOTE_PLACE) else None
