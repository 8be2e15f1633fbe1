"""All kinds of text, in English and Chinese: what each looks like, and what is understood of it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from converter.convert import record_of
from converter.model import Expression, Sidecar
from converter.sidecar import read_sidecar
from tests.reading import converted, read_lines

Facts = tuple[str, str, str | None, str | None, str | None]  # kind, status, symbol, session, date

HEAD = {
    "en": "United Nations  {symbol}\nGeneral Assembly\nDistr.: General\n12 October 2022\nOriginal: English\n\n"
    "Human Rights Council\nFifty-first session\n12 September–7 October 2022\nAgenda item 3\n\n",
    "zh": "联合国 {symbol}\n大会\nDistr.: General\n2022年10月12日\n中文\n原文：英文\n人权理事会\n第五十一届会议\n"
    "2022年9月12日至10月7日\n议程项目3\n",
}
DECISION = {
    "en": "Decision adopted by the Human Rights Council on 6 October 2022\n\n51/901. The lamps of the coast\n\n"
    "At its 40th meeting, on 6 October 2022, the Human Rights Council decided to adopt the following text:\n\n"
    "“The Human Rights Council,\n\nRecalling the lamps of the coast,\n\n"
    "Decides to extend the watch of the keepers until 31 December 2023.”\n",
    "zh": "人权理事会2022年10月6日通过的决定\n51/901. 海岸的灯\n"
    "人权理事会在2022年10月6日第40次会议上决定通过下列案文：\n“人权理事会，\n回顾海岸的灯，\n"
    "决定将看守人的值班期限延长至2023年12月31日。”\n",
}
TEXT = {
    "en": "DECIDES\n\nThe Human Rights Council,\n\nRecalling the lamps,\n\n{body}\n",
    "zh": "人权理事会，\n回顾海岸的灯，\n{body}\n",
}


def facts(found: Expression) -> Facts:
    masthead = found.resolution.masthead
    return masthead.kind, masthead.status, masthead.symbol, masthead.session, masthead.date


def shape(found: Expression) -> list[tuple[str, str]]:
    return [(one.id, one.kind) for one in found.resolution.paragraphs]


def codes(found: Expression) -> set[str]:
    return {finding.code for finding in found.diagnostics}


# --- decisions and statements -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_decision_adopts_a_text_in_quotation_marks(lang: str) -> None:
    found = converted(lang, HEAD[lang].format(symbol="A/HRC/DEC/51/901") + DECISION[lang])
    assert facts(found) == ("decision", "adopted", "A/HRC/DEC/51/901", "51", "2022-10-06")
    assert shape(found) == [("p1", "plain"), ("pp1", "preambular"), ("op1", "operative")]
    assert (found.resolution.enacting_at, found.resolution.enacting and found.resolution.enacting.text[0]) == (1, "“")
    adoption = found.resolution.adoption
    assert adoption and (adoption.place, adoption.meeting, adoption.date) == ("p1", 40, "2022-10-06")
    (mandate,) = found.mandates
    assert mandate.due and (mandate.due.relation, mandate.due.to_date) == ("by", "2023-12-31")
    assert mandate.action[-1] not in "”。."
    assert codes(found) == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Human Rights Council\n\nDecides to adopt the following text:\n\n“The Human Rights Council decides "
               "to light a lamp.”\n\n40th meeting\n6 October 2022\n"),
        ("zh", "人权理事会，\n决定通过下列案文：\n“人权理事会决定点亮一盏灯。”\n2022年10月6日\n第40次会议\n"),
    ],
)  # fmt: skip
def test_a_decision_in_one_paragraph(lang: str, text: str) -> None:
    found = converted(lang, HEAD[lang].format(symbol="A/HRC/DEC/51/902") + text)
    assert shape(found)[:2] == [("op1", "operative"), ("op2", "operative")]
    assert found.resolution.adoption and found.resolution.adoption.meeting == 40


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "United Nations  S/PRST/2019/901\nSecurity Council\nDistr.: General\n20 February 2019\n\n"
               "Statement by the "
               "President of the Security Council\n\nAt the 8467th meeting of the Security Council, held on 20 "
               "February "
               "2019, the President made the following statement on behalf of the Council:\n\n“The Security Council "
               "recalls the lamps.\n\n“The Security Council requests the Secretary-General to report within 90 "
               "days.\n\n"
               "“The Council will not rest.”\n"),
        ("zh", "联合国 S/PRST/2019/901\n安全理事会\n安全理事会主席的声明\n在2019年2月20日安全理事会第8467次会议上，"
               "安全理事会主席代表安理会发表声明如下：\n“安全理事会回顾海岸的灯。\n"
               "“安全理事会请秘书长在90天内提出报告。\n"
               "“安理会不会停歇。”\n"),
    ],
)  # fmt: skip
def test_a_statement_of_the_president(lang: str, text: str) -> None:
    found = converted(lang, text)
    assert facts(found) == ("presidential-statement", "adopted", "S/PRST/2019/901", None, "2019-02-20")
    assert shape(found) == [("p1", "plain"), ("op1", "operative"), ("op2", "operative"), ("p2", "plain")]
    assert found.resolution.adoption and found.resolution.adoption.meeting == 8467
    assert [mandate.due and mandate.due.relation for mandate in found.mandates] == ["by"]
    assert codes(found) == {"no-enacting-phrase"}


STATEMENTS = {
    "en": ("Statement by the President of the Security Council", "the Council made the following statement:",
           "“The Security Council recalls the lamps.", "“To this end, the Council requests the keepers to report:"),
    "fr": ("Déclaration du Président du Conseil de sécurité", "le Président a fait la déclaration suivante :",
           "« Le Conseil de sécurité rappelle les lampes.", "« À cette fin, le Conseil prie les gardiens :"),
    "es": ("Declaración de la Presidencia del Consejo de Seguridad", "el Presidente hizo la siguiente declaración:",
           "“El Consejo de Seguridad recuerda las lámparas.", "“Con ese fin, el Consejo pide a los guardianes:"),
    "ru": ("Заявление Председателя Совета Безопасности", "Председатель сделал следующее заявление:",
           "«Совет Безопасности напоминает о лампах.", "С этой целью Совет просит смотрителей:"),
    "ar": ("بيان من رئيس مجلس الأمن", "أدلى رئيس مجلس الأمن بالبيان التالي:",
           "\"يشير مجلس الأمن إلى المصابيح.", "\"ولهذا الغرض، يطلب المجلس إلى الحراس ما يلي:"),
    "zh": ("安全理事会主席的声明", "安全理事会主席发表声明如下：",
           "“安全理事会回顾海岸的灯。", "“为此，安理会请看守人："),
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(STATEMENTS))
def test_words_may_stand_before_who_speaks_in_a_statement(lang: str) -> None:
    found = read_lines(lang, "txt", *STATEMENTS[lang])
    assert shape(found)[-2:] == [("op1", "operative"), ("op2", "operative")]
    assert "op2" in [verb.place for verb in found.verbs]
    assert "no-action-verb" not in codes(found)


# --- drafts, sponsors, three levels -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Albania,* Brazil and Norway:* draft resolution, as orally revised\n\n51/… Lamps of the coast\n\n"
               "The Human "
               "Rights Council,\n\nRecalling the lamps\n\nReaffirming the bells,\n\n1. Decides to appoint a keeper who "
               "will:\n\n(a) Light the lamps:\n\n(i) At dusk, and in particular:\n\na. In fog;\n\nb. In snow;\n"
               "\n(ii) At "
               "dawn;\n\n(b) Ring the bells.\n\n* State not a member of the Human Rights Council.\n"
               "** Canada and Denmark joined the sponsors.\n"),
        ("zh", "阿尔巴尼亚*、巴西、挪威*：经口头订正的决议草案\n51/… 海岸的灯\n人权理事会，\n回顾海岸的灯\n"
               "重申海岸的钟声"
               "传到了每一条回港的船上，\n1. 决定任命一名看守人：\n(a) 点亮灯塔：\n(一) 在黄昏，特别是：\na. "
               "雾中；\nb. 雪中；\n"
               "(二) 在黎明；\n(b) 鸣钟。\n＊ 非人权理事会成员国。\n＊＊ 随后，加拿大和丹麦加入成为提案国。\n"),
    ],
)  # fmt: skip
def test_a_draft_orally_revised(lang: str, text: str) -> None:
    found = converted(lang, HEAD[lang].format(symbol="A/HRC/51/L.901/Rev.1") + text)
    kind, status, symbol, _, _ = facts(found)
    assert (kind, status, symbol) == ("resolution", "draft", "A/HRC/51/L.901/Rev.1")
    assert [one.code for one in found.resolution.masthead.sponsors] == ["AL", "BR", "NO"]
    assert [one.code for one in found.resolution.masthead.joined] == ["CA", "DK"]
    record = record_of(found, Sidecar("x", ""))
    assert [(one.code, one.joined, one.member) for one in record.sponsors][-2:] == [
        ("CA", True, None),
        ("DK", True, None),
    ]
    own = [one.id for one in found.resolution.paragraphs]
    inner = "i" if lang == "en" else "1"
    assert own[:8] == [
        "pp1", "pp2", "op1", "op1-a", f"op1-a-{inner}", f"op1-a-{inner}-a", f"op1-a-{inner}-b",
        "op1-a-ii" if lang == "en" else "op1-a-2",
    ]  # fmt: skip


# --- organs and series ------------------------------------------------------------------------------------

SERIES: dict[str, tuple[str, str, Facts]] = {
    "the Assembly without a Main Committee": (
        "en",
        "United Nations  A/RES/73/901\nGeneral Assembly\nSeventy-third session\nAgenda item 14\n\nResolution "
        "adopted by the "
        "General Assembly on 5 December 2018\n\n[without reference to a Main Committee (A/73/L.900 and Add.1)]\n"
        "\n73/901. "
        "Lamps\n\nThe General Assembly,\n\nRecalling the lamps,\n\nDecides to name a day after the lamp.\n\n"
        "45th plenary meeting\n5 December 2018\n",
        ("resolution", "adopted", "A/RES/73/901", "73", "2018-12-05"),
    ),
    "the Assembly on a report": (
        "zh",
        "联合国 A/RES/73/901\n大会\n第七十三届会议\n议程项目14\n大会2018年12月5日决议\n"
        "[根据第三委员会的报告(A/73/589)通过]\n"
        "73/901. 海岸的灯\n大会，\n回顾海岸的灯，\n决定以灯为一日之名。\n2018年12月5日\n第45次全体会议\n",
        ("resolution", "adopted", "A/RES/73/901", "73", "2018-12-05"),
    ),
    "the Economic and Social Council": (
        "en",
        "United Nations  E/RES/2019/901\nEconomic and Social Council\n2019 session\nAgenda item 12 (d)\n\n"
        "Resolution adopted "
        "by the Economic and Social Council on 23 July 2019\n\n2019/901. Lamps\n\nThe Economic and Social Council,\n\n"
        "Recalling the lamps,\n\nDecides to light them.\n",
        ("resolution", "adopted", "E/RES/2019/901", None, "2019-07-23"),
    ),
    "the Council in Chinese": (
        "zh",
        "联合国 E/RES/2019/901\n经济及社会理事会\n2019年届会\n经济及社会理事会2019年7月23日决议\n2019/901. 海岸的灯\n"
        "经济及社会理事会，\n回顾海岸的灯，\n决定点亮灯塔。\n",
        ("resolution", "adopted", "E/RES/2019/901", None, "2019-07-23"),
    ),
    "the Commission": (
        "en",
        "Commission on Human Rights resolution 2004/81\n\nLamps\n\nThe Commission on Human Rights,\n\nRecalling "
        "the lamps,\n\n"
        "Welcomes them.\n\n58th meeting\n21 April 2004\n[Adopted without a vote. See chap. XIX.]\n",
        ("resolution", "adopted", "E/CN.4/RES/2004/81", None, "2004-04-21"),
    ),
    "the Commission in Chinese": (
        "zh",
        "人权委员会第2004/81号决议\n海岸的灯\n人权委员会，\n回顾海岸的灯，\n欢迎各灯塔。\n2004年4月21日\n第58次会议\n"
        "[未经表决通过。见第十九章。]\n",
        ("resolution", "adopted", "E/CN.4/RES/2004/81", None, "2004-04-21"),
    ),
    "a special session": (
        "zh",
        "联合国 A/HRC/RES/S-30/1\n大会\n人权理事会\n第三十届特别会议\n2021年5月27日\n"
        "人权理事会2021年5月27日通过的决议\n"
        "S-30/1. 海岸的灯\n人权理事会，\n回顾海岸的灯，\n决定点亮灯塔。\n",
        ("resolution", "adopted", "A/HRC/RES/S-30/1", "S-30", "2021-05-27"),
    ),
    "a Roman session": (
        "zh",
        "3281(XXIX). 灯的宪章\n大会，\n回顾海岸的灯，\n决定点亮灯塔。\n1974年12月12日\n第2315次全体会议\n",
        ("resolution", "adopted", "A/RES/3281(XXIX)", None, "1974-12-12"),
    ),
}


@pytest.mark.parametrize("name", SERIES)
def test_organs_and_series(name: str) -> None:
    lang, text, expected = SERIES[name]
    found = converted(lang, text)
    assert facts(found) == expected
    assert shape(found)[:2] == [("pp1", "preambular"), ("op1", "operative")]
    assert found.resolution.masthead.title
    assert codes(found) == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "United Nations  A/RES/73/902 A and B\nGeneral Assembly\nSeventy-third session\n\nResolutions "
               "adopted by the "
               "General Assembly on 7 December 2018\n\n73/902. Lamps and bells\n\nA\n\nLamps of the coast\n\n"
               "The General "
               "Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them.\n\n48th plenary meeting\n7 "
               "December 2018\n\n"
               "B\n\nBells of the coast\n\nThe General Assembly,\n\nRecalling the bells,\n\n1. Decides to ring "
               "them;\n\n"
               "2. Decides to go on.\n"),
        ("zh", "联合国 A/RES/73/902 A和B\n大会\n第七十三届会议\n大会2018年12月7日决议\n73/902. 灯和钟\nA\n"
               "海岸的灯\n大会，\n"
               "回顾海岸的灯，\n1. 决定点亮灯塔。\n2018年12月7日\n第48次全体会议\nB\n海岸的钟\n大会，\n回顾海岸的钟，\n"
               "1. 决定鸣钟；\n2. 决定继续处理此案。\n"),
    ],
)  # fmt: skip
def test_parts_with_letters(lang: str, text: str) -> None:
    found = converted(lang, text)
    assert (found.resolution.masthead.symbol, found.resolution.masthead.title) == (
        "A/RES/73/902", "Lamps and bells" if lang == "en" else "灯和钟",
    )  # fmt: skip
    assert [one for one, kind in shape(found) if kind in ("preambular", "operative")] == [
        "pp1", "op1", "pp2", "b-1", "b-2",
    ]  # fmt: skip
    assert [kind for _, kind in shape(found)].count("heading") == 2
    assert codes(found) == set()


def test_the_states_of_a_vote_in_chinese() -> None:
    text = (
        "人权理事会，\n回顾海岸的灯，\n1. 决定点亮灯塔。\n2022年10月6日\n第40次会议\n[经记录表决，以2票赞成、1票反对、"
        "2票弃权通过。表决情况如下：\n赞成：\n阿根廷、\n中国\n反对：\n日本\n弃权：\n巴西、印度]\n"
    )
    found = converted("zh", text)
    adoption = found.resolution.adoption
    assert adoption and adoption.manner == "vote"
    assert dict(adoption.votes) == {"for": 2, "against": 1, "abstaining": 2}
    assert {column: [one.code for one in states] for column, states in adoption.states} == {
        "for": ["AR", "CN"], "against": ["JP"], "abstaining": ["BR", "IN"],
    }  # fmt: skip
    assert codes(found) == set()


# --- what is not told by form ------------------------------------------------------------------------------


def test_a_paragraph_with_an_unknown_verb_does_not_vanish_silently() -> None:
    body = "赞叹海岸的灯，\n1. 决定点亮海岸上所有的灯塔，使渔民能在夜里找到回港的路；\n2. 决定继续处理此案。"
    found = converted("zh", TEXT["zh"].format(body=body))
    said = [(finding.line, finding.code) for finding in found.diagnostics]
    assert said == [(3, "break-doubtful"), (3, "no-action-verb")]
    assert shape(found)[1] == ("pp2", "preambular")
    told = converted("zh", TEXT["zh"].format(body=body.replace("赞叹", "重申")))
    assert codes(told) == set() and shape(told)[1] == ("pp2", "preambular")
    unclosed = TEXT["zh"].format(body=body.replace("赞叹", "重申")).replace("海岸的灯，\n重申", "海岸的灯\n重申")
    assert shape(converted("zh", unclosed))[1] == ("pp2", "preambular")


def test_raised_numbers_are_marks() -> None:
    body = "1. 决定点亮30 km²内的灯塔；¹\n2. 决定在2030²年之前继续处理此案。\n ¹ 见第一册。\n ² 见第二册。"
    found = converted("zh", TEXT["zh"].format(body=body))
    assert [(note.marker, note.paragraph, note.text.text) for note in found.resolution.footnotes] == [
        ("1", "op1", "见第一册。"), ("2", "op2", "见第二册。"),
    ]  # fmt: skip
    assert [one.text.text for one in found.resolution.paragraphs][1:] == [
        "决定点亮30 km²内的灯塔；", "决定在2030年之前继续处理此案。",
    ]  # fmt: skip
    assert codes(found) == set()


def test_a_date_is_shared_by_a_chain_of_subjects() -> None:
    body = "又回顾其2007年6月18日关于灯的第5/1号和关于钟的第5/2号决议，\n1. 决定点亮灯塔。"
    found = converted("zh", TEXT["zh"].format(body=body))
    assert [(one.target, one.date) for one in found.citations] == [
        ("A/HRC/RES/5/1", "2007-06-18"), ("A/HRC/RES/5/2", "2007-06-18"),
    ]  # fmt: skip


DUE: dict[str, tuple[str, str, Any]] = {
    "请秘书长在90天内提出报告": ("90天内", "by", "2023-01-04"),
    "请秘书长在本决议通过后六个月内提出报告": ("在本决议通过后六个月内", "by", "2023-04-06"),
    "请秘书长在收到答复后三十天内提出报告": ("在收到答复后三十天内", "by", None),
    "请秘书长每六个月提出报告": ("每六个月", "at", None),
    "决定将工作组的任务延长至2023年12月31日": ("延长至2023年12月31日", "by", "2023-12-31"),
}


@pytest.mark.parametrize("text", DUE)
def test_due_dates_in_chinese(text: str) -> None:
    head = HEAD["zh"].format(symbol="A/HRC/RES/51/901") + "人权理事会2022年10月6日通过的决议\n51/901. 海岸的灯\n"
    found = converted("zh", head + TEXT["zh"].format(body=f"1. {text}。"))
    (mandate,) = found.mandates
    assert mandate.due and (mandate.due.text, mandate.due.relation, mandate.due.to_date) == DUE[text]


@pytest.mark.parametrize("size", [400, 4000, 40_000])
def test_random_bytes_are_no_chinese(size: int) -> None:
    for seed in range(5):
        found = converted("zh", random.Random(seed).randbytes(size))
        assert codes(found) & {"read-not-text"}, seed
        assert found.resolution.paragraphs == ()


def test_a_sidecar_cannot_flood_whoever_reads_the_findings() -> None:
    flood = "\n".join(f"k{number}: 1" for number in range(3000))
    found = read_sidecar(f"{flood}\nsubjects: [{', '.join('1' * 3000)}]\n", "work.yml", "x").diagnostics
    assert len(found) == 51 and found[-1].message.startswith("5952 more findings")


@pytest.mark.parametrize("number", ["PRST 29/901", "PRST/29/901", "29/901"])
def test_the_number_of_a_statement_may_have_its_word_in_it(number: str) -> None:
    head = "Human Rights Council\nTwenty-ninth session\n\nStatement by the President\n\n"
    found = converted(
        "en", f"{head}{number}. Support for keepers\n\n{TEXT['en'][9:].format(body='1. Requests light.')}"
    )
    assert (found.resolution.masthead.symbol, found.resolution.masthead.kind) == (
        "A/HRC/PRST/29/901",
        "presidential-statement",
    )
