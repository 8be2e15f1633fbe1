"""Mastheads of copied texts: lines that run together, numbers of the page around a text, days without an organ."""

from __future__ import annotations

import pytest

from tests.reading import converted
from tests.test_mastheads_copied import FORMS, HEADS, masthead
from tests.test_number_and_symbol import TEXTS

TOGETHER = {
    "en": "Resolution 9973 (2091) Adopted by the Security Council at its 19001st meeting, on 3 May 2091",
    "fr": "Résolution 9973 (2091) Adoptée par le Conseil de sécurité à sa 19001e séance, le 3 mai 2091",
    "es": "Resolución 9973 (2091) Aprobada por el Consejo de Seguridad en su 19001ª sesión, el 3 de mayo de 2091",
    "ru": "Совет Безопасности Distr.: General 4 мая 2091 года Резолюция 9973 (2091)",
    "zh": "安全理事会 Distr.: General 2091年5月4日 第9973(2091)号决议",
    "ar": "مجلس الأمن Distr.: General 4 أيار/مايو 2091 القرار 9973 (2091)",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(TOGETHER))
def test_lines_that_run_together_are_parted(code: str, form: str) -> None:
    adopted = [] if code in ("en", "fr", "es") else [HEADS[code][3]]
    found = masthead(code, form, TOGETHER[code], *adopted)
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(2091)", "2091-05-03", None)


def test_they_are_read_in_front_of_a_text_without_line_breaks() -> None:
    text = f"{TOGETHER['en']} The Security Council, Recalling the wicks, Noting the dark, 1. Decides to light lamps."
    found = converted("en", text).resolution
    assert (found.masthead.symbol, found.masthead.date) == ("S/RES/9973(2091)", "2091-05-03")
    assert found.adoption is not None
    assert found.adoption.meeting == 19001


def test_a_line_with_words_of_its_own_is_not_parted() -> None:
    found = masthead(
        "en", "txt", "The keepers on Resolution 9972 (2090) Adopted by the Security Council", "General Assembly"
    )
    assert found.symbol is None


GAZETTES = {
    "en": "7 (1945) Nr. 58",
    "fr": "7 (1945) Numéro 58",
    "es": "7 (1945) Número 58",
    "ru": "7 (1945) Номер 58",
}


@pytest.mark.parametrize("code", sorted(GAZETTES))
def test_the_number_above_the_adoption_outranks_one_of_the_page(code: str) -> None:
    found = masthead(code, "txt", GAZETTES[code], "A. LAMP", TEXTS[code][0].format("9973 (2091)"), HEADS[code][3])
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(2091)", "2091-05-03", None)
    assert [block.kind for block in found.blocks[:2]] == ["plain", "plain"]


UNNAMED = {
    "en": ("Resolution adopted on 3 May 2091", "Date: 4 May 2091"),
    "fr": ("Résolution adoptée le 3 mai 2091", "Date : 4 mai 2091"),
    "es": ("Resolución aprobada el 3 de mayo de 2091", "Fecha: 4 de mayo de 2091"),
    "ru": ("Резолюция, принятая 3 мая 2091 года", "Дата: 4 мая 2091 года"),
    "zh": ("2091年5月3日通过的决议", "日期：2091年5月4日"),
    "ar": ("القرار الذي اتخذ في 3 أيار/مايو 2091", "التاريخ: 4 أيار/مايو 2091"),
}


@pytest.mark.parametrize("code", sorted(UNNAMED))
def test_a_day_of_adoption_needs_no_organ_and_the_day_of_a_paper_is_none(code: str) -> None:
    adopted, printed = UNNAMED[code]
    assert masthead(code, "txt", printed, adopted).date == "2091-05-03"
    assert masthead(code, "txt", printed).date is None


PROPOSED = {
    "en": (
        "Resolution adopted by the Economic and Social Council on 3 May 2091",
        "[on a proposal considered in plenary meeting (E/2091/L.22)]",
        "2091/7. Lamps",
    ),
    "fr": (
        "Résolution adoptée par le Conseil économique et social le 3 mai 2091",
        "[sur une proposition examinée en séance plénière (E/2091/L.22)]",
        "2091/7. Lampes",
    ),
    "es": (
        "Resolución aprobada por el Consejo Económico y Social el 3 de mayo de 2091",
        "[sobre una propuesta examinada en sesión plenaria (E/2091/L.22)]",
        "2091/7. Lámparas",
    ),
}


@pytest.mark.parametrize("code", sorted(PROPOSED))
def test_a_proposal_of_the_plenary_is_no_title(code: str) -> None:
    found = masthead(code, "txt", *PROPOSED[code])
    assert (found.number, found.title) == ("2091/7", PROPOSED[code][2].partition(" ")[2])
