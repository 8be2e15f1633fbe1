"""An expression as annotated Markdown: CommonMark with attribute lists and footnotes, nothing else.

The body of the page is the source's words and nothing but them, in their order; what we add is marks (a verb
in emphasis, a link on a citation or an entity) and, in the front matter, metadata. So a reader of the plain
file reads the resolution, and the check of losslessness can compare the whole page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, itemgetter
from posixpath import dirname, join
from unicodedata import category
from urllib.parse import quote

from converter import addresses
from converter.model import FIRST_PART, Citation, Citing, Expression, Footnote, Paragraph, Resolution, Text, Verb
from converter.write import escape

EMPHASIS = "*"
_IN_A_WORD = "LMN"  # the categories of Unicode of what words are made of: letters, their signs, digits
_BEFORE, _MARK, _AFTER = range(3)  # at one offset: what ends there, the mark of a note, what begins
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text and what stands around it in the Markdown."""

    start: int
    end: int
    before: str
    after: str


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


# --- masthead --------------------------------------------------------------------------------------------


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
            spans = _sponsor_spans(expression, page)
            yield block_of(interleaved(block.text.text, spans, marks, block_start=True), "#sponsors .mast .sponsors")
        else:
            spans = _origin_spans(expression, number)
            yield block_of(interleaved(block.text.text, spans, marks, block_start=True), f".mast .{block.kind}")
    if not any(block.kind == "title" for block in masthead.blocks):
        yield from _note_block(expression)


def _note_block(expression: Expression) -> Iterator[str]:
    for note in expression.resolution.star_notes:
        label = escape.markdown(note.marker, block_start=True)
        yield block_of(f"{label} {escape.markdown(note.text.text)}", ".mast .star-note")


def _sponsor_spans(expression: Expression, page: str) -> list[Span]:
    lang = expression.resolution.lang
    text = next(block.text.text for block in expression.resolution.masthead.blocks if block.kind == "sponsors")
    return [
        _link_span(
            sponsor.start,
            _after_star(text, sponsor.end),
            _link(page, f"{lang}/sponsors.md", sponsor.code.lower()),
        )
        for sponsor in expression.resolution.masthead.sponsors
        if sponsor.code
    ]


def _origin_spans(expression: Expression, block: int) -> list[Span]:
    """A link to each document that was before the organ, where the United Nations publishes it: few texts cite one."""
    lang = expression.resolution.lang
    links = ((one, addresses.official_link(lang, quote(one.symbol, safe="/.-"))) for one in expression.origin)
    return [_link_span(one.start, one.end, link) for one, link in links if link and one.block == block]


def _after_star(text: str, end: int) -> int:
    """A State's star belongs to its name, so that no line begins with it."""
    return end + 1 if text[end : end + 1] in ("*", "＊") else end


# --- paragraphs ------------------------------------------------------------------------------------------


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


# --- marks → spans ---------------------------------------------------------------------------------------


def spans_by_place(expression: Expression, page: str) -> dict[str, list[Span]]:
    """The spans of every place, in order and never overlapping: citations, internal references, entities, verbs."""
    lang = expression.resolution.lang
    taken: dict[str, list[Span]] = {}
    for citation in expression.citations:
        for span in _citation_spans(citation, lang, page):
            add_span(taken.setdefault(citation.place, []), span)
    for reference in expression.internal:
        for landing in reference.landings:
            add_span(taken.setdefault(reference.place, []), _link_span(landing.start, landing.end, f"#{landing.id}"))
    for entity in expression.entities:
        target = _link(page, f"{lang}/terms.md", entity.id)
        add_span(taken.setdefault(entity.place, []), _link_span(entity.start, entity.end, target))
    for verb in expression.verbs:
        add_span(taken.setdefault(verb.place, []), _emphasis(verb))
    return taken


def _emphasis(verb: Verb) -> Span:
    """The emphasis on a verb, from its first letter to its last: beside other signs a * is no mark (CommonMark 6.2)."""
    said = [at for at, char in enumerate(verb.text, verb.start) if category(char)[0] in _IN_A_WORD]
    return Span(said[0], said[-1] + 1, EMPHASIS, EMPHASIS) if said else Span(verb.start, verb.start, "", "")


def add_span(spans: list[Span], span: Span) -> None:
    """Put a span among others, which are in order, unless it overlaps one of them."""
    index = bisect_left(spans, span.start, key=_start)
    free = not index or spans[index - 1].end <= span.start
    if span.start < span.end and free and (index == len(spans) or span.end <= spans[index].start):
        spans.insert(index, span)


def _link(page: str, target: str, anchor: str = "") -> str:
    """The relative link from a page to another; the way there is the same from every page of a folder."""
    if page == target:
        return addresses.link(page, target, anchor)
    return _link_from(dirname(page), target, anchor)


@lru_cache(maxsize=8192)
def _link_from(folder: str, target: str, anchor: str) -> str:
    return addresses.link(join(folder, "-"), target, anchor)


def _link_span(start: int, end: int, target: str) -> Span:
    return Span(start, end, "[", f"]({target})")


def _citation_spans(citation: Citation, lang: str, page: str) -> Iterator[Span]:
    """One link on the work's name, one on each pinpoint."""
    target = addresses.symbol_page(lang, citation.target) if citation.target else None
    if target is None:
        if citation.target is None:
            anchor = unsymbolled_anchor(citation)
            yield _link_span(citation.main_start, citation.main_end, _link(page, f"{lang}/cited.md", anchor))
        return
    if target == page:
        yield _link_span(citation.main_start, citation.main_end, "#title")
    else:
        yield _link_span(citation.main_start, citation.main_end, _link(page, target))
    for pinpoint in citation.pinpoints:
        anchor = addresses.pinpoint_anchor(pinpoint)
        yield _link_span(pinpoint.start, pinpoint.end, _link(page, target, anchor))


def unsymbolled_anchor(citation: Citation | Citing) -> str:
    """The anchor, on the page of cited works, of a work that has no symbol (a decision of the Assembly)."""
    words = "".join(char if char.isascii() and char.isalnum() else "-" for char in citation.number.lower())
    return f"{(citation.body or 'un').lower()}-{citation.kind}-{words}".replace("--", "-").strip("-")


# --- the account of the words ------------------------------------------------------------------------------


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
