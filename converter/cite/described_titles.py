"""The title and the author of a document, from the words before its symbol or at the end of a note."""

from __future__ import annotations

from converter.cite.described import WALLS, leftwards
from converter.languages.match import Filled
from converter.languages.page import Page
from converter.view import Tokens

_AUTHOR_WITHIN = 80  # characters
QUOTES = frozenset('"《》')


def title_before(tokens: Tokens, at: int, page: Page) -> tuple[str | None, str | None]:
    """The title and author that stand before a symbol in brackets: 《…正式记录…》(A/76/53), 题为“…”的报告(A/…)."""
    if not at or tokens[at - 1].word != "(":
        return None, None
    record = _record(tokens, at - 1)
    return (record, None) if record else title_at_end(tokens, at - 1, page)


def _record(tokens: Tokens, at: int) -> str | None:
    """The title of the Official Records that ends at an index; in Chinese it stands in signs of its own."""
    closed = at > 0 and tokens[at - 1].word == "》"
    for index in leftwards(tokens, at, WALLS):
        if not tokens[index].has("records"):
            continue
        first, last = index, at
        if closed:
            first = next((i + 1 for i in range(index, -1, -1) if tokens[i].word == "《"), index)
            last = at - 1
        return _words(tokens, first, last)
    return None


def title_at_end(tokens: Tokens, at: int, page: Page) -> tuple[str | None, str | None]:
    """The title and author of the report that a text ends with, at an index."""
    match = max(
        page.documents["title"].before(tokens, at, 0),
        key=lambda one: (one.has("author"), one.last - one.first),
        default=None,
    )
    if match is None:
        return None, None
    start, end = match.value("title")
    title = tokens.view.source[slice(*tokens.view.span(start, end))].strip()
    author = next((slot for slot in match.slots if slot.slot == "author"), None)
    return title, _author(tokens, author) if author else None


def _author(tokens: Tokens, slot: Filled) -> str:
    """The author; where he stands apart from the title, the first of those in the clause is meant."""
    first, last = slot.first, slot.last
    if slot.apart:
        for index in range(first - 1, -1, -1):
            token = tokens[index]
            if tokens[first].start - token.start > _AUTHOR_WITHIN or token.word in WALLS or token.word in QUOTES:
                break
            if token.has("author"):
                first, last = index, index + 1
    return _words(tokens, first, last)


def _words(tokens: Tokens, first: int, last: int) -> str:
    return tokens.view.source[slice(*tokens.span(first, last))].strip()
