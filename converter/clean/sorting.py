"""Every line of a source into body, note or furniture.

Notes are found before anything is joined, because a mark fuses with what follows it: in the first text,
`；2` before paragraph 11 becomes 211 once white space is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.clean.enacting import enacting_line
from converter.clean.furniture import NOTES_HEADING, FurnitureRules, hidden, without_list_sign
from converter.clean.healing import SOFT_HYPHEN, Hyphens, heal, join_lines
from converter.clean.note_lists import is_listed
from converter.clean.note_signs import note_signs
from converter.clean.notes import NoteFinder
from converter.clean.told import Begun
from converter.languages import Language
from converter.languages.keys import NO_TITLE
from converter.model import Clean, Furniture, Line, Note, Source
from converter.read.text import INVISIBLE

_HEAD = 40  # lines among which a text begins


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a source sets its paragraphs: with indents, with blank lines."""

    indented: bool
    gaps: bool


@dataclass
class _Found:
    """A note and its lines."""

    begun: Begun
    lines: list[Line]


@dataclass
class _Sorting:
    """What the pass over the lines has found so far."""

    body: list[Line] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    furniture: list[Furniture] = field(default_factory=list)
    notes: list[_Found] = field(default_factory=list)
    broken: bool = False  # a page, a note or furniture stood since the last body line
    open_note: bool = False  # the line before belongs to a note

    @property
    def last(self) -> Line | None:
        """The last line of the body."""
        return self.body[-1] if self.body else None

    def set_aside(self, kind: str) -> None:
        """The last line of the body is furniture of this kind, as what stands below it shows."""
        line = self.body.pop()
        bare = line.text.strip()
        self.furniture += [Furniture(line.number, bare, kind, line.start + line.text.index(bare))]
        self.furniture += hidden(line, outside=bare)


def clean(source: Source, language: Language) -> Clean:
    """Sort the lines of a source into body, notes and furniture. Never raises, whatever the text."""
    sorting = _Sorting()
    shape = _Shape(_is_indented(source.lines), any(line.gap for line in source.lines))
    enacting = enacting_line(source.lines, language)
    furniture = FurnitureRules(source.lines, enacting or _spoken(source.lines, language), language)
    finder = NoteFinder(source, enacting, language)
    for index, printed in enumerate(source.lines):
        line, sign = without_list_sign(printed, language)
        sorting.furniture += [sign] if sign else []
        bare = line.text.strip()
        if not bare.isprintable() and not INVISIBLE.sub("", bare).replace(SOFT_HYPHEN, "").strip():
            bare = ""
        if not bare:
            sorting.furniture += hidden(line)
            continue
        if line.page_top and sorting.body:
            sorting.broken = True
        kind = furniture.kind(index, bare, sorting.last, broken=sorting.broken, open_note=sorting.open_note)
        if kind:
            sorting.furniture.append(Furniture(line.number, bare, kind, line.start + line.text.index(bare)))
            sorting.furniture += hidden(line, outside=bare)
            sorting.broken, sorting.open_note = True, False
        elif _note(line, index, finder, sorting, language, shape):
            if sorting.last and not sorting.broken and furniture.heads_notes(sorting.last.text.strip()):
                sorting.set_aside(NOTES_HEADING)
            sorting.broken = sorting.open_note = True
        else:
            if sorting.broken:
                sorting.breaks.add(line.start)
            sorting.body.append(line)
            finder.pass_by(index)
            sorting.broken = sorting.open_note = False
    return _cleaned(source, sorting, finder, language)


def _spoken(lines: Sequence[Line], language: Language) -> int | None:
    """The index of the line that says at which meeting somebody spoke, or None."""
    masthead = language.page.masthead
    opens = (at for at, line in enumerate(lines[:_HEAD]) if masthead.begins(line.text.strip(), NO_TITLE))
    return next(opens, None)


def _cleaned(source: Source, sorting: _Sorting, finder: NoteFinder, language: Language) -> Clean:
    hyphens = Hyphens(source, language)
    body = hyphens.mend(sorting.body)
    notes: list[Note] = []
    furniture = sorting.furniture
    for found, marks in zip(sorting.notes, finder.marks([found.begun for found in sorting.notes]), strict=True):
        lines = hyphens.mend(found.lines)
        texts = [heal(lines[0], language, found.begun.rest_at), *(heal(line, language) for line in lines[1:])]
        mark, length = marks[0] if marks else (None, 0)
        text = join_lines(texts, language)
        in_body = any(at >= finder.body_from for at, _ in marks)
        notes.append(Note(found.begun.marker, found.begun.label, text, mark, tuple(marks[1:]), length, in_body))
        for line in lines:
            furniture += hidden(line)
    for line in body:
        furniture += hidden(line)
    furniture += note_signs(source, notes, brackets=finder.brackets)
    furniture.sort(key=lambda one: one.start)
    return Clean(source, tuple(body), frozenset(sorting.breaks), tuple(notes), tuple(furniture))


def _note(line: Line, index: int, finder: NoteFinder, sorting: _Sorting, language: Language, shape: _Shape) -> bool:
    """Whether a line belongs to a note; it is then put there."""
    if line.role == "note+" and sorting.notes:
        sorting.notes[-1].lines.append(line)
        return True
    apart = line.gap or sorting.broken or sorting.open_note
    above = sorting.notes[-1].lines[-1] if sorting.open_note else None
    begun = finder.begins(index, apart=apart, last=sorting.last, note=above)
    if begun is not None:
        sorting.notes.append(_Found(begun, [line]))
        return True
    if sorting.open_note and not line.role and _continues_note(sorting, line, language, shape):
        sorting.notes[-1].lines.append(line)
        return True
    return False


def _is_indented(lines: tuple[Line, ...]) -> bool:
    """Whether the text shows by indentation where a paragraph begins."""
    filled = [line.text for line in lines if line.text.strip()]
    inset = sum(text[0].isspace() for text in filled)
    return inset >= 3 and len(filled) - inset >= 3


def _continues_note(sorting: _Sorting, line: Line, language: Language, shape: _Shape) -> bool:
    """Whether a line after a note belongs to the note.

    A heading or a paragraph's number never does, an item of a list that the note leads to always. Else, where
    `text.notes_end` is `gap`, a note runs on until a blank line; where it is `stop`, until a full stop, after which
    only a line at the margin of an indented text whose body had come to the end of a paragraph can still belong to it.
    """
    bare = line.text.strip()
    if line.page_top or language.page.label_forms.number.match(bare) or language.page.closing_lines.is_licence(bare):
        return False
    listed = line.gap and is_listed(sorting.notes[-1].lines, bare, language)
    ended = language.page.sentences.sentence_ends(sorting.notes[-1].lines[-1].text.strip())
    if listed or (language.table("text.notes_end") == "gap" and shape.gaps):
        return listed or not line.gap or (not ended and bare[:1].islower())
    if language.page.headings.is_heading(bare) or language.page.label_forms.begins_sub(bare):
        return False
    if not ended:
        return True
    if not shape.indented or line.text[:1].isspace() or sorting.last is None:
        return False
    return language.page.sentences.clause_ends(sorting.last.text.strip())
