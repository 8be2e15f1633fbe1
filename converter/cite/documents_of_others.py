"""Documents of other organizations, by symbols that are none of the UN's: document WHA58/2005/REC/1, decision 205 EX/5.

They are citations of a body that has no record, which have no work to lead to. Behind the word for a document or for a
resolution, or before its Chinese sign, what is made as a symbol is one; elsewhere it may be a standard or a file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.cite import paths
from converter.cite.see_also import sees_also
from converter.cite.taken import Taken
from converter.cite.unread_alone import LISTED
from converter.cite.unread_symbols import OF_UNKNOWN, is_led
from converter.languages.page import Page
from converter.model import Citation
from converter.view import Token, Tokens

_PART = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:\((?:\d{1,3}|[IVXL]{1,8})\)|(?<=\d) \([IVXL]{1,8}\))?"
_ROOT = r"(?:[A-Z][A-Za-z]+(?:[.-][A-Za-z0-9]+)*\d{0,3}(?:\(\d{1,3}\))?|[A-Z]{1,3}\d{1,3}|\d{1,3} [A-Z]{1,3})"
_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/.-])(?<!\d )(?=(?:\d{{1,3}} )?[^ ]{{1,40}}/[^ ]{{0,40}}\d){_ROOT}(?:/{_PART})+")
_TO_NEXT = 3  # tokens, at most, between two of a list
_TO_SIGN = 2  # tokens, at most, from a symbol to the noun behind its Chinese sign


def of_others(place: str, tokens: Tokens, taken: Sequence[tuple[int, int]], page: Page) -> Iterator[Citation]:
    """Each of them in a text, where none of the spans is: these are citations already."""
    spans, floor, kind = Taken.of(taken), -1, ""
    matches = [one for one in _SYMBOL.finditer(tokens.view.text) if not OF_UNKNOWN.match(one[0])]  # ours, misread: said
    ends = [_tokens_of(one, tokens) for one in matches]
    for at, match in enumerate(matches):
        first, last = ends[at]
        start, end = tokens.span(first, last)
        if any(one.kind in ("symbol", "number", "lost") for one in tokens.items[first:last]) or spans.touch(start, end):
            continue
        listed = floor >= 0 and _is_list(tokens, floor, first)
        kind = _kind(tokens, first, last, page) or (kind if listed else "") or _kind_behind(tokens, ends[at:], page)
        if not kind:
            continue
        pinpoints, floor = paths.after(tokens, last, page, of="number")
        floor = max(floor, last)
        finish = max([end, *(one.end for one in pinpoints)])
        text = tokens.view.source[start:finish]
        yield Citation(
            place=place, start=start, end=finish, text=text, target=None, kind=kind, body=None,
            number=match[0].replace(" (", "("), date=None, title=None, author=None,
            see_also=sees_also(place, tokens, start, page),
            pinpoints=pinpoints, main_start=start, main_end=end, of_others=True,
        )  # fmt: skip


def _tokens_of(match: re.Match[str], tokens: Tokens) -> tuple[int, int]:
    """The first token of a symbol and the one behind it."""
    first = bisect_left(tokens.items, match.start(), key=lambda one: one.start)
    return first, bisect_left(tokens.items, match.end(), key=lambda one: one.start)


def _is_list(tokens: Tokens, end: int, first: int) -> bool:
    """Whether nothing but what joins a list stands between two of them."""
    between = tokens.items[end:first] if end <= first <= end + _TO_NEXT else ()
    return bool(between) and all(one.word in LISTED or one.has("and") for one in between)


def _kind_behind(tokens: Tokens, ends: Sequence[tuple[int, int]], page: Page) -> str:
    """What the last of a list says of all, where a language says it there: CM/Res.3(X)和CM/Res.4(X)号决议."""
    for (_, end), (first, last) in pairwise(ends):
        if not _is_list(tokens, end, first):
            return ""
        if last < len(tokens) and tokens[last].has("number end"):
            return _kind(tokens, first, last, page)
    return ""


def _kind(tokens: Tokens, first: int, last: int, page: Page) -> str:
    """What is said to be cited: resolution, decision, document; empty where nothing says that it is one."""
    at = first - 1 - (first > 1 and tokens[first - 1].has("organ"))  # قراري مجلس الوزراء CM/Res.3
    before = tokens[at] if first else None
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
