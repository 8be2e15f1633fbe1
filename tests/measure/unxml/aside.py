"""The one measuring of the marked-up texts that are kept aside: counts alone, so that they stay unseen.

    python -m tests.measure.unxml.aside --sample N   the first N works, by the SHA-256 of their symbols, that are there
                                                     in six languages; without it all of them
    … --write                                        keep the counts (tests/gold/unxml-aside.json), and make their pages
    python -m tests.measure.unxml.aside --judged --write   the works that were kept last, once more, beside those counts

Those that are not in the sample stay unseen for the next time.

The markup of these is as the United Nations made it: when they are measured nobody has judged its slips
(`unxml-judged.yml` holds none of them), so each of these counts as a fault of the converter. Judged, by reading every
difference and before any rule is mended for it, the same works tell what the converter itself does wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import Any

from lxml import etree

from tests.measure.__main__ import ASIDE, counts, keep
from tests.measure.unxml.corpus import CORPUS, FOLDERS, ROOT, File, sample, works
from tests.measure.unxml.run import Text, results, texts
from tests.measure.unxml.setting import FORMS


def whole_works(count: int | None) -> list[str]:
    """The symbols of so many works that are kept aside and there in every language, or of all.

    A work of which a file is no XML (a tag that is not closed) or has no closing part is passed over.
    """
    held = works(kept_aside=True)
    whole = [symbol for symbol, files in held.items() if len(files) == len(FOLDERS)]
    readable = (symbol for symbol in sample(whole, len(whole)) if all(map(_is_whole, held[symbol].values())))
    return list(islice(readable, count))


def _is_whole(file: File) -> bool:
    try:
        root = etree.fromstring(file.read(allow_reserved=True))
    except etree.XMLSyntaxError:
        return False
    return root.find(".//{*}conclusions") is not None


def of_language(lang: str, symbols: list[str]) -> dict[str, Any]:
    """What is kept of one language: how many texts, how many with a fault, how many facts of each kind."""
    held = works(kept_aside=True) | works()  # judged ones have been seen, and may count as such already
    files = [(symbol, lang, held[symbol][lang]) for symbol in symbols]
    read: list[Text] = list(texts(files, list(FORMS), allow_reserved=True))
    return kept(read)[lang]


def kept(read: list[Text]) -> dict[str, dict[str, Any]]:
    """By language, the counts of texts that were read."""
    return {lang: counts(result.scores, result.texts) for lang, result in results(read).items()}


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.unxml.aside")
    parser.add_argument("--write", action="store_true", help="keep the counts, and make their pages")
    parser.add_argument("--sample", type=int, metavar="N", help="so many works")
    parser.add_argument("--judged", action="store_true", help="the works that were kept last, their slips judged")
    given = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: the marked-up texts are not here ({CORPUS.relative_to(ROOT.parent)})")
        return 0
    last = json.loads(ASIDE.read_text(encoding="utf-8"))
    symbols = last["symbols"] if given.judged else whole_works(given.sample)
    with ProcessPoolExecutor() as processes:
        each = processes.map(of_language, FOLDERS, [symbols] * len(FOLDERS))
        by_language = dict(zip(FOLDERS, each, strict=True))
    print(json.dumps(by_language, indent=1))
    if given.write and given.judged:
        keep(ASIDE, last | {"judged": by_language})
    elif given.write:
        keep(ASIDE, {"works": len(symbols), "sample": given.sample, "symbols": symbols, "languages": by_language})
    return 0


if __name__ == "__main__":
    sys.exit(main())
