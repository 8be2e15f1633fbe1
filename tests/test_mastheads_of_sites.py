"""What a site puts around a text is no title and no part of one, and is said; the meeting in a masthead is read."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip
NUMBER = {
    "en": "Resolution 2941 (2092)", "fr": "Résolution 2941 (2092)", "es": "Resolución 2941 (2092)",
    "ru": "Резолюция 2941 (2092)", "zh": "第2941(2092)号决议", "ar": "القرار 2941 (2092)",
}  # fmt: skip
ADOPTED = {
    "en": "Adopted by the Security Council at its 9000th meeting, on 3 May 2092",
    "fr": "Adoptée par le Conseil de sécurité à sa 9000e séance, le 3 mai 2092",
    "es": "Aprobada por el Consejo de Seguridad en su 9000ª sesión, celebrada el 3 de mayo de 2092",
    "ru": "принятая Советом Безопасности на его 9000-м заседании 3 мая 2092 года",
    "zh": "2092年5月3日安全理事会第9000次会议通过",
    "ar": "الذي اتخذه مجلس الأمن في جلسته 9000، المعقودة في 3 أيار/مايو 2092",
}
COUNCIL = {
    "en": "The Security Council,", "fr": "Le Conseil de sécurité,", "es": "El Consejo de Seguridad,",
    "ru": "Совет Безопасности,", "zh": "安全理事会，", "ar": "إن مجلس الأمن،",
}  # fmt: skip
LINKS = {  # what stands above the number, and below the line on the adoption
    "en": ("Home > Resolutions > 2092", "Next resolution", "Download PDF"),
    "fr": ("Accueil > Résolutions > 2092", "Résolution suivante", "Télécharger le PDF"),
    "es": ("Inicio > Resoluciones > 2092", "Resolución siguiente", "Descargar PDF"),
    "ru": ("Главная > Резолюции > 2092", "Следующая резолюция", "Скачать PDF"),
    "zh": ("首页 > 决议 > 2092", "下一页", "下载文件"),
    "ar": ("الرئيسية > القرارات > 2092", "القرار التالي", "طباعة الصفحة"),
}
SERIES = {
    "en": "Security Council resolutions", "fr": "Résolutions", "es": "Resoluciones", "ru": "Резолюции",
    "zh": "安全理事会决议", "ar": "القرارات",
}  # fmt: skip
MEETING = {
    "en": ("10th plenary meeting", "3 December 2018"), "fr": ("10e séance plénière", "3 décembre 2018"),
    "es": ("10ª sesión plenaria", "3 de diciembre de 2018"), "ru": ("10-е пленарное заседание", "3 декабря 2018 года"),
    "zh": ("第10次全体会议", "2018年12月3日"), "ar": ("الجلسة العامة 10", "3 كانون الأول/ديسمبر 2018"),
}  # fmt: skip


@pytest.mark.parametrize("lang", LINKS)
def test_links_are_no_title(lang: str) -> None:
    path, *links = LINKS[lang]
    lines = (path, NUMBER[lang], ADOPTED[lang], *links, COUNCIL[lang], f"{number(lang, 1)} {ACTS[lang]}")
    found = converted(lang, "\n\n".join(lines) + "\n")
    assert found.resolution.masthead.title is None
    assert found.resolution.masthead.date == "2092-05-03"
    assert [one.text.text for one in found.resolution.masthead.blocks if one.kind == "plain"] == [path, *links]
    assert [one.line for one in found.diagnostics if one.code == "masthead-line"] == [1, 7]


@pytest.mark.parametrize("lang", SERIES)
def test_the_name_of_a_series_is_no_title(lang: str) -> None:
    lines = (SERIES[lang], NUMBER[lang], ADOPTED[lang], COUNCIL[lang], f"{number(lang, 1)} {ACTS[lang]}")
    found = converted(lang, "\n\n".join(lines) + "\n")
    assert found.resolution.masthead.title is None


def test_a_title_is_one_still() -> None:
    for title in ("The situation in Lampland", "Sharing of lamps", "Home of the lamps", "Print works of the Council"):
        lines = (title, NUMBER["en"], ADOPTED["en"], COUNCIL["en"], f"1. {ACTS['en']}")
        assert converted("en", "\n\n".join(lines) + "\n").resolution.masthead.title == title


@pytest.mark.parametrize("lang", MEETING)
def test_the_plenary_meeting_in_a_masthead_is_that_of_the_adoption(lang: str) -> None:
    lines = (*MEETING[lang], "73/907. Lamps", ENACTING[lang], f"{number(lang, 1)} {ACTS[lang]}")
    found = converted(lang, "\n\n".join(lines) + "\n")
    adoption = found.resolution.adoption
    assert adoption is not None and adoption.meeting == 10
    assert found.resolution.masthead.date == "2018-12-03"
    assert not [one for one in found.diagnostics if one.code in ("masthead-line", "adoption-missing")]
