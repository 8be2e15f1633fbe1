"""Numbers of an organ that counts its texts through all years: one of another year is said, a lost figure mended."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

TEXTS = {  # 66 (1990) of a day between those of 665 and 667
    "en": "The Security Council,\n\nRecalling its resolutions on lamps 665 (1990) of 25 August 1990,"
    " 66 (1990) of 13 September 1990 and 667 (1990) of 16 September 1990,\n\n1. Thanks the keepers.\n",
    "fr": "Le Conseil de sécurité,\n\nRappelant ses résolutions 665 (1990) du 25 août 1990,"
    " 66 (1990) du 13 septembre 1990 et 667 (1990) du 16 septembre 1990,\n\n1. Remercie les gardiennes.\n",
    "es": "El Consejo de Seguridad,\n\nRecordando sus resoluciones 665 (1990), de 25 de agosto de 1990,"
    " 66 (1990), de 13 de septiembre de 1990, y 667 (1990), de 16 de septiembre de 1990,\n\n1. Agradece a todos.\n",
    "ru": "Совет Безопасности,\n\nссылаясь на свои резолюции 665 (1990) от 25 августа 1990 года,"
    " 66 (1990) от 13 сентября 1990 года и 667 (1990) от 16 сентября 1990 года,\n\n1. благодарит смотрителей.\n",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى قراراته ٦٦٥ (١٩٩٠) المؤرخ 25 آب/أغسطس 1990"
    " و 66 (1990) المؤرخ 13 أيلول/سبتمبر 1990 و 667 (1990) المؤرخ 16 أيلول/سبتمبر 1990،\n\n1 - يشكر الحراس.\n",
    "zh": "安全理事会，\n\n回顾其1990年8月25日第665（1990）号、1990年9月13日第66（1990）号"
    "和1990年9月16日第667（1990）号决议，\n\n1. 感谢看守人。\n",
}


def targets(expression: Expression) -> list[str | None]:
    return [one.target for one in expression.citations]


def codes(expression: Expression) -> list[str]:
    return [one.code for one in expression.diagnostics if one.code.startswith("citation-")]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_lost_figure_is_mended_between_its_neighbours(lang: str) -> None:
    found = converted(lang, TEXTS[lang])
    assert targets(found) == ["S/RES/665(1990)", "S/RES/666(1990)", "S/RES/667(1990)"]
    assert codes(found) == ["citation-misprint"]
    assert "66" in found.citations[1].text


@pytest.mark.parametrize("lang", TEXTS)
def test_one_that_may_be_several_is_left_and_said(lang: str) -> None:
    found = converted(lang, TEXTS[lang].replace("667", "671"))  # 666, 668 or 669
    assert targets(found)[1] == "S/RES/66(1990)"
    [said] = [one for one in found.diagnostics if one.code == "citation-year"]
    assert said.message == "S/RES/66(1990) cannot be of 1990: 66 is the number of a text of 1948"


@pytest.mark.parametrize(
    ("words", "expected", "code"),
    [
        ("resolution 20 (1982) of 17 September 1982", "S/RES/520(1982)", "citation-misprint"),  # no other ends so
        ("resolution 20 (1982)", "S/RES/20(1982)", "citation-year"),  # no day says which of the two is wrong
        ("resolution 20 (1982) of 17 September 1983", "S/RES/20(1982)", "citation-year"),
        ("resolution 658 (1991)", "S/RES/658(1991)", "citation-year"),  # as many figures: another sign may be wrong
        ("resolution 104 (1955)", "S/RES/104(1955)", "citation-year"),
        ("resolution 104 (1953)", "S/RES/104(1953)", None),  # its year is known by its neighbours alone
        ("resolution 104 (1954)", "S/RES/104(1954)", None),
        ("resolution 9001 (1992)", "S/RES/9001(1992)", None),  # none has had this number
    ],
)
def test_a_number_and_its_year(words: str, expected: str, code: str | None) -> None:
    found = converted("en", f"The Security Council,\n\nRecalling its {words},\n\n1. Thanks the keepers.\n")
    assert targets(found) == [expected]
    assert codes(found) == ([code] if code else [])


def test_the_number_of_the_text_itself_is_a_neighbour() -> None:
    body = (
        "Resolution 667 (1990)\nof 16 September 1990\n\nThe Security Council,\n\nRecalling its resolutions 665 (1990)"
    )
    body += " of 25 August 1990 and 66 (1990) of 13 September 1990,\n\n1. Thanks the keepers.\n"
    assert targets(converted("en", body)) == ["S/RES/665(1990)", "S/RES/666(1990)"]
