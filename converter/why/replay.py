"""The recognisers once more, one by one: which of them made, changed or took away each mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields, replace

from converter.annotate.found import Found, Given
from converter.model import Citation, Entity, Internal, Mandate, Verb
from converter.recognisers import RECOGNISERS

Mark = Verb | Citation | Internal | Entity | Mandate
_HIDDEN = ("phrases",)  # fields in which two marks may differ and be the same


@dataclass(frozen=True, slots=True)
class Act:
    """What a recogniser did with a mark: `made`, `changed` (these `fields`) or `took away`."""

    recogniser: str
    did: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A mark as it was last, and what was done with it in order: the first act made it."""

    mark: Mark
    acts: tuple[Act, ...]

    @property
    def kept(self) -> bool:
        """Whether it is still there at the end."""
        return self.acts[-1].did != "took away"


@dataclass(frozen=True, slots=True)
class Replay:
    """All that happened: marks in the order in which they were made.

    `before` is what was there when each recogniser began.
    """

    marks: tuple[History, ...]
    before: dict[str, Found]
    found: Found


def replay(given: Given) -> Replay:
    """Run the list and keep an account of each step."""
    found = Found()
    before: dict[str, Found] = {}
    known: dict[Hashable, History] = {}
    for one in RECOGNISERS:
        before[one.name] = found
        after = one.find(given, found)
        for name in one.makes:
            if name != "said":
                _note(one.name, getattr(found, name), getattr(after, name), known)
        found = after
    return Replay(tuple(known.values()), before, found)


def _note(recogniser: str, old: Iterable[Mark], new: Iterable[Mark], known: dict[Hashable, History]) -> None:
    """Take into the account how two lists of marks differ."""
    here = dict(_named(new))
    for key, _ in _named(old):
        if key not in here:
            known[key] = replace(known[key], acts=(*known[key].acts, Act(recogniser, "took away")))
    for key, mark in here.items():
        if key not in known:
            known[key] = History(mark, (Act(recogniser, "made"),))
        elif changed := _differ(known[key].mark, mark):
            known[key] = History(mark, (*known[key].acts, Act(recogniser, "changed", changed)))


def _named(marks: Iterable[Mark]) -> Iterator[tuple[Hashable, Mark]]:
    """Marks with what stays the same of them: the name of a work keeps its place, whatever is learned of it."""
    count: Counter[Hashable] = Counter()
    for mark in marks:
        key: Hashable = mark
        if isinstance(mark, Citation):
            key = mark.place, mark.main_start, mark.main_end, mark.target, mark.number
        count[key] += 1
        yield (type(mark).__name__, key, count[key]), mark


def _differ(one: Mark, other: Mark) -> tuple[str, ...]:
    names = (field.name for field in fields(one) if field.name not in _HIDDEN)
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
