"""Marks that touch the number of a resolution: 73/1955, whose last figure is the mark of note 5."""

from __future__ import annotations

import pytest

from tests.reading import converted

TEXTS = {
    "en": ("The General Assembly,", "Recalling the pact of lamps,1", "1. Recalls its resolution {}, on wicks.", "See"),
    "fr": (
        "L’Assemblée générale,",
        "Rappelant le pacte des lampes1,",
        "1. Rappelle sa résolution {}, sur les mèches.",
        "Voir",
    ),
    "es": (
        "La Asamblea General,",
        "Recordando el pacto de las lámparas1,",
        "1. Recuerda su resolución {}, sobre las mechas.",
        "Véase",
    ),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на пакт ламп1,", "1. напоминает о своей резолюции {} о фитилях.", "См."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى ميثاق المصابيح1،", "1 - تشير إلى قرارها {} بشأن الفتائل.", "انظر"),
}


def _text(code: str, number: str, *more: str, notes: int = 2) -> str:
    above, recital, act, see = TEXTS[code]
    below = "\n".join(f"{marker} {see} A/91/{228 + marker}." for marker in range(1, notes + 1))
    return "\n\n".join((above, recital, act.format(number), *more, below)) + "\n"


@pytest.mark.parametrize("number", ["85/1952", "85/3512"])
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_last_figure_is_the_mark_that_a_note_lacks_and_is_said(code: str, number: str) -> None:
    expression = converted(code, _text(code, number))
    act = expression.resolution.paragraphs[-1]
    assert number[:-1] in act.text.text
    assert number not in act.text.text
    assert [(note.marker, note.paragraph) for note in expression.resolution.footnotes] == [("1", "pp1"), ("2", "op1")]
    assert [citation.target for citation in expression.citations if citation.place == "op1"] == [f"A/RES/{number[:-1]}"]
    (said,) = [one.message for one in expression.diagnostics if one.code == "note-misprint"]
    assert said == f"{number} was read as {number[:-1]} and the mark of note 2, which has no other"


@pytest.mark.parametrize(
    ("number", "more"),
    [
        ("85/192", ()),  # a number of a session
        ("85/1953", ()),  # it ends in another figure
        ("85/1952", ("2. Recalls its resolution 86/1972.",)),  # two of them
        ("A/85/3512", ()),  # a document
        ("regulation 44/2032", ()),  # a year behind the number of something else
    ],
)
def test_other_numbers_stay_as_they_are(number: str, more: tuple[str, ...]) -> None:
    words = _text("en", number, *more).replace("its resolution regulation", "the regulation")
    expression = converted("en", words)
    assert number in expression.resolution.paragraphs[1].text.text
    assert [note.paragraph for note in expression.resolution.footnotes] == ["pp1", None]


def test_where_two_notes_lack_their_marks_nothing_is_mended() -> None:
    expression = converted("en", _text("en", "85/1952", notes=3))
    assert "85/1952" in expression.resolution.paragraphs[1].text.text
    assert [one.code for one in expression.diagnostics].count("note-without-mark") == 2


def test_a_mark_that_the_format_knows_is_no_misprint() -> None:
    page = (
        "<meta charset=utf-8><body><p>The General Assembly,</p><p>1. Recalls its resolution 85/195<sup>1</sup>.</p>"
        "<hr><p><sup>1</sup> See A/91/229.</p></body>"
    )
    expression = converted("en", page, "html")
    assert [note.paragraph for note in expression.resolution.footnotes] == ["op1"]
    assert "note-misprint" not in {one.code for one in expression.diagnostics}
