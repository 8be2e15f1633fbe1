"""Numbers as a word processor writes them in front of a paragraph: 4 → d, iv, IV, 四, ④ …

The names are those of the number formats of ECMA-376 (ST_NumberFormat); HTML's few kinds are among them.
"""

from __future__ import annotations

from collections.abc import Callable

from converter.numerals import to_roman

BULLET = "•"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"
_DIGITS = ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")
_UNITS = (("", "十", "百", "千"), ("", "拾", "佰", "仟"))
_MAX_HAN = 9999
_MAX_REPEAT = 20


def _letters(alphabet: str) -> Callable[[int], str]:
    """Word's letters: after z come aa, bb."""

    def count(number: int) -> str:
        times, index = divmod(number - 1, len(alphabet))
        return alphabet[index] * (times + 1) if number > 0 and times < _MAX_REPEAT else str(number)

    return count


def spreadsheet_letters(number: int) -> str:
    """HTML's letters: after z come aa, ab."""
    out = ""
    while number > 0:
        number, index = divmod(number - 1, len(_LATIN))
        out = _LATIN[index] + out
    return out


def _roman(number: int) -> str:
    return to_roman(number) if number > 0 else str(number)


def _han(style: int) -> Callable[[int], str]:
    def count(number: int) -> str:
        digits, units = _DIGITS[style], _UNITS[style]
        if not 0 < number <= _MAX_HAN:
            return digits[0] if number == 0 else str(number)
        out, gap = "", False
        for place in range(3, -1, -1):
            digit = number // 10**place % 10
            if digit == 0:
                gap = bool(out)
                continue
            out += ("零" if gap else "") + digits[digit] + units[place]
            gap = False
        return out[1:] if style == 0 and out.startswith("一十") else out

    return count


def _han_digits(number: int) -> str:
    return "".join(_DIGITS[0][int(digit)] for digit in str(number)) if number >= 0 else str(number)


def _han_tens(number: int) -> str:
    """The counting of Word's chineseCounting: 十二 up to 99, digit by digit above."""
    return _han(0)(number) if 0 < number < 100 else _han_digits(number)


def _enclosed(first: str, most: int = 20) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _signs(number: int) -> str:
    """The marks of the Chicago Manual of Style: after § come ** and on."""
    times, index = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[index] * (times + 1) if number > 0 and times < _MAX_REPEAT else str(number)


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "arabicAlpha": _letters(_ARABIC_ALPHA),
    "arabicAbjad": _letters(_ARABIC_ABJAD),
    "chineseCounting": _han_tens,
    "chineseCountingThousand": _han(0),
    "japaneseCounting": _han(0),
    "taiwaneseCounting": _han_tens,
    "taiwaneseCountingThousand": _han(0),
    "chineseLegalSimplified": _han(1),
    "ideographDigital": _han_digits,
    "taiwaneseDigital": _han_digits,
    "ideographTraditional": _letters(_STEMS),
    "ideographZodiac": _letters(_BRANCHES),
    "decimalEnclosedCircle": _enclosed("①"),
    "decimalEnclosedCircleChinese": _enclosed("①"),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "decimalEnclosedParen": _enclosed("⑴"),
    "decimalEnclosedFullstop": _enclosed("⒈"),
    "chicago": _signs,
    "none": lambda _: "",
}


def formatted(number: int, kind: str) -> str | None:
    """A number in one of the formats; None for a format that is not known (words in a language: `cardinalText`)."""
    form = FORMATS.get(kind)
    return form(number) if form else None
