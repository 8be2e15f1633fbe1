"""Lists of numbers and labels in a pinpoint, read rightwards: paragraphs, sections, ordinals, what joins them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from converter.view import Token, Tokens

COUNTED_BY = ("roman", "int", "letter", "ordinal", "han")
_FIGURES = 2
MOST_ITEMS = 200
_MOST_LABELS = 30  # one after another, (a) to (z) and some; else a run of them would be read from each to its end
ORDINAL = ("ordinal", "ordinal digits")
"""The kinds of tokens that are an ordinal."""
_WITH_LETTER, _WITH_FIGURE = "roman-as-digits", "han-session"  # shapes of numbers, see `common.yml`
_PARTED = 3  # tokens of a section's number with its letter
_OF_COMPOUND = 3  # tokens of an ordinal of tens and ones
_TENS = range(20, 100, 10)


@dataclass(frozen=True, slots=True)
class Item:
    """One number of a list in a pinpoint, with the labels under it: 3, 3 (a) (i), (b).

    `joint` is `to` where a range leads to it; its words stand from token `first` to before `last`.
    """

    number: Any
    labels: tuple[str, ...]
    joint: str
    first: int
    last: int


def read_counted(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """What a part of a text is counted with: a number of any kind, a letter, an ordinal, or a number with its letter.

    A Latin letter hangs on its number (29A); ألف is a word of its own.
    """
    if at >= len(tokens) or not any(tokens[at].has(kind) for kind in COUNTED_BY):
        return None
    letter = tokens[at + 1] if tokens[at].has("int") and at + 1 < len(tokens) else None
    hangs = letter and letter.has("letter") and (letter.start == tokens[at].end or not letter.word.isascii())
    return at + (2 if hangs else 1), None


def joint_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A comma, and, to, or a comma and one of them."""
    end = at
    kind = ""
    while end < len(tokens) and end < at + 2:
        token = tokens[end]
        if token.has("to") or token.word in "-":
            kind = "to"
        elif token.has("and"):
            kind = kind or "and"
        elif token.word not in (",", "、", "،") or end > at:
            break
        end += 1
    return (end, kind or "and") if end > at else None


def _labels_at(tokens: Tokens, at: int) -> int:
    """Where the labels that stand one after another end: (a) (i)."""
    most = min(len(tokens), at + _MOST_LABELS)
    while at < most and tokens[at].has("label"):
        at += 1
    return at


def _figure(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...]]:
    """A label in figures behind a number, and where it ends: paragraph 1(2), 1 (2); with one bracket, 1 2)."""
    inside = at + (at < len(tokens) and tokens[at].word == "(")
    if inside + 1 >= len(tokens) or tokens[inside + 1].word != ")":
        return at, ()
    figure = tokens[inside].word
    return (inside + 2, (figure,)) if figure.isdecimal() and len(figure) <= _FIGURES else (at, ())


def _listed(tokens: Tokens, at: int, one: Callable[[int], Item | None]) -> tuple[int, tuple[Item, ...]] | None:
    """Items joined by commas and joints, as far as they go on."""
    items: list[Item] = []
    joint: tuple[int, str] | None = (at, "")
    while joint is not None and len(items) < MOST_ITEMS:
        item = one(joint[0])
        if item is None:
            break
        items.append(Item(item.number, item.labels, joint[1], item.first, item.last))
        # (c) (d): a label alone after the labels of another, with no joint
        joint = joint_at(tokens, item.last)
    return (items[-1].last, tuple(items)) if items else None


def read_items(tokens: Tokens, at: int) -> tuple[int, tuple[Item, ...]] | None:
    """Paragraphs: 3; 3 and 4; 3 (a) and (b), 4 (b) (i) to (iii)."""
    started = in_figures = False

    def one(index: int) -> Item | None:
        nonlocal started, in_figures
        if index >= len(tokens):
            return None
        token = tokens[index]
        further = _figure(tokens, index) if in_figures else (index, ())
        if further[1]:  # 2 1), 2) and 3)
            return Item(None, further[1], "", index, further[0])
        own = _with_letter(token)
        if own or (token.has("int") and not token.has("date")):
            started = True
            number, labels = own or (token.sense("int"), ())
            begin, figure = _figure(tokens, index + 1)
            in_figures = in_figures or any(map(str.isdecimal, (*labels, *figure)))
            end = _labels_at(tokens, begin)
            return Item(number, (*labels, *figure, *_labels(tokens, begin, end)), "", index, end)
        end = _labels_at(tokens, index) if started else index
        return Item(None, _labels(tokens, index, end), "", index, end) if end > index else None

    return _listed(tokens, at, one)


def _with_letter(token: Token) -> tuple[int, tuple[str, ...]] | None:
    """The number and the letter of paragraph 43 (l), which by itself is also a misprinted resolution 43 (I).

    So is 第3㈡段, paragraph 3 (ii), which by itself is resolution 3 (II).
    """
    if token.kind != "number" or token.value.shape not in (_WITH_LETTER, _WITH_FIGURE):
        return None
    number, _, label = token.value.text.rstrip(")").partition("(")
    if token.value.shape == _WITH_FIGURE:
        label = label.lower()
        return (int(number), (label,)) if label and number.strip().isdecimal() else None
    return (int(number), (label,)) if number.strip().isdecimal() else None


def _labels(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    return tuple(tokens[index].sense("label") for index in range(first, last))


def read_signed_items(tokens: Tokens, at: int) -> tuple[int, tuple[Item, ...]] | None:
    """Paragraphs with a sign after the number, and maybe one before each: 3和第4段; 3段(a)和(b)分段; 1、3和5(a)段.

    What stands after the last sign is none of them, but labels right behind it (3段(a)和(b), 3段(1)).
    """
    items: list[Item] = []
    end, joint = at, ""
    signed = 0  # how many of the items are sure
    while end < len(tokens) and len(items) < MOST_ITEMS:
        item, has_sign = _signed_item(tokens, end, joint, started=bool(items))
        if item is None:
            item, has_sign = _label_behind(tokens, end, joint, items), True
        if item is None:
            break
        items.append(item)
        if has_sign or (signed and item.number is None and items[signed - 1].labels):
            signed = len(items)
        following = joint_at(tokens, item.last)
        end, joint = following or (item.last, "")
        if following is None and not (end < len(tokens) and tokens[end].has("label")):
            break
    return (items[signed - 1].last, tuple(items[:signed])) if signed else None


def _signed_item(tokens: Tokens, at: int, joint: str, *, started: bool) -> tuple[Item | None, bool]:
    """第3段, 4(a), (b)分段; and whether a sign stands after it."""
    first = at
    if at < len(tokens) and tokens[at].has("item before"):
        at += 1
    number: Any = None
    own: tuple[str, ...] = ()
    if at < len(tokens):
        figures = ("int", "han") if at > first or not started else ("int",)  # 第3段和一项决定
        kind = next((kind for kind in figures if tokens[at].has(kind)), "")
        number, own = (tokens[at].sense(kind), ()) if kind else _with_letter(tokens[at]) or (None, ())
    begin, figure = _figure(tokens, at + 1) if number is not None else (at, ())
    end = _labels_at(tokens, begin)
    if number is None and (not started or end == begin):
        return None, False
    signed = end < len(tokens) and tokens[end].has("item after")
    labels = (*own, *figure, *_labels(tokens, begin, end))
    if signed and number is not None and not labels:  # 3段(a)分段
        begin, figure = _figure(tokens, end + 1)
        further = _labels_at(tokens, begin)
        labels = (*figure, *_labels(tokens, begin, further))
        end = further
        if labels and end < len(tokens) and tokens[end].has("item after"):
            end += 1
    elif signed:
        end += 1
    return Item(number, labels, joint, first, end), signed


def _label_behind(tokens: Tokens, at: int, joint: str, items: list[Item]) -> Item | None:
    """A label in figures that goes on with one of an item before it: 3段(1)和(2)."""
    end, figure = _figure(tokens, at)
    return Item(None, figure, joint, at, end) if figure and items and items[-1].labels else None


def read_labels(tokens: Tokens, at: int) -> tuple[int, tuple[Item, ...]] | None:
    """Sub-paragraphs: (a); (a) and (b); (a) to (d); (1), 1); as older texts print them, a and b."""

    def one(index: int) -> Item | None:
        end = _labels_at(tokens, index)
        if end > index:
            return Item(None, _labels(tokens, index, end), "", index, end)
        end, figure = _figure(tokens, index)
        if figure:
            return Item(None, figure, "", index, end)
        bare = _bare_label(tokens, index)
        return Item(None, (bare,), "", index, index + 1) if bare else None

    return _listed(tokens, at, one)


def _bare_label(tokens: Tokens, at: int) -> str:
    """A small Latin letter without its bracket: (sub-paragraphs) a and b; an accent makes it a word (à)."""
    token = tokens[at] if at < len(tokens) else None
    printed = tokens.view.text[token.start : token.end] if token else ""
    return printed if len(printed) == 1 and printed.isascii() and printed.islower() else ""


def read_units(tokens: Tokens, at: int) -> tuple[int, tuple[Item, ...]] | None:
    """Sections, annexes: III; I to III; A and B; 三; 一至第三.

    Behind numbers without a sign before the first, one with signs on both sides is no more of them: 附件二和第四节.
    """
    is_signed = at > 0 and tokens[at - 1].has("item before")

    def one(index: int) -> Item | None:
        if at < index < len(tokens) and tokens[index].has("item before"):
            index += 1
            below = tokens[index + 1] if index + 1 < len(tokens) and not is_signed else None
            if below is not None and (below.has("item after") or below.has("item part")):
                return None
        if index >= len(tokens):
            return None
        token = tokens[index]
        if (compound := _compound(tokens, index)) is not None:
            return Item(("ordinal", compound), (), "", index, index + _OF_COMPOUND)
        for kind in ("roman", "letter", "han", "int", "ordinal"):
            if token.has(kind):
                end, part = _part_of(tokens, index, kind)
                number = ("part", (kind, token.sense(kind), part)) if part else (kind, token.sense(kind))
                return Item(number, (), "", index, end)
        return None

    return _listed(tokens, at, one)


def _part_of(tokens: Tokens, at: int, kind: str) -> tuple[int, str]:
    """Where the number of a section ends, and what hangs on it: the letter of I.A, the figure of E.1 and B.5 (a)."""
    if kind != "letter":
        letter = _letter_of(tokens, at)
        return (at + _PARTED, letter) if letter else (at + 1, "")
    figure = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1].word in (".", "-") else None
    touches = figure and tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == figure.start
    if not figure or not touches or not (figure.word.isdecimal() and len(figure.word) <= _FIGURES):
        return at + 1, ""
    end = _labels_at(tokens, at + _PARTED)
    return end, f"{figure.sense('int')}{''.join(f'({one})' for one in _labels(tokens, at + _PARTED, end))}"


def _compound(tokens: Tokens, at: int) -> int | None:
    """An ordinal of tens with ones before it and a joint that is written with it: الثاني والعشرين is the 22nd."""
    if at + _OF_COMPOUND > len(tokens) or not all(tokens[index].has("ordinal") for index in (at, at + 2)):
        return None
    ones, tens = tokens[at].sense("ordinal"), tokens[at + 2].sense("ordinal")
    is_one = tokens[at + 1].has("and") and tokens[at + 1].end == tokens[at + 2].start
    return ones + tens if is_one and ones < _TENS.step and tens in _TENS else None


def _letter_of(tokens: Tokens, at: int) -> str | None:
    """The letter of a section that hangs on its number with a stop or a hyphen and no blank: I.A, I-A.

    Behind an ordinal blanks may stand around the hyphen, for no range leads from one to a letter: الثالث - باء.
    """
    if at + 2 >= len(tokens) or tokens[at + 1].word not in (".", "-") or not tokens[at + 2].has("letter"):
        return None
    is_one = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == tokens[at + 2].start
    is_one = is_one or (tokens[at + 1].word == "-" and tokens[at].has("ordinal"))
    return str(tokens[at + 2].sense("letter")) if is_one else None


def read_ordinals(tokens: Tokens, at: int) -> tuple[int, tuple[Item, ...]] | None:
    """Ordinals joined by commas and joints: third; third and fourth; 3rd, 4th and 7th."""

    def one(index: int) -> Item | None:
        if (compound := _compound(tokens, index)) is not None:
            return Item(compound, (), "", index, index + _OF_COMPOUND)
        kind = next((kind for kind in ORDINAL if index < len(tokens) and tokens[index].has(kind)), "")
        return Item(tokens[index].sense(kind), (), "", index, index + 1) if kind else None

    return _listed(tokens, at, one)
