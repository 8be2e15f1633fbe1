"""What later texts did to an earlier one, on its page: the word, the way to the paragraph, its sentence, no advice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.test_treatment import LATER, earlier, later

from .conftest import Watched, assert_accessible, quiet, served, watch
from .sites import built_site

LANGS = ("ar", "en")


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two resolutions in two languages: the later one reaffirms, terminates, extends and amends the earlier."""
    works = {
        "lamps": {"work.yml": "symbol: S/RES/9001(1992)\n"} | {f"{lang}.txt": earlier(lang) for lang in LANGS},
        "later": {"work.yml": "symbol: S/RES/9002(1993)\n"} | {f"{lang}.txt": later(lang) for lang in LANGS},
    }
    return built_site(tmp_path_factory, "treated", works)


@pytest.fixture
def reader(lamps: Path, context: BrowserContext) -> Iterator[Watched]:
    with served(lamps) as address:
        yield from quiet(watch(context, address))


@pytest.mark.parametrize("lang", LANGS)
def test_each_thing_done_has_its_sentence_and_leads_to_it(reader: Watched, lang: str) -> None:
    page = reader.go(f"{lang}/S/RES/9001(1992)/")
    told = page.locator("section[aria-labelledby=treatment]")
    expect(told.locator("h2 + p")).to_have_class("rd-quiet")  # that it is no advice is said before anything is told
    assert told.locator("li").count() == 4, "neither what is done in accordance with a text nor what is left open"
    for sentence in LATER[lang][:4]:
        one = told.locator("li", has_text=sentence.rstrip(",،;؛ "))
        assert one.locator("strong").inner_text().strip(), "the word for what was done, and then the sentence"
    assert_accessible(page)
    extended = LATER[lang][2].rstrip(",،;؛ ")
    told.locator("li", has_text=extended).get_by_role("link").first.click()
    page.wait_for_url("**/S/RES/9002(1993)/#op2")
    expect(page.locator("#op2")).to_be_in_viewport()


def test_the_contents_lead_to_it(reader: Watched) -> None:
    page = reader.go("en/S/RES/9001(1992)/")
    page.locator(".rd-contents a[href='#treatment']").click()
    expect(page.get_by_role("heading", name="What later texts did")).to_be_in_viewport()
    expect(page.locator("section[aria-labelledby=treatment]")).to_contain_text("This is no legal advice")


def test_a_text_to_which_nothing_was_done_says_nothing(reader: Watched) -> None:
    page = reader.go("en/S/RES/9002(1993)/")
    expect(page.locator("#treatment")).to_have_count(0)
    expect(page.locator(".rd-contents a[href='#treatment']")).to_have_count(0)
