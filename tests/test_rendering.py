"""Pages rendered ahead, in processes, and kept: the same bytes as MkDocs makes, and nothing rendered in vain."""

from __future__ import annotations

import logging
import shutil
import tracemalloc
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from converter import batch
from converter.pipeline import stage
from converter.project import Project
from converter.site import pages, plugin
from converter.site.rendered import RenderedPages
from converter.write import front
from tests.temp_project import GOOD, make_project, run

WORKS = {
    "lamps": {"zh.txt": GOOD, "work.yml": "symbol: A/HRC/51/L.7\n"},
    "wicks": {"zh.txt": GOOD.replace("灯塔照明", "灯芯"), "work.yml": "symbol: A/HRC/51/L.8\n"},
}
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "footnotes"]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that this process renders, as it does."""
    seen: list[str] = []
    original = Page.render

    def noted(self: Page, config: MkDocsConfig, files: Files) -> None:
        seen.append(self.file.src_uri)
        original(self, config, files)

    monkeypatch.setattr(Page, "render", noted)
    return seen


class PlainPage(Page):
    """MkDocs' own page in the place of ours."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, kept: RenderedPages) -> None:
        super().__init__(title, file, config)

    def let_go(self) -> None:
        """It keeps everything."""

    def take_up(self) -> None:
        """It has everything."""


def built(root: Path) -> dict[str, bytes]:
    """Build the whole site anew from what is kept; its files without the search index's."""
    project = Project(root)
    shutil.rmtree(project.site, ignore_errors=True)
    (project.build / "site.json").unlink(missing_ok=True)
    assert "pages made" in run(root, "build").output
    files = (path for path in project.site.rglob("*") if path.is_file())
    return {
        path.relative_to(project.site).as_posix(): path.read_bytes()
        for path in files
        if path.relative_to(project.site).parts[0] != "pagefind"
    }


def test_the_site_is_the_same_however_its_pages_are_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rendered: list[str]
) -> None:
    root = make_project(tmp_path / "site", WORKS)
    with monkeypatch.context() as plain:
        plain.setattr(plugin, "StagedPage", PlainPage)
        expected = built(root)
    of_values = {page for page in rendered if is_of_values(Project(root).pages / page)}
    everything = set(rendered) - of_values
    assert len(everything) > 10 and len(of_values) > 10
    rendered.clear()
    monkeypatch.setattr(pages, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(batch, "WORTH_A_POOL", 1)
    assert built(root) == expected  # in processes
    by_people = {page for page in rendered if (root / "docs" / page).is_file()}
    assert set(rendered) == by_people, "what was rendered in a process is rendered again"
    rendered.clear()
    assert built(root) == expected  # kept
    assert set(rendered) == by_people
    shutil.rmtree(Project(root).build / "rendered")
    monkeypatch.setattr(pages, "WORTH_PROCESSES", len(everything) * 2)
    rendered.clear()
    assert built(root) == expected  # in this process
    assert set(rendered) == everything, "where there is no Markdown nothing is rendered"


def is_of_values(page: Path) -> bool:
    """Whether a page is staged that has no Markdown: all of it is made by its template."""
    return page.is_file() and not front.body(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"html": 1}', b"\xff\xfe"])
def test_a_broken_file_is_one_that_is_not_there(tmp_path: Path, broken: bytes) -> None:
    kept, page, key = a_kept_page(tmp_path)
    (file,) = (tmp_path / "rendered").iterdir()
    assert kept.read(page, key) is not None
    file.write_bytes(broken)
    assert kept.read(page, key) is None


def test_a_page_whose_link_leads_elsewhere_is_rendered_again(tmp_path: Path) -> None:
    kept, page, key = a_kept_page(tmp_path)
    there = a_file("zh/there.md")
    assert kept.get(page, key, Files([there])) is not None
    assert kept.get(page, key, Files([])) is None
    there.url = "zh/elsewhere/"
    assert kept.get(page, key, Files([there])) is None


def test_a_page_at_another_address_is_another_page(tmp_path: Path) -> None:
    page, config = a_page(tmp_path, "there.md")
    kept = RenderedPages(tmp_path / "rendered", config)
    before = kept.key(page.file, "灯")
    page.file.url = "zh/here/again/"
    assert kept.key(page.file, "灯") != before
    config.mdx_configs["toc"] = {"permalink": True}
    assert RenderedPages(tmp_path / "rendered", config).key(page.file, "灯") != kept.key(page.file, "灯")


def test_what_is_warned_of_is_not_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        with caplog.at_level(logging.INFO, "mkdocs"):
            kept, page, key = a_kept_page(tmp_path, links_to="nowhere.md")
        assert "nowhere.md" in caplog.text
        assert kept.read(page, key) is None
        caplog.clear()


def test_nothing_stays_in_memory_of_a_page_that_no_plugin_changed(tmp_path: Path) -> None:
    page, config = a_page(tmp_path, "there.md")
    page.render(config, Files([page.file, a_file("zh/there.md")]))
    html = page.content
    assert html is not None
    page.content = html + "<!-- by a plugin -->"
    assert page._html is not None
    page.content = html
    page.content = html
    assert page._html is None
    assert page.content == html


def test_lists_of_the_front_matter_are_read_again_when_the_page_is_filled(tmp_path: Path) -> None:
    page, config = a_page(tmp_path, "there.md")
    source = tmp_path / "here.md"
    source.write_text('---\ntitle: "灯塔"\ncites:\n- {"page": "zh/there/"}\n---\n# 灯塔\n', encoding="utf-8")
    page.file.abs_src_path = str(source)
    page.read_source(config)
    whole = dict(page.meta)
    page.render(config, Files([page.file]))
    page.let_go()
    assert page.meta == {"title": "灯塔"} and page.title == "灯塔"
    page.take_up()
    assert page.meta == whole == {"title": "灯塔", "cites": [{"page": "zh/there/"}]}


def a_file(path: str) -> File:
    file = File(path, "docs", "site", use_directory_urls=True)
    file.inclusion = InclusionLevel.INCLUDED
    return file


def a_page(folder: Path, links_to: str) -> tuple[pages.StagedPage, MkDocsConfig]:
    config = MkDocsConfig()
    config.load_dict({"site_name": "灯塔", "docs_dir": str(folder), "markdown_extensions": ["attr_list"]})
    config.validate()
    page = pages.StagedPage(None, a_file("zh/here.md"), config, RenderedPages(folder / "rendered", config))
    page.markdown = f"# 灯塔\n\n[灯芯]({links_to}#pp1)\n"
    return page, config


def a_kept_page(folder: Path, links_to: str = "there.md") -> tuple[RenderedPages, File, str]:
    """A page with one link, rendered; what is kept, the page, and the key that it is kept by."""
    page, config = a_page(folder, links_to)
    markdown_ = page.markdown
    assert markdown_ is not None
    page.render(config, Files([page.file, a_file("zh/there.md")]))
    kept = RenderedPages(folder / "rendered", config)
    return kept, page.file, kept.key(page.file, markdown_)


# --- memory -----------------------------------------------------------------------------------------------------

LONG = (
    50_000  # characters of the one long paragraph of a text, whose paths and digests are some 14 kB however long it is
)


def test_no_stage_holds_more_than_one_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "WORTH_A_POOL", 1000)  # in this process, where memory is watched
    _, few, many = (peak_of(tmp_path / str(number), number) for number in (2, 3, 9))  # the first fills what is kept
    assert many - few < 6 * LONG / 2, f"{(many - few) / 6 / LONG:.1f} bytes for each character of another text"


def peak_of(root: Path, number: int) -> int:
    """The most memory that staging so many long texts takes, in bytes."""
    text = GOOD.replace("点亮灯塔", "点亮灯塔" + "和灯" * (LONG // 2), 1)
    works = {f"lamps-{at}": {"zh.txt": text, "work.yml": f"symbol: A/HRC/51/L.{at + 1}\n"} for at in range(number)}
    project = Project(make_project(root, works))
    tracemalloc.start()
    try:
        stage(project)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
