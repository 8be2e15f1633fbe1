"""The page of figures: what they are of, and what they do not say, stands above each table and in the first view."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Watched

BEFORE = """tables => tables.map((table) => {
    const stood = [];
    for (let one = table.closest(".md-typeset__scrollwrap") ?? table; (one = one.previousElementSibling);) {
        if (/^H[1-6]$/.test(one.tagName)) break;
        stood.push(one.innerText);
    }
    return stood.join("\\n");
})"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_table_stands_below_what_it_is_of(shown: Watched, lang: str) -> None:
    page = shown.go(f"{lang}/figures/")
    told = page.locator("main table").evaluate_all(BEFORE)
    assert len(told) > 3 and all(len(words) > 30 for words in told), "a table stands bare below its heading"


@pytest.mark.parametrize(
    ("lang", "caveats"),
    [
        ("en", ("kept aside while the rules were made", "nobody had looked at what it misses")),
        ("zh", ("制定规则期间，一部分文本一直搁置不看", "程序漏读、误读的具体内容也没有人看过")),
    ],
)
@pytest.mark.parametrize("width", [390, 1440])
def test_the_caveat_is_in_the_first_view(shown: Watched, lang: str, caveats: tuple[str, ...], width: int) -> None:
    shown.page.set_viewport_size({"width": width, "height": 900})
    page = shown.go(f"{lang}/figures/")
    table = page.locator("main table").first.bounding_box()
    for words in caveats:
        caveat = page.locator("main p", has_text=words).first
        expect(caveat).to_be_in_viewport()
        box = caveat.bounding_box()
        assert box and table and box["y"] + box["height"] <= table["y"]
