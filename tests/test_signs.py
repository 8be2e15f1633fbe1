"""Han signs in more than one way: which stand for each other, and patterns that take each of them."""

from __future__ import annotations

import re

import pytest

from converter.languages.signs import either, groups, met


def test_a_sign_is_in_one_group_alone() -> None:
    signs = "".join(groups())
    assert len(signs) == len(set(signs))
    assert all(len(group) > 1 for group in groups())
    assert re.fullmatch(r"[\u3400-\u9fff]+", signs)  # as HAN_SIGN in search-text.js


def test_the_simplified_sign_stands_first() -> None:
    assert met("決，决x") == ("决決",)
    assert met("的") == ()


@pytest.mark.parametrize("text", ["决议", "決議", "決议"])
def test_a_pattern_takes_signs_in_every_way(text: str) -> None:
    assert re.fullmatch(either("决议"), text)


def test_the_signs_of_a_set_are_left() -> None:
    assert either(r"[决\]议]+第(?<n>\d+)号") == r"[决\]议]+第(?<n>\d+)[号號]"
