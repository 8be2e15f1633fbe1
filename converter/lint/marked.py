"""Notes that are a symbol alone against the work that their mark stands on: resolution 5/12¹ and ¹ UNEP/EA.5/Res.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter import symbols
from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Citation, Diagnostic, Footnote, NoteMark

_SYMBOL = re.compile(r"[A-Z]/")
_KINDS = ("resolution", "decision")


def contradicted(reading: Reading) -> Iterator[Diagnostic]:
    """A note that is nothing but the symbol of a resolution or decision, and of none that its paragraph cites.

    Which of the two is misprinted nobody can tell here: both are shown and linked as they are printed.
    """
    there: dict[str, list[Citation]] = {}
    for citation in reading.citations:
        there.setdefault(citation.place, []).append(citation)
    for note in reading.resolution.footnotes:
        alone = _alone(note, there.get(note.place, []))
        if alone is None:
            continue
        for mark in note.places:
            works = there.get(mark.place, [])
            cited = _marked(mark, works, reading)
            if cited is None or any(_is_same(one, alone) for one in works):
                continue
            message = f"note {note.marker} is {alone.target}, and its mark stands on {cited.target}"
            yield reading.finding(reading.at(note.place, alone.main_start), "citation-note", message, AS_PRINTED)
            break


def _alone(note: Footnote, cited: list[Citation]) -> Citation | None:
    """The one resolution or decision whose symbol a note is, and nothing else."""
    if len(cited) != 1 or cited[0].kind not in _KINDS or cited[0].target is None or not _SYMBOL.search(cited[0].text):
        return None
    around = note.text.text[: cited[0].start] + note.text.text[cited[0].end :]
    return None if any(map(str.isalnum, around)) else cited[0]


def _marked(mark: NoteMark, cited: list[Citation], reading: Reading) -> Citation | None:
    """The resolution or decision right behind which, or inside whose words, a mark stands."""
    words = reading.text_of(mark.place)
    text = words.text if words else ""
    works = (one for one in cited if one.kind in _KINDS and one.target and one.main_start < mark.offset)
    return next((one for one in works if not any(map(str.isalnum, text[one.end : mark.offset]))), None)


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two citations may mean one work; a part (57/228 B) and the whole are one here."""
    return one.target is not None and symbols.whole_of(one.target)[0] == symbols.whole_of(other.target or "")[0]
