"""axe-core finds nothing on any kind of page: light and dark, desktop and phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import assert_accessible, seen

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
    with seen(browser, server + path, width=width, scheme=scheme) as page:
        assert_accessible(page)
