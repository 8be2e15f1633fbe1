"""A number whose session stands behind it, as text from right to left turns it: read, and said."""

from __future__ import annotations

import pytest

from tests.reading import converted

TEXTS = {
    "en": "The General Assembly,\n\nRecalling its resolution 245/77 on lamps,\n\n1. Thanks the keepers.\n",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 245/77 بشأن المصابيح،\n\n1 - تشكر الحراس.\n",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_turned_number_is_read_and_said(code: str) -> None:
    expression = converted(code, TEXTS[code])
    assert [one.target for one in expression.citations] == ["A/RES/77/245"]
    assert [one.code for one in expression.diagnostics if one.code.startswith("citation")] == ["citation-misprint"]


@pytest.mark.parametrize("again", ["Ibid.", "Ibid., para. 3."])
def test_ibid_is_no_misprint_of_what_it_cites(again: str) -> None:
    text = (
        "The General Assembly,\n\nRecalling the lamps¹ and the wicks,²\n\n1. Thanks the keepers.\n\n"
        f"¹ Resolution 2201 A (XXI), annex.\n\n² {again}\n"
    )
    expression = converted("en", text)
    assert [one.target for one in expression.citations] == ["A/RES/2201(XXI)"] * 2
    assert not [one for one in expression.diagnostics if one.code == "citation-misprint"]
