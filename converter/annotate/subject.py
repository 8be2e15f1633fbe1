"""What a text without a title is about: a line of its own words.

The sidecar's `subject` wins; else the title of the agenda item; else the first operative paragraph that does more than
recall, reaffirm or note what others have done (`subject.ceremonial` has how such lemmas begin), up to the end of its
first clause. Words that open what follows say nothing alone (`Resolves that:`): the line goes on into the first item.
"""

from __future__ import annotations

import re

from converter.languages import Language
from converter.model import Expression, Paragraph, Sidecar, Subject
from converter.model.sidecar import in_language
from converter.model.text import word_edge

_LONGEST = 120  # characters of a line; a clause that goes on is cut at a word
_HEAD = 40  # what opens a list may be shorter (Decides:); then the first item belongs to the line
_OPENS = ":："
_ENDS = f";；؛{_OPENS}"
_FIRST = re.compile(r"[^\W\d_]+(?![\w-])")
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBER_GOES_ON = re.compile(r"(?<=\d) ?[(（/]")


def find_subject(expression: Expression, sidecar: Sidecar, language: Language) -> Subject | None:
    """The subject line of a text, and where it is from; None for a text with a title, unless its sidecar has one."""
    masthead = expression.resolution.masthead
    if sidecar.subject:
        return Subject(in_language(sidecar.subject, expression.resolution.lang), "sidecar")
    if masthead.title:
        return None
    for item in masthead.agenda_items:
        if item.title:
            return Subject(item.title, "agenda-item")
    return _of_paragraphs(expression, language)


def _of_paragraphs(expression: Expression, language: Language) -> Subject | None:
    paragraphs = expression.resolution.own_paragraphs
    operative = [one for one in paragraphs if one.kind == "operative"]
    lemmas = {verb.place: verb.lemma for verb in reversed(expression.verbs)}  # the first of each paragraph
    ceremonial = tuple(language.table("subject.ceremonial"))
    does = (one for one in operative if one.id in lemmas and not lemmas[one.id].startswith(ceremonial))
    chosen = next(does, None) or next(iter(operative), None)
    if not chosen:
        return None
    return Subject(_line(chosen, paragraphs, language), "paragraph", chosen.id)


def _line(paragraph: Paragraph, paragraphs: tuple[Paragraph, ...], language: Language) -> str:
    """The first clause of a paragraph; of one that opens others, with the first of them.

    Both are one sentence (Decides to …), unless the words announce one (`as follows:`): then the colon stays.
    """
    text = _clause(paragraph.text.text)
    item = _opened(paragraph, paragraphs) if len(text) < _HEAD else None
    if item and item.text.text.strip():
        glue = language.table("text.glue")
        if any(word in text for word in language.table("subject.announced")):
            text = f"{paragraph.text.text.rstrip()}{glue}{_clause(item.text.text)}"
        else:
            text = f"{text}{glue}{_inside(_clause(item.text.text), paragraphs)}"
    if len(text) <= _LONGEST:
        return text
    cut = text[: word_edge(text, _LONGEST, -1)]
    whole = cut[: cut.rfind(" ")] if " " in cut[_HEAD:] else cut
    if _NUMBER_GOES_ON.match(text, len(whole.rstrip())) and " " in whole.rstrip()[_HEAD:]:
        whole = whole.rstrip().rpartition(" ")[0]  # no number is cut: 186 (1964)
    return f"{whole.rstrip(' ,，、،(（')}…"


def _opened(paragraph: Paragraph, paragraphs: tuple[Paragraph, ...]) -> Paragraph | None:
    """What a paragraph that ends in a colon opens: its first item, else the paragraph below it on its own level.

    Older texts number what they resolve anew below an unnumbered `Resolves:`, so those stand beside it, not in it.
    """
    if not paragraph.text.text.rstrip().endswith(tuple(_OPENS)):
        return None
    at = paragraphs.index(paragraph)
    below = paragraphs[at + 1 : at + 2]
    return next((one for one in below if one.parent in (paragraph.id, paragraph.parent)), None)


def _inside(item: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """An item as words inside a sentence (Decides to …): with a small letter where the text has its first word so."""
    first = _FIRST.match(item)
    small = first[0].lower() if first else ""
    if not first or small == first[0] or not any(small in _WORDS.findall(one.text.text) for one in paragraphs):
        return item
    return small + item[first.end() :]


def _clause(text: str) -> str:
    ends = [at for mark in _ENDS if (at := text.find(mark)) > 0]
    return text[: min(ends, default=len(text))].strip().rstrip(".。")
