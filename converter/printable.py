"""What can be printed of names from the file system, which may be any bytes; how many columns of a line text takes."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cache

# Most signs by the columns that they take; the others are looked up one by one.
_OF_ONE = "\u0000-\u02ff\u0400-\u0482\u060c-\u060f\u061b-\u064a\u2010-\u2027"
_OF_TWO = "\u3001-\u3029\u4e00-\u9fff\uff01-\uff60"
_TWO, _KNOWN = re.compile(f"[{_OF_TWO}]+"), re.compile(f"[{_OF_ONE}{_OF_TWO}]+")


def is_utf_8(name: str) -> bool:
    """Whether a name from the file system is text; Python has a lone surrogate for each byte that is none."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown(name: str) -> str:
    r"""A name in characters that can be printed: a byte that is no UTF-8 as `\xe9`, on one line."""
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def columns(text: str) -> int:
    """How many columns of a line a text takes."""
    if text.isascii():
        return len(text)
    others = _KNOWN.sub("", text)
    return len(text) - len(others) + sum(map(len, _TWO.findall(text))) + sum(map(columns_of_sign, others))


@cache
def columns_of_sign(sign: str) -> int:
    """How many columns a sign takes: a Chinese one two, a mark on a letter none."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
