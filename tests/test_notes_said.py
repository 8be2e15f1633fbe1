"""Marks without a note, notes in the text, text in the notes: said where they stand, and nothing else is."""

from __future__ import annotations

import pytest

from converter.model import Severity
from tests.reading import converted
from tests.steps import assert_not_square

HEADS = {
    "en": ("The Security Council,", "1. Thanks the ferrymen."),
    "fr": ("Le Conseil de sécurité,", "1. Remercie les passeurs."),
    "es": ("El Consejo de Seguridad,", "1. Da las gracias a los barqueros."),
    "ru": ("Совет Безопасности,", "1. благодарит паромщиков."),
    "ar": ("إن مجلس الأمن،", "1 - يشكر الملاحين."),
    "zh": ("安全理事会，", "1. 感谢船夫。"),
}


def said(code: str, words: str, notes: str = "") -> list[tuple[str, Severity, str]]:
    """The findings about notes: code, severity, and the words from where each stands."""
    above, below = HEADS[code]
    text = f"{above}\n\n{words}\n\n{below}\n\n{notes}"
    found = converted(code, text).diagnostics
    lines = text.split("\n")
    return [
        (one.code, one.severity, lines[one.line - 1][one.column - 1 :][:5])
        for one in found
        if "note" in one.code or one.code.startswith("mark")
    ]


LOOSE = [
    ("en", "Noting the log of the bells7 and its ropes,", "7 and"),
    ("en", "Noting the log of the bells,7 its ropes and its oil,", "7 its"),
    ("en", "Noting the log of 15 March 19917 and its ropes,", "7 and"),
    ("en", "Noting the log of 15 March 1991,7 and its ropes,", "7 and"),
    ("en", "Noting the log (S/9001)7 and its ropes,", "7 and"),
    ("en", "Noting the bells⁷ and the ropes,", "⁷ and"),
    ("en", "Noting the bells* and the ropes,", "* and"),
    ("en", "Noting the log of the bells,”® which are old,", "”® wh"),  # what a scan made of a raised number
    ("fr", "Notant le journal des cloches,° et les cordes,", "° et "),
    ("fr", "Notant le journal des cloches7 et des cordes,", "7 et "),
    ("fr", "Notant les « cloches »7 et les cordes,", "7 et "),
    ("es", "Observando el registro de campanas7 y de cuerdas,", "7 y d"),
    ("ru", "отмечая журнал колоколов7 и канатов,", "7 и к"),
    ("ar", "إذ يلاحظ سجل الأجراس(7) والحبال،", "7) وا"),
    ("zh", "注意到钟声的记录；7，并注意到绳索，", "7，并注意"),
]


@pytest.mark.parametrize(("code", "words", "where"), LOOSE)
def test_a_mark_without_a_note_is_said_where_it_stands(code: str, words: str, where: str) -> None:
    assert said(code, words) == [("mark-without-note", Severity.ERROR, where)]


def test_a_number_before_han_characters_may_count_them_and_is_a_warning() -> None:
    assert said("zh", "注意到钟声的记录，7 和绳索，") == [("mark-without-note", Severity.WARNING, "7 和绳索")]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Noting the log of the bells of 15 March 1991 27, its ropes and its oil,"),
        ("fr", "Notant le journal du 15 mars 1991 27, les cordes et l’huile,"),
        ("es", "Observando el registro de 15 de marzo de 1991 27, las cuerdas y el aceite,"),
        ("ru", "отмечая журнал от 15 марта 1991 года 27, канаты и масло,"),
    ],
)
def test_a_number_behind_a_whole_date_is_said_though_no_other_mark_is_there(code: str, words: str) -> None:
    """A text that is cut from a page without its notes has only such marks."""
    assert [one[:2] for one in said(code, words)] == [("mark-without-note", Severity.WARNING)]


COUNTED = [
    ("en", "Noting that by 31 December 2031 14 of the 15 ferries were lit,"),
    ("en", "Noting that on 5 May 2031 12 lamps shone,"),
    ("en", "Noting that from 5 May 2031 7 p.m. the lamps shone,"),
    ("fr", "Notant que le 6 mai 2031 3 lampes ont brillé,"),
    ("fr", "Notant que les lampes brillent depuis le 7 mai 2031 15 h 30,"),
    ("es", "Observando que el 5 de mayo de 2031 12 lámparas brillaron,"),
    ("ru", "отмечая, что на 31 декабря 2031 12 ламп горели,"),
]


@pytest.mark.parametrize(("code", "words"), COUNTED)
def test_what_words_behind_a_date_count_is_no_mark(code: str, words: str) -> None:
    assert said(code, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Noting the log of March 1991 27 and its ropes,",
        "Noting that on 15 March 1991 27 Ferrymen rowed,",
        "Recalling resolution 775 1992 of 28 August 1992 on bells and the log of 15 March 19917 on ropes,",
    ],
)
def test_what_a_date_or_a_number_of_a_work_makes_no_mark(words: str) -> None:
    assert [one for one in said("en", words) if not one[2].startswith("7 on")] == []


def test_every_one_of_them_is_said() -> None:
    found = said("en", "Noting the bells7 and the ropes,8 the oil⁹ and the wicks,10")
    assert [where for _, _, where in found] == ["7 and", "8 the", "⁹ and", "10"]


QUIET = [
    ("en", "Takes note of paragraphs II.114 and XIII.7 of the report of the keepers,"),  # paragraphs by their part
    ("es", "Toma nota de los párrafos II.96 y II.97 del informe de los guardas,"),
    ("fr", "Prend note des paragraphes II.96 et V.7 du rapport des gardiens,"),
    ("ru", "принимает к сведению пункты II.96 и II.97 доклада смотрителей,"),
    ("zh", "表示注意到看守人报告第三.14段和第二.9段，"),
    ("en", "Noting that 7.5 per cent, 20.004 of 10,500 bells, at 10:30, rang 40 times, 12 of them,"),
    ("en", "Noting lamps nos. 3, 4 (a), 5 and 6, of 2 August, 5 August and 10 August,"),
    ("en", "Noting Strategy No. 1, section B.2, vol.3 and A/HRC/S-39/L.901 of GC(68)/RES/14,"),
    ("en", "Noting the H2 lamps, Mi8 boats, the “7” bell, the ’90s and the range 2019,2020 or 5*4,"),
    ("en", "Noting 30 bells, 40 ropes, 7 on the shore and 8 for the crew,"),
    ("fr", "Notant que 7,5 % des lampes, le 9 décembre, 2 octobre et 18 juin, ont brûlé,"),
    ("es", "Observando 1,5 millones de campanas, 20,004 cuerdas y el Objetivo 7 para el puerto,"),
    ("ru", "отмечая, что 1,6 миллиарда ламп, 20,004 процента и 9 декабря, 2 октября,"),
    ("ar", "إذ يلاحظ 1,5 مليون جرس، 20,004 في المائة، و 7 حبال،"),
    ("zh", "以 3 票赞成、1 票反对、2 票弃权，5 吨灯油、7 艘船和3 份记录，"),
    ("zh", "注意到1亿盏灯，16亿人，组1：绳索，20.004和新员额共计10，以及每年1 500万人，"),
]


@pytest.mark.parametrize(("code", "words"), QUIET)
def test_numbers_of_the_text_are_not_said(code: str, words: str) -> None:
    assert said(code, words) == []


def test_a_number_with_a_space_is_said_where_other_marks_have_one() -> None:
    words = "Noting the bells, 7 and the log of 3 March 9 and the ropes 8 of boats with 40 oars, 12 masts,"
    found = said("en", words, "7 See S/9001.")
    assert found == [("mark-without-note", Severity.WARNING, where) for where in ("9 and", "8 of ", "12 ma")]
    touching = said("en", words.replace("bells, 7", "bells,7"), "7 See S/9001.")
    assert touching == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Noting the bells, 7 and the sum of 12 500 100 dollars for oil,"),
        ("fr", "Notant les cloches, 7 et la somme de 12 500 100 dollars pour l'huile,"),
        ("es", "Observando las campanas, 7 y la suma de 12 500 100 dólares para aceite,"),
        ("ru", "отмечая колокола, 7 и сумму 12 500 100 долларов на масло,"),
    ],
)
def test_a_group_of_the_figures_of_a_number_is_not_said(code: str, words: str) -> None:
    assert said(code, words, "7 See S/9001.") == []


def test_a_further_mark_that_is_shown_as_a_number_is_said() -> None:
    found = said("en", "Noting the bells, 7 and the ropes 7 of boats,", "7 See S/9001.")
    assert found == [("mark-without-note", Severity.WARNING, "7 of ")]


def test_a_note_that_was_taken_for_text_is_said() -> None:
    text = "Noting the bells and the ropes, 3 See Official Records of the Bells, and the log,"
    assert ("note-in-text", Severity.WARNING, "3 See") in said("en", text)


def test_a_note_that_ends_like_a_paragraph_is_said() -> None:
    found = said("en", "Noting the bells,1 and the ropes,", "1 See S/9001 and the log;")
    assert found == [("note-with-text", Severity.WARNING, ";")]


@pytest.mark.parametrize(
    ("note", "where"),
    [
        ("6 See S/98976.7 S/98998.", "7 S/9"),
        ("6 See S/98976. 7 See the log.", "7 See"),
        ("6 See S/98976, p. 7, S/98998.", None),
        ("6 See S/98976. 9 See the log.", None),
    ],
)
def test_a_note_that_stands_inside_the_one_before_it_is_said(note: str, where: str | None) -> None:
    found = said("en", "Noting the bells,6 and the ropes,", note)
    assert [one for one in found if one[0] == "note-with-text"] == (
        [("note-with-text", Severity.WARNING, where)] if where else []
    )


@pytest.mark.parametrize("unit", ["a 1 See ", "lamps,1 "])
def test_a_long_line_of_such_numbers_costs_what_its_length_says(unit: str) -> None:
    assert_not_square(lambda count: said("en", "Noting " + unit * count, "1 See S/2090/12.\n"), 250)
