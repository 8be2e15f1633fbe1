"""Numbers of which a figure is lost: 93 (2031) of 7 May 2031, between 9388 (2031) and 9401 (2031), is 9393 (2031).

An organ that counts its texts through all years (the Security Council) has numbers of its own in each; the authority
file knows some of them (`serials`). A number with fewer figures than any of its year, whose date is of that year, has
lost one. It is mended where one number alone fits: in the year, and between those that the text gives the days before
and after. What else is of another year than its number is said and left (`lint/citations.py`).

A symbol that is printed without the year (S/RES/9393 of 7 May 2031) is of the one year that has such a number, else of
that of its date if it may be; where none is known it leads nowhere and is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.annotate.found import Found, Given, Remark, Said
from converter.authorities import Body
from converter.cite import numbers
from converter.model import Citation

_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class _Known:
    """A text of the organ that is cited with its day, or the text itself: its number and date (ISO)."""

    serial: int
    date: str


def mend_serials(given: Given, found: Found) -> Found:
    """The citations, those with a lost figure as what they mean."""
    bodies = {body.id: body for body in given.language.authorities.bodies if body.serials}
    lost = [one for one in found.citations if one.body in bodies and _is_lost(one, bodies[one.body])]
    if not lost:
        return found
    mended = {}
    for one in lost:
        assert one.body is not None  # it is in bodies
        meant = _meant(one, bodies[one.body], [*_known(given, found.citations, bodies[one.body])])
        mended[id(one)] = meant or one
    return replace(found, citations=tuple(mended.get(id(one), one) for one in found.citations))


def mend_yearless(given: Given, found: Found) -> Found:
    """The citations, those by a symbol that lacks its year as what they mean; of which that is not known is said."""
    bodies = {body.id: body for body in given.language.authorities.bodies if body.serials}
    kept: list[Citation] = []
    said: list[Said] = []
    for one in found.citations:
        body = bodies.get(one.body or "")
        if body is None or not one.number.isdecimal() or one.target != body.symbol(one.kind, one.number):
            kept.append(one)
            continue
        meant = _with_year(one, body)
        if meant is None:
            said.append(Said(one.place, Remark(one.main_start, one.main_end, "citation-unread")))
        else:
            kept.append(meant)
    return replace(found, citations=tuple(kept), said=(*found.said, *said))


def _with_year(citation: Citation, body: Body) -> Citation | None:
    """A citation with the year that its number lacks; None where that is not known."""
    years = body.years_of(int(citation.number))
    if years is None:
        return None
    year = years[0] if years[0] == years[1] else int((citation.date or "0")[:4])
    meant = numbers.normalise(f"{citation.number}({year})") if years[0] <= year <= years[1] else None
    return replace(citation, number=meant.text, target=numbers.symbol(meant, citation.kind, body)) if meant else None


def misplaced(number: numbers.Number, body: Body) -> tuple[int, int] | None:
    """The years of which the organ's text of this number is, where they are others than the number's own."""
    serial, year = number.serial, number.year
    years = body.years_of(serial) if serial is not None else None
    return years if years and year is not None and not years[0] <= year <= years[1] else None


def _is_lost(citation: Citation, body: Body) -> bool:
    """Whether a number has fewer figures than any of its year, and the date beside it is of that year."""
    number = numbers.normalise(citation.number)
    if number is None or number.serial is None or not citation.date or citation.date[:4] != str(number.year):
        return False
    lowest = next((first for year, first, _ in body.serials if year == number.year), 0)
    return len(str(number.serial)) < len(str(lowest)) and misplaced(number, body) is not None


def _known(given: Given, citations: Sequence[Citation], body: Body) -> Iterator[_Known]:
    """The organ's texts of which the day and the number are known here."""
    head = given.resolution.masthead
    if head.body == body.id and head.number and head.date:
        yield from _as_known(head.number, head.date, body)
    for one in citations:
        if one.body == body.id and one.date:
            yield from _as_known(one.number, one.date, body)


def _as_known(printed: str, date: str, body: Body) -> Iterator[_Known]:
    number = numbers.normalise(printed)
    if number and number.serial is not None and date[:4] == str(number.year) and misplaced(number, body) is None:
        yield _Known(number.serial, date)


def _meant(citation: Citation, body: Body, known: Sequence[_Known]) -> Citation | None:
    """The citation with the one number that it can mean; None where there is none, or more than one."""
    number = numbers.normalise(citation.number)
    assert number is not None and number.year is not None and citation.date is not None  # `_is_lost`
    printed = str(number.serial)
    after = max((one.serial for one in known if one.date < citation.date), default=0)
    before = min((one.serial for one in known if one.date > citation.date), default=10 ** (len(printed) + 1))
    fitting = {
        serial
        for at in range(len(printed) + 1)
        for digit in _DIGITS
        if after < (serial := int(printed[:at] + digit + printed[at:])) < before and _is_of(serial, number.year, body)
    }
    meant = numbers.normalise(f"{fitting.pop()}({number.year})") if len(fitting) == 1 else None
    if meant is None:
        return None
    return replace(citation, number=meant.text, target=numbers.symbol(meant, citation.kind, body))


def _is_of(serial: int, year: int, body: Body) -> bool:
    years = body.years_of(serial)
    return years is not None and years[0] <= year <= years[1]
