"""Lines that go on what stands above them: a sentence of a typed page is wrapped wherever it is, also before an organ's
name, which is then no enacting phrase (on ways the ⏎ Council, acting …).
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.languages import Language
from converter.languages.keys import NO_TITLE
from converter.languages.sentences import COMMAS, ends_in_sign
from converter.model import Line
from converter.printable import columns

_MAX_HEAD = 400  # characters of a line of a masthead
_LONGEST = 24  # characters of the longest word that wants more
_SENTENCE = 60  # columns, at least, of one that is no short word of a masthead (Distr.)
_SPARE = 4  # columns: a comma may not begin a line, and a space parts two words


def wants_more(bare: str, language: Language) -> bool:
    """Whether the last word of a line is one that another must follow: of, the, and."""
    words = language.table("body.wants_more")
    if language.table("text.glue"):
        return bare[-_LONGEST:].rpartition(" ")[2].lower() in words
    return bare.endswith(tuple(words))


def is_led_to(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether the words above a line that begins with an organ's name lead to it: to inform ⏎ the General Assembly.

    No sign ends them, they are no line of a masthead, and the name begins small or their last word wants more (the). So
    it is right below words of a sentence where no article stands before the name, as in Russian none does: one with a
    capital begins its sentence (The Council, noting).
    """
    bare = lines[index].text.strip()
    last = next((line.text.strip() for line in reversed(lines[:index]) if line.text.strip()), "")
    if not last or ends_in_sign(last) or _is_of_masthead(last, language):
        return False
    if language.page.headings.is_heading(last):
        return False  # A ⏎ The General Assembly: the letter of a part is no article
    if bare[:1].islower() or wants_more(last, language):
        return True
    beside = not lines[index].gap and language.page.enacting.begins_with_name(bare)
    return beside and masthead_of(lines[:index], language) < index


def is_wrapped(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether a line with words behind an organ's name goes on the sentence of the line right above it.

    Its words lead to it, or it is so long that the first word of the name, which has no article, did not fit on it.
    """
    if is_led_to(lines, index, language):
        return True
    bare = lines[index].text.strip()
    above = lines[index - 1].text.strip() if index and not lines[index].gap else ""
    ends = ends_in_sign(above) and not above.endswith(tuple(COMMAS))
    if not above or ends or _is_of_masthead(above, language) or not language.page.enacting.begins_with_name(bare):
        return False
    first = bare.partition(" ")[0] if language.table("text.glue") else bare[:1]
    return columns(above) + columns(first) + _SPARE > _width(lines)


def masthead_of(lines: Sequence[Line], language: Language) -> int:
    """How many lines may be of a masthead: up to a sentence that begins as none does, or to the end of a first one.

    At its 12th meeting the Council, recalling …: is of the first kind. The line that ends a sentence may have both.
    """
    length = 0  # columns of the paragraph so far
    for index, line in enumerate(lines):
        bare = line.text.strip()
        if language.page.masthead.begins(bare, NO_TITLE):
            return index
        length = columns(bare) + (0 if line.gap else length)
        if length >= _SENTENCE and language.page.sentences.sentence_ends(bare):
            return index + 1
    return len(lines)


def _is_of_masthead(bare: str, language: Language) -> bool:
    return language.page.masthead.read(bare[:_MAX_HEAD]) is not None


def _width(lines: Sequence[Line]) -> int:
    """How many columns the lines of a text have before they are wrapped."""
    widths = sorted(columns(line.text.strip()) for line in lines)
    return widths[9 * len(widths) // 10]
