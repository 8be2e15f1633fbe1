"""Lists of names in annexes: entries with a number that end in no sign, with and without a list of facts below each."""

from __future__ import annotations

import pytest

from tests.reading import ANNEX, ENACTING, converted, number

WORDS = {
    "en": ("Requests lamps.", "LAMP OF THE PIER", "Keeper: Anna", "Place: Luna"),
    "fr": ("Demande des lampes.", "LAMPE DU QUAI", "Gardienne : Anne", "Lieu : Luna"),
    "es": ("Pide faroles.", "FAROL DEL MUELLE", "Guardiana: Ana", "Lugar: Luna"),
    "ru": ("Просит зажечь лампы.", "ЛАМПА ПРИЧАЛА", "Смотритель: Анна", "Место: Луна"),
}  # fmt: skip


def ids(code: str, *lines: str) -> list[str]:
    act = WORDS[code][0]
    text = "\n".join((ENACTING[code], "", f"{number(code, 1)} {act}", "", ANNEX[code], "", *lines)) + "\n"
    return [one.id for one in converted(code, text).resolution.paragraphs if one.id.startswith("annex-")]


@pytest.mark.parametrize("gap", ["", "\n31-04512 2/3\n"], ids=["", "page"])
@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_name_with_a_number_over_a_list_of_facts_is_an_entry(code: str, gap: str) -> None:
    _, name, keeper, place = WORDS[code]
    facts = (f"a. {keeper}", f"b. {place}")
    wide = f"c. {keeper}; {place}; {name}; {keeper}; {place}; {name}; {keeper}"  # as wide as the page is
    found = ids(code, f"1. {name}", *facts, wide, gap, f"2. {name}", *facts)
    assert found == [f"annex-{one}" for one in ("1", "1-a", "1-b", "1-c", "2", "2-a", "2-b")]


@pytest.mark.parametrize("code", sorted(WORDS))
def test_names_with_numbers_stand_line_below_line(code: str) -> None:
    _, name, keeper, _ = WORDS[code]
    assert ids(code, f"1. {name}", f"2. {keeper}", f"3. {name}") == ["annex-1", "annex-2", "annex-3"]
