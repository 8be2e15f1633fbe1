"""Numbers of a special session where the words beside them name the emergency special session of that number.

    adopted at its twelfth emergency special session¹      ¹ Resolutions S-12/1 and S-12/3.

The two differ by a letter (S-, ES-; in Arabic دإ-, دإط-), which is easily lost. The text itself tells which is meant:
the sentences of the number, or the paragraph in which the mark of its note stands. Where they name the special session
as well, or neither, the number is left as it is printed; so it is beside a number of the emergency session (ES-12/3)
itself, which tells the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.annotate.found import Found, Given, Remark, Said
from converter.cite import numbers
from converter.model import Citation

_SPECIAL = "S-"


def mend_emergency(given: Given, found: Found) -> Found:
    """The citations, those of an emergency special session as what they mean, and that they were mended."""
    if not any(one.number.startswith(_SPECIAL) for one in found.citations):
        return found
    mended = [_meant(one, given, found) or one for one in found.citations]
    said = [
        Said(one.place, Remark(one.main_start, one.main_end, "citation-misprint", one.target or one.number))
        for one, before in zip(mended, found.citations, strict=True)
        if one is not before
    ]
    return replace(found, citations=tuple(mended), said=(*found.said, *said))


def _meant(citation: Citation, given: Given, found: Found) -> Citation | None:
    """The citation as one of an emergency session; None where it is none."""
    body = given.language.authorities.body(citation.body or "")
    session, _, serial = citation.number.partition("/")
    meant = numbers.normalise(f"E{session}/{serial}") if session.startswith(_SPECIAL) else None
    if body is None or meant is None or not numbers.fits(meant, body):
        return None
    beside = dict(_beside(citation.place, given))
    if any(one.place in beside and one.number.startswith(f"E{session}/") for one in found.citations):
        return None
    named = {one for text in beside.values() for one in given.page.masthead.special_sessions(text)}
    if f"E{session}" not in named or session in named:
        return None
    return replace(citation, number=meant.text, target=numbers.symbol(meant, citation.kind, body))


def _beside(place: str, given: Given) -> Iterator[tuple[str, str]]:
    """The place and the text in which a citation stands, and of a note the paragraphs that bear its marks."""
    resolution = given.resolution
    places = {place}
    for note in resolution.footnotes:
        if note.place == place:
            places |= {note.paragraph or "", *(mark.place for mark in note.also)}
    yield from ((words.place, words.text) for words in given.texts if words.place in places)
