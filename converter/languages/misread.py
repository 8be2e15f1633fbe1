"""Signs that scanning takes for others, where a number or a date must stand: seen through on the view, one for one.

The text itself is never changed: what is mended here is only matched, and where that was is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

import msgspec

from converter.view import Token, Tokens, View

LIKE_DIGITS = dict.fromkeys("lIi|]", "1") | dict.fromkeys("OoОо", "0") | {"S": "5", "З": "3"}  # Cyrillic ones as well
_DIGITS = str.maketrans(LIKE_DIGITS)
_CHUNK = re.compile(r"\S+")
_SUSPECT = re.compile(r"[\d\]|!]")  # nothing is mended in what has none of these
_NUMBER = re.compile(rf"[\d{re.escape(''.join(LIKE_DIGITS))}]{{1,5}}")
_ENDING = 2
_MOST = 5  # digits of the number of a meeting
_LETTER = re.compile(r"[^\W\d_]+[\]|!](?=$|[\s.,;])")  # Apri]
_LETTER_INSIDE = re.compile(r"[^\W\d_]+[\]|!][^\W\d_]+(?=$|[\s.,;])")  # Ma]ch
_ADDENDUM = re.compile(r"(?<![A-Za-z])(?P<word>(?:Add|Corr|Rev)\s?[.,]?\s?)(?P<number>[\dlI|][\dlIO|]{0,2})(?![^\W_])")
LIKE_L = str.maketrans(dict.fromkeys("]|!", "l"))
_CLOSE, _SHORT, _LONG = 0.75, 4, 5
_JOINED = 3  # tokens that may be one word: two with a hyphen between them
_MOST_KEPT = 10_000  # words that were looked up
_SURE = 0.9  # of a word of the page in a part of which another one stands


@dataclass(frozen=True)
class Mended:
    """A view with misread signs seen through, and the places of these in it."""

    view: View
    places: frozenset[int]


def addenda(view: View) -> View:
    """The view with digits in the place of letters that were read for them behind the word for an addendum: Add.l."""
    text = _ADDENDUM.sub(lambda match: f"{match['word']}{match['number'].translate(_DIGITS)}", view.text)
    return view.reading(text)


def is_misread_addendum(printed: str) -> bool:
    """Whether a symbol, or what is joined to it, has such a letter."""
    return any(not match["number"].isdecimal() for match in _ADDENDUM.finditer(printed))


def digits(view: View, endings: Mapping[str, str], words: frozenset[str]) -> Mended:
    """The view with digits in the place of the letters that were read for them: 2O, l504th, 18561h, Apri] 1991.

    `endings` are those of a number as they may be printed, each with what it stands for; `words` those that a
    misread letter may be part of.
    """
    text = list(view.text)
    for chunk in _CHUNK.finditer(view.text) if _SUSPECT.search(view.text) else ():
        for at, right in _mended(chunk[0], endings, words) if _SUSPECT.search(chunk[0]) else ():
            text[chunk.start() + at : chunk.start() + at + len(right)] = right
    whole = "".join(text)
    if whole == view.text:
        return Mended(view, frozenset())
    places = frozenset(i for i, (old, new) in enumerate(zip(view.text, whole, strict=True)) if old != new)
    return Mended(view.reading(whole), places)


def _mended(chunk: str, endings: Mapping[str, str], words: frozenset[str]) -> Sequence[tuple[int, str]]:
    """What is meant, and where in the chunk, if it is a number with misread signs or a word with one."""
    word = _LETTER.match(chunk)
    if word and word[0].translate(LIKE_L).casefold() in words:
        return ((0, word[0].translate(LIKE_L)),)
    inside = _LETTER_INSIDE.match(chunk)
    if inside and get_close_matches(inside[0].translate(LIKE_L).casefold(), words, n=1, cutoff=_CLOSE):
        return ((0, inside[0].translate(LIKE_L)),)
    lead = len(chunk) - len(chunk.lstrip("([\"'"))
    bare = chunk[lead:].rstrip(".,;:)]\"'") if not chunk[lead:].startswith("]") else chunk[lead:].rstrip(".,;:)\"'")
    if bare.isdecimal() or not any(char.isdecimal() for char in bare):
        return ()
    for length in range(min(_MOST, len(bare)), 0, -1):
        head, tail = bare[:length], bare[length:]
        if not _NUMBER.fullmatch(head) or not any(char.isdecimal() for char in head):
            continue
        if not tail and len(bare) > _ENDING and bare[-_ENDING:].casefold() in endings:
            continue  # 27491h is 2749th
        if not tail and bare[:-1].isdecimal() and bare[-1:] in endings:
            continue  # 1o. de mayo
        if not tail or tail.casefold() in endings:
            return ((lead, head.translate(_DIGITS)), (lead + length, endings.get(tail.casefold(), tail)))
    return ()


def one_sign(token: Token, view: View) -> int | None:
    """1 or 0 for a letter alone that was read for it (I abstention); None for another token."""
    printed = view.text[token.start : token.end]
    return int(LIKE_DIGITS[printed]) if printed in ("I", "l", "O") else None


class Slips:
    """The words of a page that may be printed with a slip in them: none is shorter than `_SHORT`.

    What a printed word may be is looked up once.
    """

    def __init__(self, words: Mapping[str, Token]) -> None:
        self.words = words
        self.names = frozenset(words)
        self.near = lru_cache(_MOST_KEPT)(self._near)

    def _near(self, word: str, close: float) -> Token | None:
        found = alike(word, self.words, close) if len(word) >= _SHORT else []
        return self.words[found[0][1]] if found else None


def near_words(tokens: Tokens, known: Slips) -> tuple[Tokens, frozenset[int]]:
    """The tokens with the words of a page in the place of those that are close to them, and where these stand.

    Aclopted, unan-imously, meet ing: a hyphen or a blank in a word is none.
    """
    printed = tokens.items
    may_be = [_may_be(token, known.words) for token in printed]
    if not any(may_be):
        return tokens, frozenset()
    items: list[Token] = []
    places: set[int] = set()
    at = 0
    while at < len(printed):
        token = printed[at]
        found, end = token, at + 1
        if may_be[at]:
            meant, end = _joined(printed, may_be, at, known) or (_near(token.word, known), at + 1)
            if meant is not None:
                found = msgspec.structs.replace(meant, start=token.start, end=printed[end - 1].end)
                places.add(token.start)
        items.append(found)
        at = end
    return Tokens(tokens.view, tuple(items)), frozenset(places)


def near_lead(lead: Tokens, known: Slips) -> Tokens:
    """The same of the first tokens of a text, as far as those that follow them have no say in it."""
    near, _ = near_words(lead, known)
    end = lead[-_JOINED].start if len(lead) > _JOINED else 0
    return Tokens(lead.view, tuple(token for token in near.items if token.end <= end))


def _near(word: str, known: Slips) -> Token | None:
    return known.near(word, _CLOSE) if len(word) >= _SHORT else None


def _may_be(token: Token, known: Mapping[str, Token]) -> bool:
    """Whether a token is a word that the page does not know."""
    return token.kind == "word" and not token.senses and token.word.isalpha() and token.word not in known


def _joined(tokens: Sequence[Token], may_be: Sequence[bool], at: int, known: Slips) -> tuple[Token, int] | None:
    after = at + 1
    if after < len(tokens) and tokens[after].word == "-":
        after += 1
    if after >= len(tokens) or not may_be[after]:
        return None
    whole = tokens[at].word + tokens[after].word
    if len(whole) < _SHORT:  # as two Han characters are
        return None
    meant = known.words.get(whole) or (known.near(whole, _SURE) if after > at + 1 else None)
    return (meant, after + 1) if meant else None


def is_near(word: str, known: Iterable[str]) -> bool:
    """Whether a word is one of these, or one of them with a slip in it: Aclopted."""
    known = [*known]
    return word in known or (len(word) >= _SHORT and bool(get_close_matches(word, known, n=1, cutoff=_CLOSE)))


def alike(word: str, known: Iterable[str], close: float = _CLOSE) -> list[tuple[float, str]]:
    """Those of these words that a word may be with a slip in it, each with how near it is, the nearest first."""
    matcher = SequenceMatcher(b=word)
    found: list[tuple[float, str]] = []
    for one in known:
        if one[0] == word[0] or len(word) > _LONG:  # no note is a vote
            matcher.set_seq1(one)
            # the first two are bounds of the last, and quick
            if all(bound() >= close for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)):
                found.append((matcher.ratio(), one))
    return sorted(found, reverse=True)
