"""Action verbs: what a paragraph does (重申, 关切地注意到, 还请) and, of requests, to whom.

A paragraph opens with a verb; a later clause may open with a further one (…，大力鼓励…). A clause with a
subject of its own that says something (与会者在会上着重指出) ends the organ's own acts. The verbs, their
modifiers and what may follow an addressee are data of the language, taken from the drafting practice of the
texts themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.languages import Language
from converter.model import Paragraph, Resolution, Verb

_CLAUSE = re.compile(r"[^，；。：]+")
_JOINT = re.compile(r"(?:和|并|、|与|及)")


def find_verbs(resolution: Resolution, language: Language) -> tuple[Verb, ...]:
    """The verbs of every preambular, operative and sub-paragraph, in order."""
    return tuple(
        verb
        for paragraph in resolution.paragraphs
        if paragraph.kind in ("preambular", "operative", "sub")
        for verb in _of_paragraph(paragraph, language)
    )


def _of_paragraph(paragraph: Paragraph, language: Language) -> Iterator[Verb]:
    text = paragraph.text.text
    quoted = [match.span() for match in language.pattern("fragments.quoted").finditer(text)]
    for clause in _CLAUSE.finditer(text):
        start = clause.start()
        if any(left < start < right for left, right in quoted):
            continue
        if start == 0:
            found = list(_opening(text, clause.end(), paragraph.id, language))
            if not found and paragraph.kind == "sub":
                return
        else:
            found = list(_further(text, start, clause.end(), paragraph.id, language))
        yield from found
        if not found and _has_own_subject(clause[0], language):
            return


def _opening(text: str, end: int, place: str, language: Language) -> Iterator[Verb]:
    """The verb that opens the paragraph, and those joined to it at once (欢迎和鼓励, 着重指出并强调)."""
    match = language.opening_verb.match(text, 0, end)
    if match is None:
        yield from _late_expression(text, 0, end, place, language)
        return
    yield _verb(match, match.start(), text, place, language)
    joint = _JOINT.match(text, match.end(), end)
    second = language.further_verb.match(text, joint.end(), end) if joint else None
    if second:
        yield _verb(second, second.start(), text, place, language)


def _further(text: str, start: int, end: int, place: str, language: Language) -> Iterator[Verb]:
    connector = language.pattern("verbs.connectors").match(text, start, end)
    at = connector.end() if connector else start
    match = language.joined_verb.match(text, at, end)
    if match is None:
        yield from _late_expression(text, at, end, place, language)
        return
    joined = at > start or bool(match["modifiers"])
    if not joined and language.further_verb.match(text, at, end) is None:
        return
    yield _verb(match, match.start(), text, place, language)


def _late_expression(text: str, start: int, end: int, place: str, language: Language) -> Iterator[Verb]:
    """对……表示关切: the feeling stands at the end of its clause."""
    match = language.late_expression.match(text, start, end)
    if match:
        lemma = match["feeling"]
        yield Verb(place, match.start("verb"), match.end("verb"), match["verb"], lemma)


def _verb(match: re.Match[str], start: int, text: str, place: str, language: Language) -> Verb:
    lemma = match["feeling"] or match["lemma"]
    lemma = language.table("verbs.lemmas").get(lemma, lemma)
    addressee = None
    if lemma in language.table("addressee.verbs"):
        addressee = leading_actor(text[match.end() :], language)
    return Verb(place, start, match.end(), text[start : match.end()], lemma, addressee)


def _has_own_subject(clause: str, language: Language) -> bool:
    return language.pattern("verbs.saying").search(clause) is not None


def leading_actor(text: str, language: Language) -> str | None:
    """The actor that `text` begins with (`各国继续向…` gives `各国`), or None.

    An actor ends in one of the language's head nouns, and one of its boundary words follows.
    """
    clause = re.match(r"[^，；。]*", text)
    window = clause[0] if clause else ""
    heads, boundaries = language.pattern("addressee.heads_end"), language.pattern("addressee.boundaries")
    for match in boundaries.finditer(window):
        if heads.search(window, 0, match.start()):
            return window[: match.start()]
    return window if window and heads.search(window) else None
