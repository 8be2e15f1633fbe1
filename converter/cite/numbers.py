"""Numbers of resolutions: their shapes, and the bodies whose texts carry them.

The shapes follow the UN's system of identification of resolutions: `60/251` (session and serial, from the
thirty-first session of the Assembly on), `2004/81` (year and serial), `1325(2000)` (serial and year),
`377(V)` (serial and Roman session, before 1976), `S-26/2` and `ES-10/22` (special and emergency sessions).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from converter.authorities import Body

_SHAPES = (
    ("emergency", re.compile(r"ES-\d+/\d+")),
    ("special", re.compile(r"S-\d+/\d+")),
    ("statement", re.compile(r"PRST/?(?P<serial>\d+/\d+)")),
    ("serial-year", re.compile(r"(?P<serial>\d{1,4})\((?P<year>(?:19|20)\d{2})\)")),
    ("serial-roman", re.compile(r"(?P<serial>\d{1,4})(?P<letter>[A-Z])?\((?P<session>(?:S-)?[IVXL]+)\)")),
    ("year-serial", re.compile(r"(?P<session>(?:19[4-9]\d|20\d{2}))/(?P<serial>\d{1,4})(?P<letter>[A-Z])?")),
    ("session-serial", re.compile(r"(?P<session>\d{1,3})/(?P<serial>\d{1,4})(?P<letter>[A-Z])?")),
)
_DASHES = str.maketrans({"－": "-", "‑": "-", "–": "-", "—": "-"})
_GA_FIRST_SERIAL_SESSION = 31  # before it, the Assembly's numbers carry Roman sessions


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its canonical spelling and its shape; `session` is the first part where it is a session."""

    text: str
    shape: str
    session: int | None


def normalise(printed: str) -> Number | None:
    """`１３２５（２０００）` → 1325(2000); None for what has none of the shapes."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", printed)).translate(_DASHES)
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        if shape == "statement":
            return Number(f"PRST/{match['serial']}", shape, None)
        if shape == "serial-roman":  # the parts of a resolution share its symbol: 377 A (V) is in A/RES/377(V)
            return Number(f"{match['serial']}({match['session']})", shape, None)
        session = int(match["session"]) if shape == "session-serial" else None
        return Number(text, shape, session)
    return None


def split_letters(printed: str) -> list[str]:
    """`31/6 A和B` → [`31/6A`, `31/6B`], `3419 A至D(XXX)` → four numbers; other numbers as they are."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", printed))
    match = re.fullmatch(r"(?P<head>[\d/]+)(?P<letters>[A-Z](?:[、和至][A-Z])+)(?P<tail>\(.*\))?", text)
    if match is None:
        return [text]
    letters: list[str] = []
    joints = re.findall(r"([、和至]?)([A-Z])", match["letters"])
    for joint, letter in joints:
        first = ord(letters[-1]) + 1 if joint == "至" else ord(letter)
        letters += [chr(code) for code in range(first, ord(letter) + 1)]
    return [f"{match['head']}{letter}{match['tail'] or ''}" for letter in letters]


def fits(number: Number, body: Body) -> bool:
    """Whether a text of this body can carry this number."""
    if number.shape == "statement":
        return body.symbol("presidential-statement", "") is not None
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
