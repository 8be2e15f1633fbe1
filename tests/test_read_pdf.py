"""The PDF reader: reading order, furniture, notes, marks, hyphens, tables; what it refuses; the real PDFs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.authorities import Authorities
from converter.clean import clean
from converter.convert import Input, convert
from converter.languages import load
from converter.model import Diagnostic, Line, Severity, Sidecar, Source
from converter.read import READERS
from converter.read.pdf import characters, engine, limits, read_pdf, streams
from converter.read.pdf.bidi import reading_order, with_brackets_mended
from converter.read.pdf.columns import Column
from converter.read.pdf.glued import Before
from converter.read.pdf.hyphens import Piece, mended
from converter.read.pdf.notes import notes_begin
from converter.read.pdf.refusal import doubts
from converter.read.pdf.row import Row
from converter.read.pdf.rows import rows_of
from converter.read.pdf.shapes import Glyph, Rule
from converter.read.pdf.streams import are_whole
from tests.conftest import SHARED
from tests.documents import office, pages
from tests.documents.paper import Paper, width
from tests.reading import converted
from tests.steps import assert_linear

REAL = sorted((SHARED / "corpus" / "ga-pdf").glob("*.pdf"))
needs_real = pytest.mark.shared("corpus/ga-pdf")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
needs_office = pytest.mark.skipif(not office.SOFFICE, reason="soffice is not installed: nothing was printed by it")


def read(data: bytes, lang: str = "en") -> Source:
    source, findings = read_pdf(data, "work.pdf", lang)
    assert findings == ()
    assert source.knows_marks
    assert source.format == "pdf"
    check_offsets(source)
    return source


def check_offsets(source: Source) -> None:
    """Each line stands in the text where it says, and counts on its page."""
    for line in source.lines:
        assert source.text[line.start : line.start + len(line.text)] == line.text
        assert all(0 <= start < end <= len(line.text) for start, end in line.marks)
    for before, after in pairwise(source.lines):
        assert after.number == (before.number + 1 if after.page == before.page else 1)
        assert after.page >= before.page


def refused(data: bytes) -> Diagnostic:
    """The one error of a file that is refused as a whole."""
    source, findings = read_pdf(data, "work.pdf", "en")
    assert source.lines == ()
    assert source.text == ""
    (finding,) = findings
    assert finding.severity is Severity.ERROR
    assert finding.hint
    return finding


def words_of(source: Source, role: str = "") -> list[str]:
    return [line.text for line in source.lines if line.role == role]


def paragraphs_of(source: Source, roles: tuple[str, ...] = ("", "heading")) -> list[str]:
    """The body's paragraphs as the reader parts them; a page that goes on begins none."""
    found: list[str] = []
    for line in source.lines:
        if line.role not in roles:
            continue
        if line.gap or not found:
            found.append(line.text)
        else:
            found[-1] = found[-1].removesuffix("\u00ad") + ("" if found[-1][-1] in "-\u00ad" else " ") + line.text
    return found


def marks_of(lines: tuple[Line, ...]) -> list[str]:
    return [line.text[start:end] for line in lines for start, end in line.marks]


def flat(text: str) -> str:
    return text.replace("^", "").replace("  ", " ")


# --- a resolution of today -------------------------------------------------------------------------------


def test_a_resolution_is_read_in_order() -> None:
    source = read(pages.assembly())
    assert [line.text for line in source.lines if line.page == 1][:11] == [
        "United Nations",
        "A/RES/73/901",
        "General Assembly",
        "Distr.: General",
        "18 October 2018",
        "Seventy-third session",
        "Agenda item 129",
        "Resolution adopted by the General Assembly on 10 October 2018",
        "[without reference to a Main Committee (A/73/L.901)]",
        "73/901. Lamps of the northern harbours",
        "The General Assembly,",
    ]
    body = paragraphs_of(source)
    assert body[-5:-1] == [flat(text) for text in (*pages.PREAMBLE, *pages.OPERATIVE)]
    assert body[2:4] == ["Distr.: General", "18 October 2018"]  # lines of a letterhead, not of a paragraph
    assert body[-1] == "18th plenary meeting 10 October 2018"


def test_furniture_is_told_by_place_and_shape() -> None:
    source = read(pages.assembly())
    furniture = [(line.page, line.role.partition(":")[2], line.text) for line in source.lines if ":" in line.role]
    assert furniture == [
        (1, "rule", "__________________"),
        (1, "job-number", "18-16895 (E) 241018"),
        (1, "bar-code", "*1816895*"),
        (2, "running-head", "Lamps of the northern harbours"),
        (2, "running-head", "A/RES/73/901 and of their moles"),
        (2, "rule", "__________________"),
        (2, "job-number", "2/2 18-16895"),
    ]


def test_a_raised_number_is_a_mark_and_a_large_one_is_none() -> None:
    source = read(pages.assembly())
    assert marks_of(source.lines) == ["1", "2", "1", "*", "3"]
    (line,) = [line for line in source.lines if "Lamps,1" in line.text]
    assert "2030" in line.text
    assert [line.text[start - 1 : end] for start, end in line.marks] == [",1"]


def test_a_note_begins_with_its_marker_and_runs_over_the_page() -> None:
    source = read(pages.assembly())
    notes = [(line.page, line.role, line.text) for line in source.lines if line.role in ("note", "note+")]
    assert [(page, role) for page, role, _ in notes] == [
        (1, "note"), (1, "note"), (1, "note+"), (2, "note+"), (2, "note"), (2, "note"),
    ]  # fmt: skip
    texts = " ".join(text for _, _, text in notes)
    assert texts == flat(" ".join((*pages.NOTES, *pages.MORE_NOTES, pages.STAR)))


def test_notes_are_told_by_their_size_where_there_is_no_rule() -> None:
    assert words_of(read(pages.notes_without_rule()), "note") == [flat(pages.NOTES[0])]


def test_notes_as_large_as_the_text_are_told_by_the_rule_above_them() -> None:
    source = read(pages.notes_of_one_size())
    assert words_of(source, "note") == [flat(pages.NOTES[0]), "2 A/73/902."]
    assert words_of(source, "note+") == ["12 winters were counted there."]  # no number that follows the first one


def test_headings_are_said() -> None:
    assert words_of(read(pages.assembly()), "heading") == [
        "Seventy-third session",
        "Resolution adopted by the General Assembly on 10 October 2018",
        "73/901. Lamps of the northern harbours",
    ]


def test_the_first_words_of_a_page_are_its_top() -> None:
    tops = [(line.page, line.text[:11]) for line in read(pages.assembly()).lines if line.page_top]
    assert tops == [(1, "United Nati"), (2, "2. Requests")]


def test_each_note_finds_its_mark(authorities: Authorities) -> None:
    source = read(pages.assembly())
    cleaned = clean(source, load("en", authorities))
    found = {note.marker: [source.text[at : at + length] for at, length in note.spans] for note in cleaned.notes}
    assert found["1"][0] == "1"
    assert found["2"] == ["2"]
    assert found["3"] == ["3"]
    (running_over,) = [note.text.text for note in cleaned.notes if note.marker == "2"]
    assert running_over == f"{pages.NOTES[1]} {pages.MORE_NOTES[0]}"[3:]


# --- other layouts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("spaces", [True, False])
def test_two_columns_are_never_interleaved(spaces: bool) -> None:
    source = read(pages.official_records(spaces))
    whole = [text.replace("\u00ad", "") for text in (*pages.COLUMN_LEFT, *pages.COLUMN_RIGHT)]
    body = paragraphs_of(source)
    assert body[0] == "31/901. Lamps of the northern harbours"
    assert body[1:8] == [flat(text) for text in whole]
    second = body.index("31/902. Lamps of the southern harbours")
    assert body[second + 1 :] == [pages.NEXT_RESOLUTION, *whole[1:4], *whole[5:]]


def test_a_running_head_with_the_page_is_furniture_on_the_first_page_too() -> None:
    source = read(pages.official_records())
    assert words_of(source, "furniture:running-head") == ["92 General Assembly\u2014Thirty-first Session"]
    assert words_of(source, "note") == ["4 Official Records of the Lamps, 1972, p. 7."]
    assert marks_of(source.lines) == ["4"]


def test_paragraphs_without_space_between_them_are_told_by_indentation() -> None:
    assert [text.partition(" ")[0] for text in paragraphs_of(read(pages.typed()))] == [
        "Recalling", "Noting", "Noting", "1.", "(a)", "(b)", "2.",
    ]  # fmt: skip


def test_lines_that_hang_below_their_first_one_belong_to_it() -> None:
    assert [text.partition(" ")[0] for text in paragraphs_of(read(pages.hanging()))] == ["Reaffirming", "Noting"]


def test_a_list_in_short_columns_is_read_row_by_row() -> None:
    assert words_of(read(pages.lists()))[:10] == [name for row in pages.LIST for name in row]


def test_a_hyphen_before_a_new_paragraph_stays() -> None:
    pieces = [Piece(1, "lanterns lan-"), Piece(1, "terns", gap=True)]
    assert mended(pieces) == pieces
    assert mended([pieces[0], Piece(1, "terns")])[0].text == "lanterns lan\u00ad"


@pytest.mark.parametrize("font", ["roman", "italic"])
def test_a_letter_that_hangs_over_the_space_after_it_joins_no_words(font: str) -> None:
    paper = Paper().page()
    first, second = "1. Calls upon the keeper of", "harbours to light the lamps of the northern mole again;"
    paper.say(85, 150, first, font=font)
    paper.say(85 + width(first, font=font) + 2.1, 150, second, font=font)  # no space in the file; the f reaches into it
    source, _ = read_pdf(paper.finished(), "work.pdf", "en")
    assert source.text == f"{first} {second}"


def test_a_mark_may_stand_a_little_apart_from_its_word() -> None:
    paper = Paper().page()
    paper.say(paper.say(90, 100, "the Charter of Lamps") + 3, 100, "^1^ and the moles")
    assert words_of(read(paper.finished())) == ["the Charter of Lamps¹ and the moles"]


def test_what_two_pages_begin_with_is_the_masthead_of_the_first() -> None:
    paper = Paper()
    for text in pages.PREAMBLE:
        paper.page().say(90, 50, "Harbour Assembly")
        paper.set_paragraph(90, 100, 400, text.replace("^", ""))
    tops = [(line.page, line.role) for line in read(paper.finished()).lines if line.text == "Harbour Assembly"]
    assert tops == [(1, ""), (2, "furniture:running-head")]


def test_a_hyphen_goes_only_where_the_file_has_the_word_without_it() -> None:
    source = read(pages.hyphenated())
    assert [line.text[-5:] for line in source.lines if line.text.endswith(("-", "\u00ad"))] == [
        " lan\u00ad", "l re-", " mer-",
    ]  # fmt: skip


def test_a_ruled_table_keeps_its_rows_and_cells() -> None:
    source = read(pages.table())
    assert words_of(source, "row") == [
        "Harbour\tLamps lit\tOil in barrels",
        "Anselm (the old mole)\t14\t220",
        "Port of Bells\t9\t105",
    ]
    roles = [line.role for line in source.lines]
    assert roles.index("row") == 2
    assert roles[-2:] == ["", ""]


def test_what_repeats_on_every_page_is_furniture_and_a_number_in_the_text_is_none() -> None:
    source = read(pages.volume())
    assert words_of(source, "furniture:running-head") == ["Annals of the Harbour of Lights"] * 3
    assert words_of(source, "furniture:page-number") == ["- 41 -", "- 42 -", "- 43 -"]
    assert words_of(source).count("2030") == 3


def test_print_that_runs_upwards_is_read_and_declared() -> None:
    paper = Paper().page()
    paper.set_paragraph(pages.LEFT, 100, pages.RIGHT, pages.PREAMBLE[0])
    paper.say_upwards(40, 500, "18-16895")
    assert words_of(read(paper.finished()), "furniture:turned") == ["18-16895"]


def test_a_page_that_lies_on_its_side_is_read() -> None:
    paper = Paper().page()
    for index, line in enumerate(("Noting the lamps,", "1. Decides that they be lit.")):
        paper.say_upwards(100 + 14 * index, 700, line)
    assert words_of(read(paper.finished())) == ["Noting the lamps,", "1. Decides that they be lit."]


# --- from right to left ----------------------------------------------------------------------------------


@pytest.mark.parametrize("shapes", [False, True])
def test_arabic_is_put_into_reading_order(shapes: bool) -> None:
    source = read(pages.arabic(shapes=shapes), "ar")
    raised = [text.replace("^1^", "¹") for text, _ in pages.ARABIC]  # no note answers it
    assert [line.text for line in source.lines] == [flat(text) for text in raised]


def test_arabic_out_of_order_is_refused() -> None:
    finding = refused(pages.arabic(reverse=True))
    assert finding.code == "read-arabic-order"
    assert "DOCX" in finding.hint


@pytest.mark.parametrize(
    ("printed", "rtl", "read_as"),
    [
        ("33/23 \u0627\u0628", True, "\u0628\u0627 33/23"),
        ("1/30-\u0625\u062f", True, "\u062f\u0625-1/30"),
        ("\u0663\u0663/\u0662\u0663 \u0628", True, "\u0628 \u0663\u0663/\u0662\u0663"),
        ("15-12 \u0628", True, "\u0628 12-15"),  # a hyphen does not hold numbers together (W4)
        ("31st \u0628", True, "\u0628 31st"),
        (".A/73/902 1", True, "1 A/73/902."),  # a row begins with its number
        ("World Bank \u0628", True, "\u0628 World Bank"),
        ("abc \u0628\u0627 def", False, "abc \u0627\u0628 def"),
    ],
)
def test_reading_order_follows_the_bidirectional_algorithm(printed: str, rtl: bool, read_as: str) -> None:
    order = reading_order(list(printed), [False] * len(printed), rtl)
    assert "".join(printed[index] for index in order) == read_as


def test_brackets_are_turned_by_the_space_beside_them() -> None:
    assert "".join(with_brackets_mended(list("a )b( c 4(d( [e[."))) == "a (b) c 4(d) [e]."


# --- refusals --------------------------------------------------------------------------------------------


def test_a_scan_is_refused() -> None:
    finding = refused(pages.scan())
    assert (finding.code, finding.page) == ("read-scan", 1)
    assert "scan" in finding.message


def test_scanned_pages_among_others_are_named() -> None:
    finding = refused(pages.scan(pages=2, read=2))
    assert (finding.code, finding.page) == ("read-scan", 3)
    assert "pages 3, 4" in finding.message


def test_recognised_text_is_refused_unless_the_sidecar_accepts_it() -> None:
    finding = refused(pages.recognised())
    assert (finding.code, finding.page) == ("read-recognised", 1)
    assert "recognised: accept" in finding.hint
    accepting = Sidecar("lamps", "", accept_recognised=True)
    for sidecar, severity in ((Sidecar("lamps", ""), Severity.ERROR), (accepting, Severity.WARNING)):
        given = Input("sources/lamps/en.pdf", "en", pages.recognised(), sidecar)
        found = convert(given, Authorities())
        (said,) = (one for one in found.diagnostics if one.code == "read-recognised")
        assert said.severity is severity
        assert bool(found.resolution.paragraphs) is (severity is Severity.WARNING)


def test_an_encrypted_file_is_refused() -> None:
    assert refused(Paper().page().finished(encrypted=True)).code == "read-encrypted"


def test_a_garbled_text_is_refused() -> None:
    finding = refused(pages.garbled())
    assert (finding.code, finding.page) == ("read-garbled", 1)


def test_one_lost_character_is_shown_and_said() -> None:
    paper = Paper().page()
    paper.set_paragraph(pages.LEFT, 100, pages.RIGHT, f"{pages.PREAMBLE[1]} the \ue123 of the Keeper")
    source, (finding,) = read_pdf(paper.finished(), "work.pdf", "en")
    (line,) = [line for line in source.lines if "\ufffd" in line.text]
    assert (finding.code, finding.page, finding.line) == ("text-lost", 1, line.number)
    assert line.text[finding.column - 1] == "\ufffd"


def test_an_empty_file_is_refused() -> None:
    assert refused(Paper().page().finished()).code == "read-empty"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", pages.assembly()[:-200]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert refused(data).code == "read-broken"


def test_a_damaged_stream_is_refused_and_not_read_in_part() -> None:
    data = bytearray(pages.assembly())
    start = data.index(b"stream\n", data.index(b"/Type /Page ") - 3000) + 7
    data[start + 400] ^= 1
    assert refused(bytes(data)).code == "read-broken"


def test_the_checksum_of_a_stream_is_checked() -> None:
    data = bytearray(pages.scan(read=1, pages=0))
    assert are_whole(bytes(data))
    data[data.rindex(b"\nendstream") - 1] ^= 1
    assert not are_whole(bytes(data))


def test_a_stream_that_unpacks_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_UNPACKED", 1000)
    assert refused(pages.assembly()).code == "read-broken"


def test_too_many_pages_are_refused() -> None:
    paper = Paper()
    for _ in range(limits.MAX_PAGES + 1):
        paper.page()
    finding = refused(paper.finished())
    assert (finding.code, str(limits.MAX_PAGES) in finding.message) == ("read-too-large", True)


@pytest.mark.parametrize(("room", "bound"), [(characters, "MAX_GLYPHS"), (engine, "MAX_ALL_GLYPHS")])
def test_too_many_characters_are_refused(room: ModuleType, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, bound, 100)
    assert refused(pages.assembly()).code == "read-too-large"


def test_a_page_of_very_many_rows_takes_as_much_work_as_it_is_long() -> None:
    def read_it(count: int) -> None:
        paper = Paper().page()
        for row in range(count):
            paper.say(60 + row % 7 * 60, 20 + row * 780 / count, "12 a")
        source, _ = read_pdf(paper.finished(), "work.pdf", "en")
        assert sum(line.text.count("a") for line in source.lines) == count

    assert_linear(read_it, 400)


def test_very_many_raised_figures_beside_a_long_row_take_as_much_work_as_they_are_many() -> None:
    def join(count: int) -> None:
        long = [Glyph("m", at * 12.0, at * 12.0 + 10, 100, 10) for at in range(count)]
        raised = [Glyph("1", (count + at) * 12.0, (count + at) * 12.0 + 2, 96, 5) for at in range(count)]
        first, second = rows_of(1, [*long, *raised])
        assert (len(first.glyphs), [glyph.raised for glyph in second.glyphs[-2:]]) == (count - 1, [False, True])

    assert_linear(join, 200)


def test_very_many_rules_above_small_print_take_as_much_work_as_they_are_many() -> None:
    def begin(count: int) -> None:
        rows = tuple(
            Row(1, 4.0 * at, (Glyph("1", 60, 64, 4.0 * at, 8), Glyph("a", 70, 74, 4.0 * at, 8))) for at in range(count)
        )
        rules = [Rule(60, 1e6 + at, 100, 1e6 + at) for at in range(count)]
        assert notes_begin(Column(rows, 60, 300), rules, (), 8, (), Before()) is None
        at = count // 2
        above = Rule(60, 4.0 * at - 2, 100, 4.0 * at - 2)
        assert notes_begin(Column(rows, 60, 300), [*rules, above], (), 8, (), Before()) == at

    assert_linear(begin, 200)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(["assembly", "official_records", "table", "arabic", "scan"]),
    cut=st.integers(0, 6000),
    flips=st.lists(st.tuples(st.integers(0, 6000), st.integers(1, 255)), max_size=8),
)
def test_no_bytes_make_it_raise(name: str, cut: int, flips: list[tuple[int, int]]) -> None:
    data = bytearray(getattr(pages, name)())
    for at, bits in flips:
        data[at % len(data)] ^= bits
    for some in (bytes(data), bytes(data[:cut]) + b"\n%%EOF"):
        source, findings = read_pdf(some, "work.pdf", "en")
        assert source.lines or findings
        check_offsets(source)


# --- printed by LibreOffice ------------------------------------------------------------------------------

PRINTED = {
    "en": (
        "Liberation Serif",
        [flat(text).replace("Lamps,1", "Lamps,^1^") for text in (pages.PREAMBLE[0], *pages.OPERATIVE)],
    ),
    "ru": (
        "Liberation Serif",
        [
            "ссылаясь на свою резолюцию 61/204 от 12 декабря 2006 года о содержании маяков северных гаваней,^1^ и "
            "учитывая, что 2030 ламп будут зажжены вновь,",
            "1. приветствует освещение восточного мола;",
        ],
    ),
    "zh": (
        "Noto Serif CJK SC",
        [
            "回顾其关于维护灯塔的第61/204号决议，^1^并铭记将有2030盏灯重新点亮，其中许多位于北方各港口，自上一个冬季以来一直没有光亮，",
            "1. 欢迎东防波堤点亮，并促请所有港口在漫长的夜间保持灯火通明；",
        ],
    ),
    "ar": (
        "Amiri",
        [
            "إذ تشير إلى قرارها 33/23 المؤرخ 12 كانون الأول/ديسمبر 2006 بشأن صيانة المنارات (A/73/901)،^1^ وإذ تضع في "
            "اعتبارها أن 2030 مصباحا ستضاء من جديد (انظر القرار دإ-30/1)،",
            "1 - ترحب بإضاءة الرصيف الشرقي [بموجب القرار ٣٣/٢٣] في ٢١ أيار/مايو ٢٠١٨؛",
        ],
    ),
}


@needs_office
@pytest.mark.parametrize("lang", list(PRINTED))
def test_what_libreoffice_prints_is_read_back(lang: str, tmp_path: Path) -> None:
    font, texts = PRINTED[lang]
    data = office.printed(tmp_path, lang, font, texts, ["A/73/902."])
    if not office.has_font(font):  # LibreOffice takes another, for whose joined letters it writes no characters
        assert [one.severity for one in read_pdf(data, "work.pdf", lang)[1]] in ([], [Severity.ERROR])
        pytest.skip(f"the font {font} is not installed")
    source = read(data, lang)
    glue = {"zh": ""}.get(lang, " ")
    body = [text.replace(" ", "") if not glue else text for text in paragraphs_of(source)]
    assert body == [text.replace("^", "").replace(" ", "" if not glue else " ") for text in texts]
    assert marks_of(source.lines)[:1] == ["1"]
    assert words_of(source, "note") == ["1 A/73/902."]


@needs_office
@pytest.mark.parametrize("font", ["DejaVu Sans", "Noto Naskh Arabic"])
def test_strokes_that_libreoffice_names_otherwise_are_no_words(font: str, tmp_path: Path) -> None:
    if not office.has_font(font):
        pytest.skip(f"the font {font} is not installed")
    sentence = "وإذ تضع في اعتبارها أن ألفي مصباح ستضاء من جديد: في الشتاء و/أو الربيع - قبل غروب الشمس كل يوم"
    words = sentence.split(" ")
    text = " ".join(word for at in range(4) for word in (*words[at:], *words[:at]))
    data = office.printed(tmp_path, "ar", font, [text], [])
    assert "\u0640" in {glyph.char for sheet in engine.sheets(data) for glyph in sheet.glyphs}  # the file has some
    assert paragraphs_of(read(data, "ar")) == [text]


# --- the real ones ---------------------------------------------------------------------------------------


def _text_layer(path: Path, page: int) -> str:
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(path), "-"]
    found = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return "".join(found.stdout.decode().split())


@needs_real
@needs_poppler
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_pdf_is_read_to_the_last_character(path: Path) -> None:
    source = read(path.read_bytes())
    for page in range(1, source.lines[-1].page + 1):
        lines = [line for line in source.lines if line.page == page]
        layer = _text_layer(path, page)
        assert Counter(layer) == Counter("".join("".join(line.text.split()) for line in lines))
        words = [line for line in lines if not line.role.startswith("furniture") and (page > 1 or line.number > 11)]
        at = 0
        for line in words:  # in the same order as an extractor that knows nothing of ours
            at = layer.index("".join(line.text.split()), at)


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_pdf_is_converted_without_a_finding(path: Path) -> None:
    expression = converted("en", path.read_bytes(), "pdf")
    # What is said of records of the Health Assembly: they are cited, and no work of an organ that has a record.
    of_others = {"A_RES_73_3-EN": ["WHA69/2016/REC/1", "WHA67/2014/REC/1", "WHA71/2018/REC/1"]}.get(path.stem, [])
    assert [one.code for one in expression.diagnostics] == ["citation-organ"] * len(of_others)
    assert [one.message.partition(" ")[0] for one in expression.diagnostics] == of_others
    resolution = expression.resolution
    numbers = [str(paragraph.number) for paragraph in resolution.paragraphs if paragraph.number is not None]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert resolution.masthead.symbol == path.stem.replace("_", "/").removesuffix("-EN")
    assert all(note.paragraph for note in resolution.footnotes)


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_pdf_has_all_its_paragraphs_and_notes(path: Path, authorities: Authorities) -> None:
    source, findings = READERS[".pdf"](path.read_bytes(), path.name, "en")
    assert findings == ()
    begin = [line.text for line in source.lines if line.role == "" and line.gap]
    numbers = [int(text.partition(".")[0]) for text in begin if text.partition(".")[0].isdecimal()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) in (28, 53)
    cleaned = clean(source, load("en", authorities))
    assert [note.marker for note in cleaned.notes] == [str(n) for n in range(1, len(cleaned.notes) + 1)]
    assert len(cleaned.notes) in (7, 9)
    for note in cleaned.notes:
        assert note.mark is not None
        assert source.text[note.mark : note.mark + len(note.marker)] == note.marker
    body = "\n".join(line.text for line in cleaned.lines)
    job = next(f.text for f in cleaned.furniture if f.kind == "job-number").split()[0]
    assert job not in body
    assert "____" not in body
    assert body.count(path.stem.replace("_", "/").removesuffix("-EN")) == 1  # in the masthead


def test_vowel_signs_are_said_where_they_first_stand() -> None:
    text = "المنارات\nأيضًا\nدائمًا"
    starts = [0, text.index("أ"), text.index("د")]
    lines = tuple(Line(number, start, text.split("\n")[number - 1], page=2) for number, start in enumerate(starts, 1))
    [found] = doubts([], Source("x.pdf", "ar", "pdf", text, lines))
    assert (found.code, found.page, found.line, found.column) == ("read-vowel-signs", 2, 2, 4)
    assert list(doubts([], Source("x.pdf", "ar", "pdf", "المنارات", lines[:1]))) == []
