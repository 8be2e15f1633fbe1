"""The whole way from sources to staged pages: what is made again, what stays, where an address leads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from converter.model import Severity
from converter.pipeline import Staged, stage
from converter.project import Project
from tests.conftest import ROOT

TEXT = """ 人权理事会

第五十一届会议

议程项目3

古巴：决议草案

51/{number} 沿海灯塔的照明

 人权理事会，

 回顾理事会2016年9月30日第33/{cited}号决议第2段，

 1. 请秘书长向理事会第五十三届会议提交关于灯塔照明的报告；

 2. 决定继续处理此事。
"""


@pytest.fixture
def lighthouse(tmp_path: Path) -> Project:
    """A project of two invented works that cite each other's neighbours."""
    shutil.copytree(ROOT / "authorities", tmp_path / "authorities")
    (tmp_path / "mkdocs.yml").write_text("site_name: 灯塔\n", encoding="utf-8")
    for name, number, cited in (("lamps", "7", "28"), ("wicks", "8", "29")):
        write(tmp_path, name, TEXT.format(number=number, cited=cited))
    return Project(tmp_path)


def write(root: Path, work: str, text: str, sidecar: str = "") -> None:
    folder = root / "sources" / work
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "zh.txt").write_text(text, encoding="utf-8")
    if sidecar:
        (folder / "work.yml").write_text(sidecar, encoding="utf-8")


def errors(staged: Staged) -> list[str]:
    return [one.code for one in staged.diagnostics if one.severity is Severity.ERROR]


def content(project: Project) -> dict[str, bytes]:
    return {
        path.relative_to(project.build).as_posix(): path.read_bytes()
        for folder in (project.pages, project.files)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_cited_work_has_a_page(lighthouse: Project) -> None:
    staged = stage(lighthouse)
    assert errors(staged) == []
    assert {"zh/drafts/lamps.md", "zh/drafts/wicks.md", "zh/A/HRC/RES/33/28.md"} <= set(staged.pages)
    page = (lighthouse.pages / "zh/A/HRC/RES/33/28.md").read_text(encoding="utf-8")
    assert "../../../../drafts/lamps.md#pp1" in page
    assert "{: #op2 }" in page


def test_two_runs_give_the_same_bytes(lighthouse: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    stage(lighthouse)
    other = Project(tmp_path_factory.mktemp("other"))
    for name in ("authorities", "sources"):
        shutil.copytree(lighthouse.root / name, other.root / name)
    stage(other)
    assert content(other) == content(lighthouse)


def test_what_stays_the_same_keeps_its_time_stamp(lighthouse: Project) -> None:
    stage(lighthouse)
    before = {path: path.stat().st_mtime_ns for path in lighthouse.pages.rglob("*.md")}
    text = TEXT.format(number="7", cited="28").replace("灯塔照明", "灯塔油灯")
    write(lighthouse.root, "lamps", text)
    staged = stage(lighthouse)
    assert "zh/drafts/lamps.md" in staged.changed
    assert "zh/drafts/wicks.md" not in staged.changed
    touched = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert "wicks.md" not in touched and "lamps.md" in touched
    assert stage(lighthouse).changed == ()


def test_an_incremental_run_equals_a_fresh_one(
    lighthouse: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stage(lighthouse)
    write(lighthouse.root, "wicks", TEXT.format(number="9", cited="28"), "symbol: A/HRC/51/L.9\n")
    stage(lighthouse)
    fresh = Project(tmp_path_factory.mktemp("fresh"))
    for name in ("authorities", "sources"):
        shutil.copytree(lighthouse.root / name, fresh.root / name)
    stage(fresh)
    assert content(lighthouse) == content(fresh)


def test_a_removed_work_takes_its_pages_along(lighthouse: Project) -> None:
    stage(lighthouse)
    shutil.rmtree(lighthouse.sources / "wicks")
    staged = stage(lighthouse)
    assert "zh/drafts/wicks.md" in staged.removed and "zh/A/HRC/RES/33/29.md" in staged.removed
    assert not (lighthouse.pages / "zh/drafts/wicks.md").exists()


@pytest.mark.parametrize(
    ("sidecar", "page", "old"),
    [
        ("symbol: A/HRC/51/L.7\n", "zh/A/HRC/51/L.7.md", ["zh/drafts/lamps.md"]),
        ("adopted_as: A/HRC/RES/51/7\n", "zh/A/HRC/RES/51/7.md", ["zh/drafts/lamps.md"]),
        (
            "symbol: A/HRC/51/L.7\nadopted_as: A/HRC/RES/51/7\n",
            "zh/A/HRC/51/L.7.md",
            ["zh/drafts/lamps.md", "zh/A/HRC/RES/51/7.md"],
        ),
    ],
)
def test_an_old_address_leads_on(lighthouse: Project, sidecar: str, page: str, old: list[str]) -> None:
    write(lighthouse.root, "lamps", TEXT.format(number="7", cited="28"), sidecar)
    staged = stage(lighthouse)
    assert errors(staged) == []
    text = (lighthouse.pages / page).read_text(encoding="utf-8")
    assert "沿海灯塔的照明" in text and 'template: "work.html"' in text
    for address in old:
        moved = (lighthouse.pages / address).read_text(encoding="utf-8")
        assert f'redirect: "{page.removesuffix(".md")}/"' in moved


def test_two_works_with_one_symbol_are_an_error_and_both_are_built(lighthouse: Project) -> None:
    for work in ("lamps", "wicks"):
        write(lighthouse.root, work, TEXT.format(number="7", cited="28"), "symbol: A/HRC/51/L.7\n")
    staged = stage(lighthouse)
    assert errors(staged) == ["symbol-twice"]
    assert {"zh/A/HRC/51/L.7.md", "zh/drafts/wicks.md"} <= set(staged.pages)
    body = (lighthouse.pages / "zh/drafts/wicks.md").read_text(encoding="utf-8")
    assert "](../A/HRC/RES/33/28.md)" in body  # its links are those of its own place


def test_one_bad_source_leaves_the_rest_built(lighthouse: Project) -> None:
    (lighthouse.sources / "lamps" / "zh.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    staged = stage(lighthouse)
    assert "read-not-text" in errors(staged)
    assert (lighthouse.pages / "zh/drafts/wicks.md").is_file()


def test_a_work_knows_who_cites_it(lighthouse: Project) -> None:
    cited = TEXT.format(number="7", cited="28").replace("第五十一届会议", "第三十三届会议")
    write(lighthouse.root, "lamps", cited, "symbol: A/HRC/RES/33/29\n")
    stage(lighthouse)
    page = (lighthouse.pages / "zh/A/HRC/RES/33/29.md").read_text(encoding="utf-8")
    assert "cited_by:" in page and '"page": "zh/drafts/wicks/"' in page
    citing = (lighthouse.pages / "zh/drafts/wicks.md").read_text(encoding="utf-8")
    assert '"text": "决定继续处理此事。"' in citing  # the preview of the paragraph that the pinpoint names


def test_a_broken_cache_is_made_again(lighthouse: Project) -> None:
    stage(lighthouse)
    before = content(lighthouse)
    (lighthouse.build / "cache" / "index.pickle").write_bytes(b"not a pickle")
    (lighthouse.build / "pages.json").write_text("[]", encoding="utf-8")
    stage(lighthouse)
    assert content(lighthouse) == before
