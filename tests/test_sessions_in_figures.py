"""A session in figures (1102 (د-11), 第1102(十一)号) is what it says; (11) alone is a scanned II, where that can be."""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution

MEANT = [
    ("ar", "إذ تشير إلى قرارها 1102 (د-{})", (("1", "I"), ("2", "II"), ("3", "III"), ("11", "XI"), ("12", "XII"))),
    ("ar", "إذ تشير إلى قرارها 1102 (د - {})", (("11", "XI"),)),
    ("ar", "إذ تشير إلى قرارها 1102 ألف (د-{})", (("11", "XI"),)),
    ("ar", "إذ تشير إلى قرارها 120 (د-{})", (("2", "II"), ("11", "XI"))),
    ("ar", "إذ تشير إلى قرارها 1102 (دإط-{})", (("1", "ES-I"), ("11", "ES-XI"))),
    ("zh", "回顾其第1102({})号决议", (("一", "I"), ("二", "II"), ("十", "X"), ("十一", "XI"), ("二十一", "XXI"))),
    ("zh", "回顾其第一一〇二({})号决议", (("十一", "XI"),)),
]
SCANNED = {
    "ar": "إذ تشير إلى قرارها {}",
    "en": "Recalling its resolution {}",
    "es": "Recordando su resolución {}",
    "fr": "Rappelant sa résolution {}",
    "ru": "ссылаясь на свою резолюцию {}",
    "zh": "回顾其第{}号决议",
}


def numbers(code: str, text: str) -> list[str]:
    return [one.number for one in read_citations(resolution(code, "GA", text), language(code)).citations]


@pytest.mark.parametrize(("code", "text", "sessions"), MEANT)
def test_a_session_in_figures_is_that_session(code: str, text: str, sessions: tuple[tuple[str, str], ...]) -> None:
    for figures, session in sessions:
        serial = "120" if " 120 " in text else "1102"
        assert numbers(code, text.format(figures)) == [f"{serial}({session})"], figures


@pytest.mark.parametrize("code", sorted(SCANNED))
def test_eleven_alone_is_the_second_session_where_its_numbers_go_so_far(code: str) -> None:
    assert numbers(code, SCANNED[code].format("181 (11)")) == ["181(II)"]
    assert numbers(code, SCANNED[code].format("182 (11)")) == ["182(XI)"]
