"""The States that propose a text, and those that joined them later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.clean import join_lines, unspaced
from converter.languages import Language
from converter.languages.headlines import HeadLine
from converter.languages.keys import JOINED
from converter.model import Ballot, Note, Sponsor
from converter.parse.masthead.sheet import MAX_LINE, Sheet
from converter.parse.states import ballots, state_names

_MAX_LINES = 60
_MAX_NOTE = 4000  # characters of a note that may tell who joined later
_STARS = re.compile(r"[*＊]{1,3}")
_COLON = re.compile(r"[:：](?P<stars>[*＊]{0,3})\s*(?P<rest>[^:：]*)$")


@dataclass(frozen=True, slots=True)
class _Colon:
    """The colon behind sponsors: where it stands, whether the star of the last one hangs on it, what follows."""

    at: int
    starred: bool
    head: HeadLine | None


def read_sponsors(at: int, sheet: Sheet) -> int | None:
    """Read the sponsors that begin at a line: States, a colon, and maybe what they propose; or who joined them.

    The index after them; None where none are there.
    """
    return _read_joined(at, sheet) if sheet.sponsors else _read_proposing(at, sheet)


def joined(sheet: Sheet, notes: tuple[Note, ...]) -> Iterator[Ballot]:
    """The States that joined the sponsors later, as a line of the masthead or a note of its star says."""
    said = [block.text.text for block in sheet.blocks if block.kind == JOINED]
    stars = (piece for note in notes if note.is_star for piece in _STARS.split(note.text.text[:_MAX_NOTE]))
    for text in [*said, *stars]:  # a note may have run on into the next one
        yield from names_joined(text, sheet.language)


def names_joined(text: str, language: Language) -> tuple[Ballot, ...]:
    """Those who joined later by the words of a text; none where what stands in their place begins with no State."""
    place = language.page.sponsors.joined(text)
    names = ballots(text[place.start : place.end], language) if place else ()
    return names if names and names[0].code else ()


def _read_proposing(at: int, sheet: Sheet) -> int | None:
    lines = range(at, min(len(sheet.texts), at + _MAX_LINES))
    end = next((line + count for line in lines for count in (1, 2) if _has_colon(line, count, sheet)), None)
    if end is None:
        return None
    text = sheet.joined(at, end)
    colon = _colon(text.text, sheet.language)
    names = state_names(text.text[: colon.at if colon else len(text.text)], sheet.language)
    if not names or names[0].state is None:
        return None
    last = len(names) - 1 if colon and colon.starred else None
    sheet.sponsors = tuple(
        Sponsor(one.name, one.state.code if one.state else None, not (one.starred or place == last), one.start, one.end)
        for place, one in enumerate(names)
    )
    if colon and colon.head:
        sheet.note("type", colon.head.facts["type"])
    sheet.add("sponsors", text)
    return end


def _has_colon(at: int, count: int, sheet: Sheet) -> bool:
    """Whether the first of some lines has the colon behind sponsors; what they propose may be wrapped."""
    texts = sheet.texts[at : at + count]
    if _last_colon(texts[0].text) is None:
        return False
    text = join_lines(texts, sheet.language).text if len(texts) > 1 else texts[0].text
    return _colon(text, sheet.language) is not None


def _colon(text: str, language: Language) -> _Colon | None:
    """The colon behind sponsors: nothing follows it, or the type of what they propose."""
    found = _last_colon(text)
    if found is None:
        return None
    head = language.page.masthead.read(unspaced(found["rest"])) if found["rest"] else None
    is_one = not found["rest"] or (head is not None and head.kind == "type")
    return _Colon(len(text[: found.start()].rstrip()), bool(found["stars"]), head) if is_one else None


def _last_colon(text: str) -> re.Match[str] | None:
    """The last colon of a text with what follows it; none where that is longer than a line of a masthead."""
    return _COLON.search(text, max(0, len(text) - MAX_LINE))


def _read_joined(at: int, sheet: Sheet) -> int | None:
    """Read who joined later where that is said over several lines; None where it is not."""
    text = sheet.texts[at].text[:MAX_LINE]
    if not (sheet.language.page.sponsors.leads(text) or _begins_with_state(text, sheet.language)):
        return None
    end = sheet.sentence_end(at, _MAX_LINES)
    said = sheet.joined(at, end) if end else None
    if said is None or not names_joined(said.text, sheet.language):
        return None
    sheet.add(JOINED, said)
    return end


def _begins_with_state(text: str, language: Language) -> bool:
    """Whether the first name of a list is that of a State."""
    names = state_names(text, language)
    return bool(names) and names[0].state is not None
