"""PDF: a note whose number stands right before its first letter is a note, in six languages."""

from __future__ import annotations

import pytest

from converter.read.pdf import read_pdf
from tests.documents.paper import Paper

# What the mark hangs on, and how two notes begin: with words, and with a symbol.
NOTES: dict[str, tuple[str, str, str]] = {
    "en": ("1. Calls upon the ferry houses to light", "See the log of the ferry wardens.", "A/RES/94/12, para. 3."),
    "fr": ("1. Demande aux maisons des bacs d’allumer", "Voir le livre des passeurs.", "A/RES/94/12, par. 3."),
    "es": ("1. Exhorta a las casas de barqueros a usar", "Véase el libro de los barqueros.", "A/RES/94/12, párr. 3."),
    "ru": ("1. призывает паромные дома зажечь фонари", "См. журнал смотрителей паромов.", "A/RES/94/12, пункт 3."),
    "zh": ("1. 吁请各渡船行点亮其灯笼直到渡船归来", "见渡船看守人的日志。", "A/RES/94/12，第3段。"),
    "ar": ("١ - تهيب ببيوت العبارات أن تضيء فوانيسها", "انظر سجل حراس العبارات.", "A/RES/94/12، الفقرة ٣."),
}  # fmt: skip
SIZE, SMALL, STEP = 10.0, 8.0, 0.6


class Set(Paper):
    """Lines in a font of one width between the margins of a page, those in Arabic from right to left."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.page()
        self._rtl = lang == "ar"

    def line(self, y: float, text: str, size: float = SIZE, *, at: float = 72) -> float:
        """A line that begins `at` points from the side where lines begin; where it ends."""
        runs = [text]
        if self._rtl:  # what stands in Latin letters keeps its order
            cut = text.find("،") if text.startswith("A/") else 0
            runs = [text[cut:][::-1], text[:cut]]
        end = at + STEP * size * len(text)
        left = 595 - end if self._rtl else at
        for index, char in enumerate("".join(runs)):
            self.say(left + STEP * size * index, y, char, size, "courier")
        return end


def read(lang: str, notes: list[tuple[str, str]], marks: str = "12") -> list[tuple[str, str]]:
    """The role and the text of the lines of a page with two marks and some notes, each a number and its words."""
    paper = Set(lang)
    end = paper.line(100, NOTES[lang][0])
    for index, mark in enumerate(marks):
        paper.line(100 - 0.36 * SIZE, mark, 6, at=end + 8 * index)
    paper.rule(*((473, 690, 523, 690) if lang == "ar" else (72, 690, 122, 690)))
    for index, (number, words) in enumerate(notes):
        after = paper.line(700 + 10 * index, number, SMALL)
        paper.line(700 + 10 * index, words, SMALL, at=after)
    source, _ = read_pdf(paper.finished(), "work.pdf", lang)
    return [(line.role, line.text) for line in source.lines if not line.role.startswith("furniture:")]


@pytest.mark.parametrize("lang", sorted(NOTES))
def test_the_number_of_a_note_may_hang_on_its_first_word(lang: str) -> None:
    _, words, symbol = NOTES[lang]
    expected = [("note", f"1 {words}"), ("note", f"2 {symbol}")]
    assert read(lang, [("1", words), ("2", symbol)])[1:] == expected


@pytest.mark.parametrize("lang", ["ar", "zh", "en"])
def test_the_first_note_may_begin_with_a_symbol(lang: str) -> None:
    _, words, symbol = NOTES[lang]
    assert read(lang, [("1", symbol), ("2", words)])[1:] == [("note", f"1 {symbol}"), ("note", f"2 {words}")]


def test_a_number_in_the_midst_of_a_note_begins_none() -> None:
    """A row that is full may end within a number; an ordinal and a number of several figures are none either."""
    full = "见渡船看守人关于夜间渡船灯笼的日志以及各渡船行关于灯油数量的报告和大会第十"
    wide = full + "二" * (int((595 - 144) / (STEP * SMALL)) - len(full))
    assert read("zh", [("1", wide), ("", "2号决议。")])[2] == ("note+", "2号决议。")
    assert [role for role, _ in read("en", [("1", "See the log."), ("", "2nd edition.")])[1:]] == ["note", "note+"]
    assert [role for role, _ in read("en", [("1", "See the log."), ("", "27 May.")])[1:]] == ["note", "note+"]


def test_no_number_that_no_mark_of_the_text_leads_to_begins_a_note() -> None:
    assert [role for role, _ in read("en", [("1", "See the log."), ("2", "See the book.")], "1")[1:]] == [
        "note",
        "note+",
    ]
