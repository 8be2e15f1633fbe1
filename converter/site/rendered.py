"""The HTML of staged pages, kept: what is not changed is not rendered again, whatever else is.

A page's HTML is made from its Markdown, its address, the Markdown extensions, and the files that its links lead to.
The first three are the key that it is kept by; the last are kept with it and looked at again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.kept import digest, keep, keep_only, kept, own_folder
from converter.language_files import available, read_data

_FORMAT = "3"  # of what is kept: raise it when the fields below change
_ENGINE = ("mkdocs", "Markdown")
_OURS = "pages.py"  # which takes part in the rendering


class Rendered(NamedTuple):
    """What rendering a page gives, in words that JSON has; files by their paths below docs_dir."""

    html: str
    toc: list[Any]  # [title, id, level, the same of what is below]
    anchors: list[str]
    links: dict[str, dict[str, str]]  # to anchors: file → anchor → the link as it is written
    leads: dict[str, str]  # every file that was looked for, and its address


class _Kept(NamedTuple):
    """What is on disk of a page: the key of what it was rendered from, and what it gave."""

    key: str
    rendered: Rendered


class RenderedPages:
    """The folder `build/rendered`, a file for each page. Made by us alone; what cannot be read is not there."""

    def __init__(self, folder: Path, config: MkDocsConfig) -> None:
        self._folder = own_folder(folder)
        extensions = [one if isinstance(one, str) else type(one).__qualname__ for one in config.markdown_extensions]
        self._salt = digest(
            _FORMAT.encode(),
            repr((extensions, config.mdx_configs, config.use_directory_urls)).encode(),
            *(f"{name} {version(name)}".encode() for name in _ENGINE),
            *(read_data(lang)["ui"]["to_mark"].encode() for lang in available()),
            (Path(__file__).parent / _OURS).read_bytes(),
        )

    def key(self, page: File, markdown: str) -> str:
        """What a page's HTML is kept by: all that it is made from but where its links lead."""
        return digest(self._salt.encode(), page.src_uri.encode(), page.url.encode(), markdown.encode())

    def get(self, page: File, key: str, files: Files) -> Rendered | None:
        """What is kept of a page, if it was rendered from the same and its links still lead where they led."""
        found = self.read(page, key)
        leads = found.leads.items() if found is not None else ()
        return found if all(_address_of(files.src_uris.get(path)) == to for path, to in leads) else None

    def read(self, page: File, key: str) -> Rendered | None:
        """What is kept of a page, if it was rendered from the same, wherever its links lead."""
        found = kept(self._path(page.src_uri), _Kept)
        return found.rendered if found is not None and found.key == key else None

    def put(self, page: File, key: str, rendered: Rendered) -> None:
        """Keep what a page gave."""
        keep(self._path(page.src_uri), _Kept(key, rendered))

    def keep_only(self, pages: Iterable[str]) -> None:
        """Take away what is no page's."""
        keep_only(self._folder, {self._path(page).name for page in pages})

    def _path(self, page: str) -> Path:
        return self._folder / digest(page.encode())


@dataclass
class Lookups:
    """The files of the site, which remember who was looked for. Stands in for `Files` while a page is rendered."""

    files: Files
    leads: dict[str, str] = field(default_factory=dict)
    certain: bool = True  # every question was for a file that is there, and nothing else was asked

    def get_file_from_path(self, path: str) -> File | None:
        """As `Files` does."""
        found = self.files.src_uris.get(path) or self.files.get_file_from_path(path)
        address = _address_of(found)
        if found is not None and address is not None:
            self.leads[found.src_uri] = address
        else:
            self.certain = False  # a link that leads nowhere is warned of on every build
        return found

    def __getattr__(self, name: str) -> Any:
        self.certain = False
        return getattr(self.files, name)


class Heard(logging.Filter):
    """Hears whether rendering a page says something; `silent` while another process will say it."""

    def __init__(self, *, silent: bool) -> None:
        super().__init__()
        self.said = False
        self._silent = silent

    def filter(self, record: logging.LogRecord) -> bool:
        """Note the record, and let it pass."""
        self.said = True
        return not self._silent


def _address_of(file: File | None) -> str | None:
    """The address of a file that is on the site."""
    shown = file is not None and not file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
    return file.url if file is not None and shown else None


def toc_items(items: Iterable[Any]) -> list[Any]:
    """A table of contents of MkDocs in words that JSON has."""
    return [[item.title, item.id, item.level, toc_items(item.children)] for item in items]
