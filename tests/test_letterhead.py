"""Lines of the masthead that are words and nothing else, in six languages: known by phrases of the page."""

from __future__ import annotations

import pytest

from converter.convert import Input, convert
from converter.model import Sidecar
from tests.language_examples import AUTHORITIES, language

KNOWN = {
    "en": {
        "UNITED NATIONS": "united-nations",
        "NATIONS A": "united-nations",
        "Distr. GENERAL": "distribution",
        "Original: English and French": "distribution",
        "Third Committee": "committee",
        "2010 substantive session": "session-name",
        "Resumed session of 1998": "session-name",
    },
    "fr": {
        "NATIONS UNIES": "united-nations",
        "GENERALE": "distribution",
        "Original : anglais et français": "distribution",
        "Troisième Commission": "committee",
        "Session d’organisation de 2010": "session-name",
    },
    "es": {
        "Naciones Unidas": "united-nations",
        "Distr. general": "distribution",
        "Original: inglés": "distribution",
        "Tercera Comisión": "committee",
        "Período de sesiones sustantivo de 2010": "session-name",
    },
    "ru": {
        "Организация Объединенных Наций": "united-nations",
        "Подлинный текст на английском языке": "distribution",
        "Третий комитет": "committee",
        "Основная сессия 2010 года": "session-name",
    },
    "ar": {
        "الأمم المتحدة": "united-nations",
        "التوزيع: عام": "distribution",
        "الأصل: بالإنكليزية": "distribution",
        "اللجنة الثالثة": "committee",
        "دورة عام 2010": "session-name",
    },
    "zh": {
        "联合国": "united-nations",
        "分发：一般": "distribution",
        "原文：英文": "distribution",
        "第三委员会": "committee",
        "2010年实质性会议": "session-name",
    },
}
OTHERS = {
    "en": ["United Nations lamps", "Limited lamps", "Agenda item 4 is open", "Agenda items 4 and 5 Lamps", "Committee"],
    "fr": ["Nations Unies et phares", "Point 4 de l’ordre du jour est ouvert"],
    "es": ["Naciones Unidas y faros", "Tema 4 del programa está abierto"],
    "ru": ["Организация Объединенных Наций и маяки", "Пункт 4 повестки дня открыт"],
    "ar": ["الأمم المتحدة والمنارات"],
    "zh": ["联合国灯塔", "第七委员会"],
}
AGENDA = [
    ("en", "Agenda items 3 (a) and (b), 4 to 6*", ["3(a)", "3(b)", "4", "6"], None),
    ("en", "Provisional agenda item 12: Lamps of the sea", ["12"], "Lamps of the sea"),
    ("en", "AGENDA ITEM 25", ["25"], None),
    ("en", "Agenda items 18 (l), 19 (i) and 98 (aa)", ["18(l)", "19(i)", "98(aa)"], None),
    ("fr", "Points 14 et 69 b) de l’ordre du jour provisoire*", ["14", "69(b)"], None),
    ("fr", "Point 5 de l'ordre du jour : Phares", ["5"], "Phares"),
    ("es", "Temas 14 y 69 b) del programa provisional", ["14", "69(b)"], None),
    ("es", "Tema 5 de la agenda Faros", ["5"], "Faros"),
    ("ru", "Пункты 12, 14 и 69 b) предварительной повестки дня", ["12", "14", "69(b)"], None),
    ("ru", "Пункт 5 повестки дня Маяки", ["5"], "Маяки"),
    ("ar", "البنود 12 و13 و 69 (ب) من جدول الأعمال المؤقت", ["12", "13", "69(b)"], None),
    ("ar", "البند 5 من جدول الأعمال المنارات", ["5"], "المنارات"),
    ("zh", "临时议程项目3（a）和（b）、14及16", ["3(a)", "3(b)", "14", "16"], None),
    ("zh", "议程项目5 灯塔", ["5"], "灯塔"),
    ("zh", "议程项目5：灯塔", ["5"], "灯塔"),
]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in KNOWN for line in KNOWN[code]])
def test_a_line_of_the_letterhead_is_known(code: str, line: str) -> None:
    found = language(code).page.letterhead.read(line)
    assert found is not None
    assert (found.kind, found.items) == (KNOWN[code][line], ())


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in OTHERS for line in OTHERS[code]])
def test_a_line_that_goes_on_is_none(code: str, line: str) -> None:
    assert language(code).page.letterhead.read(line) is None


@pytest.mark.parametrize(("code", "line", "items", "title"), AGENDA)
def test_agenda_items_and_the_title_behind_one(code: str, line: str, items: list[str], title: str | None) -> None:
    found = language(code).page.letterhead.read(line)
    assert found is not None
    assert (found.kind, list(found.items)) == ("agenda", items)
    assert (None if found.title_at is None else line[found.title_at :]) == title


def test_the_masthead_has_them() -> None:
    text = (
        "A/RES/79/913\n\nDistr.: General\n\nThird Committee\n\nAgenda items 3 (a) and 12\n\n79/913. Lamps\n\n"
        "The General Assembly,\n\n1. Invites all keepers to ring.\n"
    )
    found = convert(Input("x/en.txt", "en", text.encode(), Sidecar("x", "")), AUTHORITIES).resolution.masthead
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["symbol", "distribution", "committee", "agenda", "title"]
    assert [(item.number, item.title) for item in found.agenda_items] == [("3(a)", None), ("12", None)]
