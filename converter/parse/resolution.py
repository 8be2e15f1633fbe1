"""The whole of the parse: which lines are masthead and which body, the paragraphs, the tree, the notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from converter.clean import enacting_line, heal, join_lines, unspaced
from converter.languages import Language
from converter.model import Clean, Line, Masthead, Resolution, Text
from converter.parse.adoption import find_adoption
from converter.parse.labels import operative_label
from converter.parse.layout import Group, opens_with_verb, paragraphs, rows_of
from converter.parse.marks import Marks
from converter.parse.masthead import complete, fits_a_rule, parse_masthead
from converter.parse.tree import Told, Tree


def parse(clean: Clean, language: Language) -> Resolution:
    """Read a clean text as a resolution. Whatever is not understood is a plain paragraph."""
    cut = _cut(clean, language)
    marks = Marks(clean)
    masthead = _masthead(cut, clean, marks, language)
    groups = paragraphs(rows_of(cut.body, language), clean.breaks, language, given=clean.source.tells_paragraphs)
    numbers = _numbers(groups, language)
    tree = Tree(
        language,
        has_preamble=cut.has_preamble,
        numbered=bool(numbers[0]),
        anew=any(after <= before for part in numbers for before, after in pairwise(part)),
    )
    enacting, enacting_at = cut.enacting, 0
    for group in groups:
        text, found = marks.lift(_text_of(group, language))
        if group.kind == "enacting":
            tree.begin_part()
            if enacting is None:
                enacting, enacting_at = text, len(tree.paragraphs)
                continue
        paragraph, shift = tree.add(text, Told(group.number, group.kind))
        marks.place(found, paragraph.id, shift)
    resolution = Resolution(
        path=clean.source.path,
        lang=clean.source.lang,
        masthead=masthead,
        enacting=enacting,
        paragraphs=tuple(tree.paragraphs),
        footnotes=tuple(marks.footnote(note) for note in clean.notes if not note.is_star),
        star_notes=tuple(note for note in clean.notes if note.is_star),
        furniture=clean.furniture,
        enacting_at=enacting_at,
    )
    adoption = find_adoption(resolution, language)
    return replace(resolution, adoption=adoption, masthead=complete(masthead, adoption, language))


def _masthead(cut: _Cut, clean: Clean, marks: Marks, language: Language) -> Masthead:
    lifted = [marks.lift(heal(line, language)) for line in cut.head]
    masthead = parse_masthead([text for text, _ in lifted], [line.gap for line in cut.head], clean.notes, language)
    marks.place_in(masthead.blocks, [mark for _, found in lifted for mark, _ in found])
    if cut.enacting is None:
        return masthead
    match = language.pattern("masthead.enacting").match(unspaced(cut.enacting.text, language))
    body, full = language.organs[match["body"]] if match else (None, False)
    return replace(masthead, body=body if full or not masthead.body else masthead.body)


def _text_of(group: Group, language: Language) -> Text:
    if group.kind != "table":
        return join_lines([row.text for row in group.rows], language)
    return Text.join([_cells(row.line, language) for row in group.rows], ["\n"] * (len(group.rows) - 1))


def _cells(line: Line, language: Language) -> Text:
    """A row of a table: its cells, each healed, parted by tabs."""
    cells, start = [], 0
    for cell in line.text.split("\t"):
        cells.append(heal(line, language, start, start + len(cell)))
        start += len(cell) + 1
    return Text.join(cells, ["\t"] * (len(cells) - 1))


def _numbers(groups: list[Group], language: Language) -> list[list[int]]:
    """The numbers of the operative paragraphs, in order, and those of each annex."""
    found: list[list[int]] = [[]]
    for group in groups:
        if group.kind == "annex":
            found.append([])
        label = operative_label(group.rows[0].bare, group.number, language) if not group.kind else None
        if label:
            found[-1].append(group.number or label.number)
    return found


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
        preamble = _preamble_above(lines[:index], language)
        if preamble is not None:  # the preamble stands above the enacting phrase, which is then one of the paragraphs
            return _Cut(lines[:preamble], None, lines[preamble:], has_preamble=True)
        return _Cut(
            lines[:index], join_lines([heal(lines[index], language)], language), lines[index + 1 :], has_preamble=True
        )
    # Without an enacting phrase the body begins with the first line that opens with a verb, or with paragraph 1;
    # nothing that a rule of the masthead knows may come after that.
    operative = language.pattern("body.operative")
    first = next((i for i, line in enumerate(lines) if operative.match(line.text.strip())), len(lines))
    known = [i for i, line in enumerate(lines[:first]) if fits_a_rule(line, language)]
    if not known:
        has_verb = bool(lines) and opens_with_verb(heal(lines[0], language).text, language)
        return _Cut([], None, lines, has_preamble=has_verb)
    after = known[-1] + 1
    verb = next((i for i in range(after, first) if _opens(lines[i], language)), None)
    start = first if verb is None else verb
    # A sentence above that (At the 4130th meeting …:) is no masthead either.
    no_title = language.pattern("masthead.no_title")
    start = next((i for i in range(after, start) if no_title.search(lines[i].text.strip())), start)
    return _Cut(lines[:start], None, lines[start:], has_preamble=start == verb)


def _opens(line: Line, language: Language) -> bool:
    return opens_with_verb(heal(line, language).text, language)


def _preamble_above(head: list[Line], language: Language) -> int | None:
    """Where a preamble begins that stands above the enacting phrase (Whereas …), or None."""
    if not language.table("body.verbs_tell"):
        return None
    known = [i for i, line in enumerate(head) if fits_a_rule(line, language)]
    after = known[-1] + 1 if known else 0
    preambular = language.opening_preambular
    texts = ((index, heal(head[index], language).text) for index in range(after, len(head)))
    return next((index for index, text in texts if not text[:1].islower() and preambular.match(text)), None)
