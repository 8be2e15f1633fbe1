"""The staged files on disk, and the manifest that says what each was made from."""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from converter.cache import write_if_changed


class Staging:
    """A folder of files. What is put again from the same is not even written; what is not put goes away."""

    def __init__(self, folder: Path, manifest: Path) -> None:
        self._folder = folder
        self._manifest = manifest
        self._before = _read(manifest)
        self._after: dict[str, str] = {}
        self._changed: list[str] = []

    @property
    def paths(self) -> set[str]:
        """The paths put so far."""
        return set(self._after)

    def put(self, path: str, made_from: str, content: Callable[[], str]) -> None:
        """Put a file; `content` is asked only when `made_from` differs. The first of two at one path stays."""
        if path in self._after:
            return
        self._after[path] = made_from
        target = self._folder / path
        if self._before.get(path) == made_from and target.is_file():
            return
        if write_if_changed(target, content().encode()):
            self._changed.append(path)

    def put_joined(self, path: str, made_from: str, parts: Callable[[], Iterable[str]]) -> None:
        """Put a file of many parts, of which one at a time is in memory."""
        if path in self._after:
            return
        self._after[path] = made_from
        target = self._folder / path
        if self._before.get(path) == made_from and target.is_file():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        made = target.with_name(f"{target.name}.part")
        with made.open("wb") as output:
            for part in parts():
                output.write(part.encode())
        if target.is_file() and filecmp.cmp(made, target, shallow=False):
            made.unlink()
        else:
            made.replace(target)
            self._changed.append(path)

    def touch(self, path: str) -> None:
        """Count a file as changed that stayed the same: what is made of it is made of something else as well."""
        if path not in self._changed:
            os.utime(self._folder / path)
            self._changed.append(path)

    def finish(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take away what was not put. Returns what changed and what was removed, sorted."""
        removed = sorted(set(self._before) - set(self._after))
        for path in removed:
            (self._folder / path).unlink(missing_ok=True)
        text = json.dumps(self._after, ensure_ascii=False, sort_keys=True, indent=0)
        write_if_changed(self._manifest, text.encode())
        return tuple(sorted(self._changed)), tuple(removed)


def _read(path: Path) -> dict[str, str]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
