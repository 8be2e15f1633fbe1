"""The whole of the parse: which lines are masthead and which body, the paragraphs, the tree, the notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from converter.clean import ends_in_colon, heal, join_lines, unquoted
from converter.languages import Language
from converter.model import Clean, Line, Masthead, Paragraph, Resolution, Source, Text
from converter.parse.adoption import as_decision, find_adoption
from converter.parse.cut import Cut, cut_of
from converter.parse.evidence import is_neighbour
from converter.parse.labels import (
    MISREAD,
    Reading,
    is_bare_label,
    is_well_printed,
    operative_label,
    readings,
    spoken_label,
)
from converter.parse.lines import rows_of
from converter.parse.marks import Marks
from converter.parse.masthead import complete, parse_masthead
from converter.parse.prose import doubts_with
from converter.parse.segment import Break, Group, Segmentation, segment
from converter.parse.tree import Told, Tree

_HEADINGS = 4  # groups among which what a heading is of stands


def parse(clean: Clean, language: Language) -> Resolution:
    """Read a clean text as a resolution. Whatever is not understood is a plain paragraph."""
    cut = cut_of(clean, language)
    speech = cut.enacting is not None and unquoted(cut.enacting.text, language) != cut.enacting.text
    marks = Marks(clean)
    masthead, opening = _masthead(cut, clean, marks, language)
    whole = _segmented(cut.body, clean, language)
    groups = list(_with_their_labels(whole.groups, language))
    numbers = _numbers(groups, language, speech=speech)
    tree = Tree(
        language,
        has_preamble=cut.has_preamble,
        numbered=bool(numbers[0]),
        speech=speech,
        anew=any(after <= before for part in numbers for before, after in pairwise(part)),
        statement=masthead.kind == "presidential-statement" and cut.enacting is None,
    )
    enacting, enacting_at = cut.enacting, 0
    lifted = []  # the marks of each paragraph
    if opening is not None:
        text, found = marks.lift(opening)
        tree.add(text, Told(kind="enacting"))
        lifted.append(found)
        enacting_at = 1
    ends: int | None = None  # how many paragraphs there are when a neighbour's begin
    every = [*_run_in(groups, language)]
    for at, group in enumerate(every):
        text, found = marks.lift(_text_of(group, language))
        if ends is None and (
            _is_of_others(text.text, tree, language) or _heads_others(every[at : at + _HEADINGS], tree, language)
        ):
            ends = len(tree.paragraphs)
        told = Told(group.number, group.kind) if ends is None or group.kind == "table" else Told(None, "other")
        if told.kind == "enacting":
            tree.begin_part(text.text)
            if enacting is None:
                enacting, enacting_at = text, len(tree.paragraphs)
                continue
        tree.add(text, told)
        lifted.append(found)
    tree.finish()
    for paragraph, shift, found in zip(tree.paragraphs, tree.labels, lifted, strict=True):
        marks.place(found, paragraph.id, shift)
    masthead = _of_organ(masthead, enacting, language)
    resolution = Resolution(
        path=clean.source.path,
        lang=clean.source.lang,
        masthead=masthead,
        enacting=enacting,
        paragraphs=tuple(_on_its_page(one, clean.source) for one in tree.paragraphs),
        footnotes=marks.footnotes(clean.notes),
        star_notes=tuple(note for note in clean.notes if note.is_star),
        furniture=clean.furniture,
        enacting_at=enacting_at,
        ends=ends,
        label_doubts=tuple(tree.doubts),
        break_doubts=doubts_with(whole.doubts(), cut.apart),
    )
    adoption = find_adoption(resolution, language)
    masthead = as_decision(masthead, resolution, language)
    return replace(resolution, adoption=adoption, masthead=complete(masthead, adoption, language))


def _is_of_others(text: str, tree: Tree, language: Language) -> bool:
    """Whether a paragraph begins what a page has below a text: another one, or what a site says of the rights in it."""
    below = tree.closed and is_neighbour(text, language, in_annex=tree.in_annex)
    return below or language.page.closing_lines.is_licence(text)


def _heads_others(groups: Sequence[Group], tree: Tree, language: Language) -> bool:
    """Whether the first of some groups is a heading that another text stands below: THE LAMPS / Decisions."""
    if not tree.closed or tree.in_annex:
        return False
    above = [*takewhile(lambda one: one.kind == "heading" or _text_of(one, language).text.isupper(), groups)]
    below = groups[len(above) : len(above) + 1]
    return bool(above and below) and is_neighbour(_text_of(below[0], language).text, language)


def _on_its_page(paragraph: Paragraph, source: Source) -> Paragraph:
    """The paragraph with the page that its label, else its first word, stands on."""
    begins = paragraph.label or paragraph.text
    page = source.locate(begins.source_offset(0))[0]
    return replace(paragraph, page=page) if page else paragraph


def breaks(clean: Clean, language: Language) -> tuple[Break, ...]:
    """What was decided above each line of the body, with its evidence: for whoever asks why."""
    return _segmented(cut_of(clean, language).body, clean, language).breaks


def _segmented(body: Sequence[Line], clean: Clean, language: Language) -> Segmentation:
    return segment(rows_of(body, language), clean.breaks, language, given=clean.source.tells_paragraphs)


def _masthead(cut: Cut, clean: Clean, marks: Marks, language: Language) -> tuple[Masthead, Text | None]:
    """The masthead, and the sentence between it and a text in quotation marks: it says who adopted what follows."""
    lines = [_HeadLine(line, *marks.lift(heal(line, language))) for line in cut.head]
    words = [one for one in lines if one.text.text.strip()]  # what had nothing but a mark is no line any more
    masthead = parse_masthead(
        [one.text.strip() for one in words], [one.line.gap for one in words], clean.notes, language
    )
    if cut.enacting is None:
        marks.place_in(masthead.blocks, _marks_of(lines))
        return masthead, None
    phrase = unquoted(cut.enacting.text, language)
    above = list(takewhile(lambda block: block.kind == "plain", reversed(masthead.blocks)))
    count = len(above) if phrase != cut.enacting.text and above and ends_in_colon(above[0].text.text) else 0
    own = words[len(words) - count :]  # a plain block is one line
    begins = next((at for at in range(len(own) - 1, -1, -1) if own[at].line.gap), 0)  # what stands apart above is none
    own, count = own[begins:], count - begins
    opening = join_lines([heal(one.line, language) for one in own], language) if own else None
    masthead = replace(masthead, blocks=masthead.blocks[: len(masthead.blocks) - count])
    marks.place_in(masthead.blocks, _marks_of(one for one in lines if one not in own))
    return masthead, opening


def _of_organ(masthead: Masthead, enacting: Text | None, language: Language) -> Masthead:
    """The masthead with the body that the enacting phrase names, wherever it stands."""
    organ = language.page.enacting.organ(unquoted(enacting.text, language)) if enacting else None
    body, full = language.organs[organ] if organ else (None, False)
    return replace(masthead, body=body if full or not masthead.body else masthead.body)


class _HeadLine(NamedTuple):
    """A line of the masthead, its words without the marks of notes, and these: source offset, and where each stood."""

    line: Line
    text: Text
    marks: list[tuple[int, int]]


def _marks_of(lines: Iterable[_HeadLine]) -> list[int]:
    return [mark for one in lines for mark, _ in one.marks]


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


def _with_their_labels(groups: Sequence[Group], language: Language) -> Iterator[Group]:
    """The paragraphs, each label that stands on a line of its own together with the words below it."""
    above: Group | None = None
    for group in groups:
        alone = above is not None and len(above.rows) == 1 and not (above.kind or group.kind)
        if above and alone and is_bare_label(above.rows[0].bare, group.rows[0].bare, language):
            yield replace(group, rows=(*above.rows, *group.rows), number=above.number or group.number)
            above = None
            continue
        if above is not None:
            yield above
        above = group
    if above is not None:
        yield above


def _run_in(groups: Sequence[Group], language: Language) -> Iterator[Group]:
    """The paragraphs, a number that the first label of its list stands behind (2. (a) Requests …) by itself.

    Only where the list goes on below: else the label belongs to the words.
    """
    for at, group in enumerate(groups):
        end = _lead_in(group, language)
        label = _first_label(group.rows[0].bare[end:], language) if end else None
        if label is None or not _goes_on(groups[at + 1 :], label, language):
            yield group
            continue
        first, *more = group.rows
        yield replace(group, rows=(replace(first, text=first.text.slice(0, end)),), kind="number")
        rest = replace(first, text=first.text.slice(end, len(first.bare)), label=None, words_at=0)
        yield replace(group, rows=(rest, *more), number=None)


def _lead_in(group: Group, language: Language) -> int:
    """Where the number ends that a paragraph begins with; 0 where it has none."""
    label = operative_label(group.rows[0].bare, group.number, language) if not group.kind else None
    return label.end if label else 0


def _first_label(text: str, language: Language) -> Reading | None:
    """The label in brackets of a list's first item, where a text begins with one."""
    found = readings(text, language)
    first = found[0] if is_well_printed(found) and found[0].count == 1 else None
    return first if first and ")" in unicodedata.normalize("NFKC", text[: first.end]) else None


def _goes_on(below: Sequence[Group], first: Reading, language: Language) -> bool:
    """Whether the second item of a list stands below its first one, before the next number; (6) may be (b)."""
    own = takewhile(lambda group: not group.kind and not _lead_in(group, language), below)
    return any(
        (one.form, one.count) == (first.form, 2) and one.cost <= MISREAD
        for group in own
        for one in readings(group.rows[0].bare, language)
    )


def _numbers(groups: Sequence[Group], language: Language, *, speech: bool) -> list[list[int]]:
    """The numbers of the operative paragraphs, in order, and those of each annex; `speech` is in quotation marks."""
    label_of = spoken_label if speech else operative_label
    found: list[list[int]] = [[]]
    for group in groups:
        if group.kind == "annex":
            found.append([])
        label = label_of(group.rows[0].bare, group.number, language) if not group.kind else None
        drafted = language.page.label_forms.drafted.match(group.rows[0].bare) if not group.kind else None
        if label:
            found[-1].append(group.number or label.number)
        elif drafted and drafted["part"] == "OP":
            found[-1].append(int(drafted["number"]))
    return found
