"""The command line in a process of its own, where the n-th opening of a file for writing fails or is interrupted.

Such a process is forked from one that has loaded everything once: to load it takes as long as most of what is tried.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from converter.__main__ import main
from tests.temp_project import ROOT

_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload([__name__])
_LONGEST = 300  # seconds


def failing(root: Path, after: int, what: int | str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command line says in a project, and how it ends; `what` is a number of an error, or SIGINT."""
    out, errors = root.parent / "out.txt", root.parent / "errors.txt"
    process = _FORKED.Process(target=_run, args=(str(root), after, what, arguments, str(out), str(errors)))
    process.start()
    process.join(_LONGEST)
    assert process.exitcode is not None, "it does not end"
    return subprocess.CompletedProcess(arguments, process.exitcode, out.read_text("utf-8"), errors.read_text("utf-8"))


def _run(root: str, left: int, what: int | str, arguments: tuple[str, ...], out: str, errors: str) -> None:
    os.chdir(Path(root).parent)
    os.environ["PYTHONPATH"] = str(ROOT)
    for stream, path in ((1, out), (2, errors)):
        os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), stream)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where tests run in the background it is ignored

    def count(event: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        if (
            event == "open"
            and isinstance(args[1], str)
            and set("wax+") & set(args[1])
            and str(args[0]).startswith(root)
        ):
            left -= 1
            if left >= 0:
                return
            if what == "SIGINT":
                left = 1 << 30
                os.kill(os.getpid(), signal.SIGINT)
            else:
                raise OSError(what, os.strerror(int(what)), args[0])

    sys.addaudithook(count)
    sys.argv = ["converter", "--project", root, *arguments]
    main()
