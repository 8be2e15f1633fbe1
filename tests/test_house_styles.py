"""Citations of a work in OSCOLA and the Bluebook: number, day and document of each organ; none without a form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.write.house_styles import house_styles
from tests.records import record
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")

CITED = [
    ("SC", "9001 (1992)", "S/RES/9001(1992)", "1992-11-30",
     "UNSC Res 9001 (30 November 1992) UN Doc S/RES/9001{paragraph}",
     "S.C. Res. 9001{paragraph}, U.N. Doc. S/RES/9001 (Nov. 30, 1992)"),
    ("GA", "90/251", "A/RES/90/251", "2036-03-15",
     "UNGA Res 90/251 (15 March 2036) UN Doc A/RES/90/251{paragraph}",
     "G.A. Res. 90/251{paragraph}, U.N. Doc. A/RES/90/251 (Mar. 15, 2036)"),
    ("GA", "9314 (XXIX)", "A/RES/9314(XXIX)", "1974-05-14",
     "UNGA Res 9314 (XXIX) (14 May 1974) UN Doc A/RES/9314(XXIX){paragraph}",
     "G.A. Res. 9314 (XXIX){paragraph}, U.N. Doc. A/RES/9314(XXIX) (May 14, 1974)"),
    ("HRC", "90/7", "A/HRC/RES/90/7", None,
     "UNHRC Res 90/7 UN Doc A/HRC/RES/90/7{paragraph}",
     "Human Rights Council Res. 90/7{paragraph}, U.N. Doc. A/HRC/RES/90/7"),
    ("ECOSOC", "2046/2", "E/RES/2046/2", "2046-06-02",
     "ECOSOC Res 2046/2 (2 June 2046) UN Doc E/RES/2046/2{paragraph}",
     "E.S.C. Res. 2046/2{paragraph}, U.N. Doc. E/RES/2046/2 (June 2, 2046)"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "number", "symbol", "date", "oscola", "bluebook"), CITED)
def test_a_work_is_cited_as_lawyers_do(
    body: str, number: str, symbol: str, date: str | None, oscola: str, bluebook: str
) -> None:
    made = record("lamps", body=body, number=number, symbol=symbol, date=date, status="adopted")
    assert {style.name: style.form for style in house_styles(made, AUTHORITIES)} == {
        "OSCOLA": oscola,
        "Bluebook": bluebook,
    }


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"symbol": None}, {"number": None}, {"kind": "decision"},
                                   {"body": "UNEA"}, {"body": None}])  # fmt: skip
def test_what_has_no_form_is_not_made_one(facts: dict[str, Any]) -> None:
    whole = {"body": "SC", "number": "9001 (1992)", "symbol": "S/RES/9001(1992)", "status": "adopted"}
    assert house_styles(record("lamps", **whole | facts), AUTHORITIES) == ()


def test_what_an_organ_is_called_is_a_fact_of_the_authority_files() -> None:
    """A further organ needs no line of code."""
    harbours = replace(AUTHORITIES.bodies[0], id="UNEA", cited=(("oscola", "UNHC"), ("bluebook", "Harb. C.")))
    known = replace(AUTHORITIES, bodies=(harbours,))
    made = record("lamps", body="UNEA", number="9/1", symbol="X/RES/9/1", date="2046-05-02", status="adopted")
    assert [style.form for style in house_styles(made, known)] == [
        "UNHC Res 9/1 (2 May 2046) UN Doc X/RES/9/1{paragraph}",
        "Harb. C. Res. 9/1{paragraph}, U.N. Doc. X/RES/9/1 (May 2, 2046)",
    ]
