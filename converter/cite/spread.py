"""The labels of the lists and ranges of a path: sections I to III are three, paragraphs 3 to 5 too.

A label without its number hangs where the one before it hung: 7 (b) (i) and (iv) are two of 7 (b).
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import numerals
from converter.languages.items import Item
from converter.languages.match import Match

_MOST_IN_RANGE = 200
_MOST_ROMAN = 20  # sub-paragraphs that a range of small Roman numbers leads over: (c) to (d) is none of 400


def counted(match: Match, *, decimal: bool) -> list[str]:
    """The numbers of sections or annexes as labels: III, 三 → III; I to III are three; a letter or 3 stays."""
    letter = match.value("letter")
    if letter is not None:
        return [f"{labels[-1]}.{letter}"] if (labels := _numbered(match, decimal=decimal)) else [letter]
    return _numbered(match, decimal=decimal)


def _numbered(match: Match, *, decimal: bool) -> list[str]:
    """The labels without a letter that stands behind them: C of 第四节C部分."""
    if match.has("ordinals"):  # première partie
        return [numerals.to_roman(item.number) for item in match.value("ordinals")]
    labels: list[str] = []
    last = 0
    for item in match.value("units") or match.value("han units") or ():
        (kind, value), part = item.number, ""
        if kind == "part":
            kind, value, part = value
        if kind == "letter":
            first = ord(labels[-1]) + 1 if item.joint == "to" and labels and len(labels[-1]) == 1 else ord(value)
            labels += [chr(code) for code in range(first, ord(value) + 1)]
            labels[-1] += f".{part}" if part else ""
            continue
        first = last + 1 if item.joint == "to" and last and not part else value
        shown = str if kind == "int" and decimal else numerals.to_roman
        labels += [shown(number) for number in range(max(first, value - _MOST_IN_RANGE), value + 1)]
        labels[-1] += f".{part}" if part else ""
        last = value
    return labels


def spread(items: tuple[Item, ...], start: int) -> Iterator[tuple[str, int, int]]:
    """The paragraphs (or sub-paragraphs) of a list as labels with their tokens, ranges with what they leave out."""
    number = ""
    path: tuple[str, ...] = ()
    for index, item in enumerate(items):
        first = start if index == 0 else item.first  # the words before the first number are its own
        if item.number is not None:
            if item.joint == "to" and number.isdigit() and not path:
                for between in range(int(number) + 1, min(item.number, int(number) + _MOST_IN_RANGE)):
                    yield str(between), item.first, item.first
            number = str(item.number)
        for labels in _parted(item.labels):
            hung = _hang(path, labels) if item.number is None or path else labels
            if item.joint == "to" and item.number is None:
                for label in _left_out(path, hung):
                    yield f"{number}{_brackets(label)}", item.first, item.first
            path = labels if item.number is not None and labels is _parted(item.labels)[0] else hung
            yield f"{number}{_brackets(path)}", first, item.last
        if not item.labels:
            path = ()
            yield number, first, item.last


def _parted(labels: tuple[str, ...]) -> list[tuple[str, ...]]:
    """(c) (d) are two, (b) (i) is one: a letter under a letter that it follows is none of its sub-paragraphs."""
    groups: list[tuple[str, ...]] = []
    for label in labels:
        if groups and len(groups[-1]) == 1 and label != "i" and _next_letter(groups[-1][0], label):
            groups.append((label,))
        elif groups:
            groups[-1] = (*groups[-1], label)
        else:
            groups.append((label,))
    return groups


def _hang(path: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """The whole path of labels that stand without their number, by the path before them."""
    for later in (_next, _later):
        for level in range(len(path) - 1, -1, -1):
            if later(path[level], labels[0], level):
                return (*path[:level], *labels)
    return labels


def _next(one: str, other: str, level: int) -> bool:
    if level and _value(one) and _value(other):
        return _value(other) == _value(one) + 1
    return _next_letter(one, other) or bool(_value(one) and _value(other) == _value(one) + 1)


def _later(one: str, other: str, level: int) -> bool:
    if _value(one) and (level or len(one) > 1):
        return _value(other) > _value(one)
    return len(one) == len(other) == 1 and other > one


def _next_letter(one: str, other: str) -> bool:
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _value(label: str) -> int:
    """What a label counts as a small Roman number, or in digits; 0 for one that is neither."""
    if label.isdecimal():
        return int(label)
    try:
        value = numerals.roman(label.upper())
    except ValueError:
        return 0
    return value if numerals.to_roman(value) == label.upper() else 0


def _left_out(path: tuple[str, ...], hung: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What (a) to (d), (i) to (iii) leaves out."""
    if len(path) != len(hung) or path[:-1] != hung[:-1] or not path:
        return
    one, other = path[-1], hung[-1]
    if one.isdecimal() and other.isdecimal():
        for value in range(int(one) + 1, int(other)):
            yield (*path[:-1], str(value))
    elif _value(one) and 0 < _value(other) - _value(one) < _MOST_ROMAN:
        for value in range(_value(one) + 1, _value(other)):
            yield (*path[:-1], numerals.to_roman(value).lower())
    elif len(one) == len(other) == 1:  # (c) to (e), though c and d count as 100 and 500 elsewhere
        for code in range(ord(one) + 1, ord(other)):
            yield (*path[:-1], chr(code))


def _brackets(labels: tuple[str, ...]) -> str:
    return "".join(f"({label})" for label in labels)
