"""The table of a page's words: thousands are folded at once, and each is what it would be alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.languages import load
from converter.languages.table import Table, folded_words, unit_at
from converter.view import fold
from tests.language_examples import AUTHORITIES

WORDS = [
    "bell",
    "Bell  rope",
    "Cloché",
    "cloche-mère",
    "Колокол ночной",
    "ёлка",
    "钟声",
    "كتـاب",
    "para.",
    "ﬁne rope",
    "12 bells",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_among_others_is_folded_as_alone(word: str) -> None:
    assert folded_words(WORDS)[word] == fold(" ".join(word.split())).text


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found_where_it_stands(word: str) -> None:
    table = Table()
    table.add_all((one, "thing", one) for one in WORDS)
    view = fold(f"{word} rang")
    found = table.find(view, 0, unit_at(view.key, 0))
    assert found is not None
    assert (view.text[: found[0]], found[1]) == (fold(word).text, {"thing": word})


def test_a_scanner_with_another_table_cuts_by_that() -> None:
    scanner = load("en", AUTHORITIES).page.scanner
    text = "lamp of the harbour"
    assert scanner.words(text) == ("lamp", "of", "the", "harbour")
    other = Table()
    other.add_all([(text, "thing", None)])
    assert replace(scanner, table=other).words(text) == (text,)


@pytest.mark.parametrize("code", ["ar", "en", "zh"])
@pytest.mark.parametrize(
    "text", ["", " ", "  A/HRC/90/1 of", "60/251", "General Assembly", "大会第一庭", "و60/251", "⁶ a"]
)
def test_the_first_tokens_are_what_they_are_among_all(code: str, text: str) -> None:
    scanner, view = load(code, AUTHORITIES).page.scanner, fold(text)
    tokens = scanner.scan(view).items
    for most in range(3):
        assert scanner.lead(view, most).items == tokens[:most]
