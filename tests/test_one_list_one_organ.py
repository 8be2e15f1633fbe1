"""A list has one organ, whoever is named before it; what is no text of an organ of ours is not taken for one."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
RECALLING = {"en": "Recalling {},", "fr": "Rappelant {},", "es": "Recordando {},"} | {
    "ru": "ссылаясь на {},", "zh": "回顾{}，", "ar": "إذ تشير إلى {}،",
}  # fmt: skip
CONFERENCE = {
    "en": "what the World Conference adopted, in particular resolutions 66/944 of 19 December 2011"
    " and 67/955 of 5 May 2013",
    "fr": "le texte adopté par la Conférence mondiale, notamment les résolutions 66/944 du 19 décembre 2011"
    " et 67/955 du 5 mai 2013",
    "es": "el texto aprobado por la Conferencia Mundial, en particular las resoluciones 66/944,"
    " de 19 de diciembre de 2011, y 67/955, de 5 de mayo de 2013",
    "ru": "текст, принятый Всемирной конференцией, в частности резолюции 66/944 от 19 декабря 2011 года"
    " и 67/955 от 5 мая 2013 года",
    "zh": "世界会议通过的灯火宣言，特别是2011年12月19日第66/944号和2013年5月5日第67/955号决议",
    "ar": "ما اعتمده المؤتمر العالمي، ولا سيما القرارين 66/944 المؤرخ 19 كانون الأول/ديسمبر 2011"
    " و 67/955 المؤرخ 5 أيار/مايو 2013",
}
RECOMMENDATION = {
    "en": "general recommendation No. 31 (2014) on lamps, adopted by the Committee",
    "fr": "la recommandation générale no 31 (2014) sur les lampes, adoptée par le Comité",
    "es": "la recomendación general núm. 31 (2014) sobre las lámparas, aprobada por el Comité",
    "ru": "общую рекомендацию № 31 (2014) о лампах, принятую Комитетом",
    "zh": "委员会通过的关于灯火的第31号(2014年)一般性建议",
    "ar": "التوصية العامة رقم 31 (2014) بشأن المصابيح التي اعتمدتها اللجنة",
}


def _targets(lang: str, words: str) -> list[str | None]:
    found = read_lines(lang, "txt", ENACTING[lang], RECALLING[lang].format(words), f"{number(lang, 1)} {ACTS[lang]}")
    return [one.target for one in found.citations]


@pytest.mark.parametrize("lang", CONFERENCE)
def test_days_show_that_a_list_is_of_the_organ_that_speaks(lang: str) -> None:
    assert _targets(lang, CONFERENCE[lang]) == ["A/RES/66/944", "A/RES/67/955"]


@pytest.mark.parametrize(
    ("numbers", "targets"),
    [
        ("66/944, 67/955 of 20 December 2012 and 68/951", ["A/RES/66/944", "A/RES/67/955", "A/RES/68/951"]),
        ("66/944 A and B and 67/955 of 20 December 2012", ["A/RES/66/944A", "A/RES/66/944B", "A/RES/67/955"]),
        ("67/955 of 20 December 2012 and 5/3", ["A/RES/67/955", None]),  # the Assembly has no such number
        ("67/955 of 20 December 2018", [None]),  # the day is none of session 67
        ("67/955 and 68/951", [None, None]),
    ],
)
def test_one_day_is_enough_and_none_is_not(numbers: str, targets: list[str | None]) -> None:
    words = f"the Declaration on lamps adopted by the World Conference, in particular resolutions {numbers}"
    assert _targets("en", words) == targets


@pytest.mark.parametrize("lang", RECOMMENDATION)
def test_a_recommendation_of_a_committee_is_not_taken_for_a_resolution(lang: str) -> None:
    found = read_lines(lang, "txt", ENACTING[lang], RECALLING[lang].format(RECOMMENDATION[lang]))
    assert found.citations == ()
    assert [one.message for one in found.diagnostics if one.code.startswith("citation")] == []
