"""The parallel view: a work in two languages, paragraph beside paragraph, on the same anchors.

What a column says is cut into cells where the expression is made (`cells`), so that no page has to convert anything;
a page is a Markdown table of two such columns. A column's words are the words of its expression, all of them, in
their order; what we add is the first column, which names the row, and a word where a language has no such paragraph.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter import addresses
from converter.alignment import Row, align, side_by_side
from converter.corpus import Corpus
from converter.languages import read_data
from converter.model import Citation, Expression, NoteMark, Paragraph, Record, Text
from converter.write import escape, front
from converter.write.markdown import unsymbolled_anchor
from converter.write.words import Words

CELLS = "parallel.json"
MISSING = "missing"  # the class of a cell that says that a language has no such paragraph
HEAD = "row"  # the class of the cell that names a row
NOTE = "note"
STAR_NOTE = "star-note"
_STYLES = {"preambular": "pp", "operative": "op"}

Cell = Mapping[str, Any]
"""`id` in its language, `style`, `label` as printed, `text` in pieces: `[words]`, `[words, page, anchor]` for a link,
`[mark, note]` for the mark of the note of that number."""

_Link = tuple[int, int, str, str]  # start, end, page, anchor


# --- an expression in cells -----------------------------------------------------------------------------------


def cells(expression: Expression) -> str:
    """Every printed text of an expression, as JSON: `masthead`, `paragraphs`, `notes`, each a list of cells."""
    resolution = expression.resolution
    links = _links(expression)
    marks = _marks(expression)
    paragraphs: list[Cell] = []
    if resolution.enacting:
        paragraphs.append(_cell("enacting", "enacting", None, resolution.enacting.text, [], marks.get("enacting", [])))
    depths: dict[str, int] = {}
    for one in resolution.paragraphs:
        depths[one.id] = depths.get(one.parent or "", 0) + 1 if one.parent else 0
        style = _style(one, depths[one.id])
        paragraphs.append(_cell(one.id, style, one.label, one.text.text, links.get(one.id, []), marks.get(one.id, [])))
    notes = [
        {**_cell(note.id, NOTE, None, note.text.text, links.get(note.place, []), []),
         "label": note.marker, "at": note.paragraph}
        for note in resolution.footnotes
    ]  # fmt: skip
    made = {"masthead": list(_masthead(expression, marks)), "paragraphs": paragraphs, "notes": notes}
    return json.dumps(made, ensure_ascii=False)


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
    found: dict[str, list[tuple[int, str, int]]] = {}
    for number, note in enumerate(expression.resolution.footnotes, start=1):
        for mark in note.places:
            found.setdefault(mark.place, []).append(_mark(mark, number))
    return {place: sorted(marks) for place, marks in found.items()}


def _mark(mark: NoteMark, number: int) -> tuple[int, str, int]:
    return mark.offset, mark.printed, number


def _links(expression: Expression) -> dict[str, list[_Link]]:
    """Place → its links in order, none over another: the works and the paragraphs that it cites.

    A paragraph of the text itself has no page.
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
        yield citation.main_start, citation.main_end, f"{lang}/cited.md", unsymbolled_anchor(citation)
        return
    target = addresses.symbol_page(lang, citation.target)
    if target is not None:
        yield citation.main_start, citation.main_end, target, ""
        for pinpoint in citation.pinpoints:
            yield pinpoint.start, pinpoint.end, target, addresses.pinpoint_anchor(pinpoint)


# --- the pages -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """One language of a page: its record, and its expression in cells."""

    record: Record
    cells: Mapping[str, list[Cell]]


def choices(record: Record, corpus: Corpus) -> list[dict[str, str]]:
    """The parallel views that begin with an expression: the other language, its name and direction, the address."""
    others = [lang for lang in corpus.shown_in(record.work) if lang != record.lang]
    return [_choice(lang, _page_of(record.work, record.lang, lang, corpus)) for lang in others]


def _choice(lang: str, page: str) -> dict[str, str]:
    data = read_data(lang)
    return {"lang": lang, "name": data["name"], "dir": data["direction"], "page": addresses.url(page)}


def _page_of(work: str, first: str, second: str, corpus: Corpus) -> str:
    return addresses.parallel_page(corpus.pages[work, first], second)


def front_matter(record: Record, other: Record, corpus: Corpus, words: Words) -> dict[str, Any]:
    """Metadata of the page of two expressions; `first` and `second` lead to every other choice of the two languages."""
    first, second, langs = record.lang, other.lang, corpus.shown_in(record.work)
    title = words.title(record)
    return {
        "title": words.of("parallel", "title").format(title=title),
        "name": title,
        "template": "parallel.html",
        "hide": ["navigation", "toc"],
        "lang": first,
        "work": record.work,
        "symbol": words.symbol(record),
        "texts": [_choice(one.lang, corpus.page(one)) for one in (record, other)],
        "first": [
            _choice(lang, _page_of(record.work, lang, first if lang == second else second, corpus)) for lang in langs
        ],
        "second": [
            _choice(lang, _page_of(record.work, second if lang == first else first, lang, corpus)) for lang in langs
        ],
    }


def page(meta: Mapping[str, Any], first: Column, second: Column, path: str, words: Words) -> str:
    """The page at `path`: a table with a row per paragraph, its name in the first column."""
    body = "\n".join([*_head(first, second, words), *_Body(first, second, path, words).lines()])
    return front.page(dict(meta), f"{body}\n")


def _head(first: Column, second: Column, words: Words) -> Iterator[str]:
    names = (f"{_choice(one.record.lang, '')['name']} {_language(one)}" for one in (first, second))
    yield f"| {escape.markdown(words.of('parallel', 'row'))} | {' | '.join(names)} |"
    yield "|---|---|---|"


def _language(column: Column) -> str:
    lang = column.record.lang
    return f"{{: lang={lang} dir={read_data(lang)['direction']} }}"


class _Body:
    """Writes the rows of one page."""

    def __init__(self, first: Column, second: Column, path: str, words: Words) -> None:
        self._columns = (first, second)
        self._path = path
        self._words = words
        self._anchors: tuple[dict[str, str], dict[str, str]] = ({}, {})  # paragraph in a column → anchor of its row
        self._taken: set[str] = set()

    def lines(self) -> Iterator[str]:
        """The masthead, the paragraphs and the notes."""
        for pair in _pairs(self._columns, "masthead"):
            anchor = "title" if pair[0] and pair[0]["id"] == "title" else None
            yield self._row(anchor, self._words.of("parallel", "masthead"), pair)
        for anchor, pair in [(self._anchor(pair), pair) for pair in self._paragraphs()]:  # links below need all anchors
            yield self._row(anchor, self._name(pair), pair)
        notes = [column.cells["notes"] for column in self._columns]
        for at in range(max(map(len, notes))):
            pair = (_at(notes[0], at), _at(notes[1], at))
            yield self._row(f"fn-{at + 1}", self._words.of("parallel", "note").format(number=at + 1), pair)

    def _paragraphs(self) -> Iterator[tuple[Cell | None, Cell | None]]:
        """The enacting phrases, then the paragraphs as they were aligned."""
        one, other = ({cell["id"]: cell for cell in column.cells["paragraphs"]} for column in self._columns)
        if "enacting" in one or "enacting" in other:
            yield one.get("enacting"), other.get("enacting")
        rows: tuple[Row, ...] = align(tuple(column.record for column in self._columns))
        first, second = (column.record.lang for column in self._columns)
        for row in rows:
            yield (
                one.get(row[first].id) if first in row else None,
                other.get(row[second].id) if second in row else None,
            )

    def _anchor(self, pair: tuple[Cell | None, Cell | None]) -> str:
        """The row's anchor is that of the first column's paragraph; a row without one has the second column's."""
        ids = [cell["id"] if cell else None for cell in pair]
        own, other = ids
        anchor = own or (f"{self._columns[1].record.lang}-{other}" if other in self._own else str(other))
        for side, identity in zip(self._anchors, ids, strict=True):
            if identity:
                side[identity] = anchor
        return anchor

    @property
    def _own(self) -> set[str]:
        if not self._taken:
            self._taken = {cell["id"] for cell in self._columns[0].cells["paragraphs"]}
        return self._taken

    def _name(self, pair: tuple[Cell | None, Cell | None]) -> str:
        identity = next(cell["id"] for cell in pair if cell)
        return self._words.of("parallel", "enacting") if identity == "enacting" else self._words.paragraph(identity)

    def _row(self, anchor: str | None, name: str, pair: tuple[Cell | None, Cell | None]) -> str:
        head = escape.markdown(name)
        head = f"[{head}](#{anchor}) {{: #{anchor} .{HEAD} }}" if anchor else f"{head} {{: .{HEAD} }}"
        shown = (self._cell(cell, side) for side, cell in enumerate(pair))
        return f"| {head} | {' | '.join(shown)} |"

    def _cell(self, cell: Cell | None, side: int) -> str:
        if cell is None:
            return f"{escape.markdown(self._words.of('parallel', 'missing'))} {{: .{MISSING} }}"
        label, text = escape.markdown(cell["label"]), "".join(self._piece(piece, side) for piece in cell["text"])
        back = cell.get("at") or cell["id"]
        if label and cell["style"] != STAR_NOTE and back in self._anchors[side]:
            label = f"[{label}](#{self._anchors[side][back]})"
        classes = [*cell["style"].split(), *(["labelled"] if label else [])]
        language = _language(self._columns[side]).removeprefix("{:")
        return f"{label} {text}".strip() + f" {{: {' '.join(f'.{one}' for one in classes)}{language}"

    def _piece(self, piece: list[Any], side: int) -> str:
        words = escape.markdown(piece[0])
        if len(piece) == 1:
            return words
        if len(piece) == 2:
            return f"[{words}](#fn-{piece[1]}){{: .mark }}"
        if not piece[1]:  # a paragraph of this text
            return f"[{words}](#{self._anchors[side].get(piece[2], piece[2])})"
        return f"[{words}]({addresses.link(self._path, piece[1], piece[2])})"


def _at(cells: list[Cell], at: int) -> Cell | None:
    return cells[at] if at < len(cells) else None


def _pairs(columns: tuple[Column, Column], part: str) -> Iterator[tuple[Cell | None, Cell | None]]:
    """The cells of the mastheads, those of one kind side by side."""
    one, other = (column.cells[part] for column in columns)
    for at, to in side_by_side([cell["id"] for cell in one], [cell["id"] for cell in other]):
        yield (None if at is None else one[at]), (None if to is None else other[to])
