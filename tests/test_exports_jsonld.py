"""JSON-LD in the head of a page: what a processor expands it to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.templates import url_filter
from pyld import jsonld

from converter.language_files import read_data
from converter.site.finished import escape_everywhere
from converter.site.plugin import iri
from tests.conftest import ROOT
from tests.exports import (
    HOSTILE,
    SEED,
    SITE,
)

pytest_plugins = ("tests.exports_staged",)

CONTEXTS = {"https://schema.org/": {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}}


class _Scripts(HTMLParser):
    """What a browser takes for the page's scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str]] = []
        self._type: str | None = None
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._open = True
            self.found.append((dict(attrs).get("type"), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


@dataclass
class _Page:
    url: str
    meta: dict[str, Any]


def _pages(staged: Path, template: str) -> Iterator[_Page]:
    for path in sorted(staged.glob("pages/zh/**/*.md")):
        meta = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
        if meta.get("template") == template:
            yield _Page(path.relative_to(staged / "pages").as_posix().removesuffix(".md") + "/", meta)


def _head(page: _Page, site_url: str) -> str:
    """The part of the page's head, rendered as MkDocs does."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    escape_everywhere(environment)
    environment.filters |= {"url": url_filter, "iri": iri}
    environment.globals["words"] = {"zh": read_data("zh")["ui"]}
    up = "/".join([".."] * page.url.count("/"))
    context = {"page": page, "config": SimpleNamespace(site_url=site_url), "base_url": up}
    return environment.get_template("partials/jsonld.html").render(context)


def _expanded(page: _Page, site_url: str, base: str) -> dict[str, Any]:
    scripts = _Scripts()
    scripts.feed(_head(page, site_url))
    ((kind, content),) = scripts.found  # one and no other, whatever the title says
    assert kind == "application/ld+json"

    def local(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXTS[url]}

    (node,) = jsonld.expand(json.loads(content), {"documentLoader": local, "base": base})
    assert isinstance(node, dict)
    return node


def _values(node: dict[str, Any], name: str) -> list[Any]:
    return [one.get("@value", one.get("@id")) for one in node.get(name, [])]


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_jsonld_expands(staged: Path, site_url: str) -> None:
    page = next(page for page in _pages(staged, "work.html") if SEED in page.url)
    # Without a site the addresses are relative to wherever the page is: a folder on somebody's disk.
    home = site_url or "file:///home/x/site/"
    node = _expanded(page, site_url, f"{home}{page.url}")
    schema, eli = "https://schema.org/", "http://data.europa.eu/eli/ontology#"
    assert node["@type"] == [f"{schema}Legislation", f"{eli}LegalExpression"]
    assert node["@id"] == f"{home}zh/drafts/{SEED}/"
    assert _values(node, f"{schema}name") == ["加强人权领域的技术合作和能力建设"]
    assert _values(node, f"{schema}legislationType") == ["决议"]
    assert len(node[f"{schema}sponsor"]) == 31
    cites = _values(node, f"{eli}cites")
    assert len(cites) == 10 and f"{home}zh/A/RES/60/251/" in cites
    assert node[f"{eli}title"] == [{"@value": "加强人权领域的技术合作和能力建设", "@language": "zh"}]
    media = [_values(one, f"{schema}encodingFormat")[0] for one in node[f"{schema}encoding"]]
    assert "application/akn+xml" in media
    assert f"{schema}legislationPassedBy" not in node  # a draft


def test_jsonld_of_an_adopted_hostile_text(staged: Path) -> None:
    page = next(page for page in _pages(staged, "work.html") if "hostile" in page.meta["work"])
    node = _expanded(page, SITE, f"{SITE}{page.url}")
    assert _values(node, "https://schema.org/name")[0].startswith("=1+1</script><script>alert(1)</script>")
    assert _values(node, "https://schema.org/legislationDate") == ["2022-10-07"]
    page.meta["title"] = HOSTILE
    assert _values(_expanded(page, SITE, f"{SITE}{page.url}"), "https://schema.org/name") == [HOSTILE]


def test_jsonld_only_on_works(staged: Path) -> None:
    other = next(_pages(staged, "cited.html"))
    assert _head(other, SITE).strip() == ""
