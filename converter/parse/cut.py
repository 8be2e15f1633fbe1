"""Which lines of a text are masthead and which body: the enacting phrase parts them, else the first paragraph does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from converter.clean import enacting_line, ends_in_colon, heal, join_lines
from converter.languages import Language
from converter.languages.keys import NO_TITLE
from converter.languages.sentences import ends_in_sign
from converter.model import Clean, Line, Text
from converter.parse.lines import looks_like_title, opens_with_verb
from converter.parse.masthead import goes_on, is_above_title, is_head_line, is_sentence, parted_head
from converter.parse.prose import inline_phrase, parted
from converter.printable import columns

_HEAD = 40  # lines among which the text begins
_SYMBOL = re.compile(r"/[A-Za-z]{1,6}\.\d{1,4}$")  # ends a title as a mark ends a sentence: decision 1/CP.16
_SENTENCE = 80  # columns, at least, of one that no masthead has


@dataclass(frozen=True, slots=True)
class Cut:
    """The three parts of a text, whether its body begins with a preamble, and where one of its lines was cut."""

    head: list[Line]
    enacting: Text | None
    body: list[Line]
    has_preamble: bool
    prose: bool = False  # the body goes on behind the enacting phrase
    apart: tuple[int, ...] = ()


def cut_of(clean: Clean, language: Language) -> Cut:
    """The parts of a clean text."""
    cut = _cut_lines(list(clean.lines), language)
    body, apart = parted(cut.body, language, prose=cut.prose)
    return replace(cut, head=parted_head(cut.head, language), body=body, apart=tuple(apart))


def _cut_lines(lines: list[Line], language: Language) -> Cut:
    index = enacting_line(lines, language)
    if index is not None:
        preamble = _preamble_above(lines[:index], language)
        if preamble is not None:  # the preamble stands above the enacting phrase, which is then one of the paragraphs
            return Cut(lines[:preamble], None, lines[preamble:], has_preamble=True)
        return Cut(
            lines[:index], join_lines([heal(lines[index], language)], language), lines[index + 1 :], has_preamble=True
        )
    inline = inline_phrase(lines[:_HEAD], language)
    if inline is not None:
        at, start, end = inline
        line = lines[at]
        rest = structs.replace(line, text=line.text[end:], start=line.start + end, gap=True)
        phrase = join_lines([heal(line, language, start, end)], language)
        above = [structs.replace(line, text=line.text[:start])] if line.text[:start].strip() else []
        return Cut([*lines[:at], *above], phrase, [rest, *lines[at + 1 :]], has_preamble=True, prose=True)
    # Without an enacting phrase the body begins with the first line that opens with a verb, or with paragraph 1;
    # nothing that a phrase of the masthead knows may come after that.
    operative = language.page.label_forms.number
    first = next((i for i, line in enumerate(lines) if operative.match(line.text.strip())), len(lines))
    numbered, first = first, next((i for i in range(min(first, _HEAD)) if _is_opening(lines, i, language)), first)
    known = _known(lines[:first], language)
    if not known:
        has_verb = bool(lines) and opens_with_verb(heal(lines[0], language).text, language)
        return Cut([], None, lines, has_preamble=has_verb)
    after = known[-1] + 1
    after += is_above_title(lines[known[-1]], language) and _is_title(lines[after:numbered], language)
    verb = next((i for i in range(after, min(first + 1, numbered)) if _opens(lines[i], language)), None)
    start = first if verb is None else verb
    # A sentence above that (At the 4130th meeting …:) is no masthead either.
    start = next((i for i in range(after, start) if is_sentence(lines[i].text.strip(), language)), start)
    return Cut(lines[:start], None, lines[start:], has_preamble=start == verb)


def _is_opening(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether a text surely begins at a line: it says at which meeting somebody spoke, or is a sentence with a verb.

    What the masthead has stands above it. A symbol or a day far below is of the foot of a page, or the site's own.
    """
    line = lines[index]
    if is_head_line(line, language):
        return False
    if language.page.masthead.begins(heal(line, language).text, NO_TITLE):
        return True
    if not (index and line.gap and _opens(line, language)):
        return False
    end = next((at for at in range(index + 1, len(lines)) if lines[at].gap), len(lines))
    text = join_lines([heal(one, language) for one in lines[index:end]], language).text
    return columns(text) >= _SENTENCE // 2 and language.page.sentences.clause_ends(text)


def _is_title(lines: Sequence[Line], language: Language) -> bool:
    """Whether the first of the lines below a letterhead is a title that opens like an act (Renaming of the Board)."""
    if len(lines) < 2 or not (lines[0].gap and lines[1].gap and looks_like_title(heal(lines[0], language).text)):
        return False
    return any(_opens(one, language) or is_sentence(one.text.strip(), language) for one in lines[1:])


def _known(lines: Sequence[Line], language: Language) -> list[int]:
    """Where the lines stand that a phrase of the masthead knows."""
    found = (at for at, line in enumerate(lines) if is_head_line(line, language))
    return [at for at in found if not at or not goes_on(lines[at], lines[at - 1], language)]


def _opens(line: Line, language: Language) -> bool:
    return opens_with_verb(heal(line, language).text, language)


def _preamble_above(head: list[Line], language: Language) -> int | None:
    """Where a preamble begins above the enacting phrase (Whereas …), or None; a title there has no line with a sign."""
    known = _known(head, language)
    after = known[-1] + 1 if known else 0
    for index in range(after, len(head)):
        text = heal(head[index], language).text
        if not language.goes_on(text) and language.opens(text, "preambular"):
            return index if any(ends_in_sign(line.text.strip()) for line in head[index:]) else None
    return _sentence_above(head, after, language)


def _sentence_above(head: list[Line], after: int, language: Language) -> int | None:
    """Where a whole sentence begins right above the enacting phrase, which opens with no verb of a recital, or None.

    The lamps have been counted. / Therefore the Council,
    """
    begins = next((at for at in range(len(head) - 1, after - 1, -1) if head[at].gap or at == after), None)
    if begins is None:
        return None
    text = join_lines([heal(line, language) for line in head[begins:]], language).text
    how = language.page.sentences
    ends = columns(text) >= _SENTENCE and how.clause_ends(text) and not (ends_in_colon(text) or _SYMBOL.search(text))
    return begins if ends and not language.page.masthead.begins(text, NO_TITLE) else None
