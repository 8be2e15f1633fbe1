"""What a text is about, on its page: each subject leads to the texts that are about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opener, assert_accessible, seen, served
from tests.documents.akn import marked_up
from tests.documents.official import ENGLISH
from tests.temp_project import make_project, run
from tests.test_subjects import classed

HEADING = "Keepers <of> the coast"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one text that its markup classes, in two languages, and three that nothing does."""
    works = {"lamps": {f"{lang}.xml": classed(lang) for lang in ("en", "fr")}}
    for number in (902, 903, 904):  # a catalogue of three has no filter
        works[f"other-{number}"] = {"en.xml": marked_up(ENGLISH, "en").replace(b"73/901", f"73/{number}".encode())}
    root = make_project(tmp_path_factory.mktemp("subjects") / "project", works)
    result = run(root, "build")
    assert result.exit_code == 0, result.stdout + result.stderr
    return root / "site"


def test_a_subject_leads_to_the_texts_about_it(open_folder: Opener, built: Path) -> None:
    watched = open_folder(built)
    page = watched.go("en/A/RES/73/901/")
    link = page.locator("section[aria-labelledby=subjects] a", has_text=HEADING)
    expect(link).to_be_visible()
    assert page.locator("section[aria-labelledby=subjects] li[lang]").count() == 0
    link.click()
    page.wait_for_url("**/en/works/#subjects=*")
    rows = page.locator(".rd-table tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("73/901")
    assert page.get_by_label("Subjects").first.input_value() == HEADING
    assert watched.complaints == []


def test_english_headings_on_a_french_page_are_said_to_be_english(open_folder: Opener, built: Path) -> None:
    page = open_folder(built).go("fr/drafts/lamps/")
    section = page.locator("section[aria-labelledby=subjects]")
    assert section.locator("li[lang=en]").all_inner_texts() == ["LAMP&OIL", HEADING, "LONG"]
    expect(section.locator("li:not([lang])")).to_contain_text("Objectif 14")


def test_axe_finds_nothing(browser: Browser, built: Path) -> None:
    with served(built) as address, seen(browser, f"{address}fr/drafts/lamps/") as page:
        assert_accessible(page)
