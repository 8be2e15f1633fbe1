"""The structure of our own resolutions: masthead, paragraphs, sub-paragraphs, closing lines, annexes."""

from __future__ import annotations

from typing import Any

import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.model import Expression, Sidecar
from converter.parse.headings import Headings
from converter.write.inspect import inspect
from tests.temp_project import fixture


def read(text: str, authorities: Authorities) -> tuple[Expression, dict[str, Any]]:
    sidecar = Sidecar("x", "")
    expression = convert(Input("sources/x/zh.txt", "zh", text.encode(), sidecar), authorities)
    return expression, inspect(expression, sidecar)


def shape(found: dict[str, Any]) -> list[tuple[str, str, str | None, str]]:
    """Anchor, kind, parent and the first words of every paragraph."""
    return [(one["id"], one["kind"], one["parent"], one["text"][:6]) for one in found["paragraphs"]]


def codes(found: dict[str, Any]) -> list[str]:
    return [one["code"] for one in found["diagnostics"]]


def text_of(found: dict[str, Any], identity: str) -> str:
    return next(one["text"] for one in found["paragraphs"] if one["id"] == identity)


# --- whole texts ------------------------------------------------------------------------------------------


def test_a_draft_with_indented_paragraphs(authorities: Authorities) -> None:
    _, found = read(fixture("indent"), authorities)
    assert codes(found) == ["internal-unresolved"]  # it speaks of its paragraph 25 and has five
    assert (found["body"], found["session"], found["status"], found["kind"]) == ("HRC", "51", "draft", "resolution")
    assert found["agenda_items"] == [
        {
            "number": "3",
            "title": "促进和保护所有人权——公民权利、政治权利、经济、社会和文化权利，包括发展权",
        }
    ]
    assert [(one["name"], one["code"], one["member"]) for one in found["sponsors"]] == [
        ("阿根廷", "AR", True),
        ("特立尼达和多巴哥", "TT", False),
        ("也门", "YE", False),
    ]
    assert found["sponsors_note"] == "非人权理事会成员国。"
    assert (found["number"], found["title"]) == ("51/…", "灯塔照明与沿海居民的权利")
    assert shape(found) == [
        ("pp1", "preambular", None, "遵循《联合国"),
        ("pp2", "preambular", None, "回顾理事会关"),
        ("pp3", "preambular", None, "强调夜间航行"),
        ("op1", "operative", None, "强调议程项目"),
        ("op2", "operative", None, "请秘书长根据"),
        ("op3", "operative", None, "决定继续处理"),
    ]
    # A paragraph goes on across notes, job number, bar code, running head and page number.
    assert text_of(found, "pp2").endswith("其中说明了灯塔看守人的工作条件，")
    assert [one["kind"] for one in found["furniture"]] == [
        "job-number",
        "bar-code",
        "symbol",
        "job-number",
        "page-number",
    ]


def test_numbers_that_are_no_marks(authorities: Authorities) -> None:
    _, found = read(fixture("indent"), authorities)
    assert text_of(found, "pp3") == "强调夜间航行的安全取决于照明，第17号灯塔在2021年12月熄灭了10天，"
    assert text_of(found, "op1").startswith("强调议程项目10下的")
    assert text_of(found, "op2") == "请秘书长根据本决议第25段编写一份报告，并向理事会提交；"
    notes = {note["marker"]: note for note in found["footnotes"]}
    pp2, op2 = text_of(found, "pp2"), text_of(found, "op2")
    assert pp2[: notes["1"]["offset"]].endswith("的报告，")
    assert pp2[: notes["2"]["offset"]].endswith("的来信，")
    assert op2[: notes["3"]["offset"]].endswith("编写一份报告，")
    assert notes["2"]["text"].endswith("载于灯塔管理局的年度通报，其中附有各港口的照明记录。")


def test_an_adopted_text_with_blank_lines(authorities: Authorities) -> None:
    _, found = read(fixture("gaps"), authorities)
    assert codes(found) == []
    assert (found["symbol"], found["status"], found["date"]) == ("A/HRC/RES/51/936", "adopted", "2022-10-07")
    assert (found["body"], found["number"], found["title"]) == ("HRC", "51/936", "灯塔照明与沿海居民的权利")
    assert found["agenda_items"] == [
        {"number": "3", "title": "促进和保护所有人权"},
        {"number": "5", "title": "人权机构和机制"},
    ]
    assert shape(found)[:14] == [
        ("pp1", "preambular", None, "重申每座灯塔"),
        ("pp2", "preambular", None, "回顾理事会2"),
        ("op1", "operative", None, "呼吁各国："),
        ("op1-a", "sub", "op1", "在日落之前点"),
        ("op1-a-1", "sub", "op1-a", "提供足够的灯"),
        ("op1-a-2", "sub", "op1-a", "培训看守人，"),
        ("op1-a-2-i", "sub", "op1-a-2", "夜班看守人；"),
        ("op1-a-2-ii", "sub", "op1-a-2", "代班看守人；"),
        ("op1-b", "sub", "op1", "登记每一次熄"),
        ("op2", "operative", None, "请灯塔管理局"),
        ("op2-a", "sub", "op2", "鸣响雾号；"),
        ("op2-b", "sub", "op2", "通知附近的港"),
        ("h1", "heading", None, "一、今后的工"),
        ("op3", "operative", None, "决定继续处理"),
    ]


def test_closing_lines_the_vote_and_an_annex(authorities: Authorities) -> None:
    _, found = read(fixture("gaps"), authorities)
    after = shape(found)[14:]
    assert [one[3] for one in after[:6]] == [
        "第43次会议",
        "2022年1",
        "[经记录表决",
        "赞成：阿根廷",
        "反对：古巴",
        "弃权：贝宁、",
    ]
    assert {one[1] for one in after[:6]} == {"plain"}
    assert after[6:] == [
        ("annex", "heading", None, "附件"),
        ("h2", "heading", None, "灯塔照明准则"),
        ("annex-1", "plain", None, "灯光应在十海"),
        ("annex-2", "plain", None, "看守人应每小"),
        ("annex-2-a", "sub", "annex-2", "灯光的颜色；"),
        ("annex-2-b", "sub", "annex-2", "雾的浓度。"),
    ]


def test_an_assembly_text_with_nothing_but_punctuation(authorities: Authorities) -> None:
    _, found = read(fixture("punctuation"), authorities)
    assert codes(found) == []
    assert (found["body"], found["symbol"], found["session"]) == ("GA", "A/RES/77/936", "77")
    assert (found["status"], found["date"]) == ("adopted", "2022-12-15")
    assert (found["number"], found["title"]) == ("77/936", "灯塔看守人的权利")
    assert [item["number"] for item in found["agenda_items"]] == ["68(b)"]
    assert [one[:2] for one in shape(found)] == [
        ("pp1", "preambular"),
        ("pp2", "preambular"),
        ("pp3", "preambular"),
        ("op1", "operative"),
        ("op2", "operative"),
        ("op3", "operative"),
        ("p1", "plain"),
        ("p2", "plain"),
    ]
    assert text_of(found, "pp1").endswith("国际灯塔日，")  # a line that ends where the next is one word
    assert text_of(found, "op2") == "鼓励尚未点亮灯塔的国家尽快点亮灯塔，并登记每一次熄灯；"


def test_a_special_session_with_form_feeds(authorities: Authorities) -> None:
    _, found = read(fixture("form-feeds"), authorities)
    assert codes(found) == []  # a page break is no fault
    assert (found["session"], found["number"]) == ("S-39", "S-39/…")
    assert found["session_dates"] == {"from": "2023-05-11", "to": "2023-05-11"}
    assert found["date"] is None
    assert [(one["name"], one["code"]) for one in found["sponsors"]] == [("古巴", "CU")]
    assert text_of(found, "pp1") == "回顾灯塔在风暴中也应亮着，注意到港口管理局的报告和灯塔管理局的说明所载的建议，"
    assert text_of(found, "op2").endswith("7日内向理事会报告，并在报告中列出每一座熄灭的灯塔；")
    assert [(note["marker"], note["paragraph"]) for note in found["footnotes"]] == [
        ("1", "pp1"),
        ("2", "pp1"),
        ("3", "op2"),
    ]


# --- mastheads ----------------------------------------------------------------------------------------------

BODY = "人权理事会，\n重申灯塔照明，\n1. 请各国点亮灯塔。\n"


def masthead(lines: str, authorities: Authorities, body: str = BODY) -> dict[str, Any]:
    expression, found = read(f"{lines}\n{body}", authorities)
    found["blocks"] = [(block.kind, block.text.text) for block in expression.resolution.masthead.blocks]
    assert codes(found) == []
    return found


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("议程项目 10", ["10"]),
        ("议程项目3和5", ["3", "5"]),
        ("议程项目 3、5 和 9", ["3", "5", "9"]),
        ("议程项目 68(b)", ["68(b)"]),
        ("议程项目 68 (b)", ["68(b)"]),
        ("议程项目68（b）", ["68(b)"]),
        ("议程项目 68(b)和(c)", ["68(b)", "68(c)"]),
        ("临时议程项目 3", ["3"]),
        ("议程项目3：促进和保护人权", ["3"]),
    ],
)
def test_agenda_items(line: str, items: list[str], authorities: Authorities) -> None:
    found = masthead(f"人权理事会\n{line}\n古巴：决议草案\n51/… 灯塔", authorities)
    assert [item["number"] for item in found["agenda_items"]] == items


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("古巴：决议草案", ["CU"]),
        ("古巴*：\n决议草案", ["CU*"]),
        ("阿根廷、特立尼达和多巴哥和也门：决议草案", ["AR", "TT", "YE"]),
        ("波斯尼亚和黑塞哥维那*以及安提瓜和巴布达：决议草案", ["BA*", "AG"]),
        ("伊朗伊斯兰共和国和大韩民国：决议草案", ["IR", "KR"]),
        ("委内瑞拉(玻利瓦尔共和国)和多民族玻利维亚国：决议草案", ["VE", "BO"]),
        ("巴基斯坦(代表伊斯兰合作组织)：决议草案", ["PK"]),
        ("阿塞拜疆*（代表不结盟国家运动，由其成员国和观察员组成）和古巴：决议草案", ["AZ*", "CU"]),
        ("阿尔巴尼亚*、斐\n济*和\n也门*：\n决议草案", ["AL*", "FJ*", "YE*"]),
    ],
)
def test_sponsors(lines: str, names: list[str], authorities: Authorities) -> None:
    note = " * 非人权理事会成员国。\n" if "*" in lines else ""
    found = masthead(f"人权理事会\n议程项目 3\n促进和保护人权\n{lines}\n51/… 灯塔", authorities, f"{BODY}{note}")
    assert [f"{one['code']}{'' if one['member'] else '*'}" for one in found["sponsors"]] == names
    assert found["status"] == "draft"
    for sponsor in found["sponsors"]:
        assert "(" not in sponsor["name"].replace("(玻利瓦尔共和国)", "")


def test_no_sponsors(authorities: Authorities) -> None:
    found = masthead("人权理事会\n第五十一届会议\n决议草案\n51/… 灯塔", authorities)
    assert (found["sponsors"], found["status"], found["title"]) == ([], "draft", "灯塔")


def test_sponsors_that_come_twice_are_read_once(authorities: Authorities) -> None:
    expression, found = read(f"人权理事会\n古巴：决议草案\n也门：决议草案\n51/… 灯塔\n{BODY}", authorities)
    assert [one["code"] for one in found["sponsors"]] == ["CU"]
    assert [block.kind for block in expression.resolution.masthead.blocks].count("sponsors") == 1


def test_a_title_that_comes_twice_is_read_once(authorities: Authorities) -> None:
    lines = "人权理事会\n古巴：决议草案\n51/… 灯塔\n这是一句话，到此为止。\n51/… 灯塔\n古巴：决议草案\n灯塔\n"
    expression, found = read(lines + BODY, authorities)
    kinds = [block.kind for block in expression.resolution.masthead.blocks]
    assert (found["title"], kinds.count("title")) == ("灯塔", 1)
    assert "words" not in codes(found)


@pytest.mark.parametrize(
    ("lines", "number", "title"),
    [
        ("51/… 灯塔照明", "51/…", "灯塔照明"),
        ("51/36. 灯塔照明", "51/36", "灯塔照明"),
        ("51/36 灯塔照明", "51/36", "灯塔照明"),
        ("51/36灯塔照明", "51/36", "灯塔照明"),
        ("S-35/1. 灯塔照明", "S-35/1", "灯塔照明"),
        ("51/... 2030年灯塔照明", "51/...", "2030年灯塔照明"),
        ("51/36. 灯塔照明与\n沿海居民的\n权利", "51/36", "灯塔照明与沿海居民的权利"),
        ("灯塔照明与\n沿海居民的权利", None, "灯塔照明与沿海居民的权利"),
    ],
)
def test_titles(lines: str, number: str | None, title: str, authorities: Authorities) -> None:
    found = masthead(f"人权理事会\n古巴：决议草案\n{lines}", authorities)
    assert (found["number"], found["title"]) == (number, title)
    assert found["blocks"][-1][0] == "title"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("A/HRC/51/L.12\n人权理事会", {"symbol": "A/HRC/51/L.12", "status": "draft", "body": "HRC"}),
        ("A/HRC/51/L.12/Rev.1*\n人权理事会", {"symbol": "A/HRC/51/L.12/Rev.1", "status": "draft"}),
        ("联 合 国 A/HRC/RES/51/36\n大  会\n人权理事会", {"symbol": "A/HRC/RES/51/36", "body": "HRC"}),
        ("A/HRC/DEC/51/101\n人权理事会", {"kind": "decision", "status": "adopted"}),
        ("A/HRC/PRST/51/1\n人权理事会", {"kind": "presidential-statement"}),
        ("人权理事会2022年10月7日通过的决定", {"kind": "decision", "date": "2022-10-07"}),
        ("2022年10月7日人权理事会通过的决议", {"kind": "resolution", "date": "2022-10-07"}),
        ("2022年10月14日\n人权理事会2022年10月7日通过的决议", {"date": "2022-10-07"}),
        ("2022年9月30日\n古巴：决议草案", {"date": "2022-09-30", "status": "draft"}),
        ("第三十五届特别会议\n2022年11月24日", {"session": "S-35", "date": None}),
        ("第51届会议\n2022年9月12日至10月7日", {"session": "51"}),
        ("第十一届紧急特别会议", {"session": "ES-11"}),
        ("主席声明草案", {"kind": "presidential-statement", "status": "draft"}),
    ],
)
def test_facts_of_the_masthead(lines: str, expected: dict[str, Any], authorities: Authorities) -> None:
    found = masthead(lines, authorities)
    assert {key: found[key] for key in expected} == expected
    assert "plain" not in [kind for kind, _ in found["blocks"]]


def test_an_assembly_draft(authorities: Authorities) -> None:
    lines = (
        "大会\n第七十七届会议\n第三委员会\n议程项目68(b)\n促进和保护人权：人权问题\n古巴和也门：决议草案\n灯塔看守人"
    )
    found = masthead(lines, authorities, "大会，\n重申灯塔照明，\n1. 请各国点亮灯塔。\n")
    assert (found["body"], found["session"], found["status"], found["title"]) == ("GA", "77", "draft", "灯塔看守人")
    assert [kind for kind, _ in found["blocks"]] == [
        "body",
        "session",
        "committee",
        "agenda",
        "agenda-title",
        "sponsors",
        "title",
    ]


def test_a_line_that_no_rule_knows_is_shown_and_said(authorities: Authorities) -> None:
    expression, found = read(f"灯塔管理局转交\n人权理事会\n{BODY}", authorities)
    assert codes(found) == ["masthead-line"]
    assert expression.resolution.masthead.blocks[0].text.text == "灯塔管理局转交"


# --- layout ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "before"), [("indent", "\n"), ("gaps", " "), ("punctuation", "\n"), ("punctuation", " ")]
)
def test_a_stray_space_or_blank_line_changes_no_paragraph(name: str, before: str, authorities: Authorities) -> None:
    lines = fixture(name).split("\n")
    start = next(index for index, line in enumerate(lines) if line.strip() in ("人权理事会，", "大会，")) + 1
    _, plain = read("\n".join(lines), authorities)
    for index in range(start, len(lines) - 1):
        _, found = read("\n".join([*lines[:index], f"{before}{lines[index]}", *lines[index + 1 :]]), authorities)
        assert [one["text"] for one in found["paragraphs"]] == [one["text"] for one in plain["paragraphs"]], lines[
            index
        ]


@pytest.mark.parametrize("start", ["2022年10月7日第51/936号决议，", "第43次会议上提出的意见，", "附件二所载的准则，"])
def test_a_wrapped_line_is_no_closing_line(start: str, authorities: Authorities) -> None:
    _, found = read(f"人权理事会，\n重申灯塔照明，\n{start}\n1. 请各国点亮灯塔。\n", authorities)
    assert [one["kind"] for one in found["paragraphs"]] == ["preambular", "operative"]
    assert text_of(found, "pp1") == f"重申灯塔照明，{start}"


# --- sub-paragraphs and anchors -------------------------------------------------------------------------------


def subs(labels: list[str], authorities: Authorities) -> list[str]:
    text = "人权理事会，\n1. 请各国：\n" + "".join(f"{label} 点亮灯塔；\n" for label in labels)
    _, found = read(text, authorities)
    return [one["id"] for one in found["paragraphs"] if one["kind"] == "sub"]


@pytest.mark.parametrize(
    ("labels", "anchors"),
    [
        (["(a)", "(b)"], ["op1-a", "op1-b"]),
        (["（a）", "（b）"], ["op1-a", "op1-b"]),
        (["(a)", "(i)", "(ii)", "(b)"], ["op1-a", "op1-a-i", "op1-a-ii", "op1-b"]),
        (["(h)", "(i)", "(j)"], ["op1-h", "op1-i", "op1-j"]),
        (
            ["(a)", "(一)", "(1)", "(2)", "(二)", "(b)"],
            ["op1-a", "op1-a-1", "op1-a-1-1", "op1-a-1-2", "op1-a-2", "op1-b"],
        ),
        (["(一)", "(a)", "(b)", "(二)"], ["op1-1", "op1-1-a", "op1-1-b", "op1-2"]),
        (["(y)", "(z)", "(aa)", "(bb)"], ["op1-y", "op1-z", "op1-aa", "op1-bb"]),
        (["(a)", "(c)"], ["op1-a", "op1-c"]),
        (["(a)", "(a)"], ["op1-a", "op1-a-2"]),
    ],
)
def test_sub_paragraphs(labels: list[str], anchors: list[str], authorities: Authorities) -> None:
    assert subs(labels, authorities) == anchors


def test_anchors_stay_apart_when_numbers_repeat(authorities: Authorities) -> None:
    _, found = read("人权理事会，\n1. 请甲。\n1. 请乙：\n(1) 丙；\n1. 请丁。\n", authorities)
    assert [one["id"] for one in found["paragraphs"]] == ["op1", "op1-2", "op1-2-1", "op1-3"]
    assert codes(found).count("number-repeats") == 2


def test_full_width_and_padded_numbers(authorities: Authorities) -> None:
    _, found = read("人权理事会，\n１．请甲。\n02. 请乙。\n3、请丙。\n", authorities)
    assert [(one["id"], one["number"]) for one in found["paragraphs"]] == [("op1", "1"), ("op2", "2"), ("op3", "3")]
    assert codes(found) == []


def test_several_annexes(authorities: Authorities) -> None:
    _, found = read("人权理事会，\n1. 请甲。\n附件一\n照明准则\n1. 乙。\n2. 丙。\n附件二：准则\n1. 丁。\n", authorities)
    assert [one["id"] for one in found["paragraphs"]] == [
        "op1",
        "annex-i",
        "h1",
        "annex-i-1",
        "annex-i-2",
        "annex-ii",
        "annex-ii-1",
    ]
    assert codes(found) == []


def test_nothing_hangs_on_a_paragraph_after_the_closing_lines(authorities: Authorities) -> None:
    _, found = read("人权理事会，\n1. 请甲。\n第43次会议\n(a) 乙。\n", authorities)
    assert [(one["id"], one["kind"], one["parent"]) for one in found["paragraphs"]] == [
        ("op1", "operative", None),
        ("p1", "plain", None),
        ("p2", "plain", None),
    ]
    _, found = read("人权理事会，\n重申甲，\n第43次会议\n重申乙。\n", authorities)
    assert [one["kind"] for one in found["paragraphs"]] == ["preambular", "plain", "plain"]


def test_without_an_enacting_phrase_the_preamble_is_still_read(authorities: Authorities) -> None:
    text = "大 会\n人权理事会\n古巴：决议草案\n51/… 灯塔照明与\n沿海居民\n重申灯塔照明，\n1. 请各国点亮灯塔。\n"
    _, found = read(text, authorities)
    assert codes(found) == ["no-enacting-phrase"]
    assert (found["body"], found["title"]) == ("HRC", "灯塔照明与沿海居民")
    assert [one["id"] for one in found["paragraphs"]] == ["pp1", "op1"]


def test_paragraphs_without_numbers_and_paragraphs_without_signs(authorities: Authorities) -> None:
    text = "人权理事会，\n\n重申灯塔照明，\n\n决定：\n\n(a) 点亮灯塔；\n\n(b) 鸣响雾号；\n\n请各国提供灯油；\n"
    _, found = read(text, authorities)
    assert [(one["id"], one["kind"]) for one in found["paragraphs"]] == [
        ("pp1", "preambular"), ("op1", "operative"), ("op1-a", "sub"), ("op1-b", "sub"), ("op2", "operative"),
    ]  # fmt: skip
    text = "人权理事会，\n\n重申灯塔照明的重要意义\n\n回顾各国关于灯油的建议\n\n1. 请各国点亮灯塔\n"
    _, found = read(text, authorities)
    assert [one["id"] for one in found["paragraphs"]] == ["pp1", "pp2", "op1"]


def test_what_a_line_is_is_asked_once_whatever_number_is_due(
    authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, str]] = []
    kind = Headings.kind

    def noted(headings: Headings, index: int, above: str) -> str:
        asked.append((index, above))
        return kind(headings, index, above)

    monkeypatch.setattr(Headings, "kind", noted)
    wrapped = "{n}. 决定每个港口的灯都应当从黄昏\n2. 点到黎明，雾中亦然；\n"
    read("大会，\n" + "".join(wrapped.format(n=n) for n in range(1, 9)), authorities)
    assert len({index for index, _ in asked}) == 16
    assert len(set(asked)) == len(asked)
