"""What a build puts into the site's folder, and which of it is there already: MkDocs asks, the account answers."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.kept import digest, link
from converter.pipeline import Staged
from converter.project import Project
from converter.site.account import account_of
from converter.site.fingerprints import templates
from converter.site.languages import Way, texts_of
from converter.site.search import SearchIndex
from converter.translations import Translations

_SITEMAP = "sitemap.xml"


class Outputs:
    """The files of one build, whoever writes them."""

    def __init__(
        self,
        project: Project,
        config: MkDocsConfig,
        staged: Staged,
        index: SearchIndex,
        labels: Mapping[str, Any],
        *,
        every: bool,
    ) -> None:
        """`labels` are the words of the search's filters; `every` when MkDocs makes everything whatever it is told."""
        self._project = project
        self._staged = staged
        self._index = index
        self._site = Path(config.site_dir)
        self._account = account_of(project, self._site)
        self._common = digest(
            templates(project).encode(),
            repr(config.nav).encode(),
            " ".join(staged.corpus.languages()).encode(),
            json.dumps(labels, sort_keys=True).encode(),
        )
        self._made_from: dict[str, str] = {}  # by the path of the output
        self._due: dict[str, bool] = {}
        self._templates: dict[str, bool] = {}  # those of the theme that are no page → whether they are made this time
        self._every = every

    def answer_for(self, files: Files, ways: Callable[[str], list[Way]], known: Translations) -> None:
        """Let every file of MkDocs tell by its content, not by a time stamp, whether it is to be made again."""
        texts = repr(texts_of(self._staged.corpus)).encode()
        every = digest(texts, *(os.fsencode(path) for path in sorted(files.src_uris)))
        for file in files:
            if file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                continue
            staged = self._staged.digests.get(file.src_uri) if file.generated_by else None
            made_from = staged or digest(file.content_bytes)
            if file.is_documentation_page():
                around = msgspec.json.encode((ways(file.src_uri), known.get(file.src_uri)))
                # A fact about other pages is in a staged page's own Markdown; what people write links to them.
                parts = (self._common, made_from, "" if staged else every)
                made_from = digest(around, *(part.encode() for part in parts))
            self._made_from[file.dest_uri] = made_from
            file.is_modified = partial(self._is_due, file)  # type: ignore[method-assign]
        self._account.make_way(self._made_from, self._staged.files)

    def due_pages(self, files: Files) -> list[str]:
        """The staged pages that are to be made, by their paths."""
        found = (files.get_file_from_path(page) for page in self._staged.pages)
        return [file.src_uri for file in found if file is not None and file.is_modified()]

    def _is_due(self, file: File) -> bool:
        """Whether a file is to be made. The answer stays the same while it is."""
        path = file.dest_uri
        if path not in self._due:
            if file.is_documentation_page():
                there = self._account.has(path, self._with_search(path))
            else:
                there = self._account.has_bytes(path, self._made_from[path])
            self._due[path] = self._every or not there
        return self._due[path]

    def _with_search(self, path: str) -> str:
        """What a page is made from, and what the search index has of it, so that the two cannot part."""
        return digest(self._made_from[path].encode(), str(self._index.given(path)).encode())

    @property
    def common(self) -> str:
        """A digest of what goes into every page."""
        return self._common

    def has_template(self, name: str) -> bool:
        """Whether the file is there that a template of the theme gives, one that shows nothing of single pages."""
        there = not self._every and self._account.has(name, self._common)
        if there:
            self._templates[name] = False
        return there

    def add_template(self, name: str) -> None:
        """A template of the theme, which is no page, gives a file."""
        self._templates[name] = True

    def copy_staged(self) -> None:
        """Bring the staged files into the site, those that it does not have as they are."""
        folder = self._project.files
        for path in self._staged.files:
            known = (path, f"{folder}/{path}", self._staged.digests[path])
            if not self._account.has_file(*known):
                link(folder / path, self._site / path)
                self._account.written(path)
                self._account.has_file(*known)  # notes the digest of one that was linked

    def close(self, search: Iterable[str]) -> None:
        """Leave in the site what was put there and nothing else, and keep account of it. In: the index's files."""
        copied = [*self._templates, *self._staged.files, *search]
        if _SITEMAP in self._templates:
            copied.append(self._zip_sitemap())
        pages = {path for path in self._made_from if path.endswith(".html")}
        outputs = dict.fromkeys([*self._made_from, *copied], "") | {path: self._with_search(path) for path in pages}
        outputs |= dict.fromkeys(self._templates, self._common)
        due = [path for path, due in (self._due | self._templates).items() if due]
        for path in due:
            self._account.written(path)
        self._account.close(outputs)

    def _zip_sitemap(self) -> str:
        """Pack the sitemap again: MkDocs puts the day into the file."""
        path = f"{_SITEMAP}.gz"
        (self._site / path).write_bytes(gzip.compress((self._site / _SITEMAP).read_bytes(), mtime=0))
        return path
