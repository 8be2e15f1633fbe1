"""Where a line stands: apart from those around it, between which numbers, below what is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from converter.languages import Language
from converter.languages.table import is_han
from converter.parse.lines import Row, is_labelled, key_of, looks_like_title

MAX_ALONE = 80
"""Characters of a heading that its words alone show."""
_SHORT = 14  # a heading that is a label and nothing more: Annex II, Article 5


@dataclass(frozen=True)
class Places:
    """The lines of one text, asked for what stands around each.

    `blank_tells` says that a blank line shows where a paragraph begins, `given` that the format does; `annex` is where
    the first annex begins.
    """

    rows: Sequence[Row]
    language: Language
    blank_tells: bool
    given: bool
    width: int
    annex: int

    def is_apart(self, index: int) -> bool:
        """Whether there is space above a line and below it."""
        line = self.rows[index].line
        return (line.gap or line.page_top) and self.ends_apart(index)

    def ends_apart(self, index: int) -> bool:
        """Whether there is space below a line, or nothing."""
        below = self.rows[index + 1].line if index + 1 < len(self.rows) else None
        return below is None or below.gap or below.page_top

    def is_set_off(self, index: int) -> bool:
        """Whether a line may be a title by its place: apart, or between two numbers.

        Text taken from a page may have lost its space: a short line between a paragraph that is over and the number
        that is due is what the paragraphs below it are about.
        """
        return (
            self.is_apart(index) or (not self.given and self.is_between_numbers(index)) or self.is_between_lists(index)
        )

    def has_text(self, index: int) -> bool:
        """Whether a paragraph stands here: neither the end, nor another annex, nor what closes the text."""
        row = self.rows[index] if index < len(self.rows) else None
        return row is not None and not (row.annex or row.closing)

    def is_over(self, row: Row) -> bool:
        """Whether a line ends in a sign that ends a clause."""
        return self.language.page.sentences.clause_ends(row.bare)

    def is_label_of_section(self, index: int) -> bool:
        """The label of a section, alone or with a title; without space around it a sentence may begin so (A. Foo)."""
        row = self.rows[index]
        if len(row.bare) > MAX_ALONE or not self.language.page.headings.is_heading(row.bare):
            return False
        below_space = row.line.gap and self.is_bare_label(index)  # its title may stand right below it
        shown = self.is_apart(index) or below_space or self.is_above_number(index)
        return shown or len(row.bare) <= _SHORT or not self.blank_tells

    def is_bare_label(self, index: int) -> bool:
        """Whether a line is the label of a section and nothing more: 一、人员 has its name already."""
        label = self.rows[index].bare
        found = self.language.page.headings.read(label)
        return found is not None and found.is_section and found.is_bare(label)

    def is_amid_numbers(self, index: int) -> bool:
        """Whether a line stands apart and the numbers go on below it: there no recital is due that lost its sign."""
        last, below = self._numbers_above[index], self.rows[index + 1 : index + 2]
        return last is not None and self.ends_apart(index) and bool(below) and below[0].label == last + 1

    def is_between_lists(self, index: int) -> bool:
        """Whether a line of an annex stands between the entries of a list, which end in no sign, and another's first.

        It had room on the line above and has the shape of a title: Persons who trade in lamps / 1. Anders Lichter.
        """
        below, last = self.rows[index + 1 : index + 2], self._numbers_above[index]
        if self.given or index <= self.annex or last is None or not below or below[0].label != 1:
            return False
        if all(row.label is None for row in self.rows[self.annex : index]):
            return False
        row, above = self.rows[index], self.rows[index - 1]
        shaped = looks_like_title(row.bare, longest=MAX_ALONE) and not is_labelled(row.bare, self.language)
        return shaped and not key_of(row.bare) and row.fits_on(above, self.width)

    def is_between_numbers(self, index: int) -> bool:
        """Whether a line stands between a paragraph that is over, or a heading, and one with the number that is due."""
        if not index or not self.is_above_number(index) or self.may_act(self.rows[index].bare):
            return False
        if self._numbers_above[index] is None:
            return index in self._above_first_number
        sentences, above = self.language.page.sentences, self.rows[index - 1].bare
        over = sentences.clause_ends(above) and not sentences.comma_ends(above)
        return over or self.is_label_of_section(index - 1)

    @cached_property
    def _above_first_number(self) -> set[int]:
        """The line above number 1 that has the shape of a title, where such lines stand between further numbers too.

        By itself it may be a recital that lost its sign and opens with a verb that is not known.
        """
        index = next((at for at, row in enumerate(self.rows) if row.label is not None), 0) - 1
        if index < 1 or not self.is_over(self.rows[index - 1]):
            return set()
        titles = (at for at in range(index + 2, self.annex) if self.is_between_numbers(at) and self.is_set_off(at))
        return {index} if any(looks_like_title(self.rows[at].bare) for at in titles) else set()

    def is_above_number(self, index: int) -> bool:
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

    def may_act(self, bare: str) -> bool:
        """Whether a line opens with a verb of the table, or with who acts: it may be a paragraph that lost its sign.

        Any other gerund may open a heading, or name an annex: Financing of the lamps.
        """
        verbs = self.language.verbs
        tokens = verbs.tokens(bare)
        return any(verbs.opening(tokens, column) for column in ("operative", "preambular")) or verbs.opens_with_subject(
            bare
        )

    def may_be_wrapped(self, index: int) -> bool:
        """Whether a line may go on in the next one: one at the margin may, where no space and no capital tell."""
        row, below = self.rows[index], self.rows[index + 1 : index + 2]
        if is_han(row.bare) and below and not (below[0].line.role or is_labelled(below[0].bare, self.language)):
            return True  # no capital and no blank tells a title from a recital without its sign: a number below does
        told = self.given or (self.blank_tells and row.bare[:1].isupper())
        return not told and bool(below) and not below[0].fits_on(row, self.width)
