"""In which series a symbol stands: cited works of one series and session are on one page, each on its anchor there.

`Standing` is where a work is read, whatever becomes of it: on the page of its text, on one of its own, or in its
series.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from converter import addresses

_JOINED = re.compile(r"(?:Add|Rev|Corr|Amend)\.\d+.*")  # what is joined to a document stands with it
_OF_SESSION = re.compile(r"(?P<number>.+)\((?P<session>(?:ES-|S-)?[IVXLC]+)\)")  # 1514(XV)
_OF_YEAR = re.compile(r"\d+\((?P<decade>(?:19|20)\d)\d\)")  # 687(1991)
_COUNTED_THROUGH = re.compile(r"(?P<thousands>\d+)\d{3}")  # S/14506: of a series without sessions

PLACES_TOGETHER = 20  # paragraphs that cite a work; one with more has a page of its own
CITED_BY = "cited-by"  # the anchor of who cites a work
PLACES = rf"(?:op|pp)\d[a-z\d-]*|annex[a-z\d-]*|{CITED_BY}|title"  # what scripts take for a place of a work
PARTED = "-"  # what parts the anchor of a work from that of a paragraph of it: 251-op3


class Standing(NamedTuple):
    """Where a work is read: the page, and its anchor where that page has other works too.

    Of a part of a text `places` are those of its paragraphs as citations of the part name them → as the page has them:
    paragraph 2 of part B (op2) is b-2.
    """

    page: str
    anchor: str = ""
    places: Mapping[str, str] | None = None

    def at(self, place: str = "") -> str:
        """The anchor of a place of the work (op3) on the page; of the work without one, or of a part that lacks it."""
        if self.places is not None:
            return self.places.get(place, self.anchor)
        return PARTED.join(filter(None, (self.anchor, place)))

    def url(self, place: str = "") -> str:
        """The site-relative address of the work, or of a place of it."""
        anchor = self.at(place)
        return f"{addresses.url(self.page)}#{anchor}" if anchor else addresses.url(self.page)


class Series(NamedTuple):
    """Where a symbol stands: the address of its series below `cited`, what that is called, its anchor there.

    It is called by what its symbols have alike, with … where their numbers differ: A/RES/60, A/RES/…(XV).
    """

    path: str
    name: str
    anchor: str


def series_of(symbol: str) -> Series:
    """The series of a symbol that may become an address: what all of it but its number says.

    A/RES/60/251 → A/RES/60; S/RES/687(1991) → the decade; A/RES/1514(XV) → its session; S/14506 → its thousand;
    1/CP.21 → CP.21; what is joined to a document (A/60/251/Add.1) stands in its document's series.
    """
    parts = symbol.split("/")
    end = len(parts)
    while end > 2 and _JOINED.fullmatch(parts[end - 1]):
        end -= 1
    stem, number = parts[: end - 1], parts[end - 1 :]
    if parts[0].isdigit():
        stem, number = parts[1:], parts[:1]
    if of_session := _OF_SESSION.fullmatch(number[0]):
        number[0] = of_session["number"]
        session = of_session["session"]
        return _series([*stem, session], f"{'/'.join(stem)}/…({session})", number)
    if of_year := _OF_YEAR.fullmatch(number[0]):
        first, last = (f"{of_year['decade']}{digit}" for digit in (0, 9))
        return _series([*stem, f"{first}-{last}"], f"{'/'.join(stem)}/…({first}–{last})", number)
    if len(stem) == 1 and (counted := _COUNTED_THROUGH.fullmatch(number[0])):
        first, last = (f"{counted['thousands']}{rest}" for rest in ("000", "999"))
        return _series([*stem, f"{first}-{last}"], f"{stem[0]}/{first}–{last}", number)
    return _series(stem, "/".join(stem), number)


def _series(path: list[str], name: str, number: list[str]) -> Series:
    anchor = "-".join(re.findall(r"[a-z0-9]+", "-".join(number).lower()))
    return Series("/".join(path), name, anchor)


def series_page(lang: str, series: Series) -> str:
    """The path of the page of a series."""
    return f"{lang}/{addresses.CITED}{series.path}.md"


def anchors_in_series(symbols: Iterable[str]) -> dict[str, str]:
    """The symbols of one series → the anchor of each on its page; of two alike (53(I) and 53-I) the later is marked."""
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for symbol in symbols:
        anchor = series_of(symbol).anchor
        while anchor in taken:
            anchor += "-x"
        taken.add(anchor)
        anchors[symbol] = anchor
    return anchors
