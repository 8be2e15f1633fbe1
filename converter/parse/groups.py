"""What becomes of the groups of lines before they are paragraphs: labels that stand alone, numbers run into a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from converter.languages import Language
from converter.parse.labels import (
    MISREAD,
    Reading,
    is_bare_label,
    operative_label,
    readings,
    spoken_label,
)
from converter.parse.segment import Group


def with_their_labels(groups: Sequence[Group], language: Language) -> Iterator[Group]:
    """The paragraphs, each label that stands on a line of its own together with the words below it."""
    above: Group | None = None
    for group in groups:
        alone = above is not None and len(above.rows) == 1 and not (above.kind or group.kind)
        if above and alone and is_bare_label(above.rows[0].bare, group.rows[0].bare, language):
            yield replace(group, rows=(*above.rows, *group.rows), number=above.number or group.number)
            above = None
            continue
        if above is not None:
            yield above
        above = group
    if above is not None:
        yield above


def run_in(groups: Sequence[Group], language: Language) -> Iterator[Group]:
    """The paragraphs, a number that the first label of its list stands behind (2. (a) Requests …) by itself.

    Only where the list goes on below: else the label belongs to the words. Behind that label may stand the first of a
    list of its own: 2. (a) (i) Requests …
    """
    for at, group in enumerate(groups):
        end = _lead_in(group, language)
        label = _first_label(group.rows[0].bare[end:], language) if end else None
        if label is None or not _goes_on(groups[at + 1 :], label, language):
            yield group
            continue
        first, *more = group.rows
        yield replace(group, rows=(first.holding(first.text.slice(0, end)),), kind="number")
        rest = first.holding(first.text.slice(end, len(first.bare)), label=None, words_at=0)
        inner = _first_label(rest.bare[label.end :], language)
        if inner and inner.form != label.form and _is_next(groups[at + 1 : at + 2], inner, language):
            yield replace(group, rows=(rest.holding(rest.text.slice(0, label.end)),), number=None, kind="number")
            rest = rest.holding(rest.text.slice(label.end, len(rest.bare)))
        yield replace(group, rows=(rest, *more), number=None)


def _is_next(below: Sequence[Group], first: Reading, language: Language) -> bool:
    """Whether the second item of a list stands right below its first one, as it is printed."""
    return any(
        (one.form, one.count, one.cost) == (first.form, 2, 0)
        for group in below
        if not group.kind
        for one in readings(group.rows[0].bare, language)
    )


def _lead_in(group: Group, language: Language) -> int:
    """Where the number ends that a paragraph begins with; 0 where it has none."""
    label = operative_label(group.rows[0].bare, group.number, language) if not group.kind else None
    return label.end if label else 0


def _first_label(text: str, language: Language) -> Reading | None:
    """The label in brackets of a list's first item, where a text begins with one."""
    first = next((one for one in readings(text, language) if not one.cost and one.count == 1), None)  # (i) is one too
    return first if first and ")" in unicodedata.normalize("NFKC", text[: first.end]) else None


def _goes_on(below: Sequence[Group], first: Reading, language: Language) -> bool:
    """Whether the second item of a list stands below its first one, before the next number; (6) may be (b)."""
    own = takewhile(lambda group: not group.kind and not _lead_in(group, language), below)
    return any(
        (one.form, one.count) == (first.form, 2) and one.cost <= MISREAD
        for group in own
        for one in readings(group.rows[0].bare, language)
    )


def numbers(groups: Sequence[Group], language: Language, *, speech: bool) -> list[list[int]]:
    """The numbers of the operative paragraphs, in order, and those of each annex; `speech` is in quotation marks."""
    label_of = spoken_label if speech else operative_label
    found: list[list[int]] = [[]]
    for group in groups:
        if group.kind == "annex":
            found.append([])
        label = label_of(group.rows[0].bare, group.number, language) if not group.kind else None
        drafted = language.page.label_forms.drafted.match(group.rows[0].bare) if not group.kind else None
        if label:
            found[-1].append(group.number or label.number)
        elif drafted and drafted["part"] == "OP":
            found[-1].append(int(drafted["number"]))
    return found


def count_anew(counts: Sequence[Sequence[int]]) -> bool:
    """Whether the numbers of a part go back somewhere: each of its sections counts by itself."""
    return any(after <= before for part in counts for before, after in pairwise(part))
