"""A day in small letters above the meeting that was held on it is told with it, where a word stands before days."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, number

ACT = {
    "en": "Decides to light all the lamps of the harbour",
    "fr": "Décide d’allumer toutes les lampes du port",
    "es": "Decide encender todas las lámparas del puerto",
}
DAY = {"en": "on 11 December 2046", "fr": "le 11 décembre 2046", "es": "el 11 de diciembre de 2046"}
MEETING = {"en": "55th plenary meeting", "fr": "55e séance plénière", "es": "55ª sesión plenaria"}
CODES = tuple(ACT)


def read(code: str, sign: str, comma: str, space: str) -> Expression:
    """A text whose act ends in a sign, above the day and the meeting."""
    act = f"{number(code, 1)} {ACT[code]}{sign}"
    return converted(code, space.join((ENACTING[code], act, DAY[code] + comma, MEETING[code])))


@pytest.mark.parametrize("space", ["\n", "\n\n"])
@pytest.mark.parametrize("comma", [",", ""])
@pytest.mark.parametrize("code", CODES)
def test_below_a_sentence_it_is_the_day_of_adoption(code: str, comma: str, space: str) -> None:
    found = read(code, ".", comma, space).resolution
    assert [one.text.text for one in found.paragraphs] == [f"{ACT[code]}.", f"{DAY[code]}{comma} {MEETING[code]}"]
    assert found.adoption is not None
    assert (found.adoption.meeting, found.adoption.date) == (55, "2046-12-11")


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_that_is_not_over_goes_on_with_it(code: str) -> None:
    found = read(code, "", ",", "\n").resolution
    assert found.paragraphs[0].text.text == f"{ACT[code]} {DAY[code]},"
    assert found.adoption is not None
    assert found.adoption.date is None
