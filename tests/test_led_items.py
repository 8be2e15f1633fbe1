"""Numbers that items of a list begin with: the sentence above says what they are. The resolutions: (a) 751 (1992); …"""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

LEADS = {
    "en": (
        "Recalls the following resolutions of the Security Council:",
        "Recalls Security Council resolutions:",
        "Lists the bodies set up under the following Security Council resolutions:",
    ),
    "fr": (
        "Rappelle les résolutions ci-après du Conseil de sécurité :",
        "Énumère les organes créés en vertu des résolutions suivantes du Conseil de sécurité :",
    ),
    "es": (
        "Recuerda las siguientes resoluciones del Consejo de Seguridad:",
        "Enumera los órganos creados en virtud de las resoluciones del Consejo de Seguridad:",
    ),
    "ru": ("напоминает о следующих резолюциях Совета Безопасности:", "ссылается на резолюции Совета Безопасности:"),
    "zh": ("回顾安全理事会下列决议：", "列举根据安全理事会决议设立的机构：", "回顾安全理事会决议："),
    "ar": ("تشير إلى قرارات مجلس الأمن التالية:", "تشير إلى قرارات مجلس الأمن:"),
}
ITEMS = {
    "en": ("751 (1992), on lamps;", "1518 (2003) and 1591 (2005) of 29 March 2005;", "1718 (2006), paragraph 12;"),
    "fr": ("751 (1992), sur les lampes ;", "1518 (2003) et 1591 (2005) du 29 mars 2005 ;", "1718 (2006), par. 12 ;"),
    "es": (
        "751 (1992), sobre las lámparas;",
        "1518 (2003) y 1591 (2005), de 29 de marzo de 2005;",
        "1718 (2006), párr. 12;",
    ),
    "ru": ("751 (1992) о лампах;", "1518 (2003) и 1591 (2005) от 29 марта 2005 года;", "1718 (2006), пункт 12;"),
    "zh": ("第751(1992)号，关于灯；", "第1518(2003)号和2005年3月29日第1591(2005)号；", "第1718(2006)号，第12段；"),
    "ar": (
        "751 (1992)، بشأن المصابيح؛",
        "1518 (2003) و 1591 (2005) المؤرخ 29 آذار/مارس 2005؛",
        "1718 (2006)، الفقرة 12؛",
    ),
}
LABELS = {"fr": ("a)", "b)", "c)"), "es": ("a)", "b)", "c)"), "ru": ("a)", "b)", "c)"), "ar": ("(أ)", "(ب)", "(ج)")}
EVERY = [(lang, lead) for lang, some in LEADS.items() for lead in some]


def read(lang: str, lead: str, *items: str, form: str = "txt", labels: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The works that are cited: place, symbol, day, pinpoints; and what is said of numbers."""
    labels = labels or LABELS.get(lang, ("(a)", "(b)", "(c)"))
    lines = (f"{label} {item}" for label, item in zip(labels, items, strict=False))
    found = read_lines(lang, form, ENACTING[lang], f"{number(lang, 1)} {lead}", *lines)
    works = [
        (one.place, one.target or "", one.date or "", *(part.label for part in one.pinpoints))
        for one in found.citations
    ]
    return works + [(one.code,) for one in found.diagnostics if one.code.startswith("citation")]


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize(("lang", "lead"), EVERY)
def test_items_are_what_the_sentence_above_says(lang: str, lead: str, form: str) -> None:
    """They were said to be unread, each; in Chinese they were plain, in silence."""
    assert read(lang, lead, *ITEMS[lang], form=form) == [
        ("op1-a", "S/RES/751(1992)", ""),
        ("op1-b", "S/RES/1518(2003)", ""),
        ("op1-b", "S/RES/1591(2005)", "2005-03-29"),
        ("op1-c", "S/RES/1718(2006)", "", "12"),
    ]


def test_items_with_dashes_are_too() -> None:
    found = read(
        "en", "Recalls its resolutions:", "65/148 of 17 December 2010;", "65/149 and 65/150;", labels=("–", "–")
    )
    assert [one[1] for one in found] == ["A/RES/65/148", "A/RES/65/149", "A/RES/65/150"]


OWN = {
    "en": ("Recalls its decisions:", "65/501;"),
    "fr": ("Rappelle ses décisions suivantes :", "65/501 ;"),
    "es": ("Recuerda sus decisiones:", "65/501;"),
    "ru": ("напоминает о своих решениях:", "65/501;"),
    "zh": ("回顾其下列决定：", "第65/501号；"),
    "ar": ("تشير إلى مقرراتها التالية:", "65/501؛"),
}


@pytest.mark.parametrize(("lang", "words"), OWN.items())
def test_they_may_be_of_the_organ_that_speaks(lang: str, words: tuple[str, str]) -> None:
    """A decision of the Assembly has a number and no symbol."""
    lead, item = words
    label = LABELS.get(lang, ("(a)",))[0]
    found = read_lines(lang, "txt", ENACTING[lang], f"{number(lang, 1)} {lead}", f"{label} {item}").citations
    assert [(one.place, one.kind, one.number, one.body) for one in found] == [("op1-a", "decision", "65/501", "GA")]


@pytest.mark.parametrize(
    ("lead", "item", "found"),
    [
        ("Recalls its resolutions and decisions:", "65/501;", [("citation-unread",)]),  # which?
        ("Notes of the resolutions:", "1/2 of them are lamps;", []),
        ("Recalls the resolutions:", "the lamps of 1718 (2006);", [("citation-unread",)]),  # it begins with no number
        ("Recalls resolution 65/148 on:", "1718 (2006);", [("op1", "A/RES/65/148", ""), ("citation-unread",)]),
        ("Recalls the lamps:", "1718 (2006);", [("citation-unread",)]),
    ],
)
def test_what_the_sentence_does_not_say_is_not_taken(lead: str, item: str, found: list[tuple[str, ...]]) -> None:
    assert read("en", lead, item) == found
