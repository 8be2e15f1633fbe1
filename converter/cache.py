"""What was made before, by content: an expression is converted again only when something it is made from changed."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from converter.model import Diagnostic, Record

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Converted:
    """What the collection keeps of one converted source: name and cache key of each of its outputs."""

    key: str
    record: Record
    page: str
    outputs: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def digest(*parts: bytes) -> str:
    """A content hash of several byte strings, each kept apart from the next."""
    hasher = hashlib.sha256()
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()[:32]


def fingerprint(files: Iterable[Path], base: Path) -> str:
    """A hash of files: their paths under `base` and their bytes. What is a link is not read."""
    parts: list[bytes] = []
    for path in sorted(files):
        if path.is_symlink() or not path.is_file():
            parts += [path.relative_to(base).as_posix().encode(), b"no file"]
            continue
        parts += [path.relative_to(base).as_posix().encode(), path.read_bytes()]
    return digest(*parts)


def code_fingerprint() -> str:
    """A hash of the converter itself: its code, languages and schemas."""
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".yml", ".json")]
    return fingerprint(files, PACKAGE)


class Cache:
    """The folder `build/cache`. Made by us alone; delete it and everything is made again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = folder / "index.pickle"
        self._outputs = folder / "outputs"

    def load(self) -> dict[str, Converted]:
        """What was converted before, by the path of the source; nothing when the cache cannot be read."""
        try:
            loaded = pickle.loads(self._index.read_bytes())
        except Exception:  # an unreadable cache, or one of an older converter, is an empty cache
            return {}
        return loaded if isinstance(loaded, dict) else {}

    def save(self, converted: dict[str, Converted]) -> None:
        """Keep what was converted, and only the outputs that it names."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_if_changed(self._index, pickle.dumps(converted, protocol=5))
        used = {key for one in converted.values() for _, key in one.outputs}
        for path in self._outputs.glob("*"):
            if path.name not in used:
                path.unlink()

    def put(self, text: str) -> str:
        """Keep a text; returns the key to find it by."""
        data = text.encode()
        key = digest(data)
        write_if_changed(self._outputs / key, data)
        return key

    def get(self, key: str) -> str:
        """The text kept under a key."""
        return (self._outputs / key).read_text(encoding="utf-8")


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file unless it holds these bytes already, so that its time stamp means a change."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True
