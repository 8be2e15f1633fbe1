"""What a reader of a PDF's page sees is text, what nobody sees is not: hidden words, watermarks, pictures, scans."""

from __future__ import annotations

import pytest

from converter.model import Diagnostic, Severity, Source
from converter.read.pdf import characters, drawn, engine, read_pdf, seen
from tests.documents.paper import A4, Paper

LEFT, RIGHT, LEADING = 85.0, 510.0, 12.0
FIRST = "1. Calls upon all harbours to light every lamp before sunset and to keep it burning until the last ship is in;"
SECOND = "2. Decides to remain seized of the lamps of the northern harbours and of their keepers in winter."
HIDDEN = "3. Revokes the present resolution and every mention of the keys."
AT = 200.0  # where hidden words stand, between the two paragraphs


def up(y: float) -> float:
    """Points from the lower edge of a page."""
    return A4[1] - y


def box(left: float, top: float, right: float, bottom: float) -> str:
    return f"{left} {up(bottom)} {right - left} {bottom - top} re"


def page(*operators: str) -> Paper:
    """A page of two paragraphs, with what is drawn before them."""
    paper = Paper().page()
    for one in operators:
        paper.draw(one)
    paper.set_paragraph(LEFT, 150, RIGHT, FIRST)
    paper.set_paragraph(LEFT, 240, RIGHT, SECOND)
    return paper


def read(paper: Paper) -> tuple[Source, tuple[Diagnostic, ...]]:
    return read_pdf(paper.finished(), "work.pdf", "en")


def body(source: Source) -> str:
    return " ".join(line.text for line in source.lines if not line.role.startswith("furniture:"))


def furniture(source: Source) -> list[tuple[str, str]]:
    lines = (line for line in source.lines if line.role.startswith("furniture:"))
    return [(line.role.removeprefix("furniture:"), line.text) for line in lines]


def hidden(kind: str) -> Paper:
    """A page with a paragraph between the two others that nobody sees."""
    paper = Paper().page()
    paper.set_paragraph(LEFT, 150, RIGHT, FIRST)
    at, before, after = AT, "q", "Q"
    if kind == "unpainted":
        before = "q 3 Tr"
    elif kind == "colour-of-ground":
        before = "q 1 1 1 rg"
    elif kind == "covered":
        after = f"Q q 1 1 1 rg {box(80, AT - 12, 520, AT + 6)} f Q"
    elif kind == "clipped":
        before = f"q {box(80, 600, 520, 640)} W n"
    elif kind == "tiny":
        before = f"q 0.05 0 0 0.05 {LEFT} {up(AT)} cm"
    elif kind == "outside-page":
        at = 830.0
        paper.crop(40, 40, 555, 800)
    paper.draw(before)
    paper.say(LEFT, at, HIDDEN)
    paper.draw(after)
    paper.set_paragraph(LEFT, 240, RIGHT, SECOND)
    return paper


@pytest.mark.parametrize("kind", [seen.UNPAINTED, seen.GROUND, seen.COVERED, seen.CLIPPED, seen.TINY, seen.OUTSIDE])
def test_words_that_nobody_sees_are_furniture_and_said(kind: str) -> None:
    source, (finding,) = read(hidden(kind))
    assert body(source) == f"{FIRST} {SECOND}"
    assert furniture(source) == [(kind, HIDDEN)]
    assert (finding.code, finding.page, finding.severity) == ("read-hidden", 1, Severity.INFO)
    assert "Revokes the present resolution" in finding.message
    line = next(line for line in source.lines if line.role == f"furniture:{kind}")
    assert finding.line == line.number


def test_words_in_the_colour_of_a_dark_box_are_hidden_and_white_ones_on_it_are_text() -> None:
    paper = page()
    paper.draw(f"q 0 0 0.5 rg {box(80, 185, 520, 212)} f Q q 0 0 0.5 rg")
    paper.say(LEFT, AT, HIDDEN)
    paper.draw("Q")
    source, (finding,) = read(paper)
    assert finding.code == "read-hidden"
    assert "Revokes" not in body(source)
    paper = page()
    paper.draw(f"q 0 0 0.5 rg {box(80, 185, 520, 212)} f Q q 1 1 1 rg")
    paper.say(LEFT, AT, HIDDEN)
    paper.draw("Q")
    source, findings = read(paper)
    assert findings == ()
    assert HIDDEN in body(source)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"q {box(80, 180, 520, 212)} W n", "Q"),  # inside of what clips it
        ("q", f"Q q {box(80, 185, 520, 212)} S Q"),  # a frame drawn later
        ("q", f"Q q 1 1 1 rg {box(80, 300, 520, 340)} f Q"),  # a box elsewhere
        (f"q 1 1 0.6 rg {box(80, 185, 520, 212)} f Q q", "Q"),  # on a coloured ground
        ("q 0.6 0.6 0.6 rg", "Q"),  # grey
        ("q 1 Tr", "Q"),  # only its outlines
        (f"q 400 0 0 40 85 {up(215)} cm /Im Do Q q 1 1 1 rg", "Q"),  # white on a dark picture
    ],
)
def test_words_that_a_reader_sees_are_text(before: str, after: str) -> None:
    paper = page()
    paper.draw(before)
    paper.say(LEFT, AT, HIDDEN)
    paper.draw(after)
    source, findings = read(paper)
    assert {one.code for one in findings} <= {"read-picture"}
    assert HIDDEN in body(source)
    assert furniture(source) == []


def test_new_words_printed_over_a_box_are_read_and_the_old_ones_below_it_are_not() -> None:
    paper = page()
    paper.say(LEFT, AT, "Requests that every ladder be burned in the market place.")
    paper.draw(f"q 1 1 1 rg {box(80, AT - 12, 520, AT + 6)} f Q")
    paper.say(LEFT + 2, AT, HIDDEN)
    source, (finding,) = read(paper)
    assert HIDDEN in body(source)
    assert furniture(source) == [("covered", "Requests that every ladder be burned in the market place.")]
    assert finding.severity is Severity.INFO


def test_a_page_without_a_suspect_is_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    monkeypatch.setattr(seen, "_Trial", lambda *given: painted.append(given))
    source, findings = read(page())
    assert (source.text, findings, painted) == (source.text, (), [])


def test_what_only_some_pages_have_is_not_looked_for_on_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(characters.Raw, "places", lambda *given: asked.append(given))  # each glyph and its box
    monkeypatch.setattr(drawn._Content, "_counted", property(asked.append))  # each thing that is drawn
    source, findings = read(page(f"q 0.8 g {box(80, 400, 520, 460)} f Q"))
    assert (source.text, findings, asked) == (source.text, (), [])


# --- at an angle -----------------------------------------------------------------------------------------


def slanted(degrees: float, words: str, size: float = 60, grey: float = 0.85) -> str:
    turn = {30: (0.866, 0.5), 45: (0.7071, 0.7071), 5: (0.9962, 0.0872)}[int(degrees)]
    place = f"{turn[0]} {turn[1]} {-turn[1]} {turn[0]} 120 500 Tm"
    return f"q {grey} g BT /bold {size} Tf {place} ({words}) Tj ET Q"


@pytest.mark.parametrize("degrees", [5, 30, 45])
def test_print_at_an_angle_is_furniture_and_said(degrees: int) -> None:
    source, (finding,) = read(page(slanted(degrees, "DRAFT")))
    assert body(source) == f"{FIRST} {SECOND}"
    assert furniture(source) == [("slanted", "DRAFT")]
    assert (finding.code, finding.severity) == ("read-hidden", Severity.INFO)


def test_a_page_that_was_laid_askew_is_read() -> None:
    paper = Paper().page()
    for row in range(6):
        place = f"0.9962 0.0872 -0.0872 0.9962 {85 + row * 1.2} {700 - row * 14} Tm"
        paper.draw(f"BT /roman 10 Tf {place} (Row {row} of the book of the lamps) Tj ET")
    source, _ = read(paper)
    assert "of the lamps" in body(source)
    assert furniture(source) == []


def test_words_along_the_side_are_said() -> None:
    paper = page()
    paper.say_upwards(40, 500, "Copies on request")
    paper.say_upwards(560, 500, "GE.22-12345")
    _, (finding,) = read(paper)
    assert (finding.code, finding.severity) == ("read-turned", Severity.INFO)
    assert "Copies on request" in finding.message
    paper = page()
    for column in range(3):
        paper.say_upwards(300 + 12 * column, 700, "A whole table that was turned by a quarter, with many words")
    _, (finding,) = read(paper)
    assert (finding.code, finding.severity) == ("read-turned", Severity.WARNING)


# --- watermarks ------------------------------------------------------------------------------------------


def level(words: str, y: float, size: float = 90, grey: float = 0.85) -> str:
    return f"q {grey} g BT /bold {size} Tf 1 0 0 1 110 {up(y)} Tm ({words}) Tj ET Q"


def test_a_word_behind_the_text_is_a_watermark_on_every_page() -> None:
    paper = Paper().page()
    paper.draw(level("DRAFT", 190, grey=0.4))
    paper.set_paragraph(LEFT, 150, RIGHT, FIRST)
    paper.set_paragraph(LEFT, 170, RIGHT, SECOND)
    paper.page().draw(level("DRAFT", 600, grey=0.4))  # it stands alone here
    paper.set_paragraph(LEFT, 150, RIGHT, SECOND)
    source, findings = read(paper)
    assert body(source) == f"{FIRST} {SECOND} {SECOND}"
    assert furniture(source) == [("watermark", "DRAFT"), ("watermark", "DRAFT")]
    assert [(one.code, one.page) for one in findings] == [("read-hidden", 1), ("read-hidden", 2)]


def test_pale_words_of_the_size_of_the_text_behind_it_are_a_watermark() -> None:
    paper = Paper().page()
    for row in range(4):
        paper.draw(f"q 0.8 g BT /roman 10 Tf 1 0 0 1 {LEFT + 3} {up(150 + row * LEADING)} Tm (ADVANCE COPY) Tj ET Q")
    paper.set_paragraph(LEFT, 150, RIGHT, FIRST)
    paper.set_paragraph(LEFT, 174, RIGHT, SECOND)
    source, (finding,) = read(paper)
    assert body(source) == f"{FIRST} {SECOND}"
    assert {kind for kind, _ in furniture(source)} == {"watermark"}
    assert finding.code == "read-hidden"


def test_a_large_title_and_a_large_initial_are_text() -> None:
    paper = Paper().page()
    paper.say_centred(300, 80, "United Harbours", size=24, font="bold")
    paper.say(LEFT, 162, "R", size=30)
    paper.set_paragraph(LEFT + 24, 150, RIGHT, FIRST)
    source, findings = read(paper)
    assert findings == ()
    assert "United Harbours" in body(source)
    assert furniture(source) == []


# --- pictures --------------------------------------------------------------------------------------------


def test_a_picture_in_the_text_is_said_and_an_emblem_is_not() -> None:
    paper = page()
    paper.draw(f"q 300 0 0 90 120 {up(400)} cm /Im Do Q")
    source, (finding,) = read(paper)
    assert (finding.code, finding.severity, finding.page) == ("read-picture", Severity.INFO, 1)
    assert body(source) == f"{FIRST} {SECOND}"
    paper = page()
    paper.draw(f"q 60 0 0 50 85 {up(90)} cm /Im Do Q q 70 0 0 70 480 {up(830)} cm /Im Do Q")
    assert read(paper)[1] == ()


def test_a_page_of_which_the_letters_are_drawn_is_refused() -> None:
    paper = page()
    paper.page()
    paper.draw(" ".join(f"{90 + 4 * (at % 100)} {700 - 12 * (at // 100)} m 3 5 l S" for at in range(400)))
    source, (finding,) = read(paper)
    assert (source.lines, finding.code, finding.page) == ((), "read-scan", 2)


def test_a_text_below_a_picture_of_the_page_is_recognised() -> None:
    paper = page()
    paper.picture()
    source, (finding,) = read(paper)
    assert (source.lines, finding.code, finding.severity) == ((), "read-recognised", Severity.ERROR)
    source, (finding,) = read_pdf(paper.finished(), "work.pdf", "en", accept_recognised=True)
    assert (body(source), finding.severity) == (f"{FIRST} {SECOND}", Severity.WARNING)


def test_an_unpainted_paragraph_on_a_page_that_is_no_picture_is_not_recognised() -> None:
    (sheet,) = engine.sheets(hidden(seen.UNPAINTED).finished())
    assert not sheet.hidden
