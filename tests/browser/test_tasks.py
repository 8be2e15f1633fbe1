"""What readers come for, done by hand in a real browser: each task is done, and its keys and clicks are counted.

docs/contribute/tasks.md is made of what is counted here: a row that differs fails with the row that should stand there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import watch
from tests.browser.hand import Hand, spellings

PAGE = Path(__file__).parents[2] / "docs/contribute/tasks.md"
FIRST_TEXT = "zh/drafts/hrc-51-technical-cooperation/"


@dataclass(frozen=True)
class Task:
    """What is wanted, the fixture of the site that it is done on, the page that it begins at, and the doing."""

    wish: str
    site: str
    start: str
    begins: str
    do: Callable[[Hand, Page], None]


def who_cites(hand: Hand, page: Page) -> None:
    hand.press("/")
    hand.type("60/251")
    found = page.locator("dialog .rd-search__paragraphs a")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("60/251")


def requests_for_a_report(hand: Hand, page: Page) -> None:
    hand.press("/")
    hand.type("report")
    hand.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=report"))
    hand.choose(page.locator("[data-filter=verb]"), "Verb", "request")
    hand.choose(page.locator("[data-filter=whom]"), "Addressee", "Secretary-General")
    found = page.locator(".rd-search__paragraphs a")
    expect(found).to_have_count(8)
    for text in found.all_inner_texts():
        assert "report" in text.lower()


def quote_a_paragraph(hand: Hand, page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }")
    page.locator("#op12").scroll_into_view_if_needed()
    page.locator("#op12").hover()
    hand.click(page.locator("#op12 .rd-tools"), "the sign beside the paragraph")
    hand.click(page.get_by_role("menuitem", name="复制文字和出处"))
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    copied: str = page.evaluate("window.copied")
    assert copied.startswith("12. 请联合国人权事务高级专员") and "第12段" in copied and "#op12" in copied


def two_languages(hand: Hand, page: Page) -> None:
    hand.click(page.locator(".rd-beside a", has_text="阿拉伯文"))
    page.wait_for_url(re.compile(r"/parallel/(?:index\.html)?\?with=ar"))
    expect(page.locator(".rd-pair")).to_be_visible()
    cells = page.locator("tr:has(#op3) td")
    assert cells.evaluate_all("all => all.map((one) => one.lang)") == ["zh", "ar"]


def what_is_due(hand: Hand, page: Page) -> None:
    hand.click(page.locator("#due + ul li:visible a").first, "the first under “Due next”")
    page.wait_for_url(re.compile(r"#s?[a-z]+-op3-1$|#op3$"))
    assert "31 May 2090" in page.locator("main").inner_text()


def take_the_data(hand: Hand, page: Page) -> None:
    hand.click(page.locator(".md-tabs a", has_text="数据"))
    page.wait_for_url(re.compile(r"/zh/data/"))
    with page.expect_download() as download:
        hand.click(page.get_by_role("link", name="paragraphs.jsonl"))
    lines = download.value.path().read_text("utf-8").splitlines()
    assert any(json.loads(line)["id"] == "op12" for line in lines)


def put_on_paper(hand: Hand, page: Page) -> None:
    hand.press("Control+p")
    sheets = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = [sheet.get_textpage().get_text_range() for sheet in sheets]
    assert f"1 / {len(words)}" in words[0] and f"{len(words)} / {len(words)}" in words[-1]
    assert FIRST_TEXT.rstrip("/") in words[0].replace("\r\n", "") and re.search(r"\d{4}年", words[0])


TASKS = (
    Task("Who cites resolution 60/251?", "server", "zh/", "home", who_cites),
    Task("Every request to the Secretary-General for a report", "council_server", "en/", "home", requests_for_a_report),
    Task("Quote a paragraph with its source", "server", FIRST_TEXT, "its text", quote_a_paragraph),
    Task("A Chinese text beside the Arabic one", "demo_server", "zh/LG/LHC/RES/30/7/", "its text", two_languages),
    Task("What is due next?", "council_server", "en/", "home", what_is_due),
    Task("Take all paragraphs home as data", "server", "zh/", "home", take_the_data),
    Task("A text on paper, with its address and numbered pages", "server", FIRST_TEXT, "its text", put_on_paper),
)  # fmt: skip

SPELLINGS = spellings(9001, 1992)


def begun(address: str, start: str, context: BrowserContext) -> Page:
    """The page where a task begins; every request stays on its site."""
    watched = watch(context, address)
    watched.page.clock.set_fixed_time(datetime(2089, 1, 1, 12))
    return watched.go(start)


def stands(row: str) -> None:
    if row not in PAGE.read_text("utf-8").splitlines():
        pytest.fail(f"docs/contribute/tasks.md should have:\n{row}")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.do.__name__)
def test_a_task_is_done_in_so_many_keys_and_clicks(
    task: Task, request: pytest.FixtureRequest, context: BrowserContext
) -> None:
    page = begun(request.getfixturevalue(task.site), task.start, context)
    hand = Hand(page)
    task.do(hand, page)
    stands(f"| {task.wish} | {task.begins} | {hand.way()} | {hand.keys} | {hand.clicks} |")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_symbol_in_ten_spellings(spelling: str, council_server: str, context: BrowserContext) -> None:
    page = begun(council_server, "en/", context)
    hand = Hand(page)
    hand.press("/")
    hand.type(spelling)
    expect(page.locator("dialog .rd-search__title")).to_have_count(1)
    led = SPELLINGS[spelling]
    for _ in range(2 if "#" in led else 1):
        hand.press("ArrowDown")
    hand.press("Enter")
    page.wait_for_url(f"{council_server}en/{led}")
    stands(f"| `{spelling}` | `{led}` | {hand.keys - len(spelling)} |")


def test_the_page_has_these_rows_and_no_others() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if re.match(r"\| (?!-)", line)]
    assert len(rows) == len(TASKS) + len(SPELLINGS) + 2, "and the heads of the two tables"
