"""The bundle: the same bytes every time, complete, and every link in it leads somewhere from file://."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml.html import HTMLParser, document_fromstring
from playwright.sync_api import expect

from converter.site.bundle import MANIFEST, BundleError, bundle_files, write_bundle

from .conftest import Watched, watch


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = write_bundle(site, tmp_path / "one" / "bundle.zip")
    for path in site.rglob("*"):
        os.utime(path, (1, 1))
    second = write_bundle(site, tmp_path / "two" / "bundle.zip")
    assert first.read_bytes() == second.read_bytes()
    checksum = (tmp_path / "one" / "bundle.zip.sha256").read_text()
    assert checksum == f"{hashlib.sha256(first.read_bytes()).hexdigest()}  bundle.zip\n"


def test_the_manifest_lists_every_file(bundle: Path) -> None:
    lines = (bundle / MANIFEST).read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    held = {path.relative_to(bundle).as_posix(): path for path in bundle.rglob("*") if path.is_file()}
    del held[MANIFEST]
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in held.items()}


def test_every_link_leads_to_a_file(bundle: Path) -> None:
    missing = []
    for page in bundle.rglob("*.html"):
        for link in re.findall(
            r"<(?:a|form|link|script|img)\b[^>]*?\s(?:href|action|src)=\"([^\"]*)", page.read_text()
        ):
            parts = urlsplit(link.replace("&amp;", "&"))
            if not parts.scheme and parts.path and 'rel="canonical"' not in link:
                target = (page.parent / unquote(parts.path)).resolve()
                if not target.is_file() and not _is_canonical(page, link):
                    missing.append((page.relative_to(bundle).as_posix(), link))
    assert missing == []


def _is_canonical(page: Path, link: str) -> bool:
    return f'rel="canonical" href="{link}"' in page.read_text()


def test_the_start_page_leads_to_the_default_language(bundle: Path, context: object) -> None:
    watched = watch(context, f"{bundle.as_uri()}/")  # type: ignore[arg-type]
    page = watched.go("")
    page.wait_for_url(re.compile(r"/zh/index\.html$"))
    assert watched.elsewhere() == [] and watched.complaints == []


def test_reading_and_following_a_citation(opened: Watched) -> None:
    page = opened.go("zh/drafts/hrc-51-technical-cooperation/")
    page.locator("#pp4 a", has_text="60/251").first.click()
    page.wait_for_url(re.compile(r"/zh/cited/A/RES/60/(index\.html)?#251$"))
    expect(page.locator("section[id='251'] h2")).to_contain_text("60/251")
    page.locator("header a.md-logo").click()
    page.wait_for_url(re.compile(r"/zh/(index\.html)?$"))


# --- pages of our own ------------------------------------------------------------------------------------


def made(tmp_path: Path, html: str) -> str:
    """The offline copy of a page at zh/a/b/."""
    for name in ("zh/index.html", "zh/S/RES/9(2036)/index.html", "zh/c/index.html", "zh/c/plan.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<!doctype html>")
    (tmp_path / "zh/a/b").mkdir(parents=True)
    (tmp_path / "zh/a/b/index.html").write_text(html)
    return dict(bundle_files(tmp_path))["zh/a/b/index.html"].decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../../c/">', '<a href="../../c/index.html">'),
        ('<a href="../../c/#op1">', '<a href="../../c/index.html#op1">'),
        ('<a href="../../c">', '<a href="../../c/index.html">'),
        ("<a href=../..>", '<a href="../../index.html">'),
        (
            '<a class="x"\nhref=\'../../S/RES/9(2036)/?a=1&amp;b=2#op1\'>',
            '<a class="x" href="../../S/RES/9(2036)/index.html?a=1&amp;b=2#op1">',
        ),
        ('<a href="../../S/RES/9%282036%29/">', '<a href="../../S/RES/9%282036%29/index.html">'),
        ('<a href="/zh/c/">', '<a href="../../c/index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<form action="../../c/">', '<form action="../../c/index.html">'),
        ('<div data-search-url="../../c/">', '<div data-search-url="../../c/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../../c/">',
            '<meta http-equiv="refresh" content="0; url=../../c/index.html">',
        ),
        # left alone
        ('<link rel="canonical" href="../../c/">', None),
        ('<a href="#op1">', None),
        ('<a href="?q=1">', None),
        ('<a href="../../c/plan.pdf">', None),
        ('<a href="https://example.org/c/">', None),
        ('<a href="mailto:a@example.org">', None),
        ('<a title="href=&quot;../../c/&quot;">', None),
        ('<p><!-- <a href="../../c/"> --></p>', None),
        ('<script>const s = \'<a href="../../c/">\'</script>', None),
        ("<p>1 < 2 and href=\"../../c/\"</p>", None),
    ],
)  # fmt: skip
def test_links(tmp_path: Path, before: str, after: str | None) -> None:
    assert elements(made(tmp_path, before)) == elements(after or before)


def elements(html: str) -> list[tuple[str, dict[str, str], str, str]]:
    """Everything in a page: each element, its attributes, and its words and those behind it."""
    page = document_fromstring(html, parser=HTMLParser(encoding="utf-8"))
    return [(str(one.tag), dict(one.attrib), (one.text or "").strip(), (one.tail or "").strip()) for one in page.iter()]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://example.org/x.js"></script>',
        '<link rel="stylesheet" href="//example.org/x.css">',
        '<img src="http://example.org/x.png">',
        '<script type="module" src="x.js"></script>',
    ],
)
def test_a_page_that_would_not_work_offline_is_refused(tmp_path: Path, html: str) -> None:
    with pytest.raises(BundleError, match=r"zh/a/b/index\.html"):
        made(tmp_path, html)


def test_no_site_is_said(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="no built site"):
        write_bundle(tmp_path, tmp_path / "out.zip")
    assert list(tmp_path.iterdir()) == []


def test_names_and_modes(bundle: Path, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(write_bundle(site, tmp_path / "b.zip")) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries[:-1]] == sorted(entry.filename for entry in entries[:-1])
    assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
    }
