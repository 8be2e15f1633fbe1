"""Action verbs: what a paragraph does (重申, 关切地注意到, 还请) and, of requests, to whom.

A paragraph opens with a verb; a later clause may open with a further one (…，大力鼓励…). What somebody else says
(与会者在会上着重指出) is not the organ's act, up to the end of the sentence; nor is what the sub-paragraphs of a
request (请各国：) do. The verbs, their modifiers and what may follow an addressee are data of the language, taken
from the drafting practice of the texts themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.annotate.actors import actor_id
from converter.clean import ends_in_colon
from converter.languages import Language
from converter.languages.clauses import begins_sentence
from converter.languages.verbs import Act, VerbReader
from converter.model import Paragraph, Resolution, Verb
from converter.view import Tokens

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
    asks = bool(verbs) and verbs[-1].lemma in language.addressees.verbs
    return asks and ends_in_colon(paragraph.text.text)


def _of_paragraph(paragraph: Paragraph, language: Language) -> Iterator[Verb]:
    """The verbs of a paragraph, with whom each asks up to the next of them: urges States and encourages the public."""
    text, addressees = paragraph.text.text, language.addressees
    tokens = language.verbs.tokens(text)
    acts = list(_acts(tokens, paragraph.kind, language))
    for act, after in zip(acts, [*acts[1:], None], strict=False):
        asks = act.lemma in addressees.verbs
        whom = addressees.find(tokens, act.last, after.first if after else None) if asks else None
        start, end = tokens.span(act.first, act.last)
        name = text[slice(*whom)] if whom else None
        key = actor_id(name, language) if name else None
        yield Verb(act.lemma, text[start:end], name, key, place=paragraph.id, start=start, end=end, asked=whom)


def _acts(tokens: Tokens, kind: str, language: Language) -> Iterator[Act]:
    reader = language.verbs
    others = _Others(tokens, reader)
    column, done = "operative", 0
    for first, last in _clauses(tokens, language):
        if first < done:
            continue
        found: list[Act] = []
        if first == 0:
            column, found = _opening(tokens, kind, reader)
            if not found and kind == "sub":
                return
        else:
            if begins_sentence(tokens, first):
                others = _Others(tokens, reader)
            act = reader.further(tokens, first, column)
            found = [act] if act and not others.speak(column) else []
        yield from found
        if found:
            done = found[-1].last
        else:
            others.clauses.append((first, last))


def _clauses(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """The clauses that do not begin inside quotation marks; those of a whole statement do not count."""
    text = tokens.view.source
    quoted = (quote for quote in language.quoted.finditer(text) if quote.start() > 0)
    quote = next(quoted, None)
    for first, last in language.verbs.clauses.of(tokens):
        start = tokens.span(first, last)[0]
        while quote and quote.end() <= start:
            quote = next(quoted, None)
        if quote is None or not quote.start() < start:
            yield first, last


@dataclass(slots=True)
class _Others:
    """The clauses of a sentence that hold no act of the organ; each is looked at once, and only if need be."""

    tokens: Tokens
    reader: VerbReader
    clauses: list[tuple[int, int]] = field(default_factory=list)
    _spoken: bool = False

    def speak(self, column: str) -> bool:
        """Whether one of them says that somebody else says something (与会者在会上着重指出)."""
        while self.clauses and not self._spoken:
            self._spoken = self.reader.clauses.says(self.tokens, *self.clauses.pop(), column)
        return self._spoken


def _opening(tokens: Tokens, kind: str, reader: VerbReader) -> tuple[str, list[Act]]:
    """The verb that opens the paragraph and those joined to it at once (欢迎和鼓励), and their column."""
    for column in _COLUMNS[kind]:
        act = reader.opening(tokens, column)
        if act:
            return column, list(_joined(act, tokens, column, reader))
        if column == "preambular" and reader.opens_recital(tokens):  # Whereas …: no verb
            return column, []
    late = reader.late(tokens, 0)
    if late is None and kind == "operative":
        late = reader.opening_behind(tokens, kind)
    return _COLUMNS[kind][0], [late] if late else []


def _joined(act: Act | None, tokens: Tokens, column: str, reader: VerbReader) -> Iterator[Act]:
    while act is not None:
        yield act
        act = reader.joined(tokens, act, column)
