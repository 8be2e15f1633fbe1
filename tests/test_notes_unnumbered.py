"""Notes whose marks are stars or letters, in the words of a text: in six languages, in DOCX, HTML, PDF and text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.check import _Checker
from converter.lint import pages
from converter.project import Project
from converter.write import markdown
from tests.documents.paper import Paper
from tests.documents.word import Xml, docx, p, r
from tests.reading import converted
from tests.temp_project import ROOT

HIGH = '<w:vertAlign w:val="superscript"/>'
TEXTS = {
    "en": ("The Security Council,", "Noting the log of ringers{0} of the coast,", "1. Thanks them.", "As corrected."),
    "fr": ("Le Conseil de sécurité,", "Notant le journal des sonneurs{0} de la côte,", "1. Les remercie.", "Corrigé."),
    "es": ("El Consejo de Seguridad,", "Observando la lista de remeros{0} del mar,", "1. Da gracias.", "Corregida."),
    "ru": ("Совет Безопасности,", "отмечая журнал звонарей{0} побережья,", "1. благодарит их.", "С исправлением."),
    "ar": ("إن مجلس الأمن،", "إذ يلاحظ سجل القارعين{0} على الساحل،", "1 - يشكرهم.", "بصيغته المصوبة."),
    "zh": ("安全理事会，", "注意到敲钟人{0}的记录，", "1. 感谢他们。", "已更正。"),
}  # fmt: skip


def lines(code: str, mark: str, marker: str) -> list[str]:
    *body, note = TEXTS[code]
    return [*(line.format(mark) for line in body), f"{marker} {note}"]


def as_txt(code: str, mark: str, marker: str) -> bytes:
    return ("\n\n".join(lines(code, mark, marker)) + "\n").encode()


def as_html(code: str, mark: str, marker: str) -> bytes:
    return ("<meta charset=utf-8><main>" + "".join(f"<p>{one}</p>" for one in lines(code, mark, marker))).encode()


def as_html_raised(code: str, mark: str, marker: str) -> bytes:
    return as_html(code, f"<sup>{mark}</sup>", f"<sup>{marker}</sup>")


def as_docx(code: str, mark: str, marker: str) -> bytes:
    return docx(*(p(line) for line in lines(code, mark, marker)))


def as_docx_raised(code: str, mark: str, marker: str) -> bytes:
    head, noting, thanks, note = TEXTS[code]
    before, after = noting.split("{0}")
    runs = r(before) + r(mark, HIGH) + r(after)
    return docx(p(head), p(Xml(runs)), p(thanks), p(Xml(r(marker, HIGH) + r(f" {note}"))))


def as_pdf(code: str, mark: str, marker: str) -> bytes:
    paper = Paper().page()
    *body, note = lines(code, mark, f"^{marker}^")
    for at, words in enumerate(body):
        paper.say(100, 150 + at * 30, words, 11)
    paper.rule(100, 700, 200, 700)
    paper.say(100, 712, note, 8)
    return paper.finished()


def as_pdf_raised(code: str, mark: str, marker: str) -> bytes:
    return as_pdf(code, f"^{mark}^", marker)


Made = Callable[[str, str, str], bytes]
MADE: dict[str, tuple[str, Made]] = {
    "txt": ("txt", as_txt),
    "html": ("html", as_html),
    "html-raised": ("html", as_html_raised),
    "docx": ("docx", as_docx),
    "docx-raised": ("docx", as_docx_raised),
    "pdf": ("pdf", as_pdf),
    "pdf-raised": ("pdf", as_pdf_raised),
}
OF_PAPER = ("en", "fr", "es", "ru")  # the font of these tests has the letters of these


@pytest.mark.parametrize(
    ("code", "form"),
    [(code, form) for code in TEXTS for form in MADE if code in OF_PAPER or not form.startswith("pdf")],
)
def test_a_star_in_the_text_is_the_mark_of_its_note(code: str, form: str) -> None:
    suffix, made = MADE[form]
    expression = converted(code, made(code, "*", "*"), suffix)
    resolution = expression.resolution
    found = [(one.marker, one.paragraph, one.text.text) for one in resolution.footnotes]
    assert found == [("*", "pp1", TEXTS[code][3])]
    assert resolution.paragraphs[0].text.text == TEXTS[code][1].format("")
    assert resolution.footnotes[0].offset == TEXTS[code][1].index("{0}")
    assert resolution.star_notes == ()
    assert resolution.masthead.sponsors_note is None
    assert [one for one in expression.diagnostics if "note" in one.code] == []


@pytest.mark.parametrize(("mark", "marker"), [("ᵃ", "ᵃ"), (" a/", "a/"), ("＊", "＊"), ("**", "**")])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_letters_are_marks_in_text(code: str, mark: str, marker: str) -> None:
    expression = converted(code, as_txt(code, mark, marker), "txt")
    assert [(one.marker, one.paragraph) for one in expression.resolution.footnotes] == [(marker.rstrip("/"), "pp1")]
    assert expression.resolution.paragraphs[0].text.text == TEXTS[code][1].format("")
    assert [one.code for one in expression.diagnostics if "note" in one.code] == []


def test_no_word_is_lost_and_the_link_leads_to_the_note() -> None:
    expression = converted("en", as_txt("en", "*", "*"), "txt")
    _Checker.start(Project(ROOT))
    body = markdown.body(expression, "en/A/RES/73/901.md")
    assert list(pages.check_words(expression.resolution, body, _Checker.render, pages.second_reader())) == []
    html = _Checker.render(body)
    assert 'href="#fn-note"' in html
    assert 'id="fn-note"' in html


def both(above: str, below: str) -> str:
    return (
        f"The Council of Lamps{above}\n\nThe Security Council,\n\nNoting the log of the ringers* of the coast,\n\n"
        f"1. Thanks them.\n\n{below}"
    )


@pytest.mark.parametrize(
    ("text", "of_the_text", "of_the_masthead"),
    [
        (both("*", "* First.\n\n* Second.\n"), ["Second."], ["First."]),
        (both("*", "* First.\n"), [], ["First."]),
        (both("", "* First.\n"), ["First."], []),
        (both("**", "** First.\n\n* Second.\n"), ["Second."], ["First."]),
    ],
)
def test_the_masthead_keeps_its_star(text: str, of_the_text: list[str], of_the_masthead: list[str]) -> None:
    resolution = converted("en", text.encode(), "txt").resolution
    assert [one.text.text for one in resolution.footnotes] == of_the_text
    assert [one.text.text for one in resolution.star_notes] == of_the_masthead


def test_each_page_has_its_star() -> None:
    text = (
        "The Security Council,\n\nNoting the log of the ringers* of the coast,\n\n* First.\n\f\n"
        "1. Thanks the ropemakers* and the ringers* of the coast.\n\n* Second.\n"
    )
    resolution = converted("en", text.encode(), "txt").resolution
    found = [(one.id, one.text.text, [mark.place for mark in one.places]) for one in resolution.footnotes]
    assert found == [("note", "First.", ["pp1"]), ("noteb", "Second.", ["op1", "op1"])]


def test_letters_and_numbers_do_not_hinder_each_other() -> None:
    text = (
        "The Security Council,\n\nNoting the log of the ringers,1 the ropemakers a/ of the coast and/or the shore,\n\n"
        "1. Thanks the keepers of lamps.b/\n\n1 See S/9001.\n\na/ As corrected.\n\nb/ In part.\n"
    )
    resolution = converted("en", text.encode(), "txt").resolution
    found = [(one.marker, one.paragraph) for one in resolution.footnotes]
    assert found == [("1", "pp1"), ("a", "pp1"), ("b", "op1")]
    assert "and/or the shore" in resolution.paragraphs[0].text.text


def test_stars_without_a_note_are_words() -> None:
    text = "The Security Council,\n\nNoting 5*4 lamps, *bright* ones and * * * more,\n\n1. Thanks them a/ all.\n"
    resolution = converted("en", text.encode(), "txt").resolution
    assert resolution.footnotes == ()
    assert "5*4 lamps, *bright* ones" in resolution.paragraphs[0].text.text
    assert "them a/ all" in resolution.paragraphs[1].text.text
