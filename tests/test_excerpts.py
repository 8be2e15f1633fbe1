"""The clause around a citation, as the record quotes it: it ends at the marks of the text's own language."""

from __future__ import annotations

import pytest

from converter.convert import Input, convert, record_of
from converter.model import Sidecar
from tests.language_examples import AUTHORITIES

TEXTS = {
    "ar": (
        "مجلس الأمن،\n\nإذ يشير إلى المصابيح؛ وإذ يشير إلى القرار 1325 (2000)؛ وإلى الفنارات،\n\n"
        "1 - يقرر أن يبقي المسألة قيد نظره.",
        "وإذ يشير إلى القرار 1325 (2000)",
    ),
    "zh": (
        "安全理事会，\n\n回顾灯火；又回顾第1325(2000)号决议；又回顾灯塔，\n\n1. 决定继续处理此案。",
        "又回顾第1325(2000)号决议",
    ),
    "en": (
        "The Security Council,\n\nRecalling the lamps; also recalling resolution 1325 (2000); and the beacons,\n\n"
        "1. Decides to wait.",
        "also recalling resolution 1325 (2000)",
    ),
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_clause_of_a_citation(code: str) -> None:
    text, clause = TEXTS[code]
    sidecar = Sidecar("x", "")
    record = record_of(convert(Input(f"x/{code}.txt", code, text.encode(), sidecar), AUTHORITIES), sidecar)
    assert [one.excerpt.strip("…") for one in record.citings] == [clause]
