"""Notes of several paragraphs: what each word means stands apart below the words that lead to it, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, number

# A recital that a mark goes into, an act, the words that lead to the list, and its items.
TEXTS = {
    "en": (
        "Noting the lamps{},",
        "Decides to light them.",
        "Words of this resolution only:",
        ("Keeper: a person who lights lamps.", "Oil: what burns in them."),
    ),
    "fr": (
        "Notant les lampes{},",
        "Décide de les allumer.",
        "Définitions aux fins de la présente résolution :",
        ("Gardien : personne qui allume les lampes.", "Huile : ce qui y brûle."),
    ),
    "es": (
        "Observando las lámparas{},",
        "Decide encenderlas.",
        "Definiciones para esta resolución únicamente:",
        ("Guardián: persona que enciende las lámparas.", "Aceite: lo que arde en ellas."),
    ),
    "ru": (
        "отмечая лампы{},",
        "постановляет зажечь их.",
        "Определения только для этой резолюции:",
        ("Смотритель: лицо, которое зажигает лампы.", "Масло: то, что в них горит."),
    ),
    "zh": (
        "注意到港口的灯火{}，",
        "决定点亮灯火。",
        "仅为本决议目的的定义：",
        ("看守人：点灯的人。", "油：灯里燃烧的东西。"),
    ),
    "ar": (
        "إذ يلاحظ المصابيح{}،",
        "يقرر إضاءتها.",
        "تعاريف لأغراض هذا القرار فقط:",
        ("الحارس: شخص يضيء المصابيح.", "الزيت: ما يحترق فيها."),
    ),
}
FORMS = {
    "en": "“{}” means so.",
    "fr": "« {} » s’entend ainsi.",
    "es": "“{}” significa eso.",
    "ru": "«{}» означает это.",
}


def read(code: str, mark: str, marker: str, *below: str) -> Expression:
    recital, act, lead, _ = TEXTS[code]
    lines = (ENACTING[code], recital.format(mark), f"{number(code, 1)} {act}", "____________", f"{marker} {lead}")
    return converted(code, "\n\n".join((*lines, *below)) + "\n")


def notes(found: Expression) -> list[str]:
    return [one.text.text for one in (*found.resolution.footnotes, *found.resolution.star_notes)]


def bodies(found: Expression) -> list[str]:
    return [one.id for one in found.resolution.paragraphs]


@pytest.mark.parametrize(("mark", "marker"), [("*", "*"), ("1", "1"), ("(1)", "(1)"), ("[1]", "[1]"), ("¹", "¹")])
@pytest.mark.parametrize("code", TEXTS)
def test_what_each_word_means_is_in_the_note(code: str, mark: str, marker: str) -> None:
    found = read(code, mark, marker, *TEXTS[code][3])
    (note,) = notes(found)
    assert all(item in note for item in TEXTS[code][3])
    assert bodies(found) == ["pp1", "op1"]


@pytest.mark.parametrize("code", FORMS)
def test_so_are_words_in_quotation_marks(code: str) -> None:
    items = [FORMS[code].format(word) for word in ("Lamp", "Oil")]
    (note,) = notes(read(code, "*", "*", *items))
    assert all(item in note for item in items)


def test_items_with_letters_are_in_it_and_those_of_another_form_are_not() -> None:
    items = "(a) Lamps burn.", "(b) Oil burns."
    (note,) = notes(read("en", "*", "*", *items, "Keeper: a person."))
    assert note.endswith(items[1])


@pytest.mark.parametrize(
    "below",
    [
        "In favour: Albania.",
        "Annex A: Plan for the lamps",
        "Noting also the wind: it blows,",
        "2. Asks: for oil.",
        "Lamps.",
    ],
)
def test_what_stands_below_it_is_none_of_it(below: str) -> None:
    (note,) = notes(read("en", "*", "*", TEXTS["en"][3][0], below))
    assert note.endswith("lights lamps.")


def test_a_note_that_leads_to_nothing_has_no_list() -> None:
    found = converted(
        "en",
        "\n\n".join((ENACTING["en"], "Noting the lamps*,", "1. Decides to light them.", "* Lamps burn.", "Oil: burns."))
        + "\n",
    )
    assert notes(found) == ["Lamps burn."]
