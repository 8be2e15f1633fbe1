"""The parallel view: every word of both texts, on the same anchors, made again only when one of the two changed."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from converter import addresses
from converter.check import check
from converter.cited_series import Standing
from converter.convert import record_of
from converter.demo import write_project
from converter.language_files import available
from converter.lint import columns
from converter.model import Diagnostic, Expression, Sidecar
from converter.pipeline import stage
from converter.project import Project
from converter.translations import translations
from converter.write import column, front, mastheads, parallel
from converter.write.mastheads import Pair
from tests.reading import converted
from tests.temp_project import ROOT, fixture
from tests.test_invariants import MANY, TEXT

WORK = "fog-signals"
SYMBOL = "LG/LHC/RES/30/7"
LANGS = [lang for lang in available() if (ROOT / f"converter/demo/data/works/{WORK}/{lang}.txt").is_file()]


def standing_of(one: Expression, other: Expression) -> columns.Standing:
    """What stands beside what where the second text is as if it were in another language."""
    left = record_of(one, Sidecar("x", ""))
    right = replace(record_of(other, Sidecar("x", "")), lang="en", path="sources/x/en.txt")
    cells = {r.lang: json.loads(column.cells(e)) for r, e in ((left, one), (right, other))}
    return parallel.standing({"zh": left, "en": right}, cells, "zh")["en"]


# --- the words ------------------------------------------------------------------------------------------------


@MANY
@given(TEXT, TEXT)
def test_both_readers_see_the_words_of_both_columns(one: str, other: str) -> None:
    expressions = converted("zh", one), converted("zh", other)
    standing = standing_of(*expressions)
    for side, expression in enumerate(expressions):
        script = column.script(expression)
        assert list(columns.check_column(expression.resolution, script, [(standing, side)])) == []
        assert script.startswith('rdColumn("zh",{"masthead":[') and script.endswith("]});\n")
        assert script.count("\n") == 1 and not set("<>&\u2028\u2029") & set(script)


PREAMBLE_ABOVE = (
    " 人权理事会\n第五十一届会议\n议程项目3\n守灯人的权利和灯油的权利、灯芯的权利以及镜片的权利，\n包括擦灯的权利\n"
    " 人权理事会，\n 51/… 灯塔照明\n 1. 请秘书长编写报告；\n 2. 决定继续处理此事。\n"
)


def test_an_enacting_phrase_below_a_paragraph_stands_there_in_its_column() -> None:
    above, below = converted("zh", PREAMBLE_ABOVE), converted("zh", PREAMBLE_ABOVE.replace("\n包括擦灯的权利", ""))
    assert (above.resolution.enacting_at, below.resolution.enacting_at) == (1, 0)
    for pair in ((above, below), (below, above), (above, above)):
        standing = standing_of(*pair)
        for side, one in enumerate(pair):
            assert list(columns.check_column(one.resolution, column.script(one), [(standing, side)])) == []


BROKEN: list[tuple[str, str]] = [
    ("灯", ""), ("灯", "灯灯"), (f'"style":"{column.NOTE}"', '"style":"op"'), ("rdColumn(", "rdColumn ("),
    ('"text":[["', '"text":[["<'),
    ("]});", "]}));"), ("]});", "]});alert(1);"), ('"zh"', '"en"'), ('"label":"2', '"label":"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), BROKEN)
def test_a_column_that_is_not_the_text_is_found(old: str, new: str) -> None:
    one = converted("zh", (ROOT / f"converter/demo/data/works/{WORK}/zh.txt").read_text(encoding="utf-8"))
    script = column.script(one)
    assert list(columns.check_column(one.resolution, script, [])) == []
    assert old in script
    assert list(columns.check_column(one.resolution, script.replace(old, new, 1), []))


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_page_that_leaves_out_a_cell_or_has_it_twice_is_found(at: int) -> None:
    one = converted("zh", (ROOT / f"converter/demo/data/works/{WORK}/zh.txt").read_text(encoding="utf-8"))
    script, standing = column.script(one), standing_of(one, one)
    assert list(columns.check_column(one.resolution, script, [(standing, 0), (standing, 1)])) == []
    part = list(standing)[at]
    [first, second, length] = standing[part][0]
    assert length
    for runs in (
        [[first, second, length - 1]],
        [[first, second, length], [first, second, 1]],
        [[None, second, length]],
    ):
        assert list(columns.check_column(one.resolution, script, [({**standing, part: runs}, 0)]))


def pairs_of(runs: parallel.Runs) -> Iterator[Pair]:
    """The pairs that runs stand for."""
    for at, to, length in runs:
        for step in range(length or 0):
            yield None if at is None else at + step, None if to is None else to + step


def test_runs_say_the_same_as_pairs() -> None:
    pairs: list[Pair] = [(0, 0), (1, 1), (None, 2), (None, 3), (2, 4), (3, None), (4, 6), (5, 7)]
    runs = parallel.runs_of(pairs)
    assert runs == [[0, 0, 2], [None, 2, 2], [2, 4, 1], [3, None, 1], [4, 6, 2]]
    assert list(pairs_of(runs)) == pairs


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (["body", "date", "session"], ["body", "distribution", "session"], [(0, 0), (1, 1), (2, 2)]),
        (["body", "date", "title"], ["body", "title"], [(0, 0), (1, None), (2, 1)]),
        (["a", "b", "title"], ["c", "title"], [(0, None), (1, None), (None, 0), (2, 1)]),
    ],
)
def test_between_lines_of_one_kind_as_many_of_another_stand_side_by_side(
    one: list[str], other: list[str], pairs: list[Pair]
) -> None:
    """A day that one language's reader takes for a line of the distribution stands beside the day all the same."""
    assert list(mastheads.side_by_side(*([{"id": kind} for kind in kinds] for kinds in (one, other)))) == pairs


def test_of_a_kind_that_one_masthead_has_more_often_the_lines_that_are_alike_stand_side_by_side() -> None:
    """Where one text says its own language as well, the language of the original stands beside that of the original."""
    english, french = ["Distr.: Wide", "Original: Lampish"], ["Distr. large", "Lampois", "Original : lampois"]
    one, other = ([{"id": "distribution", "text": [[line]]} for line in lines] for lines in (english, french))
    assert list(mastheads.side_by_side(one, other)) == [(0, 0), (None, 1), (1, 2)]
    assert list(mastheads.side_by_side(other, one)) == [(0, 0), (1, None), (2, 1)]


def test_a_text_beside_itself_is_in_step() -> None:
    one = converted("zh", fixture("gaps"))
    standing = standing_of(one, one)
    cells = json.loads(column.cells(one))
    assert standing == {part: [[0, 0, len(cells[part])]] if cells[part] else [] for part in cells}


def test_a_paragraph_that_one_text_lacks_is_said_and_the_others_stay_in_their_rows() -> None:
    text = fixture("gaps")
    one, other = converted("zh", text), converted("zh", re.sub(r"(?m)^2\. .*(?:\n\S.*)*\n", "", text, count=1))
    ids = [cell["id"] for cell in json.loads(column.cells(one))["paragraphs"]]
    alone = [at for at, to in pairs_of(standing_of(one, other)["paragraphs"]) if to is None]
    assert [ids[at] for at in alone if at is not None] == ["op2"]


def test_no_symbol_is_at_the_address_of_a_parallel_view() -> None:
    assert addresses.parallel_page("zh/A/RES/60/251.md") == "zh/A/RES/60/251/parallel.md"
    assert addresses.parallel_url("zh/A/RES/60/251.md", "en") == "zh/A/RES/60/251/parallel/?with=en"
    assert addresses.former_parallel_file("zh/A/RES/60/251.md", "en") == "zh/A/RES/60/251/parallel/en/index.html"
    assert addresses.symbol_page("zh", "A/RES/60/251/parallel") is None


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
    found = project.pages.rglob("parallel.md")
    return {path.relative_to(project.pages).as_posix(): path.stat().st_mtime_ns for path in found}


def made_columns(project: Project) -> set[str]:
    return {path.relative_to(project.files).as_posix() for path in project.files.rglob(column.CELLS)}


def source(project: Project, lang: str) -> Path:
    return project.sources / WORK / f"{lang}.txt"


def test_there_is_a_page_and_a_column_for_each_language_and_none_for_a_work_in_one(made: Project) -> None:
    assert len(LANGS) >= 2
    assert set(pages(made)) == {f"{lang}/{SYMBOL}/parallel.md" for lang in LANGS}
    assert made_columns(made) == {f"{lang}/{SYMBOL}/{column.CELLS}" for lang in LANGS}


def test_the_addresses_that_pairs_had_lead_on(made: Project) -> None:
    found = {path.relative_to(made.files).as_posix(): path for path in made.files.rglob("parallel/*/index.html")}
    assert set(found) == {f"{a}/{SYMBOL}/parallel/{b}/index.html" for a in LANGS for b in LANGS if a != b}
    for name, path in found.items():
        first, second = name.partition("/")[0], path.parent.name
        html = path.read_text(encoding="utf-8")
        assert len(html.encode()) <= 1000
        (target,) = set(re.findall(r'(?:href|url)="?([^"]*\?[^"]*)"', html.replace("0; url=", 'x" url="')))
        at = posixpath.normpath(posixpath.join(posixpath.dirname(name), target.partition("?")[0]))
        assert (at, target.partition("?")[2]) == (f"{first}/{SYMBOL}/parallel", f"with={second}")
        script = re.findall(r'<script src="([^"]*)"></script>', html)
        assert posixpath.normpath(posixpath.join(posixpath.dirname(name), script[0])) == "assets/javascripts/moved.js"


def meta_of(project: Project, page: str) -> dict[str, Any]:
    read = front.read((project.pages / page).read_text(encoding="utf-8"))
    assert read is not None
    return read[0]


def test_every_choice_leads_to_a_page(made: Project) -> None:
    there = {addresses.url(page) for page in pages(made)}
    for page in pages(made):
        lang = page.partition("/")[0]
        meta = meta_of(made, page)
        assert "search" not in meta
        assert [one["page"] for one in meta["first"]] == [f"{one}/{SYMBOL}/parallel/" for one in sorted(LANGS)]
        assert {one["page"] for one in meta["first"]} <= there
        others = sorted(set(LANGS) - {lang})
        assert [one["page"] for one in meta["second"]] == [f"{lang}/{SYMBOL}/parallel/?with={one}" for one in others]
        assert [one["page"] for one in meta["texts"]] == [f"{one}/{SYMBOL}/" for one in sorted(LANGS)]
        assert set(meta["standing"]) == set(others)
        assert set(meta["columns"].values()) == made_columns(made)


def test_every_row_has_a_name_in_the_page_s_language(made: Project) -> None:
    meta = meta_of(made, f"zh/{SYMBOL}/parallel.md")
    ids = set()
    for lang, path in meta["columns"].items():
        script = (made.files / path).read_text(encoding="utf-8")
        ids |= {cell["id"] for cell in column.cells_of(script, lang)["paragraphs"]}
    assert ids <= set(meta["names"]) and meta["names"]["op1"] == "第1段"


def test_the_page_of_the_work_leads_to_its_parallel_views(made: Project) -> None:
    rows = meta_of(made, f"zh/{SYMBOL}.md")["parallel"]
    assert [(row["lang"], row["page"]) for row in rows] == [
        (lang, f"zh/{SYMBOL}/parallel/?with={lang}") for lang in sorted(set(LANGS) - {"zh"})
    ]


def test_the_view_in_another_language_is_the_page_that_begins_with_it(made: Project) -> None:
    corpus = stage(made).corpus
    found = translations(pages(made), corpus, corpus.languages())
    assert found[f"zh/{SYMBOL}/parallel.md"] == {lang: f"{lang}/{SYMBOL}/parallel.md" for lang in sorted(LANGS)}


def test_what_stays_the_same_is_not_written(project: Project) -> None:
    before = pages(project)
    staged = stage(project)
    assert not [page for page in staged.changed if "/parallel" in page]
    assert pages(project) == before
    assert not [page for page in staged.searchable if "/parallel" in page]


def test_a_word_that_changes_changes_its_column_and_no_page(project: Project) -> None:
    text = source(project, "zh").read_text(encoding="utf-8")
    files, before = stage(project).digests, pages(project)
    source(project, "zh").write_text(text.replace("灯油", "灯芯"), "utf-8")
    staged = stage(project)
    changed = {path for path, now in staged.digests.items() if files.get(path) != now and "/parallel" in path}
    assert not changed and pages(project) == before
    own = f"zh/{SYMBOL}/{column.CELLS}"
    assert files[own] != staged.digests[own]


def test_a_column_is_read_once_for_all_pages_that_are_due(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    cells_of = column.cells_of

    def counted(text: str, lang: str) -> column.Cells:
        read.append(lang)
        return cells_of(text, lang)

    monkeypatch.setattr(column, "cells_of", counted)
    stage(project)
    assert read == []
    text = source(project, "zh").read_text(encoding="utf-8")
    source(project, "zh").write_text(text.replace("灯油", "灯芯"), "utf-8")
    stage(project)
    assert sorted(read) == sorted(LANGS)


def test_a_paragraph_that_goes_changes_every_view(project: Project) -> None:
    text = source(project, "zh").read_text(encoding="utf-8")
    source(project, "zh").write_text(re.sub(r"(?m)^7\. .*\n\n", "", text, count=1), "utf-8")
    assert {page for page in stage(project).changed if "/parallel" in page} == set(pages(project))


def test_a_language_that_goes_takes_its_views_along(project: Project) -> None:
    source(project, "zh").unlink()
    stage(project)
    assert set(pages(project)) == {f"{lang}/{SYMBOL}/parallel.md" for lang in LANGS if lang != "zh"}
    assert "zh" not in meta_of(project, f"en/{SYMBOL}/parallel.md")["standing"]
    assert not (project.files / f"zh/{SYMBOL}/{column.CELLS}").exists()
    assert not list(project.files.glob(f"*/{SYMBOL}/parallel/zh/index.html"))


def test_of_two_languages_the_one_that_is_left_has_no_view(project: Project) -> None:
    for lang in LANGS[1:]:
        source(project, lang).unlink()
    stage(project)
    assert not pages(project) and not made_columns(project)


def test_check_reads_the_views_back(project: Project) -> None:
    assert not [one for one in check(project) if one.code in ("words", "link")]


def test_a_link_of_a_column_leads_to_where_a_work_stands() -> None:
    pieces = [["Recalling "], ["4/2", "en/A/4/2/", "op3"], ["4/3", "en/A/4/3/", ""], ["9", 1], ["above", "", "op1"]]
    cells = {"masthead": [], "paragraphs": [{"id": "pp1", "style": "pp", "label": "", "text": pieces}], "notes": []}
    led = column.led(cells, "en", {"en/A/4/2/": Standing("en/cited/A/4.md", "2"), "en/A/4/3/": Standing("en/B.md")})
    (cell,) = column.cells_of(led, "en")["paragraphs"]
    assert cell["text"] == [
        ["Recalling "], ["4/2", "en/cited/A/4/", "2-op3"], ["4/3", "en/B/", ""], ["9", 1], ["above", "", "op1"],
    ]  # fmt: skip


def test_check_finds_a_link_of_a_column_that_leads_nowhere() -> None:
    pieces = [["a", "zh/A/1/", "op1"], ["b", "zh/A/2/", ""], ["c", "", "op9"], ["d", "", "op1"]]
    cells = {"masthead": [], "paragraphs": [{"id": "op1", "style": "op", "label": "", "text": pieces}], "notes": []}
    known = {"zh/A/1/": {"op2"}, "": {"op1"}}
    found = columns.check_links("zh/A/3/column.js", f'rdColumn("zh",{json.dumps(cells)});\n', known)
    assert [one.message for one in found] == [
        "the link zh/A/1/#op1 leads to no paragraph",
        "the link zh/A/2/ leads to no page",
        "the link #op9 leads to no paragraph",
    ]


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
