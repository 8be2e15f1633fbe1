"""The MkDocs plugin: hands MkDocs the staged pages, so that `mkdocs build` and `mkdocs serve` work by hand too."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config import base
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, url_filter

from converter.addresses import url
from converter.cited_series import CITED_BY, PLACES
from converter.corpus import Corpus
from converter.failures import said
from converter.language_files import available, read_data
from converter.model import Diagnostic, Severity
from converter.pipeline import Staged, stage
from converter.printable import is_utf_8
from converter.project import Project, find_project
from converter.site.finished import Unindented, citation_graph, drawn, escape_everywhere, finish
from converter.site.joined import SCRIPTS, Joined, join
from converter.site.languages import (
    SiteLanguage,
    Way,
    default_of,
    localized,
    navigation,
    navigations,
    site_languages,
    texts_of,
    ways,
    words_script,
)
from converter.site.outputs import Outputs
from converter.site.pages import StagedPage, render_ahead, titles
from converter.site.policy import write_policy
from converter.site.rendered import RenderedPages
from converter.site.search import SearchIndex
from converter.translations import Translations, shown, translations
from converter.write.words import plural

log = logging.getLogger("mkdocs.plugins.resolutions")
_LOST = "404.html"  # the page for addresses that lead nowhere, which shows nothing of other pages


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what differs by language or page is data elsewhere."""


class ResolutionsPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Stages the pages before a build and indexes them after it."""

    def __init__(self) -> None:
        self.staged: Staged | None = None  # handed over by `converter build`, which has staged already
        self.made = 0  # staged pages that the last build rendered
        self._every = True
        self._serving = False  # and the first build stands
        self._joined: Joined | None = None
        self._index: SearchIndex | None = None
        self._outputs: Outputs | None = None
        self._rendered: RenderedPages | None = None
        self._languages: tuple[SiteLanguage, ...] = ()
        self._local: dict[str, MkDocsConfig] = {}
        self._navs: dict[str, Navigation] = {}
        self._pages: frozenset[str] = frozenset()
        self._translations: Translations = {}
        self._shown: Translations = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether MkDocs makes every page, or asks for each whether it is due."""
        self._every = not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage the pages, unless the caller has."""
        project = self._project(config)
        if self.staged is None:
            self.staged = stage(project)
            for diagnostic in self.staged.diagnostics:
                _log(diagnostic)
        self._languages = site_languages(self.staged.corpus.languages(), config)
        named = default_of(config)  # the language of the site's name in the configuration
        if named not in self._codes():
            config.theme["language"] = self._languages[0].code
        docs = Path(config.docs_dir)
        staged = frozenset(self.staged.pages)
        config.nav = navigation(config, self._languages, lambda page: page in staged or (docs / page).is_file())
        if SCRIPTS not in map(str, config.extra_javascript):  # `serve` comes here again
            self._joined = join(config)
        self._local = {code: localized(config, code, named=code == named) for code in self._codes()}
        labels = filter_labels(self.staged.corpus)
        self._rendered = RenderedPages(project.build / "rendered", config)
        self._index = SearchIndex(project.build / "search", Path(config.site_dir), labels)
        self._outputs = Outputs(project, config, self.staged, self._index, labels, every=self._every)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the staged pages to those of docs/. A page that people wrote wins over a made one.

        What people wrote in a language that no text is in yet waits for the first one.
        """
        assert self.staged is not None and self._rendered is not None and self._outputs is not None
        pages = self._project(config).pages
        named = dict(titles(config.nav))
        waiting = {*available(), *config.extra.get("languages", [])} - self._codes()
        for file in [file for file in files if not is_utf_8(file.src_uri)]:  # said by the stage
            files.remove(file)
        for file in files.documentation_pages():
            if _first(file.src_uri) in waiting:
                files.remove(file)
        for page in self.staged.pages:
            if files.get_file_from_path(page) is None:
                file = File.generated(config, page, abs_src_path=str(pages / page))
                files.append(file)
                StagedPage(named.get(page), file, config, self._rendered)  # which makes itself the file's page
        if self._joined is not None:
            self._joined.put(files, config, self._project(config).build / "theme.json")
        for code in self._codes():
            words = words_script(code, self._languages)
            files.append(File.generated(config, f"{code}/words.js", content=words))
        self._pages = frozenset(file.src_uri for file in files.documentation_pages())
        self._translations = translations(self._pages, self.staged.corpus, self._codes())
        self._shown = shown(self._translations, self.staged.corpus)
        self._outputs.answer_for(files, lambda page: self._ways(page, config), self._shown)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Cut the navigation into one per language; what is no language's page has that of the site's own."""
        assert self.staged is not None and self._outputs is not None
        due = self._outputs.due_pages(files)
        self.made = len(due)
        render_ahead(due, config, files)
        self._navs = navigations(nav)
        return self._navs[default_of(config)]

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Have every template escape, and give it the words of every language: `words.zh.cited_by`."""
        env.add_extension(Unindented)
        escape_everywhere(env)
        env.globals["words"] = {lang: read_data(lang)["ui"] for lang in available()}
        env.globals["citation_graph"] = citation_graph
        env.globals["drawn"] = drawn
        env.filters["iri"] = iri
        env.globals["counted"] = plural
        env.globals["rd_languages"] = self._languages
        env.globals["rd_texts"] = texts_of(self.staged.corpus) if self.staged else {}
        env.globals["rd_leads_on"] = self.staged.corpus.leading_on if self.staged else frozenset()
        env.globals["rd_places"], env.globals["rd_cited_by"] = PLACES, CITED_BY
        env.globals["rd_default"] = default_of(config)
        env.globals["rd_translations"] = self._translations_of
        assert self._outputs is not None
        nav = self._navs[default_of(config)]
        write_policy(self._project(config).policy, self._outputs.common, env, nav, files, config)
        if self._outputs.has_template(_LOST):
            config.theme.static_templates.discard(_LOST)
        return env

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page the configuration and the navigation of its language, and the ways to the others."""
        if isinstance(page, StagedPage):
            page.take_up()
        finish(page)
        return self._with_language(context, page.file.src_uri, config)

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give a template that is no page, as 404.html is, the site's own language."""
        return self._with_language(context, "", config)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Say on the root element which way the page is read; the theme says it on the body only."""
        if isinstance(page, StagedPage):
            page.let_go()
        lang = self._lang_of(page.file.src_uri, config)
        if read_data(lang)["ui"]["direction"] == "ltr":
            return output
        return output.replace(f'<html lang="{lang}"', f'<html lang="{lang}" dir="rtl"', 1)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a page's text to the search index: early, so that Pagefind works while MkDocs fills templates."""
        if page.meta.get("search") and self._index is not None:
            self._index.add(page.url, html, page.meta)
        return html

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Note which templates of the theme give a file."""
        assert self._outputs is not None
        if output_content.strip():
            self._outputs.add_template(template_name)
        return output_content

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Bring the staged files along, write the search index of everything that is staged, and close the account."""
        assert self.staged is not None and self._rendered is not None
        assert self._index is not None and self._outputs is not None
        self._outputs.copy_staged()
        self._index.remove_all_but(self.staged.search_urls)
        self._outputs.close(self._index.write())
        self._rendered.keep_only(self.staged.pages)
        self.staged = None  # `serve` builds again and stages again

    def on_build_error(self, *, error: Exception) -> None:
        """Stop what runs beside the rendering. `serve` goes on, and says in one line what the machine refused."""
        self.abandon()
        if self._serving and isinstance(error, OSError):
            raise Abort(said(error)) from error

    def abandon(self) -> None:
        """Stop what runs beside the rendering: the build has failed, or was broken off."""
        if self._index is not None:
            self._index.abandon()
        self.staged = None

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when a source, a sidecar or an authority file changes."""
        self._serving = True
        project = self._project(config)
        for folder in (project.sources, project.authorities, project.root / "overrides"):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _codes(self) -> set[str]:
        return {language.code for language in self._languages}

    def _lang_of(self, page: str, config: MkDocsConfig) -> str:
        lang = _first(page)
        return lang if lang in self._codes() else default_of(config)

    def _with_language(self, context: TemplateContext, page: str, config: MkDocsConfig) -> TemplateContext:
        lang = self._lang_of(page, config)
        found = self._ways(page, config)
        own = {"config": self._local[lang], "nav": self._navs[lang], "rd_lang": lang, "rd_ways": found}
        return cast(TemplateContext, {**context, **own})

    def _ways(self, page: str, config: MkDocsConfig) -> list[Way]:
        lang = self._lang_of(page, config)
        return ways(page, lang, self._languages, self._translations, self._pages.__contains__)

    def _translations_of(self, page: str) -> list[tuple[str, str]]:
        """The languages that a page is shown in, with its address in each; none when it is in one only."""
        return [(lang, url(there)) for lang, there in self._shown.get(page, {}).items()]

    @staticmethod
    def _project(config: MkDocsConfig) -> Project:
        return find_project(Path(config.config_file_path).parent)


def _first(path: str) -> str:
    return path.partition("/")[0]


@pass_context
def iri(context: Context, path: str) -> str:
    """An address of the site: absolute where it is known where the site is, else relative to the page."""
    site = context["config"].site_url
    return f"{site}{path}" if site else url_filter(cast(Any, context), path or ".")


def filter_labels(corpus: Corpus) -> dict[str, dict[str, dict[str, str]]]:
    """What the search's filters are called, by language: bodies, kinds and statuses."""
    labels = {}
    for lang in available():
        ui = read_data(lang)["ui"]
        bodies = {body.id: body.names.preferred(lang) or body.id for body in corpus.authorities.bodies}
        labels[lang] = {"body": bodies, "kind": dict(ui["kind"]), "status": dict(ui["status"])}
    return labels


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
