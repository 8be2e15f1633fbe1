"""Quoting and taking away: what a copied selection says, metadata for reference managers, paragraphs that are kept."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watched

WORK = "zh/drafts/hrc-51-technical-cooperation/"
COPY = """() => { const data = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
  getSelection().anchorNode.parentElement.dispatchEvent(event);
  return [data.getData("text/plain"), data.getData("text/html")]; }"""


def _select(page: Page, first: str, last: str) -> None:
    page.evaluate(
        """([first, last]) => { const range = document.createRange();
        range.setStart(document.getElementById(first), 0);
        range.setEndAfter(document.getElementById(last).lastChild);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        [first, last],
    )


def test_a_copied_paragraph_has_its_number_and_its_words(opened: Watched) -> None:
    page = opened.go(WORK)
    _select(page, "op12", "op12")
    plain, html = page.evaluate(COPY)
    assert plain.startswith("12. 请联合国人权事务高级专员向上述闭会期间会议提供一切必要的服务和设施")
    assert "\n" not in plain and "rd-tools" not in html
    _select(page, "op11", "op12")
    plain, html = page.evaluate(COPY)
    assert [part[:4] for part in plain.split("\n\n")] == ["11. ", "12. "]
    assert 'href="#' not in html  # whatever it is pasted into, its links lead here


def test_reference_managers_find_the_work_in_the_head(opened: Watched) -> None:
    page = opened.go(WORK)
    head = {
        one.get_attribute("name"): one.get_attribute("content") for one in page.locator('meta[name^="citation_"]').all()
    }
    assert head["citation_title"] == "加强人权领域的技术合作和能力建设"
    assert head["citation_author"] == head["citation_technical_report_institution"] == "人权理事会"
    assert head["citation_language"] == "zh" and head["citation_publication_date"] == "2022"
    labels = page.locator("#downloads + ul a").all_text_contents()
    assert "BibTeX" in labels and "CSL-JSON" in labels and any("RIS" in label for label in labels)


def _keep(page: Page, paragraph: str) -> None:
    page.locator(f"#{paragraph} .rd-tools").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="摘存此段").click()


def test_paragraphs_are_kept_and_taken_away(opened: Watched, tmp_path: Path) -> None:
    page = opened.go(WORK)
    link = page.locator(".rd-basket-link")
    expect(link).to_be_hidden()
    _keep(page, "op12")
    _keep(page, "pp4")
    expect(link).to_have_text("已摘存2段")
    link.click()
    expect(page.locator(".rd-basket li")).to_have_count(2)
    expect(page.locator(".rd-basket blockquote").first).to_contain_text("12. 请联合国人权事务高级专员")
    taken = {}
    for name in ("纯文本", "Markdown", "CSV", "RIS"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        taken[name] = path.read_bytes().decode("utf-8-sig")
    assert taken["纯文本"].startswith("12. 请联合国人权事务高级专员") and "#op12）" in taken["纯文本"]
    assert taken["Markdown"].startswith("> 12. 请联合国人权事务高级专员")
    rows = list(csv.reader(io.StringIO(taken["CSV"], newline="")))
    assert rows[0][:3] == ["symbol", "title", "body"] and len(rows) == 3 and rows[1][5] == "第12段"
    entries = taken["RIS"].split("ER  - \r\n")
    assert len(entries) == 3 and entries[0].startswith("TY  - RPRT\r\nAU  - 人权理事会\r\n")
    assert "SP  - 第12段\r\nAB  - 12. 请" in entries[0] and "#op12\r\n" in entries[0]
    page.locator(".rd-basket a").first.click()
    expect(page.locator("#op12")).to_be_in_viewport()
    page.locator("#op12 .rd-tools").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="移除").click()
    expect(link).to_have_text("已摘存1段")


def test_selected_words_have_an_address(opened: Watched) -> None:
    page = opened.go(WORK)
    page.evaluate("() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }")
    item = page.get_by_role("menuitem", name="复制所选文字的地址")
    page.locator("#op12 .rd-tools").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    expect(item).to_have_count(0)
    page.keyboard.press("Escape")
    page.evaluate(
        """() => { const words = document.createTreeWalker(document.getElementById("op12"), NodeFilter.SHOW_TEXT);
        let node = words.nextNode(); while (!node.data.includes("必要的服务")) node = words.nextNode();
        const range = document.createRange(); const at = node.data.indexOf("必要的服务");
        range.setStart(node, at); range.setEnd(node, at + 5);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.locator("#op12").hover()
    page.locator("#op12 .rd-tools").click()
    item.click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert page.evaluate("window.copied").endswith("#op12:~:text=" + quote("必要的服务"))


def test_what_is_kept_is_shown_as_it_is(opened: Watched) -> None:
    page = opened.go("zh/basket/")
    fields = ["address", "quote", "source", "text", "title", "symbol", "body", "date", "lang", "paragraph", "ris"]
    odd = dict.fromkeys(fields, "<img src=x onerror=alert(1)>{n}") | {"page": "javascript:alert(1)"}
    older = {name: value for name, value in odd.items() if name != "source"}  # kept before there was one
    page.evaluate("value => localStorage.setItem('rd-basket', value)", json.dumps([odd, older, None, {"page": 1}]))
    page.reload()
    expect(page.locator(".rd-basket li")).to_have_count(2)
    expect(page.locator(".rd-basket blockquote").first).to_have_text("<img src=x onerror=alert(1)>{n}")
    assert page.locator(".rd-basket a, .rd-basket img").count() == 0
    page.get_by_role("button", name="全部移除").click()
    expect(page.locator("#rd-basket")).to_contain_text("还没有摘存任何段落")


def test_a_misprint_of_the_source_says_so_quietly(opened: Watched) -> None:
    def altered(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert '"misprints": []' in body
        route.fulfill(response=answer, body=body.replace('"misprints": []', '"misprints": ["op12", "fn-1", "nowhere"]'))

    if opened.root.startswith("file:"):  # a file cannot be altered on its way
        expect(opened.go(WORK).locator(".rd-misprint")).to_have_count(0)
        return
    opened.page.route(f"**/{WORK}", altered)
    page = opened.go(WORK)
    expect(page.locator("#op12 .rd-misprint")).to_have_text("原文如此")
    expect(page.locator("[id='fn:1'] .rd-misprint")).to_have_count(1)
    _select(page, "op12", "op12")
    plain, _ = page.evaluate(COPY)
    assert "原文如此" not in plain


def test_both_texts_of_a_paragraph_are_copied_with_their_source(shown: Watched) -> None:
    page = shown.go("zh/LG/LHC/RES/30/7/parallel/?with=ar")
    page.evaluate("() => { navigator.clipboard.writeText = async (what) => { window.copied = what } }")
    page.locator("#op2").get_by_role("button", name="复制两种文本").click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    chinese, gap, arabic, source = page.evaluate("window.copied").split("\n")
    cells = page.locator("tr:has(#op2) td")
    assert gap == "" and [chinese, arabic] == [" ".join(text.split()) for text in cells.all_inner_texts()]
    assert source.startswith("（LG/LHC/RES/30/7，") and source.endswith("/parallel/?with=ar#op2）")
    assert page.locator("tr:not(:has(th[id])) .rd-both").count() == 0  # a line of the masthead is no paragraph


def test_a_paragraph_is_shared_where_the_device_can(shown: Watched) -> None:
    page = shown.page
    page.add_init_script("navigator.share = async (what) => { window.shared = what }")
    shown.go("en/LG/LHC/RES/30/7/")
    page.locator("#op2 .rd-tools").click()
    page.get_by_role("menuitem", name="Share…").click()
    given = page.evaluate("window.shared")
    assert given["url"].endswith("/en/LG/LHC/RES/30/7/#op2") and given["text"].startswith("2. ")
    assert "para. 2" in given["title"]
