"""Words that a file shows in another order than it has them: said in every format, silent where nothing is turned."""

from __future__ import annotations

import pytest

from converter.model import Severity
from converter.read import reader_here
from tests.documents.akn import akn
from tests.documents.word import Xml, docx, p, r

WORDS = "1. Decides to light {}001{} lamps of the northern mole;"


def said(form: str, data: bytes, lang: str = "en") -> list[tuple[Severity, int]]:
    _, findings = reader_here(f".{form}")(data, f"{lang}.{form}", lang)
    return [(one.severity, one.line) for one in findings if one.code == "text-bidi"]


def as_(form: str, words: str) -> bytes:
    if form == "docx":
        return docx(p("The Council of Lamps,"), p(words))
    if form == "xml":
        item = f"<paragraph><num>1.</num><content><p>{words[3:]}</p></content></paragraph>"
        return akn(f"<mainBody><p>The Council of Lamps,</p>{item}</mainBody>")
    if form == "html":
        return f"<meta charset=utf-8><p>The Council of Lamps,</p><p>{words}</p>".encode()
    return f"The Council of Lamps,\n{words}\n".encode()


@pytest.mark.parametrize("opening", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"])
@pytest.mark.parametrize("form", ["docx", "html", "txt", "xml"])
def test_a_control_that_may_turn_words_is_an_error_in_every_format(form: str, opening: str) -> None:
    closing = "\u2069" if opening >= "\u2066" else "\u202c"
    assert said(form, as_(form, WORDS.format(opening, closing)))[0] == (Severity.ERROR, 2)
    assert said(form, as_(form, WORDS.format("", ""))) == []


@pytest.mark.parametrize("form", ["docx", "html", "xml"])
def test_what_only_ends_a_control_or_marks_a_direction_turns_nothing(form: str) -> None:
    assert said(form, as_(form, WORDS.format("\u200e", "\u202c"))) == []
    assert said(form, as_(form, "1. تقرر أن تبقي \u200f001\u202c قيد نظرها."), "ar") == []


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ("<bdo dir=rtl>001</bdo>", 1),
        ("<bdo dir=ltr>001</bdo>", 0),
        ("<bdo dir=ltr>منارة</bdo>", 1),
        ("<span style='unicode-bidi: bidi-override; direction: rtl'>001</span>", 1),
        ("<style>.r {unicode-bidi: isolate-override; direction: rtl}</style><span class=r>001</span>", 1),
        ("<span dir=rtl>001</span>", 0),
        ("<span dir=rtl>the lamp منارة of the mole</span>", 1),
        ("<span dir=ltr>the lamp منارة of the mole</span>", 0),
        ("<span dir=rtl>منارة</span> and <span dir=rtl>lamps</span>", 0),
    ],
)
def test_an_element_of_a_page_that_turns_its_words_is_said(markup: str, count: int) -> None:
    assert len(said("html", as_("html", f"1. Decides to light {markup} lamps;"))) == count


@pytest.mark.parametrize(("direction", "count"), [("rtl", 1), ("ltr", 0)])
def test_a_run_of_a_docx_that_turns_its_words_is_said(direction: str, count: int) -> None:
    forced = Xml(f'<w:bdo w:val="{direction}">{r("001")}</w:bdo>')
    assert len(said("docx", docx(p("1. Decides to light ", forced, " lamps;")))) == count


@pytest.mark.parametrize(
    ("lang", "direction", "words", "count"),
    [
        ("en", "rtl", "the lamp منارة of the mole", 1),
        ("en", "ltr", "the lamp منارة of the mole", 0),
        ("en", "rtl", "منارة", 0),
        ("ar", "ltr", "المنارة lamp من الرصيف", 1),
        ("ar", "rtl", "المنارة lamp من الرصيف", 0),
        ("ar", "ltr", "A/RES/79/1", 0),
    ],
)
def test_words_of_both_directions_that_run_against_their_text_are_said(
    lang: str, direction: str, words: str, count: int
) -> None:
    assert len(said("docx", docx(p("1. ", Xml(f'<w:dir w:val="{direction}">{r(words)}</w:dir>'))), lang)) == count
