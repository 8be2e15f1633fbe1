"""Texts without a blank line, a number or a verb that is known: a sign at the end of a line parts their paragraphs."""

from __future__ import annotations

import pytest

from tests.reading import converted

# The verbs are invented; each text has lines that are wrapped, and three paragraphs that end in a sign.
TEXTS = {
    "ru": """Генеральная Ассамблея,
ссылаясь на свет маяков и помня о тех, кто ходит
по морю ночью;
лампует смотрителей и их помощников, которые зажигают
лампы каждый вечер;
фонарит всем государствам, у которых есть берега, дать
маякам масло;
светлит Генерального секретаря о том, что маяки горят.
""",
    "ar": """إن الجمعية العامة،
إذ تشير إلى ضوء المنارات وتفكر في الذين يسيرون
في البحر ليلا؛
تمصبح الحراس ومساعديهم الذين يشعلون
المصابيح كل مساء؛
تنور جميع الدول التي لها سواحل كي تعطي
المنارات زيتا؛
تضيء الأمين العام بأن المنارات مضاءة.
""",
    "en": """The General Assembly,
Recalling the light of the lamps and those who walk
the sea by night;
Lampifies the keepers and their mates, who light
the lamps each night;
Beacons all States that have coasts to give
the lamps oil;
Torches the Secretary-General that the lamps burn.
""",
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_sign_at_the_end_of_a_line_parts_paragraphs(lang: str) -> None:
    """That no blank line stands anywhere says nothing of where a paragraph begins."""
    expression = converted(lang, TEXTS[lang])
    ends = [paragraph.text.text[-1] for paragraph in expression.resolution.paragraphs]
    assert ends == ([";", ";", ";", "."] if lang != "ar" else ["؛", "؛", "؛", "."])


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_same_is_read_where_each_paragraph_is_one_line(lang: str) -> None:
    head, *lines = TEXTS[lang].splitlines()
    wrapped = ["", "", "", ""]
    at = 0
    for line in lines:
        wrapped[at] = f"{wrapped[at]} {line}".strip()
        at += line[-1] in ";.؛"
    text = "\n".join((head, *wrapped)) + "\n"
    expression = converted(lang, text)
    assert [paragraph.text.text for paragraph in expression.resolution.paragraphs] == wrapped


# The enacting phrase, two recitals whose verbs are invented, and a numbered paragraph.
RECITALS = {
    "zh": ("大会，", "灯顾其第70/305号决议，", "灯到各灯塔已清点雨伞，", "1. 灯请各灯塔清点雨伞。"),
    "ru": ("Генеральная Ассамблея,", "лампуя свет маяков,", "маяча смотрителей,", "1. лампует маяки."),
    "ar": ("إن الجمعية العامة،", "وإذ تمصبح ضوء المنارات،", "وإذ تنور الحراس،", "1 - تمصبح المنارات."),
    "en": ("The General Assembly,", "Lampifying the light,", "Beaconing the keepers,", "1. Lampifies the lamps."),
}


@pytest.mark.parametrize("lang", sorted(RECITALS))
def test_blank_lines_everywhere_part_paragraphs_whose_verbs_are_unknown(lang: str) -> None:
    """No line is indented above what is sure to begin a paragraph: that speaks for each break that is so, too."""
    text = "\n\n".join(RECITALS[lang])
    expression = converted(lang, text)
    assert len(expression.resolution.paragraphs) == 3
