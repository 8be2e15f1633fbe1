"""Cited works that are not held: where each stands, and that a page says what its value says, read back by lxml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import lxml.html
import pytest

from converter import addresses, cited_series
from converter.authorities import Authorities
from converter.cited_series import series_of
from converter.collect import build_corpus, remember
from converter.language_files import read_data
from converter.languages import load
from converter.pipeline import stage
from converter.project import Project
from converter.removed import Removed
from converter.write import cited, front
from converter.write.redirects import redirect_pages
from converter.write.words import Words
from tests.records import citing, record
from tests.temp_project import GOOD, make_project, run

CITING = GOOD.replace("灯塔照明", "<b>灯芯</b> & [油]").replace(
    "1. 呼吁各国点亮灯塔；",
    "1. 回顾理事会2021年10月11日第48/924号决议第1段和第2(a)段以及理事会2016年9月30日第33/928号决议，呼吁各国点亮灯塔；",
)
WORKS = {
    "lamps": {"zh.txt": GOOD, "en.txt": GOOD, "work.yml": "symbol: A/HRC/51/L.7\n"},
    "wicks": {"zh.txt": CITING, "work.yml": "symbol: A/HRC/51/L.8\n"},
    "buoys": {
        "zh.txt": CITING.replace("灯芯", "浮标").replace("1. 回顾", "1. 又回顾A/HRC/51/L.7和"),
        "work.yml": "symbol: A/HRC/51/L.9\n",
    },
    "masts": {"zh.txt": GOOD.replace("灯塔照明", "桅杆"), "work.yml": "symbol: A/HRC/RES/48/930\n"},
}


@pytest.mark.parametrize(
    ("symbol", "path", "name", "anchor"),
    [
        ("A/RES/60/251", "A/RES/60", "A/RES/60", "251"),
        ("A/RES/S-27/2", "A/RES/S-27", "A/RES/S-27", "2"),
        ("A/RES/1514(XV)", "A/RES/XV", "A/RES/…(XV)", "1514"),
        ("A/RES/3201(S-VI)", "A/RES/S-VI", "A/RES/…(S-VI)", "3201"),
        ("S/RES/687(1991)", "S/RES/1990-1999", "S/RES/…(1990–1999)", "687-1991"),
        ("S/PRST/2005/1", "S/PRST/2005", "S/PRST/2005", "1"),
        ("S/14506/Add.1", "S/14000-14999", "S/14000–14999", "14506-add-1"),
        ("A/HRC/51/L.901/Rev.1", "A/HRC/51", "A/HRC/51", "l-901-rev-1"),
        ("1/CP.21", "CP.21", "CP.21", "1"),
        ("A/61", "A", "A", "61"),
    ],
)
def test_a_symbol_stands_in_the_series_of_its_session(symbol: str, path: str, name: str, anchor: str) -> None:
    assert series_of(symbol) == (path, name, anchor)
    assert addresses.is_symbol(symbol) and addresses.is_symbol(f"X/{path}")


def test_two_symbols_of_one_number_have_anchors_of_their_own(authorities: Authorities) -> None:
    one = record("river", symbol="A/HRC/RES/51/90", citings=(citing("A/RES/53-1/7"), citing("A/RES/53-1/0.7"),
                                                             citing("A/RES/53-1/0-7")))  # fmt: skip
    words = Words(load("zh", authorities), authorities)
    made = {page.path: page.content for page in cited.cited_pages(build_corpus((one,), authorities), words)}
    read = front.read(made["zh/cited/A/RES/53-1.md"])
    assert read is not None
    anchors = [work["anchor"] for work in read[0]["works"]]
    assert sorted(anchors) == ["0-7", "0-7-x", "7"]
    for symbol in ("0.7", "0-7", "7"):
        stub = front.read(made[f"zh/A/RES/53-1/{symbol}.md"])
        assert stub is not None
        led = stub[0]["redirect"].partition("#")[2]
        assert next(work["name"] for work in read[0]["works"] if work["anchor"] == led) == f"A/RES/53-1/{symbol}"


# --- a built site -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=[cited_series.PLACES_TOGETHER, 1], ids=["together", "alone"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    root = make_project(tmp_path_factory.mktemp("cited") / "site", WORKS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cited_series, "PLACES_TOGETHER", request.param)
        assert "pages made" in run(root, "build").output
        yield Project(root)


def pages(project: Project) -> dict[str, dict[str, Any]]:
    """The value of each page of cited works, by its path."""
    found = {}
    for path in project.pages.rglob("*.md"):
        read = front.read(path.read_text(encoding="utf-8"))
        if read and read[0].get("template") == "cited.html":
            found[path.relative_to(project.pages).as_posix()] = read[0]
    return found


def html_of(project: Project, page: str) -> lxml.html.HtmlElement:
    """The article of a built page, its links spelled from the root of the site."""
    path = project.site / addresses.url(page) / "index.html"
    tree = lxml.html.document_fromstring(path.read_bytes())
    tree.rewrite_links(lambda link: unquote(urljoin(f"/{addresses.url(page)}", link)))
    return tree.find_class("rd-cited-work")[0]


def said(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links(element: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    return [(said(link), link.get("href")) for link in element.iter("a")]


def meant(work: dict[str, Any], before: str) -> dict[str, Any]:
    """What a page is to say of a work, as `read` reads it; the reader of HTML shares nothing with the template."""
    references = [(one["name"], f"/{one['page']}#{one['anchor']}", one["excerpt"]) for one in work["references"]]
    elsewhere = [(one["title"], f"/{one['page']}") for one in work["held"]]
    elsewhere += [(work["official_name"], work["official"])] if work["official"] else []
    points = [
        (f"{before}{one['anchor']}", one["name"], [references[at] for at in one["references"]])
        for one in work["points"]
    ]
    return {"references": references, "elsewhere": elsewhere, "points": points, "removed": work["removed"]}


def items_of(listed: lxml.html.HtmlElement) -> list[tuple[str, str, str]]:
    found = []
    for item in listed:
        ((name, href),) = links(item)
        found.append((name, href, said(item).removeprefix(name).removeprefix(" — ")))
    return found


def read(element: lxml.html.HtmlElement, before: str) -> dict[str, Any]:
    listed = {one.getprevious().get("id"): (one.getprevious(), items_of(one)) for one in element.findall("ul")}
    label, references = listed.pop(f"{before}cited-by")
    assert (label.tag, said(label)) == ("h3" if before else "h2", read_data("zh")["ui"]["cited_by"])
    asides = [one for one in element.findall("p") if not {"facts", "rd-parts"} & set(one.classes)]
    points = [(anchor, said(heading), named) for anchor, (heading, named) in listed.items()]
    assert {heading.tag for heading, _ in listed.values()} <= {"h3"}
    elsewhere = [link for one in asides for link in links(one)]
    removed = [said(one) for one in asides if not links(one) and said(one) != read_data("zh")["ui"]["not_held"]]
    return {"references": references, "elsewhere": elsewhere, "points": points, "removed": removed}


def test_a_page_says_what_its_value_says(built: Project) -> None:
    found = pages(built)
    assert "zh/cited/A/HRC/RES/48.md" in found
    counted = 0
    for page, value in found.items():
        article = html_of(built, page)
        assert said(article.find("h1")) == " ".join(value["title"].split())
        assert links(article)[0] == (
            read_data(value["lang"])["ui"][value["index"]],
            f"/{value['lang']}/{value['index']}/",
        )
        sections = article.findall("section")
        if value.get("symbol"):
            (work,) = value["works"]
            assert sections == [] and read(article, "") == meant(work, "")
            assert said(article.find_class("facts")[0]) == " · ".join(work["facts"])
            counted += 1
            continue
        assert [one.get("id") for one in sections] == [work["anchor"] for work in value["works"]]
        for section, work in zip(sections, value["works"], strict=True):
            assert said(section.find("h2")) == " ".join(work["name"].split())
            assert said(section.find_class("facts")[0]).endswith(work["times"])
            if work["page"]:
                ways = [(one["name"], f"/{one['page']}") for one in work["points"]]
                assert links(section) == [(said(section.find("h2")), f"/{work['page']}"), *ways]
                anchors = {one.get("id") for one in section.iter()}
                named = [f"{work['anchor']}-{one['anchor']}" for one in work["points"]]
                assert {f"{work['anchor']}-cited-by", *named} <= anchors
            else:
                assert all(fact in said(section.find_class("facts")[0]) for fact in work["facts"])
                assert read(section, f"{work['anchor']}-") == meant(work, f"{work['anchor']}-")
            counted += 1
    assert counted >= 3


def test_every_address_of_a_cited_work_lands_on_an_anchor_in_one_step(built: Project) -> None:
    """The work's own and that of each of its paragraphs, without script and, as moved.js joins them, with it."""
    found = pages(built)
    for symbol in ("A/HRC/RES/48/924", "A/HRC/RES/33/928"):
        value = front.read((built.pages / f"zh/{symbol}.md").read_text(encoding="utf-8"))
        assert value is not None
        data = (built.site / f"zh/{symbol}/index.html").read_bytes()
        own = value[0].get("redirect")
        if own is None:
            assert cited_series.PLACES_TOGETHER == 1 and f"zh/{symbol}.md" in found
            ids = {one.get("id") for one in html_of(built, f"zh/{symbol}.md").iter()}
            assert set(value[0]["anchors"]) <= ids
            continue
        assert len(data) < 1024 and b"noindex" in data
        page, _, anchor = own.partition("#")
        (refresh,) = lxml.html.document_fromstring(data).xpath("//meta[@http-equiv='refresh']/@content")
        assert urljoin(f"/zh/{symbol}/", refresh.partition("url=")[2]) == f"/{own}"
        ids = {one.get("id") for one in html_of(built, f"{page.rstrip('/')}.md").iter()}
        assert {anchor, *(f"{anchor}-{one}" for one in value[0]["anchors"])} <= ids
        assert "cited-by" in value[0]["anchors"]
    assert "op2-a" in (built.pages / "zh/A/HRC/RES/48/924.md").read_text(encoding="utf-8")


def test_what_is_held_and_cited_is_named_with_the_way_to_its_text(built: Project) -> None:
    (work,) = pages(built)["zh/cited/A/HRC/51.md"]["works"]
    assert (work["page"], work["references"], work["anchor"]) == ("zh/A/HRC/51/L.7/", [], "l-7")


def test_check_finds_no_link_that_lands_nowhere(built: Project) -> None:
    result = run(built.root, "check", "--format", "json")
    assert '"code": "link"' not in result.stdout


def test_the_search_has_every_cited_work_by_its_own_address(built: Project) -> None:
    kept = (built.build / "search" / "pages.json").read_text(encoding="utf-8")
    for symbol in ("A/HRC/RES/48/924", "A/HRC/RES/33/928"):
        assert f"zh/{symbol}/" in kept
    assert "zh/cited/" not in kept


def page_of(project: Project, page: str) -> lxml.html.HtmlElement:
    """A whole built page, its links spelled from the root of the site."""
    tree = lxml.html.document_fromstring((project.site / addresses.url(page) / "index.html").read_bytes())
    tree.rewrite_links(lambda link: unquote(urljoin(f"/{addresses.url(page)}", link)))
    return tree


def test_no_link_of_ours_leads_to_what_only_leads_on(built: Project) -> None:
    """Without script a reader lands on the paragraph that is cited; the stubs are for addresses that were kept."""
    staged = {path.relative_to(built.pages).as_posix(): front.read(path.read_text("utf-8"))
              for path in built.pages.rglob("*.md")}  # fmt: skip
    stubs = {f"/{addresses.url(page)}" for page, read in staged.items() if read and "redirect" in read[0]}
    assert "/zh/drafts/lamps/" in stubs and ("/zh/A/HRC/RES/33/928/" in stubs) == (cited_series.PLACES_TOGETHER > 1)
    looked = 0
    for path in built.site.rglob("index.html"):
        page = path.relative_to(built.site).parent.as_posix() + ".md"
        if f"/{addresses.url(page)}" in stubs or "parallel" in page:
            continue
        for link in page_of(built, page).iter("a"):
            assert (link.get("href") or "").partition("#")[0] not in stubs, (page, link.get("href"))
            looked += 1
    assert looked > 200


def test_a_pinpoint_of_a_text_lands_on_its_paragraph(built: Project) -> None:
    page = "zh/cited/A/HRC/RES/48.md" if cited_series.PLACES_TOGETHER > 1 else "zh/A/HRC/RES/48/924.md"
    before = "924-" if cited_series.PLACES_TOGETHER > 1 else ""
    hrefs = {link.get("href") for link in page_of(built, "zh/A/HRC/51/L.8.md").iter("a")}
    wanted = {f"/{addresses.url(page)}#{before}{anchor}" for anchor in ("op1", "op2-a")}
    assert wanted <= hrefs
    assert {f"{before}op1", f"{before}op2-a"} <= {one.get("id") for one in html_of(built, page).iter()}


def test_what_is_taken_in_later_is_led_to_at_once_and_the_rest_is_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a cited work stands is one of the facts that a citing page is made from."""
    monkeypatch.setattr(cited_series, "PLACES_TOGETHER", 20)
    project = Project(make_project(tmp_path / "site", WORKS))
    stage(project)
    citing_page = project.pages / "zh/A/HRC/51/L.8.md"
    assert "(../../../cited/A/HRC/RES/48.md#924-op1)" in citing_page.read_text("utf-8")
    held = project.sources / "taken"
    held.mkdir()
    (held / "zh.txt").write_text(GOOD.replace("灯塔照明", "灯油"), encoding="utf-8")
    (held / "work.yml").write_text("symbol: A/HRC/RES/48/924\n", encoding="utf-8")
    changed = stage(project).changed
    assert {"zh/A/HRC/51/L.8.md", "zh/A/HRC/51/L.9.md", "zh/A/HRC/RES/48/924.md"} <= set(changed)
    assert "zh/A/HRC/51/L.7.md" not in changed
    assert "(../RES/48/924.md#op1)" in citing_page.read_text("utf-8")


def test_an_address_that_a_stub_follows_leads_on_in_one_step(authorities: Authorities) -> None:
    """A removed work's other addresses lead to the place of the work that texts still cite, not to its stub."""
    gone = Removed("river", ("zh",), ("A/HRC/RES/51/90",))
    one = record("lake", symbol="A/HRC/RES/51/91", citings=(citing("A/HRC/RES/51/90"),))
    corpus = build_corpus((one,), authorities)
    remember(corpus, (gone,))
    made = {page.path: page.content for page in redirect_pages(corpus, Words(load("zh", authorities), authorities))}
    assert read_of(made["zh/drafts/river.md"])["redirect"] == "zh/cited/A/HRC/RES/51/#90"


def read_of(content: str) -> dict[str, Any]:
    read = front.read(content)
    assert read is not None
    return read[0]


def test_an_anchor_in_a_series_stays_when_the_text_is_taken_in_or_cited_often(
    authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address, once published, stays; it leads to the paragraph of the text, or to the work's own page."""
    monkeypatch.setattr(cited_series, "PLACES_TOGETHER", 20)
    cites = replace(citing("A/HRC/RES/51/90"), pinpoints=("2", "9"))
    lake = record("lake", symbol="A/HRC/RES/51/91", citings=(cites,))
    often = replace(lake, citings=tuple(replace(cites, anchor=f"op{at}") for at in range(21)))
    river = record("river", symbol="A/HRC/RES/51/90")
    words = Words(load("zh", authorities), authorities)
    page, anchors = "zh/cited/A/HRC/RES/51.md", {"90", "90-cited-by", "90-op2", "90-op9"}
    found = {}
    for name, records in (("cited", (lake,)), ("held", (lake, river)), ("often", (often,))):
        made = {one.path: one.content for one in cited.cited_pages(build_corpus(records, authorities), words)}
        told = read_of(made[page])
        assert set(told["anchors"]) == anchors
        found[name] = [one["page"] for one in told["works"][0]["points"]]
    own = "zh/A/HRC/RES/51/90/"
    assert found == {"cited": ["", ""], "held": [f"{own}#op2", own], "often": [f"{own}#op2", f"{own}#op9"]}
