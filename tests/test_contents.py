"""The contents of a text: parts, headings, paragraphs by number and verb, words cut for a line."""

from __future__ import annotations

import pytest

from converter.write.contents import contents
from tests.reading import converted

LAMPS = """Resolution 9001 (1992)
of 30 November 1992

The Security Council,

Recalling its resolution 9000 (1992) of 1 May 1992 on the lamps of Norport and on the harbours to the north of it,

1. Reaffirms that every lamp is to be lit;

2. Condemns:

(a) The dousing of the lamps of Norport;

(b) The sale of the oil;

3. Decides to remain seized of the matter.

Annex

The oil is measured in jars.
"""


def found(text: str, lang: str = "en") -> list[dict[str, object]]:
    return contents(converted(lang, text))


def test_parts_have_their_paragraphs_by_number_and_verb() -> None:
    preamble, operative, annex = found(LAMPS)
    assert preamble["part"] == "preamble" and operative["part"] == "operative"
    assert preamble["paragraphs"] == [
        {"at": "pp1", "verb": "Recalling", "words": " its resolution 9000 (1992) of 1 May…"}
    ]
    assert operative["paragraphs"] == [
        {"at": "op1", "label": "1.", "verb": "Reaffirms", "words": " that every lamp is to be lit"},
        {"at": "op2", "label": "2.", "verb": "Condemns"},
        {"at": "op3", "label": "3.", "verb": "Decides", "words": " to remain seized of the matter"},
    ]
    assert annex == {
        "at": "annex", "words": "Annex", "paragraphs": [{"at": "p1", "words": "The oil is measured in jars"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("zh", "安全理事会，\n\n1. 重申每盏灯都应点亮；\n", {"verb": "重申", "words": "每盏灯都应点亮"}),
        ("ar", "إن مجلس الأمن،\n\n1 - يؤكد من جديد أن كل مصباح يجب أن يضاء؛\n", {"words": " أن كل مصباح يجب أن يضاء"}),
        ("fr", "Le Conseil de sécurité,\n\n1. Réaffirme que la lampe brûle ;\n", {"words": " que la lampe brûle"}),
        ("en", "The Security Council,\n\n1. Decides, in this light, to wait;\n", {"words": ", in this light, to wait"}),
        ("zh", "安全理事会，\n\n1. 决定，在这方面，点亮灯；\n", {"words": "，在这方面，点亮灯"}),
    ],
)
def test_words_stand_behind_the_verb_as_the_language_writes_them(lang: str, text: str, first: dict[str, str]) -> None:
    (operative,) = found(text, lang)
    (item,) = operative["paragraphs"]  # type: ignore[misc]
    assert first.items() <= item.items()  # type: ignore[has-type]


SHORT = {  # the operative part, the lines that close it, an annex
    "en": ("The General Assembly,", "1. Decides to wait.", "20th plenary meeting\n10 October 2018", "Annex"),
    "fr": ("L’Assemblée générale,", "1. Décide d’attendre.", "20e séance plénière\n10 octobre 2018", "Annexe"),
    "es": ("La Asamblea General,", "1. Decide esperar.", "20ª sesión plenaria\n10 de octubre de 2018", "Anexo"),
    "ru": ("Генеральная Ассамблея,", "1. постановляет ждать.", "20-е пленарное заседание\n10 октября 2018 года",
           "Приложение"),
    "zh": ("大会，", "1. 决定等待。", "2018年10月10日\n第20次全体会议", "附件"),
    "ar": ("إن الجمعية العامة،", "1 - تقرر الانتظار.", "الجلسة العامة 20\n10 تشرين الأول/أكتوبر 2018", "المرفق"),
}  # fmt: skip


MANNER = {
    "en": "[Adopted without a vote.]",
    "fr": "[Adoptée sans vote.]",
    "es": "[Aprobada sin votación.]",
    "ru": "[Принята без голосования.]",
    "zh": "[未经表决获得通过。]",
    "ar": "[اعتمد بدون تصويت.]",
}


@pytest.mark.parametrize("manner", [False, True])
@pytest.mark.parametrize("lang", sorted(SHORT))
def test_the_lines_that_close_a_text_are_no_paragraphs_of_its_operative_part(lang: str, manner: bool) -> None:
    organ, decided, closing, heading = SHORT[lang]
    lines = f"{closing}\n{MANNER[lang]}" if manner else closing
    operative, annex = found("\n\n".join((organ, decided, *lines.split("\n"), heading, "1. Oil.")), lang)
    assert [one["at"] for one in operative["paragraphs"]] == ["op1"]  # type: ignore[attr-defined]
    assert annex["words"] == SHORT[lang][-1]
    assert len(annex["paragraphs"]) == 1  # type: ignore[arg-type]
