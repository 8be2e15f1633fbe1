"""PDFs as word processors and browsers vary them: counted lines, heads that change, the marks of records, grids."""

from __future__ import annotations

import pytest

from converter.model import Source
from converter.read.pdf import read_pdf
from converter.read.pdf.rows import rows_of
from converter.read.pdf.shapes import Glyph
from tests.documents.paper import Paper

LINES = (
    "Decides that the lamps of the mole shall",
    "burn until the last ship is in, and that",
    "the keeper sleep by day;",
)
NOTES = ("1 A/81/929.", "2 A/81/930.")


def read(paper: Paper) -> Source:
    source, findings = read_pdf(paper.finished(), "en.pdf", "en")
    assert [one.code for one in findings] == []
    return source


def words_of(source: Source, role: str = "") -> list[str]:
    return [line.text for line in source.lines if line.role == role]


def counted(step: int) -> Source:
    """Two pages whose lines are counted in steps, notes at the foot of the first; the second has few lines."""
    paper, number = Paper(), 0
    for rows in (30, 7):
        paper.page()
        for row in range(rows):
            number += 1
            paper.say(90, 80 + 14 * row, LINES[number % 3] + ("^1^" if number == 4 else ""))
            if number % step == 0:
                paper.say_right(78, 80 + 14 * row, str(number))
        if rows > 10:
            paper.rule(90, 700, 190, 700)
            for at, note in enumerate(NOTES):
                paper.say(90, 715 + 11 * at, note, size=8)
    return read(paper)


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_are_told_from_those_of_notes_and_on_a_page_of_few_lines(step: int) -> None:
    source = counted(step)
    assert words_of(source, "furniture:line-number") == [str(at) for at in range(step, 38, step)]
    assert words_of(source, "note") == list(NOTES)
    assert {line.split("1")[0] for line in words_of(source)} == set(LINES)


def headed(size: float) -> Source:
    """Pages with other words at the head and the foot of each, in a size of their own."""
    paper = Paper()
    for head, foot in (("Of the lamps", "1/3 22-18934"), ("Of the oil", "22-18934 2/3"), ("Of the keepers", "3")):
        paper.page().say(90, 65, head, size=size)
        for row in range(40):
            paper.say(90, 82 + 14 * row, LINES[row % 3], size=11)
        paper.rule(90, 735, 190, 735)
        paper.say(90, 748, "^1^ See the lamps of the north.", size=8)
        paper.say(90, 759, foot, size=9)
    return read(paper)


def test_a_head_and_a_foot_whose_words_change_are_told_by_their_place_and_size() -> None:
    source = headed(9)
    assert words_of(source, "furniture:running-head") == ["Of the oil", "Of the keepers"]
    assert words_of(source).count("Of the lamps") == 1  # at the top of the first page a masthead stands
    assert words_of(source, "note") == ["1 See the lamps of the north."] * 3
    assert "Of the oil" in words_of(headed(11))  # as large as the text it is a heading for all one knows


def test_a_mark_at_the_height_of_another_columns_line_hangs_on_its_own() -> None:
    left = [Glyph(char, 50 + 5 * at, 55 + 5 * at, 104.5, 11.0) for at, char in enumerate("year")]
    right = [Glyph(char, 200 + 5 * at, 205 + 5 * at, 100.0, 11.0) for at, char in enumerate("lamps")]
    rows = rows_of(1, [*left, Glyph("1", 70, 74, 100.0, 9.1), *right])
    assert [row.printed for row in rows] == [("lamps", ()), ("year1", ((4, 5),))]


@pytest.mark.parametrize("raised", [True, False])
def test_the_sign_of_a_mark_in_records_is_part_of_it(raised: bool) -> None:
    paper = Paper().page()
    for row in range(12):
        end = paper.say(90, 100 + 14 * row, LINES[row % 3])
        if row in (3, 5):
            paper.say(end, 96 + 14 * row, f"{1 if row == 3 else 2}/", size=6)
    paper.rule(90, 700, 190, 700)
    for at in (1, 2):
        paper.say(90, 704 + 11 * at, f"^{at}/^ A/81/92{at}." if raised else f"{at}/ A/81/92{at}.", size=8)
    source = read(paper)
    assert [line.text[start:end] for line in source.lines if not line.role for start, end in line.marks] == ["1/", "2/"]
    assert words_of(source, "note") == ["1/ A/81/921.", "2/ A/81/922."]


def test_a_raised_fraction_is_no_mark_with_its_sign() -> None:
    paper = Paper().page()
    paper.say(90, 100, "Decides that a half^1/2^ shall burn;")
    assert [line.text[start:end] for line in read(paper).lines for start, end in line.marks] != ["1/"]


def grid(paper: Paper, top: float, rows: tuple[tuple[str, ...], ...]) -> None:
    bottom = top + 16 * len(rows)
    for x in (90, 190, 290, 390):
        paper.rule(x, top, x, bottom)
    for at in range(len(rows) + 1):
        paper.rule(90, top + 16 * at, 390, top + 16 * at)
    for at, row in enumerate(rows):
        for place, words in enumerate(row):
            paper.say(95 + 100 * place, top + 16 * at + 11, words, size=8)


def test_a_row_of_figures_at_the_foot_is_of_its_table_and_one_row_on_the_next_page_too() -> None:
    paper = Paper().page()
    for row in range(30):
        paper.say(90, 100 + 14 * row, LINES[row % 3])
    grid(paper, 722, (("Reef", "Summer", "Winter"), ("North", "12", "9"), ("", "13", "10")))
    paper.page()
    grid(paper, 60, (("South", "18", "none"),))
    for row in range(30):
        paper.say(90, 100 + 14 * row, LINES[row % 3])
    rows = ["Reef\tSummer\tWinter", "North\t12\t9", "\t13\t10", "South\t18\tnone"]
    assert words_of(read(paper), "row") == rows
