"""Numerals that a regular expression cannot turn into numbers: Han and Roman."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
FIGURES = "".join(char for char in (*_HAN_DIGITS, *_HAN_UNITS) if char != "两")  # 两 stands before what is counted
# 61st, 61e (61 e in a PDF), 61-я without its ending, 61.º, 61a.
_LEADING_DIGITS = re.compile(r"\d{1,4}(?=[\s-]?\.?(?:[^\W\d_]|°){0,3}\.?$)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


_LONGEST = 18  # signs; whoever prints more of them means no number that could be counted
_LAST_ROMAN = 3999


def han(text: str) -> int:
    """五十三 → 53, 二〇二二 → 2022. Raises ValueError for what is no Han numeral, or longer than any number."""
    if not 0 < len(text) <= _LONGEST or any(char not in _HAN_DIGITS and char not in _HAN_UNITS for char in text):
        raise ValueError(f"not a Han numeral: {text!r}")
    if not any(char in _HAN_UNITS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit


def roman(text: str) -> int:
    """XXIX → 29. Raises ValueError for what is no Roman numeral, or longer than any number."""
    if not 0 < len(text) <= _LONGEST or any(char not in _ROMAN for char in text):
        raise ValueError(f"not a Roman numeral: {text!r}")
    values = [_ROMAN[char] for char in text]
    return sum(-value if value < max(values[index + 1 :], default=0) else value for index, value in enumerate(values))


def to_roman(number: int) -> str:
    """29 → XXIX; what has no Roman numeral stays in digits."""
    if number > _LAST_ROMAN:
        return str(number)
    out = []
    for value, letters in _ROMAN_STEPS:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def number(text: str) -> int:
    """An Arabic, Han or Roman numeral as a number. Raises ValueError for anything else, or longer than any number."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    return roman(text) if text[:1] in _ROMAN else han(text)


def _parts(text: str, words: Mapping[str, int]) -> list[str]:
    """The words of a number, parted at spaces and hyphens; quatre-vingt, which has a hyphen itself, is one."""
    joined = re.sub(r"\s+", "-", text)
    for word in (word for word in words if "-" in word):
        joined = joined.replace(word, word.replace("-", "\0"))
    return [part.replace("\0", "-") for part in re.split("-+", joined)]


def ordinal(text: str, words: Mapping[str, int]) -> int:
    """An ordinal in words (sixty-first, one hundred and fifth) or with an ending (61st), or any numeral.

    `words` gives each word's value; one of a hundred or more multiplies what stands before it. Raises ValueError for
    anything else.
    """
    digits = _LEADING_DIGITS.match(text)
    if digits:
        return int(digits[0])
    parts = _parts(text.strip().casefold(), words)
    if not words or any(part not in words for part in parts):
        return number(text)
    total = 0
    for part in parts:
        total = max(total, 1) * words[part] if words[part] >= 100 else total + words[part]
    return total
