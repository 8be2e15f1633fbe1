"""Places of a cited work that something parts from its name, its day or their own word, in six languages."""

from __future__ import annotations

import pytest

from converter.annotate.found import Found
from tests.language_examples import language, read_citations, resolution
from tests.reading import converted

Cited = list[tuple[str | None, str | None, list[str]]]


def read(code: str, text: str) -> Found:
    return read_citations(resolution(code, "GA", [text], ["preambular"]), language(code))


def cited(code: str, text: str) -> Cited:
    return [(one.target, one.date, [point.label for point in one.pinpoints]) for one in read(code, text).citations]


DAY_BEHIND = {  # in Chinese the day stands before the number
    "en": "Reaffirming its resolutions 59/976, section XI, of 23 December 2004 and 60/983 of 7 July 2006,",
    "fr": "Réaffirmant ses résolutions 59/976, section XI, du 23 décembre 2004 et 60/983 du 7 juillet 2006,",
    "es": "Ve sus resoluciones 59/976, sección XI, de 23 de diciembre de 2004, y 60/983, de 7 de julio de 2006,",
    "ru": "подтверждая свои резолюции 59/976, раздел XI, от 23 декабря 2004 года и 60/983 от 7 июля 2006 года,",
    "ar": "ترى قراريها 59/976، الجزء الحادي عشر، المؤرخ 23 كانون الأول/ديسمبر 2004 و 60/983 المؤرخ 7 تموز/يوليه 2006،",
}


@pytest.mark.parametrize("code", DAY_BEHIND)
def test_a_day_behind_a_place_is_that_of_the_work_and_the_list_goes_on(code: str) -> None:
    assert cited(code, DAY_BEHIND[code]) == [
        ("A/RES/59/976", "2004-12-23", ["XI"]),
        ("A/RES/60/983", "2006-07-07", []),
    ]


def test_what_has_places_and_no_day_behind_words_that_lead_on_is_anothers() -> None:
    text = "Recalling its resolution 59/976, section XI, of the report on lamps of 23 December 2004,"
    assert cited("en", text) == [("A/RES/59/976", None, [])]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("إذ تشير إلى الجزء الثاني والعشرين من قرارها 58/972،", ["XXII"]),
        ("إذ تشير إلى الجزأين الثاني والثالث من قرارها 58/972،", ["II", "III"]),
        ("إذ تشير إلى الفقرة الحادية والعشرين من ديباجة قرارها 58/972،", ["pp21"]),
        ("إذ تشير إلى الفقرتين الثانية والثالثة من ديباجة قرارها 58/972،", ["pp2", "pp3"]),
        ("إذ تشير إلى القرار 58/972 المعنون ”ميثاق المصابيح“ ومرفقيه،", ["annex"]),
        ("إذ تشير إلى القرار 58/972 ومرفقاه،", ["annex"]),
        ("إذ تشير إلى الوثيقة المرفقة بالقرار 58/972،", ["annex"]),
    ],
)
def test_arabic_ordinals_of_tens_and_annexes_with_their_pronoun(text: str, labels: list[str]) -> None:
    assert cited("ar", text) == [("A/RES/58/972", None, labels)]


@pytest.mark.parametrize(
    ("code", "text", "labels"),
    [
        ("ru", "провозглашенное в шестом пункте преамбулы ее резолюции 69/921,", ["pp6"]),
        ("ru", "ссылаясь на содержащуюся в пункте 15 ее резолюции 69/921 просьбу,", ["15"]),
        (
            "fr",
            "Rappelant la résolution 69/921, intitulée « Lampes », et les annexes s’y rapportant,",
            ["annex"],
        ),
        ("en", "Recalling resolution 69/921, part one, annex I,", ["annex I"]),
    ],
)
def test_other_words_between(code: str, text: str, labels: list[str]) -> None:
    assert cited(code, text) == [("A/RES/69/921", None, labels)]


CORRECTED = {
    "en": "Noting the report (A/67/953 and A/67/953/Corr.1), chap. III, sect. B,",
    "fr": "Notant le rapport (A/67/953 et A/67/953/Corr.1), chap. III, sect. B,",
    "es": "Observando el informe (A/67/953 y A/67/953/Corr.1), cap. III, secc. B,",
    "ru": "отмечая доклад (A/67/953 и A/67/953/Corr.1), глава III, раздел B,",
    "ar": "إذ تلاحظ التقرير (A/67/953 و A/67/953/Corr.1)، الفصل الثالث، الفرع باء،",
    "zh": "注意到报告(A/67/953和A/67/953/Corr.1)，第三章，B节，",
}


@pytest.mark.parametrize("code", CORRECTED)
def test_what_stands_behind_a_corrigendum_is_a_place_of_its_document(code: str) -> None:
    assert cited(code, CORRECTED[code]) == [("A/67/953", None, ["III", "B"]), ("A/67/953/Corr.1", None, [])]


def test_what_a_document_has_of_its_own_is_not_the_corrigendums() -> None:
    text = "Noting A/67/953, para. 3, and A/67/953/Corr.1, para. 4, and A/67/954 and A/67/955/Corr.1, para. 5,"
    assert [labels for _, _, labels in cited("en", text)] == [["3"], ["4"], [], ["5"]]


FIGURES = {
    "en": "See A/71/910, chap. IV, sects. E.1 and B.5 (a).",
    "fr": "Voir A/71/910, chap. IV, sect. E.1 et B.5 a).",
    "es": "Véase A/71/910, cap. IV, seccs. E.1 y B.5 a).",
    "ru": "См. A/71/910, глава IV, разделы E.1 и B.5 a).",
    "ar": "انظر A/71/910، الفصل الرابع، الفرعان هاء-1 وباء-5 (أ).",
}


@pytest.mark.parametrize("code", FIGURES)
def test_a_figure_hangs_on_the_letter_of_a_section(code: str) -> None:
    assert cited(code, FIGURES[code]) == [("A/71/910", None, ["IV", "E.1", "B.5(a)"])]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("见A/71/910，I.A节，第15段。", ["I.A.15"]),
        ("见A/71/910，B.5(a)节。", ["B.5(a)"]),
        ("见A/71/910，第三章A节。", ["III.A"]),
    ],
)
def test_chinese_sections_without_a_sign_before_them(text: str, labels: list[str]) -> None:
    assert cited("zh", text) == [("A/71/910", None, labels)]


SQUARE = {
    "en": "See Final Document [A/CONF.91/50 (Vol. I)], part I.",
    "fr": "Voir Document final [A/CONF.91/50 (Vol. I)], première partie.",
    "es": "Véase Documento Final [A/CONF.91/50 (Vol. I)], primera parte.",
    "ru": "См. Заключительный документ [A/CONF.91/50 (Vol. I)], часть I.",
    "ar": "انظر الوثيقة الختامية [A/CONF.91/50 (Vol. I)]، الجزء الأول.",
    "zh": "见最后文件[A/CONF.91/50(Vol. I)]，第一部分。",
}


@pytest.mark.parametrize("code", SQUARE)
def test_behind_a_square_bracket(code: str) -> None:
    assert cited(code, SQUARE[code]) == [("A/CONF.91/50(Vol.I)", None, ["I"])]


def test_a_section_is_only_the_texts_own_where_words_say_so() -> None:
    acts = (
        "Notes the lamps.",
        "Takes income section 2 into account.",
        "Asks for the lamps of section 2 and for the oil of paragraph 1.",
    )
    lines = ("The General Assembly,", "Section 2", *(f"{at}. {act}" for at, act in enumerate(acts, 1)))
    assert [one.to for one in converted("en", "\n\n".join(lines) + "\n").internal] == [("op1",)]
