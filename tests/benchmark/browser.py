"""The first search in a cold Chromium: how many bytes the search's own files took, how long until a result showed.

Both sites come from a static server on this machine that compresses, from memory, as a web server does that keeps
compressed files.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_SEARCH_FILES = ("search", "pagefind", "lunr", "/workers/")
_GZIP_MAGIC = b"\x1f\x8b"
_TIMEOUT_MS = 180_000
_WIDTH, _HEIGHT = 1280, 900


@dataclass(frozen=True, slots=True)
class Interface:
    """How one searches on a site: where to type, what key opens that place, what a result looks like."""

    input: str
    result: str
    key: str = "/"


OURS = Interface("dialog .rd-search__input", "dialog .rd-search__results a")
MATERIAL = Interface("[data-md-component=search-query]", ".md-search-result__item a")


@dataclass(frozen=True, slots=True)
class Searched:
    """Bytes sent for the search, all bytes sent, seconds from typing to the first result."""

    bytes: int
    all_bytes: int
    seconds: float


class NoResultError(Exception):
    """The browser failed, or no result showed in time."""


@dataclass
class _Site:
    root: Path
    packed: dict[str, tuple[str, bytes, bool]] = field(default_factory=dict)
    sent: list[tuple[str, int]] = field(default_factory=list)

    def file(self, url: str) -> tuple[str, bytes, bool] | None:
        """Type, body and whether it is compressed; packed once."""
        path = unquote(urlsplit(url).path)
        if path not in self.packed:
            target = (self.root / path.lstrip("/")).resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_relative_to(self.root.resolve()) or not target.is_file():
                return None
            data = target.read_bytes()
            small = data if data[:2] == _GZIP_MAGIC else gzip.compress(data, 6)
            packed = len(small) < len(data)
            kind = mimetypes.guess_type(target.name)[0] or "application/octet-stream"
            self.packed[path] = (kind, small if packed else data, packed)
        return self.packed[path]


@contextmanager
def served(root: Path) -> Iterator[tuple[str, _Site]]:
    """Serve a folder on a free port of this machine."""
    site = _Site(root)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = site.file(self.path)
            kind, body, packed = found or ("text/plain", b"", False)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            site.sent.append((self.path, len(body)))

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", site
    finally:
        server.shutdown()
        server.server_close()


def first_search(root: Path, interface: Interface, query: str, chromium: str) -> Searched:
    """Search a built site once to warm the server, then once more in a browser that has never seen it."""
    with served(root) as (url, site):
        _search(f"{url}zh/", interface, query, chromium)
        site.sent.clear()
        seconds = _search(f"{url}zh/", interface, query, chromium)
        own = sum(size for path, size in site.sent if any(part in path for part in _SEARCH_FILES))
        return Searched(own, sum(size for _, size in site.sent), seconds)


def _search(url: str, interface: Interface, query: str, chromium: str) -> float:
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - large; only now may this process grow

    with sync_playwright() as library:
        browser = library.chromium.launch(executable_path=chromium)
        try:
            page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
            page.set_default_timeout(_TIMEOUT_MS)
            page.goto(url, wait_until="load")
            began = time.perf_counter()
            page.keyboard.press(interface.key)
            page.locator(interface.input).first.fill(query)
            page.locator(interface.result).first.wait_for(state="visible")
            return time.perf_counter() - began
        except Error as error:
            raise NoResultError(str(error)) from error
        finally:
            browser.close()
