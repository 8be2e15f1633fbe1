"""Numbers of the body that may be marks of notes, and how firmly each hangs on what stands before it.

Which words make a number the text's own is in `notes` of the language's page, the signs in `languages/notes.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.clean.misprints import Span
from converter.languages import Language
from converter.languages.notes import MARK
from converter.languages.sentences import CLAUSE_ENDS, CLOSING
from converter.model import Line
from converter.view import fold
from converter.view.twins import CAPITALS

HELD_BY_PUNCTUATION, HELD_BY_WORD, APART, OWN = 3, 2, 1, 0
"""How firmly a number hangs; `OWN` is one of the text itself."""
NOTE_LINE = re.compile(
    r"^[\s\u3000]*(?P<bracket>\()?(?P<marker>\d{1,3}|[*＊]{1,3}|[a-z](?=/)|[ᵃ-ᶻⁱⁿʰʲʳˢʷˣʸˡ])(?(bracket)\))(?P<sign>[/.]?)"
    r"(?P<gap>[ \t\u00a0\u202f\u3000]+|(?<=[\d*＊a-z]/)(?=[A-Za-z]))"
    r"(?P<rest>(?:(?<=/)[a-z][ ]+)?(?P<words>\S.*))$"  # 1/s United Nations: dirt of the scan
)
# A number at the end of this is a part of a symbol: A/C.3/75/L.34, CRP.2, Add.1; letters may be Cyrillic (22/СОР.15).
OF_A_SYMBOL = re.compile(rf"/[A-Za-z{''.join(CAPITALS)}]{{1,6}}\.$")
# Before the second half of a number (16.2). Behind a stroke the first one is whole (60/251.1 has a mark), and behind
# a word or a comma it is a mark itself (bells,3,4), except behind a Chinese sign, which has no space before a number.
_FIRST_HALF = re.compile(r"(?<![^\s(一-鿿])\d{1,3}[.,]$")
_HALF = 5  # characters of it, and one before
_YEAR = re.compile(r"(?:19|20)\d\d")
# A number of one of the sessions that are counted so, with too many figures.
_TOO_LONG = re.compile(r"(?<![\w/.-])(?:3[1-9]|[4-9]\d)/(?P<serial>[1-9]\d{3,5})(?![\w/-]|[.,]\d)")
_BRACKETS = ("(", ")")
QUOTES = tuple("”“’‘»«\"'")
# A quotation that begins here; one that ends behind a word or a sign may have a mark: “the lamp”1, ‘the lamp.’1”
QUOTATION = re.compile(rf"(?:^|[^\w{CLAUSE_ENDS}{CLOSING}])[{''.join(QUOTES)}]$")
# A rule, and below it, or below the day or the vote, a first note in brackets; its mark in the words above.
_RULE, _FIRST_NOTE, _FIRST_MARK = re.compile(r"\s*[_—–-]{5,}\s*"), re.compile(r"\s*\(1\)\s"), re.compile(r"\S ?\(1\)")
_TOUCHING = re.compile(rf"[^\W\d_][{CLAUSE_ENDS}{CLOSING}]*\(1\)")  # such a mark needs no rule
# A paragraph's number, its labels behind it: paragraph 1 (b). A figure in a bracket behind that goes on with it.
_PINPOINT = re.compile(r"(?<![A-Za-z\d_/.,:-])\d{1,3}(?P<labels>(?:[ ]?\(\w{1,4}\))*)$")
_LABEL_BEHIND = re.compile(r"\d{1,3}\) ?\(\w{1,4}\)")
_OPENING = 3  # signs that a line may open with before its label
_AROUND = 200  # characters on each side of a number that tell what it is
_REACH = 400  # lines before a note among which its mark is looked for: a page, and some


@dataclass(slots=True)
class _Row:
    """The numbers like one marker in the first `done` lines of the body: how firmly each is held, and its offset."""

    done: int = 0
    holds: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)


class Candidates:
    """The numbers of a text's body that may be marks."""

    def __init__(self, lines: Sequence[Line], language: Language) -> None:
        self._lines = lines
        self._language = language
        self._words = language.page.notes
        self._any = language.table("text.notes_begin") == "any"
        self.brackets = bool(language.table("text").get("note_brackets")) or _are_bracketed(lines, language)
        self.body: list[int] = []  # the indices of the body's lines so far
        self._held: dict[tuple[int, int], int] = {}
        self._rows: dict[str, _Row] = {}

    def of(self, marker: str, before: int, search_from: int) -> Iterator[tuple[int, int]]:
        """How firmly each number like the marker is held that may be a mark, and where, in the body before a line."""
        holds, offsets = self._row(marker, len(self.body) if self._any else before)
        furthest = self._lines[before - _REACH].start if before > _REACH else 0
        last = len(offsets)
        if not self._any and before < len(self._lines):
            last = bisect_left(offsets, self._lines[before].start)
        for at in range(bisect_left(offsets, max(search_from, furthest)), last):
            yield holds[at], offsets[at]

    def _row(self, marker: str, end: int) -> tuple[list[int], list[int]]:
        """The numbers like a marker that may be marks, in the first lines of the body, in order.

        Each note below asks for them: every line is looked at once for each marker. Numbers of the text are left out.
        """
        row = self._rows.setdefault(marker, _Row())
        for at in range(row.done, end):
            index = self.body[at] if self._any else at
            line = self._lines[index]
            for match in _marks_in(line.text, marker):
                hold = self._hold(index, match)
                if hold > OWN:
                    row.holds.append(hold)
                    row.offsets.append(line.start + match.start("mark"))
        row.done = max(row.done, end)
        return row.holds, row.offsets

    def dangling(self, known: set[str]) -> list[Span]:
        """Numbers that hang on a sign at the end of a line like a mark, and are that of no note."""
        matches = ((index, self._words.dangling(self._lines[index].text)) for index in self.body)
        return [
            (self._lines[index].start + match.start("mark"), len(match["mark"]))
            for index, match in matches
            if match and match["mark"] not in known and self._hold(index, match) == HELD_BY_PUNCTUATION
        ]

    def too_long(self, marker: str) -> list[Span]:
        """Serial numbers that end in a marker and are too long for any session: 1955 of resolution 73/1955.

        No session has a thousand texts; a document has letters before its session, and one like a year is another's
        (regulation 44/2001) where no word for a resolution stands before it.
        """
        lines = (self._lines[index] for index in self.body)
        matches = ((line, match) for line in lines for match in _TOO_LONG.finditer(line.text))
        return [
            (line.start + match.start("serial"), len(match["serial"]))
            for line, match in matches
            if match["serial"].endswith(marker)
            and (not _YEAR.fullmatch(match["serial"]) or self._is_called(line.text[: match.start()]))
        ]

    def _is_called(self, before: str) -> bool:
        """Whether a word for a resolution or a decision stands right before a number."""
        last = self._language.page.tokens(fold(before[-_AROUND:])).items[-1:]
        return any(token.has("noun") or token.has("own noun") for token in last)

    def _hold(self, index: int, match: re.Match[str]) -> int:
        """How firmly a number hangs on what stands before it; looked at once."""
        place = index, match.start("mark")
        if place not in self._held:
            in_pinpoint = self._in_pinpoint(self._lines[index].text, match.start("mark"))
            self._held[place] = self._looked_at(index, match) if in_pinpoint is None else in_pinpoint
        return self._held[place]

    def _in_pinpoint(self, text: str, start: int) -> int | None:
        """How firmly a figure in brackets hangs behind the number of a paragraph: paragraph 1 (1); None for others.

        One that touches its number may be a mark (Agenda 21(3)), unless a label stands behind it: 1(1)(b).
        """
        before = text[max(0, start - _AROUND) : start - 1]
        number = _PINPOINT.search(before.rstrip()) if text[start - 1 : start] == "(" else None
        if number is None or self._words.is_dated(before[: number.start("labels")]):
            return None
        if number["labels"] or before[-1:].isspace() or _LABEL_BEHIND.match(text, start):
            return OWN
        return None if self._words.spaced else APART

    def _looked_at(self, index: int, match: re.Match[str]) -> int:
        text, (start, end) = self._lines[index].text, match.span("mark")
        before = self._before(index, start, end)
        # résolution4: what is counted has a space before its number
        glued = start > 0 and (text[start - 1].islower() or self._touches(text, start))
        slashed = text[end : end + 1] == "/" and not text[end + 1 : end + 2].isalnum()  # резолюции 13/; as typed
        if before is None or (not (glued or slashed) and self._words.is_own(before)):
            return OWN
        follows = text[end : end + _AROUND].strip()
        wrapped = "" if follows else self._next_words(index)
        dated = self._words.is_dated(before)
        if match["mark"].isdecimal() and self._words.is_counted(match["mark"], follows or wrapped, day=not dated):
            return OWN
        if _FIRST_HALF.search(text[max(0, start - _HALF) : start]):
            return APART
        if self._any:
            firm = dated or glued or text[start - 1 : start] == "("  # in a bracket: of marks alone, see `_before`
            by_word = before[-1:].isalnum() and not firm and "/" not in before.split()[-1]
            return HELD_BY_WORD if by_word else HELD_BY_PUNCTUATION
        apart = text[start - 1].isspace() or wrapped[:1].isdecimal()  # 1⏎2月 may be 12月
        if before[-1:].isalnum():
            return OWN if apart else HELD_BY_WORD
        return APART if apart else HELD_BY_PUNCTUATION

    def _touches(self, text: str, start: int) -> bool:
        """Whether a mark in a bracket touches the word before it: البند(3); the number of an item stands apart."""
        bracketed = self.brackets and self._words.spaced and text[start - 1] == "("
        return bracketed and text[max(0, start - 2) : start - 1].isalpha()

    def _before(self, index: int, start: int, end: int) -> str | None:
        """What a number hangs on, of the line above where no words stand before it; None where it cannot be a mark."""
        text = self._lines[index].text
        bracketed = self.brackets and (text[start - 1 : start], text[end : end + 1]) == _BRACKETS
        before = text[max(0, start - _AROUND) : start - bracketed].rstrip()
        if self.brackets and not bracketed and (not before or text[start - 1].isspace()):
            return None  # where marks may stand in brackets, a bare one touches its word
        if before and len(before) <= _OPENING and not any(map(str.isalnum, before)):
            return None  # ’1‘ is a label
        if QUOTATION.search(before[-2:]) and text[end : end + 1] in QUOTES:
            return None  # the number “1”
        if _YEAR.fullmatch(before):  # 8 October⏎20313
            before = f"{self._words_above(index)[-_AROUND:]} {before}"
            if not self._words.is_day(before):
                return None
        if not before and self._any:
            before = self._words_above(index)
            if text[end : end + 1] == "," and not before[-1:].isalpha():
                return None  # 3, 4,⏎5, and 6
        return None if OF_A_SYMBOL.search(before[-9:]) else before

    def _next_words(self, index: int) -> str:
        """The words that a number at the end of a line runs into, if the next line goes on with it."""
        after = self._lines[index + 1 : index + 4]
        text = next((line.text for line in after if line.text.strip()), "")
        label = self._language.page.label_forms.number.match(text.strip())
        return "" if label or text[:1].isspace() or (NOTE_LINE.match(text) and not self._any) else text.strip()

    def _words_above(self, index: int) -> str:
        above = self._lines[max(0, index - 3) : index]
        return next((line.text.strip() for line in reversed(above) if line.text.strip()), "")


def _marks_in(text: str, marker: str) -> Iterator[re.Match[str]]:
    """Where a marker stands in a line as a mark may; the pattern is tried only where the marker is."""
    at = text.find(marker)
    while at >= 0:
        match = MARK.match(text, at - 1 if at and text[at - 1].isspace() else at)
        if match and match.span("mark") == (at, at + len(marker)):
            yield match
        at = text.find(marker, at + 1)


def _are_bracketed(lines: Sequence[Line], language: Language) -> bool:
    """Whether a text prints its marks as (1), which its language need not: below a rule or its closing day or vote.

    Elsewhere its first mark touches a word, and the line begins as notes do.
    """
    marked = touching = False
    above, opens, closes = "", language.page.notes.opens, language.page.closing_lines.is_one
    for line in lines:
        if not line.text.strip():
            continue
        first = _FIRST_NOTE.match(line.text)
        if first and touching and opens(line.text[first.end() :]):
            return True
        if first and marked and (_RULE.fullmatch(above) or (len(above) <= _REACH and closes(above.strip()))):
            return True
        above = line.text
        marked = marked or _FIRST_MARK.search(line.text) is not None
        touching = touching or _TOUCHING.search(line.text) is not None
    return False
