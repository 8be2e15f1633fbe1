"""What is made once for all processes that run tests side by side: the sites that many files of tests look at."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.temp_project import make_project, run


def once_for_all(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of this name that `make` has filled; the first process that asks makes it, the others wait for it.

    What failed is tried again by the next that asks, which then says it too.
    """
    own = factory.getbasetemp()
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, made = base / name, base / f"{name}.made"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            made.touch()
    return folder


def built_copy(
    factory: pytest.TempPathFactory, name: str, works: Mapping[str, Mapping[str, bytes | str]], target: Path
) -> Path:
    """A project that was built, with all that the build made, as a copy of its own at `target`."""

    def build(folder: Path) -> None:
        assert run(make_project(folder / "project", works), "build").exit_code == 0

    return Path(shutil.copytree(once_for_all(factory, name, build) / "project", target, symlinks=True))
