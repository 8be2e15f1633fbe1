"""Addenda and corrigenda with a letter in the place of a digit (Add.l, Corr.I), as scanning and typing have them."""

from __future__ import annotations

import pytest

from tests.reading import converted
from tests.test_number_and_symbol import TEXTS

AND = {"en": " and ", "fr": " et ", "es": " y ", "ru": " и ", "ar": " و", "zh": "和"}
READ = {
    "S/91883{and}Add.l": ["S/91883", "S/91883/Add.1"],
    "S/91883{and}Corr.I": ["S/91883", "S/91883/Corr.1"],
    "S/91883{and}Add. l2": ["S/91883", "S/91883/Add.12"],
    "S/91883/Rev.l": ["S/91883/Rev.1"],
    "S/91883/Add.l/Corr.1": ["S/91883/Add.1/Corr.1"],
}


def read(code: str, printed: str) -> tuple[list[str | None], list[str]]:
    """What is cited in a recital that names a document, and what is said of citations."""
    head, organ, recital, act = TEXTS[code]
    named = f"{recital[:-1]} ({printed.format(and_=AND[code])}){recital[-1]}"
    found = converted(code, "\n\n".join((head.format("9973 (2091)"), organ, named, act)) + "\n")
    return [one.target for one in found.citations], [one.code for one in found.diagnostics if "citation" in one.code]


@pytest.mark.parametrize("printed", READ)
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_letter_is_seen_through_and_said(code: str, printed: str) -> None:
    cited, said = read(code, printed.replace("{and}", "{and_}"))
    assert cited == READ[printed]
    assert said == ["citation-misprint"]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_what_is_printed_right_is_not_said(code: str) -> None:
    assert read(code, "S/91883{and_}Add.1") == (["S/91883", "S/91883/Add.1"], [])
