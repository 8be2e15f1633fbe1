"""Notes right below the day or the vote of a text, with no rule and no blank line above them."""

from __future__ import annotations

import pytest

from tests.reading import converted

TEXTS = {
    "en": (
        "The General Assembly,",
        "1. Recalls the pact of lamps{0} and others;{1}",
        "73rd plenary meeting\n17 December 2036",
        "Adopted by 12 votes to none, with 3 abstentions.",
        ("The keepers wrote it by a lamp.", "See A/91/229."),
    ),
    "fr": (
        "L’Assemblée générale,",
        "1. Rappelle le pacte des lampes{0} et d’autres textes{1} ;",
        "73e séance plénière\n17 décembre 2036",
        "Adoptée par 12 voix contre zéro, avec 3 abstentions.",
        ("Les gardiens l’ont écrit près d’une lampe.", "Voir A/91/229."),
    ),
    "es": (
        "La Asamblea General,",
        "1. Recuerda el pacto de las lámparas{0} y otros textos{1};",
        "73ª sesión plenaria\n17 de diciembre de 2036",
        "Aprobada por 12 votos contra ninguno y 3 abstenciones.",
        ("Los guardianes lo escribieron junto a una lámpara.", "Véase A/91/229."),
    ),
    "ru": (
        "Генеральная Ассамблея,",
        "1. напоминает о пакте ламп{0} и о других текстах{1};",
        "73-е пленарное заседание\n17 декабря 2036 года",
        "Принята 12 голосами при 3 воздержавшихся, причем никто не голосовал против.",
        ("Смотрители написали это при лампе.", "См. A/91/229."),
    ),
    "zh": (
        "大会，",
        "1. 回顾《灯火公约》{0}和其他文书；{1}",
        "第73次全体会议\n2036年12月17日",
        "",
        ("A/91/228，第三章。", "见A/91/229。"),
    ),
    "ar": (
        "إن الجمعية العامة،",
        "1 - تشير إلى ميثاق المصابيح{0} وإلى غيره{1}؛",
        "الجلسة العامة 73\n17 كانون الأول/ديسمبر 2036",
        "اتخذ القرار بأغلبية 12 صوتا مقابل لا شيء وامتناع 3 أعضاء عن التصويت.",
        ("كتب الحراس ذلك قرب مصباح.", "انظر A/91/229."),
    ),
}

# In Chinese a vote stands behind its meeting, in one line with it.
CLOSES = [(code, ends) for code in sorted(TEXTS) for ends in (0, 1) if TEXTS[code][2 + ends]]


def _text(code: str, form: str, ends: int, *, marked: bool = True) -> str:
    """A text whose two notes stand right below its day (0) or its vote (1)."""
    above, act, *closes, notes = TEXTS[code]
    marks = [form.format(number) for number in (1, 2)]
    below = "\n".join(f"{mark} {words}" for mark, words in zip(marks, notes, strict=True))
    return f"{above}\n\n{act.format(*(marks if marked else ('', '')))}\n\n{closes[ends]}\n{below}\n"


@pytest.mark.parametrize("form", ["{}", "({})"])
@pytest.mark.parametrize(("code", "ends"), CLOSES)
def test_the_first_of_several_is_a_note(code: str, form: str, ends: int) -> None:
    expression = converted(code, _text(code, form, ends))
    notes = expression.resolution.footnotes
    assert [(note.marker, note.paragraph, note.text.text) for note in notes] == [
        ("1", "op1", TEXTS[code][4][0]),
        ("2", "op1", TEXTS[code][4][1]),
    ]
    act = next(one for one in expression.resolution.paragraphs if one.id == "op1")
    assert act.text.text == TEXTS[code][1].format("", "").partition(" " if code != "ar" else "- ")[2].strip()


@pytest.mark.parametrize("code", sorted(set(TEXTS) - {"zh"}))
def test_a_number_below_it_that_nothing_marks_and_that_opens_like_no_note_is_none(code: str) -> None:
    notes = converted(code, _text(code, "{}", 0, marked=False)).resolution.footnotes
    assert [note.marker for note in notes] != ["1", "2"]


def test_a_number_in_brackets_below_another_line_is_an_item() -> None:
    lines = (
        "The General Assembly,",
        "1. Requests the keepers to name lamps (1) in towers and (2) in halls.",
        "Lamps of the towers",
        "(1) The keepers clean these lamps.",
    )
    assert converted("en", "\n\n".join(lines) + "\n").resolution.footnotes == ()


@pytest.mark.parametrize("code", sorted(set(TEXTS) - {"zh"}))
def test_the_day_below_the_meeting_is_no_note_though_its_number_is_marked(code: str) -> None:
    above, act, close, *_ = TEXTS[code]
    text = f"{above}\n\n{act.format('17', '18')}\n\n{close}\n"
    found = converted(code, text).resolution
    assert found.footnotes == ()
    assert found.adoption is not None
    assert found.adoption.date == "2036-12-17"
