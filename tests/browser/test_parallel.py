"""The parallel view in a real browser: two texts on one scroll, the choice of languages, phone and desktop, by ear."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from converter.language_files import available
from converter.site.bundle import write_bundle
from converter.write.column import CELLS, cells_of
from tests.browser.conftest import ROOT, Watched, assert_accessible, moved, quiet, seen, served

SYMBOL = "LG/LHC/RES/30/7"
LANGS = sorted(
    set(available()) & {path.stem for path in (ROOT / "converter/demo/data/works/fog-signals").glob("*.txt")}
)
PAIRS = [(a, b) for a, b in (("zh", "en"), ("zh", "ar"), ("ar", "zh")) if {a, b} <= set(LANGS)]


@pytest.fixture(scope="session")
def islands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small invented corpus, with the work in several languages."""
    out = tmp_path_factory.mktemp("islands") / "岛 project"
    command = [sys.executable, "-m", "converter", "--project", str(ROOT), "demo", "--works", "3", "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (out / "site" / "index.html").is_file(), done.stdout + done.stderr  # findings are not what is tested here
    return out / "site"


@pytest.fixture(scope="session")
def packed(islands: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the site, unpacked."""
    folder = tmp_path_factory.mktemp("packed") / "离线 岛"
    with zipfile.ZipFile(write_bundle(islands, folder.parent / "bundle.zip")) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module", params=["http", "file"])
def root(request: pytest.FixtureRequest, islands: Path, packed: Path) -> Iterator[str]:
    """The address of the site over http, then of its bundle from file://."""
    if request.param == "file":
        yield packed.as_uri() + "/"
    else:
        with served(islands) as address:
            yield address


@pytest.fixture
def opened(root: str, window: Watched) -> Iterator[Watched]:
    """The site in the window of all tests here; at the end, that nothing went out and nothing complained."""
    yield from quiet(window.begin(root))


def address(first: str, second: str) -> str:
    return f"{first}/{SYMBOL}/parallel/?with={second}"


def in_folder(packed: Path, first: str, second: str) -> str:
    """The same in a folder on disk."""
    return f"{packed.as_uri()}/{first}/{SYMBOL}/parallel/index.html?with={second}"


def top_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("one => one.getBoundingClientRect().top"))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_both_texts_stand_on_the_same_anchors(opened: Watched, first: str, second: str) -> None:
    page = opened.go(address(first, second) + "#op5")
    row = page.locator("tr:has(#op5)")
    expect(row).to_be_in_viewport()
    header = float(page.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom"))
    assert header <= top_of(page, "#op5") < 500
    cells = row.locator("td")
    assert [cells.nth(at).get_attribute("lang") for at in (0, 1)] == [first, second]
    for at, lang in ((0, first), (1, second)):
        direction = "rtl" if lang == "ar" else "ltr"
        assert cells.nth(at).evaluate("one => getComputedStyle(one).direction") == direction
    boxes = [cells.nth(at).bounding_box() for at in (0, 1)]
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"]
    assert (boxes[0]["x"] > boxes[1]["x"]) == (first == "ar")
    expect(page.locator("html")).to_have_attribute("lang", first)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_on_a_phone_a_paragraph_stands_over_its_translation(
    browser: Browser, packed: Path, first: str, second: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(in_folder(packed, first, second) + "#op5")
    boxes = [page.locator("tr:has(#op5) td").nth(at).bounding_box() for at in (0, 1)]
    assert boxes[0] and boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert all(box and box["width"] > 300 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_choice_of_languages_keeps_the_paragraph(opened: Watched) -> None:
    page = opened.go(address("zh", "en") + "#op7")
    page.locator(".rd-columns summary").click()
    page.locator(".rd-columns nav").first.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(rf"en/{SYMBOL}/parallel/(?:index\.html)?\?with=zh#op7$"))
    assert page.locator("tr:has(#op7) td").first.get_attribute("lang") == "en"
    page.locator(".rd-columns summary").click()
    page.locator(".rd-columns nav").last.get_by_role("link", name="中文").click()
    expect(page).to_have_url(re.compile(rf"zh/{SYMBOL}/(?:index\.html)?#op7$"))


def test_the_page_of_the_work_leads_there(opened: Watched) -> None:
    page = opened.go(f"zh/{SYMBOL}/")
    page.locator(".rd-beside a").filter(has_text=re.compile("英文")).click()
    expect(page).to_have_url(re.compile(rf"zh/{SYMBOL}/parallel/(?:index\.html)?\?with=en$"))


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_the_ways_to_the_other_languages_are_a_line_or_two(opened: Watched, lang: str) -> None:
    """Each says for whoever hears it alone where it leads, and its visible word is in what it says."""
    page = opened.go(f"{lang}/{SYMBOL}/")
    page.set_viewport_size({"width": 390, "height": 844})
    ways = page.locator(".rd-beside a")
    expect(ways).to_have_count(len(LANGS) - 1)
    assert len(set(ways.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().top))"))) <= 2
    label, first = page.locator("#rd-beside").bounding_box(), ways.first.bounding_box()
    assert label and first
    between = label["x"] - first["x"] - first["width"] if lang == "ar" else first["x"] - label["x"] - label["width"]
    assert between >= 4, "the label is a word of its own"
    for way in ways.all():
        said = way.get_attribute("aria-label") or ""
        assert way.inner_text() in said != way.inner_text()


@pytest.mark.parametrize("first", LANGS)
def test_both_columns_say_every_word_of_their_texts_in_order(
    islands: Path, packed: Path, context: BrowserContext, first: str
) -> None:
    """What the browser drew, against the files of the columns, which `check` compares with the sources."""
    page = context.new_page()
    for second in (lang for lang in LANGS if lang != first):
        page.goto(in_folder(packed, first, second))
        expect(page.locator(".rd-pair")).to_be_visible()
        for side, lang in ((0, first), (1, second)):
            said, cells = page.evaluate(DRAWN, side)
            script = (islands / lang / SYMBOL / CELLS).read_text(encoding="utf-8")
            column = [cell for part in cells_of(script, lang).values() for cell in part]
            assert bare(said) == bare([c["label"] + "".join(piece[0] for piece in c["text"]) for c in column])
            assert len(said) > 40 and cells == rows_between(page, second)


def rows_between(page: Page, second: str) -> int:
    """How many rows the page says that there are between its text and another."""
    told = json.loads(page.locator("#rd-parallel").text_content() or "")
    return sum(length for runs in told["standing"][second].values() for _, _, length in runs)


DRAWN = """side => {
    const cells = [...document.querySelectorAll('.rd-pair tbody tr')].map((row) => row.querySelectorAll('td')[side]);
    return [cells.filter((cell) => !cell.matches('.missing')).map((cell) => cell.textContent), cells.length];
}"""


def bare(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


def test_a_published_address_of_a_pair_leads_to_its_paragraph(opened: Watched) -> None:
    page = opened.go(f"zh/{SYMBOL}/parallel/ar/#op5")
    expect(page).to_have_url(re.compile(rf"zh/{SYMBOL}/parallel/(?:index\.html)?\?with=ar#op5$"))
    expect(page.locator("tr:has(#op5)")).to_be_in_viewport()
    assert page.locator("tr:has(#op5) td").last.get_attribute("lang") == "ar"


@pytest.mark.parametrize("asked", ["", "?with=zh", "?with=xx", "?with=../../../evil", "?with=__proto__"])
def test_an_address_that_asks_for_no_other_text_shows_one(opened: Watched, asked: str) -> None:
    page = opened.go(f"zh/{SYMBOL}/parallel/{asked}")
    expect(page.locator(".rd-pair")).to_be_visible()
    langs = page.locator("tr:has(#op5) td").evaluate_all("all => all.map((one) => one.lang)")
    assert langs[0] == "zh" and langs[1] in set(LANGS) - {"zh"}


def test_the_language_of_the_header_turns_the_columns(opened: Watched) -> None:
    page = opened.go(address("zh", "en") + "#op5")
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch__list a[hreflang=en]").click()
    expect(page).to_have_url(re.compile(rf"en/{SYMBOL}/parallel/(?:index\.html)?\?with=zh#op5$"))
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch__list a[hreflang=ar]").click()
    expect(page).to_have_url(re.compile(rf"ar/{SYMBOL}/parallel/(?:index\.html)?\?with=zh#op5$"))


def test_a_text_that_does_not_come_is_said(context: BrowserContext, packed: Path) -> None:
    page = context.new_page()
    page.route("**/column.js", lambda route: route.abort())
    page.goto(in_folder(packed, "en", "zh"))
    expect(page.get_by_role("alert")).to_have_text(re.compile("cannot be shown side by side"))
    expect(page.locator(".rd-columns nav").last.get_by_role("link", name="English")).to_be_visible()


def test_without_script_the_page_leads_to_the_texts(browser: Browser, packed: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(in_folder(packed, "zh", "en"))
    links = page.locator(".rd-parallel a:visible")
    folder = packed / f"zh/{SYMBOL}/parallel"
    assert links.count() == len(LANGS)
    assert all((folder / str(link.get_attribute("href"))).resolve().is_file() for link in links.all())
    links.filter(has_text="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".rd-text #op5")).to_have_count(1)
    context.close()


def test_citations_and_notes_are_links(opened: Watched) -> None:
    page = opened.go(address("zh", "en"))
    links = page.locator("tr:has(#pp3) td a")
    hrefs = [link.evaluate("one => decodeURI(one.href)") for link in links.all()]
    assert any(re.search(r"/zh/cited/LG/RES/35/(?:index\.html)?#12-op3$", href) for href in hrefs), hrefs
    page.locator("tr:has(#op4) td").first.locator("a.mark").click()
    expect(page.locator("tr:has(#fn-3)")).to_be_in_viewport()
    page.locator("tr:has(#fn-3) td").first.locator("a").first.click()
    expect(page).to_have_url(re.compile("#op4$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_axe_finds_nothing(browser: Browser, packed: Path, first: str, second: str, width: int, scheme: str) -> None:
    with seen(browser, in_folder(packed, first, second), width=width, scheme=scheme) as page:
        assert_accessible(page)
        assert page.get_by_role("rowheader").count() > 30


def test_on_paper_the_columns_stay_and_the_choice_goes(browser: Browser, packed: Path) -> None:
    context = browser.new_context(viewport={"width": 800, "height": 1100})
    page = context.new_page()
    page.goto(in_folder(packed, "zh", "en"))
    page.emulate_media(media="print")
    expect(page.locator(".rd-columns")).to_be_hidden()
    boxes = [page.locator("tr:has(#op5) td").nth(at).bounding_box() for at in (0, 1)]
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"]
    names = page.locator("[role=rowheader]").evaluate_all("all => all.map((one) => one.scrollWidth - one.clientWidth)")
    assert max(names) <= 0  # no word of a name is broken or cut
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_while_the_columns_come(browser: Browser, packed: Path, width: int) -> None:
    assert moved(browser, in_folder(packed, "zh", "en"), width, shows=".rd-pair") < 0.01


# --- the same work in six languages, elsewhere on the site -----------------------------------------------------

WHERE = """one => {
    const line = [...document.querySelectorAll('.mast')].find((line) => line.textContent.includes('25 September 2025'));
    const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
        const at = node.data.indexOf('25 September 2025');
        if (at < 0) continue;
        const left = (from, to) => {
            const range = document.createRange();
            range.setStart(node, at + from);
            range.setEnd(node, at + to);
            return range.getBoundingClientRect().left;
        };
        return [left(0, 2), left(3, 12), left(13, 17)];
    }
}"""


@pytest.mark.parametrize("path", [f"ar/{SYMBOL}/", address("ar", "zh"), address("zh", "ar")])
def test_a_latin_line_of_an_arabic_masthead_keeps_its_order(opened: Watched, path: str) -> None:
    page = opened.go(path)
    day, month, year = page.locator("html").evaluate(WHERE)
    assert day < month < year
    body = page.locator(".mast:lang(ar)").filter(has_text="مجلس المنارات").first
    assert body.evaluate("one => getComputedStyle(one).textAlign") == "right"


@pytest.mark.parametrize(
    ("lang", "query"),
    [
        ("ar", "المنارات"), ("ar", "منارات"), ("ar", "مناره"), ("ar", "اشارات"), ("ar", "الحرّاس"),
        ("ru", "маяк"), ("ru", "СМОТРИТЕЛИ"), ("fr", "iles"), ("fr", "archipel"), ("fr", "l’archipel"),
        ("fr", "d'archipel"), ("fr", "resolution 35/12"), ("es", "senal"), ("es", "resolucion 35/12"),
    ],
)  # fmt: skip
def test_every_language_finds_its_words_in_their_forms(opened: Watched, lang: str, query: str) -> None:
    page = opened.go(f"{lang}/search/?q={query}")
    expect(page.locator("mark").first).to_be_visible()
    if "35/12" in query:  # a symbol: the paragraphs that cite it come first
        expect(page.locator(".rd-search__work--symbol")).to_have_count(1)


def test_french_is_shown_as_it_is_written(opened: Watched) -> None:
    page = opened.go("fr/search/?q=archipel")
    expect(page.locator("mark").first).to_be_visible()
    shown = page.locator(".rd-search__results").inner_text()
    assert "l’Archipel" in shown and "’ " not in shown


@pytest.mark.parametrize("lang", LANGS)
def test_the_ledger_fits_a_phone(browser: Browser, packed: Path, lang: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(packed.as_uri() + f"/{lang}/mandates/index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("lang", LANGS)
def test_a_home_page_is_called_once(opened: Watched, lang: str) -> None:
    page = opened.go(f"{lang}/")
    names = page.title().split(" - ")
    assert len(names) == len(set(names))
