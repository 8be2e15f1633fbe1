"""Several volumes, parts or sections in the bracket of one symbol, each a document of its own.

    A/45/49 (Vol. I and II)   A/9/6 (Sects. 3–5)   A/9/250 (Part I to III)

`(Parts I and II)` of a symbol is one document: the UN prints it as such (NPT/CONF.2000/28 (Parts I and II)). So
is `(Parts I-II)`. The joints are the page's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from converter.numerals import roman, to_roman

_SEVERAL = re.compile(
    r"(?P<stem>.+)\((?P<word>Vol|Part|Sect)(?P<plural>s?)(?P<stop>\.?)"
    r"(?P<items>(?:[IVX]+|\d{1,2}[A-H]?)(?:[^IVX\d()]+(?:[IVX]+|\d{1,2}[A-H]?))+)\)(?P<tail>.*)"
)
_ITEM = re.compile(r"([IVX]+|\d{1,2}[A-H]?)")
_MOST = 60  # documents of one bracket: a programme budget has some forty sections


def several(symbol: str, ranges: Collection[str]) -> tuple[str, list[str]] | None:
    """The symbol without its bracket and the documents that are meant; None where it is one.

    `symbol` is canonical, `ranges` are the words and signs of the page that join the ends of a range. A range that
    cannot be told (it goes down, or between letters) gives no document: that is for the caller to say.
    """
    found = _SEVERAL.fullmatch(symbol)
    if found is None:
        return None
    items = _ITEM.split(found["items"])[1:-1]
    joints = [_plain(joint) for joint in items[1::2]]
    if found["word"] == "Part" and found["plural"] and joints == ["-"]:
        return None
    if found["word"] == "Part" and len(joints) == 1 and joints[0] not in ranges:
        one = f"{found['stem']}({found['word']}{found['plural']}{items[0]}and{items[-1]}){found['tail']}"
        return one, [one]
    base, name = f"{found['stem']}{found['tail']}", f"{found['word']}{found['stop']}"
    each = _spread(items, joints, ranges)
    return base, [f"{found['stem']}({name}{one}){found['tail']}" for one in each]


def _spread(items: list[str], joints: list[str], ranges: Collection[str]) -> list[str]:
    """The items with those that a range leads over; none where one cannot be told."""
    found = [items[0]]
    for joint, last in zip(joints, items[2::2], strict=True):
        if joint in ranges:
            between = _between(found[-1], last)
            if between is None:
                return []
            found += between
        found.append(last)
    return found


def _between(first: str, last: str) -> list[str] | None:
    if first.isdecimal() and last.isdecimal():
        low, high = int(first), int(last)
        return [str(number) for number in range(low + 1, high)] if low < high <= low + _MOST else None
    if first.isalpha() and last.isalpha():
        low, high = roman(first), roman(last)
        return [to_roman(number) for number in range(low + 1, high)] if low < high <= low + _MOST else None
    return None


def _plain(joint: str) -> str:
    """A joint without accents and commas, as the page has its words."""
    letters = unicodedata.normalize("NFD", joint.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char)).strip(",、،")
