"""Write what was understood of every source, one file each: `inspect_all.py OUT` in a checkout.

Runs `converter inspect` of the interpreter it is run with on `sources/<work>/<language>.*` under the current
folder and writes `OUT/<work>.<language>.json`. A source that cannot be read leaves no file; the count is said
on stderr.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def sources(root: Path) -> Iterator[tuple[str, Path]]:
    """Give each source and the name of its output; a second file of one language keeps its ending."""
    taken: set[str] = set()
    for path in sorted(root.glob("*/*")):
        if not path.is_file() or path.name == "work.yml" or path.name.startswith("."):
            continue
        name = f"{path.parent.name}.{path.name.split('.')[0]}"
        if name in taken:
            name = f"{path.parent.name}.{path.name}"
        taken.add(name)
        yield f"{name}.json", path


def inspect(source: Path, target: Path) -> bool:
    """Inspect one source. An exit code of 1 is a finding; what counts is that JSON came out."""
    done = subprocess.run(
        [sys.executable, "-m", "converter", "inspect", str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=False,
    )
    if not done.stdout.strip():
        return False
    target.write_bytes(done.stdout)
    return True


def main(arguments: list[str]) -> int:
    """Inspect all sources of the checkout."""
    if len(arguments) != 1:
        print("usage: inspect_all.py OUT", file=sys.stderr)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    jobs = list(sources(Path("sources")))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        written = sum(pool.map(lambda job: inspect(job[1], out / job[0]), jobs))
    print(f"inspected {written} of {len(jobs)} sources", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
