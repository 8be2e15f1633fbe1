"""Numbers whose halves changed places: 73/72 of a day that only session 72 had, S-1/35 of special session 35.

Read as meant, and said, where nothing else can be meant: the day beside the number is of the session that stands behind
the stroke and not of the other, or no special session has adopted so many texts. Where the year may as well be a slip
of one (71/72 of 2016), another place of the text must have the number the right way round. What else its day rules out
is left as it is printed, and said with what may be meant (`lint/citations.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from converter.annotate.found import Found, Given
from converter.authorities import Body
from converter.cite import halves, numbers
from converter.languages import Language
from converter.model import Citation

_HALVES = re.compile(r"(?P<special>E?S-)?(?P<first>\d{1,2})/(?P<last>\d{1,2})(?P<part>[A-Z]{0,2})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The Assembly's special sessions whose numbers have a stroke begin with the eighth, its emergency ones with the sixth.
_FIRST = {"S-": 8, "ES-": 6}


def mend_turned(given: Given, found: Found) -> Found:
    """The citations, those whose halves changed places as what they mean."""
    there = {(one.body, one.number) for one in found.citations}
    speaker = given.resolution.masthead.body
    turned: dict[int, Citation] = {}
    for one in found.citations:
        body = given.language.authorities.body(one.body or (speaker or "" if not one.of_others else ""))
        meant = _turned(one, body) if body else None
        if body and meant and _is_meant(one, meant, body, given.language, again=(body.id, meant.text) in there):
            target = numbers.symbol(meant, one.kind, body)
            turned[id(one)] = replace(one, number=meant.text, target=target, body=body.id)
    if not turned:
        return found
    return replace(found, citations=tuple(turned.get(id(one), one) for one in found.citations))


def _turned(citation: Citation, body: Body) -> numbers.Number | None:
    """The number with its halves changed about, where a text of this body may have that one."""
    parts = _HALVES.fullmatch(citation.number)
    if parts is None or parts["first"] == parts["last"]:
        return None
    meant = numbers.normalise(f"{parts['special'] or ''}{parts['last']}/{parts['first']}{parts['part']}")
    return meant if meant is not None and numbers.fits(meant, body) else None


def _is_meant(one: Citation, meant: numbers.Number, body: Body, language: Language, *, again: bool) -> bool:
    """Whether a number can only be meant the other way round; `again` is whether the text has that number as well."""
    parts = _HALVES.fullmatch(one.number)
    assert parts is not None  # `_turned`
    if parts["special"]:
        first, last = int(parts["first"]), int(parts["last"])
        if body.id == halves.ASSEMBLY:
            return first < _FIRST[parts["special"]] <= last
        return last > halves.MOST_OF_SPECIAL and (first <= halves.MOST_OF_SPECIAL or again)
    printed = numbers.normalise(one.number)
    if printed is None or not one.date or not _DAY.fullmatch(one.date):
        return False
    if not _is_of_the_day(one.date, printed, meant, body, language):
        return False
    year = int(one.date[:4])
    near = any(_may_be(printed, body, f"{year + by}{one.date[4:]}", language) for by in (-1, 1))
    return again or not near


def turned_by_day(one: Citation, language: Language) -> str | None:
    """The number with its halves changed about where that is of the citation's day and the printed one is not."""
    body = language.authorities.body(one.body or "")
    meant, printed = _turned(one, body) if body else None, numbers.normalise(one.number)
    if not body or meant is None or printed is None or not one.date or not _DAY.fullmatch(one.date):
        return None
    return meant.text if _is_of_the_day(one.date, printed, meant, body, language) else None


def _is_of_the_day(day: str, printed: numbers.Number, meant: numbers.Number, body: Body, language: Language) -> bool:
    """Whether a text of this body with the number as it is meant may be of a day, and one as it is printed may not."""
    return _may_be(meant, body, day, language) and not _may_be(printed, body, day, language)


def _may_be(number: numbers.Number, body: Body, date: str, language: Language) -> bool:
    """Whether a text of this body with this number may be of a day."""
    if not numbers.fits(number, body):
        return False
    months = number.months(body.id)
    if months is not None:
        return months[0] <= date[:7] <= months[1]
    session = language.authorities.session(body.id, number.session or 0)
    if session is not None:
        return session.first <= date <= session.last
    return number.session is not None and language.authorities.could_be_of(body.id, number.session, date)
