"""The MkDocs plugin: hands MkDocs the staged pages, so that `mkdocs build` and `mkdocs serve` work by hand too."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config import base
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import url_filter

from converter.corpus import Corpus
from converter.languages import available, read_data
from converter.model import Diagnostic, Severity
from converter.pipeline import Staged, stage
from converter.project import Project, find_project
from converter.site.search import SearchIndex
from converter.write.graph import neighbourhood

log = logging.getLogger("mkdocs.plugins.resolutions")


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what differs by language or page is data elsewhere."""


class ResolutionsPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Stages the pages before a build and indexes them after it."""

    def __init__(self) -> None:
        self.staged: Staged | None = None  # handed over by `converter build`, which has staged already
        self._index: SearchIndex | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage the pages, unless the caller has."""
        project = self._project(config)
        if self.staged is None:
            self.staged = stage(project)
            for diagnostic in self.staged.diagnostics:
                _log(diagnostic)
        labels = filter_labels(self.staged.corpus)
        self._index = SearchIndex(project.build / "search", Path(config.site_dir), labels)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the staged pages to those of docs/. A page that people wrote wins over a made one."""
        assert self.staged is not None
        pages = self._project(config).pages
        for page in self.staged.pages:
            if files.get_file_from_path(page) is None:
                files.append(File.generated(config, page, abs_src_path=str(pages / page)))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates the words of every language: `words.zh.cited_by`."""
        env.globals["words"] = {lang: read_data(lang)["ui"] for lang in available()}
        env.globals["citation_graph"] = citation_graph
        return env

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a page's text to the search index: early, so that Pagefind works while MkDocs fills templates."""
        if page.meta.get("search") and self._index is not None:
            self._index.add(page.url, html, page.meta)
        return html

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Bring the staged files along, and write the search index of everything that is staged."""
        assert self.staged is not None and self._index is not None
        copy_files(self._project(config).files, Path(config.site_dir), self.staged.files)
        self._index.remove_all_but(self.staged.search_urls)
        self._index.write()
        self.staged = None  # `serve` builds again and stages again

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when a source, a sidecar or an authority file changes."""
        project = self._project(config)
        for folder in (project.sources, project.authorities, project.root / "overrides"):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    @staticmethod
    def _project(config: MkDocsConfig) -> Project:
        return find_project(Path(config.config_file_path).parent)


@pass_context
def citation_graph(context: Context, meta: dict[str, Any]) -> str:
    """The citations around a work, drawn from its page's front matter; empty when there are none."""
    return neighbourhood(meta, read_data(meta["lang"])["ui"], lambda page: url_filter(cast(Any, context), page))


def filter_labels(corpus: Corpus) -> dict[str, dict[str, dict[str, str]]]:
    """What the search's filters are called, by language: bodies, kinds and statuses."""
    labels = {}
    for lang in available():
        ui = read_data(lang)["ui"]
        bodies = {body.id: body.names.preferred(lang) or body.id for body in corpus.authorities.bodies}
        labels[lang] = {"body": bodies, "kind": dict(ui["kind"]), "status": dict(ui["status"])}
    return labels


def copy_files(source: Path, site: Path, files: Iterable[str]) -> None:
    """Copy the files that the site does not have in this state yet."""
    for path in files:
        made, target = source / path, site / path
        if not target.is_file() or target.stat().st_mtime_ns < made.stat().st_mtime_ns:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, target)


def _log(diagnostic: Diagnostic) -> None:
    level = {Severity.ERROR: logging.WARNING, Severity.WARNING: logging.INFO}.get(diagnostic.severity, logging.DEBUG)
    log.log(
        level,
        "%s:%d:%d: %s [%s]",
        diagnostic.path,
        diagnostic.line,
        diagnostic.column,
        diagnostic.message,
        diagnostic.code,
    )
