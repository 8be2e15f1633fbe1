"""Document symbols as they stand in a text, in any language: A/HRC/49/68, S/RES/1325 (2000), A/58/817和Corr.1.

The families are those of the UN's document symbols (United Nations Editorial Manual; symbols of the organs
that the texts cite).
"""

from __future__ import annotations

import re
import unicodedata

_ROOTS = "A|E|S|ST|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED|HRI|SPT|DP|TD|UNEP|UN-HABITAT|ICCD|FCCC|CBD|LC|T"
SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.-])(?:{_ROOTS})/[A-Z0-9][A-Za-z0-9]*(?:[./-](?=[A-Za-z0-9])[A-Za-z0-9]+)*"
    r"(?:[ ]?\((?:\d{4}|(?:S-)?[IVXL]+|Vol\.[ ]?[IVX]+)\))?"
    r"(?:/(?:Add|Rev|Corr)\.\d+)*"
)
_KINDS = (
    ("draft", re.compile(r"/L\.\d")),
    ("resolution", re.compile(r"/RES/")),
    ("decision", re.compile(r"/DEC/")),
    ("presidential-statement", re.compile(r"/PRST/")),
)
_BODIES = (
    ("HRC", "A/HRC/"),
    ("CHR", "E/CN.4/"),
    ("GA", "A/"),
    ("SC", "S/"),
    ("ECOSOC", "E/"),
)
_ADDENDA = re.compile(r"(?P<word>Add|Corr|Rev)\.(?P<first>\d+)(?:[-–—](?P<last>\d+))?")
_MOST_ADDENDA = 50
_RESOLUTION = re.compile(r"^(?P<stem>.*/(?:RES|DEC|PRST)/)(?P<number>.+)$")


def canonical(printed: str) -> str:
    """The canonical spelling of a printed symbol: half-width, upper-case root, no spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", printed))


def kind_of(symbol: str) -> str:
    """resolution, decision, presidential-statement or draft as the symbol says; else document."""
    return next((kind for kind, pattern in _KINDS if pattern.search(symbol)), "document")


def body_of(symbol: str) -> str | None:
    """The body whose series the symbol belongs to."""
    return next((body for body, stem in _BODIES if symbol.startswith(stem)), None)


def number_of(symbol: str) -> str:
    """The bare number of a resolution's symbol (`60/251`), the symbol itself for other documents."""
    match = _RESOLUTION.match(symbol)
    return match["number"] if match else symbol


def addenda(symbol: str, printed: str) -> list[str]:
    """A/61/229 and `Add.1–3` → A/61/229/Add.1, /Add.2, /Add.3."""
    match = _ADDENDA.fullmatch(printed)
    if match is None:
        return []
    first = int(match["first"])
    last = min(int(match["last"] or first), first + _MOST_ADDENDA)
    return [f"{symbol}/{match['word']}.{number}" for number in range(first, last + 1)]
