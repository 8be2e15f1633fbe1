"""In which document a number is printed: Official Records …, Supplement No. 25 (A/69/25), annex, resolution 1/1.

What is printed in the report of a body, or in a document of its series, is that body's, whoever's records the report
belongs to. Which document is whose is data (`authorities/reports.yml`); here is how the document is found.
"""

from __future__ import annotations

import re

from converter import symbols
from converter.authorities import Authorities, Report
from converter.cite import numbers, paths
from converter.cite.addenda import documents
from converter.languages.page import Page
from converter.view import Tokens

UNKNOWN = "\0unknown"
"""A document that is a supplement of Official Records, and nobody can tell which."""
SAME = "\0same"
"""The document that the note before cites (Ibid., resolution 69/2)."""
_FAR = 24  # tokens between a document and a number that is printed in it
_NEAR = 8  # tokens between the number of a supplement and its symbol
_POINTS = frozenset(",.،，")
_STOPS = frozenset(";;؛；。")
_CLOSING = frozenset(")》»”\"'")
_SHAPES = frozenset(("session-serial", "year-serial", "serial-roman", "special"))  # that organs share with others
_SUPPLEMENT = re.compile(r"A/\d{2}/\d{1,2}(?!\d)|E/(?:19|20)\d\d/[2-4]\d(?!\d)")
_OLD_SUPPLEMENT = re.compile(r"E/\d{3,4}(?!\d|/\d)")
_OWN_OF_COUNCIL = 1  # the supplement in which the Economic and Social Council prints its own resolutions


def before(tokens: Tokens, at: int, page: Page) -> str | None:
    """The document in which a number is printed that begins at an index: its symbol, or what is known without one.

    Nothing but parts and pages stand between: A/69/25), annex, resolution 1/1.
    """
    for index in range(at - 1, max(-1, at - _FAR), -1):
        token = tokens[index]
        if token.kind == "symbol":
            symbol = str(token.value)
            addenda = documents(tokens.part(index, at), page)[0]
            if not _leads(tokens, index + max(one.last for one in addenda), at, page):
                break
            return UNKNOWN if _is_of_another(symbol, tokens, index, page) else symbol
        if token.has("ibid") and _leads(tokens, index + 1, at, page):
            earlier = (one for one in reversed(tokens.items[:index]) if one.kind == "symbol")
            return next((str(one.value) for one in earlier), SAME)
        if (end := _supplement(tokens, index, page)[1]) and _leads(tokens, end, at, page):
            return UNKNOWN
        if token.word in _STOPS:
            break
    return None


def beside(tokens: Tokens, at: int) -> str | None:
    """The document that stands first in a bracket right behind a number: resolution 62/1 (see E/2019/28, chap. I)."""
    if at >= len(tokens) or tokens[at].word != "(":
        return None
    at += 1
    while at < len(tokens) and (tokens[at].has("see see") or tokens[at].has("document")):
        at += 1
    return str(tokens[at].value) if at < len(tokens) and tokens[at].kind == "symbol" else None


def last_document(tokens: Tokens, before: str | None) -> str | None:
    """The document that an ibid. in the next note means; `before` is the one that it means in this note."""
    last = next((str(one.value) for one in reversed(tokens.items) if one.kind == "symbol"), None)
    return last or (before if any(token.has("ibid") for token in tokens.items) else None)


def is_of_one_body(number: numbers.Number) -> bool:
    """Whether a number looks like those of several bodies, so that the document in which it is printed tells."""
    return number.shape in _SHAPES


def reporter(document: str, authorities: Authorities) -> Report | None:
    """Whose report a document is, or of whose series; None where that is not known."""
    return authorities.report(symbols.canonical(document))


def is_unknown(document: str, authorities: Authorities) -> bool:
    """Whether a document is a supplement of Official Records of a body that is not known."""
    symbol = symbols.canonical(document)
    return document == UNKNOWN or (_SUPPLEMENT.match(symbol) is not None and authorities.report(symbol) is None)


def _leads(tokens: Tokens, first: int, at: int, page: Page) -> bool:
    """Whether nothing but the end of its bracket, parts and pages stands between a document and a number."""
    closing = next((index for index in range(first, at) if tokens[index].word == ")"), None)
    opened = any(tokens[index].word == "(" for index in range(first, closing or first))
    end = closing + 1 if closing is not None and not opened else first
    while end < at:
        token = tokens[end]
        if token.word in _POINTS or token.word in _CLOSING or token.has("number end") or token.has("not after"):
            end += 1
            continue
        _, last = paths.after(tokens, end, page)
        last = max((last, *(match.last for match in page.documents["page"].after(tokens, end))))
        if last == end:
            return False
        end = last
    return end == at


def _supplement(tokens: Tokens, index: int, page: Page) -> tuple[int, int]:
    """The number of a supplement that is named at an index, and where that ends; 0 twice where none is."""
    match = max(page.documents["supplement"].after(tokens, index), key=lambda one: one.last, default=None)
    return (match.value("int"), match.last) if match else (0, 0)


def _is_of_another(symbol: str, tokens: Tokens, at: int, page: Page) -> bool:
    """Whether an older document of the Economic and Social Council is a supplement, and not that with its own texts."""
    if not _OLD_SUPPLEMENT.match(symbol):
        return False
    found = (_supplement(tokens, index, page)[0] for index in range(max(0, at - _NEAR), at))
    return any(number not in (0, _OWN_OF_COUNCIL) for number in found)
