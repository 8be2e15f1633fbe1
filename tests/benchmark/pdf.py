"""python -m tests.benchmark.pdf [CHECKOUT]: what a page of PDF takes to be read, of what painting it takes.

With a checkout of an earlier commit, of what reading takes there: file by file, both in turn, so that what else the
machine does falls on both. The files are the real ones beside the repository that are not kept aside, and made ones.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from tests.documents import pages
from tests.measure.reserved import CORPUS, is_reserved

ROOT = Path(__file__).parent.parent.parent
_CHILD = Path(__file__).with_name("pages.py")
_ROUNDS = 3
Taken = dict[str, float]


def real() -> list[Path]:
    """The real PDFs that are not kept aside; none where they are not there."""
    return [path for path in sorted(CORPUS.rglob("*.pdf")) if not is_reserved(path.name)]


def made(folder: Path) -> Iterator[Path]:
    """The PDFs that the tests make, written into a folder."""
    for name, function in inspect.getmembers(pages, inspect.isfunction):
        needs = inspect.signature(function).parameters
        data = function() if function.__module__ == pages.__name__ and name[0] != "_" and not needs else None
        if isinstance(data, bytes) and data.startswith(b"%PDF"):
            path = folder / f"{name}.pdf"
            path.write_bytes(data)
            yield path


def taken(what: str, files: Sequence[Path], checkout: Path = ROOT) -> Taken:
    """What a child says that each file takes."""
    command = [sys.executable, "-P", str(_CHILD), what, str(_ROUNDS), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)


def page_of(files: Sequence[Path]) -> tuple[float, float]:
    """Milliseconds that a page takes to be read, and to be painted."""
    count = sum(len(pypdfium2.PdfDocument(path)) for path in files)
    read, painted = (1000 * sum(taken(what, files).values()) / count for what in ("read", "paint"))
    return read, painted


def main() -> None:
    """Measure in turn and print each file, and all together."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.pdf")
    parser.add_argument("earlier", type=Path, nargs="?", help="a checkout of the commit to compare with")
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [*real(), *made(Path(folder))]
        now: Taken = {}
        other: Taken = {}
        for _ in range(options.rounds):
            what, checkout = ("read", options.earlier.resolve()) if options.earlier else ("paint", ROOT)
            for found, seconds in ((other, taken(what, files, checkout)), (now, taken("read", files))):
                for name in seconds:
                    found[name] = min(seconds[name], found.get(name, seconds[name]))
    print(f"| | read, ms | {'earlier' if options.earlier else 'painted'}, ms | ratio |\n|---|---:|---:|---:|")
    for name in now:
        print(
            f"| {Path(name).name} | {1000 * now[name]:.1f} | {1000 * other[name]:.1f} | {now[name] / other[name]:.2f} |"
        )
    whole, before = sum(now.values()), sum(other.values())
    print(f"| all | {1000 * whole:.0f} | {1000 * before:.0f} | {whole / before:.3f} |")


if __name__ == "__main__":
    main()
