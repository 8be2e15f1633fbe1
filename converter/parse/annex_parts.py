"""Which lines of an annex name a part of it: by where they stand (`places`) and their shape."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from converter.clean import ends_in_colon
from converter.languages.table import is_han
from converter.parse.lines import is_labelled, looks_like_title
from converter.parse.places import MAX_ALONE, Places

_SHORT_NAME = 40  # columns of one in Han characters that no number shows
_TWO = 2  # lines of a title that may stand apart from each other


def short_names(places: Places) -> set[int]:
    """In an annex in Han characters, which have no capitals, the short lines without a sign between what is over.

    Two may stand together, a part and what it begins with (培训, 模块1：…); more are a list of names.
    """
    found: set[int] = set()
    for index in range(places.annex + 1, len(places.rows)):
        above = places.rows[index - 1].bare
        if not places.is_over(places.rows[index - 1]) or ends_in_colon(above):
            continue
        names = [*takewhile(partial(_is_short_name, places), range(index, min(index + _TWO + 1, len(places.rows))))]
        if len(names) in (1, _TWO) and places.has_text(index + len(names)):
            found |= set(names)
    return found


def _is_short_name(places: Places, index: int) -> bool:
    row, language = places.rows[index], places.language
    if not (is_han(row.bare) and places.is_apart(index) and looks_like_title(row.bare, longest=_SHORT_NAME)):
        return False
    return not (is_labelled(row.bare, language) or row.annex or row.closing)


def is_capitals(places: Places, index: int, above: str) -> bool:
    """Whether a line of an annex is a heading in capitals, with no space to show it: PREFACE, GENERAL PROVISIONS.

    It stands below a heading or what is over, above text or what is labelled: several are a list of names, and a
    short line below one is that of who signs.
    """
    row = places.rows[index]
    if places.given or index <= places.annex or not row.bare.isupper() or any(char.isdigit() for char in row.bare):
        return False
    shaped = looks_like_title(row.bare, longest=MAX_ALONE) and not is_labelled(row.bare, places.language)
    if not shaped or row.closing or not places.has_text(index + 1):
        return False
    over = above in ("annex", "heading") or places.language.page.sentences.sentence_ends(places.rows[index - 1].bare)
    below = places.rows[index + 1]
    text = below.columns > _SHORT_NAME and below.bare[:1].isupper() and not below.bare.isupper()
    counted = below.label == 1 or is_labelled(below.bare, places.language)
    return over and (text or counted or places.language.page.headings.read(below.bare) is not None)
