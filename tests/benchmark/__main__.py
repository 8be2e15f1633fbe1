"""python -m tests.benchmark --works N: build N invented works, with us and with plain MkDocs, and print the ratios.

Nothing here fails on a time: machines are noisy, and a ratio is to be read with ±30 %.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from converter.language_files import available
from converter.project import Project
from tests.benchmark import baseline, pdf, real, size
from tests.benchmark.change import add_one, change_one, take_one
from tests.benchmark.measure import ChildError, Usage, run

ROOT = Path(__file__).parent.parent.parent
_OF_READING = 0.5  # the share of citing in reading a text, at most
_WARM = 1.5  # seconds of processor for one change in a warm process at 300 works
_OF_PAINTING = 12  # times what painting a page takes, at most: as measured, 9
_PAGE_LOADS = 50.0  # milliseconds of processor that a language may take to load
COMMON, RARE = "守灯人", "最低要求应当一致"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, in which unit, ours, plain MkDocs', and the ratio that we aim at."""

    name: str
    unit: str
    ours: float
    plain: float
    target: float

    @property
    def ratio(self) -> float:
        """Ours by theirs."""
        return self.ours / self.plain if self.plain else 0.0


@dataclass
class Bench:
    """The folders of one run, and what it has measured so far."""

    folder: Path
    works: int

    def __post_init__(self) -> None:
        self.project = Project(self.folder / "ours")
        self.plain = self.folder / "plain"
        self.figures: dict[str, Usage] = {}
        self.warm: dict[str, Any] = {}  # a word changed in a warm process: its seconds, calls and stages

    def child(self, name: str, *arguments: str, folder: Path = ROOT, codes: Sequence[int] = (0,)) -> Usage:
        """Run Python on something, keep the figures under a name, say so on stderr."""
        print(f"  {name} …", end="", file=sys.stderr, flush=True)
        log = self.folder / f"{len(self.figures)}.log"
        usage = run([sys.executable, *arguments], folder, log, codes)
        self.figures[name] = usage
        print(f" {usage.cpu:.1f} s of processor, {usage.wall:.1f} s, {usage.peak:.0f} MiB", file=sys.stderr)
        return usage


def measure_builds(bench: Bench) -> Iterator[Row]:
    """The builds, each in processes of its own."""
    ours = str(bench.project.root)
    build = ("-m", "converter", "--project", ours, "build")
    bench.child("making the corpus", "-m", "tests.benchmark.corpus", ours, str(bench.works))
    later = take_one(bench.project, bench.folder)
    converting = bench.child("converting", "-m", "tests.benchmark.convert", ours)
    shutil.rmtree(bench.project.build)
    whole = bench.child("whole build", *build)
    bench.plain.mkdir()
    baseline.write_baseline(bench.project, bench.plain)
    plain = bench.child("plain MkDocs", "-m", "mkdocs", "build", "-q", folder=bench.plain)
    change_one(bench.project)
    changed = bench.child("one changed source", *build)
    add_one(bench.project, later)
    added = bench.child("a work added", *build)
    unchanged = bench.child("nothing changed", *build)
    yield from _times("whole build", whole, plain, 0.6)
    yield from _times("one changed source", changed, plain, 0.25)
    yield from _times("a work added", added, plain, 0.25)
    yield from _times("nothing changed", unchanged, plain, 0.1)
    yield from _times("converting, of our whole build", converting, whole, 0.15)
    yield Row("memory of the largest process", "MiB", whole.peak, plain.peak, 0.5)


def measure_warm(bench: Bench) -> Iterator[Row]:
    """One changed word in a process that has built before, as `serve` is, of the time that a contributor waits."""
    command = [sys.executable, "-m", "tests.benchmark.warm", str(bench.project.root)]
    print("  a word changed in a warm process …", file=sys.stderr)
    bench.warm = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    allowed = _WARM * max(1, bench.works / 300)
    yield Row(f"one changed source, warm: processors, of {allowed:.1f} s", "s", bench.warm["processor"], allowed, 1)


def measure_size(bench: Bench) -> Iterator[Row]:
    """What the site takes a text, of what it may."""
    found = size.sizes(bench.project.site)
    yield Row("size a text, of 500 kB", "kB", found.bytes / found.texts / 1000, 500, 1)
    yield Row("pages a text, of 15", "", found.pages / found.texts, 15, 1)


def _times(name: str, ours: Usage, plain: Usage, target: float) -> Iterator[Row]:
    """On the clock, and in seconds of processor: the second is less disturbed by what else runs on the machine."""
    yield Row(name, "s", ours.wall, plain.wall, target)
    yield Row(f"{name}: processors", "s", ours.cpu, plain.cpu, target)


def measure_real(bench: Bench) -> Iterator[Row]:
    """The real texts: reading them all, against building the pages of what is read and staged already."""
    root = str(bench.folder / "real")
    count = len(real.texts())
    bench.child("making a project of the real texts", "-m", "tests.benchmark.real", "make", root)
    reading = bench.child(f"reading {count} real texts", "-m", "tests.benchmark.real", "read", root)
    bench.child("staging them", "-m", "tests.benchmark.convert", root)
    # It ends with 1: what is misprinted in a real text is reported as an error.
    building = bench.child("building their pages", "-m", "converter", "--project", root, "build", codes=(0, 1))
    name = f"reading {count} real texts, of building their pages"
    yield from _times(name, reading, building, 1)
    yield Row(f"{name}: memory of the largest process", "MiB", reading.peak, building.peak, 1)


def measure_citing() -> Iterator[Row]:
    """What citing takes of reading a text; a language's page, against what it may cost."""
    if real.texts():
        yield Row("citing an English text, of reading it", "ms", _printed("cite"), _printed("read"), _OF_READING)
    for code in available():
        yield Row(f"loading the page of {code}, of 50 ms", "ms", _printed("load", code), _PAGE_LOADS, 1)
        yield Row(f"making the verbs of {code} ready, of 50 ms", "ms", _printed("verbs", code), _PAGE_LOADS, 1)


def measure_pdf() -> Iterator[Row]:
    """A page of PDF: reading it, against painting it, which the same library does alone."""
    with tempfile.TemporaryDirectory() as folder:
        yield Row(
            "reading a page of PDF, of painting it",
            "ms",
            *pdf.page_of([*pdf.real(), *pdf.made(Path(folder))]),
            _OF_PAINTING,
        )


def _printed(*arguments: str) -> float:
    """The figure that a child prints."""
    command = [sys.executable, "-m", "tests.benchmark.cite", *arguments]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def measure_search(bench: Bench, chromium: str) -> Iterator[Row]:
    """The first search in a browser, for a word that is everywhere and for one that is rare."""
    from tests.benchmark import browser  # noqa: PLC0415

    for kind, query in (("common", COMMON), ("rare", RARE)):
        print(f"  first search, {kind} …", end="", file=sys.stderr, flush=True)
        try:
            ours = browser.first_search(bench.project.site, browser.OURS, query, chromium)
            plain = browser.first_search(bench.plain / "site", browser.MATERIAL, query, chromium)
        except browser.NoResultError as error:
            print(f" left out: {error}", file=sys.stderr)
            continue
        print(f" {ours.seconds:.2f} s and {plain.seconds:.2f} s", file=sys.stderr)
        yield Row(f"first search, {kind}: bytes", "kB", ours.bytes / 1000, plain.bytes / 1000, 0.2)
        yield Row(f"first search, {kind}: time", "s", ours.seconds, plain.seconds, 0.2)


def table(rows: list[Row]) -> str:
    """The figures for people."""
    lines = ["| | ours | plain | ratio | target | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows:
        verdict = "ok" if row.ratio <= row.target else "missed"
        figures = f"{row.ours:.2f} {row.unit} | {row.plain:.2f} {row.unit} | {row.ratio:.3f} | ≤ {row.target:g}"
        lines.append(f"| {row.name} | {figures} | {verdict} |")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--works", type=int, default=1000, help="how many works (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--keep", type=Path, help="work in this folder, which must not exist, and leave it")
    parser.add_argument("--no-browser", action="store_true", help="leave the searches out")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True)
        return measure(options, options.keep.resolve())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return measure(options, Path(folder).resolve())


def measure(options: argparse.Namespace, folder: Path) -> int:
    """One whole run in a folder."""
    bench = Bench(folder, options.works)
    try:
        rows = [*measure_builds(bench), *measure_warm(bench), *measure_size(bench)]
        rows += measure_real(bench) if real.texts() else []
        rows += [*measure_citing(), *measure_pdf()]
    except ChildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    remarks = [f"{options.works} works; Python {platform.python_version()}; {_processors()} processors"]
    if not real.texts():
        remarks.append(f"SKIPPED: reading real texts, for {real.TEXTS} is not there")
    segmented = baseline.segments_chinese()
    if not segmented:
        remarks.append(
            "jieba is missing: plain MkDocs does less work, and its search finds no Chinese word (pip install jieba)"
        )
    chromium = _chromium() if segmented and not options.no_browser else None
    if chromium:
        rows += measure_search(bench, chromium)
    else:
        remarks.append("the searches were left out: not asked for, no Chromium, or no jieba")
    print(_json(bench, rows, remarks) if options.json else f"{table(rows)}\n\n" + "\n".join(remarks))
    return 0


def _json(bench: Bench, rows: list[Row], remarks: list[str]) -> str:
    figures: dict[str, Any] = {
        "works": bench.works,
        "rows": [{**asdict(row), "ratio": row.ratio} for row in rows],
        "warm": bench.warm,
        "processes": {name: asdict(usage) for name, usage in bench.figures.items()},
        "remarks": remarks,
    }
    return json.dumps(figures, ensure_ascii=False, indent=2)


def _processors() -> int:
    import os  # noqa: PLC0415

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chromium() -> str | None:
    from tools.chromium import find  # noqa: PLC0415

    return find()


if __name__ == "__main__":
    sys.exit(main())
