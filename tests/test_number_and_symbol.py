"""The number that a text prints against the one in its symbol, in six languages."""

from __future__ import annotations

import pytest

from tests.reading import converted

TEXTS = {
    "en": ("Resolution {}", "The Security Council,", "Noting the dark,", "1. Requests light."),
    "fr": ("Résolution {}", "Le Conseil de sécurité,", "Notant la nuit,", "1. Demande de la lumière."),
    "es": ("Resolución {}", "El Consejo de Seguridad,", "Observando la noche,", "1. Pide que haya luz."),
    "ru": ("Резолюция {}", "Совет Безопасности,", "отмечая темноту,", "1. просит дать свет."),
    "ar": ("القرار {}", "إن مجلس الأمن،", "إذ يلاحظ الليل،", "1 - يطلب الضوء."),
    "zh": ("第{}号决议", "安全理事会，", "注意到黑夜，", "1. 请点灯。"),
}


def said(code: str, symbol: str, number: str) -> list[str]:
    head, *body = TEXTS[code]
    text = "\n\n".join((symbol, head.format(number), *body)) + "\n"
    found = converted(code, text)
    assert found.resolution.masthead.symbol == symbol.replace(" ", "")
    return [one.code for one in found.diagnostics if one.code == "number-unlike-symbol"]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_another_number_than_that_of_the_symbol_is_said(code: str) -> None:
    assert said(code, "S/RES/1973 (2091)", "1972 (2091)") == ["number-unlike-symbol"]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_same_number_is_not(code: str) -> None:
    assert said(code, "S/RES/1973 (2091)", "1973 (2091)") == []


def test_the_letter_of_a_part_makes_no_other_number() -> None:
    text = "A/RES/91/906 A\n\n91/906. Lamps\n\nA\n\nThe General Assembly,\n\n1. Requests light.\n"
    found = converted("en", text)
    assert "number-unlike-symbol" not in [one.code for one in found.diagnostics]


def headed(code: str, symbol: str) -> tuple[str | None, list[str]]:
    """The symbol of a text with a number below another document's symbol, and the lines that are not understood."""
    head, *body = TEXTS[code]
    found = converted(code, "\n\n".join((symbol, head.format("1973 (2091)"), *body)) + "\n")
    masthead = found.resolution.masthead
    unread = [one for one in found.diagnostics if one.code == "masthead-line"]
    assert len(unread) == sum(one.kind == "plain" for one in masthead.blocks)
    return masthead.symbol, [one.text.text for one in masthead.blocks if one.kind == "plain"]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_symbol_of_a_press_release_is_not_that_of_the_text_in_it_and_is_said(code: str) -> None:
    assert headed(code, "SC/99948") == ("S/RES/1973(2091)", ["SC/99948"])


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_document_of_the_organ_keeps_its_symbol(code: str) -> None:
    assert headed(code, "S/99948") == ("S/99948", [])
