"""The site opened from its folder, as `make site` says: pages lead to pages, not to lists of files."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import BrowserContext

from .conftest import watch


def test_the_pages_of_the_folder_lead_to_pages(site: Path, context: BrowserContext) -> None:
    watched = watch(context, f"{site.as_uri()}/")
    page = watched.go("index.html")
    page.wait_for_url(re.compile(r"/zh/index\.html$"))
    page.locator(".md-content a[href$='/']").first.click()
    page.wait_for_url(re.compile(r"/zh/.+/index\.html(#.*)?$"))
    assert page.locator("h1").count() == 1
    assert watched.elsewhere() == []
