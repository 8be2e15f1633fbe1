"""Words that were damaged before the file came here: of another encoding, letter by letter, with the numbers of lines.

Nothing is mended: what stands in the file is shown. The signs are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.guess import other_language
from converter.lint.reading import Reading
from converter.model import Diagnostic, Line
from converter.read.twice import twice, typed

_AGAIN = "fetch the official file again, or another format of it; if the document prints this, accept it in work.yml"
_WESTERN = "cp1252"  # how the bytes of UTF-8 are mostly misread: â€™ for ’, Ð¡ for С
# Words that stand letter by letter, in small ones: capitals may be listed so, and Han characters set apart.
_APART = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ ]{1,3}){4,}[^\W\d_](?![^\W\d_])")
_FEWEST = 8  # lines of a text whose lines may have been numbered


def other_languages(reading: Reading) -> Iterator[Diagnostic]:
    """A text that is surely in another language than its file is named: little of it can be understood."""
    lang = reading.resolution.lang
    other = other_language(reading.clean.source.text, lang)
    if other is not None:
        message = f"the file is named as a text in {lang}, and its words are those of {other}"
        hint = f"if it is the official file in {other}, name the file itself so; else fetch the one in {lang}"
        yield reading.finding(0, "text-language", message, hint)


def encodings(reading: Reading) -> Iterator[Diagnostic]:
    """Letters that are the bytes of UTF-8, read as another encoding; said once in a line. A whole file is refused."""
    for line in reading.clean.source.lines:
        if line.text.isascii():
            continue
        for at, printed, meant in twice(line.text, _WESTERN):
            if not typed(line.text, at, printed):
                message = f"“{printed}” are letters of another encoding: “{meant}” is meant"
                yield reading.finding(line.start + at, "text-garbled", message, _AGAIN)
                break


def letters_apart(reading: Reading) -> Iterator[Diagnostic]:
    """Words whose letters stand apart (R e c a l l i n g) are no words for the reading, nor for a search."""
    for line in reading.clean.source.lines:
        found = _APART.search(line.text)
        if found and any(map(str.islower, found[0])):
            message = f"the letters of these words stand apart, with spaces between: {found[0][:40]}"
            yield reading.finding(line.start + found.start(), "text-garbled", message, _AGAIN)


def numbered_lines(reading: Reading) -> Iterator[Diagnostic]:
    """The numbers of its lines stand before them, as an editor shows them: they are read as words of the text."""
    lines = reading.clean.source.lines
    if len(lines) >= _FEWEST and all(_has_its_number(line) for line in lines):
        message = "the lines of this file begin with the numbers of the lines, which are read as words"
        hint = "fetch the official file: it has no numbers before its lines"
        yield reading.finding(lines[0].start, "text-numbered", message, hint)


def _has_its_number(line: Line) -> bool:
    printed = line.text.split(maxsplit=1)
    return not printed or printed[0] == str(line.number)
