"""One path of units, whichever are printed and in whichever order: paragraph 3 of section III.

Which words name a unit is a phrase of the page (`units`); this file knows how they nest. The label of a pinpoint has
them from the outermost on.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from converter.cite.spread import counted, spread
from converter.languages.match import Match
from converter.languages.page import Page
from converter.model import PageLine, Pinpoint
from converter.view import Tokens

_OUTER = ("annex", "section")


def ends_of(tokens: Tokens, at: int, kind: str, page: Page) -> dict[int, tuple[PageLine, ...]]:
    """Where the phrases of a kind that begin here end, and by which line of the page."""
    return {match.last: (match.phrase.at,) for match in page.pinpoints[kind].after(tokens, at)}


class Units(msgspec.Struct):
    """What one path has named so far, each kind once; made at each place where a path may begin."""

    start: int
    annexes: list[str] = msgspec.field(default_factory=list)
    sections: list[str] = msgspec.field(default_factory=list)
    prefix: str = ""
    paragraphs: list[tuple[str, int, int]] = msgspec.field(default_factory=list)  # label, tokens from and to
    subs: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    kinds: list[str] = msgspec.field(default_factory=list)  # as they are printed
    phrases: list[PageLine] = msgspec.field(default_factory=list)


def read_path(tokens: Tokens, at: int, page: Page) -> tuple[Units, int]:
    """The units of the one path that stands here, and where it ends; at the index itself where none does."""
    units, end = Units(at), at
    start = at
    while (found := unit_at(tokens, start, units, page)) is not None:
        _hold(found, units, tokens)
        end = found.last
        following = next(
            (
                within
                for within in (*sorted(ends_of(tokens, end, "within", page), reverse=True), end)
                if unit_at(tokens, within, units, page) is not None
            ),
            None,
        )
        if following is None:
            break
        start = following
    return units, end


def unit_at(tokens: Tokens, at: int, units: Units, page: Page) -> Match | None:
    """The unit that stands here, of a kind that the path has not named; the longest phrase counts."""
    found = page.units.after(tokens, at)
    if not found or (0 < at < len(tokens) and tokens[at - 1].word == "/" and tokens.touches(at)):
        return None  # INFCIRC/999/Part 1
    named = {
        "annex": bool(units.annexes),
        "section": bool(units.sections),
        "paragraph": bool(units.paragraphs),
        "preamble": bool(units.paragraphs or units.prefix),
        "sub": bool(units.subs),
    }
    return max((one for one in found if not named[one.phrase.kind]), key=lambda match: match.last, default=None)


def _hold(match: Match, units: Units, tokens: Tokens) -> None:
    """Take a unit into its path."""
    units.phrases.append(match.phrase.at)
    kind = match.phrase.kind
    units.kinds.append(kind)
    if kind == "annex":
        units.annexes = [f"annex {one}" for one in counted(match, decimal=True)] or ["annex"]
    elif kind == "section":
        units.sections = counted(match, decimal=True)
    elif kind == "sub":
        units.subs = list(spread(match.value("labels") or (), match.first))
    else:
        units.prefix = "pp" if kind == "preamble" else ""
        slots = ("ordinals", "items", "signed items")
        items = next((value for slot in slots if (value := match.value(slot)) is not None), ())
        paragraphs = list(spread(items, match.first))
        if match.has("ordinals") and paragraphs:  # the words behind the last one are its own
            label, first, _ = paragraphs[-1]
            paragraphs[-1] = label, first, match.last
        units.paragraphs = paragraphs


def labelled(units: Units, end: int, tokens: Tokens, *, own: bool = False) -> Iterator[Pinpoint]:
    """The pinpoints of a path with their labels, from the outermost unit on.

    A section in figures has its noun in its label, or it would be a paragraph; not where the text itself may be meant
    (`own`), whose sections are found by their lines of the page.

    The first has the words of all that share them: spans do not overlap.
    """
    if not own:
        units.sections = [f"section {one}" if one[:1].isdecimal() else one for one in units.sections]
    inner = units.paragraphs or units.sections
    alone, ways = _outer(units) if inner else ([], [""])
    for label in alone:
        yield pinpoint(label, units.start, units.start, tokens, units)
    if not units.paragraphs:
        start, finish = tokens.span(units.start, end)
        for label in [f"{way}{section}" for way in ways for section in units.sections] or units.annexes:
            yield Pinpoint(label, start, finish, tuple(units.phrases))
            start = finish
        return
    first, *further = ways
    for label, at, last in _within(units):
        yield pinpoint(f"{first}{label}", at, last, tokens, units)
    for way in further:
        for label, at, _ in _within(units):
            yield pinpoint(f"{way}{label}", at, at, tokens, units)


def _within(units: Units) -> Iterator[tuple[str, int, int]]:
    """The paragraphs of a path, or the sub-paragraphs of its first, with their tokens."""
    for label, first, last in units.paragraphs if not units.subs else ():
        yield f"{units.prefix}{label}", first, last
    for label, first, last in units.subs:  # sub-paragraph (b) of paragraph 3
        yield f"{units.prefix}{units.paragraphs[0][0]}{label}", first, last


def _outer(units: Units) -> tuple[list[str], list[str]]:
    """The outer units that stand for themselves, and the ways from the outermost unit to what is within.

    Of several that are printed before what is within the last has it (sections II and III, paragraph 4); behind it
    each has (paragraph 4 of sections II and III).
    """
    alone: list[str] = []
    ways = [""]
    for kind, names in (("annex", units.annexes), ("section", units.sections if units.paragraphs else [])):
        before = units.kinds[: units.kinds.index(kind)] if names else []
        shared = names if any(one not in _OUTER for one in before) or (kind == "annex" and before) else names[-1:]
        alone += [f"{way}{name}" for way in ways for name in names[: len(names) - len(shared)]]
        ways = [f"{way}{name}." for way in ways for name in shared] or ways
    return alone, ways


def pinpoint(label: str, first: int, last: int, tokens: Tokens, units: Units) -> Pinpoint:
    """The pinpoint of a label at its tokens, read by the lines of its path."""
    if first == last:  # what a range leaves out has an empty span
        start, _ = tokens.view.span(tokens[first].start, tokens[first].end)
        return Pinpoint(label, start, start, tuple(units.phrases))
    return Pinpoint(label, *tokens.span(first, last), tuple(units.phrases))
