"""Gold and found, side by side: how many facts of each kind are right, missed and wrong, and which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.measure.facts import Cited, Facts


@dataclass
class Score:
    """Facts of one kind over all texts; `missed` and `wrong` name them as `text: fact`."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """What of the found is right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """What of the true is found."""
        return self.right / max(1, self.right + len(self.missed))


def compare(pairs: Iterable[tuple[str, Facts, Facts]]) -> dict[str, Score]:
    """The scores by kind of (name of the text, gold, found)."""
    scores: dict[str, Score] = {}
    for name, gold, found in pairs:
        for kind, wanted, got in kinds(gold, found):
            _count(scores.setdefault(kind, Score()), name, wanted, got)
    return scores


def _count(score: Score, name: str, wanted: Iterable[Hashable], got: Iterable[Hashable]) -> None:
    true, said = Counter(wanted), Counter(got)
    score.right += (true & said).total()
    score.missed += [f"{name}: {_shown(one)}" for one in (true - said).elements()]
    score.wrong += [f"{name}: {_shown(one)}" for one in (said - true).elements()]


def _shown(fact: Hashable) -> str:
    return " ".join(map(_shown, fact)) if isinstance(fact, tuple) else str(fact)


def kinds(gold: Facts, found: Facts) -> Iterator[tuple[str, list[Hashable], list[Hashable]]]:
    """(kind of fact, those of the gold, those found) for each kind."""
    for name, value in gold.masthead.items():
        yield name, [str(value)], [str(found.masthead[name])]
    yield "structure of the work", [gold.structure], [found.structure]
    yield "paragraphs", list(gold.structure), list(found.structure)
    yield "footnotes", list(gold.notes), list(found.notes)
    yield "citations", [_key(one) for one in gold.citations], [_key(one) for one in found.citations]
    both = Counter(map(_key, gold.citations)) & Counter(map(_key, found.citations))
    yield "dates of citations", _dates(gold, both), _dates(found, both)
    yield "pinpoints", _pinpoints(gold, both), _pinpoints(found, both)
    yield "votes", _fields(gold), _fields(found)


def _key(one: Cited) -> tuple[str, str]:
    return one.place, one.target


def _dates(facts: Facts, both: Counter[tuple[str, str]]) -> list[Hashable]:
    """The dates of the citations that are right."""
    return [(*_key(one), one.date) for one in facts.citations if _key(one) in both and one.date]


def _pinpoints(facts: Facts, both: Counter[tuple[str, str]]) -> list[Hashable]:
    return [(*_key(one), label) for one in facts.citations if _key(one) in both for label in one.pinpoints]


def _fields(facts: Facts) -> list[Hashable]:
    """The facts of the vote: meeting, manner, numbers, and each State with what it did."""
    rows: list[Hashable] = []
    for name, value in facts.adoption.items():
        if name == "states":
            rows += [(column, state) for column, states in value.items() for state in states]
        else:
            rows.append((name, value))
    return rows
