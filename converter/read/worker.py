"""The process that reads foreign formats, one file after the other: `python -m converter.read.worker`.

It takes a `Request` from standard input and writes an answer to standard output, both pickled, until its input ends.
What a file makes a parser do (a crash, all the memory, no end) it does here: see `apart.py`, which starts it.
"""

from __future__ import annotations

import math
import os
import pickle
import signal
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from converter.model import Diagnostic, Source

MAX_MEMORY = 1 * 1024**3  # bytes of addresses; the largest file within the bounds of the readers takes about half
MAX_PROCESSOR_TIME = 60  # seconds for one file; the slowest one within the bounds of the readers takes under ten
READY = "ready"


class Request(NamedTuple):
    """One file to read: the ending of its name, and what a `Reader` takes."""

    ending: str
    accept_changes: bool
    accept_recognised: bool
    data: bytes
    path: str
    lang: str


Answer = tuple[Source, tuple[Diagnostic, ...]] | str | None
"""What was read; a fault of our own, as the place in the code; None where memory or depth did not suffice."""


def main() -> None:
    """Answer requests until there are no more."""
    answers = _answers()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this process
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_AS", MAX_MEMORY)
    _send(READY, answers)
    while True:
        try:
            request = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _limit_time()
        _send(_answer(request), answers)


def _answers() -> BinaryIO:
    """Standard output for answers alone: what a library may print goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _answer(request: Request) -> Answer:
    from converter.read import reader_here  # noqa: PLC0415 - which itself imports this module

    try:
        accept = {"accept_changes": request.accept_changes, "accept_recognised": request.accept_recognised}
        read = reader_here(request.ending, **accept)
        return read(request.data, request.path, request.lang)
    except (MemoryError, RecursionError):
        return None
    except Exception as error:  # a fault of ours: one file is not read, and the finding says where in the code
        at = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {os.path.basename(at.filename)}, line {at.lineno}"  # noqa: PTH119


def _send(answer: object, answers: BinaryIO) -> None:
    pickle.dump(answer, answers, protocol=5)
    answers.flush()


def _limit(name: str, most: int) -> None:
    """Set a limit of the system, where it has this one."""
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        which = getattr(resource, name)
        hard = resource.getrlimit(which)[1]
        resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _limit_time() -> None:
    """Give the next file its processor time, counted from now: the whole of it, though the system counts in seconds."""
    used = os.times()
    _limit("RLIMIT_CPU", math.ceil(used.user + used.system) + MAX_PROCESSOR_TIME)


if __name__ == "__main__":
    main()
