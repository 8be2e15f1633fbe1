"""A number alone of a work that the text cites with its year elsewhere is that work's, in six languages."""

from __future__ import annotations

import pytest

from converter.annotate.found import Found
from tests.language_examples import language, read_citations, resolution

WITH_YEAR = {
    "en": "Recalling Security Council resolution 1325 (2000) on lamps,",
    "fr": "Rappelant la résolution 1325 (2000) du Conseil de sécurité sur les lampes,",
    "es": "Recordando la resolución 1325 (2000) del Consejo de Seguridad sobre las lámparas,",
    "ru": "ссылаясь на резолюцию 1325 (2000) Совета Безопасности о лампах,",
    "zh": "回顾安全理事会关于灯的第1325（2000）号决议，",
    "ar": "إذ تشير إلى قرار مجلس الأمن 1325 (2000) بشأن المصابيح،",
}
ALONE = {  # the number alone with a paragraph, in a sentence that goes on
    "en": "Noting that paragraph 3 of resolution {} applies to the keepers,",
    "fr": "Notant que le paragraphe 3 de la résolution {} s’applique aux gardiens,",
    "es": "Observando que el párrafo 3 de la resolución {} se aplica a los guardianes,",
    "ru": "отмечая, что пункт 3 резолюции {} касается смотрителей,",
    "zh": "注意到第{}号决议第3段适用于看守人，",
    "ar": "وإذ تلاحظ أن الفقرة 3 من القرار {} تسري على الحراس،",
}
OF_ANOTHER = {  # with the name of another organ
    "en": "Noting resolution 1325 of the General Assembly,",
    "fr": "Notant la résolution 1325 de l’Assemblée générale,",
    "es": "Observando la resolución 1325 de la Asamblea General,",
    "ru": "отмечая резолюцию 1325 Генеральной Ассамблеи,",
    "zh": "注意到大会第1325号决议，",
    "ar": "وإذ تلاحظ قرار الجمعية العامة 1325،",
}


def read(code: str, *texts: str, notes: list[str] | None = None) -> Found:
    return read_citations(resolution(code, "GA", [*texts], ["preambular"] * len(texts), notes=notes), language(code))


def cited(found: Found) -> list[tuple[str, str | None, list[str]]]:
    return [(one.place, one.target, [point.label for point in one.pinpoints]) for one in found.citations]


@pytest.mark.parametrize("code", WITH_YEAR)
def test_it_is_the_one_work_that_has_it(code: str) -> None:
    found = read(code, WITH_YEAR[code], ALONE[code].format(1325))
    assert cited(found) == [("pp1", "S/RES/1325(2000)", []), ("pp2", "S/RES/1325(2000)", ["3"])]
    assert not found.said
    again = found.citations[1]
    assert (again.date, "1325" in again.text, again.kind) == (None, True, "resolution")


@pytest.mark.parametrize("code", WITH_YEAR)
def test_before_the_year_too(code: str) -> None:
    found = read(code, ALONE[code].format(1325), WITH_YEAR[code])
    assert [target for _, target, _ in cited(found)] == ["S/RES/1325(2000)"] * 2


@pytest.mark.parametrize("code", WITH_YEAR)
def test_another_number_is_none(code: str) -> None:
    found = read(code, WITH_YEAR[code], ALONE[code].format(1327))
    assert [target for _, target, _ in cited(found)] == ["S/RES/1325(2000)"]


@pytest.mark.parametrize("code", OF_ANOTHER)
def test_that_of_another_organ_is_none(code: str) -> None:
    found = read(code, WITH_YEAR[code], OF_ANOTHER[code])
    assert [target for _, target, _ in cited(found)] == ["S/RES/1325(2000)"]
    assert [one.remark.code for one in found.said] == ["citation-unread"]


@pytest.mark.parametrize(
    ("also", "said"),
    [
        ("Recalling its resolution 1325 (XIII),", "Noting resolution 1325,"),  # two works have the number
        ("Recalling the lamps,", "Noting resolution 1325/9,"),
        ("Recalling the lamps,", "Noting the resolution that 1325 keepers wrote,"),
        ("Recalling the lamps,", "Noting resolution 1325,000 lamps,"),
        ("Recalling the lamps,", "Noting resolution 1325 of 3 May 2031,"),
    ],
)
def test_where_it_is_not_sure_it_is_none(also: str, said: str) -> None:
    found = read("en", WITH_YEAR["en"], also, said)
    assert not [one for one in found.citations if one.place == "pp3"]


def test_in_a_note() -> None:
    found = read("en", WITH_YEAR["en"], notes=["See resolution 1325, para. 4."])
    assert cited(found)[1:] == [("fn:1", "S/RES/1325(2000)", ["4"])]
