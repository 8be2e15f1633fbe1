"""What every page has around its text: the way over the head, the texts beside, the foot."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Watched, assert_accessible, seen

WORK = "en/LG/LHC/RES/30/7/"


@pytest.mark.parametrize("path", [WORK, "en/", "en/works/", "en/mandates/", "en/graph/", "en/verbs/request/"])
def test_the_first_key_leads_to_the_text(shown: Watched, path: str) -> None:
    page = shown.go(path)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert (skip.get_attribute("href") or "").endswith("#title")
    page.keyboard.press("Enter")
    expect(page.locator("h1#title")).to_be_in_viewport()


def test_the_texts_before_and_after_lead_to_each_other(shown: Watched) -> None:
    page = shown.go("zh/LG/RES/53/1/")
    around = page.get_by_role("navigation", name="前后文本")
    expect(around).to_contain_text("群岛大会，按时间顺序")
    name = page.locator("h1").text_content()
    around.locator('a[rel="next"]').first.click()
    expect(page.locator("h1")).not_to_have_text(name or "")
    page.get_by_role("navigation", name="前后文本").locator('a[rel="prev"]').first.click()
    expect(page.locator("h1")).to_have_text(name or "")


def test_every_page_has_a_foot_in_its_language(shown: Watched) -> None:
    for path, licence in (("en/", "Licence"), (WORK, "Licence"), ("ar/works/", "الترخيص"), ("zh/mandates/", "许可")):
        foot = shown.go(path).get_by_role("contentinfo")
        expect(foot.get_by_role("link", name=licence)).to_be_visible()
    shown.page.get_by_role("contentinfo").get_by_role("link", name="许可").click()
    expect(shown.page.locator("h2#licence")).to_be_in_viewport()
    shown.page.get_by_role("contentinfo").get_by_role("link", name="更正").click()
    expect(shown.page.locator("h2#corrections")).to_be_in_viewport()
    shown.page.goto(f"{shown.root}en/works/")
    with shown.page.expect_response("**/works.atom"):
        shown.page.evaluate("fetch(document.querySelector('.rd-footer a[href$=\".atom\"]').href)")


def test_a_paragraph_is_compared_with_another_language_where_it_stands(shown: Watched) -> None:
    page = shown.go(WORK)
    page.locator("#op3 .rd-tools").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Compare with the French text").click()
    page.wait_for_url("**/parallel/?with=fr#op3")
    expect(page.locator("#op3")).to_be_in_viewport()


def test_paper_says_where_the_text_is_from_and_on_which_page(shown: Watched) -> None:
    page = shown.go(WORK)
    printed = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = [sheet.get_textpage().get_text_range() for sheet in printed]
    assert f"1 / {len(words)}" in words[0] and f"{len(words)} / {len(words)}" in words[-1]
    assert re.search(r"Resolution Library · LG/LHC/RES/30/7 · printed on .*\d{4} ·\s+http", words[0])
    assert "Annotations" not in words[0]


BROKEN = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("article :is(td, th)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}"""
SHEETS = {"en/mandates/": 605, "en/graph/": 940}  # pixels between the margins of the page: upright, and across


@pytest.mark.parametrize("path", SHEETS)
def test_no_table_breaks_a_word_on_paper(real_server: str, browser: Browser, path: str) -> None:
    with seen(browser, real_server + path) as page:
        expect(page.locator("article td").first).to_be_visible()
        page.set_viewport_size({"width": SHEETS[path], "height": 900})
        page.emulate_media(media="print")
        assert page.evaluate(BROKEN) == []


def test_a_table_of_many_columns_has_room_for_sentences(real_server: str, browser: Browser) -> None:
    with seen(browser, f"{real_server}en/works/", width=1440) as page:
        first = page.locator(".rd-table tbody td").first
        expect(first).to_be_visible()
        assert (first.bounding_box() or {"width": 0})["width"] > 180


def test_where_rows_are_cards_a_head_is_as_wide_as_its_word(demo_server: str, browser: Browser) -> None:
    with seen(browser, f"{demo_server}zh/works/", width=768) as page:
        head = page.locator("th[data-key='agenda']")
        expect(head).to_be_visible()
        assert (head.bounding_box() or {"width": 999})["width"] < 160


def test_the_pages_for_contributors_are_listed(shown: Watched) -> None:
    page = shown.go("contribute/")
    links = page.locator("article ul a").evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    pages = sorted(one.stem for one in (ROOT / "docs/contribute").glob("*.md") if one.stem != "index")
    assert sorted(link.strip("/").rpartition("/")[2] for link in links) == pages


@pytest.mark.parametrize("path", ["contribute/findings/", "contribute/architecture/"])
def test_code_wider_than_a_phone_is_scrolled_by_keyboard(browser: Browser, demo_server: str, path: str) -> None:
    """The theme lets it be focused only where there is a mouse."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(demo_server + path, wait_until="load")
    code = page.locator("pre > code")
    wide = code.evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth).length")
    assert wide > 0
    expect(page.locator("pre > code[tabindex='0']")).to_have_count(wide)
    assert_accessible(page)
    context.close()
