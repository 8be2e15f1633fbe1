"""The pages of the parallel view: a work in two languages, paragraph beside paragraph, on the same anchors.

There is one page per work and language: it says which cells of its language's column (`column.py`) stand beside which
of each other one. What we add to the words is the first column, which names the row, and a word where a language has no
such paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from converter import addresses
from converter.alignment import NOT_ALIGNED, align
from converter.corpus import Corpus
from converter.language_files import read_data
from converter.model import Record
from converter.write.column import CELLS, Cells
from converter.write.mastheads import Pair, side_by_side
from converter.write.words import Words


def choices(record: Record, corpus: Corpus) -> list[dict[str, str]]:
    """The parallel views that begin with an expression: the other language, its name and direction, the address."""
    page = corpus.page(record)
    others = [lang for lang in corpus.shown_in(record.work) if lang != record.lang]
    return [_choice(lang, addresses.parallel_url(page, lang)) for lang in others]


def _choice(lang: str, address: str) -> dict[str, str]:
    data = read_data(lang)
    return {"lang": lang, "name": data["name"], "dir": data["direction"], "page": address}


def front_matter(record: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """The metadata of the page that shows an expression beside any other of its work, but for what stands where.

    `texts` lead to the texts alone, `first` to the pages that begin with another language, `second` are the columns
    that this one can stand beside.
    """
    title = words.title(record)
    shown = [corpus.expression(record.work, lang) for lang in corpus.shown_in(record.work)]
    return {
        "title": words.of("parallel", "title").format(title=title),
        "name": title,
        "template": "parallel.html",
        "lang": record.lang,
        "work": record.work,
        "symbol": words.symbol(record),
        "texts": [_choice(one.lang, addresses.url(corpus.page(one))) for one in shown],
        "first": [_choice(one.lang, addresses.url(addresses.parallel_page(corpus.page(one)))) for one in shown],
        "second": choices(record, corpus),
        "columns": {one.lang: addresses.beside(corpus.page(one), CELLS) for one in shown},
        "names": _names(shown, words),
    }


def _names(records: Iterable[Record], words: Words) -> dict[str, str]:
    """What the paragraphs are called in the page's language, by their ids in whatever language."""
    ids = dict.fromkeys(one.id for record in records for one in record.outline if one.kind not in NOT_ALIGNED)
    return {"enacting": words.of("parallel", "enacting"), **{one: words.paragraph(one) for one in ids}}


Runs = list[list[int | None]]
"""Pairs in short: the numbers of the first two cells of a run that goes on in step, and how many pairs it has."""


def standing(records: Mapping[str, Record], columns: Mapping[str, Cells], first: str) -> dict[str, dict[str, Runs]]:
    """What stands beside what: other language → part of the text → runs of pairs, `first` being on the left."""
    return {
        lang: {
            "masthead": runs_of(side_by_side(columns[first]["masthead"], columns[lang]["masthead"])),
            "paragraphs": runs_of(_paragraphs((records[first], records[lang]), (columns[first], columns[lang]))),
            "notes": runs_of(_counted(len(columns[first]["notes"]), len(columns[lang]["notes"]))),
        }
        for lang in columns
        if lang != first
    }


def _paragraphs(records: tuple[Record, Record], columns: tuple[Cells, Cells]) -> Iterator[Pair]:
    """The paragraphs as they were aligned, and the enacting phrases at their place."""
    one, other = ({cell["id"]: at for at, cell in enumerate(column["paragraphs"])} for column in columns)
    first, second = (record.lang for record in records)
    pairs: list[Pair] = [
        (
            one.get(row[first].id) if first in row else None,
            other.get(row[second].id) if second in row else None,
        )
        for row in align(records)
    ]
    return _with_enacting(pairs, (one.get("enacting"), other.get("enacting")))


def _with_enacting(pairs: list[Pair], enacting: Pair) -> Iterator[Pair]:
    """Pairs with that of the enacting phrases where it stands in both columns; apart where no one place is in both."""
    places = [_places(pairs, side, at) for side, at in enumerate(enacting) if at is not None]
    lowest = max((low for low, _ in places), default=0)
    together = all(lowest <= high for _, high in places)
    for at in range(len(pairs) + 1):
        if places and together and at == lowest:
            yield enacting
        if not together and at == places[0][0]:
            yield enacting[0], None
        if not together and at == places[1][0]:
            yield None, enacting[1]
        yield from pairs[at : at + 1]


def _places(pairs: list[Pair], side: int, cell: int) -> tuple[int, int]:
    """Before which pairs, from the first to the last, a cell of one side can stand in its order."""
    numbers = [pair[side] for pair in pairs]
    before = [at + 1 for at, number in enumerate(numbers) if number is not None and number < cell]
    behind = [at for at, number in enumerate(numbers) if number is not None and number > cell]
    return max(before, default=0), min(behind, default=len(pairs))


def _counted(one: int, other: int) -> Iterator[Pair]:
    for at in range(max(one, other)):
        yield (at if at < one else None), (at if at < other else None)


def runs_of(pairs: Iterable[Pair]) -> Runs:
    """Pairs in step as runs: the first pair, and how many."""
    runs: Runs = []
    for pair in pairs:
        if runs and pair == _next(runs[-1]):
            runs[-1][2] = (runs[-1][2] or 0) + 1
        else:
            runs.append([*pair, 1])
    return runs


def _next(run: list[int | None]) -> Pair:
    """The pair that would go on with a run."""
    at, to, length = run
    return None if at is None else at + (length or 0), None if to is None else to + (length or 0)
