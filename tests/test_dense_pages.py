"""Texts as they come out of a page that lost its space: no blank line, no indent, names in lists without a sign."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ANNEX, ENACTING, converted, number

LETTERHEAD = """\
United Nations S/RES/9990 (2091)
Security Council Distr.: General
28 January 2091
91-21602 (E)
Resolution 9990 (2091)
Adopted by the Security Council at its 19452nd meeting,
on 16 January 2091
The Security Council,
"""


def shape(expression: Expression) -> list[tuple[str, str]]:
    """Kind and words of each paragraph."""
    return [(one.kind, one.text.text) for one in expression.resolution.own_paragraphs]


def codes(expression: Expression) -> set[str]:
    """What is said of a text, but for what it does not print."""
    return {one.code for one in expression.diagnostics} - {"adoption-missing", "masthead-line"}


def test_the_day_below_a_letterhead_in_one_line_is_that_of_issue_and_the_adoption_knows_better() -> None:
    found = converted("en", f"{LETTERHEAD}Noting the lamps,\n1. Asks for oil;\n2. Decides to wait.\n")
    assert found.resolution.masthead.date == "2091-01-16"
    assert "date-unlike-closing" not in codes(found)


def test_a_day_right_above_the_number_is_that_of_adoption_where_nothing_says_another() -> None:
    head = LETTERHEAD.replace("Adopted by the Security Council at its 19452nd meeting,\non 16 January 2091\n", "")
    found = converted("en", f"{head.replace(' Distr.: General', '')}Noting the lamps,\n1. Asks for oil.\n")
    assert found.resolution.masthead.date == "2091-01-28"


@pytest.mark.parametrize(
    ("lang", "head", "wrapped"),
    [
        (
            "en",
            "Recalling its resolutions on oil, including resolution 9001 (2089), resolution",
            "9002 (2090), resolution 9003 (2090) and the report on lamps,",
        ),
        (
            "fr",
            "Rappelant ses résolutions sur l’huile, dont la résolution 9001 (2089), la résolution",
            "9002 (2090), résolution 9003 (2090) et le rapport sur les lampes,",
        ),
        (
            "es",
            "Recordando sus resoluciones sobre el aceite, incluida la resolución 9001 (2089), la resolución",
            "9002 (2090), resolución 9003 (2090) y el informe sobre las lámparas,",
        ),
    ],
)
def test_a_number_that_its_word_stands_above_begins_no_other_text(lang: str, head: str, wrapped: str) -> None:
    text = f"{ENACTING[lang]}\n{head}\n{wrapped}\n"
    found = converted(lang, text)
    assert [words for kind, words in shape(found) if kind == "preambular"] == [f"{head} {wrapped}"]
    assert {"S/RES/9002(2090)", "S/RES/9003(2090)"} <= {one.target for one in found.citations}


def test_a_resolution_with_a_capital_still_begins_the_next_text_of_the_page() -> None:
    closing = "Adopted unanimously at the 19452nd meeting."
    text = f"{LETTERHEAD}Noting the lamps,\nAsks for oil.\n{closing}\n9991 (2091). Resolution of 3 May 2091\n"
    found = converted("en", text)
    assert "9991 (2091). Resolution of 3 May 2091" not in [
        words for kind, words in shape(found) if kind in ("operative", "preambular")
    ]
    assert not [one for one in found.citations if one.target == "S/RES/9991(2091)"]


@pytest.mark.parametrize(
    ("lang", "above", "below"),
    [
        (
            "en",
            "Recalling the statements of 6 May 2086 (S/PRST/2086/41), 7 May 2089 (S/PRST/2089/7), and",
            "16 May 2090 (S/PRST/2090/13),",
        ),
        (
            "en",
            "Noting the reports of 6 May 2086 (S/2086/41), 31 August 2089 (S/2089/531),",
            "14 May 2090 (S/2090/64), and 22 May 2090 (S/2090/70) on lamps,",
        ),
        (
            "fr",
            "Prenant note des rapports du 6 mai 2086 (S/2086/41), du 7 mai 2089 (S/2089/531), et",
            "16 mai 2090 (S/2090/13),",
        ),
        (
            "es",
            "Tomando nota de los informes de 6 de mayo de 2086 (S/2086/41), 7 de mayo de 2089 (S/2089/531),",
            "16 de mayo de 2090 (S/2090/13),",
        ),
        (
            "ru",
            "отмечая доклады от 6 мая 2086 года (S/2086/41), 7 мая 2089 года (S/2089/531),",
            "16 мая 2090 года (S/2090/13),",
        ),
    ],
)
def test_a_list_of_days_goes_on_in_the_next_line(lang: str, above: str, below: str) -> None:
    found = converted(lang, f"{ENACTING[lang]}\n{above}\n{below}\n")
    assert [words for kind, words in shape(found) if kind == "preambular"] == [f"{above} {below}"]


NAMES = {
    "en": ("Oil and wicks", "Asks for oil;", "Asks for wicks;", "Decides to wait."),
    "fr": ("Huile et mèches", "Demande de l’huile ;", "Demande des mèches ;", "Décide d’attendre."),
    "es": ("Aceite y mechas", "Pide aceite;", "Pide mechas;", "Decide esperar."),
    "ru": ("Масло и фитили", "просит масла;", "просит фитилей;", "постановляет ждать."),
    "zh": ("油和灯芯", "请提供油；", "请提供灯芯；", "决定等待。"),
    "ar": ("الزيت والفتائل", "تطلب الزيت؛", "تطلب الفتائل؛", "تقرر الانتظار."),
}


@pytest.mark.parametrize("lang", NAMES)
def test_a_short_line_between_two_numbers_is_a_title_without_space_around_it(lang: str) -> None:
    title, *acts = NAMES[lang]
    numbered = [f"{number(lang, count)} {act}" for count, act in enumerate(acts, start=1)]
    found = converted(lang, "\n".join((ENACTING[lang], numbered[0], title, *numbered[1:], "")))
    assert shape(found) == [
        ("operative", acts[0]),
        ("heading", title),
        *(("operative", act) for act in acts[1:]),
    ]
    assert "plain-paragraph" not in codes(found)


def test_a_line_that_may_be_an_act_or_ends_in_a_sign_is_no_such_title() -> None:
    text = "1. Asks for oil;\nDemands wicks\n2. Asks for wicks;\nOil and more,\n3. Decides to wait.\n"
    found = converted("en", f"{ENACTING['en']}\n{text}")
    assert "heading" not in [kind for kind, _ in shape(found)]


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru"])
def test_lists_of_names_in_lettered_sections_of_an_annex_are_kept_apart(lang: str) -> None:
    names = ("Aurora", "Borealis", "Cirrus")
    rows = [
        line
        for letter, kept in zip("AB", ("Ferries of the north", "Ferries of the south"), strict=True)
        for line in (f"{letter}. {kept}", *(f"{count}. {name} (lamp {letter})" for count, name in enumerate(names, 1)))
    ]
    acts = NAMES[lang][1:]
    numbered = [f"{number(lang, count)} {act}" for count, act in enumerate(acts, start=1)]
    found = converted(lang, "\n".join(("", ENACTING[lang], *numbered, "", ANNEX[lang], *rows, "")))
    below = [(kind, words) for kind, words in shape(found) if kind != "operative"]
    entries = [[(words, kind) for kind, words in below if f"(lamp {letter})" in words] for letter in "AB"]
    assert [words for kind, words in below if kind == "heading"] == [
        ANNEX[lang],
        *(row for row in rows if row[2] == " " and row[0] in "AB"),
    ]
    assert [[words for words, _ in some] for some in entries] == [
        [f"{name} (lamp {letter})" for name in names] for letter in "AB"
    ]
    assert "number-repeats" not in codes(found)


def test_the_title_of_an_annex_stands_above_the_first_of_its_list_without_space() -> None:
    acts = "1. Asks all who keep lamps to count their oil, their wicks and their matches before dusk.\n"
    found = converted("en", f"{ENACTING['en']}\n{acts}\nAnnex\nOil and wicks\nWicks of the north\n1. Wool\n2. Hemp\n")
    assert [words for kind, words in shape(found) if kind == "heading"] == [
        "Annex",
        "Oil and wicks",
        "Wicks of the north",
    ]


def test_a_sentence_below_an_annex_that_goes_on_in_a_second_line_is_no_title() -> None:
    said = "The keepers who are named in paragraph 1 of the rules\nof the lamps are as follows:"
    found = converted("en", f"{ENACTING['en']}\n1. Asks for oil.\n\nAnnex\n{said}\n1. Wool\n2. Hemp\n")
    assert [words for kind, words in shape(found) if kind == "heading"] == ["Annex"]


def test_a_number_that_begins_a_wrapped_line_of_a_statement_is_none_of_the_masthead() -> None:
    text = """\
United Nations S/PRST/2089/23
Security Council
Distr.: General
19 November 2089
Statement by the President of the Security Council
At the 17316th meeting of the Security Council, held on 19 November 2089, in
connection with the item entitled “Lamps”, the President of the
Security Council made the following statement on behalf of the Council:
“The Security Council notes the report of those who count the lamps, given to it by paragraph 22 of
resolution 9001 (2089).
“The Security Council asks for oil.”
"""
    found = converted("en", text)
    assert [one.target for one in found.citations] == ["S/RES/9001(2089)"]
    assert "masthead-line" not in {one.code for one in found.diagnostics}
