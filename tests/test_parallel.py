"""The parallel view: every word of both texts, on the same anchors, made again only when one of the two changed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from converter import addresses
from converter.check import _Checker, check
from converter.convert import Input, convert, record_of
from converter.corpus import build_corpus
from converter.demo import write_project
from converter.languages import available, load
from converter.lint import columns
from converter.model import Diagnostic, Expression, Sidecar
from converter.pipeline import stage
from converter.project import Project
from converter.site.parallel import parallel_table
from converter.translations import translations
from converter.write import parallel
from converter.write.words import Words
from tests.temp_project import ROOT, fixture
from tests.test_invariants import MANY, TEXT, facts

WORK = "fog-signals"
SYMBOL = "LG/LHC/RES/30/7"
LANGS = [lang for lang in available() if (ROOT / f"converter/demo/data/works/{WORK}/{lang}.txt").is_file()]
PATH = "zh/A/RES/1/1/parallel/en.md"


@pytest.fixture(scope="module")
def render() -> Callable[[str], str]:
    _Checker.start(Project(ROOT))
    return _Checker.render


def converted(text: str) -> Expression:
    data = text.encode("utf-8", errors="replace")
    return convert(Input("sources/x/zh.txt", "zh", data, Sidecar("x", "")), facts())


def page_of(one: Expression, other: Expression) -> str:
    """The page of two texts; the second one as if it were in another language."""
    left = record_of(one, Sidecar("x", ""))
    right = replace(record_of(other, Sidecar("x", "")), lang="en", path="sources/x/en.txt")
    words = Words(load("zh", facts()), facts())
    meta = parallel.front_matter(left, right, build_corpus((left, right), facts()), words)
    cells = [parallel.Column(r, json.loads(parallel.cells(e))) for r, e in ((left, one), (right, other))]
    return parallel.page(meta, cells[0], cells[1], PATH, words)


# --- the words ------------------------------------------------------------------------------------------------


@MANY
@given(TEXT, TEXT)
def test_both_readers_see_the_words_of_both_columns(render: Callable[[str], str], one: str, other: str) -> None:
    expressions = converted(one), converted(other)
    page = page_of(*expressions)
    reader = columns.table_reader()
    for side, expression in enumerate(expressions):
        assert list(columns.check_columns(expression.resolution, page, side, render, reader)) == []
    html = parallel_table(render(page.partition("---\n|")[2]))
    assert not re.search(r"<(?!/?(?:p|a|h2|h3|table|thead|tbody|tr|td|th)\b)", html)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("old", "new"), [("灯", ""), ("灯", "灯灯"), (f".{parallel.NOTE} ", ".x "), (".op ", ".missing ")]
)
def test_a_word_that_is_lost_or_invented_is_found(render: Callable[[str], str], old: str, new: str) -> None:
    one = converted((ROOT / f"converter/demo/data/works/{WORK}/zh.txt").read_text(encoding="utf-8"))
    page = page_of(one, one)
    assert list(columns.check_columns(one.resolution, page, 1, render, columns.table_reader())) == []
    assert old in page
    broken = "\n".join(line.replace(old, new, 1) for line in page.split("\n"))
    assert list(columns.check_columns(one.resolution, broken, 0, render, columns.table_reader()))


def test_a_text_beside_itself_is_on_its_own_anchors() -> None:
    one = converted(fixture("gaps"))
    page = page_of(one, one)
    anchors = re.findall(r"^\| \[[^]]*\]\(#([^)]*)\) \{: #\1 \.row \}", page, re.MULTILINE)
    assert [name for name in anchors if name[:2] in ("pp", "op")] == [
        paragraph.id for paragraph in one.resolution.paragraphs if paragraph.id[:2] in ("pp", "op")
    ]
    assert f".{parallel.MISSING}" not in page


def test_a_paragraph_that_one_text_lacks_is_said_and_the_others_stay_in_their_rows() -> None:
    text = fixture("gaps")
    one, other = converted(text), converted(re.sub(r"(?m)^2\. .*(?:\n\S.*)*\n", "", text, count=1))
    assert "op2" in {p.id for p in one.resolution.paragraphs} - {p.id for p in other.resolution.paragraphs}
    lines = [line for line in page_of(one, other).split("\n") if f".{parallel.MISSING} }}" in line]
    assert [re.search(r"#(\S+) \.row", line)[1] for line in lines] == ["op2"]  # type: ignore[index]
    assert lines[0].endswith(f"{{: .{parallel.MISSING} }} |")


def test_row_names_are_headers_and_headings_are_headings() -> None:
    html = parallel_table(
        '<table><thead><tr><th>x</th></tr></thead><tbody><tr><td class="row" id="op1"><a href="#op1">1</a></td>'
        '<td class="heading" lang="ar">A</td></tr></tbody></table>'
    )
    assert '<th role="rowheader" scope="row" class="row" id="op1"><a href="#op1">1</a></th>' in html
    assert '<td role="cell" class="heading" lang="ar"><h3>A</h3></td>' in html
    assert '<th role="columnheader" scope="col">x</th>' in html
    assert html.startswith('<table class="rd-pair" role="table"><thead role="rowgroup">')


def test_no_symbol_is_at_the_address_of_a_parallel_view() -> None:
    assert addresses.parallel_page("zh/A/RES/60/251.md", "en") == "zh/A/RES/60/251/parallel/en.md"
    assert addresses.symbol_page("zh", "A/RES/60/251/parallel/en") is None
    assert addresses.url("zh/A/RES/60/251/parallel/en.md") == "zh/A/RES/60/251/parallel/en/"


# --- the fixture work -------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, made: Project) -> Project:
    """A copy of the demo with the fixture work and two others."""
    shutil.copytree(made.root, tmp_path / "project", copy_function=shutil.copy2)
    return Project(tmp_path / "project")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The demo, staged."""
    project = write_project(Project(ROOT), tmp_path_factory.mktemp("demo") / "project", 2)
    stage(project)
    return project


def pages(project: Project) -> dict[str, int]:
    """The parallel pages and their time stamps."""
    found = project.pages.rglob("parallel/*.md")
    return {path.relative_to(project.pages).as_posix(): path.stat().st_mtime_ns for path in found}


def source(project: Project, lang: str) -> Path:
    return project.sources / WORK / f"{lang}.txt"


def test_there_is_a_page_for_each_pair_and_none_for_a_work_in_one_language(made: Project) -> None:
    assert len(LANGS) >= 2
    assert set(pages(made)) == {f"{a}/{SYMBOL}/parallel/{b}.md" for a in LANGS for b in LANGS if a != b}


def test_every_choice_leads_to_a_page(made: Project) -> None:
    there = {addresses.url(page) for page in pages(made)}
    for page in pages(made):
        first, second = page.partition("/")[0], Path(page).stem
        head = (made.pages / page).read_text(encoding="utf-8").split("---\n")[1]
        meta = {line.partition(": ")[0]: line for line in head.split("\n")}
        assert "search" not in meta
        lists = {name: head.partition(f"{name}:\n")[2] for name in ("first", "second")}
        for name, chosen, other in (("first", first, second), ("second", second, first)):
            rows = [json.loads(line[2:]) for line in _list(lists[name])]
            assert [row["lang"] for row in rows] == sorted(LANGS)
            assert {row["page"] for row in rows} <= there
            own = next(row for row in rows if row["lang"] == chosen)
            assert own["page"] == addresses.url(page)
            swapped = next(row for row in rows if row["lang"] == other)
            assert swapped["page"] == f"{second}/{SYMBOL}/parallel/{first}/"


def _list(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not line.startswith("- "):
            return
        yield line


def test_the_page_of_the_work_leads_to_its_parallel_views(made: Project) -> None:
    head = (made.pages / f"zh/{SYMBOL}.md").read_text(encoding="utf-8").split("---\n")[1]
    rows = [json.loads(line[2:]) for line in _list(head.partition("parallel:\n")[2])]
    assert [row["lang"] for row in rows] == sorted(set(LANGS) - {"zh"})


def test_the_way_to_the_second_language_is_the_same_pair_turned_round(made: Project) -> None:
    corpus = stage(made).corpus
    found = translations(pages(made), corpus, corpus.languages())
    assert found[f"zh/{SYMBOL}/parallel/en.md"]["en"] == f"en/{SYMBOL}/parallel/zh.md"
    assert found[f"zh/{SYMBOL}/parallel/en.md"]["zh"] == f"zh/{SYMBOL}/parallel/en.md"


def test_what_stays_the_same_is_not_written(project: Project) -> None:
    before = pages(project)
    staged = stage(project)
    assert not [page for page in staged.changed if "/parallel/" in page]
    assert pages(project) == before
    assert not [page for page in staged.searchable if "/parallel/" in page]
    assert not list(project.files.rglob(parallel.CELLS))


def test_a_text_that_changes_changes_the_views_that_it_stands_in(project: Project) -> None:
    source(project, "zh").write_text(source(project, "zh").read_text(encoding="utf-8").replace("灯油", "灯芯"), "utf-8")
    changed = {page for page in stage(project).changed if "/parallel/" in page}
    assert changed == {page for page in pages(project) if page.startswith("zh/") or page.endswith("/zh.md")}


def test_a_language_that_goes_takes_its_views_along(project: Project) -> None:
    source(project, "zh").unlink()
    stage(project)
    assert set(pages(project)) == {page for page in pages(project) if "zh" not in page}
    assert len(pages(project)) == (len(LANGS) - 1) * (len(LANGS) - 2)


def test_check_reads_the_views_back(project: Project) -> None:
    assert not [one for one in check(project) if one.code in ("words", "link")]


# --- where the languages disagree -------------------------------------------------------------------------------


def disagreements(project: Project) -> set[Diagnostic]:
    return {one for one in stage(project).diagnostics if one.code.startswith("languages-")}


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("铭记群岛大会1973年12月1日第14(III)号决议和潮汐委员会", "铭记潮汐委员会", "languages-citation", "铭记潮汐"),
        ("2005年11月18日第35/12号", "2005年11月19日第35/12号", "languages-date", "回顾群岛大会2005"),
        ("第35/12号决议第3和第4段", "第35/12号决议第3段", "languages-pinpoint", "回顾群岛大会2005"),
        (
            "重申《岛际航行自由宣言》，并回顾《守灯人权利公约》和《大雾互助公约》，\n\n",
            "",
            "languages-paragraph",
            "遵循",
        ),
        ("7. 邀请大雾预警专家机制在其下一次年度报告中说明各岛怎样通报大雾；\n\n", "", "languages-paragraph", "6. "),
        ("(b) 每年为年轻学徒举办一期培训班；\n\n", "", "languages-paragraph", "(a) "),
        ("的报告，2\n", "的报告，\n", "languages-footnote", "赞赏地注意到"),
    ],
)
def test_one_difference_is_one_finding_more(project: Project, old: str, new: str, code: str, place: str) -> None:
    before = disagreements(project)
    text = source(project, "zh").read_text(encoding="utf-8")
    assert text.count(old) == 1
    changed = text.replace(old, new)
    if code == "languages-footnote":
        changed = changed.replace("2 LG/LHC/30/34，第14段。\n", "")
    source(project, "zh").write_text(changed, encoding="utf-8")
    more = [
        one for one in disagreements(project) if (one.code, one.message) not in {(b.code, b.message) for b in before}
    ]
    mine = [one for one in more if one.path.endswith("zh.txt") and one.code == code]
    assert len(mine) == 1, more
    line = changed.split("\n")[mine[0].line - 1]
    assert line.startswith(place)
    assert f"sources/{WORK}/" in mine[0].message
