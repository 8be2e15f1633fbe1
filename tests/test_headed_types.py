"""What a text is stands in the line with its number: a word above it may head several texts, in six languages."""

from __future__ import annotations

import pytest

from tests.reading import converted

# Words alone on their line; the number, the phrase, a recital and an act.
HEADED = {
    "en": (("Decision", "Decisions", "DECISION"), "Resolution 9973 (2091)", "The Security Council,", "Noting the fog,"),
    "fr": (("Décision", "Décisions"), "Résolution 9973 (2091)", "Le Conseil de sécurité,", "Notant la brume,"),
    "es": (("Decisión", "Decisiones"), "Resolución 9973 (2091)", "El Consejo de Seguridad,", "Observando la niebla,"),
    "ru": (("Решение", "Решения"), "Резолюция 9973 (2091)", "Совет Безопасности,", "отмечая туман,"),
    "zh": (("决定",), "第9973(2091)号决议", "安全理事会，", "注意到大雾，"),
    "ar": (("مقرر", "المقررات"), "القرار 9973 (2091)", "إن مجلس الأمن،", "إذ يلاحظ الضباب،"),
}
TITLED = {
    "en": ("Decision 85/901. Lamps of the harbour", "The General Assembly,"),
    "fr": ("Décision 85/901. Lampes du port", "L’Assemblée générale,"),
    "es": ("Decisión 85/901. Lámparas del puerto", "La Asamblea General,"),
    "ru": ("Решение 85/901. Лампы гавани", "Генеральная Ассамблея,"),
    "ar": ("المقرر 85/901 - مصابيح الميناء", "إن الجمعية العامة،"),
}


@pytest.mark.parametrize(("code", "word"), [(code, word) for code, (words, *_) in HEADED.items() for word in words])
def test_the_line_with_the_number_outranks_a_word_above(code: str, word: str) -> None:
    _, *lines = HEADED[code]
    found = converted(code, "\n\n".join((word, *lines)) + "\n").resolution.masthead
    assert (found.kind, found.symbol) == ("resolution", "S/RES/9973(2091)")


@pytest.mark.parametrize("code", sorted(set(HEADED) - {"zh"}))
def test_so_does_a_title_with_the_number(code: str) -> None:
    (word, *_), number, *lines = HEADED[code]
    found = converted(code, "\n\n".join((word, f"{number}: Lamp", *lines)) + "\n").resolution.masthead
    assert (found.kind, found.symbol, found.title) == ("resolution", "S/RES/9973(2091)", "Lamp")


@pytest.mark.parametrize("code", TITLED)
def test_a_decision_is_told_by_its_title_line(code: str) -> None:
    found = converted(code, "\n\n".join((*TITLED[code], HEADED[code][3])) + "\n").resolution.masthead
    assert (found.kind, found.number, found.symbol) == ("decision", "85/901", None)


def test_a_draft_stays_one_and_so_does_a_word_above_a_bare_number() -> None:
    _, *lines = HEADED["en"]
    found = [
        converted("en", "\n\n".join((word, number, *lines[1:])) + "\n").resolution.masthead
        for word, number in (("Draft decision", lines[0]), ("Decision", "85/901. Lamps"))
    ]
    assert [(one.kind, one.status) for one in found] == [("decision", "draft"), ("decision", "adopted")]
