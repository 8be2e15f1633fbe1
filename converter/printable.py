"""What can be printed of names from the file system, which may be any bytes; how many columns of a line text takes."""

from __future__ import annotations

import os
import unicodedata
from functools import cache


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
    return len(text) if text.isascii() else sum(map(columns_of_sign, text))


@cache
def columns_of_sign(sign: str) -> int:
    """How many columns a sign takes: a Chinese one two, a mark on a letter none."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
