"""The days of a session that a masthead prints, against those of the authority file."""

from __future__ import annotations

import pytest

from converter.model import Severity
from tests.reading import converted

DRAFT = """\
United Nations
{symbol}
General Assembly

Human Rights Council
Forty-eighth session
{days}
Agenda item 3

48/… Dry beds of the keepers

The Human Rights Council,

Noting the dark,

1. Requests light.
"""


@pytest.mark.parametrize(
    ("symbol", "days", "severity"),
    [
        ("A/HRC/48/L.97", "13 September–8 October 2021", Severity.INFO),  # as planned when the draft was printed
        ("A/HRC/48/L.97", "12 September–8 October 2021", Severity.ERROR),
        ("A/HRC/RES/48/97", "13 September–8 October 2021", Severity.ERROR),
    ],
)
def test_the_last_day_of_a_draft_was_planned(symbol: str, days: str, severity: Severity) -> None:
    text = DRAFT.format(symbol=symbol, days=days).encode()
    found = converted("en", text).diagnostics
    assert [one.severity for one in found if one.code == "session-dates"] == [severity]
