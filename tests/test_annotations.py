"""Verbs, addressees, mandates and entities: every example of every language, then what holds of any text."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.annotate.entities import find_entities
from converter.annotate.mandates import find_mandates
from converter.annotate.verbs import find_verbs
from tests.language_examples import examples, language, name_of, resolution
from tests.steps import assert_not_square

PIECES = {
    "zh": [
        "请", "还请", "鼓励", "大力", "关切地", "注意到", "对", "就", "表示", "深切", "遗憾", "决定", "举行",
        "其中强调", "各国", "秘书长", "向", "提交", "报告", "，", "；", "。", "：", "“", "”", "《", "》", "并", "同时",
        "、", "至",
        "以便让", "目标", "4", "17", "可持续发展目标", "世界人权宣言", "上述会议", "第五十三届会议", "之前", "每年",
        "不迟于", "2024年6月30日", "2025年底前", "2025年13月前",
    ],
    "en": [
        "Requests ", "also ", "once again ", "Calls ", "upon ", "Recalling ", "and ", "requests ", "with deep concern ",
        "expressing its ", "appreciation ", "the Secretary-General ", "all States ", "to report ", "to ", "that ",
        "in which it notes ", "Decides ", "to extend ", "the General Assembly ", "at its ", "fifty-third session ",
        "by ", "31 May ", "1996", "31 February 1996", "within ", "thirty days ", "every year ", ",", ";", ".", ":",
        "“", "”", '"', "(a) ", "Goals ", "1 to 4 ", "Sustainable Development Goals ", "Charter of the United Nations ",
        "Ruritania ", "in consultation with ", "_", "\u00a0", "  ",
    ],
}  # fmt: skip
MANDATE_DEFAULTS = {"paragraph": "op1", "kind": "request", "actor_id": None, "to": None, "due": None}
DUE_DEFAULTS = {"body": None, "session": None, "from_date": None, "to_date": None, "basis": None}


@pytest.mark.parametrize(("code", "example"), examples("verbs"), ids=name_of)
def test_verbs(code: str, example: dict[str, Any]) -> None:
    given_text = resolution(code, "HRC", example["text"], example.get("kinds"))
    found = find_verbs(given_text, language(code))
    assert [[verb.text, verb.lemma] for verb in found] == example["verbs"]


@pytest.mark.parametrize(("code", "example"), examples("addressees"), ids=name_of)
def test_addressees(code: str, example: dict[str, Any]) -> None:
    verbs = find_verbs(resolution(code, "HRC", example["text"]), language(code))
    assert verbs, "no verb was found"
    assert verbs[0].addressee == example["addressee"]


def test_an_addressee_has_its_key_in_the_authority_files() -> None:
    given_text = resolution("zh", "HRC", "请高级专员提交一份灯塔名录，请各国保护灯塔。")
    assert [(verb.addressee, verb.addressee_id) for verb in find_verbs(given_text, language("zh"))] == [
        ("高级专员", "high-commissioner"),
        ("各国", None),
    ]


@pytest.mark.parametrize(("code", "example"), examples("mandates"), ids=name_of)
def test_mandates(code: str, example: dict[str, Any]) -> None:
    given_text = resolution(code, example["body"], example["text"], example.get("kinds"), date=example.get("date"))
    verbs = find_verbs(given_text, language(code))
    found = [asdict(mandate) for mandate in find_mandates(given_text, verbs, language(code))]
    for mandate in found:
        del mandate["phrases"]  # why it was found
    wanted = [MANDATE_DEFAULTS | mandate for mandate in example["mandates"]]
    for mandate in wanted:
        if mandate["due"]:
            mandate["due"] = DUE_DEFAULTS | mandate["due"]
    assert found == wanted


@pytest.mark.parametrize(("code", "example"), [*examples("entities"), *examples("goals")], ids=name_of)
def test_entities(code: str, example: dict[str, Any]) -> None:
    found = find_entities(resolution(code, "HRC", example["text"]), language(code))
    assert [[one.text, one.kind, one.id] for one in found] == example["entities"]


@pytest.mark.parametrize("code", sorted(PIECES))
@given(given=st.data())
def test_marks_lie_in_their_text_in_order(code: str, given: st.DataObject) -> None:
    pieces = st.lists(st.sampled_from(PIECES[code]), max_size=12).map("".join)
    texts = given.draw(st.lists(pieces, min_size=1, max_size=3))
    body = given.draw(st.sampled_from(["HRC", "GA", None]))
    day = given.draw(st.sampled_from(["1996-02-29", "9999-12-31", None]))
    lang = language(code)
    given_text = resolution(code, body, texts, ["operative", "sub", "sub"][: len(texts)], date=day)
    printed = {paragraph.id: paragraph.text.text for paragraph in given_text.paragraphs}
    verbs = find_verbs(given_text, lang)
    entities = find_entities(given_text, lang)
    for marks in (verbs, entities):
        last = dict.fromkeys(printed, 0)
        for mark in marks:
            assert last[mark.place] <= mark.start <= mark.end <= len(printed[mark.place])
            assert mark.text == printed[mark.place][mark.start : mark.end]
            last[mark.place] = mark.end
    for verb in verbs:
        if verb.addressee is not None:
            assert verb.addressee in printed[verb.place][verb.end :]
    for mandate in find_mandates(given_text, verbs, lang):
        assert mandate.action in printed[mandate.paragraph]
        assert mandate.to is None or mandate.to in mandate.action
        assert mandate.due is None or mandate.due.text


@pytest.mark.parametrize(
    "piece", ["Further ", "and requests the ", "deep and grave ", ", in view of", "all States of ", "alpha ", "“", " "]
)
def test_a_hostile_paragraph_takes_the_time_of_its_length(piece: str) -> None:
    def read(size: int) -> None:
        text = f"Requests the {piece * (size // len(piece))}"
        given_text = resolution("en", "SC", text, ["operative"])
        find_mandates(given_text, find_verbs(given_text, language("en")), language("en"))

    assert_not_square(read, 6_000)
