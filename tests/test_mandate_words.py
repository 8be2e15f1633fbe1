"""What a verb asks for: how the words of `mandates` stand together, and what is said of one that has them wrong."""

from __future__ import annotations

from typing import Any

import pytest

from converter.language_files import available
from converter.languages.around import ProfileError
from converter.languages.listed import listed
from converter.languages.mandate_words import MandateWords
from converter.languages.units import Cutter
from converter.view import Tokens
from tests.language_examples import language
from tests.steps import assert_linear

PAGE: dict[str, Any] = {
    "requests": ["ask"],
    "decides": ["decide"],
    "enacts": ["light"],
    "event": "feast",
    "acts": ["light", "set up"],
    "keepers": ["keepers", "old keepers"],
    "asides": ["of late"],
    "around": """
        orders: [,] to {acts}
        others: that [all] {from} {keepers} …,5 {until} shall
        no others before: not
        split: [,] and {from} to light   # a further act
        dangling: and
        lead: to
        recipient: {recipient organ}
        recipient joint: [,] and
        to: report …,9 to [the] {from} {recipient}
        to: give {from} …,2 {until} lamps
        purpose: so as to help
        same event: the said …,1 feast
        nothing: stay seized
        nothing at once: sing
        renews: renew
        reports: report
        no reports: report of
    """,
}


def words(**changed: Any) -> MandateWords:
    return MandateWords({**PAGE, **changed}, listed(["Harbour Council", "Lamp Assembly"]))


def tokens(text: str) -> Tokens:
    return Cutter().tokens(text)


def printed(given: Tokens, span: tuple[int, int] | None) -> str | None:
    return given.view.source[slice(*given.span(*span))] if span else None


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (" to report, and to light the bay;", ["report", "light the bay"]),
        (" to report so as to help keepers and to light;", ["report so as to help keepers and to light"]),
        (" to light the “Lamp”; and", ["light the “Lamp”"]),
        (" to light the Lamp.”", ["light the Lamp"]),
        (", and", []),
        ("", []),
    ],
)
def test_acts_are_parted(text: str, acts: list[str]) -> None:
    assert [printed(act, (0, len(act))) for act in words().acts(tokens(text))] == acts


@pytest.mark.parametrize(
    ("text", "orders", "others"),
    [
        (" to set up a lamp", True, None),
        (", to light a lamp", True, None),
        (" to sing", False, None),
        (" that all old keepers of bays shall sing", False, "old keepers of bays"),
        (" that keepers shall not sing", False, None),
    ],
)
def test_what_a_decision_orders(text: str, orders: bool, others: str | None) -> None:
    given = tokens(text)
    assert words().orders(given) is orders
    assert printed(given, words().others(given)) == others


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("report on lamps to the Harbour Council, and Lamp Assembly in May", "Harbour Council, and Lamp Assembly"),
        ("report to the harbour council", None),
        ("give lamps, give old keepers lamps", "old keepers"),
        ("sing to the Harbour Council", None),
    ],
)
def test_to_whom_an_act_goes(text: str, recipient: str | None) -> None:
    given = tokens(text)
    assert printed(given, words().recipient(given)) == recipient


def test_what_an_act_is() -> None:
    known = words()
    assert known.asks_nothing(tokens("sing of lamps"))
    assert not known.asks_nothing(tokens("light and sing"))
    assert known.asks_nothing(tokens("light and stay seized"))
    assert known.renews(tokens("light and renew"))
    assert known.reports(tokens("light and report"))
    assert not known.reports(tokens("light by the report of keepers"))
    assert known.purpose(tokens("light so as to help")) == (1, 5)
    assert known.purpose(tokens("the Friends So as to Help")) is None
    assert known.same_event(tokens("light the said great feast")) == (1, 5)


def test_an_aside_is_no_part_of_a_name() -> None:
    name = tokens("keepers, old and new, of late those of bays")
    assert printed(name, (0, words().bare_name(name))) == "keepers, old and new"
    assert printed(name, (0, words(asides=[]).bare_name(name))) == "keepers"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"lamps": ["lamp"]}, "mandates has no key lamps"),
        ({"keepers": "keepers"}, "mandates.keepers must be a list of words"),
        ({"around": "{keepers} {acts}\nbeyond: x"}, "mandates.around, line 1: there is no kind {keepers} {acts}"),
        ({"around": "to: {acts} {keepers} {lamp}"}, r"mandates.around, line 1: there is no slot \{lamp\}"),
    ],
)
def test_a_slip_of_a_profile_is_told_with_its_place(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ProfileError, match=message):
        words(**changed)


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("key", ["giving", "further_acts", "acts", "reporting"])
def test_a_long_act_costs_what_its_length_says(code: str, key: str) -> None:
    lang = language(code)
    word = next((one for one in lang.table("mandates").get(key, []) if "*" not in one), "z")

    def read(size: int) -> None:
        for act in lang.mandates.acts(lang.verbs.tokens(f"{word} " * size)):
            lang.mandates.asks_nothing(act)
            lang.mandates.recipient(act)
            lang.mandates.reports(act)
            lang.mandates.same_event(act)

    assert_linear(read, 300)
