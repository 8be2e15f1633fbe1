"""The lettered parts of a text, each with an enacting phrase of its own: others cite them by the part (73/901 B)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.languages import Language
from converter.model import FIRST_PART, Part, Resolution

_TITLE = "title"  # where the first part begins that has no letter


def parts_of(resolution: Resolution, language: Language) -> tuple[Part, ...]:
    """The parts of a text in their order; none of a text whose letters are those of its sections."""
    letters = [*_letters(resolution, language)]
    ends = [*(at for at, _ in letters[1:]), len(resolution.paragraphs)]
    found: list[Part] = []
    for (start, part), end in zip(letters, ends, strict=True):
        due = part.letter == chr(ord("A") + len(found))
        if due and (start < 0 or _enacts(resolution, start, end)):
            found.append(part)
    return tuple(found) if len(found) > 1 else ()


def _letters(resolution: Resolution, language: Language) -> Iterator[tuple[int, Part]]:
    """The letters that stand alone on their lines, each with the index of its paragraph; of the first part -1."""
    blocks = [one.text.text for one in resolution.masthead.blocks if one.kind == FIRST_PART]
    letter = _letter(blocks[0], language) if blocks else ""
    yield -1, Part("A", FIRST_PART if letter == "A" else _TITLE)
    for at, one in enumerate(resolution.paragraphs):
        letter = _letter(one.text.text, language) if one.kind == "heading" else ""
        if letter:
            yield at, Part(letter, one.id)


def _letter(line: str, language: Language) -> str:
    """The Latin letter that a line is and no more; '' for another line."""
    read = language.page.headings.read(line)
    letter = language.latin_letter(read.number).upper() if read is not None and read.is_bare(line.rstrip(".")) else ""
    return letter if len(letter) == 1 and letter.isalpha() else ""


def _enacts(resolution: Resolution, start: int, end: int) -> bool:
    """Whether the text's enacting phrase stands again between two of its paragraphs."""
    phrase = resolution.enacting.text if resolution.enacting else None
    return any(one.kind == "plain" and one.text.text == phrase for one in resolution.paragraphs[start:end])
