"""An expression as annotated Markdown: CommonMark with attribute lists and footnotes, nothing else.

The body of the page is the source's words and nothing but them, in their order; what we add is marks (a verb
in emphasis, a link on a citation or an entity) and, in the front matter, metadata. So a reader of the plain
file reads the resolution, and the check of losslessness can compare the whole page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter

from converter.model import FIRST_PART, Expression, Footnote, Paragraph, Resolution, Text
from converter.write import escape
from converter.write.spans import EMPHASIS, Span, origin_spans, spans_by_place, sponsor_spans

_BEFORE, _MARK, _AFTER = range(3)  # at one offset: what ends there, the mark of a note, what begins


def body(expression: Expression, page: str) -> str:
    """The Markdown of an expression's page at `page`, without front matter."""
    return "".join(f"{block}\n\n" for block in _blocks(expression, page)).rstrip("\n") + "\n"


def _blocks(expression: Expression, page: str) -> Iterator[str]:
    resolution = expression.resolution
    spans = spans_by_place(expression, page)
    yield from _masthead(expression, page)
    depths: dict[str, int] = {}
    notes = _printed_notes(resolution)
    for index, paragraph in enumerate(resolution.paragraphs):
        if index == resolution.enacting_at:
            yield from _enacting(resolution)
        depths[paragraph.id] = depths.get(paragraph.parent or "", 0) + 1 if paragraph.parent else 0
        yield _paragraph(paragraph, spans.get(paragraph.id, []), notes.get(paragraph.id, []), depths[paragraph.id])
    if resolution.enacting_at >= len(resolution.paragraphs):
        yield from _enacting(resolution)
    linked = {note.id for note in linked_notes(resolution)}
    for footnote in resolution.footnotes:
        is_linked = footnote.id in linked
        text = interleaved(footnote.text.text, spans.get(footnote.place, []), [], block_start=is_linked)
        if is_linked:
            yield f"[^{footnote.id}]: {text}"
        else:
            marker = escape.markdown(footnote.marker, block_start=not footnote.places)
            shown = f"[{marker}](#{_mark_id(footnote, 0)})" if footnote.places else marker
            yield block_of(f"{shown} {text}", f"#{footnote.anchor} .note")


def _enacting(resolution: Resolution) -> Iterator[str]:
    if resolution.enacting:
        yield block_of(escape.markdown(resolution.enacting.text, block_start=True), "#enacting .enacting")


def linked_notes(resolution: Resolution) -> tuple[Footnote, ...]:
    """The notes that become Markdown's own footnotes.

    These are numbered 1, 2, 3… whatever the text calls them. So where the notes that have a mark are anything
    else, none is, and all are paragraphs with an anchor.
    """
    marked = tuple(note for note in resolution.footnotes if note.places)
    if any(place.printed != note.marker for note in marked for place in note.places):
        return ()  # a misprinted mark is shown as it is printed
    numbers = [str(number) for number in range(1, len(marked) + 1)]
    return marked if [note.id for note in marked] == numbers else ()  # 1b is a 1 in print, and no number in Markdown


def block_of(text: str, attributes: str) -> str:
    """A block of Markdown with its attribute list."""
    return f"{text.rstrip()}\n{{: {attributes} }}"  # two spaces at the end would be a line break


def _masthead(expression: Expression, page: str) -> Iterator[str]:
    masthead = expression.resolution.masthead
    notes = _printed_notes(expression.resolution)
    for number, block in enumerate(masthead.blocks):
        marks = notes.get(f"masthead:{number}", [])
        if block.kind == "title":
            yield from _note_block(expression)
            yield f"# {interleaved(block.text.text, [], marks)} {{: #title }}"
        elif block is expression.first_letter:
            yield f"## {interleaved(block.text.text, [], marks)} {{: #{FIRST_PART} }}"
        elif block.kind == "sponsors":
            spans = sponsor_spans(expression, page)
            yield block_of(interleaved(block.text.text, spans, marks, block_start=True), "#sponsors .mast .sponsors")
        else:
            spans = origin_spans(expression, number)
            yield block_of(interleaved(block.text.text, spans, marks, block_start=True), f".mast .{block.kind}")
    if not any(block.kind == "title" for block in masthead.blocks):
        yield from _note_block(expression)


def _note_block(expression: Expression) -> Iterator[str]:
    for note in expression.resolution.star_notes:
        label = escape.markdown(note.marker, block_start=True)
        yield block_of(f"{label} {escape.markdown(note.text.text)}", ".mast .star-note")


def _printed_notes(resolution: Resolution) -> dict[str, list[tuple[int, str]]]:
    """Per paragraph, or block of the masthead, the offset and Markdown of each footnote mark, as they are printed."""
    linked = bool(linked_notes(resolution))
    marks: dict[str, list[tuple[int, str]]] = {}
    for place, standing in resolution.marks().items():
        for mark, note in standing:
            own = f"[{escape.markdown(mark.printed)}](#{note.anchor})"
            own += f"{{: #{_mark_id(note, note.places.index(mark))} .mark }}"
            marks.setdefault(place, []).append((mark.offset, f"[^{note.id}]" if linked else own))
    return marks


def _mark_id(note: Footnote, number: int) -> str:
    """The anchor of a mark: that of a note's first one, to which its marker leads back, then of its others."""
    return f"fnref-{note.id}-{number + 1}" if number else f"fnref-{note.id}"


def _paragraph(paragraph: Paragraph, spans: list[Span], notes: list[tuple[int, str]], depth: int) -> str:
    if paragraph.kind == "table":
        return _table(paragraph, spans, notes)
    text = interleaved(paragraph.text.text, spans, notes, block_start=paragraph.label is None)
    if paragraph.kind == "heading":
        return f"## {text} {{: #{paragraph.id} }}"
    if paragraph.label is not None:
        label = escape.markdown(paragraph.label.text)
        text = f"[{label}](#{paragraph.id}) {text}"
    style = {"preambular": "pp", "operative": "op", "sub": f"sub .sub{depth}", "plain": "plain"}[paragraph.kind]
    if paragraph.kind == "plain" and paragraph.label is not None:
        style = "plain .numbered"  # of an annex
    return block_of(text, f"#{paragraph.id} .{style}")


def _table(paragraph: Paragraph, spans: list[Span], notes: list[tuple[int, str]]) -> str:
    """A table; its first row is its head. The anchor is that of the first cell that says something.

    All rows have as many cells as the longest: a reader of Markdown leaves out what the head has no column for.
    """
    rows = [[_cell(cell, spans, notes) for cell in row] for row in table_cells(paragraph.text.text)]
    width = max(len(row) for row in rows)
    at = next((number for number, row in enumerate(rows) if any(row)), 0)
    first = next((number for number, cell in enumerate(rows[at]) if cell), 0)
    rows[at][first] += f" {{: #{paragraph.id} }}"
    head, *others = (f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows)
    return "\n".join([head, f"|{' --- |' * width}", *others])


def table_cells(text: str) -> Iterator[list[tuple[int, str]]]:
    """The rows of a table: its cells, each with the offset in the table's text where it begins."""
    at = 0
    for row in text.split("\n"):
        cells = []
        for cell in row.split("\t"):
            cells.append((at, cell))
            at += len(cell) + 1
        yield cells


def _cell(cell: tuple[int, str], spans: list[Span], notes: list[tuple[int, str]]) -> str:
    start, text = cell
    end = start + len(text)
    within = [span for span in spans if start <= span.start and span.end <= end]
    inside = [Span(span.start - start, span.end - start, span.before, span.after) for span in within]
    marks = [(offset - start, mark) for offset, mark in notes if start <= offset <= end]
    return interleaved(text, inside, marks).strip()


def interleaved(text: str, spans: list[Span], notes: list[tuple[int, str]], *, block_start: bool = False) -> str:
    """Interleave a text with its spans and footnote marks. A mark inside a span takes the span's link away."""
    if not spans and not notes:
        return escape.markdown(text, block_start=block_start)
    out: list[str] = []
    at = 0
    after_mark = False
    for offset, order, markup in [*_events(spans, notes), (len(text), _AFTER, "")]:
        if offset > at:
            opens = block_start and not out
            out.append(escape.markdown(text[at:offset], block_start=opens, after_mark=after_mark))
            at, after_mark = offset, False
        out.append(markup)
        after_mark = after_mark or order == _MARK
    return "".join(out)


def _events(spans: list[Span], notes: list[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """The Markdown that goes into a text, in order: its offset, its order at the same offset, and itself.

    Two emphases in a row are one, since ** is another mark.
    """
    offsets = sorted(offset for offset, _ in notes)
    events = [(offset, _MARK, mark) for offset, mark in notes]
    end_of_emphasis = -1
    for span in spans:
        if bisect_right(offsets, span.start) != bisect_left(offsets, span.end):
            continue
        if span.before == EMPHASIS and end_of_emphasis == span.start and span.start not in offsets:
            events.pop()  # its end
        else:
            events.append((span.start, _AFTER, span.before))
        events.append((span.end, _BEFORE, span.after))
        end_of_emphasis = span.end if span.after == EMPHASIS else -1
    return sorted(events, key=itemgetter(0, 1))


def printed_texts(resolution: Resolution) -> Iterator[tuple[str, Text]]:
    """Every text that the page prints in its flow, in order, with its place; the notes stand apart."""
    for number, block in enumerate(resolution.masthead.blocks):
        yield f"masthead:{number}", block.text
    for index, paragraph in enumerate(resolution.paragraphs):
        if resolution.enacting and index == resolution.enacting_at:
            yield "enacting", resolution.enacting
        if paragraph.label is not None:
            yield f"{paragraph.id} label", paragraph.label
        yield paragraph.id, paragraph.text
    if resolution.enacting and resolution.enacting_at >= len(resolution.paragraphs):
        yield "enacting", resolution.enacting
