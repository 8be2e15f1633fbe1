"""What the paragraphs of a text do: kept as rows beside its record, for the few writers that read them.

They have the words of most sentences in them, so that those of a whole collection would take several times the memory
of its records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import msgspec

from converter.language_files import read_data
from converter.model import Act, Expression
from converter.model.text import word_edge

ACTS = "acts.json"
"""The name of the output that keeps the acts of a text."""

_ACT = 60  # before an action verb whose words stand before it
_SENTENCE = 600  # of the sentence that it opens
_ITEMS = 20  # of the sub-paragraphs that it opens
_COLONS = (":", "：")
# A full stop ends a sentence where nothing follows, or a capital does and no short word goes before it: not in
# cf. S/PV. 1590, No. 5, Corr. 1.
_STOP = re.compile(
    r"\.(?:(?<!\b[^\W\d_]\.)(?<!\b[^\W\d_]{2}\.)(?<!\b[^\W\d_]{3}\.)(?=[\s”\"»]+[^\W\d_a-zа-яё])|(?=\s*$))"
)


def written(acts: tuple[Act, ...]) -> str:
    """Acts as they are kept."""
    return msgspec.json.encode(acts).decode()


def read(kept: str) -> tuple[Act, ...]:
    """The acts that were kept so."""
    return msgspec.json.decode(kept, type=tuple[Act, ...])


def acts_of(expression: Expression) -> Iterator[Act]:
    """What each paragraph does, with the sentence from the verb on; a verb at the end of its clause keeps the clause.

    A sentence that ends in a colon goes on in the sub-paragraphs. Of a text that is set aside nothing is told.
    """
    if expression.aside:
        return
    texts = {paragraph.id: paragraph.text.text for paragraph in expression.resolution.paragraphs}
    marks: Mapping[str, str] = read_data(expression.resolution.lang)["text"]
    inner: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph in expression.resolution.paragraphs:
        label = f"{paragraph.label.text} " if paragraph.label else ""
        inner[paragraph.parent or ""].append(f"{label}{paragraph.text.text}")
    for verb in expression.verbs:
        text = texts[verb.place]
        start = max((text.rfind(mark, 0, verb.start) for mark in marks["pauses"]), default=-1) + 1
        excerpt = _sentence(text, start, verb.end, inner[verb.place], marks)
        yield Act(verb.lemma, verb.text, verb.addressee, verb.addressee_id, verb.place, excerpt)


def _sentence(text: str, start: int, end: int, items: Iterable[str], marks: Mapping[str, str]) -> str:
    """The words from `start` to the end of the sentence, with the items that it opens; cut where it is without end."""
    stops = [at for mark in marks["clause_ends"] if mark != "." and (at := text.find(mark, end)) >= 0]
    if stop := _STOP.search(text, end):
        stops.append(stop.start())
    whole = text[word_edge(text, max(start, end - _ACT), -1) : min(stops, default=len(text))]
    whole = whole.strip(f" {marks['commas']}")
    if whole.endswith(_COLONS):
        whole = " ".join((whole, *islice(items, _ITEMS)))
    if len(whole) <= _SENTENCE:
        return whole
    return f"{whole[: word_edge(whole, _SENTENCE, -1)].rstrip()}…"
