"""Numerals that a regular expression cannot turn into numbers: Han and Roman."""

from __future__ import annotations

_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
FIGURES = "".join(char for char in (*_HAN_DIGITS, *_HAN_UNITS) if char != "两")  # 两 stands before what is counted
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
