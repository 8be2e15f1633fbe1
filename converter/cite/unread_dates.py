"""Dates that were read although a sign of them is wrong, and what stands where a date would and is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.annotate.found import Remark
from converter.languages.dating import UNDATED
from converter.languages.misdated import MISREAD
from converter.languages.page import Page
from converter.view import Token, Tokens

_MISREAD_OF = 2  # letters of a word that may be `of`


def dates(tokens: Tokens, page: Page) -> Iterator[Remark]:
    """The dates that were read although a sign of them is wrong, and what looks like a date and cannot be read."""
    for index, token in enumerate(tokens.items):
        if token.kind == "date" and token.has(MISREAD):
            yield Remark(*tokens.span(index, index + 1), "date-misprint", ", ".join(token.value))
        elif token.kind == UNDATED:
            yield Remark(*tokens.span(index, index + 1), "date-unread")
    for start, end in page.misread_dates.unread(tokens):
        yield Remark(start, end, "date-unread")


def loose_dates(tokens: Tokens, undated: Sequence[int], page: Page) -> Iterator[Remark]:
    """A date that stands right behind a work without one, with at most a misread word between: S/98 cf 3 May 1993.

    `undated` is where the citations without a date end.
    """
    for end in undated:
        at = first = tokens.index(end)
        at += at < len(tokens) and tokens[at].word == ")"
        at += at < len(tokens) and _may_lead(tokens[at], page)
        if at < len(tokens) and tokens[at].kind == "date" and not tokens[at].value[0].startswith("-"):
            yield Remark(*tokens.span(first + (tokens[first].word == ")"), at + 1), "date-unread")


def _may_lead(token: Token, page: Page) -> bool:
    """Whether a word that the page does not know is one sign away from one that leads to a date: cf, oi for of."""
    if token.senses or not token.word.isalpha() or len(token.word) != _MISREAD_OF:
        return False
    alike = (sum(map(str.__ne__, lead, token.word)) for lead in page.misread_dates.leads if len(lead) == _MISREAD_OF)
    return 1 in alike
