"""Numbers of the Security Council whose year only the day beside them tells, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted
from tests.test_number_and_symbol import TEXTS

# Of each language: the number with its day; the same with the Council's name; with that of an organ of others.
FORMS = {
    "en": (
        ["Noting resolution 2941 of 17 May 2092 on lamps,", "Noting its resolution 2941, of 17 May 2092,"],
        "Noting Security Council resolution 2941 of 17 May 2092,",
        "Noting resolution 2941 of 17 May 2092,",
    ),
    "fr": (
        ["Notant la résolution 2941 du 17 mai 2092,", "Notant sa résolution 2941 en date du 17 mai 2092,"],
        "Notant la résolution 2941 du Conseil de sécurité du 17 mai 2092,",
        "Notant la résolution 2941 du 17 mai 2092,",
    ),
    "es": (
        [
            "Observando la resolución 2941 de 17 de mayo de 2092,",
            "Observando su resolución 2941, de 17 de mayo de 2092,",
        ],
        "Observando la resolución 2941 del Consejo de Seguridad, de 17 de mayo de 2092,",
        "Observando la resolución 2941 de 17 de mayo de 2092,",
    ),
    "ru": (
        ["отмечая резолюцию 2941 от 17 мая 2092 года,", "отмечая свою резолюцию 2941 от 17 мая 2092 года о лампах,"],
        "отмечая резолюцию 2941 Совета Безопасности от 17 мая 2092 года,",
        "отмечая резолюцию 2941 от 17 мая 2092 года,",
    ),
    "ar": (
        ["إذ يلاحظ القرار 2941 المؤرخ 17 أيار/مايو 2092،", "إذ يلاحظ قراره 2941 المؤرخ 17 أيار/مايو 2092،"],
        "إذ يلاحظ قرار مجلس الأمن 2941 المؤرخ 17 أيار/مايو 2092،",
        "إذ يلاحظ القرار 2941 المؤرخ 17 أيار/مايو 2092،",
    ),
    "zh": (
        ["注意到第2941号决议(2092年5月17日)，", "注意到2092年5月17日第2941号决议，"],
        "注意到安全理事会第2941号决议(2092年5月17日)，",
        "注意到第2941号决议(2092年5月17日)，",
    ),
}  # fmt: skip


def read(code: str, speaks: str, recital: str) -> Expression:
    return converted(code, "\n\n".join((speaks, recital, TEXTS[code][3])))


def cited(found: Expression) -> list[tuple[str | None, str | None]]:
    return [(one.target, one.date) for one in found.citations]


BY_COUNCIL = [(code, recital) for code, forms in FORMS.items() for recital in forms[0]]
READ = [("S/RES/2941(2092)", "2092-05-17")]


@pytest.mark.parametrize(("code", "recital"), BY_COUNCIL)
def test_the_council_cites_its_own_by_number_and_day(code: str, recital: str) -> None:
    found = read(code, TEXTS[code][1], recital)
    assert cited(found) == READ
    assert not {"citation-unread", "citation-misprint", "date-unread"} & {one.code for one in found.diagnostics}


@pytest.mark.parametrize("code", sorted(FORMS))
def test_others_cite_the_councils_where_it_is_named(code: str) -> None:
    assert cited(read(code, ENACTING[code], FORMS[code][1])) == READ


@pytest.mark.parametrize("code", sorted(FORMS))
def test_where_no_organ_is_sure_it_is_said_and_not_read(code: str) -> None:
    found = read(code, ENACTING[code], FORMS[code][2])
    assert cited(found) == []
    assert "citation-unread" in [one.code for one in found.diagnostics]


def test_members_of_a_list_have_a_day_each() -> None:
    found = read("en", TEXTS["en"][1], "Noting its resolutions 2941 of 17 May 2092 and 2953 of 1 June 2093,")
    assert cited(found) == [*READ, ("S/RES/2953(2093)", "2093-06-01")]


OF_OTHERS = [
    "Noting that the Conference of Lamplighters, in resolution 2941 of 17 May 2092, lit lamps,",
    "Noting resolution 2941 of 17 May 2092 of the Lamp Committee,",
    "Noting the Lamp Committee's resolution 2941 of 17 May 2092,",
]


@pytest.mark.parametrize("recital", OF_OTHERS)
def test_a_number_and_a_day_of_an_organ_of_others_are_not_the_councils(recital: str) -> None:
    found = read("en", TEXTS["en"][1], recital)
    assert [one.target for one in found.citations if one.target] == []
    assert "citation-unread" in [one.code for one in found.diagnostics]


OF_ANOTHER_KIND = [
    ("en", "Noting Decree No. 2941 of the Lamp Council of 17 May 2092,"),
    ("en", "Noting Decree No. 2941 of the Lamp Council of 17 May 2092, and the resolution of the keepers,"),
    ("fr", "Notant le décret no 2941 du Conseil des lampes du 17 mai 2092,"),
    ("es", "Observando el decreto núm. 2941 del Consejo de Lámparas de 17 de mayo de 2092,"),
    ("ru", "отмечая указ № 2941 Совета Маяков от 17 мая 2092 года,"),
    ("ar", "إذ يلاحظ المرسوم رقم 2941 الصادر عن مجلس المصابيح في 17 أيار/مايو 2092،"),
    ("zh", "注意到灯火理事会2092年5月17日第2941号法令，"),
]


@pytest.mark.parametrize(("code", "recital"), OF_ANOTHER_KIND)
def test_the_number_and_day_of_what_is_no_text_of_an_organ_are_not_the_councils(code: str, recital: str) -> None:
    assert [one.target for one in read(code, TEXTS[code][1], recital).citations if one.target] == []


def test_a_sign_between_the_noun_and_its_number_is_passed() -> None:
    assert cited(read("en", TEXTS["en"][1], "Noting its resolution No. 2941 of 17 May 2092,")) == READ
