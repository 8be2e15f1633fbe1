"""Numbers and stars of a text that hang like the mark of a note, and are that of none.

A number that touches a word, a sign or a year is nothing else. One with a space before it is said at the end of a
paragraph, between a whole date and a sign (words would be what it counts), and elsewhere where other marks of the text
have one, too: behind a word, if its number is near theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.clean.candidates import OF_A_SYMBOL, QUOTATION, QUOTES
from converter.languages import Language
from converter.languages.notes import SIGNS, marks_in
from converter.languages.sentences import CLOSING
from converter.languages.table import is_han
from converter.model import Resolution, Source, Text

# A raised number on a word or behind a sentence: on a number, a unit or the letter of a formula it is a power.
# It begins with a figure, and what stands before that comes second: so the others are passed over at once.
_FIGURE = "[⁰¹²³⁴-⁹]"
_RAISED = re.compile(
    rf"(?P<mark>{_FIGURE}(?:(?<=[^\W\d_]{{3}}{_FIGURE})|(?<=[,;:.”»]{_FIGURE})){_FIGURE}{{0,2}})(?![⁰¹²³⁴-⁹\w])"
)
# What a raised number was misread as, behind a sign and the end of a quotation (,”®). Behind a point and a figure or a
# short word it is an ordinal (2.º, n.º), and ® is a trade mark's.
_MISREAD = "®°º"
_SIGN = re.compile(
    rf"(?:(?<=[,;:،؛])|(?<=[^\W\d_]{{5}}\.)(?!®)|(?<=[^\W\d_]{{3}}\.)(?=[{CLOSING}]))"
    rf"(?P<mark>[{CLOSING}]?[{_MISREAD}])(?=\s|$)"
)
_WORD = re.compile(r"[^\W\d_]{3}$")  # a shorter one is a name or a unit with its number: Mi8, m2
_FIGURES = re.compile(r"(?P<above>/?)(?P<run>\d+)[^\w\s]?$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LISTED = re.compile(rf"(?<![\d/-])\d{{1,3}}[{CLOSING}]*[,;،؛、][ \u00a0\u202f]$")  # 3, 4 and 5
_INITIAL = re.compile(r"(?:^|[\W\d_])[^\W\d_]\.$")  # section B.2
_ROMAN = re.compile(r"(?:(?<![^\W\d_])[IVXLІХ]{2,6}|[一二三四五六七八九十])[.-]$")  # paragraph II.114, 第三.14段
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}[ \u00a0\u202f]$")  # 12 500 100
_GROUP_AFTER = re.compile(r"[ \u00a0\u202f]\d{3}(?!\d)")
_GROUP = 3  # figures
_GOES_ON = re.compile(r"[.,:٫]\d")  # 20.004
_LIST_BEHIND = re.compile(r"[,،、] ?\d{1,3}(?![\d/])")  # 5, 10 and 15 years
# recommendation (2031)17, Rec(2031)17; behind a number (9212 (1974)3) or a name it is a mark
_OF_SERIES = re.compile(r"(?:[^\W\d_]|(?<!\S)[^\W\d_A-ZÀ-ÞА-Я][^\W\d_]*[ \u00a0])\((?:1[89]|20)\d\d\)$")
_LAST_NUMBER = re.compile(r"\d{1,3}(?:\s?\(\w{1,4}\))*\s*$")  # 2, and 2 (b)
_NAME, _CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+$"), re.compile(r" [A-ZÀ-ÞА-ЯЁ][^\W\d_]")  # a name begins
_LETTER = re.compile(r"[^\W_]")
_AROUND = 200  # characters on each side of a number that tell what it is
_NEAR = 2  # by how many the number of a mark behind a word may differ from that of another


@dataclass(frozen=True, slots=True, order=True)
class Loose:
    """A mark without a note: its offset in the source, what is printed, and whether it can be nothing else.

    `is_strong` says that it touches what stands before it, or that this is a sign, a month or a year; `has_space` that
    a space stands before it; `behind_day` that a day with its month and year does, behind which it counts nothing;
    `is_name` that it touches capitals and may be of their name (UN80), unless its number is near those of other marks.
    """

    source: int
    printed: str
    is_sure: bool
    is_strong: bool = True
    has_space: bool = False
    behind_day: bool = False
    is_name: bool = False


def loose_marks(resolution: Resolution, source: Source, language: Language) -> list[Loose]:
    """The marks without a note, in the order of the text."""
    adoption = resolution.adoption
    meeting = str(adoption.meeting) if adoption else ""  # الجلسة العامة (المستأنفة) 69
    found = sorted(
        {
            one
            for paragraph in resolution.own_paragraphs  # a neighbour's notes stand on another page
            for one in _hanging(paragraph.text, language)
            if not (adoption and paragraph.id == adoption.place and one.printed == meeting)
        }
    )
    sure = [one for one in found if one.is_sure or one.behind_day]
    marks = [mark for note in resolution.footnotes for mark in note.places]
    if not any(one.has_space for one in sure) and not any(source.text[mark.mark - 1].isspace() for mark in marks):
        found = [one for one in found if not one.has_space]
    printed = [*(mark.printed for mark in marks), *(one.printed for one in sure)]
    numbers = {int(one) for one in printed if one.isdecimal()}
    near = {number + step for number in numbers for step in range(-_NEAR, _NEAR + 1)}
    return [
        one
        for one in found
        if one.is_sure or (one.is_strong and not one.is_name) or (one.printed.isdecimal() and int(one.printed) in near)
    ]


def _hanging(text: Text, language: Language) -> Iterator[Loose]:
    """What hangs like a mark in a text."""
    words, notes = text.text, language.page.notes
    misread = _SIGN.finditer(words) if any(sign in words for sign in _MISREAD) else ()
    for match in (*_RAISED.finditer(words), *misread):
        yield Loose(text.source_offset(match.start("mark")), match["mark"], is_sure=True)
    last, letter = notes.dangling(words), _LETTER.search(words)
    for match in marks_in(words):
        start, end = match.span("mark")
        if letter is None or letter.start() >= start:
            continue  # ’1‘ is a label
        if not (last and last.start("mark") == start) and _may_be_one(words, start, end, language):
            before = _before(words, start)
            spaced = words[start - 1].isspace()
            is_name = not spaced and before[-1].isupper() and match["mark"].isdecimal()  # BELL12
            strong = not spaced or not before[-1].isalpha() or notes.is_dated(before)
            counted = is_han(words[end : end + _AROUND].lstrip()[:1] or " ")  # ，3 has what is counted behind it
            unsure = spaced or is_name or counted
            signed = words[end : end + 1] in tuple(SIGNS)  # words would be what it counts
            behind_day = spaced and match["mark"].isdecimal() and signed and notes.is_day(before)
            yield Loose(text.source_offset(start), match["mark"], not unsure, strong, spaced, behind_day, is_name)
    if last:
        yield Loose(text.source_offset(last.start("mark")), last["mark"], is_sure=True, has_space=last["blank"] != "")


def _before(text: str, start: int) -> str:
    """The words before a number, as many as tell what it is."""
    return text[max(0, start - _AROUND) : start].rstrip()


def _may_be_one(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a number or stars may be a mark by what stands on each side."""
    notes, before, follows = language.page.notes, _before(text, start), text[end : end + _AROUND]
    touches = not text[start - 1].isspace()
    if before[-1:] == "(" and follows[:1] == ")" and language.table("text").get("note_brackets"):
        before, start = before[:-1], start - 1
        in_number = _is_part_of_number(before, follows, language)
    else:
        in_number = touches and _OF_SERIES.search(before) is not None
    listed = _LISTED.search(text[max(0, start - _AROUND) : start])
    part = OF_A_SYMBOL.search(before[-9:]) or _INITIAL.search(before[-3:]) or _GOES_ON.match(follows)
    of_part = touches and _LETTER.search(follows) and _ROMAN.search(before[-8:])
    counts = not touches and _LIST_BEHIND.match(follows)
    if not before or part or of_part or listed or counts or in_number or _is_group(text, start, end):
        return False
    if _is_quoted(before, follows, touches=touches) or _is_of_words(before, follows, touches=touches):
        return False
    if not text[end - 1].isdecimal():
        return touches
    if touches and before[-1].isalpha() and not (notes.spaced and _WORD.search(before)):
        return False
    glued = touches and before[-1].islower()
    figures = _FIGURES.search(before) if touches else None
    split = figures and not (figures["above"] or _YEAR.fullmatch(figures["run"]))  # 7.5, 10,500, but of 1993,5
    if split or (not glued and notes.is_own(before)):
        return False
    day = not notes.is_dated(before) or (not touches and not before[-1].isalnum())
    return not notes.is_counted(text[start:end].strip("("), follows.strip(), day=day)


def _is_part_of_number(before: str, follows: str, language: Language) -> bool:
    """Whether a number in a bracket is one of a symbol (MIN(15)/48), or of an article: المادة 2 (4)."""
    if follows[1:2] == "/" or (before[-1:].isascii() and before[-1:].isalpha()):
        return True
    whole = _LAST_NUMBER.search(before)
    return whole is not None and language.page.notes.is_own(before[: whole.start()].rstrip())


def _is_group(text: str, start: int, end: int) -> bool:
    """Whether a number is a group of the figures of a larger one (12 500 100)."""
    if not text[start:end].isdecimal() or end - start > _GROUP:
        return False
    before = end - start == _GROUP and _GROUP_BEFORE.search(text[max(0, start - _GROUP - 2) : start])
    return bool(before) or _GROUP_AFTER.match(text, end) is not None


def _is_of_words(before: str, follows: str, *, touches: bool) -> bool:
    """Whether a number is of a label whose brackets are in disorder (b()1), or of a name: at the Tresk 2 Summit."""
    if touches:
        return before.endswith("()") and follows[:1] == ")"
    return _NAME.search(before) is not None and _CAPITAL.match(follows) is not None


def _is_quoted(before: str, follows: str, *, touches: bool) -> bool:
    """Whether a quotation that opens stands before a number: “1”, the ’90s."""
    opens = QUOTATION.search(before) is not None
    return opens and (follows[:1] in QUOTES or not touches or before[-1] in "’'")
