"""The forms that the labels of a language's paragraphs have, and how far each printed sign counts.

Which forms there are is the page's (`paragraph numbers`, `sub-paragraph labels`, `alphabet`): each as the first of its
kind is printed. What such a label looks like and what may be printed for what is `common.yml`'s (`labels`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from converter import numerals
from converter.language_files import FOLDER, read_file

LATIN = "abcdefghijklmnopqrstuvwxyz"
_WRAPPERS = (("(", ")"), ("", ")"), ("", "."), ("'", "'"))  # what may stand around a sign, for one that is damaged
_SLOT = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")
_MISSING = "[(]"  # a bracket that may be missing


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a label: how its sign counts, the pattern of a whole label, what stands around the sign."""

    kind: str
    rule: re.Pattern[str]
    wrappers: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of the labels of a language: of sub-paragraphs, the outermost first; `number`, of operative paragraphs.

    `ranks` says of each letter where it stands in the alphabets that count; one that a list may leave out (ñ, й) stands
    halfway behind the one before it. `doubled` says it of a letter twice, which goes on behind the last of its
    alphabet. `meant` has for each misprinted sign those that it may stand for, `misread` for each misprinted digit of a
    number. `lettered` and `bracketed` are what stands for a number in a text that has none, `drafted` what does in a
    draft (PP1, OP2), `han_number` a number in Han figures, of a text that has no others.
    """

    forms: tuple[Form, ...]
    any_form: re.Pattern[str] = field(repr=False)  # a label of one of them
    ranks: Mapping[str, tuple[float, ...]]
    doubled: Mapping[str, tuple[float, ...]]
    letters: Mapping[str, str]  # a letter as printed → the Latin one
    meant: Mapping[str, tuple[str, ...]]
    damaged: re.Pattern[str] = field(repr=False)
    spaced: re.Pattern[str] = field(repr=False)
    again: re.Pattern[str] = field(repr=False)
    again_words: Mapping[str, str]  # бис → bis, in their order
    number: re.Pattern[str] = field(repr=False)
    han_number: re.Pattern[str] = field(repr=False)
    misprinted: re.Pattern[str] = field(repr=False)
    misread: Mapping[str, int]
    lettered: re.Pattern[str] = field(repr=False)
    bracketed: re.Pattern[str] = field(repr=False)
    drafted: re.Pattern[str] = field(repr=False)

    def begins(self, text: str) -> bool:
        """Whether a text begins with a label, of a paragraph or of a sub-paragraph."""
        return bool(self.number.match(text) or self.drafted.match(text)) or self.begins_sub(text)

    def begins_sub(self, text: str) -> bool:
        """Whether a text begins with the label of a sub-paragraph."""
        return self.any_form.match(self.joined(text)[0]) is not None

    def begins_counted(self, text: str) -> bool:
        """Whether a text begins with a label that counts: a number or a letter, no dash."""
        text = self.joined(text)[0]
        counted = (form for form in self.forms if form.kind != "dashes")
        return self.number.match(text) is not None or any(form.rule.match(text) for form in counted)

    def joined(self, text: str) -> tuple[str, int]:
        """A text without the blank in the doubled letter that it begins with, and how many characters that takes."""
        match = self.spaced.match(text)
        if match is None:
            return text, 0
        start, end = match.span("blank")
        return text[:start] + text[end:], end - start

    def place(self, kind: str) -> int:
        """The place of the first form of a kind; ValueError where the language has none."""
        return [form.kind for form in self.forms].index(kind)

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
        elif kind == "stems":
            if count := _common()["parts"]["stems"].find(sign) + 1:
                yield count, self._latin(count)
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
        return self.doubled.get(letter[1], ())

    @staticmethod
    def _latin(count: int) -> str:
        return latin_name(count)


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


def latin_name(count: int) -> str:
    """What a count is called in Latin letters: z is 26, aa 27."""
    return LATIN[count - 1] if count <= len(LATIN) else LATIN[(count - 1) % len(LATIN)] * 2


def ranks_of(alphabets: Sequence[str], letters: Mapping[str, str]) -> dict[str, tuple[float, ...]]:
    """Each letter → where it may stand; `[ñ]` in an alphabet is a letter that a list may leave out."""
    found: dict[str, list[float]] = {}
    for alphabet in alphabets:
        for letter, rank in _ranked(alphabet):
            found.setdefault(letter, []).append(rank)
    for printed, latin in letters.items():
        if latin in LATIN:
            found.setdefault(printed, []).append(LATIN.index(latin) + 1.0)
    return {letter: tuple(sorted(set(where))) for letter, where in found.items()}


def doubled_of(alphabets: Sequence[str], letters: Mapping[str, str]) -> dict[str, tuple[float, ...]]:
    """Each letter → where it may stand where it is printed twice: aa behind z, аа behind я.

    Another way to print a letter (ا for أ) counts as it does, in each alphabet.
    """
    found: dict[str, list[float]] = {}
    for alphabet in alphabets:
        own = dict(_ranked(alphabet))
        last = int(max(own.values()))
        for letter, rank in own.items():
            found.setdefault(letter, []).append(last + rank)
        for printed, latin in letters.items():
            if latin in LATIN and printed not in own:
                found.setdefault(printed, []).append(last + LATIN.index(latin) + 1.0)
    return {letter: tuple(sorted(set(where))) for letter, where in found.items()}


def labels_of(alphabet: str) -> dict[str, str]:
    """What the letters of an alphabet of another script are called in Latin ones as labels, once and twice printed."""
    own = {letter: rank for letter, rank in _ranked(alphabet) if not letter.isascii() and rank == int(rank)}
    last = int(max(own.values(), default=0))
    once = {letter: latin_name(int(rank)) for letter, rank in own.items()}
    return once | {letter * 2: latin_name(last + int(rank)) for letter, rank in own.items()}


def _ranked(alphabet: str) -> Iterator[tuple[str, float]]:
    rank = 0.0
    for printed in re.findall(r"\[.\]|.", alphabet):
        rank = rank + 0.5 if printed[0] == "[" else int(rank) + 1.0
        yield printed.strip("[]"), rank


@cache
def _common() -> dict[str, Any]:
    return cast(dict[str, Any], read_file(FOLDER / "common.yml")["labels"])


def is_number(label: str) -> bool:
    """Whether a page may say that operative paragraphs are numbered so: 1."""
    return label in _common()["numbers"] or label in _common()["han numbers"]


def is_label(label: str) -> bool:
    """Whether a page may say that sub-paragraphs are labelled so: (a), [(]i), a. A."""
    sign, around = _parted(label)
    return bool(sign) and around in _common()["around"]


def label_forms(numbers: Sequence[str], labels: Sequence[str], alphabet: str, letters: Mapping[str, str]) -> Forms:
    """The forms of the labels that a page lists, each as the first of its kind is printed.

    `letters` are the language's own → Latin ones. A label must be one that `is_number` or `is_label` knows.
    """
    common = _common()
    alphabets = [LATIN, *([alphabet] if alphabet else [])]
    meant: dict[str, list[str]] = {}
    for due, printed in common["misprints"].items():
        for one in printed:
            meant.setdefault(one, []).append(due)
    own = [sign for sign in (*letters, *re.findall(r"\w", alphabet)) if not (sign.isascii() and sign.islower())]
    fills = {
        **common["parts"],
        "own": "".join(f"|{re.escape(sign)}" for sign in sorted(set(own), key=lambda sign: (-len(sign), sign))),
        "stops": _stops(common["numbers"], numbers),
        "misread": "".join(map(re.escape, common["misread"])),
    }

    def shape(name: str, **more: str) -> re.Pattern[str]:
        return re.compile(_filled(common[name], {**fills, **more}))

    forms = tuple(_form(label, common, fills) for label in labels)
    return Forms(
        forms=forms,
        any_form=re.compile("|".join(_GROUP.sub("(?:", form.rule.pattern) for form in forms) or "(?!)"),
        ranks=ranks_of(alphabets, letters),
        doubled=doubled_of(alphabets, letters),
        letters=letters,
        meant={printed: tuple(dues) for printed, dues in meant.items()},
        spaced=shape("spaced"),
        damaged=re.compile(common["damaged"], re.VERBOSE),
        again=shape("again"),
        again_words=common["again_words"],
        number=shape("number"),
        han_number=shape("han number", stops=_stops(common["han numbers"], numbers)),
        misprinted=shape("misprinted"),
        misread=common["misread"],
        lettered=shape("lettered"),
        bracketed=shape("bracketed"),
        drafted=shape("drafted"),
    )


def _stops(known: Mapping[str, str], numbers: Sequence[str]) -> str:
    """What stands behind those of a page's numbers that are `known`: nothing can where none is."""
    return "|".join(known[one] for one in numbers if one in known) or "(?!)"


def _form(label: str, common: Mapping[str, Any], fills: Mapping[str, str]) -> Form:
    """The form whose first label is this: `(a)`, `[(]i)`, `1.`, `a. A`."""
    sign, around = _parted(label)
    counted = common["first"][sign]
    source = common["around"][around].replace("{x}", f"(?P<number>{counted['signs']})")
    return Form(counted["counts"], re.compile(rf"^(?P<label>{_filled(source, fills)})(?=\S)"), _wrappers(around))


def _parted(label: str) -> tuple[str, str]:
    """The sign of a first label, and what stands around it: `(a)` is a and (x)."""
    words = label.removeprefix(_MISSING).lstrip("('")
    sign = next((sign for sign in _common()["first"] if words.startswith(sign)), "")
    return sign, label.replace(sign, "x", 1) if sign else label


def _filled(pattern: str, fills: Mapping[str, str]) -> str:
    while _SLOT.search(pattern):
        pattern = _SLOT.sub(lambda slot: fills[slot[1]], pattern)
    return pattern


def _wrappers(around: str) -> frozenset[tuple[str, str]]:
    """What stands around the sign of a form, with and without a bracket that may be missing."""
    ways = {around.removesuffix(" A").replace(_MISSING, bracket) for bracket in ("", "(")}
    return frozenset((before, behind) for before, behind in _WRAPPERS if f"{before}x{behind}" in ways)
