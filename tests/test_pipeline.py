"""The whole way from sources to staged pages: what is made again, what stays, where an address leads."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from converter.cache import LIBRARIES, fingerprint
from converter.kept import keep, keep_rows, kept, kept_rows, no_more_than
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
    address = (lighthouse.pages / "zh/A/HRC/RES/33/28.md").read_text(encoding="utf-8")
    assert 'redirect: "zh/cited/A/HRC/RES/33/#28"' in address and '- "op2"' in address
    page = (lighthouse.pages / "zh/cited/A/HRC/RES/33.md").read_text(encoding="utf-8")
    assert '"page": "zh/drafts/lamps/", "anchor": "pp1"' in page
    assert {'- "28"', '- "28-op2"'} <= set(page.splitlines())


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


def test_an_incremental_run_equals_a_fresh_one(lighthouse: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
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
    assert "](../cited/A/HRC/RES/33.md#28)" in body  # its links are those of its own place


def test_one_bad_source_leaves_the_rest_built(lighthouse: Project) -> None:
    (lighthouse.sources / "lamps" / "zh.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
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


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "one byte": lambda data: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:] if len(data) > 1 else b"!",
    "another's": lambda data: b"[]\n",
    "no text": lambda data: b"\xff\xfe\x00" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_kept_file_is_made_again_when_it_is_damaged(lighthouse: Project, damage: str) -> None:
    stage(lighthouse)
    before = content(lighthouse)
    made = sorted(path for path in lighthouse.build.rglob("*") if path.is_file())
    alone = [path for path in made if path.parent in (lighthouse.build, lighthouse.build / "cache")]
    for damaged in (made, *([path] for path in alone)):
        for path in damaged:
            path.write_bytes(DAMAGES[damage](path.read_bytes()))
        stage(lighthouse)
        assert content(lighthouse) == before, damaged


def test_an_output_that_is_lost_is_made_again(lighthouse: Project) -> None:
    stage(lighthouse)
    before = content(lighthouse)
    for path in (lighthouse.build / "cache" / "outputs").iterdir():
        path.write_bytes(b"another text")
    shutil.rmtree(lighthouse.files)  # so that the outputs are asked for
    stage(lighthouse)
    assert content(lighthouse) == before


def test_what_is_kept_of_one_file_is_not_believed_under_the_name_of_another(tmp_path: Path) -> None:
    keep(tmp_path / "a.json", {"x": "1"})
    assert kept(tmp_path / "a.json", dict[str, str]) == {"x": "1"}
    (tmp_path / "b.json").write_bytes((tmp_path / "a.json").read_bytes())
    assert kept(tmp_path / "b.json", dict[str, str]) is None
    assert kept(tmp_path / "a.json", dict[str, int]) is None
    assert kept(tmp_path / "none.json", dict[str, str]) is None


def test_rows_are_believed_all_together_or_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    keep_rows(path, ["灯塔", "line\nend", "灯芯"])
    data = path.read_bytes()
    assert kept_rows(path, str) == ["灯塔", "line\nend", "灯芯"]
    changed = data.replace("灯芯".encode(), "灯船".encode())
    for damaged in (b"", data[:-1], data[:-40], data + b"\n", changed, data.split(b"\n", 1)[1], b"\xff" + data):
        path.write_bytes(damaged)
        assert kept_rows(path, str) == []
    (tmp_path / "b.jsonl").write_bytes(data)
    assert kept_rows(tmp_path / "b.jsonl", str) == kept_rows(tmp_path / "none.jsonl", str) == []
    path.write_bytes(data)
    assert kept_rows(path, int) == []


def test_nothing_that_is_kept_could_run_when_it_is_read() -> None:
    """`read/` only speaks to a process of its own in that way, over a pipe: that is no file that could be placed."""
    package = ROOT / "converter"
    between = {package / "read" / name for name in ("apart.py", "worker.py")}
    runs = re.compile(r"^\s*(?:import|from) (?:pickle|marshal|shelve|dill|joblib)\b", re.MULTILINE)
    files = set(package.rglob("*.py")) - between
    assert [path for path in files if runs.search(path.read_text(encoding="utf-8"))] == []


def test_a_folder_in_the_place_of_a_file_and_the_other_way_round(lighthouse: Project) -> None:
    stage(lighthouse)
    before = content(lighthouse)
    for name in ("cache/index.jsonl", "pages.json", "files.json", "pages/zh/works.md"):
        (lighthouse.build / name).unlink()
        (lighthouse.build / name).mkdir()
    for name in ("cache/outputs", "files/zh"):
        shutil.rmtree(lighthouse.build / name)
        (lighthouse.build / name).write_text("x")
    stage(lighthouse)
    assert content(lighthouse) == before


def test_every_library_that_the_project_depends_on_is_in_the_fingerprint() -> None:
    """A new version of one may change what is made of the same file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[\[<>=]", one)[0] for one in project["dependencies"]}
    assert {name.lower() for name in LIBRARIES} == names


def test_a_fingerprint_holds_one_file_at_a_time(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / name).write_bytes(name.encode() * 1_000_000)
    tracemalloc.start()
    before = fingerprint(tmp_path, "abcd")
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
    (tmp_path / "d").write_bytes(b"d" * 999_999 + b"e")
    assert fingerprint(tmp_path, "abcd") != before
    (tmp_path / "d").unlink()
    (tmp_path / "d").symlink_to("a")
    linked = fingerprint(tmp_path, "abcd")
    assert linked == fingerprint(tmp_path, "dcba") != before, "what is a link is not read"
    (tmp_path / "d").unlink()
    assert fingerprint(tmp_path, "abcd") == linked, "what went away since it was listed is no file either"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_of_a_pipe_all_is_read_that_may_be(tmp_path: Path) -> None:
    """As of `converter inspect <(unzip …)`: it tells no size."""
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(target=(tmp_path / "pipe").write_bytes, args=(b"lamps and wicks",))
    writer.start()
    assert no_more_than(tmp_path / "pipe", 8) == b"lamps and"
    writer.join()


def test_a_source_that_is_saved_while_it_is_read_is_read_again(lighthouse: Project) -> None:
    """The bytes that were converted are those that the outcome is kept by, whenever the file is written."""
    source = lighthouse.sources / "lamps" / "zh.txt"
    first, second = source.read_text(encoding="utf-8"), TEXT.format(number="7", cited="30")

    def saved_meanwhile(items: Iterable[Any], total: int, label: str) -> Iterator[Any]:
        source.write_text(second, encoding="utf-8")
        yield from items

    stage(lighthouse, saved_meanwhile)
    source.write_text(first, encoding="utf-8")
    stage(lighthouse)
    assert "33/28" in (lighthouse.pages / "zh/drafts/lamps.md").read_text(encoding="utf-8")
