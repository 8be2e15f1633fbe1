"""The language files: words and phrases and no patterns, and numerals and dates are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import numerals
from converter.language_files import available, read_data
from converter.languages import Language, load
from converter.languages.dates import iso_period, shifted
from converter.languages.keys import DOCUMENTS, PINPOINTS, TREATIES
from converter.languages.verb_words import COLUMNS
from tests.language_examples import LANGUAGES, PROBLEMS, data, language


def _day(text: str, lang: Language) -> str:
    """The day that a text is, in ISO; the empty string for none."""
    found = lang.page.closing.date(text)
    return found.value if found else ""


TABLES = {
    "dates": _day,
    "numerals": lambda text, lang: lang.page.ordinals.read(text),
}


def test_the_authority_files_are_clean() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize("code", available())
def test_every_language_has_examples_of_everything(code: str) -> None:
    wanted = {"citations", "verbs", "addressees", "mandates", "entities", "goals", *TABLES}
    assert wanted <= data(code).keys()


def test_examples_are_no_language() -> None:
    assert (LANGUAGES / "zh.examples.yml").exists()
    assert "zh" in available()
    assert not any("examples" in code for code in available())


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("xx", language("zh").authorities)


def _strings(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, place)


# What a regular expression has and words and phrases have not: \\s, (?:, %name%, [^, ){2, an anchor.
_PATTERN = re.compile(r"\\[A-Za-z]|\(\?|%[\w.+]+%|\[\^|\$$|^\^|\)\?|[\])]\{\d")


@pytest.mark.parametrize("code", available())
def test_a_language_is_words_and_phrases(code: str) -> None:
    """Whoever edits a language need not know regular expressions: there is none in its two pages."""
    page = (LANGUAGES / f"{code}.page.yml").read_text(encoding="utf-8")
    told = [(place, text) for place, text in _strings(read_data(code)) if place.split(".")[0] not in ("ui", "verbs")]
    patterns = [(place, text) for place, text in told if _PATTERN.search(text)]
    patterns += [("page", line) for line in page.split("\n") if _PATTERN.search(line)]
    assert patterns == []


@pytest.mark.parametrize("kind", [*PINPOINTS, *DOCUMENTS, *TREATIES])
def test_every_kind_of_phrase_is_asked_for(kind: str) -> None:
    """What nothing reads is taken for something that counts by whoever edits the page."""
    rooms = [path for path in LANGUAGES.parent.rglob("*.py") if path.name != "keys.py"]
    assert any(f'"{kind}"' in path.read_text(encoding="utf-8") for path in rooms)


@pytest.mark.parametrize("code", available())
def test_no_word_is_listed_twice(code: str) -> None:
    """A word that stands in a list twice, or in two lists of verbs, is a slip."""
    verbs, addressee = read_data(code)["verbs"], read_data(code)["addressee"]
    lists = {f"addressee.{name}": words for name, words in addressee.items() if isinstance(words, list)}
    lists |= {name: words for name, words in verbs.items() if isinstance(words, list)}
    lists["words"] = [word for words in verbs.get("words", {}).values() for word in words]
    for index, column in enumerate(COLUMNS):
        rows = [[*row.split("|"), "", "", ""][index] for row in verbs.get("forms", {}).values()]
        lists[column] = [form.strip() for row in rows for form in row.split(",") if form.strip()]
    for name, words in lists.items():
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"{name}: {sorted(twice)}"


@pytest.mark.parametrize(
    ("code", "section", "printed", "expected"),
    [(code, section, *pair) for code in available() for section in TABLES for pair in data(code)[section].items()],
)
def test_numerals_and_dates(code: str, section: str, printed: str, expected: Any) -> None:
    assert TABLES[section](printed, language(code)) == expected


@pytest.mark.parametrize("text", ["", "十x", "x", "A", "IIX?", "1a", "年", "-1", "二.五"])
def test_what_is_no_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        numerals.number(text)


@given(st.integers(min_value=1, max_value=3999))
def test_roman_there_and_back(value: int) -> None:
    assert numerals.roman(numerals.to_roman(value)) == value


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read(day: date) -> None:
    assert _day(f"{day.year}年{day.month}月{day.day}日", language("zh")) == day.isoformat()


@given(st.text(alphabet="〇零一二十百千年月日0１9X ", max_size=14))
def test_dates_never_raise(text: str) -> None:
    read = _day(text, language("zh"))
    assert read == "" or date.fromisoformat(read)


def test_periods() -> None:
    assert iso_period("2024", None) == ("2024-01-01", "2024-12-31")
    assert iso_period("2024", "2") == ("2024-02-01", "2024-02-29")
    assert iso_period("2024", "13") is None
    assert iso_period("0", None) is None


@pytest.mark.parametrize(
    ("day", "count", "unit", "wanted"),
    [
        ("1993-01-31", 30, "days", "1993-03-02"),
        ("1993-01-31", 2, "weeks", "1993-02-14"),
        ("1993-08-31", 6, "months", "1994-02-28"),
        ("1992-02-29", 1, "years", "1993-02-28"),
        ("9999-12-31", 1, "days", None),
        ("9999-12-31", 12, "months", None),
        ("no day", 1, "days", None),
    ],
)
def test_a_day_is_shifted(day: str, count: int, unit: str, wanted: str | None) -> None:
    assert shifted(day, count, unit) == wanted
