"""A symbol as people write it: every spelling lands, the paragraph on its anchor; what is not held says where it is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from converter.authorities import Authorities
from converter.collect import build_corpus
from converter.languages import load, read_data
from converter.write.symbols import symbol_files
from converter.write.words import Words
from tests.records import citing, record

from .conftest import ROOT, Opener, Watched
from .sites import SEARCH_SCRIPTS

STATUS = "[role=status]"


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory, authorities: Authorities) -> Path:
    """The table of invented resolutions under real numbers, and a search page with the project's scripts."""
    site = tmp_path_factory.mktemp("symbols")
    words = Words(load("en", authorities), authorities)
    council, assembly = {"body": "SC", "lang": "en"}, {"body": "GA", "lang": "en"}
    early, late = (citing("S/RES/252(1968)"),), (citing("S/RES/690(1991)"),)
    works = (
        record("wicks", symbol="S/RES/687(1991)", paragraphs=("pp1", "op1", "op3", "op3-a", "op5"), **council),
        record("lamps", symbol="S/RES/465(1980)", paragraphs=("op1", "op5"), citings=late, **council),
        record("oil", symbol="A/RES/60/251", paragraphs=("pp4", "op1", "op3"), citings=early, **assembly),
        record("tide", symbol="A/RES/71/222", paragraphs=("op1",), **assembly),
    )
    for artifact in symbol_files(build_corpus(works, authorities), words):
        target = site / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(artifact.content, encoding="utf-8")
    for name in SEARCH_SCRIPTS:
        (site / "assets").mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs/assets/javascripts" / name, site / "assets")
    config = json.dumps({"base": "../../", "lang": "en", "words": read_data("en")["ui"]["search"]["words"]})
    (site / "en/search/index.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><body>'
        '<div id="rd-search"></div>'
        f'<script type="application/json" id="rd-search-config">{config}</script>'
        + "".join(f'<script src="../../assets/{name}" defer></script>' for name in SEARCH_SCRIPTS),
        encoding="utf-8",
    )
    return site


@pytest.fixture
def quay(harbour: Path, open_folder: Opener) -> Watched:
    return open_folder(harbour)


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
        ("res 252", "S/RES/252(1968)/"),  # only cited
    ],
)  # fmt: skip
def test_every_spelling_lands(quay: Watched, spelling: str, led: str) -> None:
    title = asked(quay, spelling).locator(".rd-search__title")
    expect(title).to_have_count(1)
    assert (title.get_attribute("href") or "").split("/en/")[1] == led


def test_what_is_only_cited_says_where_it_is_and_who_cites_it(quay: Watched) -> None:
    page = asked(quay, "UNSCR 252")
    expect(page.locator(".rd-search__paragraphs a")).to_have_count(1)
    link = page.get_by_role("link", name="Official document of the United Nations: S/RES/252 (1968)")
    assert link.get_attribute("href") == "https://docs.un.org/en/S/RES/252(1968)"


@pytest.mark.parametrize(
    ("spelling", "links"),
    [
        ("A/RES/5/999", ["https://docs.un.org/en/A/RES/5/999"]),
        ("61/17", ["https://docs.un.org/en/A/HRC/RES/61/17", "https://docs.un.org/en/A/RES/61/17"]),
        ("UNGA resolution 61/17", ["https://docs.un.org/en/A/RES/61/17"]),
        ("S/2035/17/Add.1", ["https://docs.un.org/en/S/2035/17/Add.1"]),
        ("A/RES/S-27/2", ["https://docs.un.org/en/A/RES/S-27/2"]),
        ("S/RES/1540 (2004)", ["https://docs.un.org/en/S/RES/1540(2004)"]),
        ("resolution 689", ["https://docs.un.org/en/S/RES/689(1991)"]),  # between two of its year
        ("UNSCR 1540", ["https://digitallibrary.un.org/search?p=S%2FRES%2F1540"]),  # of a year that no text here tells
    ],
)
def test_what_nothing_here_knows_leads_to_the_official_document(quay: Watched, spelling: str, links: list[str]) -> None:
    page = asked(quay, spelling)
    found = page.locator(".rd-search__work a").evaluate_all("all => all.map((one) => one.href)")
    assert sorted(found) == links
    expect(page.locator(STATUS)).to_contain_text("This site does not hold")


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
