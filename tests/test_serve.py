"""`serve`, run as people run it: a change that cannot be built is said, and the next one is built."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.temp_project import GOOD, ROOT, make_project
from tests.test_failures import free_port

PATIENCE_S = 240
PAGE = "zh/drafts/lamps/"


class Served:
    """A project that is being served; what it says goes to a file."""

    def __init__(self, root: Path, address: str, running: subprocess.Popen[bytes], log: Path) -> None:
        self.root, self.address, self.running, self._log = root, address, running, log

    def page(self) -> str:
        """The page of the work as it is served, empty while nothing is."""
        try:
            with urlopen(self.address + PAGE, timeout=PATIENCE_S) as answer:
                return str(answer.read().decode("utf-8"))
        except URLError:
            return ""

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, what: str, where: str) -> None:
        """Wait until `what` is on the page or among what was said."""
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends and self.running.poll() is None:
            if what in (self.page() if where == "page" else self.said()):
                return
            time.sleep(0.3)
        pytest.fail(f"no {what} on the {where}: {self.said()}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = make_project(tmp_path / "project", {"lamps": {"zh.txt": GOOD}})
    port, log = str(free_port()), tmp_path / "log"
    with log.open("wb") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "converter", "--project", str(root), "serve", "--port", port],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield Served(root, f"http://127.0.0.1:{port}/", running, log)
    finally:
        running.kill()
        running.wait()


def test_what_cannot_be_built_is_said_and_what_was_mended_is_served(served: Served) -> None:
    served.wait_for("日落之前", "page")
    authority, source = served.root / "authorities" / "bodies.yml", served.root / "sources" / "lamps" / "zh.txt"
    good = authority.read_bytes()
    authority.write_bytes(good + b"\n- id: [\n")
    served.wait_for("bodies.yml:", "log")
    assert "Traceback" not in served.said()
    assert "日落之前" in served.page(), "what stood there stays until something better can be built"
    authority.write_bytes(good)
    source.write_text(GOOD.replace("日落", "黄昏"), encoding="utf-8")
    served.wait_for("黄昏之前", "page")
    assert "日落之前" not in served.page()
