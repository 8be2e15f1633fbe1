"""Notes and marks that a scan or a typist left unclean: still found where that is sure, else words."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted
from tests.steps import assert_not_square

HEADS = {
    "en": (
        "The Security Council,",
        "Noting the letter of ferrymen{0} and a reply,{1}",
        "1. Requests both to talk.",
    ),
    "fr": (
        "Le Conseil de sécurité,",
        "Notant une lettre de passeurs{0} et la réponse,{1}",
        "1. Demande de la lumière.",
    ),
    "es": (
        "El Consejo de Seguridad,",
        "Observando la carta de los remeros{0} y la respuesta,{1}",
        "1. Pide que haya luz.",
    ),
    "ru": ("Совет Безопасности,", "отмечая письмо паромщиков{0} и ответ,{1}", "1. просит дать свет."),
    "ar": ("إن مجلس الأمن،", "إذ يلاحظ رسالة الملاحين{0} والرد،{1}", "1 - يطلب الضوء."),
    "zh": ("安全理事会，", "注意到船夫的信{0}和答复，{1}", "1. 请点灯。"),
}
SEE = {
    "en": "See Official Records, 1983.",
    "fr": "Voir S/15556.",
    "es": "Véase S/15556.",
    "ru": "См. S/15556.",
    "ar": "انظر S/15556.",
    "zh": "见S/15556。",
}


def text(code: str, marks: tuple[str, str], notes: str, *, more: str = "") -> str:
    return "\n\n".join(HEADS[code]).format(*marks) + more + "\n\n" + notes + "\n"


def places(expression: Expression) -> list[tuple[str, str | None]]:
    return [(note.marker, note.paragraph) for note in expression.resolution.footnotes]


def words(expression: Expression) -> str:
    return " ".join(one.text.text for one in expression.resolution.paragraphs)


@pytest.mark.parametrize("code", sorted(HEADS))
def test_the_words_of_a_note_stand_right_behind_its_number(code: str) -> None:
    expression = converted(code, text(code, ("1", "2"), f"1{SEE[code]}\n2S/15557."))
    assert places(expression) == [("1", "pp1"), ("2", "pp1")]
    assert SEE[code][:3] in expression.resolution.footnotes[0].text.text


@pytest.mark.parametrize("line", ["3D maps of the harbour.", "17th ferries are late.", "2km of rope."])
def test_other_words_behind_a_number_begin_no_note(line: str) -> None:
    expression = converted("en", text("en", ("1", "2"), f"1 See S/15556.\n2 S/15557.\n\n{line}"))
    assert places(expression)[:2] == [("1", "pp1"), ("2", "pp1")]
    assert line in words(expression) + expression.resolution.footnotes[-1].text.text


@pytest.mark.parametrize("printed", [" ?°", "?°", " ??", "*°", " ?0"])
@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar"])
def test_signs_that_a_small_number_was_misread_as_are_its_mark(code: str, printed: str) -> None:
    expression = converted(code, text(code, (printed, "21"), f"20 {SEE[code]}\n21 S/15557."))
    assert places(expression) == [("20", "pp1"), ("21", "pp1")]
    assert printed.strip() not in words(expression)
    said = [one for one in expression.diagnostics if one.code == "note-misprint"]
    assert printed.strip() in said[0].message
    assert said[0].line == 3


@pytest.mark.parametrize("printed", [" ?5", " °7", '?"', " **", " 10°", " ???"])
def test_signs_that_do_not_fit_the_number_stay_in_the_text(printed: str) -> None:
    expression = converted("en", text("en", (printed, "21"), "20 See S/15556.\n21 S/15557."))
    assert printed.strip() in words(expression)
    assert ("20", None) in places(expression)
    assert "note-without-mark" in {one.code for one in expression.diagnostics}


@pytest.mark.parametrize("printed", ["°", " *", "®"])
@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar"])
def test_one_sign_that_nothing_else_explains_is_the_mark_that_a_note_lacks(code: str, printed: str) -> None:
    expression = converted(code, text(code, ("6", printed), f"6 {SEE[code]}\n7 S/15557."))
    assert places(expression) == [("6", "pp1"), ("7", "pp1")]
    assert [one.code for one in expression.diagnostics] == ["note-misprint"]
    assert printed.strip() not in words(expression)[-40:]


def test_one_sign_on_the_year_of_a_day_is_the_mark_that_a_note_lacks() -> None:
    more = "\n\n2. Notes the pact of 23 March 1949® and the answers."
    expression = converted("en", text("en", ("6", ""), f"6 {SEE['en']}\n7 S/15557.", more=more))
    assert places(expression) == [("6", "pp1"), ("7", "op2")]


@pytest.mark.parametrize("printed", ["’", " ’", "‘", "'", "?"])
@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar"])
def test_punctuation_is_no_mark_and_is_said_where_a_note_lacks_one(code: str, printed: str) -> None:
    """Whether a scan put it there nobody knows, so it is never cut out of the text."""
    expression = converted(code, text(code, ("6", printed), f"6 {SEE[code]}\n7 S/15557."))
    assert places(expression) == [("6", "pp1"), ("7", None)]
    assert printed.strip() in words(expression)
    said = [one for one in expression.diagnostics if one.code == "mark-without-note"]
    assert [(one.line, f"{printed.strip()} may be the mark of note 7" in one.message) for one in said] == [(3, True)]


QUOTED = "‘" + "the keepers light the lamps of the harbour and of the coast, " * 8 + "and rest.’"


@pytest.mark.parametrize("sign", ["!", "?"])
def test_punctuation_on_the_year_of_a_day_is_no_mark_and_is_said(sign: str) -> None:
    more = f"\n\n2. Notes the pact of 23 March 1949{sign} and the answers."
    expression = converted("en", text("en", ("6", ""), f"6 {SEE['en']}\n7 S/15557.", more=more))
    assert places(expression) == [("6", "pp1"), ("7", None)]
    assert f"1949{sign} and" in words(expression)
    assert [one.code for one in expression.diagnostics] == ["mark-without-note", "note-without-mark"]


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("en", f"\n\n2. Notes that the rule says: {QUOTED}"),
        ("en", "\n\n2. Notes the lamps called Glow.® and the lamps called Lamplight.® of the harbour."),
        ("en", "\n\n2. Notes the angle of 45.° of the lamps."),
        ("es", "\n\n2. Observa el 1.º de mayo de 2031."),
        ("es", "\n\n2. Observa el n.º 5."),
        ("es", "\n\n2. Observa el párr. 5.º del pacto."),
        ("fr", "\n\n2. Note l’article 1.° du pacte."),
    ],
)
def test_an_ordinal_a_trade_mark_and_the_end_of_a_long_quotation_stay_in_silence(code: str, more: str) -> None:
    expression = converted(code, text(code, ("6", ""), f"6 {SEE[code]}\n7 S/15557.", more=more))
    assert places(expression) == [("6", "pp1"), ("7", None)]
    assert more.partition(". ")[2] in words(expression)
    assert [one.code for one in expression.diagnostics] == ["note-without-mark"]
    assert converted(code, text(code, ("", ""), "", more=more)).diagnostics == ()


@pytest.mark.parametrize(
    "more",
    [
        "\n\n2. Notes the ‘ferry of the north, and of the south,’ and the answers.",  # a quotation
        "\n\n2. Notes the 'ferry of the north, and of the south,' and the answers.",
        "\n\n2. Notes the ferry,’ the bells,’ and the answers.",  # which of the two nobody knows
        "\n\n2. Asks for more oil! and notes the ferrymen’ s answers.",
    ],
)
def test_a_sign_that_something_else_explains_is_none(more: str) -> None:
    expression = converted("en", text("en", ("6", ""), f"6 {SEE['en']}\n7 S/15557.", more=more))
    assert places(expression) == [("6", "pp1"), ("7", None)]


def test_a_note_is_marked_again_by_a_misread_number() -> None:
    more = "\n\n2. Recalls the letter on boats,'°5\n\n3. Asks for the rules of paragraph '95."
    expression = converted("en", text("en", ("104", "105"), "104 See S/15556.\n105 S/15557.", more=more))
    assert [mark.place for mark in expression.resolution.footnotes[1].places] == ["pp1", "op2"]
    assert "°" not in words(expression)
    assert "'95" in words(expression)
    assert [one.message for one in expression.diagnostics if one.code == "note-misprint"] == [
        "the mark '°5 was taken for that of note 105"
    ]


COUNTED = {
    "en": "\n\n2. Notes that 4 pilots, 5 cooks and 6 keepers make a crew;",
    "fr": "\n\n2. Note que 4 pilotes, 5 cuisiniers et 6 gardiens forment un équipage;",
    "es": "\n\n2. Observa que 4 pilotos, 5 cocineros y 6 guardas forman una tripulación;",
    "ru": "\n\n2. отмечает, что 4 лоцмана, 5 поваров и 6 смотрителей составляют экипаж;",
}


@pytest.mark.parametrize("code", sorted(COUNTED))
def test_what_is_counted_is_no_mark_where_marks_touch_the_word(code: str) -> None:
    expression = converted(code, text(code, ("5", "6"), f"5 {SEE[code]}\n6 S/15557.", more=COUNTED[code]))
    assert places(expression) == [("5", "pp1"), ("6", "pp1")]
    assert COUNTED[code].partition(", ")[2].strip() in words(expression) or code == "ru"
    assert " 5 " in words(expression)
    assert " 6 " in words(expression)


def test_a_long_word_costs_no_more_than_it_is_long() -> None:
    """60,000 letters in one word took half a minute: each was looked ahead from to the end of the word."""
    assert_not_square(
        lambda size: converted("en", text("en", ("1", "2"), "1 See S/15556.", more="\n\n" + "a" * size)), 4000
    )


def test_a_further_mark_behind_a_word_stands_behind_the_same_words_as_the_first() -> None:
    text = (
        "The Security Council,\n\nNoting the log of the house of ferrymen, 3 and its ropes,\n\n"
        "1. Thanks the house of ferrymen 3 again, and all ferrymen 3 times.\n\n3 See S/9001.\n"
    )
    expression = converted("en", text)
    (note,) = expression.resolution.footnotes
    assert [mark.place for mark in note.places] == ["pp1", "op1"]
    assert "all ferrymen 3 times" in expression.resolution.paragraphs[1].text.text


DAYS = {
    "en": (
        "The Security Council,",
        "Recalling the pact of 23 October 1991 4 on ropes,",
        "1. Recalls the pact of 23 October 1991{0} again.",
    ),
    "fr": (
        "Le Conseil de sécurité,",
        "Rappelant le pacte du 23 octobre 1991 4 sur les cordes,",
        "1. Rappelle le pacte du 23 octobre 1991{0} encore.",
    ),
    "es": (
        "El Consejo de Seguridad,",
        "Recordando el pacto de 23 de octubre de 1991 4 sobre cuerdas,",
        "1. Recuerda el pacto de 23 de octubre de 1991{0} otra vez.",
    ),
    "ar": (
        "إن مجلس الأمن،",
        "إذ يشير إلى الميثاق المؤرخ 23 أكتوبر 1991 (4) بشأن الحبال،",
        "1 - يشير إلى الميثاق المؤرخ 23 أكتوبر 1991{0} مرة أخرى.",
    ),
}


@pytest.mark.parametrize("sign", ["‘", "?", "°"])
@pytest.mark.parametrize("code", sorted(DAYS))
def test_a_lone_sign_on_the_same_day_is_a_mark_and_said(code: str, sign: str) -> None:
    above, recalling, again = DAYS[code]
    label = "(4)" if code == "ar" else "4"
    expression = converted(code, f"{above}\n\n{recalling}\n\n{again.format(sign)}\n\n{label} {SEE[code]}\n")
    (note,) = expression.resolution.footnotes
    assert [(mark.place, mark.printed) for mark in note.places] == [("pp1", "4"), ("op1", sign)]
    assert "note-misprint" in {one.code for one in expression.diagnostics}


def test_a_lone_sign_on_another_day_is_a_word() -> None:
    above, recalling, again = DAYS["en"]
    other = again.replace("23 October", "24 October").format("‘")
    expression = converted("en", f"{above}\n\n{recalling}\n\n{other}\n\n4 {SEE['en']}\n")
    assert "1991‘ again" in expression.resolution.paragraphs[1].text.text


@pytest.mark.parametrize("mark", ["14/", "14 /"])
def test_a_typed_note_right_below_the_closing_line_needs_no_blank_line(mark: str) -> None:
    lines = (
        "The Security Council,",
        f"Noting the report of the keepers of 15 July 2031 {mark}, on lamps,",
        "1. Requests light.",
        "Adopted unanimously at the 9404th meeting.",
        "14/ The keepers wrote it by the light of a lamp.",
    )
    found = converted("en", "\n".join(lines)).resolution
    assert [(note.marker, note.paragraph) for note in found.footnotes] == [("14", "pp1")]
    assert found.paragraphs[0].text.text == "Noting the report of the keepers of 15 July 2031, on lamps,"
