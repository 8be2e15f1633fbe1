"""Signs that stand higher or lower than their line: marks of notes, powers, units, formulas.

A raised number is the mark of a note when a note answers it, and a sign otherwise: 10⁶, km², CO₂ (Unicode's signs for
both). Raised letters (1er, 21st) are letters. The digits ¹ ² ³ typed as characters are raised digits.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

Span = tuple[int, int]

_PLAIN, _HIGH, _LOW = "0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_RAISED = str.maketrans(_PLAIN + "−–‑", _HIGH + "⁻⁻⁻")
_LOWERED = str.maketrans(_PLAIN + "−–‑", _LOW + "₋₋₋")
_DIGITS = str.maketrans(_HIGH[:10], _PLAIN[:10])
HIGH_DIGITS = frozenset(_HIGH[:10])
_HIGH_RUN = re.compile(f"([{_HIGH[:10]}]+)")
_SIGNS = re.compile(r"[0-9+\-=()−–‑]*[0-9][0-9+\-=()−–‑]*")
MARK = re.compile(r"[0-9]{1,3}|\*{1,3}")
_ONE = rf"(?:[()](?:{MARK.pattern})[()]|\[(?:{MARK.pattern})\]|(?:{MARK.pattern}))"  # 1, (1), [1]
MARKS = re.compile(rf"{_ONE}(?:(?:[ ,，、،]{{1,3}}|(?<=[)\]])(?=[(\[])){_ONE})*")
# What a power is raised on: m, km, cm, mm (also in Cyrillic), per second, ten; or another raised sign.
_BASE = re.compile(r"(?:^|[\W\d_])(?:[kcdmµμ]?m|[ксдм]?м)$|/s$|(?<![\d.,/-])10$|[⁺⁻⁼⁽⁾]$")
_SIGNED = ("⁺", "⁻")  # behind a figure: a charge (SO₄²⁻)
_TEN = re.compile(r"(?<![\d.,/-])10$")
# What a number is raised before: the sign of a chemical element, which is no word (¹⁴C, ²³⁵U).
ELEMENT = re.compile(r"(?:A[cglmrstu]|[B-Z][a-z]?)(?![\w’'])")
_SIGNS_OF_SENTENCE = r"[.,;:!?…،؛؟。，；：、]"  # raised together with a mark; they are none of it
_DRESSED = re.compile(
    rf"(?P<before>\s*(?:{_SIGNS_OF_SENTENCE}\s*)*)(?P<mark>{MARKS.pattern})(?P<after>\s*(?:{_SIGNS_OF_SENTENCE}\s*)*)"
)
# ()13: of the brackets around a mark one stands in the line, or both open (as text from right to left is set).
_HALF_DRESSED = re.compile(
    rf"(?P<before>\s*[()]?\s*)(?P<mark>{MARK.pattern})(?P<after>\s*[()]?\s*(?:{_SIGNS_OF_SENTENCE}\s*)*)"
)
# 50o33: the letters of an ordinal and the mark behind it, each raised alone.
_BEHIND_ORDINAL = re.compile(
    rf"(?P<before>\s*[^\W\d_A-Z]{{1,4}})(?P<mark>{MARK.pattern})(?P<after>\s*(?:{_SIGNS_OF_SENTENCE}\s*)*)"
)
_TWO = 2
_LONGEST = 3  # figures of a power
_TYPED_NOTE = re.compile(r"\s*[\[(]?([0-9]{1,3}|\*{1,3})[\])]?/?\s+\S")


def raised(words: str) -> str:
    """Digits and the signs of sums as Unicode's superscripts; other words as they are."""
    return words.translate(_RAISED) if _SIGNS.fullmatch(words) else words


def lowered(words: str) -> str:
    """Digits and the signs of sums as Unicode's subscripts; other words as they are."""
    return words.translate(_LOWERED) if _SIGNS.fullmatch(words) else words


def plain(words: str) -> str:
    """Digits that were typed as raised ones made plain."""
    return words.translate(_DIGITS)


def parted(words: str) -> list[tuple[str, bool]]:
    """Words parted at the digits that were typed as raised ones; these made plain, and which they are."""
    if HIGH_DIGITS.isdisjoint(words):
        return [(words, False)]
    parts = _HIGH_RUN.split(words)
    return [(part.translate(_DIGITS), index % 2 == 1) for index, part in enumerate(parts) if part]


def sunk(glyph: str, before: str) -> str:
    """A digit that stands lower than the letter or bracket right before it, as a subscript; others as they are."""
    return lowered(glyph) if glyph.isdecimal() and (before.isalpha() or before in ")" + _LOW) else glyph


def undressed(words: str) -> list[tuple[str, bool]]:
    """Raised words in parts, and which are raised: the signs of the sentence around a mark (15; and .22) are not.

    Nor is a bracket that has no other: )13, and 13). Nor are the letters of an ordinal before a mark: o33, er2.
    """
    found = _DRESSED.fullmatch(words) or _HALF_DRESSED.fullmatch(words) or _BEHIND_ORDINAL.fullmatch(words)
    if found is None:
        return [(words, True)]
    return [(part, name == "mark") for name, part in found.groupdict().items() if part]


def is_mark(before: str, words: str) -> bool:
    """Whether raised characters may be marks of notes: numbers and stars, but not the power of a unit.

    What stands on a ten may be both: the notes tell (`settled`).
    """
    if MARKS.fullmatch(words) is None:
        return False
    return not words.strip("()[]").isdecimal() or _BASE.search(before[-4:]) is None or _is_on_ten(before[-4:])


def _is_on_ten(before: str) -> bool:
    return _TEN.search(before) is not None


def unmarked(answered: Iterable[str], lines: Iterable[tuple[str, Sequence[Span]]]) -> set[str]:
    """The notes to which no mark leads but what stands on a ten, of lines with the spans of what may be marks."""
    firm = (text[start:end] for text, marks in lines for start, end in marks if not _is_on_ten(text[:start][-4:]))
    return set(answered) - markers_of(firm)


def markers_of(marks: Iterable[str]) -> set[str]:
    """The markers that marks may be: 12 may be two marks side by side."""
    found = set(marks)
    return found | {digit for mark in found if len(mark) == _TWO and mark.isdecimal() for digit in mark}


def follows(marker: str, last: str, *, near: bool) -> bool:
    """Whether a raised number begins the note after `last`, right below it (`near`), though no mark leads to it."""
    return near and marker.isdecimal() and last.isdecimal() and int(marker) == int(last) + 1


def answers(notes: Iterable[str], words: Iterable[str]) -> set[str]:
    """The numbers that a note answers: `notes` are the markers that the format tells, `words` lines of text.

    Where the format tells none, a line may begin with its number as a typed note does.
    """
    told = set(notes)
    return told or {match[1] for line in words if (match := _TYPED_NOTE.match(line))}


def settled(
    text: str, marks: Sequence[Span], answered: Container[str], *, told: bool, alone: Container[str] = ()
) -> tuple[str, list[list[Span]]]:
    """A line in which the raised numbers that no note answers are signs. For each mark, what becomes of it.

    Two marks side by side (12) are two where notes answer both and none the whole. What stands on a ten is the mark of
    a note that has no other (`alone`: strategy No. 10²⁴), else a power. `told`: the format says what is
    raised; else it is small print, which is a sign only where it hangs on something, or stands before an element.
    """
    out: list[list[Span]] = []
    for start, end in marks:
        words = text[start:end]
        cut = start + 1
        is_power = _BASE.search(text, max(0, start - 4), start) is not None or text[end : end + 1] in _SIGNED
        is_power = is_power and not (words in alone and _is_on_ten(text[:start][-4:]))
        if not words.isdecimal() or (words in answered and not is_power):
            out.append([(start, end)])
        elif (
            end - start == _TWO
            and not (is_power or ELEMENT.match(text, end))
            and text[start:cut] in answered
            and text[cut:end] in answered
        ):
            out.append([(start, cut), (cut, end)])
        else:
            out.append([])
            hangs = text[:start][-1:].strip() or ELEMENT.match(text, end)
            if told or (end - start <= _LONGEST and hangs):
                around = told and (text[start - 1 : start], text[end : end + 1]) == ("(", ")")
                first, last = start - around, end + around
                text = text[:first] + text[first:last].translate(_RAISED) + text[last:]
    return text, out
