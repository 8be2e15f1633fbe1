"""Runs of Pagefind: the index of a shard from the reduced copies of its pages."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from pagefind.service import get_executable

from converter.site.search.files import compact, link, write

_SEGMENTED = frozenset({"ja", "zh"})  # Pagefind would look for words; our copies have every character alone
_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.")  # the rest is an interface that we do not use
_SHARD_FOLDERS = ("index", "fragment")


class Runs:
    """Runs of Pagefind: one beside the rendering, as many as there are processors once that is over."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._waiting: deque[tuple[str, str, list[tuple[str, Path]]]] = deque()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._wanted: set[str] = set()

    def made(self, key: str) -> Path:
        """Where the index of a shard is."""
        return self._cache / "shards" / key

    def want(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        """Ask for the index of a shard; nothing happens when it is there or on its way."""
        if key not in self._wanted and not self.made(key).is_dir():
            self._wanted.add(key)
            self._waiting.append((key, lang, members))

    def step(self, limit: int = 1) -> None:
        """Collect what has ended and start what waits, up to `limit` runs at once."""
        for key, process in list(self._running.items()):
            if process.poll() is not None:
                self._collect(key)
        while self._waiting and len(self._running) < limit:
            self._start(*self._waiting.popleft())

    def finish(self, keys: set[str]) -> None:
        """Run all that waits and is among the keys, to the end; then drop every index that is not."""
        self._waiting = deque(job for job in self._waiting if job[0] in keys)
        for key in [key for key in self._running if key not in keys]:
            self._running[key].kill()
            self._running.pop(key).wait()
        self.step(limit=os.cpu_count() or 1)
        while self._running:
            next(iter(self._running.values())).wait()
            self.step(limit=os.cpu_count() or 1)
        shutil.rmtree(self._cache / "runs", ignore_errors=True)
        for folder in (self._cache / "shards").glob("*"):
            if folder.name not in keys:
                shutil.rmtree(folder)
        self._wanted.clear()

    def _start(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        run = self._cache / "runs" / key
        shutil.rmtree(run, ignore_errors=True)
        for url, copy in members:
            link(copy, run / "site" / url / "index.html")
        binary = get_executable()
        if binary is None:
            raise FileNotFoundError("the package pagefind came without its program; install pagefind[extended]")
        command = [
            str(binary),
            "--site",
            str(run / "site" / lang),
            "--output-path",
            str(run / "made"),
            "--silent",
        ]
        command += ["--force-language", index_language(lang), "--include-characters", "/"]
        with (run / "log").open("wb") as log:  # its own folder, so that no pagefind.yml of a caller is read
            self._running[key] = subprocess.Popen(command, cwd=run, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _collect(self, key: str) -> None:
        run = self._cache / "runs" / key
        code = self._running.pop(key).wait()
        if code != 0 or not (run / "made" / "pagefind-entry.json").is_file():
            raise RuntimeError(f"pagefind ended with {code}: {(run / 'log').read_text(errors='replace')[-2000:]}")
        write(run / "made" / "ids.json", compact(dict(_ids(run / "made"))))
        self.made(key).parent.mkdir(parents=True, exist_ok=True)
        (run / "made").replace(self.made(key))
        shutil.rmtree(run)


def index_language(lang: str) -> str:
    """The language that Pagefind is told: it stems where it can, and never parts words by itself."""
    return "unknown" if lang in _SEGMENTED else lang


def _ids(made: Path) -> Iterator[tuple[str, str]]:
    """Pagefind's id of each page, and its address from the language's root."""
    for path in sorted((made / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        yield path.stem, fragment["url"].removeprefix("/")


def bundle_files(made: Path, *, whole: bool) -> Iterator[Path]:
    """The files of an index that a browser asks for; script and WebAssembly only of the first shard."""
    for path in sorted(made.iterdir()):
        if path.name in _SHARD_FOLDERS:
            yield from sorted(path.iterdir())
        elif path.suffix == ".pf_meta" or path.name == "pagefind-entry.json" or (whole and path.name.startswith(_KEPT)):
            yield path
