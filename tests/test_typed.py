"""What people type: blanks inside a label, the organ without its comma, a title like a recital; and a page's tail."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import read_lines
from tests.test_labels import TEXTS

FORMS = ["txt", "html", "docx"]
LABELS = {
    "en": ["(a ) (b )", "( a ) ( b )", "a. b."],
    "fr": ["(a ) (b )", "( a ) ( b )", "a. b."],
    "es": ["(a ) (b )", "( a ) ( b )", "a. b."],
    "ru": ["(а ) (б )", "( а ) ( б )", "а. б."],
    "ar": ["(أ ) (ب )", "( أ ) ( ب )"],
    "zh": ["(a ) (b )", "( 一 ) ( 二 )", "a. b."],
}


def listed(code: str, form: str, labels: str) -> Expression:
    """A text with a list of two; a label begins at a bracket or a letter and ends at a stop or a bracket."""
    enacting, recital, first, item, second = TEXTS[code]
    words = labels.replace(". ", ".|").replace(") ", ")|").split("|")
    one, two = words if len(words) == 2 else (f"{words[0]} {words[1]}", f"{words[2]} {words[3]}")
    return read_lines(code, form, enacting, recital, first, f"{one} {item}", f"{two} {item}", f"{second} {item[:-1]}.")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("code", "labels"), [(code, one) for code, some in LABELS.items() for one in some])
def test_a_label_with_a_blank_inside_or_a_stop_behind_it(code: str, labels: str, form: str) -> None:
    found = listed(code, form, labels)
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "operative", "sub", "sub", "operative"]
    assert not [one for one in found.diagnostics if one.code in ("break-doubtful", "label-implausible")]


ORGANS = {  # of a copied page: its title, the organ without a comma
    "en": ("Lamps of the harbour, a page", "The General Assembly"),
    "fr": ("Les lampes du port, une page", "L’Assemblée générale"),
    "es": ("Las lámparas del puerto, una página", "La Asamblea General"),
    "ru": ("Лампы гавани, страница", "Генеральная Ассамблея"),
    "ar": ("مصابيح الميناء، صفحة", "إن الجمعية العامة"),
    "zh": ("港口的灯火，一页", "大会"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(ORGANS))
def test_the_organ_without_its_comma_below_a_title(code: str, form: str) -> None:
    title, organ = ORGANS[code]
    _, recital, first, item, _ = TEXTS[code]
    found = read_lines(code, form, title, organ, recital, f"{first[:-1].strip()} {item[:-1]}.")
    assert found.resolution.enacting is not None
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "operative"]


LIKE_RECITALS = {
    "en": "Strengthening the lamps of the harbour",
    "fr": "Renforçant les lampes du port",
    "es": "Fortaleciendo las lámparas del puerto",
    "ru": "Подчеркивая роль ламп гавани",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(LIKE_RECITALS))
def test_a_title_that_opens_like_a_recital_above_the_phrase(code: str, form: str) -> None:
    enacting, recital, first, item, _ = TEXTS[code]
    head = (ORGANS[code][0], LIKE_RECITALS[code])
    found = read_lines(code, form, *head, enacting, recital, f"{first[:-1].strip()} {item[:-1]}.")
    assert found.resolution.enacting is not None
    assert [one.id for one in found.resolution.paragraphs] == ["pp1", "op1"]


TAILS = {
    "en": "Lamps of the month",
    "fr": "Lampes du mois",
    "es": "Lámparas del mes",
    "ru": "Лампы месяца",
    "ar": "مصابيح الشهر",
    "zh": "本月的灯",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(TAILS))
def test_a_heading_at_the_end_is_said(code: str, form: str) -> None:
    enacting, recital, first, item, _ = TEXTS[code]
    found = read_lines(code, form, enacting, recital, f"{first[:-1].strip()} {item[:-1]}.", TAILS[code])
    last = found.resolution.paragraphs[-1]
    assert [one.at for one in found.diagnostics if one.code == "plain-paragraph"] == [last.id]


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "zh"])
def test_a_label_that_lost_its_words_is_said(code: str) -> None:
    enacting, recital, first, item, _ = TEXTS[code]
    found = read_lines(code, "txt", enacting, recital, first, f"(a) {item}", "(b)")
    last = found.resolution.paragraphs[-1]
    assert last.text.text == "(b)"
    assert [one.code for one in found.diagnostics if one.at == last.id] == ["plain-paragraph"]
