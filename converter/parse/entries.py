"""What lines show of a list of entries that end in no sign: their numbers, or what each opens with before a colon."""

from __future__ import annotations

from collections.abc import Sequence

from converter.languages import Language
from converter.parse.evidence import Sign
from converter.parse.lines import Row, key_of, opens_list
from converter.parse.places import Places

_FEWEST_KEYS = 2
_ENTRY = 40  # characters of a name in a list


def is_entry(places: Places, index: int) -> bool:
    """Whether a line may be one of a list of names below a title: short, with no small letter, set apart.

    On a page of an annex without space it has room on the line above, which is as short. What stands below a line that
    opens with a verb is the rest of its sentence, where no capital tells: 铭记……做出的, then 重大贡献，.
    """
    above, row = places.rows[index - 1], places.rows[index]
    if len(row.bare) > _ENTRY or row.bare[0].islower() or places.may_act(above.bare):
        return False
    dense = index > places.annex and not places.given and max(above.columns, row.columns) <= _ENTRY
    return row.line.gap or (dense and row.fits_on(above, places.width))


def entry_signs(rows: Sequence[Row], annex: int, width: int, language: Language) -> list[list[Sign]]:
    """Per line, what it shows of such a list; `annex` is where the first annex begins. The first line shows nothing."""
    keys = _keys(rows, annex, width, language)
    numbered: set[int] = set()  # the labels of the lines above
    last: int | None = None  # the one of them that an annex has counted to
    found: list[list[Sign]] = [[]]
    for index in range(1, len(rows)):
        above = rows[index - 1]
        numbered |= {above.label} if above.label is not None else set()
        last = None if index <= annex or above.annex else last if above.label is None else above.label
        shown = _as_entry(rows, index, last, language)
        found.append([*shown, *_among_keys(rows, index, keys, numbered, language)])
    return found


def _keys(rows: Sequence[Row], annex: int, width: int, language: Language) -> set[int]:
    """The lines of the annexes that open with what they tell and a colon, where there are two or more.

    Their first word had room on the line above, so that they are no second lines of a wrapped one; what such a line
    opens with may open another below a full line that is over.
    """
    keys = {at: key for at in range(annex + 2, len(rows)) if (key := key_of(rows[at].bare))}
    sure = {at for at in keys if rows[at].fits_on(rows[at - 1], width)}
    if len(sure) < _FEWEST_KEYS:
        return set()
    known = {keys[at] for at in sure}
    ends = language.page.sentences.sentence_ends
    return sure | {at for at, key in keys.items() if key in known and ends(rows[at - 1].bare)}


def _among_keys(rows: Sequence[Row], index: int, keys: set[int], numbered: set[int], language: Language) -> list[Sign]:
    """What a line shows that opens as these do, or stands below one that does: another entry with its number, too."""
    above, label = rows[index - 1], rows[index].label
    if index in keys:
        return [Sign.KEY]
    if index - 1 in keys and label is not None and label - 1 in numbered:
        return [Sign.GOES_ON_COUNT]
    return [Sign.IN_KEY] if index - 1 in keys and language.page.sentences.comma_ends(above.bare) else []


def _as_entry(rows: Sequence[Row], index: int, last: int | None, language: Language) -> list[Sign]:
    """What the lines around one with a number show of a list of names; `last` is the number that an annex is at.

    What is wrapped there may end in no sign in any line.
    """
    above, row = rows[index - 1], rows[index]
    if row.label is None:
        return []
    found = [Sign.GOES_ON_COUNT] if above.label is not None and row.label == above.label + 1 else []
    if last is not None and row.label == last + 1 and not language.goes_on(row.words):
        found = [Sign.ANNEX_COUNT]
    return [*found, *(Sign.OVER_LIST for one in rows[index + 1 : index + 2] if opens_list(one, language))]
