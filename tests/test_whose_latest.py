"""The latest of an organ's resolutions, and one that an organ adopted on a matter, are that organ's."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

LATEST = {
    "en": "Recalling the resolutions of the Human Rights Council on lamps, the latest of which is resolution 58/901,",
    "fr": "Rappelant les résolutions du Conseil des droits de l’homme sur les lampes, dont la dernière est la"
    " résolution 58/901,",
    "es": "Recordando las resoluciones del Consejo de Derechos Humanos sobre lámparas, la última de las cuales es la"
    " resolución 58/901,",
    "ru": "ссылаясь на резолюции Совета по правам человека о лампах, последней из которых является резолюция 58/901,",
    "zh": "回顾人权理事会关于灯具的各项决议，最近一项是第58/901号决议，",
    "ar": "وإذ تشير إلى قرارات مجلس حقوق الإنسان بشأن المصابيح، وآخرها القرار 58/901،",
}
ADOPTED = {
    "en": "resolution 78/901 on lamps, adopted by the Commission on the Status of Women,",
    "fr": "la résolution 78/901 sur les lampes, adoptée par la Commission de la condition de la femme,",
    "es": "la resolución 78/901, relativa a las lámparas, aprobada por la Comisión de la Condición Jurídica y Social"
    " de la Mujer,",
    "ru": "резолюцию 78/901 о лампах, принятую Комиссией по положению женщин,",
    "zh": "妇女地位委员会通过的关于灯具的第78/901号决议，",
    "ar": "القرار 78/901 بشأن المصابيح الذي اعتمدته لجنة وضع المرأة،",
}


@pytest.mark.parametrize("code", LATEST)
def test_the_latest_of_an_organ(code: str) -> None:
    found = read_citations(resolution(code, "GA", LATEST[code]), language(code))
    assert [one.target for one in found.citations] == ["A/HRC/RES/58/901"]


@pytest.mark.parametrize("code", ADOPTED)
def test_one_that_an_organ_adopted_on_a_matter(code: str) -> None:
    found = read_citations(resolution(code, "GA", ADOPTED[code]), language(code))
    assert [(one.target, one.of_others) for one in found.citations] == [(None, True)]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "calls upon all to apply resolution 51/996 on lamps adopted by the Human Rights Council;"),
        ("fr", "engage à appliquer la résolution 51/996 sur les lampes adoptée par le Conseil des droits de l’homme ;"),
        ("es", "insta a aplicar la resolución 51/996 sobre lámparas aprobada por el Consejo de Derechos Humanos;"),
    ],
)
def test_no_comma_need_stand_before_who_adopted_it(code: str, words: str) -> None:
    found = read_citations(resolution(code, "GA", words), language(code))
    assert [one.target for one in found.citations] == ["A/HRC/RES/51/996"]


def test_in_chinese_what_an_organ_adopted_is_its_own() -> None:
    for words in (
        "人权理事会通过的第51/922号决议",
        "人权理事会通过的关于灯具的第51/922号决议",
        "人权理事会通过了第51/922号决议",
    ):
        found = read_citations(resolution("zh", "GA", words), language("zh"))
        assert [one.target for one in found.citations] == ["A/HRC/RES/51/922"]
