"""Which half of a number is which: what its script turned, a year in the wrong place, more texts than a session has."""

from __future__ import annotations

import re
from collections.abc import Collection

from converter.authorities import Body
from converter.cite.numbers import Number, normalise, plain

ASSEMBLY = "GA"
_MOST_OF_SESSION = 999
MOST_OF_SPECIAL = 4
"""No special session of the Human Rights Council has adopted more texts."""
_TURNED_SHORT = re.compile(r"(?P<first>[1-9]|[12]\d|30)/(?P<last>4[5-9]|[5-8]\d)", re.ASCII)
_OF_YEAR = re.compile(
    r"(?P<first>\d{1,4})/(?P<last>19[4-9]\d|20\d\d)|(?P<year>19[4-9]\d|20\d\d)/(?P<serial>\d{1,4})", re.ASCII
)


def turned(number: Number) -> Number:
    """1/70 as 70/1, as a text that runs to the left may turn it: no organ has so many of a session."""
    match = _TURNED_SHORT.fullmatch(number.text)
    return (normalise(f"{match['last']}/{match['first']}") if match else None) or number


def by_year(printed: str, bodies: Collection[Body] | None) -> Number | None:
    """A number by years whose year stands in another place than the organ has it; None for what is none.

    15/2004 is 2004/15 of an organ that numbers by years, or of none that is named; 1325/2000 and 2000/1325 are 1325
    (2000) of one that counts its texts through all years, where that number is known to be of that year.
    """
    halves = _OF_YEAR.fullmatch(plain(printed))
    if halves is None:
        return None
    behind = halves["last"] is not None
    year, serial = (halves["last"], halves["first"]) if behind else (halves["year"], halves["serial"])
    for body in bodies or ():
        years = body.years_of(int(serial)) if body.serials else None
        if years and years[0] <= int(year) <= years[1]:
            return normalise(f"{serial}({year})")
    is_yearly = behind and (bodies is None or any("year-serial" in body.numbers for body in bodies))
    return normalise(f"{year}/{serial}") if is_yearly else None


def is_beyond(number: Number, body: Body) -> bool:
    """Whether no session of an organ has adopted so many texts: 45/2004 of the Assembly, S-20/25 of a council."""
    serial = re.search(r"/(\d+)[A-Z]*$", number.text)
    if serial is None or number.shape not in ("session-serial", "special"):
        return False
    of_council = number.shape == "special" and body.id != ASSEMBLY
    return int(serial[1]) > (MOST_OF_SPECIAL if of_council else _MOST_OF_SESSION)
