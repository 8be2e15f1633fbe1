"""Contrast, not absolutes: bold texts, letter-spaced titles, numbers of lines, columns; letters that are signs."""

from __future__ import annotations

import pytest

from converter.model import Severity, Source
from converter.read import flow, html, reader_here
from converter.read.docx import read_docx
from converter.read.html import read_html
from converter.read.pdf import lines, read_pdf
from converter.read.pdf.hyphens import Piece
from tests.documents.paper import Paper
from tests.documents.word import Xml, docx, p, r, tag

FIRST = "Recalling the lamps that went out in the northern harbours during the long winter of the ice,"
SECOND = "1. Calls upon all harbours to light every lamp before sunset and to keep it burning until dawn;"
LAST = "2. Decides to remain seized of the matter."
BOLD = "<w:b/>"


def pdf(paper: Paper) -> Source:
    return read_pdf(paper.finished(), "work.pdf", "en")[0]


def body(source: Source) -> list[str]:
    return [line.text for line in source.lines if not line.role.startswith("furniture:")]


def headings(source: Source) -> list[str]:
    return [line.text for line in source.lines if line.role == "heading"]


# --- bold ------------------------------------------------------------------------------------------------


def in_bold(form: str, *, whole: bool) -> Source:
    """A heading in bold above three paragraphs, which are bold too where all of it is."""
    texts = ("Lamps and oil", FIRST, SECOND, LAST)
    if form == "docx":
        paragraphs = (p(r(one, BOLD if whole or not at else "")) for at, one in enumerate(texts))
        return read_docx(docx(*paragraphs), "x", "en")[0]
    if form == "html":
        shown = (f"<p><b>{one}</b></p>" if whole or not at else f"<p>{one}</p>" for at, one in enumerate(texts))
        return read_html(f"<meta charset=utf-8><main>{''.join(shown)}</main>".encode(), "x", "en")[0]
    paper, y = Paper().page(), 100.0
    for at, one in enumerate(texts):
        y = 20 + paper.set_paragraph(85, y, 510, one, font="bold" if whole or not at else "roman")
    return pdf(paper)


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_bold_makes_a_heading_only_beside_text_that_is_not_bold(form: str) -> None:
    assert headings(in_bold(form, whole=False)) == ["Lamps and oil"]
    assert headings(in_bold(form, whole=True)) == []


# --- PDF: letters set apart, numbers of lines, columns, cells --------------------------------------------


@pytest.mark.parametrize("spacing", [2.0, 4.0])
@pytest.mark.parametrize("title", ["81/920. Paint for the fences", "Pintura de las vallas", "ÉCLAIRAGE DES PHARES"])
def test_a_letter_spaced_title_has_its_words(title: str, spacing: float) -> None:
    paper = Paper().page()
    paper.draw(f"{spacing} Tc")
    words = title.encode("cp1252").decode("latin-1")
    paper.draw(f"BT /bold 12 Tf 1 0 0 1 85 742 Tm ({words}) Tj ET 0 Tc")
    paper.set_paragraph(85, 150, 510, FIRST)
    assert body(pdf(paper))[0] == title


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("side", ["left", "right"])
def test_numbers_that_count_lines_are_furniture(side: str, step: int) -> None:
    paper = Paper().page()
    y, texts = 100.0, [FIRST, SECOND, LAST] * 9
    for at, text in enumerate(texts, 1):
        paper.say(85, y, text, size=9)
        if at % step == 0:
            paper.say_right(70, y, str(at), size=8) if side == "left" else paper.say(530, y, str(at), size=8)
        y += 14
    source = pdf(paper)
    assert body(source) == texts
    numbers = [line.text for line in source.lines if line.role == "furniture:line-number"]
    assert numbers == [str(at) for at in range(1, 28) if at % step == 0]


def test_numbers_of_paragraphs_and_of_a_table_are_no_numbers_of_lines() -> None:
    paper, y = Paper().page(), 100.0
    for at in range(1, 7):
        paper.say(85, y, f"{at}")
        y = 6 + paper.set_paragraph(105, y, 510, SECOND[3:] + " " + LAST[3:] + " " + FIRST)
    source = pdf(paper)
    assert [line.text[:2] for line in source.lines if line.text[:1].isdecimal()] == [f"{at} " for at in range(1, 7)]


def test_short_columns_are_read_one_after_the_other() -> None:
    paper = Paper().page()
    for x, label in ((85, "left"), (310, "right")):
        for row in range(8):
            paper.say(x, 100 + 12 * row, f"The {label} row {row} of the book of the harbour lamps,")
    assert body(pdf(paper)) == [
        f"The {label} row {row} of the book of the harbour lamps," for label in ("left", "right") for row in range(8)
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    paper = Paper().page()
    for column, x in enumerate((60, 230, 400)):
        for row in range(9):
            paper.say(x, 100 + 12 * row, f"Column {column} row {row} of the lamps,")
    assert body(pdf(paper)) == [f"Column {column} row {row} of the lamps," for column in range(3) for row in range(9)]


def test_a_heading_over_two_columns_of_a_table_stays_whole() -> None:
    paper = Paper().page()
    for y in (90, 110, 130, 150):
        paper.rule(85, y, 505, y)
    for x in (85, 225, 505):
        paper.rule(x, 90, x, 150)
    paper.rule(365, 110, 365, 150)  # the last two columns have one heading
    paper.say(300, 104, "Ladders that were counted")
    for row, (town, wood, iron) in enumerate((("Town", "of wood", "of iron"), ("North Harbour", "12", "7"))):
        for x, words in ((90, town), (230, wood), (370, iron)):
            paper.say(x, 124 + 20 * row, words)
    rows = [line.text for line in pdf(paper).lines if line.role == "row"]
    assert rows == ["\tLadders that were counted\t", "Town\tof wood\tof iron", "North Harbour\t12\t7"]


# --- DOCX: fonts of signs, fields, parts ------------------------------------------------------------------

SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'


def read(*content: str) -> tuple[list[str], list[str]]:
    source, findings = read_docx(docx(p(*content)), "x", "en")
    return body(source), [one.code for one in findings]


def test_letters_in_a_font_of_signs_are_the_signs_that_they_show() -> None:
    content = ("3 ", r("m", SYMBOL), "m, angle ", r("a", SYMBOL), r(" \uf0b3 ", SYMBOL), "2")
    assert read(*content) == (["3 μm, angle α ≥ 2"], [])
    assert read("\uf0b7 Lamps") == (["• Lamps"], [])
    assert read("x", r("q", '<w:rFonts w:ascii="Webdings"/>'))[1] == ["read-left-out"]


def field(code: str, result: str = "") -> Xml:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return Xml(f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{shown}{end}")


def test_fields_without_a_result_show_what_they_make() -> None:
    data = docx(p(field("AUTONUM"), "Light the lamps;"), p(tag("fldSimple", instr=" AUTONUM "), "Keep the oil."))
    assert body(read_docx(data, "x", "en")[0]) == ["1. Light the lamps;", "2. Keep the oil."]
    assert read("At 60", field('SYMBOL 176 \\f "Symbol"')) == (["At 60°"], [])
    assert read("See ", field("REF lamp", "paragraph 4")) == (["See paragraph 4"], [])
    assert read("Oil ", field("EQ \\f(1;2)"))[1] == ["read-left-out"]
    assert read(field("XE lamp"), "Oil") == (["Oil"], [])


def test_a_part_in_another_file_is_said_wherever_it_stands() -> None:
    for data in (docx(p("A"), tag("subDoc")), docx(p("A", tag("subDoc")))):
        _, findings = read_docx(data, "x", "en")
        assert [(one.code, one.severity) for one in findings] == [("read-left-out", Severity.WARNING)]


# --- hidden words, and characters that were encoded twice --------------------------------------------------


def test_hidden_words_are_furniture_and_said_in_docx_and_html() -> None:
    source, (finding,) = read_docx(docx(p("Lamps ", r("and keys", "<w:vanish/>"), "lit")), "x", "en")
    assert body(source) == ["Lamps lit"]
    assert (source.lines[-1].role, source.lines[-1].text) == ("furniture:hidden", "and keys")
    assert (finding.code, "'and keys'" in finding.message) == ("read-hidden", True)
    for how in ("hidden", 'style="display:none"', 'aria-hidden="true"'):
        page = f"<meta charset=utf-8><main><p>Lamps <span {how}>and keys </span>lit</p></main>".encode()
        source, (finding,) = read_html(page, "x", "en")
        assert (body(source), source.lines[-1].role) == (["Lamps lit"], "furniture:hidden"), how
        assert (finding.code, "and keys" in finding.message) == ("read-hidden", True)


TEXTS = {
    "fr": ("Décide que les phares éclairés à l’été seront gérés,", "cp1252"),
    "es": ("Decide que la lámpara esté encendida según la misión,", "cp1252"),
    "ru": ("Постановляет зажигать лампы до захода солнца,", "cp1251"),
    "ar": ("يقرر إضاءة المصابيح قبل غروب الشمس", "cp1256"),
    "zh": ("决定在日落之前点亮每座灯塔，", "cp1252"),
}


@pytest.mark.parametrize("form", [".txt", ".html", ".docx"])
@pytest.mark.parametrize("lang", TEXTS)
def test_characters_that_were_encoded_twice_are_refused(lang: str, form: str) -> None:
    text, encoding = TEXTS[lang]
    twice = "".join(bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in text.encode())
    for words, is_refused in ((twice, True), (text, False)):
        if form == ".docx":
            data = docx(p(words))
        else:
            data = (f"<meta charset=utf-8><main><p>{words}</p></main>" if form == ".html" else words + "\n").encode()
        source, findings = reader_here(form)(data, "x", lang)
        assert [one.code == "read-garbled" for one in findings] == ([True] if is_refused else [False] * len(findings))
        assert bool(source.lines) is not is_refused


# --- ligatures, and the account of a PDF -------------------------------------------------------------------


def test_ligatures_are_letters() -> None:
    words = "the o\ufb03cial \ufb01nding of \ufb02ame"
    paper = Paper().page()
    paper.say(85, 100, words)
    page = f"<meta charset=utf-8><main><p>{words}</p></main>".encode()
    for source in (pdf(paper), read_docx(docx(p(words)), "x", "en")[0], read_html(page, "x", "en")[0]):
        assert body(source) == ["the official finding of flame"]


def test_a_character_of_the_text_layer_that_is_not_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper().page()
    paper.say(85, 100, FIRST)
    assert read_pdf(paper.finished(), "work.pdf", "en")[1] == ()
    monkeypatch.setattr(lines, "_body_pieces", lambda row, *_: iter([Piece(1, row.text[:-5] + "Q")]))
    _, (finding,) = read_pdf(paper.finished(), "work.pdf", "en")
    assert (finding.code, finding.severity) == ("read-account", Severity.ERROR)
    assert "4 lost (" in finding.message
    assert "1 invented (Q)" in finding.message


def test_a_letter_of_a_page_that_is_not_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<meta charset=utf-8><main><p>{FIRST}</p></main>".encode()
    assert read_html(page, "en.html", "en")[1] == ()
    monkeypatch.setattr(html, "pieces", lambda runs: [flow.Piece("".join(run.text for run in runs)[:-5] + "Q")])
    _, (finding,) = read_html(page, "en.html", "en")
    assert (finding.code, finding.severity) == ("read-account", Severity.ERROR)
    assert "1 invented (Q)" in finding.message
