"""Which lines of an annex are its title, or name a part of it: by where they stand (`places`) and their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile

from converter.clean import ends_in_colon
from converter.languages.table import is_han
from converter.parse.lines import Row, is_labelled, looks_like_title, opens_list, opens_with_verb
from converter.parse.places import MAX_ALONE, Places

LONG_TITLE = 321
"""Columns of a title that what stands around it shows: a number above it and the next one below it, an annex above."""
_MAX_TITLE_LINES = 5
_OF_COUNTRY = re.compile(r"[(（][^\W\d_][^()（）\d]{0,60}[)）]$")  # a name in a list: Andrea Lamp (Lumenia)
_SHORT_NAME = 40  # columns of one in Han characters that no number shows
_TWO = 2  # lines of a title that may stand apart from each other


def titles(places: Places) -> Iterator[int]:
    """The further lines of each title that stands right below the heading of its annex, down to a blank line."""
    if not places.language.table("text.glue"):
        return
    for index, row in enumerate(places.rows):
        if not row.annex:
            continue
        below = places.rows[index + 1 : index + 2 + _MAX_TITLE_LINES]
        end = next((at for at, one in enumerate(below) if one.line.gap), None)
        title = below[: _wrapped_title(places, below) if end is None else end]
        if title and _is_words_of_title(places, title):
            yield from range(index + 1, index + 1 + len(title))


def _wrapped_title(places: Places, below: Sequence[Row]) -> int:
    """How many lines a title has that no space shows, and that is wrapped, above the first of a list."""
    first = next((at for at, one in enumerate(below) if one.label == 1 or opens_list(one, places.language)), 0)
    wrapped = all(not one.fits_on(above, places.width) for above, one in pairwise(below[:first]))
    return first if first > 1 and wrapped else 0


def _begins_list(places: Places, index: int) -> bool:
    """Whether the first paragraph or item of a list stands here."""
    return places.rows[index].label == 1 or opens_list(places.rows[index], places.language)


def _is_words_of_title(places: Places, title: Sequence[Row]) -> bool:
    language = places.language
    if not looks_like_title(title[0].bare) or title[0].closing:
        return False
    words = any(test(one.bare, language) for one in title for test in (opens_with_verb, is_labelled))
    words = words or any(one.annex for one in title)
    return not (words or language.page.sentences.clause_ends(title[-1].bare))


def names_of_annexes(places: Places) -> set[int]:
    """The lines that stand apart right below the heading of an annex, as its title: one, or two of a title in two.

    Of more than two, or two with nothing below them, which are a list of names, the first.
    """
    found: set[int] = set()
    for index, row in enumerate(places.rows):
        if row.annex:
            titles = list(
                takewhile(partial(_may_name_annex, places), range(index + 1, min(index + 4, len(places.rows))))
            )
            found |= set(titles[: _TWO if len(titles) == _TWO and places.has_text(titles[-1] + 1) else 1])
    return found


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


def _may_name_annex(places: Places, index: int) -> bool:
    bare, language = places.rows[index].bare, places.language
    shown = places.is_apart(index) or _is_between_annex_and_first(places, index)
    if not (shown and looks_like_title(bare, longest=LONG_TITLE)) or places.is_label_of_section(index):
        return False
    if _is_of_list(places, index) or places.may_act(bare):
        return False
    return not (is_labelled(bare, language) or places.rows[index].annex or places.rows[index].closing)


def _is_between_annex_and_first(places: Places, index: int) -> bool:
    """Whether a line stands between the heading of an annex and the first of its list, at most two."""
    end = next((at for at in (index + 1, index + _TWO) if at < len(places.rows) and _begins_list(places, at)), None)
    first = next((at for at in (index, index - 1) if at and places.rows[at - 1].annex), None)
    if end is None or first is None or end - first > _TWO:
        return False
    return all(looks_like_title(row.bare, longest=LONG_TITLE) for row in places.rows[first:end])


def _is_of_list(places: Places, index: int) -> bool:
    """Whether a line is a name with its country, as the line above or below it is: one of a list of names."""
    beside = (places.rows[at].bare for at in (index - 1, index + 1) if at < len(places.rows))
    return bool(_OF_COUNTRY.search(places.rows[index].bare)) and any(map(_OF_COUNTRY.search, beside))


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
