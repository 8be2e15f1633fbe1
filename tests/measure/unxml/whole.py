"""python -m tests.measure.unxml.whole [SESSION…] [--sample N] [--write]: marked-up files through the whole house.

Without `--sample` all works of a session are taken; sessions can be measured one after the other.
Of each file its own words, told by another reader (lxml), are held against what was read; the page that is made is read
back; the counts that its markup states stand beside those of our reading; in how many files each finding is. Texts that
are kept aside are left out, and counted. `--write` keeps the figures and makes the pages that show them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict
from typing import Any

from converter.convert import Input, convert, page_of, record_of
from converter.formats import AKN
from converter.lint import pages
from converter.lint.markup import counts_of
from converter.model import Sidecar, Source
from converter.read import reader_here
from converter.write import markdown
from converter.write.outputs import OUTPUTS, Given
from tests.hostile.shown import counted, letters
from tests.hostile.whole import authorities, render
from tests.measure.__main__ import MARKED, keep
from tests.measure.unxml.corpus import CORPUS, ROOT, sample, works

_SIDECAR = Sidecar("gold", "")
_CODE = "finding "
_FAULTS = ("words", "text-lost", "read-fault", "read-gave-up", "read-account")


def files(session: str, count: int | None) -> Iterator[tuple[str, bytes | None]]:
    """(language, bytes) of each file of a session, None for one that is kept aside; of so many works by `count`."""
    for symbol, own in works(kept_aside=True).items():
        yield from ((lang, None) for lang in own if symbol.split("/")[2] == session)
    of_session = {symbol: own for symbol, own in works().items() if symbol.split("/")[2] == session}
    for symbol in sample(of_session, count) if count else sorted(of_session):
        for lang, file in sorted(of_session[symbol].items()):
            try:
                yield lang, file.read(allow_reserved=False)
            except PermissionError:  # one whose name says another symbol than its markup
                yield lang, None


def lost_and_invented(data: bytes, source: Source) -> tuple[int, int]:
    """How many letters and digits of a file were not read, and how many were read that it has not."""
    theirs, ours = letters("akn", data), counted(source.text)
    return (theirs - ours).total(), (ours - theirs).total()


def look(lang: str, data: bytes) -> Counter[str]:
    """The counts of one file."""
    found = Counter(files=1)
    try:
        source, _ = reader_here(AKN)(data, "x.xml", lang)
        expression = convert(Input(f"sources/x/{lang}.xml", lang, data, _SIDECAR), authorities())
        page = page_of(_SIDECAR, lang, expression.resolution.masthead.symbol)
        record_of(expression, _SIDECAR)
        for make in OUTPUTS.values():
            make(Given(expression, _SIDECAR, page, authorities(), False))
        text = markdown.body(expression, page)
        wrong = list(pages.check_words(expression.resolution, text, render, pages.second_reader()))
    except Exception as error:
        found[f"crash {type(error).__name__}"] += 1
        return found
    lost, invented = lost_and_invented(data, source)
    found["refused"] += not source.lines
    found["files with a lost letter"] += bool(source.lines and lost)
    found["files with an invented letter"] += bool(source.lines and invented)
    found["pages that say other words"] += bool(wrong)
    codes = {one.code for one in expression.diagnostics}
    found.update(f"{_CODE}{code}" for code in codes)
    found["files with an error of reading"] += not codes.isdisjoint(_FAULTS)
    found["files where the markup differs"] += "markup-differs" in codes
    said = source.markup
    if said is not None:
        ours = asdict(counts_of(expression.resolution))
        found["compared"] += 1
        for kind, marked in asdict(said.counts).items():
            found[f"{kind}: markup"] += marked
            found[f"{kind}: ours"] += ours[kind]
            found[f"{kind}: same"] += marked == ours[kind]
    return found


def _look(one: tuple[str, bytes | None]) -> tuple[str, Counter[str]]:
    lang, data = one
    return lang, Counter({"kept aside": 1}) if data is None else look(lang, data)


def of_session(session: str, count: int | None = None, processes: int = 1) -> dict[str, dict[str, int]]:
    """The counts of the files of a session, by language."""
    by_language: dict[str, Counter[str]] = {}
    with ProcessPoolExecutor(processes) if processes > 1 else nullcontext() as pool:
        looked: Iterable[tuple[str, Counter[str]]]
        looked = pool.map(_look, files(session, count), chunksize=4) if pool else map(_look, files(session, count))
        for lang, seen in looked:
            by_language.setdefault(lang, Counter()).update(seen)
    return {lang: dict(sorted(found.items())) for lang, found in sorted(by_language.items())}


def beside(kept: list[dict[str, Any]], measured: dict[str, Any]) -> list[dict[str, Any]]:
    """The measurements to keep: this one, and those that share no session with it."""
    new = set(measured["sessions"])
    others = [one for one in kept if new.isdisjoint(one["sessions"])]
    return sorted([*others, measured], key=lambda one: one["sessions"])


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.unxml.whole")
    parser.add_argument("sessions", nargs="*")
    parser.add_argument("--sample", type=int, metavar="N", help="so many works of a session")
    parser.add_argument("--processes", type=int, metavar="N", default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="keep the figures, and make their pages")
    given = parser.parse_args()
    sessions = given.sessions or sorted(path.stem for path in CORPUS.glob("*.zip"))
    if not sessions:
        print(f"skipped: the marked-up texts are not here ({CORPUS.relative_to(ROOT.parent)})")
    total: dict[str, Counter[str]] = {}
    for session in sessions:
        found = of_session(session, given.sample, given.processes)
        print(session, json.dumps(found, indent=1), flush=True)
        for lang, counts in found.items():
            total.setdefault(lang, Counter()).update(counts)
    if given.write and total:
        measured = {"sessions": sorted(sessions), "sample": given.sample, "languages": total}
        keep(MARKED, beside(json.loads(MARKED.read_text(encoding="utf-8")), measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
