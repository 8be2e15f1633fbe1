"""What a line shows by itself of whether it is one of the masthead: for whoever asks where that ends."""

from __future__ import annotations

from converter.clean import heal, unspaced
from converter.languages import Language
from converter.languages.headlines import HeadLine
from converter.languages.keys import JOINED, NO_TITLE
from converter.languages.sentences import ends_in_sign
from converter.model import Line
from converter.printable import columns

_WRAPPED = 60  # columns, at least, of a line that was wrapped
BEFORE_TITLE = ("sponsors", JOINED, "type", "adoption", "number")  # what stands right above a title that has no number


def is_head_line(line: Line, language: Language) -> bool:
    """Whether a phrase of the page knows a line of the masthead by itself."""
    return _head(line, language) is not None


def goes_on(line: Line, above: Line, language: Language) -> bool:
    """Whether a line that looks like a title with its number is the second of a sentence: …and its resolution ⏎ 6/3 of.

    A title stands apart, or below a line that is of the masthead too. So does a day, a symbol, a number below a line
    that is as long as those of a wrapped sentence are: …pursuant to paragraph 22 of ⏎ resolution 9003 (2089).
    """
    head = _head(line, language)
    if head is None or line.gap or is_head_line(above, language):
        return False
    return head.kind == "title" or columns(above.text.strip()) >= _WRAPPED


def is_above_title(line: Line, language: Language) -> bool:
    """Whether the line below one of the masthead may be the title of the text, though that has no number."""
    head = _head(line, language)
    return head is not None and head.kind in BEFORE_TITLE


def is_sentence(text: str, language: Language) -> bool:
    """Whether a line where a title may stand is a sentence, by its last sign or its first words."""
    return ends_in_sign(text) or language.page.masthead.begins(text, NO_TITLE)


def _head(line: Line, language: Language) -> HeadLine | None:
    return language.page.masthead.read(unspaced(heal(line, language).text))
