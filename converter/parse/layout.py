"""Lines → paragraphs: hard wraps and page breaks healed.

A text tells where a paragraph begins in one of three ways: by indentation, by blank lines, or only by its
punctuation and labels. Which one is decided once per text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from unicodedata import east_asian_width

from converter.clean import ends, ends_in_colon, heal, unquoted
from converter.languages import Language
from converter.model import Line, Text
from converter.parse.labels import OperativeLabel, operative_label

_MAX_ALONE = 80  # headings and closing lines are short
_MAX_TITLE = 200
_SHORT = 14  # a heading that is a label and nothing more: Annex II, Article 5
_MANY = 0.1
_WORD = re.compile(r"[\w./()'’-]+?(?=[^\w./()'’-]|(?<=[^\x00-\u2e7f])|$)")  # of a Han text, one character
_SPARE = 4  # columns: a comma may not begin a line, and a space parts two words
_MAX_TITLE_LINES = 5
_GOES_ON = "goes on"  # a line of the title above it
_FIRST = ("a", "i", "1")  # how sub-paragraphs begin to count
_STRAY = 0.03  # of the lines: fewer may stand outside the margin
_FULL = 0.7  # of the length of a long line: a line so long was probably wrapped


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the body and its healed text."""

    line: Line
    text: Text
    inset: bool  # it stands further in than the text's own margin
    label: int | None  # the number of the operative paragraph that it begins, if it looks like that
    full: bool = False  # it is as long as lines are that are wrapped
    apart: bool = False  # there is space above it and below it

    @property
    def bare(self) -> str:
        """Its words."""
        return self.text.text


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one paragraph, and what is known of it besides its words."""

    rows: tuple[Row, ...]
    number: int | None = None  # of an operative paragraph, where it is known to be the next one
    kind: str = ""  # `heading`, `annex` or `table`; empty where the words must tell


class Layout(Enum):
    """How a text shows where a paragraph begins."""

    INDENT = auto()
    GAP = auto()
    PUNCTUATION = auto()


def rows_of(lines: Sequence[Line], language: Language) -> list[Row]:
    """The lines healed and measured."""
    operative = language.pattern("body.operative")
    margins = [len(line.text) - len(line.text.lstrip()) for line in lines]
    margin = _margin(margins)
    lengths = sorted(len(line.text.strip()) for line in lines)
    long = _FULL * lengths[9 * len(lengths) // 10] if lengths else 0
    gaps = [*(line.gap or line.page_top for line in lines[1:]), True][: len(lines)]
    rows = []
    for line, inset, below in zip(lines, margins, gaps, strict=True):
        text = heal(line, language)
        label = operative.match(text.text) if text.text[:1].isdecimal() else None
        number = int(label["number"]) if label else None
        full = len(text.text) >= long
        rows.append(Row(line, text, inset > margin, number, full, below and (line.gap or line.page_top)))
    return rows


def _margin(margins: Sequence[int]) -> int:
    """Where the text's lines begin: the leftmost place that is not just that of a stray line in a long text."""
    common = [at for at, count in Counter(margins).items() if count >= _STRAY * len(margins)]
    return min(common or margins, default=0)


def layout_of(rows: Sequence[Row], breaks: frozenset[int] = frozenset()) -> Layout:
    """Indentation wins over blank lines, blank lines over punctuation; each needs both of its forms.

    Lines with a label begin a paragraph for sure: where there are some, most of them must show the form. What
    stands between the lines at `breaks` was taken out, so nobody knows whether there is a blank line.
    """
    sure = [index for index, row in enumerate(rows) if row.label is not None]
    inset = [row.inset for row in rows]
    if 0 < sum(inset) < len(rows) and (not sure or 2 * sum(inset[index] for index in sure) > len(sure)):
        return Layout.INDENT
    pairs = [(before, after) for before, after in pairwise(rows) if after.line.start not in breaks]
    gaps = [after.line.gap for _, after in pairs]
    labelled = [gap for gap, (_, after) in zip(gaps, pairs, strict=True) if after.label is not None]
    if any(gaps) and not all(gaps) and (not labelled or 2 * sum(labelled) > len(labelled)):
        return Layout.GAP
    return Layout.PUNCTUATION


def paragraphs(rows: Sequence[Row], breaks: frozenset[int], language: Language, *, given: bool) -> list[Group]:
    """Group the body's lines into paragraphs. Every line is in exactly one, in order.

    `given` says that each line with a gap begins a paragraph (`Source.tells_paragraphs`).
    """
    begins = _Begins(rows, breaks, language, given=given)
    titles = dict(_annex_titles(rows, language))
    groups: list[list[Row]] = []
    numbers: list[int | None] = []
    kinds: list[str] = []
    expected = 1
    for row, following in zip(rows, _following(rows), strict=True):
        label = operative_label(row.bare, expected, language)
        # A number that is not the next one, with the one after that below it, is misprinted.
        fits = label is not None and (label.number == expected or (label.sure and following == expected + 1))
        is_next = label is not None and fits and (not groups or begins.may_count(row, groups[-1], label))
        above = kinds[-1] if groups else ""
        titled = titles.get(row.line.start)
        if titled == _GOES_ON:
            groups[-1].append(row)
            continue
        if groups and not is_next and not begins.paragraph(row, groups[-1], above, counted=numbers[-1] is not None):
            groups[-1].append(row)
            continue
        kind = titled or begins.kind(row, groups[-1] if groups else [])
        groups.append([row])
        numbers.append(expected if is_next else None)
        kinds.append(kind)
        if kind in ("annex", "enacting") or (kind == "heading" and is_section(row.bare, language)):
            expected = 1  # an annex and a section may count anew
        elif is_next:
            expected += 1
        elif row.label is not None and not kind and row.label > expected:
            expected = row.label + 1  # a number was skipped
    return [Group(tuple(group), number, kind) for group, number, kind in zip(groups, numbers, kinds, strict=True)]


def _annex_titles(rows: Sequence[Row], language: Language) -> Iterator[tuple[int, str]]:
    """The lines of each title that stands right below the heading of its annex, down to a gap: a heading, all of it."""
    if not language.table("text.glue"):
        return
    for index, row in enumerate(rows):
        if not is_annex(row.bare, language):
            continue
        below = rows[index + 1 : index + 2 + _MAX_TITLE_LINES]
        end = next((at for at, one in enumerate(below) if one.line.gap), 0)
        title = below[:end]
        if not title or not language.pattern("body.title").match(title[0].bare) or is_closing(title[0].bare, language):
            continue
        words = any(test(one.bare, language) for one in title for test in (opens_with_verb, is_labelled, is_annex))
        if words or ends(title[-1].bare, "text.terminal", language):
            continue
        yield from ((one.line.start, _GOES_ON if at else "heading") for at, one in enumerate(title))


def width_of(rows: Sequence[Row]) -> int:
    """How many columns the lines of a text have before they are wrapped; a Han character has two."""
    widths = sorted(_columns(row.bare) for row in rows)
    return widths[9 * len(widths) // 10] if widths else 0


def had_room(above: Row, row: Row, width: int) -> bool:
    """Whether the first word of a line would have fitted on the line above it: so that one was not wrapped."""
    first = _WORD.match(row.bare)
    return _columns(above.bare) + _columns(first[0] if first else "") + _SPARE <= width


def _columns(text: str) -> int:
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)


def _following(rows: Sequence[Row]) -> list[int | None]:
    """Per line, the number of the next line below it that begins with one."""
    found: list[int | None] = []
    following: int | None = None
    for row in reversed(rows):
        found.append(following)
        following = row.label if row.label is not None else following
    return found[::-1]


def _gaps_tell(rows: Sequence[Row]) -> bool:
    """Whether a blank line says something: many lines follow each other at once, not just a few at page breaks."""
    gaps = [row.line.gap for row in rows[1:]]
    return any(gaps) and gaps.count(False) >= _MANY * len(gaps)


class _Begins:
    """Whether a line begins a paragraph rather than continues the one before it."""

    def __init__(self, rows: Sequence[Row], breaks: frozenset[int], language: Language, *, given: bool) -> None:
        self._breaks = breaks
        self._language = language
        self._given = given
        self._layout = layout_of(rows, breaks)
        self._width = width_of(rows) if self._layout is Layout.PUNCTUATION else 0
        self._gaps_tell = _gaps_tell(rows)
        self._wraps = bool(language.table("text.glue"))  # words are parted by spaces: sentences show by letter case
        if self._wraps and self._layout is Layout.PUNCTUATION and any(row.line.gap for row in rows[1:]):
            self._layout = Layout.GAP  # `_by_gap` knows lines that lost their blank line, and blank lines too many

    def kind(self, row: Row, above: Sequence[Row]) -> str:
        """What a line that begins a paragraph is by itself: a heading, an annex, a table's row, nothing of these."""
        if row.line.role == "row":
            return "table"
        if is_annex(row.bare, self._language):
            return "annex"
        if self._is_part(row, above):
            return "enacting"
        titled = row.line.role == "heading" or self._is_heading(row) or self._is_title(row, above)
        titled = titled or self._names_part(row, above)
        return "heading" if titled else ""

    def _is_heading(self, row: Row) -> bool:
        """The label of a section, alone or with a title; without space around it a sentence may begin so (A. Foo)."""
        if not self._wraps or len(row.bare) > _MAX_ALONE or not self._language.pattern("body.heading").match(row.bare):
            return False
        return row.apart or len(row.bare) <= _SHORT or not self._gaps_tell

    def _names_part(self, row: Row, above: Sequence[Row]) -> bool:
        """Whether a line is the name of the part whose letter stands above it; where no space shows what is one."""
        lettered = not self._wraps and len(above) == 1 and is_section(above[0].bare, self._language)
        return lettered and not (self._ended(row) or opens_with_verb(row.bare, self._language))

    def _is_title(self, row: Row, above: Sequence[Row]) -> bool:
        """A short line without a full stop that stands apart, where the text above it has come to an end."""
        if not row.apart or len(row.bare) > _MAX_TITLE or not self._language.pattern("body.title").match(row.bare):
            return False
        if above and not (self._ended(above[-1]) or stands_alone(above[-1].bare, self._language)):
            return False
        tests = (opens_with_verb, is_labelled, is_closing)
        return not any(test(row.bare, self._language) for test in tests)

    def _is_part(self, row: Row, above: Sequence[Row]) -> bool:
        """Whether a line is the enacting phrase of a further part of the text, or of one that is adopted as quoted."""
        if len(row.bare) > _MAX_ALONE:
            return False
        phrase = unquoted(row.bare, self._language)
        if phrase != row.bare:
            # One that a numbered paragraph quotes (1. Reaffirms its resolution, which reads: …) is no part.
            announced = bool(above) and ends_in_colon(above[-1].bare) and above[0].label is None
            return announced and self._language.pattern("masthead.enacting").match(phrase) is not None
        apart = row.line.gap or self._given or not (self._wraps or (above and above[-1].full))
        return apart and self._language.pattern("body.part").match(phrase) is not None

    def _ended(self, row: Row) -> bool:
        return ends(row.bare, "text.terminal", self._language)

    def may_count(self, row: Row, above: Sequence[Row], label: OperativeLabel) -> bool:
        """Whether the next number in order is a paragraph's: one that is not printed as such wants an end before it."""
        if label.sure:
            counted = ends(above[-1].bare, "text.number_before", self._language)
            return not (self._wraps and counted) or row.line.gap or self._ended(above[-1])
        return self._ended(above[-1]) and opens_with_verb(row.bare[label.end :], self._language)

    def paragraph(self, row: Row, before: Sequence[Row], kind: str, *, counted: bool) -> bool:
        """Whether `row` begins a paragraph.

        `before` are the lines of the one above it, `kind` what that is; `counted` says that it has a number in order.
        """
        sure = self._surely(row, before, kind, counted=counted)
        return self._by_layout(row, before[-1]) if sure is None else sure

    def _surely(self, row: Row, before: Sequence[Row], kind: str, *, counted: bool) -> bool | None:
        """What the format or the words tell, however the text is laid out; None where they do not."""
        last, language = before[-1], self._language
        if row.line.role or last.line.role:
            return row.line.role != last.line.role or (row.line.role == "heading" and row.line.gap)
        if (self._given and row.line.gap) or kind in ("heading", "annex", "enacting") or self._is_part(row, before):
            return True
        joins_column = is_column(last.bare, language) and ends_in_colon(last.bare)
        if joins_column or is_column(row.bare, language):
            return not joins_column
        if self._wraps and is_closing(before[0].bare, language) and not row.line.gap:
            return is_closing(row.bare, language) and not is_statement(before[0].bare, language)
        if len(before) == 1 and not (counted or self._wraps) and stands_alone(last.bare, language):
            return True
        headed = self._is_heading(row) if self._wraps else stands_alone(row.bare, language)
        over = self._ended(last) or is_closing(last.bare, language) or not (self._wraps or last.full)
        return True if over and (headed or is_closing(row.bare, language)) else None

    def _by_layout(self, row: Row, last: Row) -> bool:
        terminal = self._ended(last)
        if row.line.start in self._breaks:
            return terminal and _may_begin(row, last, self._language)
        if self._layout is Layout.INDENT:
            # A preamble may stand at the margin, set apart by blank lines, above numbered paragraphs that stand in.
            return row.inset or (self._gaps_tell and terminal and row.line.gap)
        if self._layout is Layout.GAP:
            return self._by_gap(row, last, terminal=terminal) if self._wraps else row.line.gap
        # A line that was not wrapped ends a paragraph, even if no punctuation says so: the next one opens like one.
        unclosed = not terminal and self._opens(row) and had_room(last, row, self._width)
        return unclosed or (terminal and _may_begin(row, last, self._language))

    def _by_gap(self, row: Row, last: Row, *, terminal: bool) -> bool:
        begins = is_labelled(row.bare, self._language) or self._opens(row)
        if not row.line.gap:  # the blank line was lost
            return begins and (terminal or (not last.full and self._opens_list(row)))
        if begins or self._is_heading(row) or is_closing(row.bare, self._language):
            return True
        if terminal:  # a blank line inside a sentence
            return not (self._language.goes_on(row.bare) and ends(last.bare, "text.soft_terminal", self._language))
        return not (row.bare[:1].islower() or last.full or last.bare.endswith("-"))

    def _opens_list(self, row: Row) -> bool:
        """Whether a line opens with the label and the capital of a first sub-paragraph: (a) To …"""
        labels = (rule.match(row.bare) for rule in self._language.sub_rules)
        label = next((match for match in labels if match), None)
        return label is not None and label["number"] in _FIRST and row.bare[label.end("label") :][:1].isupper()

    def _opens(self, row: Row) -> bool:
        """Whether a line opens as paragraphs do: with a verb and a capital."""
        return not row.bare[:1].islower() and opens_with_verb(row.bare, self._language)


def _may_begin(row: Row, last: Row, language: Language) -> bool:
    """After a full stop any line may begin a paragraph; after a comma only one with a label or a verb."""
    if row.label is not None or not ends(last.bare, "text.soft_terminal", language):
        return True
    if language.goes_on(row.bare):
        return False
    return is_labelled(row.bare, language) or opens_with_verb(row.bare, language)


def is_labelled(bare: str, language: Language) -> bool:
    """Whether a line begins with the label of an operative paragraph or of a sub-paragraph."""
    return any(pattern.match(bare) for pattern in (language.pattern("body.operative"), *language.sub_rules))


def stands_alone(bare: str, language: Language) -> bool:
    """Whether a line is a heading or a closing line (the meeting that adopted the text)."""
    if len(bare) > _MAX_ALONE:
        return False
    return language.pattern("body.heading").match(bare) is not None or is_closing(bare, language)


def is_closing(bare: str, language: Language) -> bool:
    """Whether a line says at which meeting, on which day or by which votes the text was adopted."""
    return language.pattern("body.closing").match(bare) is not None


def is_statement(bare: str, language: Language) -> bool:
    """Whether a line begins to say how the text was adopted: it runs on until a blank line."""
    return bool(language.table("adoption")) and language.pattern("adoption.statement").match(bare) is not None


def is_column(bare: str, language: Language) -> bool:
    """Whether a line begins to list the States of one side of a vote (In favour: …)."""
    columns = language.table("adoption.columns") if language.table("adoption") else ()
    return any(language.pattern(f"adoption.columns.{name}").match(bare) for name in columns)


def is_annex(bare: str, language: Language) -> bool:
    """Whether a line is the heading of an annex, after which the paragraphs are counted anew."""
    return stands_alone(bare, language) and language.pattern("body.annex").match(bare) is not None


def is_section(bare: str, language: Language) -> bool:
    """Whether a heading is that of a section, whose paragraphs may be counted anew."""
    return language.pattern("body.section").match(bare) is not None


def opens_with_verb(bare: str, language: Language) -> bool:
    """Whether a line opens with an action verb, as every preambular paragraph does."""
    return language.opening_verb.match(bare) is not None
