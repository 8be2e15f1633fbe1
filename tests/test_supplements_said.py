"""The symbol of a supplement that its own words contradict is told at its place, in every language."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

RECITALS = {"en": "Noting the lamps,¹", "fr": "Notant les lampes¹,", "es": "Observando las lámparas¹,"} | {
    "ru": "отмечая лампы¹,", "zh": "注意到灯火，¹", "ar": "إذ تلاحظ المصابيح(¹)،",
}  # fmt: skip
ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
NOTES = {
    "en": "Official Records of the General Assembly, Seventy-first Session, Supplement No. 53 ({}), chap. V.",
    "fr": "Documents officiels de l’Assemblée générale, soixante et onzième session, Supplément no 53 ({}), chap. V.",
    "es": "Documentos Oficiales de la Asamblea General, septuagésimo primer período de sesiones, suplemento núm. 53"
    " ({}), cap. V.",
    "ru": "Официальные отчеты Генеральной Ассамблеи, семьдесят первая сессия, Дополнение № 53 ({}), гл. V.",
    "zh": "《大会正式记录，第七十一届会议，补编第53号》({})，第五章。",
    "ar": "الوثائق الرسمية للجمعية العامة، الدورة الحادية والسبعون، الملحق رقم 53 ({})، الفصل الخامس.",
}


def _said(lang: str, note: str) -> list[str]:
    lines = (ENACTING[lang], RECITALS[lang], f"{number(lang, 1)} {ACTS[lang]}", f"¹ {note}")
    return [one.message for one in read_lines(lang, "txt", *lines).diagnostics if one.code == "citation-supplement"]


@pytest.mark.parametrize("lang", NOTES)
@pytest.mark.parametrize("symbol", ["A/71/53", "A/71/53/Add.1", "A/71/53 (Part I)"])
def test_nothing_is_said_of_the_symbol_that_the_words_name(lang: str, symbol: str) -> None:
    assert _said(lang, NOTES[lang].format(symbol)) == []


@pytest.mark.parametrize("lang", NOTES)
@pytest.mark.parametrize("symbol", ["A/73/53", "A/71/35", "A/537/1"])
def test_another_session_or_number_is_said(lang: str, symbol: str) -> None:
    said = f"{symbol} cannot be supplement 53 of session 71, which the words before it name"
    assert _said(lang, NOTES[lang].format(symbol)) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "Ibid., Supplement No. 53 (A/73/53), chap. V.",  # the session is that of another note
        "Official Records of the Economic and Social Council, 2031, Supplement No. 7 (E/2031/27).",
        "Official Records of the General Assembly, Seventy-first Session, Supplement No. 53; see also (A/73/12).",
        "Official Records of the General Assembly, Seventy-first Session, Fifth Committee (A/73/12).",
    ],
)
def test_what_names_no_session_or_another_series_is_not_asked(note: str) -> None:
    assert _said("en", note) == []


def test_a_number_alone_is_asked_too() -> None:
    said = "A/73/35 cannot be supplement 53, which the words before it name"
    assert _said("en", "Ibid., Supplement No. 53 (A/73/35), chap. V.") == [said]
