"""Works whose folders are gone and that nothing speaks of: an address that was published would lead nowhere.

What there was is known from the history that the repository keeps: every folder that ever came into the branch, so a
clean clone knows it too, as far as it is not shallow. Where no history speaks of sources (a project that is in no
repository) the works of earlier builds on this machine, `build/works.json`, stand for it.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.addresses import DRAFTS, is_work_name
from converter.formats import FORMATS
from converter.kept import write_if_changed
from converter.language_files import available
from converter.model import Diagnostic
from converter.project import Project

_SECONDS = 60
_MOST = 50  # findings: more would only fill the screen
_GIT = ("git", "-c", "core.quotePath=false", "-c", "log.showSignature=false")


def deleted(project: Project, works: Iterable[str], addresses: Iterable[str]) -> Iterator[Diagnostic]:
    """Works that were there and are neither there, nor removed, nor renamed.

    `works`: the folders that are there; `addresses`: those that former and removed works are known to have had.
    """
    known = {address.removeprefix(DRAFTS) for address in addresses if address.startswith(DRAFTS)}
    committed = _committed(project.root)
    missing = sorted((committed or _built(project)) - set(works) - known)
    for name in missing[:_MOST]:
        path = f"sources/{name}"
        message = f"{path} is gone, and its address leads nowhere: {len(missing)} such" if len(missing) > _MOST else ""
        message = message or f"{path} is gone, and its address leads nowhere"
        back = _bring_back(project.root, path) if committed else "bring the folder back"
        hint = (
            f"if it was renamed, put {DRAFTS}{name} under formerly in its sidecar; else {back}, then: converter remove"
        )
        yield Diagnostic(path, 0, 0, "work-deleted", message, f"{hint} {name}")


def note_works(project: Project, works: Iterable[str]) -> None:
    """Remember which works a build has seen, where no history does."""
    path = project.build / "works.json"
    names = sorted(_built(project) | set(works))
    write_if_changed(path, json.dumps(names, indent=0).encode())


def _built(project: Project) -> set[str]:
    try:
        loaded = json.loads((project.build / "works.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return (
        {name for name in loaded if isinstance(name, str) and is_work_name(name)} if isinstance(loaded, list) else set()
    )


def is_shallow(root: Path) -> bool:
    """Whether the history of this clone is cut off, so that not everything that was deleted is known."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def _committed(root: Path) -> set[str]:
    """The works that ever came into the branch: those of which it gained a text. A merge counts as what it brought."""
    said = _git(
        root, "log", "--first-parent", "-m", "--no-renames", "--diff-filter=A", "--name-only", "--format=", "-z",
        "--relative", "HEAD", "--", "sources",
    )  # fmt: skip
    paths = (path.strip("\n").split("/") for path in said.split("\0"))
    return {path[1] for path in paths if len(path) == 3 and is_work_name(path[1]) and _is_text(path[2])}


def _is_text(name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    return stem in available() and f".{ending.lower()}" in FORMATS


def _bring_back(root: Path, path: str) -> str:
    """How to get a folder back that was deleted: from before the commit that did it, or from the last one."""
    commit = _git(
        root, "log", "-1", "--first-parent", "-m", "--diff-filter=D", "--format=%h", "HEAD", "--", path
    ).strip()
    return f"bring it back: git checkout {f'{commit}~1' if commit else 'HEAD'} -- {path}"


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is no git, no repository or no commit."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            [*_GIT, *arguments], cwd=root, env=environment, capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")
