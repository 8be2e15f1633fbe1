"""Chinese as it was printed in the middle of the last century: traditional characters, numbers in Han figures."""

from __future__ import annotations

from tests.reading import converted

OLD = """決議案七三一(七)

大會，

覆按大會決議案六二〇(六)，

鑒於河口木樁尚未漆紅，

認為船夫夜間難於辨認，

一、請秘書長購置紅漆；

二、促請沿岸各鎮將木樁逐一漆紅。

一九五二年十二月三日，
第四百零一次全體會議。
"""
SECTIONS = """大会，

回顾其第80/17号决议，

一、船只

1. 请各镇修补船只；

2. 促请船夫晾晒船帆；

二、木桩

3. 决定漆红木桩。
"""


def test_an_older_text_in_traditional_characters_has_its_symbol_day_and_structure() -> None:
    expression = converted("zh", OLD)
    resolution = expression.resolution
    assert (resolution.masthead.symbol, resolution.masthead.date) == ("A/RES/731(VII)", "1952-12-03")
    kinds = [(one.id, one.kind) for one in resolution.paragraphs]
    assert kinds[:3] == [("pp1", "preambular"), ("pp2", "preambular"), ("pp3", "preambular")]
    assert kinds[3:] == [("op1", "operative"), ("op2", "operative"), ("p1", "plain")]
    assert [one.label.text for one in resolution.paragraphs if one.label] == ["一、", "二、"]
    assert resolution.adoption is not None
    assert (resolution.adoption.meeting, resolution.adoption.date) == (401, "1952-12-03")
    assert [verb.lemma for verb in expression.verbs if verb.place.startswith("op")] == ["请", "促请"]
    assert not expression.diagnostics


def test_han_figures_number_nothing_where_other_numbers_do() -> None:
    numbered = [one.number for one in converted("zh", SECTIONS).resolution.paragraphs if one.kind == "operative"]
    assert numbered == ["1", "2", "3"]


def test_a_full_stop_stands_behind_a_han_number_and_stems_count_as_letters() -> None:
    text = OLD.replace("一、", "一. ").replace("二、", "二. ").replace("鑒於河口", "業已收到河口")
    text = text.replace("漆紅。\n\n一九", "漆紅：\n\n(甲) 先漆舊樁；\n\n(乙) 後漆新樁。\n\n一九")
    expression = converted("zh", text)
    found = [(one.id, one.kind) for one in expression.resolution.paragraphs]
    assert found[3:7] == [("op1", "operative"), ("op2", "operative"), ("op2-a", "sub"), ("op2-b", "sub")]
    assert [one.label.text.strip() for one in expression.resolution.paragraphs if one.label] == [
        "一.", "二.", "(甲)", "(乙)",
    ]  # fmt: skip
    assert not expression.diagnostics


def test_the_day_may_stand_with_the_number_and_who_abstained_behind_the_adoption() -> None:
    """八六（二〇五〇）。二〇五〇年九月二十六日决议案; 以十票对零票通过，弃权者一."""
    text = (
        "八六（一九五〇）。一九五〇年九月二十六日决议案\n\n安全理事会，\n\n鉴悉船户之申请书，\n\n"
        "一、请秘书长购置红漆。\n\n第五〇三次会议以十票对零票通过，弃权者一(月国)。\n"
    )
    resolution = converted("zh", text).resolution
    assert (resolution.masthead.symbol, resolution.masthead.date) == ("S/RES/86(1950)", "1950-09-26")
    adoption = resolution.adoption
    assert adoption is not None
    assert (adoption.meeting, dict(adoption.votes)) == (503, {"for": 10, "against": 0, "abstaining": 1})


def test_a_sentence_that_names_those_who_abstained_is_no_closing_line() -> None:
    text = "大会，\n\n鉴悉申请书，\n\n一、请秘书长购置红漆。\n\n第五〇三次会议通过弃权者一的报告。\n"
    assert converted("zh", text).resolution.adoption is None


def test_a_number_in_han_figures_may_stand_before_the_title_with_a_full_stop_between() -> None:
    for head, symbol in (
        ("七三一（二十八）。漆红木桩", "A/RES/731(XXVIII)"),
        ("決議案七三一（三）。漆紅木樁", "A/RES/731(III)"),
    ):
        masthead = converted(
            "zh", f"{head}\n\n大会，\n\n案查木桩尚未漆红，\n\n一、请秘书长购置红漆。\n"
        ).resolution.masthead
        assert (masthead.symbol, masthead.title) == (symbol, head.partition("。")[2])


def test_recitals_of_old_that_tell_what_was_done_and_acts_without_numbers() -> None:
    recitals = [
        "業於三月五日會商燈火，",
        "業經設置委員會，",
        "並經於四月九日決定購置紅漆，",
        "更經於四月十日決定購置燈油，",
    ]
    acts = ["請求：", "（甲）購置紅漆；", "（乙）購置燈油；", "指派一委員會。"]
    head = ["九六（一九九一）．一九九一年四月一日決議案", "安全理事會，"]
    lines = [*head, *recitals, *acts, "第三七七次會議通過。"]
    expression = converted("zh", "\n\n".join(lines))
    assert [one.id for one in expression.resolution.paragraphs] == [
        "pp1", "pp2", "pp3", "pp4", "op1", "op1-a", "op1-b", "op2", "p1",
    ]  # fmt: skip
    adoption = expression.resolution.adoption
    assert adoption and adoption.meeting == 377
    assert not {"no-action-verb", "plain-paragraph"} & {one.code for one in expression.diagnostics}
