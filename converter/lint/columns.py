"""The independent check of a parallel view: each column says the words of its expression, all of them, in order.

The file of a column is read twice, as a page of a work is (`lint/pages.py`), by readers of JSON that share no code with
each other or with the writer. What stands beside what is read from the page, for each of the other languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from converter.lint import pages
from converter.model import Diagnostic, Resolution

_NOTES = {"note", "star-note"}
_PARTS = ("masthead", "paragraphs", "notes")
_CALL = "rdColumn("
_READERS: tuple[tuple[str, Callable[[str], Any]], ...] = (("json", json.loads), ("msgspec", msgspec.json.decode))

Standing = Mapping[str, list[list[int | None]]]
"""What stands beside what, on a page, in one pair of languages: a part of the text and its runs of cells."""


def check_column(resolution: Resolution, script: str, beside: Iterable[tuple[Standing, int]]) -> Iterator[Diagnostic]:
    """The file of a column, read twice, and each pair that it stands in; a number is the side that it has there.

    A finding is a bug of the converter.
    """
    expected = pages.expected_words(resolution)
    cells: Mapping[str, list[Mapping[str, Any]]] = {}
    for name, reader in _READERS:
        column = _read(script, reader)
        if column is None or column[0] != resolution.lang:
            yield pages.bug(resolution, "the column of the parallel view is no call with a language and JSON")
            return
        cells = column[1]
        yield from pages.differences(name, said(cells), expected, resolution)
    if any(
        shown(standing, part, side) != list(range(len(cells[part]))) for standing, side in beside for part in _PARTS
    ):
        yield pages.bug(
            resolution, "a page of the parallel view does not show each cell of a column once and in its order"
        )


def _read(script: str, reader: Callable[[str], Any]) -> tuple[str, Any] | None:
    """The language of a column and its cells; None for what is no such file, or could end a script or run in it."""
    inner = script.strip()
    if not (inner.startswith(_CALL) and inner.endswith(");")) or set("<>&\u2028\u2029") & set(inner):
        return None
    try:
        lang, cells = reader(f"[{inner[len(_CALL) : -2]}]")
    except ValueError:
        return None
    return lang, cells


def said(cells: Mapping[str, list[Mapping[str, Any]]]) -> pages.Words:
    """The words of a column, in its order."""
    flow: list[str] = []
    notes: list[str] = []
    for cell in (cell for part in _PARTS for cell in cells[part]):
        words = cell["label"] + "".join(piece[0] for piece in cell["text"])
        (notes if _NOTES & set(cell["style"].split()) else flow).append("".join(words.split()))
    return pages.Words("".join(flow), notes)


def shown(standing: Standing, part: str, side: int) -> list[int]:
    """The cells of a part that a page shows on one side, by their numbers, in the order in which it shows them."""
    runs = ((run[side], run[2] or 0) for run in standing[part])
    return [at for first, length in runs if first is not None for at in range(first, first + length)]


def check_links(path: str, script: str, known: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    """Every link of the column at `path` leads to an address and an anchor that are there; '' is the text itself."""
    column = _read(script, json.loads)
    cells = [cell for part in _PARTS for cell in column[1][part]] if column else []
    links = (f"{one[1]}#{one[2]}" if one[2] else one[1] for cell in cells for one in cell["text"] if len(one) == 3)
    yield from pages.check_addresses(path, links, known)
