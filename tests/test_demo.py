"""The invented corpus: the same bytes every time, with all that it promises, and read as it was written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.batch import expression_of, input_of
from converter.check import check
from converter.cli import cli
from converter.demo import NotOursError, plan, write_project
from converter.demo.bank import han, read
from converter.demo.blocks import Block, Cited, Composed
from converter.demo.compose import Size
from converter.demo.project import corpus
from converter.language_files import available, read_data
from converter.model import Citation, Expression
from converter.pipeline import authorities_of
from converter.project import SIDECAR, Project, SourceFile, WorkFiles, find_project

ROOT = Project(Path(__file__).parent.parent)
WORKS = 40


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_project(ROOT, tmp_path_factory.mktemp("demo") / "out", WORKS)


@pytest.fixture(scope="module")
def works() -> list[Composed]:
    return corpus(WORKS, Size())


@dataclass(frozen=True)
class Read:
    """A work as written and as the converter reads it."""

    work: Composed
    expression: Expression

    @property
    def name(self) -> str:
        return f"{self.work.planned.slug} ({self.work.planned.layout})"

    def paragraphs(self) -> Iterator[tuple[str, Block]]:
        return ((anchor, block) for anchor, block in zip(self.work.anchors, self.work.blocks, strict=True) if anchor)

    def citations(self, place: str) -> list[Cited]:
        return [_cited(one) for one in self.expression.citations if one.place == place]


def _cited(one: Citation) -> Cited:
    return Cited(one.target, one.kind, one.date, tuple(pinpoint.label for pinpoint in one.pinpoints))


@pytest.fixture(scope="module")
def reads(project: Project, works: list[Composed]) -> list[Read]:
    authorities, problems = authorities_of(project)
    assert problems == ()
    found = []
    for work in works:
        folder = project.sources / work.planned.slug
        source = SourceFile(work.planned.slug, "zh", folder / "zh.txt")
        files = WorkFiles(work.planned.slug, folder / SIDECAR, (source,))
        found.append(Read(work, expression_of(input_of(files, source, project), authorities)[0]))
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- the folder ---------------------------------------------------------------------------------------------


def test_two_generations_have_the_same_bytes(project: Project, tmp_path: Path) -> None:
    again = write_project(ROOT, tmp_path / "again", WORKS)
    made = {name: data for name, data in contents(project.root).items() if not name.startswith("build/")}
    assert contents(again.root) == made


def test_another_size_is_another_corpus_and_leaves_nothing_behind(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_project(ROOT, out, 12)
    smaller = write_project(ROOT, out, 3)
    assert len(list(smaller.sources.iterdir())) == 3 + 1  # the one in several languages
    assert contents(out) == contents(write_project(ROOT, tmp_path / "fresh", 3).root)


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotOursError):
        write_project(ROOT, tmp_path, 2)
    with pytest.raises(NotOursError):
        write_project(ROOT, ROOT.root, 2)
    assert contents(tmp_path) == {"precious.txt": b"mine"}


def test_nothing_of_it_comes_from_the_official_texts_or_goes_there(project: Project) -> None:
    assert find_project(project.sources) == Project(project.root.resolve())
    ours = {path.name for path in ROOT.sources.iterdir()}
    assert not ours & {path.name for path in project.sources.iterdir()}
    official = (ROOT.sources / "hrc-51-technical-cooperation" / "zh.txt").read_text(encoding="utf-8")
    sentences = {part for part in re.split(r"[，；。：\s]+", official) if len(part) > 16}
    texts = "".join(path.read_text(encoding="utf-8") for path in project.sources.glob("*/zh.txt"))
    assert not [sentence for sentence in sentences if sentence in texts]


@pytest.mark.parametrize("number", [1, 2, 7, 150])
def test_any_size_can_be_made(number: int) -> None:
    made = corpus(number, Size())
    assert len(made) == len({work.planned.slug for work in made}) == number


# --- what is in it --------------------------------------------------------------------------------------------


def test_every_form_of_citation_is_there(works: list[Composed]) -> None:
    promised = {form["form"] for form in read("known.yml")["forms"]}
    made = {block.form for work in works for block in work.blocks}
    assert promised | {"series", "report", "pinpoint-held", "sub-paragraph-held"} <= made


def test_there_are_series_each_work_recalling_those_before_it(works: list[Composed]) -> None:
    assert max(len(work.planned.series) for work in works) >= 2
    for work in works:
        recalled = [cite.target for block in work.blocks if block.form == "series" for cite in block.cites]
        before = [works[index].planned for index in work.planned.series]
        assert recalled == [one.symbol for one in before]
        assert {one.topic.title for one in before} <= {work.planned.topic.title}


def test_kinds_statuses_layouts_and_sessions_vary(works: list[Composed]) -> None:
    planned = [work.planned for work in works]
    assert {one.kind for one in planned} == {"resolution", "decision", "presidential-statement"}
    assert {one.status for one in planned} == {"draft", "adopted"}
    assert {one.layout for one in planned} == {"gaps", "indents", "bare"}
    assert {one.body for one in planned} == {plan.COUNCIL, plan.ASSEMBLY}
    assert len({(one.body, one.session.number) for one in planned}) >= 6
    drafts = [one for one in planned if one.status == "draft"]
    assert any(one.symbol is None for one in drafts) and any(one.adopted_as for one in drafts)
    assert all({member for _, member in one.sponsors} == {True, False} for one in drafts)


def test_the_structure_varies(works: list[Composed]) -> None:
    anchors = [anchor for work in works for anchor in work.anchors]
    assert any(re.fullmatch(r"op\d+-[a-z]-\d", anchor) for anchor in anchors)
    assert any(anchor.startswith("h") for anchor in anchors)
    assert "annex-2" in anchors
    assert any(len(work.notes) >= 2 for work in works)


def test_texts_are_no_copies_of_each_other(works: list[Composed]) -> None:
    bare = [{b.bare for b in work.blocks if b.kind in ("preambular", "operative") and not b.cites} for work in works]
    for place, one in enumerate(bare):
        assert len(one) >= 4
        for other in bare[place + 1 :]:
            assert len(one & other) <= len(one) / 2


def test_some_mandates_are_met_and_some_are_not(project: Project, works: list[Composed]) -> None:
    asked = met = 0
    for work in works:
        text = (project.sources / work.planned.slug / SIDECAR).read_text(encoding="utf-8")
        asked += sum(block.asks is not None for block in work.blocks)
        met += len(re.findall(r"^- paragraph: op\d+$", text, re.MULTILINE))
    assert 5 <= met < asked


def test_numerals_of_sessions() -> None:
    assert [han(number) for number in (1, 10, 11, 20, 27, 99)] == ["一", "十", "十一", "二十", "二十七", "九十九"]


# --- what the converter makes of it ------------------------------------------------------------------------


def test_check_is_clean(project: Project) -> None:
    assert [finding for finding in check(project) if finding.severity.value != "info"] == []


def test_every_paragraph_is_read_as_it_was_written(reads: list[Read]) -> None:
    wrong = []
    for one in reads:
        written = [(anchor, block.bare) for anchor, block in one.paragraphs()]
        found = [(p.id, p.text.text) for p in one.expression.resolution.paragraphs]
        own = {anchor for anchor, _ in written}  # what is no block: closing lines, the annex's title
        found = [pair for pair in found if pair[0] in own or not re.fullmatch(r"[ph]\d+", pair[0])]
        wrong += [(one.name, pair) for pair in zip(written, found, strict=False) if pair[0] != pair[1]][:1]
    assert wrong == []


def test_every_masthead_is_read(reads: list[Read]) -> None:
    wrong: list[object] = []
    for one in reads:
        planned, masthead = one.work.planned, one.expression.resolution.masthead
        number = f"PRST {planned.number}" if planned.kind == "presidential-statement" else planned.number
        sponsors = [(sponsor.name, sponsor.member) for sponsor in masthead.sponsors if sponsor.code]
        days = (planned.session.first.isoformat(), planned.session.last.isoformat())
        expected = (planned.body, str(planned.session.number), days, str(planned.agenda), number, planned.topic.title)
        found = (
            masthead.body,
            masthead.session,
            (masthead.session_from, masthead.session_to),
            masthead.agenda_items[0].number,
            masthead.number,
            masthead.title,
        )
        wrong += [(one.name, expected, found)] if expected != found else []
        wrong += [(one.name, planned.sponsors, sponsors)] if list(planned.sponsors) != sponsors else []
    assert wrong == []


def test_every_kind_status_and_date_is_read(reads: list[Read]) -> None:
    wrong: list[object] = []
    for one in reads:
        planned, masthead = one.work.planned, one.expression.resolution.masthead
        expected, found = (planned.kind, planned.status), (masthead.kind, masthead.status)
        wrong += [(one.name, expected, found)] if expected != found else []
        if planned.status == "adopted":
            wrong += [(one.name, planned.date, masthead.date)] if planned.date != masthead.date else []
    assert wrong == []


def test_every_footnote_is_on_its_word(reads: list[Read]) -> None:
    wrong = []
    for one in reads:
        expected = {}
        for anchor, block in one.paragraphs():
            for mark in re.finditer("⟦(\\d+)⟧", block.text):
                offset = len(re.sub("⟦\\d+⟧", "", block.text[: mark.start()]))
                expected[mark[1]] = (anchor, offset, one.work.notes[int(mark[1]) - 1].text)
        notes = one.expression.resolution.footnotes
        found = {note.marker: (note.paragraph, note.offset, note.text.text) for note in notes}
        wrong += [(one.name, expected, found)] if expected != found else []
    assert wrong == []


def test_every_citation_is_found(reads: list[Read]) -> None:
    wrong = []
    for one in reads:
        places = [(anchor, list(block.cites)) for anchor, block in one.paragraphs()]
        places += [(f"fn:{number}", list(note.cites)) for number, note in enumerate(one.work.notes, start=1)]
        wrong += [
            (one.name, place, cites, one.citations(place)) for place, cites in places if cites != one.citations(place)
        ]
    assert wrong == []


def test_every_mandate_is_found(reads: list[Read]) -> None:
    wrong = []
    for one in reads:
        for anchor, block in one.paragraphs():
            mine = [mandate for mandate in one.expression.mandates if mandate.paragraph == anchor and mandate.due]
            sessions = {mandate.due.session for mandate in mine if mandate.due}
            expected = block.asks is not None
            if expected != bool(mine) and not block.text.startswith("决定"):
                wrong.append((one.name, anchor, block.bare))
            if block.due is not None and str(block.due) not in sessions:
                wrong.append((one.name, anchor, block.bare))
    assert wrong == []


# --- the command ---------------------------------------------------------------------------------------------


def test_the_command_writes_the_project(tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ["--project", str(ROOT.root), "demo", "--works", "3", "--no-build", "--out", str(out)]
    result = CliRunner().invoke(cli, options)
    assert result.exit_code == 0, result.output
    assert "demo: true" in (out / "mkdocs.yml").read_text(encoding="utf-8")
    assert len(list((out / "sources").iterdir())) == 3 + 1
    assert not (out / "site").exists()


def test_every_page_of_the_site_says_that_it_is_invented(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(cli, ["--project", str(ROOT.root), "demo", "--works", "4", "--out", str(out)])
    assert result.exit_code == 0, result.output
    pages = sorted((out / "site").rglob("*.html"))
    assert len(pages) > 10
    said = {lang: html.escape(read_data(lang)["ui"]["demo"], quote=False) for lang in available()}
    for page in pages:
        lang = page.relative_to(out / "site").parts[0]
        text = page.read_text(encoding="utf-8")
        assert "虚构" in text or said.get(lang, "虚构") in text or 'http-equiv="refresh"' in text, page
