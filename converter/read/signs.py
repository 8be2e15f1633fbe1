"""Signs that stand in a text of whatever format and do not belong there: each match of a pattern is a finding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from converter.language_files import read_data
from converter.model import Diagnostic, Source

ANOTHER = "fetch the official file again, or another format of it; if it has the character, accept it in work.yml"
# Unicode's bidirectional controls (UAX #9) can show a text in another order than it is stored in.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENING = re.compile("[\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066-\u2068]")
_LEFT_TO_RIGHT = "\u200e"
_TO_THE_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a\u202b\u202d\u202e\u2066-\u2068]")
_BIDI_MARKS = frozenset("\u061c\u200e\u200f")  # these only say which way a neighbour runs, as Arabic texts need it
FORCED = "words are shown in another order than they stand in the file, and read as they stand"
# Blanks of every width, letters that are drawn in one, bullets that Word takes from its fonts of signs: they mean what
# they show.
DRAWN = {
    **dict.fromkeys((*range(0x2000, 0x200B), 0x205F), " "),
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    **{0xF0B7: "\u2022", 0xF0A7: "\u25aa", 0xF0D8: "\u27a2", 0xF0FC: "\u2713"},
}
BULLETS = "•·●○◦▪■□‣►➢✓"  # before the items of a list; `languages/common.yml` has them for what reads lists
ARABIC = "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
# Unicode's private characters: each font shows what it likes.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
EMBEDDED = "words of both directions are set to run against the text around them, and read as they stand"
_MOST = 20  # findings of one kind that are listed; the rest is counted
_SHOWN = 40
_RIGHT, _LEFT = ("R", "AL"), ("L", "EN")


def controls(source: Source, *, closing: bool = True) -> Iterator[Diagnostic]:
    """A finding for each control that may turn the order of words. `closing`: those too that only end another one.

    Word processors and sites leave the ends behind, which turn nothing.
    """
    pattern = BIDI if closing else _OPENING
    if not pattern.search(source.text):
        return
    allowed = _BIDI_MARKS if read_data(source.lang)["direction"] == "rtl" else frozenset()
    if _TO_THE_LEFT.search(source.text) is None:
        allowed |= {_LEFT_TO_RIGHT}  # nothing runs to the left: nobody sees the mark
    matches = (match for match in pattern.finditer(source.text) if match[0] not in allowed)
    yield from each(source, matches, "text-bidi", "a bidirectional control stands in the text", ANOTHER)


def private(source: Source) -> Iterator[Diagnostic]:
    """A finding for each character of which only the font of the file says what it shows."""
    what = "a private character stands in the text, which only the font of the file shows"
    yield from each(source, _PRIVATE.finditer(source.text), "text-lost", what, ANOTHER)


def is_turned(words: str, *, to_the_left: bool) -> bool:
    """Whether words whose direction a file forces are shown in another order than they are read in."""
    against = _LEFT if to_the_left else _RIGHT
    return sum(unicodedata.bidirectional(char) in against for char in words) > 1


def is_embedded(words: str, lang: str, *, to_the_left: bool) -> bool:
    """Whether words whose direction a file sets stand in another order than the text of that language around them does.

    Words of one direction stand in the same order in either.
    """
    around = read_data(lang)["direction"] == "rtl"
    return around is not to_the_left and all(is_turned(words, to_the_left=way) for way in (True, False))


def each(source: Source, matches: Iterable[re.Match[str]], code: str, what: str, hint: str) -> Iterator[Diagnostic]:
    """A finding for each match; of very many only the first ones, and how many more there are."""
    last, more, page = (0, 0), 0, 0
    for count, match in enumerate(matches):
        page, *place = source.locate(match.start())
        last = place[0], place[1]
        if count >= _MOST:
            more += 1
            continue
        shown = match[0][:_SHOWN] if match[0].isprintable() else f"U+{ord(match[0][0]):04X}"
        yield Diagnostic(source.path, *last, code, f"{what}: {shown}", hint, page=page)
    if more:
        yield Diagnostic(source.path, *last, code, f"{what}: {more} more, the last one here", hint, page=page)
