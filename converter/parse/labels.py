"""The labels of paragraphs: their numbers, and what a misprinted one may mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from converter import numerals
from converter.languages import Language
from converter.languages.forms import LATIN, Forms
from converter.view import fold

_BARE = 8  # characters of a label that stands alone
_HEAD = 20  # characters among which a label stands
# What each kind of misprint costs: that of a sequence without them is 0 (see `sequence`).
_AROUND = 0.5  # b) among (a), (c)
MISREAD = 1.0  # a sign: (6) for (b), (A) for (a)
_OTHER_COUNT = 1.5  # (2) between (i) and (iii)
_DIRT = 2.0  # (bob) for (b)
_BRACKETS = frozenset({("(", ")"), ("", ")")})


class OperativeLabel(msgspec.Struct, frozen=True):
    """The number that an operative paragraph begins with: what it means, where it ends, whether it is well printed.

    One that is not `plain` is a label only where its number is the one that is due.
    """

    number: int
    end: int
    sure: bool
    plain: bool = True
    again: str = ""  # bis, ter: it was put in later


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sub-paragraph's label.

    `form` is its place among the language's forms, `number` what it is in an anchor, `count` how far that counts (0
    where it counts as nothing: a dash), `end` where the label ends, `cost` how much of a misprint it would be. What has
    brackets of another form than its own may go on with a list and begins none: `begins` is false.
    """

    form: int
    number: str
    count: float
    end: int
    cost: float = 0.0
    begins: bool = True


def operative_label(text: str, expected: int | None, language: Language) -> OperativeLabel | None:
    """The label at the start of a text; one that is not plain counts where its number is `expected`."""
    label = any_label(text, language)
    return label if label and (label.plain or label.number == expected) else None


def spoken_label(text: str, expected: int | None, language: Language) -> OperativeLabel | None:
    """The same in a text that is quoted as a whole, of which each paragraph has a mark of its own: “1. Requests …"""
    sign = quote_at_head(text, language)
    label = operative_label(text[sign:], expected, language)
    return msgspec.structs.replace(label, end=label.end + sign) if label else None


def quote_at_head(text: str, language: Language) -> int:
    """How many characters the quotation mark at the head of a text has, with the blank that French puts behind it."""
    if not text[:1] or text[0] not in language.table("body.quotes"):
        return 0
    return len(text) - len(text[1:].lstrip())


def any_label(text: str, language: Language) -> OperativeLabel | None:
    """What may be the label of an operative paragraph at the start of a text.

    A misprinted one (ll. for 11, 5, for 5.) is not plain; nor is one in Han figures (一、), which are numbers only in a
    text that has no others: `Row.label` says where.
    """
    later = _again(text, language) if text[:1].isdecimal() else None
    if later is not None:
        without, word, cut = later
        label = operative_label(without, None, language)
        return msgspec.structs.replace(label, end=label.end + cut, again=word) if label else None
    forms = language.page.label_forms
    match = forms.number.match(text) if text[:1].isdecimal() else None
    if match is not None:
        return OperativeLabel(int(match["number"]), match.end("label"), sure=True)
    match = forms.han_number.match(text)
    if match is not None:
        return OperativeLabel(numerals.han(match["number"]), match.end("label"), sure=True, plain=False)
    match = forms.misprinted.match(text)
    read = "".join(str(forms.misread.get(char, char)) for char in match["number"]) if match else ""
    if match is None or not read.isdecimal():
        return None
    return OperativeLabel(int(read), match.end("label"), sure=False, plain=False)


def readings(text: str, language: Language) -> tuple[Reading, ...]:
    """What the label at the start of a text may mean, the well printed readings first; none where there is no label.

    Of a text that has the look of a label and none of the language's forms, all readings have a cost.
    """
    later = _again(text, language)
    if later is not None:
        plain, word, cut = later
        step = 0.1 * (1 + list(dict.fromkeys(language.page.label_forms.again_words.values())).index(word))
        return tuple(
            replace(one, number=f"{one.number} {word}", count=one.count + step, end=one.end + cut)
            for one in readings(plain, language)
        )
    forms = language.page.label_forms
    text, cut = forms.joined(text)
    found = list(_printed(text, forms))
    found += _misprinted(text, forms, known=bool(found))
    best: dict[tuple[int, float], Reading] = {}
    for one in found:
        known = best.get((one.form, one.count))
        if known is None or one.cost < known.cost:
            best[one.form, one.count] = one
    whole = (replace(one, end=one.end + cut) if cut else one for one in best.values())
    return tuple(sorted(whole, key=lambda one: (one.cost, one.form)))


def _again(text: str, language: Language) -> tuple[str, str, int] | None:
    """A text without the word that says that its paragraph was put in later, that word in Latin, and its length."""
    forms = language.page.label_forms
    match = forms.again.match(text[:_HEAD])
    if match is None:
        return None
    start, end = match.span("again")
    return text[:start] + text[end:], forms.again_words[match["word"]], end - start


def _printed(text: str, forms: Forms) -> Iterator[Reading]:
    for at, form in enumerate(forms.forms):
        match = form.rule.match(text)
        if match:
            sign = unicodedata.normalize("NFKC", match["number"]).strip("()")  # ㈠ is (一) in one sign
            for count, number in forms.counts(at, sign):
                yield Reading(at, number, count, match.end("label"))


def _misprinted(text: str, forms: Forms, *, known: bool) -> Iterator[Reading]:
    """What the label may stand for, where a sign in it or one around it is wrong.

    Where no form is `known` to have it as it is, it may be one that only folding shows: a letter in another form (ﻫ).
    """
    view = fold(text[:_HEAD])
    match = forms.damaged.match(view.text)
    if match is None:
        return
    end = view.at[match.end("label")]
    groups = match.groupdict()
    around = ("(" if groups["open"] else "", ")")
    whole = groups["open"] in ("", "(") and groups["close"] == ")"
    for sign, cost in _signs(groups["number"], forms):
        for at, form in enumerate(forms.forms):
            own = around in form.wrappers
            beside = cost + _AROUND * ((not own) + (not whole))
            if (beside or not known) and form.wrappers & _BRACKETS:
                for count, number in forms.counts(at, sign):
                    yield Reading(at, number, count, end, beside, begins=own)
    if groups["number"].isdecimal() and 0 < int(groups["number"]) <= len(LATIN):
        count = int(groups["number"])
        for at, form in enumerate(forms.forms):
            if form.kind in ("letters", "roman") and around in form.wrappers:
                yield Reading(at, forms.name(at, count), count, end, _OTHER_COUNT)


def _signs(printed: str, forms: Forms) -> Iterator[tuple[str, float]]:
    """The signs that a printed one may stand for, and what each costs."""
    yield printed, 0.0
    for meant in forms.meant.get(printed, ()):
        yield meant, MISREAD
    if printed.swapcase() != printed:
        yield printed.swapcase(), MISREAD
    if len(printed) > 1 and printed.islower():
        yield printed[0], _DIRT
        yield printed[-1], _DIRT


def is_bare_label(text: str, below: str, language: Language) -> bool:
    """Whether a text is a label and nothing more, and what stands below it the words that belong to it."""
    if len(text) > _BARE or not any(map(str.isalnum, text)):
        return False
    joined = f"{text} {below}"
    if operative_label(below, None, language) or is_well_printed(readings(below, language)):
        return False
    label = operative_label(joined, None, language)
    found = readings(joined, language)
    return (label is not None and label.end == len(text) + 1) or (
        is_well_printed(found) and found[0].end == len(text) + 1
    )


def is_well_printed(found: tuple[Reading, ...]) -> bool:
    """Whether a label has one of the language's forms as it is."""
    return bool(found) and not found[0].cost
