"""Mandates: what an operative paragraph asks, of whom, for whom, by when.

A request (请…向…提交…) binds its addressee; a decision binds the organ itself when it orders an act
(决定…举行…) or its verb is one (extends the mandate until …). A request that ends in a colon asks for what its
sub-paragraphs say. By when is read in `due`; a mandate without a time of its own may share that of the meeting that
an earlier one orders (上述闭会期间会议). What asks for nothing (remains seized of the matter) is no mandate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from converter.annotate.due import Adopted, find_due
from converter.annotate.verbs import gives_floor
from converter.languages import Language
from converter.model import Due, Mandate, Paragraph, Resolution, Verb


def find_mandates(resolution: Resolution, verbs: tuple[Verb, ...], language: Language) -> tuple[Mandate, ...]:
    """The mandates of the operative paragraphs and their sub-paragraphs, in order."""
    reader = _Reader(resolution, language)
    by_place: dict[str, list[Verb]] = {}
    for verb in verbs:
        by_place.setdefault(verb.place, []).append(verb)
    for paragraph in resolution.paragraphs:
        if paragraph.kind in ("operative", "sub"):
            reader.read(paragraph, by_place.get(paragraph.id, []))
    return tuple(reader.found)


def actor_id(name: str, language: Language) -> str | None:
    """The key of who is named: an office, an organ or a State (`state-no`), an aside after the name left out."""
    bare = language.pattern("mandates.aside").sub("", name)
    known = language.actors.get(bare)
    if known is None and (state := language.authorities.country(bare, language.code)):
        known = f"state-{state.code.lower()}"
    return known


@dataclass(frozen=True, slots=True)
class _Actor:
    """Who must act: the name as printed, and its key in the authority files."""

    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom a verb binds, where the words begin that say to what, and whether it asks or the organ decides."""

    actor: _Actor
    start: int
    kind: str = "request"


@dataclass
class _Reader:
    """Reads the paragraphs in order: a later one may point to an earlier mandate, or go on with its request."""

    resolution: Resolution
    language: Language
    found: list[Mandate] = field(default_factory=list)
    asked: dict[str, _Actor] = field(default_factory=dict)  # paragraph → whom its sub-paragraphs ask

    def read(self, paragraph: Paragraph, verbs: list[Verb]) -> None:
        """Add the mandates of one paragraph."""
        text = paragraph.text.text
        actor = self.asked.get(paragraph.parent or "")
        if actor:
            self.asked[paragraph.id] = actor
            self._add(paragraph.id, _Asked(actor, 0), text)
            return
        for verb, after in zip(verbs, [*verbs[1:], None], strict=False):
            end = after.start if after else len(text)
            asked = self._asked(verb, text, end)
            actor = asked.actor if asked else None
            if asked:
                self._add(paragraph.id, asked, text[asked.start : end])
        if actor and gives_floor(paragraph, verbs, self.language):
            self.asked[paragraph.id] = actor

    def _asked(self, verb: Verb, text: str, end: int) -> _Asked | None:
        """Whom a verb binds and to what; None when it asks for nothing."""
        language, body = self.language, self.resolution.masthead.body
        if verb.lemma in language.table("mandates.requests") and verb.addressee:
            start = text.index(verb.addressee, verb.end) + len(verb.addressee)
            return _Asked(self._known(verb.addressee), start)
        if body is None:
            return None
        organ = _Actor(_organ_name(self.resolution, language), body)
        if verb.lemma in language.table("mandates.enacts"):
            return _Asked(organ, verb.start, "decision")
        if verb.lemma not in language.table("mandates.decides"):
            return None
        if others := language.pattern("mandates.others").match(text, verb.end, end):  # decides that all States shall …
            return _Asked(self._known(others["actor"]), others.end())
        acts = language.pattern("mandates.acts").search(text[verb.end : end])
        return _Asked(organ, verb.end, "decision") if acts else None

    def _known(self, name: str) -> _Actor:
        return _Actor(name, actor_id(name, self.language))

    def _kind(self, clause: str, kind: str) -> str:
        if kind == "decision":
            return "renewal" if self.language.pattern("mandates.renews").search(clause) else kind
        return "report" if self.language.pattern("mandates.reports").search(clause) else kind

    def _add(self, paragraph: str, asked: _Asked, text: str) -> None:
        masthead = self.resolution.masthead
        adopted = Adopted(masthead.body, masthead.date)
        first_due: Due | None = None
        for clause in _clauses(text, self.language):
            if self.language.pattern("mandates.nothing").search(clause):
                continue
            found = find_due(clause, adopted, self.language)
            due = found.due if found else first_due or self._by_event(clause)
            if self.language.table("mandates.shares_due"):
                first_due = first_due or due
            to, kind = _to(clause, self.language), self._kind(clause, asked.kind)
            lines = (found.read_by,) if found else ()
            self.found.append(Mandate(paragraph, asked.actor.name, asked.actor.id, clause, to, due, kind, lines))

    def _by_event(self, clause: str) -> Due | None:
        """The time of the meeting that an earlier mandate orders, when this one serves that meeting."""
        match = self.language.pattern("mandates.anaphora").search(clause)
        if match is None:
            return None
        event = self.language.table("mandates.event")
        for mandate in reversed(self.found):
            if mandate.due and mandate.due.basis is None and event in mandate.action:
                return replace(mandate.due, text=match[0], basis=mandate.paragraph)
        return None


def _organ_name(resolution: Resolution, language: Language) -> str:
    organ = language.page.enacting.organ(resolution.enacting.text) if resolution.enacting else None
    return organ or resolution.masthead.body or ""


def _clauses(text: str, language: Language) -> Iterator[str]:
    """The acts of one request: cut where a further act begins (，并为会议提供…), not inside what it is for."""
    purpose = language.pattern("mandates.beneficiary").search(text)
    limit = purpose.start() if purpose else len(text)
    cuts = [match.span() for match in language.pattern("mandates.split").finditer(text, 0, limit)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    for start, end in zip(starts, ends, strict=True):
        act = language.pattern("mandates.dangling").sub("", text[start:end]).strip(language.table("mandates.trim"))
        act = language.pattern("mandates.lead").sub("", act)
        if act:
            yield act


def _to(clause: str, language: Language) -> str | None:
    for pattern in language.table("mandates.to"):
        match = language.compile_cached(pattern).search(clause)
        if match:
            return match["to"]
    match = language.pattern("mandates.beneficiary").search(clause)
    span = language.addressees.find(language.verbs.tokens(match["rest"]), 0) if match else None
    return match["rest"][slice(*span)] if match and span else None
