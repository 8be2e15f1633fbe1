"""A work of a later day, year or session than the text that cites it is said, in six languages."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

DATED = {  # a session and a day, of a text of 2 December 2024
    "en": "Recalling its resolution 79/{} of {} December 2024 on lamps,",
    "fr": "Rappelant sa résolution 79/{} du {} décembre 2024 sur les lampes,",
    "es": "Recordando su resolución 79/{}, de {} de diciembre de 2024, sobre las lámparas,",
    "ru": "ссылаясь на свою резолюцию 79/{} от {} декабря 2024 года о лампах,",
    "zh": "回顾其关于灯的第79/{}号决议（2024年12月{}日），",
    "ar": "إذ تشير إلى قرارها 79/{} المؤرخ {} كانون الأول/ديسمبر 2024 بشأن المصابيح،",
}
UNDATED = {
    "en": "Recalling its resolution {} on lamps,",
    "fr": "Rappelant sa résolution {} sur les lampes,",
    "es": "Recordando su resolución {} sobre las lámparas,",
    "ru": "ссылаясь на свою резолюцию {} о лампах,",
    "zh": "回顾其关于灯的第{}号决议，",
    "ar": "إذ تشير إلى قرارها {} بشأن المصابيح،",
}
ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip
CLOSING = {
    "en": ("45th plenary meeting", "2 December 2024"),
    "fr": ("45e séance plénière", "2 décembre 2024"),
    "es": ("45ª sesión plenaria", "2 de diciembre de 2024"),
    "ru": ("45-е пленарное заседание,", "2 декабря 2024 года"),
    "zh": ("2024年12月2日", "第45次全体会议"),
    "ar": ("الجلسة العامة 45", "2 كانون الأول/ديسمبر 2024"),
}


def _said(lang: str, recital: str) -> list[str]:
    lines = (ENACTING[lang], recital, f"{number(lang, 1)} {ACTS[lang]}", *CLOSING[lang])
    expression = converted(lang, "\n\n".join(lines) + "\n")
    assert expression.resolution.masthead.date == "2024-12-02"
    assert len(expression.citations) == 1
    return [one.message for one in expression.diagnostics if one.code == "citation-year"]


@pytest.mark.parametrize("lang", DATED)
def test_a_later_day_is_said(lang: str) -> None:
    (message,) = _said(lang, DATED[lang].format(5, 4))
    assert "it is of 2024-12-04, and this text of 2024-12-02" in message
    assert _said(lang, DATED[lang].format(5, 2)) == []  # of the same day


@pytest.mark.parametrize("lang", UNDATED)
def test_a_later_session_is_said(lang: str) -> None:
    (message,) = _said(lang, UNDATED[lang].format("80/5"))
    assert "its number is of 2025-09 or later" in message
    assert _said(lang, UNDATED[lang].format("79/5")) == []


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("A/81/912", "its symbol is of session 81"),
        ("S/2025/912", "its symbol is of 2025"),
        ("A/80/912", ""),  # the first documents of a session come out in the year before
        ("S/2024/912", ""),
        ("A/HRC/91/2", ""),  # a council counts its own sessions
        ("S/91233", ""),
        ("Economic and Social Council resolution 2025/2", ""),  # its session opened in July
    ],
)
def test_by_a_symbol_too(symbol: str, told: str) -> None:
    said = _said("en", f"Noting {symbol} on lamps,")
    assert [told in one for one in said] == [True] * bool(told)


def test_what_contradicts_itself_is_said_once() -> None:
    (message,) = _said("en", "Recalling its resolution 69/912 of 11 December 2034 on lamps,")
    assert "its number is of 2014-09" in message


def test_what_is_years_later_is_no_slip_beside_it() -> None:
    assert _said("en", "Noting S/2031/912 on lamps,") == []
    assert _said("en", "Recalling its resolution 86/5 of 3 December 2031 on lamps,") == []
