"""python -m tests.measure: precision and recall on the gold set, and what a change gained and lost.

python -m tests.measure              the table; `--show KIND` lists what is missed and wrong
python -m tests.measure --of blind   the same of the gold in tests/gold/blind; `--group a` of one group of it
python -m tests.measure --of drawn   of texts that were drawn; of those that are not spent it shows counts alone
python -m tests.measure --write      keep the figures (figures.json beside the gold) and their page
python -m tests.measure --against    what changed since the figures that are kept; exits 1 when a fact was lost
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.read import READERS
from tests.measure.compare import Score, compare
from tests.measure.facts import Facts, from_expression, from_gold
from tests.measure.page import Drawn, pages
from tests.measure.silence import Texts

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"
CORPUS = ROOT.parent / "shared" / "corpus" / "unsc-en"
KEPT = GOLD / "figures.json"
DRAWS = ("drawn", "drawn-2", "drawn-3", "drawn-4")  # thirty reserved texts each, the last ones twenty-four
SPENT = ("drawn", "drawn-2", "drawn-3")  # their faults were looked at; of the others counts alone are shown and kept
DRAWN = GOLD / DRAWS[-1] / "figures.json"
REAL = GOLD / "real" / "figures.json"  # of real files that were kept aside: tests/measure/real.py
MARKED = GOLD / "unxml-whole.json"  # of the United Nations' own files: tests/measure/unxml/whole.py
ASIDE = GOLD / "unxml-aside.json"  # of those that are kept aside, as text and as a page: tests/measure/unxml/aside.py


def measure(corpus: Path = CORPUS, files: Iterable[Path] = ()) -> tuple[dict[str, Score], Texts]:
    """The scores of the converter on gold files, and which texts have faults; the texts are read from `corpus`."""
    authorities, _ = load_authorities(ROOT / "authorities")
    texts = Texts()
    return compare(_pairs(corpus, authorities, files or gold_files(), texts)), texts


def gold_files(folder: str = "", group: str = "") -> list[Path]:
    """The gold files of a folder of tests/gold, of one group where there are groups."""
    files = sorted((GOLD / folder).glob("S_RES_*.yml"))
    if not group:
        return files
    groups = yaml.safe_load((GOLD / folder / "groups.yml").read_text(encoding="utf-8"))
    return [path for path in files if path.stem in groups[group]]


def _pairs(
    corpus: Path, authorities: Authorities, files: Iterable[Path], texts: Texts
) -> Iterator[tuple[str, Facts, Facts]]:
    for path in files:
        data = (corpus / f"{path.stem}.txt").read_bytes()
        name = f"{path.stem}.txt"
        expression = convert(Input(name, "en", data, Sidecar("gold", "")), authorities)
        source, _ = READERS[".txt"](data, name, "en")
        gold, found = from_gold(path), from_expression(expression, source)
        texts.add(path.stem, gold, found, (one.line for one in expression.diagnostics))
        yield path.stem, gold, found


def as_data(scores: dict[str, Score]) -> dict[str, Any]:
    """What is kept of the scores."""
    return {
        kind: {"right": score.right, "missed": sorted(score.missed), "wrong": sorted(score.wrong)}
        for kind, score in scores.items()
    }


def counts(scores: dict[str, Score], texts: Texts) -> dict[str, Any]:
    """What is kept of texts that stay unseen: how many facts, and of no one which."""
    rows = {kind: [score.right, len(score.missed), len(score.wrong)] for kind, score in scores.items()}
    return {"scores": rows, "texts": texts.count, "faulty": len(texts.faulty), "silent": len(texts.silent)}


def kept_pages() -> dict[str, str]:
    """The pages of figures, by language, from the figures that are kept."""
    kept, *unseen = (json.loads(path.read_text(encoding="utf-8")) for path in (KEPT, DRAWN, REAL))
    scores = {kind: Score(one["right"], one["missed"], one["wrong"]) for kind, one in kept.items()}
    drawn, real = (
        Drawn(**{**one, "scores": {kind: tuple(row) for kind, row in one["scores"].items()}}) for one in unseen
    )
    marked, aside = (json.loads(path.read_text(encoding="utf-8")) for path in (MARKED, ASIDE))
    return pages(scores, len(gold_files()), drawn, real, marked, aside)


def keep(path: Path, data: Any) -> None:
    """Keep figures beside the gold, and make their pages anew."""
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    for lang, text in kept_pages().items():
        (ROOT / "docs" / lang / "figures.md").write_text(text, encoding="utf-8", newline="\n")


def changes(before: dict[str, Any], now: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(`gained` or `lost`, fact) for what is newly right or no longer right."""
    for kind, kept in before.items():
        for column in ("missed", "wrong"):
            old, new = set(kept[column]), set(now.get(kind, {}).get(column, ()))
            yield from (("gained", f"{kind}: {column} before: {fact}") for fact in sorted(old - new))
            yield from (("lost", f"{kind}: {column} now: {fact}") for fact in sorted(new - old))


def table(scores: dict[str, Score]) -> str:
    """The scores, a line each."""
    rows = [f"{'':24}{'right':>7}{'missed':>8}{'wrong':>7}{'precision':>11}{'recall':>8}"]
    rows += [
        f"{kind:24}{score.right:7}{len(score.missed):8}{len(score.wrong):7}{score.precision:11.3f}{score.recall:8.3f}"
        for kind, score in scores.items()
    ]
    return "\n".join(rows)


def summary(texts: Texts) -> str:
    """How many texts are without a fault, and how many of the others are silent."""
    whole = texts.count - len(texts.faulty)
    return (
        f"without any fault: {whole} of {texts.count} texts ({texts.faultless:.3f}); "
        f"silent near some fault: {len(texts.silent)} of {len(texts.faulty)}"
    )


def main() -> int:
    """The command line."""
    arguments = argparse.ArgumentParser(prog="python -m tests.measure", description=measure.__doc__)
    arguments.add_argument("--show", metavar="KIND", help="list what is missed and wrong of one kind")
    arguments.add_argument("--write", action="store_true", help="keep the figures and their page")
    arguments.add_argument("--against", action="store_true", help="compare with the figures that are kept")
    folders = f"a folder of tests/gold (blind, {', '.join(DRAWS)})"
    arguments.add_argument("--of", metavar="FOLDER", default="", help=folders)
    arguments.add_argument("--group", default="", help="one group of that folder")
    given = arguments.parse_args()
    hidden = given.of in DRAWS and given.of not in SPENT
    if given.write and given.of and not hidden:
        arguments.error(f"the figures of {given.of} stay those of the day when nobody had looked at its texts")
    if not CORPUS.is_dir():
        print(f"skipped: the texts of the gold set are not here ({CORPUS.relative_to(ROOT.parent)})")
        return 0
    scores, texts = measure(files=gold_files(given.of, given.group))
    print(table(scores))
    print(summary(texts))
    now = as_data(scores)
    for column in ("missed", "wrong") if given.show and not hidden else ():
        for fact in now[given.show][column]:
            print(f"{column:7} {fact}")
    if given.against:
        found = list(changes(json.loads(KEPT.read_text(encoding="utf-8")), now))
        print("\n".join(f"{what}: {fact}" for what, fact in found) or "nothing gained, nothing lost")
        return int(any(what == "lost" for what, _ in found))
    if given.write:
        keep(GOLD / given.of / "figures.json", counts(scores, texts)) if hidden else keep(KEPT, now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
