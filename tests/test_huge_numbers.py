"""Numbers of any length are words: nothing counts so far, and none of them stops a text, a list or a calendar."""

from __future__ import annotations

import re

import pytest

from converter import numerals
from converter.ordering import number_key
from tests.hostile import fuzz, seeds
from tests.hostile.mutated import Mutated

DIGITS = {"ar": "٣", "zh": "九"}
PHRASES = (
    "paragraph {} of resolution 1/2",
    "paragraphs 3 to {} of resolution 1/2",
    "annex {} to resolution 1/2",
    "sections II to {} of resolution 1/2",
    "resolution 1/2 of 5 November {}",
    "resolution 1/2 of {} November 2005",
    "resolution {}/2",
    "resolution 12 ({})",
    "LG/LHC/{} and Add.{}",
    "LG/LHC/30/21/Add.{}-{}",
    "within {} days",
    "at its {}th session",
    "by {} votes to {}",
)


def with_numbers(text: str, digit: str, length: int, every: int) -> bytes:
    """A text in which every so manieth number is so long."""
    count = iter(range(len(text)))
    return re.sub(r"\d+", lambda found: found[0] if next(count) % every else digit * length, text).encode()


@pytest.mark.parametrize("digit", ["9", "own"])
@pytest.mark.parametrize(("length", "every"), [(12, 1), (30, 1), (5000, 9)])
@pytest.mark.parametrize("lang", seeds.LANGUAGES)
def test_a_text_whose_numbers_are_huge_is_read(lang: str, length: int, every: int, digit: str) -> None:
    digit = DIGITS.get(lang, "１") if digit == "own" else digit
    data = with_numbers(seeds.whole(lang).decode(), digit, length, every)
    expression = fuzz.converted("text", Mutated(lang, data))
    assert [*fuzz.faults_of(expression)] == []
    assert digit * length in "".join(one.text.text for one in expression.resolution.paragraphs)


@pytest.mark.parametrize("length", [10, 25, 5000])
@pytest.mark.parametrize("phrase", PHRASES)
def test_a_huge_number_in_a_phrase_is_read(phrase: str, length: int) -> None:
    said = phrase.replace("{}", "9" * length)
    text = f"The Lighthouse Council,\n\nRecalling {said},\n\n1. Decides, {said}, to end.\n\n[Adopted {said}.]\n"
    expression = fuzz.converted("text", Mutated("en", text.encode()))
    assert [*fuzz.faults_of(expression)] == []


@pytest.mark.parametrize("text", ["九" * 5000, "9" * 5000, "I" * 5000, "M" * 100_000])
def test_no_numeral_is_longer_than_a_number(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        numerals.number(text)


def test_what_has_no_roman_numeral_stays_in_digits() -> None:
    assert [numerals.to_roman(number) for number in (3999, 4000, 10**18)] == ["MMMCMXCIX", "4000", "1" + "0" * 18]


def test_huge_numbers_are_sorted_by_value() -> None:
    long = ["1" + "0" * 5000, "9" * 5000, "10", "9", "09"]
    assert sorted((f"A/{one}" for one in long), key=number_key) == [
        f"A/{one}" for one in ("9", "09", "10", long[1], long[0])
    ]
