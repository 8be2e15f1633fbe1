"""Arabic as browsers print it: no spaces in the file, letters of unlike width; strokes with wrong names; Latin rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from converter.model import Line, Source
from converter.read.pdf.lines import lines_of
from converter.read.pdf.refusal import order_refusal
from converter.read.pdf.rows import rows_of
from converter.read.pdf.seen import _unpacked
from converter.read.pdf.shapes import Glyph, Sheet
from converter.read.pdf.spaces import least_space

SENTENCE = "تقرر أن تضاء المصابيح كلها في الشتاء قبل غروب الشمس وأن يكتب الحراس في السجل كل ليلة ما رأوا من السفن"
SIZE, WIDTH = 10.0, 5.0


def sheet(words: Sequence[str], within: Sequence[float], between: float, start: float = 560.0) -> Sheet:
    """A page with words from right to left: gaps in sizes, those within words in turn."""
    glyphs: list[Glyph] = []
    at, base, count = start, 100.0, 0
    for word in words:
        if at < 160:
            at, base = start, base + 14
        for char in word:
            glyphs.append(Glyph(char, at - WIDTH, at, base, SIZE))
            at -= WIDTH + within[count % len(within)] * SIZE
            count += 1
        at += within[(count - 1) % len(within)] * SIZE - between * SIZE
    return Sheet(1, 595.0, 842.0, tuple(glyphs), ())


@pytest.mark.parametrize(
    ("within", "between"),
    [
        ((-0.05, 0.0, 0.03), 0.15),  # Amiri
        ((-0.04, 0.0, 0.06, 0.12), 0.21),  # Naskh
        ((-0.03, 0.09, 0.18), 0.27),  # DejaVu
        ((0.0,), 0.33),  # Kufi
        ((0.05, 0.12, 0.2, 0.28), 0.6),  # letters drawn apart to fill a line
    ],
)
def test_words_are_parted_by_what_the_file_as_a_whole_tells(within: Sequence[float], between: float) -> None:
    page = sheet(SENTENCE.split(), within, between)
    assert " ".join(line.text for line in lines_of([page])) == SENTENCE


def test_a_file_that_has_a_space_between_some_words_tells_what_parts_the_others() -> None:
    page = sheet(SENTENCE.split(), (-0.05, 0.0, 0.03), 0.28)
    glyphs = list(page.glyphs)
    words = [at for at, glyph in enumerate(glyphs[:-1]) if glyph.x0 - glyphs[at + 1].x1 > 2]
    spaces = [Glyph(" ", glyphs[at + 1].x1, glyphs[at].x0, glyphs[at].base, SIZE) for at in words[2:]]
    mixed = replace(page, glyphs=(*glyphs, *spaces))
    assert " ".join(line.text for line in lines_of([mixed])) == SENTENCE


def test_where_the_gaps_tell_nothing_the_usual_space_parts() -> None:
    even = sheet(SENTENCE.split(), (0.02, 0.06, 0.1, 0.14, 0.18, 0.22, 0.26), 0.31)
    assert least_space([even]) == pytest.approx(0.3)
    assert least_space([sheet(["باب", "باب"], (0.0,), 0.2)]) == pytest.approx(0.3)  # a few words tell nothing


def _row(printed: str) -> str:
    glyphs = [Glyph(char, 100 + 5 * at, 105 + 5 * at, 100.0, 10.0) for at, char in enumerate(printed)]
    return rows_of(1, glyphs, rtl=True)[0].text


def test_a_row_of_latin_letters_with_brackets_is_read_as_it_stands() -> None:
    assert _row("S/RES/2039 (2031)") == "S/RES/2039 (2031)"
    assert _row("(S/RES/2039 (2031") == "S/RES/2039 (2031)"  # set from right to left, the last bracket at the left


def _refused(text: str, marks: tuple[tuple[int, int], ...] = ()) -> str:
    line = Line(1, 0, text, marks=marks)
    found = order_refusal(Source("ar.pdf", "ar", "pdf", text, (line,), knows_marks=True))
    return found.code if found else ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("تش6ير إلى قرارها المؤرخ وقراره66ا السابق", "read-garbled"),
        ("بش@أن صي@انة المنارات", "read-garbled"),
        ("بشأن صيانة المنارات و30 مصباحا", ""),
        ("تشرين الأول/أكتوبر وكانون-الأول", ""),
        ("المنارات بال3 موانئ", ""),
    ],
)
def test_other_characters_within_words_are_refused(text: str, code: str) -> None:
    assert _refused(text) == code


def test_marks_of_notes_within_a_line_are_no_other_characters() -> None:
    text = "المنارات3والمصابيح4والسفن"
    assert _refused(text) == "read-garbled"
    assert _refused(text, ((8, 9), (18, 19))) == ""


def test_words_in_place_of_a_ligature_are_letters_however_they_are_packed() -> None:
    assert _unpacked("\x06D\x06I") == "لى"
    assert [_unpacked(one) for one in ("fi", "an of", "لا", "")] == ["fi", "an of", "لا", ""]
