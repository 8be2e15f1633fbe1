"""The workflows and issue forms: pinned, with few rights, and never running what a stranger wrote."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WRITERS = {("pages.yml", "deploy"), ("release.yml", "release")}


def load(path: Path) -> dict[Any, Any]:
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def name(path: Path) -> str:
    return path.stem


def test_there_are_workflows_and_forms() -> None:
    assert {path.stem for path in WORKFLOWS} == {"test", "pages", "preview", "release", "fuzz"}
    assert {path.stem for path in FORMS} == {"misread-paragraph", "add-resolution", "fact", "bug"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_has_one_pin_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, commit in re.findall(r"uses: (\S+)@(\S+)", path.read_text(encoding="utf-8")):
            pins.setdefault(action, set()).add(commit)
    assert all(len(commits) == 1 for commits in pins.values()), pins


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_rights_are_few(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]  # YAML 1.1 reads the key `on` as true
    assert workflow["concurrency"]["group"]
    for job_name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 45
        writes = "write" in job.get("permissions", {}).values()
        assert writes == ((path.name, job_name) in WRITERS)
        if writes:  # such a job never has the repository's code
            assert not any("checkout" in step.get("uses", "") for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_no_expression_in_a_script_and_no_secret(path: Path) -> None:
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def steps_that_run(name: str, job: str) -> list[dict[str, Any]]:
    workflow = load(GITHUB / "workflows" / f"{name}.yml")
    return [step for step in workflow["jobs"][job]["steps"] if "run" in step]


def test_no_finding_holds_back_a_deployment() -> None:
    for step in steps_that_run("pages", "build"):
        assert "--strict" not in step["run"]
        assert "converter check" not in step["run"] or step.get("continue-on-error") is True
    makefile = (GITHUB.parent / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(r"^site:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe and "--strict" not in recipe[1]


def test_a_pull_request_fails_on_an_open_error_when_everything_is_kept() -> None:
    last = load(GITHUB / "workflows" / "preview.yml")["jobs"]["preview"]["steps"][-1]
    assert last["run"].endswith("converter check --format github")
    assert not last.get("continue-on-error") and "cancelled" in last["if"]
    for step in steps_that_run("preview", "preview"):
        assert "--strict" not in step["run"]


@pytest.mark.parametrize("path", FORMS, ids=name)
def test_a_form_is_whole(path: Path) -> None:
    form = load(path)
    assert form["name"]
    assert form["description"]
    assert any(field["type"] != "markdown" for field in form["body"])
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"].get("label") for field in form["body"] if field["type"] != "markdown")


def test_the_correction_form_keeps_the_ids_that_published_links_fill_in() -> None:
    fields = {field["id"]: field["type"] for field in load(GITHUB / "ISSUE_TEMPLATE/misread-paragraph.yml")["body"]}
    assert fields == {"page": "input", "paragraph": "input", "shows": "textarea", "official": "textarea"}


def test_whoever_checks_knows_the_whole_history() -> None:
    for path in WORKFLOWS:
        for job in load(path)["jobs"].values():
            steps = job.get("steps", [])
            if any("converter check" in step.get("run", "") for step in steps):
                fetched = [step for step in steps if "actions/checkout" in step.get("uses", "")]
                assert fetched[0]["with"].get("fetch-depth") == 0, path


def test_whoever_runs_all_tests_has_what_they_print_documents_with() -> None:
    """A hosted runner is not root, so `.ci/run` alone would skip the proof over four formats there."""
    running = 0
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            runs = [step.get("run", "") for step in job["steps"]]
            if ".ci/run" in runs:
                running += 1
                assert "sudo .ci/office" in runs[: runs.index(".ci/run")], path.name
    assert running == 2
