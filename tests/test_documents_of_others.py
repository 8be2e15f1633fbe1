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
    [message] = said  # of one paragraph, with nothing between that is known
    assert [symbol in message for symbol in symbols] == [True] * 3
    assert weights == ["info"]


LISTED = {
    "en": "Recalling resolutions CM/Res.9153 (XLVIII) and CM/Res.9225 (L) of the Council of Ministers,",
    "fr": "Rappelant les résolutions CM/Res.9153 (XLVIII) et CM/Res.9225 (L) du Conseil des ministres,",
    "es": "Recordando las resoluciones CM/Res.9153 (XLVIII) y CM/Res.9225 (L) del Consejo de Ministros,",
    "ru": "ссылаясь на резолюции CM/Res.9153 (XLVIII) и CM/Res.9225 (L) Совета министров,",
    "zh": "回顾部长理事会CM/Res.9153(XLVIII)和CM/Res.9225(L)号决议，",
    "ar": "إذ تشير إلى قراري مجلس الوزراء CM/Res.9153 (XLVIII) و CM/Res.9225 (L)،",
}


@pytest.mark.parametrize("lang", LISTED)
def test_a_session_in_a_bracket_is_of_the_symbol_and_a_list_is_said_once(lang: str) -> None:
    cited, said, weights = _read(lang, LISTED[lang])
    assert [one[0] for one in cited] == ["CM/Res.9153(XLVIII)", "CM/Res.9225(L)"]
    assert (len(said), weights) == (1, ["info"])


LIST = {
    "en": "Recalling resolution 10/1, resolution 10/2 and decision 10/3 of the Lamp Committee,",
    "fr": "Rappelant la résolution 10/1, la résolution 10/2 et la décision 10/3 du Comité des lampes,",
    "es": "Recordando la resolución 10/1, la resolución 10/2 y la decisión 10/3 del Comité de Lámparas,",
    "ru": "ссылаясь на резолюцию 10/1, резолюцию 10/2 и решение 10/3 Комитета по лампам,",
    "ar": "إذ تشير إلى القرار 10/1 والقرار 10/2 والمقرر 10/3 الصادر عن لجنة المصابيح،",
}


@pytest.mark.parametrize("lang", LIST)
def test_one_list_is_said_once_and_alike_in_every_language(lang: str) -> None:
    _, said, weights = _read(lang, LIST[lang])
    assert (len(said), weights) == (1, ["info"])
    assert said[0].endswith("are of an organ that has no record")


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
