"""Paragraphs behind several works of which each takes one (respectively), and those behind `and in particular`."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

EACH = {  # before the works, behind them
    "en": (
        "Recalling paragraphs 3 and 10 of Security Council resolutions 9325 (2090) and 9261 (2089), respectively,",
        "Recalling Security Council resolutions 9325 (2090) and 9261 (2089), in particular paragraphs 3 and 10, "
        "respectively,",
    ),
    "fr": (
        "Rappelant les paragraphes 3 et 10 des résolutions 9325 (2090) et 9261 (2089) du Conseil de sécurité, "
        "respectivement,",
        "Rappelant les résolutions 9325 (2090) et 9261 (2089) du Conseil de sécurité, en particulier les paragraphes 3 "
        "et 10, respectivement,",
    ),
    "es": (
        "Recordando los párrafos 3 y 10 de las resoluciones del Consejo de Seguridad 9325 (2090) y 9261 (2089), "
        "respectivamente,",
        "Recordando las resoluciones del Consejo de Seguridad 9325 (2090) y 9261 (2089), en particular los párrafos 3 "
        "y 10, respectivamente,",
    ),
    "ru": (
        "ссылаясь на пункты 3 и 10 резолюций Совета Безопасности 9325 (2090) и 9261 (2089), соответственно,",
        "ссылаясь на резолюции Совета Безопасности 9325 (2090) и 9261 (2089), в частности на пункты 3 и 10, "
        "соответственно,",
    ),
    "ar": (
        "وإذ تشير إلى الفقرتين 3 و 10 من قراري مجلس الأمن 9325 (2090) و 9261 (2089)، على التوالي،",
        "وإذ تشير إلى قراري مجلس الأمن 9325 (2090) و 9261 (2089)، ولا سيما الفقرتين 3 و 10، على التوالي،",
    ),
}


def pinpoints(code: str, text: str) -> list[tuple[str | None, list[str]]]:
    found = read_citations(resolution(code, "GA", text), language(code)).citations
    return [(one.target, [each.label for each in one.pinpoints]) for one in found]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in EACH.items() for text in texts])
def test_each_work_takes_the_paragraph_in_its_place(code: str, text: str) -> None:
    assert pinpoints(code, text) == [("S/RES/9325(2090)", ["3"]), ("S/RES/9261(2089)", ["10"])]


@pytest.mark.parametrize(
    "text",
    [
        "resolutions 9325 (2090) and 9261 (2089), in particular paragraphs 3 and 10, respectively, and 9503 (2093),",
        "paragraphs 3 and 10 of resolutions 9325 (2090) and 9261 (2089), respectively, and resolution 9503 (2093),",
    ],
)
def test_the_list_may_go_on_behind_the_word(text: str) -> None:
    found = dict(pinpoints("en", f"Recalling Security Council {text}"))
    assert found["S/RES/9503(2093)"] == []
    assert (found["S/RES/9325(2090)"], found["S/RES/9261(2089)"]) == (["3"], ["10"])


def test_what_is_given_out_has_no_words_beside_its_work() -> None:
    found = read_citations(resolution("en", "GA", EACH["en"][1]), language("en")).citations
    first, last = (one.pinpoints[0] for one in found)
    assert (first.start, first.end) == (found[0].main_end, found[0].main_end)
    assert EACH["en"][1][last.start : last.end] == "10"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("resolutions 9325 (2090) and 9261 (2089), in particular paragraphs 3 and 10,", [[], ["3", "10"]]),
        ("resolutions 9325 (2090) and 9261 (2089), in particular paragraphs 3, 4 and 10, respectively,",
         [[], ["3", "4", "10"]]),
        ("paragraph 1 of resolution 9325 (2090) and resolution 9261 (2089), paragraphs 3 and 10, respectively,",
         [["1"], ["3", "10"]]),
    ],
)  # fmt: skip
def test_others_stay_with_the_work_that_they_stand_beside(text: str, want: list[list[str]]) -> None:
    assert [labels for _, labels in pinpoints("en", f"Recalling Security Council {text}")] == want


PARTICULAR = {
    "en": "Recalling its resolution 71/962, adopted without a vote on 6 November 2016, and in particular paragraphs 4 "
    "and 8 of its operative part,",
    "fr": "Rappelant sa résolution 71/962, adoptée sans vote le 6 novembre 2016, et en particulier les paragraphes 4 "
    "et 8 de son dispositif,",
    "es": "Recordando su resolución 71/962, aprobada sin votación el 6 de noviembre de 2016, y en particular los "
    "párrafos 4 y 8 de su parte dispositiva,",
    "ru": "ссылаясь на свою резолюцию 71/962, принятую без голосования 6 ноября 2016 года, и в частности на пункты 4 "
    "и 8 ее постановляющей части,",
    "ar": "وإذ تشير إلى قرارها 71/962 الذي اتخذ بدون تصويت في 6 تشرين الثاني/نوفمبر 2016، ولا سيما الفقرتان 4 و 8 "
    "من منطوقه،",
    "zh": "回顾其2016年11月6日第71/962号决议，特别是执行部分第4和第8段，",
}


@pytest.mark.parametrize("code", sorted(PARTICULAR))
def test_and_in_particular_leads_to_paragraphs_of_the_work(code: str) -> None:
    assert pinpoints(code, PARTICULAR[code]) == [("A/RES/71/962", ["4", "8"])]
    (one,) = read_citations(resolution(code, "GA", PARTICULAR[code]), language(code)).citations
    assert one.date == "2016-11-06"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Recalling its resolution 71/962, and in particular paragraph 4 of the report,"),
        ("fr", "Rappelant sa résolution 71/962, et en particulier le paragraphe 4 du rapport,"),
        ("es", "Recordando su resolución 71/962, y en particular el párrafo 4 del informe,"),
    ],
)
def test_paragraphs_of_something_else_are_not_its_own(code: str, text: str) -> None:
    assert pinpoints(code, text) == [("A/RES/71/962", [])]
