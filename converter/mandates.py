"""Mandates: who must do what by when, which of them one actor has, and what can be said of them without a clock.

A mandate is *met* when a sidecar says by what; every other one has days between which it falls due, and the reader's
own day says whether that is open, due or past. A mandate without a day is *unknown*, that of a text that was never
adopted a *draft*. A renewal is a period that ends: nothing is owed. No page is known here.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from converter.authorities.names import normal_name
from converter.corpus import Corpus
from converter.languages.dates import shifted
from converter.model import Due, Mandate, Met, Record

OWN_WORDS = "own-words"  # the key of actors that one text alone names so


@dataclass(frozen=True, slots=True)
class Entry:
    """One mandate with its source and what met it. `number` counts it in its paragraph."""

    record: Record
    mandate: Mandate
    number: int
    met: Met | None
    shared: bool = True  # whether its actor is named in other works too, or known to the authority files

    @property
    def id(self) -> str:
        """Its permanent name in the ledger."""
        return f"{self.record.work}-{self.mandate.paragraph}-{self.number}"

    @property
    def actor(self) -> str:
        """The key that the names of one actor share: its id, else one made from the name that works share."""
        return actor_key(self.mandate) if self.shared else OWN_WORDS

    @property
    def status(self) -> str:
        """What can be said without a clock: met, draft, dated or unknown."""
        if self.met or self.record.status == "draft":
            return "met" if self.met else "draft"
        return "dated" if any(window(self.mandate.due)) else "unknown"

    @property
    def session(self) -> str:
        """The session at which it falls due, with its body: `HRC-53`; '' when a date or nothing says when."""
        due = self.mandate.due
        return f"{due.body or 'x'}-{due.session}" if due and due.session else ""


def actor_key(mandate: Mandate) -> str:
    """What mandates are grouped by: 高级专员 and 联合国人权事务高级专员 are one. Fit for an anchor or a file's name."""
    if mandate.actor_id:
        return mandate.actor_id.lower()
    return f"x-{hashlib.sha256(normal_name(mandate.actor).encode()).hexdigest()[:8]}"


def window(due: Due | None) -> tuple[str | None, str | None]:
    """The days between which a mandate falls due, ISO; None where there is no such day.

    At a session: its days. Before a session or a date: until the day before it. By a date: until that day. After
    it: from the next day on.
    """
    if due is None:
        return None, None
    first, last = due.from_date, due.to_date or due.from_date
    if due.relation == "before":
        return None, days_on(first, -1)
    if due.relation == "by":
        return None, last
    if due.relation == "after":
        return days_on(last, 1), None
    return first, last


def days_on(day: str | None, days: int) -> str | None:
    """The day so many days on; None where there is none, and beyond the last one that a calendar has."""
    return shifted(day, days, "days") if day else None


def entries_of(record: Record, corpus: Corpus) -> tuple[Entry, ...]:
    """The mandates of one work, in the order of the text."""
    counts: Counter[str] = Counter()
    shared = corpus.shared_actors.get(record.lang, frozenset())
    found = []
    for mandate in record.mandates:
        counts[mandate.paragraph] += 1
        number = counts[mandate.paragraph]
        known = mandate.actor_id is not None or normal_name(mandate.actor) in shared
        found.append(Entry(record, mandate, number, _met(record, mandate, number), known))
    return tuple(found)


def _met(record: Record, mandate: Mandate, number: int) -> Met | None:
    fitting = (met for met in record.met if met.paragraph == mandate.paragraph and met.mandate in (None, number))
    return next(fitting, None)


def entries(corpus: Corpus, lang: str) -> tuple[Entry, ...]:
    """Every mandate of a language, in the order of the works."""
    return tuple(entry for record in corpus.of(lang) for entry in entries_of(record, corpus))


def by_actor(every: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The mandates of each actor, the busiest first, those named in own words last, each in the order of the days."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        groups[entry.actor].append(entry)
    for group in groups.values():
        group.sort(key=by_day)
    return dict(sorted(groups.items(), key=lambda pair: (pair[0] == OWN_WORDS, -len(pair[1]), pair[0])))


def by_day(entry: Entry) -> tuple[bool, str, str, str]:
    """The order of mandates by the day on which they fall due; without one, by session and id, last."""
    first, last = window(entry.mandate.due)
    return last is None and first is None, last or first or "", entry.session, entry.id
