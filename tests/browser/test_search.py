"""Search in a real browser, over http and from the unpacked bundle."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from converter.site.search import SearchIndex, shards
from converter.write.symbols import SymbolRow, symbol_artifacts

from .conftest import Opener, Watched
from .sites import write_files, write_search_page

SEED = "zh/drafts/hrc-51-technical-cooperation/"
STATUS = "[role=status]"


def search_page(opened: Watched, query: str) -> Page:
    page = opened.go(f"zh/search/?q={quote(query)}")
    expect(page.locator(STATUS)).not_to_have_text(re.compile(r"^$|……$"))
    return page


def hits(page: Page) -> list[str]:
    """The addresses of the found paragraphs, from the site's root."""
    links = page.locator(".rd-search__paragraphs a").evaluate_all("found => found.map(link => link.href)")
    return [re.sub(r"^.*?/(?=zh/)|index\.html", "", link) for link in links]


# --- the real site ---------------------------------------------------------------------------------------


def test_a_phrase_leads_to_its_paragraphs(looked_at: Watched) -> None:
    page = search_page(looked_at, "闭会期间会议")
    assert hits(page), page.locator("body").inner_text()
    assert all(hit.startswith(f"{SEED}#op") for hit in hits(page))
    link = page.locator(".rd-search__paragraphs a").first
    expect(link.locator("mark")).to_have_text("闭会期间会议")
    link.click()
    page.wait_for_url(re.compile(r"#op\d+$"))
    target = page.locator(f"[id='{page.url.split('#')[1]}']")
    expect(target).to_be_in_viewport()
    assert "闭会期间会议" in target.inner_text()


def test_every_paragraph_of_a_work_is_found(looked_at: Watched) -> None:
    page = search_page(looked_at, "能力建设")
    more = page.locator(".rd-search__paragraphs .rd-search__more")
    assert len(hits(page)) == 5, "five are shown at first"
    before = set(hits(page))
    more.first.click()
    shown = hits(page)
    assert before < set(shown)
    page.goto(f"{looked_at.root}{SEED}{'index.html' if looked_at.root.startswith('file') else ''}")
    held = page.locator("article p[id], article h2[id], article li[id]").evaluate_all(
        "all => all.filter(one => one.textContent.includes('能力建设')).map(one => one.id)"
    )
    assert [hit.split("#")[1] for hit in shown if hit.startswith(f"{SEED}#")] == held


@pytest.mark.parametrize(
    "spelling",
    [
        "60/251",
        "第60/251号决议",
        "A/RES/60/251",
        "a/res/60/251",
        "Ａ／ＲＥＳ／６０／２５１",
        "A-RES-60-251",
        "大会 第 60/251 号 决议",
    ],
)
def test_a_symbol_is_answered_exactly(looked_at: Watched, spelling: str) -> None:
    page = search_page(looked_at, spelling)
    works = page.locator(".rd-search__title")
    expect(works).to_have_count(1)
    assert re.search(r"/zh/cited/A/RES/60/(index\.html)?#251$", works.get_attribute("href") or "")
    assert hits(page) == [f"{SEED}#pp4"]
    expect(page.locator(".rd-search__paragraphs mark").first).to_contain_text("60/251")


def test_a_document_symbol_in_lower_case(looked_at: Watched) -> None:
    page = search_page(looked_at, "a/hrc/49/68")
    assert hits(page) == [f"{SEED}#pp5"]


def test_keyboard_alone(looked_at: Watched) -> None:
    page = looked_at.go(SEED)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    before = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.outerHTML") == before, "focus returns"

    page.keyboard.press("Control+k")
    page.keyboard.insert_text("闭会期间会议")
    expect(dialog.locator(STATUS)).to_have_text("找到 1 件。")
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".rd-search__title")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".rd-search__paragraphs a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#op\d+$"))
    expect(dialog).to_be_hidden()


def test_keys_pressed_before_the_answer_has_come_lead_where_they_would(opened: Watched) -> None:
    """↓ and Enter right behind the last letter: the answer comes later, and the focus is not lost."""
    page = opened.go("zh/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").locator("input")).to_be_focused()
    page.wait_for_function("() => window.rdSearch?.inDialog")
    page.evaluate("() => new Promise((done) => setTimeout(done))")  # until the search has the field
    page.evaluate("""() => {
        const input = document.querySelector("dialog input");
        input.value = "60/251";
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        input.form.requestSubmit();
    }""")
    page.wait_for_url(re.compile(r"zh/cited/A/RES/60/(index\.html)?#251$"))
    expect(page.locator("section[id='251'] h2")).to_contain_text("A/RES/60/251")


def test_enter_goes_to_the_search_page(looked_at: Watched) -> None:
    page = looked_at.go("zh/")
    page.locator("[data-rd-search-open]").click()
    page.keyboard.insert_text("能力建设")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/zh/search/(index\.html)?\?q="))
    expect(page.locator(".rd-search__work").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("能力建设")


def test_nothing_found_is_said(looked_at: Watched) -> None:
    page = search_page(looked_at, "鲸鱼迁徙走廊")
    expect(page.locator(STATUS)).to_have_text("没有找到“鲸鱼迁徙走廊”。")


def test_all_words_when_the_phrase_is_not_there(looked_at: Watched) -> None:
    page = search_page(looked_at, "能力建设 闭会期间会议")
    expect(page.locator(STATUS)).to_contain_text("全部词语")
    assert {mark.inner_text() for mark in page.locator("li li mark").all()} >= {"能力建设", "闭会期间会议"}


def test_a_query_is_text_and_never_markup(looked_at: Watched) -> None:
    page = search_page(looked_at, "<img src=x onerror=alert(1)>能力建设")
    assert page.locator(".rd-search img").count() == 0


def test_without_script_the_button_is_a_link(server: str, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{server}{SEED}")
    page.locator("[data-rd-search-open]").click()
    assert page.url == f"{server}zh/search/"
    context.close()


# --- our own small site ----------------------------------------------------------------------------------

TOLD = {"words": ["安全理事会", "大会", "第", "号"], "resolutions": ["决议"]}
WORKS = {
    "zh/A/RES/90/1/": ("海岸灯塔的维护", "GA", 2035, ["请各国维护海岸灯塔，并交换灯塔图册", "灯塔", "守护人应当值夜"]),
    "zh/A/RES/90/2/": ("灯塔守护人", "GA", 2036, ["鼓励守护人交换图册。灯塔应当长明", "决定每年巡视一次海岸灯塔"]),
    "zh/A/HRC/RES/99/3/": (
        "夜航安全",
        "HRC",
        2036,
        ["强调夜航安全", "守护"] + [f"第{n}项：海岸灯塔" for n in range(9)],
    ),
    "zh/S/RES/2999(2036)/": (
        "冰区航行",
        "SC",
        2036,
        ["S/RES/2999 (2036) 所列措施继续有效，COVID-19 期间除外", "称为&lt;b onclick=&quot;x&quot;&gt;浮标&lt;/b&gt;"],
    ),
}


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of our own, with the project's search script, and a configuration in English words."""
    site = tmp_path_factory.mktemp("small")
    index = SearchIndex(site.parent / "cache", site, {"zh": {"body": {"GA": "大会", "HRC": "人权理事会"}}})
    for url, (title, body, year, paragraphs) in WORKS.items():
        rest = "".join(f'<p class="op" id="op{n}">{text}</p>' for n, text in enumerate(paragraphs, 1))
        html = f'<h1 id="title">{title}</h1>{rest}'
        index.add(url, html, {"title": title, "body": body, "year": year, "kind": "resolution", "status": ""})
        _page(site, url, html)
    index.write()
    citing = tuple((f"引用 {n}", f"zh/A/RES/90/2/#op{n}", "第90/1号决议") for n in range(7))
    rows = [
        SymbolRow("A/RES/90/1", (), "海岸灯塔的维护", "zh/A/RES/90/1/", citing),
        SymbolRow("A/HRC/RES/90/1", (), "另一件", "zh/A/HRC/RES/90/1/", ()),
        SymbolRow("S/RES/2999(2036)", (), "冰区航行", "zh/S/RES/2999(2036)/", ()),
        SymbolRow("A/HRC/RES/99/3", ("A/HRC/99/L.7",), "夜航安全", "zh/A/HRC/RES/99/3/", ()),
    ]
    write_files(site, symbol_artifacts("zh", rows, TOLD))
    _page(site, "zh/search/", '<div id="rd-search" class="rd-search"></div>')
    return site


SAID = {
    "loading": "……",
    "count": "{n} works",
    "none": "nothing",
    "all_words": "(words)",
    "symbol_count": "{n} symbols, {m} places",
    "more_paragraphs": "{n} more",
}


def _page(site: Path, url: str, html: str) -> None:
    write_search_page(site, url, "zh", html, words=SAID)


@pytest.fixture
def small(small_site: Path, look_into: Opener) -> Watched:
    return look_into(small_site)


def test_filters_narrow_and_count(small: Watched) -> None:
    page = search_page(small, "海岸灯塔")
    expect(page.locator(STATUS)).to_have_text("3 works")
    council = page.get_by_label("人权理事会 1")
    assembly = page.get_by_label("大会 2")
    assembly.check()
    expect(page.locator(STATUS)).to_have_text("2 works")
    page.locator("select").select_option("2036")
    expect(page.locator(STATUS)).to_have_text("1 works")
    assert hits(page) == ["zh/A/RES/90/2/#op2"]
    expect(council).to_be_visible()
    assert "body=" in page.url and "year=2036" in page.url
    page.reload()
    expect(page.locator(STATUS)).to_have_text("1 works")


def test_more_paragraphs_than_five(small: Watched) -> None:
    page = search_page(small, "海岸灯塔")
    work = page.locator(".rd-search__work", has_text="夜航安全")
    expect(work.locator("a mark")).to_have_count(5)
    work.get_by_role("button", name="4 more").click()
    expect(work.locator(".rd-search__paragraphs a")).to_have_count(9)


def test_a_phrase_ends_with_its_paragraph(small: Watched) -> None:
    """…安全 | 守护: the end of one paragraph and the start of the next are no phrase."""
    page = search_page(small, "安全守护")
    expect(page.locator(STATUS)).not_to_have_text("1 works")


def test_a_phrase_with_punctuation(small: Watched) -> None:
    assert hits(search_page(small, "交换图册。灯塔")) == ["zh/A/RES/90/2/#op1"]
    assert hits(search_page(small, "维护海岸灯塔，并交换")) == ["zh/A/RES/90/1/#op1"]
    expect(search_page(small, "“守护人应当值夜”").locator(STATUS)).to_have_text("1 works")


def test_punctuation_between_words_counts(small: Watched) -> None:
    page = search_page(small, "交换图册。海岸灯塔")
    expect(page.locator(STATUS)).to_have_text("1 works (words)")


def test_a_text_is_text_and_never_markup(small: Watched) -> None:
    page = search_page(small, "浮标")
    assert page.locator(".rd-search b").count() == 0
    assert page.locator(".rd-search__paragraphs a").all_inner_texts() == ['称为<b onclick="x">浮标</b>']


def test_latin_letters_and_digits(small: Watched) -> None:
    assert hits(search_page(small, "covid-19期间")) == ["zh/S/RES/2999(2036)/#op1"]


@pytest.mark.parametrize(
    "spelling", ["S/RES/2999 (2036)", "2999(2036)", "2999（2036）", "s/res/2999(2036)", "安全理事会第2999号决议"]
)
def test_security_council_symbols(small: Watched, spelling: str) -> None:
    page = search_page(small, spelling)
    expect(page.locator(STATUS)).to_have_text("1 symbols, 0 places")
    expect(page.locator(".rd-search__title")).to_have_text("冰区航行")


def test_a_number_that_two_works_have(small: Watched) -> None:
    page = search_page(small, "90/1")
    expect(page.locator(STATUS)).to_have_text("2 symbols, 7 places")
    expect(page.locator(".rd-search__title")).to_have_count(2)
    assert len(hits(page)) == 5


def test_an_alias(small: Watched) -> None:
    expect(search_page(small, "a/hrc/99/l.7").locator(".rd-search__title")).to_have_text("夜航安全")


@pytest.mark.parametrize("text", ["2036", "2999", "灯塔", "第三", "90年", "A", "covid-19"])
def test_what_is_no_symbol(small: Watched, text: str) -> None:
    expect(search_page(small, text).locator(STATUS)).not_to_contain_text("symbols")


def test_typing_with_an_input_method_waits_for_its_end(small: Watched) -> None:
    page = small.go("zh/search/")
    field = page.get_by_role("searchbox")
    field.evaluate("one => { one.value = 'deng'; one.dispatchEvent(new InputEvent('input', {isComposing: true})); }")
    page.wait_for_timeout(400)
    expect(page.locator(STATUS)).to_have_text("")
    field.evaluate("one => { one.value = '灯塔'; one.dispatchEvent(new CompositionEvent('compositionend')); }")
    expect(page.locator(STATUS)).to_contain_text("works")


def test_an_index_that_is_missing_is_said(small_site: Path, open_folder: Opener) -> None:
    small = open_folder(small_site)
    page = small.page
    page.route("**/shards.json", lambda route: route.abort())
    small.go(f"zh/search/?q={quote('灯塔')}")
    expect(page.locator(STATUS)).to_have_text("error")


def test_a_table_in_many_files(tmp_path: Path, open_folder: Opener) -> None:
    """The script looks for a key in the file where the converter put it."""
    rows = [SymbolRow(f"A/RES/{n}/7", (), f"第{n}件" * 9, f"zh/A/RES/{n}/7/", ()) for n in range(2000)]
    write_files(tmp_path, symbol_artifacts("zh", rows, TOLD))
    assert len(list((tmp_path / "zh/search/symbols").iterdir())) > 8
    _page(tmp_path, "zh/search/", '<div id="rd-search"></div>')
    page = open_folder(tmp_path).go("zh/search/")
    for typed, number in {"A/RES/3/7": 3, "1999/7": 1999, "第777/7号决议": 777, "ａ／res／１２３４／７": 1234}.items():
        page.get_by_role("searchbox").fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator(STATUS)).to_have_text("1 symbols, 0 places")
        expect(page.locator(".rd-search__title")).to_have_text(f"第{number}件" * 9)


# --- quality ---------------------------------------------------------------------------------------------

SYLLABLES = "灯塔守护人应当值夜每年巡视海岸航道冰区信号图册交换各国请鼓励决定强调安全维护更新报告"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Sixty works in many shards, of few characters, so that phrases nearly meet everywhere."""
    monkeypatch.setattr(shards, "SHARD_MIN", 1_500)
    monkeypatch.setattr(shards, "SHARD_CUT", 3)
    rng = random.Random(11)
    site = tmp_path / "site"
    texts: dict[str, list[str]] = {}
    index = SearchIndex(tmp_path / "cache", site)
    for number in range(60):
        url = f"zh/A/RES/80/{number}/"
        clauses = ("".join(rng.choices(SYLLABLES, k=rng.randint(3, 9))) for _ in range(24))
        texts[url] = [f"{clause}，第{number}/{rng.randint(1, 30)}号。" for clause in clauses]
        html = "".join(f'<p id="op{place}">{text}</p>' for place, text in enumerate(texts[url]))
        index.add(url, html, {"title": str(number), "body": "GA"})
    index.write()
    assert len(json.loads((site / "zh/pagefind/shards.json").read_text())["merge"]) > 3
    write_files(site, symbol_artifacts("zh", []))
    _page(site, "zh/search/", '<div id="rd-search" class="rd-search"></div>')
    return texts


def test_recall_and_precision_are_one(tmp_path: Path, corpus: dict[str, list[str]], open_folder: Opener) -> None:
    """Against the truth of plain substrings: every paragraph that holds the phrase is found, and no other."""
    watched = open_folder(tmp_path / "site")
    page = search_page(watched, "灯塔")
    rng = random.Random(12)
    every = [text for texts in corpus.values() for text in texts]
    phrases = []
    while len(phrases) < 24:
        text = rng.choice(every).split("，")[0]
        start = rng.randrange(len(text) - 1)
        phrases.append(text[start : start + rng.randint(2, 5)])
    for phrase in phrases:
        page.get_by_role("searchbox").fill("")
        expect(page.locator(STATUS)).to_have_text("")
        page.get_by_role("searchbox").fill(phrase)
        truth = {
            f"{url}#op{place}" for url, texts in corpus.items() for place, text in enumerate(texts) if phrase in text
        }
        works = len({hit.split("#")[0] for hit in truth})
        expect(page.locator(STATUS)).to_have_text(f"{works} works")
        for more in page.locator(".rd-search__more:visible").all():
            more.click()
        while page.locator(".rd-search__more:visible").count():
            page.locator(".rd-search__more:visible").first.click()
        expect(page.locator(".rd-search__work")).to_have_count(works)
        assert set(hits(page)) == truth, phrase
