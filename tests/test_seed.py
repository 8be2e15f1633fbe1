"""The first text: every fact that must come out of it, and the golden files made from it.

`python -m tests.test_seed` writes the golden files again; read the difference before you commit it.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter.authorities import Authorities, load_authorities
from converter.batch import expression_of, input_of
from converter.convert import page_of
from converter.project import Project, WorkFiles, scan
from converter.write import markdown
from converter.write.inspect import inspect
from tests.conftest import ROOT, SHARED

WORK = "hrc-51-technical-cooperation"
GOLDEN = ROOT / "tests" / "golden"
SCHEMA = ROOT / "converter" / "schemas" / "inspect.schema.json"


def _made(project: Project, authorities: Authorities) -> tuple[dict[str, Any], str]:
    works: WorkFiles = next(work for work in scan(project)[0] if work.work == WORK)
    expression, sidecar = expression_of(input_of(works, works.sources[0], project), authorities)
    return inspect(expression, sidecar), markdown.body(expression, page_of(sidecar, "zh", None))


@pytest.fixture(scope="module")
def made(project: Project, authorities: Authorities) -> tuple[dict[str, Any], str]:
    return _made(project, authorities)


@pytest.fixture(scope="module")
def seen(made: tuple[dict[str, Any], str]) -> dict[str, Any]:
    return made[0]


def as_text(seen: dict[str, Any]) -> str:
    """As the golden file has it, in the order of the keys."""
    return json.dumps(seen, ensure_ascii=False, indent=2) + "\n"


def _paragraph(seen: dict[str, Any], identity: str) -> dict[str, Any]:
    return next(paragraph for paragraph in seen["paragraphs"] if paragraph["id"] == identity)


@pytest.mark.shared("seed")
def test_source_is_the_official_text_byte_for_byte() -> None:
    original = SHARED / "seed" / "hrc-51-draft-technical-cooperation.zh.txt"
    assert (ROOT / "sources" / WORK / "zh.txt").read_bytes() == original.read_bytes()


def test_inspect_keeps_its_contract(seen: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(seen)] == []


def test_golden_inspect(seen: dict[str, Any]) -> None:
    assert as_text(seen) == (GOLDEN / f"{WORK}.zh.json").read_text(encoding="utf-8")


def test_golden_markdown(made: tuple[dict[str, Any], str]) -> None:
    assert made[1] == (GOLDEN / f"{WORK}.zh.md").read_text(encoding="utf-8")


def test_masthead(seen: dict[str, Any]) -> None:
    assert (seen["body"], seen["session"]) == ("HRC", "51")
    assert seen["session_dates"] == {"from": "2022-09-12", "to": "2022-10-07"}
    assert seen["agenda_items"] == [{"number": "10", "title": "技术援助和能力建设"}]
    assert (seen["kind"], seen["status"], seen["number"]) == ("resolution", "draft", "51/…")
    assert seen["title"] == "加强人权领域的技术合作和能力建设"
    assert seen["enacting"] == "人权理事会，"


def test_sponsors(seen: dict[str, Any]) -> None:
    sponsors = seen["sponsors"]
    assert len(sponsors) == 31
    assert sum(not sponsor["member"] for sponsor in sponsors) == 18
    assert all(sponsor["code"] for sponsor in sponsors)
    assert {"name": "斐济", "code": "FJ", "member": False} in sponsors  # its name is broken across two lines
    assert seen["sponsors_note"] == "非人权理事会成员国。"


def test_paragraphs(seen: dict[str, Any]) -> None:
    ids = [paragraph["id"] for paragraph in seen["paragraphs"]]
    assert ids == [f"pp{n}" for n in range(1, 17)] + [f"op{n}" for n in range(1, 15)]
    text = "".join(paragraph["text"] for paragraph in seen["paragraphs"])
    assert "\n" not in text and "2006年3月15日第60/251号" in text
    assert _paragraph(seen, "pp5")["text"].endswith("现有差距”的报告，")  # runs on across a page break
    assert _paragraph(seen, "op11")["text"].startswith("决定根据")  # not eaten by the mark before it


def test_footnotes(seen: dict[str, Any]) -> None:
    first, second = seen["footnotes"]
    assert (first["marker"], first["paragraph"], first["text"]) == ("1", "pp5", "A/HRC/49/68。")
    assert _paragraph(seen, "pp5")["text"][: first["offset"]].endswith("的报告，")
    assert (second["marker"], second["paragraph"], second["text"]) == ("2", "op10", "另见A/HRC/50/62。")
    assert _paragraph(seen, "op10")["text"][: second["offset"]].endswith("一切形式的暴力；")


def test_citations(seen: dict[str, Any]) -> None:
    found = [(c["target"], c["date"], c["pinpoint"]) for c in seen["citations"]]
    assert found == [
        ("A/RES/60/251", "2006-03-15", []),
        ("A/HRC/RES/5/1", "2007-06-18", []),
        ("A/HRC/RES/5/2", "2007-06-18", []),
        ("A/HRC/RES/16/21", "2011-03-25", []),
        ("A/HRC/RES/33/28", "2016-09-30", []),
        ("A/RES/70/1", "2015-09-25", []),
        ("A/HRC/RES/48/24", "2021-10-11", []),
        ("A/HRC/RES/18/18", "2011-09-29", ["3", "4"]),
        ("A/HRC/49/68", None, []),
        ("A/HRC/50/62", None, []),
    ]
    report, other = seen["citations"][-2:]
    assert report["author"] == "秘书长"
    assert report["title"].startswith("全系统为支持各国履行") and report["title"].endswith("现有差距")
    assert (report["see_also"], other["see_also"]) == (False, True)


def test_spans_say_what_stands_there(seen: dict[str, Any]) -> None:
    notes = {note["marker"]: note["text"] for note in seen["footnotes"]}
    for mark in seen["citations"] + seen["entities"]:
        text = notes[mark["footnote"]] if "footnote" in mark else _paragraph(seen, mark["paragraph"])["text"]
        assert text[mark["start"] : mark["end"]] == mark["text"]
    for paragraph in seen["paragraphs"]:
        for verb in paragraph["verbs"]:
            assert paragraph["text"][verb["start"] : verb["end"]] == verb["text"]


def test_entities(seen: dict[str, Any]) -> None:
    found = {(entity["kind"], entity["id"]) for entity in seen["entities"]}
    assert found == {
        ("instrument", "un-charter"),
        ("instrument", "udhr"),
        ("instrument", "icescr"),
        ("instrument", "iccpr"),
        ("agenda", "2030-agenda"),
        ("goal", "sdg-17"),
        ("goal", "sdg-5"),
        ("fund", "vftc"),
        ("fund", "upr-participation"),
        ("fund", "ldc-sids"),
        ("fund", "upr-implementation"),
        ("mechanism", "upr"),
        ("mechanism", "special-procedures"),
    }


@pytest.mark.parametrize(
    ("identity", "verbs"),
    [
        ("pp2", ["重申", "回顾"]),
        ("pp10", ["关切地注意到"]),
        ("pp11", ["表示赞赏"]),
        ("pp13", ["赞赏地注意到"]),
        ("pp14", ["欢迎", "鼓励"]),
        ("op3", ["强调指出", "还强调指出"]),
        ("op6", ["鼓励", "大力鼓励"]),
        ("op9", ["又鼓励"]),
        ("op10", ["欢迎"]),  # 与会者在会上着重指出 is what others said
        ("op11", ["决定"]),
        ("op13", ["还请"]),
        ("op14", ["促请"]),
    ],
)
def test_verbs(seen: dict[str, Any], identity: str, verbs: list[str]) -> None:
    assert [verb["text"] for verb in _paragraph(seen, identity)["verbs"]] == verbs


@pytest.mark.parametrize(
    ("identity", "addressee"),
    [
        ("op1", None),
        ("op4", "区域人权机构"),
        ("op5", "各国"),
        ("op6", "需要技术援助的国家"),
        ("op8", "人权理事会特别程序"),
        ("op9", "高级专员办事处和人权理事会特别程序"),
        ("op11", None),
        ("op12", "联合国人权事务高级专员"),
        ("op13", "高级专员"),
    ],
)
def test_addressees(seen: dict[str, Any], identity: str, addressee: str | None) -> None:
    assert _paragraph(seen, identity)["addressee"] == addressee


def test_mandates(seen: dict[str, Any]) -> None:
    meeting, services, webcast, report, dialogue = seen["mandates"]
    assert [m["paragraph"] for m in seen["mandates"]] == ["op11", "op12", "op12", "op13", "op13"]
    assert meeting["actor"] == "人权理事会" and "闭会期间会议" in meeting["action"]
    assert (meeting["due"]["relation"], meeting["due"]["session"]) == ("before", "53")
    assert meeting["due"]["from"] == "2023-06-19"
    assert services["actor"] == webcast["actor"] == "联合国人权事务高级专员"
    assert services["to"] == "上述闭会期间会议" and services["due"]["basis"] == "op11"
    assert "网播服务" in webcast["action"]
    assert report["to"] == "人权理事会第五十三届会议" and report["due"]["to"] == "2023-07-14"
    assert "互动对话" in dialogue["action"] and dialogue["due"]["session"] == "53"


def test_nothing_to_report(seen: dict[str, Any]) -> None:
    assert seen["diagnostics"] == []


if __name__ == "__main__":
    here = Project(ROOT)
    facts, page = _made(here, load_authorities(here.authorities)[0])
    (GOLDEN / f"{WORK}.zh.json").write_text(as_text(facts), encoding="utf-8")
    (GOLDEN / f"{WORK}.zh.md").write_text(page, encoding="utf-8")
