"""Markup in every field that people fill, and a real browser that finds nothing of it on any page or in any file."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from converter.language_files import available
from tests.browser.conftest import PATIENCE_MS, ROOT, serve
from tests.poison import Poisoned, make_poisoned, schema

# Fields that nobody publishes: words between those who edit the files, where the curators read a fact, and what only
# finds or joins something (spellings, the name of a series, the place of a finding).
UNPUBLISHED = re.compile(
    r"sidecar-(note|series|accepted-at|source-url|source-note)|bodies-(website|short-[a-z]+|cited-[a-z]+)|[a-z]+-source"
)
# What a reader of a text finds there only in words that the language's own data or the authority files have, or
# makes itself: no room for a stranger's words.
CLOSED = {
    "id", "body", "session", "number", "agenda_items.number", "enacting", "paragraphs.number", "paragraphs.parent",
    "paragraphs.verbs.text", "paragraphs.verbs.lemma", "footnotes.marker", "footnotes.paragraph",
    "footnotes.marks.place", "footnotes.marks.printed", "citations.paragraph", "citations.footnote", "citations.body",
    "citations.number", "citations.pinpoint", "citations.author", "entities.paragraph", "entities.footnote",
    "entities.id", "mandates.paragraph", "mandates.actor_id", "mandates.to", "mandates.due.text",
    "mandates.due.body", "mandates.due.session", "mandates.due.basis", "adoption.notes",
    "furniture.text", "furniture.kind", "adoption.states.for.name", "adoption.states.absent.name",
    "adoption.states.not-participating.name",
    "subject.place", "origin.symbol", "origin.pinpoint",  # of a citation's grammar, as citations.pinpoint
    "internal.paragraph", "internal.footnote", "internal.text", "internal.to",  # ids, and words of the language's page
}  # fmt: skip

# What a browser makes of a page: everything that only poison would have put there.
LOOK = r"""() => {
  const found = [...window.poisonedBy];
  const scheme = /^[\s\0-\x1f]*(javascript|vbscript|data:text)/i;
  const address = /^(href|src|srcset|action|formaction|data|poster|background|cite|xlink:href|ping)$/i;
  // A subject is handed to the catalogue behind the # of our own address, all of it encoded.
  const handed = /^((?:\.\.\/)+(?:[a-z]{2}\/)?works\/#subjects=)[\w%.~+/-]*$/;
  const name = /^(id|class|name|for|type|rel|target|style)$/i;
  const roots = [document, ...[...document.querySelectorAll("template")].map((one) => one.content)];
  for (const one of roots.flatMap((root) => [...root.querySelectorAll("*")])) {
    if (/poison/i.test(one.localName)) found.push(one.outerHTML.slice(0, 200));
    if (one.localName === "base" || one.localName === "iframe") found.push(one.outerHTML.slice(0, 200));
    if (one.localName === "script" && !/json/.test(one.type) && /poison/i.test(one.textContent + one.src))
      found.push(one.outerHTML.slice(0, 200));
    for (const { name: key, value } of one.attributes) {
      const leads = value.replace(handed, "$1");
      const bad = /^on|poison/i.test(key) || (address.test(key) && (scheme.test(leads) || /x-poison/i.test(leads)))
        || (name.test(key) && /poison/i.test(value) && !value.startsWith("rd-") && !/^poison-\d$/.test(value));
      if (bad) found.push(`${one.localName} ${key}=${value.slice(0, 100)}`);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Poisoned:
    """The poisoned project, built by the command."""
    made = make_poisoned(tmp_path_factory.mktemp("poisoned") / "project")
    done = subprocess.run(
        [sys.executable, "-m", "converter", "--project", str(made.root), "build"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "SITE_URL": "https://library.example/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pages made" in done.stdout, done.stdout + done.stderr
    assert "[accepted-stale" in done.stderr
    assert "[authority]" not in done.stdout + done.stderr and "[sidecar" not in done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def site(poisoned: Poisoned) -> Path:
    return poisoned.root / "site"


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A browser's page on the poisoned site that notes what runs."""
    running, address = serve(site)
    context = browser.new_context(base_url=address, locale="en", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(
        "window.poisonedBy = []; window.__poisoned = (at) => window.poisonedBy.push(`ran: ${at}`);"
        "window.alert = window.__poisoned;"
    )
    yield context.new_page()
    context.close()
    running.shutdown()
    running.server_close()


def pages(site: Path) -> list[str]:
    """The addresses of every page."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def files(site: Path, ending: str) -> list[Path]:
    found = sorted(site.rglob(f"*{ending}"))
    assert found, f"no file ends in {ending}"
    return found


# --- that poison is everywhere ----------------------------------------------------------------------------------


def test_every_field_of_sidecars_and_authority_files_is_published_poisoned(poisoned: Poisoned, site: Path) -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for ending in (".html", ".jsonl") for path in site.rglob(f"*{ending}")
    )
    assert len(poisoned.fields) > 50
    expected = {field for field in poisoned.fields if not UNPUBLISHED.fullmatch(field)}
    missing = {field for field in expected if field not in text}
    assert missing == set()


def test_every_field_of_a_text_is_poisoned(site: Path) -> None:
    """A field is one of `inspect.schema.json` that may hold any words; a new one has to be poisoned, or be CLOSED."""
    open_fields = set(_open_fields(schema("inspect"))) - CLOSED
    found: set[str] = set()
    for path in files(site, "work.json"):
        found |= set(_poisoned_fields(json.loads(path.read_text(encoding="utf-8"))))
    assert {field for field in open_fields - found if not field.startswith("diagnostics")} == set()


@pytest.mark.parametrize("number", ["11", "12", "13", "14"], ids=["html", "docx", "pdf", "akn"])
def test_every_format_brings_its_poison_to_its_page(site: Path, number: str) -> None:
    made = json.loads((site / f"en/LG/LHC/31/L.{number}/work.json").read_text(encoding="utf-8"))
    assert sum("x-poison" in paragraph["text"] for paragraph in made["paragraphs"]) > 8


def _open_fields(node: Any, at: str = "") -> Iterator[str]:
    for inner in node.get("anyOf", node.get("oneOf", ())):
        yield from _open_fields(inner, at)
    for key, inner in node.get("properties", {}).items():
        yield from _open_fields(inner, f"{at}.{key}" if at else key)
    if "items" in node:
        yield from _open_fields(node["items"], at)
    if "string" in node.get("type", ()) and "pattern" not in node:
        yield at


def _poisoned_fields(value: Any, at: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _poisoned_fields(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list):
        for inner in value:
            yield from _poisoned_fields(inner, at)
    elif isinstance(value, str) and "x-poison" in value:
        yield at


# --- pages ------------------------------------------------------------------------------------------------------


def test_no_page_has_anything_of_it(page: Page, site: Path) -> None:
    every = pages(site)
    assert len(every) > 100
    found = {}
    for path in every:
        page.goto(path, wait_until="load")
        seen = page.evaluate(LOOK)
        if seen:
            found[path] = seen[:3]
    assert found == {}


def test_nothing_runs_when_a_reader_uses_a_page(page: Page, site: Path) -> None:
    """Previews, menus, the ledger's and the tables' filters, the search by words and by symbol."""
    for path in ("en/LG/LHC/31/L.34/", "en/LG/LHC/RES/30/7/", "zh/LG/LHC/RES/30/8/"):
        page.goto(path)
        for link in page.locator(".rd-text a[href]").all()[:12]:
            link.dispatch_event("pointerover")
            page.wait_for_timeout(230)
            assert page.evaluate(LOOK) == [], path
        page.locator(".rd-tools").first.click()
        assert page.evaluate(LOOK) == [], path
    for path in ("en/LG/LHC/RES/30/7/parallel/?with=zh", "zh/LG/LHC/RES/30/7/parallel/?with=ar"):
        page.goto(path)
        expect(page.locator(".rd-pair")).to_contain_text("x-poison")
        assert page.evaluate(LOOK) == [], path
    page.goto("en/mandates/")
    page.locator("#rd-ledger input[name=q]").fill("<x-poison>")
    page.goto("en/works/")
    for select in page.locator(".rd-filter select").all():
        select.select_option(index=1)
    assert page.evaluate(LOOK) == []
    for query in ("poison", "LG/LHC/31/L.34", "<img src=x-poison onerror=__poisoned(1)>"):
        page.goto("en/search/")
        page.locator(".rd-search__input").fill(query)
        expect(page.locator(".rd-search__status")).not_to_have_text("")
        page.wait_for_timeout(1500)
        assert page.evaluate(LOOK) == [], query
    page.goto("en/search/?q=poison")
    expect(page.locator(".rd-search__work").first).to_be_visible()
    assert page.evaluate(LOOK) == []


def test_a_template_in_a_value_is_no_template(site: Path) -> None:
    for path in files(site, ".html"):
        assert str(7919 * 7907) not in path.read_text(encoding="utf-8"), path


# --- files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".atom", ".xml", ".graphml", ".svg"])
def test_xml_has_no_element_or_attribute_of_it(page: Page, site: Path, ending: str) -> None:
    """Read by a parser, and opened in the browser, where an element of XHTML would run."""
    if ending == ".svg" and not list(site.rglob("*.svg")):
        return  # drawings stand in the pages
    for path in files(site, ending):
        for one in ElementTree.parse(path).iter():
            names = [str(one.tag), *one.attrib]
            assert not [name for name in names if "poison" in name or name.startswith("on")], path
            assert not str(one.tag).startswith("{http://www.w3.org/1999/xhtml}script"), path
            for value in (one.get("href", ""), one.get("src", ""), one.get("template", "")):
                assert not re.match(r"\s*(?!https?:|#)[a-z]+:", value), path
    if ending != ".graphml":  # which is saved, not shown
        page.goto(files(site, ending)[0].relative_to(site).as_posix())
        assert page.evaluate("window.poisonedBy ?? []") == []


def test_json_in_pages_is_json_and_ends_where_it_should(site: Path) -> None:
    data = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
    count = 0
    for path in files(site, ".html"):
        for block in data.findall(path.read_text(encoding="utf-8")):
            json.loads(block)
            assert "<" not in block, path
            count += 1
    assert count > 100


def test_json_ld_has_no_address_of_it(site: Path) -> None:
    block = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
    for path in files(site, "index.html"):
        for found in block.findall(path.read_text(encoding="utf-8")):
            for key, value in _strings(json.loads(found)):
                if key in ("@id", "url", "contentUrl", "sameAs"):
                    assert re.match(r"https?://", value) and "poison" not in value, (path, value)


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def test_a_calendar_has_no_line_of_it(site: Path) -> None:
    line = re.compile(r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|UID|DTSTAMP|DT(START|END)|TRANSP|"
                      r"STATUS|SUMMARY|DESCRIPTION|URL)(;VALUE=DATE)?:")  # fmt: skip
    for path in files(site, ".ics"):
        unfolded = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
        assert [one for one in unfolded if one and not line.match(one)] == [], path
        assert not [one for one in unfolded if one.startswith("URL:") and not one.startswith("URL:https://library")]


def test_no_cell_of_a_table_is_a_formula(site: Path) -> None:
    begins: set[str] = set()
    for path in files(site, ".csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            for cell in row:
                assert not re.match(r"[=+\-@\t\r＝＋－＠]", cell), (path, cell)
                begins.add(cell[:2])
    assert "'=" in begins  # there was one


def test_every_language_has_poisoned_pages(site: Path) -> None:
    for lang in available():
        text = (site / lang / "LG" / "LHC" / "RES" / "30" / "7" / "index.html").read_text(encoding="utf-8")
        assert text.count("x-poison") > 100
