"""Resolutions that others number in ways of their own, A.1106(29) and XII-1: they are said, once, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, number, read_lines

TEXTS = {
    "en": "Recalling resolution {} of the Assembly of the Organization of Lamps,",
    "fr": "Rappelant la résolution {} de l’Assemblée de l’Organisation des lampes,",
    "es": "Recordando la resolución {} de la Asamblea de la Organización de las Lámparas,",
    "ru": "ссылаясь на резолюцию {} Ассамблеи Организации ламп,",
    "zh": "回顾灯火组织大会第{}号决议，",
    "ar": "إذ تشير إلى القرار {} الصادر عن جمعية منظمة المصابيح،",
}
LANGUAGES = tuple(ENACTING)


def _read(lang: str, recital: str) -> Expression:
    return read_lines(lang, "txt", ENACTING[lang], recital, f"{number(lang, 1)} x")


@pytest.mark.parametrize("printed", ["A.1106(29)", "MSC.428(98)", "XII-1", "EC-XLI-3"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_are_said_once(lang: str, printed: str) -> None:
    read = _read(lang, TEXTS[lang].format(printed))
    said = [one.message for one in read.diagnostics if one.code == "citation-unread"]
    assert len(said) == 1
    assert printed in said[0]
    assert [one.target for one in read.citations if one.target] == []


@pytest.mark.parametrize(
    "words", ["section XII-1 of the lamps", "the lamp A.1106(29)", "resolution 71/3, section II-1"]
)
def test_what_is_no_resolution_is_not(words: str) -> None:
    read = _read("en", f"Recalling {words},")
    assert "citation-unread" not in {one.code for one in read.diagnostics}
