"""The last item of a list begins a paragraph though the one before it ends in "or" or "and", in every layout.

A line that begins with the label that is due is joined to the one above only where that line wants it, and then it is
said, unless the item stands elsewhere.
"""

from __future__ import annotations

import textwrap

import pytest

from tests.reading import ENACTING, converted

# A paragraph that opens a list, its first item, two ways in which that goes on to the last one, the last item.
LISTS = {
    "en": ("Decides that a lamp is lit where:", "(a) the keeper of the tower has seen a ship", (", or", "; and"),
           "(b) the bell of the harbour is rung."),
    "fr": ("Décide qu’une lampe est allumée quand :", "a) le gardien de la tour a vu un navire", (", ou", " ; et"),
           "b) la cloche du port est sonnée."),
    "es": ("Decide que una lámpara se encienda cuando:", "a) el guardián haya visto un barco", (", o", "; y"),
           "b) la campana del puerto haya sonado."),
    "ru": ("постановляет, что лампа зажигается, когда:", "a) смотритель башни увидел корабль", (", или", "; а также"),
           "b) звонит колокол гавани."),
    "zh": ("决定在下列情况下点亮灯火：", "(a) 塔楼看守人看见船只", ("；或", "；以及"), "(b) 港口的钟声已经敲响。"),
    "ar": ("تقرر أن يضاء المصباح حين:", "(أ) يرى حارس البرج سفينة", ("، أو", "؛ أو"), "(ب) يدق جرس الميناء."),
}  # fmt: skip
NUMBER = {"ar": "1 - "}
JOINED = {"en": "or", "fr": "ou", "es": "o", "ru": "или"}
# An item that names a paragraph whose label is on the next page, and how that goes on.
PARTED = {
    "en": ("(b) the ferrymen, as set out in paragraph 28 (a)", "(i) of resolution 2423 (2018);"),
    "fr": ("b) les passeurs, comme il est dit au paragraphe 28 a)", "i) de la résolution 2423 (2018) ;"),
    "es": ("b) los barqueros, como se dice en el párrafo 28 a)", "i) de la resolución 2423 (2018);"),
    "ru": ("b) перевозчики, как сказано в пункте 28 a)", "i) резолюции 2423 (2018);"),
    "zh": ("(b) 摆渡人，见第28(a)", "㈠段；"),
    "ar": ("(ب) أصحاب المعابر، على النحو المبين في الفقرة 28 (أ)", "(ط) من القرار 2423 (2018)؛"),
}
# What an item says of another one, at the end of a line of its own.
NAMED = {
    "en": "(a) the keeper of the tower has seen a ship, as is said below in subparagraph",
    "fr": "a) le gardien de la tour a vu un navire, comme il est dit plus bas à l’alinéa",
    "es": "a) el guardián de la torre haya visto un barco, como se dice más abajo en el apartado",
    "ru": "a) смотритель башни увидел корабль, как сказано ниже в подпункте",
}


def text(lang: str, lines: list[str], layout: str) -> str:
    """A resolution of these paragraphs: one line each, wrapped at 44 columns, with blank lines between or none."""
    first = f"{NUMBER.get(lang, '1. ')}{lines[0]}"
    whole = [ENACTING[lang], first, *lines[1:]]
    if layout.startswith("wrapped") and lang != "zh":
        whole = ["\n".join(textwrap.wrap(line, 44)) for line in whole]
    return ("\n" if layout.endswith("close") else "\n\n").join(whole) + "\n"


@pytest.mark.parametrize("layout", ["lines", "lines close", "wrapped", "wrapped close"])
@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize("lang", sorted(LISTS))
def test_the_last_item_stands_alone(lang: str, way: int, layout: str) -> None:
    lead, first, ways, last = LISTS[lang]
    expression = converted(lang, text(lang, [lead, f"{first}{ways[way]}", last], layout))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-a", "op1-b"]
    assert "paragraph-unended" not in {one.code for one in expression.diagnostics}


@pytest.mark.parametrize("layout", ["lines", "lines close", "wrapped", "wrapped close"])
@pytest.mark.parametrize(("way", "sign"), [(0, "–"), (0, "•"), (0, "-"), (1, "–")])
@pytest.mark.parametrize("lang", sorted(LISTS))
def test_the_last_item_behind_a_dash_or_a_bullet_stands_alone(lang: str, way: int, sign: str, layout: str) -> None:
    """A dash does not count, but the one above, and the word that joins two items, say that it is due."""
    lead, first, ways, last = LISTS[lang]
    items = [f"{sign} {item.partition(' ')[2]}" for item in (f"{first}{ways[way]}", f"{first}{ways[way]}", last)]
    expression = converted(lang, text(lang, [lead, *items], layout))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-item", "op1-item-2", "op1-item-3"]
    assert not {"paragraph-unended", "break-doubtful"} & {one.code for one in expression.diagnostics}


@pytest.mark.parametrize("lang", sorted(JOINED))
def test_a_dash_behind_a_joint_without_a_sign_is_said_where_it_begins_none(lang: str) -> None:
    lead, first, _, last = LISTS[lang]
    items = [f"– {first.partition(' ')[2]} {JOINED[lang]}", f"– {last.partition(' ')[2]}"]
    expression = converted(lang, "\n\n".join((ENACTING[lang], f"{NUMBER.get(lang, '1. ')}{lead}", *items)))
    begun = len(expression.resolution.paragraphs) == 3
    assert begun or "break-doubtful" in {one.code for one in expression.diagnostics if one.line == 7}


@pytest.mark.parametrize("lang", sorted(set(LISTS) - {"zh"}))
def test_a_dash_of_a_sentence_begins_no_item(lang: str) -> None:
    """A line may begin with one inside an item, where no word above it joins two items; in Chinese — stands there."""
    lead, first, _, last = LISTS[lang]
    words = first.partition(" ")[2]
    item = f"– {words}\n– {words} – {last.partition(' ')[2]}"
    expression = converted(lang, "\n".join((ENACTING[lang], f"{NUMBER.get(lang, '1. ')}{lead}", item)))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-item"]


@pytest.mark.parametrize("lang", sorted(NAMED))
def test_an_item_that_is_named_at_the_end_of_a_line_begins_none(lang: str) -> None:
    lead, _, _, last = LISTS[lang]
    label = last.partition(" ")[0]
    named = f"{NAMED[lang]}\n{label} of the list;".replace(" of the list", "" if lang != "en" else " of the list")
    expression = converted(lang, "\n".join((ENACTING[lang], f"1. {lead}", named, last)))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-a", "op1-b"]
    assert "break-doubtful" not in {one.code for one in expression.diagnostics if one.line == 4}


@pytest.mark.parametrize("lang", sorted(NAMED))
def test_a_label_that_is_due_and_joined_is_said(lang: str) -> None:
    """The words above want a label, and no line begins with it elsewhere: it may be the item, so it is not silent."""
    lead, _, _, last = LISTS[lang]
    expression = converted(lang, "\n\n".join((ENACTING[lang], f"1. {lead}", NAMED[lang], last)))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-a"]
    assert "break-doubtful" in {one.code for one in expression.diagnostics if one.line == 7}


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\f\n"])
@pytest.mark.parametrize("lang", sorted(PARTED))
def test_the_letters_of_a_paragraph_are_not_parted(lang: str, gap: str) -> None:
    """Also where a page ends between them, and a blank line says nothing."""
    lead, first, _, _ = LISTS[lang]
    above, below = PARTED[lang]
    number = NUMBER.get(lang, "1. ")
    page = f"{above}{gap}{below}"
    expression = converted(lang, "\n\n".join((ENACTING[lang], f"{number}{lead}", f"{first};", page)))
    assert [one.id for one in expression.resolution.paragraphs] == ["op1", "op1-a", "op1-b"]
