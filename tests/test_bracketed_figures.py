"""(1) as the label of an item and in a pinpoint, in texts whose marks of notes are (1) too: no word is lost."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, number

LANGUAGES = tuple(ENACTING)
RECITAL = {
    "en": "Noting the report,(1)",
    "fr": "Prenant note du rapport(1),",
    "es": "Tomando nota del informe(1),",
    "ru": "отмечая доклад(1),",
    "zh": "注意到报告，(1)",
    "ar": "إذ تلاحظ التقرير(1)،",
}
ASKS = {
    "en": "Requests the keepers to count:",
    "fr": "Prie les gardiens de compter :",
    "es": "Pide a los guardianes que cuenten:",
    "ru": "просит смотрителей считать:",
    "zh": "请守灯人清点：",
    "ar": "تطلب إلى الحراس أن يحصوا:",
}
LAMPS = {"en": "lamps;", "fr": "les lampes ;", "es": "las lámparas;", "ru": "лампы;", "zh": "灯；", "ar": "المصابيح؛"}
ROPES = {
    "en": "ropes, as in paragraph 1 (1) (b) of resolution 71/305 and paragraph 1 (1) above;",
    "fr": "les cordes, comme au paragraphe 1 (1) (b) de la résolution 71/305 et au paragraphe 1 (1) ci-dessus ;",
    "es": "las cuerdas, como en el párrafo 1 (1) (b) de la resolución 71/305 y en el párrafo 1 (1) supra;",
    "ru": "веревки, как в пункте 1 (1) (b) резолюции 71/305 и пункте 1 (1) выше;",
    "zh": "绳子，如第71/305号决议第1(1)(b)段和上文第1(1)段；",
    "ar": "الحبال، كما في الفقرة 1 (1) (b) من القرار 71/305 والفقرة 1 (1) أعلاه؛",
}
GOES_ON = {"en": "Decides to continue.", "fr": "Décide de continuer.", "es": "Decide continuar."} | {
    "ru": "постановляет продолжать.", "zh": "决定继续。", "ar": "تقرر الاستمرار.",
}  # fmt: skip
NOTES = {"ruled": ("__________", "(1) A/81/229."), "at the end": ("(1) A/81/229.",)}


def _read(lang: str, *notes: str) -> Expression:
    items = (f"(1) {LAMPS[lang]}", f"(2) {ROPES[lang]}")
    acts = (f"{number(lang, 1)} {ASKS[lang]}", *items, f"{number(lang, 2)} {GOES_ON[lang]}")
    return converted(lang, "\n\n".join((ENACTING[lang], RECITAL[lang], *acts, *notes)))


@pytest.mark.parametrize("notes", NOTES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_items_are_items_and_the_note_is_the_note(lang: str, notes: str) -> None:
    read = _read(lang, *NOTES[notes])
    assert [one.id for one in read.resolution.paragraphs] == ["pp1", "op1", "op1-1", "op1-2", "op2"]
    found = [(one.text.text.rstrip(".。"), [mark.place for mark in one.places]) for one in read.resolution.footnotes]
    assert found == [("A/81/229", ["pp1"])]
    assert {one.severity.value for one in read.diagnostics} <= {"info"}


@pytest.mark.parametrize("notes", NOTES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pinpoint_keeps_its_figure_in_brackets(lang: str, notes: str) -> None:
    read = _read(lang, *NOTES[notes])
    assert read.resolution.paragraphs[3].text.text == ROPES[lang]
    cited = next(one for one in read.citations if one.target == "A/RES/71/305")
    assert [one.label for one in cited.pinpoints] == ["1(1)(b)"]
    assert [one.to for one in read.internal] == [("op1-1",)]


@pytest.mark.parametrize(("lang", "words"), [
    ("en", "Requests light, as in paragraph 1 (a) (1) of resolution 71/305."),
    ("zh", "如第71/305号决议第1(a)(1)段所述点灯。"),
    ("ar", "تطلب الضوء، كما في الفقرة 1 (a) (1) من القرار 71/305."),
])  # fmt: skip
def test_a_figure_behind_a_letter_is_no_mark_either(lang: str, words: str) -> None:
    lines = (ENACTING[lang], RECITAL[lang], f"{number(lang, 1)} {words}", *NOTES["ruled"])
    read = converted(lang, "\n\n".join(lines))
    assert [one.label for cited in read.citations for one in cited.pinpoints] == ["1(a)(1)"]
    assert "mark-without-note" not in {one.code for one in read.diagnostics}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mark_in_brackets_behind_a_year_is_one(lang: str) -> None:
    told = {
        "en": "Noting the lamps of May 2031 (1),",
        "fr": "Notant les lampes de mai 2031 (1),",
        "es": "Observando las lámparas de mayo de 2031 (1),",
        "ru": "отмечая лампы мая 2031 (1),",
        "zh": "注意到2031年5月的灯，(1)",
        "ar": "إذ تلاحظ مصابيح أيار/مايو 2031 (1)،",
    }
    lines = (ENACTING[lang], told[lang], f"{number(lang, 1)} {GOES_ON[lang]}", *NOTES["ruled"])
    assert [one.paragraph for one in converted(lang, "\n\n".join(lines)).resolution.footnotes] == ["pp1"]


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "ar"])
def test_a_mark_that_touches_a_number_of_a_name_is_one(lang: str) -> None:
    told = {
        "en": "Noting Agenda 21(1),",
        "fr": "Notant Action 21(1),",
        "es": "Observando el Programa 21(1),",
        "ru": "отмечая Повестку дня на XXI век и План 21(1),",
        "ar": "إذ تلاحظ جدول أعمال القرن 21(1)،",
    }
    lines = (ENACTING[lang], told[lang], f"{number(lang, 1)} {GOES_ON[lang]}", *NOTES["ruled"])
    assert [one.paragraph for one in converted(lang, "\n\n".join(lines)).resolution.footnotes] == ["pp1"]
