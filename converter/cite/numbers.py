"""Numbers of resolutions: their shapes, and the bodies whose texts carry them.

The shapes follow the UN's system of identification of resolutions: `60/251` (session and serial, from the
thirty-first session of the Assembly on), `2004/81` (year and serial), `1325(2000)` (serial and year),
`377(V)` (serial and Roman session, before 1976), `S-26/2` and `ES-10/22` (special and emergency sessions).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from converter.authorities import Body
from converter.cite.symbols import fold

_SHAPES = (
    ("emergency", re.compile(r"ES-\d+/\d+", re.ASCII)),
    ("special", re.compile(r"S-\d+/\d+", re.ASCII)),
    ("statement", re.compile(r"PRST/?(?P<serial>(?P<session>\d+)/\d+)", re.ASCII)),
    ("serial-year", re.compile(r"(?P<serial>\d{1,4})\((?P<year>(?:19|20)\d{2})\)", re.ASCII)),
    (
        "serial-roman",
        re.compile(r"(?P<serial>\d{1,4})(?:[A-Z])?\((?P<session>(?:S-)?[IVXL]+)\)(?:[A-Z])?", re.ASCII),
    ),
    ("year-serial", re.compile(r"(?:19[4-9]\d|20\d{2})/\d{1,4}[A-Z]?", re.ASCII)),
    ("session-serial", re.compile(r"(?P<session>\d{1,3})/\d{1,4}[A-Z]?", re.ASCII)),
)
_LETTERED = re.compile(
    r"(?P<head>[\d/]+)(?P<letters>[A-Z](?:[^A-Z()\d]+[A-Z])+)(?P<tail>\(.*\))?", re.ASCII | re.DOTALL
)
_LETTER = re.compile(r"(?P<joint>[^A-Z]*)(?P<letter>[A-Z])")
_GA_FIRST_SERIAL_SESSION = 31  # before it, the Assembly's numbers carry Roman sessions
_FIRST_YEAR = 1946  # a first part from here on is a year, not a session


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its canonical spelling and its shape; `session` is the first part where it is a session.

    Of a statement, `session` may be a year.
    """

    text: str
    shape: str
    session: int | None


def _plain(printed: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", fold(printed)))


def normalise(printed: str) -> Number | None:
    """`１３２５（２０００）` → 1325(2000); None for what has none of the shapes."""
    text = _plain(printed)
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        if shape == "statement":
            return Number(f"PRST/{match['serial']}", shape, int(match["session"]))
        if shape == "serial-roman":  # the parts of a resolution share its symbol: 377 A (V) is in A/RES/377(V)
            return Number(f"{match['serial']}({match['session']})", shape, None)
        session = int(match["session"]) if shape == "session-serial" else None
        return Number(text, shape, session)
    return None


def split_letters(printed: str, ranges: Collection[str]) -> list[str]:
    """`31/6 A和B` → [`31/6A`, `31/6B`]; `3419 A至D(XXX)` → four numbers; other numbers as they are.

    `ranges` are the words that join the ends of a range (至).
    """
    text = _plain(printed)
    match = _LETTERED.fullmatch(text)
    if match is None:
        return [text]
    letters: list[str] = []
    for part in _LETTER.finditer(match["letters"]):
        first = ord(letters[-1]) + 1 if part["joint"] in ranges and letters else ord(part["letter"])
        letters += [chr(code) for code in range(first, ord(part["letter"]) + 1)]
    return [f"{match['head']}{letter}{match['tail'] or ''}" for letter in letters]


def fits(number: Number, body: Body) -> bool:
    """Whether a text of this body can carry this number."""
    if number.shape == "statement":  # the Council's carry its session, the Security Council's the year
        by_session = number.session is not None and number.session < _FIRST_YEAR
        has_statements = body.symbol("presidential-statement", "") is not None
        return has_statements and by_session == ("session-serial" in body.numbers)
    if number.shape not in body.numbers:
        return False
    too_early = body.id == "GA" and number.session is not None and number.session < _GA_FIRST_SERIAL_SESSION
    return not too_early


def symbol(number: Number, kind: str, body: Body) -> str | None:
    """The canonical symbol; None where the body's texts of this kind have none (the Assembly's decisions)."""
    if number.shape == "statement":
        kind, text = "presidential-statement", number.text.removeprefix("PRST/")
    else:
        text = number.text
    return body.symbol(kind, text)
