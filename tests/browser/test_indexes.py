"""The index pages and the home page in a real browser: filter, sort, share, with and without script."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .conftest import Watched, assert_accessible, moved, seen
from .sites import Halting, served

WIDTHS = (390, 768, 1440)
PAGES = (
    "zh/", "zh/works/", "zh/sponsors/", "zh/sponsors/al/", "zh/terms/", "zh/verbs/", "zh/verbs/guli/", "zh/sessions/",
    "zh/sessions/hrc-53/", "zh/cited/", "zh/reports/",
)  # fmt: skip


def names(page: Page) -> list[str]:
    """The first cells of the rows that can be seen."""
    return [text.strip() for text in page.locator(".rd-table tbody tr:visible td:first-child").all_inner_texts()]


def status(page: Page) -> Locator:
    return page.locator(".rd-filter [role=status]")


def focus_by_tab(page: Page, target: Locator) -> None:
    """Reach a control with the Tab key alone."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the Tab key does not reach it")


def test_filters_as_one_types(looked_at: Watched) -> None:
    page = looked_at.go("zh/sponsors/")
    expect(status(page)).to_have_text("共31项")
    expect(status(page)).to_have_attribute("aria-live", "polite")
    page.get_by_label("输入文字筛选").fill("西")
    expect(status(page)).to_have_text("显示4项，共31项")
    assert set(names(page)) == {"巴西", "西班牙", "马来西亚", "印度尼西亚"}
    page.get_by_label("输入文字筛选").fill("没有这样的国家")
    expect(status(page)).to_have_text("显示0项，共31项")
    expect(page.locator(".rd-table")).to_be_hidden()
    page.get_by_role("button", name="清除").click()
    expect(status(page)).to_have_text("共31项")
    expect(page.get_by_label("输入文字筛选")).to_be_focused()
    assert "#" not in page.url


def test_a_choice_narrows_and_hides_what_is_empty(looked_at: Watched) -> None:
    page = looked_at.go("zh/sessions/hrc-53/")
    expect(status(page)).to_have_text(
        "在本届会议到期的任务：5"
    )  # alone here; test_mandates_and_texts_are_counted_apart
    page.get_by_label("落实情况").select_option("已落实")
    expect(status(page)).to_have_text("显示2项，共5项")
    page.get_by_label("执行者").select_option("人权理事会")
    expect(status(page)).to_have_text("显示0项，共5项")
    expect(page.get_by_role("heading", name="在本届会议到期的任务")).to_be_hidden()


def test_a_phrase_in_capitals_and_in_small_letters_is_one_choice(council_server: str, browser: Browser) -> None:
    page = browser.new_page()

    def with_a_small_letter(route: Route) -> None:
        text = route.fetch().text()
        assert text.count("<td>Requests</td>") > 2
        route.fulfill(body=text.replace("<td>Requests</td>", "<td>requests</td>", 1), content_type="text/html")

    page.route("**/en/verbs/request/", with_a_small_letter)
    page.goto(f"{council_server}en/verbs/request/")
    cells = [text.lower() for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    phrases = page.get_by_label("Phrase")
    names = phrases.locator("option").all_inner_texts()
    alone = [name for name in names if name.lower().startswith("requests")]
    assert len(alone) == 1, names
    phrases.select_option(label=alone[0])
    assert page.locator("tbody tr:visible").count() == cells.count("requests")
    assert alone[0].endswith(f"({cells.count('requests')})")
    page.close()


def test_on_a_tablet_the_texts_of_a_session_are_cards(demo_server: str, browser: Browser) -> None:
    """In Russian they were wider than the window; six columns of words and numbers have room."""
    with seen(browser, f"{demo_server}zh/sessions/lhc-30/", width=768) as page:
        assert page.locator("#works + table th").count() == 6
        assert page.locator("#works + table").evaluate("one => getComputedStyle(one).display") == "block"
    with seen(browser, f"{demo_server}zh/verbs/", width=768) as page:
        assert page.locator("table").first.evaluate("one => getComputedStyle(one).display") == "table"


def test_sorts_by_keyboard(looked_at: Watched) -> None:
    page = looked_at.go("zh/verbs/")
    before = names(page)
    head = page.get_by_role("columnheader", name="次数")
    button = head.get_by_role("button")
    focus_by_tab(page, button)
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    counts = [int(re.sub(r"\D", "", text)) for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts) and len(set(counts)) > 2
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    counts = [int(re.sub(r"\D", "", text)) for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.keyboard.press("Enter")
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    assert names(page) == before, "the third press gives the order of the page back"
    expect(button).to_be_focused()


def test_texts_are_chosen_by_the_year_of_their_day(shown: Watched) -> None:
    page = shown.go("zh/works/")
    total = len(names(page))
    page.get_by_label("年份").select_option("2023")
    days = page.locator(".rd-table tbody tr:visible td:nth-child(2)").all_inner_texts()
    assert 0 < len(days) < total and all(day.startswith("2023") for day in days)
    assert page.url.endswith("#year=2023")
    page.reload()
    assert len(names(page)) == len(days)


@pytest.mark.parametrize("lang", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_phone_shows_the_whole_of_what_can_be_searched(shown: Watched, lang: str) -> None:
    shown.page.set_viewport_size({"width": 360, "height": 780})
    field = shown.go(f"{lang}/").locator(".rd-home-search input")
    room = field.evaluate("""field => {
        const pen = document.createElement("canvas").getContext("2d");
        const { fontSize, fontFamily } = getComputedStyle(field, "::placeholder"), own = getComputedStyle(field);
        pen.font = `${fontSize} ${fontFamily}`;
        return field.clientWidth - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight)
            - pen.measureText(field.placeholder).width;
    }""")
    assert room >= 0


@pytest.mark.parametrize("lang", ["fr", "ru"])
def test_on_paper_no_word_of_a_table_is_broken(shown: Watched, lang: str) -> None:
    shown.page.set_viewport_size({"width": 680, "height": 960})  # a sheet of A4 within its margins
    page = shown.go(f"{lang}/works/")
    page.emulate_media(media="print")
    broken = page.locator(".rd-table :is(th, td)").evaluate_all("""cells => cells.filter((cell) => {
        const words = document.createRange();
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) for (const { index, 0: word } of walk.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
            words.setStart(walk.currentNode, index);
            words.setEnd(walk.currentNode, index + word.length);
            if (new Set([...words.getClientRects()].map((box) => Math.round(box.top))).size > 1) return true;
        }
        return false;
    }).map((cell) => cell.innerText)""")
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_numbers_sort_by_value(looked_at: Watched) -> None:
    page = looked_at.go("zh/cited/")
    page.get_by_role("button", name="文号").click()
    assert [name.removeprefix("A/HRC/RES/") for name in names(page)][:4] == ["5/1", "5/2", "16/21", "18/18"]


def test_empty_cells_stay_last(looked_at: Watched) -> None:
    page = looked_at.go("zh/cited/#sort=-title")
    titles = [text.strip() for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert titles[0] and titles[-2:] == ["", ""]
    page.get_by_role("button", name="标题").click()
    page.get_by_role("button", name="标题").click()
    titles = [text.strip() for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert titles[0] and titles[-2:] == ["", ""]


def test_a_choice_can_be_shared(opened: Watched) -> None:
    page = opened.go("zh/verbs/guli/")
    page.get_by_label("用语").select_option("又鼓励")
    page.get_by_role("button", name="出处").click()
    expect(status(page)).to_have_text("显示1项，共9项")
    address = page.url
    other = page.context.new_page()
    other.goto(address)
    expect(status(other)).to_have_text("显示1项，共9项")
    expect(other.get_by_label("用语")).to_have_value("又鼓励")
    expect(other.get_by_role("columnheader", name="出处")).to_have_attribute("aria-sort", "ascending")
    bare = address.split("#")[0]
    other.goto(f"{bare}#phrase=nobody&q=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(status(other)).to_have_text("显示0项，共9项")
    assert other.locator(".rd-index img").count() == 0
    other.goto(f"{bare}#phrase=nobody")
    expect(status(other)).to_have_text("共9项")  # what is not offered is not asked


def test_an_anchor_stays_an_anchor(looked_at: Watched) -> None:
    page = looked_at.go("zh/sponsors/#uy")
    expect(status(page)).to_have_text("共31项")
    expect(page.locator("#uy")).to_be_in_viewport()
    page.locator("#uy a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("乌拉圭")
    page.locator(".rd-parts a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("提案国")


def test_home_leads_on(looked_at: Watched) -> None:
    page = looked_at.go("zh/")
    expect(page.get_by_role("heading", level=1)).to_have_text("决议文库")
    page.locator(".rd-home-search input").fill("能力建设")
    page.locator(".rd-home-search button").click()
    page.wait_for_url(re.compile(r"zh/search/(index\.html)?\?q=%E8%83%BD"))
    page.go_back()
    page.get_by_role("link", name="动词索引").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("动词索引")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(looked_at: Watched, path: str) -> None:
    page = looked_at.go(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("path", ["zh/sponsors/", "zh/verbs/guli/", "zh/cited/#sort=-title", "zh/"])
def test_nothing_moves_when_the_script_comes(browser: Browser, server: str, path: str) -> None:
    assert moved(browser, f"{server}{path}", 1280) < 0.03


def test_rows_that_come_late_move_no_column(browser: Browser, site: Path, tmp_path: Path) -> None:
    """The last row has a cell that is wider than all before it, and comes a while after them."""
    shutil.copytree(site / "assets", tmp_path / "assets")
    page = tmp_path / "zh/sponsors/index.html"
    page.parent.mkdir(parents=True)
    shutil.copy(site / "zh/words.js", tmp_path / "zh")
    before, after = (site / "zh/sponsors/index.html").read_text(encoding="utf-8").split("</tbody>")
    wide = f"<tr>{''.join(f'<td>{cell}</td>' for cell in ('甲', '乙', '水' * 40, '丙', '2022'))}</tr>"
    page.write_text(f"{before}{Halting.HALT}{wide}</tbody>{after}", encoding="utf-8")
    with served(tmp_path, Halting) as address:
        assert moved(browser, f"{address}zh/sponsors/", 1440, shows=".md-footer") < 0.001


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_list_of_one_row_stays_on_a_phone(browser: Browser, demo_server: str, lang: str) -> None:
    assert moved(browser, f"{demo_server}{lang}/works/", 390) < 0.01


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    ["zh/", "zh/verbs/", "zh/verbs/guli/", "zh/sessions/", "zh/sessions/hrc-53/", "zh/sponsors/al/", "zh/terms/"],
)
def test_axe_finds_nothing(browser: Browser, server: str, path: str, width: int, scheme: str) -> None:
    with seen(browser, server + path, width=width, scheme=scheme) as page:
        assert_accessible(page)


def test_without_script_the_tables_are_there(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{server}zh/sponsors/")
    assert len(names(page)) == 31
    expect(page.locator(".rd-filter")).to_be_hidden()
    page.get_by_role("link", name="巴西").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("巴西提出的案文")
    page.goto(f"{server}zh/")
    page.locator(".rd-home-search input").fill("河流")
    page.locator(".rd-home-search button").click()
    page.wait_for_url(re.compile(r"zh/search/\?q="))
    context.close()
