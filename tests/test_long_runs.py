"""A run of the same sign costs in proportion to its length: nothing is read from each place of it to the end."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.language_files import available
from converter.languages.items import Item, read_items, read_labels, read_signed_items
from converter.model import Clean, MastheadBlock, Run, Source, Text
from converter.parse.marks import Marks
from converter.parse.masthead import parse_masthead
from converter.read import read_text
from converter.view import fold
from tests.language_examples import language
from tests.steps import assert_linear, assert_not_square, steps

BEHIND = "lamps of the harbour, that keepers light,"


@pytest.mark.parametrize("blank", ["\u3000", " ", "\u00a0"], ids=ascii)
def test_a_run_of_blanks_that_no_colon_ends(blank: str) -> None:
    """Each blank of 12,000 was tried as the first before a colon, in each line of the masthead: eight seconds."""
    lang = language("en")
    assert_not_square(lambda size: parse_masthead([Text(f"Cuba{blank * size}lamps", ())], [False], (), lang), 300)


@pytest.mark.parametrize("blanks", ["", "\u3000", " " * 20])
def test_blanks_before_the_colon_of_sponsors_are_none_of_a_name(blanks: str) -> None:
    text = f"Cuba and Togo{blanks}: draft resolution"
    masthead = parse_masthead([Text(text, tuple(range(len(text) + 1)))], [False], (), language("en"))
    assert [(one.name, one.code) for one in masthead.sponsors] == [("Cuba", "CU"), ("Togo", "TG")]


def test_each_mark_of_a_masthead_finds_its_place_among_many() -> None:
    marks = Marks(Clean(Source("x/en.txt", "en", "txt", "", ()), (), frozenset(), (), ()))

    def place(size: int) -> None:
        runs = tuple(Run(at, 2 * at, 1) for at in range(size))
        marks.place_in((MastheadBlock("title", Text("a" * size, runs)),), [2 * at + 1 for at in range(size)])
        assert marks._placed[1] == ("masthead:0", 1)
        assert marks._placed[2 * size - 1] == ("masthead:0", size)

    assert_linear(place, 100)


@pytest.mark.parametrize("read", [read_labels, read_items, read_signed_items])
@pytest.mark.parametrize("unit", ["(a) ", "(i) ", "3 (a) "])
def test_labels_that_stand_one_after_another_are_read_from_each_with_a_bound(unit: str, read: object) -> None:
    assert callable(read)

    def from_each(size: int) -> None:
        tokens = language("zh").page.scanner.scan(fold(unit * size))
        for at in range(size):
            read(tokens, at)

    assert_linear(from_each, 100)


def test_all_letters_may_stand_one_after_another() -> None:
    tokens = language("en").page.scanner.scan(fold("".join(f"({letter})" for letter in "abcdefghijklmnopqrstuvwxyz")))
    found = read_labels(tokens, 0)
    assert found is not None
    (item,) = found[1]
    assert isinstance(item, Item)
    assert len(item.labels) == len(tokens)


@pytest.mark.parametrize("code", sorted(available()))
@pytest.mark.parametrize("ask", ["is_own", "is_dated", "is_day", "is_counted"])
def test_what_stands_around_a_number_is_looked_up_once(ask: str, code: str) -> None:
    """A run of the same number asked for each of them, three or four times."""
    asked = getattr(language(code).page.notes, ask)
    number = ["12"] if ask == "is_counted" else []
    asked(*number, f"{code} {BEHIND}")  # what is done once: words, tables
    around = [*number, f"{code} {code} {BEHIND}"]
    first, again = steps(lambda: asked(*around)), steps(lambda: asked(*around))
    assert 4 * again < first


def test_what_is_no_day_is_not_looked_for_as_one() -> None:
    """No date begins with 45: the words behind it are cut as far as they tell its shape, and no further."""
    notes = language("en").page.notes
    day, other = (steps(lambda one=one: notes.is_counted(one, "bells and buoys " * 4)) for one in ("12", "45"))
    assert 2 * other < day


def test_each_number_of_a_page_is_looked_at_once_as_a_mark() -> None:
    """Each of many lines of 1 1 1 looked at all numbers above it anew, as the mark of the note that it might be."""
    lang = language("zh")

    def sorted_out(size: int) -> None:
        text = "大会，\n\n" + "1 1 1 1 1 1\n" * size
        clean(read_text(text.encode(), "x/zh.txt", "zh")[0], lang)

    assert_linear(sorted_out, 50)
