"""Slots of several tokens, read rightwards: titles, names, clauses; numbers and days: `figures`, lists: `items`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from converter.languages.figures import (
    DAY,
    WORDS_OF_ORDINAL,
    read_count,
    read_day,
    read_days,
    read_meeting,
    read_month_number,
    read_open_number,
    read_own_number,
    read_registered,
    read_session,
    read_volume,
    read_whole_date,
    read_year,
)
from converter.languages.items import (
    COUNTED_BY,
    ORDINAL,
    read_counted,
    read_items,
    read_labels,
    read_ordinals,
    read_signed_items,
    read_units,
)
from converter.languages.match import CLAUSE_MARKS, SENTENCE_MARKS
from converter.languages.steps import ANYTHING, LongSlot
from converter.languages.table import opens_title
from converter.view import Tokens

_QUOTES = {'"': '"', "《": "》", "'": "'"}
_LONGEST_TITLE = 500  # characters
_LONGEST_TOPIC = 40  # tokens
_COMMAS = frozenset(",،，")
_NOT_ABOUT = frozenset(("number", "lost", "noun", "symbol"))
_LONGEST_NAMES = 4_000  # characters of a list of States
_OPEN, _CLOSED = frozenset("([{"), frozenset(")]}")
_AT_END = frozenset("*＊.۔。")
_FEW, _REST = 5, 14  # words of a name, and of the rest of a clause


def read_title(tokens: Tokens, at: int) -> tuple[int, tuple[int, int]] | None:
    """A title in quotation marks: where it stands in the view, without them."""
    if at >= len(tokens) or tokens[at].word not in _QUOTES:
        return None
    closing = _QUOTES[tokens[at].word]
    for index in range(at + 1, len(tokens)):
        if tokens[index].start > tokens[at].start + _LONGEST_TITLE:
            return None
        if tokens[index].word == closing:
            return index + 1, (tokens[at].end, tokens[index].start)
    return None


def read_title_before(tokens: Tokens, at: int) -> tuple[int, tuple[int, int]] | None:
    """The title in quotation marks that ends right before an index: where it begins, and where it stands."""
    closing = tokens[at - 1].word if at else ""
    for index in range(at - 2, -1, -1) if closing in _QUOTES.values() else ():
        if tokens[at - 1].end > tokens[index].start + _LONGEST_TITLE:
            return None
        if _QUOTES.get(tokens[index].word) == closing:
            return index, (tokens[index].end, tokens[at - 1].start)
    return None


def read_topic(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """What a text is about, in words without another text's noun or number: to a comma, a dash or the next number.

    Of several commas the one before the next number is meant, if nothing but words leads there.
    """
    first: int | None = None  # the comma that ends it, if no number follows a later one
    for index in range(at, min(len(tokens), at + _LONGEST_TOPIC)):
        token = tokens[index]
        is_comma = token.word in _COMMAS
        leads = _is_next(tokens, index + 1) if is_comma else token.has("and") and _leads_on(tokens, index + 1)
        if leads or (first is None and (is_comma or _is_dash(tokens, index))):
            if index == at or tokens[index - 1].has("and"):  # sur les phares et, le 30 juin, la résolution 5/3
                break
            if leads or not is_comma:
                return index, None
            first = index
        if token.kind in _NOT_ABOUT or token.word in SENTENCE_MARKS or token.word in '():"':
            break
        if first is not None and token.has("date"):  # that of the number
            break
    return None if first is None else (first, None)


def _is_next(tokens: Tokens, at: int) -> bool:
    """Whether the next number of a list stands here, or behind a joint and what leads to it."""
    if at < len(tokens) and tokens[at].has("and"):
        return _leads_on(tokens, at + 1)
    return at < len(tokens) and tokens[at].kind == "number"


def _is_dash(tokens: Tokens, at: int) -> bool:
    """Whether a dash stands between blanks; one without is a hyphen."""
    return tokens[at].word == "-" and 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start


def _leads_on(tokens: Tokens, at: int) -> bool:
    """Whether a number follows behind what may stand before one of a list."""
    while at < len(tokens) and any(tokens[at].has(kind) for kind in ("between", "own", "aside", "noun")):
        at += 1
    return at < len(tokens) and tokens[at].kind == "number"


def read_bracket(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A bracket that opens."""
    return (at + 1, tokens[at].word) if at < len(tokens) and tokens[at].word in ("(", "[") else None


def read_closed(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """A bracket that closes."""
    return (at + 1, None) if at < len(tokens) and tokens[at].word in (")", "]") else None


def read_names(tokens: Tokens, at: int) -> tuple[int, tuple[int, int]] | None:
    """Names in brackets of any kind, which may hold brackets themselves: where they stand in the view."""
    text = tokens.view.text
    if at >= len(tokens) or text[tokens[at].start] not in _OPEN:
        return None
    start, depth = tokens[at].start, 0
    for place in range(start, min(len(text), start + _LONGEST_NAMES)):
        depth += (text[place] in _OPEN) - (text[place] in _CLOSED)
        if depth == 0:
            end = next((index for index in range(at, len(tokens)) if tokens[index].start > place), len(tokens))
            return end, (start + 1, place)
    return None


def read_end(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """Nothing: the end of the text, stars of notes and a full stop aside."""
    while at < len(tokens) and tokens[at].word in _AT_END:
        at += 1
    return (at, None) if at == len(tokens) else None


def read_words(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """A few words that name something: to a mark, or to a word that names do not have in them (on, the)."""
    end = at
    while end < min(len(tokens), at + _FEW) and not (tokens[end].has("name end") or _is_mark(tokens, end)):
        end += 1
    return (end, None) if end > at else None


def read_clause(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """The rest of the clause, if it is no longer than a few words."""
    end = at
    while end < min(len(tokens), at + _REST) and not _is_mark(tokens, end):
        end += 1
    return (end, None) if end > at else None


def read_heading(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """A title: it begins with a capital, a letter of a script without them, a quotation mark; any sign behind a stop"""
    begins = tokens.view.text[tokens[at].start] if at < len(tokens) else ""
    is_one = opens_title(begins) or (not begins.isalpha() and at > 0 and tokens[at - 1].word == ".")
    return (len(tokens), None) if begins and is_one and not tokens[at].has("number end") else None


def read_rest(tokens: Tokens, at: int) -> tuple[int, None]:
    """All that follows."""
    return len(tokens), None


def read_clause_end(tokens: Tokens, at: int) -> tuple[int, None] | None:
    """No word, where a clause ends: a mark, a bracket that closes, a joint or the end of the text stands here."""
    ends = at >= len(tokens) or _is_mark(tokens, at) or tokens[at].word in _CLOSED or tokens[at].has("and")
    return (at, None) if ends else None


def _is_mark(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends here."""
    return tokens[at].word in CLAUSE_MARKS


def _slot(read: Callable[[Tokens, int], tuple[int, Any] | None], first: str, last: str, reach: int = 0) -> LongSlot:
    return LongSlot(read, frozenset(first.split(",")), frozenset(last.split(",")), reach=reach)


COUNTED = LongSlot(read_count, frozenset((ANYTHING,)), frozenset((ANYTHING,)))
"""The slot of a count of votes."""
READERS: Mapping[str, LongSlot] = {
    "title": LongSlot(
        read_title,
        frozenset(f"={mark}" for mark in _QUOTES),
        frozenset(f"={mark}" for mark in _QUOTES.values()),
        read_title_before,
    ),
    "topic": _slot(read_topic, ANYTHING, ANYTHING),
    "counted": _slot(read_counted, ",".join(COUNTED_BY), ",".join(COUNTED_BY)),
    "year": _slot(read_year, "int,han", "int,han", 1),
    "bracket": _slot(read_bracket, "=(,=[", "=(,=[", 1),
    "closed": _slot(read_closed, "=),=]", "=),=]", 1),
    "days": _slot(read_days, ",".join(DAY), ",".join(DAY), 1),
    "month number": _slot(read_month_number, "int,han", "int,han", 1),
    "signed items": _slot(read_signed_items, "int,han,item before", "item after,label"),
    "items": _slot(read_items, "int", "int,label"),
    "units": _slot(read_units, "roman,letter,han,int,ordinal", "roman,letter,han,int,ordinal"),
    "meeting": _slot(read_meeting, "ordinal,ordinal part," + ",".join(DAY), ANYTHING, WORDS_OF_ORDINAL),
    "for": COUNTED,
    "against": COUNTED,
    "abstaining": COUNTED,
    "count": COUNTED,
    "names": LongSlot(read_names, frozenset((ANYTHING,)), frozenset((ANYTHING,))),
    "end": LongSlot(read_end, frozenset((ANYTHING,)), frozenset((ANYTHING,))),
    "clause end": LongSlot(read_clause_end, frozenset(), frozenset()),
    "ordinals": _slot(read_ordinals, ",".join(ORDINAL), ",".join(ORDINAL)),
    "labels": _slot(read_labels, ANYTHING, ANYTHING),
    "session": _slot(
        read_session, "ordinal,ordinal part," + ",".join(DAY), "ordinal," + ",".join(DAY), WORDS_OF_ORDINAL
    ),
    "whole date": _slot(read_whole_date, "date", "date"),
    "day": _slot(read_day, "date", "date"),
    "words": _slot(read_words, ANYTHING, ANYTHING, _FEW),
    "clause": _slot(read_clause, ANYTHING, ANYTHING),
    "own number": _slot(read_own_number, "number", "number", 1),
    "open number": _slot(read_open_number, ANYTHING, ANYTHING, 1),
    "heading": _slot(read_heading, ANYTHING, ANYTHING),
    "rest": _slot(read_rest, ANYTHING, ANYTHING),
    "volume": _slot(read_volume, "int,number", "int,number"),
    "registered": _slot(read_registered, "int", "int"),
}
"""The slots that take more than one token, or need more than its kind, with what they may begin and end with."""
