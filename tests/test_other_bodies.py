"""Numbers of bodies that nobody here knows are said, and given to no organ of ours."""

from __future__ import annotations

import pytest

from tests.reading import converted, number

COUNCIL = {
    "en": "The Human Rights Council,", "fr": "Le Conseil des droits de l’homme,",
    "es": "El Consejo de Derechos Humanos,",
    "ru": "Совет по правам человека,", "zh": "人权理事会，", "ar": "إن مجلس حقوق الإنسان،",
}  # fmt: skip
RECITALS = {
    "en": ["decision 5/3 of the Lamp Committee", "resolution 60/251 of the Lamp Assembly",
           "resolution 9325 (2000) of the Lamp Council", "Lamp Council resolution 5/4",
           "resolution 5/5 of the Assembly of Lamps", "resolution 60/251 of the Lamp Council of 15 March 2006"],
    "fr": ["la décision 5/3 du Comité des lampes", "la résolution 60/251 de l’Assemblée des lampes",
           "la résolution 9325 (2000) du Conseil des lampes"],
    "es": ["la decisión 5/3 del Comité de Lámparas", "la resolución 60/251 de la Asamblea de los faros",
           "la resolución 9325 (2000) del Consejo de Lámparas"],
    "ru": ["решение 5/3 Комитета по лампам", "резолюцию 60/251 Светильной Ассамблеи", "резолюцию 5/4 Совета Маяков"],
    "zh": ["灯火委员会第5/3号决定", "灯火联盟大会第60/251号决议", "灯火协会理事会第5/4号决议"],
    "ar": ["مقرر لجنة المصابيح 5/3", "قرار جمعية المصابيح 60/251", "قرار مجلس المصابيح الدولية 5/4"],
}  # fmt: skip
OPENS = {
    "en": "Recalling",
    "fr": "Rappelant",
    "es": "Recordando",
    "ru": "ссылаясь на",
    "zh": "回顾",
    "ar": "إذ تشير إلى",
}
ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip


def _read(lang: str, words: str) -> tuple[list[str | None], list[str]]:
    blank, comma = ("", "，") if lang == "zh" else (" ", "،" if lang == "ar" else ",")
    text = f"{COUNCIL[lang]}\n\n{OPENS[lang]}{blank}{words}{comma}\n\n{number(lang, 1)} {ACTS[lang]}\n"
    expression = converted(lang, text)
    said = [one.code for one in expression.diagnostics if one.code.startswith("citation-")]
    return [one.target for one in expression.citations], said


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, some in RECITALS.items() for words in some])
def test_it_is_of_none_and_said(lang: str, words: str) -> None:
    assert _read(lang, words) == ([None], ["citation-organ"])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "resolution 2941 of the Lamp Committee of 17 May 2092"),
        ("fr", "la résolution 2941 du Comité des lampes, du 17 mai 2092"),
        ("es", "la resolución 2941 del Comité de Lámparas, de 17 de mayo de 2092"),
        ("ru", "резолюцию 2941 Комитета по лампам от 17 мая 2092 года"),
        ("zh", "灯火委员会2092年5月17日第2941号决议"),
        ("ar", "قرار لجنة المصابيح 2941 المؤرخ 17 أيار/مايو 2092"),
    ],
)
def test_a_number_alone_of_one_is_said(lang: str, words: str) -> None:
    assert _read(lang, words) == ([], ["citation-unread"])


@pytest.mark.parametrize(
    ("lang", "words", "target"),
    [
        ("en", "Council resolution 5/1", "A/HRC/RES/5/1"),
        ("en", "resolution 60/951 of the UN General Assembly", "A/RES/60/951"),
        ("en", "resolution 60/951 of the United Nations General Assembly", "A/RES/60/951"),
        ("en", "the statement of the President of the Council, and Assembly resolution 60/951", "A/RES/60/951"),
        ("fr", "la résolution 60/951 de l’Assemblée, du 15 mars 2006", "A/RES/60/951"),
        ("fr", "la résolution 60/951 de l’Assemblée générale des 15 et 16 mars 2006", "A/RES/60/951"),
        ("es", "la resolución 60/951 de la Asamblea, de 15 de marzo de 2006", "A/RES/60/951"),
        ("ru", "резолюцию 60/951 Ассамблеи от 15 марта 2006 года", "A/RES/60/951"),
        ("ar", "قرار الجمعية العامة 60/951", "A/RES/60/951"),
        ("zh", "大会第60/951号决议", "A/RES/60/951"),
    ],
)
def test_an_organ_of_ours_stays(lang: str, words: str, target: str) -> None:
    assert _read(lang, words) == ([target], [])
