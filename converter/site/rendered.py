"""The HTML of staged pages, kept by content: what is not changed is not rendered again, whatever else is.

A page's HTML is made from its Markdown, its address, the Markdown extensions, and the files that its links lead to.
The first three are the name under which it is kept; the last are kept with it and looked at again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.cache import digest, write_if_changed

_FORMAT = "1"  # of what is kept: raise it when the fields below change
_ENGINE = ("mkdocs", "Markdown")
_OURS = ("quick.py", "pages.py")  # that take part in the rendering


class Rendered(NamedTuple):
    """What rendering a page gives, in words that JSON has; files by their paths below docs_dir."""

    html: str
    title: str | None  # of the first heading
    toc: list[Any]  # [title, id, level, the same of what is below]
    anchors: list[str]
    links: dict[str, dict[str, str]]  # to anchors: file → anchor → the link as it is written
    leads: dict[str, str]  # every file that was looked for, and its address


class RenderedPages:
    """The folder `build/rendered`. Made by us alone; a file that cannot be read is one that is not there."""

    def __init__(self, folder: Path, config: MkDocsConfig) -> None:
        self._folder = folder
        self._used: set[str] = set()
        extensions = [one if isinstance(one, str) else type(one).__qualname__ for one in config.markdown_extensions]
        self._salt = digest(
            _FORMAT.encode(),
            repr((extensions, config.mdx_configs, config.use_directory_urls)).encode(),
            *(f"{name} {version(name)}".encode() for name in _ENGINE),
            *((Path(__file__).parent / name).read_bytes() for name in _OURS),
        )

    def key(self, page: File, markdown: str) -> str:
        """The name under which a page's HTML is kept."""
        key = digest(self._salt.encode(), page.src_uri.encode(), page.url.encode(), markdown.encode())
        self._used.add(key)
        return key

    def has(self, key: str) -> bool:
        """Whether something is kept under this name."""
        return (self._folder / key).is_file()

    def get(self, key: str, files: Files) -> Rendered | None:
        """What is kept under this name, if its links still lead where they led."""
        try:
            found = Rendered(**json.loads((self._folder / key).read_bytes()))
            same = all(_address_of(files.src_uris.get(path)) == to for path, to in found.leads.items())
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        return found if same and isinstance(found.html, str) else None

    def html(self, key: str) -> str | None:
        """The HTML that was kept under this name a moment ago."""
        try:
            return str(json.loads((self._folder / key).read_bytes())["html"])
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, key: str, rendered: Rendered) -> None:
        """Keep what a page gave."""
        write_if_changed(self._folder / key, json.dumps(rendered._asdict(), ensure_ascii=False).encode())

    def keep_used(self) -> None:
        """Take away what no page asked for: for a build that asks for every page."""
        for path in self._folder.glob("*"):
            if path.name not in self._used:
                path.unlink()


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
