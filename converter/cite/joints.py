"""What stands between two members of a list: whether the list goes on over it, and what a range leaves out."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.cite.around import right_of
from converter.cite.clauses import SEMICOLONS, semicolon
from converter.cite.reading import Reading
from converter.cite.references import Reference
from converter.languages.match import SENTENCE_MARKS
from converter.view import Token, Tokens

_LONGEST_GAP = 200  # characters between two numbers of one list
_LONGEST_CLAUSE = 900  # the same, where a clause tells what the one before did, and this one is told apart, too
_MOST_IN_RANGE = 50
_COMMAS = frozenset(",;.、،؛，；:")
_LISTED = frozenset((",", "،", "、"))
_LONGEST_LIST = 60  # tokens
_SERIAL = re.compile(r"(?P<head>\d{1,4})(?P<tail> ?\(.+\))")
_STROKED = re.compile(r"(?P<head>.*/)(?P<serial>\d{1,4})")


def goes_on(reading: Reading, begin: int, *, sure: bool, listed: bool = False, told: bool = False) -> bool:
    """Whether a list goes on from the floor to the index; it may be wider before a sure number.

    One is `told` by its own date, or by a clause behind it that tells what it did (61/19, by which …).
    """
    tokens, floor = reading.tokens, reading.floor
    if begin <= floor:
        return sure and begin == floor  # the comma is lost
    if tokens[begin].start - tokens[floor - 1].end > (_LONGEST_CLAUSE if told else _LONGEST_GAP):
        return False
    return _is_gap(tokens, floor, begin) or (sure and _is_far(tokens, floor, begin, listed=listed, told=told))


def _is_gap(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only joints, asides, dates, bracketed words and commas stand there."""
    at = first
    while at < last:
        token = tokens[at]
        if token.word == "(":
            closing = next((i for i in range(at + 1, min(last, at + 20)) if tokens[i].word == ")"), None)
            if closing is None:
                return False
            at = closing
        elif token.kind not in ("date", "lost") and token.word not in _COMMAS and not _joins(token):
            return False
        at += 1
    return True


def _joins(token: Token) -> bool:
    """Whether a token joins two members, or begins an aside between them."""
    return any(token.has(kind) for kind in ("and", "to", "between", "aside")) or token.word == "-"


def leads_to_signed(index: int, reading: Reading) -> bool:
    """Whether a number begins a list of which the last one alone has its sign or noun (S-20/1、S-20/2号决议)."""
    tokens, end = reading.tokens, index + 1
    at = end
    while at < len(tokens) and at < index + _LONGEST_LIST:
        if tokens[at].kind == "number":
            end = at + 1
        elif tokens[at].word not in _LISTED and not tokens[at].has("and"):
            break
        at += 1
    if end == index + 1:
        return False
    right = right_of(tokens, end, reading.page)
    return right.sign or right.noun is not None


def _is_far(tokens: Tokens, first: int, last: int, *, listed: bool, told: bool) -> bool:
    """Whether words of one sentence stand there that end in a comma or a joint, or begin so before a dated number.

    Brackets and quotation marks stand there only before a number that is told; semicolons where one stands right
    before the number, which parts its list.
    """
    parted = semicolon(tokens, last) is not None
    if not (parted or _parts(tokens[last - 1]) or (listed and _parts(tokens[first]))):
        return False
    walls = SENTENCE_MARKS if told else {*SENTENCE_MARKS, *'()"'}
    walls = walls - SEMICOLONS if parted else walls
    return not any(tokens[i].word in walls for i in range(first, last))


def _parts(token: Token) -> bool:
    """Whether a token parts two members whatever words stand between them."""
    return token.word in _LISTED or token.has("and") or token.has("between")


def joint(tokens: Tokens, first: int, last: int) -> str:
    """`to` where nothing but that stands between, `and` where one stands there, else nothing."""
    between = [tokens[i] for i in range(first, last)]
    if len(between) == 1 and (between[0].has("to") or between[0].word == "-"):
        return "to"
    return "and" if any(token.has("and") for token in between) else ""


def is_range(reading: Reading, *, of_its_own: bool) -> bool:
    """Whether a number, maybe with a noun of its own, ends a range: resolution 5/1 to resolution 5/9 may be words."""
    before = reading.tokens[reading.began - 1] if reading.began > 0 else None
    return not of_its_own or not reading.page.says_from or (before is not None and before.has("from"))


def with_range(reference: Reference, reading: Reading) -> Reference:
    """A reference with the numbers that a range leads over to it; a remark where they cannot be told."""
    between = _between(reading.before.printed, reference.printed) if reading.before else None
    if between is None:
        reading.doubt(reference.main_start, reference.main_end, "range-incomplete")
        return reference
    return replace(reference, between=tuple(between))


def _between(first: str, last: str) -> list[str] | None:
    """66/101 and 66/104 → 66/102, 66/103; None where the two are not of one series of at most so many."""
    for pattern, form in ((_STROKED, "{rest}{number}"), (_SERIAL, "{number}{rest}")):
        one, other = pattern.fullmatch(first), pattern.fullmatch(last)
        if one is None or other is None:
            continue
        group, rest = ("serial", "head") if pattern is _STROKED else ("head", "tail")
        if one[rest].replace(" ", "") != other[rest].replace(" ", ""):
            return None
        low, high = int(one[group]), int(other[group])
        if not low < high <= low + _MOST_IN_RANGE:
            return None
        return [form.format(rest=other[rest], number=number) for number in range(low + 1, high)]
    return None
