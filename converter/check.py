"""`check`: every finding about every source, authority file and page, with the pages read back."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import markdown as python_markdown

from converter.authorities import Authorities
from converter.convert import page_of
from converter.lint import pages
from converter.model import Diagnostic
from converter.pipeline import Progress, authorities_of, expression_of, no_progress, stage
from converter.project import Project, SourceFile, WorkFiles, scan
from converter.write import markdown

_WORTH_A_POOL = 16


def check(project: Project, progress: Progress = no_progress) -> tuple[Diagnostic, ...]:
    """Every finding. Stages the pages first, because their links are checked against each other."""
    staged = stage(project)
    works, _ = scan(project)
    tasks = [(one, source) for one in works for source in one.sources]
    findings = list(staged.diagnostics)
    if len(tasks) < _WORTH_A_POOL:
        _Checker.start(project)
        results: Any = map(_Checker.run, tasks)
        findings += [finding for found in progress(results, len(tasks), "checking") for finding in found]
    else:
        context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        with ProcessPoolExecutor(mp_context=context, initializer=_Checker.start, initargs=(project,)) as pool:
            results = pool.map(_Checker.run, tasks, chunksize=16)
            findings += [finding for found in progress(results, len(tasks), "checking") for finding in found]
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
        expression, sidecar = expression_of(source, works, cls.project, cls.authorities)
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
