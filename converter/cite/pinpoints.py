"""Pinpoints: the paragraphs, sections and annexes of a cited work (第3和第4段, section III, paragraph 3, of …).

A pinpoint is a path: an annex, a section, a paragraph and a sub-paragraph, whichever are printed and in whichever
order (附件二第三节第3段, paragraph 3 of section III); its label has them from the outermost on. Paths are joined by
the language's joints. Which words these are is data of the language; this file only knows how they nest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.languages import Language, numerals
from converter.model import Pinpoint

_MOST_IN_RANGE = 200
_PREAMBULAR = "pp"
_BEFORE = 400  # characters before a citation in which its pinpoints are looked for
_LETTERS = re.compile(r"[^\W\d_]+")


def read_pinpoints(text: str, start: int, language: Language) -> tuple[Pinpoint, ...]:
    """The pinpoints that stand right at `start` of a folded text, in order; an empty tuple when none do.

    Those that belong to what follows (…and paragraph 3 of resolution 5/1) are not of the citation before; where the
    lead is `loose`, words that lead back to it must follow (…and paragraph 3 thereof).
    """
    lead = language.pattern("citations.pinpoints.lead").match(text, start)
    if lead is None:
        return ()
    paths = _paths(text, lead.end(), language)
    if not paths:
        return ()
    if not language.pattern("citations.pinpoints.back").match(text, paths[-1][1]):
        if lead.groupdict().get("loose") is not None:
            return ()
        elsewhere = language.pattern("citations.pinpoints.elsewhere")
        while paths and elsewhere.match(text, paths[-1][1]):
            paths.pop()
    return tuple(pinpoint for found, _ in paths for pinpoint in found)


def pinpoints_before(text: str, floor: int, end: int, language: Language) -> tuple[int, tuple[Pinpoint, ...]]:
    """The pinpoints that stand before a symbol which begins at `end`, and where they begin.

    Paragraph 12 of the Secretary-General's report (| S/25492): `of_document` leads from one to the other. Without any,
    `end` and an empty tuple.
    """
    of_document = language.pattern("citations.pinpoints.of_document")
    for opening in language.pattern("citations.pinpoints.opens").finditer(text, max(floor, end - _BEFORE), end):
        paths = _paths(text, opening.start(), language)
        if paths and paths[-1][1] <= end and of_document.fullmatch(text, paths[-1][1], end):
            return opening.start(), tuple(pinpoint for found, _ in paths for pinpoint in found)
    return end, ()


def _paths(text: str, start: int, language: Language) -> list[tuple[list[Pinpoint], int]]:
    """The paths that stand one after the other: the pinpoints of each, and where it ends."""
    paths: list[tuple[list[Pinpoint], int]] = []
    at: int | None = start
    while at is not None:
        found, end = _path(text, at, language)
        if found:
            paths.append((found, end))
        joint = language.pattern("citations.pinpoints.joint").match(text, end) if found else None
        at = joint.end() if joint else None
    return paths


@dataclass(slots=True)
class _Units:
    """What one path has named so far, each kind once."""

    start: int
    annexes: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    prefix: str | None = None
    paragraphs: list[Pinpoint] = field(default_factory=list)
    subs: list[Pinpoint] = field(default_factory=list)


def _path(text: str, start: int, language: Language) -> tuple[list[Pinpoint], int]:
    """One path (附件二第三节第3和第4段): its pinpoints, and where it ends."""
    units, at, end = _Units(start), start, start
    while (after := _unit(text, at, units, language)) is not None:
        end = after
        within = language.pattern("citations.pinpoints.within").match(text, end)
        if within is None:
            break
        at = within.end()
    return list(_labelled(units, end)), end


def _unit(text: str, at: int, units: _Units, language: Language) -> int | None:
    """Read the unit at this place into `units`; where it ends, or None where none stands that is not named yet."""
    holder = language.pattern("citations.pinpoints.holder").match(text, at)
    if holder and _hold(holder, units, language):
        return holder.end()
    paragraphs = language.pattern("citations.pinpoints.paragraphs").match(text, at)
    if paragraphs and not units.paragraphs:
        units.paragraphs = list(_tokens(text, paragraphs, language))
        return paragraphs.end()
    subs = language.pattern("citations.pinpoints.subs").match(text, at)
    if subs and not units.subs:
        units.subs = list(_tokens(text, subs, language))
        return subs.end()
    return None


def _hold(holder: re.Match[str], units: _Units, language: Language) -> bool:
    """Take in an annex, a section, the preamble or a paragraph named by an ordinal; False for one of a kind named."""
    groups = holder.groupdict()
    if groups["annex"]:
        if units.annexes:
            return False
        printed = groups["annex_number"]
        numbers = (_numbers(printed, language) if not printed.isdecimal() else []) or [printed] if printed else []
        units.annexes = [f"annex {number}" for number in numbers] or ["annex"]
    elif groups["section"]:
        if units.sections:
            return False
        units.sections = _numbers(groups["section"], language)
    else:
        if units.prefix is not None:
            return False
        is_preambular = any(printed for name, printed in groups.items() if name.startswith("preambular"))
        units.prefix = _PREAMBULAR if is_preambular else ""
        if ordinal := groups.get("ordinal"):
            units.paragraphs = [Pinpoint(str(_value(ordinal, language)), holder.start(), holder.end())]
    return True


def _labelled(units: _Units, end: int) -> Iterator[Pinpoint]:
    """The pinpoints of a path with their labels, from the outermost unit on."""
    above = f"{units.annexes[0]}." if units.annexes else ""
    if units.paragraphs:
        path = f"{above}{units.sections[0]}." if units.sections else above
        prefix = f"{path}{units.prefix or ''}"
        paragraphs = [Pinpoint(f"{prefix}{one.label}", one.start, one.end) for one in units.paragraphs]
        if not units.subs:
            yield from paragraphs
        for sub in units.subs:  # sub-paragraph (b) of paragraph 3
            yield Pinpoint(f"{paragraphs[0].label}{sub.label}", sub.start, sub.end)
    else:  # the first has the words of all of them: spans do not overlap
        start = units.start
        for label in [f"{above}{section}" for section in units.sections] or units.annexes:
            yield Pinpoint(label, start, end)
            start = end


def _value(printed: str, language: Language) -> int | None:
    """三, III, 3 or an ordinal word as a number; None for a letter that counts nothing (section E)."""
    ordinals = language.table("ordinals")
    if printed.lower() in ordinals:
        return int(ordinals[printed.lower()])
    try:
        return numerals.number(printed)
    except ValueError:
        return None


def _numbers(printed: str, language: Language) -> list[str]:
    """The numbers of sections or annexes, as labels: 三 → III; 一和二, 一至三; a letter (附件A) stays."""
    labels: list[str] = []
    numbers: list[int] = []
    end = 0
    for match in language.pattern("citations.pinpoints.section_number").finditer(printed):
        value = _value(match["number"], language)
        if value is None:
            labels.append(language.table("citations.spellings").get(match["number"], match["number"]))
        else:
            between = _between(numbers, printed[end : match.start()], value, language)
            numbers += [*between, value]
            labels += [numerals.to_roman(number) for number in (*between, value)]
        end = match.end()
    return labels


def _between(numbers: list[int], joint: str, last: int, language: Language) -> range:
    """The numbers that a range leaves out (第3至第6段: 4, 5)."""
    if not numbers or not _is_range(joint, language):
        return range(0)
    return range(numbers[-1] + 1, min(last, numbers[-1] + _MOST_IN_RANGE))


def _is_range(joint: str, language: Language) -> bool:
    return joint.strip() in language.table("citations.ranges")


def _tokens(text: str, listed: re.Match[str], language: Language) -> Iterator[Pinpoint]:
    """The paragraphs (or sub-paragraphs) of one list; what a range leaves out has an empty span."""
    numbers: list[int] = []
    pending: Pinpoint | None = None  # the last one: its sub-paragraph may follow
    base, letter, end, first = "", "", listed.start(), True
    for token in language.pattern("citations.pinpoints.token").finditer(text, listed.start(), listed.end()):
        joint, end = text[end : token.start()], token.end()
        start = listed.start() if first else token.start()  # the words before the first number are its own
        first = False
        subs = _subs_label(token["subs"], language)
        if token["number"]:
            number = int(token["number"])
            if pending:
                yield pending
            for between in _between(numbers, joint, number, language):
                yield Pinpoint(str(between), token.start(), token.start())
            numbers.append(number)
            base = str(number)
            pending = Pinpoint(base, start, end)
        elif pending and base and not joint.strip():
            pending = Pinpoint(f"{pending.label}{subs}", pending.start, end)
        else:
            if pending:
                yield pending
            for missing in _letters_between(letter, joint, subs, language):
                yield Pinpoint(f"{base}({missing})", token.start(), token.start())
            pending = Pinpoint(f"{base}{subs}", start, end)
        letter = subs
    if pending:
        yield pending


def _subs_label(printed: str | None, language: Language) -> str:
    """(a) (i), a) i) → (a)(i)."""
    letters = language.table("citations.pinpoints.letters")
    return "".join(f"({letters.get(one, one)})" for one in _LETTERS.findall(printed or ""))


def _letters_between(first: str, joint: str, last: str, language: Language) -> Iterator[str]:
    """The letters that (a)至(d) leaves out."""
    single = len(first) == len(last) == len("(a)")
    if single and _is_range(joint, language):
        yield from map(chr, range(ord(first[1]) + 1, ord(last[1])))
