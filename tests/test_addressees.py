"""Whom a verb asks: how the words of `addressee` stand together, and what is said of a profile that has them wrong."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from converter.language_files import available
from converter.languages.addressees import Addressees
from converter.languages.around import ProfileError
from converter.languages.units import Cutter
from tests.language_examples import language
from tests.steps import assert_linear

PAGE: dict[str, Any] = {
    "verbs": ["ask"],
    "articles": ["the", "of the"],
    "articles_of_one": ["that"],
    "heads": ["keepers", "keeper", "harbour* masters"],
    "no_names": ["and"],
    "not_in_names": ["of"],
    "joints": ["and"],
    "asides": ["acting"],
    "manners": ["*ly", "at once"],
    "no_manners": ["family", "*belly"],
    "no_manners_after": ["a"],
    "infinitives": ["*"],
    "no_infinitives": ["the"],
    "bases": ["*ent", "lament"],
    "no_bases": ["*ment"],
    "around": "end: to {infinitive}\nend: gladly\nno end: gladly not\nno end after: due\nno end before: to light only\n"
    "that: that\nshall: {base}",
}


def asked(behind: str, limit: str | None = None, **changed: Any) -> str | None:
    """Whom a verb asks before these words; the next verb begins with the word `limit`."""
    tokens = Cutter().tokens(behind)
    at = next((index for index, token in enumerate(tokens.items) if token.word == limit), None)
    span = Addressees({**PAGE, **changed}).find(tokens, 0, at)
    return behind[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (" the keepers to light;", "keepers"),
        (" of the old keepers to light;", "old keepers"),
        (" the Ruritanian tugs to light;", "Ruritanian tugs"),
        (" the keeper’s tugs to light;", None),
        (" the tugs to light;", None),
        (" the tugs of the keepers to light;", None),
        (" and keepers to light;", None),
        (" all harbours masters, old and new, to light;", "all harbours masters, old and new"),
        (" keepers;", None),
        (" keepers to the bay to light;", "keepers to the bay"),
        (" keepers due to light, to sing;", "keepers due to light"),
        (" keepers to Light the bay:", "keepers to Light the bay"),
        (" keepers gladly singing;", "keepers"),
        (" keepers gladly not to sing;", "keepers gladly not"),
        (" keepers newly and at once to light;", "keepers"),
        (" keepers of the family to light;", "keepers of the family"),
        (" keepers of a belfry newly to light;", "keepers of a belfry"),
        (" keepers of a newly to light;", "keepers of a newly"),
        (" keepers, acting as they do, to light;", "keepers"),
        (" keepers and, acting as they do, masters to light;", "keepers and, acting as they do, masters"),
        (", of late, the keepers to light;", "keepers"),
        (" that keeper to light;", "keeper"),
        (" that all keepers lament the dark;", "all keepers"),
        (" that, of late, all keepers relent;", "all keepers"),
        (" that, of late, in the dark, all keepers relent;", "all keepers"),
        (" that all keepers garment. They relent;", None),
        (f" keepers {'of bays ' * 90}to light;", None),
        ("", None),
    ],
)
def test_whom_a_verb_asks(behind: str, name: str | None) -> None:
    assert asked(behind) == name


def test_the_next_verb_ends_a_name() -> None:
    text = " keepers, and thanks the masters to light;"
    assert asked(text) == "keepers, and thanks the masters"
    assert asked(text, "thanks") == "keepers"


def test_a_head_may_come_last() -> None:
    page = {"head_last": True, "heads": ["国"], "around": "end: 应\nno end: 应当\nno end before: 、"}
    for text, name in [
        ("岛国应", "岛国"),
        ("国岛国。", "国岛国"),
        ("岛国应、", None),
        ("岛国应当", None),
        ("岛，国应", None),
    ]:
        assert asked(text, **page) == name


def test_a_letter_may_be_joined_to_a_name_and_to_what_is_asked() -> None:
    page = {
        "articles": ["إلى"], "heads": ["*"], "no_names": ["إلى"], "joined": ["ب"],
        "no_joined": ["بلد*"], "joints": ["و"],
        "deeds": ["إنارة"], "deed_articles": ["ال"], "deed_endings": ["ها"], "joined_to_deeds": ["ب"],
        "around": "end: إلى {deed}\nend: {joined deed}",
    }  # fmt: skip
    for text, name in [
        (" إلى الحراس إلى الإنارة", "الحراس"),
        (" بالحراس بإنارة", "الحراس"),
        (" بلدان بإنارة", "بلدان"),
        (" إلى الإنارة إلى إنارة", None),
        (" الحراس وإلى إنارة", None),
    ]:
        assert asked(text, **page) == name


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"lamp": []}, "addressee has no key lamp"),
        ({"heads": "keepers"}, "addressee.heads must be a list of words"),
        ({"around": "\nbeyond: x"}, "addressee.around, line 2: there is no kind beyond"),
        ({"around": "end: {lamp}"}, r"addressee.around, line 1: there is no slot \{lamp\}"),
    ],
)
def test_a_slip_of_a_profile_is_told_with_its_place(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ProfileError, match=message):
        Addressees({**PAGE, **changed})


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("piece", ["heads", "asides", "manners", ", ", "Z ", "z "])
def test_a_long_name_costs_what_its_length_says(code: str, piece: str) -> None:
    lang = language(code)
    words = lang.table("addressee").get(piece, [piece])
    word = next((one for one in words if "*" not in one), "z ")

    fresh = count()  # the tokens of a text are kept: each text is another

    def read(size: int) -> None:
        tokens = lang.verbs.tokens(f"{word} " * size + f"{next(fresh)}")
        for at in range(0, size, 60):
            lang.addressees.find(tokens, at)

    assert_linear(read, 1_200)
