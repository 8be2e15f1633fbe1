"""A list goes over to another organ where that is printed at a member; what letters have annexed is of nobody known."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请各国提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
LISTS = {
    "en": "Recalling its resolutions 53/917 of 9 December 1998 and 75/960 of 16 December 2020, Commission on the Status"
    " of Women resolutions 51/902 of 9 March 2007 and 54/907 of 12 March 2010,",
    "fr": "Rappelant ses résolutions 53/917 du 9 décembre 1998 et 75/960 du 16 décembre 2020, les résolutions 51/902 du"
    " 9 mars 2007 et 54/907 du 12 mars 2010 de la Commission de la condition de la femme,",
    "es": "Recordando sus resoluciones 53/917, de 9 de diciembre de 1998, y 75/960, de 16 de diciembre de 2020, las"
    " resoluciones de la Comisión de la Condición Jurídica y Social de la Mujer 51/902, de 9 de marzo de 2007, y"
    " 54/907, de 12 de marzo de 2010,",
    "ru": "ссылаясь на свои резолюции 53/917 от 9 декабря 1998 года и 75/960 от 16 декабря 2020 года, резолюции"
    " Комиссии по положению женщин 51/902 от 9 марта 2007 года и 54/907 от 12 марта 2010 года,",
    "zh": "回顾其1998年12月9日第53/917号和2020年12月16日第75/960号决议、妇女地位委员会2007年3月9日第51/902号和"
    "2010年3月12日第54/907号决议，",
    "ar": "إذ تشير إلى قراريها 53/917 المؤرخ 9 كانون الأول/ديسمبر 1998 و 75/960 المؤرخ 16 كانون الأول/ديسمبر 2020،"
    " وإلى قراري لجنة وضع المرأة 51/902 المؤرخ 9 آذار/مارس 2007 و 54/907 المؤرخ 12 آذار/مارس 2010،",
}
RECITALS = {
    "en": "Recalling Human Rights Council resolution 50/916 and the Lamp Declaration,¹",
    "fr": "Rappelant la résolution 50/916 du Conseil des droits de l’homme et la Déclaration sur les lampes¹,",
    "es": "Recordando la resolución 50/916 del Consejo de Derechos Humanos y la Declaración sobre las Lámparas¹,",
    "ru": "ссылаясь на резолюцию 50/916 Совета по правам человека и Декларацию о фонарях¹,",
    "zh": "回顾人权理事会第50/916号决议和《灯火宣言》，¹",
    "ar": "إذ تشير إلى قرار مجلس حقوق الإنسان 50/916 وإلى إعلان المصابيح(¹)،",
}
ANNEXED = {
    "en": "A/56/9026-S/2002/9932, annex II, resolution 14/921.",
    "fr": "A/56/9026-S/2002/9932, annexe II, résolution 14/921.",
    "es": "A/56/9026-S/2002/9932, anexo II, resolución 14/921.",
    "ru": "A/56/9026-S/2002/9932, приложение II, резолюция 14/921.",
    "zh": "A/56/9026-S/2002/9932，附件二，第14/921号决议。",
    "ar": "A/56/9026-S/2002/9932، المرفق الثاني، القرار 14/921.",
}


@pytest.mark.parametrize("lang", LISTS)
def test_an_organ_printed_at_a_member_has_it(lang: str) -> None:
    found = read_lines(lang, "txt", ENACTING[lang], LISTS[lang], f"{number(lang, 1)} {ACTS[lang]}")
    assert [(one.number, one.target) for one in found.citations] == [
        ("53/917", "A/RES/53/917"),
        ("75/960", "A/RES/75/960"),
        ("51/902", None),
        ("54/907", None),
    ]


@pytest.mark.parametrize("lang", ANNEXED)
def test_what_is_annexed_to_a_letter_is_of_nobody_known(lang: str) -> None:
    lines = (ENACTING[lang], RECITALS[lang], f"{number(lang, 1)} {ACTS[lang]}", f"¹ {ANNEXED[lang]}")
    found = read_lines(lang, "txt", *lines)
    assert [one.target for one in found.citations] == ["A/HRC/RES/50/916", "A/56/9026", "S/2002/9932", None]
    assert [one.code for one in found.diagnostics if one.code.startswith("citation")] == ["citation-organ"]


def test_a_resolution_of_the_council_in_a_letter_is_its_own() -> None:
    lines = (ENACTING["en"], RECITALS["en"], "1. Requests light.", "¹ S/2002/9932, annex, resolution 9325 (2000).")
    cited = [one.target for one in read_lines("en", "txt", *lines).citations]
    assert cited == ["A/HRC/RES/50/916", "S/2002/9932", "S/RES/9325(2000)"]
