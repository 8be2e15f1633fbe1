"""A fault is silent where no finding stands at its paragraph, the line before it or the line after it."""

from __future__ import annotations

import pytest

from tests.measure.facts import Cited, Facts
from tests.measure.silence import Texts, faults


def facts(target: str, *, note: int = 40) -> Facts:
    structure = ((5, "pp"), (8, "op:1"), (10, "sub:1-a"), (14, "op:2"))
    cited = (Cited("op1-a", target, None, ()),)
    return Facts({"symbol": "S/RES/901(1994)"}, structure, (("1", (6,)),), cited, {}, {"1": note}, 30)


def test_a_fault_knows_the_lines_of_its_paragraph() -> None:
    found = list(faults(facts("S/9001"), facts("S/9002")))
    assert [place for place, _ in found] == [(10, 13), (10, 13)]


@pytest.mark.parametrize(("line", "silent"), [(9, False), (14, False), (12, False), (8, True), (15, True)])
def test_a_finding_near_breaks_the_silence(line: int, silent: bool) -> None:
    texts = Texts()
    texts.add("one", facts("S/9001"), facts("S/9002"), [line])
    assert (texts.faulty, texts.silent) == (["one"], ["one"] if silent else [])


def test_a_text_without_a_fault_is_not_silent() -> None:
    texts = Texts()
    texts.add("one", facts("S/9001"), facts("S/9001"), [])
    assert (texts.count, texts.faulty, texts.silent, texts.faultless) == (1, [], [], 1.0)


def test_the_masthead_is_above_the_first_paragraph() -> None:
    gold, found = facts("S/9001"), facts("S/9001")
    found.masthead["symbol"] = "S/RES/902(1994)"
    assert {place for place, _ in faults(gold, found)} == {(1, 4)}
