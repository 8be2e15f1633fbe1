"""The titles right below the label of an annex or a section: set apart, on a dense page, wrapped, or two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from converter.clean import wants_more
from converter.languages.sentences import COMMAS
from converter.parse.lines import (
    Row,
    is_labelled,
    key_of,
    looks_like_title,
    opens_list,
    opens_with_verb,
)
from converter.parse.places import Places

LONG_TITLE = 321
"""Columns of a title that what stands around it shows: a number above it and the next one below it, an annex above."""
_MAX_LINES = 5
_TWO = 2  # lines of a title that may stand apart from each other
_OF_COUNTRY = re.compile(r"[(（][^\W\d_][^()（）\d]{0,60}[)）]$")  # a name in a list: Andrea Lamp (Lumenia)
_SHORT = 0.75  # of the width of a page: what is longer may be a ragged line, where no capital tells


@dataclass(frozen=True)
class Titles:
    """The titles below the labels of one text: the headings of annexes, and labels of sections with nothing behind."""

    places: Places

    @cached_property
    def _labels(self) -> list[bool]:
        places = self.places
        return [
            row.annex or (places.is_bare_label(at) and places.is_label_of_section(at))
            for at, row in enumerate(places.rows)
        ]

    def wrapped(self) -> Iterator[int]:
        """The lines of each title that is one heading in several lines."""
        for index, label in enumerate(self._labels):
            if label:
                yield from range(index + 1, index + 1 + self._lines_below(index))

    def alone(self) -> set[int]:
        """The lines that are a title each: one, or two of a title in two.

        Of more than two, or two with nothing below them, which are a list of names, the first.
        """
        found: set[int] = set()
        for index, label in enumerate(self._labels):
            if label:
                titles = list(takewhile(self._may_name_annex, range(index + 1, min(index + 4, len(self.places.rows)))))
                both = len(titles) == _TWO and self.places.has_text(titles[-1] + 1)
                found |= set(titles[: _TWO if both else 1])
        return found

    def _lines_below(self, label: int) -> int:
        """How many lines a title has that is no line alone: down to a blank line, or as far as it was wrapped."""
        below = self.places.rows[label + 1 : label + 2 + _MAX_LINES]
        end = next((at for at, one in enumerate(below) if at and one.line.gap), None)
        block = below[:end] if end is not None else []
        spaced = bool(self.places.language.table("text.glue"))
        apart = bool(block) and (len(block) > 1 if block[0].line.gap else spaced)
        joined = all(self._goes_on(*pair) for pair in pairwise(block)) or (spaced and not block[0].line.gap)
        if apart and joined and self._is_words_of_title(block):
            return len(block)
        return 0 if self.places.given else self._wrapped(below)

    def _wrapped(self, below: Sequence[Row]) -> int:
        """How many lines a title has that no space shows: all but the last were wrapped, and something begins below."""
        for at, (above, one) in enumerate(pairwise(below)):
            if self._wraps(above, one):
                continue
            title = below[: at + 1]
            return len(title) if at and self._begins_below(above, one) and self._is_words_of_title(title) else 0
        return 0

    def _wraps(self, above: Row, row: Row) -> bool:
        """Whether a full line of a title that no space shows goes on in the next; a sentence may have ragged lines."""
        return self._goes_on(above, row) and above.columns >= _SHORT * self.places.width

    def _goes_on(self, above: Row, row: Row) -> bool:
        """Whether a line of a title goes on in the next one: by its last word, a small letter, or the lack of room."""
        language = self.places.language
        if row.line.gap or (above.bare.isupper() and not row.bare.isupper()):
            return False
        begins = row.annex or row.closing or row.label is not None or is_labelled(row.bare, language)
        if begins or language.page.sentences.comma_ends(row.bare):
            return False
        return (
            wants_more(above.bare, language) or language.goes_on(row.bare) or not row.fits_on(above, self.places.width)
        )

    def _begins_below(self, above: Row, row: Row) -> bool:
        """Whether a line below a title begins what the annex says: by its label, its capital, or the room it left."""
        if (
            row.label is not None
            or is_labelled(row.bare, self.places.language)
            or opens_list(row, self.places.language)
        ):
            return True
        if wants_more(above.bare, self.places.language):
            return False
        first = row.bare[:1]
        if first.upper() != first.lower():
            return first.isupper() or opens_with_verb(row.bare, self.places.language)
        return above.columns <= _SHORT * self.places.width and not set(COMMAS) & set(above.bare)

    def _is_words_of_title(self, title: Sequence[Row]) -> bool:
        language = self.places.language
        if not looks_like_title(title[0].bare) or title[0].closing or self.places.may_act(title[0].bare):
            return False
        own = any(self._is_label(one) for one in title)
        return not (own or language.page.sentences.clause_ends(title[-1].bare))

    def _is_label(self, row: Row) -> bool:
        """Whether a line has a label of its own, as a heading, an annex or an item has."""
        return (
            row.annex
            or is_labelled(row.bare, self.places.language)
            or self.places.language.page.headings.is_heading(row.bare)
        )

    def _may_name_annex(self, index: int) -> bool:
        row = self.places.rows[index]
        shown = self.places.is_apart(index) or self._is_between_annex_and_first(index) or self._has_room(index)
        if not (shown and looks_like_title(row.bare, longest=LONG_TITLE)):
            return False
        if self._is_label(row) or row.closing:
            return False
        return not (self._is_of_list(index) or self.places.may_act(row.bare))

    def _has_room(self, index: int) -> bool:
        """Whether a line of a page without space stands by itself, as the room on it and on the one above shows."""
        above, row = self.places.rows[index - 1], self.places.rows[index]
        if self.places.given or key_of(row.bare):
            return False
        own = self._labels[index - 1] or row.line.gap or row.fits_on(above, self.places.width)
        if not self.places.has_text(index + 1):
            return own
        below = self.places.rows[index + 1]
        return own and (below.line.gap or (below.fits_on(row, self.places.width) and self._begins_below(row, below)))

    def _is_between_annex_and_first(self, index: int) -> bool:
        """Whether a line stands between the heading of an annex and the first of its list, at most two."""
        end = next(
            (at for at in (index + 1, index + _TWO) if at < len(self.places.rows) and self._begins_list(at)), None
        )
        first = next((at for at in (index, index - 1) if at and self.places.rows[at - 1].annex), None)
        if end is None or first is None or end - first > _TWO:
            return False
        return all(looks_like_title(row.bare, longest=LONG_TITLE) for row in self.places.rows[first:end])

    def _begins_list(self, index: int) -> bool:
        """Whether the first paragraph or item of a list stands here."""
        return self.places.rows[index].label == 1 or opens_list(self.places.rows[index], self.places.language)

    def _is_of_list(self, index: int) -> bool:
        """Whether a line is a name with its country, as the line above or below it is: one of a list of names."""
        beside = (self.places.rows[at].bare for at in (index - 1, index + 1) if at < len(self.places.rows))
        return bool(_OF_COUNTRY.search(self.places.rows[index].bare)) and any(map(_OF_COUNTRY.search, beside))
