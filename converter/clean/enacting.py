"""Which line of a text has the enacting phrase: the one that names the organ whose text follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from converter.clean.healing import ends_in_colon, heal, unquoted
from converter.clean.wrapped import is_led_to
from converter.languages import Language
from converter.languages.sentences import ends_in_sign
from converter.model import Line
from converter.read.text import INVISIBLE

_LETTERHEAD = (  # what may stand below the organ's name there
    "adoption", "agenda", "body", "dates", "distribution", "number", "session",
    "session-name", "symbol", "title", "type", "united-nations",
)  # fmt: skip
_ABOVE_PHRASE = ("title", "number", "adoption")  # what may stand there above the enacting phrase
_MAX_ENACTING, _MAX_ABOVE = 96, 400  # characters
_HEAD = 40  # lines among which the organ is named
_LABEL = re.compile(r"(?:[-–•*]\s+)?\(?\w\)\s*")  # of a recital: (a) Recalling
_BELOW_NAME = 24  # lines of a masthead that wraps behind the organ's name


def enacting_line(lines: Iterable[Line], language: Language) -> int | None:
    """The index of the line with the enacting phrase (人权理事会，), else of one that names any organ; or None."""
    every = list(lines)
    known = next(enacting_lines(every, language), None)
    return known if known is not None else next(_lines_of_others(every, language), None)


def _lines_of_others(lines: Sequence[Line], language: Language) -> Iterator[int]:
    """The indices of the lines that name an organ without a record (The General Conference,) right above a recital.

    Such a line is a paragraph of its own: the last line of a wrapped recital may begin and end like it. In a text
    without blank lines it is one where no recital stands above it, and its name begins with a capital.
    """
    enacting, recitals = language.page.enacting, False
    for index, line in enumerate(lines[:_HEAD]):
        bare = _bare(line.text) if len(line.text) <= _MAX_ENACTING else ""
        below = _below_headings(lines, index + 1, language)
        if below is None or not enacting.is_of_another(bare) or enacting.lead(bare) is not None:
            recitals = recitals or _opens_recital(line, language)
            continue  # else a sentence goes on
        apart = below.gap and (line.gap or not index)
        if (apart or not (recitals or bare[:1].islower())) and _opens_recital(below, language):
            yield index


def _bare(text: str) -> str:
    """A line without outer blanks and what nobody sees in it."""
    return (text if text.isprintable() else INVISIBLE.sub("", text)).strip()


def _below_headings(lines: Sequence[Line], index: int, language: Language) -> Line | None:
    """The line at an index, or the first below it that is no heading (A. Lamps)."""
    heads = language.page.headings
    return next(
        (one for one in lines[index:] if one.role != "heading" and not heads.is_heading(one.text.strip())), None
    )


def _opens_recital(line: Line, language: Language) -> bool:
    """Whether a line opens as recitals do, behind the letter that it may be counted with."""
    words = _LABEL.sub("", heal(line, language).text)
    return language.opens(words, "preambular") and not language.goes_on(words)


def enacting_lines(lines: Iterable[Line], language: Language) -> Iterator[int]:
    """The indices of the lines with an enacting phrase: each part of a text in parts has its own.

    One in quotation marks counts below a colon: the Council decided to adopt the following text: “The Council,
    """
    enacting = language.page.enacting
    every = list(lines)
    for index, line in enumerate(every):
        bare = _bare(line.text) if len(line.text) <= _MAX_ENACTING else ""
        phrase = unquoted(bare, language) if index and ends_in_colon(every[index - 1].text) else bare
        if phrase and enacting.organ(phrase):
            below = every[index + 1 : index + 6]
            after = next((one.text.strip() for one in below if one.text.strip()), "")
            goes_on = language.goes_on(after) and not _opens_text(every, index)
            below_head = index > 0 and _is_recital(after, language)
            alone = not below_head and _is_name_alone(every, index, bare, language)
            letterhead = alone or _is_letterhead(after, language)
            letterhead = letterhead or (
                not ends_in_sign(bare) and (not after or _has_phrase(every[index + 1 :], language))
            )
            if not (goes_on or letterhead or is_led_to(every, index, language)):
                yield index  # else a sentence goes on, or the organ's name is printed in the letterhead


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing stands above a line, and space below it: whatever word follows goes on with no sentence."""
    below = next((line for line in lines[index + 1 :] if line.text.strip()), None)
    return below is not None and below.gap and not any(line.text.strip() for line in lines[:index])


def _is_recital(after: str, language: Language) -> bool:
    """Whether the line below an organ's name is a recital and no title that opens like one: it ends in a sign."""
    return (ends_in_sign(after) or after[:1].islower()) and language.opens(after, "preambular")


def _is_name_alone(lines: Sequence[Line], index: int, bare: str, language: Language) -> bool:
    """Whether a line is the organ's name as the letterhead has it, without a sign, and no title stands above it.

    Where words are not parted the phrase has no article either.
    """
    if language.table("text.glue") or ends_in_sign(bare) or not _is_letterhead(bare, language):
        return False
    heads = (language.page.masthead.read(line.text.strip()) for line in lines[:index] if len(line.text) <= _MAX_ABOVE)
    return not any(head is not None and head.kind in _ABOVE_PHRASE for head in heads)


def _has_phrase(below: Sequence[Line], language: Language) -> bool:
    """Whether the phrase with its comma stands further down, with only lines of a masthead above it.

    These end in no sign; those that a phrase of the page knows may, and so may the names of sponsors, in a colon.
    """
    for bare in islice((line.text.strip() for line in below if line.text.strip()), _BELOW_NAME):
        if not ends_in_sign(bare):
            continue
        if not bare[:1].islower() and language.page.enacting.organ(bare) is not None:
            return True
        if not (ends_in_colon(bare) or language.page.masthead.read(bare[:_MAX_ABOVE])):
            return False
    return False


def _is_letterhead(bare: str, language: Language) -> bool:
    head = language.page.masthead.read(bare) if len(bare) <= _MAX_ENACTING else None
    return head is not None and head.kind in _LETTERHEAD
