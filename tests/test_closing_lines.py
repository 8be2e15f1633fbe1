"""Which lines say how a text was adopted, in six languages; which only look like one; where another text begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from converter.authorities import Authorities
from converter.languages import load
from converter.languages.closing_lines import ClosingLines
from tests.steps import assert_linear, steps

CLOSING = [
    ("en", "40th plenary meeting"),
    ("en", "40th (resumed) plenary meeting, 3 April 2040"),
    ("en", "40th meeting on 3 April 2040."),
    ("en", "404 1st meeting."),  # as a scan has it
    ("en", "3 April 2040"),
    ("en", "Adopted unanimously at the 404th meeting."),
    ("en", "Aclopted by 14 votes to none"),
    ("en", "Adopted by a recorded vote of 40 votes to 3,"),
    ("en", "In favour: Land of Lamps"),
    ("en", "[Adopted without a vote.]"),
    ("en", "(Ninth plenary meeting, 25 May 2065 – Committee A, third report)"),
    ("en", "(Ninth plenary meeting, 25 May 2065 –"),  # the rest on the line below
    ("ru", "(Девятое пленарное заседание, 25 мая 2065 г. - Комитет А, третий доклад)"),
    ("ar", "(الجلسة العامة الثامنة، 24 أيار/مايو 2068)"),
    ("ar", "اتخذ القرار في الجلسة 40 بأغلبية 7 أصوات"),
    ("ar", "تبنى المجلس هذا القرار, في جلسته رقم 40, بـ 13 صوتا مقابل لا شيء"),
    ("zh", "（第九次全体会议，2065年5月25日——A委员会第三个报告）"),
    ("en", "[on the proposal of the keepers, by consensus]"),
    ("fr", "40e séance plénière"),
    ("fr", "40e séance plénière, le 3 avril 2040"),
    ("fr", "Adoptée à l’unanimité à la 40e séance."),
    ("fr", "Résolution adoptée par 14 voix contre zéro"),
    ("fr", "[Adoptée sans vote.]"),
    ("es", "40a. sesión plenaria"),
    ("es", "40ª sesión plenaria, 3 de abril de 2040"),
    ("es", "Aprobada por unanimidad en la 40a. sesión."),
    ("es", "[Aprobada en votación registrada por 40 votos]"),
    ("ru", "40-е пленарное заседание"),
    ("ru", "40-е пленарное заседание, 3 апреля 2040 года"),
    ("ru", "Принята единогласно на 40-м заседании."),
    ("ru", "[Принята без голосования.]"),
    ("ar", "الجلسة العامة 40"),
    ("ar", "الجلسة العامة 40، 3 نيسان/أبريل 2040"),
    ("ar", "اعتُمد بالإجماع في الجلسة 40"),
    ("ar", "[اعتمد بدون تصويت]"),
    ("zh", "第40次全体会议"),
    ("zh", "2040年4月3日第40次全体会议"),
    ("zh", "2040年4月3日"),
    ("zh", "第40次会议以14票赞成、0票反对、1票弃权通过。"),
    ("zh", "第四〇次會議以十四票對零票、一票棄權(灯国)通過。"),
    ("zh", "第40次会议一致通过。"),
    ("zh", "[未经表决获得通过。]"),
    ("zh", "赞成：灯国"),
    ("en", "(Eighth plenary meeting, 23 May 2040 – Committee A, third report)"),
    ("fr", "(Huitième séance plénière, 23 mai 2040 – Commission A, troisième rapport)"),
    ("es", "(Séptima reunión, 30 de septiembre de 2040)"),
    ("ru", "(Восьмое пленарное заседание, 23 мая 2040 г.)"),
    ("ru", "40-е пленарное заседание, 3 апреля 2040 г."),
    ("zh", "(第八次全体会议，2040年5月23日——甲委员会，第三份报告)"),
    ("ar", '(الجلسة العامة الثامنة، 23 أيار/مايو 2040 - اللجنة "أ"، التقرير الثالث)'),
    ("en", "Resolution adopted on the report of Committee III at the 20th plenary meeting, on 20 October 2040."),
    ("fr", "Résolution adoptée sur le rapport de la Commission III à la 20e séance plénière, le 20 octobre 2040."),
    (
        "es",
        "(Resolución aprobada, previo informe de la Comisión IV, en la 19ª sesión plenaria, el 20 de octubre de 2040.)",
    ),
    ("ru", "Резолюция, принятая по докладу Комиссии III на 20-м пленарном заседании 20 октября 2040 г."),
    ("ar", "قرار اعتُمد بناء على تقرير اللجنة الثالثة في الجلسة العامة 20 المعقودة في 20 تشرين الأول/أكتوبر 2040."),
    ("en", "On 11 May 2046"),
    ("fr", "Le vendredi 11 mai 2046"),
    ("fr", "[40e séance plénière, le 11 mai 2046]"),
    ("es", "El 11 de mayo de 2046"),
]
OTHERS = [
    ("en", "On 11 May 2046, the keepers met"),
    ("en", "On 11 May 2046."),
    ("fr", "Le 11 mai 2046,"),
    ("fr", "le 11 mai 2046"),
    ("fr", "Le gardien du 11 mai 2046"),
    ("es", "El faro de 11 de mayo de 2046"),
    ("en", "(Eighth lamp, 23 May 2040)"),
    ("en", "(Eighth plenary meeting, 23 May 2040, decides to light the lamps)"),
    ("en", "Resolution adopted on the report of the First Committee"),
    ("en", "Adopted the rules of the lamp"),
    ("en", "Adopted by the Council of Lamps"),
    ("en", "3 April 2040,"),
    ("en", "40 keepers of the coast"),
    ("en", "40th meeting of the keepers, held on 3 April 2040, where"),
    ("en", "[the lamps of the coast]"),
    ("en", "(Ninth meeting of the keepers, who watch the lamps)"),
    ("en", "(25 lamps)"),
    ("en", "adopted unanimously"),
    ("fr", "Adopté le règlement des phares"),
    ("fr", "Résolution adoptée par l’Assemblée générale"),
    ("es", "Aprobada la lista de faros"),
    ("es", "3 de abril de 2040,"),
    ("ru", "Принята в качестве правила"),
    ("ar", "اعتمد القائمة"),
    ("zh", "第40次全体会议决定点灯"),
    ("zh", "第40次会议一致通过的规则，"),
    ("zh", "第40次会议所述规则获得通过。"),
    ("zh", "三卷"),
    ("zh", ""),
]
NEIGHBOURS = [
    ("en", "Decisions"),
    ("en", "Resolution 909 (2040)"),
    ("en", "909 (2040). Resolution of 3 April 2040"),
    ("en", "At the same meeting, the keepers"),
    ("en", "At its 40th meeting, on 3 April 2040"),
    ("fr", "Décisions"),
    ("fr", "À sa 40e séance, le 3 avril 2040"),
    ("es", "En la misma sesión, los guardianes"),
    ("es", "909 (2040). Resolución de 3 de abril de 2040"),
    ("ru", "На том же заседании смотрители"),
    ("ru", "На своем 40-м заседании"),
    ("ar", "في الجلسة نفسها"),
    ("zh", "在同一次会议上"),
    ("zh", "决定"),
]
NO_NEIGHBOURS = [
    ("en", "Decisions of the keepers"),
    ("en", "909 (2040)"),
    ("en", "At the same time"),
    ("fr", "À la même heure"),
    ("ru", "На том же берегу"),
    ("zh", "在同一地点"),
]


def lines(lang: str, authorities: Authorities) -> ClosingLines:
    return load(lang, authorities).page.closing_lines


@pytest.mark.parametrize(("lang", "text"), CLOSING)
def test_closing_lines_are_known(lang: str, text: str, authorities: Authorities) -> None:
    assert lines(lang, authorities).is_one(text)


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_other_lines_are_none(lang: str, text: str, authorities: Authorities) -> None:
    assert not lines(lang, authorities).is_one(text)


@pytest.mark.parametrize(("lang", "text"), NEIGHBOURS)
def test_another_text_is_known_by_its_first_line(lang: str, text: str, authorities: Authorities) -> None:
    assert lines(lang, authorities).is_neighbour(text)


@pytest.mark.parametrize(("lang", "text"), NO_NEIGHBOURS)
def test_other_first_lines_are_none(lang: str, text: str, authorities: Authorities) -> None:
    assert not lines(lang, authorities).is_neighbour(text)


@pytest.mark.parametrize("lang", ["ar", "en", "zh"])
@pytest.mark.parametrize("unit", ["[", "[vote ", "1", "40th ", "第", "一", "Adopted ", "(a) ", "赞成：", " "])
def test_no_long_line_blows_up(lang: str, unit: str, authorities: Authorities) -> None:
    fresh = count()  # a line that has been read is kept
    assert_linear(lambda size: lines(lang, authorities).is_one(f"{unit * size}{next(fresh)}"), 100)


def test_what_was_found_of_a_line_is_known_to_the_end_of_the_longest_text(authorities: Authorities) -> None:
    known = replace(lines("en", authorities))  # one that has met no line yet: this file may be run twice in a process

    def ask() -> None:
        for number in range(3_000):
            known.is_one(f"{number}. Decides that lamps shall burn;")

    assert steps(ask) > 4 * steps(ask)


@pytest.mark.parametrize(
    ("lang", "rule", "decision"),
    [
        (
            "en",
            "At its first meeting, the Conference of Lamps shall:",
            "At its 9345th meeting, on 5 May 2044, the Council",
        ),
        ("fr", "À sa première séance, la Conférence des phares :", "À sa 9345e séance, le 5 mai 2044, le Conseil"),
        (
            "es",
            "En su primera sesión, la Conferencia de los Faros:",
            "En su 9345ª sesión, el 5 de mayo de 2044, el Consejo",
        ),
        ("ru", "На своем 1-м заседании Конференция маяков:", "На своем 9345-м заседании 5 мая 2044 года Совет"),
        ("zh", "在第一次会议上，灯塔大会应：", "在第9345次会议上，2044年5月5日，安理会"),
        (
            "ar",
            "في جلسته الأولى، يقوم مؤتمر المنارات بما يلي:",
            "في جلسته 9345، المعقودة في 5 أيار/مايو 2044، قرر المجلس",
        ),
    ],
)
def test_a_meeting_that_the_rules_of_an_annex_speak_of_begins_no_other_text(
    lang: str, rule: str, decision: str, authorities: Authorities
) -> None:
    known = lines(lang, authorities)
    assert not known.is_neighbour(rule, in_annex=True)
    assert known.is_neighbour(decision, in_annex=True)
