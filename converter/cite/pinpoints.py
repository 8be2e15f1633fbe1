"""Pinpoints: the paragraphs, sections and annexes that stand after a citation (第3和第4段, 第三节第3段, 附件二).

A pinpoint is a path: holders (an annex, a section) and then paragraphs, or a holder alone. Paths are joined by
the language's joints. Which words these are is data of the language; this file only knows how they nest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.languages import Language, numerals
from converter.model import Pinpoint

_MOST_IN_RANGE = 200
_PREAMBULAR = "pp"


def read_pinpoints(text: str, start: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints that stand right at `start` of a folded text, in order; an empty tuple when none do."""
    lead = language.pattern("citations.pinpoints.lead").match(text, start)
    if lead is None:
        return ()
    found: list[Pinpoint] = []
    at: int | None = lead.end()
    while at is not None:
        here, end = _path(text, at, language)
        found += here
        joint = language.pattern("citations.pinpoints.joint").match(text, end) if here else None
        at = joint.end() if joint else None
    return tuple(found)


def _path(text: str, start: int, language: Language) -> tuple[list[Pinpoint], int]:
    """One path (附件二第三节第3和第4段): its pinpoints, and where it ends."""
    holders: list[list[str]] = []
    prefix, at = "", start
    while match := language.pattern("citations.pinpoints.holder").match(text, at):
        at = match.end()
        if match["preambular"]:
            prefix = _PREAMBULAR
        elif match["annex"]:
            number = match["annex_number"]
            holders.append([f"annex {_roman(number)}" if number else "annex"])
        elif match["section"]:
            holders.append(_sections(match["section"], language))
    paragraphs = language.pattern("citations.pinpoints.paragraphs").match(text, at)
    path = "".join(f"{labels[0]}." for labels in holders)
    if paragraphs:
        return list(_paragraphs(text, paragraphs, f"{path}{prefix}", language)), paragraphs.end()
    if not holders:
        return [], start
    above = "".join(f"{labels[0]}." for labels in holders[:-1])
    return [Pinpoint(f"{above}{label}", start, at) for label in holders[-1]], at


def _roman(number: str) -> str:
    """二 → II; a letter (附件A) stays."""
    try:
        return numerals.to_roman(numerals.number(number))
    except ValueError:
        return number


def _sections(printed: str, language: Language) -> list[str]:
    """The labels of 三, 一和二, 一至三."""
    labels: list[int] = []
    end = 0
    for match in language.pattern("citations.pinpoints.section_number").finditer(printed):
        number = numerals.number(match["number"])
        labels += _between(labels, printed[end : match.start()], number, language)
        labels.append(number)
        end = match.end()
    return [numerals.to_roman(number) for number in labels]


def _between(numbers: list[int], joint: str, last: int, language: Language) -> range:
    """The numbers that a range leaves out (第3至第6段: 4, 5)."""
    if not numbers or not _is_range(joint, language):
        return range(0)
    return range(numbers[-1] + 1, min(last, numbers[-1] + _MOST_IN_RANGE))


def _is_range(joint: str, language: Language) -> bool:
    return joint.strip() in language.table("citations.ranges")


def _paragraphs(text: str, listed: re.Match[str], prefix: str, language: Language) -> Iterator[Pinpoint]:
    """The paragraphs of one list; what a range leaves out has an empty span."""
    numbers: list[int] = []
    pending: Pinpoint | None = None  # the last one: its sub-paragraph may follow
    base, letter, end = "", "", listed.start()
    for token in language.pattern("citations.pinpoints.token").finditer(text, listed.start(), listed.end()):
        joint, end = text[end : token.start()], token.end()
        if token["number"]:
            number = int(token["number"])
            if pending:
                yield pending
            for between in _between(numbers, joint, number, language):
                yield Pinpoint(f"{prefix}{between}", token.start(), token.start())
            numbers.append(number)
            base, letter = f"{prefix}{number}", ""
            pending = Pinpoint(base, token.start(), end)
        elif pending and not joint.strip():
            pending = Pinpoint(f"{pending.label}{token['subs']}", pending.start, end)
        elif pending:
            yield pending
            for missing in _letters_between(letter, joint, token["subs"], language):
                yield Pinpoint(f"{base}({missing})", token.start(), token.start())
            pending = Pinpoint(f"{base}{token['subs']}", token.start(), end)
        letter = token["subs"] or ""
    if pending:
        yield pending


def _letters_between(first: str, joint: str, last: str, language: Language) -> Iterator[str]:
    """The letters that (a)至(d) leaves out."""
    single = len(first) == len(last) == len("(a)")
    if single and _is_range(joint, language):
        yield from map(chr, range(ord(first[1]) + 1, ord(last[1])))
