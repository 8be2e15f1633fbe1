"""What a line is besides a line of a paragraph: a heading, an annex, a further part, a table's row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.clean import ends_in_colon, unquoted
from converter.languages.headings import NUMBER
from converter.languages.sentences import ends_in_sign
from converter.parse.annex_parts import is_capitals, short_names
from converter.parse.lines import MAX_TITLE, Row, is_labelled, looks_like_title, opens_with_verb
from converter.parse.places import MAX_ALONE, Places
from converter.parse.titles import LONG_TITLE, Titles

_LONGEST_TITLE = 641  # columns of one that the bare label of its section stands above
_MAX_NAME = 30  # of what is named by a word that a recital may begin with


@dataclass(frozen=True)
class Headings:
    """The candidates among the lines of one text."""

    places: Places

    def kind(self, index: int, above: str) -> str:
        """What a line is by itself where it begins a paragraph; `above` is what the paragraph above it is.

        `heading`, `annex`, `enacting`, `table`, or empty where its words must tell.
        """
        places = self.places
        row = places.rows[index]
        if row.line.role == "row":
            return "table"
        if row.annex:
            return "annex"
        if self._is_part(index, above):
            return "enacting"
        if self._is_symbol_below(index):
            return ""
        shown = self._titled[index] or self._names_part(index, above) or is_capitals(places, index, above)
        return "heading" if shown else ""

    @cached_property
    def _titled(self) -> list[bool]:
        """Per line, whether it is a heading whatever the paragraph above it is: each is asked of below several."""
        places = self.places
        named = Titles(places).alone() | self._counted | short_names(places)
        return [
            row.line.role == "heading" or index in named or places.is_label_of_section(index) or self._is_title(index)
            for index, row in enumerate(places.rows)
        ]

    @cached_property
    def _counted(self) -> set[int]:
        """The headings with a letter or a number whose title is long or has commas: they go on the count of others."""
        places = self.places
        found: set[int] = set()
        seen: set[tuple[str, int]] = set()
        for index, row in enumerate(places.rows):
            counts = self._counts(index, row)
            goes_on = any((kind, count - 1) in seen for kind, count in counts)
            if counts and (goes_on or places.is_label_of_section(index)):
                seen |= counts
                found.add(index)
        return found

    def _counts(self, index: int, row: Row) -> set[tuple[str, int]]:
        """How far the label of a line counts, as a letter and as a number, that stands apart and ends in no sign."""
        language = self.places.language
        heading = language.page.headings.read(row.bare) if self.places.is_apart(index) else None
        if heading is None or heading.kind != NUMBER or len(row.bare) > LONG_TITLE or ends_in_sign(row.bare):
            return set()
        letter, number = language.latin_letter(heading.number), language.page.ordinals.read(heading.number)
        found = {("number", number)} if number else set()
        return found | ({("letter", ord(letter.upper()))} if len(letter) == 1 else set())

    def _names_part(self, index: int, above: str) -> bool:
        """Whether a line is the name of the part whose label stands above it; it may open like an act.

        Where words are parted by spaces there is space below it, and it has the shape of a title, however long it is.
        """
        places, language = self.places, self.places.language
        row = places.rows[index]
        if above != "heading" or not places.is_bare_label(index - 1) or places.is_over(row):
            return False
        if not language.table("text.glue"):
            return not opens_with_verb(row.bare, language) or places.is_amid_numbers(index)
        shaped = places.ends_apart(index) and looks_like_title(row.bare, longest=_LONGEST_TITLE)
        if not shaped or places.may_act(row.bare):
            return False
        if places.may_be_wrapped(index) and not places.is_above_number(index):
            return False
        return not (is_labelled(row.bare, language) or row.closing)

    def _is_title(self, index: int) -> bool:
        """A short line without a full stop that stands apart, where the text above it has come to an end."""
        places, language = self.places, self.places.language
        row = places.rows[index]
        if not places.is_set_off(index):
            return False
        between = places.is_between_numbers(index)
        if not looks_like_title(row.bare, longest=LONG_TITLE if between else MAX_TITLE):
            return False
        if not between and places.may_be_wrapped(index):
            return False
        above = places.rows[index - 1] if index else None
        if above and not (places.is_over(above) or above.stands_alone(language) or places.is_between_lists(index)):
            return False
        # what is quoted is none: The Charter says: / “Lamps shall burn”, and
        quoted = above and ends_in_colon(above.bare) and row.bare[0] in language.table("body.quotes")
        joins = language.page.openings.limits(row.bare)  # And to that end
        if quoted or joins or is_labelled(row.bare, language) or row.closing:
            return False
        # what an annex is about may be named like an act: Sentencing; and so may what is in capitals: VOTE RECORDED
        named = index > places.annex and len(row.bare) <= _MAX_NAME
        return named or between or row.bare.isupper() or not opens_with_verb(row.bare, language)

    def _is_symbol_below(self, index: int) -> bool:
        """Whether the last line of the text is a symbol and nothing else: a site's own line, or the foot of a page."""
        if index + 1 < len(self.places.rows):
            return False
        head = self.places.language.page.masthead.read(self.places.rows[index].bare[:MAX_ALONE])
        return head is not None and head.kind == "symbol"

    def _is_part(self, index: int, above: str) -> bool:
        """Whether a line is the enacting phrase of a further part of the text, or of one that is adopted as quoted."""
        places, language = self.places, self.places.language
        row, last = places.rows[index], places.rows[index - 1] if index else None
        if len(row.bare) > MAX_ALONE:
            return False
        phrase = unquoted(row.bare, language)
        if phrase != row.bare:
            # One that a numbered paragraph quotes (1. Reaffirms its resolution, which reads: …) is no part.
            announced = last is not None and ends_in_colon(last.bare) and above != "numbered"
            return announced and language.page.enacting.organ(phrase) is not None
        if language.page.enacting.organ(phrase) is None:
            return False
        apart, glue = row.line.gap or places.given, language.table("text.glue")
        if not (glue or ends_in_sign(row.bare)):
            return False  # 大会 alone may be a heading
        return apart or not (glue or (last and not row.fits_on(last, places.width)))
