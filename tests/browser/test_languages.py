"""Two languages in a real browser: the choice of language, search by stems, and right to left."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from converter.site.bundle import write_bundle
from tests.temp_project import make_project

from .conftest import ROOT, Watched, assert_accessible, serve, watch

KEEPERS = 30  # paragraphs, so that the page scrolls
WORK = "A/HRC/RES/51/7"

ZH = (
    "人权理事会\n第五十一届会议\n2022年9月12日至10月7日\n议程项目3\n促进和保护所有人权\n51/7 沿海灯塔的照明\n"
    "人权理事会，\n回顾理事会2016年9月30日第33/28号决议第2段，\n"
    + "".join(f"{n}. 呼吁各国点亮第{n}座灯塔，并在每年雾季之前照料它的灯油和灯芯；\n" for n in range(1, KEEPERS))
    + f"{KEEPERS}. 决定继续处理此事。\n"
)
EN = (
    "Human Rights Council\nFifty-first session\n12 September–7 October 2022\nAgenda item 3\n"
    "Promotion and protection of all human rights\n51/7. Lighting of coastal lighthouses\n"
    "The Human Rights Council,\nRecalling its resolution 33/28 of 30 September 2016,\n"
    + "".join(
        f"{n}. Calls upon States to light lighthouse number {n}, and to tend its oil and its wick before the fog;\n"
        for n in range(1, KEEPERS)
    )
    + f"{KEEPERS}. Decides to remain seized of the matter.\n"
)
WICKS = ZH.replace("51/7", "51/8").replace("沿海灯塔的照明", "灯芯")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one work in both languages and one in Chinese only."""
    root = make_project(
        tmp_path_factory.mktemp("two") / "两种 语言",
        {
            "lamps": {"zh.txt": ZH, "en.txt": EN, "work.yml": f"symbol: {WORK}\n"},
            "wicks": {"zh.txt": WICKS, "work.yml": "symbol: A/HRC/RES/51/8\n"},
        },
    )
    done = subprocess.run(
        [sys.executable, "-m", "converter", "--project", str(root), "build"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (root / "site" / "index.html").is_file(), done.stdout + done.stderr
    return root / "site"


@pytest.fixture(params=["http", "file"])
def visitor(request: pytest.FixtureRequest, two: Path, context: BrowserContext) -> Iterator[Watched]:
    """The site over http, then its bundle from file://; nothing goes out and nothing complains."""
    running = None
    if request.param == "http":
        running, root = serve(two)
    else:
        folder = two.parent / "unpacked"
        with zipfile.ZipFile(write_bundle(two, two.parent / "bundle.zip")) as packed:
            packed.extractall(folder)
        root = folder.as_uri() + "/"
    watched = watch(context, root)
    yield watched
    assert watched.elsewhere() == []
    assert watched.complaints == []
    if running is not None:
        running.shutdown()
        running.server_close()


def lang_of(page: Page) -> str:
    return str(page.evaluate("document.documentElement.lang"))


def test_the_switch_keeps_the_paragraph(visitor: Watched) -> None:
    page = visitor.go(f"zh/{WORK}/")
    page.locator("#op12").evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 60)")
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch a").click()
    page.wait_for_url(re.compile(r"/en/.*#op12$"))
    assert lang_of(page) == "en"
    expect(page.locator("#op12")).to_be_in_viewport()
    assert "lighthouse number 12" in page.locator("#op12").inner_text()
    page.go_back()
    page.wait_for_url(re.compile(r"/zh/"))
    visitor.go(f"zh/{WORK}/")
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch a").click()
    page.wait_for_url(re.compile(r"/en/"))
    assert "#" not in page.url  # from the top to the top


def test_the_paragraph_of_the_address_counts_while_it_is_seen(visitor: Watched) -> None:
    page = visitor.go(f"zh/{WORK}/#op9")
    page.locator("#op8").evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 60)")
    way = page.locator(".rd-switch a")
    page.locator(".rd-switch summary").click()
    way.hover()
    assert way.get_attribute("href").endswith("#op9")  # type: ignore[union-attr]
    page.locator("#op20").evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 60)")
    way.dispatch_event("focusin")
    assert way.get_attribute("href").endswith("#op20")  # type: ignore[union-attr]


def test_the_switch_by_keyboard(visitor: Watched) -> None:
    page = visitor.go(f"en/{WORK}/")
    summary = page.locator(".rd-switch summary")
    assert summary.get_attribute("aria-label") == "Language: English"
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rd-switch")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hreflang") == "zh"
    page.keyboard.press("Escape")
    expect(page.locator(".rd-switch")).not_to_have_attribute("open", "")
    assert summary.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.locator("h1").first.click()
    expect(page.locator(".rd-switch")).not_to_have_attribute("open", "")


def test_what_is_not_in_the_other_language_says_so(visitor: Watched) -> None:
    page = visitor.go("zh/A/HRC/RES/51/8/")
    page.locator(".rd-switch summary").click()
    expect(page.locator(".rd-switch a small")).to_have_text("此页没有英文版，转到“Resolutions”")
    page.locator(".rd-switch a").click()
    page.wait_for_url(re.compile(r"/en/works/(index\.html)?$"))


@pytest.mark.parametrize(("asked", "led"), [("en-GB", "en"), ("zh-TW", "zh"), ("sw", "zh")])
def test_the_root_leads_to_the_readers_language(two: Path, browser: Browser, asked: str, led: str) -> None:
    running, address = serve(two)
    context = browser.new_context(locale=asked)
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(re.compile(rf"/{led}/(\?asked=sw)?$"))
    assert lang_of(page) == led
    assert page.locator("#rd-asked").is_visible() == (asked == "sw"), "told that there is no text in it"
    context.close()
    without = browser.new_context(locale=asked, java_script_enabled=False)
    page = without.new_page()
    page.goto(address)
    assert page.locator("main a").all_inner_texts() == ["中文", "English"]
    without.close()
    running.shutdown()
    running.server_close()


def test_a_lost_address_is_answered_in_its_language(two: Path, context: BrowserContext) -> None:
    running, address = serve(two)
    lost = (two / "404.html").read_text(encoding="utf-8")
    context.route("**/en/A/RES/60/999/", lambda route: route.fulfill(status=200, content_type="text/html", body=lost))
    page = context.new_page()
    page.goto(f"{address}en/A/RES/60/999/")
    expect(page.locator("h1")).to_have_text("Page not found")
    assert lang_of(page) == "en" and page.locator("#rd-lost input").input_value() == "A/RES/60/999"
    assert page.locator("#rd-lost").get_attribute("action").endswith("/en/search/")  # type: ignore[union-attr]
    # and all around it: no word of the site's own language, no way that leads there
    assert not re.search(r"[\u4e00-\u9fff]", page.locator("body").inner_text())
    assert (
        page.locator("header a, header [aria-label], header [title]").evaluate_all(
            "all => all.flatMap((one) => [one.ariaLabel, one.title, one.getAttribute('href')]).filter((word) =>"
            " /[\\u4e00-\\u9fff]|\\/zh\\//.test(word ?? ''))"
        )
        == []
    )
    page.keyboard.press("/")
    page.keyboard.type("wick")
    expect(page.locator("dialog [role=status]")).to_contain_text("1 document found.")
    running.shutdown()
    running.server_close()


def test_a_symbol_in_a_lost_address_leads_on(two: Path, context: BrowserContext) -> None:
    """However it is spelled there, and with its paragraph; without a language, to one that has it."""
    running, address = serve(two)
    lost = (two / "404.html").read_text(encoding="utf-8")
    files = sorted((two / "en/search/symbols").iterdir())
    rows = [
        row for file in files for entry in json.loads(file.read_text("utf-8")).values() for row in entry.get("rows", [])
    ]
    row = next(row for row in rows if row["symbol"].startswith("A/"))
    spelled = row["symbol"].replace("/", "-")
    page = context.new_page()
    for asked in (f"en/{spelled}", f"en/{spelled}/"):
        page.route(f"**/{asked}", lambda route: route.fulfill(status=404, content_type="text/html", body=lost))
        page.goto(f"{address}{asked}#op1")
        # a work that is not held is read in its series, where its paragraphs have its anchor before theirs
        page.wait_for_url(f"{address}{row['url']}{'-' if '#' in row['url'] else '#'}op1")
    running.shutdown()
    running.server_close()


def test_english_is_found_by_its_stems(visitor: Watched) -> None:
    page = visitor.go("en/search/?q=lighthouses+number")
    expect(page.locator("[role=status]")).to_contain_text("found")
    assert page.locator(".rd-search__paragraphs a").count() > 1
    page = visitor.go("en/search/?q=tending")
    expect(page.locator("[role=status]")).to_contain_text("1 document found.")
    first = page.locator(".rd-search__paragraphs a").first
    expect(first.locator("mark")).to_have_text("tend")
    first.click()
    page.wait_for_url(re.compile(r"/en/.*#op1$"))


def test_each_language_finds_its_own(visitor: Watched) -> None:
    page = visitor.go("zh/search/?q=灯油")
    expect(page.locator("[role=status]")).to_contain_text("找到 2 件")
    assert all("/zh/" in link for link in page.locator(".rd-search__title").evaluate_all("all => all.map(a => a.href)"))
    page = visitor.go("en/search/?q=灯油")
    expect(page.locator("[role=status]")).to_have_text("Nothing found for “灯油”.")


PAGES = ["en/", f"en/{WORK}/", "en/works/", "en/mandates/", "en/graph/", "en/search/", "en/cited/"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_direction_breaks_a_page(
    two: Path, context: BrowserContext, address: str, direction: str, width: int
) -> None:
    """Right to left stands in for Arabic: the attributes are what the site sets, the words stay English."""
    running, root = serve(two)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(root + address)
    page.evaluate("way => { document.documentElement.dir = document.body.dir = way; }", direction)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if page.locator(".rd-switch").count():
        page.locator(".rd-switch summary").click()
        box = page.locator(".rd-switch__list").bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.locator(".rd-drawing text").evaluate_all("all => all.every(one => one.getBBox().x >= -1)")
    assert_accessible(page)
    running.shutdown()
    running.server_close()


def test_a_list_of_symbols_keeps_its_order_from_right_to_left(two: Path, context: BrowserContext) -> None:
    running, root = serve(two)
    page = context.new_page()
    page.goto(f"{root}en/{WORK}/")
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    row = '<p id="row">و <a href="#">A/RES/1</a>، <a href="#">A/RES/2</a></p>'
    page.locator(".rd-text").evaluate("(text, row) => text.insertAdjacentHTML('beforeend', row)", row)
    first, second = (one.bounding_box() for one in page.locator("#row a").all())
    assert first is not None and second is not None and first["x"] > second["x"]
    running.shutdown()
    running.server_close()
