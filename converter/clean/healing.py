"""Lines → text: stray spaces, controls and the hyphens of line ends taken out, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from converter.language_files import words_of
from converter.languages import Language
from converter.model import Line, Run, Source, Text
from converter.read.text import INVISIBLE
from converter.view import key_of

SOFT_HYPHEN = "\u00ad"
_HIDDEN = re.compile(f"{INVISIBLE.pattern}|{SOFT_HYPHEN}(?!\\s*$)")
_HYPHENS = "-‐"
_BLANKS = " \t\u00a0\u2009\u202f\u3000"
_HAN = "\u2e80-\u2fff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# One blank between words is enough; where words are not parted by any, none between Han characters and digits or
# Latin letters.
_STRAY = re.compile(r"(?<=[ \t\u00a0\u202f])[ \t\u00a0\u202f]+")
_STRAY_AT_HAN = re.compile(
    rf"[{_BLANKS}](?:(?<=[{_HAN}].)[{_BLANKS}]*(?=[0-9A-Za-z(*])|(?<=[0-9A-Za-z)*].)[{_BLANKS}]*(?=[{_HAN}]))"
)
_SPACED = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}])")  # 大　会, as a letterhead sets it
_END = 80  # characters that are enough to tell how a line ends


def heal(line: Line, language: Language, start: int = 0, end: int | None = None) -> Text:
    """The characters of a line from `start` to `end`, without outer white space, stray spaces and controls.

    A soft hyphen at the end stays, for `join_lines`.
    """
    raw = line.text[start:end]
    words = raw.strip()
    begin = len(raw) - len(raw.lstrip())
    if " " not in words and words.isprintable():
        return Text(words, (Run(0, line.start + start + begin, len(words)),) if words else ())
    finish = begin + len(words)
    stray = _STRAY if language.table("text.glue") else _STRAY_AT_HAN
    dropped = [match.span() for match in stray.finditer(raw, begin, finish)]
    if not raw.isprintable():
        dropped = sorted([*dropped, *(match.span() for match in _HIDDEN.finditer(raw, begin, finish))])
    offset = line.start + start
    if not dropped:
        length = finish - begin
        return Text(raw[begin:finish], (Run(0, offset + begin, length),) if length else ())
    pieces, runs, at, length = [], [], begin, 0
    for left, right in [*dropped, (finish, finish)]:
        if left > at:
            pieces.append(raw[at:left])
            runs.append(Run(length, offset + at, left - at))
            length += left - at
        at = max(at, right)
    return Text("".join(pieces), tuple(runs)).strip()  # a control character may have stood after the last space


def join_lines(texts: Sequence[Text], language: Language) -> Text:
    """Join wrapped lines: the language's glue, but a space between two Latin words.

    Where the language puts nothing between lines, two digits that meet are one number (第2⏎5段); elsewhere nothing
    stands after a hyphen or a slash (self-⏎government, S/Agenda/⏎2185). A soft hyphen at a line's end goes.
    """
    parts = [_without_hyphen(text) for text in texts]
    if len(parts) == 1:
        return parts[0]
    plain: str = language.table("text.glue")
    glue = []
    for index, (before, after) in enumerate(pairwise(parts)):
        left, right = before.text[-1:], after.text[:1]
        latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
        number = not plain and left.isdecimal() and right.isdecimal()
        if before is not texts[index] or (plain and _holds_on(before.text, right)):
            glue.append("")
        else:
            glue.append(" " if (latin and not number) or (left and left in ",;") else plain)
    return Text.join(parts, glue)


def _without_hyphen(text: Text) -> Text:
    return text.slice(0, len(text.text) - 1) if text.text.endswith(SOFT_HYPHEN) else text


def _holds_on(before: str, after: str) -> bool:
    """Whether a line ends in a hyphen or a slash that belongs to the word it begins."""
    if not before[-2:-1].isalnum():
        return False
    return (before[-1] in _HYPHENS and after.isalpha()) or (before[-1] == "/" and after.isalnum())


def parts_word(before: str, after: str) -> bool:
    """Whether a break between two lines is inside a word: it stands behind its hyphen (Secretary-⏎General)."""
    return before.endswith(SOFT_HYPHEN) or (before[-1:] in _HYPHENS and _holds_on(before, after[:1]))


def unspaced(text: str) -> str:
    """A short line without the spaces that set its letters apart (大　会)."""
    return _SPACED.sub("", text)


# --- hyphens that only end a line ---------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+")
_PART = 4  # letters of the first half of a word
_LAST_PART = re.compile(r"([^\W\d_]+)[-‐]$")


class Hyphens:
    """Tells which hyphens at line ends are the printer's: those of words that stand whole elsewhere.

    So is one of a word of the language's data (adop-⏎ted), if what stands before it is long and no word of these, and
    the text has the word nowhere with its hyphen.
    """

    def __init__(self, source: Source, language: Language) -> None:
        self._text = source.text
        self._language = language
        self._known: frozenset[str] | None = None

    def mend(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, with a soft hyphen in the place of each hyphen that is the printer's."""
        mended = list(lines)
        if not self._language.table("text.glue"):
            return mended
        for index, (line, after) in enumerate(pairwise(lines)):
            bare = line.text.rstrip()
            part = _LAST_PART.search(bare[-_END:]) if bare.endswith(tuple(_HYPHENS)) else None
            rest = _WORD.match(after.text.lstrip()[:_END]) if part else None
            if part and rest and self._is_whole(part[1], rest[0]):
                mended[index] = structs.replace(line, text=bare[:-1] + SOFT_HYPHEN + line.text[len(bare) :])
        return mended

    def _is_whole(self, part: str, rest: str) -> bool:
        if self._known is None:
            code, countries = self._language.code, self._language.authorities.countries
            names = " ".join(country.name(code) for country in countries)
            self._known = frozenset(_WORD.findall(f"{self._text} {names}".lower()))
        whole = f"{part}{rest}".lower()  # a month is a word that each language has: 24 novem-⏎bre
        if not rest[0].islower():
            return False
        return whole in self._known or key_of(whole) in self._language.page.months or self._is_of_data(part, rest)

    def _is_of_data(self, part: str, rest: str) -> bool:
        """Whether two halves are a word of the language's data; sub- and co- may well have a hyphen of their own."""
        words, start = words_of(self._language.code), part.lower()
        if len(start) < _PART or start in words or f"{start}{rest}" not in words:
            return False
        return f"{start}-{rest}" not in self._text.lower()


def unquoted(text: str, language: Language) -> str:
    """A text without the quotation mark that it begins with."""
    return text[1:] if text[:1] and text[0] in language.table("body.quotes") else text


def ends_in_colon(text: str) -> bool:
    """Whether a text announces what follows it: with a colon, and a dash behind it in older print (Decides:—)."""
    return text.rstrip(" \u00a0-–—")[-1:] in (":", "：")
