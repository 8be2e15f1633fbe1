"""A declaration in an annex: what proclaims it is none of its recitals, where it leads on with a colon too."""

from __future__ import annotations

import pytest

from tests.reading import ANNEX, ENACTING, converted, number

ACTS = {
    "en": ("Adopts the annex.", "Reaffirming the rule,"),
    "fr": ("Adopte l’annexe.", "Réaffirmant la règle,"),
    "es": ("Aprueba el anexo.", "Reafirmando la regla,"),
    "ru": ("принимает приложение.", "подтверждая правило,"),
    "zh": ("通过附件。", "重申规则，"),
    "ar": ("تعتمد المرفق.", "إذ تؤكد من جديد القاعدة،"),
}
PROCLAIMS = {
    "en": ("Proclaims the following Declaration:", "Solemnly declares:", "Adopts these Principles as follows:"),
    "fr": ("Proclame la Déclaration sur les lampes ci-après :", "Proclame solennellement ce qui suit :"),
    "es": ("Aprueba la siguiente Declaración:", "Proclama solemnemente la presente Declaración:"),
    "ru": ("провозглашает следующую Декларацию:", "торжественно провозглашает нижеследующее:"),
    "zh": ("宣布本宣言如下：", "通过下列原则："),
    "ar": ("تعلن ما يلي:", "تعتمد الإعلان التالي:"),
}
LISTS = {
    "en": "Recalling the following rules:",
    "fr": "Rappelant les règles suivantes :",
    "es": "Recordando las siguientes reglas:",
    "ru": "ссылаясь на следующие правила:",
    "zh": "回顾下列规则：",
    "ar": "وإذ تشير إلى القواعد التالية:",
}


def kinds(lang: str, *below: str) -> list[str]:
    """What the paragraphs of a declaration are."""
    act, recital = ACTS[lang]
    lines = (ENACTING[lang], recital, f"{number(lang, 1)} {act}", ANNEX[lang], ENACTING[lang], recital, *below)
    return [one.kind for one in converted(lang, "\n\n".join(lines)).resolution.own_paragraphs][3:]


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, some in PROCLAIMS.items() for words in some])
def test_what_proclaims_a_declaration_is_no_recital(lang: str, words: str) -> None:
    """It was one, in silence, and so was what stood below it without a number."""
    assert kinds(lang, words, ACTS[lang][0]) == ["plain", "preambular", "plain", "plain"]


@pytest.mark.parametrize(("lang", "words"), LISTS.items())
def test_a_recital_that_leads_to_a_list_is_one(lang: str, words: str) -> None:
    assert kinds(lang, words)[1:] == ["preambular", "preambular"]
