"""Which numbers and labels go on the count of those above them, by what the lines begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.clean import wants_more
from converter.languages import Language
from converter.parse.labels import readings
from converter.parse.lines import Row

_ALONE = 6  # characters of a label on a line of its own
_WORD = 8  # characters of a word that two items are joined by


@dataclass(frozen=True, slots=True)
class DueLabel:
    """The label that a line begins with, where it is the next of a list or the last one again.

    `counts` has how far each of its readings counts, with its form; `stretch` is the same between two numbers.
    `ended` says that the item above it may be over: it ends in a sign and a word (, or). A dash counts 0: it is due
    where one like it began an item above, and the line above ends in a word that joins two items.
    """

    stretch: int
    counts: frozenset[tuple[int, float]]
    ended: bool


def due_labels(rows: Sequence[Row], language: Language) -> dict[int, DueLabel]:
    """The lines that begin with the label of a sub-paragraph that is due, by what the lines above them begin with."""
    found: dict[int, DueLabel] = {}
    last: dict[int, float] = {}
    dashes: set[tuple[int, str]] = set()  # those that began lines since the last number
    stretch = 0
    for index, row in enumerate(rows):
        if row.label is not None:
            last, dashes, stretch = {}, set(), index
        counts = _counts(row.bare if row.label is None else row.words, language)
        due = {one for one in counts if one[0] in last and one[1] - last[one[0]] in (0, 1)}
        dash = _dash(row.bare, language)
        above = rows[max(0, index - 2) : index]
        if dash in dashes and _joins(above, language):
            due.add((dash[0], 0))
        if due:
            found[index] = DueLabel(stretch, frozenset(due), language.page.sentences.item_ends(_end(above)))
        last |= due | {one for one in counts if one[1] == 1} or counts  # (i) behind (b) is no letter
        dashes |= {dash} if dash else set()
    return found


def joined_for_good(due: Mapping[int, DueLabel], begins: Sequence[bool]) -> Iterator[int]:
    """The lines with a label that is due which begin no paragraph, where none with that label does either.

    The others name an item that stands elsewhere: in subparagraph / (b) above.
    """
    seen = {(one.stretch, count) for index, one in due.items() if begins[index] for count in one.counts}
    for index, one in due.items():
        if not begins[index] and all((one.stretch, count) not in seen for count in one.counts):
            yield index


def _end(rows: Sequence[Row]) -> str:
    """How lines end; a word that stands alone on its line was wrapped, and its sign is on the one above."""
    last = rows[-1].bare
    return f"{rows[-2].bare} {last}" if len(last) <= _WORD and len(rows) > 1 else last


def _joins(rows: Sequence[Row], language: Language) -> bool:
    """Whether lines end in a word that joins two items, behind a sign (, or) or without one: else a dash may be
    that of a sentence (the lamps / – as is told – and).
    """
    return language.page.sentences.item_ends(_end(rows)) or wants_more(rows[-1].bare, language)


def _dash(text: str, language: Language) -> tuple[int, str] | None:
    """The form and the sign of the dash or the bullet that a text begins with; None where no dash labels its items."""
    if not text[:1] or text[0].isalnum():
        return None
    kinds = ((at, form) for at, form in enumerate(language.page.label_forms.forms) if form.kind == "dashes")
    return next(((at, match["number"]) for at, form in kinds if (match := form.rule.match(text))), None)


def _counts(text: str, language: Language) -> set[tuple[int, float]]:
    """How far the label counts that a text begins with; nothing where it has none that is well printed."""
    words = f"{text} A" if len(text) <= _ALONE else text
    if not language.page.label_forms.begins_sub(words):
        return set()
    return {(one.form, one.count) for one in readings(words, language) if not one.cost and one.count}


def following(rows: Sequence[Row]) -> list[int | None]:
    """Per line, the number of the next line below it that begins with one."""
    found: list[int | None] = []
    last: int | None = None
    for row in reversed(rows):
        found.append(last)
        last = row.label if row.label is not None else last
    return found[::-1]


def in_order(rows: Sequence[Row], below: Sequence[int | None]) -> list[bool]:
    """Which lines begin with a number that goes on with the one above, or that the one below goes on with."""
    found = []
    last = 0
    for row, after in zip(rows, below, strict=True):
        in_order = row.label is not None and (row.label == last + 1 or after == row.label + 1)
        found.append(in_order)
        last = row.label if in_order and row.label is not None else last
    return found
