"""`check`: every finding about every source, authority file and page, with the pages read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import markdown as python_markdown

from converter import addresses
from converter.authorities import Authorities
from converter.batch import Progress, expression_of, in_parallel, input_of, no_progress
from converter.convert import page_of
from converter.corpus import Corpus, lacking
from converter.deleted import deleted
from converter.lint import columns, pages
from converter.model import Diagnostic
from converter.pipeline import Staged, authorities_of, stage
from converter.project import Project, SourceFile, WorkFiles, scan
from converter.write import markdown


def check(
    project: Project, progress: Progress = no_progress, only: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Every finding. Stages the pages first, because their links are checked against each other.

    `only`: the works to look at, by their folders; empty for all of them and everything beside them.
    """
    staged = stage(project)
    works = [one for one in scan(project)[0] if not only or one.work in only]
    tasks = [(one, source, _columns(staged.corpus, source)) for one in works for source in one.sources]
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
    """The pages of works, and those that show them beside their other languages."""
    own = [page for (work, _), page in staged.corpus.pages.items() if work in only]
    folders = tuple(f"{page.removesuffix('.md')}/parallel/" for page in own)
    return tuple(page for page in staged.pages if page in own or page.startswith(folders))


Columns = tuple[tuple[str, int], ...]
"""Parallel views by the paths of their pages, and the column of each."""


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
    def run(cls, task: tuple[WorkFiles, SourceFile, Columns]) -> list[Diagnostic]:
        works, source, beside = task
        expression, sidecar = expression_of(input_of(works, source, cls.project), cls.authorities)
        if expression.aside:  # nothing of it is shown
            return []
        page = page_of(sidecar, source.lang, expression.resolution.masthead.symbol)
        text = markdown.body(expression, page)
        found = list(pages.check_words(expression.resolution, text, cls.render, pages.second_reader()))
        reader = columns.table_reader()
        for path, side in beside:
            table = (cls.project.pages / path).read_text(encoding="utf-8")
            found += columns.check_columns(expression.resolution, table, side, cls.render, reader)
        return found


def _columns(corpus: Corpus, source: SourceFile) -> Columns:
    """The parallel views that a text stands in."""
    found: list[tuple[str, int]] = []
    shown = corpus.shown_in(source.work)
    for lang in shown if source.lang in shown else ():
        if lang != source.lang:
            pair = (source.lang, lang)
            found += [
                (addresses.parallel_page(corpus.pages[source.work, one], other), side)
                for side, (one, other) in enumerate((pair, pair[::-1]))
            ]
    return tuple(found)


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
    for page in looked_at:
        yield from pages.check_links(page, files[page].read_text(encoding="utf-8"), anchors, reader)
