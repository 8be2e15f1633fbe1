"""Mandates: what an operative paragraph asks, of whom, for whom, by when.

A request (请…向…提交…) binds its addressee; a decision binds the organ itself when it orders an act
(决定…举行…). A time may be a session, a date, or the event of an earlier mandate (上述闭会期间会议).
"""

from __future__ import annotations

import re

from converter.annotate.verbs import leading_actor
from converter.languages import Language, numerals
from converter.languages.dates import iso_date
from converter.model import Due, Mandate, Paragraph, Resolution, Verb


def find_mandates(resolution: Resolution, verbs: tuple[Verb, ...], language: Language) -> tuple[Mandate, ...]:
    """The mandates of the operative paragraphs and their sub-paragraphs, in order."""
    found: list[Mandate] = []
    by_place: dict[str, list[Verb]] = {}
    for verb in verbs:
        by_place.setdefault(verb.place, []).append(verb)
    for paragraph in resolution.paragraphs:
        if paragraph.kind in ("operative", "sub"):
            mine = by_place.get(paragraph.id, [])
            for verb, after in zip(mine, [*mine[1:], None], strict=True):
                end = after.start if after else len(paragraph.text.text)
                found += _of_verb(paragraph, verb, end, found, resolution, language)
    return tuple(found)


def _of_verb(
    paragraph: Paragraph, verb: Verb, end: int, earlier: list[Mandate], resolution: Resolution, language: Language
) -> list[Mandate]:
    text = paragraph.text.text
    body = resolution.masthead.body
    if verb.lemma in language.table("mandates.requests") and verb.addressee:
        actor, start = verb.addressee, verb.end + len(verb.addressee)
        actor_id = language.actors.get(actor)
    elif verb.lemma in language.table("mandates.decides") and body:
        if not language.pattern("mandates.acts").search(text, verb.end, end):
            return []
        actor, start, actor_id = _organ_name(resolution, language), verb.end, body
    else:
        return []
    mandates: list[Mandate] = []
    first_due: Due | None = None
    for clause in _clauses(text[start:end], language):
        due = _due(clause, body, language) or first_due or _by_event(clause, [*earlier, *mandates], language)
        first_due = first_due or due
        mandates.append(Mandate(paragraph.id, actor, actor_id, clause, _to(clause, language), due))
    return mandates


def _organ_name(resolution: Resolution, language: Language) -> str:
    match = language.pattern("masthead.enacting").match(resolution.enacting.text) if resolution.enacting else None
    return match["body"] if match else resolution.masthead.body or ""


def _clauses(text: str, language: Language) -> list[str]:
    """The acts of one request: cut where a further act begins (，并为会议提供…), not inside what it is for."""
    purpose = language.pattern("mandates.beneficiary").search(text)
    limit = purpose.start() if purpose else len(text)
    cuts = [match.span() for match in language.pattern("mandates.split").finditer(text, 0, limit)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    parts = (text[start:end].strip("，；。、 ") for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def _to(clause: str, language: Language) -> str | None:
    for pattern in language.table("mandates.to"):
        match = language.compile_cached(pattern).search(clause)
        if match:
            return match["to"]
    match = language.pattern("mandates.beneficiary").search(clause)
    return leading_actor(match["rest"], language) if match else None


def _due(clause: str, body: str | None, language: Language) -> Due | None:
    match = language.pattern("mandates.session").search(clause)
    if match:
        organ = language.organs.get(match["organ"] or "", (body, False))[0]
        number = str(numerals.number(match["session"]))
        session = language.authorities.session(organ, number) if organ else None
        relation, text = _relation(clause, match, language, "at")
        return Due(text, relation, organ, number, session.first if session else None, session.last if session else None)
    match = language.pattern("mandates.date").search(clause)
    if match:
        relation, text = _relation(clause, match, language, "by")
        date = iso_date(match["date"]) or None
        return Due(text, relation, from_date=date, to_date=date)
    return None


def _relation(clause: str, match: re.Match[str], language: Language, otherwise: str) -> tuple[str, str]:
    """Whether a time is a limit (之前, 不迟于) or the time itself, and its words with that word."""
    for relation in ("before", "after"):
        follows = language.pattern(f"mandates.{relation}").match(clause[match.end() :])
        if follows:
            return relation, clause[match.start() : match.end() + follows.end()]
    precedes = language.pattern("mandates.by").search(clause[: match.start()])
    if precedes:
        return "by", clause[precedes.start() : match.end()]
    return otherwise, match[0]


def _by_event(clause: str, earlier: list[Mandate], language: Language) -> Due | None:
    """The time of the meeting that an earlier mandate orders, when this one serves that meeting."""
    match = language.pattern("mandates.anaphora").search(clause)
    if match is None:
        return None
    event = language.table("mandates.event")
    for mandate in reversed(earlier):
        if mandate.due and mandate.due.basis is None and event in mandate.action:
            due = mandate.due
            return Due(
                match[0], due.relation, due.body, due.session, due.from_date, due.to_date, basis=mandate.paragraph
            )
    return None
