"""What keeps a command from its work and is no finding in a text: said in one line, with an exit code of its own."""

from __future__ import annotations

import errno
import os
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import click

from converter.printable import shown

EXIT_FAILED = 3
EXIT_INTERRUPTED = 130  # as shells have it: 128 and the number of SIGINT

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_AGAIN = "then run the command again: what is made already stays"


class FailedError(RuntimeError):
    """Something that the work needs does not do its part; the message is one line that says what."""


class Failure(click.ClickException):
    """A command could not do its work."""

    exit_code = EXIT_FAILED


class Commands(click.Group):
    """A group of commands, none of which ends in a traceback for a reason that lies in the machine."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say in one line what kept it from its work."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nInterrupted. What is made already stays: run the command again.", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except BrokenProcessPool as error:
            raise Failure("a process that helped was ended from outside, perhaps for lack of memory") from error
        except FailedError as error:
            raise Failure(str(error)) from error
        except (OSError, UnicodeEncodeError) as error:
            if isinstance(error, BrokenPipeError):  # `| head`: click ends quietly
                raise
            raise Failure(said(error)) from error


def said(error: OSError | UnicodeEncodeError) -> str:
    """What the machine refused, in one line, and what to do."""
    if isinstance(error, UnicodeEncodeError):
        return f"a name is not UTF-8: {shown(str(error.object)[:200])}: rename the file or folder"
    name = error.filename if isinstance(error.filename, (str, bytes)) else ""
    path = typed(Path(os.fsdecode(name))) if name else ""
    if error.errno in _FULL:
        return f"no space left{f' to write {path}' if path else ''}: make room, {_AGAIN}"
    if error.errno in _FORBIDDEN:
        return f"{path or 'a file'}: {error.strerror}: it must be readable, and what is made must be writable"
    return f"{path}: {error.strerror or error}" if path else str(error.strerror or error)


def typed(path: Path) -> str:
    """A path as one would type it here, in characters that can be printed."""
    try:
        return shown(path.resolve().relative_to(Path.cwd().resolve()).as_posix())
    except (ValueError, OSError):
        return shown(str(path))


def prepare_output() -> None:
    """Let nothing that is printed fail: results are UTF-8 wherever they go, unless a person looks on."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
