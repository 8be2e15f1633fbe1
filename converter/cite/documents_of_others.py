"""Documents of other organizations, by symbols that are none of the UN's: document WHA58/2005/REC/1, decision 205 EX/5.

They are citations of a body that has no record, which have no work to lead to. Behind the word for a document or for a
resolution, or before its Chinese sign, what is made as a symbol is one; elsewhere it may be a standard or a file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter.cite import paths
from converter.cite.see_also import sees_also
from converter.cite.taken import Taken
from converter.cite.unread_alone import LISTED
from converter.cite.unread_symbols import OF_UNKNOWN, is_led
from converter.languages.page import Page
from converter.model import Citation
from converter.view import Token, Tokens

_PART = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:\((?:\d{1,3}|[IVXL]{1,8})\))?"
_ROOT = r"(?:[A-Z][A-Za-z]+(?:[.-][A-Za-z0-9]+)*\d{0,3}(?:\(\d{1,3}\))?|[A-Z]{1,3}\d{1,3}|\d{1,3} [A-Z]{1,3})"
_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/.-])(?<!\d )(?=(?:\d{{1,3}} )?[^ ]{{1,40}}/[^ ]{{0,40}}\d){_ROOT}(?:/{_PART})+")
_TO_NEXT = 3  # tokens, at most, between two of a list
_TO_SIGN = 2  # tokens, at most, from a symbol to the noun behind its Chinese sign


def of_others(place: str, tokens: Tokens, taken: Sequence[tuple[int, int]], page: Page) -> Iterator[Citation]:
    """Each of them in a text, where none of the spans is: these are citations already."""
    spans, floor, kind = Taken.of(taken), -1, ""
    for match in _SYMBOL.finditer(tokens.view.text):
        first = bisect_left(tokens.items, match.start(), key=lambda one: one.start)
        last = bisect_left(tokens.items, match.end(), key=lambda one: one.start)
        start, end = tokens.span(first, last)
        if OF_UNKNOWN.match(match[0]):  # it may be one of ours, misread: the account says so
            continue
        if any(one.kind in ("symbol", "number", "lost") for one in tokens.items[first:last]) or spans.touch(start, end):
            continue
        between = tokens.items[floor:first] if 0 <= floor <= first <= floor + _TO_NEXT else ()
        listed = bool(between) and all(one.word in LISTED or one.has("and") for one in between)
        kind = _kind(tokens, first, last, page) or (kind if listed else "")
        if not kind:
            continue
        pinpoints, floor = paths.after(tokens, last, page, numbered=True)
        floor = max(floor, last)
        finish = max([end, *(one.end for one in pinpoints)])
        text = tokens.view.source[start:finish]
        yield Citation(
            place=place, start=start, end=finish, text=text, target=None, kind=kind, body=None, number=match[0],
            date=None, title=None, author=None, see_also=sees_also(place, tokens, start, page),
            pinpoints=pinpoints, main_start=start, main_end=end, of_others=True,
        )  # fmt: skip


def _kind(tokens: Tokens, first: int, last: int, page: Page) -> str:
    """What is said to be cited: resolution, decision, document; empty where nothing says that it is one."""
    before = tokens[first - 1] if first else None
    if before is not None and (noun := _noun(before)):
        return noun
    if is_led(tokens, first, page):
        return "document"
    if last < len(tokens) and tokens[last].has("number end"):
        behind = tokens.items[last + 1 : last + 1 + _TO_SIGN]
        return next((noun for one in behind if (noun := _noun(one))), "document")
    return ""


def _noun(token: Token) -> str:
    """The kind of text that a word is a noun for; empty where it is none."""
    return next((str(token.sense(kind)) for kind in ("noun", "own noun") if token.has(kind)), "")
