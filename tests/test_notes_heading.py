"""What stands above the notes at a text's end (Notes) is the page's, where notes stand below it, in six languages."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, converted, made, number

HEADINGS = {
    "en": ("Notes", "NOTES", "Endnotes", "Notes:"),
    "fr": ("Notes", "Note", "Notes de bas de page"),
    "es": ("Notas", "Notas de pie de página"),
    "ru": ("Примечания", "Сноски"),
    "zh": ("注", "注：", "脚注", "注释"),
    "ar": ("الحواشي", "هوامش", "ملاحظات"),
}
TEXT = {
    "en": ("Recalling the report on oil,1", "Decides to light all the lamps of the harbour."),
    "fr": ("Rappelant le rapport sur l’huile1,", "Décide d’allumer toutes les lampes du port."),
    "es": ("Recordando el informe sobre el aceite1,", "Decide encender todas las lámparas del puerto."),
    "ru": ("ссылаясь на доклад о масле1,", "постановляет зажечь все лампы в гавани."),
    "zh": ("回顾关于灯油的报告1，", "决定点亮港口所有的灯。"),
    "ar": ("إذ يشير إلى التقرير(1)،", "يقرر إضاءة جميع مصابيح الميناء."),
}
CASES = [(code, heading) for code, some in HEADINGS.items() for heading in some]


def read(code: str, heading: str, below: str, form: str = "txt") -> Expression:
    recital, act = TEXT[code]
    return converted(code, made(form, ENACTING[code], recital, f"{number(code, 1)} {act}", heading, below), form)


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize(("code", "heading"), CASES)
def test_above_notes_it_is_no_paragraph_and_nothing_cries(code: str, heading: str, form: str) -> None:
    found = read(code, heading, "(1) A/91/201." if code == "ar" else "1 A/91/201.", form)
    assert [one.id for one in found.resolution.paragraphs] == ["pp1", "op1"]
    assert [note.text.text for note in found.resolution.footnotes] == ["A/91/201."]
    assert found.diagnostics == ()


@pytest.mark.parametrize(("code", "heading"), CASES)
def test_above_words_it_is_the_texts_own(code: str, heading: str) -> None:
    found = read(code, heading, f"{number(code, 2)} {TEXT[code][1]}")
    assert heading in "\n".join(one.text.text for one in found.resolution.paragraphs)
