"""Findings that a sidecar accepts: the official text is like that, and nobody may mend it.

An accepted finding no longer counts; the page says what is uncertain there. What is accepted and is not (any longer)
there, or can never be accepted, is itself a finding, located in the sidecar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from converter.lint.words import WORDS
from converter.model import Accepted, Diagnostic, Record, Severity

Key = tuple[str, str, str, str]
"""Work, language, code and place of a finding."""

_NEVER = frozenset({WORDS, "link"})  # words that are lost or invented, a page that says something else than its text


def accepted(findings: Iterable[Diagnostic], records: Iterable[Record]) -> tuple[Diagnostic, ...]:
    """The findings, those that a sidecar accepts marked so, with what is wrong in what the sidecars accept."""
    found = tuple(findings)
    entries = {record.work: record.accepted for record in records if record.accepted}
    given: dict[Key, Accepted] = {}
    wrong: list[Diagnostic] = []
    there = _codes(found, entries)
    for work, ones in entries.items():
        for one in ones:
            key = (work, one.lang, one.code, one.at)
            problem = _problem(one, given.get(key), there[work, one.lang])
            if problem is None:
                given[key] = one
            else:
                wrong.append(problem)
    return (*(_marked(one, given.get(_key(one))) for one in found), *wrong)


def _key(one: Diagnostic) -> Key:
    return (_work(one), one.lang, one.code, one.at)


def _work(one: Diagnostic) -> str:
    """The work that a finding is about: the folder that its file lies in."""
    return one.path.split("/")[-2] if "/" in one.path else ""


def _marked(one: Diagnostic, by: Accepted | None) -> Diagnostic:
    if by is None or not one.at:
        return one
    return replace(one, accepted=True, hint=f"accepted in {by.path}:{by.line}: {by.reason('')}")


Found = defaultdict[str, list[str]]
"""The codes of findings, and the places of each."""


def _codes(found: Iterable[Diagnostic], works: Iterable[str]) -> defaultdict[tuple[str, str], Found]:
    """What is found in each language of the works: the places by code."""
    codes: defaultdict[tuple[str, str], Found] = defaultdict(lambda: defaultdict(list))
    wanted = set(works)
    for one in found:
        if one.lang and _work(one) in wanted:
            codes[_work(one), one.lang][one.code].append(one.at)
    return codes


def _problem(one: Accepted, before: Accepted | None, there: Found) -> Diagnostic | None:
    """What is wrong with an entry of a sidecar; None when it accepts a finding that is there."""
    places = there.get(one.code, [])
    if one.code in _NEVER or (places and not any(places)):
        message = f"{one.code} cannot be accepted: the words of the page would not be those of the official text"
        hint = "take this entry out; the text is set aside until it is read for certain, or its file replaced"
        return _finding(one, "accepted-never", message, hint)
    if one.at not in places:
        elsewhere = ", ".join(dict.fromkeys(filter(None, places)))
        message = f"{one.lang} has no finding {one.code} at {one.at}"
        hint = f"it stands at: {elsewhere}" if elsewhere else "take this entry out: nothing is left to accept"
        return _finding(one, "accepted-stale", message, hint)
    if before is not None:
        message, hint = f"line {before.line} accepts the same finding", "take one of the two entries out"
        return _finding(one, "accepted-twice", message, hint)
    return None


def _finding(one: Accepted, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(one.path, one.line, one.column, code, message, hint)


def marked(findings: Iterable[Diagnostic], entries: Iterable[Accepted]) -> tuple[Diagnostic, ...]:
    """The findings about one work, those that its sidecar accepts marked so."""
    given = {(one.lang, one.code, one.at): one for one in entries}
    return tuple(_marked(one, given.get((one.lang, one.code, one.at))) for one in findings)


def uncertain(findings: Iterable[Diagnostic], record: Record) -> Iterator[tuple[Diagnostic, Accepted | None]]:
    """What a reader of a text is told, of findings about it and its sidecar: those that are accepted, and open errors.

    Each place and code once, with what the sidecar says of it.
    """
    entries = {(one.lang, one.code, one.at): one for one in record.accepted}
    seen = set()
    for one in findings:
        key = (one.lang, one.code, one.at)
        told = one.severity in (Severity.ERROR, Severity.ACCEPTED) and one.lang == record.lang
        if told and one.at and key not in seen:
            seen.add(key)
            yield one, entries.get(key) if one.severity is Severity.ACCEPTED else None
