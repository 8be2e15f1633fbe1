"""A collection of resolutions without titles, as the Security Council's are: what readers were misled by there."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Watched, assert_accessible, moved, quiet, watch
from tests.browser.sites import WORKS


@pytest.fixture
def reader(council_server: str, context: BrowserContext) -> Iterator[Watched]:
    yield from quiet(watch(context, council_server))


def test_the_head_of_a_page_says_what_it_is_about(reader: Watched) -> None:
    page = reader.go("en/S/RES/9002(1993)/")
    facts = page.locator(".rd-glance span").all_inner_texts()
    assert facts[0] == "30 November 1993" and facts[2] == "by a vote (13-0-2)"
    assert facts[1].startswith("Condemns the dousing of the lamps of Sudport")
    assert_accessible(page)


def test_a_list_says_what_each_is_about_and_filters_by_it(reader: Watched) -> None:
    page = reader.go("en/works/")
    rows = page.locator("tbody tr")
    expect(rows.filter(has_text="Condemns the dousing of the lamps of Norport")).to_have_count(1)
    page.get_by_label("Vote").select_option("by a vote")
    expect(rows.filter(visible=True)).to_have_count(1)
    expect(rows.filter(visible=True)).to_contain_text("13-0-2")
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("searchbox").fill("moved to tears")
    expect(rows.filter(visible=True)).to_have_count(0)
    page.get_by_role("link", name="Search all texts for “moved to tears”").click()
    page.wait_for_url(re.compile(r"/en/search/\?q=moved"))
    hit = page.locator(".rd-search__work").first
    expect(hit.locator(".rd-search__about")).to_contain_text("Condemns the dousing of the lamps of")


@pytest.mark.parametrize(
    ("paragraph", "entry", "cited"),
    [
        ("op2", "Copy the citation", "Security Council resolution 9001 (1992), para. 2"),
        ("op4-a", "Copy the citation (OSCOLA)", "UNSC Res 9001 (30 November 1992) UN Doc S/RES/9001 para 4(a)"),
        ("pp1", "Copy the citation (OSCOLA)", "UNSC Res 9001 (30 November 1992) UN Doc S/RES/9001 preamble para 1"),
        ("op2", "Copy the citation (Bluebook)", "S.C. Res. 9001, ¶ 2, U.N. Doc. S/RES/9001 (Nov. 30, 1992)"),
    ],
)
def test_a_paragraph_is_cited_in_the_styles_of_the_united_nations_and_of_lawyers(
    reader: Watched, paragraph: str, entry: str, cited: str
) -> None:
    page = reader.go("en/S/RES/9001(1992)/")
    page.evaluate("() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }")
    page.locator(f"#{paragraph}").hover()
    page.locator(f"#{paragraph} .rd-tools").click()
    page.get_by_role("menuitem", name=entry, exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("window.copied") == cited


def test_a_page_says_how_its_text_is_cited(reader: Watched) -> None:
    page = reader.go("en/S/RES/9001(1992)/")
    ways = page.get_by_role("region", name="How to cite").locator("dd").all_inner_texts()
    assert ways == [
        "Security Council resolution 9001 (1992)",
        "UNSC Res 9001 (30 November 1992) UN Doc S/RES/9001",
        "S.C. Res. 9001, U.N. Doc. S/RES/9001 (Nov. 30, 1992)",
    ]
    page.set_viewport_size({"width": 1440, "height": 900})
    rail = page.get_by_role("navigation", name="Contents").get_by_role("listitem")
    assert rail.all_inner_texts()[-2:] == ["How to cite", "Downloads"]
    rail.get_by_role("link", name="How to cite").click()
    expect(page.get_by_role("heading", name="How to cite", level=2)).to_be_in_viewport()


def test_days_are_sorted_by_when_they_are(reader: Watched) -> None:
    page = reader.go("en/works/#sort=date")
    days = page.locator("tbody tr:visible time").evaluate_all("all => all.map(one => one.dateTime)")
    assert len(days) == 4 and days == sorted(days)
    page.get_by_role("button", name="Date").click()
    assert page.locator("tbody tr:visible time").evaluate_all("all => all.map(one => one.dateTime)") == days[::-1]


def test_a_symbol_is_spelt_one_way(reader: Watched) -> None:
    page = reader.go("en/search/?q=lamps")
    facts = page.locator(".rd-search__facts span:first-child")
    expect(facts).to_have_count(4)
    assert {text.strip() for text in facts.all_inner_texts()} == {
        f"S/RES/{number} ({year})" for number, year, *_ in WORKS.values()
    }


def test_coverage_counts_what_is_not_held_and_says_the_rest(reader: Watched) -> None:
    page = reader.go("en/coverage/")
    expect(page.locator("#bodies + table")).to_contain_text("resolution (4)")
    expect(page.locator("#wanted + table th button")).to_have_count(3)
    expect(page.locator("th button")).to_have_count(3)


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_a_filter_leaves_what_it_finds_whether_rows_are_cards_or_not(reader: Watched, width: int) -> None:
    page = reader.go("en/works/")
    page.set_viewport_size({"width": width, "height": 900})
    rows = page.locator(".rd-table tbody tr:visible")
    expect(rows).to_have_count(4)
    page.locator(".rd-filter__text").fill("Sudport")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Sudport")
    page.locator(".rd-filter__text").fill("Nowhere")
    expect(rows).to_have_count(0)
    expect(page.locator(".rd-table thead:visible")).to_have_count(0)


def test_a_cited_work_that_is_asked_for_is_marked_where_it_stands(reader: Watched) -> None:
    """A mark that narrows its words would break their lines anew when it comes."""
    reader.page.set_viewport_size({"width": 390, "height": 844})
    page, name = "en/cited/S/RES/1990-1999/", "[id='9000-1991'] > h2, h2[id='9000-1991']"
    before = reader.go(page).locator(name).bounding_box()
    after = reader.go(f"{page}#9000-1991").locator(name).bounding_box()
    assert before and after and (before["x"], before["width"]) == (after["x"], after["width"])
    mark = reader.page.locator(".rd-cited:is(:target, :has(:target))")
    assert mark.evaluate("one => getComputedStyle(one, '::before').borderInlineStartWidth") != "0px"


def test_a_symbol_and_a_card_say_what_it_is_about(reader: Watched) -> None:
    page = reader.go("en/search/?q=UNSCR+9001")
    expect(page.locator(".rd-search__about")).to_contain_text("30 November 1992 · Condemns the dousing")


@pytest.mark.parametrize(
    ("today", "ahead"), [(datetime(2089, 1, 1), 2), (datetime(2090, 6, 1), 1), (datetime(2091, 1, 1), 0)]
)
def test_home_shows_only_what_lies_ahead(reader: Watched, today: datetime, ahead: int) -> None:
    reader.page.clock.set_fixed_time(today)
    page = reader.go("en/")
    expect(page.locator(".rd-ahead + ul li:visible:has(time)")).to_have_count(ahead)
    expect(page.locator("#due:visible")).to_have_count(min(ahead, 1))
    assert "May 1993" not in page.locator(".rd-ahead + ul").inner_text()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_mandates_ahead_move_nothing(browser: Browser, council_server: str, width: int) -> None:
    assert moved(browser, f"{council_server}en/", width, shows="#due", late="home.js") < 0.001


def test_a_figure_on_the_home_page_opens_as_many(reader: Watched, council: Path) -> None:
    page = reader.go("en/")
    figures = page.locator(".rd-home ul").first.locator("li")
    found = {li.inner_text(): li.locator("a").get_attribute("href") for li in figures.all() if li.locator("a").count()}
    assert found
    for text, target in found.items():
        number = int(re.sub(r"\D", "", text.split()[0]))
        opened = reader.go(f"en/{target}")
        rows = opened.locator("tbody tr").count()
        assert rows == number, (text, target)
    mandates = list(csv.DictReader((council / "data/en/mandates.csv").read_text("utf-8-sig").splitlines()))
    assert len(mandates) == next(int(text.split()[0]) for text in found if "mandate" in text)


def test_every_request_of_the_secretary_general_for_a_report_is_found(reader: Watched, council: Path) -> None:
    page = reader.go("en/verbs/request/")
    page.get_by_label("Addressee").select_option("Secretary-General")
    page.get_by_role("searchbox").fill("report")
    rows = page.locator("tbody tr").filter(visible=True)
    expect(rows).to_have_count(8)
    paragraphs = [json.loads(line) for line in (council / "data/en/paragraphs.jsonl").read_text("utf-8").splitlines()]
    asking = [one for one in paragraphs if any(verb["lemma"] == "request" for verb in one["verbs"])]
    assert len([one for one in asking if "Norway" not in one["text"]]) == 8, "the figures agree with the data"
    for text in rows.all_inner_texts():
        assert "a report" in text or "(b) To report to the Council on its price" in text, "whole sentences"
    page = reader.go("en/verbs/condemn/")
    expect(page.locator("tbody tr").first).to_contain_text("S/PV. 1590, of which the harbour master")


@pytest.mark.parametrize(("asked", "led"), [("zh-CN", "zh"), ("sw", "en"), ("de-AT", "en")])
def test_a_visitor_is_led_to_the_language_with_most_texts_and_told(
    council_server: str, browser: Browser, asked: str, led: str
) -> None:
    visitor = browser.new_context(locale=asked)
    page = visitor.new_page()
    page.goto(council_server)
    page.wait_for_url(re.compile(rf"/{led}/"))
    note = page.locator("#rd-asked")
    if asked.startswith("zh"):
        expect(note).to_be_hidden()
    else:
        named = {"sw": "Swahili", "de-AT": "German"}[asked]
        expect(note).to_have_text(re.compile(rf"no text in {named}"))
    visitor.close()
