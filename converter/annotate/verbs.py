"""Action verbs: what a paragraph does (重申, 关切地注意到, 还请) and, of requests, to whom.

A paragraph opens with a verb; a later clause may open with a further one (…，大力鼓励…). What somebody else says
(与会者在会上着重指出) is not the organ's act, up to the end of the sentence; nor is what the sub-paragraphs of a
request (请各国：) do. The verbs, their modifiers and what may follow an addressee are data of the language, taken
from the drafting practice of the texts themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.languages import Language
from converter.model import Paragraph, Resolution, Verb

_COLUMNS = {  # the forms that a paragraph of this kind may open with, the most likely first
    "preambular": ("preambular", "operative"),
    "operative": ("operative", "infinitive", "preambular", "plural"),
    "sub": ("operative", "infinitive", "preambular", "plural"),
}


def find_verbs(resolution: Resolution, language: Language) -> tuple[Verb, ...]:
    """The verbs of every preambular, operative and sub-paragraph, in order."""
    found: list[Verb] = []
    floor: set[str] = set()  # the paragraphs whose sub-paragraphs say what an addressee is to do
    for paragraph in resolution.paragraphs:
        if paragraph.parent in floor:
            floor.add(paragraph.id)
        elif paragraph.kind in ("preambular", "operative", "sub"):
            mine = list(_of_paragraph(paragraph, language))
            found += mine
            if gives_floor(paragraph, mine, language):
                floor.add(paragraph.id)
    return tuple(found)


def gives_floor(paragraph: Paragraph, verbs: list[Verb], language: Language) -> bool:
    """Whether a paragraph ends by asking somebody for what its sub-paragraphs say (请各国：)."""
    asks = bool(verbs) and verbs[-1].lemma in language.table("addressee.verbs")
    return asks and language.pattern("addressee.gives_floor").search(paragraph.text.text) is not None


def _of_paragraph(paragraph: Paragraph, language: Language) -> Iterator[Verb]:
    text = paragraph.text.text
    sentence_ends = language.table("verbs.sentence_ends")
    first = language.verbs.first_characters
    others = _Others(text, language)
    column, done = "operative", 0
    for start, end in _clauses(text, language):
        if start < done:
            continue
        found: list[Verb] = []
        if start == 0:
            column, found = _opening(paragraph, language)
            if not found and paragraph.kind == "sub":
                return
        else:
            if text[start - 1] in sentence_ends:
                others = _Others(text, language)
            if first is None or text[start] in first:
                found = list(_further(paragraph, start, column, language))
            if found and others.speak(column):
                found = []
        yield from found
        if found:
            done = found[-1].end
        else:
            others.clauses.append((start, end))


def _clauses(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The spans of the clauses that do not begin inside quotation marks; those of a whole statement do not count."""
    quoted = (quote for quote in language.pattern("fragments.quoted").finditer(text) if quote.start() > 0)
    quote = next(quoted, None)
    for clause in language.pattern("verbs.clause").finditer(text):
        while quote and quote.end() <= clause.start():
            quote = next(quoted, None)
        if quote is None or not quote.start() < clause.start():
            yield clause.span()


@dataclass(slots=True)
class _Others:
    """The clauses of a sentence that hold no act of the organ; each is looked at once, and only if need be."""

    text: str
    language: Language
    clauses: list[tuple[int, int]] = field(default_factory=list)
    _spoken: bool = False

    def speak(self, column: str) -> bool:
        """Whether one of them says that somebody else says something (与会者在会上着重指出)."""
        saying = self.language.verbs.saying.get(column)
        while saying and self.clauses and not self._spoken:
            self._spoken = saying.search(self.text, *self.clauses.pop()) is not None
        return self._spoken


def _opening(paragraph: Paragraph, language: Language) -> tuple[str, list[Verb]]:
    """The verb that opens the paragraph and those joined to it at once (欢迎和鼓励), and their column."""
    text = paragraph.text.text
    patterns = language.verbs.opening
    for column in _COLUMNS[paragraph.kind]:
        match = patterns[column].match(text) if column in patterns else None
        if match:
            return column, list(_joined(match, text, paragraph.id, column, language))
    return _COLUMNS[paragraph.kind][0], list(_late(text, 0, paragraph.id, language))


def _joined(match: re.Match[str] | None, text: str, place: str, column: str, language: Language) -> Iterator[Verb]:
    further = language.verbs.unjoined.get(column) or language.verbs.further[column]
    while match is not None and match["verb"]:  # a preamble may open with words that are no verb (Whereas …)
        yield _verb(match, text, place, column, language)
        joint = language.pattern("verbs.joints").match(text, match.end())
        match = further.match(text, joint.end()) if joint else None


def _further(paragraph: Paragraph, start: int, column: str, language: Language) -> Iterator[Verb]:
    text, patterns = paragraph.text.text, language.verbs
    connector = language.pattern("verbs.connector").match(text, start)
    at = connector.end() if connector else start
    match = patterns.further[column].match(text, at)
    if match is None:
        yield from _late(text, at, paragraph.id, language)
        return
    unjoined = patterns.unjoined.get(column)
    joined = not text[start:at].isspace() and at > start
    if joined or match.groupdict().get("modifiers") or (unjoined and unjoined.match(text, at)):
        yield _verb(match, text, paragraph.id, column, language)


def _late(text: str, start: int, place: str, language: Language) -> Iterator[Verb]:
    """对……表示关切: the feeling stands at the end of its clause."""
    late = language.verbs.late
    match = late.match(text, start) if late else None
    if match:
        yield Verb(place, *match.span("verb"), match["verb"], language.verbs.lemma(match, "operative"))


def _verb(match: re.Match[str], text: str, place: str, column: str, language: Language) -> Verb:
    lemma = language.verbs.lemma(match, column)
    addressee = None
    if lemma in language.table("addressee.verbs"):
        span = leading_actor(text, match.end(), language)
        addressee = text[slice(*span)] if span else None
    return Verb(place, *match.span("verb"), match["verb"], lemma, addressee)


def leading_actor(text: str, start: int, language: Language) -> tuple[int, int] | None:
    """The span of the actor that `text` has at `start` (`各国继续向…`: that of `各国`), or None.

    What an actor looks like, and what may follow it, are the language's patterns `addressee.actors`.
    """
    for pattern in language.table("addressee.actors"):
        match = language.compile_cached(pattern).match(text, start)
        if match:
            return match.span("actor")
    return None
