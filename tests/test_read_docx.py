"""The DOCX reader: what Word shows of a file, paragraph by paragraph, and what is refused or said."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator

import pytest

from converter.model import Diagnostic, Severity, Source
from converter.read import reader_of
from converter.read.counting import formatted
from converter.read.docx import read_docx
from tests.documents.official import CHINESE, resolution
from tests.documents.word import SEPARATORS, Xml, docx, level, lists, mark, note, p, r, row, table, tag, zipped
from tests.steps import assert_linear, peak

ROMAN, LETTERS = level(0, "upperRoman", "%1."), level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
LEGAL = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
ONE_LIST = lists({0: LEGAL}, {1: (0, "")})


def read(data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    source, findings = read_docx(data, "sources/lamps/en.docx", "en")
    assert source.text == "".join(f"{line.text}\n" for line in source.lines)
    assert all(source.text[line.start :].startswith(line.text) for line in source.lines)
    return source, findings


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data)[0].lines if not line.role.startswith("furniture:")]


def shown(data: bytes) -> list[tuple[int, str, str]]:
    return [(line.number, line.role, line.text) for line in read(data)[0].lines]


def codes(data: bytes) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in read(data)[1]]


# --- words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([r("Light"), r("house"), r(" keepers")], "Lighthouse keepers"),
        (["12", r(Xml("<w:tab/>")), "miles \u00a0 off"], "12 miles off"),
        (["North", r(Xml("<w:noBreakHyphen/>")), "South"], "North-South"),
        (["light", r(Xml("<w:softHyphen/>")), "house and lamp\u00adpost"], "lighthouse and lamppost"),
        ([tag("hyperlink", r("A/73/901"))], "A/73/901"),
        ([tag("smartTag", tag("sdt", tag("sdtContent", r("the keeper"))))], "the keeper"),
        ([tag("fldSimple", r("seventh"), instr="REF x")], "seventh"),
        (
            [
                r(Xml('<w:fldChar w:fldCharType="begin"/>')),
                r(Xml("<w:instrText>DATE</w:instrText>")),
                r(Xml('<w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText>')),
                r(Xml('<w:fldChar w:fldCharType="separate"/><w:t>inner</w:t><w:fldChar w:fldCharType="end"/>')),
                r(Xml('<w:fldChar w:fldCharType="separate"/>')),
                r("12 May"),
                r(Xml('<w:fldChar w:fldCharType="end"/>')),
                " it was",
            ],
            "12 May it was",
        ),
        ([r(Xml('<w:sym w:font="Symbol" w:char="F0B7"/>')), " oil"], "• oil"),
        (["seen ", r("not seen", "<w:vanish/>"), "again"], "seen again"),
        ([tag("ruby", tag("rt", r("deng")), tag("rubyBase", r("灯")))], "灯"),  # not in a run
        ([r(tag("ruby", tag("rt", r("deng")), tag("rubyBase", r("灯")))), "塔"], "灯塔"),
        (["a &amp; b <c>"], "a &amp; b <c>"),
    ],
)
def test_what_a_reader_sees_of_a_paragraph(content: list[str], words: str) -> None:
    assert "".join(texts(docx(p(*content)))) == words


BEGIN, SEPARATE, END = (r(Xml(f'<w:fldChar w:fldCharType="{kind}"/>')) for kind in ("begin", "separate", "end"))
ASKED = r(Xml("<w:instrText>DATE</w:instrText>"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([p("lit", BEGIN, ASKED, " at dusk"), p("put out")], ["lit at dusk", "put out"]),  # a field without an end
        ([p("lit", BEGIN, tag("del", END), ASKED, " at dusk"), p("out")], ["lit at dusk", "out"]),
        ([p(BEGIN, ASKED, BEGIN, ASKED, SEPARATE, "12 May", END, " lit")], ["12 May lit"]),
        ([p(END, "lit", SEPARATE)], ["lit"]),
    ],
)
def test_a_field_without_an_end_hides_no_words(content: list[str], words: list[str]) -> None:
    source, _ = read_docx(docx(*content), "x.docx", "en", accept_changes=True)
    assert [line.text for line in source.lines] == words


def test_a_field_that_has_no_end_in_a_note_hides_no_words_of_the_text() -> None:
    unended = Xml('<w:fldChar w:fldCharType="begin"/><w:t>See.</w:t>')
    source, _ = read(docx(p("Lamps", mark(2), " burn."), p("Oil too."), footnotes=note(2, unended)))
    assert [line.text for line in source.lines] == ["Lamps1 burn.", "1 See.", "Oil too."]


def test_paragraphs_are_counted_as_a_person_does() -> None:
    data = docx(
        p("One"), p(""), p(" "), p("Two", r(Xml("<w:br/>")), "goes on"), tag("sdt", tag("sdtContent", p("Three")))
    )
    source, _ = read(data)
    assert [(line.number, line.text, line.gap) for line in source.lines] == [
        (1, "One", True),
        (2, "Two", True),
        (2, "goes on", False),
        (3, "Three", True),
    ]
    assert source.tells_paragraphs
    assert source.locate(source.text.index("goes on") + 3) == (0, 2, 4)


def test_alternatives_are_read_once() -> None:
    box = tag("txbxContent", p("In the box"))
    drawn = Xml(
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    data = docx(p("Before", r(drawn), " it"), p("After"))
    assert texts(data) == ["Before it", "In the box", "After"]
    assert codes(data) == [("read-text-box", 1)]


def test_a_text_box_in_a_cell_is_read_once() -> None:
    drawn = r(Xml(f"<w:pict><w:r>{tag('txbxContent', p('In the box'))}</w:r></w:pict>"))
    data = docx(p("Text"), table(row(p("One", drawn), "two"), row("three", "four")))
    assert texts(data) == ["Text", "One\ttwo", "In the box", "three\tfour"]


# --- numbers that Word makes -----------------------------------------------------------------------------------


def test_numbers_of_three_levels() -> None:
    body = [p(text, num=(1, at)) for text, at in (("A", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 1), ("F", 0), ("g", 1))]
    assert texts(docx(*body, numbering=ONE_LIST)) == ["1. A", "(a) b", "(i) c", "(ii) d", "(b) e", "2. F", "(a) g"]


@pytest.mark.parametrize(
    ("levels", "override", "places", "labels"),
    [
        (level(0, "decimal", "%1.", start=4), "", [0, 0], ["4.", "5."]),
        (ROMAN + level(1, "decimal", "%1.%2"), "", [0, 1, 1, 0, 1], ["I.", "I.1", "I.2", "II.", "II.1"]),
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more='<w:isLgl w:val="1"/>'),
            "",
            [0, 0, 1],
            ["I.", "II.", "2.1"],
        ),
        (
            level(0, "upperLetter", "%1.") + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
            "",
            [0, 1, 1, 0, 1],
            ["A.", "1.", "2.", "B.", "3."],
        ),
        (
            LETTERS + level(2, "lowerRoman", "(%3)", more='<w:lvlRestart w:val="1"/>'),
            "",
            [0, 1, 2, 1, 2, 0, 2],
            ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(i)"],
        ),
        (
            level(0, "decimal", "%1."),
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
            [0, 0],
            ["7.", "8."],
        ),
        (
            level(0, "decimal", "%1."),
            f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)", start=3)}</w:lvlOverride>',
            [0, 0],
            ["c)", "d)"],
        ),
        (level(0, "bullet", "\uf0b7"), "", [0], ["•"]),
        (level(0, "none", ""), "", [0], [""]),
    ],
)  # fmt: skip
def test_numbers(levels: str, override: str, places: list[int], labels: list[str]) -> None:
    data = docx(*(p("x", num=(1, at)) for at in places), numbering=lists({0: levels}, {1: (0, override)}))
    assert texts(data) == [f"{label} x".strip() for label in labels]


def test_lists_of_one_kind_go_on_and_one_that_starts_over_does_not() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists({0: LEGAL}, {1: (0, ""), 2: (0, ""), 3: (0, anew)})
    data = docx(*(p("x", num=(of, 0)) for of in (1, 1, 2, 3, 3)), numbering=numbering)
    assert texts(data) == ["1. x", "2. x", "3. x", "1. x", "2. x"]


def test_numbers_of_a_style() -> None:
    tied = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Sub"/>')
    styles = (
        tag("style", tag("pPr", tag("numPr", tag("numId", val="1"))), styleId="Op", type="paragraph")
        + tag("style", tag("basedOn", val="Op"), styleId="Sub", type="paragraph")
        + tag("style", tag("basedOn", val="Op"), tag("pPr", tag("numPr", tag("numId", val="0"))), styleId="Plain")
    )
    body = [
        p("Calls upon", style="Op"),
        p("to light", style="Sub"),
        p("the lamps", style="Plain"),
        p("Decides", style="Op"),
    ]
    assert texts(docx(*body, styles=styles, numbering=lists({0: tied}, {1: (0, "")}))) == [
        "1. Calls upon",
        "(a) to light",
        "the lamps",
        "2. Decides",
    ]


def test_numbers_through_a_style_of_lists() -> None:
    styles = tag("style", tag("pPr", tag("numPr", tag("numId", val="1"))), styleId="Outline", type="numbering")
    numbering = lists({0: LEGAL, 1: '<w:numStyleLink w:val="Outline"/>'}, {1: (0, ""), 2: (1, "")})
    assert texts(docx(p("x", num=(2, 1)), styles=styles, numbering=numbering)) == ["(a) x"]


def test_a_format_that_is_not_known_is_said() -> None:
    data = docx(p("x", num=(1, 0)), numbering=lists({0: level(0, "cardinalText", "%1.")}, {1: (0, "")}))
    assert texts(data) == ["1. x"]
    assert [code for code, _ in codes(data)] == ["read-numbering"]


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        ("lowerLetter", 28, "bb"),
        ("lowerRoman", 49, "xlix"),
        ("decimalZero", 4, "04"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 15, "十五"),
        ("chineseCountingThousand", 2010, "二千零一十"),
        ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 3, "丙"),
        ("arabicAlpha", 3, "ت"),
        ("arabicAbjad", 3, "ج"),
        ("russianLower", 8, "з"),
        ("decimalEnclosedCircle", 11, "⑪"),
        ("decimalFullWidth", 12, "１２"),
        ("ordinal", 112, "112th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 2, None),
    ],
)
def test_formats_of_numbers(kind: str, number: int, words: str | None) -> None:
    assert formatted(number, kind) == words


# --- notes ------------------------------------------------------------------------------------------------------


def test_notes_stand_after_the_paragraph_with_their_marks() -> None:
    notes = note(4, "The first.", "And more of it.") + note(2, "The second.") + note(9, "Of the star.", custom="*")
    data = docx(p("A lamp,", mark(4), " and another", mark(2), " and", mark(9, custom="*")), p("Next"), footnotes=notes)
    source, findings = read(data)
    assert [(line.number, line.role, line.text) for line in source.lines] == [
        (1, "", "A lamp,1 and another2 and*"),
        (1, "note", "1 The first."),
        (1, "note+", "And more of it."),
        (1, "note", "2 The second."),
        (1, "note", "* Of the star."),
        (2, "", "Next"),
    ]
    first = source.lines[0]
    assert [first.text[start:end] for start, end in first.marks] == ["1", "2", "*"]
    assert source.knows_marks
    assert findings == ()


def test_numbers_of_notes_start_and_restart_as_the_file_says() -> None:
    settings = tag("footnotePr", tag("numStart", val="13"), tag("numRestart", val="eachSect"))
    notes = "".join(note(at, f"Note {at}.") for at in (1, 2, 3))
    body = [p("A", mark(1)), p("B", mark(2), more="<w:sectPr/>"), p("C", mark(3))]
    data = docx(*body, footnotes=notes, settings=settings)
    assert [line for _, role, line in shown(data) if role == "note"] == ["13 Note 1.", "14 Note 2.", "13 Note 3."]


def test_endnotes_have_small_roman_numerals_unless_the_file_says_otherwise() -> None:
    notes = note(1, "At the end.", kind="endnote")
    assert texts(docx(p("A", mark(1, "endnote")), endnotes=notes)) == ["Ai", "i At the end."]
    settings = tag("endnotePr", tag("numFmt", val="decimal"))
    assert texts(docx(p("A", mark(1, "endnote")), endnotes=notes, settings=settings)) == ["A1", "1 At the end."]


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_notes_that_somebody_typed() -> None:
    body = p("A lamp,", r("1", RAISED), " lit"), p(r("1", RAISED), "See A/73/901."), p(r("2", RAISED), " has no mark")
    source, _ = read(docx(*body))
    assert [(line.role, line.text) for line in source.lines] == [
        ("", "A lamp,1 lit"),
        ("note", "1 See A/73/901."),
        ("note", "2 has no mark"),
    ]
    assert source.knows_marks


def test_without_notes_of_its_own_the_words_tell_the_marks() -> None:
    assert not read(docx(p("A lamp,1 lit"), p("1 See A/73/901.")))[0].knows_marks


def test_a_note_that_several_marks_lead_to_is_printed_once() -> None:
    own = Xml('<w:t>See the log</w:t><w:footnoteReference w:id="2"/>')  # leads to itself
    source, findings = read(docx(p("Lamps", mark(2)), p("Oil", mark(2)), footnotes=note(2, own)))
    assert [line.text for line in source.lines] == ["Lamps1", "1 See the log2", "Oil3"]
    assert [(one.code, one.line) for one in findings] == [("read-note-twice", 1), ("read-note-twice", 2)]


def test_a_note_that_is_missing_and_numbers_by_page_are_said() -> None:
    assert codes(docx(p("A"), p("B", mark(5)))) == [("read-note-missing", 2)]
    settings = tag("footnotePr", tag("numRestart", val="eachPage"))
    assert codes(docx(p("A"), settings=settings)) == [("read-note-numbers", 1)]


@pytest.mark.parametrize(
    ("before", "raised", "found"),
    [
        ("lamps", "3", ["3"]),
        ("lamps", "3, 4", ["3", "4"]),
        ("lamps", "**", ["**"]),
        ("12 km", "2", []),
        ("the 4", "th", []),
    ],
)
def test_a_raised_number_may_be_a_mark(before: str, raised: str, found: list[str]) -> None:
    notes = [p(r(marker, RAISED), f" Note {marker}.") for marker in found if marker.isdecimal()]
    line = read(docx(p(before, r(raised, RAISED), " here"), *notes))[0].lines[0]
    assert [line.text[start:end] for start, end in line.marks] == found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("10", r("6", RAISED), " lamps"), "10⁶ lamps"),
        (("10", r("-6", RAISED), " lamps"), "10⁻⁶ lamps"),
        (("40 km", r("2", RAISED)), "40 km²"),
        (("40 км", r("2", RAISED)), "40 км²"),
        (("x", r("7", RAISED), " and CO", r("2", '<w:vertAlign w:val="subscript"/>')), "x⁷ and CO₂"),
        (("H", r("2", '<w:position w:val="-6"/>'), "O, m", r("3", '<w:position w:val="8"/>')), "H₂O, m³"),
        (("le 1", r("er", RAISED), " juin, the 21", r("st", RAISED)), "le 1er juin, the 21st"),
        (("40 km² of oil",), "40 km² of oil"),
    ],
)
def test_powers_units_and_formulas_keep_their_height(content: tuple[str, ...], text: str) -> None:
    source, _ = read(docx(p(*content), p("A", r("2", RAISED)), p(r("2", RAISED), " Note 2.")))
    assert source.lines[0].text == text
    assert source.lines[0].marks == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((r("1, 2", RAISED),), "oil1, 2 here"),
        ((r("1", RAISED), ", ", r("2", RAISED)), "oil1, 2 here"),
        (("¹ ²",), "oil1 2 here"),
        (("¹", r("2", RAISED)), "oil12 here"),
        ((r("[1]", RAISED), r("[2]", RAISED)), "oil12 here"),
    ],
)
def test_marks_side_by_side_are_two(content: tuple[str, ...], text: str) -> None:
    notes = [p(r(marker, RAISED), f" Note {marker}.") for marker in "12"]
    (line, *below) = read(docx(p("oil", *content, " here"), *notes))[0].lines
    assert line.text == text
    assert [line.text[start:end] for start, end in line.marks] == ["1", "2"]
    assert [one.role for one in below] == ["note", "note"]


# --- tables and pages ---------------------------------------------------------------------------------------------


def test_tables_are_rows_and_a_letterhead_is_not() -> None:
    merged = Xml("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>not seen</w:t></w:r></w:p></w:tc>")
    letterhead = table(row("United Nations", Xml(p("A/73/901") + p("Distr.: General"))))
    figures = table(
        row("Reef", "12", p("lit", mark(1))), Xml(f"<w:tr>{merged}{tag('tc', p('13'))}{tag('tc', p(''))}</w:tr>")
    )
    data = docx(letterhead, p("The keepers,"), figures, p("End"), footnotes=note(1, "In 1902."))
    assert shown(data) == [
        (1, "", "United Nations"),
        (2, "", "A/73/901"),
        (3, "", "Distr.: General"),
        (4, "", "The keepers,"),
        (5, "row", "Reef\t12\tlit1"),
        (5, "note", "1 In 1902."),
        (6, "row", "\t13\t"),
        (7, "", "End"),
    ]


def test_a_table_in_a_cell_is_flattened_and_said() -> None:
    inner = table(row("a", "b"))
    data = docx(p("Text"), table(row("x", Xml(p("y") + inner))))
    assert texts(data) == ["Text", "x\ty a b"]
    assert codes(data) == [("read-nested-table", 2)]


def test_the_header_of_the_first_page_is_text_and_the_others_are_furniture() -> None:
    section = Xml(
        '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>'
        '<w:footerReference w:type="default" r:id="f1"/><w:titlePg/></w:sectPr>'
    )
    headers = {"h1": table(row("United Nations", "A/73/901")), "h2": p("A/73/901"), "f1": p("2/3")}
    data = docx(p("The keepers,"), section=section, headers=headers)
    assert shown(data) == [
        (1, "", "United Nations"),
        (2, "", "A/73/901"),
        (3, "", "The keepers,"),
        (3, "furniture:running-head", "A/73/901"),
        (3, "furniture:running-foot", "2/3"),
    ]
    without = section.replace("<w:titlePg/>", "")
    assert shown(docx(p("The keepers,"), section=without, headers=headers))[0] == (1, "", "The keepers,")


@pytest.mark.parametrize(
    ("paragraph", "is_heading"),
    [
        (p(r("Of the oil", "<w:b/>")), True),
        (p("Of the oil", more='<w:jc w:val="center"/>'), True),
        (p("Of the oil"), False),
        (p(r("Of the", "<w:b/>"), " oil"), False),
        (p(r("The keepers,", "<w:b/>")), False),
        (p("Of the oil", style="H1"), True),
        (p("x" * 200, style="H1"), True),
        (p("Calls upon the keepers to light the lamps;", style="H1"), False),  # set so to have it in an outline
        (p(r("x" * 200, "<w:b/>")), False),
    ],
)
def test_headings(paragraph: str, is_heading: bool) -> None:
    styles = tag("style", tag("pPr", tag("outlineLvl", val="0")), styleId="H1", type="paragraph")
    beside = p("Calls upon the keepers to light the lamps of the harbours. " * 9)  # bold tells where not all is bold
    assert (read(docx(paragraph, beside, styles=styles))[0].lines[0].role == "heading") is is_heading


@pytest.mark.parametrize(
    ("inside", "code", "severity"),
    [
        (Xml("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "read-left-out", Severity.WARNING),
        (r(Xml("<w:drawing><a:blip/></w:drawing>")), "read-picture", Severity.INFO),
        (r(Xml("<w:object><o:OLEObject xmlns:o='urn:o'/></w:object>")), "read-left-out", Severity.WARNING),
        (r(Xml('<w:sym w:font="Wingdings" w:char="F021"/>')), "read-left-out", Severity.WARNING),
        (r("gone", "<w:vanish/>"), "read-hidden", Severity.INFO),
        (r(Xml("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")), "read-left-out", Severity.WARNING),
        (r(tag("ruby", tag("rt", r("deng")), tag("rubyBase"))), "read-left-out", Severity.WARNING),
        (r(Xml("<w:drawing><a:t xmlns:a='urn:a'>drawn</a:t></w:drawing>")), "read-left-out", Severity.WARNING),
        (r(Xml("<w:pict><v:textpath xmlns:v='urn:v' string='DRAFT'/></w:pict>")), "read-left-out", Severity.WARNING),
        (r(Xml("<w:drawing><w:t>drawn</w:t></w:drawing>")), "read-left-out", Severity.WARNING),
        (
            Xml('<w:r><w:fldChar w:fldCharType="begin"/><w:t>IF</w:t><w:fldChar w:fldCharType="end"/></w:r>'),
            "read-left-out",
            Severity.WARNING,
        ),
    ],
)
def test_what_is_left_out_is_said_and_where(inside: str, code: str, severity: Severity) -> None:
    data = docx(p("One"), p("Two ", inside), p("Three"))
    _, findings = read(data)
    assert texts(data) == ["One", "Two", "Three"]
    assert [(one.code, one.line, one.severity) for one in findings] == [(code, 2, severity)]


@pytest.mark.parametrize("inside", [r(Xml("<w:delText>old</w:delText>")), Xml("<w:delText>old</w:delText>")])
def test_words_named_as_deleted_outside_a_tracked_change_are_said(inside: str) -> None:
    data = docx(p("One"), p("Two ", inside), p("Three"))
    assert texts(data) == ["One", "Two", "Three"]
    assert [(one.code, one.line, "'old'" in one.message) for one in read(data)[1]] == [("read-left-out", 2, True)]


def test_comments_are_left_out_and_said() -> None:
    assert [code for code, _ in codes(docx(p("One", r(Xml('<w:commentReference w:id="1"/>')))))] == ["read-comments"]


# --- tracked changes -----------------------------------------------------------------------------------------------

CHANGED = (
    p("One"),
    p(
        "Two ",
        tag("ins", r("new"), author="Ada"),
        tag("del", Xml("<w:r><w:delText>old</w:delText></w:r>"), author="Bo"),
    ),
    p("Three", more=tag("rPr", tag("del", author="Bo"))),
    p(" four"),
    table(row("kept", "x"), row("gone", "x", properties=tag("trPr", tag("del", author="Bo")))),
)


def test_tracked_changes_are_refused() -> None:
    source, findings = read(docx(*CHANGED))
    assert source.lines == ()
    (finding,) = findings
    assert (finding.code, finding.severity, finding.line) == ("read-tracked-changes", Severity.ERROR, 2)
    assert "tracked changes stand in the file: 4 by 2 authors" in finding.message
    assert "(paragraph 2, 3, 5)" in finding.message


def test_tracked_changes_are_accepted_on_request() -> None:
    source, findings = reader_of(".docx", accept_changes=True)(docx(*CHANGED), "sources/lamps/en.docx", "en")
    assert [line.text for line in source.lines] == ["One", "Two new", "Three four", "kept\tx"]
    assert [(one.code, one.severity) for one in findings] == [("read-tracked-changes", Severity.INFO)]


def test_changes_of_the_setting_are_none() -> None:
    more = tag("rPr", tag("rPrChange", author="Ada")) + tag("pPrChange", author="Ada")
    assert read(docx(p("One", more=more)))[1] == ()


# --- what is refused -------------------------------------------------------------------------------------------------

GOOD = docx(p("One"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DEEP = docx(Xml("<w:sdt>" * 3000 + "</w:sdt>" * 3000))
ENTITIES = docx(extra={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read-not-docx"),
        (b"The keepers,", "read-not-docx"),
        (GOOD[: len(GOOD) // 2], "read-not-docx"),
        (b"{\\rtf1 x}", "read-not-docx"),
        (zipped({"content.xml": "<x/>"}), "read-not-docx"),
        (OLE, "read-old-word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "read-encrypted"),
        (DEEP, "read-broken"),
        (ENTITIES, "read-broken"),
        (docx(Xml("<w:p>")), "read-broken"),
        (docx(p("")), "read-empty"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_refused(data: bytes, code: str) -> None:
    source, findings = read(data)
    assert source.lines == ()
    assert [(one.code, one.severity) for one in findings] == [(code, Severity.ERROR)]
    assert findings[0].hint


def test_a_bomb_is_not_unpacked() -> None:
    relations = docx(p("One"), styles="")
    with zipfile.ZipFile(io.BytesIO(relations)) as packed:
        files: dict[str, bytes | str] = {name: packed.read(name) for name in packed.namelist()}
    files["word/styles.xml"] = bytes(100 * 1024 * 1024)
    data = zipped(files)
    assert len(data) < 200_000
    assert [code for code, _ in codes(data)] == ["read-too-large"]
    assert peak(lambda: codes(data)) < 10 * 1024 * 1024


def test_what_every_paragraph_asks_for_is_looked_up_once() -> None:
    def read_many(count: int) -> None:
        many = tag("x") * (20 * count)
        styles = tag("style", many, tag("pPr", many, tag("outlineLvl", val="0")), styleId="S", type="paragraph")
        numbering = lists({0: tag("lvl", ilvl="0") * (20 * count) + level(0, "decimal", "%1" * 5000)}, {1: (0, "")})
        inner = '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr>'
        paragraphs = [p("x", more=inner) for _ in range(count)]
        parts = {"footnotes": note(2, "See."), "settings": tag("footnotePr", many)}
        source, _ = read(docx(*paragraphs, p("y", mark(2)), styles=styles, numbering=numbering, **parts))
        assert (len(source.lines), len(source.lines[0].text)) == (count + 2, 102)

    assert_linear(read_many, 50)


def damaged(data: bytes, count: int) -> Iterator[bytes]:
    """The file with bytes changed, and cut short."""
    chance = random.Random(936)
    for _ in range(count):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 3, 30))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield bytes(broken)
        yield data[: chance.randrange(len(data))]


def shuffled(data: bytes, count: int) -> Iterator[bytes]:
    """The file with elements of its parts lost, doubled, moved and renamed: whole XML, but no sane document."""
    chance = random.Random(48)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    for _ in range(count):
        name = chance.choice([name for name in files if name.startswith("word/") and name.endswith(".xml")])
        tokens = re.findall("<[^>]+>|[^<]+", files[name])
        for _ in range(chance.choice((1, 4, 20))):
            at, other = chance.randrange(2, len(tokens) - 1), chance.randrange(2, len(tokens) - 1)
            if tokens[at].endswith("/>") or not tokens[at].startswith("<"):
                tokens[at] = chance.choice(("", tokens[at] * 2, tokens[other] if tokens[other].endswith("/>") else "x"))
            else:
                value = chance.choice(("", "-1", "x", "999999999999", "1"))
                tokens[at] = re.sub('="[^"]*"', f'="{value}"', tokens[at])
        yield zipped({**files, name: "".join(tokens)})


def test_a_damaged_file_is_read_or_refused_but_never_raises() -> None:
    whole = resolution(CHINESE)
    read_whole = 0
    for data in (*damaged(whole, 100), *shuffled(whole, 200)):
        source, findings = read(data)
        assert source.lines or any(finding.severity is Severity.ERROR for finding in findings)
        read_whole += bool(source.lines)
    assert read_whole > 150


@pytest.mark.parametrize(
    "body",
    [
        p(Xml("<w:r><w:r><w:t>lit</w:t></w:r></w:r>")),
        p(Xml("<w:r><w:hyperlink><w:r><w:t>lit</w:t></w:r></w:hyperlink></w:r>")),
        p(Xml("<w:r><w:new><w:t>lit</w:t></w:new></w:r>")),
        p(Xml("<w:t>lit</w:t>")),
        p(Xml("<w:new><w:r><w:t>lit</w:t></w:r></w:new>")),
        p(Xml("<w:new><w:new><w:t>lit</w:t></w:new></w:new>")),
        p(Xml(p("lit"))),
        p(Xml(table(row("lit")))),
        Xml("<w:r><w:t>lit</w:t></w:r>"),
        Xml("<w:t>lit</w:t>"),
        Xml("<w:new><w:p><w:r><w:t>lit</w:t></w:r></w:p></w:new>"),
        Xml("<w:tr><w:tc><w:p><w:r><w:t>lit</w:t></w:r></w:p></w:tc></w:tr>"),
        Xml("<w:txbxContent><w:p><w:r><w:t>lit</w:t></w:r></w:p></w:txbxContent>"),
    ],
)
def test_words_where_no_word_processor_puts_any_are_read_and_said(body: str) -> None:
    source, findings = read(docx(p("Lamps."), body, p("Wicks.")))
    assert source.text.split() == ["Lamps.", "lit", "Wicks."]
    assert [(one.code, one.line) for one in findings] == [("read-misplaced", 2)]


@pytest.mark.parametrize(
    "body",
    [
        table("<w:r><w:t>lit</w:t></w:r>", row("North", "12")),
        table("<w:tr><w:r><w:t>lit</w:t></w:r><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", row("North", "12")),
        table("<w:tr><w:tc><w:r><w:t>lit</w:t></w:r></w:tc><w:tc><w:p/></w:tc></w:tr>", row("North", "12")),
        p("North 12", more="<w:r><w:t>lit</w:t></w:r>"),
        p(Xml("<w:r><w:rPr><w:t>lit</w:t></w:rPr><w:t>North 12</w:t></w:r>")),
        p(r("North 12"), Xml("<w:r><w:drawing><w:p><w:r><w:t>lit</w:t></w:r></w:p></w:drawing></w:r>")),
        table(row("North", "12"), row(Xml(f"<w:tcPr><w:vMerge/></w:tcPr>{p('lit')}"), "")),
    ],
)
def test_words_that_have_no_place_are_said_to_be_left_out(body: str) -> None:
    source, findings = read(docx(p("Lamps."), body))
    assert source.text.split() == ["Lamps.", "North", "12"]
    assert [(one.code, one.severity, one.line > 1) for one in findings] == [("read-left-out", Severity.WARNING, True)]


def test_words_of_a_note_that_have_no_place_are_said_to_be_left_out() -> None:
    data = docx(p("Lamps.", mark(2)), footnotes=note(2, "See.").replace("</w:footnote>", "<w:t>lit</w:t></w:footnote>"))
    assert [code for code, _ in codes(data)] == ["read-left-out"]


def test_of_alternatives_in_a_cell_one_is_read() -> None:
    either = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    cell = f"<w:tc>{either.format(p('lit'), p('dark'))}</w:tc>"
    source, findings = read(docx(p("Lamps."), table(f"<w:tr>{cell}<w:tc>{p('12')}</w:tc></w:tr>")))
    assert source.text.split() == ["Lamps.", "lit", "12"] and findings == ()


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    def cell(words: str, said: str = "") -> Xml:
        return Xml(f"<w:tcPr>{said}</w:tcPr>{p(words)}")

    wide, goes_on = cell("North and south", '<w:gridSpan w:val="2"/>'), cell("gone", "<w:hMerge/>")
    later = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    rows = table(
        row("Lamp", "Oil", "Wick"),
        row(wide, "5"),
        row(cell("North", '<w:hMerge w:val="restart"/>'), goes_on, "6"),
        row("7", properties=later),
    )
    source, findings = read_docx(docx(p("The lamps burn at night."), rows), "en.docx", "en")
    assert [line.text for line in source.lines[1:]] == [
        "Lamp\tOil\tWick",
        "North and south\t\t5",
        "North\t\t6",
        "\t\t7",
    ]
    assert [one.code for one in findings] == ["read-left-out"]


def test_a_cell_that_a_tracked_change_takes_out_is_a_tracked_change() -> None:
    taken = Xml(f'<w:tcPr><w:cellDel w:id="1" w:author="A"/></w:tcPr>{p("gone")}')
    data = docx(p("The lamps burn at night."), table(row("Lamp", "Oil"), row(taken, "4")))
    source, findings = read_docx(data, "en.docx", "en")
    assert (source.lines, [one.code for one in findings]) == ((), ["read-tracked-changes"])
    source, _ = read_docx(data, "en.docx", "en", accept_changes=True)
    assert [line.text for line in source.lines[1:]] == ["Lamp\tOil", "\t4"]


def test_a_paragraph_whose_end_is_hidden_goes_on_in_the_next() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = (p("The lamps. ", more=hidden), p("They burn at night."), p("Last", more=hidden), table(row("a", "b")))
    source, _ = read_docx(docx(*body), "en.docx", "en")
    assert [line.text for line in source.lines] == ["The lamps. They burn at night.", "Last", "a\tb"]


def field(code: str, *result: Xml, data: str = "") -> Xml:
    begin = r(Xml(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'))
    separate = r(Xml('<w:fldChar w:fldCharType="separate"/>'))
    end = r(Xml('<w:fldChar w:fldCharType="end"/>'))
    return Xml("".join((begin, r(Xml(f"<w:instrText>{code}</w:instrText>")), separate, *result, end)))


def test_a_field_with_an_empty_result_is_said_where_it_always_shows_something() -> None:
    for code, result, count in (("EQ x", (), 1), ("EQ x", (r("10"),), 0), ("TC x", (), 0)):
        _, findings = read_docx(docx(p("The lamps ", field(code, *result), "burn.")), "en.docx", "en")
        assert [one.code for one in findings] == ["read-left-out"] * count


def test_what_is_chosen_in_a_list_of_a_form_is_read() -> None:
    entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("horns", "lamps"))
    for chosen, words in (('<w:result w:val="1"/>', "lamps"), ("", "horns"), ('<w:result w:val="9"/>', "")):
        data = f"<w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData>"
        source, _ = read_docx(docx(p("The ", field("FORMDROPDOWN", data=data), " burn.")), "en.docx", "en")
        assert source.lines[0].text == " ".join(f"The {words} burn.".split())


@pytest.mark.parametrize(("form", "marker", "said"), [("chicago", "†", False), ("cardinalText", "2", True)])
def test_marks_of_notes_are_signs_where_the_file_says_so(form: str, marker: str, said: bool) -> None:
    notes = SEPARATORS + note(1, "First.") + note(2, "Second.")
    settings = f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>'
    data = docx(p("The lamps", mark(1), " burn.", mark(2)), footnotes=notes, settings=settings)
    source, findings = read_docx(data, "en.docx", "en")
    assert source.lines[-1].text == f"{marker} Second."
    assert ("read-numbering" in {one.code for one in findings}) is said
