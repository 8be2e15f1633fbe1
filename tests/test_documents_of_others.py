"""What other organizations number is read alike in six languages: as theirs, whole, without a work to lead to."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

NOTED = {
    "en": "Noting document {0}, decision {1} of 25 July 2032 and decision {2}, sect. XI, of the lamp board,",
    "fr": "Prenant note du document {0}, de la décision {1} du 25 juillet 2032 et de la décision {2}, sect. XI,",
    "es": "Observando el documento {0}, la decisión {1}, de 25 de julio de 2032, y la decisión {2}, secc. XI,",
    "ru": "отмечая документ {0}, решение {1} от 25 июля 2032 года и решение {2}, разд. XI,",
    "zh": "注意到{0}号文件、2032年7月25日{1}号决定和{2}号决定，第十一节，",
    "ar": "إذ تلاحظ الوثيقة {0}، والمقرر {1} المؤرخ 25 تموز/يوليه 2032، والمقرر {2}، الجزء الحادي عشر،",
}
ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
SYMBOLS = [
    ("LGT91/2032/REC/1", "LT/L/908/Add.1", "Ext/Keepers/LU/Dec.7(XI)"),
    ("LAMP.CONF/32/4", "205 GX/5", "IKC/A-33/Dec.3"),
    ("LB148/4", "LC(67)/DEC/12", "LB/92(3)/7"),
]


def _read(lang: str, words: str) -> tuple[list[tuple[str, str | None, str | None]], list[str], list[str]]:
    found = read_lines(lang, "txt", ENACTING[lang], words, f"{number(lang, 1)} {ACTS[lang]}")
    said = [one.message for one in found.diagnostics if one.code.startswith("citation")]
    weights = [one.severity for one in found.diagnostics if one.code.startswith("citation")]
    return [(one.number, one.target, one.body) for one in found.citations], said, weights


@pytest.mark.parametrize("lang", NOTED)
@pytest.mark.parametrize("symbols", SYMBOLS)
def test_each_is_a_citation_of_a_body_that_has_no_record(lang: str, symbols: tuple[str, str, str]) -> None:
    cited, said, weights = _read(lang, NOTED[lang].format(*symbols))
    assert cited == [(symbol, None, None) for symbol in symbols]
    assert [any(message.startswith(symbol) for message in said) for symbol in symbols] == [True] * 3
    assert weights == ["info"] * 3


@pytest.mark.parametrize("lang", NOTED)
def test_an_extraordinary_decision_of_the_union_is_its_own(lang: str) -> None:
    cited, _, _ = _read(lang, NOTED[lang].format("S/2032/4", "S/2032/5", "Ext/Assembly/AU/Dec.7(XI)"))
    assert cited[-1] == ("Ext/Assembly/AU/Dec.7(XI)", None, "AU")


@pytest.mark.parametrize(
    "words",
    [
        "the standard ISO/IEC 27001",
        "the file EU/2031/452",
        "documents on HIV/AIDS",
        "the model TCP/IP/4",
        "report 24/7",
    ],
)
def test_what_nothing_calls_a_document_is_none(words: str) -> None:
    assert _read("en", f"Noting {words} of the lamp,") == ([], [], [])
