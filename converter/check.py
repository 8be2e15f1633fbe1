"""`check`: every finding about every source, authority file and page, with the pages read back."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import markdown as python_markdown

from converter import addresses
from converter.authorities import Authorities
from converter.batch import Progress, expression_of, in_parallel, input_of, no_progress
from converter.collect import lacking
from converter.convert import page_of
from converter.corpus import Corpus
from converter.deleted import deleted
from converter.lint import columns, pages
from converter.model import Diagnostic
from converter.pipeline import Staged, authorities_of, stage
from converter.project import Project, SourceFile, WorkFiles, scan
from converter.write import front, markdown
from converter.write.column import CELLS


def check(
    project: Project, progress: Progress = no_progress, only: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Every finding. Stages the pages first, because their links are checked against each other.

    `only`: the works to look at, by their folders; empty for all of them and everything beside them.
    """
    staged = stage(project)
    works = [one for one in scan(project)[0] if not only or one.work in only]
    tasks = [(one, source, _column(staged.corpus, source)) for one in works for source in one.sources]
    checked = in_parallel(_Checker.run, tasks, _Checker.start, (project,), "checking", progress)
    findings = [*staged.diagnostics, *(finding for found in checked for finding in found)]
    if only:
        findings = [one for one in findings if _work_of(one.path) in only]
    else:
        findings += deleted(project, (one.work for one in works), _former(staged.corpus))
    findings += _links(project, staged, _pages_of(staged, only) if only else staged.pages)
    return tuple(sorted(set(findings)))


def _former(corpus: Corpus) -> Iterator[str]:
    """The addresses that are known of works that were renamed or removed."""
    for record in corpus.records:
        yield from (one.address for one in record.formerly)
    for removed in corpus.removed:
        yield from removed.addresses


def _work_of(path: str) -> str:
    """The work that a finding is about, by its path; '' for one about anything else."""
    parts = path.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == "sources" else ""


def _pages_of(staged: Staged, only: frozenset[str]) -> tuple[str, ...]:
    """The pages of works."""
    own = {page for (work, _), page in staged.corpus.pages.items() if work in only}
    return tuple(page for page in staged.pages if page in own)


@dataclass(frozen=True, slots=True)
class _Column:
    """The file of a text's column in the parallel view, and the pages that it stands on: with the other language."""

    path: str
    pages: tuple[tuple[str, str, int], ...]  # path, the language of the second column, the side that this one has


class _Checker:
    """Reads pages back in a process of its own; set up once per process."""

    project: Project
    authorities: Authorities
    options: dict[str, Any]

    @classmethod
    def start(cls, project: Project) -> None:
        from converter.site.engine import load_mkdocs_config  # noqa: PLC0415 - only `check` needs it here

        config = load_mkdocs_config(project)
        cls.project = project
        cls.authorities, _ = authorities_of(project)
        cls.options = {"extensions": config.markdown_extensions, "extension_configs": config.mdx_configs or {}}

    @classmethod
    def render(cls, text: str) -> str:
        """HTML as MkDocs makes it: a new Markdown object with the site's own extensions."""
        return python_markdown.Markdown(**cls.options).convert(text)

    @classmethod
    def run(cls, task: tuple[WorkFiles, SourceFile, _Column | None]) -> list[Diagnostic]:
        works, source, beside = task
        expression, sidecar = expression_of(input_of(works, source, cls.project), cls.authorities)
        if expression.aside:  # nothing of it is shown
            return []
        page = page_of(sidecar, source.lang, expression.resolution.masthead.symbol)
        text = markdown.body(expression, page)
        found = list(pages.check_words(expression.resolution, text, cls.render, pages.second_reader()))
        if beside is not None:
            script = (cls.project.files / beside.path).read_text(encoding="utf-8")
            read = {path: cls.standing(path) for path in {path for path, _, _ in beside.pages}}
            standing = [(read[path][second], side) for path, second, side in beside.pages]
            found += columns.check_column(expression.resolution, script, standing)
        return found

    @classmethod
    def standing(cls, path: str) -> dict[str, columns.Standing]:
        """What stands beside what on a parallel page, by the language of the second column."""
        read = front.read((cls.project.pages / path).read_text(encoding="utf-8"))
        return dict(read[0]["standing"]) if read else {}


def _column(corpus: Corpus, source: SourceFile) -> _Column | None:
    """The column that a text is in the parallel view; None when it is in none."""
    shown = corpus.shown_in(source.work)
    others = [lang for lang in shown if lang != source.lang]
    if source.lang not in shown or not others:
        return None
    page = corpus.pages[source.work, source.lang]
    own = addresses.parallel_page(page)
    pages = [(own, lang, 0) for lang in others]
    pages += [(addresses.parallel_page(corpus.pages[source.work, lang]), source.lang, 1) for lang in others]
    return _Column(addresses.beside(page, CELLS), tuple(pages))


def _links(project: Project, staged: Staged, looked_at: Iterable[str]) -> Iterator[Diagnostic]:
    """The links of the staged pages that are looked at, against every page, staged or written by people.

    A paragraph that a text cites and the cited one lacks is the citing text's matter, and a finding about that. An old
    address has every paragraph of the page that it leads to.
    """
    docs = project.root / "docs"
    files = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    files |= {page: project.pages / page for page in staged.pages}
    anchors = {page: pages.anchors_of(path.read_text(encoding="utf-8")) for page, path in files.items()}
    for page, lacks in lacking(staged.corpus).items():
        anchors.setdefault(page, set()).update(lacks)
    for old, new in staged.corpus.redirects.items():  # which keeps the paragraph
        anchors[old] = anchors.get(old, set()) | anchors.get(new, set())
    reader = pages.second_reader()
    known = {addresses.url(page): found for page, found in anchors.items()}
    everything = known | {file: set() for file in staged.files}
    columns_there = {file for file in staged.files if file.endswith(f"/{CELLS}")}
    for page in looked_at:
        text = files[page].read_text(encoding="utf-8")
        yield from pages.check_links(page, text, anchors, reader)
        yield from pages.check_addresses(page, pages.links_of_value(text), everything)
        column = addresses.beside(page, CELLS)
        if column in columns_there:
            script = (project.files / column).read_text(encoding="utf-8")
            yield from columns.check_links(column, script, ChainMap({"": anchors[page]}, known))
