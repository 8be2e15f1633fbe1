"""`inspect`: what was understood of a text, as one JSON object. A public contract: schemas/inspect.schema.json."""

from __future__ import annotations

from typing import Any

from converter.catalogue import catalogued
from converter.model import Adoption, Citation, Due, Expression, Mandate, Paragraph, Sidecar, Subject
from converter.model.marks import FOOTNOTE_PLACE
from converter.write import adoption
from converter.write.facts import facts


def inspect(expression: Expression, sidecar: Sidecar) -> dict[str, Any]:
    """The object that `converter inspect` prints. Offsets count code points of the paragraph's text."""
    resolution = expression.resolution
    masthead = resolution.masthead
    return {
        "id": expression.work,
        **facts(catalogued(expression, sidecar)),
        "subject": _subject(expression.subject) if expression.subject else None,
        "sponsors": [{"name": s.name, "code": s.code, "member": s.member} for s in masthead.sponsors],
        "sponsors_note": masthead.sponsors_note,
        "joined": adoption.states(masthead.joined),
        "enacting": resolution.enacting.text if resolution.enacting else None,
        "enacting_at": resolution.enacting_at,
        "paragraphs": [_paragraph(paragraph, expression) for paragraph in resolution.paragraphs],
        "footnotes": [
            {
                "id": note.id,
                "marker": note.marker,
                "paragraph": note.paragraph,
                "offset": note.offset,
                "text": note.text.text,
                "marks": [{"place": m.place, "offset": m.offset, "printed": m.printed} for m in note.places],
            }
            for note in resolution.footnotes
        ],
        "adoption": _adopted(resolution.adoption) if resolution.adoption else None,
        "citations": [_citation(citation) for citation in expression.citations],
        "internal": [
            {**_place(one.place), "start": one.start, "end": one.end, "text": one.text, "to": list(one.to)}
            for one in expression.internal
        ],
        "entities": [
            {**_place(e.place), "start": e.start, "end": e.end, "kind": e.kind, "id": e.id, "text": e.text}
            for e in expression.entities
        ],
        "mandates": [_mandate(mandate) for mandate in expression.mandates],
        "furniture": [{"line": f.line, "text": f.text, "kind": f.kind} for f in resolution.furniture],
        "diagnostics": [
            {
                "path": d.path,
                "line": d.line,
                "column": d.column,
                "code": d.code,
                "severity": d.severity.value,
                "message": d.message,
                "hint": d.hint,
            }
            for d in expression.diagnostics
        ],
    }


def _adopted(one: Adoption) -> dict[str, Any]:
    place = {"place": one.place, "start": one.start, "end": one.end}
    return {**place, **adoption.data(one), "notes": list(one.notes)}


def _paragraph(paragraph: Paragraph, expression: Expression) -> dict[str, Any]:
    verbs = [verb for verb in expression.verbs if verb.place == paragraph.id]
    return {
        "id": paragraph.id,
        "kind": paragraph.kind,
        "number": paragraph.number,
        "parent": paragraph.parent,
        "text": paragraph.text.text,
        "page": paragraph.page or None,
        "verbs": [
            {"text": v.text, "lemma": v.lemma, "start": v.start, "end": v.end, "addressee": v.addressee} for v in verbs
        ],
        "addressee": next((verb.addressee for verb in verbs if verb.addressee), None),
    }


def _place(place: str) -> dict[str, str]:
    if place.startswith(FOOTNOTE_PLACE):
        return {"footnote": place.removeprefix(FOOTNOTE_PLACE)}
    return {"paragraph": place}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        **_place(citation.place),
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "target": citation.target,
        "kind": citation.kind,
        "body": citation.body,
        "number": citation.number,
        "date": citation.date,
        "pinpoint": [pinpoint.label for pinpoint in citation.pinpoints],
        "title": citation.title,
        "author": citation.author,
        "see_also": citation.see_also,
    }


def _subject(subject: Subject) -> dict[str, Any]:
    return {"text": subject.text, "from": subject.origin, "place": subject.place}


def _mandate(mandate: Mandate) -> dict[str, Any]:
    return {
        "paragraph": mandate.paragraph,
        "kind": mandate.kind,
        "actor": mandate.actor,
        "actor_id": mandate.actor_id,
        "action": mandate.action,
        "to": mandate.to,
        "due": _due(mandate.due) if mandate.due else None,
    }


def _due(due: Due) -> dict[str, Any]:
    return {
        "text": due.text,
        "relation": due.relation,
        "body": due.body,
        "session": due.session,
        "from": due.from_date,
        "to": due.to_date,
        "basis": due.basis,
    }
