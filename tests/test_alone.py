"""Pages of texts that are not shown: their HTML, read by lxml, says what their value says."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import lxml.html
import pytest

from converter import addresses
from converter.write import front
from tests.temp_project import GOOD, make_project, run

HOPELESS = b"%PDF-1.4\nbroken"
CITING = GOOD.replace("重申每座", "回顾其第51/902号决议第3段，重申每座")
REMOVED = """- work: gone
  languages: [zh]
  symbols: [A/HRC/51/L.903]
  titles: {zh: 浮标 <b>照明</b>}
  reason: 已撤回。
- {work: lost, languages: [zh]}
"""
ENGLISH = """Human Rights Council
Fifty-first session
51/902. Lighting of lighthouses
The Human Rights Council,
Reaffirming that every lighthouse should be lit before sunset,
1. Calls upon all States to light the lighthouses.
"""
PAGES = ("zh/A/HRC/RES/51/902.md", "zh/A/HRC/51/L.903.md", "zh/drafts/lost.md")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sidecar = "symbol: A/HRC/RES/51/902\nsource: {url: 'https://example.org/lamps.pdf'}\n"
    bad = {"zh.pdf": HOPELESS, "en.txt": ENGLISH, "work.yml": sidecar}
    root = make_project(tmp_path_factory.mktemp("alone") / "site", {"bad": bad, "citing": {"zh.txt": CITING}})
    (root / "sources/removed.yml").write_text(REMOVED, encoding="utf-8")
    assert run(root, "build").exit_code == 0
    return root


def value_of(root: Path, page: str) -> dict[str, Any]:
    read = front.read((root / "build/pages" / page).read_text(encoding="utf-8"))
    assert read is not None and read[1] == ""  # nothing of it is Markdown
    return read[0]


def said(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def words(cell: Any) -> str:
    return cell if isinstance(cell, str) else "".join(one if isinstance(one, str) else one["text"] for one in cell)


def links(cell: Any) -> list[str]:
    return [one["to"] for one in ([] if isinstance(cell, str) else cell) if isinstance(one, dict)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_its_value_says(built: Path, page: str) -> None:
    value = value_of(built, page)
    tree = lxml.html.document_fromstring((built / "site" / addresses.url(page) / "index.html").read_bytes())
    tree.rewrite_links(lambda link: unquote(urljoin(f"/{addresses.url(page)}", link)))
    (article,) = tree.find_class("rd-cited-work")
    assert said(article.find("h1")) == " ".join(value["title"].split()) and article.find("h1").get("id") == "title"
    (says,) = article.find_class("not-held")
    assert said(says) == " ".join(words(value["says"]).split())
    assert [one.get("href") for one in says.iter("a")] == links(value["says"])
    held = [(f"{one['words']} {one['title']}", [f"/{one['page']}"]) for one in value.get("held", [])]
    meant = [(words(one), links(one)) for one in value.get("ways", [])] + held
    listed = article.findall("ul")
    told = [(said(one), [link.get("href") for link in one.iter("a")]) for one in (listed[0] if meant else [])]
    assert told == meant
    anchors = {one.get("id") for one in article.iter()}
    assert set(value["anchors"]) <= anchors
    cited = [f"/{one['page']}#{one['anchor']}" for one in value.get("references", [])]
    assert [link.get("href") for link in listed[1].iter("a")] == cited if cited else len(listed) <= 1


def test_what_is_known_of_them_is_there(built: Path) -> None:
    aside, removed, lost = (value_of(built, page) for page in PAGES)
    assert len(aside["references"]) == 1 and [one["lang"] for one in aside["held"]] == ["en"]
    assert links(aside["ways"][0])[0] == "https://docs.un.org/ar/A/HRC/RES/51/902"
    assert links(aside["ways"][1]) == ["https://example.org/lamps.pdf"]
    assert removed["title"] == "A/HRC/51/L.903 浮标 <b>照明</b>" and "已撤回。" in words(removed["says"])
    assert links(removed["says"]) == ["https://docs.un.org/zh/A/HRC/51/L.903"]
    assert lost["title"] == "lost" and links(lost["says"]) == []
