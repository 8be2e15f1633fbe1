"""Bad input, case by case, through the real command line: a located finding, exit code 1, nothing else hurt."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from converter.authorities.names import normal_name
from converter.check import _Checker
from converter.cite.unread_symbols import OF_UNKNOWN
from converter.languages import load
from converter.languages.notes import MARK
from converter.lint import pages
from converter.project import Project
from converter.write import markdown
from tests.reading import converted
from tests.steps import assert_not_doubling, assert_not_square
from tests.temp_project import GOOD, ROOT, make_project, run

ENACTING = "人权理事会，\n"
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOISE = random.Random(51)


def check(root: Path) -> tuple[int, list[dict[str, Any]]]:
    result = run(root, "check", "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def page(root: Path, work: str) -> str:
    """A staged page's Markdown, front matter aside: that also says what the rest of the collection knows."""
    text = (root / "build" / "pages" / "zh" / "drafts" / f"{work}.md").read_text(encoding="utf-8")
    return FRONT_MATTER.sub("", text)


def bare(text: str) -> str:
    return "".join(text.split())


def flow(markdown: str) -> str:
    """The words of a staged page, front matter aside."""
    words = pages.words_of_markdown(FRONT_MATTER.sub("", markdown), pages.second_reader())
    return words.flow + "".join(words.notes)


@pytest.fixture(scope="module")
def good_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = make_project(tmp_path_factory.mktemp("good"), {"good": {"zh.txt": GOOD}})
    status, found = check(root)
    assert (status, found) == (0, [])
    return page(root, "good")


def swapped(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


# The case: the bytes, the code of the finding, its line and column, and words that the page must still have.
CASES: dict[str, tuple[bytes | str, str, tuple[int, int], str]] = {
    "empty": (b"", "read-empty", (1, 1), ""),
    "white space only": (" \n\u3000\n", "read-empty", (1, 1), ""),
    "byte order mark only": (b"\xef\xbb\xbf", "read-empty", (1, 1), ""),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "read-broken", (0, 0), ""),  # read as what it is
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "read-not-text", (1, 1), ""),
    "random bytes": (NOISE.randbytes(4000), "read-not-text", (1, 1), ""),
    "only NUL": (b"\x00" * 500, "read-not-text", (1, 1), ""),
    "utf-16 le with a mark": (b"\xff\xfe" + GOOD.encode("utf-16-le"), "read-encoding", (1, 1), bare(GOOD)),
    "utf-16 be with a mark": (b"\xfe\xff" + GOOD.encode("utf-16-be"), "read-encoding", (1, 1), bare(GOOD)),
    "utf-16 le": (GOOD.encode("utf-16-le"), "read-encoding", (1, 1), bare(GOOD)),
    "utf-16 be": (GOOD.encode("utf-16-be"), "read-encoding", (1, 1), bare(GOOD)),
    "utf-16 le, short": ("人权理事会，".encode("utf-16-le"), "read-encoding", (1, 1), "人权理事会，"),
    "utf-32": (GOOD.encode("utf-32"), "read-encoding", (1, 1), bare(GOOD)),
    "gb18030": (GOOD.encode("gb18030"), "read-encoding", (1, 1), bare(GOOD)),
    "gb18030, long": ((GOOD * 50).encode("gb18030"), "read-encoding", (1, 1), bare(GOOD)),
    "gb18030, short": ("人权理事会，".encode("gb18030"), "read-encoding", (1, 1), "人权理事会，"),
    "byte order mark": (b"\xef\xbb\xbf" + GOOD.encode(), "read-bom", (1, 1), bare(GOOD)),
    "crlf": (GOOD.replace("\n", "\r\n"), "read-line-ends", (1, 6), bare(GOOD)),
    "lone cr": (GOOD.replace("\n", "\r"), "read-line-ends", (1, 6), bare(GOOD)),
    "NUL": (swapped("灯塔照明需", "灯塔\x00照明需"), "text-control", (10, 6), bare(GOOD)),
    "escape": (swapped("灯塔照明需", "灯塔\x1b照明需"), "text-control", (10, 6), bare(GOOD)),
    "C1 control": (swapped("灯塔照明需", "灯塔\x9b照明需"), "text-control", (10, 6), bare(GOOD)),
    "file separator": (swapped("灯塔照明需", "灯塔\x1c照明需"), "text-control", (10, 6), bare(GOOD)),
    "zero width space": (swapped("灯塔照明需", "灯塔\u200b照明需"), "text-control", (10, 6), bare(GOOD)),
    "bidi override": (swapped("灯塔照明需", "灯塔\u202e照明需"), "text-bidi", (10, 6), bare(GOOD)),
    "bidi isolate": (swapped("灯塔照明需", "灯塔\u2066照明需"), "text-bidi", (10, 6), bare(GOOD)),
    "line separator": (swapped("灯塔照明需", "灯塔\u2028照明需"), "text-separator", (10, 6), bare(GOOD)),
    "next line": (swapped("灯塔照明需", "灯塔\x85照明需"), "text-separator", (10, 6), bare(GOOD)),
    "vertical tab": (swapped("灯塔照明需", "灯塔\x0b照明需"), "text-separator", (10, 6), bare(GOOD)),
    "invalid byte": (
        GOOD.encode().replace("灯塔照明需".encode(), "灯塔".encode() + b"\xff" + "照明需".encode()),
        "read-encoding",
        (10, 6),
        bare(swapped("灯塔照明需", "灯塔\ufffd照明需")),
    ),
    "lost character": (
        swapped("灯塔照明需", "灯塔\ufffd照明需"),
        "text-lost",
        (10, 6),
        bare(swapped("灯塔照明需", "灯塔\ufffd照明需")),
    ),
    "no enacting phrase": (swapped(ENACTING, ""), "no-enacting-phrase", (1, 1), bare(swapped(ENACTING, ""))),
    "no enacting phrase, no masthead": (
        "重申灯塔，\n1. 请各国点亮灯塔。\n",
        "no-enacting-phrase",
        (1, 1),
        "重申灯塔，",
    ),
    "no numbered paragraph": (
        GOOD[: GOOD.index("1. ")],  # those that have a verb and lack their number are read
        "no-operative-paragraph",
        (1, 1),
        bare(GOOD[: GOOD.index("1. ")]),
    ),
    "prose": ("灯塔很亮。\n海很大。\n", "no-operative-paragraph", (1, 1), "灯塔很亮。海很大。"),
    "number skips": (swapped("2. ", "3. "), "number-skips", (12, 1), bare(swapped("2. ", "3. "))),
    "number repeats": (swapped("2. ", "1. "), "number-repeats", (12, 1), bare(swapped("2. ", "1. "))),
    "mark without note": (
        swapped("灯油，", "灯油，1"),
        "mark-without-note",
        (10, 13),
        bare(swapped("灯油，", "灯油，1")),
    ),
    "star without note": (
        swapped("古巴：", "古巴*："),
        "mark-without-note",
        (6, 1),
        bare(swapped("古巴：", "古巴*：")),
    ),
    "note without mark": (GOOD + " 1 A/HRC/49/901。\n", "note-without-mark", (13, 2), "1A/HRC/49/901。"),
    "note skips": (
        swapped("灯油，", "灯油，2") + " 2 A/HRC/49/901。\n",
        "note-number",
        (13, 2),
        "2A/HRC/49/901。",
    ),
    "date contradicts the authority": (
        swapped("重申每座", "回顾大会2006年3月16日第60/251号决议，重申每座"),
        "citation-date",
        (9, 3),
        "回顾大会2006年3月16日第60/251号决议，",
    ),
    "date outside the session": (
        swapped("重申每座", "回顾人权理事会2021年1月1日第48/990号决议，重申每座"),
        "citation-date",
        (9, 3),
        "第48/990号决议",
    ),
    "session's dates contradict the authority": (
        swapped("9月12日", "9月13日"),
        "session-dates",
        (3, 1),
        bare(swapped("9月12日", "9月13日")),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_text(name: str, tmp_path: Path, good_page: str) -> None:
    content, code, place, words = CASES[name]
    root = make_project(tmp_path, {"bad": {"zh.txt": content}, "good": {"zh.txt": GOOD}})
    status, found = check(root)
    assert status == 1
    mine = [one for one in found if one["code"] == code and one["path"] == "sources/bad/zh.txt"]
    assert mine, found
    assert (mine[0]["line"], mine[0]["column"], mine[0]["severity"]) == (*place, "error")
    assert mine[0]["message"] and mine[0]["hint"]
    assert not [one for one in found if one["path"].startswith("sources/good/") or one["code"] in ("words", "link")]
    assert bare(words) in flow(page(root, "bad"))
    assert page(root, "good") == good_page


# --- syntax of other languages, shown literally -------------------------------------------------------------

SYNTAX = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- 注释 -->",
    "<http://example.org/>",
    "http://example.org/ 和 https://example.org/",
    "<a@example.org>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "[灯塔](javascript:alert(1))",
    "![灯塔](http://example.org/x.png)",
    "[灯塔][a]",
    "[a]: http://example.org/ '题'",
    "[^1]",
    "[^1]: 灯塔",
    "# 灯塔 #",
    "## 灯塔 {: #x onclick=alert(1) }",
    "灯塔\n===",
    "灯塔\n---",
    "- 灯塔",
    "* 灯塔",
    "+ 灯塔",
    "1) 灯塔",
    "> 灯塔",
    "***",
    "___",
    "**灯塔** __灯塔__ *灯塔* _灯塔_",
    "`灯塔` ``灯塔``",
    "```\n灯塔\n```",
    "~~~ 灯塔\n~~~",
    "~~灯塔~~",
    "    灯塔",
    "\t灯塔",
    "| 灯塔 | 港口 |\n|---|---|\n| 一 | 二 |",
    "{: #x onclick=alert(1) }",
    "灯塔{: .x }",
    "!!! note\n    灯塔",
    "??? note",
    "*[灯塔]: 港口",
    "灯塔\n:   港口",
    "{{ 7 * 7 }} {% raw %} {# 注 #}",
    "javascript:alert(1)",
    "\\灯塔\\\\ \\* \\[",
    "--8<-- '/etc/passwd'",
    "[TOC]",
    ":material-lighthouse: :smile:",
    "$x$ $$x$$",
    "==灯塔== ^^灯塔^^ H~2~O",
    "wzxhzdk:0 klzzwxh:0000",
]
_ALLOWED = {"p", "h1", "h2", "a", "em", "sup", "div", "hr", "ol", "li"}
_ALLOWED_ATTRIBUTES = {"id", "class", "href", "title"}


class _Elements(HTMLParser):
    """The elements and attributes of a rendered page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def renderer() -> type[_Checker]:
    _Checker.start(Project(ROOT))
    return _Checker


@pytest.mark.parametrize("place", ["masthead", "preamble", "paragraph", "end", "note", "title"])
@pytest.mark.parametrize("syntax", SYNTAX)
def test_syntax_is_shown_literally(syntax: str, place: str, renderer: type[_Checker]) -> None:
    text = {
        "masthead": syntax + "\n" + GOOD,
        "preamble": swapped("认识到", f"{syntax}\n认识到"),
        "paragraph": swapped("呼吁各国", f"呼吁{syntax}各国"),
        "end": GOOD + syntax,
        "note": swapped("灯油，", "灯油，1") + f" 1 {syntax}\n",
        "title": swapped("51/… 灯塔", f"51/… {syntax}灯塔"),
    }[place]
    expression = converted("zh", text)
    body = markdown.body(expression, "zh/drafts/x.md")
    render = renderer.render
    assert list(pages.check_words(expression.resolution, body, render, pages.second_reader())) == []
    assert "words" not in {one.code for one in expression.diagnostics}
    elements = _Elements()
    elements.feed(render(body))
    for tag, attributes in elements.seen:
        assert tag in _ALLOWED, (tag, syntax)
        assert set(attributes) <= _ALLOWED_ATTRIBUTES, (attributes, syntax)
        href = attributes.get("href") or ""
        assert not re.match(r"[a-z]+:", href, re.IGNORECASE), href
    shown = "".join(pages.words_of_html(render(body)).flow + "".join(pages.words_of_html(render(body)).notes))
    for piece in syntax.split():
        if not (place == "note" and "\n" in syntax):
            assert piece in shown


def test_markup_is_said(tmp_path: Path) -> None:
    text = swapped("需要灯油", "需要<script>灯油{{ x }}")
    root = make_project(tmp_path, {"bad": {"zh.txt": text}})
    status, found = check(root)
    assert status == 1
    assert [(one["code"], one["line"], one["column"]) for one in found] == [
        ("text-markup", 10, 10),
        ("text-markup", 10, 20),
    ]


def test_the_site_is_built_with_every_bad_text_in_it(tmp_path: Path) -> None:
    works = {f"bad-{number}": {"zh.txt": case[0]} for number, case in enumerate(CASES.values())}
    works["syntax"] = {"zh.txt": GOOD + "\n".join(SYNTAX)}
    works["good"] = {"zh.txt": GOOD}
    root = make_project(tmp_path, works)
    done = subprocess.run(
        [sys.executable, "-m", "converter", "--project", str(root), "build"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr  # the site stands; `check` and `--strict` end with 1
    assert "Traceback" not in done.stderr
    html = (root / "site" / "zh" / "drafts" / "good" / "index.html").read_text(encoding="utf-8")
    assert "重申" in html
    assert "<script>alert(1)</script>" not in (root / "site/zh/drafts/syntax/index.html").read_text(encoding="utf-8")
    assert {path.name for path in (root / "site/zh/drafts").iterdir() if path.is_dir()} >= set(works)


# --- sidecars -----------------------------------------------------------------------------------------------

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8)
)
SIDECARS: dict[str, tuple[bytes | str, str, tuple[int, int]]] = {
    "unknown key": ("date: 2022-10-07\nsimbol: A/HRC/51/L.1\n", "sidecar-key", (2, 1)),
    "wrong type": ("subjects: 灯塔\n", "sidecar-value", (1, 11)),
    "no such day": ("date: 2022-02-30\n", "sidecar-value", (1, 7)),
    "yaml bomb": (BOMB, "sidecar-yaml", (1, 4)),
    "alias": ("symbol: &x A/HRC/51/L.1\nadopted_as: *x\n", "sidecar-yaml", (1, 9)),
    "tag": ("symbol: !!python/object:os.system x\n", "sidecar-yaml", (1, 9)),
    "not a mapping": ("- A/HRC/51/L.1\n", "sidecar-value", (1, 1)),
    "only a word": ("灯塔\n", "sidecar-value", (1, 1)),
    "not yaml": ("symbol: [\n", "sidecar-yaml", (2, 1)),
    "key twice": ("date: 2022-10-07\ndate: 2022-10-08\n", "sidecar-yaml", (2, 1)),
    "not utf-8": ("symbol: A/HRC/51/L.1\nnote: 灯塔\n".encode("gb18030"), "sidecar-encoding", (2, 7)),
    "control character": ("note: 灯\x01塔\n", "sidecar-yaml", (1, 8)),
    "leaves its folder": ("symbol: ../../etc\n", "sidecar-value", (1, 9)),
    "leaves its folder further down": ("symbol: A/../../x\n", "sidecar-value", (1, 9)),
    "absolute": ("symbol: /etc/passwd\n", "sidecar-value", (1, 9)),
    "windows drive": ("symbol: C:\\Windows\\x\n", "sidecar-value", (1, 9)),
    "backslashes": ("symbol: A\\..\\..\\x\n", "sidecar-value", (1, 9)),
    "encoded": ("symbol: A/%2e%2e/x\n", "sidecar-value", (1, 9)),
    "trailing dot": ("symbol: A/HRC./x\n", "sidecar-value", (1, 9)),
    "device": ("symbol: con\n", "sidecar-value", (1, 9)),
    "device in a symbol": ("symbol: A/CON/1\n", "sidecar-identity", (1, 9)),
    "device with an ending": ("adopted_as: A/HRC/NUL.1\n", "sidecar-identity", (1, 13)),
    "index": ("symbol: A/INDEX\n", "sidecar-identity", (1, 9)),
    "very long": (f"symbol: A/{'9' * 500}\n", "sidecar-value", (1, 9)),
    "line end": ('symbol: "A/HRC/51/L.1\\n"\n', "sidecar-value", (1, 9)),
    "empty identity": ('symbol: ""\n', "sidecar-value", (1, 9)),
    "script address": ("source: {url: javascript:alert(1)}\n", "sidecar-value", (1, 15)),
}


@pytest.mark.parametrize("name", SIDECARS)
def test_bad_sidecar(name: str, tmp_path: Path, good_page: str) -> None:
    content, code, place = SIDECARS[name]
    root = make_project(tmp_path / "inside", {"bad": {"zh.txt": GOOD, "work.yml": content}, "good": {"zh.txt": GOOD}})
    status, found = check(root)
    assert status == 1
    mine = [one for one in found if one["path"] == "sources/bad/work.yml"]
    assert (mine[0]["code"], mine[0]["line"], mine[0]["column"]) == (code, *place), mine
    assert mine[0]["severity"] == "error" and mine[0]["hint"]
    assert bare(GOOD) in flow(page(root, "bad"))  # under its folder's name, since its symbol was refused
    assert page(root, "good") == good_page
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]


# --- names, and two works at once ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["UPPER", "with space", "灯塔", "..x", "a--b", "a_b", "-a", "x" * 101])
def test_folder_that_cannot_be_a_work(name: str, tmp_path: Path, good_page: str) -> None:
    if name.startswith("."):
        name = name.lstrip(".") + ".."
    root = make_project(tmp_path, {name: {"zh.txt": GOOD}, "good": {"zh.txt": GOOD}})
    status, found = check(root)
    assert status == 1
    assert [(one["code"], one["path"]) for one in found] == [("work-name", f"sources/{name}")]
    assert page(root, "good") == good_page


def test_links_to_outside_are_not_followed(tmp_path: Path, good_page: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "zh.txt").write_text(GOOD.replace("灯塔", "秘密"), encoding="utf-8")
    root = make_project(tmp_path / "inside", {"good": {"zh.txt": GOOD}, "linked": {}})
    (root / "sources" / "folder").symlink_to(outside)
    (root / "sources" / "linked" / "zh.txt").symlink_to(outside / "zh.txt")
    status, found = check(root)
    assert status == 1
    assert {one["code"] for one in found} == {"work-name", "source-name"}
    assert all("秘密" not in path.read_text(encoding="utf-8") for path in (root / "build/pages").rglob("*.md"))
    assert page(root, "good") == good_page


@pytest.mark.parametrize(
    "files",
    [{"zh.pages": "x"}, {"zh": "x"}, {"xx.txt": GOOD}, {"灯塔.txt": GOOD}, {"zh.txt.exe": "x"}],
    ids=lambda files: next(iter(files)),
)
def test_file_that_cannot_be_a_source(files: dict[str, str], tmp_path: Path, good_page: str) -> None:
    root = make_project(tmp_path, {"bad": files, "good": {"zh.txt": GOOD}})
    status, found = check(root)
    assert status == 1
    assert [one["code"] for one in found] == ["source-name"]
    assert found[0]["path"] == f"sources/bad/{next(iter(files))}"
    assert page(root, "good") == good_page


def test_work_without_a_source_and_file_outside_a_work(tmp_path: Path, good_page: str) -> None:
    root = make_project(tmp_path, {"bad": {"work.yml": "date: 2022-10-07\n"}, "good": {"zh.txt": GOOD}})
    (root / "sources" / "zh.txt").write_text(GOOD, encoding="utf-8")
    status, found = check(root)
    assert status == 1
    assert {one["code"] for one in found} == {"no-source", "work-name"}
    assert page(root, "good") == good_page


def test_two_works_with_one_symbol(tmp_path: Path, good_page: str) -> None:
    symbol = {"work.yml": "symbol: A/HRC/51/L.901\n"}
    works = {"one": {"zh.txt": GOOD, **symbol}, "two": {"zh.txt": GOOD, **symbol}, "good": {"zh.txt": GOOD}}
    root = make_project(tmp_path, works)
    status, found = check(root)
    assert status == 1
    assert [(one["code"], one["path"]) for one in found] == [("symbol-twice", "sources/two/zh.txt")]
    assert bare(GOOD) in flow((root / "build/pages/zh/A/HRC/51/L.901.md").read_text(encoding="utf-8"))
    assert bare(GOOD) in flow(page(root, "two"))
    assert page(root, "good") == good_page


# --- size and time --------------------------------------------------------------------------------------------


_TERABYTE = 1 << 40  # of a hole, which takes no room on a disk


@pytest.mark.parametrize("name", ["sources/good/work.yml", "sources/removed.yml", "authorities/funds.yml"])
def test_a_file_of_facts_that_is_too_large(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"good": {"zh.txt": GOOD, "work.yml": ""}})
    (root / name).touch()
    os.truncate(root / name, _TERABYTE)
    status, found = check(root)
    assert (status, {one["path"] for one in found}) == (1, {name})
    assert any("bytes" in one["message"] for one in found)


def test_a_file_that_is_too_large(tmp_path: Path, good_page: str) -> None:
    """It is not even read: no machine has so much memory."""
    root = make_project(tmp_path, {"bad": {"zh.txt": GOOD}, "good": {"zh.txt": GOOD}})
    os.truncate(root / "sources/bad/zh.txt", _TERABYTE)
    status, found = check(root)
    assert (status, [one["code"] for one in found]) == (1, ["read-too-large"])
    assert page(root, "good") == good_page


UNITS = ("灯", "1", "、", "，", " ", "(", "〇", "第1、", "“", "关切地", "特别关切地", "60/251、")


def test_a_line_of_a_mebibyte(tmp_path: Path, good_page: str) -> None:
    """A twelfth of it of each unit; what one costs alone is counted below."""
    runs = [unit * (1024 * 1024 // len(UNITS) // len(unit.encode())) for unit in UNITS]
    long = swapped("呼吁各国", f"呼吁{'灯塔'.join(runs)}各国")
    root = make_project(tmp_path, {"bad": {"zh.txt": long}, "good": {"zh.txt": GOOD}})
    _, found = check(root)
    assert "words" not in {one["code"] for one in found}
    made = flow(page(root, "bad"))
    assert [unit for unit in UNITS if bare(unit) * 100 not in made] == []
    assert page(root, "good") == good_page


@pytest.mark.parametrize("unit", ["灯", "(", "、", "第1、", "特别关切地", "60/251、"])
def test_what_a_long_line_costs_grows_with_it(unit: str) -> None:
    def read(times: int) -> object:
        return converted("zh", swapped("呼吁各国", "呼吁" + unit * times + "各国"))

    assert_not_square(read, 1000)


@pytest.mark.parametrize("unit", ["ES-", "XX-Y ", "AB/", "AB-C/D.1/"])
def test_what_looks_like_the_root_of_a_symbol_costs_what_it_is_long(unit: str) -> None:
    assert_not_square(partial(_search, OF_UNKNOWN, "", unit, "!"), 500)


def test_a_run_of_blanks_in_a_name_costs_what_it_is_long() -> None:
    assert_not_square(lambda times: normal_name("Amber" + " " * times + "Isle"), 500)


def test_very_many_citations_are_said_and_not_read(tmp_path: Path) -> None:
    many = swapped("呼吁各国", "呼吁" + "60/251、" * 20_001 + "各国")
    root = make_project(tmp_path, {"bad": {"zh.txt": many}})
    _, found = check(root)
    assert [one["code"] for one in found].count("citations-too-many") == 1
    assert "60/251、" * 100 in flow(page(root, "bad"))


def test_very_many_findings_are_counted_not_listed(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"bad": {"zh.txt": GOOD + "{{" * 5000}})
    status, found = check(root)
    assert status == 1
    assert len(found) < 60
    assert any("4980 more" in one["message"] for one in found)


HOSTILE = [
    "1",
    "、",
    "，",
    "(",
    "（",
    "〇",
    "一",
    " ",
    "\u3000",
    "1、",
    "第1、",
    "第1段、",
    "(a)",
    "“",
    "《",
    "*",
    "1/",
    "A/",
    "A1",
]


@pytest.mark.parametrize("code", ["ar", "en", "zh"])
def test_no_shape_of_furniture_blows_up(code: str, authorities: Any) -> None:
    for _, pattern in load(code, authorities).page.furniture:
        for unit in HOSTILE:
            for before, after in (("", ""), ("", "!"), ("第", ""), ("A/", "！")):
                assert_not_square(partial(_search, pattern, before, unit, after), 300)


@pytest.mark.parametrize("code", ["ar", "en", "zh"])
def test_no_pattern_around_marks_blows_up(code: str, authorities: Any) -> None:
    page = load(code, authorities).page
    ends = [page.sentences.clause_ends, page.sentences.comma_ends, page.sentences.sentence_ends, page.notes.dangling]
    for unit in HOSTILE:
        assert_not_square(partial(_search, MARK, "", unit, "!"), 300)
        for end in ends:
            assert_not_square(partial(_tell, end, unit), 300)


def _tell(end: Callable[[str], object], unit: str, times: int) -> None:
    end(unit * times + "!")


def _search(pattern: re.Pattern[str], before: str, unit: str, after: str, times: int) -> None:
    text = before + unit * times + after
    for _ in pattern.finditer(text):
        pass
    pattern.match(text)


@pytest.mark.parametrize(
    ("code", "units"),
    [
        ("zh", ["特别关切地", "深为关切地", "又特别", "关切地", "十分", "再一次", "严重关切地", "还又"]),
        ("en", ["Further ", "once again ", "Deeply and ", "with deep concern ", "in particular ", " ", "_"]),
        ("en", ["Calls again ", "its deep ", "Noting with deep and grave ", "Expresses its deep, "]),
        ("fr", ["prend également ", "exprime sa vive et ", "avec une vive et "]),
        ("es", ["acoge también ", "expresa su más ", "clara y profundamente ", "con una profunda y "]),
        ("ru", ["принимает также ", "выражает свою глубокую и ", "с глубокой и "]),
        ("ar", ["يحيط أيضا ", "يعرب عن بالغ ", "مع بالغ من ", "وببالغ "]),
    ],
)
def test_no_search_for_a_verb_blows_up(code: str, units: list[str], authorities: Any) -> None:
    reader = load(code, authorities).verbs
    sizes = (8, 14, 18, 22, 26, 2000)
    for unit in units:
        texts = {times: reader.tokens(unit * times + "x") for times in sizes}
        for column in ("preambular", "operative"):
            assert_not_doubling(lambda times, known=texts, column=column: reader.opening(known[times], column), sizes)
            assert_not_doubling(
                lambda times, known=texts, column=column: reader.further(known[times], 0, column), sizes
            )
