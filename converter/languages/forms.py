"""The forms that the labels of a language's sub-paragraphs have, and how far each printed sign counts.

The forms are the language's (`body.subs` with `body.sub_forms`, `body.sub_letters`), what may be printed for what is
`common.yml`'s (`labels`) and the language's own (`body.sub_misprints`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from converter.languages import numerals

LATIN = "abcdefghijklmnopqrstuvwxyz"
# What may stand around a sign, and signs of each kind with words behind them: by these a form shows what it has.
_WRAPPERS = (("(", ")"), ("", ")"), ("", "."), ("'", "'"))
_SIGNS = {
    "letters": ("a", "ب", "а"),
    "capitals": ("B",),
    "roman": ("i",),
    "capital roman": ("I",),
    "numerals": ("1", "一"),
    "dashes": (),
}
_WORDS = ("A", "a", "一", "А", "ا")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a label: how its sign counts, the pattern of a whole label, what stands around the sign."""

    kind: str
    rule: re.Pattern[str]
    wrappers: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of a language, the outermost first.

    `ranks` says of each letter where it stands in the alphabets that count; one that a list may leave out (ñ, й) stands
    halfway behind the one before it. `meant` has for each misprinted sign those that it may stand for.
    """

    forms: tuple[Form, ...]
    ranks: Mapping[str, tuple[float, ...]]
    letters: Mapping[str, str]  # a letter as printed → the Latin one
    meant: Mapping[str, tuple[str, ...]]
    damaged: re.Pattern[str] = field(repr=False)
    again: re.Pattern[str] = field(repr=False)
    again_words: Mapping[str, str]  # бис → bis, in their order

    def counts(self, form: int, sign: str) -> Iterator[tuple[float, str]]:
        """How far a sign counts in a form, and its name in an anchor: (б) is 2 and b, (ii) is 2 and ii."""
        kind = self.forms[form].kind
        if kind.startswith("capital") and not sign.isupper():
            return
        if kind in ("letters", "capitals"):
            for rank in self._ranks(sign.lower() if kind == "capitals" else sign):
                yield rank, sign if sign.isascii() or rank != int(rank) else self._latin(int(rank))
        elif kind == "capital roman" or (kind == "roman" and sign.islower()):
            yield from _roman(sign)
        elif kind == "numerals":
            yield from _numeral(sign)
        elif not sign.isalnum():
            yield 0, sign

    def name(self, form: int, count: int) -> str:
        """What a count is called in a form of letters or of Roman numbers."""
        return numerals.to_roman(count).lower() if self.forms[form].kind == "roman" else self._latin(count)

    def _ranks(self, letter: str) -> tuple[float, ...]:
        if len(letter) < 2:
            return self.ranks.get(letter, ())
        if len(letter) > 2 or (letter[0] != letter[1] and self.ranks.get(letter[0]) != (1,)):
            return self.ranks.get(letter, ())  # هـ is one letter
        return tuple(len(LATIN) + rank for rank in self.ranks.get(letter[1], ()))

    @staticmethod
    def _latin(count: int) -> str:
        return LATIN[count - 1] if count <= len(LATIN) else LATIN[(count - 1) % len(LATIN)] * 2


def _roman(sign: str) -> Iterator[tuple[float, str]]:
    """Only what a careful writer writes: iiii and vx are no numbers."""
    try:
        count = numerals.roman(sign.upper())
    except ValueError:
        return
    if 0 < count < 40 and numerals.to_roman(count) == sign.upper():
        yield count, sign


def _numeral(sign: str) -> Iterator[tuple[float, str]]:
    try:
        count = int(sign) if sign.isdecimal() else numerals.han(sign)
    except ValueError:
        return
    if count:
        yield count, sign


def ranks_of(alphabets: Sequence[str], letters: Mapping[str, str]) -> dict[str, tuple[float, ...]]:
    """Each letter → where it may stand; `[ñ]` in an alphabet is a letter that a list may leave out."""
    found: dict[str, list[float]] = {}
    for alphabet in alphabets:
        rank = 0.0
        for printed in re.findall(r"\[.\]|.", alphabet):
            rank = rank + 0.5 if printed[0] == "[" else int(rank) + 1.0
            found.setdefault(printed.strip("[]"), []).append(rank)
    for printed, latin in letters.items():
        found.setdefault(printed, []).append(LATIN.index(latin) + 1.0)
    return {letter: tuple(sorted(set(where))) for letter, where in found.items()}


@cache
def _common() -> dict[str, Any]:
    path = Path(__file__).parent / "common.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return cast(dict[str, Any], data["labels"])


def label_forms(body: Mapping[str, Any], rules: Sequence[re.Pattern[str]], letters: Mapping[str, str]) -> Forms:
    """The forms from the section `body` of a language with its `rules` compiled; `letters` are its own → Latin ones."""
    common = _common()
    meant: dict[str, list[str]] = {}
    for misprints in (common["misprints"], body["sub_misprints"]):
        for due, printed in misprints.items():
            for one in printed:
                meant.setdefault(one, []).append(due)
    kinds, alphabets = body["sub_forms"], [LATIN, *body.get("sub_letters", ())]
    forms = tuple(Form(kind, rule, _wrappers(rule, kind)) for rule, kind in zip(rules, kinds, strict=True))
    signs = {printed: tuple(dues) for printed, dues in meant.items()}
    damaged, again = re.compile(common["damaged"], re.VERBOSE), re.compile(common["again"])
    return Forms(forms, ranks_of(alphabets, letters), letters, signs, damaged, again, common["again_words"])


def _wrappers(rule: re.Pattern[str], kind: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (before, behind)
        for before, behind in _WRAPPERS
        for sign in _SIGNS[kind]
        if any(rule.match(f"{before}{sign}{behind} {words}") for words in _WORDS)
    )
