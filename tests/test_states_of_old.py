"""States by the names that they had, and names of no State that look like those of one."""

from __future__ import annotations

import pytest

from converter.model import Adoption
from tests.reading import converted
from tests.test_number_and_symbol import TEXTS

# The record of a vote with the States of one side in brackets, by language.
VOTES = {
    "en": "Adopted at the 277th meeting by 9 votes to none, with 2 abstentions ({}, {}).",
    "fr": "Adoptée à la 277e séance par 9 voix contre zéro, avec 2 abstentions ({}, {}).",
    "es": "Aprobada en la 277a. sesión por 9 votos contra ninguno y 2 abstenciones ({}, {}).",
    "ru": "Принята на 277-м заседании 9 голосами при 2 воздержавшихся ({}, {}), причем никто не голосовал против.",
    "zh": "第二七七次会议以九票对零通过，弃权者二({}、{})。",
}
OF_OLD = {
    "en": (("Ukrainian Soviet Socialist Republic", "UA"), ("Libyan Arab Republic", "LY")),
    "fr": (("République socialiste soviétique d’Ukraine", "UA"), ("République arabe libyenne", "LY")),
    "es": (("República Socialista Soviética de Ucrania", "UA"), ("República Árabe Libia", "LY")),
    "ru": (("Украинская Советская Социалистическая Республика", "UA"), ("Ливийская Арабская Республика", "LY")),
    "zh": (("乌克兰苏维埃社会主义共和国", "UA"), ("阿拉伯利比亚共和国", "LY")),
}
# Names of no State that have most of their signs from one.
ALIKE = {
    "en": "Lumian Arab Republic",
    "fr": "République arabe lumienne",
    "es": "República Árabe Lumia",
    "ru": "Лумийская Арабская Республика",
    "zh": "阿拉伯鲁米亚共和国",
}


def adoption(code: str, *states: str) -> tuple[Adoption, list[str]]:
    text = "\n\n".join((TEXTS[code][0].format("44 (1948)"), *TEXTS[code][1:], VOTES[code].format(*states)))
    found = converted(code, text)
    assert found.resolution.adoption is not None
    return found.resolution.adoption, [one.code for one in found.diagnostics]


@pytest.mark.parametrize("code", sorted(VOTES))
def test_a_state_of_old_is_that_state(code: str) -> None:
    found, said = adoption(code, *(name for name, _ in OF_OLD[code]))
    assert (dict(found.votes)["for"], dict(found.votes)["against"]) == (9, 0)
    assert [(one.name, one.code) for one in dict(found.states)["abstaining"]] == list(OF_OLD[code])
    assert "adoption-state" not in said


def test_the_characters_of_a_name_are_those_that_are_printed() -> None:
    found, _ = adoption("zh", "烏克蘭蘇維埃社會主義共和國", "蘇維埃社會主義共和國聯邦")
    names = [("烏克蘭蘇維埃社會主義共和國", "UA"), ("蘇維埃社會主義共和國聯邦", "SUHH")]
    assert [(one.name, one.code) for one in dict(found.states)["abstaining"]] == names


@pytest.mark.parametrize("code", sorted(ALIKE))
def test_a_name_like_that_of_a_state_is_said_and_is_no_other_state(code: str) -> None:
    found, said = adoption(code, ALIKE[code], OF_OLD[code][0][0])
    assert [(one.name, one.code) for one in dict(found.states)["abstaining"]] == [(ALIKE[code], None), OF_OLD[code][0]]
    assert "adoption-state" in said


def test_a_misread_letter_of_a_name_is_seen_through() -> None:
    found, _ = adoption("en", "Syrian Arab Republ1c", "Ukrainian Soviet Socialist Repub1ic")
    assert [one.code for one in dict(found.states)["abstaining"]] == ["SY", "UA"]
