"""The list of texts that are kept aside is what its rule chose, and no gold is written of them."""

from __future__ import annotations

import pytest

from tests.measure.reserved import (
    LIST,
    ROOT,
    is_reserved,
    listed,
    reserved,
    spent,
    symbol_of_markup,
    symbol_of_name,
)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("S_RES_0543_1983.txt", "S/RES/543(1983)"),
        ("A_RES_79_10-2421660A.xml", "A/RES/79/10"),
        ("A_RES_78_4_A.xml", "A/RES/78/4"),  # the A is for Arabic, no part of the symbol
        ("A_RES_217A_III_udhr.txt", "A/RES/217A(III)"),
        ("S_2018_221-EN.pdf", "S/2018/221"),
        ("LOG.md", None),
    ],
)
def test_a_name_shows_a_symbol(name: str, symbol: str | None) -> None:
    assert symbol_of_name(name) == symbol


def test_the_markup_says_a_symbol() -> None:
    work = b'<FRBRWork>\n <FRBRthis value="/akn/un/statement/deliberation/unga/2024-12-04/79-252A-B/!main"/>'
    assert symbol_of_markup(work) == "A/RES/79/252"


def test_gold_of_the_reserved_texts_is_not_written_before_the_end() -> None:
    """A text that is judged at the end has its gold in a folder of its own."""
    assert [path.name for path in (ROOT / "tests" / "gold").glob("S_RES_*.yml") if is_reserved(path.name)] == []


@pytest.mark.shared("corpus")
def test_every_text_of_the_rule_is_in_the_list() -> None:
    """More may be in it: gold that is written later takes no text off the list."""
    assert set(listed()) <= reserved() | spent()
    assert LIST.read_text(encoding="utf-8").count("\n") == len(reserved()) + len(spent())
