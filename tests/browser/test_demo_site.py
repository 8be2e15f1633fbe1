"""What takes more than one work to see: the invented corpus, built by the command, clicked through."""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from converter.addresses import url
from converter.language_files import available, read_data
from tests import index_pages
from tests.browser.conftest import Watched, assert_accessible, seen, violations


def _works(demo: Path, needle: str) -> list[str]:
    """The addresses of the works whose page has `needle`, in order."""
    pages = sorted((demo / "zh").rglob("index.html"))
    found = [page for page in pages if 'id="rd-work"' in (text := page.read_text(encoding="utf-8")) and needle in text]
    return [f"{page.parent.relative_to(demo).as_posix()}/" for page in found]


def test_every_page_says_that_it_is_invented(demo: Path) -> None:
    pages = [page for page in demo.rglob("*.html") if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]
    assert len(pages) > 100
    for page in pages:
        lang = page.relative_to(demo).parts[0]
        banner = html.escape(read_data(lang)["ui"]["demo"], quote=False) if lang in available() else "虚构"
        assert banner in page.read_text(encoding="utf-8").split("md-header", 1)[0], page


def test_no_page_shows_a_place_that_was_to_be_filled(demo: Path) -> None:
    """{n}, {date}: seen by a reader, they are words that nobody wrote."""
    found = set()
    for page in sorted(demo.glob("*/**/index.html")):
        if page.relative_to(demo).parts[0] == "contribute":
            continue  # they are about such places
        text = re.sub(r"<(script|style|svg)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]* hidden>[^<]*", "", text)  # what a script fills before it shows it
        found |= {
            (page.relative_to(demo).parts[0], one) for one in re.findall(r"\{\w+\}", re.sub(r"<[^>]*>", "", text))
        }
    assert found == set()


def test_every_index_page_says_what_its_value_says(demo: Path) -> None:
    """In six languages: each heading, cell, link, day and filter, as lxml reads them from what was built."""
    staged = demo.parent / "build/pages"
    pages = {path.relative_to(staged).as_posix(): path.read_text(encoding="utf-8") for path in staged.rglob("*.md")}
    indexes = {page: text for page, text in pages.items() if '\ntemplate: "index.html"\n' in text}
    assert {page.partition("/")[0] for page in indexes} == set(available()) and len(indexes) > 100
    for page, text in indexes.items():
        built = index_pages.built((demo / url(page) / "index.html").read_bytes(), url(page))
        assert index_pages.said(built) == index_pages.meant(text), page


def test_no_link_leads_to_what_only_leads_on(demo: Path) -> None:
    """Neither one of a page nor one of the parallel view; the addresses of old links are for whoever kept them."""
    pages = {path.parent.relative_to(demo).as_posix(): path.read_text("utf-8") for path in demo.rglob("index.html")}
    stubs = {at for at, text in pages.items() if 'http-equiv="refresh"' in text}
    assert len(stubs) > 100
    found = []
    for at, text in pages.items():
        links = [] if at in stubs else re.findall(r'href="([^"#?:]+)[#"?]', text)
        found += [(at, link) for link in links if posixpath.normpath(posixpath.join(at, unquote(link))) in stubs]
    for path in demo.rglob("column.js"):
        links = re.findall(r'\["[^"]*","([a-z]{2}/[^"]+)/","', path.read_text("utf-8"))
        assert links
        found += [(str(path), link) for link in links if link in stubs]
    assert found == []


def test_a_series_is_a_chain_in_time(shown: Watched, demo: Path) -> None:
    page = shown.go(_works(demo, 'class="rd-series"')[0])
    chain = page.locator("ol.rd-series li")
    assert chain.count() > 1
    expect(chain.locator("strong")).to_have_count(1)
    chain.locator("a").first.click()
    expect(page.locator("ol.rd-series li strong")).to_have_count(1)


def test_a_paragraph_knows_who_cites_it(shown: Watched, demo: Path) -> None:
    page = shown.go(_works(demo, "rd-pin")[0])
    pin = page.locator(".rd-pin").first
    anchor = (pin.get_attribute("href") or "").removeprefix("#")
    times = page.locator(f"#{anchor} .rd-times")
    expect(times).to_contain_text("处引用")
    times.click()
    expect(page.locator("#cited-by")).to_be_in_viewport()
    pin.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_pinpoint_into_a_held_work_shows_the_paragraph(shown: Watched, demo: Path) -> None:
    page = shown.go(_works(demo, '"held": true')[0])
    cites = page.evaluate("JSON.parse(document.getElementById('rd-work').textContent).cites")
    cited = next(one for one in cites if one.get("pinpoints"))
    point = cited["pinpoints"][0]
    target = "/".join(cited["page"].strip("/").split("/")[-2:])
    page.locator(f'.rd-text a[href$="{target}/#{point["anchor"]}"]').first.hover()
    expect(page.locator("#rd-preview")).to_contain_text(point["text"][:20])


def test_citations_are_grouped_by_body_and_verb(shown: Watched, demo: Path) -> None:
    page = shown.go(_works(demo, "rd-verb")[0])
    assert page.locator("#cites ~ h3").count() >= 1
    expect(page.locator("#cites ~ ul .rd-verb").first).not_to_be_empty()


def test_the_graph_around_a_work_leads_to_its_neighbours(shown: Watched, demo: Path) -> None:
    page = shown.go(_works(demo, 'id="graph"')[0])
    before = page.url
    page.locator("#graph ~ .rd-figure svg a").last.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url != before


@pytest.mark.parametrize("lang", ["zh", "ar", "en"])
def test_no_column_of_the_ledger_is_cut_off_on_a_tablet(shown: Watched, lang: str) -> None:
    shown.page.set_viewport_size({"width": 768, "height": 1000})
    page = shown.go(f"{lang}/mandates/")
    tables = page.locator("table:has(.rd-mandate)")
    expect(tables.first).to_be_visible()
    edges = tables.evaluate_all("all => all.map((one) => one.getBoundingClientRect()).map((at) => [at.left, at.right])")
    assert edges and all(left >= 0 and right <= 768 for left, right in edges)


def test_a_table_of_two_columns_stays_one_on_a_phone(shown: Watched) -> None:
    shown.page.set_viewport_size({"width": 390, "height": 844})
    page = shown.go("en/coverage/")
    rows = page.locator(".rd-table").first.locator("tbody tr").all()
    assert len(rows) == 6
    for row in rows:
        name, count = (cell.bounding_box() for cell in row.locator("td").all())
        assert name and count and name["y"] == count["y"]


@pytest.mark.parametrize("path", ["en/graph/", "zh/graph/", "en/mandates/", "zh/mandates/"])
def test_a_drawing_and_its_tables_fit_their_paper(shown: Watched, path: str) -> None:
    page = shown.go(path)
    page.set_viewport_size({"width": 612, "height": 900})  # what is left of A4 beside its margins
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.emulate_media(media="print")
    wide = page.locator(".rd-drawing, table").evaluate_all(
        """all => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert page.locator(".rd-drawing, table").count() > 0
    assert wide == []


def test_a_link_in_a_line_of_the_masthead_or_a_heading_is_told_by_more_than_its_colour(shown: Watched) -> None:
    """On the documents that a text was made from, and on an instrument that a heading of an annex names."""
    page = shown.go("en/LG/LHC/RES/30/7/")
    made = '<p class="mast adoption">(<a href="#op1">61/229</a>)</p><h2>On the <a href="#op1">Charter</a></h2>'
    page.locator(".rd-text").evaluate("(text, made) => text.insertAdjacentHTML('beforeend', made)", made)
    links = page.locator(".rd-text > :is(.mast, h2) > a[href='#op1']")
    lines = links.evaluate_all("all => all.map((one) => getComputedStyle(one).textDecorationLine)")
    assert lines == ["underline", "underline"]


def test_mandates_filter_by_what_became_of_them(shown: Watched) -> None:
    page = shown.go("zh/mandates/")
    met = page.locator("td[data-status='met']")
    assert met.count() > 0
    expect(page.locator("td.rd-mandate[data-status='dated']").first).to_be_visible()
    page.locator("#rd-ledger select[name='status']").select_option("met")
    expect(page.locator("#rd-ledger [role=status]")).to_contain_text(f"显示{met.count()}项")
    expect(met.first).to_be_visible()
    expect(page.locator("td.rd-mandate[data-status='dated']").first).to_be_hidden()


@pytest.mark.parametrize("path", ["en/LG/LHC/RES/30/7/", "ar/LG/LHC/RES/30/7/"])
def test_the_menu_of_a_paragraph_is_whole_in_sight_on_a_phone(shown: Watched, path: str) -> None:
    """It has an entry for each other language, and the sign is often at the lower edge."""
    shown.page.set_viewport_size({"width": 390, "height": 660})
    page = shown.go(path)
    sign = page.locator("#op4 .rd-tools")
    sign.evaluate("one => scrollTo(0, one.getBoundingClientRect().bottom + scrollY - innerHeight + 4)")
    sign.click()
    menu = page.get_by_role("menu")
    box = menu.bounding_box() or {}
    assert box["y"] >= 0 and box["y"] + box["height"] <= 660 and box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert menu.get_by_role("menuitem").count() > 9
    expect(menu.get_by_role("menuitem").last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [768, 1024, 1440])
@pytest.mark.parametrize("lang", ["ar", "zh"])
def test_no_column_of_the_list_is_cut_off(shown: Watched, lang: str, width: int) -> None:
    """The last one is what the texts are about; on a tablet there is no room for nine."""
    page = shown.go(f"{lang}/works/")
    page.set_viewport_size({"width": width, "height": 900})
    table = page.locator(".rd-table").first
    assert table.locator("th").count() >= 7
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    outside = table.locator("td").evaluate_all(
        """all => all.filter((one) => one.clientWidth).map((one) => one.getBoundingClientRect())
        .filter(({ left, right }) => left < 0 || right > innerWidth).length"""
    )
    assert outside == 0


KINDS = [
    "zh/",
    "zh/works/",
    "zh/cited/",
    "zh/reports/",
    "zh/sponsors/",
    "zh/terms/",
    "zh/verbs/",
    "zh/sessions/",
    "zh/mandates/",
    "zh/graph/",
    "zh/data/",
    "zh/search/",
    "zh/about/",
    "zh/coverage/",
    "zh/figures/",
    "zh/basket/",
    "404.html",
    "zh/search/?q=灯塔",
    "zh/LG/LHC/RES/30/7/parallel/?with=ar",
    "contribute/",
    "contribute/findings/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, demo_server: str, demo: Path, width: int, scheme: str
) -> None:
    works = _works(demo, 'class="rd-series"')[:1] + _works(demo, "rd-pin")[:1]
    inner = [
        next(p for p in sorted((demo / "zh" / name).iterdir()) if p.is_dir())
        for name in ("sponsors", "sessions", "verbs")
    ]
    inner.append(next(p.parent for p in sorted((demo / "zh/cited").rglob("index.html")) if p.parent.name != "cited"))
    paths = [*KINDS, *works, *(f"{one.relative_to(demo).as_posix()}/" for one in inner)]
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", locale="zh-CN"
    )
    page = context.new_page()
    found = {}
    for path in paths:
        page.goto(demo_server + path)
        page.wait_for_timeout(200)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[path] = [*violations(page), *([("too wide", [[str(wide)]])] if wide > width else [])]
    context.close()
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_what_opens(browser: Browser, demo_server: str, width: int, scheme: str) -> None:
    """Menu and preview of a paragraph, what is kept of it, the contents, the dialog of the search, the timeline."""
    with seen(browser, f"{demo_server}en/LG/LHC/RES/30/7/", width=width, scheme=scheme) as page:
        page.locator("#op2 .rd-tools").click()
        assert_accessible(page)
        page.get_by_role("menuitem", name="Keep this paragraph").click()
        page.locator("#pp4 a[href*='cited']").first.focus()
        assert_accessible(page)
        if width == 390:
            page.get_by_role("button", name="Contents").click()
            assert_accessible(page)
        page.goto(f"{demo_server}en/basket/")
        expect(page.get_by_role("link", name="Lighthouse Council resolution 30/7, para. 2")).to_be_visible()
        page.keyboard.press("/")
        page.locator("dialog[open] input").fill("fog")
        expect(page.locator("dialog[open] mark").first).to_be_visible()
        assert_accessible(page)
        page.goto(f"{demo_server}en/mandates/")
        for summary in page.locator("main details > summary").all():
            summary.click()
        assert_accessible(page)


def test_mandates_and_texts_of_a_session_are_counted_apart(demo_server: str, browser: Browser) -> None:
    """The page of a session said how many rows it has, and called that all."""
    page = browser.new_page()
    page.goto(f"{demo_server}zh/sessions/lhc-30/")
    due, works = "在本届会议到期的任务", "本届会议的文本"
    numbers = [page.locator(f"h2#{name} + table tbody tr").count() for name in ("due", "works")]
    status = page.locator(".rd-filter [role=status]")
    expect(status).to_have_text(f"{due}：{numbers[0]}；{works}：{numbers[1]}")
    page.get_by_label("输入文字筛选").fill("没有这样的文件")
    expect(status).to_have_text(f"{due}：0；{works}：0")
    page.close()
