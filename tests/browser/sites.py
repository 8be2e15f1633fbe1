"""The collections that browser tests look at, each built once for all of them.

conftest.py takes these fixtures in; tests take them by name. `demo` is the invented corpus in six languages, `council`
resolutions without titles, as the Security Council's are, `real` real English texts that lie beside the repository.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from converter.site.joined import SEARCHING, one_script
from converter.site.languages import words_script
from tests.measure.reserved import CORPUS, is_reserved
from tests.once import once_for_all
from tests.temp_project import GOOD, make_project, run

ROOT = Path(__file__).parents[2]
# The scripts of the search: those that a page names, those that are fetched.
SEARCH_SCRIPTS = ("shared.js", "search-open.js")
FETCHED_SCRIPTS = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["searching"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Halting(_Quiet):
    """Serves pages in two parts: what is behind HALT comes a while after what is before it."""

    HALT = "<!-- the rest is late -->"

    def do_GET(self) -> None:
        """Answer with the parts of a page, or with any other file as it is."""
        if not self.path.endswith("/"):
            super().do_GET()
            return
        first, _, rest = Path(self.translate_path(self.path), "index.html").read_bytes().partition(self.HALT.encode())
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(first)
        self.wfile.flush()
        time.sleep(1.5)
        self.wfile.write(rest)


def serve(folder: Path, handler: type[_Quiet] = _Quiet) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on a free port; the caller shuts the server down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def served(folder: Path, handler: type[_Quiet] = _Quiet) -> Iterator[str]:
    """The address of a folder over http, with a slash at its end."""
    running, address = serve(folder, handler)
    try:
        yield address
    finally:
        running.shutdown()
        running.server_close()


# --- a search page of its own -------------------------------------------------------------------------------


def write_search_page(site: Path, url: str, lang: str, html: str = '<div id="rd-search"></div>', **told: Any) -> None:
    """A page at an address below `site` with the project's scripts of the search and the words of a language.

    `html` is what stands in it; `told` takes the place of what the site would tell the search (`words`).
    """
    up = "../" * url.count("/")
    (site / url).mkdir(parents=True, exist_ok=True)
    (site / "assets/javascripts").mkdir(parents=True, exist_ok=True)
    ours = ROOT / "docs/assets/javascripts"
    for name in SEARCH_SCRIPTS:
        shutil.copy(ours / name, site / "assets")
    fetched = one_script((ROOT / "docs" / name).read_text(encoding="utf-8") for name in FETCHED_SCRIPTS)
    (site / SEARCHING).write_text(fetched, encoding="utf-8")
    (site / lang / "words.js").write_text(words_script(lang, ()), encoding="utf-8")
    config = json.dumps({"base": up, "lang": lang, **told})
    scripts = [f"{lang}/words.js", *(f"assets/{name}" for name in SEARCH_SCRIPTS)]
    (site / url / "index.html").write_text(
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><link rel="icon" href="data:,"><body>{html}'
        f'<script type="application/json" id="rd-search-config">{config}</script>'
        + "".join(f'<script src="{up}{script}" defer></script>' for script in scripts),
        encoding="utf-8",
    )


def write_files(site: Path, files: Iterable[tuple[str, str]]) -> None:
    """Files below a folder: path, content."""
    for path, text in files:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


# --- the invented corpus ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented corpus."""
    return once_for_all(tmp_path_factory, "demo", _invented) / "project/site"


def _invented(folder: Path) -> None:
    command = [sys.executable, "-m", "converter", "--project", str(ROOT), "demo", "--out", str(folder / "project")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def demo_server(demo: Path) -> Iterator[str]:
    with served(demo) as address:
        yield address


def built_site(factory: pytest.TempPathFactory, name: str, works: Mapping[str, Mapping[str, bytes | str]]) -> Path:
    """The site of a project of these works, in English among others."""

    def make(folder: Path) -> None:
        root = folder / "project"
        root.mkdir()
        result = run(make_project(root, works), "build")
        assert (root / "site/en/index.html").is_file(), result.output

    return once_for_all(factory, name, make) / "project/site"


# --- resolutions without titles -----------------------------------------------------------------------------

LAMPS = """Resolution {number} ({year})
of 30 November {year}

The Security Council,

Recalling its resolution 9000 (1991) of 1 May 1991,

1. Reaffirms that every lamp is to be lit;

2. Condemns the dousing of the lamps of {place}, cf. S/PV. 1590, of which the harbour master spoke at such length and \
with such care that every member of the Council was moved to tears by it, and of which he then gave a report;

3. Requests the Secretary-General, as keeper of the oil, to submit to the Council, after he has spoken with the \
keepers of all the lamps along the coast and has counted them, {due} a report;

4. Further requests the Secretary-General:

(a) To buy oil;

(b) To report to the Council on its price;

5. Requests Norway to lend its boats;

6. Decides to remain seized of the matter.

{adopted}
"""
WORKS = {
    "norport": ("9001", "1992", "Norport", "by 31 May 1993", "Adopted unanimously at the 3001st meeting."),
    "sudport": ("9002", "1993", "Sudport", "not later than 31 May 2090",
                "Adopted at the 3002nd meeting by 13 votes to none, with 2 abstentions."),
    "westport": ("9004", "1992", "Westport", "by 30 June 1993", "Adopted unanimously at the 3004th meeting."),
    "ostport": ("9003", "1994", "Ostport", "by 30 June 2090", "Adopted at the 3003rd meeting, without a vote."),
}  # fmt: skip


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of four resolutions in English and one text in Chinese."""
    works = {}
    for name, (number, year, place, due, adopted) in WORKS.items():
        text = LAMPS.format(number=number, year=year, place=place, due=due, adopted=adopted)
        works[name] = {"work.yml": f"symbol: S/RES/{number}({year})\n", "en.txt": text}
    works["good"] = {"work.yml": "subjects: [灯塔]\n", "zh.txt": GOOD}
    return built_site(tmp_path_factory, "council", works)


@pytest.fixture(scope="session")
def council_server(council: Path) -> Iterator[str]:
    with served(council) as address:
        yield address


# --- real texts ---------------------------------------------------------------------------------------------

TEXTS = CORPUS / "unsc-en"
MANY = 60


def some(texts: Path = TEXTS) -> list[Path]:
    """So many of the texts, from the first year to the last."""
    free = [path for path in sorted(texts.glob("S_RES_*.txt")) if not is_reserved(path.name)]
    return free[:: max(1, len(free) // MANY)][:MANY]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of some real resolutions of the Security Council."""
    texts = some()
    if not texts:
        pytest.skip(f"no real texts in {TEXTS}")
    works = {}
    for path in texts:
        _, _, number, year = path.stem.split("_")
        sidecar = f"symbol: S/RES/{int(number)}({year})\n"
        works[path.stem.lower().replace("_", "-")] = {"work.yml": sidecar, "en.txt": path.read_bytes()}
    return built_site(tmp_path_factory, "real", works)


@pytest.fixture(scope="session")
def real_server(real: Path) -> Iterator[str]:
    with served(real) as address:
        yield address
