"""Numbers alone of works that the text cites with their years elsewhere: 1718 (2006), and then resolution 1718.

Such a number is that work's where the text cites one work with it and no other, and no organ beside it says otherwise.
What is left of them is said (`unread_alone.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from converter.annotate.found import Found, Given, by_place, in_order
from converter.cite import around, numbers, paths, unread_alone
from converter.cite.see_also import sees_also
from converter.cite.taken import Spans, Taken
from converter.model import Citation
from converter.view import Tokens

_SERIAL = re.compile(r"(?P<serial>\d{3,4})\(.+\)")
_ALONE = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_MORE_DIGITS = re.compile(r"[.,٬/ -]?\d|[ -]?\(")


def cited_again(given: Given, found: Found) -> Found:
    """The citations, with those by a number alone."""
    known = _known(found.citations, given.resolution.masthead.symbol)
    if not known:
        return found
    there, mine = by_place(found.citations), []
    for words in given.read:
        if not any(one[0] in known for one in _ALONE.finditer(words.view.text)):
            continue
        taken = [(one.start, one.end) for one in there.get(words.place, ())]
        taken += [(one.remark.start, one.remark.end) for one in found.said if one.place == words.place]
        for index in _alone(words.tokens, taken, given):
            work = known.get(words.tokens[index].word)
            if work is not None:
                mine.append(_again(words.place, words.tokens, index, work, given))
    whole = in_order(by_place((*found.citations, *filter(None, mine))), given)
    return replace(found, citations=tuple(whole)) if mine else found


def _known(citations: tuple[Citation, ...], own: str | None) -> Mapping[str, Citation]:
    """By its number, each work whose number no other that the text cites has, nor the text itself."""
    works: dict[str, dict[str, Citation]] = {}
    for one in citations:
        serial = _SERIAL.fullmatch(one.number)
        if serial and one.target and one.kind in ("resolution", "decision"):
            works.setdefault(serial["serial"], {}).setdefault(one.target, one)
    alone = {number: next(iter(some.values())) for number, some in works.items() if len(some) == 1}
    return {number: one for number, one in alone.items() if one.target != own}


def _alone(tokens: Tokens, taken: Spans, given: Given) -> Iterator[int]:
    """The indexes of numbers alone that are those of a resolution or decision: behind their noun, or said to be."""
    spans = Taken.of(taken)
    said = {one.start for one in unread_alone.bare_numbers(tokens, taken, given.page)}
    for index, token in enumerate(tokens.items):
        if not _ALONE.fullmatch(token.word) or spans.touch(*tokens.span(index, index + 1)):
            continue
        first = index - 1
        while first >= 0 and tokens[first].has("number sign"):
            first -= 1
        behind_noun = first >= 0 and (tokens[first].has("noun") or tokens[first].has("own noun"))
        is_whole = not _MORE_DIGITS.match(tokens.view.text, token.end)
        if tokens.span(index, index + 1)[0] in said or (behind_noun and is_whole and not unread_alone.is_a_year(token)):
            yield index


def _again(place: str, tokens: Tokens, index: int, work: Citation, given: Given) -> Citation | None:
    """The citation of a work by its number alone, with its paragraphs; None where an organ beside it is another's."""
    left, right = around.left_of(tokens, index, 0, given.page), around.right_of(tokens, index + 1, given.page)
    if not all(_may_be(name, work, given) for name in (left.organ, left.other, right.organ) if name is not None):
        return None
    days = {*left.dates, *right.dates}
    if not all(_is_of(work, day) for day in days):
        return None
    before, at = paths.before(tokens, 0, left.edge, given.page)
    after, _ = paths.after(tokens, right.edge, given.page, of="number")
    start, end = tokens.span(left.edge, right.edge)
    begin = tokens.span(at, at + 1)[0] if before else start
    finish = max([end, *(one.end for one in after)])
    return replace(
        work,
        place=place,
        start=begin,
        end=finish,
        text=tokens.view.source[begin:finish],
        main_start=start,
        main_end=end,
        pinpoints=(*before, *after),
        date=days.pop() if len(days) == 1 else None,
        title=None,
        see_also=sees_also(place, tokens, start, given.page),
        phrases=tuple(one.at for one in (*left.phrases, *right.phrases)),
    )


def _may_be(name: str, work: Citation, given: Given) -> bool:
    """Whether an organ that is called so may be that of a work; a short name may be of several."""
    if name == around.OWN:
        return work.body == given.resolution.masthead.body
    body, full = given.language.organs.get(name, ("", False))
    return body == work.body if full else work.body in given.language.short_names.get(name, ())


def _is_of(work: Citation, day: str) -> bool:
    """Whether a work may be of a day, as far as its number tells."""
    number = numbers.normalise(work.number)
    months = number.months(work.body or "") if number is not None else None
    return months is None or months[0] <= day[:7] <= months[1]
