"""`check`: every finding about every source, authority file and page, with the pages read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import markdown as python_markdown

from converter.authorities import Authorities
from converter.batch import Progress, expression_of, in_parallel, no_progress
from converter.convert import page_of
from converter.lint import pages
from converter.model import Diagnostic
from converter.pipeline import authorities_of, stage
from converter.project import Project, SourceFile, WorkFiles, scan
from converter.write import markdown


def check(project: Project, progress: Progress = no_progress) -> tuple[Diagnostic, ...]:
    """Every finding. Stages the pages first, because their links are checked against each other."""
    staged = stage(project)
    works, _ = scan(project)
    tasks = [(one, source) for one in works for source in one.sources]
    checked = in_parallel(_Checker.run, tasks, _Checker.start, (project,), "checking", progress)
    findings = [*staged.diagnostics, *(finding for found in checked for finding in found)]
    findings += _links(project, staged.pages)
    return tuple(sorted(set(findings)))


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
    def run(cls, task: tuple[WorkFiles, SourceFile]) -> list[Diagnostic]:
        works, source = task
        expression, sidecar = expression_of(works, source, cls.project, cls.authorities)
        page = page_of(sidecar, source.lang, expression.resolution.masthead.symbol)
        text = markdown.body(expression, page)
        return list(pages.check_words(expression.resolution, text, cls.render, pages.second_reader()))


def _links(project: Project, staged: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The links of every page, staged or written by people, against each other."""
    docs = project.root / "docs"
    texts = {page: (project.pages / page).read_text(encoding="utf-8") for page in staged}
    for path in sorted(docs.rglob("*.md")):
        texts.setdefault(path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8"))
    anchors = {page: pages.anchors_of(text) for page, text in texts.items()}
    reader = pages.second_reader()
    for page in staged:
        yield from pages.check_links(page, texts[page], anchors, reader)
