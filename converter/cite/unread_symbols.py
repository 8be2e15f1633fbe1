"""What stands where a document's symbol does and is in no mark: document S.11823; (Sf26480); Add.1."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from converter.annotate.found import Remark
from converter.cite.taken import UNREAD, Spans, Taken
from converter.cite.unread_alone import LISTED, is_no_count
from converter.languages.page import Page
from converter.view import Tokens

_ADDENDA = frozenset(("add", "corr"))
_ADDENDUM = 8  # characters, at most: Corr. 12
_TO_WORD = 3  # tokens, at most, from the word for a document to its symbol
# A misread symbol in a bracket, (S.26480), (S 26480), (Sf26480), (&/26480); years, counts and sums stand there as well.
_IN_BRACKET = re.compile(
    r"[(\[](?P<it>(?:[SAE] ?[./\\|~–-] ?|S[lIift1 ]?(?=[\dlIO]{5}(?!\w))|S?[$§&s] ?[/\\|] ?)"
    r"(?=[\dlIOS]{4,5}(?!\w))(?!(?:19|20)\d\d(?!\d))[\dlIOS]*\d{3}[\dlIOS]*)"
)
# As symbols of the UN are made, with the year of a series, behind letters that are none of its roots: LBC/CONF/2031/6.
# Few hyphens: it is tried behind each of them, and a line of nothing else would cost its square.
OF_UNKNOWN = re.compile(
    r"(?<![A-Za-z0-9/.])[A-Z]{2,}(?:-[A-Z]+){0,3}(?:/[A-Z][A-Z]*(?:\.\d+)?)*/(?:19|20)\d\d/\d+(?:[./-]?[A-Za-z0-9])*"
)
# How others number their resolutions: A.1106(29) of maritime law, XII-1; a noun stands beside it.
_BY_OTHERS = re.compile(
    r"(?<![A-Za-z0-9./-])(?:[A-Z]{1,4}\.\d{1,4}\(\d{1,3}\)|(?:[A-Z]{2}-)?[IVXLC]{1,8}-\d{1,3}(?![A-Za-z0-9(/.-]))"
)
_OF_OTHERS = re.compile(r"[A-Z]{2,}/")  # symbols of others: WT/L/508/Add.1
# A chunk with three digits that begins like no word and no symbol of others: S.11823, 811823, /11823.
_LIKE_SYMBOL = re.compile(
    r"(?![A-Z]{2,}\d{0,3}/|\d{1,3}[,.]\d{3}|(?:19|20)\d\d(?!\d))"
    r"(?:(?:[A-Za-z]{1,2}|[A-Za-z]?[§&]|[A-Za-z]?\$(?=[/\\|]))?[./\\|~–-]{0,2}[A-Za-z]?)\d{3,}"
)


def documents(tokens: Tokens, taken: Spans, page: Page) -> Iterator[Remark]:
    """What stands where a document's symbol does and is in none of the spans: document S.11823; (Sf26480); Add.1.

    It is a chunk with digits behind the word for a document, a root and a number in a bracket, the word of an
    addendum with its number, or behind the word for a document a symbol with a year of no known root. Other
    well-formed symbols of others (WT/MIN(22)/31) are none of ours, nor are standards, file numbers and years of others
    (EU/2031/452).
    """
    text, spans, chunk = tokens.view.text, Taken.of(taken), 0
    found = [match.span("it") for match in _IN_BRACKET.finditer(text)]
    found += (*_of_unknown_roots(tokens, page), *_numbered_by_others(tokens))
    for index, token in enumerate(tokens.items):
        touches = tokens.touches(index)
        chunk = chunk if touches else token.start  # where the run of signs without a blank begins
        if token.word in _ADDENDA and index + 2 < len(tokens) and text[token.start].isupper():
            number = index + 1 + (tokens[index + 1].word == ".")
            of_others = _OF_OTHERS.match(text, chunk)
            if tokens[number].has("int") and tokens[number].end - token.start <= _ADDENDUM and not of_others:
                found.append((token.start, tokens[number].end))
        elif (like := _LIKE_SYMBOL.match(text, token.start)) and index and not touches and is_led(tokens, index, page):
            last = bisect_left(tokens.items, like.end(), key=lambda one: one.end)
            if not like[0].isdecimal() or (last < len(tokens) and is_no_count(tokens, last)):
                found.append(like.span())
    for first, last in sorted(found):
        start, end = tokens.view.span(first, last)
        if not spans.touch(start, end):
            yield Remark(start, end, UNREAD)


def is_led(tokens: Tokens, index: int, page: Page) -> bool:
    """Whether the word for a document stands right before a token."""
    led = page.documents["before"].before(tokens, index, max(0, index - _TO_WORD))
    return any(tokens[index - 1].word.isalpha() and not match.has("date") for match in led)


def _of_unknown_roots(tokens: Tokens, page: Page) -> Iterator[tuple[int, int]]:
    """What is made as a symbol, of no known root, and is called a document, or stands in a list with such a one."""
    end = -1  # the token behind the last of them
    for match in OF_UNKNOWN.finditer(tokens.view.text):
        first = bisect_left(tokens.items, match.start(), key=lambda one: one.start)
        last = bisect_left(tokens.items, match.end(), key=lambda one: one.start)
        between = tokens.items[end:first] if end >= 0 else ()
        listed = bool(between) and all(one.word in LISTED or one.has("and") for one in between)
        signed = last < len(tokens) and tokens[last].has("number end")
        if listed or signed or is_led(tokens, first, page):
            yield match.span()
            end = last


def _numbered_by_others(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The numbers of resolutions of others right behind the noun or its sign, or before that: 第A.1106(29)号决议."""
    for match in _BY_OTHERS.finditer(tokens.view.text):
        first = bisect_left(tokens.items, match.start(), key=lambda one: one.start)
        last = bisect_left(tokens.items, match.end(), key=lambda one: one.start)
        above = tokens[first - 1] if first else None
        behind = above is not None and (above.has("noun") or above.has("own noun") or above.has("number sign"))
        if behind or (last < len(tokens) and tokens[last].has("number end")):
            yield match.span()
