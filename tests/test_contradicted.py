"""Numbers that the words or the day beside them contradict: mended and said, or said, in every language."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
DATED = {
    "en": "Recalling its resolution {} of {},",
    "fr": "Rappelant sa résolution {} du {},",
    "es": "Recordando su resolución {}, de {},",
    "ru": "ссылаясь на свою резолюцию {} от {},",
    "zh": "回顾大会{1}第{0}号决议，",
    "ar": "إذ تشير إلى قرارها {} المؤرخ {}،",
}
DAYS = {
    "en": ("24 December 2021", "2 September 2021"),
    "fr": ("24 décembre 2021", "2 septembre 2021"),
    "es": ("24 de diciembre de 2021", "2 de septiembre de 2021"),
    "ru": ("24 декабря 2021 года", "2 сентября 2021 года"),
    "zh": ("2021年12月24日", "2021年9月2日"),
    "ar": ("24 كانون الأول/ديسمبر 2021", "2 أيلول/سبتمبر 2021"),
}
EMERGENCY = {
    "en": "Recalling the texts on lamps of its twelfth emergency special session,¹",
    "fr": "Rappelant les textes sur les lampes de sa douzième session extraordinaire d’urgence¹,",
    "es": "Recordando los textos sobre lámparas de su duodécimo período extraordinario de sesiones de emergencia¹,",
    "ru": "ссылаясь на тексты о лампах, принятые на ее двенадцатой чрезвычайной специальной сессии¹,",
    "zh": "回顾其第十二届紧急特别会议关于灯火的案文，¹",
    "ar": "إذ تشير إلى نصوص دورتها الاستثنائية الطارئة الثانية عشرة بشأن المصابيح(¹)،",
}
SPECIAL = {
    "en": "Recalling the texts on lamps of its twelfth special session,¹",
    "fr": "Rappelant les textes sur les lampes de sa douzième session extraordinaire¹,",
    "es": "Recordando los textos sobre lámparas de su duodécimo período extraordinario de sesiones¹,",
    "ru": "ссылаясь на тексты о лампах, принятые на ее двенадцатой специальной сессии¹,",
    "zh": "回顾其第十二届特别会议关于灯火的案文，¹",
    "ar": "إذ تشير إلى نصوص دورتها الاستثنائية الثانية عشرة بشأن المصابيح(¹)،",
}
NOTES = {
    "en": "Resolutions S-12/1 and S-12/3.",
    "fr": "Résolutions S-12/1 et S-12/3.",
    "es": "Resoluciones S-12/1 y S-12/3.",
    "ru": "Резолюции S-12/1 и S-12/3.",
    "zh": "第S-12/1和S-12/3号决议。",
    "ar": "القراران دإ-12/1 و دإ-12/3.",
}


def _read(lang: str, recital: str, note: str = "") -> Expression:
    lines = (ENACTING[lang], recital, f"{number(lang, 1)} {ACTS[lang]}", *([f"¹ {note}"] if note else ()))
    return read_lines(lang, "txt", *lines)


def _said(found: Expression, *codes: str) -> list[str]:
    return [one.message for one in found.diagnostics if one.code in codes]


@pytest.mark.parametrize("lang", DATED)
def test_a_day_of_another_session_is_said(lang: str) -> None:
    december, september = DAYS[lang]
    of_others = _read(lang, DATED[lang].format("75/245", december))
    said = "A/RES/75/245 cannot be of 2021-12-24: its number is of 2020-09 to 2021-09"
    assert _said(of_others, "citation-year", "citation-date") == [said]
    for printed in (("76/245", december), ("75/245", september), ("76/245", september)):
        assert _said(_read(lang, DATED[lang].format(*printed)), "citation-year", "citation-date") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Economic and Social Council resolution 2012/95 of 26 July 2012", ""),
        ("Economic and Social Council resolution 2022/95 of 8 October 2021", ""),  # of the session since July
        ("Economic and Social Council resolution 2022/95 of 8 May 2021", "2021-07 to 2022-12"),
        ("Economic and Social Council resolution 2012/95 of 8 October 2011", "2012"),
        ("Commission on Human Rights resolution 2003/95 of 23 April 2003", ""),
        ("Commission on Human Rights resolution 2003/95 of 23 April 2002", "2003-01 to 2003-04"),  # it met in spring
        ("Human Rights Council resolution 2/95 of 8 October 2006", ""),  # its days are not known
        ("Human Rights Council resolution 2/95 of 8 October 2009", "of that session"),
        ("Security Council resolution 2419 (2018) of 6 June 2017", "2018"),
    ],
)
def test_a_day_that_other_organs_cannot_have_is_said(words: str, said: str) -> None:
    found = _said(_read("en", f"Recalling {words},"), "citation-year", "citation-date")
    assert [message.endswith(said) for message in found] == ([True] if said else [])


@pytest.mark.parametrize("lang", EMERGENCY)
def test_a_number_of_the_emergency_session_that_the_mark_stands_behind(lang: str) -> None:
    found = _read(lang, EMERGENCY[lang], NOTES[lang])
    assert [one.target for one in found.citations] == ["A/RES/ES-12/1", "A/RES/ES-12/3"]
    assert ["read as" in one for one in _said(found, "citation-misprint")] == [True, True]


@pytest.mark.parametrize("lang", SPECIAL)
def test_a_number_of_the_special_session_is_left(lang: str) -> None:
    for recital in (SPECIAL[lang], f"{SPECIAL[lang]} {EMERGENCY[lang].replace('¹', '').replace('()', '')}"):
        found = _read(lang, recital, NOTES[lang])
        assert [one.target for one in found.citations] == ["A/RES/S-12/1", "A/RES/S-12/3"]
        assert _said(found, "citation-misprint") == []


@pytest.mark.parametrize("lang", EMERGENCY)
def test_a_number_beside_one_of_the_emergency_session_itself_is_left(lang: str) -> None:
    note = NOTES[lang].replace("S-12/3", "ES-12/3").replace("دإ-12/3", "دإط-12/3")
    found = _read(lang, EMERGENCY[lang], note)
    assert [one.target for one in found.citations] == ["A/RES/S-12/1", "A/RES/ES-12/3"]
    assert _said(found, "citation-misprint") == []
