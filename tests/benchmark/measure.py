"""One child process: how long it took, how much of the processors, how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_KIB_PER_RSS = 1 if sys.platform.startswith("linux") else 1024  # macOS counts bytes


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds on the clock, seconds of processor, MiB of the largest process among the child and its own."""

    wall: float
    cpu: float
    peak: float


class ChildError(Exception):
    """A measured command failed; the message ends with what it said."""


def run(command: Sequence[str], folder: Path, log: Path, codes: Sequence[int] = (0,)) -> Usage:
    """Run a command in a folder and wait for it; `codes` are those that it may end with.

    The parent must be small: after fork and exec, Linux counts the parent's pages as the child's peak. Our modules are
    compiled by the first child and not by each, as on a contributor's machine, whatever this environment says.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with log.open("wb") as output:
        began = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in codes:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise ChildError(f"{' '.join(command)} ended with {child.returncode}:\n{tail}")
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _KIB_PER_RSS / 1024)
