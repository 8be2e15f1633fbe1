"""What a reader sees of a DOCX: size, colour, hidden rows, drop caps; what is struck out is said."""

from __future__ import annotations

import pytest

from converter.read import reader_here
from converter.read.docx import read_docx
from tests.documents.word import SEPARATORS, Xml, docx, mark, note, p, r, tag

FIRST = p("The Assembly of Lighthouses,")
LONG = p("1. Decides on the list of lamps and lights of all harbours, as they stand in the table that follows here:")


def style(name: str, kind: str, properties: str, based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{on}<w:rPr>{properties}</w:rPr></w:style>'


def cell(words: str, properties: str = "") -> str:
    return tag("tc", Xml(f"<w:tcPr>{properties}</w:tcPr>"), words)


def table(*rows: str, look: str = "") -> Xml:
    return tag("tbl", Xml(f"<w:tblPr>{look}</w:tblPr>"), *rows)


def read(data: bytes) -> tuple[list[str], list[str], list[str]]:
    """The lines of the text, the words that are furniture, and the codes of what is said."""
    source, findings = reader_here(".docx")(data, "sources/lamps/en.docx", "en")
    lines = [line.text for line in source.lines if not line.role.startswith("furniture:")]
    aside = [line.text for line in source.lines if line.role == "furniture:hidden"]
    return lines, aside, [one.code for one in findings]


WHITE = '<w:color w:val="FFFFFF"/>'
STYLES = style("H", "character", "<w:vanish/>") + style("H2", "character", "", "H") + style("W", "character", WHITE)


@pytest.mark.parametrize(
    ("words", "properties"),
    [
        ("Draft remark.", '<w:rStyle w:val="H2"/>'),
        ("Remarque cachée.", WHITE),
        ("texto oculto", '<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
        ("скрытые слова", '<w:rStyle w:val="W"/>'),
        ("隐藏的文字", '<w:sz w:val="2"/>'),
        ("كلمات خفية", '<w:color w:val="fefefe"/><w:shd w:val="clear" w:fill="auto"/>'),
    ],
)
def test_words_that_nobody_sees_are_furniture_and_said(words: str, properties: str) -> None:
    data = docx(FIRST, p(r(words, properties), "1. Lights the lamps."), styles=STYLES)
    assert read(data) == (["The Assembly of Lighthouses,", "1. Lights the lamps."], [words], ["read-hidden"])


@pytest.mark.parametrize(
    "body",
    [
        p(r("Lamps.", f'{WHITE}<w:shd w:val="clear" w:fill="000000"/>')),
        p(r("Lamps.", f'{WHITE}<w:highlight w:val="darkBlue"/>')),
        p(r("Lamps.", WHITE), more='<w:shd w:val="clear" w:fill="1F3864"/>'),
        p(r("Lamps.", WHITE), more='<w:shd w:val="pct50" w:fill="auto"/>'),
        table(tag("tr", cell(p(r("Lamps.", WHITE)), '<w:shd w:val="clear" w:fill="1F3864"/>'))),
        table(tag("tr", cell(p(r("Lamps.", WHITE)))), look='<w:tblStyle w:val="Dark"/>'),
        p(r("Lamps.", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')),
        p(r("Lamps.", '<w:color w:val="EEEEEE"/>')),
        p(r("Lamps.", '<w:color w:val="auto"/><w:sz w:val="8"/>')),
        p("Lamps.", more="<w:rPr><w:vanish/></w:rPr>"),
    ],
)
def test_words_that_a_reader_sees_are_text(body: str) -> None:
    lines, aside, codes = read(docx(FIRST, LONG, body, styles=STYLES))
    assert (lines[2:], aside, codes) == (["Lamps."], [], [])


@pytest.mark.parametrize(
    ("set_in_word", "set_in_a_page", "seen"),
    [
        ('<w:sz w:val="2"/>', "font-size:1pt", False),
        ('<w:sz w:val="3"/>', "font-size:1.5pt", True),
        ('<w:color w:val="F5F5F5"/>', "color:#f5f5f5", False),
        ('<w:color w:val="F4F5F5"/>', "color:#f4f5f5", True),
    ],
)
def test_what_nobody_sees_is_one_rule_in_every_format(set_in_word: str, set_in_a_page: str, seen: bool) -> None:
    expected = ["Lamps", "Oil"] if seen else ["Oil"]
    assert read(docx(p(r("Lamps", set_in_word)), p("Oil")))[0] == expected
    html = f"<!doctype html><meta charset=utf-8><main><p style='{set_in_a_page}'>Lamps<p>Oil</main>".encode()
    lines = reader_here(".html")(html, "sources/lamps/en.html", "en")[0].lines
    assert [line.text for line in lines if not line.role.startswith("furniture:")] == expected


def test_a_hidden_row_is_furniture_and_said() -> None:
    rows = (tag("tr", cell(p("North")), cell(p("3"))), tag("tr", Xml("<w:trPr><w:hidden/></w:trPr>"), cell(p("Oil"))))
    lines, aside, codes = read(docx(FIRST, LONG, table(*rows)))
    assert (lines[2:], aside, codes) == (["North\t3"], ["Oil"], ["read-hidden"])


@pytest.mark.parametrize(("cap", "rest"), [("T", "he Assembly,"), ("Г", "енеральная Ассамблея,"), ("إ", "ن الجمعية،")])
def test_a_drop_cap_is_the_first_letter_of_its_paragraph(cap: str, rest: str) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    assert read(docx(p(cap, more=frame), p(rest), p("1. Lamps."))) == ([f"{cap}{rest}", "1. Lamps."], [], [])


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="S"/>'])
def test_words_that_are_struck_out_are_read_and_said(properties: str) -> None:
    styles = style("S", "character", "<w:strike/>")
    body = docx(FIRST, p("1. ", r("Puts out ", properties), "lamps."), styles=styles)
    assert read(body) == (["The Assembly of Lighthouses,", "1. Puts out lamps."], [], ["read-struck"])
    in_a_note = Xml(f"<w:rPr>{properties}</w:rPr><w:t> Oil.</w:t>")
    on = docx(FIRST, p("1. Lamps", mark(2), "."), styles=styles, footnotes=note(2, in_a_note))
    assert read(on)[2] == ["read-struck"]


def test_words_whose_style_is_struck_out_and_they_are_not() -> None:
    styles = style("S", "character", "<w:strike/>")
    data = docx(FIRST, p(r("1. Lamps.", '<w:rStyle w:val="S"/><w:strike w:val="0"/>')), styles=styles)
    assert read(data) == (["The Assembly of Lighthouses,", "1. Lamps."], [], [])


@pytest.mark.parametrize(
    ("properties", "is_seen"),
    [
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', False),
        ('<w:color w:val="112233"/><w:shd w:val="clear" w:fill="112233"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="112233"/>', True),
        ('<w:color w:val="112233"/><w:shd w:val="pct50" w:fill="112233"/>', True),
        ('<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>', True),
        ('<w:highlight w:val="black"/>', True),
    ],
)
def test_words_in_the_colour_of_their_ground_are_hidden(properties: str, is_seen: bool) -> None:
    source, findings = read_docx(docx(p("The lamps ", r("never", properties), " burn.")), "en.docx", "en")
    assert source.lines[0].text == ("The lamps never burn." if is_seen else "The lamps burn.")
    assert [one.code for one in findings] == ([] if is_seen else ["read-hidden"])


def test_the_note_of_a_hidden_mark_is_hidden_too() -> None:
    notes = SEPARATORS + note(1, "Nobody sees it.") + note(2, "It is seen.")
    hidden = r(Xml('<w:footnoteReference w:id="1"/>'), "<w:vanish/>")
    source, findings = read_docx(docx(p("The lamps", hidden, " burn.", mark(2)), footnotes=notes), "en.docx", "en")
    assert [(line.role, line.text.strip()) for line in source.lines] == [
        ("", "The lamps burn.1"),
        ("note", "1 It is seen."),
        ("furniture:hidden", "Nobody sees it."),
    ]
    assert [one.code for one in findings] == ["read-hidden"]


PROMPTS = {
    "ar": "انقر هنا لإدخال نص.", "en": "Click here to enter text.", "es": "Haga clic aquí para escribir texto.",
    "fr": "Cliquez ici pour entrer du texte.", "ru": "Место для ввода текста.", "zh": "单击此处输入文字。",
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(PROMPTS))
@pytest.mark.parametrize(("showing", "said"), [("<w:showingPlcHdr/>", True), ('<w:showingPlcHdr w:val="0"/>', False)])
def test_words_of_a_form_that_nobody_filled_in_are_read_and_said(lang: str, showing: str, said: bool) -> None:
    """In a line, as a paragraph of its own, and in a cell."""
    prompt = PROMPTS[lang]

    def control(inside: str) -> Xml:
        return Xml(f"<w:sdt><w:sdtPr>{showing}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")

    for body in (p(control(r(prompt))), control(p(prompt)), table(tag("tr", cell(p(control(r(prompt))))))):
        lines, _, codes = read(docx(FIRST, body))
        assert (lines[1], codes) == (prompt, ["read-misplaced"] if said else [])
