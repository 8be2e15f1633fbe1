"""Pinpoints that words lead back to their work over what stands between: …, the letter of 3 May, and paragraph 5 of the
same resolution.

They belong to the citation that stands last before them, as those do that stand right behind its number, with empty
spans at its name. Where that one is of a list which of its members is meant is not told, and a remark says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.annotate.found import Found, Given, Remark, Said, by_place
from converter.cite import paths
from converter.cite.within import ONLY_NAMED
from converter.languages.page import Page
from converter.model import Citation, Pinpoint
from converter.view import Tokens

_LISTED = frozenset(",،、")
_ANY = "any of the works that are listed before it"


def lead_back(given: Given, found: Found) -> Found:
    """The citations, those to which pinpoints further behind lead back with these; and of which it is not sure."""
    there = by_place(found.citations)
    further: dict[int, tuple[Pinpoint, ...]] = {}
    said: list[Said] = []
    for words in given.read:
        mine = sorted(there.get(words.place, ()), key=lambda one: one.start)
        if not any(one.kind in ("resolution", "decision") for one in mine):
            continue
        for start, end, noun, pinpoints in _led_back(words.tokens, given.page):
            work, is_sure = _meant(mine, start, noun, words.tokens)
            if work is None:
                continue
            if not is_sure:
                said.append(Said(words.place, Remark(start, end, "pinpoint-doubtful", _ANY)))
                continue
            at = work.main_end
            new = tuple(replace(one, start=at, end=at) for one in pinpoints)
            further[id(work)] = (*further.get(id(work), ()), *new)
    if not further and not said:
        return found
    citations = tuple(
        replace(one, pinpoints=_with(one.pinpoints, further[id(one)])) if id(one) in further else one
        for one in found.citations
    )
    return replace(found, citations=citations, said=(*found.said, *said))


def _with(own: Sequence[Pinpoint], further: Sequence[Pinpoint]) -> tuple[Pinpoint, ...]:
    """The pinpoints of a work and those further behind, each label once."""
    labels = {one.label for one in own}
    return (*own, *{one.label: one for one in further if one.label not in labels}.values())


def _led_back(tokens: Tokens, page: Page) -> Iterator[tuple[int, int, str, tuple[Pinpoint, ...]]]:
    """Pinpoints whose words say of which kind of work they are, and name none: their span, the kind, and they."""
    reached = 0
    for at in page.units.begin(tokens):
        standing = paths.standing(tokens, at, page, own=False) if at >= reached else []
        if not standing:
            continue
        pinpoints, end = standing[-1]
        reached = end
        if any(match.phrase.kind not in ONLY_NAMED for match in page.internal.behind.after(tokens, end)):
            continue  # others do not say whose they are: 该决议第5段所述
        backs = page.pinpoints["back to the work"].after(tokens, end)
        leads = page.pinpoints["from the work"].before(tokens, at, 0)  # 同一决议第5段
        for match in (*backs, *leads):
            noun = paths.noun_among(tokens, match.first, match.last, page)
            if noun is not None:
                yield *tokens.span(min(at, match.first), max(end, match.last)), noun, pinpoints
                break


def _meant(cited: Sequence[Citation], start: int, noun: str, tokens: Tokens) -> tuple[Citation | None, bool]:
    """The work of a kind that is cited last before an offset, and whether it is the only one that may be meant.

    None where it has these pinpoints already.
    """
    last = bisect_left(cited, start, key=lambda one: one.start)
    before = [one for one in cited[:last] if one.kind == noun]
    if not before or any(one.start <= start < one.end for one in cited[:last]):
        return None, False
    work = before[-1]
    listed = [one for one in before[:-1] if one.target != work.target and _joins(tokens, one.end, work.start)]
    return work, not listed


def _joins(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing but commas and joints stand between two works."""
    between = tokens.items[tokens.index(start) : tokens.index(end)]
    return all(token.word in _LISTED or token.has("and") for token in between)
