"""Steps of staging: a step that is made from the same as in the last build is not taken again, and what it put stays.

A step puts some pages and files. What it is made from is told before it is taken, as a digest: of the facts of the
collection that it reads (`Facts`), and of what else it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from converter.kept import keep, kept
from converter.staging import Staging


class _Step(NamedTuple):
    """What a step was made from, and in each folder the paths that it put, each with whether it was the first there."""

    made_from: str
    asked: tuple[tuple[tuple[str, bool], ...], ...]


class Steps:
    """The steps of one staging, taken one after the other, into the same folders."""

    def __init__(self, manifest: Path, *folders: Staging) -> None:
        self._manifest = manifest
        self._folders = folders
        self._before = kept(manifest, dict[str, _Step]) or {}
        self._after: dict[str, _Step] = {}

    def take(self, name: str, made_from: str, put: Callable[[], None]) -> None:
        """Take a step: `put` is called unless all that it would put is there, made from the same.

        The names of steps differ. Where two put the same path the first one's stays, so a step is taken again too when
        what another put in its place before is not put any more.
        """
        before = self._before.get(name)
        if before is None or before.made_from != made_from or not self._are_whole(before):
            for folder in self._folders:
                folder.listen()
            put()
        else:
            for folder, one in zip(self._folders, before.asked, strict=True):
                folder.listen()
                folder.stay(one)
        self._after[name] = _Step(made_from, tuple(folder.heard() for folder in self._folders))

    def _are_whole(self, step: _Step) -> bool:
        """Whether all that a step put is as it put it, and what others had put before it is put by others again."""
        return all(folder.can_stay(asked) for folder, asked in zip(self._folders, step.asked, strict=True))

    def finish(self) -> None:
        """Keep what the steps were made from for the next time."""
        keep(self._manifest, self._after)
