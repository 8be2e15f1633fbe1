"""A built site, its bundle, and a real Chromium that is watched: every request and every console message.

The tests take `site`, `opened` and so on by name and do not know how the site came about.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from converter.site.bundle import write_bundle
from tests.browser.sites import (  # noqa: F401 - fixtures, and what the tests take from here
    ROOT,
    council,
    council_server,
    demo,
    demo_server,
    real,
    real_server,
    serve,
    served,
)
from tests.once import once_for_all

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE_MS = 20_000  # a busy machine is slow, not wrong
INPUTS = ("authorities", "docs", "overrides", "sources")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


# --- the site --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this checkout, built in a copy, in a folder whose name has a space and Han characters."""
    return once_for_all(tmp_path_factory, "决议 文库", _build) / "site"


def _build(copy: Path) -> None:
    for name in INPUTS:
        shutil.copytree(ROOT / name, copy / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, copy / name)
    done = subprocess.run(
        [sys.executable, "-m", "converter", "build", "--strict"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def bundle(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's bundle, unpacked."""

    def unpack(folder: Path) -> None:
        archive = write_bundle(site, folder.parent / "bundle.zip")
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)

    return once_for_all(tmp_path_factory, "离线 副本", unpack)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The site over http; the address ends in a slash."""
    with served(site) as address:
        yield address


# --- the browser -----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: what CHROMIUM names, one on PATH, or the test library's own."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as library:
        started = library.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()


@dataclass
class Watched:
    """A page with everything that it asked for and everything that it complained about."""

    page: Page
    root: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open an address below the root; from file:// a folder's index page."""
        if self.root.startswith("file:"):
            head, mark, tail = path.partition("?") if "?" in path else path.partition("#")
            path = f"{head}index.html{mark}{tail}" if head.endswith("/") or not head else path
        self.page.goto(self.root + path)
        return self.page

    def begin(self, root: str) -> Watched:
        """Make the window ready for another test, below another root: nothing shown, kept or noted."""
        empty(self.page)
        self.root = root
        self.asked.clear()
        self.complaints.clear()
        return self

    def elsewhere(self) -> list[str]:
        """The requests that left the site's own origin (from file://: its own folder)."""
        own = (self.root, "data:", f"blob:{self.root}", "blob:null/", "blob:file://")
        return [address for address in self.asked if not address.startswith(own)]


def watch(context: BrowserContext, root: str) -> Watched:
    """A new page, watched."""
    watched = Watched(context.new_page(), root)

    def on_request(request: Request) -> None:
        watched.asked.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            watched.complaints.append(f"{message.text} [{message.location.get('url')}]")

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", lambda error: watched.complaints.append(str(error.error)))
    return watched


WINDOW: ViewportSize = {"width": 1280, "height": 900}


def _profile(browser: Browser) -> BrowserContext:
    made = browser.new_context(locale="zh-CN", viewport=WINDOW)
    made.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    return made


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, without a network but its own: no cache of an earlier test."""
    made = _profile(browser)
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Watched]:
    """A window for the tests of a file that only look, one after the other (`Watched.begin`).

    A process of its own costs three times what showing a page does. It is not for what is kept beyond a page: a test
    that sets the clock, routes requests, adds scripts or counts what comes from the network takes `context`.
    """
    made = _profile(browser)
    yield watch(made, "")
    made.close()


def empty(page: Page) -> None:
    """Leave a page: what its site keeps in the browser goes, and the window and the pointer are as at first."""
    if not page.url.startswith("about:"):
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    page.set_viewport_size(WINDOW)
    page.mouse.move(0, 0)


@pytest.fixture(scope="module", params=["http", "file"])
def site_root(request: pytest.FixtureRequest) -> str:
    """The address of the site over http, then of its bundle from file://."""
    return request.getfixturevalue("server" if request.param == "http" else "bundle_root")  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def bundle_root(bundle: Path) -> str:
    """The address of the bundle."""
    return bundle.as_uri() + "/"


@pytest.fixture
def opened(site_root: str, context: BrowserContext) -> Iterator[Watched]:
    """The site over http, then its bundle from file://; at the end, that nothing went out and nothing complained."""
    yield from _asked(quiet(watch(context, site_root)))


@pytest.fixture
def looked_at(site_root: str, window: Watched) -> Iterator[Watched]:
    """The same in the window of all tests of a file."""
    yield from _asked(quiet(window.begin(site_root)))


def _asked(watching: Iterator[Watched]) -> Iterator[Watched]:
    for watched in watching:
        yield watched
        assert watched.asked, "the watch saw no request at all"


Opener = Callable[[Path], Watched]


@pytest.fixture
def open_folder(context: BrowserContext) -> Iterator[Opener]:
    """Serve a folder that the test made and open a page on it."""
    running: list[ThreadingHTTPServer] = []

    def opener(folder: Path) -> Watched:
        started, address = serve(folder)
        running.append(started)
        return watch(context, address)

    yield opener
    for started in running:
        started.shutdown()
        started.server_close()


@pytest.fixture
def look_into(window: Watched) -> Iterator[Opener]:
    """The same in the window of all tests of a file."""
    with ExitStack() as serving:
        yield lambda folder: window.begin(serving.enter_context(served(folder)))


@contextmanager
def seen(browser: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """A page in a window of this width, in light or dark, once its scripts have had a moment: one window for all."""
    page = _shown_in(browser)
    empty(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="screen", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    page.wait_for_timeout(200)
    yield page


@cache
def _shown_in(browser: Browser) -> Page:
    return _profile(browser).new_page()


def moved(browser: Browser, address: str, width: int, *, shows: str = "h1", late: str = "") -> float:
    """How much of a page moves while it comes, as browsers reckon it, until `shows` is there and then for a moment.

    A script that is called `late` comes when all that does not wait for it is shown.
    """
    page = browser.new_page(viewport={"width": width, "height": 844})
    if late:
        page.route(f"**/{late}", lambda route: (time.sleep(0.5), route.continue_()))
    page.add_init_script(
        "window.moved = 0; "
        "new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved += one.value })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address)
    expect(page.locator(shows).first).to_be_visible()
    page.wait_for_timeout(400)
    total: float = page.evaluate("window.moved")
    page.close()
    return total


SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const ends = one => Number.isFinite(one.effect.getComputedTiming().endTime);
  const moving = () => document.getAnimations().some(one => one.playState === 'running' && ends(one));
  for (let still = 0; still < 5; still = moving() ? 0 : still + 1) await frame();
}"""


def violations(page: Page) -> list[tuple[str, list[list[str]]]]:
    """What axe finds on the page once nothing on it fades or moves, with the first places of each.

    Words that fade away (the tabs, when a click has scrolled the page) are of low contrast for a tenth of a second.
    """
    page.evaluate(SETTLED)
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:5]) for one in found]


def assert_accessible(page: Page) -> None:
    """axe finds nothing on the page."""
    assert violations(page) == []


def quiet(watched: Watched) -> Iterator[Watched]:
    """A page that is watched; at the end, that nothing went out and nothing complained."""
    yield watched
    assert watched.elsewhere() == []
    assert watched.complaints == []


@pytest.fixture
def shown(demo_server: str, context: BrowserContext) -> Iterator[Watched]:  # noqa: F811
    """The invented corpus over http; at the end, that nothing went out and nothing complained."""
    yield from quiet(watch(context, demo_server))
