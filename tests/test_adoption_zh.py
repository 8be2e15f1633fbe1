"""How a Chinese text says that it was adopted, in our own words."""

from __future__ import annotations

import pytest

from converter.authorities import Authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from tests.temp_project import GOOD


@pytest.mark.parametrize(
    ("note", "manner", "votes"),
    [
        ("[未经表决获得通过。]", "without-vote", {}),
        ("[经协商一致通过。]", "without-vote", {}),
        ("[一致通过。]", "unanimous", {}),
        ("[以120票对2票，无弃权获得通过。]", "vote", {"for": 120, "against": 2, "abstaining": 0}),
        ("[以30票赞成、11票弃权获得通过。]", "vote", {"for": 30, "abstaining": 11}),
        (
            "[经记录表决，以28票赞成、8票反对、11票弃权获得通过。]",
            "vote",
            {"for": 28, "against": 8, "abstaining": 11},
        ),
    ],
)
def test_the_note_on_the_vote(note: str, manner: str, votes: dict[str, int], authorities: Authorities) -> None:
    text = f"{GOOD}\n第34次会议\n2022年10月7日\n{note}\n"
    expression = convert(Input("sources/x/zh.txt", "zh", text.encode(), Sidecar("x", "")), authorities)
    adoption = expression.resolution.adoption
    assert adoption is not None
    assert (adoption.manner, adoption.meeting, adoption.date) == (manner, 34, "2022-10-07")
    assert dict(adoption.votes) == votes


def test_a_text_that_says_nothing_of_its_adoption(authorities: Authorities) -> None:
    expression = convert(Input("sources/x/zh.txt", "zh", GOOD.encode(), Sidecar("x", "")), authorities)
    assert expression.resolution.adoption is None
