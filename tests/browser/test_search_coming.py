"""The search while its scripts are on their way, where they do not come, and while an answer is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from converter.site.joined import SEARCHING
from converter.site.search import SearchIndex
from converter.write.symbols import symbol_artifacts

from .conftest import Opener, Watched
from .sites import write_files, write_search_page

SAID = {"loading": "on its way", "error": "it did not come", "count": "{n} works", "none": "nothing", "part": "Part"}
STATUS = "[role=status]"
SCRIPT = f"**/{SEARCHING}"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts on lamps, one of them on tides too: a page of the search and one that opens its dialog."""
    site = tmp_path_factory.mktemp("coming") / "site"
    index = SearchIndex(site.parent / "cache", site)
    for number, (text, body) in enumerate([("the lamps and the tides", "GA"), ("the lamps of the pier", "HRC")]):
        told = {"title": f"Text {number}", "body": body, "kind": "resolution"}
        index.add(f"en/A/RES/90/{number}/", f'<p class="op" id="op1">{text}</p>', told)
        write_search_page(site, f"en/A/RES/90/{number}/", "en", f'<p class="op" id="op1">{text}</p>', words=SAID)
    nothing = '{"verb": [], "whom": [], "pages": {}}'
    write_files(site, (*symbol_artifacts("en", []), ("en/search/acts.json", nothing)))
    write_search_page(site, "en/search/", "en", words=SAID)
    write_search_page(site, "en/", "en", "<p>Home</p>", words=SAID)
    index.write()
    return site


@pytest.fixture
def reader(shelf: Path, open_folder: Opener) -> Watched:
    return open_folder(shelf)


class Gate:
    """The scripts of the search, which come when a test lets them."""

    def __init__(self, page: Page) -> None:
        self.held: list[Route] = []
        page.route(SCRIPT, self._hold)
        self.page = page

    def _hold(self, route: Route) -> None:
        self.held.append(route)

    def open(self) -> None:
        self.held[-1].continue_()  # an earlier one is of a page that was left
        self.page.unroute(SCRIPT)


def _at_once(reader: Watched, path: str) -> Page:
    """A page whose scripts of the search are held back, and its load with them."""
    reader.page.goto(reader.root + path, wait_until="domcontentloaded")
    return reader.page


def test_the_page_shows_what_was_asked_before_it_can_answer(reader: Watched) -> None:
    gate = Gate(reader.page)
    page = _at_once(reader, "en/search/?q=tide&kind=resolution")
    field = page.get_by_role("searchbox")
    expect(field).to_have_value("tide")
    expect(field).to_be_focused()
    expect(page.locator(STATUS)).to_have_text("on its way")
    page.keyboard.press("End")
    page.keyboard.type("s")
    gate.open()
    expect(page.locator(STATUS)).to_have_text("1 works")
    assert page.url.endswith("?q=tides&kind=resolution")


def test_what_was_taken_out_of_the_field_meanwhile_stays_out(reader: Watched) -> None:
    gate = Gate(reader.page)
    page = _at_once(reader, "en/search/?q=tides")
    page.get_by_role("searchbox").fill("")
    gate.open()
    page.wait_for_url(re.compile(r"/en/search/$"))
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_enter_meanwhile_keeps_the_filters(reader: Watched) -> None:
    gate = Gate(reader.page)
    page = _at_once(reader, "en/search/?q=tides&kind=resolution&body=GA&body=HRC")
    page.get_by_role("searchbox").fill("lamps")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?q=lamps&kind=resolution&body=GA&body=HRC$"), wait_until="commit")
    expect(page.get_by_role("searchbox")).to_have_value("lamps")
    gate.open()
    expect(page.locator(STATUS)).to_have_text("2 works")


def test_a_query_is_there_where_the_search_does_not_come_and_typing_tries_again(reader: Watched) -> None:
    reader.page.route(SCRIPT, lambda route: route.abort())
    page = reader.go("en/search/?q=tide")
    expect(page.locator(STATUS)).to_have_text("it did not come")
    expect(page.get_by_role("searchbox")).to_have_value("tide")
    page.unroute(SCRIPT)
    page.keyboard.press("End")
    page.keyboard.type("s")
    expect(page.locator(STATUS)).to_have_text("1 works")
    expect(page.get_by_role("list", name="results")).to_have_count(1)


def test_an_error_is_gone_once_the_search_has_come(reader: Watched) -> None:
    reader.page.route(SCRIPT, lambda route: route.abort())
    page = reader.go("en/")
    page.keyboard.press("/")
    status = page.get_by_role("dialog").locator(STATUS)
    expect(status).to_have_text("it did not come")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.unroute(SCRIPT)
    page.keyboard.press("/")
    expect(status).to_have_text("")


def test_a_key_that_comes_while_the_dialog_closes_opens_it_again(reader: Watched) -> None:
    page = reader.go("en/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.evaluate(
        """() => {
          document.querySelector("dialog").close();
          const pressed = new KeyboardEvent("keydown", { key: "/", bubbles: true });
          document.querySelector("dialog input").dispatchEvent(pressed);
        }"""
    )
    expect(page.get_by_role("dialog")).to_have_count(1)


def test_typing_in_the_open_dialog_tries_again_and_makes_one_search(reader: Watched) -> None:
    reader.page.route(SCRIPT, lambda route: route.abort())
    page = reader.go("en/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(STATUS)).to_have_text("it did not come")
    page.unroute(SCRIPT)
    page.keyboard.type("tides")
    expect(dialog.locator(STATUS)).to_have_text("1 works")
    expect(dialog.locator(".rd-search__results")).to_have_count(1)
    assert page.locator("script[src$='searching.js']").count() == 1, "what failed is not left behind"


PRESSED = """(keys) => {
    const input = document.querySelector("dialog input");
    for (const key of keys) {
        if (key.length > 1) input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        else {
            input.value += key;
            input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        if (key === "Enter") input.form.requestSubmit();
    }
}"""


def _with_hits(reader: Watched) -> Page:
    """A dialog that shows two hits."""
    page = reader.go("en/")
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("searchbox").fill("lamps")
    expect(page.get_by_role("dialog").locator(STATUS)).to_have_text("2 works")
    return page


def test_a_key_before_a_further_letter_leads_to_no_older_hit(reader: Watched) -> None:
    page = _with_hits(reader)
    page.evaluate(PRESSED, [" ", "t", "ArrowDown", "h", "e"])
    expect(page.get_by_role("dialog").locator(STATUS)).to_contain_text("works")
    page.wait_for_timeout(600)
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()


def test_keys_behind_the_last_letter_lead_to_its_own_hit(reader: Watched) -> None:
    page = _with_hits(reader)
    page.evaluate(PRESSED, [*" and th", "ArrowDown", *"e tides", "ArrowDown", "Enter"])
    page.wait_for_url(re.compile(r"/en/A/RES/90/0/"))
