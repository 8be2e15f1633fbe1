"""Which languages there are, and their data files as they are written: what needs no reader of texts asks here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

_WORD = re.compile(r"[^\W\d_]+")
FOLDER = Path(__file__).parent / "languages"


def available() -> tuple[str, ...]:
    """The codes of the languages that have a data file."""
    return tuple(sorted(path.name.removesuffix(".ui.yml") for path in FOLDER.glob("*.ui.yml")))


@cache
def words_of(code: str) -> frozenset[str]:
    """The words that the data of a language has, in small letters, besides those of the site: as texts print them."""
    files = (FOLDER / f"{code}.yml", FOLDER / f"{code}.page.yml")
    lines = (line.partition("#")[0] for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(word for line in lines for word in _WORD.findall(line.lower()))


@cache
def read_data(code: str) -> dict[str, Any]:
    """The raw data of one language, the words of the site under `ui`; `code` must be one of `available()`."""
    if code not in available():
        raise KeyError(code)
    data, words = (
        cast(dict[str, Any], yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        for name in (f"{code}.yml", f"{code}.ui.yml")
    )
    return {**data, "ui": words}
