"""An own text that opens a clause may be of the organ behind it: in its resolution 5/1, the Council decided."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

# only the organ behind it has such numbers; both have; a date tells
ITS = {
    "en": (
        "Recalling that, in its resolution {}, the Human Rights Council requested all lamps",
        "51/905 of 4 October 2022",
    ),
    "fr": ("Rappelant que, dans sa résolution {}, le Conseil des droits de l’homme a prié", "51/905 du 4 octobre 2022"),
    "es": (
        "Recordando que, en su resolución {}, el Consejo de Derechos Humanos pidió",
        "51/905, de 4 de octubre de 2022",
    ),
    "zh": ("回顾在其{}号决议中，人权理事会请灯塔看守人提出报告", "2022年10月4日第51/905"),
    "ar": ("وإذ تشير إلى أنه في قراره {}، طلب مجلس حقوق الإنسان إلى الحراس", "51/905 المؤرخ 4 تشرين الأول/أكتوبر 2022"),
}


@pytest.mark.parametrize("code", ITS)
def test_it_is_of_the_organ_behind_it_where_nobody_else_has_such_a_number(code: str) -> None:
    words, dated = ITS[code]
    number = "第5/905" if code == "zh" else "5/905"
    for text in (words.format(number), words.format(dated)):
        found = read_citations(resolution(code, "GA", text), language(code))
        assert [one.body for one in found.citations] == ["HRC"]
        assert not found.said


@pytest.mark.parametrize("code", ITS)
def test_where_both_have_such_numbers_it_is_said(code: str) -> None:
    text = ITS[code][0].format("第51/905" if code == "zh" else "51/905")
    found = read_citations(resolution(code, "GA", text), language(code))
    assert [one.target for one in found.citations] == ["A/RES/51/905"]
    assert [one.remark.code for one in found.said] == ["citation-organ-doubtful"]


def test_so_it_is_where_the_organ_behind_it_has_no_record() -> None:
    found = read_citations(
        resolution("en", "GA", "In its resolution 51/905, the Conference of Parties lit"), language("en")
    )
    assert [one.remark.code for one in found.said] == ["citation-organ-doubtful"]


@pytest.mark.parametrize(
    "words",
    [
        "Recalling that, in its resolution 51/905, the Assembly requested all lamps",
        "as requested in its resolution 51/905, the Human Rights Council shall light the lamps",
        "in its resolution 51/905, Human Rights Council resolution 5/901 and other texts",
        "in its resolution 51/905 of 4 May 1997, the Human Rights Council",
    ],
)
def test_its_is_of_the_organ_that_speaks_elsewhere(words: str) -> None:
    found = read_citations(resolution("en", "GA", words), language("en"))
    assert found.citations[0].target == "A/RES/51/905"
    assert not found.said
