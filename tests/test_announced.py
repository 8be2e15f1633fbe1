"""Texts that a page of news announces and quotes: who adopted what, “The Council, “1. Requests …"""

from __future__ import annotations

import pytest

from tests.reading import converted, read_lines

# The line that announces the text, the enacting phrase, a recital, an operative paragraph with a list, the last one.
TEXTS = {
    "en": (
        "The full text of resolution 9973 (2091) reads as follows:",
        "“The Security Council,",
        "“Recalling the wicks of the harbour,",
        "“1. Requests the keepers:",
        ("“(a) To buy oil;", "“(b) To light lamps;"),
        "“2. Decides to come back.”",
    ),
    "fr": (
        "Le texte de la résolution 9973 (2091) est le suivant :",
        "« Le Conseil de sécurité,",
        "« Rappelant les mèches du port,",
        "« 1. Prie les gardiens :",
        ("« a) D’acheter de l’huile ;", "« b) D’allumer les lampes ;"),
        "« 2. Décide de revenir. »",
    ),
    "es": (
        "El texto completo de la resolución 9973 (2091) es el siguiente:",
        "“El Consejo de Seguridad,",
        "“Recordando las mechas del puerto,",
        "“1. Pide a los guardianes que:",
        ("“a) Compren aceite;", "“b) Enciendan las lámparas;"),
        "“2. Decide volver.”",
    ),
    "ru": (
        "Полный текст резолюции 9973 (2091) гласит следующее:",
        "«Совет Безопасности,",
        "«ссылаясь на фитили гавани,",
        "«1. просит смотрителей:",
        ("«a) купить масла;", "«b) зажечь лампы;"),
        "«2. постановляет вернуться.»",
    ),
    "zh": (
        "第9973(2091)号决议全文如下：",
        "“安全理事会，",
        "“回顾港口的灯芯，",
        "“1. 请看守人：",
        ("“(a) 买油；", "“(b) 点灯；"),
        "“2. 决定再来。”",
    ),
    "ar": (
        "فيما يلي نص القرار 9973 (2091):",
        "”إن مجلس الأمن،",
        "”إذ يشير إلى فتائل الميناء،",
        "”1 - يطلب إلى الحراس ما يلي:",
        ("”(أ) شراء الزيت؛", "”(ب) إضاءة المصابيح؛"),
        "”2 - يقرر العودة.“",
    ),
}
WANTED = ["pp1 preambular", "op1 operative", "op1-a sub", "op1-b sub", "op2 operative"]


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_line_that_announces_a_text_has_its_number_and_each_paragraph_its_label(lang: str, form: str) -> None:
    announces, phrase, recital, first, items, last = TEXTS[lang]
    found = read_lines(lang, form, "Lamps news", announces, phrase, recital, first, *items, last)
    assert [f"{one.id} {one.kind}" for one in found.resolution.paragraphs] == WANTED
    assert (found.resolution.masthead.symbol, found.resolution.masthead.body) == ("S/RES/9973(2091)", "SC")
    assert found.resolution.masthead.title is None
    assert not [one.code for one in found.diagnostics if one.code.startswith("label-")]


def test_what_stands_apart_above_the_announcing_sentence_is_of_the_page() -> None:
    text = (
        "Lamps news\n\nThe Council decided to light the following:\n\n“The Security Council,\n\n“Recalling the wicks,\n"
    )
    found = converted("en", text).resolution
    assert [block.text.text for block in found.masthead.blocks] == ["Lamps news"]
    assert found.paragraphs[0].text.text == "The Council decided to light the following:"


def test_a_quoted_number_in_a_text_of_its_own_is_quoted() -> None:
    text = "The General Assembly,\n\nNoting,\n\n1. Decides to read:\n\n“1. Lamps are lit.”\n\n2. Decides to wait.\n"
    found = converted("en", text).resolution
    assert [one.id for one in found.paragraphs if one.kind == "operative"] == ["op1", "op2"]
