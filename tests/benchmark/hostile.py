"""python -m tests.benchmark.hostile [WORD ...]: what the costliest files cost; only those with a word in their name.

Each goes in a process of its own through everything that `build` and `check` do with it. Nothing fails on a time.
"""

from __future__ import annotations

import sys

from tests.hostile.costly import costly
from tests.hostile.whole import measured, warm


def main(words: list[str]) -> None:
    """Print seconds of processor and MiB of each file, and the worst."""
    files = [one for one in costly() if not words or any(word in one.name for word in words)]
    for lang in sorted({one.lang for one in files}):
        warm(lang)
    worst = peak = refused = 0.0
    for one in files:
        made = measured(one.ending, one.lang, one.make)
        worst, peak = max(worst, made.seconds), max(peak, made.peak)
        refused += bool(made.outcome and made.outcome.refused)
        said = ", ".join(made.outcome.codes) if made.outcome else made.ended
        print(f"{made.seconds:7.2f} s {made.peak:5.0f} MiB  {one.name}: {said}", flush=True)
    print(f"{len(files)} files, {refused:.0f} refused, worst {worst:.1f} s, {peak:.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
