"""What lies in the site's folder, and what each page of it was made from: the one answer to "is that there already?".

No time stamp is asked. A file is as it was left if its bytes are; a page is made again unless everything that it is
made from is the same too. What no one put there goes away, but for what is hidden at the top, a checkout's `.git`:
MkDocs publishes nothing of the kind and leaves it alone as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from posixpath import dirname
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from converter.kept import file_digest, files_below, keep, keep_only, kept, remove
from converter.project import Project


class Output(NamedTuple):
    """A file of the site: the digest of its bytes, and what it was made from where that is not the same."""

    digest: str
    made_from: str = ""


class Account:
    """The files of a site by their paths. `path` None: a folder that we keep no account of, where all is to be made."""

    def __init__(self, path: Path | None, site: Path) -> None:
        self._path = path
        self._site = site
        self._outputs = (kept(path, dict[str, Output]) if path else None) or {}
        self._seen: dict[str, str | None] = {}

    def is_whole(self) -> bool:
        """Whether the site is as the account says: every file, and no other."""
        found = set(files_below(self._site, hidden=False))
        return found == self._outputs.keys() and all(self._is_as_left(path) for path in found)

    def has(self, path: str, made_from: str) -> bool:
        """Whether a file of the site was made from this, and is as it was left."""
        known = self._outputs.get(path)
        return known is not None and known.made_from == made_from and self._is_as_left(path)

    def has_bytes(self, path: str, digest: str) -> bool:
        """Whether a file of the site has these bytes."""
        return self._path is not None and self._digest(path) == digest

    def has_file(self, path: str, source: str, digest: str) -> bool:
        """Whether a file of the site is another name of one whose digest is known, or has its bytes."""
        with suppress(OSError):
            if os.path.samestat(os.lstat(f"{self._site}/{path}"), os.lstat(source)):
                self._seen[path] = digest
                return True
        return self.has_bytes(path, digest)

    def make_way(self, written: Collection[str], linked: Collection[str]) -> None:
        """Take away what lies where one of the files is to be and is none: a folder, a link; a file for a folder.

        What is `written` is written into the file that is there: so this must be no other name of a file that is kept.
        """
        folders: set[str] = set()
        for path in chain(written, linked):
            while (path := dirname(path)) and path not in folders:
                folders.add(path)
        for folder in sorted(folders):
            self._clear(folder, lambda found: S_ISDIR(found.st_mode))
        for path in linked:
            self._clear(path, lambda found: S_ISREG(found.st_mode))
        for path in written:
            self._clear(path, lambda found: S_ISREG(found.st_mode) and found.st_nlink == 1)

    def _clear(self, path: str, may_stay: Callable[[os.stat_result], bool]) -> None:
        try:
            stays = may_stay(os.lstat(f"{self._site}/{path}"))
        except OSError:  # there is nothing
            return
        if not stays:
            remove(self._site / path)

    def written(self, path: str) -> None:
        """A file was written, or is about to be."""
        self._seen.pop(path, None)

    def close(self, outputs: Mapping[str, str]) -> None:
        """Take away every file but these, and keep what each was made from, `""` for one that was copied."""
        if self._path is None:
            return
        keep_only(self._site, outputs, hidden=False)
        digests = {path: self._digest(path) for path in sorted(outputs)}
        self._outputs = {path: Output(one, outputs[path]) for path, one in digests.items() if one is not None}
        keep(self._path, self._outputs)

    def _is_as_left(self, path: str) -> bool:
        return self._digest(path) == self._outputs[path].digest

    def _digest(self, path: str) -> str | None:
        if path not in self._seen:
            self._seen[path] = file_digest(f"{self._site}/{path}")
        return self._seen[path]


def account_of(project: Project, site: Path) -> Account:
    """The account of the project's own site; `serve` and others build elsewhere, and from nothing."""
    own = site.resolve() == project.site.resolve()
    return Account(project.build / "outputs.json" if own else None, site)
