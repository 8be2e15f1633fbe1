"""Findings that a sidecar accepts, texts that are set aside, and how the commands end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from converter import report
from converter.acceptance import accepted
from converter.codes import OTHER, groups
from converter.language_files import available, read_data
from converter.model import Accepted, Diagnostic, Severity
from tests.reading import converted
from tests.records import record
from tests.temp_project import GOOD, make_project, run

SKIPS = GOOD.replace("2. 决定", "3. 决定")  # an error that only the official text can have
NOTES = GOOD.replace("灯油，", "灯油，2") + " 2 见灯塔登记册。\n"
ENTRY = "accepted:\n  - {lang: zh, code: number-skips, at: op3, reason: 正式文件中没有第2段。}\n"
HOPELESS = b"%PDF-1.4\nno page of this is left"


def found(root: Path) -> tuple[int, list[dict[str, Any]]]:
    result = run(root, "check", "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def front_of(root: Path, page: str) -> dict[str, Any]:
    text = (root / "build/pages" / page).read_text(encoding="utf-8")
    meta = yaml.safe_load(text[4 : text.index("\n---\n", 4)])
    assert isinstance(meta, dict)
    return meta


# --- the place of a finding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        (SKIPS, "number-skips", "op3"),
        (NOTES, "note-number", "fn-2"),
        (GOOD.replace("灯油，", "灯油，2"), "mark-without-note", "pp2"),
        (GOOD + " 1 见灯塔登记册。\n", "note-without-mark", "fn-1"),
        (GOOD.replace("议程项目3", "议程项{{3}}"), "text-markup", "line 4"),
        (GOOD.replace("点亮灯塔", "点亮<b>灯塔"), "text-markup", "op1"),
        (GOOD.replace("点亮灯塔；", "点亮灯\n塔\u202e；"), "text-bidi", "op1"),
    ],
)
def test_a_finding_names_the_place_as_a_sidecar_repeats_it(text: str, code: str, at: str) -> None:
    expression = converted("zh", text)
    places = {(one.code, one.lang, one.at) for one in expression.diagnostics}
    assert (code, "zh", at) in places, places
    assert f"[{code} at {at}]" in report.as_text(expression.diagnostics)


@pytest.mark.parametrize(
    ("path", "page", "line", "at"),
    [("a/en.txt", 0, 7, "line 7"), ("a/en.pdf", 3, 7, "page 3 line 7"), ("a/en.docx", 0, 7, "paragraph 7"),
     ("a/en.html", 0, 7, "paragraph 7"), ("a/en.pdf", 3, 0, "page 3"), ("a/en.txt", 0, 0, "")],
)  # fmt: skip
def test_a_line_is_named_as_its_format_counts(path: str, page: int, line: int, at: str) -> None:
    from converter.model import line_in  # noqa: PLC0415

    assert line_in(path, page, line) == at


# --- what is accepted ---------------------------------------------------------------------------------------


def test_an_accepted_error_stops_nothing_and_the_page_says_it(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS, "work.yml": ENTRY}})
    status, findings = found(root)
    assert status == 0
    mine = [one for one in findings if one["code"] == "number-skips"]
    assert [one["severity"] for one in mine] == ["accepted"]
    assert "sources/w/work.yml:2: 正式文件中没有第2段。" in mine[0]["hint"]
    assert front_of(root, "zh/drafts/w.md")["uncertain"] == [
        {"anchor": "op3", "paragraph": "第3段", "what": "段落编号", "reason": "正式文件中没有第2段。"}
    ]
    assert "1 accepted" in run(root, "check").stderr
    source = str(root / "sources/w/zh.txt")
    assert run(root, "inspect", source).exit_code == 0 and run(root, "convert", source).exit_code == 0


def test_an_open_error_is_said_on_the_page_too(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS}, "good": {"zh.txt": GOOD}})
    assert found(root)[0] == 1
    assert front_of(root, "zh/drafts/w.md")["uncertain"] == [
        {"anchor": "op3", "paragraph": "第3段", "what": "段落编号"}
    ]
    assert "uncertain" not in front_of(root, "zh/drafts/good.md")


@pytest.mark.parametrize(
    ("entry", "code", "severity", "said"),
    [
        ("{lang: zh, code: number-skips, at: op9, reason: x}", "accepted-stale", "warning", "it stands at: op3"),
        ("{lang: zh, code: note-number, at: fn-2, reason: x}", "accepted-stale", "warning", "nothing is left"),
        ("{lang: fr, code: number-skips, at: op3, reason: x}", "accepted-stale", "warning", "nothing is left"),
        ("{lang: zh, code: words, at: op3, reason: x}", "accepted-never", "error", "set aside"),
        ("{lang: zh, code: link, at: op3, reason: x}", "accepted-never", "error", "set aside"),
    ],
)
def test_what_cannot_be_accepted_is_a_finding_in_the_sidecar(
    entry: str, code: str, severity: str, said: str, tmp_path: Path
) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS, "work.yml": f"accepted:\n  - {entry}\n"}})
    status, findings = found(root)
    assert status == 1  # what was to be accepted still counts
    mine = [one for one in findings if one["path"] == "sources/w/work.yml"]
    assert [(one["code"], one["severity"], one["line"]) for one in mine] == [(code, severity, 2)]
    assert said in mine[0]["hint"]


def test_what_is_mended_must_go_from_the_sidecar(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": GOOD, "work.yml": f"# one\n{ENTRY}"}})
    status, findings = found(root)
    assert (status, [(one["code"], one["line"]) for one in findings]) == (0, [("accepted-stale", 3)])


def test_the_same_twice_is_said(tmp_path: Path) -> None:
    twice = ENTRY + ENTRY.removeprefix("accepted:\n")
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS, "work.yml": twice}})
    status, findings = found(root)
    assert (status, {one["code"] for one in findings}) == (0, {"number-skips", "accepted-twice"})


@pytest.mark.parametrize(
    "entry", ["{lang: zh, code: number-skips, at: op3}", "{lang: xx, code: a, at: op3, reason: x}",
              "{lang: zh, code: A B, at: op3, reason: x}", "{lang: zh, code: a, at: somewhere else, reason: x}"],
)  # fmt: skip
def test_an_entry_that_names_nothing_is_refused_by_the_schema(entry: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS, "work.yml": f"accepted: [{entry}]\n"}})
    status, findings = found(root)
    assert status == 1
    assert any(one["code"] == "sidecar-value" for one in findings)


def test_lost_words_are_never_accepted_wherever_they_are() -> None:
    lost = Diagnostic("sources/w/en.txt", 4, 1, "words", "lost: lamp", "", 0, "en", "")
    entry = Accepted("en", "words", "line 4", (("", "x"),), "sources/w/work.yml", 2, 5)
    weighed = accepted([lost], [record(work="w", lang="en", accepted=(entry,))])
    assert {(one.code, one.severity) for one in weighed} == {
        ("words", Severity.ERROR),
        ("accepted-never", Severity.ERROR),
    }


def test_a_reason_may_be_given_in_each_language(tmp_path: Path) -> None:
    texts = "accepted:\n  - {lang: zh, code: number-skips, at: op3, reason: {en: No 2 is printed., zh: 没有第2段。}}\n"
    root = make_project(tmp_path, {"w": {"zh.txt": SKIPS, "work.yml": texts}})
    assert found(root)[0] == 0
    assert front_of(root, "zh/drafts/w.md")["uncertain"][0]["reason"] == "没有第2段。"


def test_citing_a_paragraph_that_the_cited_text_lacks_is_no_fault_of_ours(tmp_path: Path) -> None:
    citing = GOOD.replace("重申每座", "回顾其第51/902号决议第9段，重申每座")
    entry = "accepted:\n  - {lang: zh, code: pinpoint, at: pp1, reason: 正式文件如此。}\n"
    works = {"a": {"zh.txt": citing}, "b": {"zh.txt": f"A/HRC/RES/51/902\n{GOOD}"}}
    status, findings = found(make_project(tmp_path / "one", works))
    assert (status, [(one["code"], one["severity"]) for one in findings]) == (0, [("pinpoint", "warning")])
    works["a"]["work.yml"] = entry
    root = make_project(tmp_path / "two", works)
    assert [one["severity"] for one in found(root)[1]] == ["accepted"]
    assert front_of(root, "zh/drafts/a.md")["uncertain"][0]["anchor"] == "pp1"


# --- texts that are set aside -------------------------------------------------------------------------------


def test_a_hopeless_file_is_set_aside_and_everything_else_is_built(tmp_path: Path) -> None:
    sidecar = "symbol: A/HRC/51/L.901\nsource: {url: 'https://example.org/hopeless.pdf'}\n"
    works = {"bad": {"en.pdf": HOPELESS, "work.yml": sidecar}, "good": {"zh.txt": GOOD}}
    root = make_project(tmp_path, works)
    built = run(root, "build")
    assert built.exit_code == 0
    assert "1 text is set aside" in built.stdout and "Everything else is built" in built.stdout
    assert "sources/bad/en.pdf: " in built.stdout and "what to do: " in built.stdout
    assert "每座灯塔都应在日落之前点亮" in (root / "site/zh/drafts/good/index.html").read_text(encoding="utf-8")
    page = (root / "site/en/A/HRC/51/L.901/index.html").read_text(encoding="utf-8")
    assert str(read_data("en")["ui"]["aside"]["about"]) in page
    assert "Human Rights Council draft document A/HRC/51/L.901" in page
    assert 'href="https://docs.un.org/en/A/HRC/51/L.901"' in page
    assert 'href="https://example.org/hopeless.pdf"' in page
    again = run(root, "build")
    assert again.exit_code == 0 and "1 text is set aside" in again.stdout
    assert run(root, "build", "--strict").exit_code == 1
    assert run(root, "check").exit_code == 1
    assert not list((root / "site/en/A").rglob("work.*"))
    listed = json.loads((root / "site/data/en/works.jsonl").read_text(encoding="utf-8"))
    assert (listed["aside"], listed["body"], listed["paragraphs"]) == ("read-broken", "HRC", [])


def test_a_text_set_aside_stands_at_the_address_of_its_other_languages(tmp_path: Path) -> None:
    printed = GOOD.replace("人权理事会\n第五十一届", "A/HRC/51/L.902\n人权理事会\n第五十一届")
    root = make_project(tmp_path, {"w": {"zh.txt": printed, "en.pdf": HOPELESS}})
    _, findings = found(root)
    assert {one["code"] for one in findings if one["severity"] == "error"} == {"read-broken"}
    (held,) = front_of(root, "en/A/HRC/51/L.902.md")["held"]
    assert (held["lang"], held["page"]) == ("zh", "zh/A/HRC/51/L.902/")
    assert not [*(root / "build/pages").rglob("parallel*"), *(root / "build/files").rglob("column.js")]


def test_what_cites_a_text_that_is_set_aside_lands_on_it(tmp_path: Path) -> None:
    citing = GOOD.replace("重申每座", "回顾其第51/902号决议第3段，重申每座")
    bad = {"zh.pdf": HOPELESS, "work.yml": "symbol: A/HRC/RES/51/902\n"}
    root = make_project(tmp_path, {"bad": bad, "citing": {"zh.txt": citing}})
    _, findings = found(root)
    assert {one["code"] for one in findings} <= {"read-broken", "session-dates", "citation-date"}, findings
    assert run(root, "build").exit_code == 0
    page = (root / "site/zh/A/HRC/RES/51/902/index.html").read_text(encoding="utf-8")
    assert 'id="op3"' in page


def test_nothing_of_lost_words_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from converter.lint import words  # noqa: PLC0415
    from converter.write import markdown  # noqa: PLC0415

    whole = markdown.printed_texts
    monkeypatch.setattr(words, "printed_texts", lambda resolution: list(whole(resolution))[:-1])
    root = make_project(tmp_path, {"w": {"zh.txt": GOOD}})
    built = run(root, "build")
    assert built.exit_code == 0 and "1 text is set aside" in built.stdout
    said = [path.read_text(encoding="utf-8") for path in (root / "build").rglob("*") if path.suffix in (".md", ".json")]
    assert not any("呼吁各国点亮灯塔" in one for one in said)


@pytest.mark.parametrize("text", [b"", b"\n\n  \n", b"\f\n1\n\f\n2\n"])
def test_a_text_without_words_says_so(text: bytes, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"w": {"zh.txt": text}})
    status, findings = found(root)
    assert status == 1
    assert front_of(root, "zh/drafts/w.md")["aside"] == "read-empty", findings
    assert not any(one["at"] for one in findings)  # there is nothing that could be accepted


@pytest.mark.parametrize("lang", available())
def test_every_reason_and_every_doubt_has_words(lang: str) -> None:
    ui = read_data(lang)["ui"]
    kinds = [kind for group in groups() for kind in group.kinds]
    assert {word for kind in kinds for word in kind.aside.values()} | {OTHER} == set(ui["aside"]["why"])
    assert {word for kind in kinds for word in kind.uncertain.values()} | {OTHER} == set(ui["uncertain"]["what"])


def test_what_is_told_of_codes_is_told_of_codes_that_there_are() -> None:
    """A text is set aside for what a reader gives, or for lost words; and no reason is one of another code."""
    read = Path(__file__).parent.parent / "converter" / "read"
    given = {code for path in read.rglob("*.py") for code in re.findall(r'"(read-[a-z-]+)"', path.read_text("utf-8"))}
    for kind in (kind for group in groups() for kind in group.kinds):
        assert set(kind.aside) <= set(kind.codes) & (given | {"words"}) and set(kind.uncertain) <= set(kind.codes)
        assert not kind.misprint or not kind.aside
