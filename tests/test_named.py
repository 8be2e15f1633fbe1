"""Names of the authority files in a text: how they may be printed, and where none stands."""

from __future__ import annotations

import pytest

from converter.languages.table import Table
from tests.language_examples import language
from tests.steps import assert_linear

WHOLE = [
    ("en", "the CHARTER OF THE UNITED NATIONS, and", "CHARTER OF THE UNITED NATIONS", "un-charter"),
    ("en", "the Charter of the\u00a0United  Nations", "Charter of the\u00a0United  Nations", "un-charter"),
    ("fr", "la Declaration universelle des droits de l’homme", "Declaration universelle des droits de l’homme", "udhr"),
    ("ru", "во Всеобщей декларации прав человека", "Всеобщей декларации прав человека", "udhr"),
    ("zh", "回顾《世界人权宣言》，", "《世界人权宣言》", "udhr"),
    ("zh", "回顾世界 人权宣言", "世界 人权宣言", "udhr"),
    ("ar", "وبالإعلان العالمي لحقوق الإنسان", "الإعلان العالمي لحقوق الإنسان", "udhr"),
    ("ar", "ومـيثاق الأمم المتحدة", "مـيثاق الأمم المتحدة", "un-charter"),
    # لل hides the alef of the article
    (
        "ar",
        "وفقا للبروتوكول الاختياري لاتفاقية حقوق الأشخاص ذوي الإعاقة",
        "لبروتوكول الاختياري لاتفاقية حقوق الأشخاص ذوي الإعاقة",
        "crpd-op",
    ),
]


@pytest.mark.parametrize(("lang", "text", "printed", "identity"), WHOLE)
def test_a_name_is_found_as_it_is_printed(lang: str, text: str, printed: str, identity: str) -> None:
    assert [(text[one.start : one.end], one.id) for one in language(lang).names.find(text)] == [(printed, identity)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the counter-Charter of the United Nationses"),
        ("en", "Non-Charter of the United Nations"),  # a hyphen binds
        ("en", "xCharter of the United Nations"),
        ("en", "the Charter of the United"),
        ("ar", "كتابالإعلان العالمي لحقوق الإنسان"),
        ("ru", "Уставом Организации"),
    ],
)
def test_what_is_no_name(lang: str, text: str) -> None:
    assert list(language(lang).names.find(text)) == []


@pytest.mark.parametrize("lang", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_long_text_of_beginnings_takes_the_time_of_its_length(lang: str) -> None:
    names = language(lang).names
    begun = next(name for name, kind, _ in language(lang).authorities.names(lang) if kind != "office")[:-2] + " "

    # (longer than what `fold` keeps: its steps count in both)
    assert_linear(lambda size: list(names.find(begun * (size // len(begun)))), 12_000)


def test_a_word_knows_whether_an_entry_begins_with_it() -> None:
    table = Table()
    table.add_all([("lamp of the bay", "name", 1)])
    assert table.begins("lamp") and not table.begins("bay")
