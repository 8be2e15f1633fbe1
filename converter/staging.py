"""The staged files on disk, and the manifest that says what each was made from and what it then was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from converter.kept import digest, file_digest, keep, keep_only, kept, link, own_folder, whole, write_if_changed


class StagedFile(NamedTuple):
    """What a file was made from, and the digest of its bytes."""

    made_from: str
    digest: str


class Staging:
    """A folder of files. What is put again from the same is not even written; what is not put goes away.

    A file that is not as it was made, or that the manifest does not know, is made again or goes away.
    """

    def __init__(self, folder: Path, manifest: Path) -> None:
        self._folder = folder
        self._manifest = manifest
        self._before = kept(manifest, dict[str, StagedFile]) or {}
        self._after: dict[str, StagedFile] = {}
        self._changed: list[str] = []
        self._heard: list[tuple[str, bool]] = []
        _clear(folder, self._before)

    @property
    def paths(self) -> set[str]:
        """The paths put so far."""
        return set(self._after)

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each file put so far, by its path."""
        return {path: one.digest for path, one in self._after.items()}

    def put(self, path: str, made_from: str, content: Callable[[], str]) -> None:
        """Put a file; `content` is asked only when `made_from` differs. The first of two at one path stays."""
        if self._has(path) or self._is_there(path, made_from):
            return
        data = content().encode()
        self._after[path] = StagedFile(made_from, digest(data))
        if write_if_changed(self._folder / path, data):
            self._changed.append(path)

    def put_file(self, path: str, key: str, source: Callable[[], Path]) -> None:
        """Put a file that is there already, with the bytes that `key` is the digest of."""
        if self._has(path) or self._is_there(path, key):
            return
        if file_digest(self._folder / path) != key:
            link(source(), self._folder / path)
            self._changed.append(path)
        self._after[path] = StagedFile(key, key)

    def put_joined(self, path: str, made_from: str, parts: Callable[[], Iterable[str]]) -> None:
        """Put a file of many parts, of which one at a time is in memory."""
        if self._has(path) or self._is_there(path, made_from):
            return
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        before = file_digest(target)
        with whole(target) as made, made.open("wb") as output:
            for part in parts():
                output.write(part.encode())
        now = file_digest(target)
        assert now is not None
        self._after[path] = StagedFile(made_from, now)
        if now != before:
            self._changed.append(path)

    def _has(self, path: str) -> bool:
        """Whether something was put at a path already, with a note of who asks."""
        there = path in self._after
        self._heard.append((path, not there))
        return there

    def _is_there(self, path: str, made_from: str) -> bool:
        known = self._before.get(path)
        if known is None or known.made_from != made_from or not self._is_whole(path):
            return False
        self._after[path] = known
        return True

    def _is_whole(self, path: str) -> bool:
        """Whether a file is as it was made the last time."""
        known = self._before.get(path)
        return known is not None and file_digest(f"{self._folder}/{path}") == known.digest

    # --- a step that is not taken again: see `converter/steps.py`

    def listen(self) -> None:
        """Note from now on which paths are put, for `heard`."""
        self._heard.clear()

    def heard(self) -> tuple[tuple[str, bool], ...]:
        """The paths put since `listen`, each with whether it was the first of its path."""
        return tuple(self._heard)

    def can_stay(self, asked: Iterable[tuple[str, bool]]) -> bool:
        """Whether what was heard in the last build may stay as it was made then: for `stay`."""
        return all(path in self._after or (first and self._is_whole(path)) for path, first in asked)

    def stay(self, asked: Iterable[tuple[str, bool]]) -> None:
        """Put what was heard in the last build, as it was made then."""
        for path, _ in asked:
            if not self._has(path):
                self._after[path] = self._before[path]

    def finish(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take away what was not put. Returns what changed and what was removed, sorted."""
        removed = keep_only(self._folder, self._after)
        keep(self._manifest, self._after)
        return tuple(sorted(self._changed)), tuple(removed)


def _clear(folder: Path, known: dict[str, StagedFile]) -> None:
    """Take away what did not come from here, so that nothing lies in the way of what is put."""
    keep_only(own_folder(folder), known, links=False)
