"""PDFs as browsers and word processors print them: what is set off keeps its place, and no gap parts a line."""

from __future__ import annotations

import pytest

from converter.model import Diagnostic, Source
from converter.read.pdf import read_pdf
from tests.hostile.raw_pdf import pdf, stream

FIRST = "1. Decides that the lamps of the northern mole shall burn at night;"


def text(words: str, x: float, y: float, size: float = 11, more: str = "") -> bytes:
    return f"BT {more} /A {size} Tf {x} {y} Td ({words}) Tj ET ".encode()


def read(*content: bytes, to_unicode: bytes = b"", states: bytes = b"") -> tuple[Source, tuple[Diagnostic, ...]]:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier%b>>" % (b"/ToUnicode 6 0 R" if to_unicode else b"")
    resources = b"/Resources<</Font<</A 5 0 R>>/ExtGState<<%b>>>>" % states
    data = pdf([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]%b/Contents 4 0 R>>" % resources,
        stream(b"", b"".join(content)),
        font,
        stream(b"", to_unicode),
    ])  # fmt: skip
    return read_pdf(data, "en.pdf", "en")


def lines(source: Source) -> list[str]:
    return [line.text for line in source.lines if not line.role.startswith("furniture:")]


WIDTH = 0.6  # of Courier, in sizes


def test_what_a_browser_raises_in_five_sixths_of_the_size_belongs_to_its_line() -> None:
    size = 12.0
    small = size * 5 / 6
    at = 72 + 5 * WIDTH * size
    raised = text("6", at, 704.7, small) + text("km", at + 10, 700, size) + text("2", at + 25, 704.7, small)
    source, _ = read(
        text("1. 10", 72, 700, size), raised, text("CO", at + 40, 700, size), text("2", at + 54.4, 696.8, small)
    )
    assert lines(source) == ["1. 10⁶ km² CO₂"]


def test_a_line_beside_a_larger_one_is_not_raised() -> None:
    source, _ = read(text("Lamps and oil", 72, 700, 12), text("Wicks and horns", 180, 705, 10))
    assert sorted(lines(source)) == ["Lamps and oil", "Wicks and horns"]


@pytest.mark.parametrize(("height", "is_struck"), [(703, True), (698.5, False), (709, False)])
def test_a_line_through_words_is_said_and_is_no_rule(height: float, is_struck: bool) -> None:
    rule = f"72 {height} 200 0.6 re f ".encode()
    source, findings = read(text(FIRST, 72, 700), rule, text("2. Requests the keeper to report;", 72, 670))
    assert lines(source) == [FIRST, "2. Requests the keeper to report;"]
    said = [one.message for one in findings if one.code == "read-struck"]
    assert [("lamps of" in one, "night" in one) for one in said] == ([(True, False)] if is_struck else [])


def test_a_letter_as_high_as_several_lines_begins_the_first_of_them() -> None:
    rest = [
        ("ecalling the lamps of the north,", 700),
        ("whose keepers have asked for oil,", 686),
        ("and for wicks,", 672),
    ]
    source, _ = read(text("R", 72, 672, 38), *(text(words, 98, y) for words, y in rest))
    assert lines(source) == ["Recalling the lamps of the north,", "whose keepers have asked for oil,", "and for wicks,"]


def test_a_character_beyond_the_first_plane_is_one_character() -> None:
    table = b"/CIDInit /ProcSet findresource begin 1 begincmap 1 beginbfchar <58> <D840DC0B> endbfchar endcmap end"
    source, findings = read(text("X", 72, 700), to_unicode=table)
    assert (lines(source), [one.code for one in findings]) == (["\U0002000b"], [])


def test_letters_that_are_pushed_over_end_where_the_next_word_begins() -> None:
    leaning = b"BT /A 12 Tf 1 0 0.34 1 72 700 Tm (Decides) Tj ET "
    source, _ = read(leaning, text("that", 72 + 7 * WIDTH * 12 + 3, 700, 12))
    assert lines(source) == ["Decides that"]


def test_a_hidden_word_in_a_line_parts_no_columns() -> None:
    above = text("The keeper of the northern mole shall see to it", 72, 714)
    start, end = "that the lamps", "burn at night, whatever"
    at = 72 + (len(start) + 1) * WIDTH * 11
    hidden = text("never again be", at, 700, more="1 g") + b"0 g "
    after = at + 15 * WIDTH * 11
    below = text("the weather may be;", 72, 686)
    source, _ = read(above, text(start, 72, 700), hidden, text(end, after, 700), below)
    assert " ".join(lines(source)[1:]) == f"{start} {end} the weather may be;"


@pytest.mark.parametrize("seen", [True, False])
def test_words_that_are_printed_twice_are_seen_if_one_of_the_two_is(seen: bool) -> None:
    shadow = b"q /N gs " + text(FIRST, 73.5, 698.5) + b"Q "
    again = text(FIRST, 72, 700) if seen else b"q /N gs " + text(FIRST, 72, 700) + b"Q "
    source, _ = read(shadow, again, states=b"/N<</ca 0>>")
    assert lines(source) == ([FIRST] if seen else [])


def test_a_paragraph_that_ends_in_its_column_does_not_go_on_in_the_next() -> None:
    left = [
        "1. Decides that the lamps of the mole shall",
        "burn at night and in the fog, whatever the",
        "keepers of the harbour may say on it, and",
        "so on;",
    ]
    right = [
        "1 bis. Requests the keepers of the harbour",
        "to report on the oil of the lamps, of the",
        "horns and of the bells of the mole, and of",
        "whatever else there is on it;",
    ]
    columns = [
        text(words, x, 700 - 13 * at, 9) for x, rows in ((72, left), (320, right)) for at, words in enumerate(rows)
    ]
    source, _ = read(*columns)
    assert [line.gap for line in source.lines if line.text.startswith("1 bis.")] == [True]


@pytest.mark.parametrize("is_parted", [True, False])
def test_a_cell_over_two_rows_of_a_ruled_table_stands_in_the_first(is_parted: bool) -> None:
    levels = [(72, 432, y) for y in (700, 684, 652, 636)] + ([(192, 432, 668)] if is_parted else [])
    uprights = [(x, 636, 700) for x in (72, 192, 312, 432)]
    rules = b"".join(b"%d %d m %d %d l S " % (x0, y, x1, y) for x0, x1, y in levels)
    rules += b"".join(b"%d %d m %d %d l S " % (x, y0, x, y1) for x, y0, y1 in uprights)
    rows = (("Lamp", "Oil", "Wick"), ("North", "4", "5"), ("", "6", "7"), ("South", "8", "9"))
    cells = [text(words, 78 + 120 * at, 688 - 16 * row) for row, own in enumerate(rows) for at, words in enumerate(own)]
    source, _ = read(b"0.5 w ", rules, *cells, text(FIRST, 72, 720))
    middle = ["North\t4\t5", "\t6\t7"] if is_parted else ["North\t4 6\t5 7"]
    assert [line.text for line in source.lines if line.role == "row"] == ["Lamp\tOil\tWick", *middle, "South\t8\t9"]


@pytest.mark.parametrize("downwards", [True, False])
def test_lines_that_run_from_top_to_bottom_are_refused(downwards: bool) -> None:
    table = b"/CIDInit /ProcSet findresource begin 1 begincmap 1 beginbfchar <58> <706F> endbfchar endcmap end"
    places = [(line, at) for line in range(3) for at in range(10)]
    if downwards:
        glyphs = [text("X", 300 - 20 * line, 700 - 12 * at, 12) for line, at in places]
    else:
        glyphs = [text("X", 72 + 12 * at, 700 - 20 * line, 12) for line, at in places]
    source, findings = read(*glyphs, to_unicode=table)
    assert [one.code for one in findings] == (["read-downwards"] if downwards else [])
    assert bool(source.lines) is not downwards
