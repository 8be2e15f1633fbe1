"""Decisions whose first sentence tells the meeting and the day, as reports print them: they are no resolutions."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, read_lines

DECISIONS = {
    "en": (
        "General Assembly",
        "91/402. Lamps of the harbour",
        "At its 40th plenary meeting, on 21 July 2091, the General Assembly, on the recommendation of the First "
        "Committee, decided to take note of the report on the lamps.",
    ),
    "fr": (
        "Assemblée générale",
        "91/402. Lampes du port",
        "À sa 40e séance plénière, le 21 juillet 2091, l’Assemblée générale, sur la recommandation de la Première "
        "Commission, a décidé de prendre note du rapport sur les lampes.",
    ),
    "es": (
        "Asamblea General",
        "91/402. Lámparas del puerto",
        "En su 40ª sesión plenaria, celebrada el 21 de julio de 2091, la Asamblea General, por recomendación de la "
        "Primera Comisión, decidió tomar nota del informe sobre las lámparas.",
    ),
    "ru": (
        "Генеральная Ассамблея",
        "91/402. Лампы гавани",
        "На своем 40-м пленарном заседании 21 июля 2091 года Генеральная Ассамблея по рекомендации Первого комитета "
        "постановила принять к сведению доклад о лампах.",
    ),
    "ar": (
        "الجمعية العامة",
        "91/402 - مصابيح الميناء",
        "في الجلسة العامة 40، المعقودة في 21 تموز/يوليه 2091، قررت الجمعية العامة، بناء على توصية اللجنة الأولى، "
        "أن تحيط علما بالتقرير عن المصابيح.",
    ),
    "zh": (
        "大会",
        "91/402. 港口的灯火",
        "2091年7月21日，大会第40次全体会议根据第一委员会的建议，决定注意到关于灯火的报告。",
    ),
}


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("code", sorted(DECISIONS))
def test_it_is_a_decision_and_has_no_resolution_s_symbol(code: str, form: str) -> None:
    found = read_lines(code, form, *DECISIONS[code])
    head = found.resolution.masthead
    assert (head.kind, head.number, head.symbol, head.date) == ("decision", "91/402", None, "2091-07-21")
    assert not [one for one in found.diagnostics if one.code == "no-enacting-phrase" and not one.lighter]


@pytest.mark.parametrize("code", sorted(DECISIONS))
def test_a_resolution_stays_one(code: str) -> None:
    organ, number, words = DECISIONS[code]
    head = read_lines(code, "txt", organ, number, ENACTING[code], words).resolution.masthead
    assert (head.kind, head.symbol) == ("resolution", "A/RES/91/402")


def test_a_list_of_what_was_decided() -> None:
    organ, number, _ = DECISIONS["en"]
    first = "At its 40th plenary meeting, on 21 July 2091, the General Assembly decided:"
    head = read_lines("en", "txt", organ, number, first, "(a) To light lamps;", "(b) To buy oil.").resolution.masthead
    assert (head.kind, head.symbol, head.date) == ("decision", None, "2091-07-21")


NOTED = {
    "en": ("At its 31st meeting, on 30 March 2091, the Human Rights Council decided to adopt the following text:",
           "[Adopted without a vote.]"),
    "fr": ("À sa 31 ème séance, le 30 mars 2091, le Conseil des droits de l’homme a décidé d’adopter ce texte :",
           "[Adoptée sans vote.]"),
    "es": ("En su 31ª sesión, celebrada el 30 de marzo de 2091, el Consejo de Derechos Humanos decidió aprobar este "
           "texto:", "[Aprobada sin votación.]"),
    "ru": ("На своем 31-м заседании 30 марта 2091 года Совет по правам человека постановил принять следующий текст:",
           "[Принято без голосования.]"),
    "zh": ("2091年3月30日，人权理事会第31次会议决定通过以下案文：", "[未经表决获得通过。]"),
    "ar": ("قرر مجلس حقوق الإنسان، في جلسته 31 المعقودة في 30 آذار/مارس 2091، اعتماد النص التالي:",
           "[اعتمد بدون تصويت.]"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(NOTED))
def test_the_meeting_of_the_first_sentence_counts_beside_a_note_on_the_vote(code: str) -> None:
    opening, note = NOTED[code]
    lamps = {"en": "Asks for lamps.", "fr": "Demande des lampes.", "es": "Pide lámparas.", "ru": "просит ламп.",
             "zh": "请点灯。", "ar": "يطلب مصابيح."}  # fmt: skip
    adoption = read_lines(
        code, "txt", opening, f"{'1 -' if code == 'ar' else '1.'} {lamps[code]}", note
    ).resolution.adoption
    assert adoption is not None
    assert (adoption.manner, adoption.meeting, adoption.date) == ("without-vote", 31, "2091-03-30")
