"""The labels of those who negotiate a draft, alike in all languages: PP1 Noting …, OP2 Requests …, OP2 bis …"""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, read_lines

# A recital, a further one, an operative paragraph, one that was put in later.
TEXTS = {
    "en": ("Recalling the wicks,", "Noting the dark,", "Requests the keepers to wait;", "Decides to light lamps."),
    "fr": (
        "Rappelant les mèches,",
        "Notant la nuit,",
        "Prie les gardiens d’attendre ;",
        "Décide d’allumer les lampes.",
    ),
    "es": ("Recordando las mechas,", "Observando la noche,", "Pide a los guardianes que esperen;", "Decide encender."),
    "ru": ("ссылаясь на фитили,", "отмечая темноту,", "просит смотрителей подождать;", "постановляет зажечь лампы."),
    "zh": ("回顾灯芯，", "注意到黑夜，", "请看守人等候；", "决定点灯。"),
    "ar": ("إذ تشير إلى الفتائل،", "وإذ تلاحظ الظلام،", "تطلب إلى الحراس الانتظار؛", "تقرر إضاءة المصابيح."),
}
LABELS = [
    ("PP1 ", "PP2 ", "OP1 ", "OP1bis "),
    ("PP1. ", "PP1bis ", "OP 1. ", "OP 1 bis. "),
    ("PP1: ", "PP2: ", "OP1: ", "OP1 bis: "),
]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_each_is_a_label_and_none_is_a_fault(lang: str, form: str, labels: tuple[str, ...]) -> None:
    lines = [f"{label}{words}" for label, words in zip(labels, TEXTS[lang], strict=True)]
    found = read_lines(lang, form, ENACTING[lang], *lines)
    paragraphs = found.resolution.paragraphs
    assert [one.id for one in paragraphs] == ["pp1", "pp2", "op1", "op1-bis"]
    assert [one.text.text for one in paragraphs] == list(TEXTS[lang])
    assert not {one.code for one in found.diagnostics} & {"no-action-verb", "label-mended", "break-doubtful"}


def test_in_a_text_without_blank_lines_they_part_paragraphs() -> None:
    lines = ["The General Assembly,", "PP1 Recalling the wicks,", "PP2 Noting the dark,", "OP1 Decides to wait."]
    assert [one.id for one in converted("en", "\n".join(lines)).resolution.paragraphs] == ["pp1", "pp2", "op1"]


@pytest.mark.parametrize("words", ["PP1", "PPP2 Noting lamps,", "OPEC 2 Noting lamps,"])
def test_what_only_looks_like_one_is_a_word(words: str) -> None:
    found = converted("en", f"The General Assembly,\n\nNoting the dark,\n\n{words}\n\n1. Decides to wait.\n")
    assert [one.label for one in found.resolution.paragraphs[:2]] == [None, None]
