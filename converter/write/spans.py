"""Which pieces of a text are links or stressed on a page: the marks of an expression as spans, none over another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from posixpath import dirname, join
from unicodedata import category
from urllib.parse import quote

import msgspec

from converter import addresses
from converter.model import Citation, Citing, Expression, Verb

EMPHASIS = "*"
_IN_A_WORD = "LMN"  # the categories of Unicode of what words are made of: letters, their signs, digits
_start = attrgetter("start")


class Span(msgspec.Struct, frozen=True):
    """A piece of a text and what stands around it in the Markdown."""

    start: int
    end: int
    before: str
    after: str


def sponsor_spans(expression: Expression, page: str) -> list[Span]:
    """A link on each sponsor with a code, to the States' page."""
    lang = expression.resolution.lang
    text = next(block.text.text for block in expression.resolution.masthead.blocks if block.kind == "sponsors")
    return [
        _link_span(
            sponsor.start,
            _after_star(text, sponsor.end),
            _link(page, f"{lang}/sponsors.md", sponsor.code.lower()),
        )
        for sponsor in expression.resolution.masthead.sponsors
        if sponsor.code
    ]


def origin_spans(expression: Expression, block: int) -> list[Span]:
    """A link to each document that was before the organ, where the United Nations publishes it: few texts cite one."""
    lang = expression.resolution.lang
    links = ((one, addresses.official_link(lang, quote(one.symbol, safe="/.-"))) for one in expression.origin)
    return [_link_span(one.start, one.end, link) for one, link in links if link and one.block == block]


def _after_star(text: str, end: int) -> int:
    """A State's star belongs to its name, so that no line begins with it."""
    return end + 1 if text[end : end + 1] in ("*", "＊") else end


def spans_by_place(expression: Expression, page: str) -> dict[str, list[Span]]:
    """The spans of every place, in order and never overlapping: citations, internal references, entities, verbs."""
    lang = expression.resolution.lang
    taken: dict[str, list[Span]] = {}
    for citation in expression.citations:
        for span in _citation_spans(citation, lang, page):
            add_span(taken.setdefault(citation.place, []), span)
    for reference in expression.internal:
        for landing in reference.landings:
            add_span(taken.setdefault(reference.place, []), _link_span(landing.start, landing.end, f"#{landing.id}"))
    for entity in expression.entities:
        target = _link(page, f"{lang}/terms.md", entity.id)
        add_span(taken.setdefault(entity.place, []), _link_span(entity.start, entity.end, target))
    for verb in expression.verbs:
        add_span(taken.setdefault(verb.place, []), _emphasis(verb))
    return taken


def _emphasis(verb: Verb) -> Span:
    """The emphasis on a verb, from its first letter to its last: beside other signs a * is no mark (CommonMark 6.2)."""
    said = [at for at, char in enumerate(verb.text, verb.start) if category(char)[0] in _IN_A_WORD]
    return Span(said[0], said[-1] + 1, EMPHASIS, EMPHASIS) if said else Span(verb.start, verb.start, "", "")


def add_span(spans: list[Span], span: Span) -> None:
    """Put a span among others, which are in order, unless it overlaps one of them."""
    index = bisect_left(spans, span.start, key=_start)
    free = not index or spans[index - 1].end <= span.start
    if span.start < span.end and free and (index == len(spans) or span.end <= spans[index].start):
        spans.insert(index, span)


def _link(page: str, target: str, anchor: str = "") -> str:
    """The relative link from a page to another; the way there is the same from every page of a folder."""
    if page == target:
        return addresses.link(page, target, anchor)
    return _link_from(dirname(page), target, anchor)


@lru_cache(maxsize=8192)
def _link_from(folder: str, target: str, anchor: str) -> str:
    return addresses.link(join(folder, "-"), target, anchor)


def _link_span(start: int, end: int, target: str) -> Span:
    return Span(start, end, "[", f"]({target})")


def _citation_spans(citation: Citation, lang: str, page: str) -> Iterator[Span]:
    """One link on the work's name, one on each pinpoint."""
    target = addresses.symbol_page(lang, citation.target) if citation.target else None
    if target is None:
        if citation.target is None:
            anchor = unsymbolled_anchor(citation)
            yield _link_span(citation.main_start, citation.main_end, _link(page, f"{lang}/cited.md", anchor))
        return
    if target == page:
        yield _link_span(citation.main_start, citation.main_end, "#title")
    else:
        yield _link_span(citation.main_start, citation.main_end, _link(page, target))
    for pinpoint in citation.pinpoints:
        anchor = addresses.pinpoint_anchor(pinpoint)
        yield _link_span(pinpoint.start, pinpoint.end, _link(page, target, anchor))


def unsymbolled_anchor(citation: Citation | Citing) -> str:
    """The anchor, on the page of cited works, of a work that has no symbol (a decision of the Assembly)."""
    words = "".join(char if char.isascii() and char.isalnum() else "-" for char in citation.number.lower())
    return f"{(citation.body or 'un').lower()}-{citation.kind}-{words}".replace("--", "-").strip("-")
