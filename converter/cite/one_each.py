"""Paragraphs that a word gives out one by one: resolutions 5/1 and 5/2, paragraphs 3 and 10, respectively.

They are printed once, before the first work of a list or behind its last. Each work takes the one in its place; those
that stand beside another work than their own have empty spans at the name of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.cite.references import Reference
from converter.cite.units import ends_of
from converter.languages.page import Page
from converter.model import Pinpoint
from converter.view import Tokens


def with_one_each(references: list[Reference], tokens: Tokens, page: Page) -> list[Reference]:
    """The references of a text in order, the pinpoints of such lists with the works that they are of."""
    return [one for some in _lists(references) for one in _given_out(some, tokens, page)]


def _lists(references: list[Reference]) -> Iterator[list[Reference]]:
    """The references by the lists that they stand in."""
    some: list[Reference] = []
    for one in references:
        if some and not one.chained:
            yield some
            some = []
        some.append(one)
    if some:
        yield some


def _given_out(some: list[Reference], tokens: Tokens, page: Page) -> list[Reference]:
    """A list, each of its works with one pinpoint where there are as many of them and the word follows.

    They may be the first of the list, or some that end with the work before the word; the list may go on behind it.
    """
    given = list(some)
    for at, one in enumerate(some):
        if not ends_of(tokens, tokens.index(one.finish), "one each", page):
            continue
        first = at + 1 - (len(one.after) or at + 1)
        works = some[max(first, 0) : at + 1]
        printed = works[0].before or one.after
        others = any(each.before for each in works[1:]) or any(each.after for each in works[:-1])
        if first < 0 or len(works) == 1 or len(printed) != len(works) or others or (works[0].before and one.after):
            continue
        given[first : at + 1] = _one_each(works, printed)
    return given


def _one_each(works: list[Reference], printed: tuple[Pinpoint, ...]) -> list[Reference]:
    """Works with one of the pinpoints each, which stand before the first or behind the last."""
    if works[0].before:
        rest = (replace(one, before=(_moved(own, one.main_start),)) for one, own in zip(works, printed, strict=True))
        return [replace(works[0], before=printed[:1]), *list(rest)[1:]]
    rest = (replace(one, after=(_moved(own, one.main_end),)) for one, own in zip(works, printed, strict=True))
    return [*list(rest)[:-1], replace(works[-1], after=printed[-1:])]


def _moved(one: Pinpoint, at: int) -> Pinpoint:
    """A pinpoint without words of its own, at a place."""
    return replace(one, start=at, end=at)
