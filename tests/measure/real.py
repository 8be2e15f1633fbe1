"""python -m tests.measure.real: the converter on real files that were kept aside: PDF, HTML and text, five languages.

Counts alone, so that they stay unseen; `--write` keeps them (tests/gold/real/figures.json) and makes their pages anew.

The gold in `tests/gold/real/` names a paragraph by its first words, since a PDF or a page has no lines to count; here
each is given the line, among all the lines that were read, on which these words stand.
"""

from __future__ import annotations

import argparse
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar, Source
from converter.read import READERS
from tests.measure.__main__ import GOLD, REAL, ROOT, counts, keep, summary, table
from tests.measure.compare import compare
from tests.measure.facts import Facts, adopted, cited, from_expression
from tests.measure.silence import Texts, lines_of_places

CORPUS = ROOT.parent / "shared" / "corpus" / "real"
_LABEL = re.compile(r"\W*(?:\w{1,5}[.)、．）-]\W*|[㈠-㈩]\W*)?")
MASTHEAD = 0  # the line that stands for all that is above the first paragraph


class Lines:
    """Offsets and located findings of a source as lines that are counted through the whole of it, from 1."""

    def __init__(self, source: Source) -> None:
        """The lines of one source."""
        self._source = source
        self._numbers = {(line.page, line.number): at for at, line in enumerate(source.lines, 1)}
        self._letters = "".join(filter(str.isalnum, source.text)).casefold()
        self._offsets = [at for at, sign in enumerate(source.text) if sign.isalnum() for _ in sign.casefold()]
        heads = ((line.start, _LABEL.match(line.text)) for line in source.lines)
        begins = (at for start, label in heads for at in (start, start + (label.end() if label else 0)))
        self._begins = {bisect_left(self._offsets, at) for at in begins}

    def locate(self, offset: int) -> tuple[int, int, int]:
        """As a source does, of one page."""
        page, line, column = self._source.locate(offset)
        return 0, self.number(page, line), column

    def number(self, page: int, line: int) -> int:
        """The line that a finding names."""
        return self._numbers.get((page, line), MASTHEAD)

    def of_words(self, words: str, after: int) -> tuple[int, int]:
        """The line on which the words stand the next time, and where to look on; the same place where they do not.

        Of several places the first that begins a line, or stands behind a label at its head, is meant.
        """
        sought = "".join(filter(str.isalnum, words)).casefold()
        at = first = self._letters.find(sought, after)
        while at >= 0 and at not in self._begins:
            at = self._letters.find(sought, at + 1)
        at = first if at < 0 else at
        if at < 0:
            return MASTHEAD, after
        return self.locate(self._offsets[at])[1], at + len(sought)


def files() -> Iterator[tuple[Path, Path]]:
    """Each gold file with the file that it is of."""
    for gold in sorted((GOLD / "real").glob("*-*.yml")):
        lang, _, stem = gold.stem.partition("-")
        yield gold, next(path for path in sorted((CORPUS / lang).rglob("*")) if path.stem == stem)


def _gold(data: dict[str, Any], lines: Lines) -> Facts:
    after, structure = 0, []
    for kind, words in data["paragraphs"]:
        line, after = lines.of_words(words, after)
        structure.append((line, "p" if kind.startswith("p:") else kind))
    masthead = {"symbol": data["symbol"], "date": str(data.get("date")), "enacting": data["enacting"]}
    without_notes = Facts(masthead, tuple(structure), (), cited(data["citations"]), adopted(data["adoption"]))
    begins = {place: first for place, (first, _) in lines_of_places(without_notes).items()}
    notes = tuple(
        (str(note["marker"]), tuple(sorted(begins.get(place, MASTHEAD) for place in note["place"])))
        for note in data["notes"]
    )
    return Facts(masthead, tuple(structure), notes, without_notes.citations, without_notes.adoption)


def _found(facts: Facts, *, is_draft: bool) -> Facts:
    """What was found, a mark at the line where its paragraph begins; a draft has no date of adoption."""
    begins = sorted(line for line, _ in facts.structure)
    notes = tuple(
        (marker, tuple(max((line for line in begins if line <= mark), default=MASTHEAD) for mark in marks))
        for marker, marks in facts.notes
    )
    date = None if is_draft else facts.masthead["date"]
    masthead = {**facts.masthead, "date": date, "enacting": facts.masthead["enacting"] is not None}
    return Facts(masthead, facts.structure, notes, facts.citations, facts.adoption)


def _pairs(authorities: Authorities, texts: Texts) -> Iterator[tuple[str, Facts, Facts]]:
    for gold_file, path in files():
        data = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
        content, lang = path.read_bytes(), data["lang"]
        expression = convert(Input(path.name, lang, content, Sidecar("gold", "")), authorities)
        source, _ = READERS[path.suffix](content, path.name, lang)
        lines = Lines(source)
        gold = _gold(data, lines)
        found = _found(from_expression(expression, lines), is_draft=data["status"] == "draft")
        texts.add(gold_file.stem, gold, found, (lines.number(one.page, one.line) for one in expression.diagnostics))
        yield gold_file.stem, gold, found


def main() -> int:
    """The command line."""
    arguments = argparse.ArgumentParser(prog="python -m tests.measure.real")
    arguments.add_argument("--write", action="store_true", help="keep the counts, and make their pages")
    given = arguments.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: the files are not here ({CORPUS.relative_to(ROOT.parent)})")
        return 0
    texts = Texts()
    scores = compare(_pairs(load_authorities(ROOT / "authorities")[0], texts))
    print(table(scores))
    print(summary(texts))
    if given.write:
        keep(REAL, counts(scores, texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
