"""Names from the file system, which may be any bytes, as text that can be printed."""

from __future__ import annotations

import os


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
