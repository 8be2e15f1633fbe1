"""The staged pages as MkDocs' own, but read and rendered with less work: nothing is rendered twice.

`serve`, `mkdocs build` and `converter build` all come through here. Pages that people wrote stay MkDocs' own.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from converter.batch import in_parallel, no_progress
from converter.language_files import available, read_data
from converter.site.rendered import Heard, Lookups, Rendered, RenderedPages, toc_items
from converter.write import front

WORTH_PROCESSES = 64  # below this many pages, starting processes costs more than it saves
_NOTHING = Rendered("", [], [], {}, {})  # what is rendered of no Markdown
_log = logging.getLogger(mkdocs_pages.__name__)


class StagedPage(Page):
    """A page whose front matter is JSON, and whose HTML is kept: in memory only while it is worked on."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, kept: RenderedPages) -> None:
        self._kept = kept
        self._key = ""
        self._html: str | None = None
        self._on_disk = False  # whether the HTML as it is can be read again
        self._is_light = False  # whether the lists and tables of the front matter were let go
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """As MkDocs does, without a YAML reader where there is no need of one."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        if source is None:
            source = self.file.content_string
        self.meta, self.markdown = _parted(source)
        self._is_light = False

    def take_up(self) -> None:
        """Have the whole front matter again: the page's turn has come to be filled into its template."""
        if self._is_light:
            self.meta, self._is_light = _parted(self.file.content_string)[0], False

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take what is kept, or render. A page of values has no Markdown: all of it is made by its template."""
        assert self.markdown is not None
        self._key = self._kept.key(self.file, self.markdown)
        self._html, self._on_disk = None, False
        rendered = self._kept.get(self.file, self._key, files) if self.markdown else _NOTHING
        if rendered is None:
            self.render_and_keep(config, files)
        else:
            self._take(rendered, files)
        if self.present_anchor_ids is not None:  # a page of values says which anchors its template has
            self.present_anchor_ids |= set(self.meta.get("anchors", ()))

    def _take(self, rendered: Rendered, files: Files) -> None:
        self._html, self._on_disk = rendered.html, rendered is not _NOTHING
        self.toc = get_toc([_token(item) for item in rendered.toc])
        self.present_anchor_ids = set(rendered.anchors)
        found = {files.get_file_from_path(path): anchors for path, anchors in rendered.links.items()}
        self.links_to_anchors = {file: anchors for file, anchors in found.items() if file is not None}

    def render_and_keep(self, config: MkDocsConfig, files: Files, *, silent: bool = False) -> None:
        """Render; keep the outcome unless there was something to say of it, which is to be said each time."""
        assert self.markdown is not None
        self._key = self._kept.key(self.file, self.markdown)
        lookups, heard = Lookups(files), Heard(silent=silent)
        _log.addFilter(heard)
        try:
            with _words_of(self.file.src_uri, config):
                super().render(config, cast(Files, lookups))
        finally:
            _log.removeFilter(heard)
        if lookups.certain and not heard.said and self.links_to_anchors is not None:
            self._kept.put(self.file, self._key, self._outcome(lookups.leads))
            self._on_disk = True

    def is_kept(self) -> bool:
        """Whether the page as it is on disk was rendered before, or has no Markdown."""
        body = front.body(self.file.content_string)
        return not body or self._kept.read(self.file, self._kept.key(self.file, body)) is not None

    def _outcome(self, leads: dict[str, str]) -> Rendered:
        links = {file.src_uri: anchors for file, anchors in (self.links_to_anchors or {}).items()}
        anchors = sorted(self.present_anchor_ids or ())
        html = self._html or ""
        return Rendered(html, toc_items(self.toc), anchors, links, leads)

    # --- HTML ---------------------------------------------------------------------------------------------------

    @property
    def content(self) -> str | None:
        """The HTML, read again when it is on disk only."""
        if self._html is None and self._on_disk:
            rendered = self._kept.read(self.file, self._key)
            self._html = rendered.html if rendered is not None else None
        return self._html

    @content.setter
    def content(self, html: str | None) -> None:
        unchanged = html is not None and html is self._html  # what MkDocs sets when every plugin has seen it
        self._html = html
        if unchanged:
            self.let_go()

    def let_go(self) -> None:
        """Keep the texts, and what is long of the front matter, out of memory until they are asked for."""
        if self._on_disk:
            self._html, self.markdown = None, ""  # the Markdown is rendered; None would mean that it was never read
        if not self._html:
            self.meta = {key: value for key, value in self.meta.items() if not isinstance(value, (list, dict))}
            self._is_light = True


def _parted(source: str) -> tuple[MutableMapping[str, Any], str]:
    """The front matter and the Markdown of a page, ours or one that others wrote."""
    found = front.read(source)
    if found is not None:
        return found
    body, own = meta.get_data(source)
    return own, body


@contextmanager
def _words_of(path: str, config: MkDocsConfig) -> Iterator[None]:
    """Have Markdown say in the language of a page what it says itself: where the sign behind a note leads."""
    lang = path.partition("/")[0]
    before = config.mdx_configs
    if lang in available():
        title = read_data(lang)["ui"]["to_mark"].format(number="{}")
        config.mdx_configs = {**before, "footnotes": {**before.get("footnotes", {}), "BACKLINK_TITLE": title}}
    try:
        yield
    finally:
        config.mdx_configs = before


class _Renderer:
    """Renders pages in a process of its own; set up once per process."""

    config: MkDocsConfig
    files: Files

    @classmethod
    def start(cls, config: MkDocsConfig, files: Files) -> None:
        cls.config, cls.files = config, files

    @classmethod
    def run(cls, path: str) -> None:
        page = cast(StagedPage, _page(cls.files, path))
        page.markdown = front.body(page.file.content_string)
        page.render_and_keep(cls.config, cls.files, silent=True)
        page.content, page.toc, page.markdown = None, get_toc([]), None


def render_ahead(paths: Iterable[str], config: MkDocsConfig, files: Files) -> None:
    """Render in several processes what is not kept yet, if it is much. What fails there, MkDocs does in its turn."""
    missing = [path for path in paths if isinstance(page := _page(files, path), StagedPage) and not page.is_kept()]
    if len(missing) < WORTH_PROCESSES or not hasattr(os, "fork"):
        return
    in_parallel(_Renderer.run, missing, _Renderer.start, (config, files), "rendering", no_progress)


def _page(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file is not None else None


def _token(item: Any) -> Any:
    title, anchor, level, below = item
    return {"name": title, "id": anchor, "level": level, "children": [_token(one) for one in below]}


def titles(nav: Any) -> Iterator[tuple[str, str]]:
    """The pages of a navigation as the configuration has it, with the titles that it gives them."""
    for entry in nav if isinstance(nav, list) else [nav]:
        for title, inner in entry.items() if isinstance(entry, dict) else ():
            if isinstance(inner, str):
                yield inner, title
            else:
                yield from titles(inner)
