"""python -m tests.hostile.fuzz KIND COUNT [SEED]: files mutated behind the door, each through the whole house.

KIND is akn, docx, pdf, html, text or all. `seeds.py` says what they are made from, `mutated.py` how they are mutated.

What is asked of each file: nothing is raised; reading it ends within the bounds; the words of the page are the words
that were read (two readers read it back, and every character of the source is accounted for); and each letter
that a marked-up file, a DOCX, an HTML page or a PDF still shows stands in what was read, unless a finding says what is
left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from converter.authorities import Authorities, load_authorities
from converter.codes import GAVE_UP
from converter.convert import Input, convert, page_of, record_of
from converter.demo.bank import AUTHORITIES
from converter.lint import pages
from converter.model import Expression
from converter.read import reader_of
from converter.write import markdown
from converter.write.outputs import OUTPUTS, Given
from tests.hostile import seeds as texts
from tests.hostile.mutated import ENDINGS, Mutated, mutated
from tests.hostile.shown import counted, letters
from tests.hostile.whole import SIDECAR, reader_used, render, used

# Findings that say that words are left out.
_SAID = frozenset(("read-left-out", "read-hidden", "read-tracked-changes", "read-comments"))
_EMPTY = {
    "akn": "read-empty",
    "docx": "read-empty",
    "html": "read-empty",
}  # there is nothing to read; a PDF may show nothing that it has
SLOW = 10.0  # seconds of processor for one file
_SLICE = 1000  # files after which a long run says how far it is


@cache
def authorities() -> Authorities:
    """Those of the invented bodies, so that the texts are understood."""
    return load_authorities(AUTHORITIES)[0]


@dataclass
class Figures:
    """What came of a run."""

    files: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, more: Figures) -> None:
        """Take in the figures of another run."""
        self.files += more.files
        self.refused += more.refused
        self.codes.update(more.codes)
        self.slowest = max(self.slowest, more.slowest)
        self.peak = max(self.peak, more.peak)
        self.faults += more.faults

    def __str__(self) -> str:
        codes = ", ".join(f"{code} {count}" for code, count in self.codes.most_common(12))
        return (
            f"{self.files} files, {self.refused} refused, {len(self.faults)} faults, slowest {self.slowest:.2f} s, "
            f"peak {self.peak:.0f} MiB; findings: {codes}"
        )


def faults_of(expression: Expression) -> Iterator[str]:
    """What is wrong with what was made of a file: words lost or invented between the source and the page."""
    page_ = page_of(SIDECAR, expression.resolution.lang, expression.resolution.masthead.symbol)
    record_of(expression, SIDECAR)
    for make in OUTPUTS.values():
        make(Given(expression, SIDECAR, page_, authorities(), False))
    text = markdown.body(expression, page_)
    for finding in pages.check_words(expression.resolution, text, render, pages.second_reader()):
        yield f"{finding.code}: {finding.message}"
    for diagnostic in expression.diagnostics:
        if diagnostic.code in ("words", "read-fault", GAVE_UP):
            yield f"{diagnostic.code}: {diagnostic.message}"


def lost(kind: str, file: Mutated, expression: Expression) -> Iterator[str]:
    """Letters that a file still shows and that are nowhere in what was read, where no finding tells why."""
    codes = {one.code for one in expression.diagnostics}
    refused = not expression.resolution.paragraphs and not expression.resolution.masthead.blocks
    if (refused and _EMPTY.get(kind) not in codes) or not _SAID.isdisjoint(codes):
        return
    source, _ = reader_of(ENDINGS[kind])(file.data, f"fuzz/{file.lang}{ENDINGS[kind]}", file.lang)
    missing = letters(kind, file.data) - counted(source.text)
    if missing.total() > source.text.count("\ufffd"):  # each stands for one letter, and each is said
        yield f"lost: {dict(missing)}"


def converted(kind: str, file: Mutated) -> Expression:
    """What the house makes of a file."""
    return convert(Input(f"fuzz/{file.lang}{ENDINGS[kind]}", file.lang, file.data, SIDECAR), authorities())


def run(kind: str, seeds: Sequence[int]) -> Figures:
    """Make a file of each seed and take it through. A fault names the seed, which makes the same file again."""
    import resource  # noqa: PLC0415 - not on Windows, where nobody runs this

    for lang in texts.LANGUAGES:  # patterns are compiled for the first text and for no other
        tuple(faults_of(converted("text", Mutated(lang, texts.whole(lang)))))
    figures = Figures()
    for seed in seeds:
        file = mutated(kind, seed)
        began = used()
        try:
            expression = converted(kind, file)
            found = [*faults_of(expression), *lost(kind, file, expression)]
        except Exception as error:
            figures.faults.append(f"{kind} {seed}: {type(error).__name__}: {error}")
            continue
        finally:
            figures.files += 1
        took = used() - began
        figures.slowest = max(figures.slowest, took)
        figures.refused += not expression.resolution.paragraphs
        figures.codes.update({one.code for one in expression.diagnostics})
        figures.faults += [f"{kind} {seed}: {one}" for one in found]
        if took > SLOW:
            figures.faults.append(f"{kind} {seed}: {took:.0f} s")
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    figures.peak = max(most / 1024, reader_used()[1])
    return figures


def main(kind: str, count: int, seed: int) -> int:
    """Run and print the figures, on standard error also on the way; 1 if there is a fault."""
    failed = 0
    for one in ENDINGS if kind == "all" else [kind]:
        figures = Figures()
        for first in range(seed, seed + count, _SLICE):
            figures.add(run(one, range(first, min(first + _SLICE, seed + count))))
            print(f"{one}: {figures}", file=sys.stderr, flush=True)
        print(f"{one}: {figures}", flush=True)
        for fault in figures.faults[:20]:
            print(f"  {fault}", flush=True)
        failed |= bool(figures.faults)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0))
