"""What was made before, by content: an expression is converted again only when something it is made from changed."""

from __future__ import annotations

import os
import platform
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from converter.kept import (
    digest,
    file_digest,
    files_below,
    is_file,
    keep_rows,
    kept_rows,
    no_more_than,
    own_folder,
    remove,
    write_if_changed,
)
from converter.model import Diagnostic, Record

PACKAGE = Path(__file__).parent
_MOST = 8 * 1024 * 1024  # bytes that a hash is of; a file of facts has less, or is refused
# A new version of any of them may change what is made: all that the project depends on.
LIBRARIES = (
    "babel",
    "click",
    "jsonschema",
    "lxml",
    "markdown",
    "markdown-it-py",
    "mdit-py-plugins",
    "mkdocs",
    "mkdocs-material",
    "msgspec",
    "pagefind",
    "pypdfium2",
    "pyyaml",
    "tinycss2",
    "webencodings",
)


@dataclass(frozen=True, slots=True)
class Converted:
    """What the collection keeps of one converted source: name and cache key of each of its outputs.

    `facts` are digests of the record's facts: see `converter/facets.py`.
    """

    key: str
    record: Record
    page: str
    outputs: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    facts: dict[str, str]


def fingerprint(base: Path, files: Iterable[str]) -> str:
    """A hash of files: their paths under `base`, with forward slashes, and their bytes. What is a link is not read."""
    parts: list[bytes] = []
    for name in sorted(files):
        path = f"{base}/{name}"
        parts += [os.fsencode(name), digest(no_more_than(path, _MOST)).encode() if is_file(path) else b"no file"]
    return digest(*parts)


@cache  # of the code that runs: what is edited meanwhile runs in the next process
def code_fingerprint() -> str:
    """A hash of the converter itself, its languages and schemas, and of the libraries that it stands on."""
    files = (path for path in files_below(PACKAGE) if "__pycache__" not in path)
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    return digest(fingerprint(PACKAGE, files).encode(), " ".join([platform.python_version(), *libraries]).encode())


class LostOutputError(Exception):
    """What the cache says that it keeps is not there, or not what was put there."""


class Cache:
    """The folder `build/cache`. Made by us alone; delete it and everything is made again.

    With `thorough`, every output is looked at when the cache is loaded, and what has lost one counts as not converted.
    """

    def __init__(self, folder: Path, *, thorough: bool = False) -> None:
        self.folder = own_folder(folder)
        self._thorough = thorough
        self._index = folder / "index.jsonl"
        self._outputs = own_folder(folder / "outputs")

    def load(self) -> dict[str, Converted]:
        """What was converted before, by the path of the source; nothing when the cache cannot be read."""
        known = {one.record.path: one for one in kept_rows(self._index, Converted)}
        if not self._thorough:
            return known
        return {path: one for path, one in known.items() if all(self._text(key) is not None for _, key in one.outputs)}

    def save(self, converted: Collection[Converted]) -> None:
        """Keep what was converted, and only the outputs that it names."""
        keep_rows(self._index, converted)
        used = {key for one in converted for _, key in one.outputs}
        for path in self._outputs.glob("*"):
            if path.name not in used:
                remove(path)

    def put(self, text: str) -> str:
        """Keep a text; returns the key to find it by."""
        data = text.encode()
        key = digest(data)
        write_if_changed(self._outputs / key, data)
        return key

    def get(self, key: str) -> str:
        """The text kept under a key. Raises LostOutputError when it cannot be had: see `thorough`."""
        text = self._text(key)
        if text is None:
            raise LostOutputError(key)
        return text

    def file(self, key: str) -> Path:
        """The file of the text kept under a key. Raises LostOutputError as `get` does."""
        path = self._outputs / key
        if file_digest(path) != key:
            raise LostOutputError(key)
        return path

    def _text(self, key: str) -> str | None:
        try:
            data = (self._outputs / key).read_bytes()
            return data.decode() if digest(data) == key else None
        except (OSError, ValueError):
            return None
