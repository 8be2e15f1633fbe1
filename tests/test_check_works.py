"""`converter check WORK…`: these works and no others, and it says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.model import Diagnostic
from tests.temp_project import GOOD, make_project, run

BAD = GOOD.replace("2. ", "3. ")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    works = {"lamps": {"zh.txt": BAD}, "lenses": {"zh.txt": BAD, "work.yml": "colour: red\n"}, "good": {"zh.txt": GOOD}}
    return make_project(tmp_path / "project", works)


def found(root: Path, *works: str) -> set[str]:
    return {one["path"] for one in json.loads(run(root, "check", "--format", "json", *works).stdout)}


def test_only_the_works_that_are_named_are_looked_at(root: Path) -> None:
    assert found(root) == {"sources/lamps/zh.txt", "sources/lenses/zh.txt", "sources/lenses/work.yml"}
    assert found(root, "lamps") == {"sources/lamps/zh.txt"}
    assert found(root, "lenses", "good") == {"sources/lenses/zh.txt", "sources/lenses/work.yml"}
    assert run(root, "check", "good").exit_code == 0
    assert run(root, "check", "good", "lamps").exit_code == 1


def test_a_work_may_be_named_by_its_path(root: Path) -> None:
    for path in ("sources/lamps", "sources/lamps/", str(root / "sources/lamps/zh.txt"), "./lamps/"):
        assert found(root, path) == {"sources/lamps/zh.txt"}


def test_it_says_what_it_did_not_look_at(root: Path) -> None:
    (root / "authorities/funds.yml").write_text("- nonsense\n", encoding="utf-8")
    assert "looked at" not in run(root, "check").stderr
    result = run(root, "check", "good")
    assert result.exit_code == 0
    assert (
        "looked at good only: not at other works and their links to these, nor at the authority files" in result.stderr
    )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("lampes", "there is no work lampes: is it lamps?"),
        ("A/LENSES", "there is no work A/LENSES"),
        ("../../etc", "there is no work ../../etc"),
        ("\x1b[2J", r"there is no work \x1b[2J"),
        ("zzz", "there is no work zzz; the works are the folders under sources/"),
    ],
)
def test_an_unknown_work_is_one_line_with_names_that_are_near(given: str, says: str, root: Path) -> None:
    result = run(root, "check", given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr.splitlines()[-1]


def test_a_symbol_leads_to_the_folder_that_it_names(root: Path) -> None:
    (root / "sources/lamps").rename(root / "sources/a-hrc-51-l-1")
    assert "is it a-hrc-51-l-1?" in run(root, "check", "A/HRC/51/L.1").stderr


def test_a_link_of_its_pages_that_leads_nowhere_is_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(page: str, *_: object) -> list[Diagnostic]:
        return [Diagnostic(page, 1, 1, "link", "leads nowhere")]

    monkeypatch.setattr("converter.lint.pages.check_links", nowhere)
    assert found(root, "good") == {"zh/drafts/good.md"}
