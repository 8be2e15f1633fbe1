"""Files of the index: what is there already is not written again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from converter.kept import remove, whole


def link(source: Path, target: Path) -> None:
    """Let `target` be the file `source`, without a second copy where the disk allows that."""
    if target.is_file() and not target.is_symlink() and (target.samefile(source) or _same(source, target)):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    remove(target)
    try:
        os.link(source, target)
    except OSError:
        with whole(target) as unfinished:
            shutil.copyfile(source, unfinished)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
