"""The texts that are kept aside: no test, comparison or rule looks at them until the figures at the end are made.

`tests/gold/reserved.txt` lists their symbols, one a line, the same for every language and format. The list was made
once, before the work that it judges, and is data now: each text of the corpus that had no gold on that day and whose
symbol's SHA-256 begins with an odd hexadecimal digit. `tests/gold/spent.txt` lists those that were measured once and
are looked at since: they are kept aside no longer.

    python -m tests.measure.reserved     lists again from the corpus, to compare with the file
"""

from __future__ import annotations

import functools
import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIST = ROOT / "tests" / "gold" / "reserved.txt"
SPENT = ROOT / "tests" / "gold" / "spent.txt"
CORPUS = ROOT.parent / "shared" / "corpus"
_ODD = frozenset("13579bdf")

# What the name of a text's file says of its symbol; the rest of a name is of no concern.
_NAMES = (
    (re.compile(r"S_RES_0*(?P<number>\d+)_(?P<year>\d{4})"), "S/RES/{number}({year})"),
    (re.compile(r"S_PRST_(?P<year>\d{4})_(?P<number>\d+)"), "S/PRST/{year}/{number}"),
    (re.compile(r"A_RES_(?P<session>\d{2})_(?P<number>\d+)"), "A/RES/{session}/{number}"),
    (re.compile(r"A_RES_(?P<number>\d+)(?P<part>[A-Z]?)_(?P<session>[IVXL]+)"), "A/RES/{number}{part}({session})"),
    (re.compile(r"S_(?P<year>\d{4})_(?P<number>\d+)"), "S/{year}/{number}"),
    (re.compile(r"S_(?P<number>\d{4,5})_\d{4}_draft"), "S/{number}"),
)
# The United Nations' own files say it in their markup: …/unga/2024-12-04/79-110/eng@!main
_WORK = re.compile(rb'<FRBRWork>\s*<FRBRthis value="[^"]*/(?P<session>\d+)-(?P<number>\d+)[^/"]*/!main')


def symbol_of_name(name: str) -> str | None:
    """The symbol that a file's name shows, `None` where it shows none."""
    for pattern, form in _NAMES:
        found = pattern.match(name)
        if found:
            return form.format(**found.groupdict())
    return None


def symbol_of_markup(data: bytes) -> str | None:
    """The symbol that one of the United Nations' own files says it has; parts of one resolution are one text."""
    found = _WORK.search(data)
    return f"A/RES/{found['session'].decode()}/{found['number'].decode()}" if found else None


@functools.cache
def reserved() -> frozenset[str]:
    """The symbols that are kept aside."""
    return _listed(LIST) - spent()


@functools.cache
def spent() -> frozenset[str]:
    """The symbols that were kept aside until they were measured."""
    return _listed(SPENT)


def _listed(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split("\n")) - {""}


def is_reserved(name: str) -> bool:
    """Whether the text in the file of this name is kept aside (`S_RES_0543_1983.txt`, `A_RES_79_10-2421660A.xml`)."""
    symbol = symbol_of_name(name)
    return symbol is not None and symbol in reserved()


def listed(corpus: Path = CORPUS) -> Iterator[str]:
    """The symbols that the rule of this page chooses from the corpus."""
    # Texts that were developed with: those that had gold, and the two PDFs that tests/test_read_pdf.py knows by heart.
    known = {symbol_of_name(path.name) for path in (ROOT / "tests" / "gold").glob("S_RES_*.yml")}
    known |= {symbol_of_name(path.name) for path in (corpus / "ga-pdf").iterdir()}
    for symbol in sorted(set(_symbols(corpus)) - known - {None}, key=str):
        if symbol is not None and hashlib.sha256(symbol.encode()).hexdigest()[0] in _ODD:
            yield symbol


def _symbols(corpus: Path) -> Iterator[str | None]:
    for folder in ("unsc-en", "real"):
        yield from (symbol_of_name(path.name) for path in (corpus / folder).rglob("*") if path.is_file())
    for path in (corpus / "unxml").glob("*.zip"):
        with zipfile.ZipFile(path) as pack:
            yield from (symbol_of_markup(pack.read(name)) for name in pack.namelist() if name.endswith(".xml"))


if __name__ == "__main__":
    print("\n".join(listed()))
