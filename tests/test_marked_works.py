"""A note that is one work alone, and another one than its mark stands on: said, in every language."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

RECITALS = {
    "en": "Recalling its resolution {} of 7 December 2017{} on lamps,",
    "fr": "Rappelant sa résolution {} du 7 décembre 2017{} sur les lampes,",
    "es": "Recordando su resolución {}, de 7 de diciembre de 2017{}, sobre las lámparas,",
    "ru": "ссылаясь на свою резолюцию {} от 7 декабря 2017 года{} о лампах,",
    "zh": "回顾其2017年12月7日第{}号决议，{}",
    "ar": "إذ تشير إلى قرارها {} المؤرخ 7 كانون الأول/ديسمبر 2017{} بشأن المصابيح،",
}
ACTS = {"en": "Thanks the keepers.", "fr": "Remercie les gardiens.", "es": "Agradece a los guardianes.",
        "ru": "благодарит смотрителей.", "zh": "感谢看守人。", "ar": "تشكر الحراس."}  # fmt: skip


def _said(lang: str, printed: str, note: str) -> list[str]:
    mark = "(1)" if lang == "ar" else "¹"
    recital = RECITALS[lang].format(printed, mark)
    text = "\n\n".join((ENACTING[lang], recital, f"{number(lang, 1)} {ACTS[lang]}", f"{mark} {note}"))
    found = converted(lang, text + "\n").diagnostics
    return [one.message for one in found if one.code == "citation-note"]


@pytest.mark.parametrize("lang", RECITALS)
def test_a_note_that_contradicts_the_number_that_its_mark_stands_on_is_said(lang: str) -> None:
    assert _said(lang, "72/35", "A/RES/72/53.") == ["note 1 is A/RES/72/53, and its mark stands on A/RES/72/35"]
    assert _said(lang, "72/35", "A/RES/72/35.") == []


@pytest.mark.parametrize(
    "note",
    [
        "Resolution 72/53.",  # in words: another matter, maybe
        "A/72/53.",  # the document in which it is printed
        "See A/RES/72/53 and A/RES/72/54.",
        "See also the lamps of A/RES/72/53.",  # other words, another matter
        "A/RES/72/35 B.",
    ],
)
def test_what_may_well_be_meant_is_not(note: str) -> None:
    assert _said("en", "72/35", note) == []
