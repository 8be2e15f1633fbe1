"""The whole of the parse: which lines are masthead and which body, the paragraphs, the tree, the notes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from converter.clean import enacting_line, heal, join_lines
from converter.languages import Language
from converter.languages.numerals import han
from converter.model import Clean, Footnote, Line, Note, Paragraph, Resolution, Text
from converter.parse.layout import paragraphs, stands_alone
from converter.parse.masthead import parse_masthead


def parse(clean: Clean, language: Language) -> Resolution:
    """Read a clean text as a resolution. Whatever is not understood is a plain paragraph."""
    head, enacting, body = _cut(clean, language)
    masthead = parse_masthead(head, clean.notes, language)
    if masthead.body is None and enacting is not None:
        match = language.pattern("masthead.enacting").match(enacting.text)
        masthead = replace(masthead, body=language.organs[match["body"]][0] if match else None)
    tree = _Tree(language, after_enacting=enacting is not None)
    marks = {note.mark: note for note in clean.notes if note.mark is not None}
    placed: dict[int, tuple[str, int]] = {}
    for wrapped in paragraphs(body, clean.breaks, language):
        text = join_lines([heal(line, language) for line in wrapped], language)
        text, found = _lift_marks(text, marks)
        paragraph, shift = tree.add(text)
        for mark, offset in found:
            placed[mark] = (paragraph.id, max(0, offset - shift))
    footnotes = tuple(_footnote(note, placed) for note in clean.notes if note.marker.isdecimal())
    return Resolution(
        path=clean.source.path,
        lang=clean.source.lang,
        masthead=masthead,
        enacting=enacting,
        paragraphs=tuple(tree.paragraphs),
        footnotes=footnotes,
        star_notes=tuple(note for note in clean.notes if not note.marker.isdecimal()),
        furniture=clean.furniture,
    )


def _cut(clean: Clean, language: Language) -> tuple[list[Line], Text | None, list[Line]]:
    lines = list(clean.lines)
    index = enacting_line(lines, language)
    if index is None:
        # Without an enacting phrase the masthead ends where the first numbered paragraph begins, if any.
        pattern = language.pattern("body.operative")
        first = next((i for i, line in enumerate(lines) if pattern.match(line.text.strip())), None)
        return (lines[:first], None, lines[first:]) if first is not None else ([], None, lines)
    return lines[:index], heal(lines[index], language), lines[index + 1 :]


def _lift_marks(text: Text, marks: dict[int | None, Note]) -> tuple[Text, list[tuple[int, int]]]:
    """Take the footnote marks out of a paragraph. Returns the rest and, per mark, where it stood in it."""
    if not text.runs:
        return text, []
    sources = [run.source for run in text.runs]
    spans = []
    for mark, note in marks.items():
        if mark is None:
            continue
        index = bisect_right(sources, mark) - 1
        if index >= 0 and mark < text.runs[index].source + text.runs[index].length:
            at = text.runs[index].at + mark - text.runs[index].source
            spans.append((at, at + len(note.marker), mark))
    spans.sort()
    parts, found, start, removed = [], [], 0, 0
    for left, right, mark in spans:
        parts.append(text.slice(start, left))
        found.append((mark, left - removed))
        removed += right - left
        start = right
    parts.append(text.slice(start, len(text.text)))
    return (Text.join(parts, [""] * len(spans)), found) if spans else (text, [])


def _footnote(note: Note, placed: dict[int, tuple[str, int]]) -> Footnote:
    paragraph, offset = placed.get(note.mark, (None, None)) if note.mark is not None else (None, None)
    mark = note.mark if paragraph is not None else None
    return Footnote(note.marker, paragraph, offset, note.text, note.label, mark)


@dataclass
class _Tree:
    """Builds the paragraphs in order: their kinds, numbers, parents and anchors."""

    language: Language
    after_enacting: bool

    def __post_init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._ids: set[str] = set()
        self._operative = False
        self._closed = False
        self._open: list[Paragraph] = []  # the operative or preambular paragraph and its open sub-paragraphs
        self._count = {"preambular": 0, "heading": 0, "plain": 0}

    def add(self, text: Text) -> tuple[Paragraph, int]:
        """Add the next paragraph; returns it and how many characters its label took off the front."""
        kind, number, parent, label_end = self._classify(text.text)
        label = text.slice(0, label_end).strip() if label_end else None
        paragraph = Paragraph(
            self._anchor(kind, number, parent), kind, number, parent, label, text.slice(label_end, len(text.text))
        )
        self.paragraphs.append(paragraph)
        if kind in ("operative", "preambular"):
            self._open = [paragraph]
        elif kind == "sub":
            self._open.append(paragraph)
        return paragraph, label_end

    def _classify(self, text: str) -> tuple[str, str | None, str | None, int]:
        """Kind, number, parent and length of the label."""
        if stands_alone(text, self.language):
            heading = self.language.pattern("body.heading").match(text) is not None
            self._closed = self._closed or not heading
            return ("heading" if heading else "plain"), None, None, 0
        match = self.language.pattern("body.operative").match(text)
        if match:
            self._operative = True
            return "operative", match["number"], None, match.end("label")
        found = self._sub(text)
        if found:
            return found
        if self.after_enacting and not self._operative:
            return "preambular", None, None, 0
        return "plain", None, None, 0

    def _sub(self, text: str) -> tuple[str, str | None, str | None, int] | None:
        """A sub-paragraph hangs on the last open paragraph of an outer form."""
        if not self._open:
            return None
        for level, pattern in enumerate(self.language.sub_rules):
            match = pattern.match(text)
            if match:
                depth = self._depth(level)
                self._open = self._open[: depth + 1]
                return "sub", match["number"], self._open[-1].id, match.end("label")
        return None

    def _depth(self, level: int) -> int:
        """How many open paragraphs above a sub-paragraph of the form `level` stay open."""
        for index, paragraph in enumerate(self._open[1:], start=1):
            label = paragraph.label.text if paragraph.label else ""
            form = next((i for i, rule in enumerate(self.language.sub_rules) if rule.match(label + " x")), 0)
            if form >= level:
                return index - 1
        return len(self._open) - 1

    def _anchor(self, kind: str, number: str | None, parent: str | None) -> str:
        if kind == "operative":
            wanted = f"op{number}"
        elif kind == "sub":
            wanted = f"{parent}-{_ascii(number or '')}"
        else:
            self._count[kind] += 1
            prefix = {"preambular": "pp", "heading": "h", "plain": "p"}[kind]
            wanted = f"{prefix}{self._count[kind]}"
        anchor, copy = wanted, 2
        while anchor in self._ids:
            anchor, copy = f"{wanted}-{copy}", copy + 1
        self._ids.add(anchor)
        return anchor


def _ascii(number: str) -> str:
    """A number for an anchor: (一) gives 1, (a) stays a."""
    try:
        return str(han(number))
    except ValueError:
        return number
