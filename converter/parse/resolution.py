"""The whole of the parse: which lines are masthead and which body, the paragraphs, the tree, the notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from converter.clean import enacting_line, heal, join_lines, unspaced
from converter.languages import Language
from converter.model import Clean, Footnote, Line, Note, Resolution, Text
from converter.parse.layout import is_annex, opens_with_verb, paragraphs, rows_of
from converter.parse.masthead import fits_a_rule, parse_masthead
from converter.parse.tree import Tree


def parse(clean: Clean, language: Language) -> Resolution:
    """Read a clean text as a resolution. Whatever is not understood is a plain paragraph."""
    cut = _cut(clean, language)
    masthead = parse_masthead(cut.head, clean.notes, language)
    if cut.enacting is not None:
        match = language.pattern("masthead.enacting").match(unspaced(cut.enacting.text, language))
        body, full = language.organs[match["body"]] if match else (None, False)
        masthead = replace(masthead, body=body if full or not masthead.body else masthead.body)
    tree = Tree(language, has_preamble=cut.has_preamble)
    marks = _Marks(clean.notes)
    placed: dict[int, tuple[str, int]] = {}
    for wrapped in paragraphs(rows_of(cut.body, language), clean.breaks, language):
        text = join_lines([row.text for row in wrapped], language)
        text, found = marks.lift(text)
        paragraph, shift = tree.add(text, annex=is_annex(text.text, language))
        for mark, offset in found:
            placed[mark] = (paragraph.id, max(0, offset - shift))
    footnotes = tuple(_footnote(note, placed) for note in clean.notes if note.marker.isdecimal())
    return Resolution(
        path=clean.source.path,
        lang=clean.source.lang,
        masthead=masthead,
        enacting=cut.enacting,
        paragraphs=tuple(tree.paragraphs),
        footnotes=footnotes,
        star_notes=tuple(note for note in clean.notes if not note.marker.isdecimal()),
        furniture=clean.furniture,
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """The three parts of a text, and whether its body begins with a preamble."""

    head: list[Line]
    enacting: Text | None
    body: list[Line]
    has_preamble: bool


def _cut(clean: Clean, language: Language) -> _Cut:
    lines = list(clean.lines)
    index = enacting_line(lines, language)
    if index is not None:
        return _Cut(lines[:index], heal(lines[index], language), lines[index + 1 :], has_preamble=True)
    # Without an enacting phrase the body begins with the first line that opens with a verb, or with paragraph 1;
    # nothing that a rule of the masthead knows may come after that.
    operative = language.pattern("body.operative")
    first = next((i for i, line in enumerate(lines) if operative.match(line.text.strip())), len(lines))
    known = [i for i, line in enumerate(lines[:first]) if fits_a_rule(line, language)]
    if not known:
        has_verb = bool(lines) and opens_with_verb(heal(lines[0], language).text, language)
        return _Cut([], None, lines, has_preamble=has_verb)
    after = known[-1] + 1
    verb = next((i for i in range(after, first) if opens_with_verb(heal(lines[i], language).text, language)), None)
    start = first if verb is None else verb
    return _Cut(lines[:start], None, lines[start:], has_preamble=verb is not None)


class _Marks:
    """The footnote marks of a text, in order, to be taken out of its paragraphs."""

    def __init__(self, notes: tuple[Note, ...]) -> None:
        lengths = {note.mark: len(note.marker) for note in notes if note.mark is not None}
        self._marks = sorted(lengths.items())

    def lift(self, text: Text) -> tuple[Text, list[tuple[int, int]]]:
        """Take the marks out of a paragraph. Returns the rest and, per mark, where it stood in it."""
        if not text.runs or not self._marks:
            return text, []
        first = bisect_left(self._marks, (text.runs[0].source, 0))
        last = bisect_left(self._marks, (text.runs[-1].source + text.runs[-1].length, 0))
        sources = [run.source for run in text.runs] if first < last else []
        spans = []
        for mark, length in self._marks[first:last]:
            run = text.runs[bisect_right(sources, mark) - 1]
            if mark < run.source + run.length:
                at = run.at + mark - run.source
                spans.append((at, at + length, mark))
        if not spans:
            return text, []
        parts, found, start, removed = [], [], 0, 0
        for left, right, mark in spans:
            parts.append(text.slice(start, left))
            found.append((mark, left - removed))
            removed += right - left
            start = right
        parts.append(text.slice(start, len(text.text)))
        return Text.join(parts, [""] * len(spans)), found


def _footnote(note: Note, placed: dict[int, tuple[str, int]]) -> Footnote:
    paragraph, offset = placed.get(note.mark, (None, None)) if note.mark is not None else (None, None)
    mark = note.mark if paragraph is not None else None
    return Footnote(note.marker, paragraph, offset, note.text, note.label, mark)
