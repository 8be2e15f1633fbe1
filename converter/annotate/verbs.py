"""Action verbs: what a paragraph does (重申, 关切地注意到, 还请) and, of requests, to whom.

A paragraph opens with a verb; a later clause may open with a further one (…，大力鼓励…). What somebody else says
(与会者在会上着重指出) is not the organ's act, up to the end of the sentence; nor is what the sub-paragraphs of a
request (请各国：) do. The verbs, their modifiers and what may follow an addressee are data of the language, taken
from the drafting practice of the texts themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.languages import Language
from converter.model import Paragraph, Resolution, Verb


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
    asks = bool(verbs) and verbs[-1].addressee is not None
    return asks and language.pattern("addressee.gives_floor").search(paragraph.text.text) is not None


def _of_paragraph(paragraph: Paragraph, language: Language) -> Iterator[Verb]:
    text = paragraph.text.text
    quoted = [match.span() for match in language.pattern("fragments.quoted").finditer(text)]
    sentence_ends = language.table("verbs.sentence_ends")
    others: list[tuple[int, int]] = []  # the clauses of this sentence that hold no act of the organ
    for clause in language.pattern("verbs.clause").finditer(text):
        start, end = clause.span()
        if quoted and any(left < start < right for left, right in quoted):
            continue
        found: list[Verb] = []
        if start == 0:
            found = list(_opening(text, end, paragraph.id, language))
            if not found and paragraph.kind == "sub":
                return
        else:
            if text[start - 1] in sentence_ends:
                others.clear()
            if text[start] in language.clause_openers:
                found = list(_further(text, start, end, paragraph.id, language))
            if found and _somebody_speaks(text, others, language):
                found = []
        yield from found
        if not found:
            others.append((start, end))


def _somebody_speaks(text: str, clauses: list[tuple[int, int]], language: Language) -> bool:
    """Whether one of the clauses says that somebody else says something (与会者在会上着重指出)."""
    saying = language.pattern("verbs.saying")
    return any(saying.search(text, start, end) for start, end in clauses)


def _opening(text: str, end: int, place: str, language: Language) -> Iterator[Verb]:
    """The verb that opens the paragraph, and those joined to it at once (欢迎和鼓励, 着重指出并强调)."""
    match = language.opening_verb.match(text, 0, end)
    if match is None:
        yield from _late_expression(text, 0, end, place, language)
    while match is not None:
        yield _verb(match, text, place, language)
        joint = language.pattern("verbs.joints").match(text, match.end(), end)
        match = language.further_verb.match(text, joint.end(), end) if joint else None


def _further(text: str, start: int, end: int, place: str, language: Language) -> Iterator[Verb]:
    connector = language.connector.match(text, start, end)
    at = connector.end() if connector else start
    match = language.joined_verb.match(text, at, end)
    if match is None:
        yield from _late_expression(text, at, end, place, language)
        return
    joined = at > start or bool(match["modifiers"])
    if joined or language.further_verb.match(text, at, end):
        yield _verb(match, text, place, language)


def _late_expression(text: str, start: int, end: int, place: str, language: Language) -> Iterator[Verb]:
    """对……表示关切: the feeling stands at the end of its clause."""
    match = language.late_expression.match(text, start, end)
    if match:
        lemma = match["feeling"]
        yield Verb(place, match.start("verb"), match.end("verb"), match["verb"], lemma)


def _verb(match: re.Match[str], text: str, place: str, language: Language) -> Verb:
    lemma = match["feeling"] or match["lemma"]
    lemma = language.table("verbs.lemmas").get(lemma, lemma)
    addressee = None
    if lemma in language.table("addressee.verbs"):
        addressee = leading_actor(text, match.end(), language)
    return Verb(place, match.start(), match.end(), match[0], lemma, addressee)


def leading_actor(text: str, start: int, language: Language) -> str | None:
    """The actor that `text` has at `start` (`各国继续向…` gives `各国`), or None.

    An actor ends in one of the language's head nouns, and one of its boundary words or the end of the clause
    follows.
    """
    clause = language.pattern("addressee.clause").match(text, start)
    end = clause.end() if clause else start
    heads = language.actor_heads
    for match in language.pattern("addressee.boundaries").finditer(text, start, end):
        if text.endswith(heads, start, match.start()):
            return text[start : match.start()]
    return text[start:end] if text.endswith(heads, start, end) else None
