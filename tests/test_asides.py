"""Pinpoints that a bracket parts from their work, and those whose word is printed once for several works."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution


def pinpoints(code: str, said: str) -> dict[str, list[str]]:
    """Of each work that a recital cites, what of it; every pinpoint stands inside the words of its citation."""
    made = read_citations(resolution(code, "GA", [said], ["preambular"]), language(code)).citations
    assert all(one.start <= pin.start <= pin.end <= one.end for one in made for pin in one.pinpoints)
    assert [one.start for one in made] == sorted(one.start for one in made)
    return {str(one.target): [pin.label for pin in one.pinpoints] for one in made}


BRACKETS = {
    "en": "Noting paragraphs 3 and 6 (see paragraph 14 of resolution 9700 (2093)) of Security Council resolution "
    "9653 (2092),",
    "fr": "Notant les paragraphes 3 et 6 (voir paragraphe 14 de la résolution 9700 (2093)) "
    "de la résolution 9653 (2092) du Conseil de sécurité,",
    "es": "Observando los párrafos 3 y 6 (véase el párrafo 14 de la resolución 9700 (2093)) "
    "de la resolución 9653 (2092) del Consejo de Seguridad,",
    "ru": "отмечая пункты 3 и 6 (см. пункт 14 резолюции 9700 (2093)) резолюции 9653 (2092) Совета Безопасности,",
    "zh": "注意到安全理事会第9653(2092)号决议(经第9700(2093)号决议第14段澄清)第3和6段，",
    "ar": "إذ تلاحظ الفقرتين 3 و 6 (انظر الفقرة 14 من القرار 9700 (2093)) من قرار مجلس الأمن 9653 (2092)،",
}  # fmt: skip


@pytest.mark.parametrize("code", BRACKETS)
def test_a_bracket_may_part_pinpoints_from_their_work(code: str) -> None:
    assert pinpoints(code, BRACKETS[code]) == {"S/RES/9700(2093)": ["14"], "S/RES/9653(2092)": ["3", "6"]}


def test_a_bracket_that_parts_nothing_gives_nothing() -> None:
    said = "Noting paragraph 3 of the list (see resolution 81/2), resolution 81/1 (see resolution 81/3) on lamps,"
    assert pinpoints("en", said) == {"A/RES/81/2": [], "A/RES/81/1": [], "A/RES/81/3": []}


ONE_WORD = {
    "en": "Recalling paragraphs 8 (c) of resolution 81/1, 1 and 2 of resolution 81/2 and 4 of its resolution 81/3,",
    "fr": "Rappelant les paragraphes 8 c) de la résolution 81/1, 1 et 2 "
    "de la résolution 81/2 et 4 de sa résolution 81/3,",
    "es": "Recordando los párrafos 8 c) de la resolución 81/1, 1 y 2 de la resolución 81/2 y 4 de su resolución 81/3,",
    "ru": "ссылаясь на пункты 8 c) резолюции 81/1, 1 и 2 резолюции 81/2 и 4 своей резолюции 81/3,",
    "ar": "إذ تشير إلى الفقرات 8 (ج) من القرار 81/1 و 1 و 2 من القرار 81/2 و 4 من قرارها 81/3،",
}  # fmt: skip


@pytest.mark.parametrize("code", ONE_WORD)
def test_one_word_for_the_paragraphs_of_several_works(code: str) -> None:
    assert pinpoints(code, ONE_WORD[code]) == {"A/RES/81/1": ["8(c)"], "A/RES/81/2": ["1", "2"], "A/RES/81/3": ["4"]}


def test_numbers_of_other_things_are_no_paragraphs() -> None:
    said = "Recalling paragraph 8 of resolution 81/1 and 2 of the 5 lamps of resolution 81/2 and resolution 81/3,"
    assert pinpoints("en", said) == {"A/RES/81/1": ["8"], "A/RES/81/2": [], "A/RES/81/3": []}


def test_a_russian_section_before_its_own_resolution_is_of_that_one() -> None:
    said = "ссылаясь на раздел VI своей резолюции 81/1, раздел X своей резолюции 81/2 и пункт 3 своего решения 81/501,"
    found = pinpoints("ru", said)
    assert (found["A/RES/81/1"], found["A/RES/81/2"]) == (["VI"], ["X"])
