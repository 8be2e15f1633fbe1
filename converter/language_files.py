"""Which languages there are, and their data files as they are written: what needs no reader of texts asks here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

FOLDER = Path(__file__).parent / "languages"


def available() -> tuple[str, ...]:
    """The codes of the languages that have a data file."""
    return tuple(sorted(path.name.removesuffix(".ui.yml") for path in FOLDER.glob("*.ui.yml")))


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
