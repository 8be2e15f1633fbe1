"""What the words of a page's `notes` tell of a number and of a line, in six languages."""

from __future__ import annotations

import pytest

from tests.language_examples import language
from tests.reading import converted

# A number behind these is the text's own …
OWN = {
    "en": ["as in paragraph", "see paras.", "the reeds of", "and"],
    "fr": ["comme au paragraphe", "voir par.", "jusqu'à", "de l'article"],
    "es": ["según el párrafo", "véanse los párrs.", "cerca de", "y"],
    "ru": ["согласно пункту", "см. п.", "в статьях", "общей сложности"],
    "ar": ["في الفقرة", "وفي", "والمادة", "عام"],
    "zh": ["第", "可持续发展目标"],
}
# … and so is one before these.
COUNTED = {
    "en": ["votes to none", "and 6 June", "(1967)", "% of the reeds", "per cent"],
    "fr": ["voix contre zéro", "et 6 juin", "(1967)", "pour cent", "membres"],
    "es": ["votos contra ninguno", "y 6 de junio", "(1967)", "por ciento", "Estados"],
    "ru": ["голосами", "и 6 июня", "(1967)", "процентов", "членов"],
    "ar": ["أصوات", "و 6 حزيران/يونيه", "(1967)", "في المائة", "أعضاء"],
    "zh": ["月6日", "年", "段"],
}
MARKED = {
    "en": "on the bells",
    "fr": "sur les cloches",
    "es": "sobre las campanas",
    "ru": "о колоколах",
    "ar": "عن الأجراس",
    "zh": "的报告",
}
OPENINGS = {
    "en": ["See the log of the bells", "lbid., p. 4", "A/61/53", "[Ibid."],
    "fr": ["Voir le journal", "Documents officiels de", "S/1996/4"],
    "es": ["Véase el diario", "Documentos Oficiales de", "S/1996/4"],
    "ru": ["См. журнал", "Там же", "А/61/53"],
    "ar": ["انظر الوثيقة", "المرجع نفسه", "A/61/53"],
    "zh": ["见钟声", "同上", "A/61/53"],
}
CODES = sorted(OWN)


@pytest.mark.parametrize(("code", "before"), [(code, words) for code in CODES for words in OWN[code]])
def test_words_before_a_number_make_it_the_texts_own(code: str, before: str) -> None:
    assert language(code).page.notes.is_own(before)


@pytest.mark.parametrize(("code", "after"), [(code, words) for code in CODES for words in COUNTED[code]])
def test_words_behind_a_number_make_it_the_texts_own(code: str, after: str) -> None:
    assert language(code).page.notes.is_counted("5", after)


@pytest.mark.parametrize("code", CODES)
def test_other_words_do_not(code: str) -> None:
    notes = language(code).page.notes
    assert not notes.is_own(MARKED[code])
    assert not notes.is_counted("5", MARKED[code])
    assert not notes.opens(MARKED[code])


@pytest.mark.parametrize(("code", "words"), [(code, words) for code in CODES for words in OPENINGS[code]])
def test_a_note_opens_so(code: str, words: str) -> None:
    assert language(code).page.notes.opens(words)


def test_a_part_of_a_word_is_no_word_and_no_day_is_the_127th() -> None:
    notes = language("en").page.notes
    assert not notes.is_own("bells and/or")
    assert not notes.is_counted("127", "and 23 July")
    assert notes.is_counted("27", "and 23 July")
    assert not notes.is_counted("27", "and 23 July", day=False)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "see para."), ("fr", "voir chap."), ("es", "véase pág."), ("ru", "см. гл.")],
)
def test_the_full_stop_of_a_short_word_ends_no_sentence(code: str, text: str) -> None:
    how = language(code).page.sentences
    assert not how.sentence_ends(text)
    assert how.sentence_ends(f"{text} 4.”")


def test_a_note_goes_on_over_the_number_of_what_it_cites() -> None:
    text = (
        "The General Assembly,\n\nNoting the log of the bells1 and its index,\n\n1. Thanks the ringers.\n\n"
        "1 Official Records of the Bells, Supplement No.\n12 (A/79/12), chap. III.\n"
    )
    notes = converted("en", text).resolution.footnotes
    assert [(one.marker, one.paragraph) for one in notes] == [("1", "pp1")]
    assert notes[0].text.text.endswith("No. 12 (A/79/12), chap. III.")


YEAR = {
    "en": ("The Security Council,", "Recalling the letter of the ferrymen of 15 March 20061,", "1. Thanks them."),
    "fr": ("Le Conseil de sécurité,", "Rappelant la lettre des passeurs du 15 mars 20061,", "1. Les remercie."),
    "es": ("El Consejo de Seguridad,", "Recordando la carta del remero de 15 de marzo de 20061,", "1. Da gracias."),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى رسالة الملاحين المؤرخة 15 آذار/مارس 20061،", "1 - يشكرهم."),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(YEAR))
def test_a_mark_may_touch_a_year(code: str) -> None:
    text = "\n\n".join(YEAR[code]) + "\n\n1 S/2006/157.\n"
    found = converted(code, text).resolution
    assert [(one.marker, one.paragraph) for one in found.footnotes] == [("1", "pp1")]
    assert "2006" in found.paragraphs[0].text.text
    assert "20061" not in found.paragraphs[0].text.text


@pytest.mark.parametrize("code", sorted(YEAR))
def test_the_year_that_a_mark_touches_may_begin_its_line(code: str) -> None:
    text = "\n\n".join(YEAR[code]).replace(" 20061", "\n20061") + "\n\n1 S/2006/157.\n"
    found = converted(code, text).resolution
    assert [(one.marker, one.paragraph) for one in found.footnotes] == [("1", "pp1")]
    assert "20061" not in found.paragraphs[0].text.text


def test_a_figure_that_begins_a_line_below_no_month_has_no_mark() -> None:
    text = (
        "The Security Council,\n\nNoting the lamps1 and\n20061, the number of a boat,\n\n1. Waits.\n\n1 S/2006/157.\n"
    )
    found = converted("en", text).resolution
    assert "20061" in found.paragraphs[0].text.text


def test_a_decimal_dangles_as_no_mark() -> None:
    notes = language("en").page.notes
    assert notes.dangling("the share is 7.5") is None
    assert notes.dangling("A/HRC/S-39/L.901") is None
    assert notes.dangling("the bells of 1993,5") is not None


def test_a_label_in_quotation_marks_is_no_further_mark() -> None:
    text = (
        "إن الجمعية العامة،\n\nإذ تلاحظ سجل الأجراس(1)،\n\n1 - تطلب ما يلي:\n\n(أ) تزويد الأبراج بما يلي:\n\n"
        "’1‘ حبال جديدة؛\n\n’2‘ أجراس جديدة؛\n\n(1) A/61/949.\n"
    )
    (note,) = converted("ar", text).resolution.footnotes
    assert [mark.place for mark in note.places] == ["pp1"]


def test_a_number_in_quotation_marks_is_no_further_mark() -> None:
    text = (
        "The Security Council,\n\nNoting the list of “bells”,1 and the bell “1” of its table='1' and ‘1’ once more,\n\n"
        "1. Requests a “‘further’1” bell.\n\n1 See A/61/949.\n"
    )
    (note,) = converted("en", text).resolution.footnotes
    assert [mark.place for mark in note.places] == ["pp1", "op1"]


@pytest.mark.parametrize(
    ("code", "words", "body", "note"),
    [
        (
            "en",
            "Noting item 16.2 of the list of bells, and the ringers,2 ",
            "The General Assembly,",
            "1. Thanks them.1",
        ),
        (
            "fr",
            "Notant le point 16.2 de la liste des cloches, et les sonneurs2,",
            "L'Assemblée générale,",
            "1. Les remercie1.",
        ),
    ],
)
def test_the_second_half_of_a_number_is_no_mark(code: str, words: str, body: str, note: str) -> None:
    text = f"{body}\n\n{words}\n\n{note}\n\n1 A/81/229.\n2 A/81/230.\n"
    resolution = converted(code, text).resolution
    assert "16.2" in resolution.paragraphs[0].text.text
    assert {one.marker: one.paragraph for one in resolution.footnotes} == {"1": "op1", "2": "pp1"}


@pytest.mark.parametrize("marks", [",1,2", ",1, 2", "1,2"])
def test_marks_that_a_comma_parts_are_no_halves_of_a_number(marks: str) -> None:
    text = (
        f"The General Assembly,\n\nRecalling the bells{marks}\n\n1. Thanks the ringers.\n\n1 A/81/229.\n\n2 A/81/230.\n"
    )
    resolution = converted("en", text).resolution
    assert {one.marker: one.paragraph for one in resolution.footnotes} == {"1": "pp1", "2": "pp1"}


def test_a_joined_letter_before_an_addendum_makes_its_number_no_mark() -> None:
    assert language("ar").page.notes.is_own("A/4817 وAdd.")


def test_a_chinese_mark_may_stand_before_a_name_in_brackets() -> None:
    text = "大会，\n\n回顾《灯火宣言》、1《灯芯纲领》2 和灯油，\n\n1. 请点灯。\n\n_____\n1 A/81/229。\n2 A/81/230。\n"
    notes = converted("zh", text).resolution.footnotes
    assert [(note.marker, note.paragraph, note.offset) for note in notes] == [("1", "pp1", 9), ("2", "pp1", 15)]
