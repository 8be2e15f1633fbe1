"""A declaration in an annex: its recitals and the sentence that proclaims it are paragraphs of their own."""

from __future__ import annotations

import pytest

from tests.reading import ANNEX, ENACTING, number, read_lines

TEXTS = {
    "en": (
        "Adopts the Declaration on Lamps.",
        "Recognizing that lamps are important to all harbours,",
        "Solemnly proclaims the following Declaration as a common standard:",
    ),
    "fr": (
        "Adopte la Déclaration sur les lampes.",
        "Reconnaissant que les lampes sont importantes pour tous les ports,",
        "Proclame solennellement la Déclaration ci-après comme un idéal commun :",
    ),
    "es": (
        "Aprueba la Declaración sobre las lámparas.",
        "Reconociendo que las lámparas son importantes para todos los puertos,",
        "Proclama solemnemente la siguiente Declaración como ideal común:",
    ),
    "ru": (
        "принимает Декларацию о лампах.",
        "признавая, что лампы важны для всех гаваней,",
        "торжественно провозглашает следующую Декларацию в качестве общего идеала:",
    ),
    "zh": (
        "通过《灯火宣言》。",
        "承认灯火对所有港口、所有守灯人以及所有在夜间航行的船只都很重要，",
        "庄严宣布以下《灯火宣言》，作为本着合作和相互尊重的精神争取实现的共同目标：",
    ),
    "ar": (
        "تعتمد إعلان المصابيح.",
        "وإذ تعترف بأن المصابيح مهمة لكل الموانئ،",
        "تنادي رسميا بهذا الإعلان:",
    ),
}


@pytest.mark.parametrize("enacting", [True, False])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_sentence_that_proclaims_stands_apart(lang: str, enacting: bool) -> None:
    act, recital, proclaims = TEXTS[lang]
    again = [ENACTING[lang]] if enacting else []
    lines = (
        ENACTING[lang],
        f"{number(lang, 1)} {act}",
        ANNEX[lang],
        *again,
        recital,
        proclaims,
        f"{number(lang, 1)} x",
    )
    read = read_lines(lang, "txt", *lines)
    words = [one.text.text for one in read.resolution.paragraphs]
    assert {recital, proclaims} <= set(words)
    assert "no-action-verb" not in {one.code for one in read.diagnostics}
