"""What the page added to the text: which lines are furniture, and the characters inside lines that no one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import structs

from converter.clean.healing import SOFT_HYPHEN
from converter.languages import Language
from converter.model import Furniture, Line
from converter.read.text import INVISIBLE

NOTES_HEADING = "notes-heading"
_MAX_FURNITURE = 48  # running heads, page and job numbers are short; longer lines are not even tried
_MAX_SET_WIDE = 160  # but one may be set over the whole width of the page
_MOST_GAPS = 0.5  # of the blank lines: where more stand inside sentences, they say nothing
_NUMBER = re.compile(r"/RES/(\d+/\d+|\d+\s?\(\d{4}\))")
_BLANKS = re.compile(r"\s+")
_FAR = re.compile(r"\s{3,}")  # parts the two ends of a running head
_HIDDEN = re.compile(f"{INVISIBLE.pattern}|{SOFT_HYPHEN}")
_LIST_SIGN = re.compile(r"\s*(?P<sign>[-–—•·●▪])\s+(?=\S)")


def hidden(line: Line, outside: str = "") -> Iterator[Furniture]:
    """The control characters and soft hyphens of a line; those inside `outside` are accounted for already."""
    if line.text.isprintable():
        return
    left = line.text.index(outside) if outside else 0
    for match in _HIDDEN.finditer(line.text):
        if not left <= match.start() < left + len(outside):
            kind = "hyphen" if match[0] == SOFT_HYPHEN else "control"
            yield Furniture(line.number, match[0], kind, line.start + match.start())


def without_list_sign(line: Line, language: Language) -> tuple[Line, Furniture | None]:
    """A line without the sign that a list of the page puts before a label of the text's own: - (a) Recalling.

    A sign before anything else labels an item itself, and stays.
    """
    sign = _LIST_SIGN.match(line.text)
    if sign is None or not language.page.label_forms.begins_counted(line.text[sign.end() :]):
        return line, None
    marks = tuple((start - sign.end(), end - sign.end()) for start, end in line.marks)
    if marks and marks[0][0] < 0:
        return line, None
    at = line.start + sign.start("sign")
    rest = structs.replace(line, text=line.text[sign.end() :], start=line.start + sign.end(), marks=marks)
    return rest, Furniture(line.number, sign["sign"], "list-sign", at)


class FurnitureRules:
    """Tells what the page added. A number or a symbol on a line of its own may also be words of the text."""

    def __init__(self, lines: tuple[Line, ...], enacting: int | None, language: Language) -> None:
        self._lines = lines
        self._language = language
        self._rules = [rule for rule in language.page.furniture if rule[0] != NOTES_HEADING]
        self._notes_headings = [pattern for kind, pattern in language.page.furniture if kind == NOTES_HEADING]
        self._head = 0 if enacting is None else enacting  # where the masthead ends, as far as is known
        self._symbol = _symbol(language.roots)
        heads = [line.text for line in lines[: self._head] if len(line.text) <= 2 * _MAX_FURNITURE]
        self._masthead = "\n".join(heads)
        self._gaps_everywhere = self._has_gaps_inside()
        self._own = {match[0] for text in heads for match in self._symbol.finditer(text)}

    def _has_gaps_inside(self) -> bool:
        """Whether the blank lines of the text stand inside sentences as a rule: below every line, say."""
        filled = [line for line in self._lines[self._head :] if line.text.strip()]
        above = [one.text.strip() for one, below in pairwise(filled) if below.gap]
        inside = sum(not self._language.page.sentences.clause_ends(words) for words in above)
        return inside > _MOST_GAPS * len(above)

    def kind(self, index: int, bare: str, last: Line | None, *, broken: bool, open_note: bool) -> str | None:
        """The kind of furniture that a line is, or None for words.

        `last` is the last line of the body, `broken` says that a page, a note or furniture stood since, and
        `open_note` that the line before belongs to a note.
        """
        role, _, told = self._lines[index].role.partition(":")
        if role:  # the format itself knows
            return told if role == "furniture" else None
        apart = broken or (0 < self._head < index and self._lines[index].gap)
        in_head = (apart and self._repeats_title(bare)) or (broken and self._stands_in_head(index, bare))
        kind = "running-head" if in_head else self._by_rule(bare)
        if kind == "symbol":
            if index < self._head or (self._head == 0 and last is None):
                return None  # the document's own symbol, in its masthead
            return kind if self._is_running_head(index, bare, at_edge=broken and not open_note) else None
        if kind == "running-head" and not self._is_own(index, bare):
            return None
        if kind == "page-number" and bare.isdecimal() and not (broken or open_note or last is None):
            foot = self._is_foot(index) or self._is_alone(index)
            return kind if foot or not self._language.page.notes.is_own(last.text.strip()) else None
        return kind

    def heads_notes(self, bare: str) -> bool:
        """Whether a line is what stands above the notes at a text's end, where notes stand below it: Notes."""
        return len(bare) <= _MAX_FURNITURE and any(pattern.match(bare) for pattern in self._notes_headings)

    def _repeats_title(self, bare: str) -> bool:
        """Whether a line has the document's own symbol and, at its other end, words of its masthead.

        Where a single blank is between, they are two words or more.
        """
        if len(bare) > _MAX_SET_WIDE:
            return False
        parts = _FAR.split(bare)
        if len(parts) == 2:
            return any(own in self._own and words in self._masthead for own, words in (parts, parts[::-1]))
        words = bare.split()
        inner = (
            words[1:]
            if words[:1] and words[0] in self._own
            else words[:-1]
            if words[-1:] and words[-1] in self._own
            else []
        )
        return len(inner) > 1 and " ".join(inner) in " ".join(self._masthead.split())

    def _stands_in_head(self, index: int, bare: str) -> bool:
        """Whether a line stands right between the symbol and the page of a running head: English, Annex."""
        if not 0 < index < len(self._lines) - 1 or len(bare) > _MAX_FURNITURE:
            return False
        above, below = (self._by_rule(self._lines[at].text.strip()) for at in (index - 1, index + 1))
        return above == "symbol" and below == "page-number" and not self._lines[index + 1].text.strip().isdecimal()

    def _is_alone(self, index: int) -> bool:
        """Whether a line stands between blank lines, or above a job number, where most blank lines part sentences."""
        below = next((line for line in self._lines[index + 1 : index + 6] if line.text.strip()), None)
        if below is None or self._gaps_everywhere or not self._lines[index].gap:
            return False
        return below.gap or self._by_rule(below.text.strip()) == "job-number"

    def _is_foot(self, index: int) -> bool:
        """Whether a line stands alone at the foot of a page: a blank line above it, the next page below."""
        below = next((line for line in self._lines[index + 1 : index + 6] if line.text.strip()), None)
        return self._lines[index].gap and below is not None and below.page_top

    def _is_own(self, index: int, bare: str) -> bool:
        """Whether a line with a number and a symbol has the document's own: a note may have a number and another."""
        symbol = self._symbol.search(bare)
        return symbol is None or self._lines[index].page_top or symbol[0] in self._own or self._has_number(bare)

    def _by_rule(self, bare: str) -> str | None:
        if _MAX_FURNITURE < len(bare) <= _MAX_SET_WIDE:
            bare = " ".join(bare.split())  # 94-43584 (E)   081194        /...
        if len(bare) > _MAX_FURNITURE:
            return None
        return next((kind for kind, pattern in self._rules if pattern.match(bare)), None)

    def _has_number(self, bare: str) -> bool:
        """Whether the masthead has the number of a resolution's symbol: S/RES/9342 (1999), as 9342 (1999)."""
        number = _NUMBER.search(bare)
        return number is not None and _BLANKS.sub("", number[1]) in _BLANKS.sub("", self._masthead)

    def _is_running_head(self, index: int, bare: str, *, at_edge: bool) -> bool:
        """The document's own symbol, or one at the edge of a page; another symbol is cited by the text."""
        if bare.rstrip("*") in self._own or self._has_number(bare) or self._lines[index].page_top or at_edge:
            return True
        after = next((line.text.strip() for line in self._lines[index + 1 : index + 6] if line.text.strip()), "")
        return bool(after) and self._by_rule(after) is not None


@cache
def _symbol(roots: tuple[str, ...]) -> re.Pattern[str]:
    """What has the look of the symbol of a document of one of the organs."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, roots))})/[A-Z0-9][A-Za-z0-9./()-]*")
