"""A part or volume in the symbol of a document is of the symbol: a document of its own, with its corrigenda.

So are the session and the meeting that the symbols of some bodies have: GC.96/3, ICCD/COP(93)/21.
"""

from __future__ import annotations

import pytest

from tests.language_examples import language, read_citations, resolution
from tests.reading import read_lines
from tests.test_enacting import TEXTS

TOLD = {
    "en": "Recalling documents A/CONF.957/24 (Part I) and Corr.1 and A/81/915 (Part II),",
    "fr": "Rappelant les documents A/CONF.957/24 (Part I) et Corr.1 et A/81/915 (Part II),",
    "es": "Recordando los documentos A/CONF.957/24 (Part I) y Corr.1 y A/81/915 (Part II),",
    "ru": "ссылаясь на документы A/CONF.957/24 (Part I) и Corr.1 и A/81/915 (Part II),",
    "zh": "回顾文件A/CONF.957/24（Part I）和Corr.1以及A/81/915(Part II)，",
    "ar": "إذ تشير إلى الوثيقتين A/CONF.957/24 (Part I) و Corr.1 و A/81/915 (Part II)،",
}


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(TOLD))
def test_each_part_is_a_document(code: str, form: str) -> None:
    phrase, _, operative = TEXTS[code]
    expression = read_lines(code, form, f"{phrase},", TOLD[code], operative)
    assert [one.target for one in expression.citations] == [
        "A/CONF.957/24(PartI)",
        "A/CONF.957/24(PartI)/Corr.1",
        "A/81/915(PartII)",
    ]


BRACKETS = {  # what is printed → the symbol: one document, whatever the joint of the language
    "A/96/6 (Sect. 29A)": "A/96/6(Sect.29A)", "A/96/6 (Introduction)": "A/96/6(Introduction)",
    "A/96/6 (Plan outline)": "A/96/6(Planoutline)", "A/96/6 (Sect. 24)/Corr.1": "A/96/6(Sect.24)/Corr.1",
    "NPT/CONF.2096/28 (Parts I and II)": "NPT/CONF.2096/28(PartsIandII)",
    "NPT/CONF.2096/28 (Parts I et II)": "NPT/CONF.2096/28(PartsIandII)",
    "NPT/CONF.2096/28(Parts I和II)": "NPT/CONF.2096/28(PartsIandII)",
    "NPT/CONF.2096/28 (Parts I & II)": "NPT/CONF.2096/28(PartsIandII)",
    "NPT/CONF.2096/28 (Parts I-II)": "NPT/CONF.2096/28(PartsI-II)",
}  # fmt: skip


@pytest.mark.parametrize("printed", BRACKETS)
@pytest.mark.parametrize("code", sorted(TOLD))
def test_a_section_of_a_budget_and_several_parts_are_one_document(code: str, printed: str) -> None:
    phrase, _, operative = TEXTS[code]
    expression = read_lines(code, "txt", f"{phrase},", BESIDE[code].format(printed), operative)
    assert [one.target for one in expression.citations] == [BRACKETS[printed]]


SEVERAL = {  # by language what is printed → the symbols: a document each
    "en": ("A/96/6 (Sects. 3 and 4) and A/96/250 (Part I to III)",
           "6(Sect.3) 6(Sect.4) 250(PartI) 250(PartII) 250(PartIII)"),
    "fr": ("A/96/6 (Sect. 3 à 5) et A/96/250 (Vol. I à III)",
           "6(Sect.3) 6(Sect.4) 6(Sect.5) 250(Vol.I) 250(Vol.II) 250(Vol.III)"),
    "es": ("A/96/6 (Sects. 3, 4 y 9) y A/96/250 (Parts II a III)/Corr.1",
           "6(Sect.3) 6(Sect.4) 6(Sect.9) 250(PartII)/Corr.1 250(PartIII)/Corr.1"),
    "ru": ("A/96/6 (Sects. 3–5) и A/96/250 (Part I – III)",
           "6(Sect.3) 6(Sect.4) 6(Sect.5) 250(PartI) 250(PartII) 250(PartIII)"),
    "zh": ("A/96/6（Sects. 3和4）和A/96/250（Parts I至III）",
           "6(Sect.3) 6(Sect.4) 250(PartI) 250(PartII) 250(PartIII)"),
    "ar": ("A/96/6 (Sects. 29A و 30) و A/96/250 (Vol. I إلى II)",
           "6(Sect.29A) 6(Sect.30) 250(Vol.I) 250(Vol.II)"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(SEVERAL))
def test_several_sections_and_a_range_of_parts_are_a_document_each(code: str) -> None:
    phrase, _, operative = TEXTS[code]
    printed, meant = SEVERAL[code]
    expression = read_lines(code, "txt", f"{phrase},", BESIDE[code].format(printed), operative)
    assert [one.target for one in expression.citations] == [f"A/96/{one}" for one in meant.split()]


def test_a_range_that_cannot_be_told_is_said() -> None:
    words = "documents A/96/6 (Sects. 29A-29C)"
    found = read_citations(resolution("en", "GA", words), language("en"))
    assert ([one.target for one in found.citations], [one.remark.code for one in found.said]) == (
        ["A/96/6"],
        ["range-incomplete"],
    )


OF_BODIES = (
    "APLC/MSP.96/2096/5", "CCM/CONF/2096/6", "GC.96/Res.9", "IDB.96/Dec.7",
    "GC.96/3", "GC.96/INF/4", "IDB.98/16/Rev.1", "ICCD/COP(93)/21/Add.1", "TPNW/MSP/2096/6", "CLCS/961",
    "CEB/2096/1/Add.5", "BWC/CONF.IX/96", "ESCAP/96/12/Add.1", "IPBES/96/14/Add.2",
)  # fmt: skip
BESIDE = {
    "en": "Recalling document {},", "fr": "Rappelant le document {},", "es": "Recordando el documento {},",
    "ru": "ссылаясь на документ {},", "zh": "回顾文件{}，", "ar": "إذ تشير إلى الوثيقة {}،",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(BESIDE))
def test_symbols_of_further_bodies(code: str) -> None:
    phrase, _, operative = TEXTS[code]
    text = "\n\n".join(BESIDE[code].format(symbol) for symbol in OF_BODIES)
    expression = read_lines(code, "txt", f"{phrase},", text, operative)
    assert [one.target for one in expression.citations] == list(OF_BODIES)


@pytest.mark.parametrize("words", ["GC.96/a", "AGC.96/3", "GC.9696/3", "GC(61)/3", "COP(93)/21"])
def test_what_looks_like_them_is_none(words: str) -> None:
    citations = read_lines("en", "txt", "The General Assembly,", f"Recalling {words},", "1. Requests oil.").citations
    assert citations == ()


def test_a_corrigendum_printed_whole() -> None:
    text = "Recalling NPT/CONF.2095/32 (Part I)/Corr.2,"
    citations = read_lines("en", "txt", "The General Assembly,", text, "1. Requests oil.").citations
    assert [one.target for one in citations] == ["NPT/CONF.2095/32(PartI)/Corr.2"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Recordando NPT/CONF.2095/32 (Partes I y II)/Corr.2,"),
        ("es", "Recordando NPT/CONF.2095/32 (partes I y II)/Corr.2,"),
        ("fr", "Rappelant NPT/CONF.2095/32 (parties I et II)/Corr.2,"),
        ("ru", "ссылаясь на NPT/CONF.2095/32 (части I и II)/Corr.2,"),
        ("zh", "回顾NPT/CONF.2095/32 (Parts I和II)/Corr.2，"),
    ],
)
def test_parts_in_the_words_of_a_language_before_a_corrigendum(lang: str, text: str) -> None:
    found = read_citations(resolution(lang, "GA", text), language(lang)).citations
    assert [one.target for one in found] == ["NPT/CONF.2095/32(PartsIandII)/Corr.2"]


def test_without_one_they_are_a_place_in_the_document() -> None:
    (found,) = read_citations(resolution("fr", "GA", "Rappelant A/95/32 (parties I et II),"), language("fr")).citations
    assert (found.target, [one.label for one in found.pinpoints]) == ("A/95/32", ["I", "II"])
