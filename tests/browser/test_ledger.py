"""The ledger of mandates and the citation graph in a real browser: on the real site, and with mandates of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.languages import load
from converter.model import Due, Met
from converter.write.graph import graph_pages
from converter.write.ledger import ledger_pages
from converter.write.words import Words
from tests.index_pages import markup
from tests.records import corpus_of, mandate, record

from .conftest import ROOT, Opener, Watched, moved, watch

SEED = "zh/drafts/hrc-51-technical-cooperation/"
MET = "hrc-51-technical-cooperation-op13-1"
AT_53 = Due("第五十三届会议", "at", "HRC", "53", "2023-06-19", "2023-07-14")
AT_54 = Due("第五十四届会议", "at", "HRC", "54", "2023-09-11", "2023-10-13")
BY_MAY = Due("不迟于2024年5月1日", "by", from_date="2024-05-01", to_date="2024-05-01")


# --- mandates of our own ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, authorities: Authorities) -> Path:
    """The ledger of three works, and a graph of 500, with the project's script and style and nothing else."""
    site = tmp_path_factory.mktemp("ledger")
    words = Words(load("zh", authorities), authorities)
    chief = ("高级专员", "high-commissioner")
    everybody = ("各国", None)
    rivers = (
        mandate(*chief, AT_53),
        mandate(*chief, BY_MAY, "更新名录"),
        mandate(*everybody, AT_53, "保护河流", "op2"),
    )
    lakes = (
        mandate("联合国人权事务高级专员", "high-commissioner", AT_54, "提交湖泊名录"),
        mandate(*everybody, None, "保护湖泊", "op2"),
    )
    met = (Met("op1", "会议记录", 1, None, (("", "已提交"),), "53"),)
    works = (
        record("one", symbol="A/HRC/RES/90/1", title="河流的名称", body="HRC", mandates=rivers, met=met),
        record("two", symbol="A/HRC/RES/90/2", title="湖泊的名称", body="HRC", mandates=lakes),
    )
    for artifact in (
        *ledger_pages(build_corpus(works, authorities), words),
        *graph_pages(corpus_of(500, authorities), words),
    ):
        _write(site, artifact.path, artifact.content)
    return site


def _write(site: Path, path: str, text: str) -> None:
    sheets = ("site.css", "drawings.css", "ledger.css")
    style = "".join((ROOT / "docs/assets/stylesheets" / name).read_text("utf-8") for name in sheets)
    script = (ROOT / "docs/assets/javascripts/ledger.js").read_text("utf-8")
    target = site / path.removesuffix(".md") / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><style>{style}</style>'
        f'<body class="md-typeset" data-md-color-scheme="default">{markup(text)}<script>{script}</script>',
        encoding="utf-8",
    )


@pytest.fixture
def small(small_site: Path, open_folder: Opener) -> Watched:
    watched = open_folder(small_site)
    watched.page.clock.set_fixed_time(datetime(2023, 8, 1, 12))
    return watched


def shown(page: Page) -> list[str]:
    """The mandates whose row can be seen."""
    return list(page.locator(".rd-mandate:visible").evaluate_all("cells => cells.map(cell => cell.id)"))


def states(page: Page) -> dict[str, str | None]:
    found = page.locator("tr[data-state]").evaluate_all("rows => rows.map(r => [r.cells[0].id, r.dataset.state])")
    return dict(found)


def focus_by_tab(page: Page, target: Locator) -> None:
    """Reach a control with the Tab key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the Tab key does not reach it")


def test_filters_by_keyboard(small: Watched) -> None:
    page = small.go("zh/mandates/")
    status = page.get_by_role("status")
    expect(status).to_have_text("共5项，显示5项")
    actor, session = page.get_by_label("执行者"), page.get_by_label("到期届会")
    focus_by_tab(page, actor)
    page.keyboard.press("ArrowDown")
    expect(actor).to_have_value("high-commissioner")
    expect(status).to_have_text("共5项，显示3项")
    assert shown(page) == ["one-op1-1", "two-op1-1", "one-op1-2"], "one actor under two names"
    expect(page.get_by_role("heading", name="各国")).to_be_hidden()
    focus_by_tab(page, session)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(session).to_have_value("HRC-54")
    expect(status).to_have_text("共5项，显示1项")
    assert shown(page) == ["two-op1-1"]
    page.locator("summary").click()
    assert page.locator(".rd-node:visible").evaluate_all("all => all.map(one => one.dataset.mandate)") == ["two-op1-1"]
    focus_by_tab(page, page.get_by_role("button", name="清除筛选"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("共5项，显示5项")
    assert "#" not in page.url
    assert small.complaints == []


def test_a_state_that_nothing_has_is_not_offered(small: Watched) -> None:
    """A link that asks for one, made on another day, finds nothing and does not show all."""
    small.page.clock.set_fixed_time(datetime(2025, 1, 1, 12))
    page = small.go("zh/mandates/")
    offered = page.get_by_label("状态").locator("option:not([hidden], [disabled])")
    values = offered.evaluate_all("all => all.map((one) => one.value)")
    assert set(values) == {"", *states(page).values()} and "open" not in values
    page.goto(f"{page.url}#status=open")
    expect(page.get_by_role("status")).to_have_text("共5项，显示0项")
    expect(page.get_by_label("状态")).to_have_value("open")


def test_a_choice_can_be_shared(small: Watched) -> None:
    page = small.go("zh/mandates/")
    page.get_by_label("状态").select_option("overdue")
    page.get_by_label("文字").fill("保护 河流")
    expect(page.get_by_role("status")).to_have_text("共5项，显示1项")
    address = page.url
    other = page.context.new_page()
    other.clock.set_fixed_time(datetime(2023, 8, 1, 12))
    other.goto(address)
    expect(other.get_by_role("status")).to_have_text("共5项，显示1项")
    assert shown(other) == ["one-op2-1"]
    expect(other.get_by_label("文字")).to_have_value("保护 河流")
    other.goto(address.split("#")[0] + "#actor=nobody&status=%3Cimg%20src=x%3E&q=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(other.get_by_role("status")).to_have_text("共5项，显示0项")
    assert other.locator("form img").count() == 0


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (datetime(2022, 10, 8), ["open", "open", "open"]),
        (datetime(2023, 4, 20), ["due", "open", "open"]),
        (datetime(2023, 7, 14, 23), ["due", "due", "open"]),
        (datetime(2023, 7, 15), ["overdue", "due", "open"]),
        (datetime(2024, 3, 2), ["overdue", "overdue", "due"]),
        (datetime(2024, 5, 2), ["overdue", "overdue", "overdue"]),
    ],
)
def test_states_are_those_of_the_reader_s_day(small: Watched, today: datetime, expected: list[str]) -> None:
    small.page.clock.set_fixed_time(today)
    found = states(small.go("zh/mandates/"))
    assert [found[name] for name in ("one-op2-1", "two-op1-1", "one-op1-2")] == expected
    assert (found["one-op1-1"], found["two-op2-1"]) == ("met", "unknown"), "these two know no clock"


def test_a_mandate_s_address_shows_it_whatever_was_chosen(small: Watched) -> None:
    page = small.go("zh/mandates/#status=met")
    assert shown(page) == ["one-op1-1"]
    page.evaluate("location.hash = 'two-op2-1'")
    expect(page.locator("#two-op2-1")).to_be_in_viewport()
    expect(page.get_by_role("status")).to_have_text("共5项，显示5项")


def test_today_is_a_line_on_the_timeline(small: Watched) -> None:
    page = small.go("zh/mandates/")
    page.locator("summary", has_text="时间线").click()
    line = page.locator(".rd-today").bounding_box()
    heads = [head.bounding_box() for head in page.locator(".rd-column").all()]
    assert line and heads[0] and heads[1]
    first, second = (page.locator(".rd-column", has_text=f"第{number}届").bounding_box() for number in (53, 54))
    assert first and second
    assert first["x"] + 20 < line["x"] < second["x"] + 20, "1 August lies between the two sessions"


def test_without_script_everything_stands_with_its_days(small_site: Path, small: Watched, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small.root}zh/mandates/")
    assert len(shown(page)) == 5
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("time").first).to_be_visible()
    assert "日期已过" not in page.locator("table").first.inner_text()
    context.close()


# --- what the ledger must not claim: renewals, drafts, names without end -----------------------------------


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory, authorities: Authorities) -> Path:
    """A period that ended long ago, a draft, a report that is late, and an actor of 500 characters."""
    site = tmp_path_factory.mktemp("harbour")
    words = Words(load("en", authorities), authorities)
    past = Due("until 30 November 1992", "by", from_date="1992-11-30", to_date="1992-11-30")
    endless = "keepers of the lamps along the northern coast, " * 11
    first = (
        replace(mandate("Security Council", "SC", past, "extend the mandate of the lamplighters"), kind="renewal"),
        replace(mandate("Secretary-General", "secretary-general", past, "report on lamps", "op2"), kind="report"),
        mandate(endless, None, None, "keep watch", "op3"),
        mandate("Norway", "state-no", None, "buy oil", "op4"),
    )
    works = (
        record("lamps", lang="en", symbol="S/RES/9001(1992)", body="SC", mandates=first),
        record("oil", lang="en", status="draft", body="SC", mandates=(mandate("all States", None, past, "light up"),)),
    )
    for artifact in ledger_pages(build_corpus(works, authorities), words):
        _write(site, artifact.path, artifact.content)
    return site


def test_nothing_is_owed_for_a_period_that_ended_nor_by_a_draft(harbour: Path, open_folder: Opener) -> None:
    page = open_folder(harbour).go("en/mandates/")
    assert states(page) == {
        "lamps-op1-1": "ended",
        "lamps-op2-1": "overdue",
        "lamps-op3-1": "unknown",
        "lamps-op4-1": "unknown",
        "oil-op1-1": "draft",
    }
    expect(page.locator("tr", has=page.locator("#lamps-op2-1"))).to_contain_text("date passed, nothing recorded here")
    expect(page.locator("tr", has=page.locator("#oil-op1-1"))).to_contain_text("(draft)")
    assert "overdue" not in page.locator("body").inner_text().lower()
    page.get_by_label("Kind").select_option("renewal")
    assert shown(page) == ["lamps-op1-1"]


def test_what_is_filtered_out_leaves_no_frame(harbour: Path, open_folder: Opener) -> None:
    page = open_folder(harbour).go("en/mandates/")
    page.add_style_tag(content=".md-typeset table:not([class]) { display: inline-block; }")  # as the theme has it
    page.get_by_label("Kind").select_option("report")
    expect(page.locator("table:visible")).to_have_count(1)
    expect(page.get_by_role("heading", level=2).filter(visible=True)).to_have_count(2)
    address = page.url
    other = page.context.new_page()
    other.goto(address)
    assert shown(other) == ["lamps-op2-1"], "a link keeps its filter"


def test_an_actor_is_a_name(harbour: Path, open_folder: Opener) -> None:
    page = open_folder(harbour).go("en/mandates/")
    names = page.locator("#rd-ledger select[name=actor] option").all_inner_texts()
    assert "Norway" in names and "Named in the words of one paragraph" in names
    assert max(map(len, [*names, *page.get_by_role("heading").all_inner_texts()])) < 130


def test_on_a_phone_an_actor_opens_on_demand(harbour: Path, open_folder: Opener) -> None:
    watched = open_folder(harbour)
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.go("en/mandates/")
    assert shown(page) == []
    page.get_by_role("button", name="Norway").click()
    assert shown(page) == ["lamps-op4-1"]
    assert page.evaluate("document.documentElement.scrollHeight") < 2 * 844


def test_on_paper_every_actor_is_open(harbour: Path, open_folder: Opener) -> None:
    watched = open_folder(harbour)
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.go("en/mandates/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown(page) == []


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("path", ["zh/mandates/", "zh/graph/"])
def test_a_page_is_never_wider_than_the_window(small: Watched, path: str, width: int) -> None:
    small.page.set_viewport_size({"width": width, "height": 900})
    page = small.go(path)
    page.locator("table").evaluate_all(
        "all => all.forEach(one => { one.style.display = 'block'; one.style.overflow = 'auto'; })"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_label_of_500_works_touches_another_as_set_by_the_browser(small: Watched) -> None:
    page = small.go("zh/graph/")
    labels = page.locator(".rd-label").evaluate_all(
        "all => all.map(one => one.getBBox()).map(box => [box.x, box.y, box.x + box.width, box.y + box.height])"
    )
    assert len(labels) == 40
    for place, (left, top, right, bottom) in enumerate(labels):
        for other in labels[place + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_focus_tells_the_full_name(small: Watched) -> None:
    page = small.go("zh/graph/")
    node = page.locator(".rd-node:not(:has(.rd-label))").nth(100)
    expect(node.locator(".rd-tip")).to_be_hidden()
    node.locator("a").focus()
    expect(node.locator(".rd-tip")).to_be_visible()
    expect(node.locator(".rd-tip")).to_contain_text("河流的名称")
    expect(node.locator(".rd-own")).to_be_visible()


@pytest.mark.parametrize("chosen", ["", "#kind=report"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_moves_while_the_ledger_comes(
    browser: Browser, demo_server: str, lang: str, width: int, chosen: str
) -> None:
    """Neither when actors close on a phone, nor when states are said, nor when a link asks for some of them."""
    address = f"{demo_server}{lang}/mandates/{chosen}"
    assert moved(browser, address, width, shows=".rd-actor:visible") < 0.005


@pytest.mark.parametrize("lang", ["ar", "es", "fr"])
def test_a_long_name_of_an_actor_stands_beside_its_sign(demo_server: str, context: BrowserContext, lang: str) -> None:
    watched = watch(context, demo_server)
    watched.page.set_viewport_size({"width": 320, "height": 780})
    page = watched.go(f"{lang}/mandates/")
    headings = page.locator(".rd-actor")
    heights = headings.evaluate_all("all => all.map(one => one.clientHeight - one.firstElementChild.offsetHeight)")
    assert heights and max(heights) <= 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_ledger_whose_script_does_not_come_is_shown_after_a_while(demo_server: str, context: BrowserContext) -> None:
    page = watch(context, demo_server).page
    page.route("**/listing.js", lambda route: route.abort())
    page.goto(f"{demo_server}en/mandates/")
    expect(page.locator(".rd-mandate").first).to_be_hidden()
    expect(page.locator(".rd-mandate").first).to_be_visible()


# --- the real site, over http and from file:// ------------------------------------------------------------


def test_the_seed_s_own_record(opened: Watched) -> None:
    page = opened.go("zh/mandates/")
    row = page.locator("tr", has=page.locator(f"#{MET}"))
    expect(row).to_have_attribute("data-state", "met")
    expect(row).to_contain_text("A way forward to improve technical cooperation")
    expect(row).to_contain_text("文号在此不详")
    page.get_by_label("状态").select_option("met")
    assert shown(page) == [MET, MET.replace("13-1", "13-2")]
    assert page.url.endswith("#status=met"), "the choice is in the address, from file:// too"


def test_a_row_leads_to_the_paragraph(opened: Watched) -> None:
    page = opened.go("zh/mandates/")
    page.locator("tr", has=page.locator(f"#{MET}")).get_by_role("link").first.click()
    page.wait_for_url(re.compile(rf"{SEED}(index\.html)?#op13$"))
    expect(page.locator("#op13")).to_be_in_viewport()


def test_a_mark_of_the_timeline_leads_to_its_row(opened: Watched) -> None:
    page = opened.go("zh/mandates/")
    page.locator("summary", has_text="时间线").click()
    page.locator(f"[data-mandate='{MET}'] a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"#{MET}$"))
    expect(page.locator(f"#{MET}")).to_be_in_viewport()


def test_the_calendars_are_there(opened: Watched) -> None:
    page = opened.go("zh/mandates/")
    targets = page.locator(".rd-calendar a").evaluate_all("links => links.map(link => link.href)")
    assert len(targets) == 3
    for number, target in enumerate(targets):
        with page.expect_download() as download:
            page.locator(".rd-calendar a").nth(number).click()
        assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR"), target


def test_a_node_of_the_graph_leads_to_its_work(opened: Watched) -> None:
    page = opened.go("zh/graph/")
    page.locator(f"#rd-graph a[href*='{SEED.removeprefix('zh/')}']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"{SEED}(index\.html)?$"))
    expect(page.locator("h1")).to_contain_text("加强人权领域的技术合作和能力建设")


def test_a_hollow_node_leads_to_the_page_of_the_cited_work(opened: Watched) -> None:
    page = opened.go("zh/graph/")
    page.locator(".rd-known a", has_text="60/251").first.click()
    page.wait_for_url(re.compile(r"zh/cited/A/RES/60/(index\.html)?#251$"))
    expect(page.locator("section[id='251'] h2")).to_contain_text("A/RES/60/251")
