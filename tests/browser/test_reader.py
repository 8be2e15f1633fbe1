"""Reading a work's page: the text, its citations, previews, what can be copied, annotations, print, no script."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Watched, moved, watch

WORK = "zh/drafts/hrc-51-technical-cooperation/"
GOLDEN = Path(__file__).parents[1] / "golden" / "hrc-51-technical-cooperation.zh.json"
WIDTHS = [(390, 844), (768, 1024), (1440, 900)]


def test_the_page_reads_like_the_document(opened: Watched) -> None:
    page = opened.go(WORK)
    facts = json.loads(GOLDEN.read_text(encoding="utf-8"))
    expect(page.locator("h1")).to_have_text(f"{facts['number']} {facts['title']}")
    assert page.locator(".rd-text p.pp").count() == 16
    assert page.locator(".rd-text p.op").count() == 14
    assert page.locator("#sponsors a").count() == 31
    expect(page.locator("#op11 > a").first).to_have_text("11.")
    expect(page.locator("#op11 em").first).to_have_text("决定")
    assert page.locator("html").get_attribute("lang") == "zh"


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_nothing_is_wider_than_the_window(opened: Watched, width: int, height: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": height})
    page = opened.go(WORK)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_paragraph_has_an_address(opened: Watched) -> None:
    page = opened.go(f"{WORK}#op11")
    expect(page.locator("#op11")).to_be_in_viewport()
    assert page.locator("#op11").bounding_box()["y"] > page.locator(".md-header").bounding_box()["height"]  # type: ignore[index]


def test_a_citation_leads_to_the_work(opened: Watched) -> None:
    page = opened.go(WORK)
    page.locator("#pp4 a", has_text="第60/251号决议").click()
    cited = page.locator("section[id='251']")
    expect(cited.locator("h2")).to_contain_text("A/RES/60/251")
    cited.locator("ul a").first.click()
    expect(page.locator("#pp4")).to_be_in_viewport()


def test_a_pinpoint_leads_to_the_paragraph(opened: Watched) -> None:
    page = opened.go(WORK)
    page.locator("#op11 a", has_text="第4段").click()
    page.wait_for_url(re.compile(r"/zh/cited/.*#\d+-op4$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_footnote_leads_to_the_report(opened: Watched) -> None:
    page = opened.go(WORK)
    page.locator("#pp5 .footnote-ref").dblclick()
    expect(page.locator("[id='fn:1']")).to_be_in_viewport()
    page.locator("[id='fn:1'] a").first.click()
    expect(page.locator(":target h2")).to_contain_text("全系统为支持各国履行国际人权义务和承诺")


def test_a_footnote_opens_in_place(opened: Watched) -> None:
    page = opened.go(WORK)
    card = page.locator("#rd-preview")
    page.locator("#pp5 .footnote-ref").click()
    expect(card).to_contain_text("A/HRC/49/68")
    expect(page.locator("#pp5")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.locator("#op10 .footnote-ref").focus()
    page.keyboard.press("Enter")
    expect(card).to_contain_text("另见")
    card.get_by_role("link").click()
    expect(page.locator(":target h2")).to_contain_text("A/HRC/50/62")


def test_a_footnote_that_was_asked_for_stays_open_under_a_moving_pointer(opened: Watched) -> None:
    page = opened.go(WORK)
    card = page.locator("#rd-preview")
    mark = page.locator("#pp5 .footnote-ref")
    mark.hover()
    expect(card).to_be_visible()
    mark.press("Enter")
    page.mouse.move(5, 5)  # as when the page scrolls under a pointer at rest
    page.wait_for_timeout(400)
    expect(card).to_contain_text("A/HRC/49/68")
    page.locator("#pp4 a", has_text="第60/251号决议").hover()
    page.wait_for_timeout(400)
    expect(card).to_contain_text("A/HRC/49/68")
    page.locator("h1").click()
    expect(card).to_be_hidden()


def test_a_citation_is_previewed_on_hover_and_on_focus(opened: Watched) -> None:
    page = opened.go(WORK)
    card = page.locator("#rd-preview")
    link = page.locator("#pp4 a", has_text="第60/251号决议")
    link.hover()
    expect(card).to_contain_text("A/RES/60/251")
    expect(card).to_contain_text("2006年3月15日")
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.locator("#pp1 a").focus()
    page.keyboard.press("Tab")  # the tools of pp1, then on to the next links
    for _ in range(12):
        if page.evaluate("document.activeElement.textContent").startswith("大会2006"):
            break
        page.keyboard.press("Tab")
    expect(card).to_contain_text("A/RES/60/251")
    assert link.get_attribute("aria-describedby") == "rd-preview"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_first_tap_previews_and_the_second_follows(browser: Browser, server: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    watched = watch(context, server)
    page = watched.go(WORK)
    link = page.locator("#pp4 a", has_text="第60/251号决议")
    link.tap()
    expect(page.locator("#rd-preview")).to_contain_text("A/RES/60/251")
    link.tap()
    expect(page.locator("section[id='251'] h2")).to_contain_text("A/RES/60/251")
    assert watched.complaints == []
    context.close()


def _menu(page: Page, paragraph: str) -> None:
    page.locator(f"#{paragraph} .rd-tools").focus()
    page.keyboard.press("Enter")


def test_a_paragraph_is_copied_with_its_citation(opened: Watched) -> None:
    page = opened.go(WORK)
    page.evaluate("""() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }""")
    _menu(page, "op12")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    copied: str = page.evaluate("window.copied")
    assert copied.startswith("12. 请联合国人权事务高级专员向上述闭会期间会议提供一切必要的服务和设施")
    assert "人权理事会决议草案51/…“加强人权领域的技术合作和能力建设”第12段" in copied
    assert "#op12" in copied
    assert page.locator("#op12 .rd-tools").evaluate("button => button === document.activeElement")


def test_the_menu_closes_on_escape_and_gives_the_focus_back(opened: Watched) -> None:
    page = opened.go(WORK)
    _menu(page, "pp3")
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_be_hidden()
    assert page.locator("#pp3 .rd-tools").evaluate("button => button === document.activeElement")


def test_annotations_go_and_stay_away(opened: Watched) -> None:
    page = opened.go(WORK)
    link = page.locator("#pp4 a").first
    before = link.evaluate("a => getComputedStyle(a).color")
    page.get_by_role("button", name="批注").click()
    expect(link).not_to_have_css("color", before)  # it fades, so it is asked again until it has
    page.reload()
    assert page.get_by_role("button", name="批注").get_attribute("aria-pressed") == "false"
    expect(link).not_to_have_css("color", before)


def test_the_text_is_there_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + WORK)
    expect(page.locator("#op14")).to_contain_text("促请")
    page.goto(server)
    page.wait_for_url("**/zh/")  # the root leads on without script too
    context.close()


def test_print_is_the_document_alone(opened: Watched) -> None:
    page = opened.go(WORK)
    page.emulate_media(media="print")
    for hidden in (".md-header", ".rd-about", ".rd-bar", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#op14")).to_be_visible()
    expect(page.locator("[id='fn:2']")).to_be_visible()


def test_downloads_are_there(server: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + WORK)
    for link in page.locator("#downloads + ul a").all():
        address = link.evaluate("a => a.href")
        assert context.request.get(address).ok, address
    context.close()


def test_the_page_is_light(server: str, browser: Browser) -> None:
    """Under 150 kB with everything on first view, counted as gzip would send it."""
    import gzip  # noqa: PLC0415

    context = browser.new_context()
    page = context.new_page()
    weights: dict[str, int] = {}  # the answers come in any order
    page.on("response", lambda response: weights.update({response.url: len(gzip.compress(response.body()))}))
    page.goto(server + WORK)
    page.wait_for_load_state("networkidle")
    assert sum(weights.values()) < 150_000
    assert sum(weights.values()) - weights[page.url] < 33_000, "and so much room is left for a long text"
    context.close()


def test_nothing_moves_while_the_page_loads(server: str, browser: Browser) -> None:
    assert moved(browser, server + WORK, 390) < 0.01


def test_an_address_that_leads_nowhere_searches(browser: Browser, server: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    missing = page.request.get(f"{server}404.html").text()  # as a host serves it for every unknown address
    page.route("**/251999/", lambda route: route.fulfill(status=404, content_type="text/html", body=missing))
    page.goto(f"{server}zh/A/RES/60/251999/")
    expect(page.locator("#rd-lost input")).to_have_value("A/RES/60/251999")
    context.close()


def test_a_correction_opens_a_prefilled_issue(browser: Browser, server: str) -> None:
    """As on a site that was built with REPOSITORY_URL; the repository itself is never reached."""
    context = browser.new_context(locale="zh-CN")
    html = context.request.get(server + WORK).text()
    told = html.replace('"repository": ""', '"repository": "https://code.example/texts"')
    assert told != html
    context.route("**/hrc-51-technical-cooperation/", lambda route: route.fulfill(content_type="text/html", body=told))
    context.route("https://code.example/**", lambda route: route.fulfill(body="an issue form"))
    page = context.new_page()
    page.goto(server + WORK)
    _menu(page, "op12")
    with context.expect_page() as opened:
        page.get_by_role("menuitem", name="指出错误").click()
    query = parse_qs(urlsplit(opened.value.url).query)
    assert urlsplit(opened.value.url).path == "/texts/issues/new"
    assert query["template"] == ["misread-paragraph.yml"] and query["paragraph"] == ["op12"]
    assert query["shows"][0].startswith("12. 请联合国人权事务高级专员")
    context.close()


def test_a_paragraph_leads_to_its_page_of_the_official_pdf(browser: Browser, server: str) -> None:
    """As on the page of a work that was read from a PDF; the document itself is never reached."""
    context = browser.new_context(locale="zh-CN")
    html = context.request.get(server + WORK).text()
    assert '"pages": {}' in html and '"paged": ""' in html
    told = html.replace('"pages": {}', '"pages": {"op12": 3}')
    told = told.replace('"paged": ""', '"paged": "https://papers.example/zh/A/HRC/51/L.1(a)?x=1"')
    context.route("**/hrc-51-technical-cooperation/", lambda route: route.fulfill(content_type="text/html", body=told))
    context.route("https://papers.example/**", lambda route: route.fulfill(body="a document"))
    page = context.new_page()
    page.goto(server + WORK)
    _menu(page, "op11")
    expect(page.get_by_role("menuitem", name="复制地址")).to_be_visible()
    expect(page.get_by_role("menuitem", name="PDF")).to_have_count(0)
    page.keyboard.press("Escape")
    _menu(page, "op12")
    with context.expect_page() as opened:
        page.get_by_role("menuitem", name="官方PDF第3页").click()
    assert opened.value.url == "https://papers.example/zh/A/HRC/51/L.1(a)?x=1#page=3"
    context.close()


def test_what_a_name_says_is_shown_as_it_is(browser: Browser, server: str) -> None:
    """`$&` and the like mean something to `String.replace`, and `{…}` to the phrases of the site.

    The work that is cited is made one that is held, for only of such a one a paragraph is shown.
    """
    odd = "$& $1 $$ $` {paragraph} {constructor}"
    said = f'"pinpoints": [{{"anchor": "op4", "paragraph": "{odd}", "text": ""}}'

    def altered(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("cited/A/HRC/RES/18/#18-", "held/#").replace("cited/A/HRC/RES/18/#18", "held/")
        route.fulfill(response=answer, body=body.replace('"shown": "', f'{said}], "shown": "{odd} '))

    context = browser.new_context()
    watched = watch(context, server)
    watched.page.route(f"**/{WORK}", altered)
    page = watched.go(WORK)
    page.locator("#op11 a", has_text="第4段").hover()
    expect(page.locator("#rd-preview strong")).to_contain_text(f"{odd} A/HRC/RES/18/18")
    assert (page.locator("#rd-preview strong").text_content() or "").count(odd) == 2
    context.close()
