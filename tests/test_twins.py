"""Letters of another alphabet that look like those of the text's own: read as what a reader sees, shown as printed."""

from __future__ import annotations

import pytest

from converter.view import fold
from tests.reading import ENACTING, converted, number

SYMBOLS = "А/С.5/57/93, Е/CN.4/2005/93"
RECITALS = {
    "en": "Recalling its resolutions 57/928 В of 13 May 2003, 57/929 С and 2953 А (ХХIII), {symbols},",
    "fr": "Rappelant ses résolutions 57/928 В du 13 mai 2003, 57/929 С et 2953 А (ХХIII), {symbols},",
    "es": "Recordando sus resoluciones 57/928 В, de 13 de mayo de 2003, 57/929 С y 2953 А (ХХIII), {symbols},",
    "ru": "ссылаясь на свои резолюции 57/928 B от 13 мая 2003 года, 57/929 C и 2953 A (ХХIII), {symbols},",
    "zh": "回顾其2003年5月13日第57/928 В号决议、第57/929 С号决议和第2953 А (ХХIII)号决议、{symbols}，",
    "ar": "إذ تشير إلى قراراتها 57/928 В المؤرخ 13 أيار/مايو 2003 و 57/929 С و 2953 А (د-23)، {symbols}،",
}  # fmt: skip
ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip


@pytest.mark.parametrize("lang", RECITALS)
def test_the_letter_of_a_part_and_of_a_symbol_is_the_one_that_it_looks_like(lang: str) -> None:
    printed = RECITALS[lang].format(symbols=SYMBOLS)
    expression = converted(lang, f"{ENACTING[lang]}\n\n{printed}\n\n{number(lang, 1)} {ACTS[lang]}\n")
    targets = [one.target for one in expression.citations]
    assert targets == ["A/RES/57/928B", "A/RES/57/929C", "A/RES/2953(XXIII)", "A/C.5/57/93", "E/CN.4/2005/93"]
    assert [one.date for one in expression.citations[:1]] == ["2003-05-13"]
    assert all(one.text in printed for one in expression.citations)  # shown as it is printed


def test_a_label_and_a_pinpoint_have_it_too() -> None:
    text = (
        "The General Assembly,\n\n1. Requests the keepers:\n\n(а) To light the lamps;\n\n(b) To clean the lamps;\n\n"
        "(с) To mend the lamps;\n\n2. Recalls paragraph 1 (с) above and paragraph 3 (а) of resolution 75/904.\n"
    )
    expression = converted("en", text)
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-a", "op1-b", "op1-c", "op2"]
    assert [one.to for one in expression.internal] == [("op1-c",)]
    assert [pin.label for one in expression.citations for pin in one.pinpoints] == ["3(a)"]


def test_a_russian_word_with_a_latin_letter_is_the_word() -> None:
    text = "Генеральная Ассамблея,\n\n1. ссылается на резолюцию 9325 (2000) Cовета Бeзопасности.\n"  # Latin C, e
    assert [one.target for one in converted("ru", text).citations] == ["S/RES/9325(2000)"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("57/928 В", "57/928 B"),  # a note that is nothing else
        ("ЕS-10/93, А/НRC/RES/93/1", "ES-10/93, A/HRC/RES/93/1"),
        ("ЕS-10/93 of May, СОР", "ES-10/93 of May, СОР"),
        ("Cовет и СОР", "Совет и СОР"),
        ("В. О лампах", "В. О лампах"),
        ("ТЕКСТ", "ТЕКСТ"),  # a word of its own alphabet, all of whose letters have a twin
        ("А.", "А."),
        ("10 kΩ, γ-rays", "10 kΩ, γ-rays"),
        ("Lampа", "Lampa"),
        ("Лампa", "Лампа"),
        ("Жw", "Жw"),
    ],
)
def test_only_what_is_meant_in_the_other_alphabet_becomes_it(printed: str, meant: str) -> None:
    view = fold(printed)
    assert view.text == meant
    assert view.source == printed and len(view.at) == len(view.text) + 1
