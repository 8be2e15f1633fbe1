"""A number whose session stands behind it, as text from right to left turns it: read, and said."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

TEXTS = {
    "en": "The General Assembly,\n\nRecalling its resolution 245/77 on lamps,\n\n1. Thanks the keepers.\n",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 245/77 بشأن المصابيح،\n\n1 - تشكر الحراس.\n",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_turned_number_is_read_and_said(code: str) -> None:
    expression = converted(code, TEXTS[code])
    assert [one.target for one in expression.citations] == ["A/RES/77/245"]
    assert [one.code for one in expression.diagnostics if one.code.startswith("citation")] == ["citation-misprint"]


@pytest.mark.parametrize("again", ["Ibid.", "Ibid., para. 3."])
def test_ibid_is_no_misprint_of_what_it_cites(again: str) -> None:
    text = (
        "The General Assembly,\n\nRecalling the lamps¹ and the wicks,²\n\n1. Thanks the keepers.\n\n"
        f"¹ Resolution 2201 A (XXI), annex.\n\n² {again}\n"
    )
    expression = converted("en", text)
    assert [one.target for one in expression.citations] == ["A/RES/2201(XXI)"] * 2
    assert not [one for one in expression.diagnostics if one.code == "citation-misprint"]


DATED = {  # a number and its day
    "en": "Recalling its resolution {} of 7 December 2017 on lamps,",
    "fr": "Rappelant sa résolution {} du 7 décembre 2017 sur les lampes,",
    "es": "Recordando su resolución {}, de 7 de diciembre de 2017, sobre las lámparas,",
    "ru": "ссылаясь на свою резолюцию {} от 7 декабря 2017 года о лампах,",
    "zh": "回顾其2017年12月7日关于灯的第{}号决议，",
    "ar": "إذ تشير إلى قرارها {} المؤرخ 7 كانون الأول/ديسمبر 2017 بشأن المصابيح،",
}
SPECIAL = {  # a number of the Human Rights Council
    "en": "Recalling Human Rights Council resolution {},",
    "fr": "Rappelant la résolution {} du Conseil des droits de l’homme,",
    "es": "Recordando la resolución {} del Consejo de Derechos Humanos,",
    "ru": "ссылаясь на резолюцию {} Совета по правам человека,",
    "zh": "回顾人权理事会第{}号决议，",
    "ar": "إذ تشير إلى قرار مجلس حقوق الإنسان {}،",
}
OF_COUNCIL = {  # a number of the Economic and Social Council
    "en": "Recalling Economic and Social Council resolution {},",
    "fr": "Rappelant la résolution {} du Conseil économique et social,",
    "es": "Recordando la resolución {} del Consejo Económico y Social,",
    "ru": "ссылаясь на резолюцию {} Экономического и Социального Совета,",
    "zh": "回顾经济及社会理事会第{}号决议，",
    "ar": "إذ تشير إلى قرار المجلس الاقتصادي والاجتماعي {}،",
}
ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip


def _read(lang: str, *recitals: str) -> tuple[list[str | None], list[str]]:
    """The targets of a text of the Assembly with these recitals, and the codes of what is said of citations."""
    expression = converted(lang, "\n\n".join((ENACTING[lang], *recitals, f"{number(lang, 1)} {ACTS[lang]}")) + "\n")
    codes = [one.code for one in expression.diagnostics if one.code.startswith("citation")]
    return [one.target for one in expression.citations], codes


@pytest.mark.parametrize("lang", DATED)
def test_the_day_shows_that_the_session_stands_behind(lang: str) -> None:
    assert _read(lang, DATED[lang].format("35/72")) == (["A/RES/72/35"], ["citation-misprint"])
    assert _read(lang, DATED[lang].format("72/35")) == (["A/RES/72/35"], [])


@pytest.mark.parametrize("lang", DATED)
def test_where_the_year_may_be_the_slip_another_place_tells(lang: str) -> None:
    printed = DATED[lang].format("73/72")  # of 2018, or 72/73
    assert _read(lang, printed) == (["A/RES/73/72"], ["citation-year"])
    targets, codes = _read(lang, DATED[lang].format("72/73"), printed)
    assert (targets, codes) == (["A/RES/72/73"] * 2, ["citation-misprint"])


@pytest.mark.parametrize("lang", DATED)
def test_what_may_be_meant_is_told_where_it_is_not_read_so(lang: str) -> None:
    lines = (ENACTING[lang], "{}", f"{number(lang, 1)} {ACTS[lang]}")
    said = []
    for printed in ("73/72", "75/32"):  # 32/75 is of 1977
        text = "\n\n".join(lines).format(DATED[lang].format(printed)) + "\n"
        said += [one.message for one in converted(lang, text).diagnostics if one.code == "citation-year"]
    assert ["72/73, the other way round, could be" in one for one in said] == [True, False]


@pytest.mark.parametrize("lang", SPECIAL)
def test_no_special_session_has_adopted_so_many(lang: str) -> None:
    special = "دإ-{}" if lang == "ar" else "S-{}"
    mended = ["A/HRC/RES/S-35/1"], ["citation-misprint"]
    assert _read(lang, SPECIAL[lang].format(special.format("1/35"))) == mended
    assert _read(lang, SPECIAL[lang].format(special.format("35/1"))) == (["A/HRC/RES/S-35/1"], [])


@pytest.mark.parametrize("lang", OF_COUNCIL)
def test_the_year_of_a_number_by_years_stands_behind(lang: str) -> None:
    assert _read(lang, OF_COUNCIL[lang].format("45/2004")) == (["E/RES/2004/45"], ["citation-misprint"])
    assert _read(lang, OF_COUNCIL[lang].format("2004/45")) == (["E/RES/2004/45"], [])


def test_a_number_of_the_security_council_with_a_stroke_is_read_where_its_year_is_known() -> None:
    recital = "Recalling Security Council resolutions 1325/2000 and 2000/1327,"
    assert _read("en", recital) == (["S/RES/1325(2000)", "S/RES/1327(2000)"], ["citation-misprint"] * 2)
    assert _read("en", "Recalling Security Council resolution 1325/2012,") == ([], ["citation-unread"])


def test_what_may_be_meant_as_it_is_printed_stays() -> None:
    assert _read("en", "Recalling its resolutions 73/72, S-12/14 and ES-10/12,")[1] == []
    assert _read("en", "Recalling its decisions S-26/21 and S-10/24,")[1] == []
    assert _read("en", "Recalling its resolution 45/2004,") == (["A/RES/45/2004"], ["citation-year"])
    recital = "Recalling Human Rights Council resolution S-20/25,"
    assert _read("en", recital) == (["A/HRC/RES/S-20/25"], ["citation-year"])
    assert _read("en", "Recalling decision 15/2004 of the Lamp Committee,")[0] in ([], [None])
