"""Places of a work that were lost: an appendix to an annex, a label in figures; and numbers that are picked out."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请各国提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
RECALLING = {"en": "Recalling {},", "fr": "Rappelant {},", "es": "Recordando {},"} | {
    "ru": "ссылаясь на {},", "zh": "回顾{}，", "ar": "إذ تشير إلى {}،",
}  # fmt: skip
APPENDICES = [
    ("en", "appendix II to annex III to resolution 60/951"),
    ("en", "resolution 60/951, appendix to annex III"),
    ("en", "resolution 60/951, annex III, appendix II"),
    ("fr", "l’appendice II de l’annexe III de la résolution 60/951"),
    ("fr", "la résolution 60/951, appendice à l’annexe III"),
    ("fr", "la résolution 60/951, annexe III, appendice"),
    ("es", "el apéndice II del anexo III de la resolución 60/951"),
    ("es", "la resolución 60/951, apéndice del anexo III"),
    ("ru", "добавление II к приложению III к резолюции 60/951"),
    ("zh", "第60/951号决议附件三附录"),
    ("ar", "تذييل المرفق الثالث للقرار 60/951"),
]
FIGURES = [
    ("en", "paragraph 1(2) of resolution 60/951"),
    ("en", "resolution 60/951, paragraph 1 (2)"),
    ("fr", "le paragraphe 1(2) de la résolution 60/951"),
    ("es", "el párrafo 1(2) de la resolución 60/951"),
    ("ru", "пункт 1(2) резолюции 60/951"),
    ("zh", "第60/951号决议第1(2)段"),
    ("ar", "الفقرة 1(2) من القرار 60/951"),
]
PICKED_OUT = [
    ("en", "Security Council resolutions 9259 (2031) and 9380 (2032), in particular {}"),
    ("fr", "les résolutions du Conseil de sécurité, notamment la {} et la 9380 (2032)"),
    ("es", "las resoluciones del Consejo de Seguridad, en particular la {} y la 9380 (2032)"),
    ("ru", "резолюции 9259 (2031) и 9380 (2032) Совета Безопасности, в частности {}"),
    ("zh", "安全理事会第9259(2031)号和第9380(2032)号决议，特别是{}"),
    ("ar", "قراري مجلس الأمن 9259 (2031) و 9380 (2032)، ولا سيما {}"),
]


def _read(lang: str, words: str) -> tuple[list[tuple[str | None, list[str]]], list[str]]:
    found = read_lines(lang, "txt", ENACTING[lang], RECALLING[lang].format(words), f"{number(lang, 1)} {ACTS[lang]}")
    cited = [(one.target, [point.label for point in one.pinpoints]) for one in found.citations]
    return cited, [one.message for one in found.diagnostics if one.code == "citation-unread"]


@pytest.mark.parametrize(("lang", "words"), APPENDICES)
def test_an_appendix_to_an_annex_leads_to_the_annex(lang: str, words: str) -> None:
    assert _read(lang, words) == ([("A/RES/60/951", ["annex III"])], [])


@pytest.mark.parametrize(("lang", "words"), FIGURES)
def test_a_label_in_figures_is_one(lang: str, words: str) -> None:
    assert _read(lang, words) == ([("A/RES/60/951", ["1(2)"])], [])


def test_labels_in_figures_go_on_behind_a_joint() -> None:
    assert _read("fr", "les paragraphes 1(2) et (3) de la résolution 60/951")[0] == [("A/RES/60/951", ["1(2)", "1(3)"])]


def test_a_count_in_a_bracket_is_no_label() -> None:
    assert _read("en", "paragraph 1 (2 lamps) of resolution 60/951")[0] == [("A/RES/60/951", ["1"])]


@pytest.mark.parametrize(("lang", "words"), PICKED_OUT)
def test_a_number_alone_that_is_picked_out_is_said(lang: str, words: str) -> None:
    cited, said = _read(lang, words.format("9258"))
    assert "S/RES/9380(2032)" in [target for target, _ in cited]
    assert ["9258" in one for one in said] == [True]
    again, said = _read(lang, words.format("9380"))  # it is one of those beside it
    assert ([target for target, _ in again].count("S/RES/9380(2032)"), said) == (2, [])


@pytest.mark.parametrize(
    "words", ["resolutions on lamps, adopted by 114, with 901 against", "resolutions on lamps, in particular 300 lamps"]
)
def test_what_counts_is_no_number_alone(words: str) -> None:
    assert _read("en", words) == ([], [])


COUNCIL = {
    "en": "Decides that the rules of the commissions of the Economic and Social Council and the arrangements of the"
    " Council for the Lamp Commission in its decisions 1993/915 of 12 February 1993 and 1995/901 of 8 February 1995"
    " apply;",
    "fr": "Décide que le Règlement des commissions du Conseil économique et social et les dispositions que le Conseil"
    " a énoncées pour la Commission des lampes dans ses décisions 1993/915 du 12 février 1993 et 1995/901 du"
    " 8 février 1995 s’appliquent ;",
    "es": "Decide que se aplicarán el Reglamento de las Comisiones del Consejo Económico y Social y las disposiciones"
    " establecidas por el Consejo para la Comisión de Lámparas en sus decisiones 1993/915, de 12 de febrero de 1993,"
    " y 1995/901, de 8 de febrero de 1995;",
    "ru": "постановляет, что применяются правила комиссий Экономического и Социального Совета и процедуры,"
    " установленные Советом для Комиссии по фонарям в его решениях 1993/915 от 12 февраля 1993 года и 1995/901 от"
    " 8 февраля 1995 года;",
    "zh": "决定适用经济及社会理事会各委员会的议事规则和经社理事会1993年2月12日第1993/915号和1995年2月8日"
    "第1995/901号决定为灯火委员会确定的安排；",
    "ar": "تقرر أن تسري الأنظمة الداخلية للجان المجلس الاقتصادي والاجتماعي والترتيبات التي حددها المجلس للجنة المصابيح"
    " في مقرريه 1993/915 المؤرخ 12 شباط/فبراير 1993 و 1995/901 المؤرخ 8 شباط/فبراير 1995؛",
}


@pytest.mark.parametrize("lang", COUNCIL)
def test_a_decision_that_only_the_council_can_have_is_its_own(lang: str) -> None:
    found = read_lines(
        lang, "txt", ENACTING[lang], f"{number(lang, 1)} {COUNCIL[lang]}", f"{number(lang, 2)} {ACTS[lang]}"
    )
    assert [(one.number, one.body, one.target) for one in found.citations] == [
        ("1993/915", "ECOSOC", None),
        ("1995/901", "ECOSOC", None),
    ]
    assert [one.message for one in found.diagnostics if one.code.startswith("citation")] == []


def test_an_earlier_number_may_be_of_its_commission() -> None:
    found = read_lines(
        "en", "txt", ENACTING["en"], "Recalling Commission on Human Rights decision 1993/104,", "1. Acts."
    )
    assert [one.body for one in found.citations] == ["CHR"]
