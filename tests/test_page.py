"""A language's page of citations: its phrases, what is told of a wrong one, and that nobody has to write a pattern."""

from __future__ import annotations

import pytest

from converter.languages.page import KEYS, SLOTS, Page, available, load_page, make
from converter.languages.phrases import Match
from tests.language_examples import AUTHORITIES, LANGUAGES

PAGE = """\
language: en
nouns: {resolution: [resolution, resolutions]}
own: [its]
joints: {and: [and], to: [to], between: [in particular]}
before a number: |
  {noun} [No.]
  …3 (by|in) its {noun}
  {organ}['s] {noun}
after a number: |
  [,] of|on the lamp [in particular]
"""


def page(more: str = "") -> Page:
    return make(PAGE + more, "en.page.yml", AUTHORITIES)


def before(text: str, phrase: int) -> Match | None:
    read = page()
    tokens = read.tokens(text)
    return read.matcher.before(read.before[phrase], tokens, len(tokens), 0)


@pytest.mark.parametrize(
    ("text", "phrase", "first"),
    [
        ("the Resolution", 0, 1),
        ("the resolution No.", 0, 1),
        ("the resolutions no", 0, None),
        ("we said by its resolution", 1, 0),
        ("we said. By its resolution", 1, 3),  # no gap over the end of a sentence
        ("a b c d in its resolution", 1, 1),
        ("the General Assembly’s resolution", 2, 1),
        ("the general assembly resolution", 2, None),  # written with capitals
    ],
)
def test_phrases_are_read_leftwards(text: str, phrase: int, first: int | None) -> None:
    found = before(text, phrase)
    assert (found.first if found else None) == first


@pytest.mark.parametrize(
    ("text", "last"),
    [(", on the lamp", 4), ("of the lamp in particular the", 4), ("of the lamp in", 3), ("the lamp", None)],
)
def test_phrases_are_read_rightwards(text: str, last: int | None) -> None:
    read = page()
    found = read.matcher.after(read.after[0], read.tokens(text), 0)
    assert (found.last if found else None) == last


@pytest.mark.parametrize(
    ("more", "line", "about"),
    [
        ("lamps: [a]\n", 11, "lamps"),
        ("asides: relevant\n", 11, "asides"),
        ("months: [January]\n", 11, "months"),
        ("dates: |\n  {day} of\n  {days} {lamp}\n", 12, "{day}"),
        ("dates: |\n  {days} [of\n", 12, "]"),
        ("dates: |\n  {days} of)\n", 12, ")"),
        ("dates: |\n  # a remark\n\n  pattern: (\n", 14, "regular expression"),
        ("pinpoints: |\n  lamp: lamp {items}\n", 12, "lamp"),
        ("own: [our]\n", 11, "own"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(more: str, line: int, about: str) -> None:
    problems = page(more).problems
    assert problems
    assert problems[0].path == "en.page.yml"
    assert problems[0].line == line
    assert about in problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize("code", available())
def test_pages_are_good(code: str) -> None:
    assert load_page(code, AUTHORITIES).problems == ()


@pytest.mark.parametrize("code", available())
def test_a_page_has_hardly_a_pattern(code: str) -> None:
    text = (LANGUAGES / f"{code}.page.yml").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n")]
    patterns = [line for line in lines if line.startswith("pattern:")]
    assert sum(map(len, patterns)) * 10 < sum(map(len, lines))
    assert not any(sign in pattern for pattern in patterns for sign in ("(?=", "(?!", "(?<=", "(?<!"))


def test_pages_with_every_key_are_described() -> None:
    text = (LANGUAGES.parent.parent / "docs" / "contribute" / "languages.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in text] == []
    assert [slot for slot in sorted(SLOTS) if f"{{{slot}}}" not in text] == []


def test_a_pattern_is_the_way_out() -> None:
    read = make(PAGE + "dates: |\n  pattern: day \\d+ of (?P<month>\\w+)\n", "en.page.yml", AUTHORITIES)
    tokens = read.tokens("on day 3 of lamps")
    found = read.matcher.after(read.dates[0], tokens, 1)
    assert found is not None
    assert (found.first, found.last, found.value("month")) == (1, 5, "lamps")
