"""A symbol as people write it: every spelling lands, the paragraph on its anchor; what is not held says where it is."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.languages import load
from converter.model import Origin
from converter.site.search import SearchIndex
from converter.write.symbols import symbol_files
from converter.write.words import Words
from tests.records import citing, record

from .conftest import Opener, Watched
from .sites import write_files, write_search_page

STATUS = "[role=status]"


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory, authorities: Authorities) -> Path:
    """The table of invented resolutions under real numbers, and a search page with the project's scripts."""
    site = tmp_path_factory.mktemp("symbols") / "site"
    words = Words(load("en", authorities), authorities)
    council, assembly = {"body": "SC", "lang": "en"}, {"body": "GA", "lang": "en"}
    misprinted = citing("S/RES/1999(1946)")  # its year, which makes no other number one of 1946
    early, late = (citing("S/RES/252(1968)"), citing("A/RES/1514(XV)")), (citing("S/RES/690(1991)"), misprinted)
    works = (
        record("wicks", symbol="S/RES/687(1991)", paragraphs=("pp1", "op1", "op3", "op3-a", "op5"), **council),
        record("lamps", symbol="S/RES/465(1980)", paragraphs=("op1", "op5"), citings=late, **council),
        record("oil", symbol="A/RES/60/251", paragraphs=("pp4", "op1", "op3"), citings=early, **assembly),
        record(
            "tide",
            symbol="A/RES/71/222",
            paragraphs=("op1",),
            session="71",
            origin=(Origin("A/71/L.9", None),),
            **assembly,
        ),
        record("foam", symbol="A/71/L.5", status="draft", session="71", **assembly),
    )
    files = symbol_files(build_corpus(works, authorities), words)
    index = SearchIndex(site.parent / "index", site)  # of a text that has no word of what is asked
    index.add("en/A/RES/60/251/", '<p class="op" id="op1">Oakum</p>', {"title": "Oakum", "body": "GA"})
    index.write()
    write_files(site, ((one.path, one.content) for one in files))
    write_search_page(site, "en/search/", "en")
    return site


@pytest.fixture
def quay(harbour: Path, look_into: Opener) -> Watched:
    return look_into(harbour)


def asked(quay: Watched, query: str) -> Page:
    page = quay.go(f"en/search/?q={quote(query)}")
    expect(page.locator(STATUS)).not_to_have_text(re.compile("^$|^Searching"))
    return page


@pytest.mark.parametrize(
    ("spelling", "led"),
    [
        ("S/RES/687", "S/RES/687(1991)/"),
        ("res 687", "S/RES/687(1991)/"),
        ("res. 687", "S/RES/687(1991)/"),
        ("SCR 687 (1991)", "S/RES/687(1991)/"),
        ("SC resolution 687", "S/RES/687(1991)/"),
        ("UNSCR 687", "S/RES/687(1991)/"),
        ("UN Security Council resolution 687 (1991)", "S/RES/687(1991)/"),
        ("安理会第687号决议", "S/RES/687(1991)/"),
        ("резолюция 687 Совета Безопасности", "S/RES/687(1991)/"),
        ("résolution 687 du Conseil de sécurité", "S/RES/687(1991)/"),
        ("la resolución 687 del Consejo de Seguridad", "S/RES/687(1991)/"),
        ("قرار مجلس الأمن ٦٨٧", "S/RES/687(1991)/"),
        ("S/RES/687 (1991), para. 3 (a)", "S/RES/687(1991)/#op3-a"),
        ("S/RES/465 (1980), para. 5", "S/RES/465(1980)/#op5"),
        ("60/251 第3段", "A/RES/60/251/#op3"),
        ("A/RES/60/251 OP3", "A/RES/60/251/#op3"),
        ("A/RES/60/251 PP4", "A/RES/60/251/#pp4"),
        ("60/251, par. 3", "A/RES/60/251/#op3"),
        ("резолюция 60/251, пункт 3", "A/RES/60/251/#op3"),
        ("القرار ٦٠/٢٥١، الفقرة ٣", "A/RES/60/251/#op3"),
        ("٧١/٢٢٢", "A/RES/71/222/"),
        ("UNGA res 71/222", "A/RES/71/222/"),
        ("GA resolution 71/222", "A/RES/71/222/"),
        ("A/RES 71/222", "A/RES/71/222/"),
        ("res 252", "cited/S/RES/1960-1969/#252-1968"),  # only cited
        ("resolution 687 (1991) op. para 3", "S/RES/687(1991)/#op3"),
        ("paragraph 3 (a) of Security Council resolution 687 (1991)", "S/RES/687(1991)/#op3-a"),
        ("Security Council resolution 687 of 1991", "S/RES/687(1991)/"),
        ("UN Doc. S/RES/687 (1991)", "S/RES/687(1991)/"),
        ("S/RES/687/1991", "S/RES/687(1991)/"),
        ("SC/RES/687", "S/RES/687(1991)/"),
        ("UNSCRes 687", "S/RES/687(1991)/"),
        ("S/RES/687 p. 3", "S/RES/687(1991)/#op3"),
        ("第60/251号决议第3段", "A/RES/60/251/#op3"),
        ("60/251 الفقرة ٣ من المنطوق", "A/RES/60/251/#op3"),
        ("الفقرة ٣ من القرار ٦٠/٢٥١", "A/RES/60/251/#op3"),
        ("paragraphe 3 de la résolution 60/251", "A/RES/60/251/#op3"),
        ("60/251, al. 4", "A/RES/60/251/#pp4"),
        ("párrafo 3 de la parte dispositiva de la resolución 60/251", "A/RES/60/251/#op3"),
        ("пункт 3 резолюции 60/251", "A/RES/60/251/#op3"),
        ("А/RES/60/251", "A/RES/60/251/"),  # a Cyrillic А
        ("who cites 60/251", "A/RES/60/251/"),
        ("谁引用了第60/251号决议", "A/RES/60/251/"),
        ("quién cita la resolución 60/251", "A/RES/60/251/"),
        ("кто ссылается на 60/251", "A/RES/60/251/"),
        ("GA res 1514", "cited/A/RES/XV/#1514"),
        ("RES/71/222", "A/RES/71/222/"),
        ("第60/251號決議第3段", "A/RES/60/251/#op3"),  # in traditional signs
        ("安理會第687號決議執行部分第3段", "S/RES/687(1991)/#op3"),
        ("聯合國大會第60/251號決議", "A/RES/60/251/"),
        ("L.5", "A/71/L.5/"),
        ("71/L.5", "A/71/L.5/"),
        # as it was copied
        ("“A/RES/60/251”", "A/RES/60/251/"),
        ('"General Assembly resolution 60/251"', "A/RES/60/251/"),
        ("«résolution 60/251»", "A/RES/60/251/"),
        ("《60/251》", "A/RES/60/251/"),
        ("A/RES/60/251.", "A/RES/60/251/"),
        ("(A/RES/60/251)", "A/RES/60/251/"),
        ("[S/RES/687 (1991)]", "S/RES/687(1991)/"),
        ("A_RES_60_251", "A/RES/60/251/"),
        ("S_RES_687(1991)-EN.pdf", "S/RES/687(1991)/"),
        ("https://docs.un.org/en/A/RES/60/251", "A/RES/60/251/"),
        ("undocs.org/S/RES/687(1991)", "S/RES/687(1991)/"),
        ("https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F60%2F251&Language=E", "A/RES/60/251/"),
        ("A/RES/60/251 of 15 March 2006", "A/RES/60/251/"),
        ("A/RES/60/251 (Mar. 15, 2006)", "A/RES/60/251/"),
        ("General Assembly resolution 60/251 of 15 March 2006, para. 3", "A/RES/60/251/#op3"),
        ("résolution 60/251 du 15 mars 2006", "A/RES/60/251/"),
        ("resolución 60/251, de 15 de marzo de 2006", "A/RES/60/251/"),
        ("резолюция 60/251 от 15 марта 2006 года", "A/RES/60/251/"),
        ("القرار ٦٠/٢٥١ المؤرخ ١٥ آذار/مارس ٢٠٠٦", "A/RES/60/251/"),
        ("2006年3月15日第60/251号决议", "A/RES/60/251/"),
        ("A/RES/60/251, paras. 3–5", "A/RES/60/251/#op3"),
        ("A/RES/60/251, op. paras 3 and 4", "A/RES/60/251/#op3"),
        ("A/RES/60/251, OP 3(b)", "A/RES/60/251/#op3"),  # which the text lacks: said below
        # in a sentence
        ("Recalling its resolution 60/251 of 15 March 2006, and the light", "A/RES/60/251/"),
        ("GA Res. 60/251, UN Doc. A/RES/60/251 (Mar. 15, 2006)", "A/RES/60/251/"),
        ("See A/RES/60/251, para. 3", "A/RES/60/251/#op3"),
        ("what does 60/251 say about the lamps", "A/RES/60/251/"),
        ("A/RES/60/251 annex", "A/RES/60/251/"),
        ("A/71/L.9", "A/RES/71/222/"),  # the draft that it was adopted from
    ],
)  # fmt: skip
def test_every_spelling_lands(quay: Watched, spelling: str, led: str) -> None:
    title = asked(quay, spelling).locator(".rd-search__title")
    expect(title).to_have_count(1)
    assert (title.get_attribute("href") or "").split("/en/")[1] == led


@pytest.mark.parametrize("typed", ["A/RES/71", "a-res-71", "A/RES/71/"])
def test_the_beginning_of_a_symbol_leads_to_the_session(quay: Watched, typed: str) -> None:
    page = asked(quay, typed)
    title = page.locator(".rd-search__title")
    expect(title).to_have_text("General Assembly, 71st session")
    assert (title.get_attribute("href") or "").endswith("/en/sessions/ga-71/")
    expect(page.locator(STATUS)).to_have_text("General Assembly, 71st session")
    expect(page.locator(".rd-search__about")).to_have_text("1 text")
    expect(page.locator(".rd-search__paragraphs")).to_have_count(0)  # no empty list is read out


def test_what_is_only_cited_says_where_it_is_and_who_cites_it(quay: Watched) -> None:
    page = asked(quay, "UNSCR 252")
    expect(page.locator(".rd-search__paragraphs a")).to_have_count(1)
    link = page.get_by_role("link", name="Official document of the United Nations: S/RES/252 (1968)")
    assert link.get_attribute("href") == "https://docs.un.org/en/S/RES/252(1968)"


@pytest.mark.parametrize(
    ("spelling", "links"),
    [
        ("A/RES/5/999", ["https://docs.un.org/en/A/RES/5/999"]),
        ("A/RES/5/999, adopted on 2 December 2030.", ["https://docs.un.org/en/A/RES/5/999"]),
        ("61/17", ["https://docs.un.org/en/A/HRC/RES/61/17", "https://docs.un.org/en/A/RES/61/17"]),
        ("UNGA resolution 61/17", ["https://docs.un.org/en/A/RES/61/17"]),
        ("S/2035/17/Add.1", ["https://docs.un.org/en/S/2035/17/Add.1"]),
        ("A/RES/S-27/2", ["https://docs.un.org/en/A/RES/S-27/2"]),
        ("S/RES/1540 (2004)", ["https://docs.un.org/en/S/RES/1540(2004)"]),
        ("resolution 689", ["https://docs.un.org/en/S/RES/689(1991)"]),  # between two of its year
        ("S/RES/21", ["https://docs.un.org/en/S/RES/21(1947)"]),  # the authority file knows its year
        ("UNSCR 1540", ["https://docs.un.org/en/S/RES/1540(2004)"]),
        ("UNSCR 950", ["https://digitallibrary.un.org/search?p=S%2FRES%2F950"]),  # of a year that is not known
    ],
)
def test_what_nothing_here_knows_leads_to_the_official_document(quay: Watched, spelling: str, links: list[str]) -> None:
    page = asked(quay, spelling)
    found = page.locator(".rd-search__work a").evaluate_all("all => all.map((one) => one.href)")
    assert sorted(found) == links
    expect(page.locator(STATUS)).to_contain_text("This site does not hold")
    assert not re.search(r"\d\((19|20)", page.locator(STATUS).inner_text()), "a symbol is spelt one way"


@pytest.mark.parametrize("words", ["2016, 2017", "3 2015"])
def test_two_figures_are_no_symbol_where_no_word_calls_them_one(quay: Watched, words: str) -> None:
    expect(asked(quay, words).locator(STATUS)).not_to_contain_text("This site does not hold")


def test_a_paragraph_that_the_text_lacks_is_said(quay: Watched) -> None:
    page = asked(quay, "60/251, para. 99")
    expect(page.locator(".rd-search__work")).to_contain_text("no such paragraph in the text: A/RES/60/251, para. 99")
    assert (page.locator(".rd-search__title").get_attribute("href") or "").endswith("A/RES/60/251/")


def test_the_example_in_the_field_is_held_here(quay: Watched) -> None:
    page = quay.go("en/search/")
    field = page.get_by_role("searchbox")
    expect(field).to_have_attribute("placeholder", re.compile(r"e\.g\. \S+"))
    shown = (field.get_attribute("placeholder") or "").split("e.g. ")[1]
    href = asked(quay, shown).locator(".rd-search__title").get_attribute("href")
    assert href and "/RES/" in href and "252" not in href
