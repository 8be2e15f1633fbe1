"""The ledger of mandates: grouping, days, what met a mandate, the page, the timeline, the seed's own record."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from converter.addresses import url
from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.lint import pages
from converter.mandates import Entry, actor_key, entries, window
from converter.model import Due, Met, Record
from converter.pipeline import stage
from converter.project import Project
from converter.sidecar import read_sidecar
from converter.write.ledger import facts, ledger_pages
from converter.write.ledger.names import actor_name, days_in_words
from converter.write.words import Words
from tests.conftest import ROOT
from tests.index_pages import cell, html, markup, meant_cell, meant_table, table, value
from tests.records import mandate, record

SEED = "hrc-51-technical-cooperation"
AT_53 = Due("理事会第五十三届会议", "at", "HRC", "53", "2023-06-19", "2023-07-14")
BEFORE_53 = Due("理事会第五十三届会议之前", "before", "HRC", "53", "2023-06-19", "2023-07-14")
BY_MAY = Due("不迟于2024年5月1日", "by", from_date="2024-05-01", to_date="2024-05-01")
UNDATED_SESSION = Due("大会第九十九届会议", "at", "GA", "99")


def rivers(**facts: object) -> Record:
    """A work with five mandates of two actors under three names."""
    return record(
        "rivers",
        symbol="A/HRC/RES/51/999",
        body="HRC",
        session="51",
        session_from="2022-09-12",
        session_to="2022-10-07",
        title="河流的名称",
        mandates=(
            mandate("高级专员", "high-commissioner", AT_53),
            mandate("高级专员", "high-commissioner", BY_MAY, "更新名录"),
            mandate("联合国人权事务高级专员", "high-commissioner", BEFORE_53, "举行会议", "op2"),
            mandate("各国", None, None, "保护河流 | {: #op9 } <b>", "op2"),
            mandate("各国", None, UNDATED_SESSION, "报告", "op2"),
        ),
        **facts,
    )


def corpus(authorities: Authorities, *records: Record) -> Corpus:
    return build_corpus(records or (rivers(),), authorities)


def page(corpus: Corpus, words: Words) -> str:
    made = list(ledger_pages(corpus, words))
    assert [artifact.path for artifact in made] == ["zh/mandates.md"]
    return made[0].content


def rows(page: str) -> dict[str, tuple[dict[str, str], list[str]]]:
    """The rows of the tables of a page by their anchors: what the script filters by, and the words of the cells."""
    cells = html(page).find_class("rd-mandate")
    return {one.get("id"): (dict(one.attrib), [cell.text_content() for cell in one.getparent()]) for one in cells}


# --- facts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (None, (None, None)),
        (AT_53, ("2023-06-19", "2023-07-14")),
        (BEFORE_53, (None, "2023-06-18")),
        (BY_MAY, (None, "2024-05-01")),
        (Due("x", "after", from_date="2023-12-31", to_date="2023-12-31"), ("2024-01-01", None)),
        (Due("x", "after", from_date="9999-12-31"), (None, None)),  # no calendar has a day after it
        (Due("x", "before", from_date="0001-01-01"), (None, None)),
        (Due("x", "at", from_date="2023-06-19"), ("2023-06-19", "2023-06-19")),
        (UNDATED_SESSION, (None, None)),
        (Due("x", "before", "GA", "99"), (None, None)),
    ],
)
def test_days(due: Due | None, days: tuple[str | None, str | None]) -> None:
    assert window(due) == days


def test_one_actor_under_two_names(words: Words) -> None:
    short, long = (
        mandate("高级专员", "high-commissioner", None),
        mandate("联合国人权事务高级专员", "high-commissioner", None),
    )
    assert actor_key(short) == actor_key(long) == "high-commissioner"
    assert actor_name(short, words) == actor_name(long, words) == "联合国人权事务高级专员"
    assert actor_name(mandate("理事会", "HRC", None), words) == "人权理事会"
    assert actor_name(mandate("各国", None, None), words) == "各国"
    assert re.fullmatch(r"x-[0-9a-f]{8}", actor_key(mandate("../../etc", None, None)))


def test_each_mandate_has_a_permanent_name(authorities: Authorities) -> None:
    names = [entry.id for entry in entries(corpus(authorities), "zh")]
    assert names == ["rivers-op1-1", "rivers-op1-2", "rivers-op2-1", "rivers-op2-2", "rivers-op2-3"]


@pytest.mark.parametrize(("number", "met"), [(None, [True, True]), (2, [False, True])])
def test_one_mandate_of_a_paragraph_or_all_are_met(
    number: int | None, met: list[bool], authorities: Authorities
) -> None:
    found = entries(corpus(authorities, rivers(met=(Met("op1", "会议记录", number),))), "zh")
    assert [entry.met is not None for entry in found] == [*met, False, False, False]
    assert [entry.status for entry in found] == ["met" if one else "dated" for one in met] + [
        "dated",
        "unknown",
        "unknown",
    ]


@pytest.mark.parametrize("met", [Met("op7", "会议记录"), Met("op1", "会议记录", 3)])
def test_what_no_mandate_asks_for_is_reported(met: Met, authorities: Authorities) -> None:
    found = corpus(authorities, rivers(met=(met,))).diagnostics
    assert [finding.code for finding in found] == ["met"]
    assert not corpus(authorities, rivers(met=(Met("op1", "会议记录", 2),))).diagnostics


def test_facts_for_the_page_of_the_work(authorities: Authorities, words: Words) -> None:
    met = Met("op1", "会议记录", 1, "A/HRC/53/99", (("zh", "已提交"), ("en", "done")), "53", "2023-07-03")
    made = corpus(authorities, rivers(met=(met,)))
    told = [facts(entry, made, words) for entry in entries(made, "zh")]
    assert told[0] == {
        "id": "rivers-op1-1",
        "actor_name": "联合国人权事务高级专员",
        "ledger": "zh/mandates/#rivers-op1-1",
        "status": "met",
        "window": {"from": "2023-06-19", "until": "2023-07-14"},
        "met": {
            "symbol": "A/HRC/53/99",
            "page": None,
            "when": "人权理事会第53届会议，2023年7月3日",
            "note": "已提交",
            "source": "会议记录",
        },
    }
    assert [one["status"] for one in told[1:]] == ["dated", "dated", "unknown", "unknown"]
    assert told[2]["met"] is None


def test_a_sidecar_says_what_met_a_mandate() -> None:
    text = (
        "series: 河流\nmet:\n"
        "- {paragraph: op1, mandate: 2, by: {symbol: A/HRC/53/99, note: 已提交},"
        " session: 53, date: 2023-07-03, source: 记录}\n"
        "- {paragraph: op2, by: {note: {zh: 已举行, en: held}}, source: 记录}\n"
    )
    sidecar = read_sidecar(text, "work.yml", "rivers")
    assert sidecar.diagnostics == ()
    assert sidecar.series == "河流"
    one, other = sidecar.met
    assert one == Met("op1", "记录", 2, "A/HRC/53/99", (("", "已提交"),), "53", "2023-07-03")
    assert (other.note("en"), other.note("zh"), other.note("fr")) == ("held", "已举行", "已举行")
    assert one.note("en") == "已提交"


@pytest.mark.parametrize("by", ["{note: {de: gehalten}}", "{note: {}}", "{note: [a]}", "{}"])
def test_what_a_sidecar_may_not_say(by: str) -> None:
    sidecar = read_sidecar(f"met:\n- {{paragraph: op1, by: {by}, source: x}}\n", "work.yml", "rivers")
    assert sidecar.met == ()
    assert [finding.line for finding in sidecar.diagnostics] == [2]


# --- the page ---------------------------------------------------------------------------------------------


def test_the_page_groups_by_actor_and_carries_every_fact(authorities: Authorities, words: Words) -> None:
    met = Met("op1", "会议记录", 1, None, (("", "已提交"),), "53")
    text = page(corpus(authorities, rivers(met=(met,))), words)
    headings = [one.text_content() for one in html(text).iter("h2")]
    assert headings == ["任务清单", "联合国人权事务高级专员 3", "仅见于一段的称谓 2"], "each with how many it has"
    by_id = rows(text)
    assert list(by_id) == ["rivers-op2-1", "rivers-op1-1", "rivers-op1-2", "rivers-op2-2", "rivers-op2-3"]
    attributes, cells = by_id["rivers-op1-1"]
    assert {key: value for key, value in attributes.items() if key.startswith("data-")} == {
        "data-actor": "high-commissioner",
        "data-kind": "request",
        "data-session": "HRC-53",
        "data-from": "2023-06-19",
        "data-until": "2023-07-14",
        "data-status": "met",
    }
    assert cells == [
        "高级专员：提交河流名录",
        "A/HRC/RES/51/999 河流的名称 第1段",
        "理事会",
        "人权理事会第53届会议（2023年6月19日至7月14日）",
        "已落实 人权理事会第53届会议已提交依据：会议记录",
    ]
    assert by_id["rivers-op2-1"][1][3:] == ["理事会第五十三届会议之前（2023年6月19日之前）", "尚无落实记录"]
    assert by_id["rivers-op1-2"][1][3] == "不迟于2024年5月1日", "a day is not said twice"
    assert by_id["rivers-op2-2"][1][0] == "各国：保护河流 | {: #op9 } <b>", "the words of a text are never markup"
    assert by_id["rivers-op2-2"][1][3] == "未见期限"
    assert by_id["rivers-op2-3"][1][3] == "大会第99届会议（此处日期不详：该届会议的日期未收录）"
    assert "data-from" not in by_id["rivers-op2-3"][0]


def test_days_are_time_elements(authorities: Authorities, words: Words) -> None:
    days = [(one.get("datetime"), one.text) for one in html(page(corpus(authorities), words)).iter("time")]
    assert days[1:3] == [("2023-06-19", "2023年6月19日"), ("2023-07-14", "7月14日")]


def test_a_page_says_what_its_value_says(authorities: Authorities, words: Words) -> None:
    """Every group, calendar, row, cell, link, day and filter, read back by lxml."""
    met = Met("op1", "会议记录", 1, "A/HRC/53/99", (("", "已提交"),), "53")
    text = page(corpus(authorities, rivers(met=(met,))), words)
    meta, read = value(text), html(text)
    assert (read.find("h1").text, read.find("p").text) == (meta["title"], meta["description"])
    headings = read.find_class("rd-actor")
    meant = [(one["anchor"], f"{one['name']} {len(one['tasks'])}") for one in meta["groups"]]
    assert [(one.get("id"), one.text_content()) for one in headings] == meant
    calendars = [(one[0].text, one[0].get("href")) for one in read.find_class("rd-calendar")]
    meant = [one["calendar"] for one in (meta, *meta["groups"])]
    assert calendars == [(one["text"], f"/{one['to']}") for one in meant]
    tables = [[[cell(one) for one in row] for row in table.find("tbody")] for table in read.iter("table")]
    assert tables == [[[meant_cell(one) for one in task["cells"]] for task in one["tasks"]] for one in meta["groups"]]
    told = [(one.get("id"), {key[5:]: to for key, to in one.items() if key.startswith("data-")}) for one in
            read.find_class("rd-mandate")]  # fmt: skip
    assert told == [(task["id"], task["data"]) for one in meta["groups"] for task in one["tasks"]]
    choices = [(one.get("name"), [(option.get("value"), option.text) for option in one][1:]) for one in
               read.iter("select")]  # fmt: skip
    assert choices == [(one["name"], [tuple(option) for option in one["options"]]) for one in meta["choices"]]
    count = str(sum(len(one["tasks"]) for one in meta["groups"]))
    assert re.findall(r"\d+", read.find(".//form/p[@role='status']").text) == [count, count]
    assert pages.anchors_of(text) == {*read.xpath(".//h1/@id | .//h2/@id | .//td/@id")}


@pytest.mark.parametrize(
    ("relation", "first", "last", "said"),
    [
        ("at", "2023-06-19", "2023-07-14", "2023年6月19日至7月14日"),
        ("at", "2023-12-19", "2024-01-14", "2023年12月19日至2024年1月14日"),
        ("at", "2023-06-19", "2023-06-19", "2023年6月19日"),
        ("at", "2023-06-19", None, "2023年6月19日"),
        ("before", "2023-06-19", "2023-07-14", "2023年6月19日之前"),
        ("by", "2023-06-19", "2023-07-14", "至迟2023年7月14日"),
        ("after", "2023-06-19", "2023-07-14", "2023年7月14日之后"),
    ],
)
def test_days_in_words(relation: str, first: str, last: str | None, said: str, words: Words) -> None:
    assert days_in_words(relation, first, last, words) == said


def test_no_clock_and_no_state_of_today(authorities: Authorities, words: Words) -> None:
    text = re.sub(r"<form.*?</form>", "", markup(page(corpus(authorities), words)), flags=re.DOTALL)
    assert "尚无落实记录" in text and not re.search("未到期|即将到期|日期已过", text)


def test_what_met_a_mandate_is_linked(authorities: Authorities, words: Words) -> None:
    held = record("report", symbol="A/HRC/53/99", title="报告")
    met = (Met("op1", "会议记录", 1, "A/HRC/53/99"), Met("op1", "会议记录", 2, "A/HRC/53/98"))
    text = page(corpus(authorities, rivers(met=met), held), words)
    links = {(one.text, one.get("href")) for one in html(text).iter("a")}
    assert ("A/HRC/53/99", "/zh/A/HRC/53/99/") in links
    assert ("A/HRC/53/98", "https://docs.un.org/zh/A/HRC/53/98") in links
    assert "https://docs.un.org/zh/A/HRC/53/98" not in pages.links_of_value(text)  # no page of this site


def test_links_land(authorities: Authorities, words: Words) -> None:
    text = page(corpus(authorities), words)
    anchors = {"zh/mandates.md": pages.anchors_of(text), "zh/A/HRC/RES/51/999.md": {"op1", "op2"}}
    assert {"rivers-op1-1", "actor-high-commissioner", "actor-own-words", "table"} <= anchors["zh/mandates.md"]
    assert missing("zh/mandates.md", text, anchors) == []


def missing(path: str, text: str, anchors: dict[str, set[str]]) -> list[str]:
    """The links of a page that lead nowhere, but for those to the calendars."""
    known = {url(page): there for page, there in anchors.items()}
    links = [link for link in pages.links_of_value(text) if not link.endswith(".ics")]
    assert links
    return [one.message for one in pages.check_addresses(path, links, known)]


def test_the_timeline_says_what_the_table_says(authorities: Authorities, words: Words) -> None:
    text = page(corpus(authorities), words)
    found = re.search(r"<svg .*?</svg>", markup(text), re.DOTALL)
    assert found
    svg = ElementTree.fromstring(found[0])
    space = {"s": "http://www.w3.org/2000/svg"}
    marks = {mark.get("data-mandate") for mark in svg.iterfind(".//s:g[@data-mandate]", space)}
    assert marks == {"rivers-op1-1", "rivers-op1-2", "rivers-op2-1"}, "those without a day have no place in time"
    assert {a.get("href") for a in svg.iterfind(".//s:a", space)} == {f"#{mark}" for mark in marks}
    heads = [
        [line.text for line in column.iterfind("s:text", space)] for column in svg.iterfind("./s:g[@data-x]", space)
    ]
    assert heads == [
        ["人权理事会", "第51届会议", "2022年9月12日至10月7日"],
        ["人权理事会", "第53届会议", "2023年6月19日之前"],
        ["人权理事会", "第53届会议", "2023年6月19日至7月14日"],
        [None, None, "2024年5月"],
    ]
    assert "3项任务" in (svg.findtext("s:desc", "", space)) and "2项没有期限" in svg.findtext("s:desc", "", space)


def many(count: int) -> tuple[Record, ...]:
    """Works with five mandates each, of some thirty actors."""
    return tuple(
        record(
            f"work-{number:05}",
            title="河流",
            body="HRC",
            mandates=tuple(mandate(f"第{(number + n) % 30}委员会", None, AT_53 if n else None) for n in range(5)),
        )
        for number in range(count // 5)
    )


def test_very_many_mandates_have_a_page_for_each_actor(authorities: Authorities, words: Words) -> None:
    made = corpus(authorities, *many(4000))
    artifacts = {artifact.path: artifact.content for artifact in ledger_pages(made, words)}
    assert len(artifacts) == 31
    assert max(len(text) for text in artifacts.values()) < 200_000
    whole = markup(artifacts["zh/mandates.md"])
    (shown,) = html(artifacts["zh/mandates.md"]).iter("table")
    assert table(shown) == meant_table(value(artifacts["zh/mandates.md"])["table"]) and len(shown.find("tbody")) == 30
    assert sum(int(found) for found in re.findall(r'class="rd-label"[^>]*>(\d+)<', whole)) == 3200, "4 of 5 have a day"
    every = entries(made, "zh")
    told = facts(every[0], made, words)["ledger"]
    path, anchor = told.split("#")
    assert anchor in pages.anchors_of(artifacts[f"{path.strip('/')}.md"])
    anchors = {path: pages.anchors_of(text) for path, text in artifacts.items()}
    anchors |= {made.page(one): {"op1"} for one in made.records}
    for path, text in artifacts.items():
        assert missing(path, text, anchors) == []


def test_no_mandates_is_said(authorities: Authorities, words: Words) -> None:
    text = page(corpus(authorities, record("nothing")), words)
    assert html(text)[-1].text == "暂无。"
    assert list(pages.links_of_value(text)) == []  # no calendar is made where nothing is asked


def test_the_same_bytes(authorities: Authorities, words: Words) -> None:
    assert page(corpus(authorities), words) == page(corpus(authorities), words)


# --- the seed ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed(project: Project, tmp_path_factory: pytest.TempPathFactory) -> tuple[Entry, ...]:
    copy = tmp_path_factory.mktemp("project")
    for name in ("sources", "authorities"):
        (copy / name).symlink_to(ROOT / name)
    (copy / "mkdocs.yml").write_text("", encoding="utf-8")
    return entries(stage(Project(Path(copy))).corpus, "zh")


def test_the_report_and_the_dialogue_of_the_seed_are_met(seed: tuple[Entry, ...]) -> None:
    met = [entry for entry in seed if entry.met]
    assert [entry.id for entry in met] == [f"{SEED}-op13-1", f"{SEED}-op13-2"]
    answer = met[0].met
    assert answer is not None
    assert answer.session == "53"
    assert answer.symbol is None, "the symbol of the report is not known"
    assert "不详" in answer.note("zh") and "not known" in answer.note("en")
    assert "July 2023" in answer.source


def test_nobody_s_mandate_of_the_seed_is_without_a_day(seed: tuple[Entry, ...]) -> None:
    assert {entry.mandate.paragraph: window(entry.mandate.due) for entry in seed} == {
        "op11": (None, "2023-06-18"),
        "op12": (None, "2023-06-18"),
        "op13": ("2023-06-19", "2023-07-14"),
    }
