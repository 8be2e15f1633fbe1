"""Words written in more than one way: ligatures, numbers with a point, other figures and signs, what is joined."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from converter.site.search import SearchIndex
from converter.write.symbols import symbol_artifacts

from .conftest import Opener, Watched
from .sites import write_files, write_search_page

TEXTS = {
    "en": ["oil rose by 3.5 per cent", "a manœuvre at sea", "35 lamps were lit", "2,016 boats in 2016"],
    "fr": ["une œuvre de l’Assemblée", "une oeuvre de plus", "une hausse de 3,5 pour cent", "35 phares"],
    "ar": [
        "النساء والفتيات", "تعليم الفتيات", "للفتيات وحدهن", "فتيات الجزر", "سنة ٢٠١٦", "سنة 2016", "زاد ٣٫٥ في المائة",
        "عددها 35",
    ],
    "zh": ["关于灯塔的决议", "關於燈塔的決議", "灑油於海", "守夜人的报告"],
}  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text of one paragraph each, in three languages, with the project's search."""
    site = tmp_path_factory.mktemp("shelf") / "site"
    index = SearchIndex(site.parent / "cache", site)
    for lang, texts in TEXTS.items():
        for number, text in enumerate(texts):
            index.add(f"{lang}/A/RES/90/{number}/", f'<p class="op" id="op1">{text}</p>', {"title": "—", "body": "GA"})
        nothing = '{"verb": [], "whom": [], "pages": {}}'
        write_files(site, (*symbol_artifacts(lang, []), (f"{lang}/search/acts.json", nothing)))
        write_search_page(site, f"{lang}/search/", lang)
    index.write()
    return site


@pytest.fixture
def reader(shelf: Path, look_into: Opener) -> Watched:
    return look_into(shelf)


MATTERS = ("driftwood", "oakum", "tallow")


@pytest.fixture(scope="module")
def weighty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three texts, each about one matter; each names the others in passing, and the keepers."""
    site = tmp_path_factory.mktemp("weighty") / "site"
    index = SearchIndex(site.parent / "cache", site)
    for number, own in enumerate(MATTERS):
        others = " and ".join(one for one in MATTERS if one != own)
        text = f"{own} is counted by the keepers; who has {own} to spare, as some have {others}, sends {own} away"
        page = f'<p class="op" id="op1">{text}</p>'
        index.add(f"en/A/RES/90/{number}/", page, {"title": own.capitalize(), "body": "GA"})
    write_files(site, (*symbol_artifacts("en", []), ("en/search/acts.json", '{"verb": [], "whom": [], "pages": {}}')))
    write_search_page(site, "en/search/", "en")
    index.write()
    return site


@pytest.mark.parametrize("way", ["{}", "{} keepers", "{} nowhere"])
@pytest.mark.parametrize("matter", MATTERS)
def test_what_is_about_a_matter_stands_before_what_names_it(
    weighty: Path, look_into: Opener, matter: str, way: str
) -> None:
    """Found as a phrase, by all of its words, by some of them."""
    page = look_into(weighty).go(f"en/search/?q={quote(way.format(matter))}")
    titles = page.locator(".rd-search__title")
    expect(titles).to_have_count(3)
    expect(titles.first).to_have_text(matter.capitalize())


@pytest.mark.parametrize(
    ("lang", "query", "found", "marked"),
    [
        ("en", "manoeuvre", [1], "manœuvre"),
        ("fr", "oeuvre", [0, 1], "œuvre"),
        ("fr", "œuvre", [0, 1], "œuvre"),
        ("en", "3.5", [0], "3.5"),
        ("en", "35", [2], "35"),
        ("en", "2016", [3], "2016"),
        ("fr", "3,5", [2], "3,5"),
        ("fr", "3,5 pour cent", [2], "3,5 pour cent"),
        ("fr", "35", [3], "35"),
        ("ar", "والفتيات", [0, 1, 2, 3], "فتيات"),
        ("ar", "الفتيات", [0, 1, 2, 3], "الفتيات"),
        ("ar", "فتيات", [0, 1, 2, 3], "فتيات"),
        ("ar", "2016", [4, 5], "٢٠١٦"),
        ("ar", "٢٠١٦", [4, 5], "٢٠١٦"),
        ("ar", "3.5", [6], "٣٫٥"),
        ("ar", "٣٥", [7], "35"),
        ("fr", "٣٥", [3], "35"),
        ("zh", "燈塔", [0, 1], "灯塔"),
        ("zh", "灯塔", [0, 1], "燈塔"),
        ("zh", "關於燈塔的決議", [0, 1], "关于灯塔的决议"),
        ("zh", "洒油", [2], "灑油"),  # no text has 洒
        ("zh", "報告", [3], "报告"),  # no text has 報
        ("zh", "守夜人 報告", [3], "报告"),
    ],
)
def test_a_word_is_found_however_it_is_written(
    reader: Watched, lang: str, query: str, found: list[int], marked: str
) -> None:
    page = reader.go(f"{lang}/search/?q={quote(query)}")
    links = page.locator(".rd-search__paragraphs a")
    expect(links.first).to_be_visible()
    hrefs = links.evaluate_all("all => all.map((one) => Number(new URL(one.href).pathname.match(/90.(\\d+)/)[1]))")
    assert sorted(hrefs) == found
    assert marked in page.locator("mark").all_inner_texts()
    assert reader.complaints == []


def test_the_paragraph_that_has_most_of_the_words_stands_first(tmp_path: Path, look_into: Opener) -> None:
    site = tmp_path / "site"
    index = SearchIndex(tmp_path / "cache", site)
    words = ("lamps are lit", "oil is dear", "the oil of lamps in boats", "boats are lent", "oil in boats")
    page = "".join(f'<p class="op" id="op{number}">{text}</p>' for number, text in enumerate(words, 1))
    index.add("en/A/RES/90/1/", page, {"title": "Oakum", "body": "GA"})
    write_files(site, (*symbol_artifacts("en", []), ("en/search/acts.json", '{"verb": [], "whom": [], "pages": {}}')))
    write_search_page(site, "en/search/", "en")
    index.write()
    found = look_into(site).go("en/search/?q=lamps+oil+boats").locator(".rd-search__paragraphs a")
    expect(found).to_have_text([words[2], words[4], words[0], words[1], words[3]])
