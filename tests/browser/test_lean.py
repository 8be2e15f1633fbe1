"""Pages without the theme's scripts: cited works that are not held, and the parallel view."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Watched, assert_accessible, seen

CITED = "cited/LG/CN.4/RES/1998/"
PARALLEL = "LG/LHC/RES/30/7/parallel/?with=fr"
_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)


def test_what_is_around_a_cited_work_is_small(demo: Path) -> None:
    """In six languages, with all that is the same on many pages in files: 23 kB with the theme's own page around it."""
    pages = [path for path in demo.rglob("index.html") if 'class="rd-cited-work"' in path.read_text(encoding="utf-8")]
    assert len(pages) > 40
    for page in pages:
        html = page.read_text(encoding="utf-8")
        around = _ARTICLE.sub("", html)
        assert len(around) < len(html) and len(around.encode()) < 4700, page
        assert len(gzip.compress(around.encode(), mtime=0)) < 1800, page
        assert "<svg" not in html and "__config" not in html


def test_the_parallel_pages_hold_no_text(demo: Path) -> None:
    pages = list(demo.rglob("parallel/index.html"))
    assert len(pages) == 6
    for page in pages:
        assert page.stat().st_size < 15_000, page
        assert "<td" not in page.read_text(encoding="utf-8")


def test_the_schemes_are_those_of_the_configuration() -> None:
    """lean.js knows their order; the theme keeps a number."""
    schemes = re.findall(r"^ +scheme: (\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    script = (ROOT / "docs/assets/javascripts/lean.js").read_text(encoding="utf-8")
    assert f"const SCHEMES = {json.dumps(schemes)};" in script


@pytest.mark.parametrize("path", ["en/LG/LHC/RES/30/7/", f"en/{CITED}", f"en/{PARALLEL}", "en/verbs/request/"])
def test_no_rule_of_the_theme_is_missed(shown: Watched, demo: Path, path: str) -> None:
    """What is left out of the theme's style sheets (converter/site/sheets.py) would dress nothing on these pages."""
    page = shown.go(path)
    whole = "".join(one.read_text("utf-8") for one in sorted(demo.glob("assets/stylesheets/*.min.css")))
    sent = (demo / "assets/stylesheets/theme.css").read_text("utf-8")
    assert len(gzip.compress(sent.encode())) < 0.4 * len(gzip.compress(whole.encode()))
    missed = page.evaluate(
        """([whole, sent]) => {
          const selectors = (css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            const inner = (one) => one.selectorText ? [one.selectorText] : of(one.cssRules ?? []);
            const of = (rules) => [...rules].flatMap(inner);
            return of(sheet.cssRules).flatMap((list) => list.split(/,(?![^(]*\\))/)).map((one) => one.trim());
          };
          const kept = new Set(selectors(sent));
          // Whatever state or part of an element is meant: one is there, or none.
          const there = (one) => document.querySelector(one.replace(/::?[a-z-]+(?![\\w(-])/g, ":not(x-none)"));
          return selectors(whole).filter((one) => !kept.has(one) && there(one));
        }""",
        [whole, sent],
    )
    assert missed == []


def scheme(shown: Watched) -> str | None:
    return shown.page.locator("body").get_attribute("data-md-color-scheme")


def test_light_and_dark_are_the_same_on_every_page(shown: Watched) -> None:
    page = shown.go(f"en/{CITED}")
    assert scheme(shown) == "default"
    page.get_by_role("button", name="Switch to dark mode").click()
    assert scheme(shown) == "slate"
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_visible()
    shown.go("en/works/")
    assert scheme(shown) == "slate"
    page.get_by_title("Switch to light mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    shown.go(f"en/{CITED}")
    assert scheme(shown) == "default"


@pytest.mark.parametrize(("kept", "shows"), [("", "slate"), ("{", "slate"), ('{"index":7}', "slate"), ("null", "slate"),
                                             ('{"index":0}', "default")])  # fmt: skip
def test_a_reader_s_own_scheme_holds_where_nothing_fitting_is_kept(shown: Watched, kept: str, shows: str) -> None:
    shown.page.emulate_media(color_scheme="dark")
    shown.page.add_init_script(f"localStorage.setItem('/.__palette', {kept!r})")
    shown.go(f"en/{CITED}")
    assert scheme(shown) == shows


@pytest.mark.parametrize("path", [CITED, PARALLEL])
def test_every_way_of_a_page_is_there(shown: Watched, path: str) -> None:
    page = shown.go(f"en/{path}")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#title"
    expect(page.locator("#title")).to_have_count(1)
    for name in ("Home", "Resolutions", "Mandates", "Indexes", "Citations", "Data", "About"):
        expect(page.locator(".md-tabs").get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Licence")).to_be_visible()
    page.keyboard.press("/")
    field = page.get_by_role("dialog").locator("input").first
    expect(field).to_be_focused()
    field.fill("fog")
    expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")  # which empties the field
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch__list a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("navigation").get_by_role("link", name="الولايات")).to_be_visible()


def test_every_sign_of_the_head_is_drawn(shown: Watched) -> None:
    page = shown.go(f"en/{CITED}")
    drawn = page.locator(".md-header .rd-icon").evaluate_all("""all => all.map((one) => {
        const { display, width, maskImage } = getComputedStyle(one, "::before");
        return [display, width !== "0px", maskImage.startsWith("url(")];
    })""")
    assert drawn == [["block", True, True]] * 4  # home, scheme, languages, search


@pytest.mark.parametrize(("lang", "width", "goes_on"), [("en", 390, True), ("ar", 320, True), ("en", 900, False)])
def test_the_row_of_tabs_fades_where_it_goes_on(shown: Watched, lang: str, width: int, goes_on: bool) -> None:
    shown.page.set_viewport_size({"width": width, "height": 640})
    page = shown.go(f"{lang}/{CITED}")
    faded = """(row) => ["--rd-before", "--rd-after"]
        .map((name) => parseFloat(getComputedStyle(row).getPropertyValue(name)) > 0)"""
    row = page.locator(".md-tabs ul")
    assert row.evaluate(faded) == [False, goes_on]
    row.locator("a").last.scroll_into_view_if_needed()
    page.wait_for_function(f"({faded})(document.querySelector('.md-tabs ul'))[1] === false")
    assert row.evaluate(faded) == [goes_on, False]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", [f"en/{CITED}", "fr/LG/LHC/RES/30/7/", "en/", "fr/works/", "zh/"])
def test_a_long_name_of_the_site_is_whole_inside_its_bar(shown: Watched, path: str, width: int) -> None:
    """In two rows where one is too short; nothing of it is cut off, and the bar stays as high as its signs."""
    shown.page.set_viewport_size({"width": width, "height": 640})
    page = shown.go(path)
    name = page.locator(".md-header__title .md-ellipsis").first
    assert name.evaluate("one => one.clientHeight < 2.9 * parseFloat(getComputedStyle(one).lineHeight)")
    assert name.evaluate("one => one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1")
    inside = (
        "one => { const [own, bar] = [one, one.closest('.md-header__inner')].map((it) => it.getBoundingClientRect());"
    )
    assert name.evaluate(inside + " return own.top >= bar.top && own.bottom <= bar.bottom && bar.height < 60 }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", [f"en/{CITED}", f"ar/{CITED}", f"zh/{PARALLEL}"])
def test_axe_finds_nothing(browser: Browser, demo_server: str, path: str, width: int, colours: str) -> None:
    with seen(browser, demo_server + path, width=width, scheme=colours) as page:
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("asked", "lands"), [("", "81"), ("#cited-by", "81-cited-by"), ("#op7", "81"), ("#title", "81"), ("#a%20b", "81")]
)
def test_the_address_of_a_cited_work_lands_on_it_in_one_step(shown: Watched, asked: str, lands: str) -> None:
    page = shown.go("en/")
    page.goto(f"{shown.root}en/LG/CN.4/RES/1998/81/{asked}")
    page.wait_for_url(re.compile(rf"en/{CITED}(index\.html)?#{lands}$"))
    expect(page.locator(f"[id='{lands}']")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/en/(index\.html)?$"))  # what only leads on is no step back


def test_without_script_a_cited_work_says_all_it_knows(browser: Browser, demo_server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_server}en/LG/CN.4/RES/1998/81/")
    page.wait_for_url(re.compile(rf"en/{CITED}#81$"))
    expect(page.locator("section[id='81'] h2")).to_contain_text("LG/CN.4/RES/1998/81")
    expect(page.get_by_role("button")).to_have_count(0)  # nothing that would do nothing
    page.locator(".rd-search-button").click()
    expect(page).to_have_url(re.compile("en/search/"))
    context.close()


@pytest.mark.parametrize(
    ("asked", "ends"),
    [("#81-op7", "#81"), ("#81-add-9-op1", "#81-add-9-op1"), ("#%E4", "#%E4"), ("#100%", "#100%")],
)
def test_only_a_paragraph_is_cut_off_and_a_malformed_address_stays(shown: Watched, asked: str, ends: str) -> None:
    """#81-add-9-op1 is a paragraph of another document; the address may be edited by hand too."""
    page = shown.go(f"en/{CITED}")
    page.evaluate("hash => { location.hash = hash; }", asked)
    expect(page).to_have_url(re.compile(rf"{re.escape(ends)}$"))
    page.goto("about:blank")
    page.goto(f"{shown.root}en/{CITED}{asked}")
    expect(page).to_have_url(re.compile(rf"{re.escape(ends)}$"))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
