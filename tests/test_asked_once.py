"""What is asked of a text again and again is found once, and what cannot be is passed over without walking into it."""

from __future__ import annotations

import sys

import pytest

from converter.authorities import load_authorities
from converter.language_files import available
from converter.languages import load
from converter.languages.match import Phrases
from converter.languages.phrases import parse
from converter.view import UNIT, Token, Tokens, Variants, fold
from tests.conftest import ROOT
from tests.steps import steps

_WAYS = 50
_A_WAY = 3  # lines that a way costs which cannot be: it is asked for its words, and passed over


@pytest.mark.parametrize("lang", available())
def test_a_line_of_a_masthead_is_read_once(lang: str) -> None:
    """Where the masthead ends, what runs together in it and what it says are asked one after the other."""
    masthead = load(lang, load_authorities(ROOT / "authorities")[0]).page.masthead
    line = "Q/91/L.7 灯塔 lamp фонарь مصباح 2091"
    first = masthead.read(line)
    again = steps(lambda: masthead.read(line))
    assert masthead.read(line) is first
    assert again <= 6, f"{again} steps for a line that was read"


def test_a_view_is_spelled_once_for_each_who_asks() -> None:
    """Several readers of one language ask of each line; what has no other spelling is itself."""
    lamps, wicks = Variants.of("a", "e"), Variants.of("z", "s")
    view = fold("a lamp, a wick")
    assert view.spelled(lamps).text == "e lemp, e wick"
    assert view.spelled(lamps) is view.spelled(lamps)
    assert view.spelled(wicks) is view
    assert view.spelled(Variants()) is view
    assert view.spelled(Variants(lamps)).text == view.spelled(lamps).text  # told by who asks, not by where it lay


def test_the_first_word_is_that_of_the_key() -> None:
    """It is cut from the text and then made small: each character of a key is of the kind that its own is."""
    for code in range(0x20, 0x3000):
        view = fold(f"{chr(code)}a")
        unit = UNIT.match(view.key)
        assert view.first == (unit[0] if unit else ""), f"U+{code:04X} in Python {sys.version_info[:2]}"


def test_ways_whose_word_is_not_there_are_passed_over() -> None:
    """A phrase has many words that may stand at a place: none of them but the one that does is walked into."""
    options = "|".join(f"way{at} on" for at in range(_WAYS))
    phrase = parse(f"lamp ({options})", 1, lambda words: tuple(words.split()), frozenset())
    phrases = Phrases((phrase,), {}, {})
    found, other = tokens("lamp way7 on"), tokens("lamp out on")
    assert [match.last for match in phrases.after(found, 0)] == [3]
    assert phrases.end(found, 0) == 3
    assert phrases.after(other, 0) == []
    assert phrases.end(other, 0) == 0
    taken = steps(lambda: phrases.after(other, 0))
    assert taken <= _A_WAY * _WAYS + 60, f"{taken} steps for {_WAYS} ways, of which none can be"


def tokens(text: str) -> Tokens:
    """The words of a text."""
    view = fold(text)
    at = 0
    items = []
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        items.append(Token("word", None, start, at, word))
    return Tokens(view, tuple(items))
