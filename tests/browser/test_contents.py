"""The contents beside a text: a rail on a wide window, a sheet on a narrow one, with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched

WORK = "zh/drafts/hrc-51-technical-cooperation/"
PHONE = {"width": 390, "height": 844}


def test_a_wide_window_has_a_rail_that_leads_to_every_paragraph(opened: Watched) -> None:
    opened.page.set_viewport_size({"width": 1440, "height": 900})
    page = opened.go(WORK)
    rail = page.get_by_role("navigation", name="本文目录")
    assert rail.locator('a[href^="#pp"]').count() == 16
    assert rail.locator('a[href^="#op"]').count() == 14
    expect(rail.locator('a[href="#op11"]')).to_contain_text("11. 决定")
    expect(page.get_by_role("button", name="本文目录")).to_be_hidden()
    rail.locator('a[href="#op11"]').click()
    expect(page.locator("#op11")).to_be_in_viewport()
    expect(rail.locator("[aria-current]")).to_have_count(1)
    for link in rail.locator("a").all():
        assert page.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']").count() == 1
    page.locator("#cited-by").scroll_into_view_if_needed()
    expect(rail).to_be_in_viewport()  # it stays beside what is read


def test_a_phone_has_a_sheet(opened: Watched) -> None:
    opened.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page = opened.go(WORK)
    sheet = page.locator("#rd-contents")
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name="本文目录").click()
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name="本文目录").click()
    sheet.locator('a[href="#op11"]').click()
    expect(sheet).to_be_hidden()
    expect(page.locator("#op11")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [390, 1440])
def test_the_contents_need_no_script(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(server + WORK)
    if width == 390:
        page.locator(".rd-contents-open").click()
    page.locator('#rd-contents a[href="#op11"]').click()
    expect(page.locator("#op11")).to_be_in_viewport()
    context.close()
