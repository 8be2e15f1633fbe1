"""The commands: what they print and how they end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from converter import __version__, report
from converter.model import Diagnostic
from converter.sidecar import read_sidecar
from converter.upkeep.taken import in_order
from tests.temp_project import GOOD, ROOT, fixture, make_project, run

BAD = GOOD.replace("2. ", "3. ")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"good": {"zh.txt": GOOD}})


def test_help_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "converter", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    for command in ("build", "serve", "convert", "inspect", "check", "bundle", "new"):
        assert f"\n  {command} " in done.stdout
    version = subprocess.run(
        [sys.executable, "-m", "converter", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert __version__ in version.stdout


@pytest.mark.parametrize("command", ["build", "serve", "convert", "inspect", "check", "bundle", "new"])
def test_each_command_explains_itself(command: str, root: Path) -> None:
    result = run(root, command, "--help")
    assert result.exit_code == 0
    assert "Usage: converter" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["inspect"],
        ["inspect", "no-such-file.txt"],
        ["convert", "no-such-file.txt"],
        ["new", "no-such-file.txt"],
        ["check", "--format", "xml"],
        ["check", "--no-such-option"],
        ["inspect", "sources/good/zh.txt", "--json"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], root: Path) -> None:
    assert run(root, *arguments).exit_code == 2


def test_outside_a_project(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert result.exit_code == 2
    assert "lies in no project" in result.stderr


# --- inspect and convert ------------------------------------------------------------------------------------


def test_inspect(root: Path) -> None:
    result = run(root, "inspect", str(root / "sources/good/zh.txt"))
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["id"], found["title"], found["diagnostics"]) == ("good", "灯塔照明", [])
    schema = json.loads((ROOT / "converter/schemas/inspect.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(found)


def test_why_says_that_a_sidecar_is_not_read(root: Path) -> None:
    (root / "elsewhere.yml").write_text("title: x\n", encoding="utf-8")
    (root / "sources/good/work.yml").symlink_to(root / "elsewhere.yml")
    result = run(root, "inspect", str(root / "sources/good/zh.txt"), "--why", "masthead")
    assert (result.exit_code, "[sidecar-file]" in result.stderr) == (0, True)


def test_an_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"good": {"zh.TXT": GOOD}})
    assert run(root, "check").exit_code == 0
    assert json.loads(run(root, "inspect", str(root / "sources/good/zh.TXT")).stdout)["title"] == "灯塔照明"


@pytest.mark.parametrize("name", ["indent", "gaps", "punctuation", "form-feeds"])
def test_inspect_of_every_fixture_keeps_to_the_schema(name: str, root: Path) -> None:
    result = run(root, "inspect", str(ROOT / "tests/fixtures" / f"{name}.zh.txt"))
    schema = json.loads((ROOT / "converter/schemas/inspect.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(result.stdout))
    assert result.exit_code == 0


def test_inspect_of_a_bad_text_prints_it_all_and_ends_with_1(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(BAD, encoding="utf-8")
    result = run(root, "inspect", str(root / "sources/good/zh.txt"))
    assert result.exit_code == 1
    assert [one["code"] for one in json.loads(result.stdout)["diagnostics"]] == ["number-skips"]


def test_convert(root: Path) -> None:
    result = run(root, "convert", str(root / "sources/good/zh.txt"))
    assert result.exit_code == 0
    assert result.stdout.startswith('---\ntitle: "灯塔照明"\n')
    assert "[1.](#op1) *呼吁*各国点亮灯塔；\n{: #op1 .op }\n" in result.stdout
    assert result.stderr == ""


def test_convert_of_a_bad_text_reports_beside_the_page(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(BAD, encoding="utf-8")
    result = run(root, "convert", str(root / "sources/good/zh.txt"))
    assert result.exit_code == 1
    assert "[3.](#op3)" in result.stdout
    assert "sources/good/zh.txt:12:1: error:" in result.stderr
    assert "number-skips" not in result.stdout


def test_a_file_outside_any_project(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "灯塔.zh.txt"
    file.write_text(GOOD, encoding="utf-8")
    result = run(root, "inspect", str(file))
    assert result.exit_code == 0
    assert str(tmp_path) not in result.stdout
    assert run(root, "inspect", str(file), "--lang", "xx").exit_code == 2
    unnamed = tmp_path / "灯塔.txt"
    unnamed.write_text(GOOD, encoding="utf-8")
    guessed = run(root, "inspect", str(unnamed))
    assert guessed.stderr == "language: zh (guessed: change it with --lang)\n"
    assert json.loads(guessed.stdout)["lang"] == "zh"
    unnamed.write_text("A/HRC/51/L.936\n", encoding="utf-8")
    assert run(root, "inspect", str(unnamed)).exit_code == 2
    other = tmp_path / "zh.pages"
    other.write_text(GOOD, encoding="utf-8")
    assert run(root, "inspect", str(other)).exit_code == 2
    assert run(root, "inspect", str(other), "--lang", "zh", "--why", "op1").exit_code == 2


# --- check ----------------------------------------------------------------------------------------------------


def test_check_of_a_clean_project(root: Path) -> None:
    result = run(root, "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 errors" in result.stderr


def test_check_as_text(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(BAD, encoding="utf-8")
    result = run(root, "check")
    assert result.exit_code == 1
    first, second, third = result.stdout.splitlines()
    assert first == "sources/good/zh.txt:12:1: error: the number 3 follows 1: 2 is missing [number-skips at op3]"
    assert second.startswith("    ")
    assert third.strip().endswith("accept it in work.yml: {lang: zh, code: number-skips, at: op3, reason: …}")
    assert "1 error," in result.stderr


def test_check_for_github(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(BAD, encoding="utf-8")
    result = run(root, "check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "::error file=sources/good/zh.txt,line=12,col=1,title=number-skips::the number 3 follows 1: 2 is missing. "
    )
    assert result.stdout.count("\n") == 1


def test_check_as_json(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(BAD, encoding="utf-8")
    result = run(root, "check", "--format", "json")
    assert result.exit_code == 1
    assert [(one["code"], one["severity"], one["line"]) for one in json.loads(result.stdout)] == [
        ("number-skips", "error", 12)
    ]


def test_a_warning_does_not_fail_the_check(root: Path) -> None:
    (root / "sources/good/zh.txt").write_text(f"灯塔管理局转交\n{GOOD}", encoding="utf-8")
    result = run(root, "check")
    assert result.exit_code == 0
    assert "warning" in result.stdout


def test_github_annotations_cannot_be_broken_out_of() -> None:
    finding = Diagnostic("a,b:c%\r\n::error::x", 0, 0, "citation-year", "100%\n::set-output::\r", "tip\nx")
    line = report.as_github([finding])
    assert line == (
        "::warning file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ax,line=1,col=1,title=citation-year"
        "::100%25%0A::set-output::%0D. tip%0Ax"
    )
    assert "\n" not in line


@pytest.mark.parametrize(
    ("path", "page", "line", "place", "said"),
    [
        ("x/zh.txt", 0, 12, "x/zh.txt:12:5", ""),
        ("x/zh.txt", 0, 0, "x/zh.txt", ""),
        ("x/en.pdf", 3, 12, "x/en.pdf:page 3:12:5", "page 3:12:5: "),
        ("x/en.pdf", 3, 0, "x/en.pdf:page 3", "page 3: "),
        ("x/fr.docx", 0, 12, "x/fr.docx:paragraph 12", "paragraph 12: "),
        ("x/fr.HTM", 0, 12, "x/fr.HTM:paragraph 12", "paragraph 12: "),
    ],
)
def test_a_place_is_one_that_a_person_finds(path: str, page: int, line: int, place: str, said: str) -> None:
    finding = Diagnostic(path, line, 5 if line else 0, "text-lost", "lost", "look", page=page)
    assert report.as_text([finding]) == f"{place}: error: lost [text-lost]\n    look"
    assert report.as_github([finding]).endswith(f"::{said}lost. look")


def test_a_hostile_text_gives_one_annotation_per_finding(root: Path) -> None:
    text = GOOD.replace("灯油", "灯油\u2028::error file=x::<script>%0A\x1b[2J")
    (root / "sources/good/zh.txt").write_text(text, encoding="utf-8")
    result = run(root, "check", "--format", "github")
    assert result.exit_code == 1
    assert all(line.startswith("::error file=sources/good/zh.txt,line=") for line in result.stdout.splitlines())
    assert "\x1b" not in result.stdout


# --- new ------------------------------------------------------------------------------------------------------


def start(root: Path, file: Path, *options: str) -> tuple[int, str, str]:
    result = run(root, "new", str(file), *options)
    return result.exit_code, result.stdout, result.stderr


def put(folder: Path, content: bytes | str, name: str = "download.txt") -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_new_takes_a_clean_file_over_byte_for_byte(root: Path, tmp_path: Path) -> None:
    text = GOOD.replace("灯塔", "灯船")
    status, said, _ = start(root, put(tmp_path, text))
    assert status == 0
    assert (root / "sources/hrc-51-draft-1/zh.txt").read_bytes() == text.encode()
    sidecar = (root / "sources/hrc-51-draft-1/work.yml").read_text(encoding="utf-8")
    assert read_sidecar(sidecar, "work.yml", "x").diagnostics == ()
    assert sidecar.startswith("# yaml-language-server: $schema=../../converter/schemas/work.schema.json\n")
    for line in (
        "made sources/hrc-51-draft-1/zh.txt and sources/hrc-51-draft-1/work.yml",
        "the file was taken over byte for byte",
        "language: zh (guessed: change it with --lang)",
        "body: HRC",
        "session: 51",
        "number: 51/…",
        "title: 灯船照明",
        "resolution, draft: 2 preambular and 2 operative paragraphs, 0 footnotes",
        "Next: look at sources/hrc-51-draft-1/zh.txt, then run `converter check` and `converter serve`.",
    ):
        assert line in said.splitlines()
    assert run(root, "check").exit_code == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"A/HRC/51/L.901\n{GOOD}", "a-hrc-51-l-901"),
        (GOOD.replace("51/…", "51/936."), "hrc-51-936"),
        (fixture("gaps"), "a-hrc-res-51-936"),
        (fixture("form-feeds"), "hrc-s-39-draft-1"),
        ("灯塔照明与沿海居民的权利。\n", "download"),
    ],
)
def test_new_finds_a_name(text: str, name: str, root: Path, tmp_path: Path) -> None:
    start(root, put(tmp_path, text))
    assert (root / "sources" / name / "zh.txt").is_file()


@pytest.mark.parametrize(
    "content",
    [
        GOOD.replace("灯塔", "灯船").encode("gb18030"),
        GOOD.replace("灯塔", "灯船").encode("utf-16"),
        GOOD.replace("灯塔", "灯船").encode("utf-8-sig"),
        GOOD.replace("灯塔", "灯船").replace("\n", "\r\n").encode(),
        GOOD.replace("灯塔", "灯船").replace("\n", "\r").encode(),
    ],
    ids=["gb18030", "utf-16", "bom", "crlf", "cr"],
)
def test_new_puts_the_container_in_order(content: bytes, root: Path, tmp_path: Path) -> None:
    status, said, _ = start(root, put(tmp_path, content))
    assert status == 0
    assert (root / "sources/hrc-51-draft-1/zh.txt").read_text(encoding="utf-8") == GOOD.replace("灯塔", "灯船")
    assert "the file was written as UTF-8 with LF line ends; no word was changed" in said
    assert run(root, "check").exit_code == 0


def test_new_keeps_the_words_of_a_text_with_form_feeds(root: Path, tmp_path: Path) -> None:
    text = fixture("form-feeds")
    assert start(root, put(tmp_path, text))[0] == 0
    written = (root / "sources/hrc-s-39-draft-1/zh.txt").read_text(encoding="utf-8")
    assert "\f" not in written
    assert written.split() == text.split()
    assert run(root, "check").exit_code == 0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\ufeff一\r\n二\r三", "一\n二\n三"),
        ("一\n\f二\f\n三\f四", "一\n二\n三\n四"),
        ("\f一\u2028二", "一\n二"),
        ("一", "一"),
    ],
)
def test_only_the_container_changes(text: str, kept: str) -> None:
    assert in_order(text) == kept


def test_new_says_what_is_wrong_and_still_starts(root: Path, tmp_path: Path) -> None:
    status, said, errors = start(root, put(tmp_path, BAD))
    assert status == 0  # the work is made; `check` weighs what is wrong with it
    assert "made sources/hrc-51-draft-1/zh.txt" in said
    assert "number-skips" in errors
    assert str(tmp_path) not in said + errors


@pytest.mark.parametrize(
    ("content", "name", "options", "says"),
    [
        (b"", "x.txt", [], "cannot be told"),
        (b"", "x.txt", ["--lang", "zh"], "the file is empty"),
        (b"\x89PNG", "x.txt", ["--lang", "zh"], "not text"),
        (b"%PDF-1.7", "x.txt", ["--lang", "zh"], "the PDF is broken or cut short"),
        ("The lighthouse stands.", "x.txt", [], "say it with --lang"),
        (GOOD.encode().replace("灯油".encode(), b"\xff"), "zh.txt", [], "words would be lost"),
        (GOOD, "x.pages", [], "no reader for .pages"),
        (GOOD + " ", "x.txt", ["--work", "good"], "is there already"),
        (GOOD, "x.txt", [], "this text is there already: sources/good/zh.txt"),
        (GOOD + " ", "x.txt", ["--work", "../x"], "cannot name a work"),
        (GOOD + " ", "x.txt", ["--work", "A"], "cannot name a work"),
    ],
)
def test_new_refuses(
    content: bytes | str, name: str, options: list[str], says: str, root: Path, tmp_path: Path
) -> None:
    before = sorted(path.relative_to(root) for path in (root / "sources").rglob("*"))
    status, said, errors = start(root, put(tmp_path, content, name), *options)
    assert status == 1
    assert says in errors
    assert said == ""
    assert sorted(path.relative_to(root) for path in (root / "sources").rglob("*")) == before
    assert (root / "sources/good/zh.txt").read_text(encoding="utf-8") == GOOD


def test_new_refuses_what_is_too_large(root: Path, tmp_path: Path) -> None:
    status, said, errors = start(root, put(tmp_path, GOOD * 40_000), "--lang", "zh")
    assert (status, said) == (1, "")
    assert "larger than 8 MiB" in errors


def test_new_writes_a_sidecar_that_is_one_whatever_the_file_is_called(root: Path, tmp_path: Path) -> None:
    file = put(tmp_path, GOOD.replace("灯塔", "灯船"), 'a"b: {x} #\n灯.txt')
    assert start(root, file)[0] == 0
    sidecar = (root / "sources/hrc-51-draft-1/work.yml").read_text(encoding="utf-8")
    assert read_sidecar(sidecar, "work.yml", "x").diagnostics == ()
