"""Arabic: a text that is read as in English, and what the PDF reader must put right."""

from __future__ import annotations

from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.model import Line, Sidecar, Source
from converter.read.pdf.bidi import reading_order, with_brackets_mended
from converter.read.pdf.refusal import doubts
from converter.read.pdf.rows import rows_of
from converter.read.pdf.shapes import Glyph, Rule
from converter.read.pdf.tables import tables_of
from converter.write.inspect import inspect
from tests.temp_project import ROOT

DEMO, _ = load_authorities(ROOT / "converter" / "demo" / "data" / "authorities")
FOG = ROOT / "converter" / "demo" / "data" / "works" / "fog-signals"


def read(text: str, lang: str) -> dict[str, Any]:
    sidecar = Sidecar("lamps", "")
    return inspect(convert(Input(f"sources/lamps/{lang}.txt", lang, text.encode(), sidecar), DEMO), sidecar)


def test_the_fixture_in_arabic_is_what_it_is_in_english() -> None:
    arabic, english = (read((FOG / f"{lang}.txt").read_text("utf-8"), lang) for lang in ("ar", "en"))
    assert arabic["diagnostics"] == []
    for what, keys in (
        ("paragraphs", ("id", "kind", "number")),
        ("citations", ("target", "kind", "date", "pinpoint")),
        ("footnotes", ("marker", "paragraph")),
        ("entities", ("kind", "id", "paragraph")),
        ("mandates", ("paragraph", "actor_id")),
    ):
        assert [[one.get(key) for key in keys] for one in arabic[what]] == [
            [one.get(key) for key in keys] for one in english[what]
        ]
    assert all(one["verbs"] for one in arabic["paragraphs"] if one["kind"] in ("preambular", "operative"))


# --- PDF ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [("باب 8-26", "8-26 باب"), ("باب -1", "1- باب"), ("باب -30/7", "30/7- باب")],
)
def test_a_range_at_the_beginning_of_a_row_keeps_its_order(printed: str, read_as: str) -> None:
    order = reading_order(list(printed), [False] * len(printed), rtl=True)
    letters = "".join(printed[index] for index in order)
    assert letters.replace("باب"[::-1], "باب") == read_as


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("km^2^ 10^6^ با", "اب 10^6^ km^2^"),  # after Arabic letters a number is printed on the right of its unit
        ("10^6^ km^2^ با", "اب 10^6^ km^2^"),  # and on its left where a program set both apart
        ("25 MW با", "اب 25 MW"),
        ("MW 25 با", "اب 25 MW"),
        ("Lamp 25 با", "اب Lamp 25"),
        ("^1^km^2^ با", "اب km^2^^1^"),  # a mark stands on the left of its word
        ("^2^12 و", "و 12^2^"),
        ("^1^33/23 با", "اب 33/23^1^"),
        ("^14^C با", "اب ^14^C"),  # two or three raised digits before an element are of it
        ("^1^C با", "اب C^1^"),
        ("³He با", "اب ³He"),  # digits raised as characters are no mark that a program sets
        ("،(A/1/2) 2031 با", "اب 2031 )A/1/2(،"),  # both brackets of a pair stand in what runs to the right, or none
        ("،A/1/2 (2031) با", "اب A/1/2 (2031)،"),
        ("،^2^^1^با", "اب^2^^1^،"),  # two marks side by side stay as printed; the notes tell that they are two
    ],
)
def test_a_power_keeps_its_place_and_a_mark_follows_its_word(printed: str, read_as: str) -> None:
    cells = [(char, at % 2 == 1) for at, part in enumerate(printed.split("^")) for char in part]
    order = reading_order([char for char, _ in cells], [up for _, up in cells], rtl=True)
    wanted = [(char, at % 2 == 1) for at, part in enumerate(read_as.split("^")) for char in part]
    assert sorted(order) == list(range(len(cells)))
    assert [cells[index] for index in order] == wanted


def test_a_power_and_a_mark_beside_one_unit_are_two() -> None:
    glyphs = [_glyph("1", 47, 50, 95), _glyph("m", 50, 60), _glyph("2", 60, 63, 95), _glyph("و", 70, 76)]
    glyphs = [one._replace(size=7.0) if one.base < 100 else one for one in glyphs]
    [row] = rows_of(1, glyphs, rtl=True)
    assert row.printed == ("و m21", ((3, 4), (4, 5)))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("CO₂ 10⁶", 1),
        ("10⁶ CO₂", 1),
        ("C¹⁴", 1),
        ("10⁶ km²", 0),
        ("km² 40", 0),
        ("33/23 CO₂", 0),
    ],
)
def test_a_power_whose_order_the_print_does_not_tell_is_said_at_its_place(words: str, count: int) -> None:
    line = Line(1, 0, f"تضيء المنارات {words} في الميناء")
    source = Source("ar.pdf", "ar", "pdf", line.text, (line,))
    found = [(one.line, one.column) for one in doubts([], source) if one.code == "read-raised-order"]
    assert found == [(1, 15)] * count


def test_a_mark_before_an_element_may_be_that_of_a_note_and_is_said() -> None:
    line = Line(1, 0, "تضيء المنارات 14C في الميناء", marks=((14, 16),))
    source = Source("ar.pdf", "ar", "pdf", line.text, (line,))
    assert [(one.code, one.column) for one in doubts([], source)] == [("read-raised-order", 15)]


def test_a_bracket_before_a_comma_closes_whatever_stands_before_it() -> None:
    assert "".join(with_brackets_mended(list("باب 3 (ا( (؛"))) == "باب 3 (ا) )؛"


def test_quotation_marks_that_pdfium_turned_are_turned_back() -> None:
    assert "".join(with_brackets_mended(list("المعنون “باب” من"))) == "المعنون ”باب“ من"
    assert "".join(with_brackets_mended(list("باب “X” باب"))) == "باب “X” باب"


def _glyph(char: str, x0: float, x1: float, base: float = 100.0) -> Glyph:
    return Glyph(char, x0, x1, base, 12.0, False, False)


def test_an_alef_above_its_lam_and_a_sign_on_a_line_of_its_own_are_read_in_their_word() -> None:
    ligature = [_glyph("ل", 50, 57), _glyph("ا", 50.3, 54), _glyph("م", 58, 63)]
    assert rows_of(1, ligature, rtl=True)[0].printed[0] == "ملا"
    signed = [_glyph("ب", 50, 57), _glyph("ً", 51, 54, 95), _glyph("ا", 58, 60)]
    [row] = rows_of(1, signed, rtl=True)
    assert sorted(row.printed[0]) == sorted("ابً")


def test_a_letter_that_reaches_over_the_next_one_is_read_where_the_file_has_it() -> None:
    kaf_first = [_glyph("و", 60, 64), _glyph("ك", 52.7, 59.3), _glyph("ث", 53.3, 56.2), _glyph("ا", 50, 53)]
    assert rows_of(1, kaf_first, rtl=True)[0].printed[0] == "وكثا"
    tail_below = [_glyph("ط", 60, 64), _glyph("ل", 57.2, 59.6), _glyph("ع", 52.7, 60.1)]
    assert rows_of(1, tail_below, rtl=True)[0].printed[0] == "طلع"


def test_the_cells_of_a_table_that_runs_to_the_left_begin_at_the_right() -> None:
    paper = [_glyph("ب", 300, 308), _glyph("7", 200, 206), _glyph("ت", 100, 108)]
    rules = [Rule(80, y, 330, y) for y in (90, 110, 130)] + [Rule(x, 90, x, 130) for x in (150, 250)]
    rows = [row for base in (105.0, 125.0) for row in rows_of(1, [one._replace(base=base) for one in paper], rtl=True)]
    [table] = tables_of(rows, rules)
    assert [text for text, _ in table.lines] == ["ب\t7\tت"] * 2
