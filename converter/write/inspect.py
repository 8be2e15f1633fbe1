"""`inspect`: what was understood of a text, as one JSON object. A public contract: schemas/inspect.schema.json."""

from __future__ import annotations

from typing import Any

from converter.catalogue import catalogued
from converter.model import Adoption, Citation, Due, Expression, Footnote, Mandate, Paragraph, Sidecar, Subject
from converter.model.marks import FOOTNOTE_PLACE
from converter.write import adoption
from converter.write.facts import facts, fields


def inspect(expression: Expression, sidecar: Sidecar) -> dict[str, Any]:
    """The object that `converter inspect` prints. Offsets count code points of the paragraph's text."""
    resolution = expression.resolution
    masthead = resolution.masthead
    return {
        "id": expression.work,
        **facts(catalogued(expression, sidecar)),
        "subject": _subject(expression.subject) if expression.subject else None,
        "sponsors": [fields(one, "name", "code", "member") for one in masthead.sponsors],
        "sponsors_note": masthead.sponsors_note,
        "joined": adoption.states(masthead.joined),
        "enacting": resolution.enacting.text if resolution.enacting else None,
        "enacting_at": resolution.enacting_at,
        "paragraphs": [_paragraph(paragraph, expression) for paragraph in resolution.paragraphs],
        "footnotes": [_footnote(note) for note in resolution.footnotes],
        "adoption": _adopted(resolution.adoption) if resolution.adoption else None,
        "citations": [_citation(citation) for citation in expression.citations],
        "internal": [
            {**_place(one.place), **fields(one, "start", "end", "text"), "to": list(one.to)}
            for one in expression.internal
        ],
        "entities": [
            {**_place(one.place), **fields(one, "start", "end", "kind", "id", "text")} for one in expression.entities
        ],
        "mandates": [_mandate(mandate) for mandate in expression.mandates],
        "furniture": [fields(one, "line", "text", "kind") for one in resolution.furniture],
        "diagnostics": [
            {**fields(one, "path", "line", "column", "code"), "severity": one.severity.value}
            | fields(one, "message", "hint")
            for one in expression.diagnostics
        ],
    }


def _footnote(note: Footnote) -> dict[str, Any]:
    return {
        **fields(note, "id", "marker", "paragraph", "offset"),
        "text": note.text.text,
        "marks": [fields(one, "place", "offset", "printed") for one in note.places],
    }


def _adopted(one: Adoption) -> dict[str, Any]:
    return {**fields(one, "place", "start", "end"), **adoption.data(one), "notes": list(one.notes)}


def _paragraph(paragraph: Paragraph, expression: Expression) -> dict[str, Any]:
    verbs = [verb for verb in expression.verbs if verb.place == paragraph.id]
    return {
        **fields(paragraph, "id", "kind", "number", "parent"),
        "text": paragraph.text.text,
        "page": paragraph.page or None,
        "verbs": [fields(verb, "text", "lemma", "start", "end", "addressee") for verb in verbs],
        "addressee": next((verb.addressee for verb in verbs if verb.addressee), None),
    }


def _place(place: str) -> dict[str, str]:
    if place.startswith(FOOTNOTE_PLACE):
        return {"footnote": place.removeprefix(FOOTNOTE_PLACE)}
    return {"paragraph": place}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        **_place(citation.place),
        **fields(citation, "start", "end", "text", "target", "kind", "body", "number", "date"),
        "pinpoint": [pinpoint.label for pinpoint in citation.pinpoints],
        **fields(citation, "title", "author", "see_also"),
    }


def _subject(subject: Subject) -> dict[str, Any]:
    return {"text": subject.text, "from": subject.origin, "place": subject.place}


def _mandate(mandate: Mandate) -> dict[str, Any]:
    told = fields(mandate, "paragraph", "kind", "actor", "actor_id", "action", "to")
    return {**told, "due": _due(mandate.due) if mandate.due else None}


def _due(due: Due) -> dict[str, Any]:
    days = {"from": due.from_date, "to": due.to_date, "basis": due.basis}
    return fields(due, "text", "relation", "body", "session") | days
