"""An ibid. alone cites all that the last list of the note before names; with a place it cites the last of them."""

from __future__ import annotations

import pytest

from tests.test_ibid import CODES, WORDS, comma, read

AND = {"en": " and ", "fr": " et ", "es": " y ", "ru": " и ", "ar": " و ", "zh": "和"}


def told(code: str, before: str, again: str) -> list[str | None]:
    return [one.target for one in read(code, before, again).citations if one.place == "fn:2"]


@pytest.mark.parametrize("code", CODES)
def test_it_cites_the_whole_list(code: str) -> None:
    see, again, place, _ = WORDS[code]
    listed = f"{see} S/9991{comma(code)}S/9992{AND[code]}S/9993."
    assert told(code, listed, again) == ["S/9991", "S/9992", "S/9993"]
    assert told(code, listed, f"{again}{comma(code)}{place}.") == ["S/9993"]


@pytest.mark.parametrize("code", CODES)
def test_what_stands_in_another_sentence_is_no_list(code: str) -> None:
    see, again, _, _ = WORDS[code]
    assert told(code, f"{see} S/9991. {see} S/9992.", again) == ["S/9992"]


@pytest.mark.parametrize("code", CODES)
def test_a_joint_symbol_is_cited_again_whole(code: str) -> None:
    see, again, _, _ = WORDS[code]
    assert told(code, f"{see} A/91/578-S/9993.", again) == ["A/91/578", "S/9993"]
