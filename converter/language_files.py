"""Which languages there are, and their data files as they are written: what needs no reader of texts asks here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from converter.yaml_safe import load_yaml

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


def read_file(path: Path) -> dict[str, Any]:
    """The data of one of these files as it is written. Raises ValueError with the place of what is wrong in it.

    A key that is typed twice is wrong: the first of its values would be lost.
    """
    data, _, problems = load_yaml(path.read_text(encoding="utf-8"), path.name)
    if problems:
        raise ValueError(
            "\n".join(f"{one.path}:{one.line}:{one.column}: {one.message} ({one.hint})" for one in problems)
        )
    if not isinstance(data, dict):
        raise ValueError(f"{path.name}:1:1: a file of data has keys")
    return data


@cache
def read_data(code: str) -> dict[str, Any]:
    """The raw data of one language, the words of the site under `ui`; `code` must be one of `available()`."""
    if code not in available():
        raise KeyError(code)
    data, words = (read_file(FOLDER / name) for name in (f"{code}.yml", f"{code}.ui.yml"))
    return {**data, "ui": words}
