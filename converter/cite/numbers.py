"""Numbers of resolutions: their shapes, and the bodies whose texts carry them.

The shapes follow the UN's system of identification of resolutions: `60/251` (session and serial, from the
thirty-first session of the Assembly on), `2004/81` (year and serial), `1325(2000)` (serial and year),
`377(V)` (serial and Roman session, before 1976), `S-26/2` and `ES-10/22` (special and emergency sessions).
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from converter import numerals
from converter.authorities import Body
from converter.symbols import fold
from converter.view.twins import CAPITALS

_PART = r"(?:AA|BB|CC|DD|EE|FF|GG|HH|[A-Z])"  # of a resolution; after Z the Assembly went on with AA
BARE_HEALTH = "health-bare"
"""The shape of a number of the World Health Assembly without its letters: 63.22."""
_SHAPES = (
    ("emergency", re.compile(rf"ES-\d+/\d+{_PART}?", re.ASCII)),
    ("special", re.compile(rf"S-\d+/\d+{_PART}?", re.ASCII)),
    ("statement", re.compile(r"PRST/?(?P<serial>(?:OS/\d+|(?P<session>\d+))/\d+)", re.ASCII)),
    ("statement-year", re.compile(r"\d{1,4}/PRST\.\d{1,3}", re.ASCII)),  # 2006/PRST.1: of no series with symbols
    ("serial-year", re.compile(r"(?P<serial>\d{1,4})[A-Z]?\((?P<year>(?:19|20)\d{2})\)[A-Z]?", re.ASCII)),
    (
        "serial-roman",
        re.compile(
            r"(?P<serial>\d{1,4})(?:[A-Z])?\((?P<special>E?S-)?(?P<session>[IVXL]+|\d{1,2})\)(?:[A-Z])?", re.ASCII
        ),
    ),
    ("roman-serial", re.compile(r"(?:SS\.)?[IVXL]{1,8}/\d{1,3}", re.ASCII)),  # of parties to conventions: none of ours
    ("year-serial", re.compile(r"(?:19[4-9]\d|20\d{2})/\d{1,4}[A-Z]?", re.ASCII)),
    ("session-serial", re.compile(rf"(?P<session>\d{{1,3}})/\d{{1,4}}{_PART}?", re.ASCII)),
    ("health-assembly", re.compile(r"WHA\d{1,3}(?:[./]\d{1,3}|\(\d{1,3}\))", re.ASCII)),
    (BARE_HEALTH, re.compile(r"\d{1,3}\.\d{1,3}", re.ASCII)),
    ("health-board", re.compile(r"EB\d{1,3}\.R\d{1,3}|EB\d{1,3}\(\d{1,3}\)", re.ASCII)),
    ("atomic-conference", re.compile(r"GC\((?:\d{1,3}|[IVXL]+)\)/RES/\d{1,4}", re.ASCII)),
    ("climate-parties", re.compile(r"\d{1,3}/CP\.\d{1,3}", re.ASCII)),
    ("desert-parties", re.compile(r"\d{1,3}/COP\.\d{1,3}", re.ASCII)),
    ("kyoto-parties", re.compile(r"\d{1,3}/CMP\.\d{1,3}", re.ASCII)),
    ("paris-parties", re.compile(r"\d{1,3}/CMA\.\d{1,3}", re.ASCII)),
    ("african-union", re.compile(r"(?:Ext/)?Assembly/AU/Dec\.\d{1,4}\([IVXL]+\)", re.ASCII)),
)
TELLING = frozenset(
    (
        "health-assembly",
        "health-board",
        "atomic-conference",
        "climate-parties",
        "desert-parties",
        "kyoto-parties",
        "paris-parties",
        "african-union",
    )
)
"""Shapes that only one body has, whatever organ is printed beside them (its board, this conference)."""
DECISIONS = frozenset(("climate-parties", "desert-parties", "kyoto-parties", "paris-parties", "african-union"))
"""Shapes that are those of decisions, where no noun tells."""
SHARED = frozenset(("session-serial",))
"""Shapes that bodies of others have as well: 5/14 may be the Environment Assembly's, 9/2 that of States parties."""
_LETTERED = re.compile(
    rf"(?P<head>(?:E?S-)?[\d/]+)(?P<letters>{_PART}(?:[^A-Z()\d]+{_PART})+)(?P<tail>\(.*\))?", re.ASCII | re.DOTALL
)
_LETTER = re.compile(r"(?P<joint>[^A-Z]*)(?P<letter>" + _PART + r")")
_LETTERS = 26
_HEALTH = "WHA"
_UNION = "AU"
COUNCIL = "ECOSOC"
_COUNCILS_FIRST = 200
_GA_FIRST_SERIAL_SESSION = 31  # before it, the Assembly's numbers carry Roman sessions
_LAST_ROMAN_SESSION = 30
_FIRST_ROMAN_SPECIAL = 3  # 186 (S-2), 3362 (S-VII)
_FIRST_SESSION = 1945  # the Assembly's first session was the year after; each goes on into the next year
_YEARLY = {"ECOSOC": "12", "CHR": "04"}  # number by years, and the last month in which they adopt any
_FIRST_FROM_JULY = 2014
_FIRST_YEAR = 1946  # a first part from here on is a year, not a session
_AS_LATIN = str.maketrans(CAPITALS)
# Misprints that leave no doubt: 841 1993, 387 1976), S11 (1982), $46 (1984); 1819 (XVID), I (1), (514 (XV).
_UNBRACKETED = re.compile(r"^(\d{1,4})[ ]((?:19|20)\d{2})\)?$", re.ASCII)
_TURNED = re.compile(r"^(\d{3})/([3-9]\d)$", re.ASCII)  # as text from right to left turns them
_SERIAL = re.compile(r"^[\dSOIl$]{1,4}(?=\()", re.ASCII)
_LIKE_DIGITS = str.maketrans("SOoIl$", "500115")
_YEAR = re.compile(r"(?<=\()[12Il][09Oo][\dOoIl]{2}(?=\)$)", re.ASCII)
_LAST_OF_SECOND = 181  # of the Assembly; no other organ came as far in its second session
_ELEVEN = re.compile(r"(?<![\d/])(?P<serial>\d{1,4})(?P<part>[A-Z]?)\(11\)", re.ASCII)
_ROMAN_PART = re.compile(r"\((?P<special>E?S-)?(?P<session>[IVXLDHl1]{1,7})\)")
_LIKE_II = re.compile("H")
_LIKE_I = re.compile("[l1D]|(?<=[IVX])L$")  # D is an I grown together with the bracket after it


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its canonical spelling and its shape; `session` is the session where the number has one.

    Of a statement, `session` may be a year.
    """

    text: str
    shape: str
    session: int | None

    @property
    def year(self) -> int | None:
        """The year that a number of the Security Council names: 1967 of 242(1967)."""
        return int(self.text[-5:-1]) if self.shape == "serial-year" else None

    @property
    def serial(self) -> int | None:
        """What comes before the year in a number of the Security Council: 242 of 242(1967)."""
        return int(self.text.partition("(")[0]) if self.shape == "serial-year" else None

    def years(self, body_id: str) -> tuple[int, ...]:
        """The years of which a text of this organ with this number may be; none where the number does not tell."""
        if self.year is not None:
            return (self.year,)
        if body_id == "GA" and self.session is not None:
            return (_FIRST_SESSION + self.session, _FIRST_SESSION + self.session + 1)
        return ()

    def months(self, body_id: str) -> tuple[str, str] | None:
        """The first and the last month (2031-09) that this organ's text may be of; None where its number tells none.

        Since its numbers have a stroke, each session of the Assembly has opened and the one before it closed in
        September; in July those of the Economic and Social Council since 2014 (resolution 68/1), before in a year.
        Each session of the Commission on Human Rights was over by the end of April (its reports, E/CN.4/1982/30 on).
        """
        if self.shape == "session-serial" and (years := self.years(body_id)):
            return f"{years[0]}-09", f"{years[1]}-09"
        if self.shape == "year-serial" and body_id in _YEARLY:
            year = int(self.text.partition("/")[0])
            begun = year - 1 if body_id == "ECOSOC" and year >= _FIRST_FROM_JULY else None
            return (f"{begun}-07" if begun else f"{year}-01"), f"{year}-{_YEARLY[body_id]}"
        years = self.years(body_id)
        return (f"{years[0]}-01", f"{years[-1]}-12") if years else None


def is_councils(number: Number, kind: str | None) -> bool:
    """Whether a number can only be that of a decision of the Economic and Social Council: 1993/215.

    It numbers those of a year from 200 on; its Commission on Human Rights and other bodies never came so far.
    """
    is_decision = number.shape == "year-serial" and kind == "decision"
    return is_decision and int(number.text.partition("/")[2].rstrip(string.ascii_uppercase)) >= _COUNCILS_FIRST


def of_union(number: Number, organ: Collection[str] | None) -> Number:
    """934 (XXXVIII) of the Assembly of the African Union as it numbers its decisions; others as they are."""
    if number.shape != "serial-roman" or organ is None or tuple(organ) != (_UNION,):
        return number
    return normalise(f"Assembly/AU/Dec.{number.text}") or number


def plain(printed: str) -> str:
    """A number without its spaces, its letters and digits made plain."""
    if printed.isascii():
        return "".join(printed.split())
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", fold(printed))).translate(_AS_LATIN)


def of_health(number: Number, organ: Collection[str] | None) -> Number | None:
    """A number of the World Health Assembly with its letters, None for 63.22 of another organ; others as they are."""
    if number.shape != BARE_HEALTH:
        return number
    return normalise(f"WHA{number.text}") if organ is not None and _HEALTH in organ else None


def mend(printed: str) -> str:
    """A printed number, plain, without the misprints of scanned texts that can mean only one thing.

    1819 (XVID) → 1819(XVII), 841 1993 → 841(1993), 841 (I993) → 841(1993), 245/77 → 77/245 (no session has three).
    110 (11) → 110(II), 1102 (11) → 1102(XI).
    """
    text = plain(_UNBRACKETED.sub(r"\1(\2)", printed))
    if text.startswith("("):
        text = f"1{text[1:]}"
    text = _TURNED.sub(r"\2/\1", text)
    for part in (_SERIAL, _YEAR):
        text = part.sub(lambda misread: misread[0].translate(_LIKE_DIGITS), text)
    return _ROMAN_PART.sub(_mended, _ELEVEN.sub(_eleven, text))


def _eleven(number: re.Match[str]) -> str:
    """A number of session 11 in figures, where it is too high for the second session, whose II a scan reads as 11."""
    high = int(number["serial"]) > _LAST_OF_SECOND
    return f"{number['serial']}{number['part']}(XI)" if high else number[0]


def _mended(part: re.Match[str]) -> str:
    printed = part["session"]
    for session in (printed, _LIKE_I.sub("I", _LIKE_II.sub("II", printed))):
        if _is_roman(session):
            return f"({part['special'] or ''}{session})"
    return part[0]


def _is_roman(text: str) -> bool:
    try:
        return numerals.to_roman(numerals.roman(text)) == text
    except ValueError:
        return False


def normalise(printed: str) -> Number | None:
    """`１３２５（２０００）` → 1325(2000), 377 A (V) and 377 A (5) → 377(V); None for what has none of the shapes."""
    text = plain(printed)
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        if shape == "statement":
            session = int(match["session"]) if match["session"] else None  # OS/12/1 is of an organizational session
            return Number(f"PRST/{match['serial']}", shape, session)
        # the parts of a resolution share its symbol: 161 A (1961), 377 A (V)
        if shape == "serial-year":
            return Number(f"{match['serial']}({match['year']})", shape, None)
        if shape == "serial-roman":
            return _of_roman_session(match["serial"], match["special"] or "", match["session"])
        session = int(match["session"]) if shape == "session-serial" else None
        return Number(text, shape, session)
    return None


def _of_roman_session(serial: str, special: str, session: str) -> Number | None:
    try:
        number = numerals.number(session)
    except ValueError:
        return None
    if not number:
        return None
    if special:  # a special session has a Roman number in symbols from the third on, an emergency one always
        digits = special == "S-" and number < _FIRST_ROMAN_SPECIAL
        return Number(f"{serial}({special}{number if digits else numerals.to_roman(number)})", "serial-roman", None)
    return Number(f"{serial}({numerals.to_roman(number)})", "serial-roman", number)


def split_letters(printed: str, ranges: Collection[str]) -> list[str]:
    """`31/6 A和B` → [`31/6A`, `31/6B`]; `3419 A至D(XXX)` → four numbers; other numbers as they are.

    `ranges` are the words that join the ends of a range (至).
    """
    text = plain(printed)
    match = _LETTERED.fullmatch(text)
    if match is None:
        return [text]
    letters: list[str] = []
    for part in _LETTER.finditer(match["letters"]):
        first = _place(letters[-1]) + 1 if part["joint"] in ranges and letters else _place(part["letter"])
        letters += [_letter(place) for place in range(first, _place(part["letter"]) + 1)]
    return [f"{match['head']}{letter}{match['tail'] or ''}" for letter in letters]


def _place(letter: str) -> int:
    """Where the letter of a part stands in their order: A is 0, Z is 25, AA is 26."""
    return ord(letter[-1]) - ord("A") + _LETTERS * (len(letter) - 1)


def _letter(place: int) -> str:
    return chr(ord("A") + place % _LETTERS) * (place // _LETTERS + 1)


def fits(number: Number, body: Body) -> bool:
    """Whether a text of this body can carry this number."""
    if number.shape == "statement":  # the Council's carry its session, the Security Council's the year
        by_session = number.session is None or number.session < _FIRST_YEAR
        has_statements = body.symbol("presidential-statement", "") is not None
        return has_statements and by_session == ("session-serial" in body.numbers)
    if number.shape not in body.numbers:
        return False
    if body.id != "GA" or number.session is None:
        return True
    roman = number.shape == "serial-roman"
    return number.session <= _LAST_ROMAN_SESSION if roman else number.session >= _GA_FIRST_SERIAL_SESSION


def symbol(number: Number, kind: str, body: Body) -> str | None:
    """The canonical symbol; None where the body's texts of this kind have none (the Assembly's decisions)."""
    if number.shape == "statement":
        kind, text = "presidential-statement", number.text.removeprefix("PRST/")
    else:
        text = number.text
    return body.symbol(kind, text)
