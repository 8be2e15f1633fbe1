"""Whole texts of our own in every language (`texts/<code>.yml`): how organs print them, and what `inspect` must show.

A text shows at least what its entry says: of a mapping the keys that are given, of a list each item in its order.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.language_files import available
from converter.model import Sidecar
from converter.write.inspect import inspect

FOLDER = Path(__file__).parent / "texts"
# What organs print in every language; a language has a text of each, and of what is its own besides.
FORMS = {
    "masthead of the Security Council",
    "masthead of another organ",
    "statement of the President",
    "draft and its sponsors",
    "line on the adoption",
    "recorded vote with its States",
    "marks of notes",
}


@cache
def texts(code: str) -> list[dict[str, Any]]:
    """The texts of a language, each with its form, its words and what it shows."""
    loaded: list[dict[str, Any]] = yaml.load((FOLDER / f"{code}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def shown(wanted: Any, found: Any) -> Any:
    """As much of what is found as is wanted, so that the two can be compared and a difference be read."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: shown(value, found.get(key, "no such key")) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(found, list):
        return [shown(one, other) for one, other in zip(wanted, found, strict=False)] + found[len(wanted) :]
    return found


EACH = [(code, one) for code in available() for one in texts(code)]


@pytest.mark.parametrize(("code", "one"), EACH, ids=[f"{code} {one['form']}" for code, one in EACH])
def test_a_text_shows_what_a_reader_sees(code: str, one: dict[str, Any], authorities: Authorities) -> None:
    sidecar = Sidecar("x", "")
    given = Input(f"sources/x/{code}.txt", code, one["text"].encode(), sidecar)
    found = inspect(convert(given, authorities), sidecar)
    assert shown(one["shows"], found) == one["shows"]


@pytest.mark.parametrize("code", available())
def test_every_language_has_a_text_of_every_form(code: str) -> None:
    assert FORMS - {one["form"] for one in texts(code)} == set()
