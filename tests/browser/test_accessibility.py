"""axe-core finds nothing on any kind of page: light and dark, desktop and phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = [
    "zh/",
    "zh/drafts/hrc-51-technical-cooperation/",
    "zh/A/RES/60/251/",
    "zh/A/HRC/RES/18/18/",
    "zh/works/",
    "zh/cited/",
    "zh/reports/",
    "zh/sponsors/",
    "zh/terms/",
    "zh/search/",
    "zh/about/",
    "404.html",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, server: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="zh-CN",
    )
    page = context.new_page()
    page.goto(server + path)
    page.wait_for_timeout(200)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], [node["target"] for node in one["nodes"]][:5]) for one in found] == []
