"""The numbers that a browser writes before the items of a list.

HTML cannot say how a number is set off. A UN text sets letters and Roman numerals in parentheses and a full stop
after a number, so `<ol type=a>` gives (a), which is also what a word processor loses when it writes `<ol>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.read.counting import BULLET, formatted, spreadsheet_letters
from converter.read.html.look import list_style
from converter.read.nodes import Node
from converter.read.signs import BULLETS

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_FORMS = {"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero"}
_HAN = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal")
_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,6}")
LABEL = re.compile(rf"\s*(?:[(（]?[0-9A-Za-z一二三四五六七八九十]{{1,4}}[)）.、．]|[{BULLETS}§–—-])\s*")


@dataclass(slots=True)
class Count:
    """How far a list has counted."""

    kind: str
    next: int
    step: int

    def label(self, item: Node) -> str:
        """What stands before an item (`li`), which is counted."""
        number = _int(item.attrs.get("value"))
        number = self.next if number is None else number
        self.next = number + self.step
        return _written(number, _kind(item) or self.kind)


def is_typed(label: str, item: Node) -> bool:
    """Whether the words of an item begin with its label already, since somebody typed it."""
    typed = LABEL.match(item.words(20))
    return typed is not None and _bare(typed[0]) == _bare(label)


def _bare(label: str) -> str:
    return "".join(char for char in label if char.isalnum())


def begin(node: Node) -> Count:
    """The count of a list (`ol`, `ul`, `menu`, `dir`)."""
    if node.tag != "ol":
        return Count(list_style(node) or "disc", 0, 0)
    items = sum(1 for _ in node.all("li"))
    backwards = "reversed" in node.attrs
    start = _int(node.attrs.get("start"))
    first = start if start is not None else items if backwards else 1
    return Count(_kind(node) or "decimal", first, -1 if backwards else 1)


def _kind(node: Node) -> str:
    return list_style(node) or _TYPES.get(node.attrs.get("type", ""), "")


def _int(text: str | None) -> int | None:
    match = _NUMBER.match(text or "")
    return int(match[0]) if match else None


def bare(number: int, kind: str) -> str:
    """A number of a kind (`lower-roman`) with nothing around it; of a kind that is not known, its digits."""
    if kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        letters = spreadsheet_letters(number)
        return letters if kind.startswith("lower") else letters.upper()
    form = "chineseCountingThousand" if kind in _HAN else _FORMS.get(kind)
    return (form and formatted(number, form)) or str(number)


def _written(number: int, kind: str) -> str:
    if kind in ("none", "disc", "circle", "square"):
        return "" if kind == "none" else BULLET
    written = bare(number, kind)
    if kind in _HAN:
        return f"{written}、"
    return f"({written})" if written.isalpha() else f"{written}."
