"""A session that an organ cannot have reached by the day of the text is another organ's, or said, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, number

HEADS = {
    "en": "Resolution adopted by the General Assembly on 17 December 2026",
    "fr": "Résolution adoptée par l’Assemblée générale le 17 décembre 2026",
    "es": "Resolución aprobada por la Asamblea General el 17 de diciembre de 2026",
    "ru": "Резолюция, принятая Генеральной Ассамблеей 17 декабря 2026 года",
    "zh": "2026年12月17日大会决议",
    "ar": "قرار اتخذته الجمعية العامة في 17 كانون الأول/ديسمبر 2026",
}
ENVIRONMENT = {
    "en": "Recalling Environment Assembly resolution 4/7 and resolution 66/288,",
    "fr": "Rappelant la résolution 4/7 de l’Assemblée pour l’environnement et la résolution 66/288,",
    "es": "Recordando la resolución 4/7 de la Asamblea sobre el Medio Ambiente y la resolución 66/288,",
    "ru": "ссылаясь на резолюцию 4/7 Ассамблеи по окружающей среде и на резолюцию 66/288,",
    "zh": "回顾环境大会第4/7号决议和第66/288号决议，",
    "ar": "إذ تشير إلى قرار جمعية البيئة 4/7 والقرار 66/288،",
}
COUNCIL = {
    "en": "Recalling Human Rights Council resolution 48/11 and resolution 166/288,",
    "fr": "Rappelant la résolution 48/11 du Conseil des droits de l’homme et la résolution 166/288,",
    "es": "Recordando la resolución 48/11 del Consejo de Derechos Humanos y la resolución 166/288,",
    "ru": "ссылаясь на резолюцию 48/11 Совета по правам человека и на резолюцию 166/288,",
    "zh": "回顾人权理事会第48/11号决议和第166/288号决议，",
    "ar": "إذ تشير إلى قرار مجلس حقوق الإنسان 48/11 والقرار 166/288،",
}
LANGUAGES = tuple(ENACTING)


def _read(lang: str, recital: str, head: str = "") -> Expression:
    return converted(lang, "\n\n".join((head or HEADS[lang], ENACTING[lang], recital, f"{number(lang, 1)} x")))


def _targets(read: Expression) -> list[str | None]:
    return [one.target for one in read.citations]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_the_assemblys_that_speaks(lang: str) -> None:
    assert _targets(_read(lang, ENVIRONMENT[lang])) == ["UNEP/EA.4/Res.7", "A/RES/66/288"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_nobody_can_have_is_said(lang: str) -> None:
    read = _read(lang, COUNCIL[lang])
    assert _targets(read) == ["A/HRC/RES/48/11", None]
    assert [one.severity.value for one in read.diagnostics if one.code == "citation-organ"] == ["warning"]


@pytest.mark.parametrize("printed", [
    "resolution 166/288 of the Human Rights Council", "Human Rights Council resolution 166/288",
    "resolution 66/288 of the Environment Assembly", "resolution 166/288", "paragraph 8 of its resolution 166/288",
])  # fmt: skip
def test_so_it_is_where_the_organ_stands_at_the_number(printed: str) -> None:
    read = _read("en", f"Recalling {printed},")
    assert _targets(read) == [None]
    assert "citation-organ" in {one.code for one in read.diagnostics}


@pytest.mark.parametrize("printed", [
    "Human Rights Council resolutions 48/11 and 62/8", "resolutions 48/11 and 62/8 of the Human Rights Council",
])  # fmt: skip
def test_a_session_that_it_may_have_reached_stays_its_own(printed: str) -> None:
    assert _targets(_read("en", f"Recalling {printed},")) == ["A/HRC/RES/48/11", "A/HRC/RES/62/8"]


def test_a_later_text_may_cite_a_later_session() -> None:
    late = HEADS["en"].replace("2026", "2096")
    assert _targets(_read("en", COUNCIL["en"], late)) == ["A/HRC/RES/48/11", "A/HRC/RES/166/288"]
