"""What a link of the markup leads to, and what the converter found, in one spelling.

The links are the United Nations' own and differ in how they write parts (`A/RES/54/237A-C` and `A/RES/217(III)` for
parts of these, `A/CONF.157/24` and `A/CONF.157/24(PartI)`), joint symbols (`A/48/486` and `A/48/486-S/26560`), letters
(`A/hrc/RES`) and blanks. So a target here has no part and is the first of joint ones; the part that the text prints is
a fact of its own (`part_after`). A decision of the Assembly has no symbol and is `decision 78/542`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_HOST = re.compile(
    r"^https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:ar|ch|zh|en|fr|ru|es)/)?(?P<symbol>.+)$", re.IGNORECASE
)
_RESOLUTION = re.compile(r"^(A/(?:RES|DEC)/)((?:E?S-)?\d+/\d+)(?P<part>[A-Z]{0,2})(?:-[A-Z])?$")
_OLD = re.compile(r"^(A/RES/\d+)(?P<part>[A-Z]?)(\([A-Z\d-]+\))(?P<after>[A-Z]?)$")
_DECISION = re.compile(r"^(?:A/RES/|A/DEC/)(?P<number>\d+/[4-9]\d\d)$")
_JOINT = re.compile(r"^([A-Z]+/.+?)-(?:[AES]/.+)$")
HYPHENS = ("-", "\u2010", "\u2011", "\u2013")  # between the two of a joint symbol
_BRACKET = re.compile(r"\(((?:PARTS?|VOLS?\.?(?=[IVX\d])|SECTS?\.?(?=\d)|INTRODUCTION)[^)]*)\)")
_SYMBOL = re.compile(r"^[A-Z]{1,8}(?:\.\d+)?/\S+")
_NUMBER = re.compile(r"^\d{2}/\d{1,3}$")
_LETTERS = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
# The names of the Arabic letters in the order in which they count: A is ألف, T is راء.
_ARABIC_NAMES = (
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد"
)
_TATWEEL = "\u0640"
_ARABIC = {name: chr(ord("A") + place) for place, name in enumerate(_ARABIC_NAMES.split())}
# A note that cites again what the note before it cites.
IBID = re.compile(r"^\W*(?:ibid|ibíd|там же|المرجع نفسه|同上)", re.IGNORECASE)
# A letter, or the same one twice: AA comes after Z.
_PART = rf"(?P<part>(?P<letter>[A-ZАВСЕНКМОРТХ])(?P=letter)?|{'|'.join(_ARABIC)})"
_AFTER = re.compile(rf"^[\s,،]?\s?{_PART}(?![A-Za-zА-я0-9’'/])(?!\.\s*\S)")
_WITHIN = re.compile(rf"^\s?[\d/]+\s{_PART}\s?(?:\(|$)")


def of_link(link: str, words: str) -> str | None:
    """The target of a link with the words that it stands on, `None` where it leads to no document with a symbol."""
    found = _HOST.match(link)
    if found:
        return base(re.sub(r"\(supp\)", "", unquote(found["symbol"]), flags=re.IGNORECASE))
    if _NUMBER.match(words):  # other addresses of the same documents do not tell the symbol
        return base(f"A/RES/{words}")
    return base(words) if _SYMBOL.match(words) else None


def base(symbol: str) -> str:
    """A symbol without part letter, blanks and small letters."""
    symbol = re.sub(r"[\s\u200e\u200f]", "", symbol).replace("\u2011", "-").upper().rstrip("/.")
    symbol = _JOINT.sub(r"\1", _BRACKET.sub("", symbol))
    old = _OLD.match(symbol)
    if old:
        return old[1] + old[3]
    symbol = _RESOLUTION.sub(r"\1\2", symbol)
    decision = _DECISION.match(symbol)
    return f"decision {decision['number']}" if decision else symbol


def part_of(symbol: str) -> str:
    """The part of a symbol: its letter (`A/RES/53/243B`), or what stands in its bracket (`A/CONF.157/24(PartI)`)."""
    symbol = symbol.replace(" ", "").upper()
    bracket = _BRACKET.search(symbol)
    if bracket:
        return bracket[1]
    found = _OLD.match(symbol) or _RESOLUTION.match(symbol)
    return (found.groupdict().get("after") or found["part"]) if found else ""


def part_after(words: str, rest: str) -> str:
    """The part that a printed number has, `217 A (III)`, or that stands behind it, `54/237 C of`; empty for none."""
    bracket = _BRACKET.search(re.sub(r"\s", "", words).upper()) or _BRACKET.match(re.sub(r"\s", "", rest).upper())
    if bracket:
        return bracket[1]
    found = _WITHIN.match(words) or _AFTER.match(rest.replace(_TATWEEL, ""))
    if not found:
        return ""
    letter = found["part"]
    return _ARABIC.get(letter, letter.translate(_LETTERS))
