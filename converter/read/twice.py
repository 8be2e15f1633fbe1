"""Characters that were encoded twice: UTF-8 that was read as an 8-bit encoding and written as UTF-8 (Ã© for é)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from converter.model import Diagnostic, Source

_ENCODINGS = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "cp1256": "Windows-1256"}
_LEAST = 3  # characters that were, at least
_MOST_OF = 0.6  # of the characters beyond ASCII
_SHOWN = 20
_NEVER = "ÂÃ"  # what most letters with a sign become (Ã©), and what no word of the six languages ends in
# What is typed behind a letter: é »,  É – and ANNÉE… with no-break spaces, quotation marks, dashes, raised signs, and
# the letters of names. The low quotation marks, €, † and the like stand behind none.
_TYPED = frozenset("\u00a0\u00ad«»‹›‘’“”–—…•·¹²³ªº°™®§¶ŠšŽžŒœŸ")
_BULLET = "â"  # the first letter of what signs at the head of a line become: â–  for ■
_BEYOND = re.compile(r"[^\x00-\x7f]")


def refuse_twice(source: Source) -> tuple[Source, Diagnostic] | None:
    """The source without its text, and why, where its characters were encoded twice; else None."""
    beyond = len(_BEYOND.findall(source.text))
    for encoding, name in _ENCODINGS.items() if beyond else ():
        found = [one for one in twice(source.text, encoding) if not typed(source.text, one[0], one[1])]
        if len(found) < _LEAST or sum(len(words) for _, words, _ in found) < _MOST_OF * beyond:
            continue
        at, words, meant = found[0]
        page, line, column = source.locate(at)
        message = f"the file's characters were encoded twice (UTF-8 read as {name}): {words!r} stands for {meant!r}"
        hint = "fetch the official file again, and save it as it is"
        said = Diagnostic(source.path, line, column, "read-garbled", message, hint, page=page)
        return replace(source, text="", lines=()), said
    return None


def twice(text: str, encoding: str) -> Iterator[tuple[int, str, str]]:
    """Where characters stand that are the bytes of one in UTF-8: offset, what is printed, what is meant."""
    byte_of, pattern = _table(encoding)
    for match in pattern.finditer(text):
        try:
            yield match.start(), match[0], bytes(byte_of[char] for char in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue


def typed(text: str, at: int, printed: str) -> bool:
    """Whether such characters in a text may be a letter and the signs that were typed behind it: « congé », CAFÉ –.

    They are none where a small letter stands before a capital of them (zÄ…b).
    """
    lead, behind = printed[0], text[at - 1 : at]
    if lead in _NEVER or not _TYPED.issuperset(printed[1:]):
        return False
    return behind.isalpha() if lead == _BULLET else lead.islower() or not behind.islower()


@cache
def _table(encoding: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The byte of each character of an encoding, and the pattern of the characters that begin one in UTF-8."""
    byte_of = {bytes([byte]).decode(encoding, errors="ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
    groups = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    going_on = "".join(re.escape(char) for char, byte in byte_of.items() if byte < 0xC0)
    parts = []
    for first, last, count in groups:
        leads = "".join(re.escape(char) for char, byte in byte_of.items() if first <= byte < last)
        parts.append(f"[{leads}][{going_on}]{{{count}}}")
    return byte_of, re.compile("|".join(parts))
