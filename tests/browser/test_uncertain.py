"""What is not certain is said at the head of a page and beside the place; old addresses keep the paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opener, assert_accessible, seen, served
from tests.temp_project import GOOD, make_project, run

SIDECAR = """\
formerly: [drafts/lamps]
accepted:
  - {lang: zh, code: number-skips, at: op3, reason: 正式文件中没有第2段。}
  - {lang: zh, code: note-without-mark, at: fn-1, reason: <b>没有标记</b>。}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a text of which two places are not certain, and one that is set aside."""
    text = GOOD.replace("2. 决定", "3. 决定") + " 1 见灯塔登记册。\n"
    bad = {"zh.pdf": b"%PDF-1.4 nothing", "work.yml": "symbol: A/HRC/51/L.901\n"}
    root = make_project(
        tmp_path_factory.mktemp("doubts") / "project", {"w": {"zh.txt": text, "work.yml": SIDECAR}, "bad": bad}
    )
    assert run(root, "build").exit_code == 0
    return root / "site"


def test_both_places_say_what_is_not_certain(open_folder: Opener, built: Path) -> None:
    watched = open_folder(built)
    page = watched.go("zh/drafts/w/")
    said = page.locator(".rd-uncertain li")
    expect(said).to_have_count(2)
    expect(said.nth(0)).to_contain_text("正式文件中没有第2段。")
    assert page.locator(".rd-uncertain b").count() == 0
    for anchor in ("op3", "fn-1"):
        place = page.locator(f"#{anchor}")
        described = place.get_attribute("aria-describedby")
        assert described and page.locator(f"#{described}").count() == 1
        page.locator(f'.rd-uncertain a[href="#{anchor}"]').click()
        expect(place).to_be_in_viewport()
    assert "正式文件中没有第2段" not in page.locator(".rd-text").inner_text()  # the text is the source's words alone
    assert watched.complaints == []


def test_an_old_address_keeps_the_paragraph(open_folder: Opener, built: Path) -> None:
    watched = open_folder(built)
    page = watched.go("zh/drafts/lamps/#op3")
    page.wait_for_url("**/zh/drafts/w/#op3")
    expect(page.locator("#op3")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["zh/drafts/w/", "zh/A/HRC/51/L.901/"])
def test_axe_finds_nothing(browser: Browser, built: Path, path: str, width: int, scheme: str) -> None:
    with served(built) as address, seen(browser, address + path, width=width, scheme=scheme) as page:
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
