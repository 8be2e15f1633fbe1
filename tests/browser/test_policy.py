"""The site under the Content-Security-Policy that `converter policy` prints: everything works, nothing complains."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from converter.demo.bank import AUTHORITIES, DATA
from converter.site.policy import hash_of, inline_scripts
from tests.browser.conftest import Watched, watch
from tests.temp_project import GOOD, make_project, run

FOG = DATA / "works" / "fog-signals"
WORKS = {
    "fog": {f"{lang}.txt": (FOG / f"{lang}.txt").read_text(encoding="utf-8") for lang in ("en", "zh")},
    "lamps": {"zh.txt": GOOD, "work.yml": "symbol: A/HRC/51/L.7\n"},  # its draft's address leads there
    "wicks": {"zh.txt": GOOD.replace("灯塔照明", "灯芯")},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("policy") / "project", WORKS)
    shutil.copytree(AUTHORITIES, root / "authorities", dirs_exist_ok=True)
    assert "pages made" in run(root, "build").output
    return root


@pytest.fixture(scope="module")
def policy(project: Path) -> str:
    """What the command prints."""
    done = run(project, "policy")
    assert done.exit_code == 0
    return done.output.strip()


class _Host(SimpleHTTPRequestHandler):
    """A host as it is set up by the docs: the policy with every answer, 404.html for what is not there."""

    def __init__(self, policy: str, *arguments: Any, **options: Any) -> None:
        self._policy = policy
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def send_error(self, code: int, *_: Any) -> None:
        lost = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        self.wfile.write(lost)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def guarded(project: Path, policy: str, context: BrowserContext) -> Iterator[Watched]:
    """The site behind its policy; at the end, that nothing was refused and nothing complained."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, policy, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context.add_init_script(
        "addEventListener('securitypolicyviolation', (event) =>"
        " console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"
    )
    watched = watch(context, f"http://127.0.0.1:{server.server_port}/")
    yield watched
    server.shutdown()
    server.server_close()
    assert [one for one in watched.complaints if "status of 404" not in one] == []
    assert watched.elsewhere() == []


def test_it_is_as_narrow_as_it_can_be(policy: str) -> None:
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    first, second, *hashes = rules["script-src"].split()
    assert (first, second) == ("'self'", "'wasm-unsafe-eval'")
    assert hashes and all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", one) for one in hashes)
    assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy


def test_no_page_has_a_script_that_it_does_not_allow(project: Path, policy: str) -> None:
    """What the theme has inline differs by depth: one hash for each."""
    seen: set[str] = set()
    bare: set[int] = set()  # the depths of pages without the theme's scripts, and of those with them
    full: set[int] = set()
    for path in sorted((project / "site").rglob("*.html")):
        found = inline_scripts(path.read_text(encoding="utf-8"))
        (full if found else bare).add(len(path.parts))
        for code in found:
            assert hash_of(code) in policy, f"{path}: {code[:100]}"
            seen.add(hash_of(code))
    idle = set(re.findall(r"'sha256-[^']+'", policy)) - seen
    assert len(idle) <= len(bare - full) + 1  # one a depth, whatever stands there, and that of the root


def test_our_own_templates_have_none(project: Path) -> None:
    for template in (project / "overrides").rglob("*.html"):
        assert inline_scripts(template.read_text(encoding="utf-8")) == [], template
        assert "<style" not in template.read_text(encoding="utf-8"), template


def test_what_is_not_allowed_does_not_run(project: Path, policy: str, context: BrowserContext) -> None:
    page = (project / "site" / "poisoned.html").resolve()
    page.write_text("<title>before</title><script>document.title = 'ran'</script><p onclick='document.title=1'>x</p>")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, policy, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watched = watch(context, f"http://127.0.0.1:{server.server_port}/")
    watched.go("poisoned.html")
    watched.page.locator("p").click()
    assert watched.page.title() == "before" and len([one for one in watched.complaints if "violates" in one]) == 2
    page.unlink()
    server.shutdown()
    server.server_close()


def test_the_root_and_a_moved_address_lead_on(guarded: Watched) -> None:
    page = guarded.go("")
    page.wait_for_url(re.compile("/zh/$"))
    page.goto(f"{guarded.root}zh/drafts/lamps/#op1")
    page.wait_for_url(re.compile(r"/zh/A/HRC/51/L\.7/#op1$"))


def test_the_page_of_a_work_works(guarded: Watched) -> None:
    page = guarded.go("zh/LG/LHC/RES/30/7/")
    page.locator(".rd-text a[href*='/35/#12']").first.hover()
    expect(page.locator("#rd-preview")).to_be_visible()
    page.locator("#op1").hover()
    page.locator("#op1 .rd-tools").click()
    expect(page.locator(".rd-menu")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".rd-toggle").click()
    page.locator(".rd-scheme").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.reload()  # the theme's inline script has the choice before the page is shown
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_search_works(guarded: Watched) -> None:
    page = guarded.go("zh/works/")
    page.keyboard.press("/")
    page.keyboard.type("灯油")
    expect(page.locator("dialog [role=status]")).to_contain_text("找到 3 件")
    page = guarded.go("en/search/?q=fog+signal")
    expect(page.locator(".rd-search__work").first).to_be_visible()
    page = guarded.go("en/search/?q=LG%2FLHC%2FRES%2F30%2F7")
    expect(page.locator(".rd-search__work--symbol").first).to_be_visible()


def test_the_ledger_the_indexes_and_the_drawings_work(guarded: Watched) -> None:
    page = guarded.go("en/mandates/")
    status = page.locator("#rd-ledger [role=status]")
    before = status.inner_text()
    page.locator("#rd-ledger input[name=q]").fill("training")
    expect(status).not_to_have_text(before)
    page = guarded.go("zh/cited/")
    rows = page.locator("tbody tr:visible")
    many = rows.count()
    page.locator(".rd-filter__text").fill("35/12")
    expect(rows).not_to_have_count(many)
    page.locator(".rd-sort").first.click()
    page = guarded.go("zh/graph/")
    expect(page.locator("svg.rd-drawing")).to_be_visible()


def test_a_parallel_view_works(guarded: Watched) -> None:
    page = guarded.go("en/LG/LHC/RES/30/7/parallel/zh/#op3")  # which leads on
    expect(page.locator(".rd-pair")).to_be_visible()
    page.locator(".rd-columns summary").click()
    link = page.locator(".rd-columns a[data-rd-same]").first
    link.hover()
    assert "#op" in (link.get_attribute("href") or "")
    page.locator(".rd-switch summary").click()
    page.locator(".rd-switch__list a").first.click()
    page.wait_for_url(re.compile("/zh/"))


def test_a_lost_address_is_answered(guarded: Watched) -> None:
    page = guarded.go("en/A/RES/60/999/")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.locator("#rd-lost input")).to_have_value("A/RES/60/999")
    page.locator("#rd-lost button").click()
    page.wait_for_url(re.compile(r"/en/search/\?q="))


def test_without_a_build_it_says_so(tmp_path: Path) -> None:
    done = run(make_project(tmp_path / "project", {}), "policy")
    assert done.exit_code == 1 and "converter build" in done.output
