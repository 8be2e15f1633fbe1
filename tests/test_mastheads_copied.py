"""Mastheads as other sites copy them: lines run together, a title right above the number, the day below it."""

from __future__ import annotations

import pytest

from converter.model import Expression, Masthead
from tests.reading import ENACTING, converted, read_lines
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


# How a text was adopted, on two lines that part the day from its year; the title stands below.
PARTED_DAYS = {
    "en": ("Resolution adopted by the General Assembly on 3 May", "2037", "91/906. Lamps"),
    "fr": ("Résolution adoptée par l’Assemblée générale le 3 mai", "2037", "91/906. Lampes"),
    "es": ("Resolución aprobada por la Asamblea General el 3 de mayo de", "2037", "91/906. Lámparas"),
    "ru": ("Резолюция, принятая Генеральной Ассамблеей 3 мая", "2037 года", "91/906. Лампы"),
    "ar": ("قرار اتخذته الجمعية العامة في 3 أيار/مايو", "2037", "91/906 - المصابيح"),
}


@pytest.mark.parametrize("code", sorted(PARTED_DAYS))
def test_a_day_of_adoption_keeps_its_year_on_the_next_line(code: str) -> None:
    _, *body = TEXTS[code]
    *_, title = PARTED_DAYS[code]
    found = converted(code, "\n".join((*PARTED_DAYS[code], *body)) + "\n").resolution.masthead
    assert (found.date, found.number) == ("2037-05-03", "91/906")
    assert found.title == title.split(maxsplit=1)[1].lstrip("- ")


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


# Of each language: number and adoption in one line, the number with its day, and without either; words of a site.
ONE_LINE = {
    "en": "Resolution 9973 (2091), adopted by the Security Council at its 19001st meeting, on 3 May 2091",
    "fr": "Résolution 9973 (2091), adoptée par le Conseil de sécurité à sa 19001e séance, le 3 mai 2091",
    "es": "Resolución 9973 (2091), aprobada por el Consejo de Seguridad en su 19001ª sesión, el 3 de mayo de 2091",
    "ru": "Резолюция 9973 (2091), принятая Советом Безопасности на его 19001-м заседании 3 мая 2091 года",
    "ar": "القرار 9973 (2091)، الذي اتخذه مجلس الأمن في جلسته 19001 المعقودة في 3 أيار/مايو 2091",
    "zh": "第9973(2091)号决议，2091年5月3日安全理事会第19001次会议通过",
}
WITH_DAY = {
    "en": "Security Council resolution No. 9973 of 3 May 2091",
    "fr": "Résolution 9973 du Conseil de sécurité, du 3 mai 2091",
    "es": "Resolución 9973 del Consejo de Seguridad, de 3 de mayo de 2091",
    "ru": "Резолюция Совета Безопасности № 9973 от 3 мая 2091 года",
    "ar": "قرار مجلس الأمن رقم 9973 بتاريخ 3 أيار (مايو) 2091",
    "zh": "安全理事会2091年5月3日第9973号决议",
}
NO_YEAR = {
    "en": "Security Council Resolution 9973",
    "fr": "Résolution 9973 du Conseil de sécurité",
    "es": "Resolución 9973 del Consejo de Seguridad",
    "ru": "Резолюция Совета Безопасности 9973",
    "ar": "قرار مجلس الأمن رقم 9973",
    "zh": "聯合國安全理事會第9973號決議",
}
OF_A_SITE = {
    "en": ("Texts in our base", "Share"),
    "fr": ("Textes de notre base", "Partager"),
    "es": ("Textos de nuestra base", "Compartir"),
    "ru": ("Документов в базе", "Поделиться"),
    "ar": ("النصوص في قاعدتنا", "مشاركة"),
    "zh": ("本库文本", "分享"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(ONE_LINE))
def test_number_and_adoption_may_stand_in_one_line(code: str, form: str) -> None:
    found = read_lines(code, form, ONE_LINE[code], *TEXTS[code][1:]).resolution
    assert (found.masthead.symbol, found.masthead.date) == ("S/RES/9973(2091)", "2091-05-03")
    assert found.adoption is not None
    assert found.adoption.meeting == 19001


@pytest.mark.parametrize("code", sorted(WITH_DAY))
def test_the_day_behind_a_number_is_its_year(code: str) -> None:
    found = masthead(code, "txt", WITH_DAY[code])
    assert (found.symbol, found.date) == ("S/RES/9973(2091)", "2091-05-03")


@pytest.mark.parametrize("code", sorted(NO_YEAR))
def test_the_year_of_a_number_is_that_of_the_day_below_it(code: str) -> None:
    found = masthead(code, "txt", NO_YEAR[code], HEADS[code][3])
    assert (found.symbol, found.date) == ("S/RES/9973(2091)", "2091-05-03")
    assert masthead(code, "txt", NO_YEAR[code]).symbol is None


@pytest.mark.parametrize("code", sorted(NO_YEAR))
def test_the_number_with_its_year_is_the_number(code: str) -> None:
    found = masthead(code, "txt", NO_YEAR[code], TEXTS[code][0].format("9973 (2091)"), HEADS[code][3])
    assert (found.symbol, found.number) == ("S/RES/9973(2091)", "9973 (2091)")


@pytest.mark.parametrize("code", sorted(ENACTING))
def test_an_organ_that_counts_by_sessions_has_no_symbol_by_a_year(code: str) -> None:
    number = TEXTS[code][0].format("9973 (2091)")
    found = read_lines(code, "txt", number, ENACTING[code], *TEXTS[code][2:]).resolution.masthead
    assert (found.body, found.symbol) == ("GA", None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(OF_A_SITE))
def test_what_a_site_puts_above_the_number_is_no_title(code: str, form: str) -> None:
    head = (*OF_A_SITE[code], "———", TEXTS[code][0].format("9973 (2091)"), HEADS[code][3])
    found = read_lines(code, form, *head, *TEXTS[code][1:])
    assert (found.resolution.masthead.symbol, found.resolution.masthead.title) == ("S/RES/9973(2091)", None)
    said = [one.message for one in found.diagnostics if one.code == "masthead-line"]
    assert said[0] == f"these 3 lines of the masthead were not understood, from the line: {OF_A_SITE[code][0]}"


def said_of_lines(found: Expression) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in found.diagnostics if one.code == "masthead-line"]


@pytest.mark.parametrize("code", sorted(OF_A_SITE))
def test_the_lines_of_a_sites_navigation_are_said_once(code: str) -> None:
    lines = [f"{line}{number}" for number in range(10) for line in OF_A_SITE[code]]
    found = converted(code, "\n".join([*lines, TEXTS[code][0].format("9973 (2091)"), *TEXTS[code][1:]]))
    message = f"these 20 lines of the masthead were not understood, from the line: {lines[0]}"
    assert said_of_lines(found) == [(1, message)]


@pytest.mark.parametrize("code", sorted(OF_A_SITE))
def test_lines_that_stand_apart_are_said_each_at_its_place(code: str) -> None:
    one, other = OF_A_SITE[code]
    head = (one, "———", "A/RES/91/906", other, "———", DAYS[code][0])
    found = read_lines(code, "html", *head, ENACTING[code], *TEXTS[code][2:])
    message = "these 2 lines of the masthead were not understood, from the line: "
    assert said_of_lines(found) == [(1, f"{message}{one}"), (4, f"{message}{other}")]


@pytest.mark.parametrize("code", sorted(OF_A_SITE))
def test_navigation_above_a_text_that_was_cut_off_adds_no_second_error(code: str) -> None:
    cut = (TEXTS[code][0].format("9973 (2091)"), *TEXTS[code][1:3])
    found = converted(code, "\n".join([*OF_A_SITE[code] * 5, *cut]))
    errors = [one.code for one in found.diagnostics if one.severity == "error"]
    assert (errors, len(said_of_lines(found))) == (["no-operative-paragraph"], 1)


@pytest.mark.parametrize("code", sorted(OF_A_SITE))
def test_the_title_behind_the_number_is_the_title(code: str) -> None:
    _, share = OF_A_SITE[code]
    title = DAYS[code][0]
    found = read_lines(code, "txt", TEXTS[code][0].format("91/906"), share, title, ENACTING[code], *TEXTS[code][2:])
    head = found.resolution.masthead
    assert (head.symbol, head.title) == ("A/RES/91/906", title.removeprefix("91/906").strip(".- "))
    assert [one.line for one in found.diagnostics if one.code == "masthead-line"] == [3]


@pytest.mark.parametrize("code", sorted(DAYS))
def test_a_title_may_stand_behind_the_noun_and_the_number(code: str) -> None:
    title = DAYS[code][0].removeprefix("91/906").strip(".- ")
    number = "决议91/906" if code == "zh" else TEXTS[code][0].format("91/906")
    lines = (f"{number}: {title}", "3/05/2091", ENACTING[code], *TEXTS[code][2:])
    head = converted(code, "\n".join(lines)).resolution.masthead
    assert (head.symbol, head.title, head.date) == ("A/RES/91/906", title, None)


def test_the_number_of_the_1940s_below_the_words_of_a_site() -> None:
    head = ("跳转到内容", "自由的文库", "九九七三(一九四八).一九四八年五月三日決議案", "〔S/9714,贰〕")
    found = converted("zh", "\n".join((*head, *TEXTS["zh"][1:]))).resolution.masthead
    assert (found.symbol, found.date, found.title) == ("S/RES/9973(1948)", "1948-05-03", None)


@pytest.mark.parametrize("code", sorted(DAYS))
def test_blanks_inside_the_number_make_it_no_part_of_the_title(code: str) -> None:
    title = DAYS[code][0].removeprefix("91/906").strip(".- ")
    lines = ("A/RES/91/906", HEADS[code][3], f"9 1/ 906 {title}", ENACTING[code], *TEXTS[code][2:])
    head = converted(code, "\n\n".join(lines)).resolution.masthead
    assert (head.symbol, head.title) == ("A/RES/91/906", title)


def test_other_figures_at_the_head_of_a_title_are_its_own() -> None:
    lines = ("A/RES/91/906", HEADS["en"][3], "9 1/ 2 Lamps", "The General Assembly,", "1. Requests light.")
    assert converted("en", "\n\n".join(lines)).resolution.masthead.title == "9 1/ 2 Lamps"


ALONE = {
    "en": ("Resolution of 24 November 2031", "The Security Council,", "1. Requests light."),
    "fr": ("Résolution du 24 novembre 2031", "Le Conseil de sécurité,", "1. Demande de la lumière."),
    "es": ("Resolución de 24 de noviembre de 2031", "El Consejo de Seguridad,", "1. Pide luz."),
    "ru": ("Резолюция от 24 ноября 2031 года", "Совет Безопасности,", "1. просит дать свет."),
    "zh": ("2031年11月24日决议", "安全理事会，", "1. 请求照明。"),
}


@pytest.mark.parametrize("code", sorted(ALONE))
def test_a_number_alone_above_the_type_and_the_day_is_the_texts(code: str) -> None:
    found = converted(code, "\n".join(("9302 (2031)", *ALONE[code])))
    head = found.resolution.masthead
    assert (head.symbol, head.date, head.title) == ("S/RES/9302(2031)", "2031-11-24", None)
    assert "masthead-line" not in {one.code for one in found.diagnostics}


ADOPTED = {
    "en": ("(Adopted on 16 June 2031)", "The Security Council,", "1. Requests light."),
    "fr": ("(Adoptée le 16 juin 2031)", "Le Conseil de sécurité,", "1. Demande de la lumière."),
    "es": ("(Aprobada el 16 de junio de 2031)", "El Consejo de Seguridad,", "1. Pide luz."),
}


@pytest.mark.parametrize("code", sorted(ADOPTED))
def test_the_day_of_adoption_may_stand_in_round_brackets(code: str) -> None:
    assert converted(code, "\n\n".join(ADOPTED[code])).resolution.masthead.date == "2031-06-16"
