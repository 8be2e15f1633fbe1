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
    """A list, each of its works with one pinpoint where there are as many of them and the word follows."""
    first, last = some[0], some[-1]
    printed = first.before or last.after
    others = any(one.before for one in some[1:]) or any(one.after for one in some[:-1]) or (first.before and last.after)
    if len(some) == 1 or len(printed) != len(some) or others:
        return some
    if not ends_of(tokens, tokens.index(last.finish), "one each", page):
        return some
    if first.before:
        behind = [replace(one, before=(_moved(own, one.main_start),)) for one, own in zip(some, printed, strict=True)]
        return [replace(first, before=printed[:1]), *behind[1:]]
    ahead = [replace(one, after=(_moved(own, one.main_end),)) for one, own in zip(some, printed, strict=True)]
    return [*ahead[:-1], replace(last, after=printed[-1:])]


def _moved(one: Pinpoint, at: int) -> Pinpoint:
    """A pinpoint without words of its own, at a place."""
    return replace(one, start=at, end=at)
