"""A file through the whole house: read, clean, parse, annotate, lint, write, render as the site does, read back."""

from __future__ import annotations

import os
import pickle
import re
import resource
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import markdown as python_markdown

from converter.authorities import Authorities, load_authorities
from converter.check import _Checker
from converter.convert import Input, convert, page_of, record_of
from converter.lint import pages
from converter.model import Sidecar
from converter.project import Project
from converter.read import apart
from converter.write import markdown
from converter.write.outputs import OUTPUTS, Given

ROOT = Path(__file__).parent.parent.parent
SIDECAR = Sidecar("hostile", "")


class Outcome(NamedTuple):
    """What became of a file: the codes of its findings, whether it was refused, seconds of processor, of each step.

    `reader` is the most MiB that the process has taken which reads foreign formats.
    """

    codes: tuple[str, ...]
    refused: bool
    seconds: float
    steps: dict[str, float]
    reader: float = 0.0


@cache
def authorities() -> Authorities:
    """The project's own authority files."""
    return load_authorities(ROOT / "authorities")[0]


@cache
def options() -> dict[str, Any]:
    """What the site renders with."""
    _Checker.start(Project(ROOT))
    return _Checker.options


def render(text: str) -> str:
    """HTML as the site makes it."""
    return python_markdown.Markdown(**options()).convert(text)


def reader_used() -> tuple[float, float]:
    """Seconds of processor and the most MiB of the process that reads foreign formats, while it waits for a file.

    The system counts a process for its parent only when it has ended; so this asks /proc, and says nothing elsewhere.
    """
    process = apart._process
    if process is None or not process.is_alive:
        return 0.0, 0.0
    about = Path(f"/proc/{process._child.pid}")
    try:
        fields = (about / "stat").read_text().rsplit(")", 1)[1].split()
        peak = re.search(r"VmHWM:\s*(\d+) kB", (about / "status").read_text())
    except OSError:
        return 0.0, 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(peak[1]) / 1024 if peak else 0.0


def used() -> float:
    """Seconds of processor of this process, of those that it started and that ended, and of the reader that waits."""
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system + reader_used()[0]


class _Watch:
    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._last = used()

    def lap(self, name: str) -> None:
        now = used()
        self.steps[name] = round(now - self._last, 2)
        self._last = now


def through(ending: str, lang: str, data: bytes) -> Outcome:
    """Take a file through everything that `build` and `check` do with it. Findings about words raise AssertionError."""
    watch = _Watch()
    expression = convert(Input(f"sources/hostile/{lang}{ending}", lang, data, SIDECAR), authorities())
    watch.lap("convert")
    page = page_of(SIDECAR, lang, expression.resolution.masthead.symbol)
    record_of(expression, SIDECAR)
    for make in OUTPUTS.values():
        make(Given(expression, SIDECAR, page, authorities(), False))
    watch.lap("write")
    text = markdown.body(expression, page)
    render(text)
    watch.lap("render")
    found = list(pages.check_words(expression.resolution, text, _Checker.render, pages.second_reader()))
    watch.lap("check")
    codes = tuple(sorted({one.code for one in (*expression.diagnostics, *found)}))
    assert not found, found[0]
    assert "words" not in codes, codes
    refused = not expression.resolution.paragraphs and not expression.resolution.footnotes
    return Outcome(codes, refused, round(sum(watch.steps.values()), 2), watch.steps, reader_used()[1])


def warm(lang: str) -> None:
    """Compile a language's patterns, which is the cost of the first text and of no other."""
    through(".txt", lang, (ROOT / f"converter/demo/data/works/fog-signals/{lang}.txt").read_bytes())


class Measured(NamedTuple):
    """What became of a file in a process of its own: its outcome, or how that ended; seconds and MiB."""

    outcome: Outcome | None
    ended: str
    seconds: float
    peak: float


def measured(take: Callable[[], Outcome], most: int = 60) -> Measured:
    """Take an input through in a fork, which has all patterns compiled; after `most` seconds of processor it ends."""
    answers, answer = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
            with os.fdopen(answer, "wb") as out:
                pickle.dump(take(), out)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(answer)
    with os.fdopen(answers, "rb") as given:
        said = given.read()
    _, status, spent = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    outcome = pickle.loads(said) if said and not code else None
    seconds = outcome.seconds if outcome and outcome.seconds else spent.ru_utime + spent.ru_stime
    peak = max(spent.ru_maxrss / 1024, outcome.reader if outcome else 0.0)
    return Measured(outcome, "" if outcome else f"exit {code}", seconds, peak)
