"""Titles inside a text, without a number: short lines that stand apart, in six languages and three formats."""

from __future__ import annotations

import pytest

from converter.parse.lines import looks_like_title
from tests.reading import read_lines
from tests.test_enacting import TEXTS, kinds

TITLES = {
    "en": ["Lamps of the harbour", "“Light for all”", "2031 Budget of the lamps", "Oil: the second season"],
    "fr": [
        "Lampes du port",
        "«\u00a0Lumière pour tous\u00a0»",
        "Équipement des phares",
        "Huile\u00a0: la deuxième saison",
    ],
    "es": ["Lámparas del puerto", "«Luz para todos»", "¿Quién compra el aceite?", "Aceite: la segunda temporada"],
    "ru": ["Лампы гавани", "«Свет для всех»", "Масло: второй сезон"],
    "zh": ["港口的灯火", "“人人有光”", "2031年灯火预算", "灯油、灯芯和灯罩"],
    "ar": ["مصابيح الميناء", "”الضوء للجميع“", "الزيت: الموسم الثاني"],
}
SENTENCES = [
    "the lamps of the harbour",
    "Noting the lamps,",
    "Light; oil",
    "灯火。",
    "灯火，",
    "المصابيح،",
    "Oil:",
    "“Light.”",
    "12 lamps",
]


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize(("code", "title"), [(code, one) for code, listed in TITLES.items() for one in listed])
def test_a_short_line_that_stands_apart_is_a_title(code: str, title: str, form: str) -> None:
    phrase, recital, operative = TEXTS[code]
    second = operative.replace("1", "2", 1)
    expression = read_lines(code, form, f"{phrase},", recital, operative, title, second)
    assert kinds(expression) == [("pp1", "preambular"), ("op1", "operative"), ("h1", "heading"), ("op2", "operative")]
    assert [one.code for one in expression.diagnostics if one.code == "plain-paragraph"] == []


@pytest.mark.parametrize("line", SENTENCES)
def test_what_has_not_the_shape(line: str) -> None:
    assert not looks_like_title(line)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_what_begins_a_paragraph_is_no_title(code: str) -> None:
    phrase, recital, operative = TEXTS[code]
    unended = recital.rstrip("，،,")  # it opens with a verb
    assert ("h1", "heading") not in kinds(read_lines(code, "txt", f"{phrase},", recital, unended, operative))


def test_a_full_line_of_a_text_with_a_blank_line_after_each_is_no_title() -> None:
    lines = """大会，
回顾港口的灯芯和灯油以及看守人在冬季夜晚为所有船只
点亮的灯火，并注意到今年港口各处的灯火都比往年明亮
得多，
1. 请看守人在下一个冬季开始之前，在港口的每个码头，
油灯和灯芯的数量按照去年春季船长会议上所商定的办法
向港口的各位船长报告；
2. 决定继续点灯。"""
    found = kinds(read_lines("zh", "txt", *lines.split("\n")))
    assert found == [("pp1", "preambular"), ("op1", "operative"), ("op2", "operative")]


def test_a_recital_without_its_sign_and_with_an_unknown_verb_is_no_title() -> None:
    lines = ("大会，", "回顾港口的灯芯，", "喜见港口的灯火已经点亮", "感谢各位看守人提供的灯油", "1. 请看守人买油。")
    assert "heading" not in [kind for _, kind in kinds(read_lines("zh", "txt", *lines))]
