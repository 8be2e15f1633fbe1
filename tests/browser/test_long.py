"""The longest real texts: what the first view of their pages loads, packed as a host sends it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.sites import served
from tests.measure.unxml.corpus import works
from tests.temp_project import make_project, run

LONGEST = {"A/RES/79/144": "en", "A/RES/80/110": "ru"}  # of those that may be read, each where it takes most bytes
MOST = 150_000  # bytes


@pytest.fixture(scope="module")
def long_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    held = works()
    if not LONGEST.keys() <= held.keys():
        pytest.skip("no marked-up texts beside the repository")
    sources = {
        symbol.replace("/", "-").lower(): {
            "work.yml": f"symbol: {symbol}\n",
            f"{lang}.xml": held[symbol][lang].read(allow_reserved=False),
        }
        for symbol, lang in LONGEST.items()
    }
    root = tmp_path_factory.mktemp("long") / "project"
    root.mkdir()
    make_project(root, sources)
    run(root, "build")
    return root / "site"


@pytest.mark.parametrize(("symbol", "lang"), LONGEST.items())
def test_the_first_view_of_a_long_text_is_light(long_texts: Path, browser: Browser, symbol: str, lang: str) -> None:
    loaded: list[Response] = []
    with served(long_texts) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 - it wants a function
        page.goto(f"{address}{lang}/{symbol}/")
        page.wait_for_load_state("networkidle")
        weights = {one.url.removeprefix(address): len(gzip.compress(one.body())) for one in loaded}
        words = page.locator(".rd-text").inner_text().split()
        context.close()
    assert len(words) > 20_000  # the whole text is in the page
    assert sum(weights.values()) < MOST, weights
