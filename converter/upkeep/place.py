"""Files put in their place, whole or not at all: written under a hidden name, then renamed. Never over another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from converter.formats import FORMATS
from converter.project import SIDECAR, Project
from converter.upkeep.offered import CannotTakeError
from converter.upkeep.plan import Planned
from converter.upkeep.taken import Taken, bytes_of

_HIDDEN = ".new-"  # `scan` passes over names with a dot
_NAMED = 6  # files that the note of a sidecar names
_HEAD = """\
# yaml-language-server: $schema=../../converter/schemas/work.schema.json
#
# The text prints everything else that the site says about this work.

"""


def put(project: Project, planned: Planned, facts: str = "") -> None:
    """Write the files of one work; `facts` go into a new sidecar. Raises CannotTakeError, OSError: nothing stays."""
    folder = project.sources / planned.name
    if planned.is_there:
        _add(folder, planned.files)
    else:
        _make(folder, planned.files, facts)


def _make(folder: Path, files: tuple[Taken, ...], facts: str) -> None:
    folder.parent.mkdir(exist_ok=True)
    made = folder.with_name(f"{_HIDDEN}{folder.name}")
    with _taken_away(made):
        made.mkdir()
        for one in files:
            (made / one.file_name).write_bytes(bytes_of(one))
        (made / SIDECAR).write_text(sidecar(files, facts), encoding="utf-8", newline="\n")
        _rename(made, folder)


def _add(folder: Path, files: tuple[Taken, ...]) -> None:
    written = [(folder / f"{_HIDDEN}{one.file_name}", folder / one.file_name, one) for one in files]
    placed: list[Path] = []
    with _taken_away(*(hidden for hidden, _, _ in written)):
        try:
            for hidden, _, one in written:
                hidden.write_bytes(bytes_of(one))
            for hidden, target, _ in written:
                _rename(hidden, target)
                placed.append(target)
        except (OSError, CannotTakeError):
            for target in placed:
                target.unlink()
            raise


def _rename(made: Path, target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise CannotTakeError(f"sources/{target.parent.name}/{target.name} is there already")
    made.rename(target)


@contextmanager
def _taken_away(*paths: Path) -> Iterator[None]:
    """Whatever happens, nothing stays under the hidden names; what a killed run left there goes first."""
    for path in paths:
        _delete(path)
    try:
        yield
    finally:
        for path in paths:
            _delete(path)


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def sidecar(files: tuple[Taken, ...], facts: str = "") -> str:
    """The sidecar of a work that is made from these files."""
    formats = {FORMATS[one.ending] for one in files}
    names = [one.offered.shown.rpartition("/")[2] for one in files[:_NAMED]]
    kind = "file" if len(files) == 1 else "files"
    note = json.dumps(f"Taken over from the official {kind} {', '.join(names)}.", ensure_ascii=False)
    lines = [f"  format: {formats.pop()}\n"] if len(formats) == 1 else []
    if any(one.asked.accept_changes for one in files):
        lines.append("  changes: accept\n")
    return "".join([_HEAD, facts, "source:\n", *lines, f"  note: {note}\n"])
