"""The sign that the list of a page puts before a label of the text's own (- (a) Recalling): it is the page's."""

from __future__ import annotations

import pytest

from tests.reading import converted

# The enacting phrase, two recitals, an operative paragraph that ends in a colon, two items, the last paragraph.
TEXTS = {
    "en": (
        "The General Assembly,",
        "Recalling the wicks of the harbour,",
        "Noting the dark,",
        "1. Requests the keepers:",
        ("(a) To buy oil;", "(b) To light lamps;"),
        "2. Decides to come back.",
    ),
    "fr": (
        "L’Assemblée générale,",
        "Rappelant les mèches du port,",
        "Notant la nuit,",
        "1. Prie les gardiens :",
        ("a) D’acheter de l’huile ;", "b) D’allumer les lampes ;"),
        "2. Décide de revenir.",
    ),
    "es": (
        "La Asamblea General,",
        "Recordando las mechas del puerto,",
        "Observando la noche,",
        "1. Pide a los guardianes que:",
        ("a) Compren aceite;", "b) Enciendan las lámparas;"),
        "2. Decide volver.",
    ),
    "ru": (
        "Генеральная Ассамблея,",
        "ссылаясь на фитили гавани,",
        "отмечая темноту,",
        "1. просит смотрителей:",
        ("a) купить масла;", "b) зажечь лампы;"),
        "2. постановляет вернуться.",
    ),
    "zh": (
        "大会，",
        "回顾港口的灯芯，",
        "注意到黑夜，",
        "1. 请看守人：",
        ("(a) 买油；", "(b) 点灯；"),
        "2. 决定再来。",
    ),
    "ar": (
        "إن الجمعية العامة،",
        "إذ تشير إلى فتائل الميناء،",
        "وإذ تلاحظ الظلام،",
        "1 - تطلب إلى الحراس ما يلي:",
        ("(أ) شراء الزيت؛", "(ب) إضاءة المصابيح؛"),
        "2 - تقرر العودة.",
    ),
}
WANTED = [
    ("pp1", "preambular"),
    ("pp2", "preambular"),
    ("op1", "operative"),
    ("op1-a", "sub"),
    ("op1-b", "sub"),
    ("op2", "operative"),
]


@pytest.mark.parametrize("sign", ["- ", "• ", "– ", "\t- "])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_sign_before_a_label_is_the_pages(lang: str, sign: str) -> None:
    phrase, recital, further, first, items, last = TEXTS[lang]
    body = [sign + first, *(f"  {sign}{item}" for item in items), sign + last]
    found = converted(lang, "\n".join([phrase, "", recital, further, *body]))
    assert [(one.id, one.kind) for one in found.resolution.paragraphs] == WANTED
    assert [one.kind for one in found.resolution.furniture] == ["list-sign"] * 4
    assert all(one.text == sign.strip() for one in found.resolution.furniture)


def test_recitals_that_are_counted_keep_their_letters() -> None:
    text = "The General Assembly,\n- (a) Recalling the wicks,\n- (b) Noting the dark,\n- 1. Decides to light lamps."
    found = converted("en", text).resolution
    labels = [one.label.text.strip() for one in found.paragraphs if one.label]
    assert labels == ["(a)", "(b)", "1."]
    assert [one.kind for one in found.paragraphs] == ["preambular", "preambular", "operative"]


@pytest.mark.parametrize("item", ["To buy oil;", "A. Wick, keeper;", "2031 lamps;"])
def test_a_sign_before_words_is_a_label_itself(item: str) -> None:
    found = converted("en", f"The General Assembly,\n\n1. Requests the keepers:\n\n- {item}\n\n- To wait.\n").resolution
    assert [one.kind for one in found.paragraphs] == ["operative", "sub", "sub"]
    assert not found.furniture
