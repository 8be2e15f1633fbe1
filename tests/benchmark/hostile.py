"""python -m tests.benchmark.hostile [WORD ...]: what hostile inputs cost and do; only those with a word in their name.

Files that are made to cost most, files that no program writes, sidecars, authority files and names: each goes in a
process of its own through everything that `build` and `check` do with it. Nothing fails on a time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from converter.__main__ import collect_seldom
from tests.hostile.costly import costly
from tests.hostile.odd import odd
from tests.hostile.whole import Outcome, measured, through, warm
from tests.hostile.written import written

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def inputs() -> Iterator[tuple[str, Callable[[], Outcome]]]:
    """All inputs by their names, each with what takes it through."""
    for file in (*costly(), *odd()):
        yield file.name, lambda one=file: through(one.ending, one.lang, one.make())
    yield from written()


def main(words: list[str]) -> int:
    """Print seconds of processor and MiB of each input, and the sums; 1 if one of them ended in a crash."""
    chosen = [(name, take) for name, take in inputs() if not words or any(word in name for word in words)]
    collect_seldom()
    for lang in LANGUAGES:
        warm(lang)
    worst = peak = findings = refused = crashes = 0.0
    for name, take in chosen:
        made = measured(take)
        worst, peak = max(worst, made.seconds), max(peak, made.peak)
        crashes += made.outcome is None
        refused += bool(made.outcome and made.outcome.refused)
        findings += len(made.outcome.codes) if made.outcome else 0
        said = ", ".join(made.outcome.codes) if made.outcome else f"CRASH: {made.ended}"
        print(f"{made.seconds:7.2f} s {made.peak:5.0f} MiB  {ascii(name)[1:-1]}: {said}", flush=True)
    print(
        f"{len(chosen)} inputs, {refused:.0f} refused, {findings:.0f} findings by their codes, {crashes:.0f} crashes, "
        f"worst {worst:.1f} s, {peak:.0f} MiB"
    )
    return bool(crashes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
