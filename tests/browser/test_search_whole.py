"""The search page: what a paragraph does and whom it asks, the order of time, other languages, near misses."""

from __future__ import annotations

import re
from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched

STATUS = ".rd-search [role=status]"


def _found(shown: Watched, query: str, lang: str = "en") -> Page:
    page = shown.go(f"{lang}/search/?q={quote(query)}")
    expect(page.locator(STATUS)).not_to_have_text(re.compile(r"^$|…$"))
    return page


def test_paragraphs_are_filtered_by_part_verb_and_addressee(shown: Watched) -> None:
    page = _found(shown, "report")
    page.get_by_label("Part").select_option("operative")
    page.get_by_label("Verb").select_option("request")
    page.get_by_label("Addressed to").select_option("Secretary-General of the Archipelago League")
    links = page.locator(".rd-search__paragraphs a")
    expect(page.locator(".rd-search__paragraphs a:not([href*='#op'])")).to_have_count(0)
    expect(links.first).to_be_visible()
    address = page.url
    assert "part=operative" in address and "verb=request" in address
    count = links.count()
    page.goto(address)
    expect(page.get_by_label("Verb")).to_have_value("request")
    expect(links).to_have_count(count)
    links.first.click()
    expect(page.locator(":target")).to_contain_text(re.compile("requests", re.IGNORECASE))


def test_an_annex_is_a_part(shown: Watched) -> None:
    page = _found(shown, "各国", "zh")
    page.get_by_label("部分").select_option("annex")
    expect(page.locator(".rd-search__paragraphs a:is([href*='#op'], [href*='#pp'])")).to_have_count(0)
    expect(page.locator(".rd-search__paragraphs a").first).to_be_visible()


def test_hits_come_in_the_order_of_time(shown: Watched) -> None:
    page = _found(shown, "决定", "zh")
    facts = page.locator(".rd-search__facts, .rd-search__about")  # the day of a text says its year
    page.get_by_label("排序").select_option("newest")
    page.wait_for_url("**order=newest**")
    newest = _years(facts)
    first = page.locator(".rd-search__title").first.text_content() or ""
    page.get_by_label("排序").select_option("oldest")
    expect(page.locator(".rd-search__title").first).not_to_have_text(first)
    oldest = _years(facts)
    assert len(oldest) > 3 and oldest == sorted(oldest) and newest == sorted(newest, reverse=True)
    assert oldest[0] < newest[0]


def _years(facts: Locator) -> list[int]:
    expect(facts.first).to_be_visible()
    return [int(match[0]) for text in facts.all_text_contents() if (match := re.search(r"(?:19|20)\d\d", text))]


def test_other_languages_are_offered(shown: Watched) -> None:
    page = _found(shown, "灯塔", "en")
    link = page.locator(".rd-search__others a")
    expect(link.first).to_contain_text(re.compile(r"Chinese \(\d+\)"))
    link.first.click()
    expect(page.locator(".rd-search__work").first).to_be_visible()
    assert "/zh/search/" in page.url


def test_some_of_the_words_are_better_than_none(shown: Watched) -> None:
    page = _found(shown, "fog quixotic")
    expect(page.locator(STATUS)).to_contain_text("Nothing has all the words of “fog quixotic”")
    expect(page.locator(".rd-search__paragraphs mark").first).to_be_visible()


def test_a_word_that_is_misspelt_at_its_end_is_found(shown: Watched) -> None:
    page = _found(shown, "lighthoose")
    expect(page.locator(STATUS)).to_contain_text("Nothing has “lighthoose”; these have “lighthouse”")
    expect(page.locator(".rd-search__work").first).to_be_visible()


def test_nothing_is_said_to_be_nothing(shown: Watched) -> None:
    page = _found(shown, "zzqxj")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “zzqxj”.")
