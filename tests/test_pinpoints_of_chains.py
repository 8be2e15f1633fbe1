"""Pinpoints where other words stand between them and their work, and parts of symbols that look like pinpoints."""

from __future__ import annotations

import pytest

from converter.addresses import pinpoint_anchor
from tests.reading import ENACTING, converted


def pinpoints(said: str) -> dict[str | None, tuple[str, ...]]:
    """Each cited work with its pinpoints, of an act in which the words stand."""
    found = converted("en", f"{ENACTING['en']}\n\n1. Notes {said};\n")
    return {one.target: tuple(pinpoint.label for pinpoint in one.pinpoints) for one in found.citations}


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("paragraph 1 (a) and (b) and subsequent provisions of resolution 9001 (2089)", ("1(a)", "1(b)")),
        ("paragraph 3 and all other relevant provisions of resolution 9001 (2089)", ("3",)),
        ("resolution 9001 (2089) and, in particular, paragraphs 3, 4 and 5 thereof", ("3", "4", "5")),
    ],
)
def test_words_between_pinpoints_and_their_work(said: str, labels: tuple[str, ...]) -> None:
    assert pinpoints(said) == {"S/RES/9001(2089)": labels}


def test_a_part_of_a_symbol_is_no_pinpoint_of_the_document_behind_it() -> None:
    assert pinpoints("INFCIRC/999/Rev.8/Part 1 in document S/2089/814")["S/2089/814"] == ()
    assert pinpoints("part 1 of document S/2089/814")["S/2089/814"] != ()


def test_annexes_are_addressed_alike_however_they_are_counted() -> None:
    assert pinpoint_anchor("annex 2") == pinpoint_anchor("annex II") == "annex-ii"
    assert pinpoint_anchor("annex 2.6") == "annex-ii-6"
