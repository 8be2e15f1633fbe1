"""Mastheads as other sites copy them: lines run together, a title right above the number, the day below it."""

from __future__ import annotations

import pytest

from converter.model import Masthead
from tests.reading import converted, read_lines
from tests.test_number_and_symbol import TEXTS

# Of each language: a title of two lines, the letterhead in one line, a number with its day, how a text was adopted.
HEADS = {
    "en": (
        ("LAMPS OF THE HARBOUR", "AND THEIR KEEPERS"),
        "Security Council Distr.: General 4 May 2091",
        "9973 (2091). Resolution of 3 May 2091",
        "Adopted by the Security Council at its 19001st meeting, on 3 May 2091",
    ),
    "fr": (
        ("LES LAMPES DU PORT", "ET LEURS GARDIENS"),
        "Conseil de sécurité Distr. générale 4 mai 2091",
        "9973 (2091). Résolution du 3 mai 2091",
        "Adoptée par le Conseil de sécurité à sa 19001e séance, le 3 mai 2091",
    ),
    "es": (
        ("LAS LÁMPARAS DEL PUERTO", "Y SUS GUARDIANES"),
        "Consejo de Seguridad Distr. general 4 de mayo de 2091",
        "9973 (2091). Resolución de 3 de mayo de 2091",
        "Aprobada por el Consejo de Seguridad en su 19001ª sesión, celebrada el 3 de mayo de 2091",
    ),
    "ru": (
        ("ЛАМПЫ ГАВАНИ", "И ИХ ХРАНИТЕЛИ"),
        "Совет Безопасности Distr.: General 4 мая 2091 года",
        "9973 (2091). Резолюция от 3 мая 2091 года",
        "принятая Советом Безопасности на его 19001-м заседании 3 мая 2091 года",
    ),
    "ar": (
        ("مصابيح الميناء", "وحراسها"),
        "مجلس الأمن Distr.: General ٤ أيار/مايو ٢٠٩١",
        "القرار 9973 (2091) المؤرخ 3 أيار/مايو 2091",
        "الذي اتخذه مجلس الأمن في جلسته 19001 المعقودة في 3 أيار/مايو 2091",
    ),
    "zh": (
        ("港口的灯火", "及其看守人"),
        "安全理事会 Distr.: General 2091年5月4日",
        "9973(2091). 2091年5月3日决议",
        "2091年5月3日安全理事会第19001次会议通过",
    ),
}
FORMS = ["txt", "html", "docx"]


def masthead(code: str, form: str, *head: str) -> Masthead:
    return read_lines(code, form, *head, *TEXTS[code][1:]).resolution.masthead


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(HEADS))
def test_a_letterhead_in_one_line_is_no_title(code: str, form: str) -> None:
    _, letterhead, _, adopted = HEADS[code]
    found = masthead(code, form, letterhead, TEXTS[code][0].format("9973 (2091)"), adopted)
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(2091)", "2091-05-03", None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(HEADS))
def test_a_title_ends_above_the_number_below_which_the_adoption_stands(code: str, form: str) -> None:
    (title, _), _, _, adopted = HEADS[code]
    found = masthead(code, form, title, TEXTS[code][0].format("9973 (2091)"), adopted)
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(2091)", "2091-05-03", title)


@pytest.mark.parametrize("code", sorted(set(HEADS) - {"ar"}))
def test_a_title_ends_above_the_number_that_has_its_day(code: str) -> None:
    (title, _), _, number, _ = HEADS[code]
    found = masthead(code, "txt", title, number)
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(2091)", "2091-05-03", title)


WRAPPED = {
    "en": ("Draft resolution", "Implementation of Security Council", "resolution 9973 (2091)"),
    "fr": ("Projet de résolution", "Application de la", "résolution 9973 (2091)"),
    "es": ("Proyecto de resolución", "Aplicación de la", "resolución 9973 (2091)"),
    "ru": ("Проект резолюции", "Осуществление", "резолюции 9973 (2091)"),
    "ar": ("مشروع قرار", "تنفيذ", "القرار 9973 (2091)"),
    "zh": ("决议草案", "执行安全理事会", "第9973(2091)号决议"),
}


@pytest.mark.parametrize("code", sorted(WRAPPED))
def test_a_wrapped_title_keeps_the_number_that_it_names(code: str) -> None:
    _, *body = TEXTS[code]
    found = converted(code, "\n".join((*WRAPPED[code], *body)) + "\n").resolution.masthead
    assert found.number is None
    assert found.title is not None
    assert "9973" in found.title


DAYS = {
    "en": ("91/906. Lamps", "(3 May 2091)"),
    "fr": ("91/906. Lampes", "(3 mai 2091)"),
    "es": ("91/906. Lámparas", "(3 de mayo de 2091)"),
    "ru": ("91/906. Лампы", "(3 мая 2091 года)"),
    "ar": ("91/906 - المصابيح", "(3 أيار/مايو 2091)"),
    "zh": ("91/906. 灯火", "(2091年5月3日)"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(DAYS))
def test_the_day_below_the_title_is_that_of_adoption(code: str, form: str) -> None:
    found = masthead(code, form, *DAYS[code])
    assert (found.number, found.date) == ("91/906", "2091-05-03")
