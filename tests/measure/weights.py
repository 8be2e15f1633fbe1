"""python -m tests.measure.weights: what each weight of `converter/parse/evidence.py` is worth.

For each sign: how many paragraphs of the gold set, of the blind one and of texts set in other ways are at fault when
its weight is nothing, beside how many are with all weights. A sign without use shows no difference.
"""

from __future__ import annotations

import sys
from pathlib import Path

from converter.authorities import load_authorities
from converter.parse import evidence
from tests.measure.__main__ import CORPUS, ROOT, gold_files, measure
from tests.measure.noise import VARIANTS, Body, Row, bodies, reading, rows

_EVERY = 5  # texts of the gold set that are also set in other ways


def _of_gold(files: list[Path]) -> int:
    scores, _ = measure(files=files)
    return len(scores["paragraphs"].missed) + len(scores["paragraphs"].wrong)


def _of_noise(texts: list[tuple[str, Body, list[Row]]]) -> int:
    authorities, _ = load_authorities(ROOT / "authorities")
    pairs = [(variant(body), wanted) for _, body, wanted in texts for variant in VARIANTS]
    return sum(rows(reading(text, "en", authorities)) != wanted for text, wanted in pairs)


def main() -> int:
    """The command line."""
    if not CORPUS.is_dir():
        print("skipped: the texts of the gold set are not here")
        return 0
    files, texts = [*gold_files(), *gold_files("blind")], list(bodies(_EVERY))
    print(f"{'':66}{'paragraphs':>12}{'noise':>8}")
    print(f"{'all weights':66}{_of_gold(files):12}{_of_noise(texts):8}")
    for sign, weight in list(evidence.WEIGHTS.items()):
        evidence.WEIGHTS[sign] = 0.0
        print(f"{weight:+6.1f} {sign.value:59}{_of_gold(files):12}{_of_noise(texts):8}", flush=True)
        evidence.WEIGHTS[sign] = weight
    return 0


if __name__ == "__main__":
    sys.exit(main())
