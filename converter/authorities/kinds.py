"""The kinds of authority files: how the records of each are made, told apart, and checked on their own."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from converter.authorities.records import (
    Body,
    Country,
    Fund,
    Goal,
    Instrument,
    KnownWork,
    Mechanism,
    Names,
    Report,
    Session,
)
from converter.yaml_safe import DataPath, LineMap, Problem

Raw = Mapping[str, Any]
"""One record as the file gives it, after the schema has accepted it."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record, and where its file has it."""

    record: R
    path: str
    at: DataPath
    lines: LineMap

    def problem(self, message: str, hint: str, *, key: str | int | None = None) -> Problem:
        """Make a finding about this record, or about one of its keys."""
        at = self.at if key is None else (*self.at, key)
        return Problem(self.path, *self.lines.value(at), message, hint, at)


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """How the records of one file are made, told apart, and checked on their own."""

    name: str
    make: Callable[[Raw], R]
    key: Callable[[R], Hashable]
    key_field: str
    check: Callable[[Placed[R]], Iterable[Problem]] = lambda _: ()


def _names(raw: Mapping[str, Any] | None) -> Names:
    """Take spellings by language: lists, or one text."""
    pairs = (raw or {}).items()
    return Names(tuple((lang, (one,) if isinstance(one, str) else tuple(one)) for lang, one in pairs))


def _by_year(raw: Mapping[str | int, int] | None) -> tuple[tuple[int, int], ...]:
    """Take numbers by year, in the order of the years."""
    return tuple(sorted((int(year), number) for year, number in (raw or {}).items()))


def _spans_by_year(raw: Mapping[str | int, list[int]] | None) -> tuple[tuple[int, int, int], ...]:
    """Take the ends of spans by year, in the order of the years."""
    return tuple(sorted((int(year), first, last) for year, (first, last) in (raw or {}).items()))


def _body(raw: Raw) -> Body:
    return Body(
        raw["id"], _names(raw["names"]), _names(raw.get("short")), tuple(raw.get("symbols", {}).items()),
        tuple(raw.get("numbers", ())), raw["source"], raw.get("first"), raw.get("last"), raw.get("website"),
        _by_year(raw.get("meetings")), _by_year(raw.get("seats")), raw.get("says_adoption", False),
        _spans_by_year(raw.get("serials")), tuple(raw.get("cited", {}).items()),
    )  # fmt: skip


def _report(raw: Raw) -> Report:
    documents = tuple(raw["documents"])
    return Report(raw["of"], documents, raw["source"], raw.get("body"), raw.get("from", 0), raw.get("to"))


def _session(raw: Raw) -> Session:
    return Session(raw["body"], str(raw["session"]), raw["from"], raw["to"], raw["source"])


def _instrument(raw: Raw) -> Instrument:
    names = _names(raw["names"])
    return Instrument(raw["id"], raw["kind"], names, raw["source"], raw.get("adopted"), raw.get("symbol"))


def _fund(raw: Raw) -> Fund:
    return Fund(raw["id"], _names(raw["names"]), raw["source"], raw.get("symbol"))


def _mechanism(raw: Raw) -> Mechanism:
    return Mechanism(raw["id"], raw["kind"], _names(raw["names"]), raw["source"])


def _goal(raw: Raw) -> Goal:
    return Goal(raw["id"], raw["number"], _names(raw["names"]), raw["source"])


def _country(raw: Raw) -> Country:
    return Country(raw["code"], _names(raw.get("names")), raw["source"])


def _work(raw: Raw) -> KnownWork:
    return KnownWork(raw["symbol"], raw["kind"], raw["date"], _names(raw.get("titles")), raw["source"])


def _check_session(one: Placed[Session]) -> Iterator[Problem]:
    if one.record.last < one.record.first:
        message = f"the session ends on {one.record.last}, before it begins"
        yield one.problem(message, "swap the dates", key="to")


def _check_report(one: Placed[Report]) -> Iterator[Problem]:
    if one.record.last is not None and one.record.last < one.record.first:
        message = f"the reports end with {one.record.last}, before they begin"
        yield one.problem(message, "swap the numbers", key="to")


def _check_goal(one: Placed[Goal]) -> Iterator[Problem]:
    if one.record.id != f"sdg-{one.record.number}":
        message = f"the number of {one.record.id} is not {one.record.number}"
        yield one.problem(message, "make them agree", key="number")


KINDS: tuple[Kind[Any], ...] = (
    Kind("bodies", _body, lambda one: one.id, "id"),
    Kind("reports", _report, lambda one: one.documents, "documents", _check_report),
    Kind("sessions", _session, lambda one: (one.body, one.session), "session", _check_session),
    Kind("instruments", _instrument, lambda one: one.id, "id"),
    Kind("funds", _fund, lambda one: one.id, "id"),
    Kind("mechanisms", _mechanism, lambda one: one.id, "id"),
    Kind("goals", _goal, lambda one: one.number, "id", _check_goal),
    Kind("countries", _country, lambda one: one.code, "code"),
    Kind("works", _work, lambda one: one.symbol, "symbol"),
)
