"""The whole of the parse: which lines are masthead and which body, the paragraphs, the tree, the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from converter.clean import ends_in_colon, heal, join_lines, unquoted
from converter.languages import Language
from converter.model import Clean, Line, Masthead, Paragraph, Resolution, Source, Text
from converter.parse.adoption import as_decision, find_adoption
from converter.parse.body import Body
from converter.parse.cut import Cut, cut_of
from converter.parse.groups import count_anew, numbers, run_in, with_their_labels
from converter.parse.lines import rows_of
from converter.parse.marks import Marks
from converter.parse.masthead import complete, parse_masthead, with_symbol_below
from converter.parse.prose import doubts_with
from converter.parse.segment import Break, Group, Segmentation, segment
from converter.parse.tree import Tree


def parse(clean: Clean, language: Language) -> Resolution:
    """Read a clean text as a resolution. Whatever is not understood is a plain paragraph."""
    cut = cut_of(clean, language)
    marks = Marks(clean)
    masthead, opening = _masthead(cut, clean, marks, language)
    whole = _segmented(cut.body, clean, language)
    groups = tuple(with_their_labels(whole.groups, language))
    body = Body(_tree(groups, cut, masthead, language), marks, language, cut.enacting)
    if opening is not None:
        body.open(opening)
    body.take(tuple(run_in(groups, language)))
    masthead = _of_organ(masthead, body.enacting, language)
    if cut.enacting is None and body.tree.paragraphs:
        masthead = with_symbol_below(masthead, body.tree.paragraphs[-1].text.text, language)
    resolution = Resolution(
        path=clean.source.path,
        lang=clean.source.lang,
        masthead=masthead,
        enacting=body.enacting,
        paragraphs=tuple(_on_its_page(one, clean.source) for one in body.tree.paragraphs),
        footnotes=marks.footnotes(clean.notes),
        star_notes=tuple(note for note in clean.notes if note.is_star),
        furniture=clean.furniture,
        enacting_at=body.enacting_at,
        ends=body.ends,
        label_doubts=tuple(body.tree.doubts),
        break_doubts=doubts_with(whole.doubts(), cut.apart),
    )
    adoption = find_adoption(resolution, language)
    masthead = as_decision(masthead, resolution, language)
    return replace(resolution, adoption=adoption, masthead=complete(masthead, adoption, language))


def _tree(groups: Sequence[Group], cut: Cut, masthead: Masthead, language: Language) -> Tree:
    """The tree before its first paragraph, with what the text as a whole shows of how its paragraphs are counted."""
    speech = _is_quoted(cut.enacting, language)
    counts = numbers(groups, language, speech=speech)
    return Tree(
        language,
        has_preamble=cut.has_preamble,
        numbered=bool(counts[0]),
        speech=speech,
        anew=count_anew(counts),
        statement=masthead.kind == "presidential-statement" and cut.enacting is None,
    )


def _is_quoted(enacting: Text | None, language: Language) -> bool:
    """Whether the enacting phrase stands behind a quotation mark, which the whole text does then."""
    return enacting is not None and unquoted(enacting.text, language) != enacting.text


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
    above = list(takewhile(lambda block: block.kind == "plain", reversed(masthead.blocks)))
    count = len(above) if _is_quoted(cut.enacting, language) and above and ends_in_colon(above[0].text.text) else 0
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
