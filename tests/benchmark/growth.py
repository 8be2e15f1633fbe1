"""python -m tests.benchmark.growth N…: how the costs grow with the works: seconds of processor, memory, pages, bytes.

Each N is a library of invented works of its own, built whole, again with one word changed, and with nothing changed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from converter.project import Project
from tests.benchmark import size
from tests.benchmark.change import change_one
from tests.benchmark.measure import Usage, run

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Grown:
    """What a library of so many works takes."""

    works: int
    whole: Usage
    changed: Usage
    unchanged: Usage
    pages: int
    bytes: int


def grown(folder: Path, works: int) -> Grown:
    """Make a library in a folder, build it three times and take it away."""
    project = Project(folder / f"of-{works}")
    made = [sys.executable, "-m", "tests.benchmark.corpus", str(project.root), str(works)]
    run(made, ROOT, folder / "made.log")
    build = [sys.executable, "-m", "converter", "--project", str(project.root), "build"]
    whole = run(build, ROOT, folder / "whole.log")
    change_one(project)
    changed = run(build, ROOT, folder / "changed.log")
    unchanged = run(build, ROOT, folder / "unchanged.log")
    found = size.sizes(project.site)
    shutil.rmtree(project.root)
    return Grown(works, whole, changed, unchanged, found.pages, found.bytes)


def table(rows: list[Grown]) -> Iterator[str]:
    """The figures for people; what a work takes is what tells whether the costs grow faster than the works."""
    yield "| works | whole, s | a work, ms | one change, s | nothing, s | memory, MiB | pages | MB |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for one in rows:
        peak = max(one.whole.peak, one.changed.peak)
        yield (
            f"| {one.works:,} | {one.whole.cpu:.1f} | {1000 * one.whole.cpu / one.works:.0f} | {one.changed.cpu:.2f} "
            f"| {one.unchanged.cpu:.2f} | {peak:.0f} | {one.pages:,} | {one.bytes / 1e6:.0f} |"
        )
    for less, more in pairwise(rows):
        thousands = (more.works - less.works) / 1000
        grows = (max(more.whole.peak, more.changed.peak) - max(less.whole.peak, less.changed.peak)) / thousands
        yield f"from {less.works:,} to {more.works:,}: {grows:.0f} MiB more per 1,000 works"


def main() -> None:
    """Measure, one N after the other, and print each as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.growth")
    parser.add_argument("works", type=int, nargs="*", default=[100, 300, 1000, 3000])
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:
        for works in options.works:
            rows.append(grown(Path(folder).resolve(), works))
            print("\n".join(table(rows)), flush=True)


if __name__ == "__main__":
    main()
