"""Runs of Pagefind: the index of a shard from the reduced copies of its pages."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pagefind.service import get_executable

from converter.failures import FailedError
from converter.kept import digest, file_digest, files_below, keep, kept, link, own_folder, remove

_SEGMENTED = frozenset({"ja", "zh"})  # Pagefind would look for words; our copies have every character alone
_ONCE = ("pagefind.js", "wasm.")
_KEPT = (*_ONCE, "pagefind-entry.json")  # the rest is an interface that we do not use
_SHARD = "shard.json"
_SHARD_FOLDERS = ("index", "fragment")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{4,}")  # shorter ones are near too many; Han characters stand alone


class Runs:
    """Runs of Pagefind: one beside the rendering, as many as there are processors once that is over."""

    def __init__(self, cache: Path) -> None:
        self._shards = own_folder(cache / "shards")
        self._running_in = own_folder(cache / "runs")
        self._waiting: deque[tuple[str, str, list[tuple[str, Path]]]] = deque()
        self._running: dict[str, _Run] = {}
        self._wanted: set[str] = set()

    def made(self, key: str) -> Path:
        """Where the index of a shard is."""
        return self._shards / key

    def want(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        """Ask for the index of a shard; nothing happens when it is there or on its way."""
        if key not in self._wanted:
            self._wanted.add(key)
            if shard_of(self.made(key)) is None:
                self._waiting.append((key, lang, members))

    def step(self, limit: int = 1) -> None:
        """Collect what has ended and start what waits, up to `limit` runs at once."""
        for key, run in list(self._running.items()):
            if run.process.poll() is not None:
                self._collect(key)
        while self._waiting and len(self._running) < limit:
            self._start(*self._waiting.popleft())

    def finish(self, keys: set[str]) -> None:
        """Run all that waits and is among the keys, to the end; then drop every index that is not."""
        self._waiting = deque(job for job in self._waiting if job[0] in keys)
        self._stop(key for key in list(self._running) if key not in keys)
        self.step(limit=os.cpu_count() or 1)
        while self._running:
            next(iter(self._running.values())).process.wait()
            self.step(limit=os.cpu_count() or 1)
        shutil.rmtree(self._running_in, ignore_errors=True)
        for path in self._shards.glob("*"):
            if path.name not in keys:
                remove(path)
        self._wanted.clear()

    def abandon(self) -> None:
        """Stop what runs: the build has failed."""
        self._waiting.clear()
        self._stop(list(self._running))

    def _stop(self, keys: Iterable[str]) -> None:
        for key in keys:
            process = self._running.pop(key).process
            process.kill()
            process.wait()

    def _start(self, key: str, lang: str, members: list[tuple[str, Path]]) -> None:
        self._running_in.mkdir(parents=True, exist_ok=True)
        # A folder of this run alone: one that outlives a killed build may still write into its own.
        folder = Path(tempfile.mkdtemp(prefix=key, dir=self._running_in))
        for url, copy in members:
            link(copy, folder / "site" / url / "index.html")
        binary = get_executable()
        if binary is None:
            raise FailedError("the package pagefind came without its program; install pagefind[extended]")
        command = [
            str(binary),
            "--site",
            f"site/{lang}",  # from its own folder: Pagefind takes no name that is not UTF-8
            "--output-path",
            "made",
            "--silent",
        ]
        command += ["--force-language", index_language(lang), "--include-characters", "/"]
        with (folder / "log").open("wb") as log:  # its own folder, so that no pagefind.yml of a caller is read
            process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._running[key] = _Run(process, folder, len(members))

    def _collect(self, key: str) -> None:
        process, folder, size = self._running.pop(key)
        made = folder / "made"
        code = process.wait()
        if code != 0 or not (made / "pagefind-entry.json").is_file():
            raise FailedError(f"pagefind ended with {code}: {_last_line(folder / 'log')}")
        fragments = list(_fragments(made))
        ids = {one: fragment["url"].removeprefix("/") for one, fragment in fragments}
        if len(ids) != size:
            raise FailedError(f"pagefind kept {len(ids)} of {size} pages")
        names = [name for name in files_below(made) if not _is_interface(name)]
        files = {name: digest((made / name).read_bytes()) for name in sorted(names)}
        words = Counter(word for _, fragment in fragments for word in _WORD.findall(fragment["content"].lower()))
        signs = "".join(sorted(filter(_HAN.match, set().union(*(fragment["content"] for _, fragment in fragments)))))
        keep(made / _SHARD, Shard(ids, files, dict(sorted(words.items())), signs))
        self._shards.mkdir(parents=True, exist_ok=True)
        remove(self.made(key))
        made.replace(self.made(key))
        shutil.rmtree(folder)


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip()[:300] for line in reversed(lines) if line.strip()), "it said nothing")


class _Run(NamedTuple):
    """A run of Pagefind, its folder, and the number of its pages."""

    process: subprocess.Popen[bytes]
    folder: Path
    size: int


class Shard(NamedTuple):
    """What Pagefind made of a shard: its id of each page with the page's address, and its files with their digests.

    `words` are those of its pages in small letters, with how often each stands there; `signs` are the Han ones.
    """

    ids: dict[str, str]
    files: dict[str, str]
    words: dict[str, int]
    signs: str


def shard_of(made: Path) -> Shard | None:
    """The index in a folder; None when it is not there, or not as it was made."""
    shard = kept(made / _SHARD, Shard)
    whole = shard is not None and all(file_digest(made / name) == one for name, one in shard.files.items())
    return shard if whole else None


def index_language(lang: str) -> str:
    """The language that Pagefind is told: it stems where it can, and never parts words by itself."""
    return "unknown" if lang in _SEGMENTED else lang


def _fragments(made: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Pagefind's id of each page, and what it keeps of it: `url`, from the language's root, and `content`."""
    for path in sorted((made / "fragment").glob("*.pf_fragment")):
        yield path.stem, json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def _is_interface(name: str) -> bool:
    """Whether a file belongs to the interface that Pagefind brings along, which is not ours."""
    folder, _, _ = name.rpartition("/")
    return folder not in _SHARD_FOLDERS and not name.endswith(".pf_meta") and not name.startswith(_KEPT)


def bundle_files(shard: Shard, *, whole: bool) -> Iterator[str]:
    """The files of an index that a browser asks for; script and WebAssembly only of the first shard."""
    for name in shard.files:
        if whole or not name.startswith(_ONCE):
            yield name
