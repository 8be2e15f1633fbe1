"""The built site of two languages: each page in its own, each leading to the other, one address for all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar
from xml.etree import ElementTree

import pytest

from converter.language_files import read_data
from converter.project import Project
from converter.site.languages import SiteLanguage, navigation, ways
from converter.site.plugin import ResolutionsPlugin
from tests.temp_project import GOOD, make_project, run

# The same text stands in for another language's: what the site makes of it does not depend on what it says.
NOTED = GOOD.replace("点亮，", "点亮，[1]") + "[1] 见《灯塔手册》。\n"
WORKS = {
    "lamps": {"zh.txt": NOTED, "en.txt": NOTED, "work.yml": "symbol: A/HRC/51/L.7\n"},
    "wicks": {"zh.txt": GOOD.replace("灯塔照明", "灯芯"), "work.yml": "symbol: A/HRC/51/L.8\n"},
}
ALTERNATE = re.compile(r'<link rel="alternate " hreflang="([\w-]+)" href="([^"]*)">')
XHTML = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = make_project(tmp_path_factory.mktemp("two languages") / "site", WORKS)
    (root / "docs" / "fr").mkdir(exist_ok=True)
    (root / "docs" / "fr" / "about.md").write_text("# Il n’y a pas encore de texte\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://library.example/")
        done = run(root, "build")
    assert "pages made" in done.output
    yield Project(root).site


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def tabs(html: str) -> list[str]:
    list_ = re.search(r'<ul class="md-tabs__list">(.*?)</ul>', html, re.DOTALL)
    assert list_ is not None
    return [text.strip() for text in re.findall(r"<a [^>]*>(.*?)</a>", list_[1], re.DOTALL)]


@pytest.mark.parametrize(("lang", "name", "home"), [("zh", "决议文库", "首页"), ("en", "Resolution Library", "Home")])
def test_a_page_speaks_its_language(site: Path, lang: str, name: str, home: str) -> None:
    html = page(site, f"{lang}/works")
    assert f'<html lang="{lang}"' in html and '<body dir="ltr"' in html
    assert f"- {name}</title>" in html and tabs(html)[0] == home
    other = {"zh": "Resolutions", "en": "决议"}[lang]
    assert other not in tabs(html)
    assert read_data(lang)["ui"]["palette"]["dark"] in html


@pytest.mark.parametrize("name", ["", "works/", "sessions/", "sponsors/", "verbs/", "terms/", "cited/", "reports/",
                                  "mandates/", "graph/", "search/", "data/", "about/"])  # fmt: skip
def test_every_kind_of_page_is_there_in_both(site: Path, name: str) -> None:
    for lang, other in (("zh", "en"), ("en", "zh")):
        html = page(site, f"{lang}/{name}")
        found = dict(ALTERNATE.findall(html))
        assert found[lang] == f"https://library.example/{lang}/{name}"
        assert found[other] == f"https://library.example/{other}/{name}"
        assert found["x-default"] == f"https://library.example/{f'zh/{name}' if name else ''}"


def test_files_are_there_in_both(site: Path) -> None:
    listed = json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))["languages"]
    assert [one["lang"] for one in listed] == ["en", "zh"]
    for lang in ("en", "zh"):
        for name in (f"data/{lang}/works.atom", f"{lang}/opensearch.xml", f"{lang}/search/symbols.json"):
            assert (site / name).is_file(), name
    entry = json.loads((site / "en/pagefind/shards.json").read_text(encoding="utf-8"))
    assert entry["language"] == "en"
    assert json.loads((site / "zh/pagefind/shards.json").read_text(encoding="utf-8"))["language"] == "unknown"


def test_a_page_without_a_counterpart_says_where_it_leads(site: Path) -> None:
    html = page(site, "zh/A/HRC/51/L.8")
    assert ALTERNATE.findall(html) == []
    [way] = re.findall(r'<li><a href="([^"]*)" hreflang="en">(.*?)</a>', html, re.DOTALL)
    assert way[0].endswith("/en/works/") and "此页没有英文版，转到“Resolutions”" in way[1]
    both = page(site, "zh/A/HRC/51/L.7")
    assert re.search(r'href="[^"]*/en/A/HRC/51/L.7/" hreflang="en" data-rd-same>', both)


def test_nothing_is_there_of_a_language_without_a_text(site: Path) -> None:
    assert not (site / "fr").exists()
    assert 'hreflang="fr" data-rd-same' not in page(site, "zh/works")


def test_the_root_offers_every_language(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    way = re.compile(r'<a href="([^"]*)" hreflang="(\w+)" lang="(\w+)" dir="ltr" data-texts="(\d+)">([^<]*)</a>')
    assert way.findall(html) == [("zh/", "zh", "zh", "2", "中文"), ("en/", "en", "en", "1", "English")]
    assert 'http-equiv="refresh"' not in html


def test_the_sitemap_pairs_the_pages(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    rows = {entry[0].text: {link.get("hreflang"): link.get("href") for link in entry.iter(XHTML)} for entry in tree}
    assert rows["https://library.example/en/A/HRC/51/L.7/"] == {
        "en": "https://library.example/en/A/HRC/51/L.7/", "zh": "https://library.example/zh/A/HRC/51/L.7/",
    }  # fmt: skip
    assert rows["https://library.example/zh/A/HRC/51/L.8/"] == {}


def test_a_site_in_one_language_offers_no_other(tmp_path: Path) -> None:
    root = make_project(tmp_path / "one", {"lamps": {"zh.txt": GOOD}})
    run(root, "build")
    html = page(root / "site", "zh/works")
    assert "rd-switch" not in html and not ALTERNATE.findall(html)
    assert not (root / "site" / "en").exists()
    index = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=zh/"' in index


def test_a_site_without_its_own_language_is_in_the_first_there_is(tmp_path: Path) -> None:
    root = make_project(tmp_path / "english", {"lamps": {"en.txt": GOOD}})
    run(root, "build")
    assert "- Resolution Library</title>" in page(root / "site", "en/works")
    index = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=en/"' in index and '<html lang="en">' in index
    assert not (root / "site" / "zh").exists()


def test_another_language_makes_every_page_again(tmp_path: Path) -> None:
    root = make_project(tmp_path / "grows", {"lamps": {"zh.txt": GOOD}, "wicks": {"zh.txt": GOOD}})
    run(root, "build")
    (root / "sources" / "lamps" / "en.txt").write_text(GOOD, encoding="utf-8")
    run(root, "build")
    assert 'hreflang="en"' in page(root / "site", "zh/drafts/wicks")
    (root / "sources" / "wicks" / "en.txt").write_text(GOOD, encoding="utf-8")
    run(root, "build")
    assert 'hreflang="en" data-rd-same' in page(root / "site", "zh/drafts/wicks")


def test_the_root_element_says_that_a_page_is_read_from_right_to_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.site.plugin.read_data", lambda lang: {"ui": {"direction": DIRECTIONS[lang]}})
    plugin = ResolutionsPlugin()
    plugin._languages = (EN, AR)
    config = SimpleNamespace(theme={"language": "en"})
    shown = {
        lang: plugin.on_post_page(f'<html lang="{lang}" class="no-js"><p lang="{lang}">', _page(f"{lang}/a.md"), config)  # type: ignore[arg-type]
        for lang in ("en", "ar")
    }
    assert shown["en"] == '<html lang="en" class="no-js"><p lang="en">'
    assert shown["ar"] == '<html lang="ar" dir="rtl" class="no-js"><p lang="ar">'


# --- the parts ------------------------------------------------------------------------------------------------

DIRECTIONS = {"ar": "rtl", "en": "ltr"}
EN, ZH, AR = (
    SiteLanguage("en", "English", "ltr"),
    SiteLanguage("zh", "中文", "ltr"),
    SiteLanguage("ar", "العربية", "rtl"),
)


@pytest.mark.parametrize(
    ("name", "leads"),
    [("verbs/qing.md", "en/verbs/"), ("A/HRC/51/L.9.md", "en/works/"), ("drafts/oil.md", "en/works/"),
     ("A/HRC/51/L.7/parallel.md", "en/A/HRC/51/L.7/"), ("cited/ga-60.md", "en/"), ("about.md", "en/"),
     ("works.md", "en/works/")],
)  # fmt: skip
def test_the_nearest_thing(name: str, leads: str) -> None:
    there = {"en/verbs.md", "en/works.md", "en/index.md", "en/A/HRC/51/L.7.md"}
    known = {"zh/works.md": {"en": "en/works.md", "zh": "zh/works.md"}}
    [way] = ways(f"zh/{name}", "zh", (EN, ZH), known, there.__contains__)
    assert way.url == leads and bool(way.note) == (name != "works.md")


def _page(path: str) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri=path))


class _Config:
    extra: ClassVar = {"navigation": ["index", "about", {"indexes": ["verbs", "terms"]}, {"citations": ["graph"]}]}


def test_the_navigation_has_only_what_there_is() -> None:
    there = {"zh/index.md", "zh/verbs.md", "zh/about.md", "en/index.md"}
    assert navigation(_Config(), (ZH, EN), there.__contains__) == [  # type: ignore[arg-type]
        {"zh": [{"首页": "zh/index.md"}, {"关于": "zh/about.md"}, {"索引": [{"动词": "zh/verbs.md"}]}]},
        {"en": [{"Home": "en/index.md"}]},
    ]


@pytest.mark.parametrize(("lang", "title"), [("zh", "回到注号1"), ("en", "Back to mark 1")])
def test_the_sign_behind_a_note_says_where_it_leads_in_the_language_of_its_page(
    site: Path, lang: str, title: str
) -> None:
    page = (site / lang / "A" / "HRC" / "51" / "L.7" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a class="footnote-backref"[^>]*title="([^"]*)"', page)[:1] == [title]
