"""What a changed word makes anew: the steps of staging that read it, and no others; and the same as from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.collect import build_corpus
from converter.corpus import Corpus
from converter.facets import FACETS, Facts, digests_of
from converter.languages import load
from converter.model import Act, Artifact, Record, ToBe
from converter.pipeline import stage
from converter.project import Project
from converter.staging import Staging
from converter.steps import Steps
from converter.write.indexes import table
from converter.write.indexes.view import View
from converter.write.words import Words
from converter.write.writers import WRITERS, Writer
from tests.conftest import ROOT
from tests.records import doing

LAMPS = """ 灯塔理事会

第五届会议

议程项目3

7/1. 沿海灯塔的照明

 灯塔理事会，

 回顾理事会2016年9月30日第6/{cited}号决议第2段，

 1. 请秘书长向理事会第八届会议提交关于灯塔照明的报告；

 2. 吁请各国{asked}；

 3. 请{keepers}向理事会第八届会议提交关于灯芯的报告；

 4. 决定继续处理此事；

 5. 又决定将第6/2号决议规定的负责擦亮北岸、南岸、东岸和西岸各处灯塔的镜片并清点灯油、登记过往船只、教导年轻的守灯人、\
清扫石阶和栏杆、在雾天鸣钟、在夜里守望并在清晨熄灯的灯塔特派团任务期限延长至2017年5月31日。
"""
WICKS = LAMPS.replace("7/1", "6/2").replace("2016年9月30日第6/{cited}号决议第2段", "大会第71/9号决议")
OIL = (
    LAMPS.replace("灯塔理事会", "大会")
    .replace("第五届", "第七十一届")
    .replace("7/1. 沿海灯塔的照明", "71/9. 灯塔的灯油")
    .replace("回顾理事会", "回顾人权理事会")
)
KEEPERS = "灯塔秘书处"


@pytest.fixture
def coast(tmp_path: Path) -> Project:
    """Two invented works in Chinese, of which one cites a paragraph of the other."""
    shutil.copytree(ROOT / "authorities", tmp_path / "authorities")
    (tmp_path / "mkdocs.yml").write_text("site_name: 灯塔\n", encoding="utf-8")
    project = Project(tmp_path)
    write(project, "lamps", LAMPS, "A/HRC/RES/7/1")
    write(project, "wicks", WICKS, "A/HRC/RES/6/2", keepers=KEEPERS)
    return project


def write(
    project: Project,
    work: str,
    text: str,
    symbol: str,
    *,
    cited: str = "2",
    asked: str = "擦亮灯塔的镜片",
    keepers: str = "秘书长",
) -> None:
    folder = project.sources / work
    folder.mkdir(parents=True, exist_ok=True)
    words = text.format(cited=cited, asked=asked, keepers=keepers).replace("灯塔理事会", "人权理事会")
    (folder / "zh.txt").write_text(words, encoding="utf-8")
    (folder / "work.yml").write_text(f"symbol: {symbol}\n", encoding="utf-8")


def content(project: Project) -> dict[str, bytes]:
    found = (path for folder in (project.pages, project.files) for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(project.build).as_posix(): path.read_bytes() for path in found}


def changed_word(project: Project) -> None:
    write(project, "lamps", LAMPS, "A/HRC/RES/7/1", asked="擦亮灯塔的玻璃")


def changed_verb(project: Project) -> None:
    write(project, "lamps", LAMPS.replace("吁请", "敦促"), "A/HRC/RES/7/1")


def changed_preview(project: Project) -> None:
    write(project, "wicks", WICKS, "A/HRC/RES/6/2", asked="修剪灯芯", keepers=KEEPERS)


def changed_citation(project: Project) -> None:
    write(project, "lamps", LAMPS, "A/HRC/RES/7/1", cited="4")


def changed_mandate(project: Project) -> None:
    write(project, "lamps", LAMPS.replace("第八届", "第九届"), "A/HRC/RES/7/1")


def changed_actor(project: Project) -> None:
    """Another text asks the same office, which is in no authority file: so both have it as a name."""
    write(project, "lamps", LAMPS, "A/HRC/RES/7/1", keepers=KEEPERS)


def changed_period(project: Project) -> None:
    """The day until which a text extends what another began, too far from its citation to stand in the excerpt."""
    write(project, "lamps", LAMPS.replace("2017年", "2018年"), "A/HRC/RES/7/1")


def changed_sidecar(project: Project) -> None:
    write(project, "wicks", WICKS, "A/HRC/RES/6/3", keepers=KEEPERS)


def gone(project: Project) -> None:
    shutil.rmtree(project.sources / "wicks")


def added(project: Project) -> None:
    """A third text, which cites one of the others and is what that one cites."""
    write(project, "oil", OIL, "A/RES/71/9")


def changed_authority(project: Project) -> None:
    path = project.authorities / "bodies.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("人权理事会", "人权大理事会"), encoding="utf-8")


def damaged(project: Project) -> None:
    (project.pages / "zh/verbs.md").write_text("…", encoding="utf-8")
    (project.files / "zh/A/HRC/RES/7/1/work.json").unlink()


CHANGES = (
    changed_word,
    changed_verb,
    changed_preview,
    changed_citation,
    changed_mandate,
    changed_actor,
    changed_period,
    changed_sidecar,
    added,
    gone,
    changed_authority,
    damaged,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_is_staged_after_a_change_is_what_is_staged_from_nothing(
    coast: Project,
    change: Callable[[Project], None],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("converter.write.ledger.where.ON_ONE_PAGE", 0)  # as where there are very many mandates
    stage(coast)
    before = content(coast)
    change(coast)
    changed = content(coast) != before
    stage(coast)
    assert content(coast) == from_nothing(coast, tmp_path_factory.mktemp("fresh"))
    assert changed or content(coast) != before, "a change that changes nothing shows nothing"


def from_nothing(project: Project, folder: Path) -> dict[str, bytes]:
    """What is staged of the same sources in a folder where nothing was staged before."""
    fresh = Project(folder)
    for name in ("authorities", "sources"):
        shutil.copytree(project.root / name, fresh.root / name)
    (fresh.root / "mkdocs.yml").write_bytes((project.root / "mkdocs.yml").read_bytes())
    stage(fresh)
    return content(fresh)


def test_a_changed_word_asks_only_the_writers_that_read_it(coast: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(writer: Writer) -> Writer:
        def make(corpus: Corpus, words: Words) -> Iterator[ToBe]:
            asked.append(writer.name)
            return writer.make(corpus, words)

        return replace(writer, make=make)

    monkeypatch.setattr("converter.pipeline.WRITERS", tuple(map(counted, WRITERS)))
    stage(coast)
    assert asked == [writer.name for writer in WRITERS]
    asked.clear()
    changed_word(coast)
    staged = stage(coast)
    assert asked == ["indexes of acts"]
    assert {path for path in staged.changed if path.endswith("7/1.md")} and "zh/A/HRC/RES/6/2.md" not in staged.changed
    asked.clear()
    assert stage(coast).changed == () and asked == []


def test_a_changed_word_makes_the_pages_of_its_own_verbs(coast: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    filled = []
    fill = table._part

    def counted(view: View, name: str, *told: Any) -> Artifact:
        filled.append(name)
        return fill(view, name, *told)

    monkeypatch.setattr(table, "_part", counted)
    stage(coast)
    assert {"verbs/qing", "verbs/yuqing", "verbs/jueding"} <= set(filled)
    filled.clear()
    changed_word(coast)
    stage(coast)
    assert filled == ["verbs/yuqing"]
    filled.clear()
    changed_authority(coast)  # as which works are named, and whom they ask
    stage(coast)
    assert {"verbs/qing", "verbs/yuqing", "verbs/jueding"} <= set(filled)


@pytest.fixture
def collection(coast: Project) -> tuple[Corpus, Words]:
    authorities, _ = load_authorities(coast.authorities)
    staged = stage(coast).corpus
    corpus = doing(build_corpus(staged.records, authorities), {one.work: staged.acts_of(one) for one in staged.records})
    return corpus, Words(load("zh", authorities), authorities)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_a_writer_reads_no_facet_that_its_row_does_not_name(writer: Writer, collection: tuple[Corpus, Words]) -> None:
    """Where this fails, the row of the writer in `converter/write/writers.py` names the facet too."""
    corpus, words = collection
    read = set(writer.reads)
    assert made(writer, without(set(FACETS) - read, corpus), words) == made(writer, corpus, words)
    for facet in read - {"outline"}:  # outlines are of works in several languages
        assert made(writer, without({facet}, corpus), words) != made(writer, corpus, words), "the row names too much"


def without(facets: set[str], corpus: Corpus) -> Corpus:
    """A collection whose texts have nothing of some facets."""
    nothing = dict.fromkeys(facets - {"acts", "excerpts"}, ())
    bare = build_corpus(tuple(replace(one, **nothing) for one in corpus.records), corpus.authorities)  # type: ignore[arg-type]
    acts = {} if "acts" in facets else {one.work: corpus.acts_of(one) for one in corpus.records}
    if "excerpts" in facets:
        acts = {work: tuple(replace(act, excerpt="") for act in own) for work, own in acts.items()}
    return doing(bare, acts)


def made(writer: Writer, corpus: Corpus, words: Words) -> list[tuple[str, str]]:
    return [(one.path, one.content) for one in writer.make(corpus, words)]


def test_what_paragraphs_do_is_read_when_it_is_asked_for(coast: Project) -> None:
    corpus = stage(coast).corpus
    words = "决定继续处理此事"
    assert words not in (coast.build / "cache/index.jsonl").read_text(encoding="utf-8"), "all of it is in memory"
    assert words in [act.excerpt for act in corpus.acts_of(corpus.expression("lamps", "zh"))]


def test_facts_differ_where_a_fact_does(collection: tuple[Corpus, Words]) -> None:
    records = collection[0].records

    def facts(*changed: Record, beside: str = "beside", acts: tuple[Act, ...] = ()) -> Facts:
        return Facts((digests_of(one, acts) for one in (*changed, *records[len(changed) :])), beside)

    asked, more = (Act("请", "请", None, None, "op1", words) for words in ("请各国擦亮镜片", "请各国擦亮玻璃"))
    retitled, unasked = replace(records[0], title="另一个"), replace(records[0], mandates=())
    assert facts(unasked).of(()) == facts().of(()) and facts(unasked).of(("mandates",)) != facts().of(("mandates",))
    assert facts(acts=(asked,)).of(()) == facts().of(()) and facts(acts=(asked,)).of(("acts",)) != facts().of(("acts",))
    assert facts(acts=(asked,)).of(("acts",)) == facts(acts=(more,)).of(("acts",))
    assert facts(acts=(asked,)).of(("excerpts",)) != facts(acts=(more,)).of(("excerpts",))
    assert facts().of(()) != facts(retitled).of(()) and facts().of(()) != facts(beside="other").of(())


def _taken(build: Path, *steps: tuple[str, str, tuple[str, ...]]) -> list[str]:
    """Take steps, each a name, what it is made from and the paths that it puts; which of them were taken anew."""
    folder = Staging(build / "pages", build / "pages.json")
    taking = Steps(build / "steps.json", folder)
    taken = []
    for name, made_from, paths in steps:

        def put(name: str = name, made_from: str = made_from, paths: tuple[str, ...] = paths) -> None:
            taken.append(name)
            for path in paths:
                folder.put(path, f"{name} {made_from}", lambda: name)

        taking.take(name, made_from, put)
    taking.finish()
    folder.finish()
    return taken


def test_a_step_is_taken_again_where_it_is_made_from_another_or_its_files_are_not_whole(tmp_path: Path) -> None:
    steps = (("one", "a", ("x.md",)), ("two", "a", ("y.md",)))
    assert _taken(tmp_path, *steps) == ["one", "two"]
    assert _taken(tmp_path, *steps) == []
    assert _taken(tmp_path, ("one", "b", ("x.md",)), steps[1]) == ["one"]
    (tmp_path / "pages/y.md").write_text("…", encoding="utf-8")
    assert _taken(tmp_path, ("one", "b", ("x.md",)), steps[1]) == ["two"]
    assert (tmp_path / "pages/y.md").read_text(encoding="utf-8") == "two"


def test_what_another_step_put_in_a_place_before_is_made_when_that_one_stops(tmp_path: Path) -> None:
    both = (("one", "a", ("x.md",)), ("two", "a", ("x.md", "y.md")))
    assert _taken(tmp_path, *both) == ["one", "two"]
    assert _taken(tmp_path, *both) == []
    assert _taken(tmp_path, ("one", "b", ()), both[1]) == ["one", "two"]
    assert (tmp_path / "pages/x.md").read_text(encoding="utf-8") == "two"
    assert _taken(tmp_path, ("one", "c", ("x.md",)), both[1]) == ["one"]
    assert (tmp_path / "pages/x.md").read_text(encoding="utf-8") == "one"
    assert _taken(tmp_path, ("one", "d", ()), both[1]) == ["one", "two"]
    assert (tmp_path / "pages/x.md").read_text(encoding="utf-8") == "two"
