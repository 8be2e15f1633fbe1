"""What readers come for, on a phone by touch: what is tapped is found by the role and name that a screen reader says.

A control without a name, or one that a finger cannot reach at 390 pixels, fails here. How many keys and clicks the
tasks take is counted in test_tasks.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from .conftest import PATIENCE_MS, watch

WORK = "en/LG/LHC/RES/30/7/"
FINGER = 24  # pixels: WCAG 2.2, 2.5.8


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="en-GB")
    made.set_default_timeout(PATIENCE_MS)
    yield made
    made.close()


def opened(phone: BrowserContext, address: str, path: str) -> Page:
    """A page on the phone on a day of 2089; every request stays on its site."""
    watched = watch(phone, address)
    watched.page.clock.set_fixed_time(datetime(2089, 1, 1, 12))
    return watched.go(path)


def tap(target: Locator) -> None:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box and box["height"] >= FINGER and box["x"] >= 0 and box["x"] + box["width"] <= 390, target
    target.tap()


def test_a_symbol_lands(phone: BrowserContext, demo_server: str) -> None:
    page = opened(phone, demo_server, "en/")
    tap(page.get_by_role("link", name="Search").first)
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox", name="Search").fill("resolution 30/7, para. 3")
    hit = dialog.get_by_role("list", name="Results").get_by_role("listitem").first.get_by_role("link").first
    expect(dialog.get_by_role("status")).to_contain_text("Documents with this symbol: 1")
    tap(hit)
    page.wait_for_url(re.compile(r"30/7/#op3$"))
    expect(page.locator("#op3")).to_be_in_viewport()


def test_requests_for_a_report_are_chosen(phone: BrowserContext, council_server: str) -> None:
    page = opened(phone, council_server, "en/search/?q=report")
    expect(page.locator(".rd-search__title").first).to_be_in_viewport()  # not below the filters
    expect(page.get_by_role("combobox", name="Verb")).to_be_hidden()
    tap(page.get_by_role("button", name="Filters"))
    page.get_by_role("combobox", name="Verb").select_option("request")
    page.get_by_role("combobox", name="Addressed to").select_option("Secretary-General")
    expect(page.locator(".rd-search__paragraphs a")).to_have_count(8)
    expect(page.get_by_role("button", name="Filters (2)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_paragraph_is_quoted(phone: BrowserContext, demo_server: str) -> None:
    page = opened(phone, demo_server, WORK)
    page.evaluate("() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }")
    tap(page.get_by_role("button", name=re.compile(r"^Cite or correct para\. 3$")))
    menu = page.get_by_role("menu", name="Cite or correct para. 3")
    tap(menu.get_by_role("menuitem", name="Copy the text with its source"))
    expect(page.get_by_role("status").filter(has_text=re.compile("[Cc]opied"))).to_be_visible()
    lines = str(page.evaluate("window.copied")).split("\n")
    starts = [line.split(" ")[0] for line in lines]
    assert starts[:4] == ["3.", "(a)", "(b)", "(c)"], "the whole of it, with what it opens"
    assert len(lines) == 5 and "30/7, para. 3" in lines[-1]


def test_two_languages_stand_one_below_the_other(phone: BrowserContext, demo_server: str) -> None:
    page = opened(phone, demo_server, WORK)
    tap(page.locator(".rd-beside").get_by_role("link", name="Arabic"))
    row = page.get_by_role("row").filter(has=page.locator("#op3"))
    expect(row.get_by_role("cell")).to_have_count(2)
    english, arabic = row.get_by_role("cell").all()
    upper, lower = english.bounding_box(), arabic.bounding_box()
    assert upper and lower and upper["y"] + upper["height"] <= lower["y"] + 1
    assert (english.get_attribute("lang"), arabic.get_attribute("lang")) == ("en", "ar")
    masthead = page.get_by_role("row").filter(has_text="LG/LHC/RES/30/7").first
    expect(masthead.get_by_role("rowheader")).to_have_count(1)  # unseen on a phone, and read out


def test_what_is_due_next_is_a_tap_away(phone: BrowserContext, council_server: str) -> None:
    page = opened(phone, council_server, "en/")
    tap(page.locator("#due + ul li:visible").get_by_role("link").first)
    page.wait_for_url(re.compile(r"#s?[a-z]+-op3-1$|#op3$"))
    expect(page.locator(page.url.split("/")[-1].replace(":", r"\:"))).to_be_in_viewport()


def test_the_ledger_opens_an_actor_on_demand(phone: BrowserContext, council_server: str) -> None:
    page = opened(phone, council_server, "en/mandates/")
    actor = page.get_by_role("button", name=re.compile("^Secretary-General"))
    expect(actor).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".rd-mandate:visible")).to_have_count(0)
    tap(actor)
    expect(actor).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".rd-mandate:visible").first).to_be_visible()


def test_the_data_are_taken_home(phone: BrowserContext, demo_server: str) -> None:
    page = opened(phone, demo_server, "en/")
    page.locator(".md-header__button[for=__drawer]").tap()
    tap(page.locator(".md-sidebar--primary").get_by_role("link", name="Data", exact=True))
    page.wait_for_url(re.compile(r"/en/data/"))
    with page.expect_download() as download:
        page.get_by_role("link", name="paragraphs.jsonl").tap()
    assert json.loads(download.value.path().read_text("utf-8").splitlines()[0])["work"]
