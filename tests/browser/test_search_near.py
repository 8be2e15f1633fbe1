"""What a query means that no text says: a misspelt word, the name of a body and a kind; what a hit says of itself."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from converter.site.search import SearchIndex
from converter.write.symbols import symbol_artifacts

from .conftest import Opener
from .sites import write_files, write_search_page

STATUS = "[role=status]"
TITLES = ".rd-search__title"
LAMPS = {"title": "Lamps", "body": "Harbour Board", "kind": "statement", "status": "adopted", "year": 2031}
OIL = {"title": "Oil", "body": "Harbour Board", "kind": "statement", "status": "", "year": 2033}
BOATS = {"title": "Boats", "body": "Harbour Board", "kind": "resolution", "status": "adopted", "year": 2032}
TEXTS = {
    "en": ("the darkness of the lighthouses is deplored", "oil is bought", "boats are lent to the keepers"),
    "ru": ("темнота маяков осуждается", "масло куплено", "лодки даны смотрителям"),
    "zh": ("谴责灯塔黑暗", "购买灯油", "借出船只"),
}
GLANCE = ["1 May 2031", "unanimously"]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("near") / "site"
    names = {"body": {"Harbour Board": "港务局"}, "kind": {"statement": "声明", "resolution": "决议"}}
    index = SearchIndex(site.parent / "cache", site, {"zh": names})
    for lang, texts in TEXTS.items():
        for number, (text, meta) in enumerate(zip(texts, (LAMPS, OIL, BOATS), strict=True)):
            told = {**meta, "glance": GLANCE} if meta is LAMPS else meta
            index.add(f"{lang}/A/RES/90/{number}/", f'<p class="op" id="op1">{text}</p>', told)
        nothing = '{"verb": [], "whom": [], "pages": {}}'
        write_files(site, (*symbol_artifacts(lang, []), (f"{lang}/search/acts.json", nothing)))
        write_search_page(site, f"{lang}/search/", lang)
    index.write()
    return site


def found(shelf: Path, look_into: Opener, query: str, lang: str = "en") -> Page:
    return look_into(shelf).go(f"{lang}/search/?q={quote(query)}")


@pytest.mark.parametrize(
    ("lang", "query", "right"),
    [
        ("en", "darknes of", "darkness of"),  # left out, and no beginning of a query
        ("en", "dakrness", "darkness"),
        ("en", "darkkness", "darkness"),
        ("en", "lighthauses", "lighthouses"),
        ("en", "lihgthuoses", "lighthouses"),  # in a long word two
        ("en", "daarkness of the lighthauses", "darkness of the lighthouses"),
        ("ru", "тимнота маяков", "темнота маяков"),
    ],
)
def test_a_misspelt_word_is_put_right_and_told(
    shelf: Path, look_into: Opener, lang: str, query: str, right: str
) -> None:
    page = found(shelf, look_into, query, lang)
    expect(page.locator(TITLES)).to_have_text(["Lamps"])
    if query != "darknes of":  # the index finds that beginning by itself
        expect(page.locator(STATUS)).to_contain_text(query)
        expect(page.locator(STATUS)).to_contain_text(right)
    expect(page.locator("mark").first).to_be_visible()


def test_a_word_that_is_too_far_from_all_is_not_put_right(shelf: Path, look_into: Opener) -> None:
    page = found(shelf, look_into, "zarkmezz")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “zarkmezz”.")
    page.locator(".rd-search__results a").click()
    page.wait_for_url("**/en/works/")


@pytest.mark.parametrize(
    ("lang", "query", "titles"),
    [
        ("en", "Harbour Board", ["Boats", "Lamps", "Oil"]),  # what is held first, the newest first
        ("en", "statements of the Harbour Board", None),
        ("en", "statement of the Harbour Board", ["Lamps", "Oil"]),
        ("en", "harbour board resolution 2032", ["Boats"]),
        ("zh", "港务局声明", ["Lamps", "Oil"]),
        ("zh", "港务局的声明", ["Lamps", "Oil"]),
    ],
)
def test_a_body_and_a_kind_find_their_texts(
    shelf: Path, look_into: Opener, lang: str, query: str, titles: list[str] | None
) -> None:
    page = found(shelf, look_into, query, lang)
    if titles is None:
        expect(page.locator(STATUS)).to_contain_text("statements")
        return
    expect(page.locator(TITLES)).to_have_text(titles)
    expect(page.locator(STATUS)).to_contain_text(query)


def test_who_asks_for_a_body_that_a_text_names_finds_its_texts_too(tmp_path: Path, look_into: Opener) -> None:
    site = tmp_path / "site"
    index = SearchIndex(tmp_path / "cache", site)
    for number, (text, meta) in enumerate((("the Harbour Board is asked", {"title": "Nets"}), ("oil is bought", OIL))):
        index.add(f"en/A/RES/91/{number}/", f'<p class="op" id="op1">{text}</p>', meta)
    write_files(site, (*symbol_artifacts("en", []), ("en/search/acts.json", '{"verb": [], "whom": [], "pages": {}}')))
    write_search_page(site, "en/search/", "en")
    index.write()
    page = found(site, look_into, "Harbour Board")
    expect(page.locator(TITLES)).to_have_text(["Nets", "Oil"])
    expect(page.locator("mark")).to_have_text(["Harbour Board"])


def test_filters_that_let_nothing_through_can_be_taken_away(shelf: Path, look_into: Opener) -> None:
    page = look_into(shelf).go("en/search/?q=boats&body=Harbour+Board&year=2031")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “boats”.")
    expect(page.locator(TITLES)).to_have_count(0)
    page.get_by_role("button", name="Clear the filters (1)").click()
    expect(page.locator(TITLES)).to_have_text(["Boats"])
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_hit_says_that_its_text_is_not_held_and_no_year_twice(shelf: Path, look_into: Opener) -> None:
    page = found(shelf, look_into, "Harbour Board")
    facts = page.locator(".rd-search__facts")
    expect(facts.filter(has_text="not held here")).to_have_count(1)
    expect(page.locator(".rd-search__work", has_text="Oil").locator(".rd-search__facts")).to_contain_text("2033")
    lamps = page.locator(".rd-search__work", has_text="Lamps")
    expect(lamps.locator(".rd-search__about")).to_have_text("1 May 2031 · unanimously")
    expect(lamps.locator(".rd-search__facts")).not_to_contain_text("2031")
