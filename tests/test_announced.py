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


# The last operative paragraph; two annexes, each with a heading of its own and its paragraphs.
ANNEXES = {
    "en": (
        "“2. Decides to list those in annex I.",
        "“Annex I",
        "“Keepers",
        "“1. Amin Wick: he sought oil;",
        "“(a) of lamps;",
        "“(b) of tallow;",
        "“2. Zora Wick: she lights lamps.",
        "“Annex II",
        "“1. The boat of the harbour.”",
    ),
    "fr": (
        "« 2. Décide d’inscrire les noms de l’annexe I.",
        "« Annexe I",
        "« Gardiens",
        "« 1. Amin Wick : il cherchait de l’huile ;",
        "« a) de lampe ;",
        "« b) de suif ;",
        "« 2. Zora Wick : elle allume les lampes.",
        "« Annexe II",
        "« 1. Le bateau du port. »",
    ),
    "es": (
        "“2. Decide incluir los nombres del anexo I.",
        "“Anexo I",
        "“Guardianes",
        "“1. Amin Wick: buscaba aceite;",
        "“a) de lámpara;",
        "“b) de sebo;",
        "“2. Zora Wick: enciende las lámparas.",
        "“Anexo II",
        "“1. El barco del puerto.”",
    ),
    "ru": (
        "«2. постановляет включить имена из приложения I.",
        "«Приложение I",
        "«Смотрители",
        "«1. Амин Вик: искал масло;",
        "«a) ламповое;",
        "«b) свечное;",
        "«2. Зора Вик: зажигает лампы.",
        "«Приложение II",
        "«1. Лодка гавани.»",
    ),
    "zh": (
        "“2. 决定列入附件一所列者。",
        "“附件一",
        "“看守人",
        "“1. 阿明：他寻找油；",
        "“(a) 灯油；",
        "“(b) 烛油；",
        "“2. 佐拉：她点灯。",
        "“附件二",
        "“1. 港口的船。”",
    ),
    "ar": (
        "”2 - يقرر إدراج الأسماء الواردة في المرفق الأول.",
        "”المرفق الأول",
        "”الحراس",
        "”1 - أمين: كان يبحث عن الزيت؛",
        "”(أ) زيت المصابيح؛",
        "”(ب) زيت الشموع؛",
        "”2 - زورا: تضيء المصابيح.",
        "”المرفق الثاني",
        "”1 - قارب الميناء.“",
    ),
}
ANNEXED = ["annex-i heading", "h1 heading", "annex-i-1 plain", "annex-i-1-a sub", "annex-i-1-b sub", "annex-i-2 plain",
           "annex-ii heading", "annex-ii-1 plain"]  # fmt: skip


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_annexes_of_a_quoted_text_are_its_annexes(lang: str, form: str) -> None:
    """The mark before their labels hid them: “Annex I was a heading like any other, “1. Amin … had no number."""
    announces, phrase, recital, first, items, _ = TEXTS[lang]
    found = read_lines(lang, form, "Lamps news", announces, phrase, recital, first, *items, *ANNEXES[lang])
    assert [f"{one.id} {one.kind}" for one in found.resolution.paragraphs] == WANTED + ANNEXED
    words = found.resolution.paragraphs[len(WANTED)].text.text
    assert words == ANNEXES[lang][1]
    assert not {"plain-paragraph", "paragraph-unended"} & {one.code for one in found.diagnostics}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_what_stands_below_the_annex_of_a_quoted_text_is_said(lang: str) -> None:
    announces, phrase, recital, first, items, _ = TEXTS[lang]
    found = read_lines(lang, "html", announces, phrase, recital, first, *items, *ANNEXES[lang], "* *** *")
    last = found.resolution.paragraphs[-1]
    assert (last.kind, last.text.text) == ("plain", "* *** *")
    assert [one.code for one in found.diagnostics if one.code == "plain-paragraph"] == ["plain-paragraph"]


def test_an_annex_that_a_text_of_its_own_quotes_is_none_of_it() -> None:
    lines = (
        "The General Assembly,",
        "Noting,",
        "1. Decides to read:",
        "“Annex I",
        "“1. Lamps are lit.”",
        "2. Decides to wait.",
    )
    found = converted("en", "\n\n".join(lines)).resolution
    assert [one.id for one in found.paragraphs if one.kind == "operative"] == ["op1", "op2"]
    assert not [one.id for one in found.paragraphs if one.id.startswith("annex")]


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
