"""Foreign formats are read in a process of their own, which is kept and used again.

A file may crash a parser, or make it take all the memory there is. Then that process ends, the file is refused with a
finding, and the next file is read by a new process. `concurrent.futures` gives up the whole pool when one process
dies, so this is a pipe and two pickles. What comes back is only believed to be a source and findings.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from converter.codes import GAVE_UP
from converter.model import Counts, Diagnostic, Keyword, Line, MarkedUp, Severity, Source
from converter.read.worker import READY, Request

_CLOCK = 600.0  # seconds; the limit of processor time comes long before, unless the process only waits
_MOST_READ = 32 * 1024 * 1024  # bytes; then a new process, so that what is left of old files never adds up
_COMMAND = (sys.executable, "-P", "-m", "converter.read.worker")  # -P: no module of the folder that we are in
_CLASSES = (Source, Line, MarkedUp, Counts, Keyword, Diagnostic, Severity)
_KNOWN = {(one.__module__, one.__qualname__): one for one in _CLASSES}


class ReaderStartError(RuntimeError):
    """The process that reads foreign formats cannot be started at all; no file is to blame."""


class _Unpickler(pickle.Unpickler):
    """Knows a source and findings, and no other type: a parser that was taken over says nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _KNOWN[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a source") from None


class _Process:
    """A process that reads files, one at a time."""

    def __init__(self) -> None:
        package = str(Path(__file__).parent.parent.parent)
        search = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self._child = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": search},
        )
        self._room = _MOST_READ
        self.closed = False
        if self._heard() != READY:
            self.close()
            raise ReaderStartError(f"the process that reads PDF, DOCX and HTML ended: exit {self._child.returncode}")

    def read(self, request: Request) -> Any:
        """The answer to a request; None where the process gave up."""
        watch = threading.Timer(_CLOCK, self._child.kill)
        watch.daemon = True
        watch.start()
        answer = None
        try:
            with suppress(OSError):  # it ended before it had the whole file
                self._say(request)
            answer = self._heard()
        finally:  # also when we are interrupted: half an answer may be on its way
            watch.cancel()
            self._room -= len(request.data)
            if answer is None or self._room < 0:
                self.close()
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether it waits for the next file: one that was ended from outside meanwhile is no file's fault."""
        return not self.closed and self._child.poll() is None

    def _say(self, request: Request) -> None:
        assert self._child.stdin is not None
        pickle.dump(request, self._child.stdin, protocol=5)
        self._child.stdin.flush()

    def _heard(self) -> Any:
        assert self._child.stdout is not None
        try:
            return _Unpickler(self._child.stdout).load()
        except (EOFError, pickle.UnpicklingError, ValueError, TypeError, AttributeError, IndexError, KeyError):
            return None

    def close(self) -> None:
        """End the process."""
        self.closed = True
        self._child.kill()
        self._child.wait()
        self.forget()

    def forget(self) -> None:
        """Let go of the pipes."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet finds nobody
                    pipe.close()
        if self._child.returncode is None:
            self._child.returncode = 0  # a fork's copy: the child is its parent's


_lock = threading.Lock()
_process: _Process | None = None


def read_apart(request: Request) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a file in a process of its own. Returns the source (without lines when it is refused) and findings.

    Raises ReaderStartError where no such process can be started.
    """
    global _process  # noqa: PLW0603 - one for each of our processes, kept for the next file
    with _lock:
        if _process is None or not _process.is_alive:
            _process = _Process()
        answer = _process.read(request)
    if isinstance(answer, tuple):
        return answer
    source = Source(request.path, request.lang, request.ending.removeprefix("."), "", ())
    return source, (_gave_up(request.path) if answer is None else _fault(request.path, str(answer)),)


def _gave_up(path: str) -> Diagnostic:
    message = "reading the file ended in a crash, or took more memory or time than any official text does"
    hint = "the file is damaged, or made to do harm: fetch the official file again, or take another format of it"
    return Diagnostic(path, 0, 0, GAVE_UP, message, hint)


def _fault(path: str, where: str) -> Diagnostic:
    message = f"the reader has a fault of its own and stopped ({where})"
    hint = "report it with the file; until then take another format of the text"
    return Diagnostic(path, 0, 0, "read-fault", message, hint)


def _after_fork() -> None:
    """A fork has the pipes of its parent's process, and perhaps a lock that nobody holds there."""
    global _lock, _process  # noqa: PLW0603
    _lock = threading.Lock()
    if _process is not None and not _process.closed:
        _process.forget()
    _process = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
