"""python -m tests.benchmark.pairs CHECKOUT: this checkout against an earlier one, in turn, on the same invented works.

Plain MkDocs is measured on the Markdown that the earlier checkout stages: what became values and templates since is no
part of its own pages. Printed are the medians of seconds of processor, and of memory of the largest process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from converter.project import Project
from tests.benchmark import baseline
from tests.benchmark.change import add_one, change_one, take_one
from tests.benchmark.measure import Usage, run

ROOT = Path(__file__).parent.parent.parent
Figures = dict[str, list[Usage]]


def builds(name: str, checkout: Path, folder: Path, works: int, figures: Figures) -> Project:
    """What one checkout does with its own copy of the works, each step in a process of its own."""
    project = Project(folder / name)
    command = [sys.executable, "-m", "converter", "--project", str(project.root), "build"]

    def measured(step: str) -> None:
        os.environ["PYTHONPATH"] = str(checkout)
        figures.setdefault(f"{name}: {step}", []).append(run(command, checkout, folder / f"{name}.log"))

    os.environ["PYTHONPATH"] = str(checkout)
    made = [sys.executable, "-m", "tests.benchmark.corpus", str(project.root), str(works)]
    run(made, checkout, folder / "corpus.log")
    later = take_one(project, folder)
    measured("whole build")
    change_one(project)
    measured("one changed source")
    add_one(project, later)
    measured("a work added")
    measured("nothing changed")
    return project


def round_of(earlier: Path, works: int, figures: Figures) -> None:
    """The earlier checkout, plain MkDocs on its pages, then this one."""
    with tempfile.TemporaryDirectory(prefix="pairs-") as name:
        folder = Path(name).resolve()
        project = builds("earlier", earlier, folder, works, figures)
        plain = folder / "plain"
        plain.mkdir()
        baseline.write_baseline(project, plain)
        shutil.rmtree(project.root)
        command = [sys.executable, "-m", "mkdocs", "build", "-q"]
        figures.setdefault("plain MkDocs", []).append(run(command, plain, folder / "plain.log"))
        builds("now", ROOT, folder, works, figures)


def main() -> None:
    """Measure in turn and print the medians, each against plain MkDocs."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.pairs")
    parser.add_argument("earlier", type=Path, help="a checkout of the commit to compare with")
    parser.add_argument("--works", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures: Figures = {}
    for _ in range(options.rounds):
        round_of(options.earlier.resolve(), options.works, figures)
    plain = median(one.cpu for one in figures["plain MkDocs"])
    plain_peak = median(one.peak for one in figures["plain MkDocs"])
    print("| | processors, s | of plain | memory, MiB | of plain |\n|---|---:|---:|---:|---:|")
    for name, found in figures.items():
        cpu, peak = median(one.cpu for one in found), median(one.peak for one in found)
        print(f"| {name} | {cpu:.2f} | {cpu / plain:.3f} | {peak:.0f} | {peak / plain_peak:.2f} |")


if __name__ == "__main__":
    main()
