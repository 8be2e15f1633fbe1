"""Treatment: what later texts held here did to an earlier one, by the verbs and nouns of the clauses that cite it.

Facts, each with its sentence, and no legal advice: whether a text is still in force is not said. A fact is told only
where the words leave no doubt what is meant:

- reaffirmed: the citation stands under a verb that reaffirms, and nothing else is measured by it;
- extended: an operative paragraph that cites the text renews a period (its mandate is a renewal);
- amended, replaced, terminated: a decision has a word of these right before the citation, in the same clause
  (…to terminate the measures imposed by resolution 9001), or one with a star right behind it (resolution 9001 *is
  replaced), and none that makes the text the measure of something else (…in accordance with resolution 9001), leaves
  open whether it is done (decides not to …, whether to …), or makes a body of the text the thing that is ended (…the
  Committee established by resolution 9001).

The words are data of each language (`ui: treatment`). No page is known here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from converter.corpus import CitedIn, Corpus
from converter.model import Citing, Mandate, Record
from converter.view import fold

_BEHIND = "*"  # before a word that stands behind the citation
_NEAR = 90  # characters between a word and the citation that it is said of
_PARTS_WORDS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")  # in these scripts a word stands alone


@dataclass(frozen=True, slots=True)
class Treatment:
    """What was done, the place that says so, and until when, ISO, where an extension has such a day."""

    done: str
    place: CitedIn
    until: str | None = None


def treatments(record: Record, corpus: Corpus, words: Mapping[str, Any]) -> Iterator[Treatment]:
    """What later texts did to a text, in the order in which they cite it; each thing once for each paragraph.

    In: `words`, the table `treatment` of the language's words.
    """
    seen: set[tuple[str, str, str]] = set()
    for place in corpus.citing(record):
        renewal = _renewal(place)
        done = None if _earlier(place.record, record) else _done(place.citing, renewal, words)
        key = (done or "", place.page, place.citing.anchor)
        if done and key not in seen:
            seen.add(key)
            until = renewal.due.to_date if done == "extended" and renewal and renewal.due else None
            yield Treatment(done, place, until)


def _earlier(one: Record, other: Record) -> bool:
    """Whether a text is surely of an earlier day than another, a draft, or the other itself."""
    before = bool(one.date and other.date and one.date < other.date)
    return before or one.work == other.work or one.status == "draft"


def _renewal(place: CitedIn) -> Mandate | None:
    """The period that the citing paragraph renews."""
    mandates = (one for one in place.record.mandates if one.kind == "renewal")
    return next((one for one in mandates if one.paragraph == place.citing.anchor), None)


def _done(citing: Citing, renewal: Mandate | None, words: Mapping[str, Any]) -> str | None:
    if citing.in_note:
        return None
    around = _around(citing, words["ends"])
    if around is None or _has(around[0], words["measured"]):
        return None
    if citing.verb in words["reaffirming"]:
        return "reaffirmed"
    before, behind = around
    if citing.anchor.startswith("pp") or _has(before, words["unless"]):
        return None
    if citing.verb in words["deciding"] and not any(_has(beside, words["established"]) for beside in around):
        for done, forms in words["words"].items():
            ahead = [one for one in forms if not one.startswith(_BEHIND)]
            after = [one.removeprefix(_BEHIND) for one in forms if one.startswith(_BEHIND)]
            if _has(before, ahead) or _has(behind, after):
                return str(done)
    return "extended" if renewal else None


def _around(citing: Citing, ends: Sequence[str]) -> tuple[str, str] | None:
    """The words of the clause right before a citation and right behind it; `ends` are the signs that end a clause.

    None where the number does not stand in the excerpt as it is cited.
    """
    clause = _plain(citing.excerpt)
    number = re.split(r"[\s(]", _plain(citing.number), maxsplit=1)[0]  # 9001(1992): the year may be set apart
    found = re.search(rf"(?<!\d){re.escape(number)}(?!\d)", clause)
    if not found:
        return None
    signs = re.compile("|".join(map(re.escape, ends)))
    before = signs.split(clause[max(0, found.start() - _NEAR) : found.start()])[-1]
    return before, signs.split(clause[found.end() :][:_NEAR])[0]


def _has(text: str, phrases: Sequence[str]) -> bool:
    return any(_form(one).search(text) for one in phrases)


@functools.cache
def _form(phrase: str) -> re.Pattern[str]:
    word = re.escape(_plain(phrase))
    return re.compile(rf"(?<!\w){word}(?!\w)" if _PARTS_WORDS.search(phrase) else word)


def _plain(text: str) -> str:
    """The words as they are compared: figures of any script are digits, and small letters."""
    return fold(text).text.casefold()
