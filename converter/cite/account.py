"""The account of what looks like a citation: each number and symbol is in a mark, is known to be none, or is said.

A number is known to be none where it has a sign and no noun of ours (general recommendation No. 25 (2000)), stands
behind a volume or a page, or has a shape that other things have too and nothing near it that speaks of a resolution
(2/3, 24/7).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter import symbols
from converter.annotate.found import Remark
from converter.cite.around import is_of_series
from converter.cite.shared_years import is_behind_one_with_year, is_listed_without_year
from converter.languages.dating import UNDATED
from converter.languages.misdated import MISREAD
from converter.languages.page import Page
from converter.view import Token, Tokens

UNREAD = "citation-unread"
_NEAR = 40  # tokens of the sentence in which a noun speaks of a number behind it
_SERIAL = re.compile(r"(?P<session>\d{2,3})/(?P<number>\d{1,4})[A-Z]{0,2}")
_SESSION = re.compile(r"(?:3[1-9]|[4-9]\d|19[4-9]\d|20\d\d)/\d{1,3}(?!\d)")
_ADDENDA = frozenset(("add", "corr"))
_ADDENDUM = 8  # characters, at most: Corr. 12
# A misread symbol in a bracket, (S.26480), (S 26480), (Sf26480), (&/26480); years, counts and sums stand there as well.
_IN_BRACKET = re.compile(
    r"[(\[](?P<it>(?:[SAE] ?[./\\|~–-] ?|S[lIift1 ]?(?=[\dlIO]{5}(?!\w))|S?[$§&s] ?[/\\|] ?)"
    r"(?=[\dlIOS]{4,5}(?!\w))(?!(?:19|20)\d\d(?!\d))[\dlIOS]*\d{3}[\dlIOS]*)"
)
# As symbols of the UN are made, with the year of a series, behind letters that are none of its roots: LBC/CONF/2031/6.
_OF_UNKNOWN = re.compile(
    r"(?<![A-Za-z0-9/.])[A-Z]{2,}(?:-[A-Z]+)*(?:/[A-Z][A-Z]*(?:\.\d+)?)*/(?:19|20)\d\d/\d+(?:[./-]?[A-Za-z0-9])*"
)
_OF_OTHERS = re.compile(r"[A-Z]{2,}/")  # symbols of others: WT/L/508/Add.1
# A chunk with three digits that begins like no word and no symbol of others: S.11823, 811823, /11823.
_LIKE_SYMBOL = re.compile(
    r"(?![A-Z]{2,}\d{0,3}/|\d{1,3}[,.]\d{3}|(?:19|20)\d\d(?!\d))"
    r"(?:(?:[A-Za-z]{1,2}|[A-Za-z]?[§&]|[A-Za-z]?\$(?=[/\\|]))?[./\\|~–-]{0,2}[A-Za-z]?)\d{3,}"
)
_OF_SESSION = re.compile(r"A/(?P<session>\d{2,3})/\d")
_NEAR_SESSION = 20
_TO_DATE = 3  # tokens, at most, from a number to its date
_MOST_SESSION = 99
_NUMBERED = frozenset(("resolution", "decision"))
_MISREAD_OF = 2  # letters of a word that may be `of`
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CLOSES = frozenset(".,;:()[]/'\"«»“”’،؛。，；：、（）")  # behind a number it is not that of things: 500 observers
_MORE_DIGITS = re.compile(r"[.,٬ ]?\d")
_JOINT = 2  # tokens, at most, between two numbers of a list
_TO_NAME = 3  # tokens, at most, between a number and the organ or date that it is of
_ALONE = re.compile(r"\d{3,4}")  # a number alone
_DAYS = (24, 7)
_LISTED = frozenset(",،，、")
_ENDS = frozenset(";؛；。")

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Taken:
    """Spans of a text, those that overlap as one; whether another touches one is told by halving."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Spans) -> Taken:
        """From spans in any order."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def touch(self, start: int, end: int) -> bool:
        """Whether a span shares a character with one of these."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and start < self.ends[at]


def dates(tokens: Tokens, page: Page) -> Iterator[Remark]:
    """The dates that were read although a sign of them is wrong, and what looks like a date and cannot be read."""
    for index, token in enumerate(tokens.items):
        if token.kind == "date" and token.has(MISREAD):
            yield Remark(*tokens.span(index, index + 1), "date-misprint", ", ".join(token.value))
        elif token.kind == UNDATED:
            yield Remark(*tokens.span(index, index + 1), "date-unread")
    for start, end in page.misread_dates.unread(tokens):
        yield Remark(start, end, "date-unread")


def loose_dates(tokens: Tokens, undated: Sequence[int], page: Page) -> Iterator[Remark]:
    """A date that stands right behind a work without one, with at most a misread word between: S/98 cf 3 May 1993.

    `undated` is where the citations without a date end.
    """
    for end in undated:
        at = first = tokens.index(end)
        at += at < len(tokens) and tokens[at].word == ")"
        at += at < len(tokens) and _may_lead(tokens[at], page)
        if at < len(tokens) and tokens[at].kind == "date" and not tokens[at].value[0].startswith("-"):
            yield Remark(*tokens.span(first + (tokens[first].word == ")"), at + 1), "date-unread")


def bare_numbers(tokens: Tokens, taken: Spans, page: Page) -> Iterator[Remark]:
    """A number without a year or session right behind the noun for a resolution, in none of the spans: resolution 242.

    Those of one or two digits are of conferences (chap. I, resolution 1), and a year is none (резолюция 1995 года).
    One behind another with its year is told too, with a day (2712 (2023) and 2749 of 28 May 2024) or without.
    """
    spans = Taken.of(taken)
    for index, token in enumerate(tokens.items):
        listed_last = is_listed_without_year(tokens, index, page) or _is_last_alone(tokens, index, page)
        if listed_last and not spans.touch(*tokens.span(index, index + 1)):
            yield Remark(*tokens.span(index, index + 1), UNREAD)
        if token.kind not in ("noun", "own noun") or token.value not in _NUMBERED:
            continue
        at = _behind_organ(tokens, index + 1)
        signed = at < len(tokens) and tokens[at].has("number sign")
        at += signed
        if at >= len(tokens) or not _ALONE.fullmatch(tokens[at].word) or _is_year(tokens, at, page):
            listed = _signed_before(tokens, index - 1)
        else:
            listed = _listed_alone(tokens, at, page)
            last = listed[-1]
            if not (signed or _is_led_to_date(tokens, last + 1, page) or _may_be_ours(tokens, last)):
                del listed[-1]  # what counts things is that of none: resolution 901 and 902 lamps
        for one in listed:
            if not spans.touch(*tokens.span(one, one + 1)):
                yield Remark(*tokens.span(one, one + 1), UNREAD)


def _may_be_ours(tokens: Tokens, at: int) -> bool:
    """Whether a number alone counts no things, and is no year behind an organ (decision of the Council 1990)."""
    is_year = _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR
    return _is_no_count(tokens, at) and not (is_year and tokens[at - 1].kind == "organ")


def _listed_alone(tokens: Tokens, at: int, page: Page) -> list[int]:
    """The indexes of the numbers alone that stand in a list with the one at an index: resolutions 901, 902 and 903."""
    listed = [at]
    while (following := _behind_joint(tokens, listed[-1] + 1)) < len(tokens):
        if _MORE_DIGITS.match(tokens.view.text, tokens[listed[-1]].end):
            break  # 300,000 keepers
        if not _ALONE.fullmatch(tokens[following].word) or _is_year(tokens, following, page):
            break
        listed.append(following)
    return listed


def _is_last_alone(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number alone, and no year, is the last of a list behind one with its year: 2712 (2023) and 2749."""
    return (
        is_behind_one_with_year(tokens, at, page)
        and tokens[at - 1].has("and")
        and not _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR
        and _is_no_count(tokens, at)
    )


def _signed_before(tokens: Tokens, at: int) -> list[int]:
    """The indexes of the numbers alone whose signs stand before a noun: 第942号决议, 第942和943号, 第942号和第943号."""
    found: list[int] = []
    signed = 0  # of them, those behind a sign
    first = at if at >= 0 and tokens[at].has("number end") else -1
    for index in range(first, -1, -1):
        token = tokens[index]
        if _ALONE.fullmatch(token.word):
            found.append(index)
        elif token.has("number sign"):
            signed = len(found)
        elif not (token.has("number end") or (found and _parts(token))):
            break
    return found[:signed][::-1]


def _parts(token: Token) -> bool:
    """Whether a token stands between two numbers of a list."""
    return token.word in _LISTED or token.has("and")


def _behind_joint(tokens: Tokens, at: int) -> int:
    """Where a comma, a joint or both end; behind the last token where neither stands at an index."""
    end = at
    while end < min(len(tokens), at + _JOINT) and _parts(tokens[end]):
        end += 1
    return end if end > at else len(tokens)


def _behind_organ(tokens: Tokens, at: int) -> int:
    """The index behind the organ that a noun is of; where there is none, the index given."""
    for index in range(at, min(len(tokens), at + _TO_NAME)):
        if tokens[index].kind == "organ":
            return index + 1
        if not tokens[index].word.isalpha():
            break
    return at


def _date_follows(tokens: Tokens, at: int) -> bool:
    """Whether a date stands here, with at most a joint before it."""
    return any(index < len(tokens) and tokens[index].kind == "date" for index in range(at, at + _TO_NAME - 1))


def _is_led_to_date(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a word that leads to a date stands here, and the date behind it."""
    return at < len(tokens) and tokens[at].word in page.misread_dates.leads and _date_follows(tokens, at + 1)


def _may_lead(token: Token, page: Page) -> bool:
    """Whether a word that the page does not know is one sign away from one that leads to a date: cf, oi for of."""
    if token.senses or not token.word.isalpha() or len(token.word) != _MISREAD_OF:
        return False
    alike = (sum(map(str.__ne__, lead, token.word)) for lead in page.misread_dates.leads if len(lead) == _MISREAD_OF)
    return 1 in alike


def _is_year(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a number is a year by the word behind it, that leads to no day: резолюция 1995 года."""
    if _date_follows(tokens, at + 1) or not _FIRST_YEAR <= int(tokens[at].word) <= _LAST_YEAR or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.word.isalpha() and after.word in page.misread_dates.links and not after.has("between")


def _is_no_count(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a number alone shows that it counts no things: the end, a mark, an organ, a date."""
    end = tokens[at].end
    if at + 1 >= len(tokens):
        return True
    if _MORE_DIGITS.match(tokens.view.text, end):
        return False  # 300,000 or 300 000 persons
    after = tokens[at + 1]
    if after.word in _CLOSES or after.kind in ("date", "organ") or after.has("about"):
        return True
    if after.has("and"):
        return at + 2 >= len(tokens) or not tokens[at + 2].has("int")
    behind = at + 1
    while behind < min(len(tokens), at + 1 + _TO_NAME) and tokens[behind].has("between"):
        behind += 1
    return behind > at + 1 and behind < len(tokens) and tokens[behind].kind in ("date", "organ")


def documents(tokens: Tokens, taken: Spans, page: Page) -> Iterator[Remark]:
    """What stands where a document's symbol does and is in none of the spans: document S.11823; (Sf26480); Add.1.

    It is a chunk with digits behind the word for a document, a root and a number in a bracket, the word of an
    addendum with its number, or behind the word for a document a symbol with a year of no known root. Other
    well-formed symbols of others (WT/MIN(22)/31) are none of ours, nor are standards, file numbers and years of others
    (EU/2031/452).
    """
    text, spans, chunk = tokens.view.text, Taken.of(taken), 0
    found = [match.span("it") for match in _IN_BRACKET.finditer(text)]
    found += _of_unknown_roots(tokens, page)
    for index, token in enumerate(tokens.items):
        touches = tokens.touches(index)
        chunk = chunk if touches else token.start  # where the run of signs without a blank begins
        if token.word in _ADDENDA and index + 2 < len(tokens) and text[token.start].isupper():
            number = index + 1 + (tokens[index + 1].word == ".")
            of_others = _OF_OTHERS.match(text, chunk)
            if tokens[number].has("int") and tokens[number].end - token.start <= _ADDENDUM and not of_others:
                found.append((token.start, tokens[number].end))
        elif (like := _LIKE_SYMBOL.match(text, token.start)) and index and not touches and _is_led(tokens, index, page):
            last = bisect_left(tokens.items, like.end(), key=lambda one: one.end)
            if not like[0].isdecimal() or (last < len(tokens) and _is_no_count(tokens, last)):
                found.append(like.span())
    for first, last in sorted(found):
        start, end = tokens.view.span(first, last)
        if not spans.touch(start, end):
            yield Remark(start, end, UNREAD)


def _is_led(tokens: Tokens, index: int, page: Page) -> bool:
    """Whether the word for a document stands right before a token."""
    led = page.documents["before"].before(tokens, index, max(0, index - _TO_DATE))
    return any(tokens[index - 1].word.isalpha() and not match.has("date") for match in led)


def _of_unknown_roots(tokens: Tokens, page: Page) -> Iterator[tuple[int, int]]:
    """What is made as a symbol, of no known root, and is called a document, or stands in a list with such a one."""
    end = -1  # the token behind the last of them
    for match in _OF_UNKNOWN.finditer(tokens.view.text):
        first = bisect_left(tokens.items, match.start(), key=lambda one: one.start)
        last = bisect_left(tokens.items, match.end(), key=lambda one: one.start)
        between = tokens.items[end:first] if end >= 0 else ()
        listed = bool(between) and all(one.word in _LISTED or one.has("and") for one in between)
        signed = last < len(tokens) and tokens[last].has("number end")
        if listed or signed or _is_led(tokens, first, page):
            yield match.span()
            end = last


@dataclass(frozen=True, slots=True)
class Uncited:
    """A number or a symbol in no citation: its span in the text, and why it is known to be none; empty if it is not."""

    start: int
    end: int
    why: str


def unread(tokens: Tokens, taken: Spans, own: str | None, page: Page) -> Iterator[Remark]:
    """What is number-shaped or a symbol, lies in none of the spans and is not known to be something else."""
    return (Remark(one.start, one.end, UNREAD) for one in uncited(tokens, taken, own, page) if not one.why)


def uncited(tokens: Tokens, taken: Spans, own: str | None, page: Page) -> Iterator[Uncited]:
    """What is number-shaped or a symbol and lies in none of the spans; `own` is the text's own symbol."""
    spans = Taken.of(taken)
    for index, token in enumerate(tokens.items):
        if token.kind not in ("number", "lost", "symbol"):
            continue
        start, end = tokens.view.span(token.start, token.end)
        if spans.touch(start, end):
            continue
        if token.kind == "symbol":
            why = "it is the text's own symbol" if symbols.canonical(token.value) == own else ""
        else:
            why = _why_none(tokens, index, token, page)
        yield Uncited(start, end, why)


def _why_none(tokens: Tokens, index: int, token: Token, page: Page) -> str:
    """Why a number is known to be none of a resolution; empty where it is not known."""
    if _is_followed(tokens, index):
        return ""
    before = tokens[index - 1] if index else None
    if before is not None and (before.has("number sign") or before.has("not before")):
        return f"“{before.word}” stands before it: it is the number of something else"
    if token.kind == "number" and not token.value.sure and is_of_series(tokens, index, page):
        return "capitals stand before it: it is the number of a document of others"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.has("not after"):
        return f"“{after.word}” stands after it: it is the number of something else"
    if token.kind == "number" and (token.value.sure or _is_dated(tokens, index)):
        return ""
    if token.kind == "number" and (_is_other(token.value.text) or token.value.wrong):
        near, why = 2, "its shape is that of a fraction or a span as well, and no noun stands right before it"
    else:
        near, why = _NEAR, "its shape is not only that of a resolution, and no noun before it speaks of one"
    return "" if _is_spoken_of(tokens, index, near) or _is_listed_with_symbol(tokens, index) else why


def _is_listed_with_symbol(tokens: Tokens, index: int) -> bool:
    """Whether a session and a number stand in a list behind a symbol of one: A/70/5 and 71/6.

    They may be those of a document in short or of a resolution: nobody can tell.
    """
    number = _SERIAL.fullmatch(tokens[index].value.text) if tokens[index].kind == "number" else None
    at = index - 1
    while at > 0 and at > index - _TO_DATE and (tokens[at].has("and") or tokens[at].word in _LISTED):
        at -= 1
    if number is None or not 0 <= at < index - 1 or tokens[at].kind != "symbol":
        return False
    before = _OF_SESSION.match(tokens[at].value)
    return before is not None and abs(int(before["session"]) - int(number["session"])) <= _NEAR_SESSION


def _is_dated(tokens: Tokens, index: int) -> bool:
    """Whether a session or a year and a number have a date: 78/92 of 13 August 2024."""
    if _SESSION.match(tokens[index].value.text) is None:
        return False
    return any(token.kind == "date" for token in tokens.items[index + 1 : index + 1 + _TO_DATE])


def _is_followed(tokens: Tokens, index: int) -> bool:
    """Whether a noun of ours stands right behind a number, or behind its sign (第76/92号决议)."""
    at = index + 1
    at += at < len(tokens) and tokens[at].has("number end")
    return at < len(tokens) and (tokens[at].has("noun") or tokens[at].has("own noun"))


def _is_other(printed: str) -> bool:
    """Whether a number with a stroke may as well be a fraction, a span of years, hours and days."""
    match = _SERIAL.fullmatch(printed.replace(" ", ""))
    if match is None:
        return True
    pair = int(match["session"]), int(match["number"])
    return pair[0] > _MOST_SESSION or pair == _DAYS


def _is_spoken_of(tokens: Tokens, index: int, near: int) -> bool:
    """Whether a noun of ours stands before a number in its sentence.

    What only looks like a number is none behind one that was read: resolution 901 (1994) on the bolt 902 (199?).
    """
    lost = tokens[index].kind == "lost"
    for at in range(index - 1, max(-1, index - 1 - near), -1):
        token = tokens[at]
        if token.word in _ENDS or (token.word == "." and at + 1 < index):
            return False
        if token.has("noun") or token.has("own noun"):
            return True
        if lost and token.kind == "number":
            return False
    return False
