"""python -m tests.measure.unxml: the converter on the United Nations' own marked-up resolutions.

--lang ru       one language; --form text or html: one form; --sample N: the first N works of the sample's order
--spent         the works that were kept aside until they were measured, and no others
--show          every fact that is missed or wrong; --parallel: where the languages of a work cite differently
--propose       slips of the markup that its own other languages show, to be judged (tests/gold/unxml-judged.yml)
--write FILE    keep the figures

The texts that are kept aside are not read here: `python -m tests.measure.unxml.aside` counts them, once, at the end.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.measure.reserved import spent
from tests.measure.unxml import blocks, judged, parallel, propose
from tests.measure.unxml.corpus import CORPUS, FOLDERS, ROOT, SAMPLE, File, sample, works
from tests.measure.unxml.run import Result, Text, as_data, results, texts
from tests.measure.unxml.setting import FORMS


def _table(by_language: dict[str, Result]) -> str:
    rows = [f"{'':30}{'right':>7}{'missed':>8}{'wrong':>7}{'precision':>11}{'recall':>8}"]
    for lang, result in by_language.items():
        told = (
            f"{one.count - len(one.faulty)} of {one.count} texts without a fault, {len(one.silent)} silent"
            for one in (result.texts, result.but_for_parts)
        )
        rows.append(f"{lang}: {'; but for parts: '.join(told)}")
        rows += [
            f"   {kind:27}{one.right:7}{len(one.missed):8}{len(one.wrong):7}{one.precision:11.3f}{one.recall:8.3f}"
            for kind, one in result.scores.items()
        ]
    return "\n".join(rows)


def _shown(by_language: dict[str, Result]) -> Iterator[str]:
    for result in by_language.values():
        for kind, score in result.scores.items():
            if kind != "structure of the text":  # the paragraphs say which
                yield from (f"missed {kind}: {fact}" for fact in sorted(score.missed))
                yield from (f"wrong  {kind}: {fact}" for fact in sorted(score.wrong))


def _parallel(read: list[Text]) -> Iterator[str]:
    for work, form in sorted({(text.work, text.form) for text in read}):
        own = {text.lang: text for text in read if (text.work, text.form) == (work, form)}
        lines = parallel.differences(
            {lang: text.found for lang, text in own.items()}, {lang: text.gold for lang, text in own.items()}
        )
        yield from (f"{work} {form} {line}" for line in lines)


def _files(given: argparse.Namespace) -> Iterator[tuple[str, str, File]]:
    held = works()
    whole = [symbol for symbol in held if len(held[symbol]) == len(FOLDERS) and (symbol in spent()) == given.spent]
    for symbol in sample(whole, given.sample or (len(whole) if given.spent else SAMPLE)):
        own = ((lang, held[symbol][lang]) for lang in FOLDERS if given.lang in (None, lang))
        yield from ((symbol, lang, file) for lang, file in own if _may_be_read(symbol, lang, file))


def _may_be_read(symbol: str, lang: str, file: File) -> bool:
    """Whether a file is no work that is kept aside; one whose markup says so, though its name does not, is told."""
    try:
        file.read(allow_reserved=False)
    except PermissionError:
        print(f"passed over: {symbol} {lang}, whose markup says a work that is kept aside", file=sys.stderr)
        return False
    return True


def _proposed(given: argparse.Namespace) -> Iterator[str]:
    files = list(_files(given))
    verdicts = judged.load()
    for work in dict.fromkeys(symbol for symbol, _, _ in files):
        marked: dict[str, blocks.Marked] = {}
        for lang, file in ((lang, file) for symbol, lang, file in files if symbol == work):
            held = [one for one in verdicts if one.holds(work, lang)]
            marked[lang] = judged.of_blocks(blocks.read(file.read(allow_reserved=False)), held)
        yield from propose.proposals(work, marked)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.unxml")
    parser.add_argument("--lang", choices=FOLDERS)
    parser.add_argument("--form", choices=FORMS)
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--spent", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--parallel", action="store_true")
    parser.add_argument("--propose", action="store_true")
    parser.add_argument("--write", type=Path, metavar="FILE")
    given = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: the marked-up texts are not here ({CORPUS.relative_to(ROOT.parent)})")
        return 0
    if given.propose:
        print("\n".join(_proposed(given)))
        return 0
    read = list(texts(_files(given), [given.form] if given.form else list(FORMS)))
    found = results(read)
    print(_table(found))
    for line in (*(_shown(found) if given.show else ()), *(_parallel(read) if given.parallel else ())):
        print(line)
    if given.write:
        data = json.dumps(as_data(found), indent=1, ensure_ascii=False) + "\n"
        given.write.write_text(data, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
