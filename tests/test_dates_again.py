"""A day of the month or the year that was named before it: resolution 65/149 of the 17th of the same month."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted

RECALLING = {
    "en": "Recalling its resolution 65/148 of 10 December 2010 and its resolution 65/149 of {},",
    "fr": "Rappelant sa résolution 65/148 du 10 décembre 2010 et sa résolution 65/149 {},",
    "es": "Recordando su resolución 65/148, de 10 de diciembre de 2010, y su resolución 65/149, {},",
    "ru": "ссылаясь на свою резолюцию 65/148 от 10 декабря 2010 года и свою резолюцию 65/149 от {},",
    "zh": "回顾其2010年12月10日第65/148号决议和{}第65/149号决议，",
    "ar": "وإذ تشير إلى قرارها 65/148 المؤرخ 10 كانون الأول/ديسمبر 2010 وقرارها 65/149 المؤرخ {}،",
}
AGAIN = {
    "en": (
        "17 December of the same year",
        "17 of that month",
        "the 17th of the same month",
        "17 December of that year",
    ),
    "fr": ("du 17 du même mois", "en date du 17 dudit mois", "du 17 décembre de la même année"),
    "es": ("de 17 del mismo mes", "de fecha 17 de ese mes", "de 17 de diciembre del mismo año"),
    "ru": ("17 числа того же месяца", "17-го числа того же месяца", "17 декабря того же года"),
    "zh": ("同月17日", "同年12月17日", "同年同月17日"),
    "ar": ("17 من الشهر نفسه", "17 من نفس الشهر", "17 كانون الأول/ديسمبر من العام نفسه"),
}
EVERY = [(lang, words) for lang, some in AGAIN.items() for words in some]


def days(lang: str, text: str) -> list[str | None]:
    found = converted(lang, f"{ENACTING[lang]}\n\n{text}\n")
    return [one.date for one in found.citations]


@pytest.mark.parametrize(("lang", "words"), EVERY)
def test_the_month_or_the_year_is_that_of_the_day_before(lang: str, words: str) -> None:
    """The second work had no day, in silence."""
    assert days(lang, RECALLING[lang].format(words)) == ["2010-12-10", "2010-12-17"]


def test_it_is_the_last_day_that_was_named() -> None:
    text = (
        "Rappelant sa résolution 65/148 du 10 décembre 2010, la lettre du 3 mai 2011 et sa résolution 65/249 du 17 {},"
    )
    assert days("fr", text.format("du même mois")) == ["2010-12-10", "2011-05-17"]


@pytest.mark.parametrize(
    "words",
    [
        "its resolution 65/149 of the 17th of the same month and of 17 December of the same year",  # as which?
        "its resolution 65/148 of 10 December and its resolution 65/149 of 17 of the same month",
        "its resolution 65/149 and the 17 keepers of the month",
    ],
)
def test_without_a_whole_day_before_it_there_is_none(words: str) -> None:
    assert not any(days("en", f"Recalling {words},"))


def test_no_month_has_such_a_day() -> None:
    words = (
        "Recalling its resolution 64/148 of 10 February 2010 and its resolution 64/149 of the 31st of the same month,"
    )
    assert days("en", words) == ["2010-02-10", None]
