"""Documents cited by their symbol, with the chains of addenda and corrigenda that stand after it.

    A/58/817 and Corr.1 and 2        S/7930/Add.71 to Add.74        A/58/902 and Add.1-3 and Add.3/Corr.1
    A/C.9/71/SR.11-13                A/C.9/71/SR.11 and SR.12        S/12 of 3 May 1993 and Corr.1
    A/C.9/71/L.1-A/C.9/71/L.4        S/11 to S/13            A/45/49 (Vol. I and II)      A/RES/90/9 B and C
    A/C.9/71/L.1, L.2 and L.4 (`shortened.py`)

A chain is addenda with joints between. A bare number goes on with the word before it; a range is spread out, or said.
`addendum.py` reads one addendum and what joins it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from converter import symbols
from converter.annotate.found import Remark
from converter.cite.addendum import COMMAS, Named, bare_number, behind_date, closes, joint_at, named_addendum
from converter.cite.references import Bare
from converter.cite.resolution_parts import parts_of
from converter.cite.several import several
from converter.cite.shortened import Shortened, of_number, of_series, of_year
from converter.languages.misread import is_misread_addendum
from converter.languages.page import Page
from converter.view import Tokens

_LAST = re.compile(r"(?P<stem>.+)/(?P<word>Add|Corr|Rev|SR|PV)\.(?P<number>\d{1,4})(?:-(?P<to>\d{1,4}))?")
_SERIAL = re.compile(r"(?P<stem>.*\D)(?P<number>\d{1,5})")
_RANGE = 2  # tokens from the first symbol of a range to its last
_MOST_IN_RANGE = 200


@dataclass(slots=True)
class _Chain:
    """The addenda after one symbol.

    `symbol` is what is printed whole; where that is an addendum (S/7930/Add.43), `base` is its document and `word` what
    it is of it. `last` is what a range would go on from: the document, the word and the number.
    """

    symbol: str
    base: str
    word: str = ""
    last: tuple[str, str, int] = ("", "", 0)
    found: list[Bare] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def documents(tokens: Tokens, page: Page) -> tuple[list[Bare], list[Remark]]:
    """Every document of a text that is cited by its symbol, addenda as documents of their own, and open ranges."""
    found: list[Bare] = []
    remarks: list[Remark] = []
    for index, token in enumerate(tokens.items):
        if token.kind == "symbol":
            between, is_end, remark = _between(tokens, index)
            found += between
            remarks += remark
            chain = _begun(tokens, index, page.ranges)
            chain.found[0] = replace(chain.found[0], in_range=is_end or chain.found[0].in_range)
            end = _go_on(chain, tokens, chain.found[0].last)
            _follow(chain, tokens, end)
            found += chain.found
            remarks += chain.remarks
    return found, remarks + _misread(found, tokens)


def _misread(found: Sequence[Bare], tokens: Tokens) -> list[Remark]:
    """What was read of symbols that have a letter in the place of a digit: Add.l."""
    read = {(one.start, one.end): one.symbol for one in found}
    source = tokens.view.source
    return [
        Remark(*span, "citation-misprint", read[span]) for span in read if is_misread_addendum(source[slice(*span)])
    ]


def _between(tokens: Tokens, index: int) -> tuple[list[Bare], bool, list[Remark]]:
    """The documents that a range leads over (A/9/L.1-A/9/L.4, S/11 to S/13), whether this symbol ends it, or that
    nobody can tell.

    Symbols of two organs with a hyphen between are those of one document: A/36/308-S/14506.
    """
    if index < _RANGE or tokens[index - _RANGE].kind != "symbol":
        return [], False, []
    hyphen = tokens[index - 1].word == "-" and tokens.touches(index) and tokens.touches(index - 1)
    ends = [symbols.canonical(tokens[at].value) for at in (index - _RANGE, index)]
    if not (hyphen or tokens[index - 1].has("to")) or len({end.partition("/")[0] for end in ends}) > 1:
        return [], False, []
    span, read = tokens.span(index, index + 1), [_SERIAL.fullmatch(end) for end in ends]
    if read[0] and read[1] and read[0]["stem"] == read[1]["stem"]:
        stem, (first, last) = read[0]["stem"], (int(one["number"]) for one in read if one)
        if first < last <= first + _MOST_IN_RANGE:
            bare = Bare(*span, "", index, index + 1, in_range=True)
            return [replace(bare, symbol=f"{stem}{number}") for number in range(first + 1, last)], True, []
    return [], False, [Remark(*span, "range-incomplete")]


def _begun(tokens: Tokens, index: int, ranges: Collection[str]) -> _Chain:
    """The chain that a symbol begins; S/18120/Add.4-6 is three documents."""
    symbol = symbols.canonical(tokens[index].value)
    last = _LAST.fullmatch(symbol)
    start, end = tokens.span(index, index + 1)
    bare = Bare(start, end, symbol, index, index + 1)
    if parts := parts_of(tokens, index, symbol, ranges):
        return _Chain(symbol, symbol, found=parts)
    if (named := several(symbol, ranges)) is not None:
        base, each = named
        lost = [] if each else [Remark(start, end, "range-incomplete")]
        several_of_it = [replace(bare, symbol=one, in_range=len(each) > 1) for one in each or [base]]
        return _Chain(base, base, found=several_of_it, remarks=lost)
    if last is None:
        return _Chain(symbol, symbol, found=[bare])
    one = f"{last['stem']}/{last['word']}.{last['number']}"
    series = last["stem"], last["word"]
    chain = _Chain(one, *series, (*series, int(last["number"])), [replace(bare, symbol=one)])
    if last["to"]:
        _take(chain, tokens, (index, index + 1), *series, (int(last["to"]), "to"))
    return chain


def _follow(chain: _Chain, tokens: Tokens, index: int) -> None:
    """Read the symbols of the list that lack what they share with the one before them, each with its addenda.

    Behind a comma a number alone must be one of several that end in a joint, as that of an addendum (`bare_number`).
    """
    symbol = chain.base
    sure = 0  # the index of the item before which numbers alone are known to be of such a list
    while (short := _shortened(tokens, index, symbol)) is not None:
        joint, item, (end, symbol, number), alone = short
        if alone and item >= sure:
            sure = _end_of_list(tokens, end, symbol)
            if not sure:
                return
        span = tokens.span(item, end)
        if joint == "to":
            before, stem = chain.found[-1].symbol, symbol.removesuffix(str(number))
            first = before.removeprefix(stem)
            if number and first.isdecimal() and int(first) < number <= int(first) + _MOST_IN_RANGE:
                between = range(int(first) + 1, number)
                chain.found += [Bare(*span, f"{stem}{one}", item, end, addendum=True) for one in between]
            else:
                chain.remarks.append(Remark(*span, "range-incomplete"))
        chain.found.append(Bare(*span, symbol, item, end, addendum=True))
        further = _Chain(symbol, symbol)
        index = _go_on(further, tokens, end)
        chain.found += further.found
        chain.remarks += further.remarks


def _end_of_list(tokens: Tokens, at: int, symbol: str) -> int:
    """The index of the first symbol in short from here on that is no number alone behind a comma; 0 where none is."""
    while (short := _shortened(tokens, at, symbol)) is not None:
        _, item, (at, symbol, _), alone = short
        if not alone:
            return item
    return 0


def _shortened(tokens: Tokens, at: int, symbol: str) -> tuple[str, int, Shortened, bool] | None:
    """The next symbol of a list that is printed in short, and whether it is a number alone behind a comma.

    First what joins it, and where it begins; then what is meant.
    """
    joint, item = joint_at(tokens, at)
    if not joint:
        joint, item = joint_at(tokens, behind_date(tokens, at))
    read = (of_series(symbol, tokens, item) or of_year(symbol, tokens, item)) if joint else None
    if read is not None:
        named = (
            named_addendum(tokens, read.end + 1) if read.end < len(tokens) and tokens[read.end].word == "/" else None
        )
        if named:  # L.35/Rev.1
            parts = "".join(f"/{word}.{number}" for word, number in named[1])
            read = Shortened(named[0], f"{read.symbol}{parts}", 0)
        return joint, item, read, False
    read = of_number(symbol, tokens, item) if joint else None
    return (joint, item, read, item == at + 1 and tokens[at].word in COMMAS) if read else None


def _go_on(chain: _Chain, tokens: Tokens, index: int) -> int:
    """Read the addenda that stand from a token on, and say where they end; a bracket may close before a corrigendum."""
    index = _bare_on(chain, tokens, index)
    while True:
        joint, item = joint_at(tokens, index)
        read = named_addendum(tokens, item)
        if read is None and index < len(tokens) and tokens[index].word == ")":  # (A/58/902) and Corr.1
            joint, item = joint_at(tokens, index + 1)
            read = named_addendum(tokens, item) if joint else None
        if read is None:
            joint, item = joint_at(tokens, behind_date(tokens, index))
            read = named_addendum(tokens, item) if joint else None
        if read is None:
            return index
        index = _group(chain, tokens, item, joint, read)


def _bare_on(chain: _Chain, tokens: Tokens, index: int) -> int:
    """Take the numbers that go on with the word of the symbol itself (SR.11 to 13; Add.1 and 2); where they end."""
    while chain.last[1] and (bare := bare_number(tokens, index)) is not None:
        end, joint, number = bare
        if number <= chain.last[2] or not (joint == "to" or closes(tokens, end)):
            break
        _take(chain, tokens, (end - 1, end), *chain.last[:2], (number, joint))
        index = end
    return index


def _group(chain: _Chain, tokens: Tokens, first: int, joint: str, read: Named) -> int:
    """Take an addendum with the bare numbers that go on with its word (Add.1, 2 and 4); where they end."""
    end, parts = read
    numbers = [(joint, parts[-1][1])]
    while (bare := bare_number(tokens, end)) is not None:
        numbers.append(bare[1:])
        end = bare[0]
    word = parts[-1][0]
    above = chain.base if word == chain.word or len(parts) > 1 else chain.symbol
    for over, number in parts[:-1]:
        above = f"{above}/{over}.{number}"
    for one, number in numbers:
        _take(chain, tokens, (first, end), above, word, (number, one))
    return end


def _take(
    chain: _Chain, tokens: Tokens, place: tuple[int, int], stem: str, word: str, numbered: tuple[int, str]
) -> None:
    """Take an addendum by its number and joint, at its tokens.

    Behind `to` with those that the range leaves out, where it is one of the same series.
    """
    number, joint = numbered
    span = tokens.span(*place)
    first = number
    if joint == "to":
        before = chain.last[2]
        if (stem, word) == chain.last[:2] and before < number <= before + _MOST_IN_RANGE:
            first = before + 1
        else:
            chain.remarks.append(Remark(*span, "range-incomplete"))
    chain.found += [Bare(*span, f"{stem}/{word}.{one}", *place, addendum=True) for one in range(first, number + 1)]
    chain.last = stem, word, number
