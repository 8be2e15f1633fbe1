"""The parallel view: a work in two languages, paragraph beside paragraph, on the same anchors.

What a column says is cut into cells where the expression is made (`cells`), and is a script file of its own beside the
work's page (`script`), so that it can be read from a folder on disk too. There is one page per work and language: it
says which cells of its language stand beside which of each other one, and `parallel.js` draws the two columns that are
asked for. A column's words are the words of its expression, all of them, in their order; what we add is the first
column, which names the row, and a word where a language has no such paragraph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from converter import addresses
from converter.alignment import NOT_ALIGNED, align
from converter.cited_series import Standing
from converter.corpus import Corpus
from converter.language_files import read_data
from converter.model import Citation, Expression, Paragraph, Record, Text
from converter.write import escape
from converter.write.markdown import unsymbolled_anchor
from converter.write.mastheads import Pair, side_by_side
from converter.write.words import Words

CELLS = "column.js"
NOTE = "note"
STAR_NOTE = "star-note"
_LINKED = 3  # pieces of a link: words, address, anchor
_BEFORE, _AFTER = 'rdColumn("{lang}",', ");\n"
_STYLES = {"preambular": "pp", "operative": "op"}

Cell = Mapping[str, Any]
"""`id` in its language, `style`, `label` as printed, `text` in pieces: `[words]`, for a link
`[words, address, anchor]`, for the mark of the note of a number `[mark, note]`."""

Cells = Mapping[str, list[Cell]]
"""Every printed text of an expression: `masthead`, `paragraphs`, `notes`."""

_Link = tuple[int, int, str, str]  # start, end, address, anchor


# --- an expression in cells -----------------------------------------------------------------------------------


def cells(expression: Expression) -> str:
    """Every printed text of an expression, as JSON (`Cells`)."""
    resolution = expression.resolution
    links = _links(expression)
    marks = _marks(expression)
    paragraphs: list[Cell] = []
    depths: dict[str, int] = {}
    for one in resolution.paragraphs:
        depths[one.id] = depths.get(one.parent or "", 0) + 1 if one.parent else 0
        style = _style(one, depths[one.id])
        paragraphs.append(_cell(one.id, style, one.label, one.text.text, links.get(one.id, []), marks.get(one.id, [])))
    if resolution.enacting:
        enacting = _cell("enacting", "enacting", None, resolution.enacting.text, [], marks.get("enacting", []))
        paragraphs.insert(resolution.enacting_at, enacting)
    notes = [
        {**_cell(note.id, NOTE, None, note.text.text, links.get(note.place, []), []),
         "label": note.marker, "at": note.paragraph}
        for note in resolution.footnotes
    ]  # fmt: skip
    made = {"masthead": list(_masthead(expression, marks)), "paragraphs": paragraphs, "notes": notes}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def script(expression: Expression) -> str:
    """The cells of an expression as the file that a parallel page loads: a call with its language and JSON."""
    return _script(cells(expression), expression.resolution.lang)


def cells_of(text: str, lang: str) -> Cells:
    """The cells in the script of an expression in a language; raises ValueError for what is not such a script."""
    before = _BEFORE.format(lang=lang)
    if not (text.startswith(before) and text.endswith(_AFTER)):
        raise ValueError("no column of a parallel view")
    found: Cells = json.loads(text[len(before) : -len(_AFTER)])
    return found


def led(found: Cells, lang: str, places: Mapping[str, Standing]) -> str:
    """The file of these cells with their links led to where they land: address → where what is there is read."""

    def piece(given: list[Any]) -> list[Any]:
        if len(given) < _LINKED or given[1] not in places:
            return given
        there = places[given[1]]
        return [given[0], addresses.url(there.page), there.at(given[2])]

    made = {part: [{**one, "text": [piece(of) for of in one["text"]]} for one in found[part]] for part in found}
    return _script(json.dumps(made, ensure_ascii=False, separators=(",", ":")), lang)


def _script(cells: str, lang: str) -> str:
    return f"{_BEFORE.format(lang=lang)}{escape.in_script(cells)}{_AFTER}"


def _masthead(expression: Expression, marks: Mapping[str, list[tuple[int, str, int]]]) -> Iterator[Cell]:
    resolution = expression.resolution
    blocks = resolution.masthead.blocks
    stars = [
        {**_cell(STAR_NOTE, STAR_NOTE, None, star.text.text, [], []), "label": star.marker}
        for star in resolution.star_notes
    ]
    for number, block in enumerate(blocks):
        if block.kind == "title":
            yield from stars
            stars = []
        yield _cell(block.kind, f"mast {block.kind}", None, block.text.text, [], marks.get(f"masthead:{number}", []))
    yield from stars


def _style(one: Paragraph, depth: int) -> str:
    return f"sub sub{depth}" if one.kind == "sub" else _STYLES.get(one.kind, one.kind)


def _cell(
    identity: str, style: str, label: Text | None, text: str, links: list[_Link], marks: list[tuple[int, str, int]]
) -> Cell:
    return {"id": identity, "style": style, "label": label.text if label else "", "text": _pieces(text, links, marks)}


def _pieces(text: str, links: list[_Link], marks: list[tuple[int, str, int]]) -> list[list[Any]]:
    """The text cut at its links and at the marks of its notes. A mark inside a link takes the link away."""
    whole = [link for link in links if not any(link[0] < offset < link[1] for offset, _, _ in marks)]
    pieces: list[list[Any]] = []
    at = 0
    for start, end, piece in sorted(
        [(start, end, [text[start:end], page, anchor]) for start, end, page, anchor in whole]
        + [(offset, offset, [printed, note]) for offset, printed, note in marks],
        key=lambda event: event[:2],
    ):
        if start > at:
            pieces.append([text[at:start]])
        pieces.append(piece)
        at = end
    return [*pieces, [text[at:]]] if at < len(text) else pieces


def _marks(expression: Expression) -> dict[str, list[tuple[int, str, int]]]:
    """Place → its marks: offset, as printed, and the number of the note among the notes."""
    resolution = expression.resolution
    numbers = {note.id: number for number, note in enumerate(resolution.footnotes, start=1)}
    return {
        place: [(mark.offset, mark.printed, numbers[note.id]) for mark, note in marks]
        for place, marks in resolution.marks().items()
    }


def _links(expression: Expression) -> dict[str, list[_Link]]:
    """Place → its links in order, none over another: the works and the paragraphs that it cites.

    A paragraph of the text itself has no address.
    """
    found: dict[str, list[_Link]] = {}
    for citation in expression.citations:
        for link in _of_citation(citation, expression.resolution.lang):
            found.setdefault(citation.place, []).append(link)
    for reference in expression.internal:
        found.setdefault(reference.place, []).extend((one.start, one.end, "", one.id) for one in reference.landings)
    return {place: list(_apart(sorted(links))) for place, links in found.items()}


def _apart(links: list[_Link]) -> Iterator[_Link]:
    end = 0
    for link in links:
        if end <= link[0] < link[1]:
            end = link[1]
            yield link


def _of_citation(citation: Citation, lang: str) -> Iterator[_Link]:
    if citation.target is None:
        yield citation.main_start, citation.main_end, addresses.url(f"{lang}/cited.md"), unsymbolled_anchor(citation)
        return
    page = addresses.symbol_page(lang, citation.target)
    if page is not None:
        target = addresses.url(page)
        yield citation.main_start, citation.main_end, target, ""
        for pinpoint in citation.pinpoints:
            yield pinpoint.start, pinpoint.end, target, addresses.pinpoint_anchor(pinpoint)


# --- the pages ---------------------------------------------------------------------------------------------------


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
