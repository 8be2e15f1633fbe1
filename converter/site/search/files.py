"""Files of the index: what is there already is not written again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file unless it says this already."""
    data = text.encode()
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be linked elsewhere
    path.write_bytes(data)


def link(source: Path, target: Path) -> None:
    """Let `target` be the file `source`, without a second copy where the disk allows that."""
    if target.is_file():
        if target.samefile(source) or _same(source, target):
            return
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Remove every file below a folder that is not among the names, and every folder that this leaves empty."""
    kept = set(names)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
