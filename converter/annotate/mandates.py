"""Mandates: what an operative paragraph asks, of whom, for whom, by when.

A request (请…向…提交…) binds its addressee; a decision binds the organ itself when it orders an act
(决定…举行…) or its verb is one (extends the mandate until …). A request that ends in a colon asks for what its
sub-paragraphs say. By when is read in `due`; a mandate without a time of its own may share that of the meeting that
an earlier one orders (上述闭会期间会议). What asks for nothing (remains seized of the matter) is no mandate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from converter.annotate.actors import actor_id
from converter.annotate.due import Adopted, find_due
from converter.annotate.organs import Mention, is_over, longer, mentions, nearest, only, own_id
from converter.annotate.verbs import gives_floor
from converter.languages import Language
from converter.model import Due, Mandate, Paragraph, Resolution, Verb
from converter.view import Tokens


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
    mentioned: dict[str, dict[str, list[Mention]]] = field(default_factory=dict)  # of a short name, by paragraph

    def read(self, paragraph: Paragraph, verbs: list[Verb]) -> None:
        """Add the mandates of one paragraph."""
        actor = self.asked.get(paragraph.parent or "")
        if actor:
            self.asked[paragraph.id] = actor
            self._add(paragraph.id, _Asked(actor, 0), self.language.verbs.tokens(paragraph.text.text))
            return
        if not any(verb.lemma in self._binding for verb in verbs):
            return
        tokens = self.language.verbs.tokens(paragraph.text.text)
        for verb, after in zip(verbs, [*verbs[1:], None], strict=False):
            end = tokens.index(after.start) if after else len(tokens)
            asked = self._asked(verb, tokens, end)
            actor = asked.actor if asked else None
            if asked:
                self._add(paragraph.id, asked, tokens.part(asked.start, end))
        if actor and gives_floor(paragraph, verbs, self.language):
            self.asked[paragraph.id] = actor

    @cached_property
    def _binding(self) -> frozenset[str]:
        """The lemmas that may bind somebody."""
        words = self.language.mandates
        return words.requests | words.decides | words.enacts

    def _asked(self, verb: Verb, tokens: Tokens, end: int) -> _Asked | None:
        """Whom a verb binds and to what; None when it asks for nothing."""
        words, body = self.language.mandates, self.resolution.masthead.body
        text, behind = tokens.view.source, tokens.index(verb.end)
        if verb.lemma in words.requests and verb.asked:
            start, last = verb.asked
            return _Asked(self._known(text[start:last], verb.place, start), tokens.index(last))
        if body is None:
            return None
        organ = self._organ
        if verb.lemma in words.enacts:
            return _Asked(organ, tokens.index(verb.start), "decision")
        if verb.lemma not in words.decides:
            return None
        decided = tokens.part(behind, end)
        if others := words.others(decided):  # decides that all States shall …
            first, last = others
            start, finish = decided.span(first, last)
            return _Asked(self._known(text[start:finish], verb.place, start), behind + last)
        return _Asked(organ, behind, "decision") if words.orders(decided) else None

    def _known(self, name: str, place: str, start: int) -> _Actor:
        """Who is named at a place of a paragraph, an aside behind the name (, including Member States) left out."""
        name = name[: self._bare(name)]
        if own_id(name, self.resolution.masthead.body, self.language):
            return self._organ
        if name in self.language.short_names and (named := self._named(name, place, start)):
            return _Actor(*named)
        return _Actor(name, actor_id(name, self.language))

    def _bare(self, name: str) -> int:
        """Where a name ends, without those that it includes."""
        tokens = self.language.verbs.tokens(name)
        last = self.language.mandates.without_included(tokens)
        return tokens.span(0, last)[1] if last else len(name)

    def _named(self, short: str, place: str, start: int) -> tuple[str, str] | None:
        """The name and id of the body that a short name means: of its paragraph, or the one of the whole text."""
        if short not in self.mentioned:
            found = {one.id: [*mentions(short, one.text.text, self.language)] for one in self.resolution.paragraphs}
            self.mentioned[short] = found
        every = self.mentioned[short]
        here = [one for one in every[place] if one.end <= start]
        elsewhere = (
            one for key, some in every.items() for one in some if key != place or not one.start <= start < one.end
        )
        named = nearest(here) if here else only(elsewhere)
        return named if named and not is_over(named[1], self.resolution.masthead.date, self.language) else None

    @cached_property
    def _organ(self) -> _Actor:
        """The organ that speaks, by its name as the text has it."""
        return _Actor(_organ_name(self.resolution, self.language), self.resolution.masthead.body)

    def _kind(self, act: Tokens, kind: str) -> str:
        words = self.language.mandates
        if kind == "decision":
            return "renewal" if words.renews(act) else kind
        return "report" if words.reports(act) else kind

    def _add(self, paragraph: str, asked: _Asked, tokens: Tokens) -> None:
        masthead, words = self.resolution.masthead, self.language.mandates
        adopted = Adopted(masthead.body, masthead.date)
        first_due: Due | None = None
        for act in words.acts(tokens):
            if words.asks_nothing(act):
                continue
            action = _text(act, 0, len(act))
            found = find_due(action, adopted, self.language)
            due = found.due if found else first_due or self._by_event(act)
            if words.shares_due:
                first_due = first_due or due
            to, kind = self._to(act), self._kind(act, asked.kind)
            lines = (found.read_by,) if found else ()
            self.found.append(Mandate(paragraph, asked.actor.name, asked.actor.id, action, to, due, kind, lines))

    def _to(self, act: Tokens) -> str | None:
        """For whom an act is; what means the organ that speaks is its name (submit to it)."""
        to = _to(act, self.language)
        body, is_full = self.language.organs.get(to or "", (None, False))
        if is_full and is_over(body, self.resolution.masthead.date, self.language):
            return None  # it was given to it before
        return self._organ.name if to and to.casefold() in self.language.mandates.own else to

    def _by_event(self, act: Tokens) -> Due | None:
        """The time of the meeting that an earlier mandate orders, when this one serves that meeting."""
        span = self.language.mandates.same_event(act)
        if span is None:
            return None
        event = self.language.mandates.event
        for mandate in reversed(self.found):
            if mandate.due and mandate.due.basis is None and event in mandate.action:
                return replace(mandate.due, text=_text(act, *span), basis=mandate.paragraph)
        return None


def _organ_name(resolution: Resolution, language: Language) -> str:
    organ = language.page.enacting.organ(resolution.enacting.text) if resolution.enacting else None
    return organ or resolution.masthead.body or ""


def _text(tokens: Tokens, first: int, last: int) -> str:
    return tokens.view.source[slice(*tokens.span(first, last))]


def _to(act: Tokens, language: Language) -> str | None:
    """For whom an act is: who gets a report, or who is enabled by it."""
    if recipient := language.mandates.recipient(act):
        start, end = act.span(*recipient)
        words = act.view.source
        return words[start : end + longer(words[start:end], words[end:], language)]
    purpose = language.mandates.purpose(act)
    span = language.addressees.find(act, purpose[1]) if purpose else None
    return act.view.source[slice(*span)] if span else None
