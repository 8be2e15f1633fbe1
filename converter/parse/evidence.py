"""What speaks for a paragraph beginning at a line, and what against it.

Every sign between two neighbouring lines has a weight: plus where a paragraph begins, minus where a sentence goes on.
What a blank line, an indent and a short line above weigh is measured in the text itself (`measured`). `segment`
searches the best whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from converter.clean import ends_in_colon, parts_word, wants_more
from converter.languages import Language
from converter.languages.sentences import ends_in_sign
from converter.parse.due import DueLabel
from converter.parse.labels import quote_at_head
from converter.parse.lines import (
    Row,
    is_labelled,
    opens_as_paragraph,
    opens_list,
)

CERTAIN = 20.0  # no sum of other signs comes near


class Sign(StrEnum):
    """What is seen at a break between two lines; the value says it in words."""

    STOP = "the line above ends a sentence"
    COLON = "what it ends in is a colon, and no label follows: it may stand in a title"
    QUOTED = "it opens a quotation that the colon above announces, and is no title in its sentence"
    COMMA = "the line above ends in a comma"
    NO_SIGN = "the line above ends in no sign"
    WANTS_MORE = "the line above ends in a word that wants more"
    HYPHEN = "the line above ends in the hyphen of a word"
    VERB = "it opens with a verb that paragraphs open with"
    VERB_BELOW_SIGN = "it opens with such a verb, in no small letter, below a sign"
    CAPITAL = "it opens with a capital"
    SMALL = "it opens with a small letter"
    FIGURE = "it opens with a figure that is no label"
    NO_VERB = "it opens with no verb that is known, in letters without case"
    LABEL = "it opens with the label of a sub-paragraph"
    GOES_ON_COUNT = "its label or number goes on the count of those above it"
    ANNEX_COUNT = "in an annex, its number goes on the count of those above it"
    LIST = "it opens a list: (a) and a capital"
    NUMBER_DUE = "it opens with the number that is due"
    NUMBER = "it opens with a number"
    OVER_LIST = "it opens with a number, and the line below opens a list"
    KEY = "in an annex, it opens with what it tells and a colon, as others do, below a line with room"
    IN_KEY = "the line above opens so and ends in a comma"
    LIST_ENDS = "the list above may end here, and its sentence go on"
    LIST_OVER = "the list above ends here, as the space or the room on its last line shows"
    BRACKET = "a bracket or a quotation is open on the line above"
    WANTED = "its number or label belongs to the word above"
    NUMBER_GOES_ON = "it goes on with the number or the date above"
    RESOLUTION = "it opens with the number of a resolution"
    HEADING = "it is a heading"
    CLOSING = "it says how the text was adopted"
    NEIGHBOUR = "it begins another text of the page"
    COLUMN = "it lists the States of one side of a vote"
    BELOW_HEADING = "the line above is a heading"
    BELOW_TITLE = "the line above is the title below a heading"
    ENTRY = "below a title it is short, and had room on the line above, which is short too: one of a list of names"
    IN_TITLE = "it goes on with the title above"
    IN_STATEMENT = "it is inside the words on the adoption"
    BELOW_STATEMENT = "the words on the adoption may go on"
    BELOW_CLOSING = "the line above says where or when the text was adopted"
    IN_STATES = "the States of one side of a vote may go on"
    IN_COLUMN = "the line above announces a list of States"
    FIRST = "it is the first line"
    GIVEN = "the format says that a paragraph begins"
    GIVEN_INSIDE = "the format says that a paragraph goes on"
    BLANK = "a blank line stands above"
    NO_BLANK = "no blank line stands above"
    WIDE = "lines are longer than a page is wide, so each may be a paragraph"
    INDENT = "its indent"
    ROOM = "its first word had room on the line above"
    NO_ROOM = "its first word had no room on the line above"


WEIGHTS: dict[Sign, float] = {
    Sign.STOP: 2.0,
    Sign.COLON: -1.0,
    Sign.QUOTED: 8.0,
    Sign.COMMA: 0.0,
    Sign.NO_SIGN: -3.5,
    Sign.WANTS_MORE: -3.0,
    Sign.HYPHEN: -8.0,
    Sign.VERB: 3.0,
    Sign.VERB_BELOW_SIGN: 5.2,  # a full line may end in a comma, and a verb follow inside a sentence: not often both
    Sign.CAPITAL: 0.5,
    Sign.SMALL: -6.0,
    Sign.FIGURE: -2.5,
    Sign.NO_VERB: -1.5,
    Sign.LABEL: 3.0,
    Sign.GOES_ON_COUNT: 3.0,
    Sign.ANNEX_COUNT: 6.0,
    Sign.LIST: 9.0,
    Sign.NUMBER_DUE: 5.0,
    Sign.NUMBER: 0.5,
    Sign.OVER_LIST: 3.0,
    Sign.KEY: 6.0,
    Sign.IN_KEY: -3.5,
    Sign.LIST_ENDS: 3.0,
    Sign.LIST_OVER: 3.0,
    Sign.BRACKET: -3.5,
    Sign.WANTED: -8.0,
    Sign.NUMBER_GOES_ON: -CERTAIN,
    Sign.RESOLUTION: -CERTAIN,
    Sign.HEADING: 5.0,
    Sign.CLOSING: 5.0,
    Sign.NEIGHBOUR: CERTAIN,
    Sign.COLUMN: CERTAIN,
    Sign.BELOW_HEADING: CERTAIN,
    Sign.BELOW_TITLE: 0.5,
    Sign.ENTRY: 4.0,
    Sign.IN_TITLE: -2 * CERTAIN,
    Sign.IN_STATEMENT: -8.0,
    Sign.BELOW_STATEMENT: -3.0,
    Sign.BELOW_CLOSING: 5.0,
    Sign.IN_STATES: -5.0,
    Sign.IN_COLUMN: -2 * CERTAIN,
    Sign.WIDE: 3.0,
    Sign.FIRST: 3 * CERTAIN,
    Sign.GIVEN: 3 * CERTAIN,
    Sign.GIVEN_INSIDE: -3 * CERTAIN,
}
"""The table: set by hand. `python -m tests.measure.weights` prints what each is worth."""

_NUMBERED = re.compile(r"\d{1,4}[A-Z]?\s?[(（](?:(?:19|20)\d\d|[IVXLES-]+)[)）]")
_ENDS_IN_NUMBER = re.compile(r"(?P<number>\d{1,4})[,.]?$")
_ENDS_IN_LETTER = re.compile(r"\d[ \u00a0]?[(（]?[^\W\d_]{1,4}[)）]$")  # paragraph 28 (a)
_OPEN_BRACKET = re.compile(r"[(（][^)）]*$|(?<=.)[“«「][^”»」]*$")  # a mark that opens a line may hold paragraphs
_QUOTED = {
    "“": "”",
    "„": "“”",
    "«": "»",
    '"': '"',
    "「": "」",
    "『": "』",
    "”": "“”",
}  # by what opens it, what may close it
_LAST = 3  # signs with which a quoted line may end: ”.
_ALONE = 6  # characters of a label on a line of its own
_AROUND = 40  # characters on both sides of a break in which a date may stand


class Evidence(msgspec.Struct, frozen=True):  # a Struct, for some fifty are made for each line
    """One sign and what it weighs here."""

    sign: Sign
    weight: float


_FIXED = {sign: Evidence(sign, weight) for sign, weight in WEIGHTS.items()}


def total(evidence: Iterable[Evidence]) -> float:
    """What signs weigh together: above 0 a paragraph begins."""
    return sum([one.weight for one in evidence])


def fixed(signs: Iterable[Sign]) -> tuple[Evidence, ...]:
    """Signs with their weight from the table."""
    return tuple([_FIXED[sign] for sign in signs])


def signs(above: Row, row: Row, language: Language, *, due: DueLabel | None = None) -> list[Sign]:
    """What the words of two neighbouring lines show; numbers, headings and indents are weighed where more is known.

    `due` is the label that is due, where the lower one begins with it.
    """
    how = language.page.sentences
    stop, comma = how.clause_ends(above.bare), how.comma_ends(above.bare)
    stop = stop or (due is not None and due.ended)
    found = [Sign.COMMA if comma else Sign.STOP if stop else Sign.NO_SIGN]
    if due is not None:
        found.append(Sign.GOES_ON_COUNT)
    if stop and ends_in_colon(above.bare) and row.label is None and not is_labelled(row.bare, language):
        found.append(Sign.QUOTED if _opens_quotation(row.bare, language) else Sign.COLON)
    if not stop and wants_more(above.bare, language):
        found.append(Sign.WANTS_MORE)
    if language.table("text.glue") and parts_word(above.bare, row.bare):
        found.append(Sign.HYPHEN)
    if _OPEN_BRACKET.search(above.bare):
        found.append(Sign.BRACKET)
    found += _openings(above, row, language, stop=stop)
    if row.closing:
        # 20 December 2031, / 360th meeting; a day in small letters (le 20 décembre 2031,) may end a sentence
        small = above.bare[:1].islower()
        behind_day = above.closing if small else comma and language.page.closing.is_day(above.bare[:-1])
        found.append(Sign.NUMBER_GOES_ON if behind_day else Sign.CLOSING)
    if row.column:
        found.append(Sign.COLUMN)
    if above.column and above.bare.endswith((":", "：")):
        found.append(Sign.IN_COLUMN)
    if (not stop and _number_goes_on(above.bare, row.bare, language)) or _day_goes_on(above, row, language):
        found.append(Sign.NUMBER_GOES_ON)
    elif _NUMBERED.match(row.bare):
        wanted = language.page.closing_lines.wants_number(above.bare)  # of resolution / 242 (2040), resolution
        found.append(Sign.NEIGHBOUR if not wanted and is_neighbour(row.bare, language) else Sign.RESOLUTION)
    return found


def _opens_quotation(text: str, language: Language) -> bool:
    """Whether a line opens a quotation that goes on below it or ends with its sentence; else it may be a title."""
    sign = quote_at_head(text, language)
    if not sign:
        return False
    over = [mark for mark in _QUOTED[text[0]] if mark in text[sign:]]
    whole = not any(mark in text[sign:-_LAST] for mark in over)
    return not over or (whole and language.page.sentences.sentence_ends(text))


def _openings(above: Row, row: Row, language: Language, *, stop: bool) -> Iterator[Sign]:
    """How a line opens."""
    labelled, capital = is_labelled(row.bare, language), row.bare[:1].isupper()
    labelled = labelled or (len(row.bare) <= _ALONE and is_labelled(f"{row.bare} A", language))  # no words on its line
    parted = not stop and _ENDS_IN_LETTER.search(above.bare)
    if labelled and not parted and opens_list(row, language):
        yield Sign.LIST
    elif labelled or row.label is not None:
        if row.label is None:
            yield Sign.LABEL
        acts = row.label is not None and opens_as_paragraph(row.words, language)
        spaced = language.table("text.glue")
        if parted or (not (stop or acts) and spaced and language.page.notes.is_own(above.bare)):
            yield Sign.WANTED
        if acts:
            yield Sign.VERB_BELOW_SIGN if stop else Sign.VERB
    elif opens_as_paragraph(row.bare, language):
        if language.page.sentences.comma_ends(above.bare) and _is_joined(row.bare, language):
            yield Sign.NO_VERB
        else:
            yield Sign.VERB_BELOW_SIGN if stop and not row.bare[:1].islower() else Sign.VERB
    elif row.bare[:1].islower() and not (row.closing or language.table("body").get("begins_small")):
        yield Sign.SMALL
    else:
        yield Sign.CAPITAL if capital else Sign.FIGURE if row.bare[:1].isdecimal() else Sign.NO_VERB


def _is_joined(bare: str, language: Language) -> bool:
    """Whether words open with one that joins them to what stands above, and act: и просит, وتطلب.

    A letter that is written as one with the verb joins acts; recitals open so behind a word of their own: وإذ تشير.
    """
    if language.page.openings.limits(bare):
        return True
    letters = (letter for letter in language.page.scanner.joined if bare.startswith(letter))
    return any(language.opens(bare[len(letter) :], "operative") for letter in letters)


def is_neighbour(text: str, language: Language, *, in_annex: bool = False) -> bool:
    """Whether a paragraph begins another text of the page, where it stands below the line on the adoption."""
    return language.page.closing_lines.is_neighbour(text, in_annex=in_annex)


def _day_goes_on(above: Row, row: Row, language: Language) -> bool:
    """Whether a line goes on with a day and more, below a comma, or a comma and a word: , and / 16 April 2042 (…)."""
    if row.label is not None or not row.bare[:1].isdecimal() or row.closing:
        return False
    how = language.page.sentences
    listed = how.clause_ends(above.bare) and not ends_in_sign(above.bare) and not how.semicolon_ends(above.bare)
    if not (listed or how.comma_ends(above.bare)):
        return False
    return any(start == 0 for start, _ in language.page.closing.days(row.bare[:_AROUND]))


def _number_goes_on(above: str, row: str, language: Language) -> bool:
    """Whether a number, a date or a symbol runs on over a break."""
    if above.endswith("/"):
        return True
    number = _ENDS_IN_NUMBER.search(above)
    if number and language.page.notes.is_counted(number["number"], row):
        return True
    tail, head = above[-_AROUND:], row[:_AROUND]
    if not (any(char.isdecimal() for char in tail[-20:]) or any(char.isdecimal() for char in head[:20])):
        return False
    glue: str = language.table("text.glue")
    edge = len(tail)
    days = language.page.closing.days(f"{tail}{glue}{head}")
    return any(start < edge and end > edge + len(glue) for start, end in days)
