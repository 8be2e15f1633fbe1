"""Notes at the end of a text, which word processors count in Roman numbers, are notes in a PDF as in the DOCX."""

from __future__ import annotations

import pytest

from converter.model import Line
from converter.read.pdf import read_pdf
from tests.documents.formats import converted
from tests.documents.paper import Paper
from tests.documents.word import docx, mark, note, p, r

WORDS = {
    "ar": ("تقرر أن تضاء المصابيح", " كلها في الشتاء؛", "وثائق المنارات، المجلد الأول.", "المجلد الثاني."),
    "zh": ("决定点亮灯塔", "，直到天亮；", "灯塔文件，第一卷。", "第二卷。"),
    "en": ("Decides that the lamps shall burn", " until the day comes;", "Harbour Papers, vol. 1.", "Papers, vol. 2."),
    "fr": ("Décide que les phares seront allumés", " jusqu'au jour ;", "Recueil du port, vol. 1.", "Recueil, vol. 2."),
    "es": ("Decide que se enciendan los faros", " hasta el alba;", "Papeles del puerto, vol. 1.", "Papeles, vol. 2."),
    "ru": ("Постановляет зажечь маяки", " до рассвета;", "Бумаги порта, том 1.", "Бумаги, том 2."),
}


def read(data: bytes, lang: str) -> list[Line]:
    source, _ = read_pdf(data, f"{lang}.pdf", lang)
    return [line for line in source.lines if not line.role.startswith("furniture:")]


def marks(lines: list[Line]) -> list[str]:
    return [line.text[start:end] for line in lines if not line.role.startswith("note") for start, end in line.marks]


@pytest.mark.parametrize("lang", WORDS)
def test_notes_on_a_page_of_their_own_are_notes(lang: str) -> None:
    before, after, first, second = WORDS[lang]
    way = "<w:bidi/>" if lang == "ar" else ""
    text = [p(r(f"{number}. {before}"), mark(number, "endnote"), r(after), more=way) for number in (1, 2)]
    notes = "".join(note(at, words, kind="endnote") for at, words in ((1, first), (2, second)))
    notes = notes.replace("<w:pPr></w:pPr>", f"<w:pPr>{way}</w:pPr>")
    lines = read(converted(docx(*text, endnotes=notes), "pdf"), lang)
    assert [line.text for line in lines if line.role == "note"] == [f"i {first}", f"ii {second}"]
    assert marks(lines) == ["i", "ii"]


def page(*words: str) -> Paper:
    paper = Paper().page()
    for at, one in enumerate(words):
        paper.say(85, 120 + 16 * at, one)
    return paper


ACT, NEXT = "1. Decides that the lamps^i^ of the mole shall burn;", "2. Requests the keeper to report on the oil.^ii^"


def test_raised_numbers_of_notes_below_the_text_are_notes() -> None:
    lines = read(page(ACT, NEXT, "^i^ Harbour Papers.", "which were lost.", "^ii^ See the book.").finished(), "en")
    assert [(line.role, line.text) for line in lines[2:]] == [
        ("note", "i Harbour Papers."),
        ("note+", "which were lost."),
        ("note", "ii See the book."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        (ACT, NEXT, "3. Decides to remain seized of the matter."),  # no note answers
        (ACT, NEXT, "i Harbour Papers."),  # the second is missing: a list may begin so
        ("1. Decides that 10^x^ lamps shall burn;", "i the lamps of the north", "ii the lamps of the south"),
    ],
)
def test_raised_letters_that_no_note_answers_are_letters(words: tuple[str, ...]) -> None:
    lines = read(page(*words).finished(), "en")
    assert [line.text for line in lines] == [one.replace("^", "") for one in words]
    assert marks(lines) == []
    assert not any(line.role.startswith("note") for line in lines)
