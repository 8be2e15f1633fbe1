"""A column of the parallel view: one text cut into cells, as a script file of its own beside the work's page.

So it can be read from a folder on disk too; `parallel.js` draws the two columns that are asked for. The words of a
column are the words of its expression, all of them, in their order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from converter import addresses
from converter.cited_series import Standing
from converter.model import Citation, Expression, Paragraph, Text
from converter.write import escape
from converter.write.spans import unsymbolled_anchor

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
