"""What a line is besides a line of a paragraph: a heading, an annex, a further part, a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from converter.clean import ends_in_colon, unquoted
from converter.languages import Language
from converter.languages.headings import NUMBER
from converter.languages.sentences import ends_in_sign
from converter.languages.table import is_han
from converter.parse.lines import (
    MAX_TITLE,
    Row,
    is_labelled,
    key_of,
    looks_like_title,
    opens_list,
    opens_with_verb,
)

_MAX_ALONE = 80
_LONG_TITLE = 321  # columns of one that a number above it and the next one below it show
_LONGEST_TITLE = 641  # of one that the bare label of its section stands above
_MAX_NAME = 30  # of what is named by a word that a recital may begin with
_SHORT = 14  # a heading that is a label and nothing more: Annex II, Article 5
_MAX_TITLE_LINES = 5
_OF_COUNTRY = re.compile(r"[(（][^\W\d_][^()（）\d]{0,60}[)）]$")  # a name in a list: Andrea Lamp (Lumenia)
_SHORT_NAME = 40  # columns of one in Han characters that no number shows
_TWO = 2  # lines of a title that may stand apart from each other


@dataclass(frozen=True)
class Headings:
    """The candidates among the lines of one text.

    `blank_tells` says that a blank line shows where a paragraph begins, `given` that the format does; `annex` is where
    the first annex begins.
    """

    rows: Sequence[Row]
    language: Language
    blank_tells: bool
    given: bool
    width: int
    annex: int

    def kind(self, index: int, above: str) -> str:
        """What a line is by itself where it begins a paragraph; `above` is what the paragraph above it is.

        `heading`, `annex`, `enacting`, `table`, or empty where its words must tell.
        """
        row = self.rows[index]
        if row.line.role == "row":
            return "table"
        if row.annex:
            return "annex"
        if self._is_part(index, above):
            return "enacting"
        shown = self._titled[index] or self._names_part(index, above) or self._is_capitals(index, above)
        return "heading" if shown else ""

    @cached_property
    def _titled(self) -> list[bool]:
        """Per line, whether it is a heading whatever the paragraph above it is: each is asked of below several."""
        named = self._names_of_annexes | self._counted | self._short_names
        return [
            row.line.role == "heading" or index in named or self._is_heading(index) or self._is_title(index)
            for index, row in enumerate(self.rows)
        ]

    def titles(self) -> Iterator[int]:
        """The further lines of each title that stands right below the heading of its annex, down to a blank line."""
        if not self.language.table("text.glue"):
            return
        for index, row in enumerate(self.rows):
            if not row.annex:
                continue
            below = self.rows[index + 1 : index + 2 + _MAX_TITLE_LINES]
            end = next((at for at, one in enumerate(below) if one.line.gap), None)
            title = below[: self._wrapped_title(below) if end is None else end]
            if title and self._is_words_of_title(title):
                yield from range(index + 1, index + 1 + len(title))

    def _wrapped_title(self, below: Sequence[Row]) -> int:
        """How many lines a title has that no space shows, and that is wrapped, above the first of a list."""
        first = next((at for at, one in enumerate(below) if one.label == 1 or opens_list(one, self.language)), 0)
        wrapped = all(not one.fits_on(above, self.width) for above, one in pairwise(below[:first]))
        return first if first > 1 and wrapped else 0

    def _begins_list(self, index: int) -> bool:
        """Whether the first paragraph or item of a list stands here."""
        return self.rows[index].label == 1 or opens_list(self.rows[index], self.language)

    def _is_words_of_title(self, title: Sequence[Row]) -> bool:
        language = self.language
        if not looks_like_title(title[0].bare) or title[0].closing:
            return False
        words = any(test(one.bare, language) for one in title for test in (opens_with_verb, is_labelled))
        words = words or any(one.annex for one in title)
        return not (words or language.page.sentences.clause_ends(title[-1].bare))

    @cached_property
    def _names_of_annexes(self) -> set[int]:
        """The lines that stand apart right below the heading of an annex, as its title: one, or two of a title in two.

        Of more than two, or two with nothing below them, which are a list of names, the first.
        """
        found: set[int] = set()
        for index, row in enumerate(self.rows):
            if row.annex:
                titles = list(takewhile(self._may_name_annex, range(index + 1, min(index + 4, len(self.rows)))))
                found |= set(titles[: _TWO if len(titles) == _TWO and self._has_text(titles[-1] + 1) else 1])
        return found

    @cached_property
    def _short_names(self) -> set[int]:
        """In an annex in Han characters, which have no capitals, the short lines without a sign between what is over.

        Two may stand together, a part and what it begins with (培训, 模块1：…); more are a list of names.
        """
        found: set[int] = set()
        for index in range(self.annex + 1, len(self.rows)):
            above = self.rows[index - 1].bare
            if not self._ended(self.rows[index - 1]) or ends_in_colon(above):
                continue
            names = [*takewhile(self._is_short_name, range(index, min(index + _TWO + 1, len(self.rows))))]
            if len(names) in (1, _TWO) and self._has_text(index + len(names)):
                found |= set(names)
        return found

    def _is_short_name(self, index: int) -> bool:
        row, language = self.rows[index], self.language
        if not (is_han(row.bare) and self._apart(index) and looks_like_title(row.bare, longest=_SHORT_NAME)):
            return False
        return not (is_labelled(row.bare, language) or row.annex or row.closing)

    def _has_text(self, index: int) -> bool:
        """Whether a paragraph stands here: neither the end, nor another annex, nor what closes the text."""
        row = self.rows[index] if index < len(self.rows) else None
        return row is not None and not (row.annex or row.closing)

    def _may_name_annex(self, index: int) -> bool:
        bare, language = self.rows[index].bare, self.language
        shown = self._apart(index) or self._is_between_annex_and_first(index)
        if not (shown and looks_like_title(bare, longest=_LONG_TITLE)) or self._is_heading(index):
            return False
        if self._is_of_list(index) or self._may_act(bare):
            return False
        return not (is_labelled(bare, language) or self.rows[index].annex or self.rows[index].closing)

    def _is_between_annex_and_first(self, index: int) -> bool:
        """Whether a line stands between the heading of an annex and the first of its list, at most two."""
        end = next((at for at in (index + 1, index + _TWO) if at < len(self.rows) and self._begins_list(at)), None)
        first = next((at for at in (index, index - 1) if at and self.rows[at - 1].annex), None)
        if end is None or first is None or end - first > _TWO:
            return False
        return all(looks_like_title(row.bare, longest=_LONG_TITLE) for row in self.rows[first:end])

    def _is_of_list(self, index: int) -> bool:
        """Whether a line is a name with its country, as the line above or below it is: one of a list of names."""
        beside = (self.rows[at].bare for at in (index - 1, index + 1) if at < len(self.rows))
        return bool(_OF_COUNTRY.search(self.rows[index].bare)) and any(map(_OF_COUNTRY.search, beside))

    @cached_property
    def _counted(self) -> set[int]:
        """The headings with a letter or a number whose title is long or has commas: they go on the count of others."""
        found: set[int] = set()
        seen: set[tuple[str, int]] = set()
        for index, row in enumerate(self.rows):
            counts = self._counts(index, row)
            if counts and (self._is_heading(index) or any((kind, count - 1) in seen for kind, count in counts)):
                seen |= counts
                found.add(index)
        return found

    def _counts(self, index: int, row: Row) -> set[tuple[str, int]]:
        """How far the label of a line counts, as a letter and as a number, that stands apart and ends in no sign."""
        heading = self.language.page.headings.read(row.bare) if self._apart(index) else None
        if heading is None or heading.kind != NUMBER or len(row.bare) > _LONG_TITLE or ends_in_sign(row.bare):
            return set()
        letter, number = self.language.latin_letter(heading.number), self.language.page.ordinals.read(heading.number)
        found = {("number", number)} if number else set()
        return found | ({("letter", ord(letter.upper()))} if len(letter) == 1 else set())

    def _apart(self, index: int) -> bool:
        """Whether there is space above a line and below it."""
        line = self.rows[index].line
        return (line.gap or line.page_top) and self._ends_apart(index)

    def _ends_apart(self, index: int) -> bool:
        """Whether there is space below a line, or nothing."""
        below = self.rows[index + 1].line if index + 1 < len(self.rows) else None
        return below is None or below.gap or below.page_top

    def _is_heading(self, index: int) -> bool:
        """The label of a section, alone or with a title; without space around it a sentence may begin so (A. Foo)."""
        row = self.rows[index]
        if len(row.bare) > _MAX_ALONE or not self.language.page.headings.is_heading(row.bare):
            return False
        below_space = row.line.gap and self._is_bare_label(index)  # its title may stand right below it
        shown = self._apart(index) or below_space or self._is_above_number(index)
        return shown or len(row.bare) <= _SHORT or not self.blank_tells

    def _names_part(self, index: int, above: str) -> bool:
        """Whether a line is the name of the part whose label stands above it; it may open like an act.

        Where words are parted by spaces there is space below it, and it has the shape of a title, however long it is.
        """
        row = self.rows[index]
        if above != "heading" or not self._is_bare_label(index - 1) or self._ended(row):
            return False
        if not self.language.table("text.glue"):
            return not opens_with_verb(row.bare, self.language) or self._is_amid_numbers(index)
        shaped = self._ends_apart(index) and looks_like_title(row.bare, longest=_LONGEST_TITLE)
        if not shaped or self._may_act(row.bare) or (self._may_be_wrapped(index) and not self._is_above_number(index)):
            return False
        return not (is_labelled(row.bare, self.language) or row.closing)

    def _is_capitals(self, index: int, above: str) -> bool:
        """Whether a line of an annex is a heading in capitals, with no space to show it: PREFACE, GENERAL PROVISIONS.

        It stands below a heading or what is over, above text or what is labelled: several are a list of names, and a
        short line below one is that of who signs.
        """
        row = self.rows[index]
        if self.given or index <= self.annex or not row.bare.isupper() or any(char.isdigit() for char in row.bare):
            return False
        shaped = looks_like_title(row.bare, longest=_MAX_ALONE) and not is_labelled(row.bare, self.language)
        if not shaped or row.closing or not self._has_text(index + 1):
            return False
        over = above in ("annex", "heading") or self.language.page.sentences.sentence_ends(self.rows[index - 1].bare)
        below = self.rows[index + 1]
        text = below.columns > _SHORT_NAME and below.bare[:1].isupper() and not below.bare.isupper()
        counted = below.label == 1 or is_labelled(below.bare, self.language)
        return over and (text or counted or self.language.page.headings.read(below.bare) is not None)

    def _is_amid_numbers(self, index: int) -> bool:
        """Whether a line stands apart and the numbers go on below it: there no recital is due that lost its sign."""
        last, below = self._numbers_above[index], self.rows[index + 1 : index + 2]
        return last is not None and self._ends_apart(index) and bool(below) and below[0].label == last + 1

    def _is_bare_label(self, index: int) -> bool:
        """Whether a line is the label of a section and nothing more: 一、人员 has its name already."""
        label = self.rows[index].bare
        found = self.language.page.headings.read(label)
        return found is not None and found.is_section and found.is_bare(label)

    def _is_title(self, index: int) -> bool:
        """A short line without a full stop that stands apart, where the text above it has come to an end."""
        row = self.rows[index]
        if not self._set_off(index):
            return False
        between = self._between_numbers(index)
        if not looks_like_title(row.bare, longest=_LONG_TITLE if between else MAX_TITLE):
            return False
        if not between and self._may_be_wrapped(index):
            return False
        above = self.rows[index - 1] if index else None
        if above and not (self._ended(above) or above.stands_alone(self.language) or self._between_lists(index)):
            return False
        # what is quoted is none: The Charter says: / “Lamps shall burn”, and
        quoted = above and ends_in_colon(above.bare) and row.bare[0] in self.language.table("body.quotes")
        if quoted or is_labelled(row.bare, self.language) or row.closing:
            return False
        # what an annex is about may be named like an act: Sentencing; and so may what is in capitals: VOTE RECORDED
        named = index > self.annex and len(row.bare) <= _MAX_NAME
        return named or between or row.bare.isupper() or not opens_with_verb(row.bare, self.language)

    def _set_off(self, index: int) -> bool:
        """Whether a line may be a title by its place: apart, or between two numbers.

        Text taken from a page may have lost its space: a short line between a paragraph that is over and the number
        that is due is what the paragraphs below it are about.
        """
        return self._apart(index) or (not self.given and self._between_numbers(index)) or self._between_lists(index)

    def _between_lists(self, index: int) -> bool:
        """Whether a line of an annex stands between the entries of a list, which end in no sign, and another's first.

        It had room on the line above and has the shape of a title: Persons who trade in lamps / 1. Anders Lichter.
        """
        below, last = self.rows[index + 1 : index + 2], self._numbers_above[index]
        if self.given or index <= self.annex or last is None or not below or below[0].label != 1:
            return False
        if all(row.label is None for row in self.rows[self.annex : index]):
            return False
        row, above = self.rows[index], self.rows[index - 1]
        shaped = looks_like_title(row.bare, longest=_MAX_ALONE) and not is_labelled(row.bare, self.language)
        return shaped and not key_of(row.bare) and row.fits_on(above, self.width)

    def _between_numbers(self, index: int) -> bool:
        """Whether a line stands between a paragraph that is over, or a heading, and one with the number that is due."""
        if not index or not self._is_above_number(index) or self._may_act(self.rows[index].bare):
            return False
        if self._numbers_above[index] is None:
            return index in self._above_first_number
        sentences, above = self.language.page.sentences, self.rows[index - 1].bare
        over = sentences.clause_ends(above) and not sentences.comma_ends(above)
        return over or self._is_heading(index - 1)

    @cached_property
    def _above_first_number(self) -> set[int]:
        """The line above number 1 that has the shape of a title, where such lines stand between further numbers too.

        By itself it may be a recital that lost its sign and opens with a verb that is not known.
        """
        index = next((at for at, row in enumerate(self.rows) if row.label is not None), 0) - 1
        if index < 1 or not self._ended(self.rows[index - 1]):
            return set()
        titles = (at for at in range(index + 2, self.annex) if self._between_numbers(at) and self._set_off(at))
        return {index} if any(looks_like_title(self.rows[at].bare) for at in titles) else set()

    def _is_above_number(self, index: int) -> bool:
        """Whether the line below begins with the number that is due, or with the first."""
        below = self.rows[index + 1].label if index + 1 < len(self.rows) else None
        return below in ((self._numbers_above[index] or 0) + 1, 1)

    @cached_property
    def _numbers_above(self) -> list[int | None]:
        """Per line, the last number that a line above it begins with."""
        found: list[int | None] = []
        last: int | None = None
        for row in self.rows:
            found.append(last)
            last = last if row.label is None else row.label
        return found

    def _may_act(self, bare: str) -> bool:
        """Whether a line opens with a verb of the table, or with who acts: it may be a paragraph that lost its sign.

        Any other gerund may open a heading, or name an annex: Financing of the lamps.
        """
        verbs = self.language.verbs
        tokens = verbs.tokens(bare)
        return any(verbs.opening(tokens, column) for column in ("operative", "preambular")) or verbs.opens_with_subject(
            bare
        )

    def _may_be_wrapped(self, index: int) -> bool:
        """Whether a line may go on in the next one: one at the margin may, where no space and no capital tell."""
        row, below = self.rows[index], self.rows[index + 1 : index + 2]
        if is_han(row.bare) and below and not (below[0].line.role or is_labelled(below[0].bare, self.language)):
            return True  # no capital and no blank tells a title from a recital without its sign: a number below does
        told = self.given or (self.blank_tells and row.bare[:1].isupper())
        return not told and bool(below) and not below[0].fits_on(row, self.width)

    def _is_part(self, index: int, above: str) -> bool:
        """Whether a line is the enacting phrase of a further part of the text, or of one that is adopted as quoted."""
        row, last = self.rows[index], self.rows[index - 1] if index else None
        if len(row.bare) > _MAX_ALONE:
            return False
        phrase = unquoted(row.bare, self.language)
        if phrase != row.bare:
            # One that a numbered paragraph quotes (1. Reaffirms its resolution, which reads: …) is no part.
            announced = last is not None and ends_in_colon(last.bare) and above != "numbered"
            return announced and self.language.page.enacting.organ(phrase) is not None
        if self.language.page.enacting.organ(phrase) is None:
            return False
        apart, glue = row.line.gap or self.given, self.language.table("text.glue")
        if not (glue or ends_in_sign(row.bare)):
            return False  # 大会 alone may be a heading
        return apart or not (glue or (last and not row.fits_on(last, self.width)))

    def _ended(self, row: Row) -> bool:
        return self.language.page.sentences.clause_ends(row.bare)
